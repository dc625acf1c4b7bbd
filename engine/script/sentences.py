"""Texts cut into sentences, and sentences into clauses, in any of the three languages."""

import re
from functools import reduce

from engine.script.lexicon.match import CJK

_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|st|mt|mi|no|vs|jr|sr|sra|ud|prof|sgt|lt|capt|gen|col|etc)|\b[A-Z])\.$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(?:(?<=[.!?…])|(?<=[.!?…][\"”’'»)]))\s+|(?<=[。！？；])(?![”’」』）。！？…])|"
    r"(?<=[。！？][”’」』）])(?!\s*$)"
)
_CLAUSE = re.compile(
    r"(?<=[,;:—–])\s+|(?<=--)\s*|\s+(?=(?:and|but|or|because|so that|until|while|which|then|when|"
    r"if|y|pero|porque|que|cuando|mientras|aunque)\b)|(?<=[，；：、—])(?![—])",
    re.IGNORECASE,
)
SPOKEN_PER_SECOND = {"en": 17.0, "zh": 4.3}  # characters, before anything is measured


def sentences(text: str) -> tuple[str, ...]:
    """At least one sentence, with its own punctuation; blanks are made single."""
    text = " ".join(text.split())
    pieces: list[str] = []
    for piece in _SENTENCE.split(text):
        if pieces and _ABBREVIATION.search(pieces[-1]):
            pieces[-1] = f"{pieces[-1]} {piece}"
        elif piece.strip():
            pieces.append(piece.strip())
    return tuple(pieces) or ("",)


def clauses(sentence: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _CLAUSE.split(sentence) if part and part.strip())


def estimate(text: str) -> float:
    """Seconds that speaking `text` takes, roughly."""
    han = len(CJK.findall(text))
    return han / SPOKEN_PER_SECOND["zh"] + (len(text) - han) / SPOKEN_PER_SECOND["en"]


def join(left: str, right: str) -> str:
    """Two neighbouring pieces of a text as one."""
    if not left or not right:
        return left or right
    blank = "" if CJK.search(left[-2:]) or left[-1] in "。！？；，、：…”" else " "
    return left + blank + right


def speakable(text: str, ideal: float, longest: float) -> tuple[str, ...]:
    """A line cut where a speaker breathes: pieces of about `ideal` seconds, none over `longest`."""
    if estimate(text) <= longest:
        return (text,)
    units: list[str] = []
    for sentence in sentences(text):
        if estimate(sentence) <= ideal:
            units.append(sentence)
        else:
            units.extend(bit for clause in clauses(sentence) for bit in _halved(clause, longest))
    return _packed(units, ideal, longest)


def halves(text: str) -> tuple[str, ...]:
    """A text in two at the breath nearest its middle, in one piece where it has none."""
    units = [clause for sentence in sentences(text) for clause in clauses(sentence)]
    if len(units) < 2:
        return (text,)
    ends = [sum(len(unit) for unit in units[:at]) for at in range(1, len(units))]
    middle = sum(map(len, units)) / 2
    at = 1 + min(range(len(ends)), key=lambda place: abs(ends[place] - middle))
    return tuple(reduce(join, part) for part in (units[:at], units[at:]))


def _packed(units: list[str], ideal: float, longest: float) -> tuple[str, ...]:
    pieces: list[str] = []
    for unit in units:
        whole = join(pieces[-1], unit) if pieces else ""
        room = ideal if pieces and pieces[-1][-1] in ".!?…。！？" else longest
        if pieces and (estimate(whole) <= room * 0.9 or estimate(unit) < 0.5):
            pieces[-1] = whole
        else:
            pieces.append(unit)
    return tuple(pieces)


def _halved(text: str, longest: float) -> list[str]:
    if estimate(text) <= longest:
        return [text]
    middle = len(text) // 2
    blanks = [at for at, letter in enumerate(text) if letter == " "]
    at = min(blanks, key=lambda place: abs(place - middle), default=middle)
    at = at if 0 < at < len(text) - 1 else middle
    return [*_halved(text[:at].strip(), longest), *_halved(text[at:].strip(), longest)]
