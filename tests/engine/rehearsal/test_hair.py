"""Hair keeps its shape while a head turns: no lock is there in one drawing and gone in the next."""

from itertools import pairwise

import numpy as np
import pytest
import skia
from numpy.typing import NDArray

from engine.contracts import Look
from engine.rehearsal.figure.hair import HAIR_STYLES, hair_of
from engine.rehearsal.figure.hair import draw as hair_draw
from engine.rehearsal.figure.hair.draw import HairView
from engine.rehearsal.figure.headview import HeadView, view_of
from engine.rehearsal.figure.outline import Path, circle, together, wound
from engine.rehearsal.figure.pose import Pose
from engine.rehearsal.figure.skull import build_skull

Drawn = NDArray[np.bool_]
SIDE = 128
AT, UNIT = np.array([64.0, 60.0]), 18.0
JUMP = 0.25  # of the hair drawn, between two heads 2.5 degrees apart


def drawn(*paths: Path) -> Drawn:
    pixels = np.zeros((SIDE, SIDE), np.uint8)
    info = skia.ImageInfo.MakeA8(SIDE, SIDE)
    canvas = skia.Surface.MakeRasterDirect(info, pixels, SIDE).getCanvas()
    for path in paths:
        canvas.drawPath(path, skia.Paint(AntiAlias=False))
    return pixels > 0


def turned(style: str, pitch: float, yaws: NDArray[np.float64]) -> list[tuple[HeadView, HairView]]:
    look = Look(hair=style)
    skull = build_skull(look)
    hair = hair_of(look, skull)
    heads = [view_of(look, skull, Pose(yaw=float(y), pitch=pitch), AT, UNIT) for y in yaws]
    return [(head, hair_draw.lay_out(hair, head, 0.3)) for head in heads]


@pytest.mark.parametrize("pitch", [-16.0, 0.0, 15.0])
@pytest.mark.parametrize("style", sorted(set(HAIR_STYLES) - {"bald"}))
def test_hair_neither_vanishes_nor_doubles_while_the_head_turns(style: str, pitch: float) -> None:
    heads = turned(style, pitch, np.arange(-90.0, 90.1, 2.5))
    areas = [int(drawn(hair.front, hair.behind).sum()) for _, hair in heads]

    assert min(areas) > 0
    assert all(abs(a - b) <= JUMP * max(a, b) for a, b in pairwise(areas)), areas


@pytest.mark.parametrize("style", ["long", "topknot", "bob", "wavy", "bun", "braid"])
def test_what_lies_over_the_face_holds_every_lock_of_the_fringe(style: str) -> None:
    for _, hair in turned(style, -16.0, np.arange(-175.0, 176.0, 7.0)):
        lost = drawn(hair.fringe) & ~drawn(hair.front)
        assert lost.sum() <= 4  # pixels of 128 by 128: those that an edge shares


@pytest.mark.parametrize("style", ["long", "pixie", "curly", "locs", "spiky", "hijab"])
def test_ink_goes_all_round_the_locks(style: str) -> None:
    for _, hair in turned(style, 0.0, np.arange(-80.0, 81.0, 20.0)):
        lock, inked = drawn(hair.fringe), drawn(hair.fringe_ink)
        assert (lock & ~inked).sum() <= 0.01 * lock.sum()
        assert inked.sum() > lock.sum()


def test_shapes_wound_alike_leave_no_hole_where_they_overlap() -> None:
    one, other = circle((50.0, 60.0), 25.0), circle((75.0, 60.0), 25.0)
    against = skia.Path()
    against.reverseAddPath(other)

    assert not drawn(together(one, against))[60, 62]
    assert drawn(together(wound(one), wound(against)))[60, 62]
