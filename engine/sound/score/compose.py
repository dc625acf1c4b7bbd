"""From the moods and turns of a cut to notes: a theme per series, cue by mood, hit by turn."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from zlib import crc32

import numpy as np
from numpy.random import Generator

from engine.contracts import Mood
from engine.sound.blocks import db
from engine.sound.score.cues import CUES, RHYTHMS, SHAPES, TONICS, Cue, Part
from engine.sound.score.harmony import chord, degree, five, voiced
from engine.sound.score.palette import DRAMA, Palette, palette

_LEFT_OUT = 0.16  # of the weak notes of a pattern: what keeps it from being a machine's
_HIGHEST = 96  # no player is asked for a higher pitch
SHORTEST = 4.0  # seconds that a mood must last to get a cue of its own


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the cut, in seconds, with one mood."""

    start: float
    end: float
    mood: Mood


@dataclass(frozen=True, slots=True)
class Note:
    """At `at` seconds, for `seconds`, `gain` linear."""

    at: float
    instrument: str
    pitch: int
    seconds: float
    gain: float
    theme: bool = False


@dataclass(frozen=True, slots=True)
class Theme:
    """What makes a series recognised with closed eyes."""

    tonic: int
    shape: tuple[int, ...]
    rhythm: tuple[float, ...]
    palette: Palette = DRAMA


def theme(seed: int, series: str = "", genre: str = "") -> Theme:
    """Of the series of this title, always the same; its players are those of its genre."""
    rng = np.random.default_rng([seed, crc32(series.encode()), 1867])
    return Theme(
        int(rng.choice(TONICS)),
        SHAPES[int(rng.integers(len(SHAPES)))],
        RHYTHMS[int(rng.integers(len(RHYTHMS)))],
        palette(genre),
    )


def sections(moods: tuple[Section, ...]) -> tuple[Section, ...]:
    """Neighbours of one mood joined; a mood too short for a cue lets the one before play on."""
    joined: list[Section] = []
    for section in moods:
        if joined and (joined[-1].mood is section.mood or section.end - section.start < SHORTEST):
            joined[-1] = replace(joined[-1], end=section.end)
        elif joined and joined[-1].end - joined[-1].start < SHORTEST:
            joined[-1] = Section(joined[-1].start, section.end, section.mood)
        else:
            joined.append(section)
    return tuple(joined)


