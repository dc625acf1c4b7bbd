"""A split screen: two people in two places, one above the other, with a slanted line between."""

from collections.abc import Callable, Sequence
from typing import Protocol

import msgspec
import numpy as np
import skia
from numpy.typing import NDArray

from engine.contracts import Blocking, EffectKind, Format, Move, RenderRequest, Shot, ShotSize
from engine.rehearsal.actors import Actor
from engine.rehearsal.easing import ease, settle
from engine.rehearsal.lettering.contrast import legible
from engine.rehearsal.lettering.plates import NIGHT
from engine.rehearsal.painter import pen
from engine.rehearsal.palette import palette_for

Pixels = NDArray[np.uint8]
UPPER, LOWER = 0.43, 0.53  # where the line meets the right and the left side, of the height
OVERLAP = 0.02  # of the height that each panel is drawn beyond the line
CLOSEST = {ShotSize.ECU: ShotSize.CU}


class Staged(Protocol):
    """What draws the frames of one panel."""

    def frame(self, n: int) -> Pixels: ...


Stages = Callable[[RenderRequest, list[Actor], int], Staged]


def halves(shot: Shot) -> tuple[int, int] | None:
    """The two whom a split screen shows, from left to right; None where the shot has none."""
    if shot.insert is not None or not any(
        effect.kind is EffectKind.SPLIT_SCREEN for effect in shot.effects
    ):
        return None
    seen = [at for at, person in enumerate(shot.people) if not person.over_shoulder]
    if len(seen) < 2:
        return None
    first, second = sorted(seen[:2], key=lambda at: shot.people[at].x)
    return first, second


class Split:
    """Two stages, each on its own panel; the effect's `at` is when both have come in."""

    def __init__(
        self, request: RenderRequest, actors: Sequence[Actor], frames: int, stages: Stages
    ) -> None:
        shown = halves(request.shot)
        if shown is None:
            raise ValueError("the shot has no two people to be split")
        self.picture = request.format
        self.panels = [stages(_panel(request, at, shown), [actors[at]], frames) for at in shown]
        palette = palette_for(request.shot.set)
        self.accent = legible(palette.accent, NIGHT)
        start = [e.at for e in request.shot.effects if e.kind is EffectKind.SPLIT_SCREEN]
        self.at = min(start)

    def draw(self, canvas: skia.Canvas, n: int) -> None:
        """Frame `n`: the first panel above, the second below; they come in from both sides."""
        width, height = self.picture.width, self.picture.height
        t = n / self.picture.fps
        come = settle(t / self.at) if self.at > 0 else 1.0
        canvas.clear(skia.ColorSetRGB(*NIGHT))
        _blit(canvas, self.panels[0].frame(n), (come - 1) * width, 0)
        line = skia.Path()
        line.addPoly(
            [
                skia.Point(-40, height * (LOWER + 40 / width * (LOWER - UPPER))),
                skia.Point(width + 40, height * (UPPER - 40 / width * (LOWER - UPPER))),
            ],
            False,
        )
        below = skia.Path(line)
        below.lineTo(width + 40, height + 40)
        below.lineTo(-40, height + 40)
        below.close()
        canvas.save()
        canvas.translate((1 - come) * (width + 80), 0)
        canvas.save()
        canvas.clipPath(below, True)
        _blit(canvas, self.panels[1].frame(n), 0, round(height * (UPPER - OVERLAP)))
        canvas.restore()
        unit = height / 1280
        glow = 0.75 + 0.25 * ease(abs((t * 1.4) % 2 - 1))
        for brush in (pen(NIGHT, 26 * unit), pen((255, 255, 255), 15 * unit)):
            canvas.drawPath(line, brush)
        canvas.drawPath(line, pen(self.accent, 7 * unit, glow))
        canvas.restore()


def _panel(request: RenderRequest, at: int, shown: tuple[int, int]) -> RenderRequest:
    """The request of one panel: one person, closer to the middle, in their own place.

    Who is not in focus is the one who is elsewhere.
    """
    shot, picture = request.shot, request.format
    second = at == shown[1]
    away = next((one for one in shown if not shot.people[one].focus), shown[1])
    person = shot.people[at]
    own = msgspec.structs.replace(person, x=_room_to_look(person), depth=0.4, focus=True)
    there = shot.beyond if at == away and shot.beyond is not None else shot.set
    share = 1 - UPPER + OVERLAP if second else LOWER + OVERLAP
    high = round(picture.height * share / 2) * 2
    alone = msgspec.structs.replace(
        shot,
        set=there,
        people=(own,),
        size=CLOSEST.get(shot.size, ShotSize.MCU),
        move=Move.STATIC,
        effects=(),
        lettering=(),
        beyond=None,
    )
    size = Format(width=picture.width, height=high, fps=picture.fps)
    return msgspec.structs.replace(request, shot=alone, format=size)


def _room_to_look(person: Blocking) -> float:
    """Off the middle, away from where they look."""
    return -0.12 if person.yaw > 0 else 0.12


def _blit(canvas: skia.Canvas, pixels: Pixels, x: float, y: float) -> None:
    image = skia.Image.fromarray(pixels, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
    canvas.drawImage(image, x, y)
