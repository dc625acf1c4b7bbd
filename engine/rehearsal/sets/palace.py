"""A palace hall: red columns with gold to the vanishing point, a throne on its dais, lanterns."""

from math import pi, sin

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets import foreground
from engine.rehearsal.sets.glow import mirrored
from engine.rehearsal.sets.lamps import flame, lantern
from engine.rehearsal.sets.room import Room, finish, shell, turned
from engine.rehearsal.sets.surfaces import cover

ROOM = Room(half=165, back=720, height=400)
RED, GOLD, JADE = "#a8281f", "#dba63a", "#2f7a6a"
# Walls, side walls, columns, beams.
STYLES = (
    ("#7a2a22", "#8a332a", RED, JADE),
    ("#5a3a2a", "#6a4632", "#6b2f24", "#3a5a7a"),
    ("#7a5a2a", "#8a6a34", "#8a2a20", "#2f6a4c"),
    ("#2f4a4c", "#3a585a", "#7a2a24", "#8a6a2a"),
)


def build(p: Painter) -> None:
    wall, side, column, beam = p.random.choice(STYLES)
    m = turned(p)
    with p.sheet(600, opaque=True):
        shell(p, ROOM, "#5a4a44", wall, side, "#3f5a58")
        cover(p, ROOM, "lattice", wall, side)
        _floor(p)
        _beams(p, beam)
        finish(p, ROOM, polished=0.3)
        _throne(p)
        mirrored(p, 0, 120, 640, p.palette.glow("#ffcf70"), 0.34, 520)
    with p.sheet(330):
        for z in (620, 480, 340, 200):
            for x in (-118, 118):
                _column(p, x, z, column)
        for z in (430, 230):
            for x in (-70, 70):
                lantern(p, x, -300, z, 1.6)
        for x in (-46, 46):
            _stand(p, x, 560)
    with p.sheet(-60):
        _censer(p, m)
    foreground.frame(p, p.random.choice(("post", "drape")))


def _stand(p: Painter, x: float, z: float) -> None:
    """A tall candlestick beside the steps."""
    gold = p.palette.grade(GOLD, 0.85)
    p.line((x, 0, z), (x, -118, z), 2.4, gold)
    for dx in (-12, 0, 12):
        p.line((x, -104, z), (x + dx, -118, z), 1.4, gold)
        flame(p, x + dx, -118, z, 1.3)


def _floor(p: Painter) -> None:
    carpet, edge = p.palette.grade(RED, 0.8), p.palette.grade(GOLD, 0.8)
    with p.flat() as canvas:
        seam = pen(mix(p.palette.ink, p.palette.tone(0.4), 0.4), 1.6)
        for x in range(-160, 161, 53):
            canvas.drawLine(x, -900, x, 720, seam)
        for z in range(-420, 720, 60):
            canvas.drawLine(-165, z, 165, z, seam)
        canvas.drawRect(skia.Rect.MakeLTRB(-52, -900, 52, 640), paint(carpet))
        for x in (-44, 44):
            canvas.drawLine(x, -900, x, 640, pen(edge, 5))
        for z in range(-360, 620, 90):
            canvas.drawCircle(0, z, 16, pen(edge, 4))


def _beams(p: Painter, color: str) -> None:
    """Painted beams across the ceiling, blue-green with gold."""
    jade, gold = p.palette.grade(color), p.palette.grade(GOLD, 0.8)
    for z in (660, 520, 380, 240, 100):
        p.box((0, -352, z), (330, 34, 26), jade)
        with p.facing(z - 14) as canvas:
            for x in range(-150, 151, 50):
                canvas.drawCircle(x, -369, 11, paint(gold))
                canvas.drawCircle(x, -369, 11, pen(p.palette.ink, 1.6))
            canvas.drawLine(-165, -356, 165, -356, pen(gold, 3))