def written(section: Section, own: Theme, number: int, seed: int) -> Iterator[Note]:
    """The notes of cue `number`; its tempo bends a little so that it ends on a bar line."""
    cue = CUES[section.mood]
    rng = np.random.default_rng([seed, number, 77])
    bars, bar = _bars(section.end - section.start, cue)
    beat = bar / cue.beats
    tonic = own.tonic + cue.relative - 12 * (own.tonic + cue.relative > 64)
    voicings: dict[int, tuple[int, ...]] = {}
    held: dict[tuple[str, int], Note] = {}
    for index in range(bars):
        at = section.start + index * bar
        chords = cue.chords[(number + index // 8) % len(cue.chords)]
        step, colour = chords[index % len(chords)]
        tones = chord(tonic, cue.scale, step, colour)
        for part in cue.parts:
            if index < min(part.enters, max(0, bars - 2)) or _rests(part, index):
                continue
            base = voiced(tones, voicings.get(part.octave, ()), 60 + part.octave)
            voicings[part.octave] = base
            root = degree(tonic, cue.scale, step)
            played = _played(part, base, root, at, bar, beat, index % 4, rng)
            yield from played if part.pattern else _tied(played, held, at)
        if cue.melody and index % 4 in (1, 2) and index + 1 < bars:
            yield from _sung(cue, own, tonic, step, at, beat, second=index % 4 == 2)
    yield from held.values()


def _rests(part: Part, index: int) -> bool:
    """Every eighth bar a cue draws breath: who came in later is silent, and comes in again."""
    return bool(index and index % 8 == 0 and part.pattern and part.enters)


def _bars(seconds: float, cue: Cue) -> tuple[int, float]:
    bar = cue.beats * 60 / cue.tempo
    bars = max(1, round(seconds / bar))
    return bars, seconds / bars


def _played(
    part: Part,
    voicing: tuple[int, ...],
    root: int,
    at: float,
    bar: float,
    beat: float,
    swell: int,
    rng: Generator,
) -> Iterator[Note]:
    gain = db(part.level_db)
    if part.instrument == "low":
        yield Note(at, "low", 36 + root % 12 - 12 * (root % 12 > 7), bar, gain)
        return
    if not part.pattern:
        for pitch in voicing:
            yield Note(at, part.instrument, pitch, bar, gain * 0.5)
        return
    for place, tone, strength in part.pattern:
        if place and strength < 0.7 and rng.random() < _LEFT_OUT:
            continue
        human = float(rng.uniform(0, 0.012)) if place else 0.0  # the downbeat is the cut's
        force = gain * strength * float(rng.uniform(0.85, 1.0)) * (0.82 + 0.07 * swell)
        pitch = voicing[tone % len(voicing)]
        pitch -= 12 * (pitch > _HIGHEST)
        seconds = min(bar - place * beat, beat * 2)
        yield Note(at + place * beat + human, part.instrument, pitch, seconds, force)


def _tied(played: Iterator[Note], held: dict[tuple[str, int], Note], at: float) -> Iterator[Note]:
    """Lengthen what sounds on into the bar at `at`, give back what ends there, keep what begins."""
    coming = {(each.instrument, each.pitch): each for each in played}
    instruments = {each.instrument for each in coming.values()}
    for key, old in tuple(held.items()):
        if key in coming and old.seconds < 9.0:
            held[key] = replace(old, seconds=at + coming.pop(key).seconds - old.at)
        elif key[0] in instruments:
            yield held.pop(key)
    held.update(coming)


def _sung(
    cue: Cue, own: Theme, tonic: int, step: int, at: float, beat: float, *, second: bool
) -> Iterator[Note]:
    """The theme over two bars: its first half asks, the second, from another degree, lingers."""
    shape = own.shape[:3] if not second else own.shape[3:]
    rhythm = own.rhythm[:3] if not second else own.rhythm[3:]
    place = 0.0 if second else max(0.0, cue.beats - sum(rhythm))
    for interval, beats in zip(shape, rhythm, strict=True):
        pitch = degree(tonic + cue.melody_octave, cue.scale, step % 7 + interval) - 12 * (step > 3)
        pitch = five(pitch, tonic, cue.scale) if own.palette.pentatonic else pitch
        yield Note(at + place * beat, cue.melody, pitch, beats * beat, db(cue.melody_db), True)
        place += beats


def struck(at: float, own: Theme, hold: float, *, last: bool) -> Iterator[Note]:
    """What falls on a turn: low octaves, a drum, a chord held for `hold` seconds.

    The `last` one stays open: the tonic is in the bass, but nothing above it agrees.
    """
    tonic = own.tonic - 12 * (own.tonic > 60)
    yield Note(at, "drum", 36, 1.3, db(1))
    yield Note(at, "timpani", tonic - 24 if tonic > 60 else tonic - 12, 1.6, db(-4))
    if last:
        yield Note(at, "cymbal", 57, 3.0, db(-14))
    for pitch, level in ((tonic - 24, -3), (tonic - 12, -4)):
        yield Note(at, "grand", pitch, 3.0, db(level))
        yield Note(at, "low", pitch, hold, db(level - 5))
    for interval in (0, 5, 8, 12, 19) if last else (0, 7, 12, 14, 15):
        yield Note(at, "strings", tonic + interval, hold, db(-15))
    if last:
        for later, interval in ((0.9, 19), (1.5, 20)):
            yield Note(at + later, "glass", tonic + 12 + interval, 2.5, db(-12))
