"""The feed and what the player is told."""

import re

import pytest
from django.test import Client

from tests.catalog import shelf

pytestmark = pytest.mark.django_db


def test_an_empty_house_says_what_will_play_here(client: Client) -> None:
    assert "The stage is empty" in client.get("/").content.decode()


def test_the_feed_shows_each_series_once_newest_first(client: Client) -> None:
    studio = shelf.studio()
    for title in ("One", "Two"):
        story = shelf.series(studio, title)
        shelf.episode(story, 1, published=False)
        shelf.episode(story, 2, "The hook")
        shelf.episode(story, 3)
    page = client.get("/").content.decode()
    assert re.findall(r'<article class="hook" aria-label="(\w+)"', page) == ["Two", "One"]
    assert "Episode 2 of 2" in page


def test_the_feed_opens_in_the_viewers_language_and_tells_a_story_once(client: Client) -> None:
    studio = shelf.studio()
    story = shelf.series(studio, "Lamp")
    lamp = shelf.series(studio, "灯", slug="deng", language="zh-hans", version_of=story)
    rain = shelf.series(studio, "雨", slug="yu", language="zh-hans")
    for series in (story, lamp, rain):
        shelf.episode(series, 1)
    titles = re.compile(r'<article class="hook" aria-label="([^"]+)"')
    assert titles.findall(client.get("/").content.decode()) == ["Lamp", "雨"]
    chinese = client.get("/", headers={"Accept-Language": "zh-CN"}).content.decode()
    assert titles.findall(chinese) == ["雨", "灯"]


def test_the_feed_hands_out_more_of_itself(client: Client) -> None:
    studio = shelf.studio()
    for number in range(8):
        shelf.episode(shelf.series(studio, f"Story {number}"), 1)
    first = client.get("/").content.decode()
    assert first.count('<article class="hook"') == 6
    assert 'data-more="/?page=2"' in first
    more = client.get("/?page=2", headers={"X-Part": "cards"}).content.decode()
    assert more.count('<article class="hook"') == 2
    assert "<html" not in more
    assert "data-more" not in more


def test_the_player_is_told_of_both_neighbours(client: Client) -> None:
    story = shelf.series(shelf.studio())
    for number in (1, 2, 5):
        shelf.episode(story, number, f"Title {number}")
    shelf.episode(story, 3, "Hidden", published=False)
    told = client.get(f"{story.get_absolute_url()}2/data").json()
    assert told["previous"]["number"] == 1
    assert told["next"]["number"] == 5
    assert [source["width"] for source in told["sources"]] == [180, 90]
    assert told["captions"][0]["label"] == "English"
    assert client.get(told["next"]["data"]).json()["next"] is None


def test_what_is_not_published_is_neither_shown_nor_told(client: Client) -> None:
    story = shelf.series(shelf.studio())
    shelf.episode(story, 1, published=False)
    assert client.get(f"{story.get_absolute_url()}1").status_code == 404
    assert client.get(f"{story.get_absolute_url()}1/data").status_code == 404


def test_without_scripts_an_episode_still_plays(client: Client) -> None:
    story = shelf.series(shelf.studio())
    shelf.episode(story, 1)
    page = client.get(f"{story.get_absolute_url()}1").content.decode()
    assert re.search(r"<video[^>]* controls ", page)
    assert page.count("<source ") == 2
    assert re.search(r'<track kind="captions" srclang="en"[^>]* default>', page)


def test_the_page_says_that_the_series_is_made_with_ai(client: Client) -> None:
    story = shelf.series(shelf.studio())
    shelf.episode(story, 1)
    for address in ("/", story.get_absolute_url(), f"{story.get_absolute_url()}1"):
        assert "AI-generated" in client.get(address).content.decode()


def test_the_same_episode_in_another_language_is_offered(client: Client) -> None:
    studio = shelf.studio()
    story = shelf.series(studio)
    chinese = shelf.series(studio, "灯", slug="deng", language="zh-hans", version_of=story)
    shelf.episode(story, 1)
    shelf.episode(story, 2)
    shelf.episode(chinese, 1)
    assert 'href="/s/deng/1"' in client.get(f"{story.get_absolute_url()}1").content.decode()
    assert 'href="/s/deng/' not in client.get(f"{story.get_absolute_url()}2").content.decode()


def test_the_feed_opens_with_a_story_in_the_readers_language(client: Client) -> None:
    studio = shelf.studio()
    for title, slug, language in (("The Key", "key", "en"), ("钥匙", "yaoshi", "zh-hans")):
        shelf.episode(shelf.series(studio, title, slug=slug, language=language), 1)
    for reader, first, second in (("en", "The Key", "钥匙"), ("zh-hans", "钥匙", "The Key")):
        page = client.get("/", headers={"Accept-Language": reader}).content.decode()
        assert page.index(first) < page.index(second)
