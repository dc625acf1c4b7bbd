"""What of an episode travels to the engine with one shot."""

import msgspec

from apps.studio.models import render_request
from engine.contracts import (
    Character,
    Format,
    Insert,
    InsertKind,
    SetDressing,
    SetKind,
    Shot,
    ShotSize,
    Slate,
)

CAST = tuple(Character(id=name, name=name) for name in ("adrian", "lena", "iris"))


def test_whose_hands_an_insert_shows_travel_with_it() -> None:
    shot = Shot(
        slate=Slate(),
        duration=2.0,
        set=SetDressing(set=SetKind.CAFE, place="café"),
        size=ShotSize.ECU,
        insert=Insert(kind=InsertKind.TEXT_MESSAGE, text="Turn around.", hands=("adrian", "iris")),
    )
    asked = render_request(shot, CAST, msgspec.to_builtins(Format()))

    assert [person.id for person in asked.cast] == ["adrian", "iris"]
