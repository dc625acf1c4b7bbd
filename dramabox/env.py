"""Reads settings from the environment; a secret may also come from the file named in NAME_FILE."""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default)


def flag(name: str, default: bool) -> bool:
    value = os.environ.get(name, str(default))
    if value not in {"True", "False"}:
        raise ImproperlyConfigured(f"{name} must be True or False, not {value!r}.")
    return value == "True"


def integer(name: str, default: int, least: int = 1) -> int:
    value = os.environ.get(name, str(default))
    try:
        number = int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.") from None
    if number < least:
        raise ImproperlyConfigured(f"{name} must be {least} or more, not {value!r}.")
    return number


def words(name: str, default: str = "") -> list[str]:
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def folder(name: str, default: Path, beside: Path) -> Path:
    """Absolute; a relative one counts from the folder `beside`, wherever a process was started."""
    # Links are not followed: rows speak of files by the path that was given.
    return Path(os.path.abspath(beside / text(name, str(default))))  # noqa: PTH100


def secret(name: str, kept_in: Path) -> str:
    """The secret from NAME or NAME_FILE, else one made once and kept in the file `kept_in`."""
    if value := os.environ.get(name):
        return value
    if path := os.environ.get(f"{name}_FILE"):
        return Path(path).read_text(encoding="utf-8").strip()
    kept_in.parent.mkdir(parents=True, exist_ok=True)
    try:
        # Exclusive creation: two processes starting at once must agree on one secret.
        descriptor = os.open(kept_in, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return kept_in.read_text(encoding="utf-8").strip()
    value = secrets.token_urlsafe(48)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(value)
    return value
