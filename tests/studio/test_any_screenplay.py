"""Any screenplay becomes an episode that plays, or is refused in plain words."""

from collections.abc import Callable
from pathlib import Path

import av
import pytest
from django.test import Client

from apps.catalog.models import Episode, Series
from apps.jobs.models import Job, State
from apps.studio import services
from apps.studio.models import Cut
from engine.contracts import Format
from tests.people import People
from tests.studio.conftest import SMALL, write

Work = Callable[[], list[Job]]

SAMPLES = Path(__file__).resolve().parents[2] / ".." / "shared" / "samples"
TINY = Format(width=54, height=96, fps=3)
NO_DIALOGUE = "INT. HALL - NIGHT\n\nA door opens. Nobody is there.\n\nA key falls.\n"
NO_HEADING = "MIA\nNot mine.\n\nTOM\nIt is.\n"
NAMES = "INT. HALL - NIGHT\n\n@🦊 Fox\nHello.\n\n@עדי\nשלום לך.\n\n@فاطمة\nمرحبا 🙂\n"
CROWD = "INT. HALL - NIGHT\n\n" + "".join(f"PERSON {n}\nYes.\n\n" for n in range(200))
BREATHLESS = "INT. HALL - NIGHT\n\nMIA\n" + "never again and again " * 1250 + "\n"


@pytest.fixture
def series(people: People, media: Path) -> Series:
    return services.create_series(studio=people.studio, title="Try", language="en")


def seconds_played(path: str) -> float:
    """How long it plays, every picture decoded, with sound."""
    with av.open(path) as film:
        assert film.streams.audio
        rate = film.streams.video[0].average_rate
        assert rate is not None
        return float(sum(1 for _ in film.decode(video=0)) / rate)


def played(series: Series, text: str, picture: Format, work: Work) -> Episode:
    """The first episode of `text`, made and watched to the end."""
    write(series, text)
    episode = series.episodes.get(number=1)
    services.produce(episode=episode, publish=False, picture=picture)
    assert {(job.verb, job.error_message) for job in work() if job.state != State.DONE} == set()
    master = Cut.objects.get(episode=episode).composed()
    assert seconds_played(master.video) == pytest.approx(master.duration, abs=0.5)
    return episode


@pytest.mark.parametrize(
    "text", [NO_DIALOGUE, NO_HEADING, NAMES], ids=["no dialogue", "no heading", "names"]
)
def test_an_unusual_screenplay_becomes_an_episode_that_plays(
    series: Series, work: Work, text: str
) -> None:
    assert played(series, text, SMALL, work).shots.in_cut().exists()


@pytest.mark.parametrize(
    ("text", "fewest"), [(CROWD, 200), (BREATHLESS, 300)], ids=["200 characters", "5,000 words"]
)
def test_a_vast_screenplay_is_listed_and_its_board_opens(
    series: Series, work: Work, people: People, client: Client, text: str, fewest: int
) -> None:
    write(series, text)
    episode = series.episodes.get(number=1)
    services.break_down(episode=episode)
    assert ("breakdown", State.DONE) in [(job.verb, job.state) for job in work()]
    assert episode.shots.in_cut().count() >= fewest
    client.force_login(people.bob)
    board = client.get(f"/studio/{series.slug}/1/").content.decode()
    assert board.count("data-tile=") == episode.shots.in_cut().count()


@pytest.mark.parametrize("name", ["ascent_to_guru_peak", "pulpit__fire"])
def test_a_screenplay_not_written_for_us_becomes_an_episode_that_plays(
    series: Series, work: Work, name: str
) -> None:
    if not SAMPLES.is_dir():
        pytest.skip("../shared/samples is not there")
    text = (SAMPLES / f"{name}.fountain").read_text(encoding="utf-8")
    episode = played(series, text, TINY, work)
    assert episode.shots.in_cut().count() > 30
