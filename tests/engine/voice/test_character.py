"""With closed eyes: who speaks, and in which feeling."""

import numpy as np
import pytest

from engine.contracts import Expression, VoiceSpec
from engine.voice import SAMPLE_RATE, Samples, Speech, speak
from engine.voice.manner import MANNERS, NEUTRAL, manner

TEXT = "You never told me where you were, and I waited all night long."


def say(
    voice: VoiceSpec, expression: Expression = Expression.CALM, intensity: float = 0.8
) -> Speech:
    return speak(TEXT, voice, language="en", expression=expression, intensity=intensity)


def pitch(samples: Samples) -> float:
    """Median F0 in Hz, by autocorrelation of the loud frames."""
    found = []
    for at in range(0, len(samples) - 4096, 2048):
        frame = samples[at : at + 4096] * np.hanning(4096)
        if np.sqrt((frame**2).mean()) < 0.02:
            continue
        spectrum = np.abs(np.fft.rfft(frame, 8192)) ** 2
        correlation = np.fft.irfft(spectrum)
        low, high = SAMPLE_RATE // 450, SAMPLE_RATE // 60
        found.append(SAMPLE_RATE / (low + int(correlation[low:high].argmax())))
    return float(np.median(found))


def centroid(samples: Samples) -> float:
    """Centre of the spectrum of magnitudes, as the ear weighs loudness more than power, in Hz."""
    size = np.abs(np.fft.rfft(samples))
    return float((size * np.fft.rfftfreq(len(samples), 1 / SAMPLE_RATE)).sum() / size.sum())


def level_db(samples: Samples) -> float:
    return float(20 * np.log10(np.sqrt((samples**2).mean())))


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


def test_anger_is_louder_and_faster_than_sadness() -> None:
    angry = say(VoiceSpec(), Expression.ANGER)
    sad = say(VoiceSpec(), Expression.SAD)
    assert level_db(angry.samples) > level_db(sad.samples) + 5
    assert angry.duration < 0.9 * sad.duration
    assert pitch(angry.samples) > pitch(sad.samples)


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
