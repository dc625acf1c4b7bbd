"""What the engine says, in the language of whoever looks."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import msgspec
from django.utils.translation import gettext

from engine.contracts import EngineError, Problem, Word, Wording


class Told(NamedTuple):
    message: str
    advice: str

    @property
    def whole(self) -> str:
        """Both sentences as the language sets them one after the other."""
        return f"{self.message}{gap()}{self.advice}" if self.advice else self.message


def told(source: EngineError | Problem | Mapping[str, Any]) -> Told:
    """A failure or a problem in the active language; a mapping is one as it is stored.

    What was stored before wordings were kept stays in English.
    """
    if isinstance(source, Mapping):
        wording = msgspec.convert(source.get("wording", ()), tuple[Wording, ...])
        english = Told(source.get("message", ""), source.get("advice", ""))
    else:
        wording, english = source.wording, Told(source.message, source.advice)
    return Told(*map(worded, wording)) if wording else english


def worded(wording: Wording) -> str:
    """A wording in the active language."""
    if not wording.template:
        return ""  # gettext would answer with the head of the catalogue
    return gettext(wording.template).format(**{name: _word(word) for name, word in wording.values})


def gap() -> str:
    """What stands between two sentences: a space, in Chinese nothing."""
    return gettext("{message} {advice}").format(message="", advice="")


def sentence(wording: Wording) -> str:
    """A wording that is made to stand in a row, as a sentence of its own."""
    said = worded(wording)
    return gettext("{said}.").format(said=said[:1].upper() + said[1:])


def listed(words: Iterable[str]) -> str:
    """Words in a row."""
    return gettext(", ").join(words)


def _word(word: Word) -> str:
    if isinstance(word, Wording):
        return worded(word)
    return listed(word) if isinstance(word, tuple) else str(word)
