"""Small things that fly: sparks, embers, petals, flames. Each path is a formula of time."""

from math import pi, sin
from typing import TYPE_CHECKING

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import paint, pen

if TYPE_CHECKING:
    from engine.rehearsal.effects import Moment


def sparks(canvas: skia.Canvas, moment: "Moment") -> None:
    """A burst of bright strokes that fly, fall and go out."""
    chance = moment.random()
    u, t = moment.unit, moment.since
    hot, core = skia.Path(), skia.Path()
    x0, y0 = moment.width * chance.uniform(0.3, 0.7), moment.height * chance.uniform(0.5, 0.62)
    for _ in range(110):
        vx, vy = chance.gauss(0, 420) * u, chance.uniform(-1050, -80) * u
        life, born = chance.uniform(0.35, 0.9), chance.uniform(0, 0.25)
        age = t - born
        if not 0 <= age < life:
            continue
        x, y = x0 + vx * age, y0 + vy * age + 900 * u * age * age
        tail = 0.035
        path = hot if chance.random() < 0.6 else core
        path.moveTo(x, y)
        path.lineTo(x - vx * tail, y - (vy + 1800 * u * age) * tail)
    canvas.drawPath(hot, pen(moment.palette.glow("#ff9a2e"), 8 * u))
    canvas.drawPath(core, pen((255, 246, 214), 5 * u))


def embers(canvas: skia.Canvas, moment: "Moment") -> None:
    """Glowing flakes that rise and sway."""
    chance = moment.random()
    u = moment.unit
    for index in range(54):
        speed, size = chance.uniform(70, 220) * u, chance.uniform(4, 9) * u
        x0, y0, phase = chance.random(), chance.random(), chance.uniform(0, 2 * pi)
        y = (y0 * 1.2 * moment.height - moment.t * speed) % (
            moment.height * 1.2
        ) - 0.1 * moment.height
        x = x0 * moment.width + sin(moment.t * 1.7 + phase) * 34 * u
        glow = 0.45 + 0.45 * sin(moment.t * 9 + phase)
        color = moment.palette.glow("#ff7a2a" if index % 3 else "#ffd27a")
        canvas.drawCircle(x, y, size * 2.2, paint(color, 0.16 * glow))
        canvas.drawRect(
            skia.Rect.MakeXYWH(x - size / 2, y - size / 2, size, size * 1.3),
            paint(color, 0.4 + 0.5 * glow),
        )


def petals(canvas: skia.Canvas, moment: "Moment") -> None:
    """Petals that fall, turn over and drift; a few large ones pass close to the lens."""
    chance = moment.random()
    u = moment.unit
    color = mix((244, 168, 190), moment.palette.tone(0.9), 0.25)
    shade = mix(color, moment.palette.shadow, 0.3)
    for index in range(40):
        near = index % 13 == 0
        size = chance.uniform(34, 52) * u if near else chance.uniform(9, 18) * u
        speed = chance.uniform(90, 170) * u * (2.0 if near else 1.0)
        x0, y0, phase = chance.random(), chance.random(), chance.uniform(0, 2 * pi)
        y = (y0 * 1.3 * moment.height + moment.t * speed) % (
            1.3 * moment.height
        ) - 0.15 * moment.height
        x = (x0 * moment.width + moment.t * 46 * u) % (moment.width * 1.2) - 0.1 * moment.width
        x += sin(moment.t * 1.4 + phase) * 30 * u
        turn = sin(moment.t * 2.6 + phase)
        canvas.save()
        canvas.translate(x, y)
        canvas.rotate(phase * 57 + moment.t * 70)
        canvas.scale(1.0, 0.25 + 0.75 * abs(turn))
        path = skia.Path()
        path.moveTo(-size, 0)
        path.cubicTo(-size * 0.4, -size * 0.8, size * 0.7, -size * 0.6, size, -size * 0.1)
        path.cubicTo(size * 0.6, size * 0.7, -size * 0.5, size * 0.6, -size, 0)
        canvas.drawPath(path, paint(color if turn > 0 else shade, 0.55 if near else 0.95))
        canvas.restore()


def fire(canvas: skia.Canvas, moment: "Moment") -> None:
    """Flames along the foot of the frame in three flat colours, on twos, and their light."""
    u, step = moment.unit, moment.n // 2
    rise = min(moment.since / 0.6, 1.0) * moment.effect.strength
    glow = moment.palette.glow("#ff8a2a")
    canvas.drawColor(
        skia.ColorSetARGB(round((26 + 12 * sin(step * 1.9)) * rise), *glow), skia.BlendMode.kScreen
    )
    for row, (color, high) in enumerate((("#d8341c", 330), ("#ff8a1e", 240), ("#ffe27a", 140))):
        path = skia.Path()
        path.moveTo(-20, moment.height + 10)
        tongues = 9
        for index in range(tongues + 1):
            x = moment.width * index / tongues
            flicker = (
                sin(step * 1.3 + index * 2.1 + row) * 0.3 + sin(step * 2.7 + index * 5.3) * 0.2
            )
            top = moment.height - high * u * rise * (0.65 + flicker)
            low = moment.height - high * u * rise * 0.22
            sway = sin(step * 0.9 + index) * 22 * u
            path.quadTo(x - 36 * u, low, x + sway, top)
            path.quadTo(x + 8 * u, low, x + moment.width / tongues * 0.5, low)
        path.lineTo(moment.width + 20, moment.height + 10)
        path.close()
        canvas.drawPath(path, paint(moment.palette.glow(color), 0.92))
    embers(canvas, moment)
