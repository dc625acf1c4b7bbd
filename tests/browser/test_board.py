"""The board while something is made: it follows a worker, and says what fails."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from apps.catalog.models import Episode
from apps.jobs import transitions
from apps.jobs.models import Job
from apps.studio import services
from apps.studio.models import Production, Shot
from engine.contracts import EngineError, Wording
from tests.browser.conftest import Visits
from tests.browser.test_studio import BOARD, enter, first_shot
from tests.people import People
from tests.studio import dailies

pytestmark = pytest.mark.browser
FULL = EngineError("disk-full", Wording("The disk is full."))


def test_the_board_follows_what_a_worker_makes(
    visit: Visits, people: People, work: Callable[[], Job | None]
) -> None:
    series = services.create_series(studio=people.studio, title="The Key", language="en")
    episode = dailies.listed(dailies.written(series, "MIA: Not mine.\n"))
    dailies.cleared(episode)
    page = enter(visit, people.bob, BOARD)
    expect(page.locator(".shot-is-missing").first).to_be_visible()
    page.get_by_role("button", name="Make current").click()
    count = episode.shots.in_cut().count()
    expect(page.locator(".shot-is-waiting")).to_have_count(count)
    page.evaluate("window.isSamePage = true")
    for made in range(1, count + 1):
        assert work()
        expect(page.locator(".shot-is-current")).to_have_count(made)
        expect(page.locator(".shot-is-current img")).to_have_count(made)
    assert work(), "the cut"
    expect(page.get_by_role("button", name="Publish")).to_be_visible()
    assert page.evaluate("window.isSamePage"), "the page was not loaded again"
    assert Production.objects.get(episode=episode).goal == Production.Goal.REST


def test_a_failure_is_said_on_the_board_that_is_open(
    visit: Visits, people: People, episode: Episode
) -> None:
    dailies.cleared(episode)
    shot = first_shot(episode)
    Shot.objects.filter(pk=shot.pk).update(circle_take=None)
    page = enter(visit, people.bob, BOARD)
    page.get_by_role("button", name="Make current").click()
    expect(page.locator(".shot-is-waiting")).to_have_count(1)
    expect(page.get_by_role("alert")).to_have_count(0)
    job = Job.claim("cpu", "test:0")
    assert job is not None
    transitions.fail(job, FULL)
    expect(page.get_by_role("alert")).to_contain_text("The disk is full.")
    expect(page.locator(".shot-is-failed")).to_have_count(1)
    page.get_by_role("button", name="Make current").click()
    expect(page.locator(".shot-is-waiting")).to_have_count(1)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_breakdown_that_fails_is_said_on_the_empty_board(visit: Visits, people: People) -> None:
    series = services.create_series(studio=people.studio, title="The Key", language="en")
    services.make_current(episode=dailies.written(series))
    page = enter(visit, people.bob, BOARD)
    expect(page.locator(".tiles-ghosts")).to_have_count(1)
    job = Job.claim("cpu", "test:0")
    assert job is not None
    transitions.fail(job, FULL)
    expect(page.get_by_role("alert")).to_contain_text("The disk is full.")
    expect(page.locator(".tiles-ghosts")).to_have_count(0)


def test_after_a_first_save_the_board_is_next_and_notes_come_by_themselves(
    visit: Visits, people: People, work: Callable[[], Job | None]
) -> None:
    services.create_series(studio=people.studio, title="The Key", language="en")
    page = enter(visit, people.bob, "/studio/the-key/script")
    save, board = (
        page.get_by_role("button", name="Save"),
        page.get_by_role("link", name="Open the board"),
    )
    main = re.compile("button-main")
    expect(save).to_have_class(main)
    page.get_by_role("textbox", name="Screenplay").fill(dailies.SCRIPT)
    page.keyboard.press("ControlOrMeta+s")
    expect(board).to_have_class(main)
    expect(save).not_to_have_class(main)
    notes = page.locator("[data-notes]")
    expect(notes).to_contain_text("Checking")
    expect(notes).not_to_contain_text("understood")
    assert work(), "the breakdown"
    expect(notes).to_contain_text("chosen by rule")
    expect(notes).not_to_contain_text("Checking")
    board.click()
    page.wait_for_url(f"**{BOARD}")
    expect(page.locator(".shot-is-missing").first).to_be_visible()
