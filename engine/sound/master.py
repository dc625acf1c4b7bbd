"""Levels: how loud, how high the peaks, and who makes room for whom."""

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import fft, ndimage

from engine.sound.blocks import Audio, attack, db, length, ramped
from engine.voice.filters import Section, gains

TARGET_LUFS = -14.0
CEILING_DB = -1.0
_HOP = 4_800  # samples, 0.1 s: gating blocks are four of them and begin at each
CELL = 8  # samples that share a gain
_MARGIN = 0.79  # of the ceiling: the AAC encoder was measured to add up to 1.6 dB
_BLOCK, _PAD = 512, 16  # samples looked at together, and their neighbours that matter
_NEAR = 0.7  # of the ceiling: between samples a peak is 3 dB higher at the very most
_STRETCH = 2**18  # samples at once: oversampled, they take many times their memory
_TAPS = 97  # of the oversampler
_SILENT = -70.0  # LUFS; the meter's own gate
_CLOSE = 0.02  # LU from the target that are close enough
# ITU-R BS.1770 at 48 kHz: a head, and ears that are deaf to the lowest.
_EAR: tuple[Section, ...] = (
    (1.53512485958697, -2.69169618940638, 1.19839281085285, 1, -1.69065929318241, 0.73248077421585),
    (1, -2, 1, 1, -1.99004745483398, 0.99007225036621),
)
_FADES = 8_192  # samples that matter to the ear's weighting of those before and after them


def loudness(samples: Audio) -> float:
    """Integrated loudness in LUFS (ITU-R BS.1770); -70 for silence or less than 0.4 s."""
    return _integrated(_per_hop(power(samples)))


def _integrated(hops: NDArray[np.float64]) -> float:
    """The loudness of what has these levels, by blocks of 0.4 s that are not far under the rest."""
    if len(hops) < 4:
        return _SILENT
    blocks = np.convolve(hops, np.full(4, 0.25), "valid")
    heard = blocks[blocks > 10 ** ((_SILENT + 0.691) / 10)]
    if not len(heard):
        return _SILENT
    return -0.691 + 10 * float(np.log10(heard[heard > heard.mean() / 10].mean()))


