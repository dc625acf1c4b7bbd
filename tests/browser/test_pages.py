"""Every page of the viewer's room, in both languages: usable by all, still, and on its own."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SIZES, Visits
from tests.browser.waiting import until
from tests.catalog import shelf

pytestmark = pytest.mark.browser
AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
LOCALES = {"en-US": "en", "zh-CN": "zh-hans"}
PAGES = {
    "feed": "/",
    "browse": "/browse",
    "nothing found": "/browse?q=zzzzqqq",
    "series": "/s/the-last-lantern/",
    "player": "/s/the-last-lantern/1",
    "you": "/you",
    "sign in": "/accounts/login/",
    "sign up": "/accounts/signup/",
    "not there": "/nowhere",
}
SHIFTS = """new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
  }).observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 300);
})"""


@pytest.fixture
def house(live: str) -> None:
    """A series in two languages with a cast, and another one."""
    studio = shelf.studio()
    story = shelf.series(studio)
    chinese = shelf.series(
        studio,
        "最后一盏灯：替嫁新娘的一百零一夜",
        slug="deng",
        language="zh-hans",
        genre="复仇",
        version_of=story,
    )
    story.characters.create(key="mara", name="Mara Stein")
    for number in range(1, 4):
        shelf.episode(story, number, "The Wedding Guest")
    shelf.episode(chinese, 1, "不请自来的人")
    shelf.episode(shelf.series(studio, "Salt", genre="Family"), 1)


def violations(page: Page) -> list[str]:
    if not AXE.exists():
        pytest.skip("axe-core is not installed: npm ci")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run().then(result => result.violations)")
    return [f"{one['id']}: {one['nodes'][0]['html']} {one['nodes'][0]['any']}" for one in found]


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("locale", LOCALES)
def test_axe_finds_nothing_on_any_page(visit: Visits, locale: str) -> None:
    page = visit("/", locale=locale, reduced_motion="reduce")
    expect(page.locator("html")).to_have_attribute("lang", LOCALES[locale])
    found = {}
    for name, path in PAGES.items():
        page.goto(path)
        if name == "player":
            page.keyboard.press(" ")
        found[name] = violations(page)
    visit.forgive()  # the browser reports the 404 of a page that is not there
    assert {name: problems for name, problems in found.items() if problems} == {}


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("size", SIZES)
def test_nothing_jumps_and_nothing_is_wider_than_the_window(visit: Visits, size: str) -> None:
    page = visit("/", size=size)
    for path in ["/", "/browse", "/s/the-last-lantern/", "/s/the-last-lantern/1", "/s/deng/"]:
        page.goto(path)
        assert page.evaluate(SHIFTS) <= 0.02, path
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wide) <= 0, path


@pytest.mark.usefixtures("house")
def test_the_feed_plays_silently_and_the_next_story_is_a_swipe_away(visit: Visits) -> None:
    page = visit("/")
    first, second = page.locator(".hook").nth(0), page.locator(".hook").nth(1)
    until(page, "document.querySelector('.hook video')?.currentTime > 0.2")
    assert page.evaluate("document.querySelector('.hook video').muted")
    expect(page.locator(".rail [data-do=mute]").first).to_have_accessible_name("Unmute")
    page.keyboard.press("ArrowDown")
    expect(second).to_be_in_viewport(ratio=0.9)
    until(page, "document.querySelectorAll('.hook')[1].querySelector('video')?.currentTime > 0.2")
    assert first.locator("video").evaluate("video => video.paused")


@pytest.mark.usefixtures("house")
def test_one_tap_gives_the_feed_its_sound(visit: Visits) -> None:
    page = visit("/")
    until(page, "document.querySelector('.hook video')?.currentTime > 0.1")
    page.touchscreen.tap(180, 260)
    until(page, "!document.querySelector('.hook video').muted")
    expect(page.locator(".rail [data-do=mute]").first).to_have_accessible_name("Mute")


@pytest.mark.usefixtures("house")
def test_the_feed_fetches_more_stories_on_the_way(visit: Visits) -> None:
    studio = shelf.studio(slug="harbour")
    for number in range(6):
        shelf.episode(shelf.series(studio, f"Harbour {number}"), 1)
    page = visit("/")
    until(page, "document.querySelector('.hook video')?.currentTime > 0")
    for number in range(1, 8):  # of the house's three, two tell the same story
        page.keyboard.press("ArrowDown")
        expect(page.locator(".hook").nth(number)).to_be_in_viewport(ratio=0.9)
    expect(page.locator(".hook")).to_have_count(8)
    assert page.locator("video").count() <= 3


@pytest.mark.usefixtures("house")
def test_typing_searches_and_the_address_keeps_it(visit: Visits) -> None:
    page = visit("/browse")
    page.get_by_role("searchbox").fill("替嫁")
    expect(page.locator(".poster")).to_have_count(1)
    page.wait_for_url("**/browse?q=*")
    page.reload()
    expect(page.locator(".poster")).to_have_count(1)
    page.get_by_role("searchbox").fill("")
    expect(page.locator(".poster")).to_have_count(3)
    page.get_by_role("radio", name="Family").check()
    expect(page.locator(".poster")).to_have_count(1)


@pytest.mark.usefixtures("house")
def test_the_keyboard_reaches_a_story_from_the_first_page(visit: Visits) -> None:
    page = visit("/browse", size="desk")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.poster')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/s/**")


@pytest.mark.usefixtures("house")
def test_the_language_is_one_press_away_and_stays(visit: Visits) -> None:
    page = visit("/browse", size="desk")
    page.get_by_role("button", name="中文").click()
    expect(page.get_by_role("link", name="找剧")).to_be_visible()
    page.goto("/s/deng/1")
    expect(page.locator("html")).to_have_attribute("lang", "zh-hans")


@pytest.mark.usefixtures("house")
def test_somebody_signs_up_and_is_known(visit: Visits) -> None:
    page = visit("/accounts/signup/")
    page.get_by_label("Username").fill("dora")
    page.get_by_label("Password").fill("a lamp in the rain")
    page.get_by_role("button", name="Create the account").click()
    page.goto("/you")
    expect(page.get_by_role("heading", name="dora")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    page.goto("/you")
    expect(page.get_by_role("link", name="Sign in")).to_be_visible()
