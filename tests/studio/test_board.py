"""The board as somebody reads it while a worker writes."""

import pytest

from apps.catalog.models import Episode
from apps.studio import board, services
from apps.studio.models import Production, Shot
from apps.studio.progress import Progress, progress_of
from tests.catalog import shelf
from tests.people import People
from tests.studio import dailies
from tests.studio.test_release import composed


@pytest.fixture
def episode(people: People, media: object) -> Episode:
    series = services.create_series(studio=people.studio, title="The Key", language="en")
    return dailies.shot_in_full(dailies.written(series))


def seen(episode: Episode) -> Episode:
    """As a view holds it: loaded with its edition before anything else is looked at."""
    return Episode.objects.select_related("series__studio", "edition").get(pk=episode.pk)


@pytest.mark.parametrize("when", ["before the progress is read", "after it"])
def test_a_look_across_a_publication_goes_on_or_shows_what_was_published(
    episode: Episode, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    cut = composed(episode)
    Production.objects.filter(episode=episode).update(goal=Production.Goal.EDITION)
    held = seen(episode)

    def publish() -> None:
        shelf.publish(episode)
        episode.editions.update(cut_hash=cut.hash)
        Production.objects.filter(episode=episode).update(goal=Production.Goal.REST)

    def read(one: Episode) -> Progress:
        if when == "after it":
            progress = progress_of(one)
            publish()
            return progress
        publish()
        return progress_of(one)

    monkeypatch.setattr(board, "progress_of", read)
    shown = board.board_of(held)
    assert shown["progress"].working or shown["published"]
    assert shown["published"], "the edition is read last"


def test_a_look_across_the_end_of_a_take_shows_the_take_or_goes_on(
    episode: Episode, monkeypatch: pytest.MonkeyPatch
) -> None:
    shot = episode.shots.in_cut()[0]
    take = shot.takes.get()
    Shot.objects.filter(pk=shot.pk).update(circle_take=None)
    jobs_by_subject = board.jobs_by_subject

    def read(shots: list[Shot]) -> dict[str, object]:
        services.pick(shot=Shot.objects.get(pk=shot.pk), take=take)  # the job ends just now
        return dict(jobs_by_subject(shots))

    monkeypatch.setattr(board, "jobs_by_subject", read)
    assert board.board_of(seen(episode))["scenes"][0]["tiles"][0]["take"] == take.pk
    Shot.objects.filter(pk=shot.pk).update(circle_take=None)
    assert board.takes_of(Shot.objects.get(pk=shot.pk))["takes"][0]["circled"]
