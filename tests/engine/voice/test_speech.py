"""A line spoken: the mouth follows the words, and odd text harms nothing."""

from itertools import pairwise

import numpy as np
import pytest

from engine.contracts import EngineError, Expression, VoiceSpec
from engine.voice import SAMPLE_RATE, Speech, Viseme, flite, speak
from engine.voice.espeak import Espeak
from engine.voice.flite import Flite

MIA = VoiceSpec(variant="f2")


ANN = VoiceSpec(backend="flite", variant="f1")


def say(text: str, language: str = "en", voice: VoiceSpec = MIA) -> Speech:
    return speak(text, voice, language=language, expression=Expression.CALM, intensity=0.5)


def assert_sound(speech: Speech) -> None:
    assert speech.samples.dtype == np.float32
    assert speech.samples.ndim == 1
    assert np.isfinite(speech.samples).all()
    assert np.abs(speech.samples).max() < 0.99
    assert speech.duration < 1 or np.abs(np.diff(speech.samples)).max() < 0.9
    spans = speech.visemes
    assert all(0 <= span.start < span.end <= speech.duration for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(0 <= w.start <= w.end <= speech.duration for w in speech.words)
    assert all(a.end <= b.start + 1e-9 for a, b in pairwise(speech.words))


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "But please, Mother, you knew.", "But please Mother you knew"),
        ("zh-Hans", "你不要再骗我了，妈妈。", "你 不 要 再 骗 我 了 妈 妈"),
        ("es", "¿Por qué me mientes, mamá?", "Por qué me mientes mamá"),
        ("de", "Bitte, Mutter, komm.", "Bitte Mutter komm"),
        ("fr", "Pourquoi mentez-vous, maman ?", "Pourquoi mentez-vous maman"),
    ],
)
def test_a_line_moves_the_mouth_and_times_every_word(language: str, text: str, words: str) -> None:
    speech = say(text, language)
    assert_sound(speech)
    assert [word.text for word in speech.words] == words.split()
    assert len({span.viseme for span in speech.visemes}) >= 5


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("en", "We saw Peter.", "Peter"),
        ("zh", "你是妈妈。", "妈"),
        ("es", "Yo sé bailar.", "bailar"),
    ],
)
def test_lips_close_where_a_word_starts_with_p_b_or_m(language: str, text: str, word: str) -> None:
    speech = say(text, language)
    start = next(span.start for span in speech.words if span.text == word)
    closed = [span for span in speech.visemes if span.viseme is Viseme.PP]
    assert min(abs(span.start - start) for span in closed) < 0.09


@pytest.mark.parametrize("voice", [MIA, ANN])
def test_the_mouth_rests_in_a_pause(voice: VoiceSpec) -> None:
    speech = say("Stop! Listen to me.", voice=voice)
    stop, listen = speech.words[0], speech.words[1]
    rest = [s for s in speech.visemes if s.viseme is Viseme.SIL and s.end <= listen.start + 0.05]
    assert rest
    assert stop.end <= rest[0].start + 0.01 < listen.start


@pytest.mark.parametrize("voice", [MIA, ANN])
def test_visemes_lie_where_there_is_sound(voice: VoiceSpec) -> None:
    speech = say("Mama made me a moon.", voice=voice)
    last = max(span.end for span in speech.visemes if span.viseme is not Viseme.SIL)
    loud = np.flatnonzero(np.abs(speech.samples) > 0.02) / SAMPLE_RATE
    assert loud[0] < 0.08
    assert abs(loud[-1] - last) < 0.15


def test_a_recorded_voice_closes_its_lips_and_knows_its_words() -> None:
    speech = say("But please, Mother, at 12:30 you knew — didn't you?", voice=ANN)
    assert_sound(speech)
    said = [word.text for word in speech.words]
    assert said == ["But", "please", "Mother", "at", "12", "30", "you", "knew", "didn't", "you"]
    start = next(word.start for word in speech.words if word.text == "Mother")
    closed = [span for span in speech.visemes if span.viseme is Viseme.PP]
    assert min(abs(span.start - start) for span in closed) < 0.09


def test_a_recorded_voice_leaves_other_languages_to_the_other() -> None:
    recorded, synthetic = (
        say("你好，妈妈", "zh", voice) for voice in (ANN, VoiceSpec(variant="f1"))
    )
    assert recorded.samples.tobytes() == synthetic.samples.tobytes()


def test_without_the_recorded_voices_it_is_said_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(flite, "_opened", flite._opened.__wrapped__)
    monkeypatch.setattr(flite, "_LIBRARY", "libflite-is-not-here{}.so")
    with pytest.raises(EngineError) as caught:
        Flite().speak("Hello.", ANN, language="en", expression=Expression.CALM, intensity=0.5)
    assert "libflite1" in str(caught.value.advice)


def test_words_that_are_one_word_to_the_synthesiser_share_its_time() -> None:
    words = say("It is one of the letters.").words
    assert [word.text for word in words] == ["It", "is", "one", "of", "the", "letters"]
    assert all(word.end > word.start for word in words)


@pytest.mark.parametrize("backend", [Espeak, Flite])
def test_the_same_line_sounds_the_same_after_others_were_spoken(
    backend: type[Espeak | Flite],
) -> None:
    def fresh(text: str, language: str) -> Speech:
        return backend().speak(
            text, MIA, language=language, expression=Expression.ANGER, intensity=0.7
        )

    first = fresh("You knew, Mother.", "en")
    for text, language in (("你好", "zh"), ("Adiós, amigo.", "es"), ("Who are you?", "en")):
        fresh(text, language)
    again = fresh("You knew, Mother.", "en")
    assert first.samples.tobytes() == again.samples.tobytes()
    assert first.visemes == again.visemes


@pytest.mark.parametrize(
    "text",
    [
        "WHAT?!",
        "But I... I thought— no -- never",
        "Call 911 at 12:30, it costs $5.99!",
        "<b>No</b> *way*, _Anna_ & {co}",
        "I love it 😀😀",
        "Привет, мама",
        "\x00 null \ud800 and a lone surrogate",
        "A" * 900,
        "[[x]] (sobbing)",
    ],
)
def test_odd_text_is_spoken_all_the_same(text: str) -> None:
    for voice in (MIA, ANN):
        speech = say(text, voice=voice)
        assert_sound(speech)
        assert speech.visemes
        assert speech.words


@pytest.mark.parametrize("text", ["", "   ", "…", "?!", "😀", "———", "<i></i>"])
def test_text_with_nothing_to_say_is_a_short_breath(text: str) -> None:
    speech = say(text)
    assert_sound(speech)
    assert speech.visemes == ()
    assert speech.words == ()
    assert 0.2 < speech.duration < 1


def test_a_long_line_keeps_all_its_words_in_order() -> None:
    text = " ".join(f"Word {number} is here." for number in range(40))
    speech = say(text)
    assert_sound(speech)
    assert len(speech.words) == 160


def test_a_chinese_line_is_read_by_a_voice_of_another_language() -> None:
    assert say("你好，妈妈", "en").visemes == say("你好，妈妈", "zh").visemes


def test_an_unknown_variant_still_speaks() -> None:
    assert_sound(say("Hello there.", voice=VoiceSpec(variant="nobody")))


def test_an_unknown_backend_is_named_in_the_error() -> None:
    with pytest.raises(EngineError, match="opera"):
        say("Hello", voice=VoiceSpec(backend="opera"))


def test_remembered_samples_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="read-only"):
        say("Mine.").samples[0] = 1
