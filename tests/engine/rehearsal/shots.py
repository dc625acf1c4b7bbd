"""Small shots for the tests of the rehearsal."""

from typing import Any

import msgspec

from engine.contracts import (
    Blocking,
    Character,
    Format,
    Line,
    RenderRequest,
    SetDressing,
    SetKind,
    Shot,
    ShotSize,
    Slate,
)
from engine.rehearsal.render import performers
from engine.rehearsal.spoken import spoken
from engine.rehearsal.stage import Stage

SMALL = Format(width=180, height=320)
OUTDOORS = {
    SetKind.STREET,
    SetKind.ROOFTOP,
    SetKind.COURTYARD,
    SetKind.FOREST,
    SetKind.MOUNTAIN,
    SetKind.ALLEY,
    SetKind.VILLAGE,
    SetKind.BEACH,
    SetKind.BRIDGE,
    SetKind.CEMETERY,
}
MIA = Character(id="mia", name="Mia")


def dressing(kind: SetKind = SetKind.HOSPITAL, **changes: Any) -> SetDressing:
    plain = SetDressing(set=kind, place=kind.value, interior=kind not in OUTDOORS, seed=2)
    return msgspec.structs.replace(plain, **changes)


def person(character: str = "mia", **changes: Any) -> Blocking:
    return msgspec.structs.replace(Blocking(character=character), **changes)


def line(text: str = "You came back.", **changes: Any) -> Line:
    plain = Line(character="mia", name="Mia", text=text, at=0.1, duration=0.6)
    return msgspec.structs.replace(plain, **changes)


def shot(**changes: Any) -> Shot:
    plain = Shot(slate=Slate(id="t"), duration=0.5, set=dressing(), size=ShotSize.MS)
    return msgspec.structs.replace(plain, **changes)


def request(made: Shot, out: str = "", **changes: Any) -> RenderRequest:
    plain = RenderRequest(shot=made, cast=(MIA,), format=SMALL, out=out)
    return msgspec.structs.replace(plain, **changes)


def staged(asked: RenderRequest) -> Stage:
    """What draws the frames of a take."""
    frames = max(round(asked.shot.duration * asked.format.fps), 1)
    return Stage(asked, performers(asked, spoken(asked.shot, asked.cast)), frames)
