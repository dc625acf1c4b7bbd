"""Meters and the limiter."""

import numpy as np
import pyloudnorm
import pytest
from scipy import signal

from engine.sound.blocks import SAMPLE_RATE, Audio, band, coloured, db, silence
from engine.sound.master import limited, loudness, normalised, true_peak_db

METER = pyloudnorm.Meter(SAMPLE_RATE)


def programme(level_db: float = -20, seconds: float = 9.3) -> Audio:
    """Noise that comes and goes, with a quiet half that the gate leaves out."""
    n = round(seconds * SAMPLE_RATE)
    made = coloured(np.random.default_rng(2), n, band(60, 9_000, -0.5))
    made[n // 2 : n * 3 // 4] *= np.float32(0.02)
    return made * np.float32(db(level_db))


@pytest.mark.parametrize("level_db", [-45, -20, -3])
def test_loudness_is_what_another_meter_says(level_db: float) -> None:
    made = programme(level_db)
    assert loudness(made) == pytest.approx(METER.integrated_loudness(made), abs=0.15)


def test_a_sine_in_one_channel_has_the_loudness_of_the_standard() -> None:
    sine = silence(4 * SAMPLE_RATE)
    sine[:, 0] = np.sin(2 * np.pi * 997 * np.arange(len(sine)) / SAMPLE_RATE)
    assert loudness(sine) == pytest.approx(-3.01, abs=0.05)


def test_silence_and_a_moment_have_no_loudness() -> None:
    assert loudness(silence(SAMPLE_RATE)) == -70
    assert loudness(programme(seconds=0.3)) == -70


def test_a_peak_between_the_samples_is_found_wherever_it_stands() -> None:
    """A sine at a quarter of the rate, 45 degrees off, is 3 dB higher between its samples."""
    for start in (0, 2**18 - 300, 2**18 + 100):
        made = silence(2**19)
        n = np.arange(600)
        hull = np.hanning(600) * 0.7
        made[start : start + 600, 1] = hull * np.sin(np.pi / 2 * n + np.pi / 4)
        fine = signal.resample_poly(made[:, 1], 16, 1)
        assert true_peak_db(made) == pytest.approx(20 * np.log10(np.abs(fine).max()), abs=0.1)


@pytest.mark.parametrize("level_db", [-40, -24, -12])
def test_any_mix_comes_to_level_under_the_ceiling(level_db: float) -> None:
    made = programme(level_db)
    made[::7_001] += np.float32(0.8)  # clicks that the limiter has to take
    samples, lufs, peak = normalised(made)
    assert METER.integrated_loudness(samples) == pytest.approx(-14, abs=0.3)
    assert lufs == pytest.approx(loudness(samples))
    assert peak == pytest.approx(true_peak_db(samples), abs=0.02)
    assert peak <= -1.0


def test_silence_stays_silence() -> None:
    samples, lufs, _ = normalised(silence(SAMPLE_RATE))
    assert not samples.any()
    assert lufs == -70


def test_the_limiter_gives_way_before_a_peak_and_leaves_the_rest_alone() -> None:
    made = programme(-30, 2.0)
    loud = made.copy()
    loud[SAMPLE_RATE] = 1.5
    done = limited(loud)
    assert true_peak_db(done) <= -1.0
    gain = done[:, 0] / loud[:, 0]
    assert np.abs(gain[: SAMPLE_RATE - 1_000] - 1).max() < 1e-6
    assert np.abs(gain[SAMPLE_RATE + 2_400 :] - 1).max() < 1e-6
    assert gain[SAMPLE_RATE - 24] < 0.9
    assert np.abs(np.diff(gain)).max() < 0.02
