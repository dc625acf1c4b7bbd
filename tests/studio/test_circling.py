"""What is circled where nobody picks a take: the best, and never one with an error in it."""

from pathlib import Path

import pytest

from apps.studio import services
from apps.studio.models import Shot, Take
from apps.studio.services.breakdowns import write_shot
from apps.studio.services.takes import best_to_circle
from engine.contracts import Judgement, Quality
from tests.people import People
from tests.studio import dailies
from tests.studio.test_finals import final_take
from tests.studio.test_finals_on_the_board import faulty

GOOD = Judgement(scores={Quality.MOTION: 0.9})
POOR = Judgement(scores={Quality.MOTION: 0.2})


@pytest.fixture
def shot(people: People, media: Path) -> Shot:
    """A shot of which there is one rehearsal, which is circled."""
    series = services.create_series(studio=people.studio, title="The Key", language="en")
    dailies.listed(dailies.written(series))
    first = Shot.objects.filter(position=0).select_related("episode").get()
    services.pick(shot=first, take=dailies.take_of(first))
    return first


def circled(shot: Shot) -> Take | None:
    return Shot.objects.select_related("circle_take").get(pk=shot.pk).circle_take


def undone(shot: Shot) -> None:
    """As when the text of the shot is edited, and the edit is taken back."""
    row = Shot.objects.select_related("circle_take").get(pk=shot.pk)
    now = row.inputs
    write_shot(row, 0, row.specification(), "another")
    write_shot(row, 0, row.specification(), now)


def test_the_best_final_comes_first_then_the_newest_rehearsal(shot: Shot) -> None:
    newer = dailies.take_of(shot)
    assert best_to_circle(shot) == newer
    final_take(shot, faulty())
    assert best_to_circle(shot) == newer
    good = final_take(shot, GOOD)
    final_take(shot, POOR)
    assert best_to_circle(shot) == good


def test_the_best_steps_in_where_the_circle_take_is_rejected(shot: Shot) -> None:
    used = final_take(shot, GOOD)
    best = final_take(shot, GOOD)
    final_take(shot, POOR)
    final_take(shot, faulty())
    services.reject(take=used, reason="Too dark.")
    assert circled(shot) == best


def test_no_final_with_an_error_steps_in_for_a_rejected_take(shot: Shot) -> None:
    final_take(shot, faulty())
    services.reject(take=shot.takes.get(number=1), reason="Too dark.")
    assert circled(shot) is None


def test_an_edit_that_is_taken_back_circles_the_best_and_not_one_with_an_error(
    shot: Shot,
) -> None:
    good = final_take(shot, GOOD)
    final_take(shot, POOR)
    final_take(shot, faulty())
    Shot.objects.filter(pk=shot.pk).update(circle_take=None)
    undone(shot)
    assert circled(shot) == good


def test_a_shot_without_a_take_does_not_get_one_with_an_error(shot: Shot) -> None:
    Shot.objects.filter(pk=shot.pk).update(circle_take=None)
    shot.takes.all().delete()
    final_take(shot, faulty())
    assert circled(shot) is None
    good = final_take(shot, GOOD)
    assert circled(shot) == good


def test_a_final_behind_one_that_somebody_decided_against_waits_for_a_look(shot: Shot) -> None:
    rehearsal = circled(shot)
    assert rehearsal is not None
    final_take(shot, GOOD)
    services.pick(shot=shot, take=rehearsal)
    final_take(shot, POOR)
    assert circled(shot) == rehearsal
