"""A picture turned by a little: Skia turns pixels ten times slower than it moves them."""

from math import cos, sin

import skia

from engine.rehearsal.layers import LINEAR

STEP = 0.35  # px by which neighbouring tiles are apart at most
LEAST, MOST = 24, 240  # px, side of a tile
LITTLE = 0.02  # radians; what is turned by more is turned whole


def turned(canvas: skia.Canvas, image: skia.Image, radians: float, size: tuple[int, int]) -> None:
    """Fill a canvas of `size` with `image` turned about its middle; `image` is large enough."""
    width, height = size
    left, top = (image.width() - width) / 2, (image.height() - height) / 2
    if abs(radians) > LITTLE:
        canvas.save()
        canvas.rotate(radians * 57.29578, width / 2, height / 2)
        canvas.drawImage(image, -left, -top, LINEAR)
        canvas.restore()
        return
    side = round(min(max(STEP / max(abs(radians), 1e-6), LEAST), MOST))
    c, s = cos(radians), sin(radians)
    for y in range(0, height, side):
        for x in range(0, width, side):
            # Each tile is moved as its middle would be turned.
            mx, my = x + side / 2 - width / 2, y + side / 2 - height / 2
            dx, dy = mx - (c * mx + s * my), my - (c * my - s * mx)
            canvas.save()
            canvas.clipRect(skia.Rect.MakeXYWH(x, y, side, side), skia.ClipOp.kIntersect, False)
            canvas.drawImage(image, dx - left, dy - top, LINEAR)
            canvas.restore()
