"""Stopping a model between two passes through its denoisers."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any


@contextmanager
def asking(pipe: Any, denoisers: Sequence[str], ask: Callable[[], None]) -> Iterator[None]:
    """Ask whether to go on before each pass through a denoiser: of pipelines of every kind."""

    def before(_module: Any, _args: Any) -> None:
        ask()

    modules = [getattr(pipe, name, None) for name in denoisers]
    hooks = [one.register_forward_pre_hook(before) for one in modules if one is not None]
    try:
        yield
    finally:
        for hook in hooks:
            hook.remove()
