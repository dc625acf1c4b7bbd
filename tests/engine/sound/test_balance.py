"""Room for speech."""

import numpy as np
import pytest

from engine.sound.balance import make_room, phrases
from engine.sound.blocks import SAMPLE_RATE, Audio, band, coloured, db, lay, silence
from engine.sound.master import CELL, activity, loudness, power

LONG = 8 * SAMPLE_RATE
SPOKEN = slice(2 * SAMPLE_RATE, 4 * SAMPLE_RATE)
REST = slice(5 * SAMPLE_RATE, LONG)


def noise(level_db: float, n: int = LONG) -> Audio:
    return coloured(np.random.default_rng(1), n, band(100, 6_000, -0.5)) * np.float32(db(level_db))


def speech(level_db: float = -20) -> Audio:
    """Two seconds of it, from the second second on."""
    out = silence(LONG)
    lay(out, noise(level_db, 2 * SAMPLE_RATE), 2.0)
    return out


def roomy(sound: Audio, apart: float) -> Audio:
    made, said = sound.copy(), speech()
    make_room(made, power(said), activity(said[:, 0]), apart)
    return made


def test_what_is_too_loud_under_a_phrase_stands_back_and_comes_again() -> None:
    made = roomy(noise(-22), 11.0)
    assert loudness(speech()[SPOKEN]) - loudness(made[SPOKEN]) == pytest.approx(11, abs=0.3)
    assert np.array_equal(made[REST], noise(-22)[REST])


def test_what_is_quiet_enough_is_left_alone() -> None:
    assert np.array_equal(roomy(noise(-34), 11.0), noise(-34))


def test_a_hit_over_the_last_word_is_measured_by_that_word_alone() -> None:
    hit = silence(LONG)
    lay(hit, noise(-18, SAMPLE_RATE), 3.6)
    made = roomy(hit, 12.0)
    words = slice(3 * SAMPLE_RATE // CELL, 4 * SAMPLE_RATE // CELL)
    said, heard = (power(each)[words].mean() for each in (speech(), made))
    assert 10 * np.log10(said / heard) == pytest.approx(12, abs=0.01)
    after = slice(round(4.4 * SAMPLE_RATE), round(4.6 * SAMPLE_RATE))
    assert np.array_equal(made[after], hit[after])


def test_room_is_made_without_a_step() -> None:
    gain = (roomy(noise(-20), 30.0) / noise(-20))[:, 0]
    assert gain.min() < 0.1
    assert np.abs(np.diff(gain)).max() < 0.001


def test_a_long_speech_is_weighed_in_parts_of_seconds() -> None:
    marks = list(phrases(np.ones(10 * SAMPLE_RATE, np.float32)))
    assert marks[0][0] == 0
    assert marks[-1][1] == 10 * SAMPLE_RATE // CELL
    assert all(1.0 <= (end - start) * CELL / SAMPLE_RATE <= 1.5 for start, end in marks)
