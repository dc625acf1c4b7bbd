"""The whole episode's sound, from the cut."""

import wave
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import numpy as np

from engine.contracts import CutEntry, EffectKind, EngineError, Mood, Move, SetDressing, Sound, _
from engine.sound.ambience import ambience
from engine.sound.balance import make_room
from engine.sound.blocks import SAMPLE_RATE, Audio, attack, db, length, silence
from engine.sound.master import activity, normalised, power, softened
from engine.sound.mix import Heard, Mono, heard, in_place, joined, lay_cues, spoken_there
from engine.sound.score import Section, Theme, Turn, score
from engine.sound.stem import beside_speech

# LU that each phrase is above the bed, which is ambience and score, and above what was cued.
_BED_BELOW, _EFFECTS_BELOW = 11.0, 12.5
_AT_ONCE = 2  # stems besides the speech: with three, an engine holds 30 MB more and is no faster
_SCORE_DB, _SCORE_DUCK_DB, _AMBIENCE_DUCK_DB = -2.0, 7.5, 4.0
_CROSSFADE = 0.35  # seconds between two places
_TURNS_APART = 7.0
_HARD = (EffectKind.IMPACT, EffectKind.FREEZE_TITLE, EffectKind.FLASH)
_DARK = (Mood.SHOCK, Mood.MENACE)


@dataclass(frozen=True, slots=True)
class Mix:
    """`samples` is float32 at 48 kHz, shape (n, 2)."""

    samples: Audio
    loudness_lufs: float
    true_peak_db: float


@dataclass(frozen=True, slots=True)
class Stems:
    """The parts of a mix before they are brought to level, each of shape (n, 2)."""

    speech: Audio
    effects: Audio
    bed: Audio  # ambience and score, already ducked


@dataclass(frozen=True, slots=True)
class _Placed:
    """An entry where it stands in the episode, in samples."""

    entry: CutEntry
    start: int
    end: int
    trimmed: float  # seconds left out at its start

    @property
    def seconds(self) -> float:
        return (self.end - self.start) / SAMPLE_RATE

    def cues(self) -> Iterator[Heard]:
        return heard(self.entry.shot, self.start / SAMPLE_RATE, self.trimmed, self.seconds)


def mixdown(entries: tuple[CutEntry, ...], *, fps: int, seed: int, theme: Theme) -> Mix:
    """Mix the episode that `entries` make: speech of the takes, cues, ambience, score on `theme`.

    As long as its frames, to the sample; -14 LUFS integrated, true peaks under -1 dBTP, each phrase
    at least 8 LU above all else. The same cut gives the same samples. Raises EngineError when
    the speech of a take cannot be read.
    """
    parts = stems(entries, fps=fps, seed=seed, theme=theme)
    mixed = parts.bed
    mixed += parts.speech
    mixed += parts.effects
    del parts  # the limiter needs the room
    softened(mixed, 0.008)
    return Mix(*normalised(mixed))


def stems(entries: tuple[CutEntry, ...], *, fps: int, seed: int, theme: Theme) -> Stems:
    """The parts of `mixdown`, at their levels to each other.

    They are made side by side, none from another, so that their number of threads is not heard.
    """
    placed = tuple(_placed(entries, fps))
    n = placed[-1].end if placed else 0
    spoken, there = _spoken(placed, n)
    speaking = activity(spoken)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        playing = pool.submit(score, _moods(placed), _turns(placed), speaking, theme, seed)
        laying = pool.submit(_effects, placed, n)
        blowing = pool.submit(_airs, placed, n)
        speech = silence(n)
        for place, start, end in _places(placed):
            speech[start:end] = in_place(spoken[start:end], there[start:end], place)
        del spoken, there
        loud = power(speech)
        effects = laying.result()
        make_room(effects, loud, speaking, _EFFECTS_BELOW)
        bed = blowing.result()
        bed *= _ducked(speaking, 0.0, _AMBIENCE_DUCK_DB)
        music = playing.result()
        music *= _ducked(speaking, _SCORE_DB, _SCORE_DUCK_DB)
        bed += music
    make_room(bed, loud, speaking, _BED_BELOW)
    return Stems(speech, effects, bed)


def _spoken(placed: tuple[_Placed, ...], n: int) -> tuple[Mono, Mono]:
    """The dry speech of all takes, and where it sounds in the room."""
    spoken, there = np.zeros(n, np.float32), np.zeros(n, np.float32)
    for each in placed:
        stem = _speech(each)
        spoken[each.start : each.start + len(stem)] += stem
        there[each.start : each.end] = spoken_there(
            each.entry.shot, each.end - each.start, each.trimmed
        )
    return spoken, there


def _airs(placed: tuple[_Placed, ...], n: int) -> Audio:
    bed = silence(n)
    for place, start, end in _places(placed):
        _blend(bed, ambience(place, min(n, end + length(_CROSSFADE)) - start), start)
    return bed


def _effects(placed: tuple[_Placed, ...], n: int) -> Audio:
    """What is cued; of a take whose model made sound with its picture, that sound instead."""
    effects = silence(n)
    own = [each for each in placed if each.entry.take.stem]
    lay_cues(effects, joined(cue for each in placed if each not in own for cue in each.cues()))
    for each in own:
        heard = beside_speech(_speech(each), _stem(each), bool(each.entry.shot.lines))
        effects[each.start : each.start + len(heard)] += heard
    return effects


