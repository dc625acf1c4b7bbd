"""Browsing and the page of a series. Alice owns a studio, Bob helps, Charlie watches."""

import json
import re

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from apps.catalog.listing import posters
from apps.catalog.models import Series
from tests.catalog import shelf

pytestmark = pytest.mark.django_db


def test_charlie_gets_404_for_what_is_not_published_and_bob_sees_it(client: Client) -> None:
    studio = shelf.studio(shelf.person("alice"), shelf.person("bob"))
    shelf.person("charlie")
    secret = shelf.series(studio, "Unpublished Secrets")
    shelf.episode(secret, 1, published=False)
    assert client.get(secret.get_absolute_url()).status_code == 404
    for name, status in {"charlie": 404, "bob": 200, "alice": 200}.items():
        client.login(username=name, password="correct horse battery")
        assert client.get(secret.get_absolute_url()).status_code == status, name
        assert client.get(f"{secret.get_absolute_url()}1").status_code == 404
        assert client.get(f"{secret.get_absolute_url()}poster").status_code == 404
        assert "Unpublished Secrets" not in client.get("/browse").content.decode()


def test_a_series_page_tells_its_length_and_that_it_is_free(client: Client) -> None:
    story = shelf.series(shelf.studio())
    for number in (1, 2, 3):
        shelf.episode(story, number)
    shelf.episode(story, 4, published=False)
    page = client.get(story.get_absolute_url()).content.decode()
    assert "3 episodes" in page
    assert "All episodes free" in page
    assert f'href="{story.get_absolute_url()}3"' in page
    assert f'href="{story.get_absolute_url()}4"' not in page


def test_a_face_is_shown_where_there_is_one_else_the_monogram(client: Client) -> None:
    story = shelf.series(shelf.studio())
    shelf.episode(story, 1)
    story.characters.create(key="mara", name="Mara Stein")
    adrian = story.characters.create(key="adrian", name="Adrian Vale")
    adrian.portrait.save("adrian.jpg", ContentFile(shelf.still(1)))
    page = client.get(story.get_absolute_url()).content.decode()
    assert ">MS</span>" in page
    assert re.search(r'<img src="/m/[^"]+/adrian\w*\.jpg"', page)


def test_versions_in_other_languages_lead_to_each_other(client: Client) -> None:
    studio = shelf.studio()
    story = shelf.series(studio)
    german = shelf.series(studio, "最后一盏灯", slug="deng", language="zh-hans", version_of=story)
    draft = shelf.series(studio, "Draft", language="zh-hans", version_of=story)
    for one in (story, german):
        shelf.episode(one, 1)
    assert list(story.other_languages()) == [german]
    assert list(german.other_languages()) == [story]
    assert draft.get_absolute_url() not in client.get(story.get_absolute_url()).content.decode()
    assert "最后一盏灯" in client.get(story.get_absolute_url()).content.decode()


def test_a_shared_address_shows_title_line_and_picture(client: Client) -> None:
    story = shelf.series(shelf.studio(), title='Love & "Lies"', slug="love")
    shelf.episode(story, 1)
    page = client.get("/s/love/").content.decode()
    assert '<meta property="og:title" content="Love &amp; &quot;Lies&quot;">' in page
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert block
    data = json.loads(block[1])
    assert data["name"] == 'Love & "Lies"'
    assert data["numberOfEpisodes"] == 1
    picture = client.get("/s/love/poster")
    assert picture.status_code == 302
    assert re.search(r"/m/.*/poster\w*\.jpg$", picture.headers["Location"])


def test_the_shelf_counts_published_episodes_only_and_takes_one_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    studio = shelf.studio()
    for title in ("One", "Two", "Three"):
        story = shelf.series(studio, title)
        shelf.episode(story, 1, published=False)
        shelf.episode(story, 2)
        shelf.episode(story, 3)
    with django_assert_num_queries(1):
        shown = list(posters(Series.objects.published()).values())
    assert [(one.title, one.episodes) for one in shown] == [("Three", 2), ("Two", 2), ("One", 2)]
    assert shown[0].seconds == 2 * shelf.SECONDS
    assert re.search(r"/poster\w*\.jpg$", shown[0].cover)


