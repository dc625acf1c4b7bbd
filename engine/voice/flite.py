"""English with the timbre of real speakers: recordings as CMU Flite's statistical voices know them.

Flite's own melody and pace cannot be asked for; they are made by engine.voice.performance.
Lines that are not English are spoken by espeak-ng, with the timbre of the same name.
"""

import ctypes
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from threading import Lock
from zlib import crc32

import numpy as np

from engine.contracts import EngineError, Expression, VoiceSpec, _
from engine.voice.espeak import Espeak
from engine.voice.library import Mark, Utterance
from engine.voice.manner import Manner, manner
from engine.voice.performance import Delivery, spoken
from engine.voice.speech import Speech
from engine.voice.text import language_name, speakable
from engine.voice.timbre import Band, Tone


@dataclass(frozen=True, slots=True)
class Speaker:
    """A recorded speaker, or someone made of one by another throat."""

    recording: str
    low: float  # Hz between which the recorded pitch lies
    high: float
    pitch: float = 1.0
    formant: float = 1.0
    tempo: float = 1.0


_SLT, _RMS, _AWB = ("slt", 110.0, 330.0), ("rms", 60.0, 200.0), ("awb", 75.0, 240.0)
SPEAKERS = {
    "f1": Speaker(*_SLT, tempo=1.04),
    "f2": Speaker(*_SLT, pitch=1.1, formant=0.95),
    "f3": Speaker(*_AWB, pitch=1.42, formant=1.13),
    "f4": Speaker(*_SLT, pitch=1.3, formant=1.08, tempo=1.06),
    "f5": Speaker(*_RMS, pitch=1.8, formant=1.15, tempo=1.14),
    "f6": Speaker(*_AWB, pitch=1.65, formant=1.22, tempo=1.04),
    "f7": Speaker(*_SLT, pitch=0.93, formant=0.9),
    "f8": Speaker(*_RMS, pitch=1.48, formant=1.1, tempo=1.02),
    "m1": Speaker(*_RMS, tempo=1.1),
    "m2": Speaker(*_AWB),
    "m3": Speaker(*_RMS, pitch=1.18, formant=1.06, tempo=1.14),
    "m4": Speaker(*_AWB, pitch=0.82, formant=0.93),
    "m5": Speaker(*_SLT, pitch=0.72, formant=0.84),
    "m6": Speaker(*_RMS, pitch=0.86, formant=0.92, tempo=1.06),
    "m7": Speaker(*_AWB, pitch=1.2, formant=1.08, tempo=1.1),
    "m8": Speaker(*_SLT, pitch=0.6, formant=0.79),
}
_IPA = {
    "aa": "ɑ", "ae": "æ", "ah": "ʌ", "ao": "ɔ", "aw": "aʊ", "ax": "ə", "axr": "ɚ", "ay": "aɪ",
    "ch": "tʃ", "dh": "ð", "eh": "ɛ", "er": "ɝ", "ey": "eɪ", "g": "ɡ", "hh": "h", "ih": "ɪ",
    "iy": "i", "jh": "dʒ", "ng": "ŋ", "ow": "oʊ", "oy": "ɔɪ", "r": "ɹ", "sh": "ʃ", "th": "θ",
    "uh": "ʊ", "uw": "u", "y": "j", "zh": "ʒ", "pau": "_",
}  # fmt: skip
_STOPS = ("p", "b", "t", "d", "k", "g", "ch", "jh")
_CLOSED = 0.045  # seconds of a stop before its burst, which is where one is marked

# Its statistics flatten what makes a voice near: measured against the long-term mean of speech.
_NEAR = (Band(230, -4.0, 0.7), Band(900, 3.0, 0.7), Band(1_900, 4.5, 0.7))
_TONES = {
    "slt": Tone((*_NEAR, Band(3_600, 5.0, 0.6), Band(6_500, 6.0, 0.6)), 0.007),
    "awb": Tone((*_NEAR, Band(3_600, 2.0, 0.6), Band(6_500, 6.0, 0.6)), 0.007),
    "rms": Tone((*_NEAR, Band(3_600, 4.0, 0.6), Band(7_600, -6.0, 1.0)), 0.007),
}


class Flite:
    """The `Voice` of engine.voice for VoiceSpec.backend "flite"."""

    def __init__(self) -> None:
        self._other = Espeak()

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
        if not language_name(said, language, voice.language).startswith("en"):
            return self._other.speak(
                text, voice, language=language, expression=expression, intensity=intensity,
                hushed=hushed,
            )  # fmt: skip
        acted = manner(expression, intensity, hushed=hushed)
        seed = crc32(text.encode("utf-8", "ignore"))
        return spoken(said, acted, seed, lambda piece: _uttered(piece, voice, acted))


