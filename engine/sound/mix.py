"""A shot's own sound, and the whole episode's."""

import numpy as np
from numpy.typing import NDArray

from engine.contracts import LineKind, SetDressing, Shot
from engine.sound.ambience import ambience, room
from engine.sound.blocks import SAMPLE_RATE, Audio, attack, db, lay, length, panned, wide
from engine.sound.effects import effect
from engine.sound.master import activity, limited

Mono = NDArray[np.float32]

_CENTRE = 2**0.5  # both channels carry a centred voice at full level
_AMBIENCE_DUCK_DB = 4.0


def shot_mix(shot: Shot, speech: Mono) -> Audio:
    """The sound of one take alone: speech, its cues, its place.

    `speech` is mono float32 at 48 kHz and is cut or filled up to the shot. Gives float32 of shape
    (round(shot.duration * 48000), 2), true peaks under -1 dBTP.
    """
    n = length(shot.duration)
    fitted = np.zeros(n, np.float32)
    fitted[: len(speech)] = speech[:n]
    duck = 1 - (1 - db(-_AMBIENCE_DUCK_DB)) * activity(fitted)
    out = ambience(shot.set, n) * duck[:, None]
    out += in_place(fitted, spoken_there(shot, n, 0.0), shot.set)
    lay_cues(out, shot, 0.0, 0.0, shot.duration)
    ends = attack(n, 0.005)
    return limited(np.asarray(out * (ends * ends[::-1])[:, None], np.float32))


def in_place(speech: Mono, there: Mono, place: SetDressing) -> Audio:
    """Speech with the reverberation of its place, for the part of it that is said `there`."""
    seconds, amount = room(place)
    dry = panned(speech, 0.0) * _CENTRE
    wet = wide(panned(speech * there, 0.0), 1.0, seconds, 4_500) - panned(speech * there, 0.0)
    return np.asarray(dry + wet * (amount * _CENTRE), np.float32)


def spoken_there(shot: Shot, n: int, trimmed: float) -> Mono:
    """1 where a line sounds in the room, 0 where a voice-over does, per sample."""
    there = np.ones(n, np.float32)
    for line in shot.lines:
        if line.kind is LineKind.VOICE_OVER:
            start = max(0, round((line.at - trimmed) * SAMPLE_RATE))
            there[start : max(start, start + round(line.duration * SAMPLE_RATE))] = 0
    return there


def lay_cues(out: Audio, shot: Shot, start: float, trimmed: float, seconds: float) -> None:
    """Add the sounds of a shot that begins at `start` (s) in `out`, `trimmed` (s) into itself."""
    for index, cue in enumerate(shot.sounds):
        at = cue.at - trimmed
        sounds_until = at + (cue.duration or 0.5)
        if at >= seconds or sounds_until <= 0:
            continue
        sound = effect(cue.sound, cue.duration, f"{shot.slate.id}{index}")
        lay(out, sound[max(0, round(-at * SAMPLE_RATE)) :], start + max(0.0, at), db(cue.gain_db))
