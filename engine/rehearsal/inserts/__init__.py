"""Shots of things: messages, phones, letters, signs, news, titles, objects.

An insert is one function `(canvas, sight) -> None` that draws on a frame of 720×1280 over the
scene's own set far out of focus. To add one: write the function, name it in INSERTS.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import import_module
from random import Random

import msgspec
import skia

from engine.contracts import Character, Format, Insert, InsertKind, Move, Shot, ShotSize
from engine.rehearsal.camera import View, shaken
from engine.rehearsal.easing import ease
from engine.rehearsal.framing import frame
from engine.rehearsal.inserts.hand_look import NOBODY, HandLook, hand_look
from engine.rehearsal.layers import blit, layers_for
from engine.rehearsal.palette import Palette, light_for, palette_for

INSERTS: dict[InsertKind, str] = {
    InsertKind.TEXT_MESSAGE: "engine.rehearsal.inserts.thread:text_message",
    InsertKind.PHONE_SCREEN: "engine.rehearsal.inserts.phone:phone_screen",
    InsertKind.LETTER: "engine.rehearsal.inserts.paper:letter",
    InsertKind.SIGN: "engine.rehearsal.inserts.boards:sign",
    InsertKind.NEWS: "engine.rehearsal.inserts.news:news",
    InsertKind.TITLE_CARD: "engine.rehearsal.inserts.boards:title_card",
    InsertKind.OBJECT: "engine.rehearsal.inserts.objects:thing",
}


@dataclass(frozen=True)
class Sight:
    """What an insert is drawn from."""

    insert: Insert
    t: float  # seconds of the shot
    duration: float
    palette: Palette
    language: str
    seed: int
    hands: tuple[HandLook, HandLook]  # who holds it and, where there are two, the other

    def said(self, english: str, chinese: str, spanish: str) -> str:
        """What stands there by itself, in the language of the shot."""
        return {"zh": chinese, "es": spanish}.get(self.language[:2], english)

    def random(self) -> Random:
        return Random(self.seed)  # noqa: S311 - the same in every run


Drawing = Callable[[skia.Canvas, Sight], None]


class Inserted:
    """The frames of a shot that is an insert."""

    def __init__(self, shot: Shot, picture: Format, cast: tuple[Character, ...]) -> None:
        if shot.insert is None:
            raise ValueError("the shot has no insert")
        self.shot, self.picture, self.insert = shot, picture, shot.insert
        module, _, name = INSERTS[shot.insert.kind].partition(":")
        self.drawing: Drawing = getattr(import_module(module), name)
        self.palette = palette_for(shot.set)
        self.backdrop = self._backdrop()
        people = {person.id: person for person in cast}
        first, second, *_ = (*self.insert.hands, "", "")
        light = light_for(shot.set)
        self.hands = (
            hand_look(people.get(first, NOBODY), light),
            hand_look(people.get(second, NOBODY), light),
        )

    def _backdrop(self) -> skia.Image:
        """The set behind, soft and a tone darker."""
        shot, size = self.shot, self.picture
        wide = msgspec.structs.replace(shot, people=(), size=ShotSize.WS, move=Move.STATIC)
        soft = replace(frame(wide, [], size), focus=70.0, blur=9.0)
        surface = skia.Surface(size.width, size.height)
        canvas = surface.getCanvas()
        for layer in layers_for(shot.set, soft, [View()], [], 0.0):
            layer.draw(canvas, skia.Matrix())
        canvas.drawColor(skia.ColorSetARGB(96, *self.palette.shadow))
        return surface.makeImageSnapshot()

    def nearer(self, t: float) -> skia.Matrix:
        """From a frame of 720×1280 to this one, as the thing comes nearer."""
        scale = self.picture.height / 1280 * (1 + 0.045 * ease(t / self.shot.duration))
        matrix = skia.Matrix.Translate(-360, -640)
        matrix.postScale(scale, scale)
        matrix.postTranslate(self.picture.width / 2, self.picture.height / 2)
        return matrix

    def draw(self, canvas: skia.Canvas, t: float) -> None:
        """The thing, coming slowly nearer over a backdrop that comes slower."""
        width, height = self.picture.width, self.picture.height
        shake_x, shake_y, _ = shaken(self.shot, t)
        near = ease(t / self.shot.duration)
        canvas.save()
        canvas.translate(shake_x * height, shake_y * height)
        grow = 1.03 + 0.02 * near
        around = skia.Matrix()
        around.setScale(grow, grow, width / 2, height / 2)
        blit(canvas, around, self.backdrop, skia.Rect.MakeWH(width, height))
        canvas.concat(self.nearer(t))
        sight = Sight(
            self.insert,
            t,
            self.shot.duration,
            self.palette.near(),
            self.shot.language,
            self.shot.set.seed,
            self.hands,
        )
        self.drawing(canvas, sight)
        canvas.restore()