def power(samples: Audio) -> NDArray[np.float32]:
    """The mean square of each CELL of stereo, weighted as the ear does, both channels summed."""
    cells = -(-len(samples) // CELL)
    found = np.empty(cells, np.float32)
    step = min(_STRETCH, -(-max(1, len(samples)) // CELL) * CELL)
    size = fft.next_fast_len(step + 3 * _FADES, real=True)
    weights = gains(_EAR, size)
    for start in range(0, len(samples), step):
        before = min(start, _FADES)
        heard = samples[start - before : start + step + _FADES].T
        weighted = fft.irfft(fft.rfft(heard, size) * weights, size)
        part = weighted[:, before : min(heard.shape[1], before + step)]
        square = (part**2).sum(axis=0)
        square = np.pad(square, (0, -len(square) % CELL)).reshape(-1, CELL).mean(axis=1)
        found[start // CELL :][: len(square)] = square
    return found


def _per_hop(hears: NDArray[np.float32]) -> NDArray[np.float64]:
    cells = _HOP // CELL
    whole = hears[: len(hears) // cells * cells].reshape(-1, cells)
    return np.asarray(whole.mean(axis=1, dtype=np.float64))


def true_peak_db(samples: Audio) -> float:
    """The highest peak between and on the samples, by fourfold oversampling, in dBTP."""
    between = float(_peaks(samples, _highest(samples)).max(initial=0.0))
    return float(20 * np.log10(max(between, 1e-9)))


def _highest(samples: Audio) -> float:
    return max(float(samples.max(initial=0.0)), -float(samples.min(initial=0.0)))


def limited(samples: Audio) -> Audio:
    """`samples` with true peaks under CEILING_DB, by a gain that moves before they come."""
    ceiling = db(CEILING_DB) * _MARGIN
    return _under(samples, 1.0, _gain(_peaks(samples, ceiling), ceiling), ceiling)[0]


def normalised(samples: Audio) -> tuple[Audio, float, float]:
    """`samples` at TARGET_LUFS and under the ceiling; their loudness; their true peak in dBTP.

    Silence stays silence.
    """
    hears, ceiling = power(samples), db(CEILING_DB) * _MARGIN
    peaks = _by_cell(np.maximum(samples.max(axis=1), -samples.min(axis=1)))
    factor, _ = _factor(hears, peaks, ceiling)
    peaks = _peaks(samples, ceiling / factor)
    factor, gain = _factor(hears, peaks, ceiling)
    made, peak = _under(samples, factor, gain, ceiling)
    return made, loudness(made), float(20 * np.log10(max(peak, 1e-9)))


def _factor(
    hears: NDArray[np.float32], peaks: NDArray[np.float32], ceiling: float
) -> tuple[float, NDArray[np.float32]]:
    """What to amplify by so that it is at level once limited, and the limiter's gain per cell.

    That gain moves too slowly for the ear's weighting to notice: what it does to the loudness can
    be told from the levels before it.
    """
    factor, gain = 1.0, _gain(peaks, ceiling)
    for _ in range(8):
        now = _integrated(_per_hop(hears * gain**2)) + 20 * float(np.log10(factor))
        missing = TARGET_LUFS - now
        if now <= _SILENT + 1 or abs(missing) < _CLOSE:
            break
        factor = min(db(40.0), factor * db(missing))
        gain = _gain(peaks * np.float32(factor), ceiling)
    return factor, gain


def _under(
    samples: Audio, factor: float, gain: NDArray[np.float32], ceiling: float
) -> tuple[Audio, float]:
    """`samples` amplified and limited, and their true peak, which is not over `ceiling`."""
    made = samples * (ramped(np.append(gain, gain[-1:]), CELL)[: len(samples)] * factor)[:, None]
    peak = float(_peaks(made, _highest(made)).max(initial=0.0))
    if peak > ceiling:  # by the little that the limiter's own movement adds
        made *= np.float32(ceiling / peak)
        peak = ceiling
    return np.asarray(made, np.float32), peak


def _gain(peaks: NDArray[np.float32], ceiling: float) -> NDArray[np.float32]:
    """Per cell: low enough for its peak, down before it comes, up again without a flutter."""
    need = np.minimum(1.0, ceiling / np.maximum(peaks, 1e-9)).astype(np.float32)
    if need.min(initial=1.0) == 1.0:
        return need
    ahead, hold = length(0.003) // CELL, length(0.02) // CELL
    need = ndimage.minimum_filter1d(need, 2 * ahead + hold + 5, origin=hold // 2)
    smooth = ndimage.uniform_filter1d(need, 4 * ahead // 3 | 1)
    return np.asarray(ndimage.uniform_filter1d(smooth, 2 * ahead // 3 | 1), np.float32)


def _peaks(samples: Audio, ceiling: float) -> NDArray[np.float32]:
    """The true peak of each cell over both channels; looked for where it could pass `ceiling`."""
    found = np.empty(-(-len(samples) // CELL), np.float32)
    for start in range(0, len(samples), _STRETCH):
        low = max(0, start - _BLOCK)
        part = _by_cell(_between(samples[low : start + _STRETCH + _PAD], ceiling * _NEAR))
        place = found[start // CELL : (start + _STRETCH) // CELL]
        place[:] = part[(start - low) // CELL :][: len(place)]
    return found


def _by_cell(peaks: NDArray[np.float32]) -> NDArray[np.float32]:
    padded = np.pad(peaks, (0, -len(peaks) % CELL))
    return np.asarray(padded.reshape(-1, CELL).max(axis=1))


def _between(samples: Audio, near: float) -> NDArray[np.float32]:
    """The true peak around each sample of what has samples over `near`, else the sample's own."""
    size = np.abs(samples.T)
    peaks = np.maximum(size[0], size[1])
    padded = np.pad(peaks, (0, -len(peaks) % _BLOCK)).reshape(-1, _BLOCK)
    hot = np.flatnonzero(padded.max(axis=1) > near)
    for found in _oversampled(samples, hot):
        padded[hot] = np.maximum(padded[hot], found)
    return padded.ravel()[: len(peaks)]


def _oversampled(samples: Audio, blocks: NDArray[np.intp]) -> Iterator[NDArray[np.float32]]:
    """Per channel, the highest value around each sample of these blocks, shape (blocks, _BLOCK)."""
    framed = np.pad(samples.T, ((0, 0), (_PAD, _PAD + _BLOCK)))
    windows = np.lib.stride_tricks.sliding_window_view(framed, _BLOCK + 2 * _PAD, axis=1)
    size = fft.next_fast_len(_BLOCK + 2 * _PAD + _TAPS, real=True)
    between = _between_samples(size)
    for channel in (0, 1):
        part = windows[channel, blocks * _BLOCK]
        spectrum = fft.rfft(part, size)
        found = np.abs(part[:, _PAD:-_PAD])
        for phase in between:
            over = np.abs(fft.irfft(spectrum * phase, size)[:, _PAD : _PAD + _BLOCK + 1])
            np.maximum(found, np.maximum(over[:, :-1], over[:, 1:]), out=found)
        yield found


@lru_cache(maxsize=2)
def _between_samples(size: int) -> tuple[NDArray[np.complex64], ...]:
    """What makes of samples those a quarter, a half and three quarters of a step before them."""
    taps = np.arange(_TAPS // 4) - _TAPS // 8
    kernels = []
    for late in (0.25, 0.5, 0.75):
        place = taps - late
        kernel = np.zeros(size, np.float32)
        window = np.i0(6 * np.sqrt(np.maximum(0, 1 - (place * 8 / _TAPS) ** 2))) / np.i0(6)
        kernel[taps] = np.sinc(place) * window
        kernels.append(fft.rfft(kernel).astype(np.complex64))
    return tuple(kernels)


def activity(speech: NDArray[np.float32]) -> NDArray[np.float32]:
    """Where somebody speaks: 0 … 1 per sample of mono speech, early in, late out, without steps."""
    step = 480
    frames = -(-len(speech) // step)
    padded = np.zeros(frames * step, np.float32)
    padded[: len(speech)] = speech
    level = np.sqrt((padded.reshape(frames, step) ** 2).mean(axis=1))
    open_ = ndimage.maximum_filter1d((level > 0.004).astype(np.float32), 45)  # bridges 0.2 s
    smooth = ndimage.gaussian_filter1d(open_, 9.0)
    around = np.concatenate([smooth[:1], smooth, smooth[-1:]])
    return ramped(around, step)[step // 2 :][: len(speech)]


def softened(samples: Audio, seconds: float) -> None:
    """Round both ends of stereo, in place."""
    ends = attack(len(samples), seconds)
    samples *= (ends * ends[::-1])[:, None]
