"""Search that forgives typos and needs no word borders, so Chinese works like English.

A shelf here holds hundreds of series, not millions: all are compared, in memory.
"""

import unicodedata
from collections.abc import Iterable, Mapping

GOOD_ENOUGH = 0.5  # share of letter pairs in common; one wrong character of five in Chinese


def folded(text: str) -> str:
    """Text as it is compared: width, case, accents and spacing do not count."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def score(query: str, text: str) -> float:
    """How well `text` answers `query`, both folded: 1 contains it, 0 has nothing of it."""
    if query in text:
        return 1.0
    words = query.split()
    return min(_word_score(word, text) for word in words)


def _word_score(word: str, text: str) -> float:
    if word in text:
        return 1.0
    wanted = _pairs(word)
    if len(wanted) < 2:
        return 0.0  # one or two letters leave no room for a typo
    # A word is compared with words of its own length; Chinese has none, so windows do it there.
    windows = text.split() if word.isascii() else _windows(text, len(word))
    return max((_likeness(wanted, _pairs(window)) for window in windows), default=0.0)


def _likeness(one: set[str], other: set[str]) -> float:
    if not one or not other:
        return 0.0
    return 2 * len(one & other) / (len(one) + len(other))


def _pairs(text: str) -> set[str]:
    padded = f"^{text}$" if text.isascii() else text
    return {padded[i : i + 2] for i in range(len(padded) - 1)}


def _windows(text: str, size: int) -> list[str]:
    return [text[i : i + size] for i in range(max(1, len(text) - size + 1))]


def ranked(query: str, texts: Mapping[int, Iterable[str]]) -> list[int]:
    """The ids whose texts answer `query`, best first; earlier texts weigh more (title first)."""
    wanted = folded(query)
    if not wanted:
        return list(texts)
    points = {key: _best(wanted, parts) for key, parts in texts.items()}
    found = [key for key, (likeness, _) in points.items() if likeness >= GOOD_ENOUGH]
    return sorted(found, key=lambda key: (-points[key][0], points[key][1]))


def _best(wanted: str, parts: Iterable[str]) -> tuple[float, int]:
    """Likeness of the best part and its place, so that a title beats a logline."""
    scored = ((score(wanted, folded(part)), place) for place, part in enumerate(parts))
    return max(scored, key=lambda pair: (pair[0], -pair[1]), default=(0.0, 0))
