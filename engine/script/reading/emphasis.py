"""Text without its markup, and hard-wrapped lines put together again."""

import re
from collections.abc import Iterable

_ESCAPED = re.compile(r"\\([*_\\])")
_HELD = {"*": "\ue010", "_": "\ue011", "\\": "\ue012"}
_FREED = str.maketrans({held: char for char, held in _HELD.items()})
_MARKS = (
    re.compile(r"\*\*\*(?=\S)([^*]{1,4000}?)(?<=\S)\*\*\*"),
    re.compile(r"\*\*(?=\S)([^*]{1,4000}?)(?<=\S)\*\*"),
    re.compile(r"\*(?=\S)([^*]{1,4000}?)(?<=\S)\*(?!\s*\w*\*)"),
    re.compile(r"(?<![^\W_])_(?=\S)([^_]{1,4000}?)(?<=\S)_(?![^\W_])"),
)
_WIDE = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]")


def strip_emphasis(text: str) -> str:
    """`text` without the asterisks and underscores of bold, italic and underline."""
    if "*" not in text and "_" not in text:
        return text
    text = _ESCAPED.sub(lambda found: _HELD[found[1]], text)
    for mark in (*_MARKS, *_MARKS):  # twice: emphasis nests
        text = mark.sub(r"\1", text)
    return text.translate(_FREED)


def join_wrapped(lines: Iterable[str]) -> str:
    """Lines as one paragraph; no space is put between two Chinese or Japanese characters."""
    joined: list[str] = []
    for line in lines:
        text = line.strip()
        if not text:
            continue
        if joined and not (_is_wide(joined[-1][-1]) and _is_wide(text[0])):
            joined.append(" ")
        joined.append(text)
    return "".join(joined)


def _is_wide(char: str) -> bool:
    return bool(_WIDE.match(char)) and not "\uac00" <= char <= "\ud7af"
