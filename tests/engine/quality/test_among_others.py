"""Carol lays takes beside one another: length, seams and colours."""

import msgspec
import numpy as np
import pytest

from engine.contracts import Format, InsertKind, Severity
from engine.contracts.shot import Insert
from engine.quality.allowed import allowed
from engine.quality.colours import colours
from engine.quality.footage import seen
from engine.quality.length import length
from engine.quality.oklab import distance, oklab, palette
from engine.quality.seam import seam, seams
from engine.rehearsal.color import lab
from tests.engine.quality.conftest import Drawn
from tests.engine.quality.test_picture import codes
from tests.engine.rehearsal.shots import SMALL

SIZE = (SMALL.width, SMALL.height)


def test_a_take_as_it_was_asked_for_has_the_right_length(talking: Drawn) -> None:
    verdict = length(talking.seen, SIZE, talking.shot, SMALL)
    assert codes(verdict) == []
    assert verdict.score == 1


def test_a_missing_frame_is_a_warning(talking: Drawn) -> None:
    verdict = length(seen(talking.frames[:-1], 24), SIZE, talking.shot, SMALL)
    assert codes(verdict) == ["wrong-length"]
    assert verdict.score == pytest.approx(35 / 36)


def test_a_take_that_ends_before_its_line_is_an_error(talking: Drawn) -> None:
    verdict = length(seen(talking.frames[:20], 24), SIZE, talking.shot, SMALL)
    assert codes(verdict) == ["lines-cut-off"]
    assert verdict.findings[0].problem.severity is Severity.ERROR


def test_another_rate_is_said_and_its_frames_are_not_counted(talking: Drawn) -> None:
    assert codes(length(seen(talking.frames[:24], 16), SIZE, talking.shot, SMALL)) == ["wrong-rate"]
    film = seen(talking.frames, 24000 / 1001)
    assert codes(length(film, SIZE, talking.shot, SMALL)) == []


def test_another_size_is_said(talking: Drawn) -> None:
    verdict = length(talking.seen, SIZE, talking.shot, Format(width=720, height=1280))
    assert codes(verdict) == ["wrong-size"]


def test_frames_that_follow_one_another_have_no_seam(talking: Drawn) -> None:
    assert seam(talking.frames[10], talking.frames[10]) == pytest.approx(1)
    verdict = seams(talking.seen, talking.frames[0], talking.frames[-1])
    assert codes(verdict) == []
    half = seams(seen(talking.frames[12:], 24), talking.frames[11], None)
    assert codes(half) == []
    assert half is not None
    assert half.score > 0.9


def test_a_seam_to_another_picture_is_found_on_its_side(talking: Drawn, elsewhere: Drawn) -> None:
    assert codes(seams(talking.seen, elsewhere.frames[-1], talking.frames[-1])) == ["seam-before"]
    assert codes(seams(talking.seen, talking.frames[0], elsewhere.frames[0])) == ["seam-after"]


def test_a_jump_of_colour_is_a_seam_though_the_picture_is_the_same(talking: Drawn) -> None:
    warm = (talking.frames[0] * np.array([1.0, 0.75, 0.5])).astype(np.uint8)
    assert codes(seams(talking.seen, warm, None)) == ["seam-before"]


def test_a_shot_between_two_cuts_has_no_seam_to_judge(talking: Drawn) -> None:
    assert seams(talking.seen, None, None) is None


def test_pixels_in_oklab_are_those_of_the_drawn_colours() -> None:
    colors = [(200, 60, 30), (12, 200, 90), (0, 0, 0), (255, 255, 255)]
    found = oklab(np.array([colors], np.uint8))[0]
    assert np.allclose(found, [lab(color) for color in colors], atol=1e-4)


def test_palettes_of_the_same_picture_are_no_distance_apart(talking: Drawn) -> None:
    own = palette(talking.frames[:2])
    assert distance(own, palette(talking.frames[:2])) == 0
    grey = talking.frames[:2].mean(axis=3, keepdims=True).repeat(3, axis=3).astype(np.uint8)
    assert distance(own, palette(grey)) > 0.02


def test_another_hue_is_farther_than_another_light(talking: Drawn) -> None:
    own = palette(talking.frames[:2])
    darker = (talking.frames[:2] * 0.8).astype(np.uint8)
    warmer = (talking.frames[:2] * np.array([1.0, 0.9, 0.6])).astype(np.uint8)
    assert distance(own, palette(darker)) < distance(own, palette(warmer))


def test_a_take_of_the_scene_has_its_colours(talking: Drawn, elsewhere: Drawn) -> None:
    may = allowed(talking.shot)
    scene = [elsewhere.frames, talking.frames[::5]]
    verdict = colours(talking.seen, may, scene)
    assert codes(verdict) == []
    assert verdict is not None
    assert verdict.score > 0.9


def test_colours_that_none_of_the_scene_has_are_found(talking: Drawn, elsewhere: Drawn) -> None:
    green = (talking.frames * np.array([0.5, 1.0, 0.5])).astype(np.uint8)
    verdict = colours(seen(green, 24), allowed(talking.shot), [talking.frames])
    assert codes(verdict) == ["colours-foreign"]
    assert verdict is not None
    assert verdict.score < 0.7
    assert codes(colours(elsewhere.seen, allowed(elsewhere.shot), [talking.frames])) == [
        "colours-foreign"
    ]


def test_an_insert_has_colours_of_its_own(talking: Drawn, elsewhere: Drawn) -> None:
    phone = Insert(kind=InsertKind.TEXT_MESSAGE, text="Come home")
    made = msgspec.structs.replace(elsewhere.shot, insert=phone)
    assert codes(colours(elsewhere.seen, allowed(made), [talking.frames])) == []


def test_colours_that_burn_in_while_the_take_lasts_are_found(talking: Drawn) -> None:
    share = np.linspace(0, 1, len(talking.frames))[:, None, None, None]
    burnt = talking.frames * (1 - share * np.array([0.0, 0.45, 0.7]))
    verdict = colours(seen(burnt.astype(np.uint8), 24), allowed(talking.shot), [])
    assert codes(verdict) == ["colours-drift"]
    assert codes(colours(talking.seen, allowed(talking.shot), [])) == []
