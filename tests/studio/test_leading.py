"""What a final take is asked for with: locked pictures, a person's words, why others failed."""

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from apps.catalog.models import Episode
from apps.studio import services
from apps.studio.models import Production, Shot
from apps.studio.sheets import sheet_of, sheets_of
from apps.studio.views.prompts import composed_of
from engine.contracts import Wardrobe, inputs_hash
from tests.people import People
from tests.studio import dailies
from tests.studio.test_references import BIBLE, brought, dressed


@pytest.fixture
def episode(people: People, media: Path) -> Episode:
    series = services.create_series(
        studio=people.studio, title="The Key", language="en", bible=BIBLE
    )
    return dailies.shot_in_full(dailies.written(series))


@pytest.fixture
def shot(episode: Episode) -> Shot:
    """One of Mia alone."""
    return next(
        one
        for one in episode.shots.in_cut()
        if [person["character"] for person in one.spec["people"]] == ["mia"]
    )


def lock(shot: Shot, people: People, kind: str, subject: str, view: str, clothes: str = "") -> str:
    sheet = sheet_of(shot.episode.series, kind, subject, clothes)
    assert sheet is not None
    one = brought(sheet, view)
    services.lock_reference(reference=one, user=people.bob)
    return one.sha256


def test_locked_pictures_of_who_and_what_is_in_the_shot_lead_it(people: People, shot: Shot) -> None:
    lock(shot, people, "character", "mia", "front")
    lock(shot, people, "place", "HOSPITAL CORRIDOR", "night")
    lock(shot, people, "character", "tom", "front")
    mia = sheet_of(shot.episode.series, "character", "mia", "")
    assert mia is not None
    brought(mia, "side")  # and not locked
    found = services.final_of(shot).references
    assert [(one.subject, one.view) for one in found] == [
        ("mia", "front"),
        ("HOSPITAL CORRIDOR", "night"),
    ]
    assert all(Path(one.file).exists() and one.sha256 for one in found)


def test_clothes_of_another_scene_lead_nothing(people: People, episode: Episode) -> None:
    other = dressed(episode, Wardrobe(kind="gown"))
    clothes = [one.clothes for one in sheets_of(episode.series)][1]
    lock(other, people, "character", "mia", "front", clothes)
    plain = next(
        one
        for one in episode.shots.in_cut()
        if one.pk != other.pk and any(person["character"] == "mia" for person in one.spec["people"])
    )
    assert len(services.final_of(other).references) == 1
    assert services.final_of(plain).references == ()


def test_the_bible_and_the_lora_reach_the_engine(shot: Shot) -> None:
    services.set_adapter(series=shot.episode.series, subject="mia", name="mia-v2", strength=0.7)
    services.set_adapter(series=shot.episode.series, subject="tom", name="tom-v1", strength=1.0)
    final = services.final_of(shot)
    assert (final.style, final.place) == ("thriller", "green walls, one lamp")
    assert [(one.name, one.subject) for one in final.adapters] == [("mia-v2", "mia")]


def asked(shot: Shot) -> str:
    """What names a final take of the shot."""
    production = Production.objects.get(episode=shot.episode)
    return inputs_hash(services.final_request(production, shot))


def test_other_pictures_and_words_are_another_take(people: People, shot: Shot) -> None:
    before = asked(shot)
    lock(shot, people, "character", "mia", "front")
    led = asked(shot)
    services.write_prompts(shot=shot, prompt="A cat.", keyframe_prompt="")
    assert len({before, led, asked(shot)}) == 3


# --- the prompt panel ----------------------------------------------------------------------------


def test_bob_sees_what_the_models_are_told(people: People, shot: Shot, client: Client) -> None:
    client.force_login(people.bob)
    text = client.get(reverse("studio:prompts", args=[shot.pk])).content.decode()
    assert "Keep the composition" in text
    assert "Mia is a" in text
    assert "Static camera" in text or "The camera" in text
    assert "own words" not in text


def test_own_words_are_kept_compared_and_taken_back(
    people: People, shot: Shot, client: Client
) -> None:
    client.force_login(people.bob)
    address = reverse("studio:write-prompts", args=[shot.pk])
    answer = client.post(address, {"prompt": "A cat.\r\nIt yawns.", "keyframe_prompt": ""})
    text = answer.content.decode()
    assert "own words" in text
    assert "<ins>A cat.</ins>" in text
    shot.refresh_from_db()
    assert services.final_of(shot).prompt == "A cat.\nIt yawns."
    client.post(address, {"prompt": "", "keyframe_prompt": " "})
    shot.refresh_from_db()
    assert shot.final_overrides == {}


def test_composed_words_that_are_sent_back_are_not_own_words(
    people: People, shot: Shot, client: Client
) -> None:
    client.force_login(people.bob)
    composed = composed_of(shot)
    given = {"prompt": composed.video.composed, "keyframe_prompt": composed.keyframe.composed}
    client.post(reverse("studio:write-prompts", args=[shot.pk]), given)
    shot.refresh_from_db()
    assert shot.final_overrides == {}


def test_words_for_a_shot_that_has_changed_are_marked(
    people: People, shot: Shot, client: Client
) -> None:
    services.write_prompts(shot=shot, prompt="A cat.", keyframe_prompt="")
    Shot.objects.filter(pk=shot.pk).update(inputs="another")
    client.force_login(people.alice)
    text = client.get(reverse("studio:prompts", args=[shot.pk])).content.decode()
    assert "the shot has changed since" in text


def test_another_studio_is_not_told_the_words(people: People, shot: Shot, client: Client) -> None:
    client.force_login(people.charlie)
    assert client.get(reverse("studio:prompts", args=[shot.pk])).status_code == 404
    address = reverse("studio:write-prompts", args=[shot.pk])
    assert client.post(address, {"prompt": "x"}).status_code == 404
    shot.refresh_from_db()
    assert shot.final_overrides == {}
