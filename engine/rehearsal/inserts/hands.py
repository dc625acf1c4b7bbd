"""The hand that holds what an insert shows."""

import skia

from engine.rehearsal.inserts import Sight
from engine.rehearsal.light import mix, parse
from engine.rehearsal.painter import paint, pen


def thumb(canvas: skia.Canvas, sight: Sight, x: float, y: float) -> None:
    """A thumb over the right edge, with the ball of the hand out of frame."""
    palette = sight.palette
    skin = mix(parse("#e8b898"), palette.grade("#e8b898"), 0.35)
    shade = mix(skin, palette.shadow, 0.4)
    path = skia.Path()
    path.moveTo(x + 180, y + 330)
    path.cubicTo(x + 60, y + 330, x + 4, y + 210, x - 24, y + 120)
    path.cubicTo(x - 66, y + 20, x - 70, y - 52, x - 40, y - 66)
    path.cubicTo(x - 4, y - 82, x + 22, y - 10, x + 52, y + 60)
    path.cubicTo(x + 90, y + 130, x + 150, y + 110, x + 200, y + 90)
    path.close()
    canvas.drawPath(path, paint(skin))
    canvas.save()
    canvas.clipPath(path, True)
    dark = skia.Path(path)
    dark.offset(34, 46)
    canvas.drawPath(dark, paint(shade))
    canvas.restore()
    nail = skia.Path()
    nail.addOval(skia.Rect.MakeXYWH(x - 58, y - 52, 34, 52))
    turn = skia.Matrix()
    turn.setRotate(-22, x - 40, y - 26)
    nail.transform(turn)
    canvas.drawPath(nail, paint(mix(skin, (255, 235, 230), 0.55)))
    canvas.drawPath(nail, pen(palette.ink, 2.5))
    canvas.drawPath(path, pen(palette.ink, 6))
    crease = skia.Path()
    crease.moveTo(x - 28, y + 84)
    crease.quadTo(x - 2, y + 78, x + 14, y + 56)
    canvas.drawPath(crease, pen(palette.ink, 3))
