"""People at night stand out from what is behind them, whatever their skin and clothes."""

from functools import cache
from math import dist
from statistics import fmean

import pytest

from engine.contracts import Character, Format, Look, SetKind, ShotSize, TimeOfDay, Wardrobe
from engine.rehearsal import stage as staging
from engine.rehearsal.backing import APART, MOST, Back, change, wash
from engine.rehearsal.color import lab, mix, parse
from engine.rehearsal.grading import grade_for
from engine.rehearsal.render import performers
from engine.rehearsal.spoken import spoken
from engine.rehearsal.stage import Stage
from tests.engine.rehearsal.outline import lost
from tests.engine.rehearsal.shots import dressing, person, request, shot

HALF = Format(width=360, height=640)
BLACK, WHITE, GREY = (lab(parse(color)) for color in ("#15120f", "#f1ece4", "#808080"))
NIGHTS = [lab(parse(color)) for color in ("#0e1322", "#1c2233", "#2a3350", "#3c4566")]


def dressed(name: str, skin: str, hair: str, kind: str, color: str) -> Character:
    clothes = Wardrobe(kind=kind, color=color, second=color)
    return Character(
        id=name, name=name, look=Look(skin=skin, hair_color=hair, hair="short", wardrobe=clothes)
    )


CAST = (
    dressed("dark", "#4a2e22", "#15120f", "suit", "#1c2233"),
    dressed("deep", "#6b4630", "#1d1a20", "coat", "#26262e"),
    dressed("light", "#f2cdb0", "#241a1c", "dress", "#3d2a3a"),
)


def at_night(kind: SetKind, yaw: float) -> Stage:
    people = tuple(
        person(one.id, x=x, yaw=yaw, focus=True)
        for one, x in zip(CAST, (-0.55, 0.0, 0.55), strict=True)
    )
    made = shot(size=ShotSize.WS, set=dressing(kind, time=TimeOfDay.NIGHT), people=people)
    asked = request(made, cast=CAST, format=HALF)
    return Stage(asked, performers(asked, spoken(made, CAST)), 12)


@cache
def lost_at_night(backed: bool) -> dict[str, float]:
    """Of each person the share of the outline, over three places from the front and in profile."""
    with pytest.MonkeyPatch.context() as patch:
        if not backed:
            patch.setattr(staging, "backs", lambda *_: ())
        stages = [
            at_night(kind, yaw)
            for kind in (SetKind.STREET, SetKind.ROOFTOP, SetKind.OFFICE)
            for yaw in (0.0, 85.0)
        ]
    return {
        one.id: fmean(lost(stage, 4, index) for stage in stages) for index, one in enumerate(CAST)
    }


@pytest.mark.parametrize("who", [one.id for one in CAST])
def test_little_of_an_outline_is_lost_in_a_wide_shot_at_night(who: str) -> None:
    assert lost_at_night(True)[who] <= 0.3
    assert lost_at_night(True)[who] <= 0.75 * lost_at_night(False)[who]


@pytest.mark.parametrize("ground", NIGHTS)
@pytest.mark.parametrize("edge", [BLACK, *NIGHTS])
def test_a_dark_edge_gets_a_lighter_ground(
    ground: tuple[float, float, float], edge: tuple[float, float, float]
) -> None:
    moved = change(ground, [edge])
    after = dist((ground[0] + moved, *ground[1:]), edge)
    assert after >= APART - 0.01 or moved >= MOST - 0.01 or after > dist(ground, edge) + 0.05


def test_what_stands_out_already_is_left_as_it_is() -> None:
    assert change(NIGHTS[1], [WHITE]) == 0
    assert change(GREY, [BLACK]) == 0


def test_no_dark_cloud_lies_behind_a_dark_coat() -> None:
    assert change(NIGHTS[3], [lab(parse("#2c3350"))]) > 0
    assert change(lab(parse("#56506a")), [lab(parse("#6b5a72"))]) < 0, "but behind light ones"


@pytest.mark.parametrize("ground", ["#1c2233", "#3c4566"])
def test_a_wash_moves_the_ground_by_what_is_asked(ground: str) -> None:
    color, thick = wash(lab(parse(ground)), 0.1)
    after = lab(mix(parse(ground), color, thick))
    assert after[0] - lab(parse(ground))[0] == pytest.approx(0.1, abs=0.035)


def test_by_day_nothing_is_laid_behind_people() -> None:
    stage = at_night(SetKind.STREET, 0.0)
    framing = stage.scenes[0].framing
    back = Back(0.0, 0.0, 1.0, 1.0, 1.0, (BLACK,))
    day = grade_for(dressing(SetKind.STREET, time=TimeOfDay.DAY), framing, (back,))
    night = grade_for(dressing(SetKind.STREET, time=TimeOfDay.NIGHT), framing, (back,))
    assert (day.backs, night.backs) == ((), (back,))
