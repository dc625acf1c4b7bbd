"""The sound that a video model made with its picture, kept beside the take as a stem."""

import wave
from pathlib import Path

import av
import numpy as np
from av.audio.resampler import AudioResampler
from numpy.typing import NDArray

from engine.sound.blocks import SAMPLE_RATE, Audio, db, length, silence
from engine.sound.master import activity, softened
from engine.whole_file import whole_file

STEM = "stem.wav"  # its name in a take's folder
_END = 0.005  # seconds in which both ends are rounded, since the model's sound went on
_BELOW_DB = 12.0  # how far it is under the voice's pauses
_HEARD = 0.5  # of activity


def stem_of(sound: NDArray[np.float32], rate: int, seconds: float) -> Audio:
    """A model's sound, float32 of shape (channels, n) at `rate`, as a stem of a shot.

    48 kHz, shape (length(seconds), 2): what is over is cut, what is missing is silence. More than
    two channels are mixed to one in the middle.
    """
    sides = sound if sound.shape[0] == 2 else np.repeat(sound.mean(axis=0)[None], 2, axis=0)
    out = silence(length(seconds))
    made = _resampled(np.ascontiguousarray(sides, np.float32), rate)[:, : len(out)]
    out[: made.shape[1]] = made.T
    softened(out, _END)
    return out


def _resampled(sides: NDArray[np.float32], rate: int) -> NDArray[np.float32]:
    """Stereo planes at SAMPLE_RATE."""
    if rate == SAMPLE_RATE or not sides.size:
        return sides
    frame = av.AudioFrame.from_ndarray(sides, format="fltp", layout="stereo")
    frame.sample_rate = rate
    converter = AudioResampler(format="fltp", layout="stereo", rate=SAMPLE_RATE)
    blocks = [*converter.resample(frame), *converter.resample(None)]
    return np.concatenate([np.asarray(block.to_ndarray(), np.float32) for block in blocks], axis=1)


def write_stem(folder: Path, stem: Audio) -> Path:
    """Write a stem as WAV, 48 kHz stereo 16 bit, into a take's folder; its path."""
    path = folder / STEM
    with whole_file(path) as part, wave.open(str(part), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes((stem.clip(-1, 1) * 32767).round().astype("<i2").tobytes())
    return path


def mix_native(speech: NDArray[np.float32], stem: Audio, has_lines: bool) -> Audio:
    """Speech of a take, mono, and the stem of its model as one stereo track, as long as the stem.

    What stays of the stem, and why, is said by `beside_speech`.
    """
    voice = _fitted(speech, len(stem))
    out = beside_speech(voice, stem, has_lines)
    out += voice[:, None]
    return out


def beside_speech(speech: NDArray[np.float32], stem: Audio, has_lines: bool) -> Audio:
    """What is heard of a stem beside the speech track of its take, as a copy.

    - A shot without lines is the stem as it is: nothing else speaks, and the model's steps, doors
      and rain are in time with its picture as no synthesised ones are.
    - A shot with lines that only the model speaks (the speech track is silent) is the stem as it
      is, too: its lips belong to that voice.
    - A shot with lines that are spoken by the character's own voice has that voice alone while it
      speaks. The model's people speak as well, in a voice that is another in every shot, and no
      one can take it out of the stem without weights; two voices at once are no voice. Between
      phrases the stem is 12 dB down: the place stays, and words that the model began a little
      early or ends a little late do not pass for a line.
    """
    speaks = activity(_fitted(speech, len(stem)))
    out = stem.copy()
    if has_lines and float(speaks.max(initial=0.0)) > _HEARD:
        out *= (db(-_BELOW_DB) * (1 - speaks))[:, None]
    return out


def _fitted(speech: NDArray[np.float32], n: int) -> NDArray[np.float32]:
    voice = np.zeros(n, np.float32)
    voice[: len(speech)] = speech[:n]
    return voice
