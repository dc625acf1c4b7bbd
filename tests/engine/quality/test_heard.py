"""Dave listens to takes."""

import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray

from engine.contracts import Severity
from engine.quality.files import SAMPLE_RATE, sound
from engine.quality.heard import Heard, hearing
from tests.engine.quality.conftest import Drawn
from tests.engine.quality.test_picture import codes

Track = NDArray[np.float32]


def mixed(take: Drawn) -> Track:
    track = sound(take.video)
    assert track is not None
    return track


def tone(frequency: float, n: int) -> Track:
    return np.sin(2 * np.pi * frequency * np.arange(n) / SAMPLE_RATE).astype(np.float32)


def mains(frequency: float, n: int) -> Track:
    partials = [tone(frequency * number, n) * 0.02 / number for number in (1, 2, 3, 4)]
    return np.stack([sum(partials, np.zeros(n, np.float32))] * 2, axis=1)


def test_a_line_that_is_said_is_heard(talking: Drawn) -> None:
    verdict = hearing(Heard(mixed(talking), talking.speech), talking.shot)
    assert codes(verdict) == []
    assert verdict is not None
    assert verdict.score == 1


def test_a_line_that_is_not_said_is_an_error_at_its_time(talking: Drawn) -> None:
    nothing = np.zeros_like(talking.speech)
    verdict = hearing(Heard(mixed(talking), nothing), talking.shot)
    assert codes(verdict) == ["line-not-heard"]
    assert verdict is not None
    (found,) = verdict.findings
    assert found.problem.severity is Severity.ERROR
    assert (found.start, found.end) == (0.2, 1.1)
    assert verdict.score == 0


def test_a_line_without_any_sound_is_not_heard(talking: Drawn) -> None:
    assert codes(hearing(Heard(), talking.shot)) == ["line-not-heard"]


def test_a_line_said_at_another_time_is_not_heard(talking: Drawn) -> None:
    late = np.roll(talking.speech, round(1.2 * SAMPLE_RATE))
    late[: round(1.2 * SAMPLE_RATE)] = 0
    assert codes(hearing(Heard(mixed(talking), late), talking.shot)) == ["line-not-heard"]


def test_a_take_in_which_nothing_is_heard_is_silent(talking: Drawn) -> None:
    mute = msgspec.structs.replace(talking.shot, lines=())
    verdict = hearing(Heard(np.zeros((SAMPLE_RATE, 2), np.float32)), mute)
    assert codes(verdict) == ["silent"]
    assert codes(hearing(Heard(mixed(talking)), mute)) == []


def test_a_shot_without_lines_or_sound_is_not_judged_by_it(talking: Drawn) -> None:
    assert hearing(Heard(), msgspec.structs.replace(talking.shot, lines=())) is None


def test_what_is_overdriven_clips(talking: Drawn) -> None:
    loud = (mixed(talking) * 40).clip(-1, 1)
    verdict = hearing(Heard(loud, talking.speech), talking.shot)
    assert codes(verdict) == ["clipping"]
    assert verdict is not None
    assert verdict.score == 0.5


def test_clipping_is_found_where_it_begins_be_it_on_one_side_and_downwards(talking: Drawn) -> None:
    track = mixed(talking)
    track[SAMPLE_RATE : SAMPLE_RATE + 2000, 1] = -1.0
    verdict = hearing(Heard(track, talking.speech), talking.shot)
    assert codes(verdict) == ["clipping"]
    assert verdict is not None
    assert verdict.findings[0].start == 1.0


@pytest.mark.parametrize("frequency", [50, 60])
def test_mains_are_heard_as_hum(talking: Drawn, frequency: int) -> None:
    track = mixed(talking)
    verdict = hearing(Heard(track + mains(frequency, len(track)), talking.speech), talking.shot)
    assert codes(verdict) == ["hum"]
    assert verdict is not None
    assert str(frequency) in verdict.findings[0].problem.message


def test_one_low_note_is_no_hum(talking: Drawn) -> None:
    track = mixed(talking)
    note = tone(100, len(track))[:, None] * np.float32(0.05)
    assert codes(hearing(Heard(track + note, talking.speech), talking.shot)) == []
