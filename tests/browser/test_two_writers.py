"""Two people with the script page open, in two browsers."""

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from apps.accounts.models import User
from apps.catalog.models import Series
from apps.studio import services
from tests.browser.conftest import Visits
from tests.people import People, gather
from tests.studio import dailies

pytestmark = pytest.mark.browser


@pytest.fixture
def people(live: str) -> People:
    return gather()


@pytest.fixture
def series(people: People) -> Series:
    series = services.create_series(studio=people.studio, title="The Key", language="en")
    dailies.written(series)
    return series


def at_the_script(visit: Visits, who: User) -> Page:
    client = Client()
    client.force_login(who)
    page = visit("/accounts/login/", size="desk", locale="en-US")
    cookie = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": cookie, "url": visit.live}])
    page.goto("/studio/the-key/script")
    return page


def write(page: Page, words: str) -> None:
    page.get_by_role("textbox", name="Screenplay").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(f"\nMIA\n{words}\n")
    page.keyboard.press("Control+s")


def test_what_the_other_saved_is_shown_before_it_is_saved_over(
    visit: Visits, people: People, series: Series
) -> None:
    alice, bob = at_the_script(visit, people.alice), at_the_script(visit, people.bob)
    write(bob, "Wait.")
    expect(bob.locator("[data-saved]")).to_contain_text("revision 2")
    write(alice, "Go.")
    expect(alice.get_by_role("alert")).to_contain_text("bob saved revision 2 at")
    visit.forgive()  # the browser reports the refusal, rightly
    expect(alice.get_by_text("Unsaved changes")).to_be_visible()
    alice.get_by_text("Show the difference").click()
    expect(alice.locator(".diff-lines del")).to_have_text(["Wait."])
    expect(alice.locator(".diff-lines ins")).to_have_text(["Go."])
    alice.get_by_role("button", name="Save my text over it").click()
    expect(alice.locator("[data-saved]")).to_contain_text("revision 3")
    expect(alice.get_by_role("alert")).to_have_count(0)
    write(alice, "Now.")
    expect(alice.locator("[data-saved]")).to_contain_text("revision 4")
    newest = series.screenplays.first()
    assert newest is not None
    assert newest.text.endswith("MIA\nGo.\n\nMIA\nNow.\n")
