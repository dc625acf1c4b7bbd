"""Alice and Bob make, bring, pick and lock the pictures by which finals know people and places."""

import hashlib
import io
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from PIL import Image
from pytest_django.fixtures import Settings

from apps.catalog.models import Episode, Series
from apps.jobs.models import Job, State
from apps.studio import outfits, services, sheets
from apps.studio.models import Reference, Shot
from apps.studio.outfits import CLOTHES
from apps.studio.services.finals import queue
from apps.studio.sheets import SIDES, Sheet, sheet_of, sheets_of
from engine.contracts import EngineError, Wardrobe
from engine.diffusion.references import plan
from engine.rehearsal.figure import WARDROBES
from tests.people import People
from tests.studio import dailies

BIBLE = """style = "thriller"
[[places]]
name = "Hospital corridor"
set = "corridor"
description = "green walls, one lamp"
"""


@pytest.fixture
def episode(people: People, media: Path) -> Episode:
    series = services.create_series(
        studio=people.studio, title="The Key", language="en", bible=BIBLE
    )
    return dailies.listed(dailies.written(series))


@pytest.fixture
def series(episode: Episode) -> Series:
    return episode.series


@pytest.fixture
def mia(series: Series) -> Sheet:
    sheet = sheet_of(series, "character", "mia", "")
    assert sheet is not None
    return sheet


def photo(size: tuple[int, int] = (300, 400), kind: str = "JPEG", **given: object) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, (180, 120, 90)).save(file, kind, **given)
    return file.getvalue()


def brought(sheet: Sheet, view: str = "front", size: tuple[int, int] = (300, 400)) -> Reference:
    return services.bring_reference(sheet=sheet, view=view, data=photo(size))


def dressed(episode: Episode, wears: Wardrobe) -> Shot:
    """The first shot of the episode, with Mia in other clothes."""
    shot = next(
        one
        for one in episode.shots.in_cut()
        if any(person["character"] == "mia" for person in one.spec["people"])
    )
    for person in shot.spec["people"]:
        if person["character"] == "mia":
            person["wears"] = msgspec.to_builtins(wears)
    shot.save()
    return shot


def test_a_series_needs_a_sheet_of_everybody_and_of_every_place(series: Series) -> None:
    found = [(one.kind, one.subject) for one in sheets_of(series)]
    assert found == [
        ("character", "mia"),
        ("character", "tom"),
        ("place", "HOSPITAL CORRIDOR"),
        ("place", "CAR"),
    ]


def test_clothes_of_a_scene_are_a_sheet_of_their_own(episode: Episode) -> None:
    gown = Wardrobe(kind="gown")
    shot = dressed(episode, gown)
    mine = [one for one in sheets_of(episode.series) if one.subject == "mia"]
    assert [one.wardrobe and one.wardrobe["kind"] for one in mine] == [None, "gown"]
    assert mine[1].scenes == [(1, shot.scene)]
    assert mine[1].request.wardrobe == gown


def test_the_look_of_the_series_and_of_the_place_come_from_the_bible(series: Series) -> None:
    place = sheet_of(series, "place", "HOSPITAL CORRIDOR", "")
    assert place is not None
    assert (place.request.style, place.request.described) == ("thriller", "green walls, one lamp")


def test_a_drawn_sheet_is_made_by_a_job_and_waits_to_be_picked(
    series: Series, mia: Sheet, media: Path, work: Callable[[], list[Job]]
) -> None:
    services.make_references(sheet=mia, views=SIDES[:2], drawn=True)
    (job,) = work()
    assert (job.state, job.error_message) == ("done", "")
    made = list(series.references.all())
    assert [(one.view, one.source, one.locked_at) for one in made] == [
        ("front", "drawn", None),
        ("three_quarter", "drawn", None),
    ]
    for one in made:
        data = (media / one.file).read_bytes()
        assert hashlib.sha256(data).hexdigest() == one.sha256


def test_what_is_locked_is_not_made_again(people: People, mia: Sheet) -> None:
    for view in mia.views[:-1]:
        services.lock_reference(reference=brought(mia, view), user=people.bob)
    sheet = sheet_of(mia.series, "character", "mia", "")
    assert sheet is not None
    job = services.make_references(sheet=sheet, views=(), drawn=False)
    assert tuple(job.request["views"]) == mia.views[-1:]
    assert (job.queue, job.request["model"]) == (queue(), "")
    assert job.request["identity"]["view"] == "front"
    services.lock_reference(reference=brought(mia, mia.views[-1]), user=people.bob)
    whole = sheet_of(mia.series, "character", "mia", "")
    assert whole is not None
    with pytest.raises(EngineError, match="is locked"):
        services.make_references(sheet=whole, views=(), drawn=True)


