"""A roof above the town: parapet, water tank, air machines, a string of bulbs, the skyline."""

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.sky import far_town, haze, sky, skyline

PARAPET = 330.0


def build(p: Painter) -> None:
    sky(p)
    far_town(p, 5200, 1250)
    with p.sheet(1700), p.facing(1700) as canvas:
        skyline(p, canvas, skia.Rect.MakeLTRB(-900, -290, 900, 500), 0.85)
    with p.sheet(PARAPET):
        _floor(p)
        _parapet(p)
        _tank(p)
    with p.sheet(170):
        _machine(p)
        _bulbs(p, 150)
    with p.sheet(-90):
        _antenna(p)


def _floor(p: Painter) -> None:
    p.face(
        ((-900, 0, -1200), (900, 0, -1200), (900, 0, PARAPET), (-900, 0, PARAPET)),
        p.palette.grade("#7d7672"),
        0,
    )
    line = mix(p.palette.grade("#7d7672"), p.palette.ink, 0.35)
    for z in range(-400, int(PARAPET), 90):
        p.line((-900, 0, z), (900, 0, z), 0.5, line)
    for x in range(-360, 361, 120):
        p.line((x, 0, -1200), (x, 0, PARAPET), 0.5, line)
    p.halftone(
        ((-900, 0, PARAPET), (900, 0, PARAPET), (900, 0, PARAPET - 70), (-900, 0, PARAPET - 45)),
        0.5,
    )


def _parapet(p: Painter) -> None:
    wall, cap = p.palette.grade("#a8705a"), p.palette.grade("#d6cabb")
    p.box((0, 0, PARAPET + 15), (1800, 84, 30), wall)
    with p.facing(PARAPET - 1) as canvas:
        mortar = pen(mix(wall, p.palette.ink, 0.4), 1.6)
        for row in range(6):
            y = -14.0 * row
            canvas.drawLine(-900, y, 900, y, mortar)
            for brick in range(-14, 15):
                x = brick * 34 + (row % 2) * 17
                canvas.drawLine(x, y, x, y - 14, mortar)
    p.box((0, -84, PARAPET + 15), (1800, 12, 44), cap)


def _tank(p: Painter) -> None:
    wood = haze(p, p.palette.grade("#6e4a34"), 0.1)
    for x in (-118, -52):
        p.line((x, 0, 290), (x * 0.96, -150, 290), 2.4)
    with p.standing(-85, 290) as canvas:
        body = skia.Rect.MakeLTRB(-48, -285, 48, -140)
        canvas.drawRect(body, paint(wood))
        for slat in range(-4, 5):
            canvas.drawLine(
                slat * 11, -285, slat * 11, -140, pen(mix(wood, p.palette.ink, 0.45), 1.6)
            )
        for y in (-262, -212, -162):
            canvas.drawLine(-48, y, 48, y, pen(p.palette.ink, 3))
        canvas.drawRect(skia.Rect.MakeLTRB(14, -285, 48, -140), paint(p.palette.shadow, 0.35))
        canvas.drawRect(body, pen(p.palette.ink, 3))
        roof = skia.Path()
        roof.addPoly([skia.Point(-58, -283), skia.Point(0, -338), skia.Point(58, -283)], True)
        canvas.drawPath(roof, paint(mix(wood, p.palette.ink, 0.3)))
        canvas.drawPath(roof, pen(p.palette.ink, 3))


def _machine(p: Painter) -> None:
    metal = p.palette.grade("#b9bfbd")
    p.box((98, 0, 190), (84, 78, 70), metal)
    with p.facing(154) as canvas:
        canvas.drawCircle(98, -40, 28, paint(p.palette.ink))
        for blade in range(4):
            canvas.save()
            canvas.translate(98, -40)
            canvas.rotate(blade * 90 + 20)
            canvas.drawOval(
                skia.Rect.MakeLTRB(2, -9, 26, 6), paint(mix(metal, p.palette.ink, 0.35))
            )
            canvas.restore()
        canvas.drawCircle(98, -40, 28, pen(metal, 4))


def _bulbs(p: Painter, z: float) -> None:
    """A string of bulbs sags across the roof."""
    with p.facing(z) as canvas:
        wire = skia.Path()
        wire.moveTo(-160, -268)
        wire.quadTo(-40, -208, 40, -252)
        wire.quadTo(110, -216, 190, -282)
        canvas.drawPath(wire, pen(p.palette.ink, 2.4))
        lit = p.palette.hour.lamps
        color = p.palette.glow("#ffdf94") if lit else p.palette.grade("#efe6cf")
        for x, y in (
            (-120, -248),
            (-80, -235),
            (-40, -230),
            (0, -237),
            (40, -251),
            (80, -240),
            (120, -246),
        ):
            if lit:
                canvas.drawCircle(x, y + 9, 19, paint(color, 0.22, skia.BlendMode.kScreen))
            canvas.drawCircle(x, y + 9, 7, paint(color))
            canvas.drawCircle(x, y + 9, 7, pen(p.palette.ink, 1.4))


def _antenna(p: Painter) -> None:
    with p.standing(-62, -90) as canvas:
        canvas.drawLine(0, 0, 0, -250, pen(p.palette.ink, 5))
        for y, half in ((-240, 26), (-220, 34), (-200, 42)):
            canvas.drawLine(-half, y, half, y + 6, pen(p.palette.ink, 3.4))
