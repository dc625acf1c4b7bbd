"""What a feeling does to the light: rage flashes red, shock turns cold, tenderness warm.

At the cue a wash runs in from the edges and ebbs away, the middle stays clear for the face; from
then on people are lit by it.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

import skia

from engine.contracts import Expression, Shot
from engine.rehearsal.framing import subject_of
from engine.rehearsal.light import Color, Light, mix


@dataclass(frozen=True, slots=True)
class Tide:
    """How a feeling comes over a picture: seconds, and strengths 0 … 1."""

    color: Color
    rise: float
    fall: float
    most: float  # of the wash, at the frame's edges
    rim: float  # how much of the rim on people it takes
    key: Color = (255, 255, 255)  # what the key light is multiplied by


TIDES = {
    Expression.RAGE: Tide((222, 14, 34), 0.05, 0.7, 0.72, 0.85),
    Expression.ANGER: Tide((206, 40, 24), 0.1, 0.6, 0.4, 0.5),
    Expression.SHOCK: Tide((150, 206, 255), 0.04, 0.8, 0.55, 0.8, (246, 248, 255)),
    Expression.FEAR: Tide((24, 44, 110), 0.3, 1.2, 0.45, 0.4, (246, 247, 255)),
    Expression.TENDER: Tide((255, 150, 84), 0.5, 1.6, 0.42, 0.6, (255, 246, 236)),
    Expression.JOY: Tide((255, 190, 80), 0.3, 1.0, 0.34, 0.4, (255, 250, 240)),
    Expression.CRY: Tide((44, 92, 190), 0.6, 1.4, 0.3, 0.5),
}
FROM = 0.55  # intensity from which a feeling reaches the light


def feeling(shot: Shot, t: float) -> tuple[Tide, float, float] | None:
    """What the subject feels at `t`: its tide, its intensity, and the seconds since it began."""
    chosen = subject_of(shot.people)
    if chosen is None or shot.insert is not None:
        return None
    past = [cue for cue in shot.people[chosen].expressions if cue.at <= t]
    if not past:
        return None
    cue = max(past, key=lambda one: one.at)
    tide = TIDES.get(cue.expression)
    return None if tide is None or cue.intensity < FROM else (tide, cue.intensity, t - cue.at)


def wash(shot: Shot, t: float) -> tuple[Color, float] | None:
    """Colour and strength of what lies over the picture at `t`, or None."""
    felt = feeling(shot, t)
    if felt is None:
        return None
    tide, intensity, since = felt
    ebb = min(since / tide.rise, 1.0) * max(1 - max(since - tide.rise, 0.0) / tide.fall, 0.0)
    alpha = tide.most * intensity * ebb
    return (tide.color, alpha) if alpha > 0.02 else None


def draw_wash(canvas: skia.Canvas, color: Color, alpha: float, width: int, height: int) -> None:
    veil = skia.Paint(Alphaf=alpha)
    canvas.drawImage(_edges(width, height, color), 0, 0, skia.SamplingOptions(), veil)


@lru_cache(maxsize=3)
def _edges(width: int, height: int, color: Color) -> skia.Image:
    surface = skia.Surface(width, height)
    reach = skia.Matrix()
    reach.setScale(width * 0.72, height * 0.6)
    reach.postTranslate(width * 0.5, height * 0.4)
    stops = [skia.ColorSetARGB(round(255 * alpha), *color) for alpha in (0.06, 0.14, 0.55, 1.0)]
    places = [0.0, 0.34, 0.68, 1.0]
    shader = skia.GradientShader.MakeRadial((0, 0), 1.0, stops, places, localMatrix=reach)
    surface.getCanvas().drawPaint(skia.Paint(Shader=shader))
    return surface.makeImageSnapshot()


def felt_by(light: Light, shot: Shot, t: float) -> Light:
    """The light on people once the subject feels something."""
    felt = feeling(shot, t)
    if felt is None:
        return light
    tide, intensity, _ = felt
    red, green, blue = (k * c // 255 for k, c in zip(light.key, tide.key, strict=True))
    return replace(
        light,
        key=(red, green, blue),
        rim=mix(light.rim, mix(tide.color, (255, 255, 255), 0.15), tide.rim * intensity),
        rim_strength=max(light.rim_strength, tide.rim * intensity),
    )