def test_one_picture_is_locked_for_a_view(people: People, mia: Sheet) -> None:
    first, second = brought(mia), brought(mia)
    services.lock_reference(reference=first, user=people.alice)
    with pytest.raises(EngineError) as caught:
        services.lock_reference(reference=second, user=people.bob)
    assert caught.value.code == "reference-changed"
    services.lock_reference(reference=second, user=people.bob, instead_of=first.pk)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.locked_at, second.locked_by) == (None, people.bob)


def test_who_replaces_what_is_no_longer_locked_is_told(people: People, mia: Sheet) -> None:
    first, second, third = brought(mia), brought(mia), brought(mia)
    services.lock_reference(reference=first, user=people.alice)
    services.lock_reference(reference=second, user=people.alice, instead_of=first.pk)
    with pytest.raises(EngineError) as caught:
        services.lock_reference(reference=third, user=people.bob, instead_of=first.pk)
    assert caught.value.code == "reference-changed"
    third.refresh_from_db()
    assert third.locked_at is None


@pytest.mark.django_db(transaction=True)
def test_a_locked_picture_is_not_discarded_and_another_goes_with_its_file(
    people: People, mia: Sheet, media: Path
) -> None:
    held = brought(mia)
    services.lock_reference(reference=held, user=people.bob)
    with pytest.raises(EngineError, match="is locked"):
        services.discard_reference(reference=held)
    assert (media / held.file).exists()
    services.unlock_reference(reference=held)
    services.discard_reference(reference=held)
    assert not (media / held.file).exists()


def test_a_photograph_is_kept_upright_and_without_where_it_was_taken(
    mia: Sheet, media: Path
) -> None:
    exif = Image.Exif()
    exif[274] = 6  # lies on its side
    exif[271] = "Camera"
    data = photo((400, 300), exif=exif)
    one = services.bring_reference(sheet=mia, view="front", data=data)
    with Image.open(media / one.file) as kept:
        assert (kept.format, kept.size) == ("PNG", (300, 400))
        assert not kept.getexif()
        assert not kept.info
    assert one.sha256 == hashlib.sha256((media / one.file).read_bytes()).hexdigest()


def test_a_large_picture_is_made_smaller(mia: Sheet, media: Path) -> None:
    one = brought(mia, size=(3000, 4000))
    with Image.open(media / one.file) as kept:
        assert kept.size == (1536, 2048)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"GIF89a not a picture", "no-picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no-picture"),
        (photo(kind="GIF"), "no-picture"),
        (photo()[:200], "no-picture"),
        (photo((255, 400)), "picture-too-small"),
        (photo((256, 2049)), "picture-too-narrow"),
        (photo() + b"\0" * 20 * 2**20, "picture-too-large"),
        (photo((9_100, 8_900), "PNG"), "no-picture"),
    ],
    ids=["words", "svg", "gif", "half", "small", "narrow", "large", "bomb"],
)
def test_what_is_no_fitting_picture_is_refused(mia: Sheet, data: bytes, code: str) -> None:
    with pytest.raises(EngineError) as caught:
        services.bring_reference(sheet=mia, view="front", data=data)
    assert caught.value.code == code
    assert not mia.series.references.exists()


def test_every_kind_of_clothes_has_its_word() -> None:
    assert set(CLOTHES) == set(WARDROBES)


def test_the_views_are_those_that_the_engine_makes() -> None:
    assert sheets.VIEWS[Reference.Kind.CHARACTER] == tuple(map(str, plan.SHEET))
    assert sheets.VIEWS[Reference.Kind.PLACE] == plan.HOURS


# --- pages ---------------------------------------------------------------------------------------


def fields(sheet: Sheet, **given: object) -> dict[str, object]:
    return {"kind": sheet.kind, "subject": sheet.subject, "clothes": sheet.clothes, **given}


def test_bob_brings_locks_and_unlocks_on_the_page(
    people: People, series: Series, mia: Sheet, client: Client
) -> None:
    client.force_login(people.bob)
    page = reverse("studio:references", args=[series.slug])
    file = SimpleUploadedFile("me.jpg", photo(), "image/jpeg")
    bring = reverse("studio:bring-reference", args=[series.slug])
    assert client.post(bring, fields(mia, view="side", file=file))["Location"] == page
    one = series.references.get()
    assert (one.view, one.source) == ("side", "upload")
    client.post(reverse("studio:reference", args=[one.pk, "lock"]), {"instead_of": "0"})
    assert "1 of 9 locked" in client.get(page).content.decode()
    one.refresh_from_db()
    assert one.locked_by == people.bob
    client.post(reverse("studio:reference", args=[one.pk, "unlock"]))
    client.post(reverse("studio:reference", args=[one.pk, "discard"]))
    assert not series.references.exists()


