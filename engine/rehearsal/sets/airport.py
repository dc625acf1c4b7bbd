"""An airport or a station hall: a roof of girders, glass onto aircraft, boards, rows of seats."""

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets import foreground, signs
from engine.rehearsal.sets.floors import lay
from engine.rehearsal.sets.glow import mirrored
from engine.rehearsal.sets.ink import block, boxes, darker, oval, poly, strokes
from engine.rehearsal.sets.lamps import downlights
from engine.rehearsal.sets.openings import glazing, outside, pane, sun_patch
from engine.rehearsal.sets.room import Room, finish, shell, turned

ROOM = Room(half=215, back=820, height=430)
RAIL = (
    "station",
    "platform",
    "车站",
    "火车",
    "地铁",
    "站台",
    "月台",
    "高铁",
    "候车",
    "estación",
    "andén",
)
STYLES = (
    ("#c4c8cc", "#8a949c", "#2f6a9a"),
    ("#b8b4ac", "#a89a88", "#c8703c"),
    ("#a8b0b4", "#5a6470", "#3f8a7a"),
)


def build(p: Painter) -> None:
    ground, steel, seat = p.random.choice(STYLES)
    m, rail = turned(p), any(word in p.dressing.place.lower() for word in RAIL)
    with p.sheet(640, opaque=True):
        shell(p, ROOM, ground, "#d0d4d6", "#c4c8cc", "#e4e8ea")
        lay(p, ROOM, "marble", ground)
        finish(p, ROOM, polished=0.5)
        with p.facing(ROOM.back - 2) as canvas:
            view = skia.Rect.MakeLTRB(-205, -380, 205, -8)
            pane(p, canvas, view, view="ridge")
            canvas.save()
            canvas.clipRect(view)
            (_train if rail else _aircraft)(p, canvas, m)
            canvas.restore()
            glazing(p, canvas, view, 5, 3, p.palette.grade(steel))
        for x in (-120, -40, 40, 120):
            mirrored(p, x, 66, ROOM.back, outside(p, 0.2), 0.24, 420)
        sun_patch(p, -120, 780, 240, 420, -80 * m)
        _roof(p, steel)
        downlights(p, ROOM, (-90, 90), (200.0, 400.0, 600.0))
    with p.sheet(420):
        _board(p, m)
        for z in (620, 440):
            _pillar(p, -m * 170, z, steel)
    with p.sheet(250):
        for z in (520, 400, 280):
            _seats(p, m * 122, z, seat)
        _luggage(p, -m * 112, 300)
    foreground.frame(p, p.random.choice(("rail", "seat")))


def _aircraft(p: Painter, canvas: skia.Canvas, m: int) -> None:
    """Nose to the glass, the steps at its door."""
    white = mix(p.palette.grade("#eef2f4"), outside(p, 0.2), 0.25)
    canvas.save()
    canvas.scale(m, 1)
    poly(p, canvas, ((-205, -8), (205, -8), (205, -34), (-205, -34)), darker(p, "#7a7e82", 0.1), 0)
    hull = skia.Path()
    hull.moveTo(-230, -160)
    hull.lineTo(40, -160)
    hull.cubicTo(110, -158, 140, -128, 146, -108)
    hull.cubicTo(130, -84, 80, -74, 20, -74)
    hull.lineTo(-230, -74)
    hull.close()
    canvas.drawPath(hull, paint(white))
    canvas.drawPath(hull, pen(p.palette.ink, 2.2))
    boxes(canvas, [(-230, -104, 120, -94)], p.palette.grade("#2f5f9a", 0.8))
    boxes(
        canvas,
        [(-190.0 + k * 24, -136, -180.0 + k * 24, -122) for k in range(9)],
        darker(p, "#3a4a5a", 0.3),
    )
    poly(
        p,
        canvas,
        ((86, -142), (112, -138), (122, -124), (88, -124)),
        darker(p, "#3a4a5a", 0.3),
        1.2,
    )
    poly(p, canvas, ((-200, -160), (-170, -160), (-205, -240), (-232, -240)), "#c03a3a", 1.8)
    oval(p, canvas, (-70, -78, 0, -44), "#8a929a", 1.8)
    strokes(canvas, [(90, -76, 90, -36), (-90, -76, -90, -36)], p.palette.ink, 5)
    canvas.restore()


