"""Speeches under two names: "MIA & TOM", "ISHMAEL/QUEEQUEG" speak at the same time."""

import re
from collections.abc import Sequence

from msgspec import structs

from engine.contracts import Element, ElementKind
from engine.script.reading.parts import Part

_BETWEEN = re.compile(r"\s*[&＆/／、]\s*|\s+(?:AND|and|Y|y|UND|und|ET|et)\s+")
_SPOKEN = {ElementKind.DIALOGUE, ElementKind.LYRIC}


def part_speakers(parts: Sequence[Part]) -> list[Part]:
    """Parts with one speech for each name of a pair, if each also speaks alone."""
    known = {part.character for part in parts if isinstance(part, Element) and part.kind in _SPOKEN}
    parted: list[Part] = []
    for part in parts:
        names = _names(part, known)
        if isinstance(part, Element) and names:
            parted += [
                structs.replace(part, character=name, dual=part.dual or index > 0)
                for index, name in enumerate(names)
            ]
        else:
            parted.append(part)
    return parted


def _names(part: Part, known: set[str]) -> list[str]:
    if not isinstance(part, Element) or part.kind not in _SPOKEN:
        return []
    names = _BETWEEN.split(part.character)
    return names if len(names) > 1 and all(name in known for name in names) else []
