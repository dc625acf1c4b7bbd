"""The sets of the rehearsal renderer, by kind; each module has one `build(painter)`."""

from collections.abc import Callable
from importlib import import_module

from engine.contracts import SetKind, Weather
from engine.rehearsal.painter import Painter
from engine.rehearsal.sets.abyss import ABYSS, abyss
from engine.rehearsal.sets.crowd import gather
from engine.rehearsal.sets.props import furnish
from engine.rehearsal.sets.sky import mist

SETS: dict[SetKind, str] = {kind: f"engine.rehearsal.sets.{kind.value}" for kind in SetKind}


def build(painter: Painter) -> None:
    """Draw the set that the painter's dressing names, as sheets from far to near, dressed."""
    if ABYSS in painter.dressing.props:
        abyss(painter)
        return
    builder: Callable[[Painter], None] = import_module(SETS[painter.dressing.set]).build
    builder(painter)
    if painter.dressing.weather is Weather.FOG and not painter.dressing.interior:
        mist(painter)
    furnish(painter)
    gather(painter)
