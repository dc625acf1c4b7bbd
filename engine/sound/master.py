"""Levels: how loud, how high the peaks, and who makes room for whom."""

import warnings
from typing import cast

import numpy as np
import pyloudnorm
from numpy.typing import NDArray
from scipy import ndimage, signal

from engine.sound.blocks import SAMPLE_RATE, Audio, db, length

TARGET_LUFS = -14.0
CEILING_DB = -1.0
_MARGIN = 0.79  # of the ceiling: the AAC encoder was measured to add up to 1.6 dB
_BLOCK, _PAD = 512, 16  # samples looked at together, and their neighbours that matter
_STRETCH = 2**18  # samples at once: oversampled, they take thirty times their memory
_AROUND = 4096  # samples before and after that a gain depends on
_OVERSAMPLER = (signal.firwin(97, 0.25, window=("kaiser", 6.0)) * 4).astype(np.float32)
_SILENT = -70.0  # LUFS; the meter's own gate


def loudness(samples: Audio) -> float:
    """Integrated loudness in LUFS (ITU-R BS.1770); -70 for silence or less than 0.4 s."""
    if len(samples) < length(0.4):
        return _SILENT
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # the meter takes the logarithm of silence
        value = cast(float, pyloudnorm.Meter(SAMPLE_RATE).integrated_loudness(samples))
    return max(_SILENT, float(value)) if np.isfinite(value) else _SILENT


def true_peak_db(samples: Audio) -> float:
    """The highest peak between and on the samples, by fourfold oversampling, in dBTP."""
    return float(20 * np.log10(max(float(_peaks(samples).max(initial=0)), 1e-9)))


def limited(samples: Audio) -> Audio:
    """`samples` with true peaks under CEILING_DB, by a gain that moves before they come."""
    ceiling = db(CEILING_DB) * _MARGIN
    for _ in range(4):
        need = np.minimum(1.0, ceiling / np.maximum(_peaks(samples), 1e-9))
        if need.min(initial=1.0) >= 0.9999:
            return samples
        samples = samples * _ahead(need)[:, None]
    return np.asarray(samples * (ceiling / float(_peaks(samples).max())), np.float32)


def _ahead(need: NDArray[np.float32]) -> NDArray[np.float32]:
    """A gain that is as low as `need` wherever it must, and moves there without steps."""
    reach = length(0.004) | 1
    gain = np.empty_like(need)
    for start in range(0, len(need), _STRETCH):
        low = max(0, start - _AROUND)
        held = ndimage.minimum_filter1d(need[low : start + _STRETCH + _AROUND], reach)
        held = ndimage.minimum_filter1d(held, length(0.02) | 1, origin=-(length(0.01)))
        held = ndimage.uniform_filter1d(ndimage.uniform_filter1d(held, reach), reach // 2)
        gain[start : start + _STRETCH] = held[start - low :][:_STRETCH]
    return np.minimum(gain, 1.0, out=gain)


def _peaks(samples: Audio) -> NDArray[np.float32]:
    """The true peak around each sample over both channels; looked for where it could matter."""
    found = np.empty(len(samples), np.float32)
    for start in range(0, len(samples), _STRETCH):
        low = max(0, start - _PAD)
        part = _peaks_of(samples[low : start + _STRETCH + _PAD])
        found[start : start + _STRETCH] = part[start - low :][:_STRETCH]
    return found


def _peaks_of(samples: Audio) -> NDArray[np.float32]:
    size = np.abs(samples)
    peaks = np.maximum(size[:, 0], size[:, 1])
    blocks = -(-len(peaks) // _BLOCK)
    padded = np.zeros(blocks * _BLOCK, np.float32)
    padded[: len(peaks)] = peaks
    shaped = padded.reshape(blocks, _BLOCK)
    hot = np.flatnonzero(shaped.max(axis=1) > 0.6 * db(CEILING_DB))
    framed = np.pad(samples, ((_PAD, _PAD + _BLOCK), (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(framed, _BLOCK + 2 * _PAD, axis=0)
    first = 4 * _PAD + len(_OVERSAMPLER) // 2
    for channel in (0, 1):
        over = np.abs(signal.upfirdn(_OVERSAMPLER, windows[hot * _BLOCK, channel], 4))
        found = np.maximum.reduce([over[:, first + k :: 4][:, :_BLOCK] for k in (-1, 0, 1, 2)])
        shaped[hot] = np.maximum(shaped[hot], found)
    return padded[: len(peaks)]


def normalised(samples: Audio) -> tuple[Audio, float]:
    """`samples` at TARGET_LUFS and under the ceiling, and their loudness; silence stays silence."""
    now = loudness(samples)
    for _ in range(4):
        if now <= _SILENT + 1 or abs(now - TARGET_LUFS) < 0.15:
            break
        samples = limited(np.asarray(samples * db(min(40.0, TARGET_LUFS - now)), np.float32))
        now = loudness(samples)
    return samples, now


def activity(speech: NDArray[np.float32]) -> NDArray[np.float32]:
    """Where somebody speaks: 0 … 1 per sample of mono speech, early in, late out, without steps."""
    step = 480
    frames = -(-len(speech) // step)
    padded = np.zeros(frames * step, np.float32)
    padded[: len(speech)] = speech
    level = np.sqrt((padded.reshape(frames, step) ** 2).mean(axis=1))
    open_ = ndimage.maximum_filter1d((level > 0.004).astype(np.float32), 45)  # bridges 0.2 s
    smooth = ndimage.gaussian_filter1d(open_, 9.0)
    place = np.arange(len(speech)) / step - 0.5
    return np.asarray(np.interp(place, np.arange(frames), smooth), np.float32)
