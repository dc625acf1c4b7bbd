"""A real Chromium against the real site: hashed files, ASGI, ranges. For every test of a page."""

import importlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from apps.catalog.models import Episode
from apps.jobs import driver
from apps.jobs.models import Job
from apps.studio import services
from tests.people import People, gather
from tests.studio import dailies

CHROMIUM = "/usr/bin/chromium"
QUIET = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
SIZES = {"phone": (390, 844), "tablet": (820, 1180), "desk": (1440, 900)}
HASHED = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}


def hashed_files() -> Any:
    return override_settings(STORAGES=settings.STORAGES | {"staticfiles": HASHED})


@pytest.fixture(scope="session")
def collected() -> None:
    """Static files as production has them."""
    with hashed_files():
        call_command("collectstatic", interactive=False, verbosity=0)


@pytest.fixture
def live(transactional_db: None, collected: None) -> Iterator[str]:
    """The address of the site, served by uvicorn from this process."""
    with hashed_files():
        # Imported late: WhiteNoise looks at the collected files once, when the application is made.
        application = importlib.import_module("dramabox.asgi").application
        yield from _served(application)


def _served(application: Any) -> Iterator[str]:
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    config = uvicorn.Config(application, log_level="error", lifespan="off", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = server.force_exit = True
    thread.join()
    listener.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A browser per file of tests: Playwright keeps an event loop running in the tests' thread."""
    if not Path(CHROMIUM).exists():
        pytest.skip("Chromium is not installed")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # For that loop's sake Django would take these tests for asynchronous code.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield browser
        browser.close()


class Watched:
    """What a page must not do: shout in the console, ask another host."""

    def __init__(self, page: Page, site: str) -> None:
        self.complaints: list[str] = []
        self.strangers: list[str] = []
        self.site = site
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self._ask(request.url))

    def _hear(self, said: ConsoleMessage) -> None:
        if said.type == "error":
            self.complaints.append(said.text)

    def _ask(self, url: str) -> None:
        if not url.startswith((self.site, "data:", "blob:")):
            self.strangers.append(url)


class Visits:
    """`visit(path, size="phone", locale="en-US")` opens a page in a fresh browser profile."""

    def __init__(self, chromium: Browser, live: str) -> None:
        self.chromium, self.live = chromium, live
        self.contexts: list[BrowserContext] = []
        self.watched: list[Watched] = []

    def __call__(
        self, path: str, size: str = "phone", locale: str = "en-US", **options: Any
    ) -> Page:
        width, height = SIZES[size]
        context = self.chromium.new_context(
            base_url=self.live,
            locale=locale,
            viewport={"width": width, "height": height},
            has_touch=size != "desk",
            **options,
        )
        self.contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        self.watched.append(Watched(page, self.live))
        page.goto(path)
        return page

    def forgive(self) -> None:
        """For a test that provokes an error: the browser reports it, rightly."""
        for watched in self.watched:
            watched.complaints.clear()


@pytest.fixture
def visit(chromium: Browser, live: str) -> Iterator[Visits]:
    """Opens pages; at the end none may have complained in its console or asked another host."""
    visits = Visits(chromium, live)
    yield visits
    for context in visits.contexts:
        context.close()
    for watched in visits.watched:
        assert watched.complaints == []
        assert watched.strangers == []


@pytest.fixture
def people(live: str) -> People:
    return gather()


@pytest.fixture
def episode(people: People) -> Episode:
    series = services.create_series(studio=people.studio, title="The Key", language="en")
    return dailies.shot_in_full(dailies.written(series))


@pytest.fixture
def work() -> Iterator[Callable[[], Job | None]]:
    """Do the next queued job on a real engine."""

    def next_job() -> Job | None:
        job = Job.claim("cpu", "test:0")
        if job is not None:
            driver.run(job)
        return job

    yield next_job
    driver.hold.let_go()
