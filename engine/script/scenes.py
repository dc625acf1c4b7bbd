"""A scene read from top to bottom: its elements become moments, with who is there and how."""

from dataclasses import replace

from engine.contracts import (
    Element,
    ElementKind,
    Insert,
    InsertKind,
    Move,
    Scene,
    ShotSize,
    Weather,
)
from engine.script import signals
from engine.script.casting import SPEAKING, Cast
from engine.script.happenings import action, deed
from engine.script.lexicon import things
from engine.script.lexicon.camera import MOVES, SIZES, TRANSITIONS
from engine.script.lines import line
from engine.script.plan import Kind, Moment
from engine.script.presence import at_rise
from engine.script.walk import LASTING, Walk


def moments(
    scene: Scene, cast: Cast, language: str, weather: Weather, captions: tuple[str, ...] = ()
) -> tuple[tuple[Moment, ...], tuple[str, ...]]:
    """All that happens in a scene, in its order, and the captions that are for the next one.

    `captions` are those the scene before left over.
    """
    walk = Walk(cast, language, at_rise(scene, cast, language), weather, captions=list(captions))
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
    return tuple(walk.moments), tuple(walk.captions)


def _camera(walk: Walk, element: Element) -> None:
    """A direction to the camera: its size and move are taken as they are asked for."""
    actors = signals.who_acts(element.text, walk.cast, walk.memory, walk.language)
    size = SIZES.first(element.text, walk.language)
    close = size in (ShotSize.CU, ShotSize.ECU)
    prop = things.PROPS.first(element.text, walk.language)
    if close and prop and prop not in walk.shown:
        walk.shown.add(prop)
        insert: Insert | None = Insert(kind=InsertKind.OBJECT, text=prop)
    else:
        insert = None
    moment = deed(walk, element, element.text, actors)
    move: Move | None = MOVES.first(element.text, walk.language)
    kind = Kind.WRITING if insert else moment.kind
    walk.moments.append(replace(moment, kind=kind, insert=insert, asked_size=size, asked_move=move))


def _sound(walk: Walk, element: Element) -> None:
    """A sound belongs to what is on the screen while it is heard."""
    heard = signals.sounds(element.text, walk.language)
    if walk.moments:
        last = walk.moments[-1]
        walk.moments[-1] = replace(last, sounds=(*last.sounds, *((1.0, s) for _, s in heard)))
    else:
        walk.moments.append(
            replace(deed(walk, element, element.text, ()), kind=Kind.PLACE, sounds=heard)
        )


def _transition(walk: Walk, element: Element) -> None:
    """A fade or a cut to black ends what was on the screen; a scene's first fade opens nothing."""
    effect = TRANSITIONS.first(element.text, walk.language)
    if effect and walk.moments:
        last = walk.moments[-1]
        walk.moments[-1] = replace(last, effects=(*last.effects, (1.0, effect)))
