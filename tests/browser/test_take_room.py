"""The take room while a take is made in it: what somebody has open, typed and focused stays."""

from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image
from playwright.sync_api import Page, expect

from apps.catalog.models import Episode
from apps.jobs import transitions
from apps.jobs.models import Job, State
from apps.studio.services.finals import queue
from tests.browser.conftest import Visits
from tests.browser.test_studio import BOARD, enter, first_shot
from tests.browser.waiting import until
from tests.people import People
from tests.studio import dailies

pytestmark = pytest.mark.browser
LOOKS = 4
TITLE = "FLUX.2 Klein 4B"
SCROLLED = "document.querySelector('[data-takes]').scrollTop"
HELD = "document.activeElement.closest('details')?.dataset.keeps"
FRAMED = "document.querySelector('[data-preview]')?.naturalWidth === {width}"


def claimed() -> Job:
    job = Job.claim(queue(), "test:0")
    assert job is not None
    return job


def preview_of(size: tuple[int, int]) -> str:
    """A picture of an unfinished take, below MEDIA_ROOT."""
    path = Path(settings.MEDIA_ROOT) / "takes" / "unfinished" / f"{size[0]}.jpg"
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, "teal").save(path)
    return path.relative_to(settings.MEDIA_ROOT).as_posix()


def open_room(page: Page) -> None:
    page.locator(".shot").first.click()
    expect(page.locator("[data-take]")).to_have_count(1)


def test_what_is_open_in_the_room_stays_open_while_a_take_is_made_and_when_it_is_there(
    visit: Visits, people: People, episode: Episode
) -> None:
    page = enter(visit, people.bob, BOARD, size="phone")
    open_room(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.get_by_role("button", name="Make a final").click()
    said = page.get_by_role("dialog").locator(".toast")
    expect(said).to_have_text("A final take will be made.")
    waits = page.locator("[data-waits]")
    expect(waits).to_contain_text("Waits for its turn")
    page.locator("[data-prompts] > summary").click()
    words = page.locator(".prompts-form textarea").first
    words.fill("A door, half open.")
    page.locator("[data-keeps=made] > summary").click()
    scrolled = page.evaluate(SCROLLED)
    assert scrolled
    asked.clear()
    job = claimed()
    for look in range(1, LOOKS + 1):
        job.renew(progress_done=look, progress_total=50, progress_note=TITLE)
        expect(waits).to_contain_text(f"{TITLE}")
        expect(waits).to_contain_text(f"{2 * look}%")
    assert page.evaluate(HELD) == "made"
    assert page.evaluate(SCROLLED) == scrolled
    assert asked.count("takes?part") >= LOOKS
    assert "takes" not in asked, "the room was not asked for whole"
    dailies.take_of(first_shot(episode))
    Job.objects.filter(pk=job.pk).update(state=State.DONE)
    expect(page.locator("[data-take]")).to_have_count(2)
    expect(waits).to_have_count(0)
    assert page.evaluate(HELD) == "made"
    expect(page.locator("[data-keeps=made]").first).to_have_attribute("open", "")
    expect(words).to_have_value("A door, half open.")


def test_an_unfinished_take_is_framed_by_what_it_shows_until_it_is_stopped(
    visit: Visits, people: People, episode: Episode
) -> None:
    page = enter(visit, people.bob, BOARD)
    open_room(page)
    page.get_by_role("button", name="Make a final").click()
    waits = page.locator("[data-waits]")
    expect(waits).to_contain_text("Waits for its turn")
    frame = waits.locator(".take-frame").bounding_box()
    job = claimed()
    job.renew(progress_done=1, progress_total=9, preview=preview_of((108, 192)))
    expect(waits.get_by_text("Keyframe", exact=True)).to_be_visible()
    until(page, FRAMED.format(width=108))
    job.renew(progress_done=2, progress_total=9, preview=preview_of((328, 192)))
    expect(waits.get_by_text("Beginning · middle · end")).to_be_visible()
    until(page, FRAMED.format(width=328))
    assert waits.locator(".take-frame").bounding_box() == frame, "nothing jumps"
    job.renew(progress_done=3, progress_eta_s=23130.0)
    expect(waits).to_contain_text("Time left: about")
    page.locator("[data-waits]").get_by_role("button", name="Stop").click()
    expect(waits).to_contain_text("Stopping after this step; what is finished is kept")
    job.refresh_from_db()
    assert job.cancel_requested
    transitions.cancelled(job)
    expect(waits).to_have_count(0)


def test_a_room_is_of_the_shot_that_was_opened_last(
    visit: Visits, people: People, episode: Episode
) -> None:
    page = enter(visit, people.bob, BOARD)
    open_room(page)
    page.get_by_role("button", name="Make a final").click()
    expect(page.locator("[data-waits]")).to_have_count(1)
    page.keyboard.press("Escape")
    page.locator(".shot").nth(1).click()
    second = episode.shots.in_cut()[1]
    expect(page.locator("[data-takes] h2")).to_contain_text(second.slate.partition("-")[2])
    expect(page.locator("[data-waits]")).to_have_count(0)