def test_chips_and_words_narrow_the_shelf(client: Client) -> None:
    studio = shelf.studio()
    for title, genre, language in [
        ("Lantern", "Revenge", "en"),
        ("Salt", "Family", "en"),
        ("灯", "复仇", "zh-hans"),
    ]:
        fields = {"genre": genre, "language": language, "slug": f"s-{ord(title[0])}"}
        shelf.episode(shelf.series(studio, title, logline="", **fields), 1)

    def titles(query: str) -> list[str]:
        page = client.get(f"/browse?{query}").content.decode()
        return re.findall(r'class="poster-title"[^>]*>(?:<a[^>]*>)?(.*?)</', page)

    assert set(titles("genre=Revenge")) == {"Lantern", "灯"}
    assert titles("genre=Revenge&language=zh-hans") == ["灯"]
    assert titles("q=lantren") == ["Lantern"]
    assert titles("q=lantern&genre=Family") == []


def test_genres_that_fill_a_row_get_their_own_shelf(client: Client) -> None:
    studio = shelf.studio()
    for number in range(4):
        genre = "Revenge" if number else "Family"
        shelf.episode(shelf.series(studio, f"Story {number}", genre=genre), 1)
    page = client.get("/browse").content.decode()
    assert re.findall(r"<h2[^>]*>([^<]+)</h2>", page) == ["Revenge", "More stories"]
    assert "More stories" not in client.get("/browse?q=story").content.decode()
    assert "More stories" not in client.get("/browse?genre=Revenge").content.decode()


def test_a_genre_is_found_and_few_series_say_what_they_are_about(client: Client) -> None:
    studio = shelf.studio()
    shelf.episode(shelf.series(studio, "Salt", genre="Family", logline="Three sisters."), 1)
    shelf.episode(shelf.series(studio, "Lamp", genre="Revenge", logline="A fire."), 1)
    page = client.get("/browse?q=famly").content.decode()
    assert "Three sisters." in page
    assert "A fire." not in page
    chinese = client.get("/browse?q=家庭", headers={"Accept-Language": "zh-CN"}).content.decode()
    assert "Three sisters." in chinese


def test_the_shelf_begins_with_what_the_reader_understands(client: Client) -> None:
    studio = shelf.studio()
    for title, language in (("Salt", "en"), ("盐", "zh-hans"), ("Lamp", "en")):
        story = shelf.series(studio, title, slug=f"s-{ord(title[0])}", language=language)
        shelf.episode(story, 1)
    titles = r'class="poster-title"[^>]*>(.*?)</'
    page = client.get("/browse", headers={"Accept-Language": "zh-CN"}).content.decode()
    assert re.findall(titles, page) == ["盐", "Lamp", "Salt"]


def test_shelves_show_small_pictures_and_share_cards_a_large_one(client: Client) -> None:
    story = shelf.series(shelf.studio())
    shelf.episode(story, 1)
    page = client.get("/browse").content.decode()
    assert re.search(r'srcset="/m/\S+/poster_small\w*\.jpg 240w, /m/\S+/poster_medium', page)
    assert re.search(
        r'still_small\w*\.jpg" alt="" width="60"',
        client.get("/s/the-last-lantern/").content.decode(),
    )


def test_the_name_of_a_character_finds_the_series(client: Client) -> None:
    story = shelf.series(shelf.studio())
    shelf.episode(story, 1)
    story.characters.create(key="wan", name="林晚晴")
    assert "poster-title" in client.get("/browse?q=林晚晴").content.decode()


def test_htmx_gets_the_shelf_only(client: Client) -> None:
    part = client.get("/browse", headers={"HX-Request": "true", "HX-Target": "section#shelf"})
    assert part.content.decode().lstrip().startswith('<section id="shelf"')
    assert "HX-Target" in part.headers["Vary"]


def test_the_administration_shows_people_series_and_editions(admin_client: Client) -> None:
    studio = shelf.studio(shelf.person("alice"))
    story = shelf.series(studio)
    episode = shelf.episode(story, 1)
    pages = [
        "accounts/user/",
        f"accounts/studio/{studio.pk}/change/",
        "accounts/membership/",
        "catalog/series/",
        f"catalog/series/{story.pk}/change/",
        "catalog/episode/",
        f"catalog/episode/{episode.pk}/change/",
        "catalog/edition/",
        f"catalog/edition/{episode.edition_id}/change/",
    ]
    for page in pages:
        assert admin_client.get(f"/admin/{page}").status_code == 200, page
    assert admin_client.get("/admin/catalog/edition/add/").status_code == 403
