"""A paragraph of action becomes moments: deeds, looks at a place, things to be seen and read."""

import re
from dataclasses import replace

from engine.contracts import Element, ElementKind, Gesture, Insert, InsertKind
from engine.script.lexicon import bodies, events, things
from engine.script.lexicon.lights import LIGHTS
from engine.script.lexicon.places import PLACES
from engine.script.plan import Deed, Kind, Moment
from engine.script.reading.heading import is_bare_heading
from engine.script.sentences import estimate, sentences
from engine.script.staging import signals
from engine.script.staging.apart import CLASPS, acted, is_above, keep_apart
from engine.script.staging.chunks import SHOUT, chunks
from engine.script.staging.lines import line
from engine.script.staging.places import weather_in
from engine.script.staging.readings import document_name, read_off
from engine.script.staging.scenery import is_of_the_crowd
from engine.script.staging.walk import QUOTED, Walk, turn_to
from engine.script.staging.weigh import weigh_action

TOWARDS = (
    Gesture.SLAP,
    Gesture.PUSH,
    Gesture.GRAB,
    Gesture.EMBRACE,
    Gesture.OFFER,
    Gesture.POINT,
    Gesture.BOW,
)
LOOKS = (Gesture.TURN_TO, Gesture.LOOK_UP)
LIT = re.compile(
    r"buzz|light|ring|screen|glow|vibrat|message|震|亮|响|屏|vibra|suena|pantalla", re.I
)
_FROM = re.compile(r"\b(?:from|mensajes? de|correo de)\s+([A-ZÁÉÍÓÚÑ]\w+(?:\s[A-ZÁÉÍÓÚÑ]\w+)?)")
_OF_A_PHONE = re.compile(r"(?:teléfono|móvil|celular|pantalla)\s+de\s+$", re.IGNORECASE)
FALLS_AT = 0.4  # part of a shot in which the lights go out
GLIMPSE = 3.0  # seconds of reading up to which a sentence without a person is about the last one


def action(walk: Walk, element: Element) -> None:
    text = " ".join(element.text.split()).lstrip("△▲ ")
    if not text or text.upper().startswith("NOTE:") or is_bare_heading(text):
        return
    if who := walk.cast.find(element.character):  # a name over a remark and no line
        text = f"{walk.cast.get(who).name} {text}"
    quotes = QUOTED.findall(text)
    if walk.announced and (quotes or text.isupper()):
        kind, words = walk.announced
        writing(walk, element, kind, quotes[0] if quotes else text, words)
        walk.announced = None
        return
    if SHOUT.fullmatch(text) and walk.moments:
        overhear(walk, text)
        return
    if not quotes and (read := read_off(text, walk.language, by_camera=False)):
        writing(walk, element, read.kind, read.words, read.on)
        return
    about = ""
    for chunk in chunks(text, walk.cast):
        walk.before = chunk
        _chunk(walk, element, chunk, about)
        about = f"{about} {chunk}"
    ends_open = text.rstrip().endswith((":", "：")) and things.READS.hits(text, walk.language)
    kinds = things.WRITINGS.hits(text, walk.language) if ends_open else ()
    walk.announced = (kinds[-1].key, text) if kinds else None


def overhear(walk: Walk, text: str) -> None:
    """Sounds that `text` names are heard at the end of what was last seen."""
    last = walk.moments[-1]
    heard = tuple((1.0, sound) for _, sound in signals.sounds(text, walk.language))
    seen = tuple((1.0, effect) for _, effect in signals.effects(text, walk.language))
    walk.moments[-1] = replace(last, sounds=(*last.sounds, *heard), effects=(*last.effects, *seen))


def _chunk(walk: Walk, element: Element, chunk: str, about: str) -> None:
    quotes = QUOTED.findall(chunk)
    bare = QUOTED.sub(" ", chunk)
    actors = signals.who_acts(bare, walk.cast, walk.memory, walk.language)
    written = things.WRITINGS.hits(bare, walk.language)
    by_name = signals.named(bare, walk.cast)
    told = quotes and things.SAID.hits(bare, walk.language)
    if told and not (written and not by_name):
        _told_speech(walk, element, bare, quotes, actors)
        return
    idle = not signals.deeds(bare, actors, walk.language)
    if quotes and written and idle:
        writing(walk, element, written[-1].key, quotes[-1])
        return
    noted = written or things.WRITINGS.hits(about, walk.language)
    if idle and noted and not by_name and bare.rstrip().endswith((":", "：")):
        if quotes:  # "It reads:" only announces
            writing(walk, element, noted[-1].key, quotes[-1])
        if quotes or written or things.READS.hits(bare, walk.language):
            return
    quiet = not actors
    actors = actors or _lingering(walk, bare)
    walk.actors = actors
    _enter(walk, bare, actors)
    walk.weather = weather_in(bare, walk.language) or walk.weather
    if not actors and not quotes and _only_heard(walk, bare):
        overhear(walk, bare)
        return
    falls = _lights(walk, bare)
    moment = deed(walk, element, bare if quotes else chunk, actors)
    moment = replace(moment, dark=FALLS_AT) if falls else moment
    walk.moments.append(replace(moment, deeds=()) if quiet else moment)
    _leave(walk, bare, actors)
    if quotes and noted:
        writing(walk, element, noted[-1].key, quotes[-1])
    elif CLASPS.search(bare):
        _shown_alone(walk, "clasped hands", 0.8)
    elif actors and things.SIGNING.search(bare):
        _shown_alone(walk, "signature", 0.7)
    else:
        _shown_thing(walk, element, bare)


