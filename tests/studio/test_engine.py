"""Alice owns the studio and looks after its models; Bob directs, and reads what there is."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django.fixtures import Settings

from apps.jobs.driver import longest
from apps.jobs.models import Job, State
from tests.engine.diffusion.disk.local_hub import Hub, Repository, serving
from tests.people import People

PAGE = "/studio/engine/"
NAME = "wan2.2-ti2v-5b"
REPOSITORY = "Wan-AI/Wan2.2-TI2V-5B-Diffusers"
OWN = """
title = "Harbour Keyframes"
base = "flux2-klein-4b"
[licence]
id = "Community-1"
title = "Harbour Community Licence"
excluded = ["EU"]
revenue_limit = 20000000
"""
Work = Callable[[], list[Job]]


@pytest.fixture
def disk(settings: Settings, tmp_path: Path, media: Path) -> Path:
    cache.clear()  # what it says there was in the folder of another test
    settings.MODELS_DIR = tmp_path / "models"
    (settings.MODELS_DIR / "own" / "harbour").mkdir(parents=True)
    (settings.MODELS_DIR / "own" / "harbour" / "model.toml").write_text(OWN, encoding="utf-8")
    return tmp_path / "models"


@pytest.fixture
def hub(disk: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    """A model of two files on a hub that this machine can reach."""
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    index = json.dumps({"_class_name": "WanImageToVideoPipeline", "vae": ["diffusers", "x"]})
    with serving() as served:
        served.repositories[REPOSITORY] = Repository(
            {"model_index.json": index.encode(), "vae/v.safetensors": b"v" * 3000}
        )
        monkeypatch.setenv("HF_ENDPOINT", served.address)
        yield served


@pytest.fixture
def alice(people: People, disk: Path, client: Client) -> Client:
    client.force_login(people.alice)
    return client


def shown(client: Client, language: str = "en") -> str:
    answer = client.get(PAGE, headers={"Accept-Language": language})
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_says_what_there_is_and_what_is_missing(alice: Client) -> None:
    page = shown(alice)
    assert "Wan 2.2 TI2V 5B" in page
    assert "GiB to fetch" in page
    assert "Nobody has accepted the licence of Harbour Keyframes yet" in page
    assert "尚无人接受 Harbour Keyframes 的许可" in shown(alice, "zh-hans")


def test_a_folder_that_cannot_be_understood_is_told(alice: Client, disk: Path) -> None:
    (disk / "own" / "broken").mkdir()
    assert "“broken” is left out: it has no model.toml." in shown(alice)


def test_what_is_missing_of_a_folder_is_named(alice: Client, disk: Path) -> None:
    index = {"_class_name": "Flux2KleinPipeline", "vae": ["diffusers", "AutoencoderKLFlux2"]}
    (disk / "own" / "harbour" / "model_index.json").write_text(json.dumps(index), encoding="utf-8")
    assert "Missing in its folder: vae" in shown(alice)
    assert "文件夹中缺少：vae" in shown(alice, "zh-hans")


def test_who_does_not_own_a_studio_reads_and_changes_nothing(
    people: People, disk: Path, client: Client
) -> None:
    client.force_login(people.bob)
    assert "Wan 2.2 TI2V 5B" in shown(client)
    assert f"{PAGE}{NAME}/pull" not in shown(client)
    for verb in ("pull", "verify", "remove"):
        assert client.post(f"{PAGE}{NAME}/{verb}").status_code == 403
    terms = client.get(f"{PAGE}harbour/licence").content.decode()
    assert "20,000,000" in terms
    assert "Only the owner of a studio can accept it" in terms
    given = {"country": "JP", "revenue": 1, "by": "Bob"}
    assert client.post(f"{PAGE}harbour/licence", given).status_code == 403
    assert not (disk / "acceptances.json").exists()
    assert not Job.objects.exists()


def test_a_model_is_pulled_verified_and_removed_as_jobs(
    alice: Client, hub: Hub, disk: Path, work: Work
) -> None:
    assert alice.post(f"{PAGE}{NAME}/pull")["Location"] == f"{PAGE}#{NAME}"
    assert "Waits for a worker" in shown(alice)
    assert NAME in alice.get("/studio/queue/").content.decode()
    assert [job.state for job in work()] == [State.DONE]
    assert (disk / NAME / "vae" / "v.safetensors").read_bytes() == b"v" * 3000
    page = shown(alice)
    assert f"{PAGE}{NAME}/pull" not in page
    assert hub.repositories[REPOSITORY].commit[:12] in page
    alice.post(f"{PAGE}{NAME}/verify")
    alice.post(f"{PAGE}{NAME}/remove")
    assert [job.state for job in work()] == [State.DONE, State.DONE]
    assert not (disk / NAME).exists()
    assert f"{PAGE}{NAME}/pull" in shown(alice)


def test_a_pull_that_fails_says_on_the_page_what_to_do(alice: Client, hub: Hub, work: Work) -> None:
    hub.repositories[REPOSITORY].gated = True
    alice.post(f"{PAGE}{NAME}/pull")
    assert [job.error_code for job in work()] == ["gated"]
    assert "set it as HF_TOKEN where the workers run" in shown(alice)


def test_a_pull_may_take_longer_than_other_jobs(settings: Settings) -> None:
    settings.JOB_SECONDS = {"cpu": 5, "gpu": 6, "pull": 7, "finals": 8}
    jobs = [
        Job(verb="render"),
        Job(verb="render", queue="gpu"),
        Job(verb="models_pull", queue="pull"),
        Job(verb="finals"),
    ]
    assert [longest(job) for job in jobs] == [5, 6, 7, 8]


def test_an_owner_accepts_the_text_that_was_shown(alice: Client, disk: Path) -> None:
    terms = alice.get(f"{PAGE}harbour/licence")
    digest = terms.context["text"].sha256
    given = {"country": "JP", "revenue": 500_000, "by": "Alice", "text_sha256": digest}
    assert alice.post(f"{PAGE}harbour/licence", given)["Location"] == PAGE
    (kept,) = json.loads((disk / "acceptances.json").read_bytes())["acceptances"]
    assert (kept["by"], kept["country"], kept["revenue"]) == ("Alice", "JP", 500_000)
    assert kept["text_sha256"] == digest
    page = shown(alice)
    assert "Accepted by Alice" in page
    assert "Nobody has accepted the licence of Harbour" not in page


def test_a_country_that_the_licence_leaves_out_is_recorded_and_refused(alice: Client) -> None:
    given = {"country": "DE", "revenue": 1, "by": "Alice"}
    alice.post(f"{PAGE}harbour/licence", given)
    assert "does not hold in DE" in shown(alice)


def test_what_was_not_filled_in_is_asked_for_again(alice: Client, disk: Path) -> None:
    answer = alice.post(f"{PAGE}harbour/licence", {"country": "XX", "by": "Alice"})
    assert answer.status_code == 400
    assert set(answer.context["form"].errors) == {"country", "revenue"}
    assert not (disk / "acceptances.json").exists()


def test_what_is_not_in_the_registry_is_not_there(alice: Client) -> None:
    assert alice.get(f"{PAGE}sora/licence").status_code == 404
    assert alice.post(f"{PAGE}sora/pull").status_code == 404
    assert alice.post(f"{PAGE}harbour/pull").status_code == 404
    assert alice.post(f"{PAGE}{NAME}/burn").status_code == 404


def test_an_engine_that_cannot_answer_is_told_on_the_page(alice: Client, disk: Path) -> None:
    (disk / "acceptances.json").write_text("[", encoding="utf-8")
    assert "Put back a copy of the file" in shown(alice)


def test_what_another_studio_pulls_is_seen_and_not_stopped(
    people: People, alice: Client, hub: Hub
) -> None:
    alice.post(f"{PAGE}{NAME}/pull")
    assert f"/studio/queue/{Job.objects.get().pk}/cancel" in shown(alice)
    alice.force_login(people.charlie)
    assert "Waits for a worker" in shown(alice)
    assert "/cancel" not in shown(alice)
