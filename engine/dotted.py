"""Functions and classes by name, imported on use."""

from collections.abc import Callable
from importlib import import_module
from typing import Any


def load(path: str) -> Callable[..., Any]:
    """What "package.module:name" names."""
    module, _, name = path.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), name)
    return found
