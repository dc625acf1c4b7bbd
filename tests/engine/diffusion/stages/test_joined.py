"""A shot that is made in runs."""

import numpy as np
import pytest

from engine.diffusion.families import Footage
from engine.diffusion.stages.finish import joined

FRAMES, FPS, RATE = 9, 8, 800
LOUD = 4  # the frame that a bang is seen and heard in


def run(*, silent: bool = False) -> Footage:
    frames = np.zeros((FRAMES, 2, 2, 3), np.uint8)
    frames[LOUD] = 255
    sound = np.zeros((2, FRAMES * RATE // FPS), np.float32)
    sound[:, LOUD * RATE // FPS] = 1
    return Footage(frames=frames, fps=FPS, sound=None if silent else sound, sound_rate=RATE)


def test_what_is_heard_stays_with_what_is_seen_over_every_run() -> None:
    made = joined([run(), run(), run()])
    assert made.sound is not None
    seen = np.flatnonzero(made.frames.max(axis=(1, 2, 3))) / FPS
    heard = np.flatnonzero(made.sound[0]) / RATE
    assert heard == pytest.approx(seen)
    assert len(made.frames) == 3 * FRAMES - 2
    assert made.sound.shape[1] / RATE == len(made.frames) / FPS


def test_sound_is_kept_only_where_all_runs_have_it() -> None:
    assert joined([run(), run(silent=True)]).sound is None
