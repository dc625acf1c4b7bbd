"""Who may open which room of the studio, and how rooms are asked."""

import pytest
from django.test import Client
from django.urls import reverse

from apps.catalog.models import Episode
from apps.jobs.models import Job, State
from apps.jobs.services import enqueue
from apps.studio import services
from apps.studio.models import Production
from engine.contracts import ReadRequest
from tests.people import People
from tests.studio import dailies


@pytest.fixture
def episode(people: People, media: object) -> Episode:
    series = services.create_series(studio=people.studio, title="The Key", language="en")
    return dailies.shot_in_full(dailies.written(series))


@pytest.fixture
def job(people: People, episode: Episode) -> Job:
    request = ReadRequest(text="x", name="x")
    return enqueue(
        verb="read", request=request, studio=people.studio, subject=f"episode:{episode.pk}"
    )


@pytest.fixture
def looks(episode: Episode) -> dict[str, str]:
    """Rooms one looks into."""
    slug, shot = episode.series.slug, episode.shots.in_cut().first()
    assert shot is not None
    return {
        "series": reverse("studio:series", args=[slug]),
        "script": reverse("studio:script", args=[slug]),
        "finals": reverse("studio:finals", args=[slug]),
        "board": reverse("studio:board", args=[slug, 1]),
        "release": reverse("studio:release", args=[slug, 1]),
        "review": reverse("studio:review", args=[slug, 1]),
        "takes": reverse("studio:takes", args=[shot.pk]),
    }


@pytest.fixture
def deeds(episode: Episode, job: Job) -> dict[str, str]:
    """What one does there."""
    slug, shot = episode.series.slug, episode.shots.in_cut().first()
    assert shot is not None
    take = shot.takes.get()
    verbs = ("make-current", "publish", "stop")
    return {
        "bible": reverse("studio:bible", args=[slug]),
        "retake": reverse("studio:retake", args=[shot.pk]),
        "pick": reverse("studio:pick", args=[take.pk]),
        "reject": reverse("studio:reject", args=[take.pk]),
        "cancel": reverse("studio:job", args=[job.pk, "cancel"]),
        "retry": reverse("studio:job", args=[job.pk, "retry"]),
        **{verb: reverse("studio:wish", args=[slug, 1, verb]) for verb in verbs},
    }


def test_who_directs_in_the_studio_opens_every_room(
    people: People, looks: dict[str, str], client: Client
) -> None:
    for person in (people.alice, people.bob):
        client.force_login(person)
        everywhere = looks | {room: f"/studio/{room}/" for room in ("queue", "engine")}
        everywhere["desk"] = "/studio/"
        answers = {room: client.get(url).status_code for room, url in everywhere.items()}
        assert answers == dict.fromkeys(everywhere, 200)


def test_the_bare_address_of_a_take_room_leads_to_its_board(
    people: People, episode: Episode, looks: dict[str, str], client: Client
) -> None:
    client.force_login(people.alice)
    shot = episode.shots.in_cut().first()
    assert shot is not None
    visit = client.get(looks["takes"], headers={"Sec-Fetch-Dest": "document"})
    board = client.get(visit["Location"])
    assert (visit.status_code, board.status_code) == (302, 200)
    assert visit["Location"].startswith(looks["board"])
    assert f"/studio/shots/{shot.pk}/" in board.content.decode()


def test_another_studio_is_not_even_told_that_a_series_exists(
    people: People, looks: dict[str, str], deeds: dict[str, str], client: Client, job: Job
) -> None:
    client.force_login(people.charlie)
    assert {client.get(url).status_code for url in looks.values()} == {404}
    posted = {deed: client.post(url).status_code for deed, url in deeds.items()}
    assert posted == dict.fromkeys(deeds, 404)
    assert client.post(looks["script"], {"text": dailies.SCRIPT}).status_code == 404
    job.refresh_from_db()
    assert job.state == State.QUEUED
    for page in ("/studio/", "/studio/queue/"):
        text = client.get(page).content.decode()
        assert "The Key" not in text, page
        assert str(job.pk) not in text, page


def test_a_stranger_is_sent_to_sign_in(
    looks: dict[str, str], deeds: dict[str, str], client: Client
) -> None:
    for url in [*looks.values(), "/studio/", "/studio/queue/", "/studio/engine/"]:
        answer = client.get(url)
        assert (answer.status_code, answer["Location"]) == (302, f"/accounts/login/?next={url}")
    assert {client.post(url).status_code for url in deeds.values()} == {302}
    assert Job.objects.exclude(state=State.QUEUED).count() == 0


def test_a_viewer_is_told_how_to_get_into_a_studio(
    people: People, looks: dict[str, str], deeds: dict[str, str], client: Client
) -> None:
    client.force_login(people.viewer)
    for url in [*looks.values(), "/studio/", "/studio/engine/", "/studio/no-such-series/"]:
        answer = client.get(url)
        assert answer.status_code == 403
        assert "You belong to no studio" in answer.content.decode()
    assert {client.post(url).status_code for url in deeds.values()} == {403}


def test_rooms_for_looking_and_deeds_are_not_mixed_up(
    people: People, looks: dict[str, str], deeds: dict[str, str], client: Client
) -> None:
    client.force_login(people.bob)
    assert {client.put(url).status_code for url in deeds.values()} == {405}
    answers = {room: client.put(url).status_code for room, url in looks.items()}
    assert answers == dict.fromkeys(looks, 405)
    unwritable = {room: url for room, url in looks.items() if room not in {"script", "finals"}}
    assert {client.post(url).status_code for url in unwritable.values()} == {405}


