"""The API: what a studio's own tools may do, what strangers may not, and how it refuses."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from rest_framework.test import APIClient

from apps.accounts.models import User
from apps.catalog.models import Episode
from apps.jobs.models import Job, State
from apps.studio import services
from apps.studio.models import Production, Shot
from tests.catalog import shelf
from tests.people import People
from tests.studio import dailies

API = "/api/v1"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def forget_who_asked() -> None:
    """Everyone here asks from one address, which would soon have asked too often."""
    cache.clear()


@pytest.fixture
def episode(people: People, media: Path) -> Episode:
    series = services.create_series(studio=people.studio, title="The Key", language="en")
    return dailies.shot_in_full(dailies.written(series))


@pytest.fixture
def shot(episode: Episode) -> Shot:
    shot = episode.shots.in_cut().first()
    assert shot is not None
    return shot


def signed_in(user: User) -> APIClient:
    """With a token, got as a script gets it."""
    client = APIClient()
    given = {"username": user.username, "password": "a good password"}
    token = client.post(f"{API}/token/", given).json()["token"]
    client.credentials(HTTP_AUTHORIZATION=f"Token {token}")
    return client


@pytest.fixture
def bob(people: People) -> APIClient:
    return signed_in(people.bob)


def test_a_wrong_password_gets_no_token(people: People, client: Client) -> None:
    answer = client.post(f"{API}/token/", {"username": "bob", "password": "wrong"})
    refused(answer, "wrong-password")
    assert "token" not in answer.json()


def test_without_a_token_nothing_is_shown(episode: Episode, client: Client) -> None:
    for route in ("series", "episodes", "jobs", f"episodes/{episode.pk}/progress"):
        answer = client.get(f"{API}/{route}/")
        assert answer.status_code == 401
        in_one_form(answer)


def test_a_series_is_started_changed_and_found(people: People, bob: APIClient) -> None:
    given = {"studio": "lantern", "title": "Salt", "language": "en", "bible": 'logline = "Sea."\n'}
    made = bob.post(f"{API}/series/", given, format="json")
    assert made.status_code == 201
    series = made.json()
    assert (series["slug"], series["logline"]) == ("salt", "Sea.")
    changed = bob.patch(f"{API}/series/{series['id']}/", {"genre": "Family"}, format="json")
    assert changed.json()["genre"] == "Family"
    assert bob.get(f"{API}/series/{series['id']}/").json()["genre"] == "Family"
    assert [row["id"] for row in bob.get(f"{API}/series/").json()["results"]] == [series["id"]]
    assert bob.delete(f"{API}/series/{series['id']}/").status_code == 405


def test_a_bible_that_cannot_be_read_is_refused_whole(episode: Episode, bob: APIClient) -> None:
    url = f"{API}/series/{episode.series_id}/"
    answer = bob.patch(url, {"genre": "Crime", "bible": "colour = 'red'"}, format="json")
    refused(answer, "bible-unknown-key")
    episode.series.refresh_from_db()
    assert (episode.series.genre, episode.series.bible) == ("", "")
    given = {"studio": "lantern", "title": "Salt", "language": "en", "bible": "a = ["}
    refused(bob.post(f"{API}/series/", given, format="json"), "bible-not-toml")
    assert bob.get(f"{API}/series/").json()["count"] == 1


def test_a_series_cannot_be_started_in_anothers_studio(people: People, bob: APIClient) -> None:
    given = {"studio": "harbour", "title": "Salt", "language": "en"}
    assert bob.post(f"{API}/series/", given, format="json").status_code == 400


def refused(answer: Any, code: str) -> None:
    assert answer.status_code == 400
    said = answer.json()
    assert said["code"] == code
    assert said["message"]
    assert said["advice"]


def test_a_script_is_read_and_its_problems_are_told(episode: Episode, bob: APIClient) -> None:
    url = f"{API}/series/{episode.series_id}/scripts/"
    text = "\n\nINT. HALL - DAY\n\nMIA\nWell.\n\n/* a note that never ends\n"
    made = bob.post(
        url, {"text": text, "name": "hall.fountain", "episode": 4, "instead_of": 1}, format="json"
    )
    assert made.status_code == 201
    kept = made.json()
    assert (kept["revision"], kept["numbers"], kept["text"]) == (2, [4], text)
    assert any(problem["line"] == 8 for problem in kept["problems"])
    assert [row["revision"] for row in bob.get(url).json()] == [2, 1]
    assert episode.series.episodes.filter(number=4).exists()


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"text": "   \n\n"}, "empty"),
        ({"text": "# Episode 1\n\nMIA: A.\n\n# Episode 2\n\nMIA: B.\n", "episode": 3},
         "several-episodes"),
    ],
)  # fmt: skip
def test_a_script_that_cannot_be_kept_is_refused(
    episode: Episode, bob: APIClient, given: dict[str, Any], code: str
) -> None:
    refused(bob.post(f"{API}/series/{episode.series_id}/scripts/", given, format="json"), code)
    assert episode.series.screenplays.count() == 1


@pytest.mark.parametrize(
    "given", [{}, {"text": ""}, {"text": "A: b", "episode": 0}, {"text": "a\0b"}]
)
def test_a_script_that_is_not_one_is_told_which_field(
    episode: Episode, bob: APIClient, given: dict[str, Any]
) -> None:
    answer = bob.post(f"{API}/series/{episode.series_id}/scripts/", given, format="json")
    assert answer.status_code == 400
    refused(answer, "invalid")
    assert set(answer.json()["fields"]) <= {"text", "episode"}
    assert answer.json()["fields"]


def test_an_episode_is_broken_down_produced_and_stopped(people: People, bob: APIClient) -> None:
    series = services.create_series(studio=people.studio, title="Salt", language="en")
    episode = dailies.written(series)
    url = f"{API}/episodes/{episode.pk}"
    assert bob.get(f"{url}/progress/").json()["working"] is False
    begun = bob.post(f"{url}/breakdown/").json()
    assert (begun["stage"], begun["working"]) == ("breakdown", True)
    production = Production.objects.get(episode=episode)
    assert production.goal == Production.Goal.SHOTS
    bob.post(f"{url}/produce/", {"publish": True}, format="json")
    production.refresh_from_db()
    assert production.goal == Production.Goal.EDITION
    assert bob.post(f"{url}/produce/", {"publish": "perhaps"}, format="json").status_code == 400
    assert bob.post(f"{url}/stop/").json()["working"] is False
    assert not Job.objects.active().exists()


def test_an_episode_without_a_screenplay_is_refused(episode: Episode, bob: APIClient) -> None:
    empty = Episode.objects.create(series=episode.series, number=9)
    for verb in ("produce", "breakdown"):
        refused(bob.post(f"{API}/episodes/{empty.pk}/{verb}/"), "no-screenplay")


def test_shots_and_takes_are_shown_with_films_that_can_be_fetched(
    episode: Episode, shot: Shot, bob: APIClient
) -> None:
    shots = bob.get(f"{API}/episodes/{episode.pk}/shots/").json()
    assert [row["position"] for row in shots] == list(range(len(shots)))
    assert {row["state"] for row in shots} == {"current"}
    assert bob.get(f"{API}/shots/{shot.pk}/").json()["slate"] == shot.slate
    (take,) = bob.get(f"{API}/shots/{shot.pk}/takes/").json()
    assert bob.get(f"{API}/takes/{take['id']}/").json()["number"] == 1
    for address in (take["video"], take["still"]):
        assert bob.get(address).status_code == 200
    assert bob.get(f"{API}/episodes/{episode.pk}/editions/").json() == []
    mine = bob.get(f"{API}/episodes/", {"series": episode.series_id}).json()["results"]
    assert [row["id"] for row in mine] == [episode.pk]
    assert bob.get(f"{API}/episodes/", {"series": 99999}).json()["results"] == []
    for wrong in ("abc", "-1", "²", "9" * 30):
        refused(bob.get(f"{API}/episodes/", {"series": wrong}), "invalid")


def test_a_take_is_rejected_picked_and_made_again(shot: Shot, bob: APIClient) -> None:
    take = shot.takes.get()
    assert bob.post(f"{API}/takes/{take.pk}/reject/", {}).status_code == 400
    rejected = bob.post(f"{API}/takes/{take.pk}/reject/", {"reason": "Too dark."}).json()
    assert rejected["rejected"] == "Too dark."
    assert bob.get(f"{API}/shots/{shot.pk}/").json()["state"] == "missing"
    assert bob.post(f"{API}/takes/{take.pk}/pick/").json()["circle_take"] == take.pk
    asked = bob.post(f"{API}/shots/{shot.pk}/retake/")
    assert (asked.status_code, asked.json()["subject"]) == (202, f"shot:{shot.pk}")


def test_the_queue_is_shown_stopped_and_tried_again(shot: Shot, bob: APIClient) -> None:
    job = services.retake(shot=shot)
    assert [row["id"] for row in bob.get(f"{API}/jobs/").json()["results"]] == [str(job.pk)]
    assert bob.get(f"{API}/jobs/{job.pk}/").json()["state"] == State.QUEUED
    refused(bob.post(f"{API}/jobs/{job.pk}/retry/"), "not-ended")
    assert bob.post(f"{API}/jobs/{job.pk}/cancel/").json()["state"] == State.CANCELLED
    again = bob.post(f"{API}/jobs/{job.pk}/retry/").json()
    assert (again["state"], again["id"] == str(job.pk)) == (State.QUEUED, False)
    assert bob.get(f"{API}/jobs/no-such-job/").status_code == 404


WRONG: list[tuple[str, str, Any, int]] = [
    ("post", "token/", {}, 400),
    ("get", "token/", None, 405),
    ("post", "series/", {}, 400),
    ("post", "series/", [1, 2], 400),
    ("post", "series/", {"studio": ["lantern"], "title": {}, "language": "xx"}, 400),
    ("get", "series/abc/", None, 404),
    ("patch", "series/{series}/", {"title": ""}, 400),
    ("delete", "series/{series}/", None, 405),
    ("post", "series/{series}/scripts/", {"text": 5, "episode": "x"}, 400),
    ("get", "episodes/?series=abc", None, 400),
    ("get", "episodes/?page=abc", None, 404),
    ("get", "episodes/99999999999999999999/", None, 404),
    ("put", "episodes/{episode}/", {}, 405),
    ("post", "episodes/{episode}/produce/", {"publish": "perhaps"}, 400),
    ("post", "episodes/{episode}/put-back/", {}, 400),
    ("post", "episodes/{episode}/put-back/", {"edition": 7, "instead_of": None}, 400),
    ("post", "episodes/{episode}/put-back/", {"edition": {}, "instead_of": "x"}, 400),
    ("post", "episodes/{episode}/unpublish/", {}, 400),
    ("post", "episodes/{episode}/unpublish/", {"instead_of": 3}, 400),
    ("get", "episodes/{episode}/produce/", None, 405),
    ("get", "shots/x/", None, 404),
    ("get", "takes/0/", None, 404),
    ("post", "takes/{take}/reject/", {"reason": "x" * 401}, 400),
    ("get", "jobs/no-such-job/", None, 404),
    ("get", "jobs/?page=0", None, 404),
    ("get", "no-such-thing/", None, 404),
    ("post", "no-such-thing", {}, 404),
]  # fmt: skip


@pytest.mark.parametrize(("method", "route", "given", "status"), WRONG)
def test_whatever_is_asked_wrongly_is_refused_in_one_form(
    shot: Shot, bob: APIClient, method: str, route: str, given: Any, status: int
) -> None:
    keys = {
        "series": shot.episode.series_id, "episode": shot.episode_id, "take": shot.takes.get().pk,
    }  # fmt: skip
    answer = getattr(bob, method)(f"{API}/{route.format(**keys)}", given, format="json")
    assert answer.status_code == status
    in_one_form(answer)


def in_one_form(answer: Any) -> None:
    said = answer.json()
    assert said.keys() - {"fields", "localized"} == {"code", "message", "advice"}
    assert all(isinstance(said[name], str) and said[name] for name in ("code", "message", "advice"))
    assert "_" not in said["code"]


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        ("{", "application/json", 400),
        ("<a/>", "application/xml", 415),
        ("x", "multipart/form-data", 400),
    ],
)
def test_what_cannot_be_read_is_refused_in_the_same_form(
    bob: APIClient, body: str, kind: str, status: int
) -> None:
    answer = bob.generic("POST", f"{API}/series/", body, content_type=kind)
    assert answer.status_code == status
    in_one_form(answer)


def test_an_edition_is_put_back_and_the_episode_taken_down(
    episode: Episode, bob: APIClient
) -> None:
    shelf.publish(episode)
    shelf.publish(episode)
    url = f"{API}/episodes/{episode.pk}"
    first = bob.post(f"{url}/put-back/", {"edition": 1, "instead_of": 2}, format="json").json()
    assert [(row["number"], row["shown"]) for row in first] == [(2, False), (1, True)]
    assert len(first[0]["renditions"][0]["sha256"]) == 64
    for odd in ("٢", "２", "²", "+2", " 2", 2.0, True, "2\n"):
        for given in ({"edition": odd, "instead_of": 1}, {"edition": 2, "instead_of": odd}):
            refused(bob.post(f"{url}/put-back/", given, format="json"), "invalid")
    late = bob.post(f"{url}/put-back/", {"edition": 2, "instead_of": 2}, format="json")
    refused(late, "shown-changed")
    down = bob.post(f"{url}/unpublish/", {"instead_of": 1}, format="json").json()
    assert {row["shown"] for row in down} == {False}


def test_long_lists_come_in_pages(episode: Episode, bob: APIClient) -> None:
    rows = [Episode(series=episode.series, number=number) for number in range(2, 61)]
    Episode.objects.bulk_create(rows)
    first = bob.get(f"{API}/episodes/").json()
    assert (first["count"], len(first["results"]), first["previous"]) == (60, 50, None)
    second = bob.get(first["next"]).json()
    assert [row["number"] for row in second["results"]] == list(range(51, 61))


def test_another_studio_finds_nothing(people: People, episode: Episode, shot: Shot) -> None:
    charlie = signed_in(people.charlie)
    job, take = services.retake(shot=shot), shot.takes.get()
    for route in ("series", "episodes", "jobs"):
        assert charlie.get(f"{API}/{route}/").json()["results"] == []
    gets = [
        f"series/{episode.series_id}", f"series/{episode.series_id}/scripts",
        f"episodes/{episode.pk}", f"episodes/{episode.pk}/shots",
        f"episodes/{episode.pk}/progress", f"episodes/{episode.pk}/editions",
        f"shots/{shot.pk}", f"shots/{shot.pk}/takes", f"takes/{take.pk}", f"jobs/{job.pk}",
    ]  # fmt: skip
    assert {route: charlie.get(f"{API}/{route}/").status_code for route in gets} == (
        dict.fromkeys(gets, 404)
    )
    posts = [
        f"series/{episode.series_id}/scripts", f"episodes/{episode.pk}/breakdown",
        f"episodes/{episode.pk}/produce", f"episodes/{episode.pk}/stop",
        f"shots/{shot.pk}/retake", f"takes/{take.pk}/pick", f"takes/{take.pk}/reject",
        f"episodes/{episode.pk}/put-back", f"episodes/{episode.pk}/unpublish",
        f"jobs/{job.pk}/cancel", f"jobs/{job.pk}/retry",
    ]  # fmt: skip
    given = {"text": "A: b", "reason": "Mine."}
    assert {route: charlie.post(f"{API}/{route}/", given).status_code for route in posts} == (
        dict.fromkeys(posts, 404)
    )
    assert {route: charlie.post(f"{API}/{route}/").status_code for route in posts} == (
        dict.fromkeys(posts, 404)
    )
    assert charlie.patch(f"{API}/series/{episode.series_id}/", {"title": "x"}).status_code == 404
    job.refresh_from_db()
    assert job.state == State.QUEUED


def test_the_schema_is_made_without_a_warning_and_every_route_is_documented(
    tmp_path: Path, client: Client, db: None
) -> None:
    file = tmp_path / "schema.json"
    wanted = {"validate": True, "fail_on_warn": True, "format": "openapi-json"}
    call_command("spectacular", file=str(file), **wanted)
    manual = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    routes = json.loads(file.read_text(encoding="utf-8"))["paths"]
    assert len(routes) > 20
    kinds = [deed for route in routes.values() for deed in route.values() if "responses" in deed]
    assert all("default" in deed["responses"] for deed in kinds), "each says how it refuses"
    short = {route.removeprefix(f"{API}/") for route in routes}
    assert {route for route in short if route not in manual} == set()
    assert client.get(f"{API}/schema/").status_code == 200


def test_a_password_cannot_be_guessed_by_trying_many(people: People, client: Client) -> None:
    guess = {"username": "alice", "password": "wrong"}
    answers = [client.post("/api/v1/token/", guess).status_code for _ in range(25)]
    assert answers[0] == 400
    assert answers[-1] == 429
    in_one_form(client.post("/api/v1/token/", guess))
