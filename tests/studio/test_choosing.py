"""Alice and Bob say with what the final takes of their series are made; Charlie is told nothing."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django.fixtures import Settings

from apps.catalog.models import Episode
from apps.jobs.models import Job, State
from apps.studio import services
from apps.studio.models import FinalSettings, Shot
from apps.studio.services.choosing import offers
from apps.studio.services.engine import models
from apps.studio.sheets import sheet_of
from apps.studio.views.finals import offered
from engine.contracts import CardState, EngineError, _
from tests.engine.diffusion import tiny_graphs
from tests.people import People
from tests.studio import dailies
from tests.studio.test_engine import OWN

PAGE = "/studio/the-key/finals"
VIDEO, KEYFRAMES = "wan2.2-ti2v-5b", "flux2-klein-4b"
Work = Callable[[], list[Job]]


@pytest.fixture
def disk(
    settings: Settings,
    tmp_path: Path,
    tiny_model: Callable[[str], Path],
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """A video model and a keyframe model, an upscaler, and a model that nobody has accepted."""
    cache.clear()  # what it says there was in the folder of another test
    settings.MODELS_DIR = tmp_path / "models"
    monkeypatch.delenv("DRAMABOX_MODELS", raising=False)
    monkeypatch.setenv("DRAMABOX_STAGE_CACHE", str(tmp_path / "stages"))
    tiny_graphs.upscaler(tmp_path / "models" / "upscalers" / "esrgan")
    for name in (VIDEO, KEYFRAMES):
        (tmp_path / "models" / name).symlink_to(tiny_model(name))
    (tmp_path / "models" / "own" / "harbour").mkdir(parents=True)
    (tmp_path / "models" / "own" / "harbour" / "model.toml").write_text(OWN, encoding="utf-8")
    return tmp_path / "models"


@pytest.fixture
def episode(people: People, media: Path, disk: Path) -> Episode:
    series = services.create_series(studio=people.studio, title="The Key", language="en")
    return dailies.shot_in_full(dailies.written(series))


@pytest.fixture
def bob(people: People, episode: Episode, client: Client) -> Client:
    client.force_login(people.bob)
    return client


def given(**differing: Any) -> dict[str, Any]:
    """What the form sends when nothing but this is chosen."""
    fields = {"video": "", "keyframes": "", "upscale": "", "interpolate": "", "steps": ""}
    return fields | differing


def first(episode: Episode) -> Shot:
    return episode.shots.in_cut()[0]


def groups(client: Client) -> dict[str, dict[str, Any]]:
    """What the page offers, by field."""
    answer = client.get(PAGE)
    assert answer.status_code == 200
    return {one["field"].name: one for one in answer.context["groups"]}


def gone(path: Path) -> None:
    """Take a model off the disk, and let what was believed of it grow old."""
    path.unlink() if path.is_symlink() else shutil.rmtree(path)
    cache.clear()


def test_who_chooses_nothing_has_the_best_that_is_here(bob: Client, episode: Episode) -> None:
    video = groups(bob)["video"]
    assert video["value"] == ""
    assert video["rows"][0]["default"].name == VIDEO
    assert ": Wan 2.2 TI2V 5B</span>" in " ".join(bob.get(PAGE).content.decode().split())
    final = services.final_of(first(episode))
    assert (final.video, final.keyframes, final.steps, final.smaller) == ("", "", 0, False)


def test_only_what_is_here_and_allowed_is_offered_the_rest_says_why(bob: Client) -> None:
    found = groups(bob)
    assert [one["name"] for one in found["video"]["rows"]] == ["", VIDEO]
    assert [one["name"] for one in found["keyframes"]["rows"]] == ["", KEYFRAMES]
    assert [one["name"] for one in found["upscale"]["rows"]] == ["", "esrgan"]
    assert [one["name"] for one in found["interpolate"]["rows"]] == ["", "blend"]
    why = {one["name"]: one["why"] for group in found.values() for one in group["others"]}
    assert "Nobody has accepted the licence of Harbour Keyframes yet" in why["harbour"]
    assert why["sdxl"] == "Stable Diffusion XL is not on this machine, or not all of it."


def test_a_model_that_is_large_for_the_card_is_offered_with_a_warning(bob: Client) -> None:
    found = models()
    (video,) = (one for one in offers(found, "video") if one.name == VIDEO)
    assert offered(video, msgspec.structs.replace(found, card=None))["small"] is None
    for gib, small in ((8.0, True), (11.5, False)):  # it is said to run on 12
        card = CardState(name="Card", gib=gib)
        row = offered(video, msgspec.structs.replace(found, card=card))
        assert (row["small"] == card) is small


def test_the_page_speaks_chinese(bob: Client) -> None:
    page = bob.get(PAGE, headers={"Accept-Language": "zh-hans"}).content.decode()
    assert "正式镜次的制作方式" in page
    assert "Stable Diffusion XL</a> 不在本机，或不完整。" in page


def test_the_next_final_is_made_with_what_bob_chose(
    bob: Client, episode: Episode, work: Work
) -> None:
    shot = first(episode)
    kept = shot.circle_take
    chosen = given(
        video=VIDEO, keyframes=KEYFRAMES, upscale="esrgan", interpolate="blend", steps="2"
    )
    assert bob.post(PAGE, chosen | {"smaller": "on"})["Location"] == f"{PAGE}?saved"
    assert "Saved." in bob.get(f"{PAGE}?saved").content.decode()
    assert groups(bob)["upscale"]["value"] == "esrgan"
    shot.refresh_from_db()
    assert (shot.state, shot.circle_take) == (Shot.State.CURRENT, kept), "a choice changes no shot"
    assert bob.post(f"/studio/shots/{shot.pk}/final").status_code == 202
    (job,) = work()
    assert job.state == State.DONE, job.error_message
    asked = job.request["final"]
    assert (asked["upscale"], asked["interpolate"], asked["steps"]) == ("esrgan", "blend", 2)
    assert asked["smaller"]
    shot.refresh_from_db()
    assert shot.circle_take is not None
    assert shot.circle_take.data["made_with"]["video"] == VIDEO
    assert shot.circle_take.data["made_with"]["keyframes"] == KEYFRAMES
    room = bob.get(f"/studio/shots/{shot.pk}/takes").content.decode()
    assert f'href="{PAGE}"' in room


def test_all_shots_of_an_episode_are_made_with_it(bob: Client, episode: Episode) -> None:
    bob.post(PAGE, given(video=VIDEO, steps="2"))
    assert f'href="{PAGE}"' in bob.get("/studio/the-key/1/").content.decode()
    bob.post("/studio/the-key/1/make-finals")
    takes = Job.objects.get(verb="finals").request["takes"]
    assert len(takes) == episode.shots.in_cut().count()
    assert {(one["final"]["video"], one["final"]["steps"]) for one in takes} == {(VIDEO, 2)}


def test_another_choice_is_another_take_and_makes_nothing_stale(
    bob: Client, episode: Episode
) -> None:
    shot = first(episode)
    before = services.make_final(shot=shot)
    assert services.make_final(shot=shot) == before, "it is being made"
    bob.post(PAGE, given(interpolate="blend"))
    shot = Shot.objects.get(pk=shot.pk)
    assert services.make_final(shot=shot) != before
    assert all(one.state == Shot.State.CURRENT for one in episode.shots.in_cut())


@pytest.mark.parametrize(
    ("field", "name", "why"),
    [
        ("keyframes", "harbour", "Nobody has accepted the licence of Harbour Keyframes yet"),
        ("video", "wan2.1-vace-1.3b", "Wan 2.1 VACE 1.3B is not on this machine"),
        ("video", KEYFRAMES, "“flux2-klein-4b” is a model for something else."),
        ("video", "sora", "There is no model “sora” in the registry."),
        ("upscale", "../../etc", "There is no upscaler “../../etc” beside the models."),
        ("interpolate", "rife", "There is no interpolator “rife” beside the models."),
        ("steps", "101", "At most 100."),
        ("steps", "0", "At least 1, or nothing for the model&#x27;s own."),
    ],
)
def test_what_cannot_be_used_is_not_kept_and_the_page_says_why(
    bob: Client, field: str, name: str, why: str
) -> None:
    answer = bob.post(PAGE, given(**{field: name}))
    assert answer.status_code == 400
    assert why in answer.content.decode()
    assert "Nothing was saved" in answer.content.decode()
    assert not FinalSettings.objects.exists()


def test_no_number_of_steps_is_the_models_own(bob: Client) -> None:
    bob.post(PAGE, given(steps=""))
    assert FinalSettings.objects.get().steps == 0
    steps = bob.get(PAGE).context["form"]["steps"]
    assert steps.value() is None
    own = next(one.steps for one in models().models if one.name == VIDEO)
    assert f'placeholder="{own} (the model&#x27;s own)"' in str(steps)


def test_what_cannot_be_used_is_named_once_in_its_reason(bob: Client) -> None:
    page = " ".join(bob.get(PAGE).content.decode().split())
    link = '<a href="/studio/engine/#sdxl">Stable Diffusion XL</a>'
    assert f"<li>{link} is not on this machine, or not all of it.</li>" in page
    assert ">Harbour Keyframes</a> yet (" in page


def test_a_reason_that_is_part_of_a_row_stands_as_a_sentence(bob: Client) -> None:
    reason = (
        "No graphics card: the smallest model to choose from here is taken, with minutes for each "
        "step."
    )
    assert reason in groups(bob)["video"]["rows"][0]["reasons"]


def test_the_hint_of_what_is_ticked_is_shown_with_it(bob: Client) -> None:
    page = bob.get(PAGE).content.decode()
    assert page.count('id="id_smaller_helptext"') == 1
    assert 'aria-describedby="id_smaller_helptext"' in page


def test_a_model_that_has_gone_is_told_where_its_finals_are_asked_for(
    bob: Client, episode: Episode, disk: Path
) -> None:
    bob.post(PAGE, given(video=VIDEO))
    gone(disk / VIDEO)
    reason = "Wan 2.2 TI2V 5B is not on this machine, or not all of it."
    for refused in (
        bob.post(f"/studio/shots/{first(episode).pk}/final"),
        bob.post("/studio/the-key/1/make-finals"),
    ):
        assert refused.status_code == 400
        page = refused.content.decode()
        assert reason in page
        assert "Choose another one in “How final takes are made”" in page
        assert f'href="{PAGE}"' in page
    assert not Job.objects.exists()
    row = groups(bob)["video"]["rows"][-1]
    assert (row["name"], row["why"]) == (VIDEO, reason)
    assert "Cannot be used now" in bob.get(PAGE).content.decode()
    assert bob.post(PAGE, given(video=VIDEO, steps="4")).status_code == 400
    assert bob.post(PAGE, given()).status_code == 302
    assert bob.post(f"/studio/shots/{first(episode).pk}/final").status_code == 202


def test_an_upscaler_that_has_gone_is_told_by_its_name(
    bob: Client, episode: Episode, disk: Path
) -> None:
    bob.post(PAGE, given(upscale="esrgan"))
    gone(disk / "upscalers" / "esrgan")
    refused = bob.post(f"/studio/shots/{first(episode).pk}/final")
    assert refused.status_code == 400
    assert "There is no upscaler “esrgan” beside the models." in refused.content.decode()


def test_where_nothing_was_chosen_nobody_is_asked_what_there_is(
    bob: Client, episode: Episode, disk: Path
) -> None:
    gone(disk / VIDEO)
    assert bob.post(f"/studio/shots/{first(episode).pk}/final").status_code == 202


def test_a_damaged_record_keeps_no_model_from_being_chosen(bob: Client, disk: Path) -> None:
    (disk / "acceptances.json").write_text("[", encoding="utf-8")
    assert [one["name"] for one in groups(bob)["video"]["rows"]] == ["", VIDEO]


def test_an_engine_that_cannot_answer_is_told_on_the_page(
    bob: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone() -> None:
        raise EngineError("engine-lost", _("The disk is full: the take could not be written."))

    monkeypatch.setattr("apps.studio.views.finals.models", gone)
    answer = bob.get(PAGE)
    assert answer.status_code == 400
    assert "The disk is full" in answer.content.decode()
    assert "<form class=" not in answer.content.decode()


@pytest.mark.parametrize(("has_card", "which"), [(True, "card"), (False, "machine")])
def test_the_page_of_the_series_says_what_the_best_is_measured_by(
    bob: Client, episode: Episode, settings: Settings, has_card: bool, which: str
) -> None:
    settings.HAS_CARD = has_card
    page = bob.get("/studio/the-key/").content.decode()
    assert f"With the best models for this {which}, unless you choose others." in page


def test_the_page_of_the_series_says_by_title_what_was_chosen(bob: Client, disk: Path) -> None:
    bob.post(PAGE, given(video=VIDEO, interpolate="blend", steps="4"))
    gone(disk / VIDEO)
    (disk / "acceptances.json").write_text("[", encoding="utf-8")  # the engine cannot answer
    page = bob.get("/studio/the-key/").content.decode()
    assert "<dd>Wan 2.2 TI2V 5B</dd>" in page
    assert "<dd>blended</dd>" in page
    assert VIDEO not in page
    page = bob.get("/studio/the-key/", headers={"Accept-Language": "zh-hans"}).content.decode()
    assert "<dd>混合相邻帧</dd>" in page


def test_another_studio_is_not_told_and_changes_nothing(
    people: People, bob: Client, client: Client
) -> None:
    client.force_login(people.charlie)
    assert client.get(PAGE).status_code == 404
    assert client.post(PAGE, given(steps="4")).status_code == 404
    assert not FinalSettings.objects.exists()


def test_sheets_are_made_by_the_keyframe_model_of_the_series(bob: Client, episode: Episode) -> None:
    bob.post(PAGE, given(keyframes=KEYFRAMES))
    mia = sheet_of(episode.series, "character", "mia", "")
    assert mia is not None
    job = services.make_references(sheet=mia, views=("front",), drawn=False)
    assert job.request["model"] == KEYFRAMES
