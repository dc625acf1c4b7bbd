"""A face over time: each cue's expression with its wind-up, its overshoot and what it leaves."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from engine.contracts import Expression, ExpressionCue
from engine.rehearsal.easing import ease
from engine.rehearsal.figure.acting.expressions import EXPRESSIONS, REST, Face, mirrored
from engine.rehearsal.figure.pose import RIG_FIELDS, FaceRig, rig_of, rig_vector

SCALARS = ("pitch", "roll", "turn", "shrug", "bend", "tremble")
SKIN = ("tear", "tear_fall", "blush", "sweat", "vein", "shadow", "gloom")
OPENING = 0.05  # seconds: a cue before it is how the shot begins
WIND = 0.07  # seconds a face gathers itself before it changes
SETTLES = 0.5  # seconds after a cue in which the overshoot is gone
SIGNED = np.array([n.startswith(("brow", "slant", "corner", "quiver")) for n in RIG_FIELDS])
# Seconds a face takes: four frames for what startles, eight for what sinks in.
TAKES = {
    Expression.SHOCK: 0.1,
    Expression.FEAR: 0.13,
    Expression.RAGE: 0.15,
    Expression.ANGER: 0.18,
    Expression.JOY: 0.2,
    Expression.CONTEMPT: 0.23,
    Expression.RESOLVE: 0.23,
    Expression.CALM: 0.26,
    Expression.TENDER: 0.26,
    Expression.GUILT: 0.26,
    Expression.CRY: 0.26,
    Expression.SAD: 0.26,
}
WELLS = 0.45  # of tears in the eyes: more of them fall
DRIES = 6.0  # seconds in which a wet cheek dries
FALLS, AGAIN = 1.3, 1.7  # seconds in which the first tear runs, and one of those after it


@dataclass(frozen=True, slots=True)
class Feeling:
    """A face at one instant: its rig, what head and skin do, and how far it squeezes its eyes."""

    rig: FaceRig
    values: dict[str, float]
    squeeze: float


def weighed(face: Face, intensity: float, mirror: bool) -> tuple[FaceRig, dict[str, float]]:
    """A face at an intensity: brows and lids answer early, the rest follows."""
    k = intensity**0.75
    base = rig_vector(REST)
    full = mirrored(face.rig) if mirror else face.rig
    rig = rig_of(base + (rig_vector(full) - base) * k)
    values = {name: getattr(face, name) * k for name in SCALARS}
    values["roll"] *= -1 if mirror else 1
    values |= {"gaze_x": face.gaze[0] * k, "gaze_y": face.gaze[1] * k}
    values |= {"breath": 3.6 + (face.breath - 3.6) * k}
    strong = max(0.0, (intensity - 0.25) / 0.75)
    values |= {name: getattr(face.overlays, name) * strong for name in SKIN}
    return rig, values


def turned(x: float, takes: float) -> float:
    """How far a face has changed `x` seconds after its cue: back a little, past it, settled."""
    if x <= 0:
        return 0.0
    if x < WIND:
        return -0.1 * float(np.sin(np.pi * x / WIND))
    x -= WIND
    if x < takes:
        return 1.12 * ease(x / takes)
    rest = min((x - takes) / (SETTLES - takes), 1.0)
    return 1 + 0.12 * (1 - ease(rest)) * float(np.cos(rest * 4.2))


class Feelings:
    """What someone's face does in a shot; `mirror` when the right side is the one that is seen."""

    def __init__(self, cues: Sequence[ExpressionCue], *, mirror: bool) -> None:
        self.cues = tuple(sorted(cues, key=lambda c: c.at)) or (
            ExpressionCue(at=0.0, expression=Expression.CALM),
        )
        self.mirror = mirror

    def named(self, t: float) -> Expression:
        return next((c.expression for c in reversed(self.cues) if c.at <= t), Expression.CALM)

    def changes(self) -> tuple[float, ...]:
        """When the face changes within the shot."""
        return tuple(cue.at for cue in self.cues if cue.at > OPENING)

    def at(self, t: float) -> Feeling:
        first = self.cues[0]
        opens = first.at <= OPENING
        calm = ExpressionCue(at=0.0, expression=Expression.CALM, intensity=0.5)
        begin = first if opens else calm
        rig, values = self._of(begin)
        vector, squeeze = rig_vector(rig), 0.0
        tears = _tears(begin, values["tear"], t + FALLS * 0.7)
        for cue in self.cues[1:] if opens else self.cues:
            if cue.at > t:
                break
            rig, to = self._of(cue)
            k = turned(t - cue.at, TAKES[cue.expression])
            vector = vector + (rig_vector(rig) - vector) * k
            vector = np.where(SIGNED, vector, np.maximum(vector, 0.0))
            even = min(max(k, 0.0), 1.0)
            left = _dried(values["tear"], tears, t - cue.at)
            tears = _tears(cue, to["tear"], t)
            values = {n: values[n] + (to[n] - values[n]) * even for n in values}
            if left[0] > values["tear"]:
                values["tear"], tears = left
            squeeze = max(squeeze, 1 - abs(t - cue.at - WIND) / WIND)
        values["tear_fall"] = tears
        return Feeling(rig_of(vector), values, squeeze)

    def _of(self, cue: ExpressionCue) -> tuple[FaceRig, dict[str, float]]:
        return weighed(EXPRESSIONS[cue.expression], cue.intensity, self.mirror)


def _tears(cue: ExpressionCue, wet: float, t: float) -> float:
    """How far they have run: see `Overlays.tear_fall`."""
    if wet < WELLS:
        return 0.0
    since = max(t - cue.at - 0.15, 0.0)
    if since < FALLS:
        return since / FALLS
    return 1.0 + (since - FALLS) / AGAIN % 1.0


def _dried(wet: float, tears: float, since: float) -> tuple[float, float]:
    """What is left of tears when the feeling has passed: a track, no new drop."""
    return wet * float(np.exp(-since / DRIES)), min(tears, 1.0)
