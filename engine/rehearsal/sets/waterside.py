"""Places at the water: beach, deck, lake."""

import skia

from engine.rehearsal.light import mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.distance import hills, tree
from engine.rehearsal.sets.outdoors import grass
from engine.rehearsal.sets.sky import sky


def _sea(p: Painter, z: float) -> None:
    """Water to the horizon in bands, with the light's path on it."""
    with p.sheet(6000):
        deep = mix(p.palette.sky(0.7), p.palette.grade("#2f6f86"), 0.6)
        for start, amount in ((z, 0.0), (z + 500, 0.2), (z + 1600, 0.4), (z + 5000, 0.62)):
            band = mix(deep, p.palette.sky(0.1), amount)
            p.face(
                ((-20000, 0, start), (20000, 0, start), (20000, 0, 40000), (-20000, 0, 40000)),
                band,
                0,
            )
        with p.flat() as canvas:
            for _ in range(110):
                far = z + p.random.random() ** 2 * 6000
                x = p.random.uniform(-0.5, 0.5) * (far + 900)
                canvas.drawOval(
                    skia.Rect.MakeXYWH(x, far, 40 + far * 0.05, 6 + far * 0.012),
                    paint(p.palette.sky(0.02), 0.6),
                )


def deck(p: Painter) -> None:
    """The deck of a ship: planks, a rail, a life ring, the sea."""
    sky(p)
    _sea(p, 700)
    with p.sheet(330):
        wood = p.palette.grade("#b58a58")
        p.face(((-400, 0, -900), (400, 0, -900), (260, 0, 420), (-260, 0, 420)), wood)
        for x in range(-380, 381, 30):
            p.line((x, 0, -900), (x * 0.65, 0, 420), 0.5, mix(wood, p.palette.ink, 0.4))
        for y in (-40, -70, -100):
            p.line((-260, y, 420), (260, y, 420), 1.6, p.palette.grade("#f0f0ea"))
        for x in range(-240, 241, 60):
            p.line((x, 0, 420), (x, -104, 420), 1.8, p.palette.grade("#f0f0ea"))
        with p.facing(416) as canvas:
            canvas.drawCircle(-70, -66, 26, pen(p.palette.ink, 15))
            canvas.drawCircle(-70, -66, 26, pen(p.palette.grade("#e8503c", 0.8), 11))
            for dash in range(4):
                canvas.drawArc(
                    skia.Rect.MakeLTRB(-96, -92, -44, -40),
                    dash * 90 - 12,
                    24,
                    False,
                    pen((250, 250, 244), 11),
                )
    with p.sheet(220):
        p.box((116, 0, 280), (70, 230, 120), p.palette.grade("#e8e6de"))
        with p.facing(219) as canvas:
            canvas.drawCircle(112, -150, 16, paint(p.palette.sky(0.4)))
            canvas.drawCircle(112, -150, 16, pen(p.palette.grade("#b08a44", 0.8), 6))


def lake(p: Painter) -> None:
    """Still water with hills upside down in it, reeds, a jetty."""
    sky(p)
    hills(p, 4200, 1000, "#5a7a78", 0.6)
    _sea(p, 330)
    with p.sheet(240):
        p.face(
            ((-3000, 0, -900), (3000, 0, -900), (3000, 0, 300), (-3000, 0, 350)),
            p.palette.grade("#7d8f52"),
            1,
        )
        p.box((50, 4, 430), (66, 12, 320), p.palette.grade("#9a7850"))
        for z in (330, 450, 570):
            for x in (22, 78):
                p.box((x, 30, z), (8, 60, 8), p.palette.grade("#6b5138"))
        tree(p, -124, 300, 420, "#6f9a4c")
    with p.sheet(-70):
        grass(p)
