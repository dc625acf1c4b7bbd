"""The mix of a whole episode."""

from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from scipy.io import wavfile

from engine.contracts import (
    CutEntry,
    EngineError,
    Expression,
    Format,
    Mood,
    SetDressing,
    SetKind,
    Shot,
    ShotSize,
    Slate,
    Sound,
    SoundCue,
    Take,
    VoiceSpec,
    Weather,
)
from engine.sound import Mix, mixdown, theme
from engine.sound.episode import stems
from engine.sound.master import CELL, activity, loudness, power
from engine.voice import SAMPLE_RATE, speak

FPS = 24
LINES = (
    ("f2", "You told me he was dead.", Expression.SHOCK),
    ("m3", "I told you what you needed to hear.", Expression.CONTEMPT),
    ("f2", "Fifteen years, Mother!", Expression.RAGE),
    ("m3", "I am so tired.", Expression.SAD),
)
MOODS = (Mood.MYSTERY, Mood.MYSTERY, Mood.TENSION, Mood.TENSION, Mood.SHOCK, Mood.SAD, Mood.SAD)


def an_entry(folder: Path, index: int, *, frames: int = 49, spoken: bool = True) -> CutEntry:
    """A shot of `frames` frames; all but every third one speak, one is slapped."""
    folder = folder / str(index)
    folder.mkdir()
    speech = np.zeros(frames * SAMPLE_RATE // FPS, np.float32)
    if spoken and index % 3 != 2:
        variant, text, expression = LINES[index % 4]
        line = speak(
            text, VoiceSpec(variant=variant), language="en", expression=expression, intensity=0.7
        ).samples[: len(speech) - 4_800]
        speech[4_800 : 4_800 + len(line)] = line
    wavfile.write(folder / "speech.wav", SAMPLE_RATE, (speech * 32_767).astype(np.int16))
    outside = index < 3
    return CutEntry(
        shot=Shot(
            slate=Slate(id=f"e01-s01-{index:03}"),
            duration=frames / FPS,
            set=SetDressing(
                set=SetKind.STREET if outside else SetKind.HOSPITAL,
                place="STREET" if outside else "WARD",
                interior=not outside,
                weather=Weather.RAIN,
                mood=MOODS[index % len(MOODS)],
            ),
            size=ShotSize.CU,
            sounds=(SoundCue(sound=Sound.SLAP, at=0.4),) if index == 4 else (),
        ),
        take=Take(
            inputs="",
            renderer="rehearsal",
            seed=1,
            format=Format(fps=FPS),
            frames=frames,
            duration=frames / FPS,
            timings=(),
            sha256={},
            wall_s=0,
            cpu_s=0,
            peak_mb=0,
            versions={},
        ),
        folder=str(folder),
    )


@pytest.fixture(scope="module")
def entries(tmp_path_factory: pytest.TempPathFactory) -> tuple[CutEntry, ...]:
    folder = tmp_path_factory.mktemp("takes")
    return tuple(an_entry(folder, index) for index in range(7))


@pytest.fixture(scope="module")
def mix(entries: tuple[CutEntry, ...]) -> Mix:
    return mixdown(entries, fps=FPS, seed=3, theme=theme(3))


def test_the_mix_is_as_long_as_its_frames(mix: Mix) -> None:
    assert mix.samples.shape == (round(7 * 49 / FPS * SAMPLE_RATE), 2)
    assert mix.samples.dtype == np.float32


def test_the_mix_is_at_level_and_does_not_clip(mix: Mix) -> None:
    assert np.isfinite(mix.samples).all()
    assert loudness(mix.samples) == pytest.approx(-14, abs=0.5)
    assert mix.loudness_lufs == pytest.approx(loudness(mix.samples))
    assert mix.true_peak_db <= -1.0
    assert np.abs(mix.samples).max() < 0.9


def test_speech_stands_above_the_bed(entries: tuple[CutEntry, ...]) -> None:
    parts = stems(entries, fps=FPS, seed=3, theme=theme(3))
    speaking = activity(parts.speech[:, 0]) > 0.5
    apart = loudness(parts.speech[speaking]) - loudness(parts.bed[speaking])
    assert apart >= 9
    assert apart < 25  # and the bed is still there


def test_each_phrase_stands_above_all_else(tmp_path: Path) -> None:
    """Also where a sting falls on its last word."""
    entry = an_entry(tmp_path, 0)
    sting = replace(entry.shot, sounds=(SoundCue(sound=Sound.STING, at=0.9, gain_db=4.0),))
    parts = stems((replace(entry, shot=sting),), fps=FPS, seed=3, theme=theme(3))
    spoken = parts.speech[:, 0]
    said = np.flatnonzero(activity(spoken) > 0.5)
    here = slice(said[0], said[-1])
    voiced = slice(*np.flatnonzero(np.abs(spoken) > 0.02)[[0, -1]])
    assert np.abs(parts.effects[here]).max() > 0.01
    others = power(parts.bed + parts.effects)[voiced.start // CELL : voiced.stop // CELL]
    own = power(parts.speech)[voiced.start // CELL : voiced.stop // CELL]
    assert 10 * np.log10(own.mean() / others.mean()) > 8


def test_it_sounds_the_same_however_many_stems_are_made_at_once(
    entries: tuple[CutEntry, ...], mix: Mix, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.sound.episode._AT_ONCE", 1)
    assert (
        mixdown(entries, fps=FPS, seed=3, theme=theme(3)).samples.tobytes() == mix.samples.tobytes()
    )


def test_the_score_comes_back_where_nobody_speaks(entries: tuple[CutEntry, ...]) -> None:
    parts = stems(entries, fps=FPS, seed=3, theme=theme(3))
    speaking = activity(parts.speech[:, 0])
    under, between = (
        np.sqrt((parts.bed[where] ** 2).mean()) for where in (speaking > 0.9, speaking < 0.1)
    )
    assert between > 1.5 * under


def test_it_is_never_dead_silent(mix: Mix) -> None:
    level = np.sqrt((mix.samples[: 14 * SAMPLE_RATE].reshape(-1, 4_800, 2) ** 2).mean(axis=(1, 2)))
    assert level[1:].min() > 10 ** (-65 / 20)


def test_the_same_cut_sounds_the_same(entries: tuple[CutEntry, ...], mix: Mix) -> None:
    assert (
        mixdown(entries, fps=FPS, seed=3, theme=theme(3)).samples.tobytes() == mix.samples.tobytes()
    )


def test_another_series_has_another_theme(entries: tuple[CutEntry, ...], mix: Mix) -> None:
    other = mixdown(entries, fps=FPS, seed=4, theme=theme(4))
    assert np.abs(other.samples - mix.samples).max() > 0.01


def test_a_trimmed_shot_starts_later_in_its_speech(tmp_path: Path) -> None:
    entry = an_entry(tmp_path, 0)
    trimmed = CutEntry(
        shot=entry.shot, take=entry.take, folder=entry.folder, trim_in=12, trim_out=7
    )
    whole = stems((entry,), fps=FPS, seed=1, theme=theme(1)).speech
    part = stems((trimmed,), fps=FPS, seed=1, theme=theme(1)).speech
    assert len(part) == round(30 / FPS * SAMPLE_RATE)
    shift = round(12 / FPS * SAMPLE_RATE)
    middle = slice(4_800, 24_000)
    dry = whole[shift:][middle]
    assert np.abs(part[middle] - dry).max() < 0.1 * np.abs(dry).max()


def test_a_cue_that_was_trimmed_away_is_not_heard(tmp_path: Path) -> None:
    entry = an_entry(tmp_path, 4, spoken=False)
    late = CutEntry(shot=entry.shot, take=entry.take, folder=entry.folder, trim_in=30)
    assert np.abs(stems((entry,), fps=FPS, seed=1, theme=theme(1)).effects).max() > 0.2
    assert np.abs(stems((late,), fps=FPS, seed=1, theme=theme(1)).effects).max() == 0


@pytest.mark.parametrize("frames", [1, 7, 29])
def test_any_number_of_frames_gives_its_samples(tmp_path: Path, frames: int) -> None:
    mix = mixdown(
        (an_entry(tmp_path, 0, frames=frames, spoken=False),), fps=30, seed=1, theme=theme(1)
    )
    assert len(mix.samples) == round(frames / 30 * SAMPLE_RATE)
    assert np.isfinite(mix.samples).all()


def test_a_silent_film_has_a_score_at_level(tmp_path: Path) -> None:
    mix = mixdown(
        tuple(an_entry(tmp_path, i, spoken=False) for i in range(3)),
        fps=FPS,
        seed=1,
        theme=theme(1),
    )
    assert mix.loudness_lufs == pytest.approx(-14, abs=0.5)
    assert mix.true_peak_db <= -1.0


def test_a_missing_take_is_named(tmp_path: Path) -> None:
    entry = an_entry(tmp_path, 2)
    (tmp_path / "2" / "speech.wav").unlink()
    with pytest.raises(EngineError, match="e01-s01-002"):
        mixdown((entry,), fps=FPS, seed=1, theme=theme(1))


def test_a_take_that_is_not_sound_is_named(tmp_path: Path) -> None:
    entry = an_entry(tmp_path, 2)
    (tmp_path / "2" / "speech.wav").write_bytes(b"no sound at all")
    with pytest.raises(EngineError, match="e01-s01-002"):
        mixdown((entry,), fps=FPS, seed=1, theme=theme(1))


def test_rain_and_steps_go_on_over_a_cut(tmp_path: Path) -> None:
    walking = (SoundCue(sound=Sound.CROWD, duration=49 / FPS), SoundCue(sound=Sound.RAIN))
    entries = []
    for index in (0, 1):
        entry = an_entry(tmp_path, index, spoken=False)
        shot = replace(entry.shot, sounds=walking)
        entries.append(replace(entry, shot=shot))
    effects = stems(tuple(entries), fps=FPS, seed=1, theme=theme(1)).effects
    cut = round(49 / FPS * SAMPLE_RATE)
    around = np.sqrt((effects[cut - 4_800 : cut + 4_800] ** 2).mean())
    assert around > 0.4 * np.sqrt((effects[24_000:60_000] ** 2).mean())


def test_where_a_shot_stands_does_not_change_its_sound(tmp_path: Path) -> None:
    entry = an_entry(tmp_path, 4, spoken=False)
    slated = replace(entry, shot=replace(entry.shot, slate=Slate(id="e09-s09-009")))
    one, other = (stems((each,), fps=FPS, seed=1, theme=theme(1)) for each in (entry, slated))
    assert np.array_equal(one.effects, other.effects)
    assert np.array_equal(one.bed, other.bed)