def _train(p: Painter, canvas: skia.Canvas, m: int) -> None:
    """A fast train along the platform."""
    white = mix(p.palette.grade("#eef2f4"), outside(p, 0.2), 0.2)
    canvas.save()
    canvas.scale(m, 1)
    body = skia.Path()
    body.moveTo(-230, -150)
    body.lineTo(60, -150)
    body.cubicTo(130, -140, 176, -90, 190, -46)
    body.lineTo(-230, -40)
    body.close()
    canvas.drawPath(body, paint(white))
    canvas.drawPath(body, pen(p.palette.ink, 2.2))
    lit = p.palette.glow("#ffe0a0") if p.palette.hour.lamps else darker(p, "#4a5a6a", 0.2)
    boxes(canvas, [(-220.0 + k * 44, -128, -188.0 + k * 44, -98) for k in range(6)], lit)
    boxes(canvas, [(-230, -80, 168, -70)], p.palette.grade("#c03a3a", 0.8))
    poly(
        p, canvas, ((84, -138), (120, -122), (140, -98), (92, -98)), darker(p, "#3a4a5a", 0.3), 1.2
    )
    canvas.restore()


def _roof(p: Painter, steel: str) -> None:
    beam = p.palette.grade(steel)
    for z in (720, 540, 360, 180):
        p.box((0, -400, z), (430, 16, 14), beam, 0.8)
        with p.facing(z) as canvas:
            web = [(x, -400, x + 27, -428) for x in range(-215, 215, 54)]
            web += [(x + 27, -428, x + 54, -400) for x in range(-215, 215, 54)]
            strokes(canvas, [(float(a), b, float(c), d) for a, b, c, d in web], beam, 4)


def _board(p: Painter, m: int) -> None:
    """Departures in lines of light, hung from the roof."""
    x = m * 46.0
    for dx in (-60, 60):
        p.line((x + dx, -420, 500), (x + dx, -318, 500), 1.4)
    with p.facing(500) as canvas:
        block(p, canvas, (x - 92, -318, x + 92, -222), "#15181d", 2.4, 3)
        head = (x - 86, -314, x + 86, -292)
        signs.letters(p, canvas, head, signs.spelled(p, "gate"), p.palette.glow("#ffd04a"))
        rows = []
        for row in range(5):
            y = -284 + row * 12.0
            rows += [(x - 82, y, x - 60, y + 5), (x - 52, y, x + p.random.uniform(-20, 20), y + 5)]
            rows.append((x + 44, y, x + 80, y + 5))
        boxes(canvas, rows, p.palette.glow("#ffd87a"), 0.9)
    p.halo((x, -270, 498), 110, p.palette.glow("#ffd04a"), 0.22)


def _pillar(p: Painter, x: float, z: float, steel: str) -> None:
    p.box((x, 0, z), (26, 430, 26), p.palette.grade(steel))
    with p.facing(z - 14) as canvas:
        signs.poster(p, canvas, (x - 12, -190, x + 12, -140), "sale", "#e8e4da", "#c03a4a")


def _seats(p: Painter, x: float, z: float, color: str) -> None:
    p.box((x, -34, z), (128, 4, 8), p.palette.grade("#8a929a"))
    for k in range(3):
        a = x - 42 + k * 42
        p.box((a, -40, z), (38, 6, 40), p.palette.grade(color))
        p.box((a, -46, z + 19), (38, 42, 5), darker(p, color, 0.12))
    for dx in (-50, 50):
        p.line((x + dx, 0, z), (x + dx, -36, z), 2.0)


def _luggage(p: Painter, x: float, z: float) -> None:
    for dx, high, color in ((0, 70, "#c8703c"), (34, 52, "#3f5a7a"), (-28, 42, "#5a6a4a")):
        p.box((x + dx, 0, z + dx * 0.3), (30, high, 20), p.palette.grade(color))
        p.line((x + dx, -high, z), (x + dx, -high - 24, z), 1.6)
