"""Close-ups of what lies on a table: a pistol, a glass, a necklace, money, pills, a watch."""

from math import cos, pi, sin

import skia

from engine.rehearsal.inserts import Sight
from engine.rehearsal.inserts.surface import WHITE, lit, oval, rounded, solid, thrown
from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import paint, pen, polygon

GOLD, STEEL = (232, 184, 76), (176, 186, 200)


def pistol(canvas: skia.Canvas, sight: Sight) -> None:
    """Blued steel and a chequered grip; light runs along the slide."""
    steel, ink = lit(sight, "#4a5160"), sight.palette.ink
    canvas.save()
    canvas.rotate(-11, 343, 740)
    slide = polygon([(76, 636), (96, 610), (600, 610), (612, 626), (612, 704), (76, 704)])
    frame = polygon(
        [(96, 700), (560, 700), (560, 738), (400, 742), (300, 742), (250, 740), (96, 728)]
    )
    thrown(canvas, sight, slide)
    _trigger(canvas, sight, steel)
    _grip(canvas, sight)
    solid(canvas, sight, frame, steel)
    solid(canvas, sight, slide, mix(steel, WHITE, 0.12), (6.0, 26.0))
    for row in range(8):
        canvas.drawLine(104 + row * 13, 626, 96 + row * 13, 694, pen(ink, 5))
    solid(canvas, sight, rounded(330, 620, 424, 652, 8), mix(steel, (0, 0, 0), 0.5), ink=4)
    canvas.drawRect(skia.Rect.MakeLTRB(596, 596, 610, 612), paint(ink))
    canvas.clipPath(slide, True)
    x = 60 + 620 * ((sight.t * 0.5) % 1.4)
    canvas.drawLine(x, 600, x - 40, 712, pen(WHITE, 26, 0.55))
    canvas.restore()


def _trigger(canvas: skia.Canvas, sight: Sight, steel: Color) -> None:
    guard, trigger = skia.Path(), skia.Path()
    guard.moveTo(262, 738)
    guard.cubicTo(268, 850, 390, 850, 396, 738)
    trigger.moveTo(318, 742)
    trigger.quadTo(332, 784, 306, 808)
    for path, wide in ((guard, 30), (trigger, 18)):
        canvas.drawPath(path, pen(sight.palette.ink, wide))
        canvas.drawPath(path, pen(mix(steel, WHITE, 0.12), wide * 0.55))


def _grip(canvas: skia.Canvas, sight: Sight) -> None:
    handle = skia.Path()
    handle.moveTo(96, 700)
    handle.lineTo(270, 716)
    handle.cubicTo(256, 790, 236, 880, 206, 990)
    handle.lineTo(64, 966)
    handle.cubicTo(90, 880, 108, 800, 96, 700)
    handle.close()
    thrown(canvas, sight, handle)
    solid(canvas, sight, handle, lit(sight, "#5b3a28"))
    canvas.save()
    canvas.clipPath(handle, True)
    for line in range(-6, 14):
        x = 40 + line * 24
        canvas.drawLine(x, 740, x + 120, 980, pen(sight.palette.ink, 3, 0.45))
        canvas.drawLine(x + 120, 740, x, 980, pen(sight.palette.ink, 3, 0.45))
    canvas.restore()