def test_what_is_not_there_is_not_there(people: People, episode: Episode, client: Client) -> None:
    client.force_login(people.alice)
    slug = episode.series.slug
    for url in [f"/studio/{slug}/7/", "/studio/shots/99999/takes", "/studio/no-such-series/"]:
        assert client.get(url).status_code == 404
    assert client.post("/studio/takes/99999/pick").status_code == 404
    assert client.post(f"/studio/{slug}/1/explode").status_code == 404


def test_every_deed_of_a_director_does_what_it_says(
    people: People, episode: Episode, deeds: dict[str, str], client: Client, job: Job
) -> None:
    client.force_login(people.bob)
    shot = episode.shots.in_cut().first()
    assert shot is not None
    take = shot.takes.get()

    refused = client.post(deeds["reject"], {"reason": ""})
    assert refused.status_code == 400
    assert "This field is required" in refused.content.decode()
    assert client.post(deeds["reject"], {"reason": "x" * 401}).status_code == 400
    take.refresh_from_db()
    assert take.rejected == ""

    assert client.post(deeds["reject"], {"reason": "Too dark."}).status_code == 200
    take.refresh_from_db()
    assert take.rejected == "Too dark."
    shot.refresh_from_db()
    assert shot.circle_take is None

    assert client.post(deeds["pick"]).status_code == 200
    take.refresh_from_db()
    assert take.rejected == ""
    assert list(take.circled_by.all()) == [shot]

    assert client.post(deeds["retake"]).status_code == 202
    assert Job.objects.active().filter(verb="render", subject=shot.subject).count() == 1

    client.post(deeds["cancel"])
    job.refresh_from_db()
    assert job.state == State.CANCELLED
    client.post(deeds["retry"])
    assert Job.objects.active().filter(verb="read").count() == 1

    client.post(deeds["make-current"])
    assert Production.objects.get(episode=episode).goal == Production.Goal.CUT
    client.post(deeds["publish"])
    assert Production.objects.get(episode=episode).goal == Production.Goal.EDITION
    client.post(deeds["stop"])
    assert Production.objects.get(episode=episode).goal == Production.Goal.REST
    assert not Job.objects.active().filter(verb__in=["render", "compose"]).exists()


def test_a_new_series_needs_a_title_and_ones_own_studio(people: People, client: Client) -> None:
    client.force_login(people.bob)
    given = {"studio": people.studio.pk, "title": "Empty Coffin", "language": "en"}
    assert client.post("/studio/", given | {"title": ""}).status_code == 400
    other = people.charlie.studios.get()
    assert client.post("/studio/", given | {"studio": other.pk}).status_code == 400
    assert people.studio.series.count() == 0
    assert client.post("/studio/", given)["Location"] == "/studio/empty-coffin/"
    assert client.post("/studio/", given)["Location"] == "/studio/empty-coffin-2/"
    assert client.post("/studio/", given | {"title": "空棺"})["Location"] == "/studio/kong-guan/"


def test_a_bible_that_cannot_be_read_names_the_key_and_stays_typed(
    people: People, episode: Episode, deeds: dict[str, str], client: Client
) -> None:
    client.force_login(people.bob)
    wrong = '[[characters]]\nname = "Mia"\nlook = 7\n'
    answer = client.post(deeds["bible"], {"bible": wrong})
    assert answer.status_code == 400
    text = answer.content.decode()
    assert "look" in text
    assert "look = 7" in text
    episode.series.refresh_from_db()
    assert episode.series.bible == ""
    right = 'logline = "A key opens two doors."\n'
    assert client.post(deeds["bible"], {"bible": right}).status_code == 302
    episode.series.refresh_from_db()
    assert episode.series.logline == "A key opens two doors."


def test_the_board_says_that_the_script_is_newer(
    people: People, episode: Episode, looks: dict[str, str], client: Client
) -> None:
    client.force_login(people.bob)
    newer = "The script or Dramabox is newer than these shots"
    assert newer not in client.get(looks["board"]).content.decode()
    dailies.written(episode.series, dailies.SCRIPT.replace("Get in.", "Get out."))
    assert newer in client.get(looks["board"]).content.decode()


def test_an_episode_without_a_screenplay_leads_to_the_script(
    people: People, episode: Episode, client: Client
) -> None:
    client.force_login(people.bob)
    slug = episode.series.slug
    Episode.objects.create(series=episode.series, number=9)
    assert "No screenplay yet" in client.get(f"/studio/{slug}/9/").content.decode()
    refused = client.post(f"/studio/{slug}/9/make-current")
    assert refused.status_code == 400
    assert "Paste or upload one on its script page." in refused.content.decode()


def test_a_tile_leads_to_the_line_it_comes_from(
    people: People, episode: Episode, looks: dict[str, str], client: Client
) -> None:
    client.force_login(people.bob)
    text = client.get(looks["board"]).content.decode()
    assert f"/studio/{episode.series.slug}/script?revision=1#line-{dailies.TOMS_LINE}" in text


def test_the_queue_speaks_of_episodes_and_shots(
    people: People, episode: Episode, client: Client
) -> None:
    client.force_login(people.bob)
    shot = episode.shots.in_cut().first()
    assert shot is not None
    services.retake(shot=shot)
    text = client.get("/studio/queue/").content.decode()
    assert shot.slate in text
    assert f"shot:{shot.pk}" not in text
