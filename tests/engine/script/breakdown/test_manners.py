"""Hands do not repeat themselves from shot to shot; a manner in brackets is a face."""

from itertools import pairwise
from pathlib import Path

import pytest

from engine.contracts import Blocking, Breakdown, Expression, Gesture, Shot
from engine.script.staging.manners import FREE
from engine.script.staging.signals import shown_feelings, spoken_feelings
from tests.engine.script.breakdown.conftest import Shoot

DEMO = Path(__file__).parents[4] / "deploy" / "demo"


def talks(made: Breakdown) -> dict[str, list[Blocking]]:
    """Each person's talking shots in order."""
    found: dict[str, list[Blocking]] = {}
    for shot in made.shots:
        for person in shot.people:
            if any(cue.gesture is Gesture.TALK for cue in person.gestures):
                found.setdefault(person.character, []).append(person)
    return found


@pytest.mark.parametrize("episode", [1, 2, 3])
def test_neighbouring_lines_are_told_in_another_manner(shoot: Shoot, episode: int) -> None:
    text = (DEMO / "empty-coffin.fountain").read_text(encoding="utf-8")
    told = talks(shoot(text, episode=episode))

    assert sum(map(len, told.values())) > 3
    for one, other in (pair for shots in told.values() for pair in pairwise(shots)):
        done, again = ({cue.gesture for cue in who.gestures} for who in (one, other))
        assert not done & again & FREE
        manners = [{cue.manner for cue in who.gestures} - {0} for who in (one, other)]
        assert manners[0] != manners[1]


def test_a_new_line_leaves_most_others_as_they_were(shoot: Shoot) -> None:
    lines = [f"ADA\nLine number {number} is about something." for number in range(12)]
    head = "INT. ROOM - DAY\n\nADA, 30, and TOM, 40, wait.\n\n"
    before = shoot(head + "\n\nTOM\nAh.\n\n".join(lines))
    after = shoot(head + "\n\nTOM\nAh.\n\n".join(["ADA\nHello, Tom.", *lines]))

    kept = {said(shot) for shot in before.shots} & {said(shot) for shot in after.shots}
    assert len(kept) >= len({said(shot) for shot in before.shots}) * 0.7


def said(shot: Shot) -> tuple[object, ...]:
    lines = tuple(line.text for line in shot.lines)
    people = shot.people
    return lines, tuple(cue.manner for person in people for cue in person.gestures)


@pytest.mark.parametrize(
    ("manner", "language", "expression", "least", "most"),
    [
        ("(bemused)", "en", Expression.JOY, 0.3, 0.5),
        ("(incredulous)", "en", Expression.SHOCK, 0.5, 0.7),
        ("(threateningly)", "en", Expression.ANGER, 0.7, 0.9),
        ("(impatiently)", "en", Expression.ANGER, 0.4, 0.6),
        ("(wistful)", "en", Expression.SAD, 0.4, 0.6),
        ("(touched)", "en", Expression.TENDER, 0.5, 0.7),
        ("（委屈）", "zh", Expression.CRY, 0.6, 0.9),
        ("（不耐烦）", "zh", Expression.ANGER, 0.4, 0.6),
        ("(celosa)", "es", Expression.ANGER, 0.4, 0.6),
    ],
)
def test_a_manner_is_a_face_of_its_own_strength(
    manner: str, language: str, expression: Expression, least: float, most: float
) -> None:
    felt = spoken_feelings("Well.", manner, "", language)[0]
    assert felt.expression is expression
    assert least <= felt.intensity <= most


def test_a_word_that_is_a_face_in_brackets_is_a_deed_in_action() -> None:
    assert shown_feelings("She touched the vase and moved on.", (), "en") == ()
