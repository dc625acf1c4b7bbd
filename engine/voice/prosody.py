"""The melody and pace of a voice, read from its samples and sung again otherwise.

Frames are FRAME samples apart; of a frame `hertz` is the pitch, 0 where nothing vibrates.
"""

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from engine.voice.speech import SAMPLE_RATE, Samples

FRAME = 480  # samples
_COARSE = 4  # samples taken together to find a pitch
_WINDOW, _SIZE = 512, 1_024  # coarse samples looked at together, and those transformed
_VOICED, _QUIET = 0.42, 10 ** (-42 / 20)  # periodicity; level under the loudest
_HISS = round(0.006 * SAMPLE_RATE)  # samples of a grain where nothing vibrates

Curve = NDArray[np.float64]


def melody(samples: Samples, low: float, high: float) -> Curve:
    """The pitch of each frame in Hz, looked for between `low` and `high`; 0 where there is none."""
    frames = len(samples) // FRAME + 1
    coarse = _coarse(samples)
    padded = np.pad(coarse, (_WINDOW // 2, _WINDOW + FRAME))
    view = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW)
    windows = view[:: FRAME // _COARSE][:frames] * np.hanning(_WINDOW).astype(np.float32)
    spectrum = np.abs(np.fft.rfft(windows, _SIZE)) ** 2
    alike = np.fft.irfft(spectrum) / _overlap()
    energy = alike[:, 0]
    rate = SAMPLE_RATE / _COARSE
    first, last = int(rate / high), min(int(rate / low) + 1, _WINDOW // 2)
    # A longer period fits as well as a shorter one: the shorter is meant.
    lags = np.arange(first, last)
    found = (alike[:, first:last] * (1 - 0.12 * lags / last)).argmax(axis=1) + first
    rows = np.arange(len(alike))
    before, at, after = (alike[rows, found + k] for k in (-1, 0, 1))
    bend = before - 2 * at + after
    finer = found + np.where(bend < 0, 0.5 * (before - after) / np.minimum(bend, -1e-12), 0.0)
    clear = (at > _VOICED * energy) & (energy > energy.max(initial=0) * _QUIET**2)
    return _smoothed(np.where(clear, rate / finer, 0.0))


def _coarse(samples: Samples) -> Samples:
    whole = len(samples) // _COARSE * _COARSE
    return np.asarray(samples[:whole].reshape(-1, _COARSE).mean(axis=1), np.float32)


def _overlap() -> Curve:
    """What a window leaves of any signal at each lag."""
    seen = np.fft.irfft(np.abs(np.fft.rfft(np.hanning(_WINDOW), _SIZE)) ** 2)
    return np.asarray(np.maximum(seen / seen[0], 0.05))


def _smoothed(hertz: Curve) -> Curve:
    """The median of each frame and its neighbours: no single frame leaps an octave."""
    around = np.lib.stride_tricks.sliding_window_view(np.pad(hertz, 2, mode="edge"), 5)
    middle = np.median(around, axis=1)
    return np.where((hertz > 0) & (middle > 0), middle, 0.0)


def resung(
    samples: Samples, hertz: Curve, wanted: Curve, stretch: Curve, noise: Generator
) -> tuple[Samples, Curve]:
    """`samples` with the melody `wanted` instead of `hertz`, each frame `stretch` times as long.

    Also gives when each frame now begins, in samples. The timbre stays: the voice is cut into its
    single pulses, which are laid closer or further apart. `noise` shakes the pulses a little, as
    those of a throat are never alike.
    """
    begins = np.concatenate([[0.0], np.cumsum(np.asarray(stretch) * FRAME)])
    marks, periods, voiced = _pulses(samples, hertz)
    n = round(float(np.interp(len(samples), np.arange(len(begins)) * FRAME, begins)))
    reach = int(periods.max(initial=_HISS)) + 1
    padded = np.pad(samples, reach)
    out = np.zeros(n + 2 * reach + 1, np.float32)
    ratio = np.where(hertz > 0, wanted / np.maximum(hertz, 1.0), 1.0)
    places = begins[:-1]
    at, frames = 0.0, np.arange(len(hertz))
    jitter = noise.normal(0, 1, (2, 4 * len(marks) + 64))
    used = 0
    while at < n and used < jitter.shape[1] - 1:
        frame = float(np.interp(at, places, frames))
        index = _nearest(marks, frame * FRAME)
        period = float(periods[index])
        half = round(period)
        grain = padded[marks[index] + reach - half : marks[index] + reach + half]
        force = 1.0 + (0.045 * jitter[0, used] if voiced[index] else 0.0)
        start = round(at) + reach - half
        out[start : start + 2 * half] += grain * _bell(half) * np.float32(force)
        step = period / ratio[min(len(ratio) - 1, int(frame))] if voiced[index] else period
        at += step * (1 + (0.006 * jitter[1, used] if voiced[index] else 0.0))
        used += 1
    return out[reach : reach + n], begins[:-1]


def _nearest(marks: NDArray[np.int64], place: float) -> int:
    after = int(np.searchsorted(marks, place))
    if after == 0:
        return 0
    if after == len(marks):
        return after - 1
    return after if marks[after] - place < place - marks[after - 1] else after - 1


_bells: dict[int, Samples] = {}


def _bell(half: int) -> Samples:
    if half not in _bells:
        ramp = np.arange(2 * half, dtype=np.float32) + 0.5
        _bells[half] = (0.5 - 0.5 * np.cos(np.pi * ramp / half)).astype(np.float32)
    return _bells[half]


def _pulses(
    samples: Samples, hertz: Curve
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.bool_]]:
    """Where each pulse of the throat is strongest, its period in samples, whether it is one.

    Where nothing vibrates marks stand _HISS apart.
    """
    marks: list[int] = []
    periods: list[float] = []
    voiced: list[bool] = []
    sounding = np.flatnonzero(hertz)
    everywhere = (
        np.interp(np.arange(len(hertz)), sounding, hertz[sounding]) if len(sounding) else hertz
    )
    edges = np.flatnonzero(np.diff(np.concatenate([[0], hertz > 0, [0]])))
    spans = [(int(a) * FRAME, int(b) * FRAME) for a, b in edges.reshape(-1, 2)]
    at = 0
    for start, end in [*spans, (len(samples), len(samples))]:
        for mark in range(at, min(start, len(samples)), _HISS):
            marks.append(mark)
            periods.append(float(_HISS))
            voiced.append(False)
        for mark, period in _sung(samples, everywhere, start, min(end, len(samples))):
            marks.append(mark)
            periods.append(period)
            voiced.append(True)
        at = max(at, end)
    return np.array(marks or [0]), np.array(periods or [float(_HISS)]), np.array(voiced or [False])


def _sung(samples: Samples, hertz: Curve, start: int, end: int) -> list[tuple[int, float]]:
    """The pulses of one stretch in which the throat vibrates."""
    found: list[tuple[int, float]] = []
    if end <= start or end - start < 2 * _period(hertz, start):
        return found
    period = _period(hertz, start)
    part = samples[start:end]
    sign = 1.0 if part.max() > -part.min() else -1.0
    mark = start + int((sign * samples[start : start + round(period)]).argmax())
    while mark < end:
        period = _period(hertz, mark)
        found.append((mark, period))
        low = mark + round(0.8 * period)
        near = sign * samples[low : mark + round(1.2 * period)]
        if not len(near):
            break
        mark = low + int(near.argmax())
    return found


def _period(hertz: Curve, sample: int) -> float:
    return float(SAMPLE_RATE / hertz[min(len(hertz) - 1, sample // FRAME)])