def _lights(walk: Walk, text: str) -> bool:
    """Whether the lights go out in `text`; they stay so until they come back."""
    said = LIGHTS.asserted(text, walk.language)
    was, walk.dark = walk.dark, said[-1].key if said else walk.dark
    return walk.dark and not was


def _only_heard(walk: Walk, text: str) -> bool:
    """ "Thunder." and "Slow applause from the dark.": no picture of its own, if there is one."""
    heard = signals.sounds(text, walk.language)
    sights = PLACES.hits(text, walk.language) or is_of_the_crowd(text, walk.language)
    return bool(heard and walk.moments and not sights and estimate(text) <= GLIMPSE)


def deed(walk: Walk, element: Element, text: str, actors: tuple[tuple[int, str], ...]) -> Moment:
    who = actors[0][1] if actors else ""
    turn_to(walk, who)
    for sentence in sentences(text):
        doers = signals.who_acts(sentence, walk.cast, walk.memory, walk.language)
        walk.memory = walk.memory.about(doers[0][1] if doers else "", walk.cast)
    deeds = signals.deeds(text, actors, walk.language)
    deeds = tuple(
        deed._replace(target=walk.other) if deed.gesture in TOWARDS and not deed.target else deed
        for deed in deeds
    )
    deeds = _with_what_is_held(walk, _still_in_hand(walk, deeds))
    felt = signals.shown_feelings(text, actors, walk.language)
    deeds, felt = acted(walk, text, who, deeds, felt)
    apart = (walk.unseen.keys() | walk.aloft) - {who}
    at_hidden = any(one.gesture in LOOKS and one.target in apart for one in deeds)
    turns = frozenset(events.TURNS.keys(text, walk.language))
    happens = walk.here(
        kind=Kind.ACTION if who else Kind.PLACE,
        text=text.strip(),
        source=(element.line,),
        who=who,
        others=_others(deeds, actors),
        lens=at_hidden or bool(bodies.TO_LENS.first(text, walk.language)),
        feelings=felt,
        deeds=deeds,
        sounds=signals.sounds(text, walk.language),
        effects=signals.effects(text, walk.language),
        turns=turns,
        weight=weigh_action(turns, felt, deeds),
    )
    return replace(happens, above=is_above(walk, text, who))


def _still_in_hand(walk: Walk, deeds: tuple[Deed, ...]) -> tuple[Deed, ...]:
    """Who looks down at what they held a moment ago holds it still."""
    looks = next((one for one in deeds if one.gesture is Gesture.LOOK_DOWN), None)
    before = next((one for one in reversed(walk.moments[-2:]) if one.insert is None), None)
    done = before.deeds if before else ()
    held = next((one for one in done if one.gesture is Gesture.HOLD and one.prop), None)
    if looks is None or held is None or held.who != looks.who:
        return deeds
    return (held._replace(at=0.0), *deeds)


def _with_what_is_held(walk: Walk, deeds: tuple[Deed, ...]) -> tuple[Deed, ...]:
    """ "He looks at it": what was last seen in the same hand."""
    given = tuple(
        deed._replace(prop=walk.in_hand.get(deed.who, ""))
        if deed.gesture is Gesture.HOLD and not deed.prop
        else deed
        for deed in deeds
    )
    walk.in_hand.update({one.who: one.prop for one in given if one.gesture is Gesture.HOLD})
    return given


def _lingering(walk: Walk, text: str) -> tuple[tuple[int, str], ...]:
    """A short sentence about nothing to be seen ("Silence.") stays with whoever it was about."""
    who = walk.memory.subject
    seen = (PLACES, events.SOUNDS, events.EFFECTS, events.WEATHERS, events.TIMES)
    scenery = any(lexicon.hits(text, walk.language) for lexicon in seen)
    if is_of_the_crowd(text, walk.language):
        return ()
    if text[:1].islower():  # the rest of a sentence
        return walk.actors[:1]
    if who not in walk.present or scenery or estimate(text) > GLIMPSE:
        return ()
    return ((0, who),)


