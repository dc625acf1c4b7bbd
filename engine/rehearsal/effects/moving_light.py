"""Light that moves over set and people: neon, passing cars, candles, blinds, police, a phone.

Each is a picture made once for a size of frame and laid over it, and a change of the light that
people are drawn in; both depend on the frame alone.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from math import sin
from random import Random
from typing import TYPE_CHECKING

import skia

from engine.contracts import SetDressing
from engine.rehearsal.light import Color, Light, mix
from engine.rehearsal.painter import paint, polygon

if TYPE_CHECKING:
    from engine.rehearsal.effects import Moment

BEAM = (255, 238, 200)
RED, BLUE = (255, 52, 60), (64, 104, 255)
CROSSING, BETWEEN = 1.2, 2.6  # seconds a car takes to pass, and from one to the next


def _clear(width: int, height: int) -> skia.Surface:
    return skia.Surface(max(width, 1), max(height, 1))


@lru_cache(maxsize=6)
def _from_side(width: int, height: int, color: Color, right: bool) -> skia.Image:
    """Light that comes in at one side and is gone before the middle."""
    surface = _clear(width * 6 // 10, height)
    w = surface.width()
    low = height * 0.03  # it comes from above, a little
    ends = ((w, 0), (0, low)) if right else ((0, 0), (w, low))
    stops = [skia.ColorSetARGB(round(255 * alpha), *color) for alpha in (1.0, 0.42, 0.12, 0.0)]
    brush = skia.Paint()
    brush.setShader(skia.GradientShader.MakeLinear(ends, stops, [0.0, 0.3, 0.65, 1.0]))
    surface.getCanvas().drawPaint(brush)
    return surface.makeImageSnapshot()


@lru_cache(maxsize=4)
def _from_below(width: int, height: int, color: Color) -> skia.Image:
    surface = _clear(width, height * 6 // 10)
    reach = skia.Matrix()
    reach.setScale(width * 0.75, surface.height())
    reach.postTranslate(width * 0.5, surface.height())
    stops = [skia.ColorSetARGB(round(255 * alpha), *color) for alpha in (1.0, 0.45, 0.14, 0.0)]
    brush = skia.Paint()
    brush.setShader(
        skia.GradientShader.MakeRadial(
            (0, 0), 1.0, stops, [0.0, 0.32, 0.66, 1.0], localMatrix=reach
        )
    )
    surface.getCanvas().drawPaint(brush)
    return surface.makeImageSnapshot()


@lru_cache(maxsize=2)
def _beam(width: int, height: int) -> skia.Image:
    """The slanting light of one car: a soft slab with a bright middle."""
    lean = round(height * 0.16)
    surface = _clear(round(width * 0.62) + lean, height)
    wide = surface.width() - lean
    slant = skia.Matrix()
    slant.setSkew(-lean / height, 0, 0, height)
    stops = [skia.ColorSetARGB(round(255 * alpha), *BEAM) for alpha in (0.0, 0.3, 1.0, 0.3, 0.0)]
    shader = skia.GradientShader.MakeLinear(
        ((0, 0), (wide, 0)), stops, [0.0, 0.3, 0.56, 0.74, 1.0], localMatrix=slant
    )
    surface.getCanvas().drawPaint(skia.Paint(Shader=shader))
    return surface.makeImageSnapshot()


@lru_cache(maxsize=2)
def _slats(width: int, height: int, color: Color, dark: Color) -> skia.Image:
    """Bars of sun and of shade, a pitch higher than the frame, so that they can creep."""
    pitch = round(height * 0.088)
    surface = _clear(width, height + pitch)
    canvas = surface.getCanvas()
    rise = height * 0.1
    for bar in range(-1, height // pitch + 4):
        y = bar * pitch + rise
        for top, tall, tint, alpha in ((0.0, 0.5, color, 0.09), (0.5, 0.5, dark, 0.04)):
            low, high = y + top * pitch, y + (top + tall) * pitch
            corners = ((0, low), (width, low - rise), (width, high - rise), (0, high))
            canvas.drawPath(polygon(corners), paint(tint, alpha))
    return surface.makeImageSnapshot()


def _lay(canvas: skia.Canvas, image: skia.Image, x: float, y: float, alpha: float) -> None:
    """A picture laid down by whole pixels takes a tenth of what a shape or a blend takes."""
    veil = skia.Paint(Alphaf=min(max(alpha, 0.0), 1.0))
    canvas.drawImage(image, round(x), round(y), skia.SamplingOptions(), veil)


def buzz(t: float, seed: int) -> float:
    """How bright a neon sign is: it hums, and now and then it drops out for an eighth second."""
    step = int(t * 8 + 1e-6)
    dropped = Random(seed * 7919 + step).random() < 0.13  # noqa: S311 - the same in every run
    return 0.12 if dropped else 0.9 + 0.1 * sin(step * 2.3)


def passing(t: float, seed: int) -> float | None:
    """How far across the frame the lights of a car are, 0 … 1, or None between two cars."""
    phase = (t + seed % 5 * 0.4) % BETWEEN
    return phase / CROSSING if phase <= CROSSING else None


def flicker(t: float) -> float:
    """Of a candle, new every sixth of a second, some 1."""
    step = int(t * 6 + 1e-6)
    return 0.88 + 0.08 * sin(step * 1.7) + 0.06 * sin(step * 4.1)


def turning(t: float) -> int:
    """Which lamp of a police car is lit: 1 red, -1 blue, 0 neither."""
    beat = int(t * 12 + 1e-6) % 12
    return 1 if beat in (0, 1, 3, 4) else -1 if beat in (6, 7, 9, 10) else 0


def neon(canvas: skia.Canvas, moment: "Moment") -> None:
    color = moment.palette.glow("#ff3d8a")
    image = _from_side(moment.width, moment.height, color, right=False)
    _lay(canvas, image, 0, 0, 0.36 * buzz(moment.t, moment.seed))


def passing_cars(canvas: skia.Canvas, moment: "Moment") -> None:
    """Headlights sweep across the room every few seconds."""
    phase = passing(moment.t, moment.seed)
    if phase is not None:
        image = _beam(moment.width, moment.height)
        x = phase * (moment.width + image.width()) - image.width()
        _lay(canvas, image, x, 0, 0.4)


def candle(canvas: skia.Canvas, moment: "Moment") -> None:
    """Warm light from below that breathes."""
    image = _from_below(moment.width, moment.height, moment.palette.glow("#ff9a3c"))
    _lay(canvas, image, 0, moment.height - image.height(), 0.44 * flicker(moment.t))


def phone(canvas: skia.Canvas, moment: "Moment") -> None:
    """A screen held below the frame; what it shows changes now and then."""
    image = _from_below(moment.width, moment.height, (120, 190, 255))
    shown = 0.75 + 0.25 * sin(int(moment.t * 3) * 2.4)
    _lay(canvas, image, 0, moment.height - image.height(), 0.36 * shown)


def police(canvas: skia.Canvas, moment: "Moment") -> None:
    """Red from one side, blue from the other, in turn."""
    lamp = turning(moment.t)
    if lamp:
        color, right = (RED, False) if lamp > 0 else (BLUE, True)
        image = _from_side(moment.width, moment.height, color, right)
        _lay(canvas, image, moment.width - image.width() if right else 0, 0, 0.5)


def blinds(canvas: skia.Canvas, moment: "Moment") -> None:
    """The sun through slats: bars of light that creep over the picture."""
    color = moment.palette.glow("#ffd08a")
    image = _slats(moment.width, moment.height, color, moment.palette.ramp[0])
    creep = moment.t * 7 * moment.unit % (image.height() - moment.height)
    _lay(canvas, image, 0, creep - (image.height() - moment.height), 0.9)


def _by_neon(light: Light, t: float, seed: int) -> Light:
    if buzz(t, seed) > 0.5:
        return light
    return replace(light, key=mix(light.key, light.shadow, 0.2), rim_strength=0.3)


def _by_cars(light: Light, t: float, seed: int) -> Light:
    phase = passing(t, seed)
    if phase is None:
        return replace(light, key=mix(light.key, light.shadow, 0.14), rim_strength=0.5)
    side = -0.86 if phase < 0.5 else 0.86
    return replace(light, direction=(side, -0.51), rim=mix(light.rim, BEAM, 0.6), rim_strength=1.0)


def _by_candle(light: Light, t: float, seed: int) -> Light:
    low = flicker(t + seed % 3) < 0.86
    return replace(light, key=mix(light.key, light.shadow, 0.1)) if low else light


def _by_police(light: Light, t: float, _seed: int) -> Light:
    lamp = turning(t)
    if not lamp:
        return replace(light, rim_strength=0.25)
    side = 0.5 * lamp  # the rim is on the side away from the key
    return replace(light, direction=(side, -0.87), rim=RED if lamp > 0 else BLUE)


ON_PEOPLE: dict[str, Callable[[Light, float, int], Light]] = {
    "neon": _by_neon,
    "passing_cars": _by_cars,
    "candle": _by_candle,
    "police": _by_police,
}


def upon(light: Light, dressing: SetDressing, t: float, seed: int) -> Light:
    """The light on people at `t` seconds: one of a few, so that drawings are kept."""
    moved = ON_PEOPLE.get(dressing.light)
    return light if moved is None else moved(light, t, seed)
