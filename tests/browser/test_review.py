"""Review finals in a browser: keys decide, both takes play in step, nothing is heard unasked."""

from shutil import copytree
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from apps.catalog.models import Episode
from apps.jobs.models import Job, State
from apps.studio import services
from apps.studio.models import Pick, Shot
from engine.contracts import Judgement, Quality
from tests.browser.conftest import SIZES, Visits
from tests.browser.test_pages import violations
from tests.browser.test_studio import enter
from tests.browser.waiting import until
from tests.people import People
from tests.studio.test_finals import final_take
from tests.studio.test_finals_on_the_board import faulty

pytestmark = pytest.mark.browser
PAGE = "/studio/the-key/1/review"
GOOD, BETTER, BEST = (Judgement(scores={Quality.MOTION: score}) for score in (0.7, 0.8, 0.9))
NOW = ".review[aria-current]"
STEP = f"""(() => {{ const [a, b] = document.querySelectorAll('{NOW} video');
  return a.currentTime > 0.1 && Math.abs(a.currentTime - b.currentTime) < 0.2; }})()"""
HEARD = f"[...document.querySelectorAll('{NOW} video')].map(one => !one.muted)"
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def reviewed(episode: Episode) -> Episode:
    """Of each shot a final is used and a better one waits; in the last an error was found."""
    shots = list(episode.shots.in_cut())
    for shot in shots:
        final_take(shot, GOOD)
    for shot in shots:
        final_take(shot, faulty() if shot == shots[-1] else BETTER)
    for shot in shots:
        rehearsal, *finals = shot.takes.all()
        for take in finals:
            copytree(rehearsal.directory, take.directory)
    Pick.objects.all().delete()
    Shot.objects.update(picked_at=None)
    return episode


def used(episode: Episode) -> list[int]:
    rows = episode.shots.in_cut().select_related("circle_take")
    return [shot.circle_take.number for shot in rows if shot.circle_take]


def test_the_keyboard_decides_row_by_row_and_takes_it_back(
    visit: Visits, people: People, reviewed: Episode
) -> None:
    page = enter(visit, people.bob, PAGE)
    count = len(used(reviewed))
    rows, news = page.locator("[data-rows] > .review"), page.locator(".review-act")
    names = [shot.name for shot in reviewed.shots.in_cut()]
    expect(page.locator(NOW)).to_contain_text(names[0])
    page.keyboard.press("2")
    told = f"You picked take 3 of shot {names[0]}."
    expect(news).to_contain_text(told)
    expect(page.locator("[data-heard]")).to_have_text(told)
    assert page.locator(".toast").count() == 0, "said once"
    expect(rows).to_have_count(count - 1)
    expect(page.locator(NOW)).to_contain_text(names[1])
    page.keyboard.press("1")
    expect(news).to_contain_text(f"You kept take 2 of shot {names[1]}.")
    assert used(reviewed)[:2] == [3, 2]
    page.keyboard.press("u")
    expect(rows).to_have_count(count - 1)
    assert Pick.objects.count() == 1
    expect(page.locator(NOW)).to_contain_text(names[1])
    page.keyboard.press("j")
    expect(rows.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    sheet = page.locator("#takes")
    expect(sheet.locator("[data-take]")).to_have_count(3)
    page.keyboard.press("3")
    expect(sheet.locator("[data-take]").nth(2)).to_contain_text("circle take")
    page.keyboard.press("Escape")
    expect(rows).to_have_count(count - 2)


def test_all_without_a_warning_are_used_by_one_press_and_taken_back_by_one(
    visit: Visits, people: People, reviewed: Episode
) -> None:
    page = enter(visit, people.alice, PAGE, size="phone")
    count = len(used(reviewed)) - 1
    every = page.get_by_role("button", name=f"Use all {count} new finals without a warning")
    below = page.locator("[data-rows] > .review").last.bounding_box()
    button = every.bounding_box()
    assert below
    assert button
    assert button["y"] >= below["y"] + below["height"], "on a phone after what it is about"
    every.click()
    news = page.locator(".review-act")
    expect(news).to_contain_text(f"You used {count} new finals. 1 waits")
    expect(page.locator("[data-rows] > .review")).to_have_count(1)
    assert used(reviewed) == [3] * count + [2]
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("[data-rows] > .review")).to_have_count(count + 1)
    assert used(reviewed) == [2] * (count + 1)


def test_both_takes_play_in_step_and_silently_until_one_is_to_be_heard(
    visit: Visits, people: People, reviewed: Episode
) -> None:
    page = enter(visit, people.bob, PAGE)
    page.keyboard.press("Space")
    until(page, STEP)
    assert page.evaluate(HEARD) == [False, False]
    for heard in ([False, True], [True, False], [False, False]):
        page.keyboard.press("m")
        assert page.evaluate(HEARD) == heard
    page.keyboard.press("j")
    until(page, STEP)
    playing = "[...document.querySelectorAll('video')].filter(one => !one.paused).length"
    assert page.evaluate(playing) == 2, "the row before is silent and still"
    page.keyboard.press("Space")
    assert page.evaluate(playing) == 0


def test_what_somebody_picked_meanwhile_is_told_on_the_open_page(
    visit: Visits, people: People, reviewed: Episode
) -> None:
    page = enter(visit, people.alice, PAGE)
    shot = reviewed.shots.in_cut()[0]
    services.pick(shot=shot, take=shot.takes.get(number=1), by=people.bob)
    page.locator(NOW).get_by_role("button", name="Use take 3").click()
    expect(page.get_by_role("alert")).to_contain_text("bob picked take 1 of shot")
    assert used(reviewed)[0] == 1
    visit.forgive()  # the browser reports the refusal, rightly


def test_a_final_that_is_made_meanwhile_comes_by_itself(
    visit: Visits, people: People, reviewed: Episode
) -> None:
    job = services.make_finals(episode=reviewed, again=True)
    page = enter(visit, people.bob, PAGE)
    expect(page.get_by_text("Final takes wait for their turn")).to_be_visible()
    shot = reviewed.shots.in_cut()[0]
    made = final_take(shot, BEST)
    copytree(shot.takes.all()[0].directory, made.directory)
    Job.objects.filter(pk=job.pk).update(state=State.DONE)
    expect(page.locator(NOW)).to_contain_text("Use take 4")
    expect(page.get_by_text("Final takes wait for their turn")).to_have_count(0)


@pytest.mark.parametrize("locale", ["en-US", "zh-CN"])
def test_nothing_is_wider_than_the_window_and_axe_finds_nothing(
    visit: Visits, people: People, reviewed: Episode, locale: str
) -> None:
    shot = reviewed.shots.in_cut()[0]
    services.pick(shot=shot, take=shot.takes.get(number=2), by=people.bob)
    page: Page = enter(visit, people.bob, PAGE, locale=locale)
    page.locator(".review-past > summary").click()
    for width, height in SIZES.values():
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(WIDE) <= 0, (locale, width)
    assert violations(page) == []
    assert urlsplit(page.url).path == PAGE
