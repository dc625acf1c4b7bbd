"""A place without a set of its own, built from the words of its name: a base, and things in it."""

from collections.abc import Callable

from engine.rehearsal.painter import Painter
from engine.rehearsal.sets import compose, indoors, outdoors, vehicles, waterside
from engine.script.lexicon.built import OUTSIDE, Reading, read

# Bases that have a drawing of their own; all others are composed.
DRAWN: dict[str, Callable[[Painter], None]] = {
    "airplane": vehicles.airplane,
    "carriage": vehicles.carriage,
    "stage": indoors.stage,
    "bathroom": indoors.bathroom,
    "library": indoors.library,
    "cave": outdoors.cave,
    "deck": waterside.deck,
    "desert": outdoors.desert,
    "lake": waterside.lake,
    "market": outdoors.market,
    "garden": outdoors.garden,
    "field": outdoors.field,
    "road": outdoors.road,
    "camp": outdoors.camp,
}
# Shells that are composed as rooms, also where nothing says that they are inside.
COMPOSED = ("factory", "lab", "cellar", "spaceship", "museum", "room")


def build(p: Painter) -> None:
    taken = read(p.dressing.place)
    if _is_drawn(taken):
        DRAWN[taken.base](p)
    elif taken.base in COMPOSED or (p.dressing.interior and taken.base not in OUTSIDE):
        compose.room(p, taken)
    elif p.dressing.interior and taken.base == "country":
        compose.room(p, taken)  # inside of the lighthouse
    else:
        compose.country(p, taken)


def _is_drawn(taken: Reading) -> bool:
    """A base as it is drawn, unless its name asks for another age, matter or colour of it."""
    return taken.base in DRAWN and not (taken.material or taken.state == "future")
