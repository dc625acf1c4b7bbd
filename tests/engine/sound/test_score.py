"""Music that follows the story, by the rules of its craft."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from engine.contracts import EngineError, Mood
from engine.sound.blocks import SAMPLE_RATE
from engine.sound.score import Section, Turn, score, soundfont
from engine.sound.score.compose import sections, struck, theme, written
from engine.sound.score.cues import CUES
from engine.sound.score.harmony import SCALES, chord, voiced
from engine.sound.score.instruments import PLAYERS, note
from engine.sound.score.palette import palette

QUIET = np.zeros(12 * SAMPLE_RATE, np.float32)


@pytest.mark.parametrize("mood", list(Mood))
def test_every_mood_has_a_cue_that_sounds_and_does_not_clip(mood: Mood) -> None:
    music = score((Section(0, 12, mood),), (), QUIET, theme(1), 1)
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
    assert theme(7, "Empty Coffin", "Thriller") == theme(7, "Empty Coffin", "Thriller")
    tunes = {(own.tonic, own.shape, own.rhythm) for own in (theme(1, f"S{n}") for n in range(20))}
    assert len(tunes) > 10


@pytest.mark.parametrize("genre", ["", "Thriller", "Palace intrigue", "CEO romance", "喜剧"])
def test_every_part_of_every_cue_has_a_player_in_every_genre(genre: str) -> None:
    parts = {part.instrument for cue in CUES.values() for part in cue.parts}
    tunes = {cue.melody for cue in CUES.values() if cue.melody}
    struck_ = {each.instrument for each in struck(0.0, theme(1), 2.0, last=True)}
    assert {palette(genre).player(each) for each in parts | tunes | struck_} <= set(PLAYERS)


def test_a_palace_has_other_players_and_a_tune_of_five_notes() -> None:
    own = theme(5, "宫墙", "古装")
    notes = [n for n in written(Section(0, 30, Mood.SAD), own, 0, 5) if n.theme]
    assert own.palette.player("solo") == "erhu" != theme(5).palette.player("solo")
    assert notes
    assert {(note.pitch - own.tonic) % 12 for note in notes} <= {0, 3, 5, 7, 10}


@pytest.mark.parametrize("name", sorted(PLAYERS))
def test_a_player_is_no_test_tone_and_does_not_click(name: str) -> None:
    """A test tone is one sine that stands still: a note has more partials, or it dies away."""
    tone = note(name, getattr(PLAYERS[name], "home", 40), 200)
    assert np.isfinite(tone).all()
    assert max(np.abs(tone[0]).max(), np.abs(tone[-1]).max()) < 0.002
    heard = tone[: 2 * SAMPLE_RATE]
    size = np.sort(np.abs(np.fft.rfft(heard.sum(axis=1) * np.hanning(len(heard)))) ** 2)
    level = np.sqrt((heard[: len(heard) // 4_800 * 4_800].reshape(-1, 9_600) ** 2).mean(axis=1))
    one_sine = size[-6:].sum() > 0.9 * size.sum()
    stands_still = level.std() < 0.2 * level.mean()
    assert not (one_sine and stands_still)


@pytest.mark.parametrize("name", sorted(PLAYERS))
def test_a_player_has_every_pitch_that_is_asked_for(name: str) -> None:
    for pitch in (24, 40, 60, 96):
        assert np.abs(note(name, pitch, 20)).max() > 0.005


def test_without_the_instruments_it_is_said_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(soundfont, "FILE", tmp_path / "none.sf3")
    monkeypatch.setattr(soundfont, "_opened", soundfont._opened.__wrapped__)
    soundfont.recording.cache_clear()
    with pytest.raises(EngineError, match="instruments") as caught:
        soundfont.recording(0)
    assert "fluidr3mono-gm-soundfont" in str(caught.value.advice)


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
    plain = score((Section(0, 12, Mood.TENSION),), (), QUIET, theme(1), 1)
    hit = score((Section(0, 12, Mood.TENSION),), (Turn(6.0, rising=False),), QUIET, theme(1), 1)

    def level(music: np.ndarray, start: float, end: float) -> float:
        part = music[round(start * SAMPLE_RATE) : round(end * SAMPLE_RATE)]
        return float(np.sqrt((part**2).mean()))

    assert level(hit, 5.85, 5.98) < 0.6 * level(plain, 5.85, 5.98)
    assert level(hit, 6.0, 6.6) > 2 * level(plain, 6.0, 6.6)


def test_the_theme_waits_until_nobody_speaks() -> None:
    moods = (Section(0, 12, Mood.SAD),)
    talking = np.ones_like(QUIET)
    assert not np.array_equal(
        score(moods, (), QUIET, theme(1), 1), score(moods, (), talking, theme(1), 1)
    )


def test_the_same_story_has_the_same_music() -> None:
    story = (
        (Section(0, 7, Mood.CALM), Section(7, 12, Mood.MENACE)),
        (Turn(7.0),),
        QUIET,
        theme(2),
        2,
    )
    assert score(*story).tobytes() == score(*story).tobytes()
