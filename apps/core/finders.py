"""Finds the few files of npm packages that pages use; the rest of node_modules is never served."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.checks import CheckMessage, Warning
from django.core.files.storage import FileSystemStorage, Storage

PREFIX = "npm/"


class PackagesFinder(BaseFinder):
    """Serves `settings.NPM_FILES`, paths below node_modules, as `npm/<path>`."""

    def __init__(self, app_names: Any = None, *args: Any, **kwargs: Any) -> None:
        self.storage = FileSystemStorage(location=settings.BASE_DIR / "node_modules")
        self.storage.prefix = PREFIX.rstrip("/")  # type: ignore[attr-defined]  # read by collectstatic

    def check(self, **kwargs: Any) -> list[CheckMessage]:
        missing = [name for name in settings.NPM_FILES if not self.storage.exists(name)]
        if not missing:
            return []
        hint = "Run `npm ci` in the folder of manage.py."
        return [Warning(f"Not installed: {', '.join(missing)}.", hint=hint, id="core.W001")]

    def find(self, path: str, find_all: bool = False) -> Any:
        name = path.removeprefix(PREFIX)
        if not path.startswith(PREFIX) or name not in settings.NPM_FILES:
            return []
        found = self.storage.path(name)
        if not Path(found).exists():
            return []
        return [found] if find_all else found

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        for name in settings.NPM_FILES:
            if self.storage.exists(name):
                yield name, self.storage