def _uttered(text: str, voice: VoiceSpec, acted: Manner) -> tuple[Utterance, Delivery]:
    speaker = SPEAKERS.get(voice.variant, SPEAKERS["f1"])
    formant = min(1.4, max(0.7, speaker.formant * voice.formant))
    return _synthesized(text, speaker.recording), Delivery(
        formant,
        speaker.low,
        speaker.high,
        _TONES[speaker.recording],
        pitch=speaker.pitch * voice.pitch * acted.pitch / formant,
        stretch=formant / (speaker.tempo * voice.rate * acted.rate),
        range=1.15 * acted.range,
        roughness=voice.roughness,
    )


class _Wave(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_char_p),
        ("rate", ctypes.c_int),
        ("count", ctypes.c_int),
        ("channels", ctypes.c_int),
        ("samples", ctypes.POINTER(ctypes.c_short)),
    )


_lock = Lock()
_LIBRARY = "libflite{}.so.1"
_SIGNATURES = {
    "flite_synth_text": (ctypes.c_void_p, (ctypes.c_char_p, ctypes.c_void_p)),
    "utt_wave": (ctypes.POINTER(_Wave), (ctypes.c_void_p,)),
    "utt_relation": (ctypes.c_void_p, (ctypes.c_void_p, ctypes.c_char_p)),
    "relation_head": (ctypes.c_void_p, (ctypes.c_void_p,)),
    "item_next": (ctypes.c_void_p, (ctypes.c_void_p,)),
    "ffeature_string": (ctypes.c_char_p, (ctypes.c_void_p, ctypes.c_char_p)),
    "ffeature_float": (ctypes.c_float, (ctypes.c_void_p, ctypes.c_char_p)),
    "delete_utterance": (None, (ctypes.c_void_p,)),
}


def _synthesized(text: str, recording: str) -> Utterance:
    plain = _plain(text)
    with _lock:
        library = _opened()
        ctypes.CDLL(None).srand(1)  # its breath is libc's random numbers
        utterance = library.flite_synth_text(plain.encode("ascii"), _registered(recording))
        wave = library.utt_wave(utterance).contents
        samples = np.ctypeslib.as_array(wave.samples, (wave.count,)) / np.float32(32_768)
        phonemes = tuple(_phonemes(library, utterance, wave.rate))
        words = tuple(_words(library, utterance, wave.rate, plain))
        rate = int(wave.rate)
        library.delete_utterance(utterance)
    return Utterance(np.asarray(samples, np.float32), phonemes, words, rate)


def _plain(text: str) -> str:
    """`text` in ASCII, each letter still at its place."""
    out = []
    for letter in text.translate(str.maketrans("’‘“”…。！？，", "''\"\"..!?,")):
        base = unicodedata.normalize("NFD", letter)[0]
        out.append(base if base.isascii() and base.isprintable() else " ")
    return "".join(out)


@cache
def _opened() -> ctypes.CDLL:
    try:
        library = ctypes.CDLL(_LIBRARY.format(""), mode=ctypes.RTLD_GLOBAL)
        for part in ("_cmulex", "_usenglish"):
            ctypes.CDLL(_LIBRARY.format(part), mode=ctypes.RTLD_GLOBAL)
    except OSError as error:
        raise EngineError(
            "no-synthesiser",
            _("The speech synthesiser cannot be loaded: {error}.", error=str(error)),
            _("Install the package libflite1 and try again."),
        ) from error
    for name, (result, arguments) in _SIGNATURES.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    library.flite_init()
    return library


@cache
def _registered(recording: str) -> int:
    voices = ctypes.CDLL(_LIBRARY.format(f"_cmu_us_{recording}"))
    register = getattr(voices, f"register_cmu_us_{recording}")
    register.restype = ctypes.c_void_p
    return int(register(None))


def _items(library: ctypes.CDLL, utterance: int, relation: bytes) -> Iterator[int]:
    item = library.relation_head(library.utt_relation(utterance, relation))
    while item:
        yield item
        item = library.item_next(item)


def _phonemes(library: ctypes.CDLL, utterance: int, rate: int) -> Iterator[Mark]:
    start = 0.0
    for item in _items(library, utterance, b"Segment"):
        name = library.ffeature_string(item, b"name").decode()
        end = float(library.ffeature_float(item, b"end"))
        closed = min(_CLOSED, (end - start) / 2) if name in _STOPS else 0.0
        yield Mark(round((start + closed) * rate), symbol=_IPA.get(name, name))
        start = end


def _words(library: ctypes.CDLL, utterance: int, rate: int, text: str) -> Iterator[Mark]:
    """The first word of each token, by where the token stands in `text`."""
    at, before = 0, -1.0
    for item in _items(library, utterance, b"Word"):
        token = library.ffeature_float(item, b"R:Token.parent.file_pos")
        if token == before:
            continue
        before = token
        name = library.ffeature_string(item, b"R:Token.parent.name").decode()
        place = text.find(name, at)
        if place < 0:
            continue
        at = place + len(name)
        begins = library.ffeature_float(item, b"R:SylStructure.daughter.daughter.R:Segment.p.end")
        yield Mark(round(float(begins) * rate), position=place)
