"""Choices that look free and are not: each follows from a hash of what it is about."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from typing import TypeVar

Choice = TypeVar("Choice")


def number(*parts: object) -> int:
    """A 48-bit number that depends on nothing but `parts`."""
    text = "\x1f".join(str(part) for part in parts)
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=6).digest(), "big")


def pick(options: Sequence[Choice], *parts: object) -> Choice:
    return options[number(*parts) % len(options)]


def spread(low: float, high: float, *parts: object) -> float:
    """A number from low to high, rounded to hundredths so that JSON stays short."""
    return round(low + (high - low) * (number(*parts) % 1009) / 1008, 2)


def fold(name: str) -> str:
    """How names are compared: no case, no width, single blanks."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def slug(name: str) -> str:
    """An identifier for a name in any script; a name without letters gets one by hash."""
    letters = re.sub(r"[^\w]+", "-", fold(name)).strip("-_")
    return letters[:48] or f"p{number(name) % 10**6}"
