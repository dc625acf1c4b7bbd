"""Waiting for a page; Playwright's own wait_for_function needs eval, which our policy forbids."""

import time

from playwright.sync_api import Page

PATIENCE = 20  # seconds; a loaded machine is slow, not wrong


def until(page: Page, expression: str) -> None:
    """Returns once the JavaScript `expression` is true."""
    deadline = time.monotonic() + PATIENCE
    while not page.evaluate(expression):
        assert time.monotonic() < deadline, f"never came true: {expression}"
        page.wait_for_timeout(40)
