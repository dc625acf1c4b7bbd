"""A scene read from top to bottom: its elements become moments, with who is there and how."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from engine.contracts import (
    Element,
    ElementKind,
    Move,
    Scene,
    ShotSize,
    Weather,
)
from engine.script.lexicon import things
from engine.script.lexicon.camera import MOVES, SIZES, TRANSITIONS
from engine.script.people.casting import Cast
from engine.script.people.naming import SPEAKING
from engine.script.plan import Kind, Moment
from engine.script.sentences import sentences
from engine.script.staging import signals
from engine.script.staging.apart import hidden_at_rise
from engine.script.staging.happenings import action, an_object, deed, overhear, writing
from engine.script.staging.lines import line
from engine.script.staging.presence import at_rise
from engine.script.staging.readings import read_off
from engine.script.staging.walk import LASTING, QUOTED, Walk

LONGEST_NAME = 40  # letters of a thing that a direction names
_CLOSE_ON = re.compile(
    r"^.*?(?:close[- ]?up|close on|insert|tight on|特写)[\s:：—-]*", re.IGNORECASE
)


class Before(NamedTuple):
    """What is left from the scenes before: captions for this one, who hid in its place."""

    captions: tuple[str, ...]
    unseen: Mapping[str, str]


class Reading(NamedTuple):
    """What a scene holds: its moments, the captions for the next one, who hides at its end."""

    moments: tuple[Moment, ...]
    captions: tuple[str, ...]
    unseen: Mapping[str, str]


def moments(
    scene: Scene,
    cast: Cast,
    language: str,
    weather: Weather,
    before: Before,
) -> Reading:
    """All that happens in a scene, in its order."""
    walk = Walk(
        cast, language, at_rise(scene, cast, language), weather, captions=list(before.captions)
    )
    walk.unseen = {**hidden_at_rise(scene, cast, language), **before.unseen}
    walk.lasting = [kind for _, kind in signals.effects(scene.heading, language) if kind in LASTING]
    for element in scene.elements:
        if element.kind in SPEAKING:
            line(walk, element)
        elif element.kind is ElementKind.ACTION:
            action(walk, element)
        elif element.kind in (ElementKind.SUPER, ElementKind.CENTERED):
            walk.captions.append(element.text)
        elif element.kind is ElementKind.CAMERA:
            _camera(walk, element)
        elif element.kind is ElementKind.SOUND:
            _sound(walk, element)
        elif element.kind is ElementKind.TRANSITION:
            _transition(walk, element)
    if not walk.moments and scene.heading:
        walk.moments.append(walk.here(kind=Kind.PLACE, text=scene.heading, source=(scene.line,)))
    return Reading(tuple(walk.moments), tuple(walk.captions), walk.unseen)


def _camera(walk: Walk, element: Element) -> None:
    """A direction to the camera: its size and move are taken as they are asked for."""
    text = element.text
    written = things.WRITINGS.hits(text, walk.language)
    if written and (quotes := QUOTED.findall(text)):
        writing(walk, element, written[0].key, quotes[-1])
        return
    if written and text.rstrip().endswith((":", "：")):
        walk.announced = (written[0].key, text)
        return
    if read := read_off(text, walk.language, by_camera=True):
        writing(walk, element, read.kind, read.words, read.on)
        return
    actors = signals.who_acts(text, walk.cast, walk.memory, walk.language)
    size = SIZES.first(text, walk.language)
    moment = deed(walk, element, text, actors)
    thing = _thing(walk, text, size, actors)
    move: Move | None = MOVES.first(text, walk.language)
    walk.moments.append(
        replace(
            moment,
            kind=Kind.WRITING if thing else moment.kind,
            insert=an_object(thing, text) if thing else None,
            asked_size=size,
            asked_move=move,
        )
    )


def _thing(
    walk: Walk, text: str, size: ShotSize | None, actors: tuple[tuple[int, str], ...]
) -> str:
    """What a close-up asks for, where it asks for a thing; an unknown one keeps its own words."""
    if size not in (ShotSize.CU, ShotSize.ECU):
        return ""
    prop = things.PROPS.first(text, walk.language)
    if not prop and not actors:
        named = sentences(_CLOSE_ON.sub("", text))[0].rstrip(".。")
        prop = named if len(named) < LONGEST_NAME else ""
    if prop:
        walk.shown.add(prop)
    return prop or ""


def _sound(walk: Walk, element: Element) -> None:
    """A sound belongs to what is on the screen while it is heard."""
    if walk.moments:
        overhear(walk, element.text)
    else:
        heard = signals.sounds(element.text, walk.language)
        walk.moments.append(
            replace(deed(walk, element, element.text, ()), kind=Kind.PLACE, sounds=heard)
        )


def _transition(walk: Walk, element: Element) -> None:
    """A fade or a cut to black ends what was on the screen; a scene's first fade opens nothing."""
    effect = TRANSITIONS.first(element.text, walk.language)
    if effect and walk.moments:
        last = walk.moments[-1]
        walk.moments[-1] = replace(last, effects=(*last.effects, (1.0, effect)))