def test_a_refused_picture_is_told_on_the_page(
    people: People, series: Series, mia: Sheet, client: Client
) -> None:
    client.force_login(people.bob)
    file = SimpleUploadedFile("me.jpg", b"no picture", "image/jpeg")
    bring = reverse("studio:bring-reference", args=[series.slug])
    answer = client.post(bring, fields(mia, view="side", file=file))
    assert answer.status_code == 400
    assert "no picture that can be read" in answer.content.decode()
    assert client.post(bring, fields(mia, view="side")).status_code == 400


def test_pictures_are_asked_for_and_followed_on_the_page(
    people: People, series: Series, mia: Sheet, client: Client
) -> None:
    client.force_login(people.bob)
    make = reverse("studio:make-references", args=[series.slug])
    page = reverse("studio:references", args=[series.slug])
    client.post(make, fields(mia, view="", how="drawn", most="2"))
    job = Job.objects.active().get(verb="references")
    assert (job.queue, len(job.request["seeds"]), job.studio) == ("cpu", 2, series.studio)
    for address in (page, f"{page}?part"):
        assert "wait for a worker" in client.get(address).content.decode()
    assert client.post(make, fields(mia, view="", how="drawn", most="9")).status_code == 400
    assert client.post(make, fields(mia, view="upside_down", how="drawn")).status_code == 404
    assert client.post(make, fields(mia, how="drawn") | {"subject": "nobody"}).status_code == 404


def test_a_failure_is_told_until_pictures_are_made(
    people: People, series: Series, mia: Sheet, client: Client
) -> None:
    client.force_login(people.bob)
    page = reverse("studio:references", args=[series.slug])
    for state, is_told in ((State.FAILED, True), (State.DONE, False)):
        job = services.make_references(sheet=mia, views=("front",), drawn=True)
        Job.objects.filter(pk=job.pk).update(state=state, error_message="No room.")
        assert ("No room." in client.get(page).content.decode()) == is_told


def test_the_lora_of_a_character_is_named_and_taken_away(
    people: People, series: Series, client: Client, settings: Settings, tmp_path: Path
) -> None:
    client.force_login(people.alice)
    address = reverse("studio:adapter", args=[series.slug])
    settings.MODELS_DIR = tmp_path
    refused = client.post(address, {"subject": "mia", "name": "mia-v2", "strength": "0.8"})
    assert refused.status_code == 400
    assert "There is no LoRA “mia-v2” on this machine." in refused.content.decode()
    (tmp_path / "loras" / "mia-v2").mkdir(parents=True)
    (tmp_path / "loras" / "mia-v2" / "lora.toml").write_text("", encoding="utf-8")
    client.post(address, {"subject": "mia", "name": "mia-v2", "strength": "0.8"})
    assert [(one.name, one.strength) for one in series.adapters.all()] == [("mia-v2", 0.8)]
    for name in ("../secrets", "a/b", ".."):
        assert client.post(address, {"subject": "mia", "name": name}).status_code == 400
    client.post(address, {"subject": "mia", "name": ""})
    assert not series.adapters.exists()


def test_another_studio_is_not_even_told_of_the_pictures(
    people: People, series: Series, mia: Sheet, client: Client
) -> None:
    one = brought(mia)
    client.force_login(people.charlie)
    slug = series.slug
    assert client.get(reverse("studio:references", args=[slug])).status_code == 404
    deeds = [reverse(f"studio:{name}", args=[slug])
             for name in ("make-references", "bring-reference", "adapter")]  # fmt: skip
    deeds += [reverse("studio:reference", args=[one.pk, verb])
              for verb in ("lock", "unlock", "discard")]  # fmt: skip
    assert {client.post(url, fields(mia, how="drawn")).status_code for url in deeds} == {404}
    assert {client.get(url)["Location"] for url in deeds[3:]} == {"/studio/"}
    one.refresh_from_db()
    assert one.locked_at is None


def test_a_series_without_shots_says_what_to_do(
    people: People, media: Path, client: Client
) -> None:
    series = services.create_series(studio=people.studio, title="Empty", language="en")
    client.force_login(people.bob)
    text = client.get(reverse("studio:references", args=[series.slug])).content.decode()
    assert "Nobody to picture yet" in text
    assert sheets_of(series) == []


def test_scenes_are_named_with_their_episode() -> None:
    seen = [(1, "2"), (1, "4"), (3, "1")]
    assert outfits.scenes(seen) == "Episode 1, scenes 2, 4 · Episode 3, scene 1"
    with override("zh-hans"):
        assert outfits.scenes(seen) == "第 1 集 第 2、4 场 · 第 3 集 第 1 场"
