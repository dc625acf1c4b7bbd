"""espeak-ng as a pure function: text in, samples with phoneme and word times out."""

import ctypes
from dataclasses import dataclass
from threading import Lock

import espeakng_loader
import numpy as np
from numpy.typing import NDArray

from engine.contracts import EngineError, _

RATE = 22_050
NEUTRAL_PITCH, NEUTRAL_RANGE = 50, 50

_RETRIEVAL = 2
_PHONEME_EVENTS_IN_IPA, _DONT_EXIT = 0x1 | 0x2, 0x8000
_UTF8, _CHARACTERS = 1, 1
_PARAMETER_RATE, _PARAMETER_PITCH, _PARAMETER_RANGE = 1, 3, 4
_END, _WORD, _SENTENCE_END, _PHONEME = 0, 1, 5, 7

# What the pitch setting does to F0, measured; it is the same curve for all variants.
_PITCH_SETTING = (0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 99)
_PITCH_RATIO = (0.653, 0.710, 0.762, 0.834, 0.920, 1.0, 1.106, 1.224, 1.369, 1.513, 1.667)


@dataclass(frozen=True, slots=True)
class Mark:
    """Something begins: a phoneme (`symbol` in IPA) or a word (`position` in the text, from 0)."""

    sample: int
    symbol: str = ""
    position: int = -1


@dataclass(frozen=True, slots=True)
class Utterance:
    """`samples` is float32 mono at `rate`, shape (n,), within -1 … 1; marks in order of time."""

    samples: NDArray[np.float32]
    phonemes: tuple[Mark, ...]
    words: tuple[Mark, ...]
    rate: int = RATE


class _Id(ctypes.Union):
    _fields_ = (
        ("number", ctypes.c_int),
        ("name", ctypes.c_char_p),
        ("string", ctypes.c_char * 8),
    )


class _Event(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _Id),
    )


_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)
_lock = Lock()


def pitch_setting(ratio: float) -> int:
    """The synthesiser's pitch setting for an F0 of `ratio` times the variant's own."""
    return round(float(np.interp(ratio, _PITCH_RATIO, _PITCH_SETTING)))


def synthesize(
    text: str, names: tuple[str, ...], *, rate: int, pitch: int, pitch_range: int
) -> Utterance:
    """Speak `text` with the first of `names` (language+variant) that the synthesiser has.

    Rate is words a minute (80 … 450); pitch and range are its settings (0 … 99, 50 is neutral).
    """
    with _lock:
        library = _open()
        try:
            if all(library.espeak_SetVoiceByName(name.encode()) for name in names):
                raise EngineError(
                    "no-voice",
                    _("The synthesiser has no voice “{name}”.", name=names[0]),
                    _("Choose another one."),
                )
            for parameter, value in (
                (_PARAMETER_RATE, min(450, max(80, rate))),
                (_PARAMETER_PITCH, min(99, max(0, pitch))),
                (_PARAMETER_RANGE, min(100, max(0, pitch_range))),
            ):
                library.espeak_SetParameter(parameter, value, 0)
            return _collect(library, text)
        finally:
            library.espeak_Terminate()
            _close(library)


def has(name: str) -> bool:
    """Whether the synthesiser reads this language, by its own name for it."""
    with _lock:
        library = _open()
        try:
            return not library.espeak_SetVoiceByName(name.encode())
        finally:
            library.espeak_Terminate()
            _close(library)


def _open() -> ctypes.CDLL:
    """A freshly loaded library, about a millisecond.

    Its noise and flutter run on in static variables that no call resets: only a library loaded
    anew gives the same text the same bytes, whatever was spoken before.
    """
    try:
        library = ctypes.CDLL(espeakng_loader.get_library_path())
    except OSError as error:
        raise EngineError(
            "no-synthesiser",
            _("The speech synthesiser cannot be loaded: {error}.", error=str(error)),
            _("Install the package espeakng-loader for this machine."),
        ) from error
    data = espeakng_loader.get_data_path().encode()
    rate = library.espeak_Initialize(_RETRIEVAL, 0, data, _PHONEME_EVENTS_IN_IPA | _DONT_EXIT)
    if rate != RATE:
        _close(library)
        raise EngineError(
            "no-synthesiser",
            _("The speech synthesiser does not find its data."),
            _("Install the package espeakng-loader again."),
        )
    library.espeak_ng_SetRandSeed(ctypes.c_long(1))
    return library


def _close(library: ctypes.CDLL) -> None:
    close = ctypes.CDLL(None).dlclose
    close.argtypes = (ctypes.c_void_p,)
    close(library._handle)


def _collect(library: ctypes.CDLL, text: str) -> Utterance:
    chunks: list[NDArray[np.int16]] = []
    phonemes: list[Mark] = []
    words: list[Mark] = []

    def receive(wave: object, count: int, events: object) -> int:
        if wave and count > 0:
            chunks.append(np.ctypeslib.as_array(wave, (count,)).copy())
        index = 0
        while (event := events[index]).type != _END:  # type: ignore[index]
            if event.type == _PHONEME:
                symbol = event.id.string.decode("utf-8", "ignore")
                phonemes.append(Mark(event.sample, symbol=symbol))
            elif event.type == _WORD:
                words.append(Mark(event.sample, position=event.text_position - 1))
            elif event.type == _SENTENCE_END:
                phonemes.append(Mark(event.sample, symbol="_"))
            index += 1
        return 0

    callback = _Callback(receive)
    library.espeak_SetSynthCallback(callback)
    encoded = text.encode("utf-8", "ignore")
    library.espeak_Synth(encoded, len(encoded) + 1, 0, _CHARACTERS, 0, _UTF8, None, None)
    library.espeak_Synchronize()
    samples = np.concatenate(chunks) if chunks else np.zeros(0, np.int16)
    order = sorted(phonemes, key=lambda mark: mark.sample)
    return Utterance((samples / 32768).astype(np.float32), tuple(order), tuple(words))
