"""The sets of the rehearsal renderer, by kind; each module has one `build(painter)`."""

from collections.abc import Callable
from importlib import import_module

from engine.contracts import SetKind
from engine.rehearsal.painter import Painter

SETS: dict[SetKind, str] = {kind: f"engine.rehearsal.sets.{kind.value}" for kind in SetKind}


def build(painter: Painter) -> None:
    """Draw the set that the painter's dressing names, as sheets from far to near."""
    builder: Callable[[Painter], None] = import_module(SETS[painter.dressing.set]).build
    builder(painter)
