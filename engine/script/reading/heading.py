"""Scene heads: INT./EXT., place and time of day in the languages screenplays are written in."""

import re
from typing import NamedTuple

from engine.contracts import Setting, TimeOfDay
from engine.script.reading.cue import HAN
from engine.script.reading.heading_words import (
    EARLY,
    FILLERS,
    HAN_BOTH,
    HAN_SAME,
    HAN_SETTING,
    HAN_TIME,
    SAME,
    TIMES,
)
from engine.script.reading.parts import Head

LONGEST = 300  # characters; nothing longer is a scene head

_INSIDE = r"INT(?:ERIOR|ÉRIEUR|ERNO)?|INNEN"
_OUTSIDE = r"EXT(?:ERIOR|ÉRIEUR|ERNO)?|EST|AUSSEN|AUßEN"
_PREFIX = re.compile(
    rf"(?P<first>I\.?\s?/\s?E|E\.?\s?/\s?I|{_INSIDE}|{_OUTSIDE})"
    rf"(?:\.?\s?[/&]\s?(?P<second>{_INSIDE}|{_OUTSIDE}))?"
    r"(?P<stop>[.:]|(?=\s|[-–—]|$))\s*[-–—:]*\s*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:SCENE\s+)?(?P<number>\d{1,4}[A-Z]{0,2})[.):]?\s+(?P<rest>\S.*)$", re.I)
