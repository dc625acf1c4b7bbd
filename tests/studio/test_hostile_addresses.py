"""Addresses and bodies that nobody sends by accident are refused, never a crash."""

import json
from pathlib import Path

import pytest
from django.test import Client

from apps.catalog.models import Series
from apps.studio import services
from tests.people import People

ODD_NUMBERS = ["²", "٣", "9" * 30, "9" * 5000, "-1", "%00"]


@pytest.fixture
def series(people: People, media: Path) -> Series:
    return services.create_series(studio=people.studio, title="The Key", language="en")


@pytest.fixture
def bob(people: People, client: Client) -> Client:
    client.force_login(people.bob)
    return client


@pytest.mark.parametrize("number", ODD_NUMBERS)
def test_a_number_that_is_none_finds_nothing(series: Series, bob: Client, number: str) -> None:
    assert bob.get(f"/studio/the-key/script?revision={number}").status_code == 200
    assert bob.get(f"/api/v1/episodes/?series={number}").status_code == 400
    assert bob.get(f"/s/the-key/{number}").status_code == 404
    assert bob.get(f"/studio/the-key/{number}/").status_code == 404
    assert bob.post(f"/studio/the-key/{number}/make-current").status_code == 404
    assert bob.post(f"/studio/shots/{number}/retake").status_code == 404


@pytest.mark.parametrize("key", ["-" * 36, "0" * 36, "0"])
def test_a_job_whose_number_is_none_is_not_there(series: Series, bob: Client, key: str) -> None:
    assert bob.post(f"/studio/queue/{key}/cancel").status_code == 404


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b'{"title": "\\ud800", "language": "\\ud800"}', 400),
        (b"[" * 100_000, 400),
        (b'{"seed": NaN}', 400),
        (b"\xff\xfe{", 400),
        (b'"' + b"x" * 13 * 2**20 + b'"', 413),
    ],
)
def test_a_body_that_is_no_json_is_refused(
    series: Series, bob: Client, body: bytes, status: int
) -> None:
    answer = bob.post("/api/v1/series/", body, content_type="application/json")
    assert answer.status_code == status
    assert json.loads(answer.content)["message"]


def test_a_series_called_like_a_room_gets_an_address_of_its_own(people: People) -> None:
    made = services.create_series(studio=people.studio, title="Queue", language="en")
    assert made.slug == "queue-2"
