"""The player, driven as viewers drive it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visits
from tests.browser.waiting import until
from tests.catalog import shelf

pytestmark = pytest.mark.browser
FILM = "document.querySelector('video.film:not([inert])')"
SHARE = "ring => ring.style.getPropertyValue('--share')"


@pytest.fixture
def story(live: str) -> str:
    """Three published episodes; the address of the series."""
    series = shelf.series(shelf.studio())
    for number, title in enumerate(["The Wedding Guest", "The Key", "The Archive"], 1):
        shelf.episode(series, number, title)
    return series.get_absolute_url()


def playing(page: Page) -> None:
    until(page, f"{FILM}.currentTime > 0.2")


def test_an_episode_plays_with_captions_on(visit: Visits, story: str) -> None:
    page = visit(f"{story}1")
    playing(page)
    expect(page.locator(".captions")).to_have_text("You lied to me, Mara.")


def test_captions_stay_off_where_the_viewer_turned_them_off(visit: Visits, story: str) -> None:
    page = visit(f"{story}1")
    playing(page)
    page.keyboard.press("c")
    expect(page.locator(".captions")).to_be_hidden()
    page.goto(f"{story}2")
    playing(page)
    expect(page.locator(".captions")).to_be_hidden()


def test_at_the_end_the_next_episode_begins_by_itself(visit: Visits, story: str) -> None:
    page = visit(f"{story}1")
    playing(page)
    expect(page.locator(".endcard")).to_be_visible()
    expect(page.locator(".endcard h2")).to_have_text("2 The Key")
    page.wait_for_url(f"**{story}2")
    playing(page)
    expect(page.locator(".now [data-show=title]")).to_have_text("The Key")


def test_the_countdown_can_be_stopped(visit: Visits, story: str) -> None:
    page = visit(f"{story}1")
    playing(page)
    page.get_by_role("button", name="Stay here").click()
    ring = page.locator(".endcard .ring")
    assert ring.evaluate(SHARE) == "0"
    page.wait_for_timeout(400)
    assert ring.evaluate(SHARE) == "0"
    assert page.url.endswith(f"{story}1")


def test_after_the_last_episode_the_story_says_so(visit: Visits, story: str) -> None:
    page = visit(f"{story}3")
    playing(page)
    expect(page.get_by_role("heading", name="That is all so far")).to_be_visible()


def test_the_next_episode_is_there_before_it_is_asked_for(visit: Visits, story: str) -> None:
    page = visit(f"{story}1")
    until(page, "document.querySelector('video.film[inert]').readyState >= 1")
    page.keyboard.press("n")
    page.wait_for_url(f"**{story}2")
    playing(page)


def test_the_keyboard_does_everything(visit: Visits, story: str) -> None:
    page = visit(f"{story}1", size="desk")
    playing(page)
    page.keyboard.press(" ")
    until(page, f"{FILM}.paused")
    at = page.evaluate(f"{FILM}.currentTime")
    muted = page.evaluate(f"{FILM}.muted")
    page.keyboard.press("m")
    assert page.evaluate(f"{FILM}.muted") is not muted
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowLeft")
    until(page, f"{FILM}.currentTime < {at}")
    page.keyboard.press("ArrowDown")
    page.wait_for_url(f"**{story}2")
    page.keyboard.press("ArrowUp")
    page.wait_for_url(f"**{story}1")


def test_a_viewer_comes_back_to_where_they_stopped(visit: Visits, story: str) -> None:
    page = visit(f"{story}2")
    playing(page)
    page.goto(story)
    expect(page.locator("#go-on")).to_contain_text("Go on with episode 2")
    page.locator("#go-on").click()
    page.wait_for_url(f"**{story}2")


def test_quality_and_speed_are_the_viewers_choice(visit: Visits, story: str) -> None:
    page = visit(f"{story}1")
    playing(page)
    page.evaluate("document.getElementById('settings').showModal()")
    page.get_by_role("radio", name="90p").check()
    until(page, f"{FILM}.videoWidth === 90")
    page.get_by_role("radio", name="2×").check()
    assert page.evaluate(f"{FILM}.playbackRate") == 2


def test_a_tap_shows_the_controls_and_two_taps_go_on(visit: Visits, story: str) -> None:
    page = visit(f"{story}1")
    playing(page)
    page.keyboard.press(" ")
    expect(page.locator(".player")).to_have_attribute("data-playing", "false")
    page.evaluate("document.querySelector('.stage').dataset.chrome = 'off'")
    page.touchscreen.tap(300, 300)
    expect(page.locator(".stage")).to_have_attribute("data-chrome", "on")
    page.evaluate("document.querySelector('.flash').textContent = ''")
    for _ in range(10):  # on a loaded machine two taps may come too late to be a pair
        page.touchscreen.tap(320, 200)
        page.touchscreen.tap(320, 200)
        if page.locator(".flash").text_content() == "+5":
            return
    pytest.fail("two taps never went on")


def test_holding_plays_at_double_speed_until_let_go(visit: Visits, story: str) -> None:
    page = visit(f"{story}1", size="desk")
    playing(page)
    page.mouse.move(500, 300)
    page.mouse.down()
    until(page, f"{FILM}.playbackRate === 2")
    page.mouse.up()
    until(page, f"{FILM}.playbackRate === 1")


def test_an_expired_address_is_renewed_without_a_word(visit: Visits, story: str) -> None:
    page = visit(f"{story}1")
    playing(page)
    page.evaluate(f"{FILM}.src = '/m/expired/180x320.mp4'")
    until(page, f"!{FILM}.src.includes('expired')")
    playing(page)
    expect(page.locator(".trouble")).to_be_hidden()
    visit.forgive()


def test_offline_the_place_is_kept_and_the_story_goes_on_by_itself(
    visit: Visits, story: str
) -> None:
    page = visit(f"{story}1")
    playing(page)
    page.keyboard.press(" ")
    until(page, f"{FILM}.paused")
    page.evaluate(f"{FILM}.currentTime = 2.5")
    expect(page.locator(".seek [data-show=time]")).to_have_text("0:02")
    page.context.set_offline(True)
    page.evaluate(f"{FILM}.src = '/m/gone/180x320.mp4'")
    expect(page.get_by_role("heading", name="You are offline")).to_be_visible()
    page.evaluate("localStorage.clear()")  # the page itself knows
    page.context.set_offline(False)
    expect(page.get_by_role("alert")).to_be_hidden()
    until(page, f"{FILM}.currentTime > 0")
    assert page.evaluate(f"{FILM}.currentTime") >= 2.4
    visit.forgive()


def test_on_a_tall_phone_the_picture_fills_what_the_strip_leaves(visit: Visits, story: str) -> None:
    page = visit(f"{story}1")
    playing(page)
    expect(page.locator(".captions")).to_be_visible()
    frame, strip, words = (
        page.locator(name).evaluate("part => part.getBoundingClientRect().toJSON()")
        for name in (".frame", ".strip", ".captions")
    )
    assert frame["y"] == 0
    assert frame["y"] + frame["height"] == pytest.approx(strip["y"], abs=2)
    assert -0.061 * frame["width"] <= frame["x"] <= 0
    assert words["x"] >= 0
    assert words["x"] + words["width"] <= 390
    page.locator(".strip").click()
    expect(page.get_by_role("heading", name="All episodes")).to_be_visible()


def test_the_next_episode_lies_ready_with_its_first_frame(visit: Visits, story: str) -> None:
    page = visit(f"{story}1")
    until(page, "document.querySelector('video.film[inert]').readyState >= 2")
    ready = page.locator("video.film[inert]")
    expect(ready).to_be_visible()  # drawn, beneath the one that plays
    assert ready.evaluate("video => video.poster") == ""
    later = "document.querySelectorAll('video.film')[1]"
    page.evaluate(f"void ({later}.toBe = {later}.currentSrc)")
    page.keyboard.press("n")
    assert page.evaluate(f"{FILM}.currentSrc === {FILM}.toBe")


def test_trouble_says_what_is_safe_and_what_to_do(visit: Visits, story: str) -> None:
    page = visit(f"{story}1")
    playing(page)
    page.route("**/data", lambda route: route.abort())
    page.evaluate(f"{FILM}.src = '/m/expired/180x320.mp4'")
    expect(page.get_by_role("alert")).to_contain_text("Your place is kept")
    page.unroute("**/data")
    page.get_by_role("button", name="Try again").click()
    playing(page)
    visit.forgive()
