"""What a take sounds like: lines that are not there, silence, clipping, hum."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import fft

from engine.contracts import Finding, Quality, Severity, Shot, _
from engine.quality.files import SAMPLE_RATE
from engine.quality.verdict import Verdict, finding, seconds

_STEP = SAMPLE_RATE // 100  # samples of a moment
_VOICE = 0.004  # RMS of a moment in which somebody speaks, -48 dB
_SAID = 0.25  # share of a line's moments that have to be loud: pauses and breath are the rest
_SILENT = 0.0005  # RMS, -66 dB
_FULL, _CLIPPED = 0.985, 0.0005  # and the share of samples there from which one hears it
_MAINS = (50.0, 60.0)  # Hz
_OVERTONES = 6
_STANDS_OUT = 8.0  # times its surroundings, 18 dB
_LOUD = 0.0008  # amplitude of a partial, -62 dB
_ENOUGH = 1.0  # seconds below which a tone is not told from a hum


@dataclass(frozen=True, slots=True)
class Heard:
    """Sound at SAMPLE_RATE: of the take, shape (n, 2), and of its speech alone, (n,)."""

    sound: NDArray[np.float32] | None = None
    speech: NDArray[np.float32] | None = None


def hearing(heard: Heard, shot: Shot) -> Verdict | None:
    """The share of the lines that are heard, halved by clipping and by hum; 0 for silence.

    None where there is nothing to hear and nobody is to speak.
    """
    if heard.sound is None and heard.speech is None and not shot.lines:
        return None
    found = missing(heard, shot)
    score = 1.0 - len(found) / len(shot.lines) if shot.lines else 1.0
    if heard.sound is not None and not found and silent(heard.sound):
        return Verdict(0.0, (_silent(heard.sound),))
    tracks = [track for track in (heard.sound, heard.speech) if track is not None]
    loud = next((track for track in tracks if clipped(track)), None)
    if loud is not None:
        found.append(_clips(loud))
        score /= 2
    mains = hum(heard.sound) if heard.sound is not None else 0.0
    if heard.sound is not None and mains:
        found.append(_hums(mains, heard.sound))
        score /= 2
    return Verdict(score, tuple(found))


def missing(heard: Heard, shot: Shot) -> list[Finding]:
    """The lines of the shot at whose time nothing is said.

    Without the speech alone, only silence tells that a line is missing from the mix.
    """
    track = heard.speech if heard.speech is not None else heard.sound
    levels = _levels(track) if track is not None else np.zeros(0, np.float32)
    per_second = SAMPLE_RATE / _STEP
    found = []
    for line in shot.lines:
        start, end = line.at, line.at + line.duration
        moments = levels[round(start * per_second) : max(round(end * per_second), 1)]
        if moments.size and (moments > _VOICE).mean() >= _SAID:
            continue
        said = (
            _("“{line}” is not heard.", line=line.text),
            _(
                "Change its words in the script, or the voice in the bible; then make another "
                "final."
            ),
        )
        found.append(finding(Quality.SOUND, Severity.ERROR, "line-not-heard", said, (start, end)))
    return found


def _levels(track: NDArray[np.float32]) -> NDArray[np.float32]:
    """RMS of each moment."""
    mono = track.mean(axis=1) if track.ndim == 2 else track
    whole = len(mono) // _STEP * _STEP
    return np.asarray(np.sqrt((mono[:whole].reshape(-1, _STEP) ** 2).mean(axis=1)), np.float32)


def silent(sound: NDArray[np.float32]) -> bool:
    levels = _levels(sound)
    return not levels.size or float(levels.max()) < _SILENT


def clipped(track: NDArray[np.float32]) -> bool:
    """Whether so many samples are at the limit that one hears it."""
    return bool(track.size) and float((np.abs(track) >= _FULL).mean()) > _CLIPPED


def hum(sound: NDArray[np.float32]) -> float:
    """50 or 60 (Hz) where the mains hum through the sound from start to end, 0 where not.

    Two partials at least have to stand out from what is around them, in each half of the sound.
    """
    mono = sound.mean(axis=1) if sound.ndim == 2 else sound
    half = len(mono) // 2
    if len(mono) < _ENOUGH * SAMPLE_RATE:
        return 0.0
    parts = [_spectrum(mono[:half]), _spectrum(mono[half : 2 * half])]
    for mains in _MAINS:
        if all(_partials(part, half, mains) >= 2 for part in parts):
            return mains
    return 0.0


def _spectrum(mono: NDArray[np.float32]) -> NDArray[np.float32]:
    """Amplitudes by frequency, of which a sine of amplitude 1 has 1."""
    window = np.hanning(len(mono)).astype(np.float32)
    return np.asarray(np.abs(fft.rfft(mono * window)) * (2 / window.sum()), np.float32)


def _partials(spectrum: NDArray[np.float32], n: int, mains: float) -> int:
    """How many of the first overtones stand out as thin lines."""
    wide = n / SAMPLE_RATE  # bins in a Hz
    count = 0
    for number in range(1, _OVERTONES + 1):
        centre = mains * number * wide
        near = spectrum[round(centre - 1 - 2 * wide) : round(centre + 2 + 2 * wide)]
        below = spectrum[round(centre - 16 * wide) : round(centre - 5 * wide)]
        above = spectrum[round(centre + 5 * wide) : round(centre + 16 * wide)]
        around = float(np.median(np.concatenate([below, above])))
        count += float(near.max()) > max(_LOUD, _STANDS_OUT * around)
    return count


def _silent(sound: NDArray[np.float32]) -> Finding:
    said = (
        _("Nothing is heard in this take."),
        _("Write in the script what is to be heard."),
    )
    return finding(Quality.SOUND, Severity.WARNING, "silent", said, (0.0, len(sound) / SAMPLE_RATE))


def _clips(track: NDArray[np.float32]) -> Finding:
    full = np.abs(track).reshape(len(track), -1).max(axis=1) >= _FULL
    at = int(full.argmax()) / SAMPLE_RATE
    said = (
        _("The sound is overdriven from {at} s on.", at=seconds(at)),
        _("Reject it with the reason “sound” and make another final."),
    )
    span = (at, len(track) / SAMPLE_RATE)
    return finding(Quality.SOUND, Severity.WARNING, "clipping", said, span)


def _hums(mains: float, sound: NDArray[np.float32]) -> Finding:
    said = (
        _("A hum of {frequency} Hz goes through the sound.", frequency=round(mains)),
        _(
            "Reject it with the reason “sound” and make another final; where all hum, choose "
            "another video model."
        ),
    )
    return finding(Quality.SOUND, Severity.WARNING, "hum", said, (0.0, len(sound) / SAMPLE_RATE))
