"""The voice that speaks every language: formant speech by espeak-ng."""

from functools import lru_cache
from zlib import crc32

from engine.contracts import Expression, VoiceSpec
from engine.voice import library
from engine.voice.library import Utterance
from engine.voice.manner import Manner, manner
from engine.voice.performance import Delivery, spoken
from engine.voice.speech import Speech
from engine.voice.text import has_words, language_name, speakable
from engine.voice.timbre import Band, Tone

_WORDS_A_MINUTE = 168
_TONAL = ("cmn", "yue", "vi", "th")  # a flat range would say other words
# Timbres that the synthesiser calls otherwise.
_VARIANTS = {
    "f6": "Annie", "f7": "linda", "f8": "belinda", "f9": "grandma", "m9": "grandpa",
    "m10": "iven2", "m11": "marcelo",
}  # fmt: skip

_TONE = Tone((Band(210, 2.5, 0.7), Band(2_900, -2.0, 0.7), Band(6_500, -3.0, 0.6)), 0.015)


class Espeak:
    """The `Voice` of engine.voice for VoiceSpec.backend "espeak"."""

    def speak(
        self,
        text: str,
        voice: VoiceSpec,
        *,
        language: str,
        expression: Expression,
        intensity: float,
        hushed: bool = False,
    ) -> Speech:
        said = speakable(text)
        name = language_name(said, language, voice.language)
        acted = manner(expression, intensity, hushed=hushed)
        seed = crc32(text.encode("utf-8", "ignore"))
        return spoken(said, acted, seed, lambda piece: _uttered(piece, voice, name, acted))


@lru_cache(maxsize=64)
def _has(name: str) -> bool:
    return library.has(name)


def reads(text: str, language: str) -> bool:
    """Whether a voice can read the letters that `text` is mostly written in."""
    said = speakable(text)
    return not has_words(said) or _has(language_name(said, language, ""))


def _uttered(text: str, voice: VoiceSpec, name: str, acted: Manner) -> tuple[Utterance, Delivery]:
    formant = min(1.4, max(0.7, voice.formant))
    variant = _VARIANTS.get(voice.variant, voice.variant)
    pitch = voice.pitch * acted.pitch
    utterance = library.synthesize(
        text,
        (f"{name}+{variant}", name, f"en-us+{variant}", "en-us"),
        rate=round(_WORDS_A_MINUTE * voice.rate * acted.rate / formant),
        pitch=library.pitch_setting(pitch / formant),
        pitch_range=_range(acted, name),
    )
    return utterance, Delivery(
        formant, 55.0, 420.0, _TONE, tonal=name in _TONAL, roughness=voice.roughness
    )


def _range(acted: Manner, name: str) -> int:
    wanted = library.NEUTRAL_RANGE * acted.range
    return round(max(wanted, 45.0) if name in _TONAL else wanted)