def _ducked(speaking: Mono, level_db: float, duck_db: float) -> Audio:
    """A gain of `level_db`, and `duck_db` less where somebody speaks, of shape (n, 1)."""
    depth = np.float32(1 - db(-duck_db))
    return np.asarray((1 - depth * speaking) * np.float32(db(level_db)), np.float32)[:, None]


def _placed(entries: tuple[CutEntry, ...], fps: int) -> Iterator[_Placed]:
    frame = 0
    for entry in entries:
        end = frame + max(0, entry.take.frames - entry.trim_in - entry.trim_out)
        start, until = (round(at / fps * SAMPLE_RATE) for at in (frame, end))
        yield _Placed(entry, start, until, entry.trim_in / fps)
        frame = end


def _speech(each: _Placed) -> Mono:
    """The take's speech as far as the cut shows it, without clicks where it was cut."""
    return _track(each, each.entry.take.speech, 1)[:, 0]


def _stem(each: _Placed) -> Audio:
    """The same of the sound that the take's model made."""
    return _track(each, each.entry.take.stem, 2)


def _track(each: _Placed, name: str, channels: int) -> Audio:
    """A sound file of the take, shape (n, channels)."""
    path = Path(each.entry.folder) / name
    try:
        with wave.open(str(path)) as file:
            form = (file.getframerate(), file.getsampwidth(), file.getnchannels())
            samples = np.frombuffer(file.readframes(file.getnframes()), np.uint8)
    except (OSError, wave.Error, EOFError) as error:
        raise EngineError(
            "no-speech",
            _(
                "The sound of shot {shot} cannot be read: {name}.",
                shot=each.entry.shot.slate.id,
                name=path.name,
            ),
            _("Make the take again."),
        ) from error
    if form != (SAMPLE_RATE, 2, channels):
        raise EngineError(
            "bad-speech",
            _(
                "The sound of shot {shot} is not 48 kHz 16 bit: {name}.",
                shot=each.entry.shot.slate.id,
                name=path.name,
            ),
            _("Make the take again."),
        )
    whole = len(samples) // (2 * channels) * 2 * channels
    track = samples[:whole].view("<i2").reshape(-1, channels)
    start = length(each.trimmed) if each.trimmed else 0
    part = track[start : start + each.end - each.start].astype(np.float32) / 32_768
    ends = attack(len(part), 0.004)
    return np.asarray(part * (ends * ends[::-1])[:, None], np.float32)


def _places(placed: tuple[_Placed, ...]) -> Iterator[tuple[SetDressing, int, int]]:
    """Runs of shots of one place: its air goes on over their cuts."""
    for _place, run in groupby(placed, key=_place_key):
        shots = tuple(run)
        yield shots[0].entry.shot.set, shots[0].start, shots[-1].end


def _place_key(each: _Placed) -> tuple[object, ...]:
    place = each.entry.shot.set
    return (place.set, place.place, place.time, place.weather, place.interior)


def _blend(bed: Audio, air: Audio, start: int) -> None:
    """Add the air of a place, faded over into the one before and after."""
    fade = min(length(_CROSSFADE), len(air))
    slope = attack(fade, _CROSSFADE)[:, None]
    if start:
        air[:fade] *= slope
    if start + len(air) < len(bed):
        air[-fade:] *= slope[::-1]
    bed[start : start + len(air)] += air


def _moods(placed: tuple[_Placed, ...]) -> tuple[Section, ...]:
    return tuple(
        Section(each.start / SAMPLE_RATE, each.end / SAMPLE_RATE, each.entry.shot.set.mood)
        for each in placed
    )


def _turns(placed: tuple[_Placed, ...]) -> tuple[Turn, ...]:
    """The moments to hit: not so many that none of them counts."""
    found: list[Turn] = []
    before: Mood | None = None
    for index, each in enumerate(placed):
        at = each.start / SAMPLE_RATE
        last = index + 1 == len(placed) and index > 0
        early = not found or at - found[-1].at >= _TURNS_APART
        if (last or (early and index > 0)) and (last or _is_turn(each, before)):
            if last and found and not early:
                found.pop()
            own = {cue.sound for cue in each.entry.shot.sounds}
            led = placed[index - 1].entry.shot.sounds if index else ()
            rising = Sound.RISER not in {cue.sound for cue in led} | own
            found.append(Turn(at, rising=rising, last=last))
        before = each.entry.shot.set.mood
    return tuple(found)


def _is_turn(each: _Placed, before: Mood | None) -> bool:
    shot = each.entry.shot
    return (
        any(effect.kind in _HARD and effect.at < 0.4 for effect in shot.effects)
        or any(cue.sound in (Sound.STING, Sound.IMPACT) and cue.at < 0.4 for cue in shot.sounds)
        or shot.move in (Move.CRASH_ZOOM, Move.PUSH_IN)  # how a reveal is shot
        or (shot.set.mood in _DARK and before is not None and before is not shot.set.mood)
    )
