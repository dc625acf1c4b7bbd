"""Another frame rate: what lies between two frames, and never between two set-ups."""

from collections.abc import Callable
from fractions import Fraction

import numpy as np

from engine.diffusion.polish.scaling import Frame, Frames
from engine.quality.cuts import cuts
from engine.quality.footage import seen

# Two frames of one size and where between them, above 0 and below 1 → a frame of that size.
Between = Callable[[Frame, Frame, float], Frame]
_RATES = 1001  # 24000/1001 is as fine as rates are


def hold(first: Frame, second: Frame, t: float) -> Frame:
    """The nearer of the two."""
    return first if t < 0.5 else second


def blend(first: Frame, second: Frame, t: float) -> Frame:
    """Both mixed: smooth where little moves, double where much does."""
    mixed = first + (second.astype(np.float32) - first) * np.float32(t)
    return mixed.round().astype(np.uint8)


def retime(frames: Frames, fps_from: float, fps_to: float, how: Between = hold) -> Frames:
    """The frames at another rate: exactly round(n × fps_to / fps_from) of them, one at least.

    Frame k shows what the source shows at k / fps_to seconds; past its last frame that is held. At
    a cut the nearer side is held, whatever `how`.
    """
    step = _rate(fps_from) / _rate(fps_to)
    count = max(round(len(frames) / step), 1)
    split = set() if how is hold else set(cuts(seen(frames, fps_from)))
    out = np.empty((count, *frames.shape[1:]), np.uint8)
    for k in range(count):
        place = k * step
        n = min(int(place), len(frames) - 1)
        t = float(place - n)
        if t == 0 or n + 1 >= len(frames):
            out[k] = frames[n]
        else:
            make = hold if n + 1 in split else how
            out[k] = make(frames[n], frames[n + 1], t)
    return out


def _rate(fps: float) -> Fraction:
    return Fraction(fps).limit_denominator(_RATES)
