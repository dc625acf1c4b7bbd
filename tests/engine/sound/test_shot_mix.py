"""A take's own sound."""

import numpy as np
import pytest

from engine.contracts import (
    Expression,
    SetDressing,
    SetKind,
    Shot,
    ShotSize,
    Slate,
    Sound,
    SoundCue,
    VoiceSpec,
)
from engine.sound import shot_mix
from engine.sound.master import true_peak_db
from engine.voice import SAMPLE_RATE, speak


def a_shot(duration: float = 3.0, *cues: SoundCue, kind: SetKind = SetKind.OFFICE) -> Shot:
    return Shot(
        slate=Slate(id="e01-s01-001"),
        duration=duration,
        set=SetDressing(set=kind, place="OFFICE"),
        size=ShotSize.CU,
        sounds=cues,
    )


def a_line() -> np.ndarray:
    return speak(
        "Get out!",
        VoiceSpec(),
        language="en",
        expression=Expression.RAGE,
        intensity=1.0,
    ).samples


@pytest.mark.parametrize("duration", [1.2, 2.0417, 6.0])
@pytest.mark.parametrize("seconds_of_speech", [0.0, 1.0, 9.0])
def test_the_mix_is_as_long_as_the_shot(duration: float, seconds_of_speech: float) -> None:
    speech = np.zeros(round(seconds_of_speech * SAMPLE_RATE), np.float32)
    mix = shot_mix(a_shot(duration), speech)
    assert mix.shape == (round(duration * SAMPLE_RATE), 2)
    assert mix.dtype == np.float32


def test_a_silent_shot_still_has_the_tone_of_its_room() -> None:
    mix = shot_mix(a_shot(), np.zeros(0, np.float32))
    assert 10 ** (-70 / 20) < np.sqrt((mix**2).mean()) < 10 ** (-35 / 20)


def test_a_line_is_far_above_the_room() -> None:
    line = a_line()
    silent, spoken = shot_mix(a_shot(), np.zeros(0, np.float32)), shot_mix(a_shot(), line)
    n = len(line)
    assert np.sqrt((spoken[:n] ** 2).mean()) > 10 * np.sqrt((silent[:n] ** 2).mean())


def test_a_cue_sounds_at_its_time() -> None:
    cue = SoundCue(sound=Sound.SLAP, at=1.5)
    difference = shot_mix(a_shot(3.0, cue), np.zeros(0, np.float32)) - shot_mix(
        a_shot(3.0), np.zeros(0, np.float32)
    )
    loud = np.flatnonzero(np.abs(difference).max(axis=1) > 0.05) / SAMPLE_RATE
    assert 1.4 < loud[0] < 1.55


def test_the_crack_of_a_slap_is_heard_on_the_frame_it_is_seen() -> None:
    cue = SoundCue(sound=Sound.SLAP, at=1.5)
    difference = shot_mix(a_shot(3.0, cue), np.zeros(0, np.float32)) - shot_mix(
        a_shot(3.0), np.zeros(0, np.float32)
    )
    loudest = int(np.abs(difference).max(axis=1).argmax()) / SAMPLE_RATE
    assert loudest == pytest.approx(1.5, abs=1 / 24)


def test_all_at_once_does_not_clip() -> None:
    cues = [SoundCue(sound=sound, gain_db=6.0) for sound in Sound]
    mix = shot_mix(a_shot(4.0, *cues), a_line())
    assert np.isfinite(mix).all()
    assert true_peak_db(mix) <= -1.0


def test_the_same_shot_sounds_the_same() -> None:
    shot = a_shot(2.0, SoundCue(sound=Sound.DOOR, at=0.3), kind=SetKind.CAFE)
    assert shot_mix(shot, a_line()).tobytes() == shot_mix(shot, a_line()).tobytes()