def wine(canvas: skia.Canvas, sight: Sight) -> None:
    """A glass that has just been set down: what is in it still rocks."""
    red = lit(sight, "#7d1226")
    bowl = skia.Path()
    bowl.moveTo(206, 420)
    bowl.cubicTo(190, 660, 250, 742, 343, 750)
    bowl.cubicTo(436, 742, 496, 660, 480, 420)
    bowl.close()
    foot = oval(222, 932, 464, 996)
    thrown(canvas, sight, foot, (80.0, 22.0))
    caught = oval(420, 940, 650, 1020)
    canvas.drawPath(caught, paint(mix(red, (255, 120, 110), 0.5), 0.55))
    solid(canvas, sight, foot, (206, 216, 226), (10.0, 8.0), 6)
    stem = polygon([(333, 744), (353, 744), (356, 940), (330, 940)])
    solid(canvas, sight, stem, (224, 232, 240), (6.0, 0.0), 5)
    canvas.drawPath(bowl, paint((220, 232, 242), 0.3))
    rock = 16 * sin(sight.t * 6) * max(1 - sight.t / 1.8, 0.0)
    canvas.save()
    canvas.clipPath(bowl, True)
    filled = polygon([(150, 560 + rock), (540, 560 - rock), (540, 800), (150, 800)])
    canvas.drawPath(filled, paint(mix(red, sight.palette.shadow, 0.35)))
    bright = skia.Path(filled)
    bright.offset(-70, 0)
    canvas.drawPath(bright, paint(red))
    canvas.drawOval(skia.Rect.MakeLTRB(196, 540, 490, 582), paint(mix(red, (255, 140, 140), 0.35)))
    canvas.restore()
    canvas.drawPath(bowl, pen(sight.palette.ink, 7))
    canvas.drawOval(skia.Rect.MakeLTRB(206, 400, 480, 440), pen(sight.palette.ink, 5))
    gleam = skia.Path()
    gleam.moveTo(236, 462)
    gleam.cubicTo(228, 600, 252, 670, 290, 704)
    canvas.drawPath(gleam, pen(WHITE, 15, 0.85))
    canvas.drawLine(452, 470, 450, 540, pen(WHITE, 9, 0.6))


