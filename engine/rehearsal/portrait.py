"""The cast as square pictures: how viewers and directors recognise who is who."""

from pathlib import Path

import numpy as np
import skia

from engine.contracts import (
    Blocking,
    Character,
    Context,
    ExpressionCue,
    Portraits,
    PortraitsRequest,
    SetDressing,
    SetKind,
    content_hash,
)
from engine.contracts.vocabulary import Expression
from engine.rehearsal.figure import Acting, Figure
from engine.rehearsal.layers import surface_on
from engine.rehearsal.light import mix, parse
from engine.rehearsal.palette import light_for
from engine.whole_file import whole_file

SIDE = 384  # pixels
HEADS = 2.15  # how many head widths the picture is wide
YAW = 22.0  # degrees: turned enough to have a nose, little enough to have both eyes


def portraits(request: PortraitsRequest, context: Context) -> Portraits:
    """One JPEG for each of the cast, named by its look; one that is there is not drawn again."""
    files = {}
    for index, character in enumerate(request.cast):
        context.step(index, len(request.cast), character.name)
        path = Path(request.out) / f"drawn-{content_hash(character.look)[:16]}.jpg"
        if not path.exists():
            with whole_file(path) as part:
                part.write_bytes(_jpeg(character))
        files[character.id] = str(path)
    return Portraits(files=files)


def _jpeg(character: Character) -> bytes:
    pixels = np.zeros((SIDE, SIDE, 4), np.uint8)  # the surface only borrows them
    surface = surface_on(pixels)
    _draw(surface.getCanvas(), character)
    return bytes(surface.makeImageSnapshot().encodeToData(skia.EncodedImageFormat.kJPEG, 88))


def _draw(canvas: skia.Canvas, character: Character) -> None:
    accent = parse(character.look.wardrobe.accent)
    ground, disc = mix(accent, (246, 244, 239), 0.72), mix(accent, (246, 244, 239), 0.5)
    canvas.clear(skia.ColorSetRGB(*ground))
    paint = skia.Paint(Color=skia.ColorSetRGB(*disc), AntiAlias=True)
    canvas.drawCircle(SIDE * 0.5, SIDE * 0.46, SIDE * 0.36, paint)
    figure = Figure(character)
    calm = ExpressionCue(at=0.0, expression=Expression.CALM, intensity=0.5)
    blocking = Blocking(character=character.id, yaw=YAW, look_at="lens", expressions=(calm,))
    pose = Acting(blocking, speech=(), seed=1, look_yaw=0.0).pose(0.5)
    marks = figure.landmarks(pose)
    scale = SIDE / (marks.head_width * HEADS)
    middle = (marks.head_top[1] + marks.chin[1]) / 2
    canvas.translate(SIDE / 2 - marks.eyes[0] * scale, SIDE * 0.46 - middle * scale)
    canvas.scale(scale, scale)
    figure.draw(canvas, pose, light_for(SetDressing(set=SetKind.PLAIN, place="")))
