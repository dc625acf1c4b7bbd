"""What nearer planes hide is left out of a blit, and nothing that is seen."""

import numpy as np
import skia

from engine.rehearsal.cover import BLOCK, Cover, cover_of, whole_of


def _cover(height: int = 5 * BLOCK + 7, width: int = 4 * BLOCK + 3) -> Cover:
    """A picture with an opaque corner and one faint pixel far from it."""
    pixels = np.zeros((height, width, 4), np.uint8)
    pixels[: 3 * BLOCK, : 2 * BLOCK] = 255
    pixels[height - 1, width - 1, 3] = 1
    return cover_of(pixels)


def test_one_faint_pixel_is_drawn() -> None:
    shown = _cover().shown(skia.Matrix())

    assert shown.contains(4 * BLOCK + 2, 5 * BLOCK + 6)
    assert not shown.contains(3 * BLOCK, BLOCK)


def test_only_what_is_opaque_throughout_hides() -> None:
    hidden = _cover().hidden(skia.Matrix())

    assert hidden.contains(BLOCK, BLOCK)
    assert not hidden.contains(0, BLOCK), "its edge is smoothed"
    assert not hidden.contains(4 * BLOCK + 2, 5 * BLOCK + 6)


def test_cover_goes_where_the_camera_shows_the_plane() -> None:
    matrix = skia.Matrix.MakeAll(2, 0, 100, 0, 2, 50, 0, 0, 1)

    hidden = _cover().hidden(matrix)

    assert hidden.getBounds() == skia.IRect.MakeLTRB(
        101, 51, 100 + 4 * BLOCK - 1, 50 + 6 * BLOCK - 1
    )


def test_an_opaque_picture_covers_its_whole_area() -> None:
    whole = skia.IRect.MakeWH(70, 40)

    assert whole_of(70, 40).shown(skia.Matrix()).getBounds().contains(whole)
