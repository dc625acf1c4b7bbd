"""A temple: outside its gate and steps in the hills, inside the great figure behind its incense."""

from math import cos, pi, sin

import skia

from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets import foreground, signs
from engine.rehearsal.sets.distance import hills, tree
from engine.rehearsal.sets.floors import lay
from engine.rehearsal.sets.glow import bloom, pool
from engine.rehearsal.sets.ink import block, boxes, darker, disc, lighter, oval, poly, strokes
from engine.rehearsal.sets.lamps import flame, lantern
from engine.rehearsal.sets.room import Room, finish, shell
from engine.rehearsal.sets.sky import ground, sky, snowed
from engine.rehearsal.sets.surfaces import cover

HALL = Room(half=160, back=640, height=430)
RED, GOLD = "#9a2c22", "#dba63a"


def build(p: Painter) -> None:
    if p.dressing.interior:
        _inside(p)
    else:
        _outside(p)
    foreground.frame(p, p.random.choice(("post", "branch")))


def _inside(p: Painter) -> None:
    with p.sheet(520, opaque=True):
        shell(p, HALL, "#5c5048", "#6a2a22", "#74342a", "#2f3a38")
        lay(p, HALL, "stone", "#5c5048")
        cover(p, HALL, "lattice", "#7a3a2a")
        finish(p, HALL, polished=0.18)
        for z in (560, 400, 240):
            p.box((0, -380, z), (320, 28, 22), p.palette.grade("#2f6a5c"))
            with p.facing(z - 12) as canvas:
                for x in range(-140, 141, 40):
                    disc(p, canvas, (x, -394), 8, GOLD, 1)
        _figure(p)
    with p.sheet(360):
        for z in (480, 300):
            for x in (-118, 118):
                _pillar(p, x, z)
        for x, z in ((-74, 420), (74, 420), (-96, 240), (96, 240)):
            lantern(p, x, -300, z, 1.4)
        _offering(p)
    with p.sheet(210):
        for x in (-62, 62):
            with p.flat(-1) as canvas:
                oval(p, canvas, (x - 26, 190, x + 26, 236), "#c9a04a", 1.6)
                oval(p, canvas, (x - 12, 202, x + 12, 224), "#a8322e", 1)


def _figure(p: Painter) -> None:
    """A seated golden figure before its halo, seen by the light of candles below it."""
    gold = p.palette.grade(GOLD, 0.85)
    shade = mix(gold, p.palette.shadow, 0.5)
    p.box((0, 0, 600), (200, 84, 70), p.palette.grade(RED))
    with p.facing(610) as canvas:
        at = (0.0, -232.0)
        canvas.drawCircle(*at, 190, bloom(at, 190, p.palette.glow("#ffc45a"), 0.55))
        rays = [
            (
                cos(k * pi / 18) * 74,
                -232 + sin(k * pi / 18) * 74,
                cos(k * pi / 18) * 92,
                -232 + sin(k * pi / 18) * 92,
            )
            for k in range(36)
        ]
        strokes(canvas, rays, gold, 4)
        disc(p, canvas, at, 74, mix(gold, p.palette.grade(RED), 0.45), 2.4)
        body = skia.Path()
        body.moveTo(-84, -84)
        body.quadTo(-96, -118, -50, -124)
        body.quadTo(-58, -190, -26, -206)
        body.lineTo(26, -206)
        body.quadTo(58, -190, 50, -124)
        body.quadTo(96, -118, 84, -84)
        body.close()
        canvas.drawPath(body, paint(gold))
        canvas.save()
        canvas.clipPath(body, True)
        body.offset(-22, 6)
        canvas.drawPath(body, pen(shade, 30))
        body.offset(22, -6)
        canvas.restore()
        folds = [
            (-40, -190, 24, -130),
            (-30, -196, 34, -146),
            (-60, -100, 0, -112),
            (60, -100, 0, -112),
        ]
        strokes(canvas, folds, shade, 3)
        canvas.drawPath(body, pen(p.palette.ink, 2.6))
        _face(p, canvas, gold, shade)
        oval(p, canvas, (-22, -128, 22, -108), gold, 2)


