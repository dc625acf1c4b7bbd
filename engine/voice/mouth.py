"""Phonemes in IPA to mouth shapes."""

from collections.abc import Iterator, Sequence

from engine.voice.library import Mark
from engine.voice.speech import Viseme, VisemeSpan

SHAPES = {
    Viseme.PP: "pbmɓʙɱβ",
    Viseme.FF: "fvʋɸⱱ",
    Viseme.TH: "θð",
    Viseme.DD: "tdʈɖɗ",
    Viseme.KK: "kɡgŋxɣqɢcɟçχħ",
    Viseme.CH: "ʃʒɕʑʂʐ",
    Viseme.SS: "sz",
    Viseme.NN: "nlɲɳɴɫɬɮʎɭʟ",
    Viseme.RR: "rɹɾʀʁɻɽɚɝɜɺ",
    Viseme.AA: "aɑɐʌæɶ",
    Viseme.E: "eɛəɘɤ",
    Viseme.IH: "iɪjɨᵻʝɯɰ",
    Viseme.OH: "oɔɒɞɵ",
    Viseme.OU: "uʊwyʉʏɥøœʍ",
}
# Made in the throat: the mouth is meanwhile already at what follows.
THROAT = frozenset("hɦʔʕʢ")
# Written in ASCII for Mandarin, the tongue curled back behind lips that come forward a little.
CURLED = ("s.", "ts.", "ts.h")
_SHAPE = {symbol: viseme for viseme, symbols in SHAPES.items() for symbol in symbols}
_STOPS = (Viseme.PP, Viseme.DD, Viseme.KK)
_FRICATIVES = (Viseme.CH, Viseme.SS)
_CLOSURE = 0.045  # a stop is marked at its burst; the mouth has closed this much earlier
_SHORTEST_PAUSE = 0.06


def shapes_of(symbol: str) -> tuple[Viseme, ...]:
    """The shapes one phoneme passes through; none for a glottal sound or a change of language."""
    if symbol.startswith("("):
        return ()
    if symbol in CURLED:
        return (Viseme.CH,)
    found = tuple(dict.fromkeys(_SHAPE[letter] for letter in symbol if letter in _SHAPE))
    affricate = len(found) > 1 and found[0] is Viseme.DD and found[-1] in _FRICATIVES
    return found[-1:] if affricate else found


def pauses(phonemes: Sequence[Mark], rate: float, duration: float) -> tuple[float, ...]:
    """When the voice stops for longer than a stop consonant does, in seconds."""
    return tuple(
        start
        for mark, start, end in _timed(phonemes, rate, duration)
        if _is_pause(mark, start, end)
    )


def _timed(
    phonemes: Sequence[Mark], rate: float, duration: float
) -> Iterator[tuple[Mark, float, float]]:
    for index, mark in enumerate(phonemes):
        last = index + 1 == len(phonemes)
        yield mark, mark.sample / rate, duration if last else phonemes[index + 1].sample / rate


def _is_pause(mark: Mark, start: float, end: float) -> bool:
    # An unnamed phoneme is a pause, or only the border between two syllables.
    return mark.symbol in ("", "_") and end - start > _SHORTEST_PAUSE


def visemes(phonemes: Sequence[Mark], rate: float, duration: float) -> tuple[VisemeSpan, ...]:
    """Spans in order, without gaps or overlaps, within 0 … `duration` seconds.

    `rate` is samples of the marks per second.
    """
    onsets: list[tuple[float, Viseme]] = []
    throat: float | None = None
    for mark, start, following in _timed(phonemes, rate, duration):
        pause = _is_pause(mark, start, following)
        shapes = (Viseme.SIL,) if pause else shapes_of(mark.symbol)
        if not shapes and THROAT & set(mark.symbol):
            throat = start
            continue
        begins = start if throat is None or pause else throat
        throat = throat if not shapes else None
        for part, shape in enumerate(shapes):
            at = begins + (following - begins) * part / len(shapes)
            if part == 0 and shape in _STOPS:
                at = max(at - _CLOSURE, onsets[-1][0] + 0.02 if onsets else 0.0)
            onsets.append((min(at, begins) if part == 0 else at, shape))
    return _spans(onsets, duration)


def _spans(onsets: list[tuple[float, Viseme]], duration: float) -> tuple[VisemeSpan, ...]:
    spans: list[VisemeSpan] = []
    for index, (at, shape) in enumerate(onsets):
        start = max(0.0, at, spans[-1].end if spans else 0.0)
        end = min(duration, onsets[index + 1][0] if index + 1 < len(onsets) else duration)
        if end - start < 1e-4:
            continue
        if spans and spans[-1].viseme is shape and abs(spans[-1].end - start) < 1e-4:
            spans[-1] = VisemeSpan(shape, spans[-1].start, end)
        else:
            spans.append(VisemeSpan(shape, start, end))
    return tuple(spans)
