"""The score of an episode: written from its moods and turns, performed, out of speech's way."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from engine.contracts import Sound
from engine.sound.blocks import (
    SAMPLE_RATE,
    Audio,
    attack,
    convolve,
    db,
    filtered,
    lay,
    length,
    room,
    silence,
)
from engine.sound.effects import effect
from engine.sound.score.compose import Note, Section, Theme, sections, struck, theme, written
from engine.sound.score.instruments import note
from engine.sound.score.palette import Palette

__all__ = ["Section", "Theme", "Turn", "score", "theme"]

_BREATH = 0.22  # seconds of near silence before a hit: what makes it one
_RISE = 1.6
_DRAWN = 139  # hundredths of a second that the recorded cymbal takes to its end, backwards
_LONGEST_HOLD = 7.0
_REACH = 4_800  # samples before and after a sound into which _phone spreads it


def _phone(f: NDArray[np.float64]) -> NDArray[np.float64]:
    """Most viewers hear the score through a phone: what it cannot play makes room for the rest."""
    f = np.maximum(f, 1)
    low = (0.45 + 0.55 / (1 + (150 / f) ** 3)) / (1 + (42 / f) ** 4)
    return np.asarray(low * (1 + 0.6 * np.exp(-((np.log2(f / 2_400) / 1.5) ** 2))))


@dataclass(frozen=True, slots=True)
class Turn:
    """A moment that the music hits, in seconds; `rising` when tension leads up to it."""

    at: float
    rising: bool = True
    last: bool = False


def score(
    moods: tuple[Section, ...],
    turns: tuple[Turn, ...],
    speaking: NDArray[np.float32],
    own: Theme,
    seed: int,
) -> Audio:
    """The music, stereo, as many samples as `speaking` (0 … 1 where somebody speaks).

    The theme is only heard where nobody speaks. The same arguments give the same samples; `seed`
    picks what differs between cues. Raises EngineError where the instruments are not installed.
    """
    n = len(speaking)
    music = silence(n + _REACH)
    notes = [
        each
        for number, section in enumerate(sections(moods))
        for each in written(section, own, number, seed)
        if not each.theme or _free(speaking, each)
    ]
    _perform(music, notes, own.palette)
    falling: list[Note] = []
    rising: list[Turn] = []
    for turn in turns:
        _clear(music, turn)
        hold = min(n / SAMPLE_RATE - turn.at, _LONGEST_HOLD) if turn.last else 1.7
        falling += struck(turn.at, own, hold, last=turn.last)
        if turn.rising and turn.at > _RISE + 0.5:
            rising.append(turn)
    for turn in rising:
        lay(music, effect(Sound.RISER, _RISE, f"{turn.at}"), turn.at - _RISE - 0.03, db(-14))
        lay(music, note("reverse", 60, _DRAWN), turn.at - _DRAWN / 100, db(-11))
    _perform(music, falling, own.palette)
    convolve(music, _hall())
    music = music[_REACH:]
    for turn in turns:
        if turn not in rising:
            _held_back(music, turn)
    music *= (attack(n, 0.4) * attack(n, 0.25)[::-1])[:, None]
    return music


@cache
def _hall() -> Audio:
    """The response of hall and phone in one, which saves a pass; it comes _REACH late."""
    hall = room(2.6, 4_200)
    kernel = silence(len(hall) + 2 * _REACH)
    kernel[_REACH] = 1.0
    lay(kernel, hall, _REACH / SAMPLE_RATE, 0.42)
    return filtered(kernel, _phone)


def _free(speaking: NDArray[np.float32], each: Note) -> bool:
    start = round(each.at * SAMPLE_RATE)
    end = start + round(min(each.seconds, 0.8) * SAMPLE_RATE)
    return bool(speaking[start:end].max(initial=0.0) < 0.4)


def _perform(out: Audio, notes: Iterable[Note], players: Palette) -> None:
    """Notes of one pitch follow one another, so that little of what is played need be kept."""
    for each in sorted(notes, key=lambda n: (n.instrument, n.pitch, round(n.seconds * 100), n.at)):
        player = players.player(each.instrument)
        lay(out, note(player, each.pitch, round(each.seconds * 100)), each.at, each.gain)


def _held_back(music: Audio, turn: Turn) -> None:
    """The hall, too, draws breath before a hit that nothing leads up to."""
    end = round(turn.at * SAMPLE_RATE)
    start = max(0, end - length(_BREATH))
    slope = np.minimum(np.arange(end - start), np.arange(end - start)[::-1]) / length(0.02)
    music[start:end] *= (1 - 0.65 * np.minimum(1, slope)).astype(np.float32)[:, None]


def _clear(music: Audio, turn: Turn) -> None:
    """The cue falls silent just before a turn and comes back under the ringing hit, if ever."""
    low = length(max(turn.at - _BREATH - 0.15, 0.01))
    gain = np.ones(len(music[low:]) if turn.last else len(music[low : length(turn.at + 1.6)]))
    dark = max(0, round((turn.at - _BREATH) * SAMPLE_RATE) - low)
    back = None if turn.last else max(0, round((turn.at + 0.5) * SAMPLE_RATE) - low)
    gain[dark:back] = 0.0 if turn.last else 0.06
    gain = ndimage.uniform_filter1d(gain, length(0.12), mode="nearest")
    music[low : low + len(gain)] *= gain[:, None]