_LABELLED = re.compile(
    r"(?:(?:SCENE|SC\.|ESCENA|SZENE|SCÈNE)\s*"
    r"(?P<number>\d{1,4}[A-Z]?|[IVX]{1,6}|ONE|TWO|THREE|FOUR|FIVE)\b\s*[-–—:：.,]*"
    r"|(?:SCENE|SETTING|LOCATION|ESCENA|LUGAR)\s*[:：])\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_NUMBER_AT_END = re.compile(r"\s*#([\w.\-]{1,30})#\s*$")
_WORDS_TOO = {"est", "interior", "exterior", "innen", "aussen", "außen", "interno", "externo"}

_FLASHBACK = re.compile(r"\bFLASH ?BACK\b|闪回|閃回|回忆|回憶", re.IGNORECASE)
_DASH = re.compile(r"\s*(?:--+|[—–]+)\s*|\s+-\s*|(?<=\w)-\s+")


class Where(NamedTuple):
    setting: Setting
    place: str
    time: TimeOfDay | None
    same_time: bool
    flashback: bool


def is_heading(line: str) -> bool:
    """Whether a line is a scene head without being marked as one."""
    if len(line) > LONGEST:
        return False
    text = line.strip()
    found = _PREFIX.match(text)
    if found is None or not text[found.end() :].strip(" .-"):
        return False
    first = found["first"]
    return first.lower() not in _WORDS_TOO or first.isupper() or found["stop"] == "."


def is_bare_heading(text: str) -> bool:
    """Whether a text is the INT. or EXT. of a scene head with no place behind it."""
    found = _PREFIX.match(text.strip()) if len(text) <= LONGEST else None
    return (
        found is not None and found["stop"] == "." and not text.strip()[found.end() :].strip(" .-")
    )


def split_number(text: str) -> tuple[str, str]:
    """A head and its number: "INT. HALL #3#" and "3 INT. HALL 3" give ("INT. HALL", "3")."""
    at_end = _NUMBER_AT_END.search(text)
    if at_end is not None:
        return text[: at_end.start()].strip(), at_end[1].strip()
    found = _NUMBERED.match(text.strip())
    if found is None or not is_heading(found["rest"]):
        return text.strip(), ""
    rest, number = found["rest"].strip(), found["number"]
    return rest.removesuffix(f" {number}").removesuffix(f"\t{number}").strip(), number


def scene_label(text: str) -> tuple[str, str] | None:
    """Number and rest of a head such as "SCENE 2: The roof, night", or None."""
    found = _LABELLED.match(text.strip()) if len(text) <= 120 else None
    return None if found is None else (found["number"] or "", found["rest"].strip())


def parse_heading(text: str) -> Where:
    """Setting, place and time of a head; what it does not say stays unsaid."""
    found = _PREFIX.match(text.strip())
    if found is None and HAN.search(text):
        return _parse_han(text)
    setting = _setting(found) if found else Setting.UNSAID
    rest = text.strip()[found.end() :] if found else text.strip()
    if HAN.search(rest):
        where = _parse_han(rest)
        return where._replace(setting=setting if found else where.setting)
    return _parse_spaced(rest, setting)


def head_of(text: str, number: str, line: int) -> Head:
    """The head of a scene from its text."""
    label, rest = scene_label(text) or ("", text)
    where = parse_heading(rest)
    return Head(
        text=text,
        line=line,
        number=number or label,
        setting=where.setting,
        place=where.place,
        time=where.time,
        same_time=where.same_time,
        flashback=where.flashback,
    )


def _setting(found: re.Match[str]) -> Setting:
    inside = (found["first"] + (found["second"] or "")).upper()
    if "/" in inside or (found["second"] and found["second"][0].upper() != inside[0]):
        return Setting.INT_EXT
    return Setting.INT if inside[0] == "I" else Setting.EXT


def _parse_spaced(rest: str, setting: Setting) -> Where:
    flashback = bool(_FLASHBACK.search(rest))
    pieces = [piece for piece in _pieces(rest) if not _is_remark(piece)]
    time, same, kept = None, False, list[str]()
    for piece in pieces:
        found, again = _time_of(piece)
        if (found or again) and (kept or len(pieces) == 1 or found):
            time, same = found or time, same or again
        else:
            kept.append(piece)
    if time is None and not same and kept:
        kept[-1], time, same = _time_at_end(kept[-1])
    place = " - ".join(piece for piece in kept if piece)
    return Where(setting, place or rest.strip(), time, same and time is None, flashback)


def _pieces(rest: str) -> list[str]:
    """The parts of a head between dashes; a remark in brackets is a part of its own."""
    rest = re.sub(r"[(\[]([^()\[\]]*)[)\]]", _unbracket, rest)
    return [piece.strip(" .,-") for piece in _DASH.split(rest) if piece.strip(" .,-")]


def _unbracket(found: re.Match[str]) -> str:
    inside = found[1].strip()
    return f" -- {inside} -- " if _is_remark(inside) or any(_time_of(inside)) else found[0]


def _is_remark(piece: str) -> bool:
    return bool(_FLASHBACK.search(piece)) or piece.upper() in {"PRESENT DAY", "PRESENT"}


def _time_of(piece: str) -> tuple[TimeOfDay | None, bool]:
    """The time a part names, if it names nothing else; and whether it says "as before"."""
    words = [word.strip(".,'’") for word in re.split(r"[\s/]+", piece.upper()) if word]
    known = TIMES.keys() | SAME | FILLERS
    if not words or not all(word in known or word.isdigit() for word in words):
        return None, False
    times = [TIMES[word] for word in words if word in TIMES]
    if "MORNING" in words and EARLY & set(words):
        return TimeOfDay.DAWN, False
    if not times and {"MAGIC", "GOLDEN"} & set(words):
        return TimeOfDay.DUSK, False
    return (times[0] if times else None), bool(SAME & set(words))


def _time_at_end(place: str) -> tuple[str, TimeOfDay | None, bool]:
    """Take off the time that a place runs into: "CAR, NIGHT", "KITCHEN. LATER", "ROAD NIGHT"."""
    marked = re.match(r"(.*[^\s.,:/])\s*[.,:/]\s*([^.,:/]+)$", place)
    if marked:
        time, same = _time_of(marked[2])
        if time or same:
            return marked[1].strip(), time, same
    before, _, last = place.rpartition(" ")
    if before.strip() and last.upper() in TIMES:
        return re.sub(r"\s+(?:at|by|in the)$", "", before.strip()), TIMES[last.upper()], False
    return place, None, False


def _parse_han(text: str) -> Where:
    setting, time, same, kept = Setting.UNSAID, None, False, list[str]()
    flashback = bool(_FLASHBACK.search(text))
    for token in _han_tokens(_FLASHBACK.sub(" ", text)):
        both = HAN_BOTH.match(token)
        if token in HAN_SETTING:
            found = HAN_SETTING[token]
            setting = found if setting in (Setting.UNSAID, found) else Setting.INT_EXT
        elif token in HAN_TIME:
            time = time or HAN_TIME[token]
        elif token in HAN_SAME:
            same = True
        elif both is not None:
            setting = HAN_SETTING[both["set"] or both["set2"]]
            time = HAN_TIME[both["time"] or both["time2"]]
        else:
            kept.append(token)
    return Where(setting, " ".join(kept), time, same and time is None, flashback)


def _han_tokens(text: str) -> list[str]:
    tokens: list[str] = []
    for token in re.split(r"[\s,，、/／|｜；;：:.。．]+|\s[-–—]+\s", text):
        inner = [part for part in re.split(r"[-–—·・()（）【】\[\]]+", token) if part]
        known = any(
            part in HAN_SETTING or part in HAN_TIME or part in HAN_SAME or HAN_BOTH.match(part)
            for part in inner
        )
        tokens += inner if known else [token.strip("-–—·()（）【】[]")]
    return [token for token in tokens if token]
