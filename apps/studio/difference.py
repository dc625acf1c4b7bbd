"""Two texts side by side: which lines only one of them has."""

from difflib import SequenceMatcher
from itertools import islice
from typing import NamedTuple

MOST_LINES = 3000  # of each text; to compare longer ones would keep a page waiting
MOST_SHOWN = 200


class Line(NamedTuple):
    is_new: bool
    text: str


def difference(older: str, newer: str) -> list[Line]:
    """Lines that `newer` left out or put in, in the order of the text; blank ones tell nothing."""
    before, after = (
        [line for line in text.splitlines() if line.strip()] for text in (older, newer)
    )
    same = next(
        (n for n, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]),
        min(len(before), len(after)),
    )
    before, after = (lines[same : same + MOST_LINES] for lines in (before, after))
    changed = (
        Line(is_new, text)
        for deed, i1, i2, j1, j2 in SequenceMatcher(None, before, after).get_opcodes()
        if deed != "equal"
        for is_new, lines in ((False, before[i1:i2]), (True, after[j1:j2]))
        for text in lines
    )
    return list(islice(changed, MOST_SHOWN))
