"""How long lines really sound: measured with the character's own voice."""

from functools import lru_cache

from engine.contracts import Expression, VoiceSpec
from engine.script.plan import Spoken
from engine.voice import speak


@lru_cache(maxsize=4096)
def measure(
    text: str,
    voice: VoiceSpec,
    language: str,
    expression: Expression,
    intensity: float,
    *,
    hushed: bool = False,
) -> Spoken:
    """Duration and word times, in seconds; raises EngineError for a voice that does not exist."""
    speech = speak(
        text,
        voice,
        language=language,
        expression=expression,
        intensity=intensity,
        hushed=hushed,
    )
    words = tuple((word.text, round(word.start, 3), round(word.end, 3)) for word in speech.words)
    return Spoken(round(speech.duration, 3), words)
