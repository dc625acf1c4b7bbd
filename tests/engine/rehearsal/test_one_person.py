"""Everybody of a series is one person in every size and from every side, and nobody else."""

from functools import cache
from itertools import combinations
from pathlib import Path

import msgspec
import numpy as np
import pytest
import skia
from numpy.typing import NDArray

from engine.contracts import Character, Look, ReadRequest, Wardrobe
from engine.rehearsal.figure import Figure, Pose
from engine.rehearsal.figure.silhouette import overlap
from engine.rehearsal.light import parse
from engine.rehearsal.sheet import FLAT
from engine.script.people.bible import load_entries
from engine.script.people.casting import cast_screenplay
from engine.script.people.voices import ALIKE, nearness
from engine.script.reading.read import read
from tests.engine.quiet import Quiet
from tests.engine.rehearsal.cielab import cielab

ROOT = Path(__file__).resolve().parents[3]
DEMO = ROOT / "deploy" / "demo"
DRAMAS = ROOT / "tests" / "engine" / "script" / "breakdown" / "dramas"
SAMPLES = ROOT.parent / "shared" / "samples"
SERIES = {
    "empty-coffin": (DEMO / "empty-coffin.fountain", DEMO / "empty-coffin.toml"),
    "kong-guan": (DEMO / "kong-guan.txt", DEMO / "kong-guan.toml"),
    "rain_night": (DRAMAS / "rain_night.txt", None),
    "the_last_voicemail": (DRAMAS / "the_last_voicemail.fountain", None),
    "la_boda": (DRAMAS / "la_boda.fountain", None),
    "guru_peak": (SAMPLES / "ascent_to_guru_peak.fountain", None),
}
VIEWS = tuple((scale, yaw) for scale in (2.0, 4.5) for yaw in (-60.0, -20.0, 0.0, 35.0, 75.0))
SAME = 3.0  # CIE76; what is smaller is seen by nobody
OFTEN = 0.05  # of a part's pixels: its colour, not an edge of it

Pixels = NDArray[np.float64]


@cache
def cast(name: str) -> tuple[Character, ...]:
    script, bible = SERIES[name]
    if not script.exists():
        pytest.skip("the samples are not on this machine")
    entries = load_entries(bible.read_text(encoding="utf-8"))[1] if bible else ()
    return cast_screenplay(read(ReadRequest(path=str(script)), Quiet()), entries).characters


def everyone() -> list[tuple[str, str]]:
    demo = [name for name, (_, bible) in SERIES.items() if bible]
    return [(name, person.id) for name in demo for person in cast(name)]


def drawn(look: Look, scale: float, yaw: float) -> NDArray[np.uint8]:
    """A whole figure, RGBA; `scale` px per cm."""
    figure = Figure(Character(id="p", name="P", look=look))
    surface = skia.Surface(round(150 * scale), round(225 * scale))
    canvas = surface.getCanvas()
    canvas.translate(75 * scale, 215 * scale)
    canvas.scale(scale, scale)
    figure.draw(canvas, Pose(yaw=yaw, body_yaw=yaw), FLAT)
    pixels: NDArray[np.uint8] = surface.toarray(colorType=skia.kRGBA_8888_ColorType)
    return pixels


def with_other(look: Look, part: str) -> Look:
    """The same person with one colour changed beyond all others."""
    if part in ("color", "second", "accent"):
        changed: Wardrobe = msgspec.structs.replace(look.wardrobe, **{part: "#17e81b"})
        return msgspec.structs.replace(look, wardrobe=changed)
    return msgspec.structs.replace(look, **{part: "#17e81b"})


def nearest(look: Look, part: str, scale: float, yaw: float) -> float:
    """CIE76 from a part's colour to the nearest that is often seen where this part is drawn."""
    image, other = drawn(look, scale, yaw), drawn(with_other(look, part), scale, yaw)
    where = (image != other).any(-1) & (image[..., 3] == 255)
    colors, counts = np.unique(image[where][:, :3], axis=0, return_counts=True)
    often = colors[counts >= OFTEN * where.sum()]
    holder = look.wardrobe if part in ("color", "second", "accent") else look
    wanted = cielab(np.array([parse(getattr(holder, part))], np.uint8))
    return float(np.linalg.norm(cielab(often) - wanted, axis=1).min()) if len(often) else 99.0


@pytest.mark.parametrize(("series", "who"), everyone())
@pytest.mark.parametrize("part", ["skin", "hair_color", "color"])
def test_a_look_keeps_its_colours_over_sizes_and_sides(series: str, who: str, part: str) -> None:
    (person,) = (one for one in cast(series) if one.id == who)
    off = {view: nearest(person.look, part, *view) for view in VIEWS}
    assert max(off.values()) <= SAME, off


@pytest.mark.parametrize(("series", "who"), everyone())
def test_a_look_keeps_its_proportions_over_sizes_and_sides(series: str, who: str) -> None:
    (person,) = (one for one in cast(series) if one.id == who)
    tall, heads = [], []
    for scale, yaw in VIEWS:
        rows = np.nonzero((drawn(person.look, scale, yaw)[..., 3] > 128).any(1))[0]
        tall.append((rows.max() - rows.min()) / scale)
        marks = Figure(person).landmarks(Pose(yaw=yaw, body_yaw=yaw))
        heads.append(marks.chin[1] - marks.head_top[1])
    assert max(tall) <= 1.02 * min(tall)
    assert max(heads) <= 1.03 * min(heads)


@pytest.mark.parametrize("series", SERIES)
def test_two_of_a_series_differ_in_outline_and_voice(series: str) -> None:
    people = cast(series)
    outlines = {one.id: drawn(one.look, 1.2, 0.0)[..., 3] > 128 for one in people}
    for one, other in combinations(people, 2):
        a, b = outlines[one.id], outlines[other.id]
        alike = (a & b).sum() / (a | b).sum()
        assert alike <= 0.85, (one.name, other.name)
        assert nearness(one.voice, other.voice) <= ALIKE, (one.name, other.name)


def test_an_outline_is_reckoned_as_it_is_drawn() -> None:
    people = [one for name in SERIES if SERIES[name][0].exists() for one in cast(name)][:12]
    outlines = {id(one): drawn(one.look, 1.2, 0.0)[..., 3] > 128 for one in people}
    for one, other in combinations(people, 2):
        a, b = outlines[id(one)], outlines[id(other)]
        assert overlap(one.look, other.look) == pytest.approx(
            (a & b).sum() / (a | b).sum(), abs=0.08
        )
