"""Turns the cues of a blocking, and speech, into one pose per instant."""

from dataclasses import replace

import numpy as np

from engine.contracts import Blocking, Expression, ExpressionCue, Look, Posture
from engine.rehearsal.figure.acting import timing
from engine.rehearsal.figure.acting.expressions import EXPRESSIONS, REST, Face
from engine.rehearsal.figure.acting.habits import habit_of
from engine.rehearsal.figure.acting.hands import Gesturing, acts_of, gesture_at, hands_of, rests_of
from engine.rehearsal.figure.acting.visemes import lips_at, speak
from engine.rehearsal.figure.pose import FaceRig, Hand, Overlays, Pose, rig_of, rig_vector
from engine.voice.speech import Speech

HORIZON = 120.0  # seconds of a shot that blinks and darts are drawn up for
SETTLES = 0.9  # seconds hands take to another place of rest
CHANGE = 0.25  # seconds an expression takes: six frames
BREATH_IN = 0.4  # seconds of held breath before a line
SCALARS = ("pitch", "roll", "turn", "shrug", "bend", "tremble")
SKIN = ("tear", "tear_fall", "blush", "sweat", "vein", "shadow")


def _weighed(face: Face, intensity: float) -> tuple[FaceRig, dict[str, float], Face]:
    """A face at an intensity: brows and lids answer early, the rest follows."""
    k = intensity**0.75
    base = rig_vector(REST)
    rig = rig_of(base + (rig_vector(face.rig) - base) * k)
    values = {name: getattr(face, name) * k for name in SCALARS}
    values |= {"gaze_x": face.gaze[0] * k, "gaze_y": face.gaze[1] * k}
    values |= {"breath": 3.6 + (face.breath - 3.6) * k}
    strong = max(0.0, (intensity - 0.25) / 0.75)
    values |= {name: getattr(face.overlays, name) * strong for name in SKIN}
    return rig, values, face


