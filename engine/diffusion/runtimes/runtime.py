"""What runtimes have in common."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from torch import nn

from engine.diffusion.runtimes import RUNTIMES
from engine.diffusion.runtimes.call import Call
from engine.dotted import load


class Runtime(Protocol):
    """Raises whatever keeps it from working; who tries it says why and takes another."""

    def built(self, call: Call) -> str:
        """Makes on disk what it needs; the name of the folder inside `call.folder`, "" for none."""

    def swapped(self, module: nn.Module, method: str, folders: Sequence[Path]) -> Any:
        """What to put into the pipeline where `module` was, for the shapes of those folders."""


def runtimes(module: nn.Module) -> dict[str, str]:
    """Those that there are where the module lies, in the order in which they are tried."""
    return RUNTIMES[next(module.parameters()).device.type]


def runtime(name: str, module: nn.Module) -> Runtime:
    """Raises KeyError for one that there is not where the module lies."""
    found: Runtime = load(runtimes(module)[name])()
    return found


def swapped(name: str, call: Call) -> Any:
    """The call's component on that runtime, built unless it was before."""
    chosen = runtime(name, call.module)
    folder = chosen.built(call)
    return chosen.swapped(call.module, call.method, [call.folder / folder])
