"""The pictures of an edition: titled, labelled, in the sizes that pages ask for."""

from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from engine.edit.poster import TITLE_HEIGHT, TITLE_SIZES, lockup, pictures, poster, still


def grey(width: int = 720, height: int = 1280) -> av.VideoFrame:
    return av.VideoFrame.from_ndarray(np.full((height, width, 3), 96, np.uint8), format="rgb24")


def ink(picture: Image.Image) -> np.ndarray:
    """Where something nearly white stands."""
    return np.asarray(picture.convert("L")) > 190


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Empty Coffin", ("Empty", "Coffin")),
        ("空棺", ("空棺",)),
        ("The Last Lantern", ("The Last", "Lantern")),
    ],
)
def test_a_title_breaks_where_it_can_be_set_largest(title: str, lines: tuple[str, ...]) -> None:
    assert lockup(title, TITLE_SIZES, TITLE_HEIGHT).lines == lines


@pytest.mark.parametrize("title", ["A " * 400, "灯" * 400, "W" * 300, "", "مرحبا 👻"])
def test_any_title_fits_the_poster(title: str) -> None:
    picture = poster(grey(), title, "AI-generated")
    written = ink(picture)
    assert written.any()
    assert not written[:, :24].any()
    assert not written[:, -24:].any()
    assert not written[:520].any()


def test_what_follows_a_colon_is_set_smaller() -> None:
    written = ink(poster(grey(), "灯：替嫁新娘的一百零一夜", "AI 生成")).any(axis=1)
    edges = np.flatnonzero(np.diff(written.astype(int)))
    title, second, *_ = (high for high in edges[1::2] - edges[::2] if high > 12)
    assert title > 2 * second


def test_the_label_is_as_high_as_the_rules_ask() -> None:
    for label in ("AI-generated", "AI 生成"):
        rows = np.flatnonzero(ink(still(grey(), label)).any(axis=1))
        assert rows[-1] - rows[0] + 1 >= 0.05 * 720 - 1, label


def test_pictures_come_in_sizes_and_say_how_they_were_made(tmp_path: Path) -> None:
    made = pictures(grey(), "Lantern", "AI-generated", '{"Label": "1"}', tmp_path)
    widths = {}
    for name, path in made.items():
        with Image.open(path) as picture:
            widths[name] = picture.width
            assert picture.width * 16 == pytest.approx(picture.height * 9, abs=16)
            assert b'{"Label": "1"}' in picture.info["xmp"]
    assert widths == {
        "poster": 720,
        "poster_medium": 480,
        "poster_small": 240,
        "still": 720,
        "still_small": 240,
    }


def test_a_small_master_is_not_blown_up(tmp_path: Path) -> None:
    made = pictures(grey(90, 160), "Lantern", "AI-generated", "{}", tmp_path)
    assert {Image.open(path).size for path in made.values()} == {(90, 160)}
