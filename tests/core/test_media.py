"""Addresses of media: who was not given one cannot make one."""

import pytest
from django.core.exceptions import SuspiciousFileOperation

from apps.core import media


def at(monkeypatch: pytest.MonkeyPatch, moment: float) -> None:
    monkeypatch.setattr("time.time", lambda: moment)


def token(url: str) -> str:
    return url.split("/")[2]


def test_an_address_opens_to_the_path_it_was_made_for() -> None:
    url = media.signed_url("editions/1/2/3/最后.mp4")
    opened = media.opened(token(url))
    assert opened is not None
    assert opened[0] == "editions/1/2/3/最后.mp4"
    assert url.startswith("/m/")
    assert url.endswith("/%E6%9C%80%E5%90%8E.mp4")


def test_an_address_is_the_same_within_an_hour_so_that_browsers_cache(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at(monkeypatch, 3600 * 1000)
    early = media.signed_url("a/b.mp4")
    at(monkeypatch, 3600 * 1001 - 1)
    assert media.signed_url("a/b.mp4") == early
    at(monkeypatch, 3600 * 1001)
    assert media.signed_url("a/b.mp4") != early


def test_an_address_is_good_for_five_hours_and_dead_after_six(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at(monkeypatch, 3600 * 1001 - 1)
    made = token(media.signed_url("a/b.mp4"))
    at(monkeypatch, 3600 * 1006 - 1)
    assert media.opened(made) == ("a/b.mp4", 1)
    at(monkeypatch, 3600 * 1006)
    assert media.opened(made) is None


@pytest.mark.parametrize("place", [0, 5, -1])
def test_a_changed_letter_closes_the_address(place: int) -> None:
    good = token(media.signed_url("a/b.mp4"))
    letters = list(good)
    letters[place] = "A" if letters[place] != "A" else "B"
    assert media.opened("".join(letters)) is None


@pytest.mark.parametrize("junk", ["", ".", "a.b", "x" * 5000, "e30.e30"])
def test_junk_opens_nothing(junk: str) -> None:
    assert media.opened(junk) is None


@pytest.mark.parametrize("path", ["../secret.key", "/etc/passwd", "a/../../b", "a\\b", "a\0b", ""])
def test_a_path_that_leaves_the_media_folder_is_never_signed(path: str) -> None:
    with pytest.raises(SuspiciousFileOperation):
        media.signed_url(path)
