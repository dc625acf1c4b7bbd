"""Speech: a line's text and a voice become samples with mouth shapes and word times.

To add a voice: write a class with the method of `Voice` (say `Onnx` in engine/voice/onnx.py,
which reads a model file that lies on disk), name it in BACKENDS, and set `backend` in the
character's VoiceSpec; `variant` then says which speaker. It has to give the same samples for
the same arguments, at SAMPLE_RATE, and visemes from its own phoneme durations. It is imported on
first use.
"""

from collections import OrderedDict
from functools import cached_property, lru_cache
from importlib import import_module
from threading import Lock
from typing import Any, Protocol

import msgspec
import numpy as np

from engine.contracts import EngineError, Expression, VoiceSpec, _
from engine.store import kept
from engine.voice.speech import SAMPLE_RATE, Samples, Speech, Viseme, VisemeSpan, WordSpan

__all__ = [
    "BACKENDS",
    "SAMPLE_RATE",
    "Samples",
    "Speech",
    "Viseme",
    "VisemeSpan",
    "Voice",
    "WordSpan",
    "speak",
]

BACKENDS = {"espeak": "engine.voice.espeak:Espeak", "flite": "engine.voice.flite:Flite"}
REMEMBERED_BYTES = 48 * 2**20  # of samples, about four minutes of speech

_Packed = tuple[bytes, tuple[VisemeSpan, ...], tuple[WordSpan, ...]]
_Key = tuple[str, VoiceSpec, str, Expression, float, bool]


class Voice(Protocol):
    """One way of making speech."""

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
        """See `engine.voice.speak`."""


def speak(
    text: str,
    voice: VoiceSpec,
    *,
    language: str,
    expression: Expression,
    intensity: float,
    hushed: bool = False,
) -> Speech:
    """Say `text`: mono float32 at SAMPLE_RATE, shape (n,), visemes and words in seconds.

    `language` is BCP 47, "" the voice's own; `intensity` is 0 … 1; `hushed` is whispered. The
    samples are shared with later callers and cannot be written. Text with nothing to say gives a
    short breath without visemes. Raises EngineError for a backend that does not exist.
    """
    key = (text, voice, language, expression, intensity, hushed)
    if (known := _memory.get(key)) is not None:
        return known
    spoken = _backend(voice.backend).speak(
        text,
        voice,
        language=language,
        expression=expression,
        intensity=intensity,
        hushed=hushed,
    )
    _memory.put(key, spoken)
    return spoken


@lru_cache(maxsize=len(BACKENDS) + 8)
def _backend(name: str) -> Voice:
    if name not in BACKENDS:
        raise EngineError(
            "unknown-voice-backend",
            _("There is no voice backend “{name}”.", name=name),
            _("Set the voice's backend to one of: {backends}.", backends=tuple(BACKENDS)),
        )
    return _Kept(name)


class _Kept:
    """A voice whose speeches are kept on disk; it is not even imported for what it said before."""

    def __init__(self, name: str) -> None:
        self._name = name

    def speak(self, text: str, voice: VoiceSpec, **manner: Any) -> Speech:
        def packed() -> bytes:
            said = self._voice.speak(text, voice, **manner)
            return msgspec.msgpack.encode((said.samples.tobytes(), said.visemes, said.words))

        content = kept(("speech", self._name, text, voice, manner), "engine.voice", packed)
        samples, visemes, words = msgspec.msgpack.decode(content, type=_Packed)
        return Speech(np.frombuffer(samples, np.float32), visemes, words)

    @cached_property
    def _voice(self) -> Voice:
        module, _colon, attribute = BACKENDS[self._name].partition(":")
        made: Voice = getattr(import_module(module), attribute)()
        return made


class _Memory:
    """The latest speeches, bounded by the bytes of their samples rather than by their number."""

    def __init__(self, limit: int) -> None:
        self._limit, self._size, self._lock = limit, 0, Lock()
        self._kept: OrderedDict[_Key, Speech] = OrderedDict()

    def get(self, key: _Key) -> Speech | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: _Key, speech: Speech) -> None:
        with self._lock:
            if key in self._kept or speech.samples.nbytes > self._limit:
                return
            self._kept[key] = speech
            self._size += speech.samples.nbytes
            while self._size > self._limit:
                _, oldest = self._kept.popitem(last=False)
                self._size -= oldest.samples.nbytes


_memory = _Memory(REMEMBERED_BYTES)
