"""With closed eyes: who speaks, and in which feeling."""

from itertools import combinations

import numpy as np
import pytest

from engine.contracts import Expression, VoiceSpec
from engine.voice import SAMPLE_RATE, Samples
from engine.voice.flite import SPEAKERS
from engine.voice.manner import MANNERS, NEUTRAL, manner
from tests.engine.voice.ears import (
    apart,
    hertz,
    level_db,
    pitch,
    say,
    slope,
    tremor,
    vibrating,
)

VOICES = [
    VoiceSpec(backend="flite", variant="f1"),
    VoiceSpec(backend="flite", variant="m1"),
    VoiceSpec(variant="f2"),
    VoiceSpec(variant="m3", language="zh"),
]


def centroid(samples: Samples) -> float:
    """Centre of the spectrum of magnitudes, as the ear weighs loudness more than power, in Hz."""
    size = np.abs(np.fft.rfft(samples))
    return float((size * np.fft.rfftfreq(len(samples), 1 / SAMPLE_RATE)).sum() / size.sum())


def test_two_people_differ_in_pitch_and_timbre() -> None:
    woman = say(VoiceSpec(variant="f2")).samples
    man = say(VoiceSpec(variant="m3", formant=0.92)).samples
    assert pitch(woman) > 1.3 * pitch(man)
    assert abs(centroid(woman) / centroid(man) - 1) > 0.04


def test_pitch_is_a_ratio_to_the_variants_own() -> None:
    low, high = (pitch(say(VoiceSpec(variant="m3", pitch=p)).samples) for p in (0.9, 1.2))
    assert high / low == pytest.approx(1.2 / 0.9, rel=0.08)


def test_a_smaller_vocal_tract_is_brighter_at_the_same_pitch_and_speed() -> None:
    large, small = (say(VoiceSpec(variant="f2", formant=f)) for f in (0.88, 1.14))
    assert centroid(small.samples) > 1.1 * centroid(large.samples)
    assert pitch(small.samples) == pytest.approx(pitch(large.samples), rel=0.07)
    assert small.duration == pytest.approx(large.duration, rel=0.08)


def test_a_higher_rate_is_faster() -> None:
    assert say(VoiceSpec(rate=1.3)).duration < 0.85 * say(VoiceSpec(rate=1.0)).duration


def test_a_rough_voice_is_another_sound() -> None:
    smooth, rough = (say(VoiceSpec(variant="m2", roughness=r)).samples for r in (0.0, 0.7))
    assert len(smooth) == len(rough)
    assert np.sqrt(((smooth - rough) ** 2).mean()) > 0.02


def test_no_two_speakers_of_a_sex_are_mixed_up() -> None:
    spoken = {name: say(VoiceSpec(backend="flite", variant=name)) for name in SPEAKERS}
    for one, other in combinations(SPEAKERS, 2):
        if one[0] == other[0]:
            assert apart(spoken[one], spoken[other]) > 0.7, (one, other)
        else:
            assert apart(spoken[one], spoken[other]) > 0.9, (one, other)


@pytest.mark.parametrize("voice", VOICES, ids=lambda voice: f"{voice.backend}-{voice.variant}")
def test_feelings_are_told_with_closed_eyes(voice: VoiceSpec) -> None:
    heard = {each: say(voice, each) for each in Expression}
    calm, sad, angry, afraid = (
        heard[each] for each in (Expression.CALM, Expression.SAD, Expression.ANGER, Expression.FEAR)
    )
    assert level_db(angry.samples) > level_db(calm.samples) + 2 > level_db(sad.samples) + 4
    assert angry.duration < 0.95 * calm.duration
    assert sad.duration > 1.1 * calm.duration
    assert pitch(sad.samples) < 0.96 * pitch(calm.samples)
    assert pitch(afraid.samples) > 1.12 * pitch(calm.samples)
    assert tremor(afraid.samples) > tremor(calm.samples) + 0.15
    assert pitch(heard[Expression.RAGE].samples) > 1.12 * pitch(calm.samples)


def test_the_melody_of_grief_falls_and_that_of_joy_leaps() -> None:
    voice = VoiceSpec(backend="flite", variant="f1")
    calm, sad, glad = (
        say(voice, each).samples for each in (Expression.CALM, Expression.SAD, Expression.JOY)
    )
    leaps = {mood: 12 * np.std(np.log2(hertz(said))) for mood, said in (("s", sad), ("g", glad))}
    assert slope(sad) / leaps["s"] < slope(glad) / leaps["g"]
    assert slope(sad) < min(-3.0, slope(calm))
    assert pitch(glad) > pitch(calm)


@pytest.mark.parametrize("voice", VOICES, ids=lambda voice: f"{voice.backend}-{voice.variant}")
def test_a_whisper_has_words_and_no_pitch(voice: VoiceSpec) -> None:
    spoken, whispered = say(voice), say(voice, hushed=True)
    assert whispered.words == spoken.words
    assert vibrating(spoken.samples) > 0.25
    assert vibrating(whispered.samples) < 0.04
    assert level_db(whispered.samples) < level_db(spoken.samples) - 3


def test_who_cries_draws_breath_before_the_line_and_the_words_wait_for_it() -> None:
    voice = VoiceSpec(backend="flite", variant="f1")
    crying = say(voice, Expression.CRY, 1.0)
    assert crying.words[0].start > 0.25
    assert vibrating(crying.samples[: round(0.25 * SAMPLE_RATE)]) == 0
    assert np.abs(crying.samples[: round(0.25 * SAMPLE_RATE)]).max() > 0.004


def test_what_speaks_is_no_pulse_train() -> None:
    """The periods of a machine are all alike; those of a throat never are."""
    for voice in VOICES:
        found = hertz(say(voice).samples)
        assert np.mean(np.abs(np.diff(np.log(found)))) > 0.004


def test_every_feeling_but_calm_bends_the_voice() -> None:
    calm = say(VoiceSpec()).samples
    for expression in Expression:
        felt = say(VoiceSpec(), expression).samples
        assert np.isfinite(felt).all()
        assert np.abs(felt).max() < 0.99
        same = len(felt) == len(calm) and np.array_equal(felt, calm)
        assert same == (expression is Expression.CALM)


def test_a_feeling_grows_with_its_intensity() -> None:
    assert set(MANNERS) == set(Expression)
    assert manner(Expression.RAGE, 0.0) == NEUTRAL
    assert manner(Expression.RAGE, 1.0) == MANNERS[Expression.RAGE]
    gains = [manner(Expression.RAGE, i).gain_db for i in (0.2, 0.5, 0.9)]
    assert gains == sorted(gains)
    voice = VoiceSpec(backend="flite", variant="f1")
    loud = [level_db(say(voice, Expression.RAGE, i).samples) for i in (0.2, 0.6, 1.0)]
    assert loud[0] + 1 < loud[1] < loud[2] - 1
