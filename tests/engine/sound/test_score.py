"""Music that follows the story, by the rules of its craft."""

from itertools import pairwise

import numpy as np
import pytest

from engine.contracts import Mood
from engine.sound.blocks import SAMPLE_RATE
from engine.sound.score import Section, Turn, score
from engine.sound.score.compose import sections, theme, written
from engine.sound.score.cues import CUES
from engine.sound.score.harmony import SCALES, chord, voiced

QUIET = np.zeros(12 * SAMPLE_RATE, np.float32)


@pytest.mark.parametrize("mood", list(Mood))
def test_every_mood_has_a_cue_that_sounds_and_does_not_clip(mood: Mood) -> None:
    music = score((Section(0, 12, mood),), (), QUIET, 1)
    assert music.shape == (len(QUIET), 2)
    assert np.isfinite(music).all()
    assert np.abs(music).max() < 1.2
    loud = np.sqrt((music[: 11 * SAMPLE_RATE].reshape(11, -1) ** 2).mean(axis=1))
    assert loud.min() > 10 ** (-45 / 20)


@pytest.mark.parametrize("mood", list(Mood))
def test_a_cue_ends_on_a_bar_line_and_keeps_its_key(mood: Mood) -> None:
    own = theme(5)
    notes = list(written(Section(3.0, 23.7, mood), own, 0, 5))
    assert min(note.at for note in notes) >= 3.0
    assert max(note.at for note in notes) < 23.7
    cue = CUES[mood]
    allowed = {(own.tonic + cue.relative + step) % 12 for step in SCALES[cue.scale]}
    pitched = [note for note in notes if note.instrument not in ("drum", "tick")]
    assert {note.pitch % 12 for note in pitched} <= allowed
    assert all(24 <= note.pitch <= 96 for note in pitched)


def test_voices_move_by_small_steps() -> None:
    for cue in CUES.values():
        for progression in cue.chords:
            before: tuple[int, ...] = ()
            voicings = []
            for step, colour in progression * 2:
                before = voiced(chord(60, cue.scale, step, colour), before)
                voicings.append(before)
            for one, other in pairwise(voicings):
                assert np.mean([abs(a - b) for a, b in zip(one, other, strict=True)]) <= 4.0
            assert all(len(set(v)) == 4 for v in voicings)


def test_a_series_keeps_its_theme_and_another_has_another() -> None:
    assert theme(7) == theme(7)
    assert len({theme(seed) for seed in range(20)}) > 10


def test_a_mood_too_short_for_music_lets_the_cue_before_play_on() -> None:
    joined = sections(
        (
            Section(0, 6, Mood.CALM),
            Section(6, 8, Mood.SHOCK),
            Section(8, 12, Mood.CALM),
            Section(12, 20, Mood.SAD),
        )
    )
    assert joined == (Section(0, 12, Mood.CALM), Section(12, 20, Mood.SAD))


def test_a_turn_is_a_breath_and_then_a_hit() -> None:
    plain = score((Section(0, 12, Mood.TENSION),), (), QUIET, 1)
    hit = score((Section(0, 12, Mood.TENSION),), (Turn(6.0, rising=False),), QUIET, 1)

    def level(music: np.ndarray, start: float, end: float) -> float:
        part = music[round(start * SAMPLE_RATE) : round(end * SAMPLE_RATE)]
        return float(np.sqrt((part**2).mean()))

    assert level(hit, 5.85, 5.98) < 0.6 * level(plain, 5.85, 5.98)
    assert level(hit, 6.0, 6.6) > 2 * level(plain, 6.0, 6.6)


def test_the_theme_waits_until_nobody_speaks() -> None:
    moods = (Section(0, 12, Mood.SAD),)
    talking = np.ones_like(QUIET)
    assert not np.array_equal(score(moods, (), QUIET, 1), score(moods, (), talking, 1))


def test_the_same_story_has_the_same_music() -> None:
    story = ((Section(0, 7, Mood.CALM), Section(7, 12, Mood.MENACE)), (Turn(7.0),), QUIET, 2)
    assert score(*story).tobytes() == score(*story).tobytes()
