"""WebVTT from what is really said in the takes, split where one would breathe."""

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from html import escape
from itertools import accumulate

from engine.contracts import Cut, CutEntry, LineKind, LineTiming

LATIN_COLUMNS = 42
WIDE_COLUMNS = 32  # 16 characters of Chinese, each two columns wide
LONGEST_GAP_FILLED = 0.4  # seconds: a cue may stay this long after its last word
SHORTEST = 0.8  # seconds that a cue is shown, where the next one leaves room

# A unit is what must not be torn: a word with what follows it, one wide character with its marks.
_SENTENCE_END = "。！？!?.…"
_CLAUSE_END = ",;:，、；：—–-"
_CLOSING = _SENTENCE_END + _CLAUSE_END + "”’」』）】》)]}\"'"
_OFF = {LineKind.OFF_SCREEN, LineKind.VOICE_OVER}


@dataclass(frozen=True, slots=True)
class Cue:
    """One caption on screen: seconds of the episode, one or two lines of text."""

    start: float
    end: float
    name: str
    lines: tuple[str, ...]
    kind: LineKind


def captions_of(cut: Cut) -> str:
    """The caption track of a cut, as the text of a WebVTT file."""
    cues: list[Cue] = []
    first = 0
    for entry in cut.entries:
        length = entry.take.frames - entry.trim_in - entry.trim_out
        cues += _entry_cues(entry, first / cut.format.fps, length / cut.format.fps, cut.format.fps)
        first += length
    cues = _unhurried(sorted(cues, key=lambda cue: (cue.start, cue.end)), first / cut.format.fps)
    blocks = [
        f"{number}\n{_clock(cue.start)} --> {_clock(cue.end)}\n{_text(cue)}"
        for number, cue in enumerate(cues, 1)
    ]
    return "\n\n".join(["WEBVTT", *blocks]) + "\n"


def split(text: str) -> list[tuple[int, int]]:
    """Spans of `text` that fit one cue each, cut at sentences, else clauses, else words."""
    limit = columns_of(text)
    units = _units(text, limit)
    reach = [0, *accumulate(width(text[a:b]) for a, b in units)]
    cost = [0.0] + [float("inf")] * len(units)
    back = [0] * (len(units) + 1)
    for end in range(1, len(units) + 1):
        widest = bisect_left(reach, reach[end] - 2 * limit - 2)  # a space may hang over each line
        for start in range(widest, end):
            piece = text[units[start][0] : units[end - 1][1]].strip()
            even = ((reach[end] - reach[start]) / (2 * limit)) ** 2
            price = cost[start] + 3 + even + _break_price(piece, last=end == len(units))
            if price < cost[end] and layout(piece, limit):
                cost[end], back[end] = price, start
    spans, end = [], len(units)
    while end:
        spans.append((units[back[end]][0], units[end - 1][1]))
        end = back[end]
    return spans[::-1]


def layout(text: str, limit: int) -> tuple[str, ...]:
    """`text` in one line, or in two of about the same length; empty if it does not fit."""
    if width(text) <= limit:
        return (text,)
    best: tuple[float, tuple[str, ...]] = (float("inf"), ())
    for _, end in _units(text, limit)[:-1]:
        upper, lower = text[:end].strip(), text[end:].strip()
        if max(width(upper), width(lower)) > limit:
            continue
        # The longer line below hides less of the face above; a clause is kept in one piece.
        price = abs(width(lower) - width(upper) - 2) + 2 * _break_price(upper, last=False)
        best = min(best, (price, (upper, lower)))
    return best[1]


def columns_of(text: str) -> int:
    """How wide a line may be, in columns of half a square character."""
    wide = sum(_wide(c) for c in text)
    return WIDE_COLUMNS if 3 * wide >= len(text) else LATIN_COLUMNS


def width(text: str) -> int:
    return sum(2 if _wide(c) else 0 if unicodedata.combining(c) else 1 for c in text)


@cache
def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _break_price(piece: str, *, last: bool) -> float:
    """How much it hurts to stop after `piece`."""
    mark = piece.rstrip("”’」』）】》)]}\"'")[-1:]
    if last or mark in _SENTENCE_END:
        return 0
    return 2 if mark in _CLAUSE_END else 8


def _units(text: str, limit: int) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    for match in re.finditer(r"\S+\s*", text):
        start = match.start()
        for place in range(match.start() + 1, match.end()):
            before, here = text[place - 1], text[place]
            torn = (_wide(before) or _wide(here)) and here not in _CLOSING and not here.isspace()
            too_long = width(text[start : place + 1].strip()) > limit
            if (torn and before not in "“‘「『（【《") or too_long:
                pieces.append((start, place))
                start = place
        pieces.append((start, match.end()))
    return pieces


def _entry_cues(entry: CutEntry, start: float, length: float, fps: int) -> list[Cue]:
    cues = []
    for timing in entry.take.timings:
        line = entry.shot.lines[timing.index]
        text = " ".join(line.text.split())
        limit = columns_of(text)
        clock = _Clock(text, timing)
        for first, last in split(text):
            begin = max(clock.at(first) - entry.trim_in / fps, 0)
            end = min(clock.at(last) - entry.trim_in / fps, length)
            if end > begin:
                lines = layout(text[first:last].strip(), limit)
                cues.append(Cue(start + begin, start + end, line.name, lines, line.kind))
    return cues


class _Clock:
    """When which character of a line is reached: at its words where known, evenly between."""

    def __init__(self, text: str, timing: LineTiming) -> None:
        self._marks = [(0, timing.start)]
        place, folded = 0, text.casefold()
        for word, start, end in timing.words:
            found = folded.find(word.casefold(), place)
            if word and found >= 0:
                place = found + len(word)
                self._mark(found, start)
                self._mark(place, end)
        self._mark(len(text), timing.end)

    def _mark(self, place: int, time: float) -> None:
        last_place, last_time = self._marks[-1]
        if place > last_place:
            self._marks.append((place, max(time, last_time)))

    def at(self, place: int) -> float:
        for (p0, t0), (p1, t1) in zip(self._marks, self._marks[1:], strict=False):
            if place <= p1:
                return t0 + (t1 - t0) * (place - p0) / (p1 - p0)
        return self._marks[-1][1]


def _unhurried(cues: list[Cue], duration: float) -> list[Cue]:
    """Let each cue stay long enough to be read, as far as the next one leaves room."""
    shown = []
    for number, cue in enumerate(cues, 1):
        room = cues[number].start if number < len(cues) else duration
        wished = max(cue.end + LONGEST_GAP_FILLED, cue.start + SHORTEST)
        end = max(cue.end, min(wished, room))
        shown.append(Cue(cue.start, end, cue.name, cue.lines, cue.kind))
    return shown


def _text(cue: Cue) -> str:
    text = escape("\n".join(cue.lines), quote=False)
    if cue.kind is LineKind.SUNG:
        text = f"♪ {text} ♪"
    if cue.kind in _OFF:
        text = f"<i>{text}</i>"
    name = escape(" ".join(cue.name.split()), quote=False)
    return f"<v {name}>{text}</v>" if name else text


def _clock(seconds: float) -> str:
    milliseconds = round(seconds * 1000)
    hours, rest = divmod(milliseconds, 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"
