"""Who is in a scene, and who is heard without being there."""

import re

from engine.contracts import Element, ElementKind, LineKind, Scene
from engine.script.lexicon import bodies
from engine.script.lexicon.match import CJK
from engine.script.people.casting import Cast
from engine.script.people.naming import SPEAKING
from engine.script.sentences import sentences
from engine.script.staging import signals
from engine.script.staging.walk import QUOTED

_HEARD = re.compile(
    r"o\.? ?s\.?|o\.? ?c\.?|off|画外|话外|phone|filter|radio|tel|电话|pre-?lap", re.IGNORECASE
)
_THOUGHT = re.compile(r"v\.? ?o\.?|voz en off|旁白|内心|独白|心声|narrat", re.IGNORECASE)


LATER = 3  # elements of a scene after which who comes up in action was not seen before


def members(scene: Scene, cast: Cast) -> tuple[str, ...]:
    """Everyone who is in a scene at some time, in the order they come up."""
    found: dict[str, None] = dict.fromkeys(filter(None, map(cast.find, scene.present)))
    for element in scene.elements:
        if element.kind in SPEAKING:
            ident = cast.find(element.character)
            if ident and line_kind(element) is LineKind.ON_SCREEN:
                found[ident] = None
        elif element.kind in (ElementKind.ACTION, ElementKind.CAMERA):
            bare = QUOTED.sub(" ", element.text)
            found.update(dict.fromkeys(ident for _, ident in signals.named(bare, cast)))
    return tuple(found)


def at_rise(scene: Scene, cast: Cast, language: str) -> list[str]:
    """Who is there when the scene begins: everyone who does not come in later."""
    late: set[str] = set()
    introduced: set[str] = set()
    early: set[str] = set()
    for number, element in enumerate(scene.elements):
        if element.kind in SPEAKING:
            who = cast.find(element.character)
            kind = line_kind(element)
            if kind is LineKind.OFF_SCREEN and who not in early:
                late.add(who)  # heard before seen
            elif kind is not LineKind.VOICE_OVER:
                early.add(who)
        elif element.kind is ElementKind.ACTION:
            for sentence in sentences(QUOTED.sub(" ", element.text)):
                there = [ident for _, ident in signals.named(sentence, cast)]
                later = number >= LATER and not scene.present
                new = bool(number and there and there[0] not in early)
                if new and (later or _comes_up(sentence, language)):
                    (late if _comes_in(sentence, language) else introduced).add(there[0])
                early.update(there)
    everyone = [ident for ident in members(scene, cast) if ident not in late]
    return [ident for ident in everyone if ident not in introduced] or everyone


def _comes_in(sentence: str, language: str) -> bool:
    return bodies.COMINGS.first(sentence, language) is bodies.Coming.ENTER


def _comes_up(sentence: str, language: str) -> bool:
    """Someone comes in, or is introduced as scripts do: "VICTOR, 60, in an expensive suit"."""
    return _comes_in(sentence, language) or bool(
        re.search(r"[A-Z]{2}[^a-z]*, (?:\d|[a-z])", sentence)
    )


def line_kind(element: Element) -> LineKind:
    if element.kind is ElementKind.LYRIC:
        return LineKind.SUNG
    extension = element.extension.strip()
    if re.fullmatch(r"os", extension, re.IGNORECASE) and CJK.search(element.text):
        return LineKind.VOICE_OVER  # in Chinese scripts OS is the inner voice
    if _THOUGHT.search(extension):
        return LineKind.VOICE_OVER
    return LineKind.OFF_SCREEN if extension and _HEARD.search(extension) else LineKind.ON_SCREEN
