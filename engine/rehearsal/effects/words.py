"""Words as effects: a sound that is drawn, and the name that a freeze frame gives."""

from functools import lru_cache
from math import hypot, sin
from typing import TYPE_CHECKING

import skia

from engine.contracts import Format
from engine.rehearsal.easing import ease, settle
from engine.rehearsal.effects.lettered import Lettered, lettered
from engine.rehearsal.lettering.contrast import legible
from engine.rehearsal.lettering.parts import Enter, Part, Pieces
from engine.rehearsal.lettering.plates import COVER, NIGHT, slanted
from engine.rehearsal.lettering.type import Role, Style, fitted
from engine.rehearsal.light import Color
from engine.rehearsal.painter import paint

if TYPE_CHECKING:
    from engine.rehearsal.effects import Moment

# Where a sound may stand, as shares of width and height, and how it leans.
SPOTS = (
    (0.34, 0.68, -9.0),
    (0.56, 0.7, 8.0),
    (0.4, 0.19, -6.0),
    (0.6, 0.17, 7.0),
    (0.3, 0.5, -8.0),
    (0.62, 0.54, 8.0),
)
SAFE_LEFT, SAFE_RIGHT, SAFE_TOP, SAFE_BOTTOM = 0.03, 0.86, 0.085, 0.815


@lru_cache(maxsize=4)
def _drawn(words: str, accent: Color, ink: Color, size: tuple[int, int], seed: int) -> Lettered:
    return lettered(words, accent, ink, *size, seed)


def sound_lettering(canvas: skia.Canvas, moment: "Moment") -> None:
    """The sound pops in, moves as it sounds, and goes; it hides no face."""
    palette, force = moment.palette, min(moment.effect.strength, 1.5)
    high = round((300 + 80 * force) * moment.unit)
    room = (round(0.78 * moment.width), high)
    sound = _drawn(moment.effect.text, palette.accent, palette.ink, room, moment.seed)
    x, y, lean = _spot(moment, sound)
    since = moment.since
    grow = settle(since / 0.3) * (1 - ease((moment.progress - 0.85) / 0.15))
    dx, dy, turn = _moved(moment, sound.moves)
    canvas.save()
    canvas.translate(x + dx * moment.unit, y + dy * moment.unit)
    canvas.rotate(lean + turn)
    canvas.scale(max(grow, 0.01), max(grow, 0.01))
    smooth = skia.SamplingOptions(skia.FilterMode.kLinear)
    canvas.drawImage(sound.image, -sound.image.width() / 2, -sound.image.height() / 2, smooth)
    canvas.restore()


def _moved(moment: "Moment", how: str) -> tuple[float, float, float]:
    """How the letters move at this instant: px across and down, degrees."""
    if how == "swings":
        return 0.0, 0.0, 7 * sin(moment.since * 34) * (1 - moment.progress)
    if how == "hums":
        return 6 * sin(moment.since * 120), 0.0, 0.0
    shake = moment.random(each=2)
    left = 1 - 0.7 * moment.progress
    return shake.uniform(-5, 5) * left, shake.uniform(-5, 5) * left, shake.uniform(-1, 1)


def _spot(moment: "Moment", sound: Lettered) -> tuple[float, float, float]:
    """Beside the blow, or wherever it keeps clear of faces; always inside the safe area."""
    chance = moment.random()
    first = chance.randrange(4)
    wanted = [(x * moment.width, y * moment.height, lean) for x, y, lean in SPOTS]
    wanted = wanted[first:] + wanted[:first]
    if moment.blow is not None:
        x, y = moment.blow
        away = sound.half[1] * 1.3 + 60 * moment.unit
        wanted = [(x, y - away, -7.0), (x, y + away * 1.1, 6.0), *wanted]
    held = [(*_inside(moment, sound, x, y), lean) for x, y, lean in wanted]
    return max(held, key=lambda spot: min(_clear(moment, sound, spot[0], spot[1]), 0.0))


def _inside(moment: "Moment", sound: Lettered, x: float, y: float) -> tuple[float, float]:
    half_w, half_h = sound.half[0] * 1.06, sound.half[1] * 1.25  # they lean and tremble
    left, right = SAFE_LEFT * moment.width + half_w, SAFE_RIGHT * moment.width - half_w
    top, bottom = SAFE_TOP * moment.height + half_h, SAFE_BOTTOM * moment.height - half_h
    return max(min(x, right), left), max(min(y, bottom), top)


def _clear(moment: "Moment", sound: Lettered, x: float, y: float) -> float:
    """How far the nearest face lies from the letters, px; below zero they overlap."""
    gaps = []
    for face_x, face_y, radius in moment.faces:
        aside = max(abs(face_x - x) - sound.half[0], 0.0)
        apart = max(abs(face_y - y) - sound.half[1], 0.0)
        gaps.append(hypot(aside, apart) - radius)
    return min(gaps, default=0.0)


@lru_cache(maxsize=2)
def _title(words: str, accent: Color, width: int, height: int) -> Pieces:
    """The name over a slanted band, what they are below it."""
    name, _, role = words.partition("\n")
    chinese = Style(Role.DISPLAY, tracking=0.06, leading=1.15)
    text = fitted(name, 128, 560, 280, (255, 255, 255), chinese).even()
    under = fitted(role, 40, 560, 100, accent, Style(Role.SCREEN, leading=1.2)) if role else None
    high = text.height + (under.height + 8 if under else 0) + 40
    top = 1030 - high

    def band(canvas: skia.Canvas) -> None:
        canvas.drawPath(slanted(-20, top, 760, top + high), paint(NIGHT, COVER))

    def edge(canvas: skia.Canvas) -> None:
        canvas.drawPath(slanted(-20, top - 14, 560, top), paint(accent))

    def letters(canvas: skia.Canvas) -> None:
        text.draw(canvas, 46, top + 20)
        if under:
            under.draw(canvas, 46, top + 26 + text.height)

    parts = [
        Part(skia.Rect.MakeLTRB(-20, top, 740, top + high), band, Enter.SLIDE),
        Part(skia.Rect.MakeLTRB(-20, top - 14, 600, top), edge, Enter.WIPE, 0.15),
        Part(skia.Rect.MakeLTRB(40, top, 640, top + high), letters, Enter.STAMP, 0.12),
    ]
    return Pieces(parts, Format(width=width, height=height))


def freeze_title(canvas: skia.Canvas, moment: "Moment") -> None:
    """The picture stands still and cools; a slanted band brings the name."""
    since = moment.since
    canvas.drawColor(skia.ColorSetARGB(round(70 * ease(since / 0.2)), *moment.palette.shadow))
    if since < 0.09:
        canvas.drawColor(skia.ColorSetARGB(200, 255, 255, 255))
    if moment.effect.text:
        accent = legible(moment.palette.accent, NIGHT)
        pieces = _title(moment.effect.text, accent, moment.width, moment.height)
        pieces.draw(canvas, since, 1.0)


def between(canvas: skia.Canvas, moment: "Moment") -> None:
    """A flash as the panels of a split screen meet; the panels themselves are the stage's."""
    left = 1 - moment.since / 0.25
    if left > 0 and moment.effect.at > 0:
        canvas.drawColor(skia.ColorSetARGB(round(90 * left), 255, 255, 255))
