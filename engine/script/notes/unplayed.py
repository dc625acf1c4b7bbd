"""What a person in a sentence of action does and nothing plays: no deed, face, move or insert."""

import re
from collections.abc import Iterator

from engine.script.lexicon import bodies, events, feelings, people, things, undrawn
from engine.script.lexicon.match import CJK, NOT_SO, Lexicon, plain, tongue
from engine.script.lexicon.scenery import TOGETHER, UNSEEN
from engine.script.lexicon.undrawn import BODY_PARTS, LEADING, SHOWN_BY_BEING, SHOWN_BY_BEING_HAN
from engine.script.people.casting import Cast
from engine.script.staging.apart import CLASPS, FALLS, SAVED

# Lexicons whose hits lead to something that is seen or heard.
PLAYED: tuple[Lexicon, ...] = (  # type: ignore[type-arg]
    bodies.GESTURES, bodies.POSTURES, bodies.COMINGS, bodies.SINGS, feelings.SHOWN, events.EFFECTS,
)  # fmt: skip
_ALSO: tuple[Lexicon, ...] = (  # type: ignore[type-arg]
    events.TURNS, events.SOUNDS, things.SHOWS, things.READS, things.SAID, bodies.TO_LENS,
    UNSEEN, TOGETHER, undrawn.DOINGS,
)  # fmt: skip
_BY_PATTERN = (CLASPS, FALLS, SAVED, things.SIGNING)
_SENTENCE_ENDS = re.compile(r"[.!?;:…。！？；]")
_CLAUSE_ENDS = re.compile(r"[,.;:!?…—]|\s(?:and|while|as|but|then|until|when|who)\s|[，。；！？]")
# Between a subject and its verb: "LENA, 28, in a coat, slowly".
_VERB = re.compile(
    rf"(?:,(?:[^.;,]*,)*?)?\s+(?:(?:{LEADING}|\w+ly)\s+)*(?P<verb>[a-z]+s)\b(?!['’,])"
)
_PART = re.compile(
    rf"\b(?:an?|the|her|his|their|\w+'s)\s(?:\w+\s)?(?:{BODY_PARTS})(?=\s)", re.IGNORECASE
)
_AND = re.compile(r"\s+and (?P<doing>(?:\w+ly )?[a-z]+s\b[^.,;:!?…—]*)")
# A face may show what this does to it; the hand itself is not there.
_HAND_ALONE = re.compile(r"(?:clamps|closes|tightens|lands|settles) (?:over|around|round|on)\b")
_HEAD = re.compile(r"(?:^|[.!?;:,…\"”]|\b(?:and|while|as|but|then))\s*(?:the\s)?$", re.IGNORECASE)


def unplayed(text: str, cast: Cast, language: str) -> Iterator[tuple[int, str]]:
    """Where in `text` something is done that nothing plays, and its clause from the verb on.

    In English and Chinese; a Spanish verb is not told from a noun by its form.
    """
    text = plain(text)
    column = tongue(text, language)
    finds = {"en": _english, "zh": _chinese}.get(column)
    for start, words in finds(text, cast) if finds else ():
        if not _is_played(words, language) or _HAND_ALONE.match(words):
            yield start, words + _and_more(text[start + len(words) :], language)


def _english(text: str, cast: Cast) -> Iterator[tuple[int, str]]:
    seen: set[int] = set()
    for end in sorted({*_subjects(text, cast), *(part.end() for part in _PART.finditer(text))}):
        found = _VERB.match(text, end)
        if found is None or found["verb"] in SHOWN_BY_BEING or found.start("verb") in seen:
            continue
        between = text[end : found.start("verb")]
        if _SENTENCE_ENDS.search(between) or NOT_SO.search(text[: found.start("verb")]):
            continue
        seen.add(found.start("verb"))
        yield found.start("verb"), _clause(text, found.start("verb"))


def _subjects(text: str, cast: Cast) -> Iterator[int]:
    """Where those names and pronouns end that begin a clause."""
    named = [(start, end) for start, end, _ in cast.mentions(text)]
    for lexicon in (people.HE, people.SHE, people.THEY):
        named += [(hit.start, hit.end) for hit in lexicon.hits(text, "en")]
    yield from (end for start, end in named if _HEAD.search(text[:start]))


def _chinese(text: str, cast: Cast) -> Iterator[tuple[int, str]]:
    for start, end, _ in cast.mentions(text):
        words = _clause(text, end)
        begins = not text[:start] or text[start - 1] in "。！？；，、△▲ "
        if begins and CJK.match(words) and not SHOWN_BY_BEING_HAN.match(words):
            yield end, words


def _clause(text: str, start: int) -> str:
    stop = _CLAUSE_ENDS.search(text, start)
    return text[start : stop.start() if stop else len(text)].strip()


def _and_more(rest: str, language: str) -> str:
    """What else is done in the same breath and is not played either: "and yodels"."""
    found = _AND.match(rest)
    if found is None or _is_played(found["doing"], language):
        return ""
    return found.group().rstrip()


def _is_played(words: str, language: str) -> bool:
    if any(lexicon.hits(words, language) for lexicon in (*PLAYED, *_ALSO)):
        return True
    return any(pattern.search(words) for pattern in _BY_PATTERN)
