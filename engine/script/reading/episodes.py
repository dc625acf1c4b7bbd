"""Where one episode ends and the next begins: "# Episode 2: Title", "EPISODE 2", "第二集 雨夜"."""

import re

from engine.script.reading.parts import EpisodeMark

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_WORDS = {
    word: number
    for number, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ],
        start=1,
    )
}
_LATIN = re.compile(
    r"(?:EPISODE|EPISODIO|ÉPISODE|EPISÓDIO|FOLGE|EP\.?)\s*(?:#|NO\.?\s*)?(?P<number>\d{1,4}|[A-Za-z]{3,6})"
    r"(?:\s*[:：.—–-]+\s*(?P<title>.*)|\s+(?P<quoted>[\"“].*)|)$",
    re.IGNORECASE,
)
_HAN = re.compile(
    r"第\s*(?P<number>[0-9０-９〇零一二两三四五六七八九十百千]{1,6})\s*[集话話回]"
    r"(?:\s*[：:、.。·—–-]+\s*|\s+|(?=[《“「（(])|$)(?P<title>.{0,60})$"
)
_TRIM = " \t#*_【】[]《》〈〉「」“”\"'=＝"


def episode_mark(text: str, line: int) -> EpisodeMark | None:
    """The episode a line opens, or None."""
    if len(text) > 120:
        return None
    bare = text.strip().lstrip("#＃").strip(_TRIM)
    found = _HAN.match(bare)
    if found is not None:
        return EpisodeMark(
            number=han_number(found["number"]),
            title=found["title"].strip(_TRIM + "（）()"),
            line=line,
        )
    found = _LATIN.match(bare)
    if found is None:
        return None
    written = found["number"].lower()
    number = int(written) if written.isdigit() else _WORDS.get(written)
    title = (found["title"] or found["quoted"] or "").strip(_TRIM)
    return None if number is None else EpisodeMark(number=number, title=title, line=line)


def han_number(text: str) -> int:
    """The value of 12, １２, 十二 or 一百零三."""
    if text.isdecimal():
        return int(text)
    total, digit = 0, 0
    for char in text:
        if char in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[char], 0
        else:
            digit = digit * 10 * char.isdecimal() + (
                int(char) if char.isdecimal() else _DIGITS[char]
            )
    return total + digit