def _throne(p: Painter) -> None:
    gold, red, stone = (
        p.palette.grade(GOLD, 0.85),
        p.palette.grade(RED, 0.8),
        p.palette.grade("#cfc3ae"),
    )
    for step in range(3):
        p.box((0, -step * 18, 640 + step * 14), (220 - step * 36, 18, 110 - step * 16), stone)
    with p.facing(690) as canvas:
        screen = skia.Rect.MakeLTRB(-88, -260, 88, -54)
        canvas.drawRect(screen, paint(p.palette.grade("#c98a2c", 0.8)))
        for x in (-44, 0, 44):
            canvas.drawLine(x, -260, x, -54, pen(p.palette.ink, 2.5))
        for ring in (66, 48, 30):
            canvas.drawCircle(0, -176, ring, pen(gold, 5))
        canvas.drawRect(screen, pen(p.palette.ink, 4))
        crest = skia.Path()
        crest.moveTo(-104, -258)
        crest.quadTo(0, -336, 104, -258)
        crest.close()
        canvas.drawPath(crest, paint(gold))
        canvas.drawPath(crest, pen(p.palette.ink, 4))
    with p.facing(664) as canvas:
        back = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(-36, -168, 36, -60), 18, 18)
        canvas.drawRRect(back, paint(gold))
        canvas.drawRRect(back, pen(p.palette.ink, 4))
        canvas.drawRect(skia.Rect.MakeLTRB(-26, -150, 26, -84), paint(red))
        for x in (-44, 34):
            canvas.drawRect(skia.Rect.MakeXYWH(x, -108, 12, 54), paint(gold))
            canvas.drawRect(skia.Rect.MakeXYWH(x, -108, 12, 54), pen(p.palette.ink, 3))
    p.halo((0, -170, 660), 170, p.palette.glow("#ffcf70"), 0.3)


def _column(p: Painter, x: float, z: float, color: str) -> None:
    red = mix(p.palette.grade(color, 0.8), p.palette.sky(0.0), max(z - 200, 0) / 4000)
    gold = p.palette.grade(GOLD, 0.85)
    with p.standing(x, z) as canvas:
        canvas.drawRect(skia.Rect.MakeLTRB(-25, -26, 25, 0), paint(p.palette.grade("#cfc3ae")))
        canvas.drawRect(skia.Rect.MakeLTRB(-25, -26, 25, 0), pen(p.palette.ink, 2.5))
        shaft = skia.Rect.MakeLTRB(-18, -400, 18, -26)
        canvas.drawRect(shaft, paint(red))
        canvas.drawRect(skia.Rect.MakeLTRB(4, -400, 18, -26), paint(p.palette.shadow, 0.45))
        canvas.drawRect(skia.Rect.MakeLTRB(-14, -400, -10, -26), paint(p.palette.tone(1.0), 0.35))
        coil = skia.Path()
        coil.moveTo(-18, -60)
        for turn in range(30):
            coil.lineTo(17 * sin(turn * pi / 4), -60 - turn * 9.5)
        canvas.drawPath(coil, pen(gold, 5))
        for y in (-330, -44):
            canvas.drawRect(skia.Rect.MakeXYWH(-19, y, 38, 14), paint(gold))
        canvas.drawRect(shaft, pen(p.palette.ink, 3))


def _censer(p: Painter, m: int) -> None:
    """A bronze censer with its smoke near the lens."""
    bronze = p.palette.grade("#6f5230")
    with p.standing(m * 70, -60) as canvas:
        bowl = skia.Path()
        bowl.addArc(skia.Rect.MakeLTRB(-26, -84, 26, -34), 0, 180)
        bowl.close()
        for leg in (-16, 16):
            canvas.drawLine(leg, -40, leg * 1.3, 0, pen(p.palette.ink, 9))
        canvas.drawPath(bowl, paint(bronze))
        canvas.drawPath(bowl, pen(p.palette.ink, 3))
        canvas.drawLine(-28, -60, 28, -60, pen(p.palette.ink, 7))
        smoke = skia.Path()
        smoke.moveTo(0, -62)
        smoke.cubicTo(-24, -110, 22, -140, -4, -190)
        smoke.cubicTo(-20, -220, 12, -240, 2, -280)
        canvas.drawPath(smoke, pen(p.palette.tone(0.95), 7, 0.35))
