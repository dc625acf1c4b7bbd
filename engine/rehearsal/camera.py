"""How the camera moves during a shot, and what that does to a plane at a distance."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from math import pi, sin, tau

import skia

from engine.contracts import EffectKind, Gesture, Move, Shot
from engine.rehearsal.easing import ease, settle
from engine.rehearsal.framing import Framing
from engine.rehearsal.lens import NEAR

TEETERS, DROPS = 0.4, 500.0  # seconds before a fall, and cm of it in the first second
FULL_TURN = 205.0  # cm to the subject from which a camera turns as far as it wants


@dataclass(frozen=True, slots=True)
class View:
    """The camera against where the shot was framed. Lengths cm, pans fractions of the height."""

    dx: float = 0.0
    dy: float = 0.0
    dz: float = 0.0  # forward
    zoom: float = 1.0
    pan_x: float = 0.0
    pan_y: float = 0.0
    roll: float = 0.0
    smear: float = 0.0  # 0 … 1, how much of the picture is a whip's streak
    rack: float = 0.0  # 0 on the subject … 1 on whoever is behind
    beside: bool = False  # people go along with the camera, only the set passes by
    fallen: float = 0.0  # cm that people are further from the lens than where they stood


def _push(t: float, reach: float) -> View:
    return View(dz=reach * 0.17 * ease(t))


def _pull(t: float, reach: float) -> View:
    return View(dz=reach * 0.17 * ease(1 - t))


def _orbit(t: float, reach: float) -> View:
    side = reach * 0.2 * (ease(t) - 0.5)
    return View(dx=side, pan_x=side)  # the pan is turned into one around the subject below


def _turn(share: float, reach: float) -> float:
    """A pan over a close face is shorter, or it would leave it."""
    return share * min(reach / FULL_TURN, 1.0)


def _handheld(t: float, reach: float) -> View:
    # Without a roll: a third of a degree is not seen, and softens every frame that it turns.
    return View(
        dx=reach * 0.006 * (sin(tau * t * 1.3) + 0.6 * sin(tau * t * 2.9 + 1)),
        dy=reach * 0.006 * (sin(tau * t * 1.7 + 2) + 0.5 * sin(tau * t * 3.7)),
    )


# Moves that last the whole shot, from progress 0 … 1 and the distance to the subject.
MOVES: dict[Move, Callable[[float, float], View]] = {
    Move.STATIC: lambda t, reach: View(),
    Move.PUSH_IN: _push,
    Move.PULL_OUT: _pull,
    Move.PAN_LEFT: lambda t, reach: View(pan_x=-_turn(0.12, reach) * ease(1 - t)),
    Move.PAN_RIGHT: lambda t, reach: View(pan_x=_turn(0.12, reach) * ease(1 - t)),
    Move.TILT_UP: lambda t, reach: View(pan_y=-_turn(0.22, reach) * ease(1 - t * 1.15)),
    Move.TILT_DOWN: lambda t, reach: View(pan_y=_turn(0.22, reach) * ease(1 - t * 1.15)),
    Move.TRACK: lambda t, reach: View(dx=reach * 0.4 * (t - 0.5), beside=True),
    Move.ORBIT: _orbit,
    Move.RACK_FOCUS: lambda t, reach: View(rack=ease((t - 0.35) / 0.25)),
}
# Moves that happen at once and then hold, from seconds.
SUDDEN: dict[Move, Callable[[float], View]] = {
    Move.WHIP: lambda s: View(pan_x=0.9 * (1 - settle(s / 0.28)), smear=max(1 - s / 0.3, 0.0)),
    Move.CRASH_ZOOM: lambda s: View(zoom=0.6 + 0.4 * settle((s - 0.1) / 0.35)),
}
SHAKES = {EffectKind.IMPACT: 1.0, EffectKind.SHAKE: 0.8, EffectKind.LIGHTNING: 0.15}


def view(shot: Shot, framing: Framing, t: float) -> View:
    """Where the camera is `t` seconds into the shot."""
    reach = framing.subject
    if shot.move in SUDDEN:
        seen = SUDDEN[shot.move](t)
    elif shot.move is Move.HANDHELD:
        seen = _handheld(t / 1.9, reach)
    else:
        seen = MOVES[shot.move](t / shot.duration, reach)
    shake_x, shake_y, turn = shaken(shot, t)
    pan = seen.pan_x
    if shot.move is Move.ORBIT:
        pan = seen.dx * framing.lens.focal / reach
    return View(
        dx=seen.dx,
        dy=seen.dy,
        dz=seen.dz,
        zoom=seen.zoom,
        pan_x=pan + shake_x,
        pan_y=seen.pan_y + shake_y,
        roll=framing.roll + seen.roll + turn,
        smear=seen.smear,
        rack=seen.rack,
        beside=seen.beside,
        fallen=_fallen(shot, t),
    )


def _fallen(shot: Shot, t: float) -> float:
    """How far who falls is below us: faster and faster."""
    starts = [cue.at for one in shot.people for cue in one.gestures if cue.gesture is Gesture.FALL]
    since = max(t - min(starts, default=t) - TEETERS, 0.0)
    return DROPS * since * since


def of_people(seen: View) -> View:
    """The view as people have it: those who are tracked stay in frame, who falls drops away."""
    if not seen.beside and not seen.fallen:
        return seen
    return replace(seen, dx=0.0 if seen.beside else seen.dx, dz=seen.dz - seen.fallen)


def shaken(shot: Shot, t: float) -> tuple[float, float, float]:
    """How a blow moves the camera: across and down in frame heights, roll in radians."""
    x = y = roll = 0.0
    for effect in shot.effects:
        force = SHAKES.get(effect.kind, 0.0) * effect.strength
        since = t - effect.at
        lasts = max(effect.duration, 0.35)
        if not force or not 0 <= since < lasts:
            continue
        fade = force * (1 - since / lasts) ** 2
        x += 0.020 * fade * sin(since * 71)
        y += 0.026 * fade * sin(since * 89 + 1.3)
        roll += 0.016 * fade * sin(since * 61 + 0.6)
    return x, y, roll


def moved(framing: Framing, seen: View, depth: float, pivot: float = 0.0) -> skia.Matrix:
    """From the framed picture to the frame, for a plane `depth` cm from the lens.

    `pivot` is the subject's offset from the axis in px: a push-in goes towards the subject.
    """
    lens = framing.lens
    ax, ay = lens.axis
    height = lens.height
    away = max(depth - seen.dz, NEAR)
    scale = seen.zoom * depth / away
    k = seen.zoom * lens.focal * height / away
    # Step sideways as the camera goes forward, so that the subject keeps its place in the frame.
    aside = seen.dz / framing.subject * pivot * framing.subject / (lens.focal * height)
    matrix = skia.Matrix()
    matrix.setTranslate(-ax, -ay)
    matrix.postScale(scale, scale)
    matrix.postTranslate(
        ax - k * (seen.dx + aside) + seen.pan_x * height, ay - k * seen.dy + seen.pan_y * height
    )
    if seen.roll:
        centre = skia.Point(lens.width / 2, height / 2)
        turn = skia.Matrix()
        turn.setRotate(seen.roll * 180 / pi, centre.x(), centre.y())
        matrix.postConcat(turn)
    return matrix


def need(framing: Framing, views: list[View], depth: float, pivot: float) -> skia.Rect:
    """What part of the framed picture a plane must have for all `views` to be full."""
    width, height = framing.lens.width, framing.lens.height
    found = skia.Rect.MakeEmpty()
    for seen in views:
        inverse = skia.Matrix()
        if moved(framing, seen, depth, pivot).invert(inverse):
            found.join(inverse.mapRect(skia.Rect.MakeWH(width, height)))
    return found


def closest(views: list[View], depth: float) -> float:
    """The largest scale at which a plane at `depth` is shown."""
    return max(v.zoom * depth / max(depth - v.dz, NEAR) for v in views)


def parted(framing: Framing, views: list[View], near: float, far: float, pivot: float) -> float:
    """By how many px two planes slide against each other during `views`."""
    width, height = framing.lens.width, framing.lens.height
    corners = [skia.Point(x, y) for x in (0, width) for y in (0, height)]
    apart = 0.0
    for seen in views:
        a = moved(framing, seen, near, pivot).mapPoints(corners)
        b = moved(framing, seen, far, pivot).mapPoints(corners)
        apart = max(
            apart, *(abs(p.x() - q.x()) + abs(p.y() - q.y()) for p, q in zip(a, b, strict=True))
        )
    return apart