class Acting:
    """One person's performance in one shot. `speech` holds each line with its start in the shot.

    `look_yaw` is where they look, degrees in the frame (0 the lens, negative to frame left);
    `tilt` is how far back the camera's own pitch makes the head seem; who `drives` has both hands
    on a wheel when they do nothing else. `still` is how little the body moves under the head,
    0 … 1. Where the hands rest is a habit of the character with this `look`.
    """

    def __init__(
        self,
        blocking: Blocking,
        *,
        speech: tuple[tuple[float, Speech], ...],
        seed: int,
        look_yaw: float,
        tilt: float = 0.0,
        drives: bool = False,
        still: float = 0.0,
        look: Look | None = None,
    ) -> None:
        self.look = look or Look()
        self.blocking, self.speech, self.seed = blocking, speech, seed
        self.look_yaw, self.tilt, self.drives = look_yaw, tilt, drives
        self.rocks = 1.0 - still
        self.cues = tuple(sorted(blocking.expressions, key=lambda c: c.at)) or (
            ExpressionCue(at=0.0, expression=Expression.CALM),
        )
        self.blinks = timing.blink_times(seed, HORIZON)
        self.jumps = timing.darts(seed, HORIZON)
        self.moves = timing.shifts(seed, HORIZON)
        self.phase = (seed * 0.618) % 1.0
        self.acts = acts_of(
            tuple(sorted(blocking.gestures, key=lambda c: c.at)),
            look_yaw,
            tuple(start + word.start for start, line in speech for word in line.words),
            self._feeling,
            seed,
        )

    def pose(self, t: float) -> Pose:
        """The pose at `t` seconds into the shot."""
        rig, feel, change = self._face(t)
        doing = gesture_at(self.acts, t, self.look_yaw, self._beat(t, every=4))
        rig = self._lids(rig, t, change, doing)
        rig, force = self._speech(rig, t, feel)
        return self._assemble(rig, feel, doing, t, force)

    def _face(self, t: float) -> tuple[FaceRig, dict[str, float], float]:
        """Rig and head values at `t`, and how much the face is changing, 0 … 1."""
        first = self.cues[0]
        calm = ExpressionCue(at=0.0, expression=Expression.CALM, intensity=0.5)
        rig, values, _ = self._at(first if first.at <= 0.05 else calm, t)
        vector, change = rig_vector(rig), 0.0
        for cue in self.cues:
            if cue.at > t or (cue is first and first.at <= 0.05):
                continue
            k = timing.ease((t - cue.at) / CHANGE)
            swell = 1 + 0.12 * np.sin(np.pi * min((t - cue.at) / (CHANGE * 2.4), 1)) * (k > 0.5)
            rig, to, _ = self._at(cue, t)
            vector = vector + (rig_vector(rig) - vector) * k * swell
            values = {n: values[n] + (to[n] - values[n]) * k for n in values}
            change = max(change, float(np.sin(np.pi * k)))
        return rig_of(vector), values, change

    def _at(self, cue: ExpressionCue, t: float) -> tuple[FaceRig, dict[str, float], Face]:
        rig, values, face = _weighed(EXPRESSIONS[cue.expression], cue.intensity)
        if values["tear_fall"] > 0:
            run = max(t - cue.at, 0.0) * 0.42 + 0.25
            values["tear_fall"] = min(run, 1.0) * (1.0 if run < 1.4 else 0.98)
        return rig, values, face

    def _lids(self, rig: FaceRig, t: float, change: float, doing: Gesturing) -> FaceRig:
        wide = max(rig.lid_l, rig.lid_r) > 1.15
        lid = timing.blink(t, self.blinks) if not wide else 1.0
        lid *= 1 - 0.5 * change * (not wide)
        lid *= 1 - doing.shut
        return replace(rig, lid_l=rig.lid_l * lid, lid_r=rig.lid_r * lid)

    def _speech(self, rig: FaceRig, t: float, feel: dict[str, float]) -> tuple[FaceRig, float]:
        """Lips on the viseme, brows on the stress; how much is being said, 0 … 1."""
        for start, line in self.speech:
            if not start <= t < start + line.duration:
                continue
            lips = lips_at(line, t - start)
            if lips is None:
                return rig, 0.0
            rig = speak(rig, lips, min(abs(feel["bend"]) / 6 + feel["shrug"], 1))
            beat = self._beat(t)
            return replace(
                rig,
                brow_mid_l=rig.brow_mid_l + 0.22 * beat,
                brow_mid_r=rig.brow_mid_r + 0.28 * beat,
            ), 1.0
        return rig, 0.0

    def _feeling(self, t: float) -> Expression:
        return next((c.expression for c in reversed(self.cues) if c.at <= t), Expression.CALM)

    def _rests(self, t: float) -> tuple[Hand, Hand]:
        """The hands of nobody in particular change with the feeling, in as long as a face takes."""
        b = self.blocking
        habit = habit_of(b.character, self.look, Expression.CALM)
        for cue in self.cues:
            if cue.at > t:
                break
            to = habit_of(b.character, self.look, cue.expression)
            share = timing.ease((t - cue.at) / SETTLES) if cue.at > 0.05 else 1.0
            habit = habit[0].toward(to[0], share), habit[1].toward(to[1], share)
        return rests_of(b.posture, habit, drives=self.drives)

    def _beat(self, t: float, every: int = 2) -> float:
        """The stress of the word being said: 1 on its start, gone 0.3 s later.

        Of so many words one is stressed: the head goes with every other, hands with fewer.
        """
        for start, line in self.speech:
            if start <= t < start + line.duration:
                for index, word in enumerate(line.words):
                    d = t - start - word.start
                    if 0 <= d < 0.3 and index % every == 0 and len(word.text) > 1:
                        return 1 - d / 0.3
        return 0.0

    def _held(self, t: float) -> float:
        """A breath drawn and held just before a line, 0 … 1."""
        for start, line in self.speech:
            if start - BREATH_IN <= t < start:
                return timing.ease((t - start + BREATH_IN) / 0.2)
            if start <= t < start + 0.3:
                return 1 - timing.ease((t - start) / 0.3)
            del line
        return 0.0

    def _aside(self) -> float:
        """By how much the head is turned from the body to where they look."""
        yaw = self.blocking.yaw
        if abs((yaw + 180) % 360 - 180) > 130:  # seen from behind
            return 0.0
        return float(np.clip((self.look_yaw - yaw + 180) % 360 - 180, -72, 72)) * 0.82

    def _assemble(
        self, rig: FaceRig, feel: dict[str, float], doing: Gesturing, t: float, force: float
    ) -> Pose:
        b, w = self.blocking, timing.wobble(t, self.seed)
        shake = feel["tremble"] * np.sin(t * 71 + self.seed) * 0.5
        body = b.yaw + doing.yaw
        head = body + self._aside()
        away = np.sign(self.look_yaw) or 1.0
        head += doing.head + feel["turn"] * away + 1.4 * w
        gx, gy = timing.dart(t, self.jumps)
        look = (self.look_yaw + doing.yaw - head + 180) % 360 - 180
        gx += float(np.clip(look / 38, -0.8, 0.8)) + feel["gaze_x"] * away
        breath = np.sin(2 * np.pi * (t / feel["breath"] + self.phase))
        held = self._held(t)
        beat = self._beat(t) * force
        nod = doing.pitch - 3.2 * beat + 1.5 * held
        tremble = feel["tremble"] * np.sin(t * 63)
        left, right = hands_of(doing, b.posture, self._rests(t), tremble)
        stands = b.posture == Posture.STAND and doing.pace == 0
        shift = timing.weight(t, self.moves) * stands * self.rocks
        trail = doing.trail * 6 + 0.5 * w - away * 1.6 * doing.pace
        bounce = doing.pace * np.cos(4 * np.pi * doing.stride)
        return Pose(
            yaw=head + shake,
            pitch=self.tilt + feel["pitch"] + nod + 0.7 * breath + 0.8 * w,
            roll=feel["roll"] + doing.roll + 0.9 * timing.wobble(t * 0.7, self.seed + 9),
            body_yaw=body,
            lean=doing.lean * self.rocks + 0.5 * shift + 0.3 * w,
            bend=feel["bend"] + doing.bend * self.rocks,
            rig=rig,
            gaze=(float(np.clip(gx, -1, 1)), float(np.clip(gy + feel["gaze_y"], -1, 1))),
            left=left,
            right=right,
            posture=doing.posture or b.posture,
            settled=doing.settled,
            sunk=doing.sunk,
            step=doing.step,
            stride=doing.stride,
            pace=doing.pace,
            breath=float(breath * (1 - held) + 1.6 * held),
            shift=float(shift),
            shrug=feel["shrug"] + doing.shrug + 0.1 * held,
            sway=(float(trail), 0.4 * float(breath) + float(bounce)),
            overlays=Overlays(**{name: float(np.clip(feel[name], 0, 1)) for name in SKIN}),
            prop=doing.prop,
            prop_hand=doing.prop_hand,
            drives=self.drives,
        )
