"""What is written in a line, made speakable: language, marks that are not said, words."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from engine.voice.library import Mark
from engine.voice.speech import WordSpan

# BCP 47 primary tags whose name at the synthesiser differs; the others are tried as they are.
LANGUAGES = {"en": "en-us", "zh": "cmn", "yue": "yue", "pt": "pt-br", "no": "nb", "fr": "fr-fr"}
_REGIONS = {"en-gb": "en-gb", "pt-pt": "pt", "es-mx": "es-419", "zh-hk": "yue"}
_SCRIPTS = (  # letters that a language written otherwise cannot pronounce
    ("ja", "\u3040", "\u30ff"),
    ("cmn", "\u3400", "\u9fff"),
    ("ko", "\uac00", "\ud7af"),
    ("ru", "\u0400", "\u04ff"),
    ("el", "\u0370", "\u03ff"),
    ("he", "\u0590", "\u05ff"),
    ("ar", "\u0600", "\u06ff"),
    ("hi", "\u0900", "\u097f"),
    ("bn", "\u0980", "\u09ff"),
    ("pa", "\u0a00", "\u0a7f"),
    ("gu", "\u0a80", "\u0aff"),
    ("ta", "\u0b80", "\u0bff"),
    ("te", "\u0c00", "\u0c7f"),
    ("kn", "\u0c80", "\u0cff"),
    ("ml", "\u0d00", "\u0d7f"),
    ("si", "\u0d80", "\u0dff"),
    ("th", "\u0e00", "\u0e7f"),
    ("lo", "\u0e80", "\u0eff"),
    ("bo", "\u0f00", "\u0fff"),
    ("my", "\u1000", "\u109f"),
    ("ka", "\u10a0", "\u10ff"),
    ("hy", "\u0530", "\u058f"),
    ("am", "\u1200", "\u137f"),
    ("km", "\u1780", "\u17ff"),
    ("mn", "\u1800", "\u18af"),
    ("latin", "A", "\u024f"),
)
_HOMES = {
    "cmn": ("cmn", "yue", "ja"),
    "ja": ("ja",),
    "ru": ("ru", "uk", "bg", "be", "sr", "kk"),
    "ar": ("ar", "fa", "ur"),
    "hi": ("hi", "mr", "ne", "kok"),
}
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,80}>")
_UNSAID = "*_~`#|\\^{}[]<>=•·"
_DASHES = re.compile(r"--+|[—–―]+")
_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+(?:['’.,-][^\W_]+)*"
)
PASSAGE = 600  # characters said in one breath of memory; longer lines are joined from several


def language_name(text: str, wanted: str, own: str) -> str:
    """The synthesiser's language: as `wanted`, else the voice's `own`, if that can read `text`."""
    tag = (wanted or own or "en").lower().replace("_", "-")
    primary = tag.split("-")[0]
    name = _REGIONS.get(tag, LANGUAGES.get(primary, primary))
    script = _script(text)
    if script and primary not in _HOMES.get(script, (script,)) and name != script:
        return script
    return name


def _script(text: str) -> str:
    counts = Counter(
        name
        for letter in text
        if letter.isalpha()
        for name, first, last in _SCRIPTS
        if first <= letter <= last
    )
    if counts["ja"] and counts["ja"] * 5 >= counts["cmn"]:
        counts["ja"] += counts.pop("cmn", 0)
    best = counts.most_common(1)
    return best[0][0] if best and best[0][0] != "latin" else ""


def speakable(text: str) -> str:
    """`text` with everything that is not said blanked, each character still at its place."""
    text = _TAG.sub(lambda tag: " " * len(tag[0]), text)
    text = _DASHES.sub(lambda dash: "," + " " * (len(dash[0]) - 1), text)
    return "".join(
        " " if mark in _UNSAID or unicodedata.category(mark)[:2] in _SILENT else mark
        for mark in text
    )


_SILENT = {"So", "Sk", "Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def has_words(text: str) -> bool:
    return any(mark.isalnum() for mark in text)


def passages(text: str) -> list[tuple[int, str]]:
    """`text` cut at sentence ends into pieces of at most PASSAGE characters, with their places."""
    pieces: list[tuple[int, str]] = []
    start = 0
    while len(text) - start > PASSAGE:
        window = text[start : start + PASSAGE]
        ends = [at.end() for at in re.finditer(r"[.!?。！？…]+[”\"’)]*\s*", window)]
        ends = ends or [at.end() for at in re.finditer(r"[\s,;，；、]+", window)]
        cut = start + (ends[-1] if ends else PASSAGE)
        pieces.append((start, text[start:cut]))
        start = cut
    return [*pieces, (start, text[start:])]


def word_spans(
    text: str, marks: Sequence[Mark], pauses: Sequence[float], rate: float, duration: float
) -> tuple[WordSpan, ...]:
    """The words of `text` with their times; a mark that stands for several words is shared out.

    Marks count samples at `rate`; `pauses` (seconds) end a word early.
    """
    tokens = [(found.start(), found.end(), found[0]) for found in _WORD.finditer(text)]
    first_marks = _first_marks(tokens, marks)
    spans: list[WordSpan] = []
    for index, (token, sample) in enumerate(first_marks):
        start = sample / rate
        last = index + 1 == len(first_marks)
        until = duration if last else first_marks[index + 1][1] / rate
        until = min([until, *(pause for pause in pauses if start + 0.03 < pause < until)])
        group = tokens[token : len(tokens) if last else first_marks[index + 1][0]]
        spans += _shared(group, max(0.0, start), min(until, duration))
    return tuple(spans)


def _first_marks(
    tokens: list[tuple[int, int, str]], marks: Sequence[Mark]
) -> list[tuple[int, int]]:
    """Token index and sample of the first mark in each token, both rising."""
    found: list[tuple[int, int]] = []
    token = 0
    for mark in marks:
        while token < len(tokens) and tokens[token][1] <= mark.position:
            token += 1
        if token == len(tokens):
            break
        if (not found or found[-1][0] < token) and (not found or found[-1][1] < mark.sample):
            found.append((0 if not found else token, mark.sample))
    return found


def _shared(group: list[tuple[int, int, str]], start: float, end: float) -> list[WordSpan]:
    total = sum(len(word) for _, _, word in group)
    spans: list[WordSpan] = []
    for _, _, word in group:
        until = start + (end - start) * len(word) / total
        spans.append(WordSpan(word, start, until))
        start, total = until, total - len(word)
    return spans
