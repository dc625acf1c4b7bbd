"""A shot's own sound, and the whole episode's."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.contracts import LineKind, SetDressing, Shot, Sound
from engine.sound.ambience import ambience, ground, room, weather
from engine.sound.blocks import SAMPLE_RATE, Audio, convolve, db, lay, length, panned
from engine.sound.blocks import room as impulse_response
from engine.sound.effects import EFFECTS, effect
from engine.sound.master import activity, limited, softened

Mono = NDArray[np.float32]

_CENTRE = 2**0.5  # both channels carry a centred voice at full level
_AMBIENCE_DUCK_DB = 4.0
_SEAM = 0.3  # seconds between two shots' beds that are one


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
    lay_cues(out, heard(shot, 0.0, 0.0, shot.duration))
    softened(out, 0.005)
    return limited(out)


def in_place(speech: Mono, there: Mono, place: SetDressing) -> Audio:
    """Speech with the reverberation of its place, for the part of it that is said `there`."""
    seconds, amount = room(place)
    out = panned(speech, 0.0)
    echo = panned(speech * there, 0.0)
    convolve(echo, impulse_response(seconds, 4_500))
    echo *= np.float32(amount)
    out += echo
    out *= np.float32(_CENTRE)
    return out


def spoken_there(shot: Shot, n: int, trimmed: float) -> Mono:
    """1 where a line sounds in the room, 0 where a voice-over does, per sample."""
    there = np.ones(n, np.float32)
    for line in shot.lines:
        if line.kind is LineKind.VOICE_OVER:
            start = max(0, round((line.at - trimmed) * SAMPLE_RATE))
            there[start : max(start, start + round(line.duration * SAMPLE_RATE))] = 0
    return there


@dataclass(frozen=True, slots=True)
class Heard:
    """A cue as it is heard: from `start` (s), `seconds` long (0: as long as it is).

    `skipped` seconds of it lie before the cut into its shot.
    """

    sound: Sound
    start: float
    seconds: float
    gain_db: float
    key: str
    skipped: float = 0.0
    ground: str = ""


def heard(shot: Shot, start: float, trimmed: float, seconds: float) -> Iterator[Heard]:
    """The cues of a shot that begins at `start` (s), `trimmed` (s) into itself.

    Weather is left out: it belongs to the place, whose bed goes on over the cuts. What picks a
    sound's variant is the shot's content, not where it stands, as a take must not depend on that.
    """
    for index, cue in enumerate(shot.sounds):
        at = cue.at - trimmed
        if at >= seconds or at + (cue.duration or 0.5) <= 0 or cue.sound in weather(shot.set):
            continue
        key = f"{cue.sound}{cue.at}{index}{shot.action}"
        at -= EFFECTS[cue.sound].lead
        if EFFECTS[cue.sound].endless:
            until = min(seconds, at + (cue.duration or EFFECTS[cue.sound].seconds))
            at = max(0.0, at)
            yield Heard(cue.sound, start + at, until - at, cue.gain_db, key)
        else:
            yield Heard(
                cue.sound,
                start + max(0.0, at),
                cue.duration,
                cue.gain_db,
                key,
                max(0.0, -at),
                ground(shot.set),
            )


def joined(cues: Iterable[Heard]) -> tuple[Heard, ...]:
    """Endless sounds that go on from one shot to the next as one, so that no cut is heard."""
    found: list[Heard] = []
    open_: dict[Sound, int] = {}
    for cue in cues:
        before = found[open_[cue.sound]] if cue.sound in open_ else None
        if before and abs(before.start + before.seconds - cue.start) < _SEAM:
            lasting = cue.start + cue.seconds - before.start
            found[open_[cue.sound]] = replace(before, seconds=lasting)
            continue
        if EFFECTS[cue.sound].endless:
            open_[cue.sound] = len(found)
        found.append(cue)
    return tuple(found)


def lay_cues(out: Audio, cues: Iterable[Heard]) -> None:
    """Add what is heard to `out`."""
    for cue in cues:
        sound = effect(cue.sound, cue.seconds, cue.key, cue.ground)
        lay(out, sound[round(cue.skipped * SAMPLE_RATE) :], cue.start, db(cue.gain_db))
