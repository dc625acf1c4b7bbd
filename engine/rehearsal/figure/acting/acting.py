"""Turns the cues of a blocking, and speech, into one pose per instant."""

from dataclasses import replace

import numpy as np

from engine.contracts import Blocking, Expression, Look, Posture
from engine.rehearsal.easing import ease
from engine.rehearsal.figure.acting import timing
from engine.rehearsal.figure.acting.feelings import SKIN, Feelings
from engine.rehearsal.figure.acting.glances import Glances
from engine.rehearsal.figure.acting.habits import habit_of
from engine.rehearsal.figure.acting.hands import (
    Gesturing,
    acts_of,
    gesture_at,
    hands_of,
    lowered,
    rests_of,
)
from engine.rehearsal.figure.acting.visemes import Mouthing, speak
from engine.rehearsal.figure.pose import FaceRig, Hand, Overlays, Pose
from engine.voice.speech import Speech

HORIZON = 120.0  # seconds of a shot that blinks and darts are drawn up for
SETTLES = 0.9  # seconds hands take to another place of rest
BREATH_IN = 0.4  # seconds of held breath before a line
TURNED = 8.0  # degrees of the head from which one side of the face is the seen one
NODS = 0.5  # share of a look down that the head takes; the rest is the eyes'
TEARS = 2.0  # `tear_fall` goes on past the first tear


class Acting:
    """One person's performance in one shot. `speech` holds each line with its start in the shot.

    `look_yaw` is where they look, degrees in the frame (0 the lens, negative to frame left), and
    `look_down` how far below their own eyes;
    `tilt` is how far back the camera's own pitch makes the head seem; who `drives` has both hands
    on a wheel when they do nothing else. `still` is how little the body moves under the head,
    0 … 1. Where the hands rest is a habit of the character with this `look`.
    """

    def __init__(  # noqa: PLR0913 - all that a director can set of one person
        self,
        blocking: Blocking,
        *,
        speech: tuple[tuple[float, Speech], ...],
        seed: int,
        look_yaw: float,
        look_down: float = 0.0,
        tilt: float = 0.0,
        drives: bool = False,
        still: float = 0.0,
        look: Look | None = None,
    ) -> None:
        self.look = look or Look()
        self.blocking, self.speech, self.seed = blocking, speech, seed
        self.look_yaw, self.tilt, self.drives = look_yaw, tilt, drives
        self.look_down = 0.0 if abs((blocking.yaw + 180) % 360 - 180) > 130 else look_down
        self.rocks = 1.0 - still
        ahead = blocking.yaw + self._aside()
        mirror = ahead < -TURNED or (ahead <= TURNED and seed % 2 == 1)
        self.feelings = Feelings(blocking.expressions, mirror=mirror)
        self.cues = self.feelings.cues
        self.mouths = tuple((start, line.duration, Mouthing(line)) for start, line in speech)
        said = tuple((start, start + line.duration) for start, line in speech)
        self.glances = Glances(seed, HORIZON, said, self.feelings.named)
        self.blinks = timing.blinks(
            seed, HORIZON, (*self.glances.jumps(), *(end for _, end in said))
        )
        self.moves = timing.shifts(seed, HORIZON)
        self.phase = (seed * 0.618) % 1.0
        acts = acts_of(
            tuple(sorted(blocking.gestures, key=lambda c: c.at)),
            look_yaw,
            tuple(start + word.start for start, line in speech for word in line.words),
            self.feelings.named,
            seed,
        )
        self.acts = tuple(lowered(act, self.look_down) for act in acts)

    def pose(self, t: float) -> Pose:
        """The pose at `t` seconds into the shot."""
        felt = self.feelings.at(t)
        doing = gesture_at(self.acts, t, self.look_yaw, self._beat(t, every=4))
        rig = self._lids(felt.rig, t, felt.squeeze, doing)
        rig, force = self._speech(rig, t)
        shiver = float(np.sin(t * 57 + self.seed)) * rig.quiver
        return self._assemble(replace(rig, quiver=shiver), felt.values, doing, t, force)

    def _lids(self, rig: FaceRig, t: float, squeeze: float, doing: Gesturing) -> FaceRig:
        wide = max(rig.lid_l, rig.lid_r) > 1.03
        lid = timing.blink(t, self.blinks) if not wide else 1.0
        lid = min(lid, 1 - 0.65 * squeeze) * (1 - doing.shut)
        return replace(
            rig,
            lid_l=rig.lid_l * lid,
            lid_r=rig.lid_r * lid,
            brow_mid_l=rig.brow_mid_l - 0.3 * squeeze,
            brow_mid_r=rig.brow_mid_r - 0.3 * squeeze,
        )

    def _speech(self, rig: FaceRig, t: float) -> tuple[FaceRig, float]:
        """Lips on the viseme, brows on the stress; how much is being said, 0 … 1."""
        for start, lasts, mouth in self.mouths:
            if start - BREATH_IN <= t < start:  # the lips part for the breath
                return replace(rig, open=max(rig.open, 0.09 * self._held(t))), 0.0
            if not start <= t < start + lasts:
                continue
            lips, share = mouth.lips(t - start)
            rig = speak(rig, lips, share, mouth.effort)
            beat = self._beat(t)
            return replace(
                rig,
                brow_mid_l=rig.brow_mid_l + 0.28 * beat,
                brow_mid_r=rig.brow_mid_r + 0.22 * beat,
            ), share
        return rig, 0.0

    def _rests(self, t: float) -> tuple[Hand, Hand]:
        """The hands of nobody in particular change with the feeling, in as long as a face takes."""
        b = self.blocking
        habit = habit_of(b.character, self.look, Expression.CALM)
        for cue in self.cues:
            if cue.at > t:
                break
            to = habit_of(b.character, self.look, cue.expression)
            share = ease((t - cue.at) / SETTLES) if cue.at > 0.05 else 1.0
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
                return ease((t - start + BREATH_IN) / 0.2)
            if start <= t < start + 0.3:
                return 1 - ease((t - start) / 0.3)
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
        away = -1.0 if self.look_yaw > 0 else 1.0  # from the listener, towards the lens
        head = body + self._aside()
        head += doing.head + feel["turn"] * away + 1.4 * w
        gx, gy = self.glances.at(t)
        look = (self.look_yaw + doing.yaw - head + 180) % 360 - 180
        gx = (gx + feel["gaze_x"]) * away + float(np.clip(look / 38, -0.8, 0.8))
        down = doing.gaze + feel["gaze_y"] + (1 - NODS) * self.look_down / 30
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
            pitch=self.tilt - NODS * self.look_down + feel["pitch"] + nod + 0.7 * breath + 0.8 * w,
            roll=feel["roll"] + doing.roll + 0.9 * timing.wobble(t * 0.7, self.seed + 9),
            body_yaw=body,
            lean=doing.lean * self.rocks + 0.5 * shift + 0.3 * w,
            bend=feel["bend"] + doing.bend * self.rocks,
            rig=rig,
            gaze=(float(np.clip(gx, -1, 1)), float(np.clip(gy + down, -1, 1))),
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
            overlays=Overlays(**{name: min(max(feel[name], 0.0), TEARS) for name in SKIN}),
            prop=doing.prop,
            prop_hand=doing.prop_hand,
            drives=self.drives,
        )
