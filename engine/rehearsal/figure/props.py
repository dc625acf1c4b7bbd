"""Things in a hand."""

from collections.abc import Callable

import numpy as np
import skia

from engine.rehearsal.figure.bodyview import BodyView
from engine.rehearsal.figure.brush import Brush
from engine.rehearsal.figure.hands import Placed
from engine.rehearsal.figure.outline import polygon, smooth
from engine.rehearsal.light import Color

Draw = Callable[[Brush, Placed, float], None]


def _card(
    brush: Brush,
    place: Placed,
    size: tuple[float, float],
    color: Color,
    center: tuple[float, float],
) -> None:
    """A flat thing of `size` cm, its middle at `center` in hand lengths."""
    c = place.at(np.array([center]))[0]
    a, b = place.along * size[0] / 2, place.across * size[1] / 2
    path = polygon(np.stack([c - a - b, c + a - b, c + a + b, c - a + b]))
    brush.solid(path, color, depth=size[1] * 0.12)


def _phone(brush: Brush, place: Placed, s: float) -> None:
    """Its screen is turned from the palm: who sees the back of the hand sees the phone's."""
    if place.facing > 0:
        _card(brush, place, (16 * s, 7.8 * s), (34, 34, 42), (0.66, -0.06))
        _card_plain(brush, place, (14.2 * s, 6.8 * s), (128, 170, 205), (0.66, -0.06))
        return
    _card(brush, place, (16 * s, 7.8 * s), (184, 190, 204), (0.66, -0.06))
    _card_plain(brush, place, (3.6 * s, 3.0 * s), (30, 32, 42), (0.99, -0.16))


def _card_plain(
    brush: Brush,
    place: Placed,
    size: tuple[float, float],
    color: Color,
    center: tuple[float, float],
) -> None:
    c = place.at(np.array([center]))[0]
    a, b = place.along * size[0] / 2, place.across * size[1] / 2
    brush.fill(polygon(np.stack([c - a - b, c + a - b, c + a + b, c - a + b])), brush.lit(color))


def _letter(brush: Brush, place: Placed, s: float) -> None:
    _card(brush, place, (17 * s, 12 * s), (240, 232, 214), (0.75, -0.12))
    for k in range(4):
        y = -0.3 + k * 0.11
        line = place.at(np.array([[0.45, y], [0.8, y + 0.01], [1.12, y]]))
        brush.line(line, 0.4, color=brush.lit((120, 110, 120)), ends=0.6)


def _crumpled(brush: Brush, place: Placed, s: float) -> None:
    """Paper in a fist: corners stick out all round."""
    c = place.at(np.array([[0.56, -0.02]]))[0]
    a = np.linspace(0, 2 * np.pi, 13, endpoint=False)
    reach = np.array([8.6, 6.2, 7.8, 5.4, 8.8, 6.6, 7.4, 5.8, 9.0, 6.0, 8.2, 6.8, 7.2]) * s
    edge = np.stack([np.cos(a), np.sin(a)], 1) * reach[:, None]
    brush.solid(polygon(edge + c), (240, 232, 214), depth=2.6 * s)
    for k in (1, 4, 6, 9, 11):
        brush.line(np.stack([c + edge[k] * 0.35, c + edge[k] * 0.85]), 0.5, ends=0.6)


def _photo(brush: Brush, place: Placed, s: float) -> None:
    _card(brush, place, (11 * s, 9 * s), (244, 240, 232), (0.7, -0.1))
    _card_plain(brush, place, (8.4 * s, 7 * s), (136, 150, 160), (0.73, -0.1))


def _ring(brush: Brush, place: Placed, s: float) -> None:
    c = place.at(np.array([[0.78, -0.3]]))[0]
    a = np.linspace(0, 2 * np.pi, 16, endpoint=False)
    band = skia.Path()
    band.addCircle(float(c[0]), float(c[1]), 1.5 * s)
    brush.stroke(band, 1.1 * s)
    brush.stroke(band, 0.6 * s, brush.lit((232, 190, 92)))
    top = c + np.array([0, -2.0 * s])
    stone = np.stack([np.cos(a), np.sin(a)], 1)[::4] * 1.1 * s + top
    brush.solid(polygon(stone), (214, 240, 250), depth=0.4 * s)


