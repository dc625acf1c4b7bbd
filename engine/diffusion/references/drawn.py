"""The rehearsal's drawing of a reference picture, which a model is led by or which stands alone."""

import msgspec
import numpy as np
import skia
from numpy.typing import NDArray
from PIL import Image

from engine.contracts import (
    Blocking,
    Character,
    Expression,
    ExpressionCue,
    Format,
    ReferencesRequest,
    RenderRequest,
    SetDressing,
    Shot,
    ShotSize,
    Slate,
    TimeOfDay,
)
from engine.diffusion.leading import FACING, VIEWS
from engine.rehearsal.figure import Acting, Figure, Pose
from engine.rehearsal.layout import compositions
from engine.rehearsal.sheet import FLAT, GROUND, INTENSITY

MARGIN = 0.025  # of the height, above and below
ABOVE = 14.0  # cm over the crown: hair, and a hat
HEAD = 2.2  # head widths that the picture of a face is wide


def drawn(request: ReferencesRequest, view: str) -> Image.Image:
    """RGB, of the request's size."""
    if request.place is not None:
        return _place(lit_by(request.place, view), request.width, request.height)
    assert request.character is not None  # noqa: S101  checked by the plan
    character = dressed(request.character, request)
    surface = skia.Surface(request.width, request.height)
    canvas = surface.getCanvas()
    canvas.clear(skia.Color(*GROUND))
    if view in VIEWS:
        _body(canvas, character, VIEWS[view], request)
    else:
        _face(canvas, character, Expression(view), request)
    pixels: NDArray[np.uint8] = surface.makeImageSnapshot().toarray(
        colorType=skia.kRGBA_8888_ColorType
    )
    return Image.fromarray(np.ascontiguousarray(pixels[:, :, :3]))


def lit_by(place: SetDressing, view: str) -> SetDressing:
    """The place by day or by night, and without moving light that belongs to the other."""
    time = TimeOfDay.NIGHT if view == "night" else TimeOfDay.DAY
    if time is place.time:
        return place
    return msgspec.structs.replace(place, time=time, light="")


def dressed(character: Character, request: ReferencesRequest) -> Character:
    """The character in the clothes that are asked for."""
    if request.wardrobe is None:
        return character
    look = msgspec.structs.replace(character.look, wardrobe=request.wardrobe)
    return msgspec.structs.replace(character, look=look)


def _body(
    canvas: skia.Canvas, character: Character, yaw: float, request: ReferencesRequest
) -> None:
    figure = Figure(character)
    edge = request.height * MARGIN
    scale = (request.height - 2 * edge) / (figure.build.height + ABOVE)
    canvas.translate(request.width / 2, request.height - edge)
    canvas.scale(scale, scale)
    figure.draw(canvas, Pose(yaw=yaw, body_yaw=yaw), FLAT)


def _face(
    canvas: skia.Canvas, character: Character, felt: Expression, request: ReferencesRequest
) -> None:
    figure = Figure(character)
    cue = ExpressionCue(at=0.0, expression=felt, intensity=INTENSITY)
    blocking = Blocking(character=character.id, yaw=FACING, look_at="lens", expressions=(cue,))
    pose = Acting(blocking, speech=(), seed=1, look_yaw=0.0).pose(1.0)
    marks = figure.landmarks(pose)
    scale = request.width / (marks.head_width * HEAD)
    middle = (marks.head_top[1] + marks.chin[1]) / 2
    canvas.translate(
        request.width / 2 - marks.eyes[0] * scale, request.height * 0.42 - middle * scale
    )
    canvas.scale(scale, scale)
    figure.draw(canvas, pose, FLAT)


def _place(dressing: SetDressing, width: int, height: int) -> Image.Image:
    """The set without anybody in it."""
    empty = tuple(name for name in dressing.props if ":" not in name)
    shot = Shot(
        slate=Slate(),
        duration=1.0,
        set=msgspec.structs.replace(dressing, props=empty),
        size=ShotSize.EWS,
    )
    request = RenderRequest(shot=shot, cast=(), format=Format(width=width, height=height, fps=24))
    return Image.fromarray(compositions(request, (0.0,))[0])
