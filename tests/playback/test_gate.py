"""The media gate without nginx: ranges, conditions, closed doors."""

from pathlib import Path

import pytest
from django.core.signing import Signer
from django.test import Client
from pytest_django.fixtures import Settings

from apps.core.media import signed_url
from tests.playback.fetching import fetch

DATA = bytes(range(256)) * 3000  # longer than a piece


@pytest.fixture
def file(settings: Settings, tmp_path: Path) -> str:
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "editions").mkdir()
    (tmp_path / "editions" / "film.mp4").write_bytes(DATA)
    return signed_url("editions/film.mp4")


def test_the_whole_file_comes_in_pieces(file: str) -> None:
    answer, body = fetch(file)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "video/mp4"
    assert answer["Accept-Ranges"] == "bytes"
    assert answer["Cache-Control"].startswith("private, max-age=")
    assert body == DATA


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [
        ("bytes=0-", 0, len(DATA) - 1),
        ("bytes=0-0", 0, 0),
        ("bytes=100-299", 100, 299),
        ("bytes=-500", len(DATA) - 500, len(DATA) - 1),
        ("bytes=700000-99999999", 700000, len(DATA) - 1),
        ("bytes=-99999999", 0, len(DATA) - 1),
    ],
)
def test_a_range_gives_exactly_its_bytes(file: str, asked: str, start: int, end: int) -> None:
    answer, body = fetch(file, range=asked)
    assert answer.status_code == 206
    assert answer["Content-Range"] == f"bytes {start}-{end}/{len(DATA)}"
    assert answer["Content-Length"] == str(end - start + 1)
    assert body == DATA[start : end + 1]


@pytest.mark.parametrize("size", ["0-{}", "{}-", "-{}"])
def test_a_range_with_a_number_nobody_counts_to_gives_the_whole_file(file: str, size: str) -> None:
    answer, body = fetch(file, range="bytes=" + size.format("9" * 5000))
    assert (answer.status_code, body) == (200, DATA)


@pytest.mark.parametrize("asked", ["bytes=768000-", "bytes=9999999-", "bytes=-0"])
def test_a_range_behind_the_end_is_refused(file: str, asked: str) -> None:
    answer, body = fetch(file, range=asked)
    assert answer.status_code == 416
    assert answer["Content-Range"] == f"bytes */{len(DATA)}"
    assert body == b""


@pytest.mark.parametrize(
    "asked", ["bytes=5-2", "bytes=a-b", "items=0-5", "bytes=0-1,5-6", "bytes=-"]
)
def test_a_range_nobody_can_read_gives_the_whole(file: str, asked: str) -> None:
    answer, body = fetch(file, range=asked)
    assert answer.status_code == 200
    assert len(body) == len(DATA)


def test_a_part_is_given_only_of_the_file_that_was_begun(file: str) -> None:
    first, _ = fetch(file, range="bytes=0-9")
    for condition in (first["ETag"], first["Last-Modified"]):
        assert fetch(file, range="bytes=10-19", if_range=condition)[0].status_code == 206
    for condition in ('"another"', "Mon, 01 Jan 2001 00:00:00 GMT", "never"):
        assert fetch(file, range="bytes=10-19", if_range=condition)[0].status_code == 200


@pytest.mark.parametrize(
    "moment",
    [
        "Mon, 01 Jan 0001 00:00:00 -0000",
        "Mon, 01 Jan 0001 00:00:00 +2359",
        "Fri, 31 Dec 9999 23:59:59 -2359",
        "Mon, 01 Jan 99999999999999999999 00:00:00 GMT",
        "Mon, 01 Jan 2001 00:00:00 +99999999999999999999",
        "Mon, 01 Jan 2001 99999999999999999999:00:00 GMT",
        "9" * 4000,
    ],
)
def test_a_moment_that_no_calendar_has_gives_the_whole_file(file: str, moment: str) -> None:
    answer, body = fetch(file, range="bytes=10-19", if_range=moment)
    assert (answer.status_code, body) == (200, DATA)


def test_head_tells_the_length_and_sends_nothing(file: str) -> None:
    answer, body = fetch(file, "head", range="bytes=0-99")
    assert answer.status_code == 206
    assert answer["Content-Length"] == "100"
    assert body == b""


def test_without_a_good_signature_the_door_is_closed(file: str, client: Client) -> None:
    *_, name = file.split("/")
    assert client.get(f"/m/forged/{name}").status_code == 403
    old = Signer(salt="media", sep=".").sign_object({"path": "editions/film.mp4", "until": 1})
    assert client.get(f"/m/{old}/{name}").status_code == 403


def test_even_a_signed_path_stays_inside_the_media_folder(file: str, client: Client) -> None:
    bad = {"path": "../secret.key", "until": 2**40}
    token = Signer(salt="media", sep=".").sign_object(bad)
    assert client.get(f"/m/{token}/secret.key").status_code == 400


def test_a_file_that_is_gone_is_not_found(file: str, client: Client) -> None:
    assert client.get(signed_url("editions/gone.mp4")).status_code == 404


def test_nginx_is_told_the_file_and_python_sends_nothing(
    file: str, client: Client, settings: Settings
) -> None:
    settings.MEDIA_ACCEL = "/_media/"
    answer = client.get(signed_url("editions/最后 1.mp4"))
    assert answer.headers["X-Accel-Redirect"] == "/_media/editions/%E6%9C%80%E5%90%8E%201.mp4"
    assert answer.headers["Content-Type"] == "video/mp4"
    assert answer.content == b""
    forged = client.get("/m/forged/film.mp4")
    assert forged.status_code == 403
    assert "X-Accel-Redirect" not in forged.headers


def test_the_gate_asks_no_database(file: str, client: Client) -> None:
    # No django_db mark: a query would fail this test.
    assert fetch(file)[0].status_code == 200
