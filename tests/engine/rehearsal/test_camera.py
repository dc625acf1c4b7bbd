"""Each camera move is seen in the pixels: what grows, slides, smears or comes into focus."""

from itertools import pairwise

import numpy as np
import pytest

from engine.contracts import (
    Character,
    Effect,
    EffectKind,
    Format,
    Look,
    Move,
    SetKind,
    Shot,
    ShotSize,
    TimeOfDay,
)
from engine.rehearsal.camera import MOVES, SUDDEN, moved, view
from engine.rehearsal.framing import frame
from engine.rehearsal.stage import Stage
from tests.engine.rehearsal.conftest import Drawer, Frame
from tests.engine.rehearsal.shots import SMALL, dressing, person, request, shot, staged

EYES = (0.0, -157.0)
STREET = dressing(SetKind.STREET, time=TimeOfDay.DAY)
LAST = 23


def grey(picture: Frame) -> np.ndarray:
    return np.asarray(picture[..., :3].astype(float).mean(axis=2))


def slid(first: Frame, second: Frame, rows: slice, most: int = 40) -> int:
    """By how many px the rows of `second` lie to the right of those of `first`."""
    a, b = grey(first)[rows], grey(second)[rows]
    middle = slice(most, a.shape[1] - most)
    apart = {
        shift: np.abs(np.roll(a, shift, axis=1)[:, middle] - b[:, middle]).mean()
        for shift in range(-most, most + 1)
    }
    return min(apart, key=lambda shift: apart[shift])


def sharpness(picture: Frame) -> float:
    return float(np.abs(np.diff(grey(picture), axis=1)).mean())


def heads(made: Shot, *frames: int) -> list[int]:
    """How wide the hair of whoever is seen is in these frames, px."""
    seen = []
    for color in ("#101010", "#f0f0f0"):
        cast = (Character(id="mia", name="Mia", look=Look(hair="bob", hair_color=color)),)
        asked = request(made, cast=cast)
        stage = staged(asked)
        seen.append([grey(stage.frame(n)) for n in frames])
    widths = []
    for dark, fair in zip(*seen, strict=True):
        across = (np.abs(dark - fair) > 30).any(axis=0).nonzero()[0]
        widths.append(int(across[-1] - across[0]))
    return widths


@pytest.mark.parametrize(("move", "grows"), [(Move.PUSH_IN, True), (Move.PULL_OUT, False)])
def test_a_push_in_grows_its_subject_and_a_pull_out_shrinks_it(move: Move, grows: bool) -> None:
    made = shot(duration=1.0, size=ShotSize.MS, move=move, set=STREET, people=(person(),))
    first, last = heads(made, 0, LAST)
    assert (last > 1.1 * first) is grows
    assert (first > 1.1 * last) is not grows


@pytest.mark.parametrize(("move", "way"), [(Move.PAN_LEFT, 1), (Move.PAN_RIGHT, -1)])
def test_a_pan_slides_the_picture_the_other_way(move: Move, way: int, draw: Drawer) -> None:
    made = shot(duration=1.0, size=ShotSize.MS, move=move, set=STREET)
    assert slid(draw(made, 6), draw(made, 14), slice(40, 160)) * way > 3


@pytest.mark.parametrize(("move", "way"), [(Move.TILT_UP, 1), (Move.TILT_DOWN, -1)])
def test_a_tilt_slides_the_picture_the_other_way(move: Move, way: int, draw: Drawer) -> None:
    made = shot(duration=1.0, size=ShotSize.MS, move=move, set=STREET)
    turned = [np.rot90(draw(made, n), axes=(1, 0)) for n in (6, 14)]
    assert -slid(turned[0], turned[1], slice(30, 150)) * way > 3


def test_a_whip_is_smeared_and_then_sharp(draw: Drawer) -> None:
    made = shot(duration=1.0, size=ShotSize.MS, move=Move.WHIP, set=STREET, people=(person(),))
    assert sharpness(draw(made, 16)) > 2 * sharpness(draw(made, 1))


def test_a_crash_zoom_has_arrived_after_half_a_second() -> None:
    made = shot(duration=1.0, move=Move.CRASH_ZOOM, set=STREET, people=(person(),))
    wide = heads(made, 0, 13, LAST)
    assert wide[1] > 1.3 * wide[0]
    assert abs(wide[2] - wide[1]) < 0.1 * wide[1]


