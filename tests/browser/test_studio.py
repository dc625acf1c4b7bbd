"""The director's room, worked in as directors do: by keyboard, by hand, two at once."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Dialog, Locator, Page, expect

from apps.accounts.models import User
from apps.catalog.models import Episode
from apps.jobs.models import Job
from apps.studio import services
from apps.studio.models import Production, Shot
from tests.browser.conftest import SIZES, Visits
from tests.browser.test_pages import LOCALES, violations
from tests.browser.waiting import until
from tests.catalog import shelf
from tests.people import People
from tests.studio import dailies
from tests.studio.test_release import composed

pytestmark = pytest.mark.browser
BOARD = "/studio/the-key/1/"
PLAYING = "[...document.querySelectorAll('.screening video')].some(v => !v.paused && v.currentTime)"
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def first_shot(episode: Episode) -> Shot:
    return episode.shots.in_cut().select_related("circle_take")[0]


def enter(visit: Visits, who: User, path: str, size: str = "desk", locale: str = "en-US") -> Page:
    """A browser of its own, in which `who` is signed in."""
    client = Client()
    client.force_login(who)
    page = visit("/accounts/login/", size=size, locale=locale, reduced_motion="reduce")
    cookie = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": visit.live}])
    page.goto(path)
    return page


def test_a_director_signs_in_and_finds_the_board(visit: Visits, episode: Episode) -> None:
    page = visit("/studio/", size="desk")
    page.locator("[name=login]").fill("bob")
    page.get_by_label("Password").fill("a good password")
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/studio/")
    page.get_by_role("link", name=re.compile("The Key")).click()
    page.get_by_role("table").get_by_role("link").first.click()
    page.wait_for_url(f"**{BOARD}")
    expect(page.locator(".shot")).to_have_count(episode.shots.in_cut().count())
    expect(page.locator(".shot img").first).to_be_visible()


def test_the_keyboard_moves_picks_and_leads_to_the_line(
    visit: Visits, people: People, episode: Episode
) -> None:
    shot = first_shot(episode)
    second = dailies.take_of(shot)
    page = enter(visit, people.bob, BOARD)
    tiles = page.locator(".shot")
    page.keyboard.press("j")
    expect(tiles.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(tiles.nth(1)).to_be_focused()
    expect(page.locator(".reel-lit")).to_have_count(1)
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    expect(page.locator("[data-take]")).to_have_count(2)
    page.keyboard.press("2")
    expect(page.locator("[data-take]").nth(1)).to_have_class(re.compile("take-circled"))
    shot.refresh_from_db()
    assert shot.circle_take == second
    page.keyboard.press("r")
    expect(page.locator("[data-waits]")).to_be_visible()
    assert Job.objects.active().filter(subject=shot.subject).count() == 1
    page.keyboard.press("Escape")
    expect(tiles.nth(0)).to_be_focused()
    expect(tiles.nth(0)).to_contain_text("waiting")
    page.keyboard.press("e")
    page.wait_for_url("**/script?revision=1#line-*")
    line = int(page.url.rpartition("-")[2])
    expect(editor(page).locator(".cm-activeLine")).to_have_text(
        dailies.SCRIPT.splitlines()[line - 1]
    )
    expect(editor(page)).to_be_focused()


def test_a_take_is_rejected_with_a_reason_and_picked_again(
    visit: Visits, people: People, episode: Episode
) -> None:
    shot = first_shot(episode)
    page = enter(visit, people.bob, BOARD)
    page.locator(".shot").first.click()
    expect(page.locator("[data-take]")).to_have_count(1)
    page.keyboard.press("x")
    reason = page.get_by_label("What is wrong with it?")
    expect(reason).to_be_focused()
    page.get_by_role("button", name="Wrong framing").click()
    expect(reason).to_have_value("Wrong framing")
    reason.fill("Wrong framing: her hand is cut off.")
    page.keyboard.press("Enter")
    expect(page.locator(".take-rejected")).to_contain_text("her hand is cut off")
    assert shot.takes.get().rejected == "Wrong framing: her hand is cut off."
    expect(page.locator(".shot").first).to_contain_text("missing")
    page.get_by_role("button", name="Pick").click()
    expect(page.locator(".take-circled")).to_have_count(1)
    page.get_by_role("button", name="Close").first.click()
    expect(page.locator(".shot-is-current")).to_have_count(episode.shots.in_cut().count())


def test_play_all_plays_every_shot_and_comes_back(
    visit: Visits, people: People, episode: Episode
) -> None:
    page = enter(visit, people.bob, BOARD)
    page.get_by_role("button", name="Play all").click()
    until(page, PLAYING)
    count = episode.shots.in_cut().count()
    expect(page.locator(".screening-name")).to_contain_text(f"2/{count}")
    for _ in range(count):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#screening")).to_be_hidden()
    expect(page.locator(".shot").last).to_be_focused()


def test_a_tile_previews_its_take_under_the_pointer(
    visit: Visits, people: People, episode: Episode
) -> None:
    page = enter(visit, people.bob, BOARD)
    page.locator(".shot").first.hover()
    until(page, "document.querySelector('.shot video')?.currentTime > 0")
    page.locator(".board-title").hover()
    expect(page.locator(".shot video")).to_have_count(0)


def test_the_script_page_numbers_lines_and_leads_to_problems(
    visit: Visits, people: People, episode: Episode
) -> None:
    page = enter(visit, people.bob, "/studio/the-key/script")
    text = "INT. HALL - DAY\n\nMIA\nWell.\n\n/* a note that never ends\n"
    editor(page).fill(text)
    expect(page.locator(".cm-lineNumbers .cm-gutterElement").last).to_have_text("7")
    page.get_by_role("button", name="Save").click()
    page.locator(".problem a[data-line='6']").first.click()
    expect(editor(page)).to_be_focused()
    expect(editor(page).locator(".cm-activeLine")).to_have_text("/* a note that never ends")
    page.get_by_role("link", name="INT. HALL - DAY").click()
    expect(editor(page).locator(".cm-activeLine")).to_have_text("INT. HALL - DAY")
    expect(editor(page).locator(".f-heading")).to_have_text("INT. HALL - DAY")
    expect(editor(page).locator(".f-cue")).to_have_text("MIA")
    expect(editor(page).locator(".f-dialogue")).to_have_text("Well.")


def editor(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Screenplay")


def test_the_keyboard_saves_and_it_is_said_without_losing_the_place(
    visit: Visits, people: People, episode: Episode
) -> None:
    page = enter(visit, people.bob, "/studio/the-key/script")
    page.evaluate("window.isSamePage = true")
    state = page.locator("[data-saved]")
    expect(state).to_contain_text("revision 1")
    editor(page).click()
    page.keyboard.press("Control+End")
    page.keyboard.type("\nMIA\nWait.\n")
    expect(page.get_by_text("Unsaved changes")).to_be_visible()
    page.keyboard.press("Control+s")
    expect(state).to_contain_text(re.compile(r"Saved [0-2]\d:[0-5]\d\s*· revision 2"))
    assert page.evaluate("window.isSamePage"), "the page was not loaded again"
    expect(editor(page)).to_be_focused()
    newest = episode.series.screenplays.first()
    assert newest is not None
    assert newest.text.endswith("MIA\nWait.\n")
    page.keyboard.press("Control+s")
    expect(state).to_contain_text("revision 2")
    page.keyboard.press("Control+z")
    expect(page.get_by_text("Unsaved changes")).to_be_visible()
    asked: list[str] = []

    def leave(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)
    page.get_by_role("link", name="Series", exact=True).click()
    page.wait_for_url("**/studio/the-key/")
    assert asked == ["beforeunload"]


def test_before_anything_is_made_the_page_says_what_a_change_costs(
    visit: Visits, people: People, episode: Episode, work: Callable[[], Job | None]
) -> None:
    publish_cut(episode)
    page = enter(visit, people.bob, "/studio/the-key/script")
    expect(page.locator(".ahead")).to_have_count(0)
    editor(page).fill(dailies.SCRIPT.replace("It is.", "It was, once."))
    page.keyboard.press("ControlOrMeta+s")
    ahead = page.locator(".ahead")
    expect(ahead).to_contain_text("Viewers see the version before")
    assert work(), "the breakdown"
    dailies.cleared(episode)
    expect(ahead).to_contain_text("1 line changed")
    expect(ahead).to_contain_text(re.compile("[1-9] shots? to make"))
    ahead.get_by_text("Show the lines").click()
    expect(ahead.locator("del")).to_contain_text("It is.")
    expect(ahead.locator("ins")).to_contain_text("It was, once.")
    ahead.get_by_role("button", name="Make current", exact=True).click()
    page.wait_for_url(f"**{BOARD}")
    expect(page.locator(".shot-is-waiting").first).to_be_visible()


def publish_cut(episode: Episode) -> None:
    """What is on the board is composed and what viewers see."""
    shelf.publish(episode)
    cut = composed(episode)
    episode.editions.update(cut_hash=cut.hash)


def test_what_is_current_cannot_be_made_current_and_says_so(
    visit: Visits, people: People, episode: Episode
) -> None:
    publish_cut(episode)
    page = enter(visit, people.bob, BOARD)
    button = page.get_by_role("button", name="Make current")
    expect(button).to_be_disabled()
    expect(button).to_have_accessible_description("Every shot and the cut are current.")


def test_an_older_edition_is_put_back_after_asking(
    visit: Visits, people: People, episode: Episode
) -> None:
    shelf.publish(episode)
    shelf.publish(episode)
    page = enter(visit, people.bob, f"{BOARD}release")
    expect(page.locator(".edition-shown")).to_contain_text("Edition 2")
    page.get_by_role("button", name="Put back Edition 1").click()
    sheet = page.get_by_role("dialog")
    expect(sheet).to_contain_text("Viewers see edition 1 at once, instead of edition 2.")
    sheet.get_by_role("button", name="Leave it").click()
    expect(page.locator(".edition-shown")).to_contain_text("Edition 2")
    page.get_by_role("button", name="Put back Edition 1").click()
    sheet.get_by_role("button", name="Put back").click()
    expect(page.locator(".edition-shown")).to_contain_text("Edition 1")
    page.get_by_role("button", name="Unpublish").click()
    sheet.get_by_role("button", name="Unpublish").click()
    expect(page.locator(".edition-shown")).to_have_count(0)


def test_an_uploaded_file_is_saved_and_a_bad_one_is_refused(
    visit: Visits, people: People, episode: Episode, tmp_path: Path
) -> None:
    page = enter(visit, people.bob, "/studio/the-key/script")
    photo, good = tmp_path / "photo.txt", tmp_path / "good.fountain"
    photo.write_bytes(bytes(range(256)) * 40)
    good.write_text("INT. ROOF - DAY\n\nMIA\nJump.\n", encoding="utf-8")
    page.locator("input[type=file]").set_input_files(photo)
    expect(page.get_by_role("alert")).to_contain_text("This is not text")
    expect(editor(page)).to_contain_text("Not mine.")
    page.locator("input[type=file]").set_input_files(good)
    expect(editor(page)).to_contain_text("Jump.")
    visit.forgive()  # the browser reports the refusal


def test_two_people_in_two_browsers_see_their_own_studio_only(
    visit: Visits, people: People, episode: Episode
) -> None:
    alice = enter(visit, people.alice, "/studio/")
    viewer = enter(visit, people.viewer, "/studio/", size="phone")
    charlie = enter(visit, people.charlie, "/studio/")
    expect(alice.get_by_role("link", name=re.compile("The Key"))).to_be_visible()
    expect(viewer.get_by_role("heading", name="You belong to no studio")).to_be_visible()
    viewer.goto(BOARD)
    expect(viewer.get_by_role("heading", name="You belong to no studio")).to_be_visible()
    expect(charlie.get_by_role("heading", name="No series yet")).to_be_visible()
    answer = charlie.goto(BOARD)
    assert answer is not None
    assert answer.status == 404
    visit.forgive()


@pytest.mark.parametrize("locale", LOCALES)
def test_axe_finds_nothing_in_any_room(
    visit: Visits, people: People, episode: Episode, locale: str
) -> None:
    states_of_a_board(episode)
    shelf.publish(episode)
    shelf.publish(episode)
    page = enter(visit, people.bob, "/studio/", locale=locale)
    expect(page.locator("html")).to_have_attribute("lang", LOCALES[locale])
    found = {}
    rooms = ["", "the-key/", "the-key/script", "the-key/1/", "the-key/1/release", "queue/"]
    rooms += ["the-key/references", "the-key/finals"]
    for room in [*rooms, "the-key/2/"]:
        page.goto(f"/studio/{room}")
        found[room] = violations(page)
    page.goto("/accounts/password/forgotten/")
    found["forgotten"] = violations(page)
    page.goto(f"{BOARD}release")
    page.locator("[data-opens^=put-back]").click()
    found["put back"] = violations(page)
    page.goto(BOARD)
    page.locator(".shot").first.click()
    page.locator("[data-asks]").first.click()
    page.locator("[data-prompts] > summary").click()
    expect(page.locator(".prompts-form textarea")).to_have_count(2)
    found["takes"] = violations(page)
    page.goto("/studio/")
    page.locator("[data-opens]").click()
    found["new series"] = violations(page)
    page.goto("/studio/queue/")
    assert {room: problems for room, problems in found.items() if problems} == {}


def states_of_a_board(episode: Episode) -> None:
    """A waiting, a failed, a stale and a missing shot, and an episode without any."""
    shots = list(episode.shots.in_cut())
    services.retake(shot=shots[0])
    failed = services.retake(shot=shots[1])
    Job.objects.filter(pk=failed.pk).update(state="failed", error_message="The disk is full.")
    Shot.objects.filter(pk=shots[1].pk).update(circle_take=None)
    Shot.objects.filter(pk=shots[2].pk).update(inputs="0" * 32)
    Shot.objects.filter(pk=shots[3].pk).update(circle_take=None)
    error = {"message": "The disk is full.", "advice": "Free some space."}
    Production.objects.filter(episode=episode).update(error=error)
    Episode.objects.create(series=episode.series, number=2)


@pytest.mark.parametrize("size", SIZES)
def test_no_room_is_wider_than_the_window(
    visit: Visits, people: People, episode: Episode, size: str
) -> None:
    states_of_a_board(episode)
    page = enter(visit, people.bob, "/studio/", size=size)
    for room in ["", "the-key/", "the-key/script", "the-key/1/", "the-key/1/release", "queue/"]:
        page.goto(f"/studio/{room}")
        assert page.evaluate(WIDER) <= 0, room
