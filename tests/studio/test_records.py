"""What stands beside a final whose job ended without an answer is believed where it holds."""

import json
import os
from pathlib import Path
from typing import Any

import msgspec
import pytest
from django.test import Client

from apps.catalog.models import Episode
from apps.jobs.models import Job
from apps.jobs.services import cancel
from apps.studio.services.records import finished
from apps.studio.services.takes import record_take
from engine.contracts import RECORD
from engine.contracts import Take as TakeData
from tests.people import People
from tests.studio import dailies
from tests.studio.test_finals import asked_and_made, leave_finished

FILES = ("take.mp4", "take-1.mp4", "speech.wav", "stem.wav", "still.jpg", "last.png")
TAKE = TakeData(
    proxies={"1x1": "take-1.mp4"},
    stem="stem.wav",
    last="last.png",
    inputs="",
    renderer="diffusion",
    seed=1,
    format=dailies.SMALL,
    frames=8,
    duration=1.0,
    timings=(),
    sha256=dict.fromkeys(FILES, "0" * 64),
    wall_s=0.0,
    cpu_s=0.0,
    peak_mb=0.0,
    versions={},
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder of a final that is whole; beside it is a film that is none of it."""
    (tmp_path / "elsewhere.mp4").write_bytes(b"film")
    home = tmp_path / "take"
    (home / "folder").mkdir(parents=True)
    (home / "link.mp4").symlink_to(tmp_path / "elsewhere.mp4")
    for name in FILES:
        (home / name).write_bytes(b"film")
    return home


def left(home: Path, **wrong: Any) -> TakeData | None:
    """What is found there of a record that is wrong in this."""
    text = json.dumps(msgspec.to_builtins(TAKE) | wrong)
    (home / RECORD).write_text(text, encoding="utf-8")
    return finished(str(home))


def test_a_final_that_is_whole_is_found(home: Path) -> None:
    assert left(home) == TAKE
    assert left(home, stem="", last="", proxies={}) is not None, "not every final has them"


PATHS = ("../elsewhere.mp4", "/etc/hostname", "folder/../take.mp4", "./take.mp4", "..", ".")
ODD = ("folder", "link.mp4", "not-there.mp4", "take.mp4\n", "take.mp4\0", "x" * 5000, "\ud800")


@pytest.mark.parametrize("name", [*PATHS, *ODD, "..\\elsewhere.mp4", None, 7])
def test_a_record_that_names_no_file_of_its_folder_is_a_damaged_one(home: Path, name: Any) -> None:
    for field in ("video", "speech", "stem", "still", "last"):
        assert left(home, **{field: name}) is None
    assert left(home, proxies={"1x1": name}) is None
    if isinstance(name, str):
        assert left(home, sha256={name: "0" * 64}) is None


@pytest.mark.parametrize("field", ["video", "speech", "still"])
def test_what_every_take_has_cannot_be_left_empty(home: Path, field: str) -> None:
    assert left(home, **{field: ""}) is None


@pytest.mark.parametrize("name", FILES)
def test_a_final_of_which_a_file_is_gone_was_not_finished(home: Path, name: str) -> None:
    (home / name).unlink()
    assert left(home) is None


@pytest.mark.parametrize("text", ["", "{ half of it", "[" * 100_000, "null", "\xff"])
def test_a_record_that_cannot_be_read_is_a_damaged_one(home: Path, text: str) -> None:
    (home / RECORD).write_bytes(text.encode("latin-1"))
    assert finished(str(home)) is None


def test_a_record_that_is_no_file_is_not_waited_for(home: Path) -> None:
    os.mkfifo(home / RECORD)
    assert finished(str(home)) is None


@pytest.fixture
def episode(rehearsed: Episode) -> Episode:
    return rehearsed


@pytest.mark.django_db(transaction=True)
def test_a_hostile_record_leaves_board_and_take_room_as_they_were(
    episode: Episode, people: People, client: Client
) -> None:
    job = asked_and_made(episode)
    made = (job.result or {})["takes"]
    made[1]["video"] = "../../../../db.sqlite3"
    homes = [leave_finished(*pair) for pair in zip(job.request["takes"], made, strict=True)][:2]
    cancel(job=Job.objects.get(pk=job.pk))
    assert [home.exists() for home in homes] == [True, False]
    first, second = episode.shots.in_cut()[:2]
    assert (first.takes.count(), second.takes.count()) == (2, 1)
    client.force_login(people.alice)
    assert client.get("/studio/the-key/1/").status_code == 200
    assert client.get(f"/studio/shots/{second.pk}/takes").status_code == 200


def test_an_answer_that_leads_out_of_the_folder_is_not_kept(episode: Episode) -> None:
    shot = episode.shots.in_cut()[0]
    drawn = dailies.take_of(shot)
    request, result = drawn.request, drawn.data
    drawn.delete()
    with pytest.raises(msgspec.ValidationError):
        record_take(shot=shot, request=request, result=result | {"still": "../still.jpg"})
    plain = {name: value for name, value in result.items() if name != "still"}
    assert record_take(shot=shot, request=request, result=plain).data["still"] == "still.jpg"