def _cup(brush: Brush, place: Placed, s: float) -> None:
    c = place.at(np.array([[0.5, -0.02]]))[0]
    w, h = 4.2 * s, 9.0 * s
    body = np.array([[-w, -h * 0.6], [w, -h * 0.6], [w * 0.78, h * 0.4], [-w * 0.78, h * 0.4]]) + c
    brush.solid(polygon(body), (238, 234, 226), depth=2.0 * s)
    brim = skia.Path()
    brim.addOval(
        skia.Rect.MakeLTRB(c[0] - w, c[1] - h * 0.6 - 1.2 * s, c[0] + w, c[1] - h * 0.6 + 1.2 * s)
    )
    brush.solid(brim, (92, 58, 44), weight=0.6)


def _bag(brush: Brush, place: Placed, s: float) -> None:
    c = place.at(np.array([[0.45, 0.0]]))[0]
    handle = np.array([[-5, 9], [-4, 1], [0, -1], [4, 1], [5, 9]]) * s + c
    brush.line(handle, 1.4, ends=0.8)
    shape = np.array([[-11, 8], [11, 8], [12.5, 25], [10, 27], [-10, 27], [-12.5, 25]]) * s + c
    brush.solid(smooth(np.repeat(shape, 2, axis=0)), (122, 70, 52), depth=3 * s)


def _knife(brush: Brush, place: Placed, s: float) -> None:
    n = 1 / place.length * s
    grip = place.at(
        np.array([[0.5, 0.28], [0.5 + 2.2 * n, 0.28], [0.5 + 2.2 * n, -0.32], [0.5, -0.32]])
    )
    blade = place.at(
        np.array([[0.5, -0.32], [0.5 + 3 * n, -0.32], [0.5 + 2.6 * n, -0.9], [0.5, -1.25]])
    )
    brush.solid(polygon(blade), (206, 214, 222), depth=1.0 * s)
    brush.solid(polygon(grip), (44, 36, 38), depth=0.6 * s)


def _flower(brush: Brush, place: Placed, s: float) -> None:
    foot = place.at(np.array([[0.5, 0.5], [0.5, 0.0], [0.52, -0.6], [0.5, -1.0]]))
    brush.line(foot, 1.6, color=brush.lit((66, 110, 66)), ends=0.7)
    c = foot[-1]
    for k in range(7):
        a = k * 2.4
        r = (3.6 - 0.35 * k) * s
        petal = skia.Path()
        petal.addCircle(
            float(c[0] + np.cos(a) * r * 0.7), float(c[1] + np.sin(a) * r * 0.6), r * 0.72
        )
        brush.solid(petal, (204, 52, 74), depth=0.9 * s, weight=0.5)


def _pen(brush: Brush, place: Placed, s: float) -> None:
    ends = place.at(np.array([[0.95, -0.42], [0.7, -0.16], [0.34, 0.3]]))
    brush.line(ends, 1.5 * s, color=brush.lit((30, 34, 48)), ends=0.8)
    brush.line(ends[:2], 0.5 * s, color=brush.lit((226, 190, 96)), ends=0.8)


def _generic(brush: Brush, place: Placed, s: float) -> None:
    _card(brush, place, (9 * s, 8 * s), (150, 128, 104), (0.55, -0.06))


PROPS: dict[str, Draw] = {
    "phone": _phone,
    "letter": _letter,
    "crumpled": _crumpled,
    "photo": _photo,
    "ring": _ring,
    "cup": _cup,
    "bag": _bag,
    "knife": _knife,
    "flower": _flower,
    "pen": _pen,
    # The same in the hand as the things above.
    "document": _letter,
    "money": _letter,
    "photograph": _photo,
    "glass": _cup,
    "sword": _knife,
    "flowers": _flower,
    "necklace": _ring,
    "generic": _generic,
}


def draw_prop(brush: Brush, body: BodyView, place: Placed, prop: str) -> None:
    PROPS.get(prop, _generic)(brush, place, body.build.size)
