"""Grace keeps the sound that a video model made."""

import wave
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from numpy.typing import NDArray

from engine.contracts import CutEntry, EngineError
from engine.sound import theme
from engine.sound.episode import stems
from engine.sound.stem import STEM, mix_native, stem_of, write_stem
from tests.engine.sound.test_episode import an_entry

RATE = 48_000


def tone(frequency: float, seconds: float, rate: int = RATE) -> NDArray[np.float32]:
    time = np.arange(round(seconds * rate)) / rate
    return (0.3 * np.sin(2 * np.pi * frequency * time)).astype(np.float32)


def loudness(sound: NDArray[np.float32], start: float, end: float) -> float:
    part = sound[round(start * RATE) : round(end * RATE)]
    return float(np.sqrt((part**2).mean()))


@pytest.mark.parametrize("rate", [24_000, 32_000, 44_100, 48_000])
def test_a_stem_keeps_pitch_and_time_at_48_khz(rate: int) -> None:
    sound = np.stack([tone(440, 1.0, rate), np.zeros(rate, np.float32)])
    sound[1, rate // 2] = 0.9
    stem = stem_of(sound, rate, 1.0)
    assert stem.shape == (RATE, 2)
    spectrum = np.abs(np.fft.rfft(stem[:, 0]))
    assert int(spectrum.argmax()) == 440
    assert abs(int(np.abs(stem[:, 1]).argmax()) - RATE // 2) <= 2
    assert loudness(stem[:, 0], 0.2, 0.8) == pytest.approx(0.3 / 2**0.5, rel=0.01)


def test_a_stem_is_as_long_as_its_shot() -> None:
    long = stem_of(tone(440, 2.0, 32_000)[None], 32_000, 1.25)
    assert len(long) == round(1.25 * RATE)
    assert abs(float(long[-1, 0])) < 1e-3
    short = stem_of(tone(440, 0.5, 32_000)[None], 32_000, 1.25)
    assert len(short) == round(1.25 * RATE)
    assert loudness(short, 0.6, 1.2) == 0


def test_one_channel_sounds_on_both_sides() -> None:
    stem = stem_of(tone(440, 0.5)[None], RATE, 0.5)
    assert np.array_equal(stem[:, 0], stem[:, 1])
    assert loudness(stem, 0.1, 0.4) > 0.2


def test_a_stem_is_written_as_a_wav_that_holds_it(tmp_path: Path) -> None:
    stem = stem_of(np.stack([tone(440, 0.5), tone(660, 0.5)]), RATE, 0.5)
    with wave.open(str(write_stem(tmp_path, stem * 4))) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 2, 2)
        read = np.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, 2) / 32767
    assert np.allclose(read, (stem * 4).clip(-1, 1), atol=1e-4)


def spoken() -> NDArray[np.float32]:
    """A voice from 1 to 2 s of 3."""
    voice = np.zeros(3 * RATE, np.float32)
    voice[RATE : 2 * RATE] = tone(200, 1.0)
    return voice


def test_without_lines_the_stem_stays_as_it_is() -> None:
    stem = stem_of(tone(440, 3.0)[None], RATE, 3.0)
    assert np.array_equal(mix_native(np.zeros(100, np.float32), stem, has_lines=False), stem)


def test_lines_that_only_the_model_speaks_stay_in_the_stem() -> None:
    stem = stem_of(tone(440, 3.0)[None], RATE, 3.0)
    assert np.array_equal(mix_native(np.zeros(100, np.float32), stem, has_lines=True), stem)


def test_while_the_own_voice_speaks_the_stem_is_gone_and_between_phrases_it_is_down() -> None:
    stem = stem_of(tone(440, 3.0)[None], RATE, 3.0)
    before = stem.copy()
    mixed = mix_native(spoken(), stem, has_lines=True)
    voice = np.repeat(spoken()[:, None], 2, axis=1)
    left = mixed[RATE : 2 * RATE] - voice[RATE : 2 * RATE]
    assert np.abs(left).max() < 0.3 * 0.003  # 50 dB under the stem
    assert loudness(mixed, 0.1, 0.5) == pytest.approx(loudness(stem, 0.1, 0.5) * 0.251, rel=0.01)
    assert np.array_equal(stem, before)


def test_the_stem_comes_and_goes_without_a_step() -> None:
    steady = np.full((3 * RATE, 2), 0.3, np.float32)
    mixed = mix_native(spoken(), steady, has_lines=True)[:, 0] - spoken()
    assert float(np.abs(np.diff(mixed)).max()) < 1e-3


def with_stem(tmp_path: Path) -> CutEntry:
    """A silent shot with a slap in its list of sounds, and a model that made a tone with it."""
    entry = an_entry(tmp_path, 4, spoken=False)
    write_stem(Path(entry.folder), stem_of(tone(440, 2.0)[None], RATE, 49 / 24))
    return replace(entry, take=replace(entry.take, stem=STEM))


def test_in_the_episode_a_stem_is_heard_instead_of_what_was_cued(tmp_path: Path) -> None:
    entry = with_stem(tmp_path)
    own, cued = (
        stems((one,), fps=24, seed=3, theme=theme(3)).effects
        for one in (entry, replace(entry, take=replace(entry.take, stem="")))
    )
    spectrum = np.abs(np.fft.rfft(own[:RATE, 0]))
    assert int(spectrum.argmax()) == 440
    slap = slice(round(0.4 * RATE), round(0.5 * RATE))
    assert np.abs(cued[slap]).max() > 0.2
    assert np.abs(own[slap]).max() == pytest.approx(0.3, abs=0.02)


def test_a_stem_is_cut_with_its_take(tmp_path: Path) -> None:
    entry = with_stem(tmp_path)
    parts = stems((replace(entry, trim_in=12, trim_out=12),), fps=24, seed=3, theme=theme(3))
    assert len(parts.effects) == round(25 / 24 * RATE)
    assert loudness(parts.effects, 0.3, 0.8) == pytest.approx(0.3 / 2**0.5, rel=0.02)


def test_a_stem_that_is_not_there_is_said(tmp_path: Path) -> None:
    entry = with_stem(tmp_path)
    (Path(entry.folder) / STEM).unlink()
    with pytest.raises(EngineError, match="cannot be read"):
        stems((entry,), fps=24, seed=3, theme=theme(3))