def necklace(canvas: skia.Canvas, sight: Sight) -> None:
    """Pearls, or a chain with a locket, laid in a curve; a gleam wanders from bead to bead."""
    words = sight.insert.text.lower()
    pearls = any(word in words for word in ("pearl", "珍珠", "perla"))
    count = 17 if pearls else 29
    turns = [pi * (0.06 + 0.88 * k / count) for k in range(count + 1)]
    beads = [(343 + 240 * cos(t), 540 + 270 * sin(t) - 40 * sin(2 * t)) for t in turns]
    radius = 21 if pearls else 11
    color = lit(sight, "#f3ece0" if pearls else GOLD)
    for x, y in beads:
        thrown(canvas, sight, oval(x - radius, y - radius, x + radius, y + radius), (22.0, 20.0))
    for number, (x, y) in enumerate(beads):
        bead = oval(x - radius, y - radius, x + radius, y + radius)
        solid(canvas, sight, bead, color, (radius * 0.3, radius * 0.4), 4)
        if abs((sight.t * 14) % count - number) < 1.2:
            canvas.drawCircle(x - radius * 0.3, y - radius * 0.3, radius * 0.4, paint(WHITE))
    if pearls:
        return
    x, y = beads[count // 2]
    locket = skia.Path()
    locket.moveTo(x, y + 250)
    locket.cubicTo(x - 190, y + 130, x - 130, y + 6, x, y + 66)
    locket.cubicTo(x + 130, y + 6, x + 190, y + 130, x, y + 250)
    locket.close()
    thrown(canvas, sight, locket, (34.0, 30.0))
    solid(canvas, sight, locket, color)
    canvas.drawCircle(x, y + 40, 18, pen(sight.palette.ink, 14))
    canvas.drawCircle(x, y + 40, 18, pen(color, 7))
    inner = skia.Path(locket)
    inner.transform(skia.Matrix.Scale(0.72, 0.72))
    inner.offset(x * 0.28, (y + 132) * 0.28)
    canvas.drawPath(inner, pen(mix(color, sight.palette.ink, 0.45), 5))


def money(canvas: skia.Canvas, sight: Sight) -> None:
    """Bundles of notes one on another, or the one card that opens every door."""
    words = sight.insert.text.lower()
    if any(word in words for word in ("card", "卡", "tarjeta")):
        _card(canvas, sight)
        return
    green, band = lit(sight, "#b9cfa4"), lit(sight, "#e6dcc0")
    for level, (x, y, turn) in enumerate(((0.0, 210, -4), (26.0, 120, 5), (-8.0, 30, -9))):
        canvas.save()
        canvas.rotate(turn, 343, 700 + y)
        top = polygon(
            [(120 + x, 620 + y), (520 + x, 560 + y), (600 + x, 690 + y), (190 + x, 756 + y)]
        )
        side = polygon(
            [(190 + x, 756 + y), (600 + x, 690 + y), (600 + x, 750 + y), (190 + x, 820 + y)]
        )
        if level == 0:
            thrown(canvas, sight, side)
        solid(canvas, sight, side, mix(green, sight.palette.shadow, 0.3), (0.0, 14.0), 6)
        for leaf in range(1, 5):
            y0 = y + leaf * 12
            canvas.drawLine(192 + x, 758 + y0, 598 + x, 692 + y0, pen(sight.palette.ink, 2, 0.5))
        solid(canvas, sight, top, green, (8.0, 10.0), 6)
        canvas.drawOval(
            skia.Rect.MakeLTRB(300 + x, 628 + y, 400 + x, 692 + y),
            pen(mix(green, (40, 90, 50), 0.7), 6),
        )
        strip = polygon(
            [(420 + x, 575 + y), (472 + x, 567 + y), (548 + x, 698 + y), (494 + x, 707 + y)]
        )
        solid(canvas, sight, strip, band, (4.0, 6.0), 5)
        canvas.restore()


def _card(canvas: skia.Canvas, sight: Sight) -> None:
    black = lit(sight, "#23232b")
    canvas.save()
    canvas.rotate(-14, 343, 730)
    card = rounded(96, 560, 590, 870, 30)
    thrown(canvas, sight, card, (36.0, 30.0))
    solid(canvas, sight, card, black, (8.0, 10.0))
    canvas.save()
    canvas.clipPath(card, True)
    x = 20 + 700 * ((sight.t * 0.6) % 1.3)
    for wide, alpha in ((90, 0.14), (26, 0.3)):
        canvas.drawLine(x, 540, x - 130, 890, pen(WHITE, wide, alpha))
    canvas.restore()
    solid(canvas, sight, rounded(146, 640, 236, 710, 12), lit(sight, GOLD), (5.0, 6.0), 4)
    for line in range(4):
        canvas.drawLine(150 + line * 96, 782, 220 + line * 96, 782, pen(lit(sight, GOLD), 14))
    canvas.drawLine(150, 826, 330, 826, pen(lit(sight, GOLD), 8))
    canvas.restore()


def pills(canvas: skia.Canvas, sight: Sight) -> None:
    """A bottle on its side and what ran out of it; the last one still rolls."""
    amber, label = lit(sight, "#d9822b"), lit(sight, "#f4efe2")
    canvas.save()
    canvas.rotate(-16, 300, 700)
    body = rounded(60, 600, 380, 790, 40)
    thrown(canvas, sight, body)
    solid(canvas, sight, body, amber)
    solid(canvas, sight, rounded(130, 604, 310, 786, 8), label, (0.0, 22.0), 5)
    for row in range(4):
        canvas.drawLine(150, 644 + row * 32, 290 - row * 22, 644 + row * 32, pen((96, 98, 112), 7))
    canvas.drawOval(skia.Rect.MakeLTRB(356, 606, 404, 784), paint(mix(amber, (0, 0, 0), 0.6)))
    canvas.drawOval(skia.Rect.MakeLTRB(356, 606, 404, 784), pen(sight.palette.ink, 7))
    canvas.restore()
    roll = 60 * (1 - max(1 - sight.t / 1.2, 0.0) ** 2)
    chance = sight.random()
    spots = [(430 + chance.uniform(-30, 130), 690 + index * 26) for index in range(9)]
    for number, (x, y) in enumerate([*spots, (300 + roll, 900)]):
        pill = skia.Path()
        pill.addRoundRect(skia.Rect.MakeXYWH(-34, -15, 68, 30), 15, 15)
        pill.transform(skia.Matrix.RotateDeg(chance.uniform(-70, 70) + roll * (number == 9)))
        pill.offset(x, y)
        thrown(canvas, sight, pill, (12.0, 10.0))
        solid(
            canvas, sight, pill, lit(sight, "#f6f2ee" if number % 3 else "#d8494f"), (4.0, 6.0), 4
        )


def watch(canvas: skia.Canvas, sight: Sight) -> None:
    """A pocket watch, open: its hands stand near midnight and the seconds tick."""
    gold, face = lit(sight, GOLD), lit(sight, "#f6f0e0")
    case = oval(118, 500, 568, 950)
    thrown(canvas, sight, case)
    solid(canvas, sight, rounded(316, 430, 370, 510, 16), gold)
    canvas.drawCircle(343, 414, 44, pen(sight.palette.ink, 26))
    canvas.drawCircle(343, 414, 44, pen(gold, 14))
    solid(canvas, sight, case, gold)
    solid(canvas, sight, oval(158, 540, 528, 910), face, (10.0, 12.0), 5)
    for hour in range(12):
        turn = hour * pi / 6
        long = 30 if hour % 3 == 0 else 16
        x, y = sin(turn), -cos(turn)
        canvas.drawLine(
            343 + x * 162,
            725 + y * 162,
            343 + x * (162 - long),
            725 + y * (162 - long),
            pen(sight.palette.ink, 9 if hour % 3 == 0 else 5),
        )
    beat = int(sight.t * 2) / 2 + 0.06 * sin(min((sight.t * 2) % 1, 0.25) * 40)
    for turn, long, wide, color in (
        (-0.16, 92, 13, sight.palette.ink),
        (-0.42, 140, 9, sight.palette.ink),
        (3.4 + beat * 0.21, 150, 4, (196, 40, 44)),
    ):
        canvas.drawLine(343, 725, 343 + long * sin(turn), 725 - long * cos(turn), pen(color, wide))
    canvas.drawCircle(343, 725, 13, paint(sight.palette.ink))
    shine = skia.Path()
    shine.addArc(skia.Rect.MakeLTRB(176, 558, 510, 892), 190, 62)
    canvas.drawPath(shine, pen(WHITE, 14, 0.75))


def case(canvas: skia.Canvas, sight: Sight) -> None:
    """A leather case with brass locks, seen from its front corner."""
    leather, brass = lit(sight, "#8a5230"), lit(sight, GOLD)
    front = rounded(84, 590, 540, 960, 26)
    top = polygon([(100, 596), (190, 516), (640, 516), (530, 596)])
    side = polygon([(536, 600), (642, 518), (642, 850), (538, 950)])
    thrown(canvas, sight, side, (60.0, 40.0))
    handle = skia.Path()
    handle.moveTo(250, 560)
    handle.cubicTo(256, 430, 446, 430, 452, 556)
    canvas.drawPath(handle, pen(sight.palette.ink, 44))
    canvas.drawPath(handle, pen(mix(leather, (0, 0, 0), 0.25), 30))
    solid(canvas, sight, side, mix(leather, sight.palette.shadow, 0.45))
    solid(canvas, sight, top, mix(leather, WHITE, 0.14), (0.0, 10.0))
    solid(canvas, sight, front, leather)
    stitch = pen(mix(leather, WHITE, 0.45), 4, 0.8)
    for dash in range(15):
        canvas.drawLine(116 + dash * 28, 640, 130 + dash * 28, 640, stitch)
        canvas.drawLine(116 + dash * 28, 930, 130 + dash * 28, 930, stitch)
    for x in (160, 410):
        solid(canvas, sight, rounded(x, 574, x + 66, 660, 10), brass, (6.0, 8.0), 5)
        canvas.drawCircle(x + 33, 628, 9, paint(sight.palette.ink))


def book(canvas: skia.Canvas, sight: Sight) -> None:
    """A thick old volume with a ribbon, closed."""
    cover, page = lit(sight, "#5c2a33"), lit(sight, "#efe3c6")
    canvas.save()
    canvas.rotate(-7, 343, 740)
    block = polygon([(120, 880), (560, 830), (566, 930), (126, 984)])
    thrown(canvas, sight, block, (56.0, 30.0))
    solid(canvas, sight, block, page, (0.0, 16.0), 6)
    for leaf in range(1, 7):
        canvas.drawLine(122, 880 + leaf * 15, 562, 830 + leaf * 15, pen(sight.palette.ink, 2, 0.4))
    front = polygon([(110, 520), (520, 480), (576, 830), (112, 886)])
    solid(canvas, sight, front, cover)
    solid(
        canvas,
        sight,
        polygon([(110, 520), (168, 514), (176, 878), (112, 886)]),
        mix(cover, (0, 0, 0), 0.25),
        ink=5,
    )
    frame = polygon([(214, 560), (488, 533), (526, 790), (222, 828)])
    canvas.drawPath(frame, pen(lit(sight, GOLD), 6))
    canvas.drawCircle(362, 680, 54, pen(lit(sight, GOLD), 6))
    ribbon = polygon([(300, 850), (336, 846), (350, 1040), (326, 1010), (306, 1046)])
    solid(canvas, sight, ribbon, lit(sight, "#c8343c"), (4.0, 4.0), 5)
    canvas.restore()
