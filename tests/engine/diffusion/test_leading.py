"""Which locked pictures lead a shot."""

from dataclasses import replace

import pytest

from engine.contracts import (
    Expression,
    Reference,
    ReferenceKind,
    SetDressing,
    SetKind,
    ShotSize,
    TimeOfDay,
    Wardrobe,
)
from engine.diffusion.leading import choose, room
from engine.diffusion.registry import entry
from tests.engine.diffusion.prompts.scenes import person, shot

KLEIN = entry("flux2-klein-4b")
GOWN = Wardrobe(kind="gown")


def picture(view: str, subject: str = "mia", wardrobe: Wardrobe | None = None) -> Reference:
    kind = ReferenceKind.PLACE if subject == "OFFICE" else ReferenceKind.CHARACTER
    name = f"{subject}-{view}-{'gown' if wardrobe else 'plain'}.png"
    return Reference(kind=kind, subject=subject, file=name, view=view, wardrobe=wardrobe)


MIA = tuple(picture(view) for view in ("front", "three_quarter", "side", "back", "calm", "anger"))
TOM = (picture("front", "tom"), picture("back", "tom"))
PLACE = (picture("day", "OFFICE"), picture("night", "OFFICE"))


def names(*chosen: Reference) -> list[str]:
    return [one.file.removesuffix("-plain.png") for one in chosen]


@pytest.mark.parametrize(
    ("yaw", "view"),
    [(0, "front"), (-8, "front"), (35, "three_quarter"), (-80, "side"), (150, "back")],
)
def test_the_view_is_the_one_nearest_to_how_somebody_is_turned(yaw: float, view: str) -> None:
    one = shot(person(yaw=yaw), size=ShotSize.WS)
    assert names(*choose(one, MIA, KLEIN))[0] == f"mia-{view}"


def test_a_close_up_is_led_by_the_face_that_is_felt() -> None:
    angry = shot(person(felt=Expression.ANGER, yaw=20), size=ShotSize.CU)
    assert names(*choose(angry, MIA, KLEIN))[0] == "mia-anger"


def test_a_close_up_without_such_a_face_is_led_by_the_calm_one() -> None:
    tender = shot(person(felt=Expression.TENDER, yaw=20), size=ShotSize.CU)
    assert names(*choose(tender, MIA, KLEIN))[0] == "mia-calm"


def test_clothes_of_the_scene_weigh_more_than_the_view() -> None:
    gown = picture("back", wardrobe=GOWN)
    one = shot(person(wears=GOWN))
    assert choose(one, (*MIA, gown), KLEIN)[0] == gown
    assert gown not in choose(shot(person()), (*MIA, gown), KLEIN)


def test_everybody_comes_before_anybody_comes_twice() -> None:
    pair = shot(person(x=-0.5), person("tom", x=0.5))
    assert names(*choose(pair, (*MIA, *TOM, *PLACE), KLEIN)) == [
        "mia-front",
        "tom-front",
        "OFFICE-day",
    ]


def test_the_place_comes_before_who_is_seen_from_behind() -> None:
    over = shot(person(), person("tom", over_shoulder=True, yaw=150, depth=0.1))
    assert names(*choose(over, (*MIA, *TOM, *PLACE), KLEIN)) == [
        "mia-front",
        "OFFICE-day",
        "tom-back",
    ]


def test_alone_somebody_is_shown_twice() -> None:
    assert names(*choose(shot(person()), (*MIA, *PLACE), KLEIN)) == [
        "mia-front",
        "OFFICE-day",
        "mia-three_quarter",
    ]


def test_a_place_by_night_is_led_by_its_night() -> None:
    night = SetDressing(set=SetKind.OFFICE, place="office", time=TimeOfDay.NIGHT)
    assert names(*choose(shot(set=night), PLACE, KLEIN)) == ["OFFICE-night"]


def test_who_is_not_in_the_shot_leads_nothing() -> None:
    assert choose(shot(person("tom")), MIA, KLEIN) == ()


def test_the_layout_and_the_frame_before_take_their_room() -> None:
    assert room(KLEIN, continues=False) == 3
    assert room(KLEIN, continues=True) == 2
    assert room(replace(KLEIN, references=1), continues=True) == 0
    assert len(choose(shot(person()), MIA, KLEIN, continues=True)) == 2


def test_a_model_that_reads_no_references_gets_none() -> None:
    assert choose(shot(person()), MIA, entry("wan2.2-ti2v-5b")) == ()
