"""What the take room says of takes, and of the one that is being made."""

import msgspec
import pytest
from django.test import Client
from django.utils import translation

from apps.catalog.models import Episode
from apps.jobs.models import Job, State
from apps.studio import services
from apps.studio.board import takes_of, waits_of
from apps.studio.made_with import Made, made_with
from apps.studio.models import Shot
from engine.contracts import Judgement, Quality, _
from tests.people import People
from tests.studio import dailies
from tests.studio.test_finals import final_take

GOOD = Judgement(scores={Quality.EXPOSURE: 0.9})


@pytest.fixture
def shot(people: People, media: object) -> Shot:
    series = services.create_series(studio=people.studio, title="The Key", language="en")
    made: Episode = dailies.shot_in_full(dailies.written(series))
    return made.shots.in_cut().select_related("episode__series__studio")[0]


def test_with_what_a_take_was_made_is_said_in_the_language_of_the_page() -> None:
    known = {
        "keyframes": "flux2-klein-4b",
        "keyframes_title": "FLUX.2 Klein 4B",
        "video": "wan",
        "size": "480x832",
        "rung": "tiled",
        "goes on from": "ab" * 32,
        "made up": "yes",
    }
    with translation.override("zh-hans"):
        rows = made_with(known)
    assert rows == [
        Made("视频模型", "wan", is_code=False),
        Made("关键帧模型", "FLUX.2 Klein 4B", is_code=False),
        Made("尺寸", "480 × 832", is_code=False),
        Made("承接自", "ab" * 6, is_code=True),
        Made("显存", "画面分块解码", is_code=False),
        Made("made up", "yes", is_code=True),
    ]


def test_a_place_is_said_where_there_is_another_final_to_stand_before_or_behind(
    shot: Shot,
) -> None:
    translation.activate("en")  # other tests leave another language behind
    final_take(shot, GOOD)
    (only,) = [row for row in takes_of(shot)["takes"] if row["final"]]
    assert (only["place"], only["why"]) == (0, "No fault was found.")
    final_take(shot, GOOD)
    finals = [row for row in takes_of(Shot.objects.get(pk=shot.pk))["takes"] if row["final"]]
    assert sorted(row["place"] for row in finals) == [1, 2]


def test_a_final_of_an_older_version_stands_in_no_order_with_the_others(shot: Shot) -> None:
    older = [final_take(shot, GOOD), final_take(shot, GOOD)]
    Shot.objects.filter(pk=shot.pk).update(inputs="another")
    rows = {row["id"]: row for row in takes_of(Shot.objects.get(pk=shot.pk))["takes"]}
    for take in older:
        assert rows[take.pk]["scores"]
        assert "place" not in rows[take.pk]


def test_the_part_that_is_looked_at_again_says_when_the_room_has_changed(
    people: People, shot: Shot, client: Client
) -> None:
    client.force_login(people.bob)
    part = f"/studio/shots/{shot.pk}/takes?part"
    before = waits_of(shot)["version"]
    job = services.make_final(shot=shot)
    waiting = waits_of(shot)
    assert waiting["version"] != before
    page = client.get(part).content.decode()
    assert "Waits for its turn" in page
    assert "data-take=" not in page
    footage = msgspec.to_builtins(_("Footage"))
    Job.objects.filter(pk=job.pk).update(state=State.RUNNING, progress_wording=footage)
    assert waits_of(shot)["version"] == waiting["version"], "it is the same take"
    client.cookies["django_language"] = "zh-hans"
    assert "画面" in client.get(part).content.decode()
    services.reject(take=shot.takes.get(), reason="Too dark.")
    assert waits_of(Shot.objects.get(pk=shot.pk))["version"] != waiting["version"]


def test_a_take_that_waits_can_be_stopped_in_its_room(
    people: People, shot: Shot, client: Client
) -> None:
    client.force_login(people.bob)
    job = services.make_final(shot=shot)
    room = client.post(f"/studio/shots/{shot.pk}/stop")
    job.refresh_from_db()
    assert job.state == State.CANCELLED
    assert "data-waits" not in room.content.decode()
