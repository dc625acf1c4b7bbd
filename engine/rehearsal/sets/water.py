"""Open water to the horizon, and what it gives back."""

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint
from engine.rehearsal.sets.glow import SCREEN, fade
from engine.rehearsal.sets.ink import Stroke, strokes


def sea(p: Painter, z: float, height: float = 0.0) -> None:
    """Water from `z` to the horizon at `height`, darker near, with the light's path on it."""
    deep = mix(p.palette.sky(0.75), p.palette.grade("#2f6f86"), 0.62)
    far = mix(deep, p.palette.sky(0.05), 0.6)
    with p.aside("sea"), p.sheet(6000), p.flat(height) as canvas:
        area = skia.Rect.MakeLTRB(-24000, z, 24000, 40000)
        canvas.drawRect(area, paint(far))
        canvas.drawRect(area, fade((0, z), (0, z + 3600), deep, 1.0))
        shade: list[Stroke] = []
        light: list[Stroke] = []
        for _ in range(150):
            away = z + p.random.random() ** 2 * 7000
            x = p.random.uniform(-0.5, 0.5) * (away + 900)
            line = (x, away, x + 50 + away * 0.06, away)
            (light if p.random.random() < 0.45 else shade).append(line)
        strokes(canvas, shade, mix(deep, p.palette.shadow, 0.4), 9, 0.5)
        strokes(canvas, light, p.palette.sky(0.0), 8, 0.6)
        glow = p.palette.glow("#fff0d0") if p.palette.gloom < 0.4 else p.palette.sky(0.0)
        for wide, alpha in ((900, 0.18), (420, 0.2), (180, 0.24)):
            path = skia.Rect.MakeLTRB(600 - wide, z, 600 + wide, 24000)
            canvas.drawRect(path, fade((0, z), (0, 12000), glow, alpha * 0.5, alpha, SCREEN))
