"""A file with several episodes: what is saved of one leaves the others as they are."""

from collections.abc import Callable
from typing import Any

import pytest

from apps.catalog.models import Episode, Series
from apps.jobs.models import Job
from apps.studio import services
from apps.studio.ahead import ahead_of
from apps.studio.board import board_of
from apps.studio.notes import notes_on
from apps.studio.services.production import is_behind
from tests.studio.conftest import write

Work = Callable[[], list[Job]]
PARTS = [
    "INT. HALL - DAY\n\nMIA\nNot mine.\n\nTOM\nIt is.\n",
    "INT. CAR - NIGHT\n\nMIA\nDrive.\n\nTOM\nWhere to?\n",
    "EXT. STREET - DAY\n\nTOM\nShe is gone.\n\nMIA pours the sea into a thimble.\n",
]


def file_of(parts: list[str]) -> str:
    return "Title: The Key\n\n" + "\n".join(
        f"# Episode {number}\n\n{part}" for number, part in enumerate(parts, start=1)
    )


@pytest.fixture
def three(series: Series, work: Work) -> list[Episode]:
    """Listed, each from the same revision."""
    save(series, file_of(PARTS))
    work()
    return list(series.episodes.all())


def save(series: Series, text: str) -> None:
    write(series, text)
    services.list_again(series=series)


def first_lines(episode: Episode) -> list[str]:
    """What stands in the newest text where the tiles of the board lead."""
    newest = episode.series.screenplays.first()
    assert newest is not None
    text = newest.text.splitlines()
    tiles = [tile for scene in board_of(episode)["scenes"] for tile in scene["tiles"]]
    return [text[tile["line"] - 1] for tile in tiles if tile["said"]]


def breakdowns() -> list[str]:
    return list(Job.objects.active().filter(verb="breakdown").values_list("subject", flat=True))


def test_a_first_save_lists_the_shots_and_then_says_what_was_not_understood(
    series: Series, work: Work
) -> None:
    services.list_again(series=series)
    newest = series.screenplays.first()
    assert newest is not None
    before = notes_on(newest)
    assert (before.is_checking, before.is_checked, before.is_understood) == (True, False, False)
    assert [row.progress.stage for row in ahead_of(series, newest)] == ["breakdown"]
    work()
    after = notes_on(newest)
    assert (after.is_checking, after.is_checked) == (False, True)
    found = {item["code"] for item in after.problems} - {item["code"] for item in before.problems}
    assert found == {"cast-by-rule"}
    assert series.episodes.get().shots.in_cut().count() >= 2


def test_what_was_not_checked_is_never_said_to_be_understood(series: Series) -> None:
    services.list_again(series=series)
    services.stop(episode=series.episodes.get())
    newest = series.screenplays.first()
    assert newest is not None
    notes = notes_on(newest)
    assert (notes.is_checking, notes.is_checked, notes.is_understood) == (False, False, False)


def test_a_line_of_one_episode_leaves_the_others_current(
    series: Series, three: list[Episode], work: Work
) -> None:
    assert [is_behind(one) for one in three] == [False] * 3
    save(series, file_of([PARTS[0].replace("It is.", "It was, once."), *PARTS[1:]]))
    assert [is_behind(one) for one in three] == [True, False, False]
    assert breakdowns() == [f"episode:{three[0].pk}"]
    assert [job.verb for job in work()] == ["breakdown"]
    assert [is_behind(one) for one in three] == [False] * 3


def test_an_episode_that_only_moved_in_the_file_still_leads_to_its_lines(
    series: Series, three: list[Episode], work: Work
) -> None:
    lines = first_lines(three[1])
    assert lines == ["Drive.", "Where to?"]
    notes = {item["line"]: item["code"] for item in notes_of(series) if item["line"]}
    longer = f"{PARTS[0]}\nMIA\nNever.\n\nTOM\nEver.\n"
    save(series, file_of([longer, *PARTS[1:]]))
    assert breakdowns() == [f"episode:{three[0].pk}"]
    work()
    assert first_lines(three[1]) == lines
    assert notes, "the file no longer holds what cannot be drawn"
    moved = {item["line"]: item["code"] for item in notes_of(series) if item["line"]}
    assert moved == {line + 6: code for line, code in notes.items()}


def notes_of(series: Series) -> list[dict[str, Any]]:
    newest = series.screenplays.first()
    assert newest is not None
    return notes_on(newest).problems


def test_whoever_is_described_anew_in_one_episode_is_looked_at_again_in_all(
    series: Series, three: list[Episode]
) -> None:
    described = f"{PARTS[0]}\nMIA, an old woman of 80 in a red coat, laughs.\n"
    save(series, file_of([described, *PARTS[1:]]))
    assert [is_behind(one) for one in three] == [True] * 3


def test_a_new_bible_is_looked_at_in_all_episodes(series: Series, three: list[Episode]) -> None:
    bible = '[[characters]]\nname = "Mia"\n'
    services.save_bible(series=series, bible=bible, read=services.read_bible(text=bible))
    assert [is_behind(Episode.objects.get(pk=one.pk)) for one in three] == [True] * 3
