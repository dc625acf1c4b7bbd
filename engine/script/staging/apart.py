"""Who is in a scene and yet not with the others: who hides, who hangs from an edge."""

import re

from engine.contracts import ElementKind, Expression, Gesture, Posture, Scene
from engine.script.lexicon import bodies
from engine.script.lexicon.scenery import UNSEEN
from engine.script.people.casting import Cast
from engine.script.plan import Deed, Feeling
from engine.script.staging import signals
from engine.script.staging.walk import QUOTED, Walk

FALLS = re.compile(
    # Whoever goes over an edge moves; a trail that ends over the cliff does not.
    r"\b(?:(?:falls?|fell|slips?|stumbles?|tumbles?|goes|went|drops?|plunges?|flies|flew|pitch\w+"
    r"|toppl\w+|thrown|throws?|push\w+|knock\w+|hurl\w+|dragg?\w*|pull\w+|jump\w*|leaps?|steps?"
    r"|slides?|rolls?|staggers?|backwards?)\b[^.;!?]{0,40}"
    r"(?:over the (?:edge|railing|rail|side|parapet|ledge|cliff)"
    r"|off the (?:edge|roof|cliff|balcony|bridge|ledge))"
    r"|(?:hangs|hanging|hung|dangl\w+) (?:over|from|off|above|by)|dangl(?:es|ing))\b"
    r"|坠落|坠下|坠楼|悬在|悬空|挂在.{0,4}(?:边|外)|(?:掉|跌|摔|翻)(?:下|出)(?:去|楼|天台|悬崖|栏杆|屋顶)"
    r"|cuelga|colgad|por el borde",
    re.IGNORECASE,
)
HANGS = re.compile(r"\b(?:hang|hung|dangl)|悬|挂|cuelg|colgad", re.IGNORECASE)
SAVED = re.compile(
    r"\b(?:pulls? (?:her|him|them) (?:up|back)|climbs? (?:up|back)|back onto|on solid)\b"
    r"|拉上来|爬上来",
    re.IGNORECASE,
)
CLASPS = re.compile(
    r"\b(?:catch\w*|grab\w*|seiz\w*|clasp\w*|takes|took|grips?)\b[^.,;]{0,26}\bhands?\b"
    r"|(?:抓住|拉住|握住|攥住|牵起)[^，。；]{0,6}手(?!机|表|腕)|le (?:toma|agarra) (?:de )?la mano",
    re.IGNORECASE,
)
# What a face can do while the body hangs.
OF_THE_HEAD = (
    Gesture.TURN_TO,
    Gesture.LOOK_UP,
    Gesture.LOOK_DOWN,
    Gesture.TURN_AWAY,
    Gesture.CLOSE_EYES,
    Gesture.NOD,
    Gesture.SHAKE_HEAD,
    Gesture.LAUGH,
)
LOOKS_DOWN = re.compile(
    r"\b(?:looks?|looking|peers?|peering|stares?|staring|smiles?|gazes?) down\b|\bleans? over\b"
    r"|俯视|往下看|低头看|朝下看|向下看|hacia abajo",
    re.IGNORECASE,
)
ON_FOOT = (Gesture.WALK, Gesture.RUN, Gesture.KNEEL, Gesture.BOW, Gesture.DANCE, Gesture.DRAW_BACK)
SHOWS_UP = (Gesture.WALK, Gesture.RUN, Gesture.SLAP, Gesture.EMBRACE, Gesture.KNEEL)


def hidden_at_rise(scene: Scene, cast: Cast, language: str) -> dict[str, str]:
    """Those whom the first words about them put out of the others' sight, and what is between."""
    met: set[str] = set()
    hidden: dict[str, str] = {}
    for element in scene.elements:
        text = QUOTED.sub(" ", element.text)
        if element.kind is not ElementKind.ACTION:
            continue
        there = [ident for _, ident in signals.named(text, cast)]
        veil = UNSEEN.first(text, language)
        if there and there[0] not in met and veil:
            hidden[there[0]] = veil
        met.update(there)
    return hidden


def keep_apart(walk: Walk, text: str, actors: tuple[tuple[int, str], ...]) -> None:
    """Who hides or shows up, who falls, is caught or saved by what a sentence tells."""
    if not actors:
        return
    who = actors[0][1]
    veil = UNSEEN.first(text, walk.language)
    if veil:
        walk.unseen[who] = veil
    elif who in walk.unseen:
        comes = bodies.COMINGS.first(text, walk.language) is bodies.Coming.ENTER
        done = [deed.gesture for deed in signals.deeds(text, actors, walk.language)]
        if comes or any(gesture in SHOWS_UP for gesture in done):
            walk.unseen.pop(who)
    if SAVED.search(text):
        walk.aloft.clear()
        walk.holding.clear()
    elif FALLS.search(text):
        walk.aloft.add(who)
    elif who in walk.aloft and on_their_feet(text, actors, walk.language):
        walk.aloft.discard(who)
    if walk.aloft and who not in walk.aloft and CLASPS.search(text):
        walk.holding.add(who)
        walk.postures[who] = Posture.KNEEL


def on_their_feet(text: str, actors: tuple[tuple[int, str], ...], language: str) -> bool:
    """Whether whoever acts first in a sentence does what takes ground under the feet."""
    done = signals.deeds(text, actors, language)
    return any(one.who == actors[0][1] and one.gesture in ON_FOOT for one in done)


def is_above(walk: Walk, text: str, who: str) -> bool:
    """Whether a sentence has `who` hold someone who hangs, or look down at them."""
    looks = bool(walk.aloft) and who not in walk.aloft and bool(LOOKS_DOWN.search(text))
    return who in walk.holding or looks


def acted(
    walk: Walk, text: str, who: str, deeds: tuple[Deed, ...], felt: tuple[Feeling, ...]
) -> tuple[tuple[Deed, ...], tuple[Feeling, ...]]:
    """Deeds and feelings of a moment; who hangs or falls is a face, not a body on the ground."""
    if who not in walk.aloft:
        return deeds, felt
    kept = tuple(deed for deed in deeds if deed.gesture in OF_THE_HEAD)
    own = tuple(one for one in felt if one.who in ("", who))
    if not FALLS.search(text):
        shut = any(deed.gesture is Gesture.CLOSE_EYES for deed in kept)
        afraid = Feeling(0.0, who, Expression.SAD if shut else Expression.FEAR, 0.6)
        return kept, own or (afraid,)
    if not HANGS.search(text):
        kept = (Deed(0.0, who, Gesture.FALL, "", ""),)
    return kept, own or (Feeling(0.0, who, Expression.SHOCK, 0.95),)