def test_a_rack_focus_takes_sharpness_from_the_one_to_the_other() -> None:
    people = (person(x=-0.4), person("ben", x=0.5, depth=0.8, focus=False))
    made = shot(duration=1.0, size=ShotSize.MCU, people=people, move=Move.RACK_FOCUS)
    asked = request(made, format=Format(width=540, height=960))
    stage = staged(asked)
    first, last = (stage.frame(n).copy()[240:440] for n in (0, LAST))
    near, far = slice(60, 300), slice(330, 480)
    assert sharpness(first[:, near]) > 1.25 * sharpness(last[:, near])
    assert sharpness(last[:, far]) > 1.25 * sharpness(first[:, far])


def test_a_handheld_camera_is_never_still_and_never_far(draw: Drawer) -> None:
    made = shot(duration=1.0, size=ShotSize.MS, move=Move.HANDHELD, set=STREET)
    frames = [draw(made, n) for n in range(0, 24, 4)]
    assert all((a != b).any() for a, b in pairwise(frames))
    assert max(abs(slid(frames[0], one, slice(60, 160))) for one in frames) < 10


def test_an_orbit_slides_what_is_near_against_what_is_far() -> None:
    made = shot(duration=1.0, move=Move.ORBIT, people=(person(),))
    framing = frame(made, [EYES], SMALL)
    views = [view(made, framing, t) for t in (0.0, 1.0)]

    def travelled(depth: float) -> float:
        a, b = (moved(framing, seen, depth, 0.0).mapXY(90, 120).x() for seen in views)
        return float(b - a)

    near, subject, far = (travelled(depth) for depth in (90.0, framing.subject, 900.0))
    assert near * far < 0
    assert abs(subject) < 0.1 * abs(far)


@pytest.mark.parametrize("move", [move for move in Move if move not in SUDDEN])
def test_a_move_starts_and_stops_softly(move: Move) -> None:
    """No step between two frames is more than four times the mean one."""
    made = shot(duration=2.0, move=move, people=(person(),))
    framing = frame(made, [EYES], SMALL)
    path = []
    for n in range(48):
        matrix = moved(framing, view(made, framing, n / 24), 400.0, 0.0)
        point = matrix.mapXY(20, 60)
        path.append((point.x(), point.y()))
    steps = np.hypot(*np.diff(np.array(path), axis=0).T)
    assert steps.max() <= max(4 * steps.mean(), 1e-6)
    if move in MOVES and move not in (Move.STATIC, Move.RACK_FOCUS, Move.TRACK):
        assert min(steps[0], steps[-1]) < 0.5 * steps.max()


def test_a_slow_push_in_goes_by_parts_of_a_pixel() -> None:
    made = shot(duration=4.0, move=Move.PUSH_IN, people=(person(),))
    framing = frame(made, [EYES], SMALL)
    scales = [
        moved(framing, view(made, framing, n / 24), framing.subject, 0.0).getScaleX()
        for n in range(96)
    ]
    assert len(set(scales)) > 90
    assert all(b >= a for a, b in pairwise(scales))


def test_a_blow_is_shown_in_negative_then_in_black_and_white(draw: Drawer) -> None:
    struck = Effect(kind=EffectKind.IMPACT, at=0.0, duration=0.4)
    made = shot(duration=1.0, set=STREET, people=(person(),), effects=(struck,))
    first, second, later = (draw(made, n)[..., :3].astype(int) for n in (0, 1, 16))

    def colour(picture: np.ndarray) -> float:
        return float((picture.max(axis=2) - picture.min(axis=2)).mean())

    assert colour(first) < 0.35 * colour(later)
    assert colour(second) < 0.35 * colour(later)
    assert np.abs(first - second).mean() > 60


def test_planes_of_a_still_shot_are_not_taken_for_one_that_pushes_in() -> None:
    """Both begin with the same frame, but only one of them needs the planes apart."""
    counts = []
    for move in (Move.STATIC, Move.PUSH_IN):
        made = shot(set=dressing(SetKind.ROOFTOP), size=ShotSize.WS, move=move)
        counts.append(len(Stage(request(made), [], 12).scenes[0].layers))
    assert counts[1] > counts[0]
