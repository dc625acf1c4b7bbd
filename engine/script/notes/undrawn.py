"""What a scene names and no shot of it shows or plays: said with what stands in for it."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from engine.contracts import (
    Element,
    ElementKind,
    InsertKind,
    Problem,
    Scene,
    Severity,
    Shot,
    Wording,
    _,
)
from engine.script.lexicon import bodies, events, things, undrawn
from engine.script.lexicon.camera import MOVES, SIZES, TRANSITIONS
from engine.script.lexicon.manner import MANNER
from engine.script.lexicon.match import CJK, NOT_SO, plain, tongue
from engine.script.lexicon.scenery import FURNITURE
from engine.script.lexicon.spoken_of import is_pointed_at, things_seen
from engine.script.notes.unplayed import PLAYED, unplayed
from engine.script.people.casting import Cast
from engine.script.people.naming import SPEAKING
from engine.script.staging.signals import HUSHED
from engine.script.staging.walk import QUOTED

MOST = 6  # of a scene; the rest is a number
LONGEST = 28  # characters of one
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NONE = re.compile(NOT_SO.pattern + r"|\b(?:no|ningún|ninguna)\s(?:\w+\s)?$", re.IGNORECASE)
_FULL_STOP = re.compile(r"[.;!?。；！？]")
_NEAR = 45  # characters behind a thing in which its own verb stands
_STOP = re.compile(r"[,.;:!?，。；：！？]|\s(?:and|while|as|y|mientras)\s")


class Lack(StrEnum):
    """What was asked for in vain; each has a default that stands in for it."""

    FACE = "face"
    MOVEMENT = "movement"
    THING = "thing"
    SOUND = "sound"
    CUT = "cut"
    FRAMING = "framing"


class Missing(NamedTuple):
    """Words of the script that come to nothing, and their line."""

    lack: Lack
    words: str
    line: int


def not_drawn(
    scene: Scene, shots: Iterable[Shot], cast: Cast, language: str, told: set[str]
) -> list[Problem]:
    """The notes of a scene, one a lack. What is in `told` was said before; it grows."""
    shown = _shown(shots)
    new: dict[str, Missing] = {}
    for one in _missing(scene, shown, cast, language):
        key = one.words.casefold()
        if key not in told:
            new.setdefault(key, one)
    told.update(new)
    of = {lack: tuple(one for one in new.values() if one.lack is lack) for lack in Lack}
    return [_note(scene, lack, missing) for lack, missing in of.items() if missing]


def _note(scene: Scene, lack: Lack, missing: tuple[Missing, ...]) -> Problem:
    named = tuple(one.words for one in missing[:MOST])
    if len(missing) > MOST:
        named = (*named, f"+{len(missing) - MOST}")
    return Problem.of(
        severity=Severity.NOTE,
        code="not-drawn",
        message=_told(lack, scene.number, named),
        advice=_("Let a face, a hand, a sound or a line tell it."),
        line=missing[0].line,
    )


def _told(lack: Lack, n: str, named: tuple[str, ...]) -> Wording:
    """What the scene asks for in vain, and what is there instead."""
    match lack:
        case Lack.FACE:
            return _(
                "Scene {number}: no face is known for {things}; it stays as it was.",
                number=n,
                things=named,
            )
        case Lack.MOVEMENT:
            return _(
                "Scene {number}: no movement is known for {things}; the body rests.",
                number=n,
                things=named,
            )
        case Lack.SOUND:
            return _(
                "Scene {number}: no sound is known for {things}; only the place is heard.",
                number=n,
                things=named,
            )
        case Lack.CUT:
            return _(
                "Scene {number}: no transition is known for {things}; a plain cut is made.",
                number=n,
                things=named,
            )
        case Lack.FRAMING:
            return _(
                "Scene {number}: the camera does not know {things}; the rules frame it.",
                number=n,
                things=named,
            )
        case Lack.THING:
            return _(
                "Scene {number} names what is not drawn: {things}; it is left out.",
                number=n,
                things=named,
            )


def _shown(shots: Iterable[Shot]) -> frozenset[str]:
    """Names of all that the shots of a scene show, and the set they play in."""
    names: set[str] = set()
    for shot in shots:
        names.add(f"set:{shot.set.set}")
        names.update(shot.set.props)
        names.update(cue.prop for person in shot.people for cue in person.gestures)
        if shot.insert and shot.insert.kind is InsertKind.OBJECT:
            names.update((shot.insert.text, *shot.insert.text.split()))
        elif shot.insert:
            names.update(("letter", "document", "phone", "photograph"))
    return frozenset(names)


def _missing(scene: Scene, shown: frozenset[str], cast: Cast, language: str) -> Iterator[Missing]:
    for element in scene.elements:
        found: Iterable[tuple[Lack, str]] = ()
        text = element.text
        if element.kind is ElementKind.ACTION:
            told = plain(QUOTED.sub(" ", text))
            idle = tuple((at, _short(words)) for at, words in unplayed(told, cast, language))
            found = _of_action(scene, told, idle, shown, language)
        elif element.kind is ElementKind.CAMERA:
            found = ((Lack.FRAMING, words) for words in _of_camera(text, shown, language))
        elif element.kind is ElementKind.SOUND and not events.SOUNDS.hits(text, language):
            found = ((Lack.SOUND, _short(text.partition(":")[2] or text)),)
        elif element.kind is ElementKind.TRANSITION and not undrawn.PLAIN_CUTS.search(text):
            known = TRANSITIONS.hits(text, language)
            found = () if known else ((Lack.CUT, _short(text)),)
        elif element.kind in SPEAKING:
            found = _of_manner(element, language)
        yield from (Missing(lack, words, element.line) for lack, words in found if words)


def _of_action(
    scene: Scene,
    text: str,
    idle: tuple[tuple[int, str], ...],
    shown: frozenset[str],
    language: str,
) -> Iterator[tuple[Lack, str]]:
    doings = (*_doings(text, language), *idle)
    found = [(at, Lack.MOVEMENT, words) for at, words in doings]
    for at, words in _things(scene, text, shown, language):
        if not any(start <= at < start + len(said) for start, said in doings):
            found.append((at, Lack.THING, words))
    for _at, lack, words in sorted(found):
        yield lack, words.lower() if words.isupper() else words


def _things(
    scene: Scene, text: str, shown: frozenset[str], language: str
) -> Iterator[tuple[int, str]]:
    heard = [(hit.start, hit.end) for hit in events.SOUNDS.hits(text, language)]
    heard += [(hit.start, hit.end) for hit in FURNITURE.hits(text, language)]
    here = next((name[4:] for name in shown if name.startswith("set:")), "")
    brought = next((w for kind, w in undrawn.OF_SETS.items() if kind == here), "").split()
    nouns = tuple(_nouns(text, language))
    for at, (start, end) in enumerate(nouns):
        word = text[start:end]
        until = nouns[at + 1][0] if at + 1 < len(nouns) else len(text)
        does = undrawn.MOTIONS.findall(_FULL_STOP.split(text[end:until])[0][:_NEAR])
        drawn = word.casefold() in (*brought, *scene.place.casefold().split())
        heard_of = not undrawn.VEHICLES.search(word) and _overlaps(start, end, heard)
        modifies = undrawn.MODIFIES.match(text, end) or _NONE.search(text[:start])
        if modifies or ((drawn or heard_of) and not does):
            continue
        joint = "" if CJK.search(word) else " "
        yield start, f"{word}{joint}{does[0]}" if does else word
    for hit in things_seen(text, language):
        if hit.key not in shown and not undrawn.STUFF.match(text, hit.start):
            yield hit.start, text[hit.start : hit.end].removesuffix(" of")


def _nouns(text: str, language: str) -> Iterator[tuple[int, int]]:
    column = tongue(text, language)
    if column == "zh":
        yield from ((found.start(), found.end()) for found in undrawn.THINGS_HAN.finditer(text))
        return
    plainly = undrawn.THINGS if column == "en" else undrawn.THINGS_ES
    for found in _WORD.finditer(text):
        word = found.group().casefold()
        pointed = column == "en" and word in undrawn.EITHER_WAY
        if word in plainly or (pointed and is_pointed_at(text, found.start(), language)):
            yield found.start(), found.end()


def _doings(text: str, language: str) -> Iterator[tuple[int, str]]:
    played = [(hit.start, hit.end) for lexicon in PLAYED for hit in lexicon.hits(text, language)]
    played += [(h.start, h.end) for h in events.TURNS.hits(text, language) if h.key == "blow"]
    for hit in undrawn.DOINGS.asserted(text, language):
        noun = tongue(text, language) != "zh" and is_pointed_at(text, hit.start, language)
        if not noun and not _overlaps(hit.start, hit.end, played):
            yield hit.start, _short(text[hit.start : hit.end] + _clause(text, hit.end))


def _of_camera(text: str, shown: frozenset[str], language: str) -> Iterator[str]:
    """A direction that says nothing the camera knows; a thing that only comes wrapped."""
    known = SIZES.hits(text, language) or MOVES.hits(text, language)
    about = things.WRITINGS.hits(text, language) or "POV" in text or re.match(r"BACK TO", text)
    if not known and not about and re.match(r"[A-Z .'-]{6,}", text):
        yield _short(text)
    props = frozenset(things.PROPS.all_keys)
    yield from (name for name in shown if name and name in text and name.casefold() not in props)


def _of_manner(element: Element, language: str) -> Iterator[tuple[Lack, str]]:
    """A parenthetical that no face, voice, hand or posture follows."""
    manner = element.parenthetical.strip()
    acted = (*PLAYED, bodies.TO_LENS, MANNER)
    for part in re.split(r"[,;，；、]", manner):
        words = part.strip()
        done = next(_doings(words, language), None)
        if done:
            yield Lack.MOVEMENT, f"({_short(done[1])})"
        if done or not words or undrawn.TECHNICAL.match(words) or HUSHED.search(words):
            continue
        if not any(lexicon.hits(words, language) for lexicon in acted):
            yield Lack.FACE, f"({_short(words)})"


def _clause(text: str, start: int) -> str:
    """From `start` to the end of the clause."""
    stop = _STOP.search(text, start)
    return text[start : stop.start() if stop else len(text)]


def _short(words: str) -> str:
    words = " ".join(words.split()).strip(" .:：。")
    if len(words) <= LONGEST:
        return words
    return words[:LONGEST].rsplit(" ", 1)[0] + "…"


def _overlaps(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(one < end and start < other for one, other in spans)