def _face(p: Painter, canvas: skia.Canvas, gold: Color, shade: Color) -> None:
    """Lowered lids and a faint smile."""
    oval(p, canvas, (-24, -264, 24, -202), gold, 2.4)
    disc(p, canvas, (0, -266), 13, shade, 2)
    strokes(
        canvas,
        [(-14, -232, -5, -230), (5, -230, 14, -232), (-5, -216, 5, -216)],
        p.palette.ink,
        1.8,
    )
    canvas.drawOval(skia.Rect.MakeLTRB(-19, -256, -8, -222), paint(lighter(p, gold, 0.35), 0.5))


def _offering(p: Painter) -> None:
    """The table before it: candles, fruit, incense and its smoke."""
    p.box((0, 0, 470), (150, 78, 44), p.palette.grade("#7a2a20"))
    p.box((0, -78, 470), (164, 6, 54), p.palette.grade(GOLD))
    for x in (-66, -50, 50, 66):
        flame(p, x, -84, 462, 1.3)
    with p.standing(0, 462, -84) as canvas:
        for x in (-30, 30):
            for dx, dy in ((-6, -5), (6, -5), (0, -14)):
                disc(p, canvas, (x + dx, dy), 6.5, "#e0863c", 1.2)
        block(p, canvas, (-15, -20, 15, 0), "#8a6a34", 1.8, 4)
        strokes(
            canvas, [(-5, -20, -7, -44), (0, -20, 0, -48), (5, -20, 7, -44)], p.palette.ink, 1.4
        )
        smoke = skia.Path()
        smoke.moveTo(0, -48)
        smoke.cubicTo(-22, -90, 20, -120, -6, -168)
        smoke.cubicTo(-20, -196, 12, -220, 4, -262)
        canvas.drawPath(smoke, pen(p.palette.tone(0.95), 9, 0.16))
        canvas.drawPath(smoke, pen(p.palette.tone(0.95), 3, 0.3))
    pool(p, 0, 380, 150, p.palette.glow("#ffb04a"), 0.4)


def _pillar(p: Painter, x: float, z: float) -> None:
    with p.standing(x, z) as canvas:
        block(p, canvas, (-16, -430, 16, -20), RED, 2.4)
        canvas.drawRect(skia.Rect.MakeLTRB(4, -430, 16, -20), paint(p.palette.shadow, 0.45))
        canvas.drawRect(skia.Rect.MakeLTRB(-12, -430, -8, -20), paint(p.palette.tone(1.0), 0.25))
        block(p, canvas, (-22, -22, 22, 0), "#b8ac98", 2.2)
        block(p, canvas, (-12, -300, 12, -150), "#1d2430", 1.6)
        signs.letters(p, canvas, (-11, -296, 11, -154), "慈悲為懷", GOLD)


def _outside(p: Painter) -> None:
    sky(p)
    hills(p, 6000, 1500, "#6a8a8c", 0.75)
    hills(p, 3400, 760, "#5a7a5c", 0.5)
    with p.sheet(2200):
        ground(p, "#8a9468")
        for x in (-420, -300, 310, 430, -520, 540):
            tree(p, x * 1.5, 1900, 620, "#4f7a4c", 0.35)
    with p.sheet(1280):
        _gate(p)
    with p.sheet(430):
        _steps(p)
        for x in (-118, 118):
            _stone_lantern(p, x, 300)
        tree(p, 178, 420, 420, "#c9743c", 0.05)


def _steps(p: Painter) -> None:
    stone = snowed(p, p.palette.grade("#b4ac9c"))
    for step in reversed(range(9)):
        p.box((0, 0, 560 + step * 60), (300, 10.0 * (step + 1), 28), stone, 0.8)
    with p.flat() as canvas:
        slabs = [
            (-70.0 + x * 48, float(z), -26.0 + x * 48, z + 50.0)
            for x in range(3)
            for z in range(-320, 440, 56)
        ]
        boxes(canvas, slabs, lighter(p, stone, 0.1))


