"""Things that a script puts into a set: each stands at a spot where it is seen and in no way."""

from collections.abc import Callable

import skia

from engine.contracts import SetKind
from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import Painter, paint, pen

# What a set has of its own.
OWN: dict[SetKind, tuple[str, ...]] = {
    SetKind.BEDROOM: ("bed",),
    SetKind.HOSPITAL: ("bed",),
    SetKind.OFFICE: ("desk", "table"),
    SetKind.BOARDROOM: ("table", "desk"),
    SetKind.KITCHEN: ("table",),
    SetKind.CAFE: ("table",),
    SetKind.COURTROOM: ("table", "desk"),
    SetKind.LIVING_ROOM: ("sofa", "table"),
    SetKind.PALACE: ("candles",),
    SetKind.CAR: ("flowers", "bed", "sofa", "table", "desk", "coffin", "candles", "piano", "grave"),
}


def furnish(p: Painter) -> None:
    """Draw what the dressing's `props` name; crowds are drawn elsewhere."""
    own = OWN.get(p.dressing.set, ())
    for name in p.dressing.props:
        if name in PROPS and name not in own:
            z, drawing = PROPS[name]
            with p.sheet(z):
                drawing(p)


def _coffin(p: Painter) -> None:
    """On a draped bier, a wreath on its lid."""
    cloth, wood = p.palette.grade("#d9d2c8"), p.palette.grade("#1d1a20", 0.8)
    x, z = -6.0, 250.0
    p.box((x, 0, z), (190, 46, 66), cloth)
    for fold in range(-5, 6):
        p.line((x + fold * 17, -42, z - 33), (x + fold * 17 + 4, -2, z - 33), 0.5)
    p.box((x, -46, z), (206, 40, 58), wood)
    edge = p.palette.grade("#c9a24a", 0.9)
    p.line((x - 103, -82, z - 29), (x + 103, -82, z - 29), 1.6, edge)
    for grip in (-62, 0, 62):
        p.line((x + grip - 14, -64, z - 30), (x + grip + 14, -64, z - 30), 2.4, edge)
    p.box((x, -86, z), (194, 12, 46), mix(wood, p.palette.tone(0.8), 0.14))
    with p.standing(x, z - 20, -96) as canvas:
        _blooms(p, canvas, 0, -6, 46, 14)


def _flowers(p: Painter) -> None:
    """Standing wreaths at both sides, as tall as a person's shoulder."""
    stand = p.palette.grade("#4a3a2c")
    for x, z in ((-92, 215), (90, 225)):
        p.line((x - 16, 0, z), (x, -110, z), 1.6, stand)
        p.line((x + 16, 0, z), (x, -110, z), 1.6, stand)
        with p.standing(x, z, -134) as canvas:
            leaf = p.palette.grade("#3d6b46")
            canvas.drawCircle(0, 0, 41, paint(leaf))
            canvas.drawCircle(0, 0, 41, pen(p.palette.ink, 2))
            _blooms(p, canvas, 0, 0, 30, 26)


def _blooms(p: Painter, canvas: skia.Canvas, x: float, y: float, wide: float, count: int) -> None:
    """White heads with a warm heart, the nearest on top."""
    petal, heart = p.palette.grade("#f6f2ea", 0.8), p.palette.grade("#e7c76a", 0.8)
    for index in range(count):
        at = (
            x + p.random.uniform(-wide, wide),
            y + p.random.uniform(-0.4, 0.4) * min(wide, 70) * (1.8 if count > 20 else 0.7),
        )
        size = p.random.uniform(7, 11)
        canvas.drawCircle(*at, size, paint(mix(petal, p.palette.shadow, 0.2 * (index % 3 == 0))))
        canvas.drawCircle(*at, size, pen(p.palette.ink, 1.1))
        canvas.drawCircle(*at, size * 0.34, paint(heart))


def _candles(p: Painter) -> None:
    """Two tall stands with three flames each."""
    metal, flame = p.palette.grade("#a8854a"), p.palette.glow("#ffd27a")
    for x, z in ((-66, 285), (72, 295)):
        p.line((x, 0, z), (x, -120, z), 2.4, metal)
        for arm in (-18, 0, 18):
            p.line((x, -104, z), (x + arm, -120, z), 1.6, metal)
            p.box((x + arm, -120, z), (5, 22, 5), p.palette.grade("#efe6d2"), 0.5)
            with p.standing(x + arm, z, -148) as canvas:
                canvas.drawOval(skia.Rect.MakeLTRB(-3.4, -7, 3.4, 6), paint(flame))
            p.halo((x + arm, -148, z), 26, p.palette.glow("#ffc060"), 0.5)


def _portrait(p: Painter) -> None:
    """A framed head and shoulders on an easel, ribbons at its corners."""
    with p.standing(52, 300, -128) as canvas:
        frame = skia.Rect.MakeLTRB(-34, -44, 34, 44)
        canvas.drawRect(frame.makeOutset(6, 6), paint(p.palette.grade("#1c1a1e", 0.8)))
        canvas.drawRect(frame, paint(p.palette.grade("#cfc8bc")))
        canvas.drawCircle(0, -8, 15, paint(p.palette.grade("#8d857c")))
        canvas.save()
        canvas.clipRect(frame)
        canvas.drawOval(skia.Rect.MakeLTRB(-28, 12, 28, 70), paint(p.palette.grade("#77706a")))
        canvas.restore()
        canvas.drawRect(frame.makeOutset(6, 6), pen(p.palette.ink, 2.4))
    p.line((40, -84, 300), (30, 0, 300), 1.6, p.palette.grade("#4a3a2c"))
    p.line((64, -84, 300), (74, 0, 300), 1.6, p.palette.grade("#4a3a2c"))