def _others(deeds: tuple[Deed, ...], actors: tuple[tuple[int, str], ...]) -> tuple[str, ...]:
    """Everyone besides the subject whom a sentence names or its deeds are meant for."""
    who = actors[0][1] if actors else ""
    there = [*(ident for _, ident in actors[1:]), *(deed.target for deed in deeds)]
    return tuple(dict.fromkeys(one for one in there if one and one != who))


def _enter(walk: Walk, text: str, actors: tuple[tuple[int, str], ...]) -> None:
    for _, ident in actors:
        if ident not in walk.present:
            walk.present.append(ident)
    keep_apart(walk, text, actors)
    posture = signals.posture(text, walk.language)
    if posture and actors:
        walk.postures[actors[0][1]] = posture


def _leave(walk: Walk, text: str, actors: tuple[tuple[int, str], ...]) -> None:
    comings = [hit.key for hit in bodies.COMINGS.asserted(text, walk.language)]
    if actors and comings and comings[-1] is bodies.Coming.EXIT and actors[0][1] in walk.present:
        walk.present.remove(actors[0][1])


def _told_speech(
    walk: Walk,
    element: Element,
    bare: str,
    quotes: list[str],
    actors: tuple[tuple[int, str], ...],
) -> None:
    """Prose: “Go,” said Mia."""
    who = actors[0][1] if actors else walk.memory.subject
    if not who:
        walk.moments.append(deed(walk, element, " ".join((bare.strip(), *quotes)), actors))
        return
    said = Element(
        kind=ElementKind.DIALOGUE,
        text=" ".join(quotes),
        line=element.line,
        character=walk.cast.get(who).name,
        parenthetical=bare,
    )
    line(walk, said)


def writing(
    walk: Walk, element: Element, kind: InsertKind, text: str, announcement: str = ""
) -> None:
    sender, heading = "", ""
    if kind is InsertKind.LETTER:
        heading = document_name(announcement or QUOTED.sub(" ", element.text))
    if kind in (InsertKind.TEXT_MESSAGE, InsertKind.PHONE_SCREEN):
        about = announcement or QUOTED.sub(" ", element.text)
        mentioned = walk.cast.mentions(about)
        names = [who for start, _, who in mentioned if not _OF_A_PHONE.search(about[:start])]
        owner = walk.memory.subject
        sender = next((walk.cast.get(one).name for one in names if one != owner), "")
        sender = sender or _sender(about)
        if kind is InsertKind.PHONE_SCREEN and (caller := walk.cast.find(text.strip(" .…"))):
            sender = walk.cast.get(caller).name
    for at in range(len(walk.moments) - 1, max(-1, len(walk.moments) - 3), -1):
        if _is_object(walk.moments[at]) and not walk.moments[at].asked_size:
            del walk.moments[at]  # the letter that was just seen is now read
            break
    walk.moments.append(
        walk.here(
            kind=Kind.WRITING,
            text=text,
            source=(element.line,),
            weight=0.75,
            insert=Insert(kind=kind, text=text.strip(), sender=sender, heading=heading),
        )
    )


def _sender(text: str) -> str:
    """Who writes and is nobody of the cast: "A text message from Mom"."""
    found = _FROM.search(text)
    return found.group(1) if found else ""


def _shown_alone(walk: Walk, sight: str, weight: float) -> None:
    """A hand that takes a hand, or signs, is seen alone: it stands for the whole deed."""
    last = walk.moments.pop()
    insert = Insert(kind=InsertKind.OBJECT, text=sight)
    walk.moments.append(replace(last, kind=Kind.WRITING, insert=insert, weight=weight))


def _is_object(moment: Moment) -> bool:
    return moment.insert is not None and moment.insert.kind is InsertKind.OBJECT


def an_object(prop: str, text: str) -> Insert:
    """The insert of a thing; a document bears the name that `text` gives it."""
    heading = document_name(text) if prop == "document" else ""
    return Insert(kind=InsertKind.OBJECT, text=prop, heading=heading)


def _shown_thing(walk: Walk, element: Element, text: str) -> None:
    """A thing that someone finds or hides is seen alone, once in a scene."""
    prop = things.PROPS.first(text, walk.language)
    if prop == "phone" and not LIT.search(text):
        return  # a dark one in a hand says nothing
    if prop and prop not in walk.shown and things.SHOWS.asserted(text, walk.language):
        walk.shown.add(prop)
        walk.moments.append(
            walk.here(
                kind=Kind.WRITING,
                text=text.strip(),
                source=(element.line,),
                weight=0.7,
                insert=an_object(_as_worn(prop, text), text),
            )
        )


def _as_worn(prop: str, text: str) -> str:
    worn = prop == "ring" and things.WORN.search(text)
    return "worn ring" if worn else prop