def _gate(p: Painter) -> None:
    """Two roofs one over the other, red posts, the name in gold."""
    tile = snowed(p, p.palette.grade("#3f4c56"), 0.7)
    with p.facing(1280) as canvas:
        block(p, canvas, (-190, -330, 190, -90), "#e0d4bc", 2.4)
        for x in (-170, -66, 48, 152):
            block(p, canvas, (x, -330, x + 20, -90), RED, 2.2)
        glow = p.palette.glow("#ffb85a") if p.palette.hour.lamps else darker(p, RED, 0.5)
        block(p, canvas, (-44, -270, 46, -90), glow, 2.4)
        block(p, canvas, (-4, -270, 4, -90), darker(p, RED, 0.3), 1.2)
        _roof(p, canvas, (-290, 290, -318), tile)
        block(p, canvas, (-130, -462, 130, -400), "#c8a870", 2)
        for x in range(-120, 121, 48):
            block(p, canvas, (x - 6, -462, x + 6, -400), RED, 1.4)
        _roof(p, canvas, (-220, 220, -452), tile)
        block(p, canvas, (-62, -392, 62, -344), "#1f2c48", 2.4)
        name = signs.spelled(p, "plaque") if signs.is_chinese(p) else "大雄寶殿"
        signs.letters(p, canvas, (-58, -390, 58, -346), name, GOLD)
    for x in (-110, 116):
        lantern(p, x, -300, 1272, 1.9)


def _roof(
    p: Painter, canvas: skia.Canvas, span: tuple[float, float, float], tile: tuple[int, int, int]
) -> None:
    left, right, y = span
    wide = right - left
    eaves = skia.Path()
    eaves.moveTo(left, y - 30)
    eaves.quadTo(left + wide * 0.14, y + 4, left + wide * 0.24, y)
    eaves.lineTo(right - wide * 0.24, y)
    eaves.quadTo(right - wide * 0.14, y + 4, right, y - 30)
    eaves.quadTo(right - wide * 0.16, y - 46, right - wide * 0.28, y - 84)
    eaves.lineTo(left + wide * 0.28, y - 84)
    eaves.quadTo(left + wide * 0.16, y - 46, left, y - 30)
    canvas.drawPath(eaves, paint(tile))
    canvas.save()
    canvas.clipPath(eaves, True)
    middle = (left + right) / 2
    rows = [(middle + k * 15 * 0.7, y - 90, middle + k * 15.0, y + 6) for k in range(-20, 21)]
    strokes(canvas, rows, darker(p, tile, 0.4), 3)
    canvas.drawRect(skia.Rect.MakeLTRB(left, y - 12, right, y + 6), paint(p.palette.shadow, 0.4))
    canvas.restore()
    canvas.drawPath(eaves, pen(p.palette.ink, 3))
    block(
        p,
        canvas,
        (left + wide * 0.26, y - 92, right - wide * 0.26, y - 80),
        darker(p, tile, 0.2),
        2.4,
    )
    for x, way in ((left + wide * 0.26, -1), (right - wide * 0.26, 1)):
        poly(p, canvas, ((x, y - 92), (x + way * 6, y - 114), (x - way * 12, y - 92)), GOLD, 1.8)


def _stone_lantern(p: Painter, x: float, z: float) -> None:
    with p.standing(x, z) as canvas:
        for box in (
            (-20, -14, 20, 0),
            (-8, -62, 8, -14),
            (-22, -72, 22, -62),
            (-15, -100, 15, -72),
        ):
            block(p, canvas, box, "#a7a59c", 2)
        lit = p.palette.hour.lamps
        block(p, canvas, (-8, -96, 8, -76), p.palette.glow("#ffcf70") if lit else p.palette.ink, 0)
        poly(
            p, canvas, ((-32, -98), (0, -126), (32, -98)), snowed(p, p.palette.grade("#a7a59c")), 2
        )
    if p.palette.hour.lamps:
        p.halo((x, -86, z), 80, p.palette.glow("#ffb85a"), 0.7)