def _table(p: Painter) -> None:
    _top_on_legs(p, (-58, 240), (110, 74, 62), p.palette.grade("#6a452c"))


def _desk(p: Painter) -> None:
    wood = p.palette.grade("#5a3a28")
    p.box((54, 0, 240), (120, 72, 60), wood)
    p.box((54, -72, 240), (130, 5, 68), mix(wood, p.palette.tone(0.9), 0.16))
    p.box((36, -77, 236), (34, 3, 24), p.palette.grade("#ece6d8"))


def _top_on_legs(
    p: Painter, at: tuple[float, float], size: tuple[float, float, float], color: Color
) -> None:
    (x, z), (wide, high, deep) = at, size
    for side in (-1, 1):
        p.box(
            (x + side * (wide / 2 - 6), 0, z), (7, high, deep - 8), mix(color, p.palette.ink, 0.2)
        )
    p.box((x, -high, z), (wide, 6, deep), color)


def _bed(p: Painter) -> None:
    x, z = 62.0, 270.0
    p.box((x, 0, z + 96), (108, 104, 8), p.palette.grade("#5f4230"))
    p.box((x, 0, z), (104, 34, 190), p.palette.grade("#6b4c36"))
    p.box((x, -34, z), (104, 20, 190), p.palette.grade("#e6e2da"))
    p.box((x, -54, z - 30), (106, 6, 120), p.palette.grade("#7f93ad"))
    p.box((x, -54, z + 66), (76, 14, 34), p.palette.grade("#f4f1ea"))


def _sofa(p: Painter) -> None:
    cloth = p.palette.grade("#7d5a62")
    x, z = -60.0, 260.0
    p.box((x, 0, z + 30), (150, 84, 24), mix(cloth, p.palette.ink, 0.15))
    p.box((x, 0, z), (150, 44, 66), cloth)
    for side in (-1, 1):
        p.box((x + side * 78, 0, z), (18, 62, 70), mix(cloth, p.palette.tone(0.8), 0.1))


def _piano(p: Painter) -> None:
    black = p.palette.grade("#17161c", 0.8)
    x, z = 70.0, 280.0
    p.box((x, 0, z), (130, 118, 46), black)
    p.box((x, -64, z - 34), (126, 8, 24), mix(black, p.palette.tone(0.8), 0.15))
    keys = p.palette.grade("#f2efe6")
    p.face(((8, -72, 236), (132, -72, 236), (132, -72, 256), (8, -72, 256)), keys, 0.6)


def _grave(p: Painter) -> None:
    """A headstone with a rounded top and flowers at its foot."""
    stone = p.palette.grade("#9a9c9e")
    for x, z, tall in ((-64, 260, 96.0), (88, 420, 84.0), (-120, 520, 90.0)):
        with p.standing(x, z) as canvas:
            slab = skia.Path()
            slab.addRoundRect(skia.Rect.MakeLTRB(-32, -tall, 32, 20), 30, 30)
            canvas.save()
            canvas.clipRect(skia.Rect.MakeLTRB(-60, -200, 60, 0))
            canvas.drawPath(slab, paint(stone))
            canvas.drawPath(slab, pen(p.palette.ink, 2.4))
            canvas.restore()
            for row in range(3):
                y = -tall + 34 + row * 13
                canvas.drawLine(-18, y, 18, y, pen(mix(stone, p.palette.ink, 0.5), 2))
    with p.standing(-64, 250) as canvas:
        _blooms(p, canvas, 0, -8, 26, 9)


def _pane(p: Painter) -> None:
    """Glass before who looks through it: a frame at the side, light that lies on the pane."""
    half = p.lens.width / 2 / p.lens.scale(p.lens.depth((0, p.lens.y, -34)))
    frame = p.palette.grade("#1c2028", 0.8)
    edge = half * 0.74
    p.face(
        ((edge, 60, -34), (edge + 60, 60, -34), (edge + 60, -330, -34), (edge, -330, -34)), frame
    )
    p.line((edge + 3, 60, -34.5), (edge + 3, -330, -34.5), 1.0, p.palette.tone(0.7))
    top = p.lens.y - half * 2.2
    for left, wide in ((-0.95, 0.3), (-0.5, 0.1), (0.15, 0.22)):
        a, b, lean = half * left, half * (left + wide), half * 0.9
        p.beam(
            ((a + lean, top, -34), (b + lean, top, -34), (b - lean, 60, -34), (a - lean, 60, -34)),
            p.palette.tone(0.8),
            0.13,
        )


def _darkness(p: Painter) -> None:
    """The edge of what someone hides behind, near and black."""
    half = p.lens.width / 2 / p.lens.scale(p.lens.depth((0, p.lens.y, -34)))
    edge = -half * 0.6
    p.face(
        ((edge, 60, -34), (edge - 90, 60, -34), (edge - 90, -330, -34), (edge, -330, -34)),
        mix(p.palette.shadow, p.palette.ink, 0.6),
    )
    p.halftone(
        ((edge, 60, -34), (edge + 6, 60, -34), (edge + 6, -330, -34), (edge, -330, -34)), 0.7
    )


# By name: where its sheet stands, and what draws it.
PROPS: dict[str, tuple[float, Callable[[Painter], None]]] = {
    "coffin": (250.0, _coffin),
    "flowers": (220.0, _flowers),
    "candles": (290.0, _candles),
    "portrait": (300.0, _portrait),
    "table": (240.0, _table),
    "desk": (240.0, _desk),
    "bed": (270.0, _bed),
    "sofa": (260.0, _sofa),
    "piano": (280.0, _piano),
    "grave": (260.0, _grave),
    "pane": (-34.0, _pane),
    "darkness": (-34.0, _darkness),
}
