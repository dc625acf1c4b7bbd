"""A scene read from top to bottom: its elements become moments, with who is there and how."""

import re
from dataclasses import dataclass, field, replace

from engine.contracts import (
    Element,
    ElementKind,
    Gesture,
    Insert,
    InsertKind,
    LineKind,
    Move,
    Posture,
    Scene,
    ShotSize,
    Weather,
)
from engine.script import signals
from engine.script.casting import SPEAKING, Cast
from engine.script.lexicon import bodies, events, things
from engine.script.lexicon.bodies import SINGS
from engine.script.lexicon.camera import MOVES, SIZES, TRANSITIONS
from engine.script.lexicon.match import CJK
from engine.script.places import weather_in
from engine.script.plan import Deed, Kind, Moment
from engine.script.sentences import clauses, estimate, join, sentences, speakable
from engine.script.signals import Memory
from engine.script.weigh import weigh_action, weigh_line

IDEAL_LINE, LONGEST_LINE = 3.0, 4.2  # seconds a piece of a line takes
LONG_SENTENCE = 7.0  # seconds of reading aloud after which a sentence of action is two shots
SHORT_SENTENCE = 1.1  # … and under which it joins its neighbour
TOWARDS = (Gesture.SLAP, Gesture.EMBRACE, Gesture.OFFER, Gesture.POINT, Gesture.BOW)
QUOTED = re.compile(r"[“\"「『]([^“”\"「」『』]{1,400})[”\"」』]")
_HEARD = re.compile(
    r"o\.? ?s\.?|o\.? ?c\.?|off|画外|话外|phone|filter|radio|tel|电话|pre-?lap", re.IGNORECASE
)
_THOUGHT = re.compile(r"v\.? ?o\.?|voz en off|旁白|内心|独白|心声|narrat", re.IGNORECASE)
_LETTERED = ("\ue000", "\uf000")  # private letters stand for quotations while sentences are cut


@dataclass
class Walk:
    """The state of the scene while it is read."""

    cast: Cast
    language: str
    present: list[str]
    weather: Weather
    memory: Memory = field(default_factory=Memory)
    postures: dict[str, Posture] = field(default_factory=dict)
    moments: list[Moment] = field(default_factory=list)
    before: str = ""  # the action just read
    other: str = ""  # the last one a moment was of, before the present subject
    captions: list[str] = field(default_factory=list)
    announced: InsertKind | None = None  # "It reads:" with the words still to come
    shown: set[str] = field(default_factory=set)  # things that have had their insert

    def here(self, **rest: object) -> Moment:
        """A moment with the scene's present state in it."""
        moment = Moment(
            present=tuple(self.present),
            postures=tuple(self.postures.items()),
            weather=self.weather,
            captions=tuple(self.captions),
            **rest,  # type: ignore[arg-type]
        )
        self.captions.clear()
        return moment


def moments(scene: Scene, cast: Cast, language: str, weather: Weather) -> tuple[Moment, ...]:
    """All that happens in a scene, in its order."""
    walk = Walk(cast, language, at_rise(scene, cast, language), weather)
    for element in scene.elements:
        if element.kind in SPEAKING:
            _line(walk, element)
        elif element.kind is ElementKind.ACTION:
            _action(walk, element)
        elif element.kind in (ElementKind.SUPER, ElementKind.CENTERED):
            walk.captions.append(element.text)
        elif element.kind is ElementKind.CAMERA:
            _camera(walk, element)
        elif element.kind is ElementKind.SOUND:
            _sound(walk, element)
        elif element.kind is ElementKind.TRANSITION:
            _transition(walk, element)
    if walk.captions:
        _lay_over_last(walk)
    return tuple(walk.moments)


def members(scene: Scene, cast: Cast) -> tuple[str, ...]:
    """Everyone who is in a scene at some time, in the order they come up."""
    found: dict[str, None] = dict.fromkeys(filter(None, map(cast.find, scene.present)))
    for element in scene.elements:
        if element.kind in SPEAKING:
            ident = cast.find(element.character)
            if ident and _spoken(element, cast) is LineKind.ON_SCREEN:
                found[ident] = None
        elif element.kind in (ElementKind.ACTION, ElementKind.CAMERA):
            found.update(dict.fromkeys(ident for _, ident in signals.named(element.text, cast)))
    return tuple(found)


def at_rise(scene: Scene, cast: Cast, language: str) -> list[str]:
    """Who is there when the scene begins: everyone who does not come in later."""
    late: set[str] = set()
    early: set[str] = set()
    for number, element in enumerate(scene.elements):
        if element.kind in SPEAKING:
            who = cast.find(element.character)
            heard = _spoken(element, cast) is not LineKind.ON_SCREEN
            (late if heard and who not in early else early).add(who)
        elif element.kind is ElementKind.ACTION:
            for sentence in sentences(element.text):
                there = [ident for _, ident in signals.named(sentence, cast)]
                if number and there and there[0] not in early and _comes_up(sentence, language):
                    late.add(there[0])
                early.update(there)
    return [ident for ident in members(scene, cast) if ident not in late]


def _comes_up(sentence: str, language: str) -> bool:
    """Someone comes in, or is introduced as scripts do: "VICTOR, 60, in an expensive suit"."""
    coming = bodies.COMINGS.first(sentence, language) is bodies.Coming.ENTER
    return coming or bool(re.search(r"[A-Z]{2}[^a-z]*, (?:\d|[a-z])", sentence))


def _spoken(element: Element, cast: Cast) -> LineKind:
    if element.kind is ElementKind.LYRIC:
        return LineKind.SUNG
    extension = element.extension.strip()
    if re.fullmatch(r"os", extension, re.IGNORECASE) and CJK.search(element.text):
        return LineKind.VOICE_OVER  # in Chinese scripts OS is the inner voice
    if _THOUGHT.search(extension):
        return LineKind.VOICE_OVER
    return LineKind.OFF_SCREEN if extension and _HEARD.search(extension) else LineKind.ON_SCREEN


def _line(walk: Walk, element: Element) -> None:
    who = walk.cast.find(element.character) or walk.memory.subject
    if not who or not element.text.strip():
        return
    spoken = _spoken(element, walk.cast)
    if spoken is LineKind.ON_SCREEN and SINGS.hits(
        f"{element.parenthetical} {walk.before}", walk.language
    ):
        spoken = LineKind.SUNG
    if spoken in (LineKind.ON_SCREEN, LineKind.SUNG) and who not in walk.present:
        walk.present.append(who)
    text = " ".join(element.text.split())
    pieces = speakable(text, IDEAL_LINE, LONGEST_LINE)
    made = [_piece(walk, element, who, spoken, pieces, at) for at in range(len(pieces))]
    if element.dual and walk.moments and walk.moments[-1].kind is Kind.SPEECH and len(made) == 1:
        walk.moments[-1] = replace(walk.moments[-1], twin=made[0])
    else:
        walk.moments.extend(made)
    _turn_to(walk, who)
    walk.memory = walk.memory.about(who, walk.cast)
    walk.before = ""


def _piece(
    walk: Walk, element: Element, who: str, spoken: LineKind, pieces: tuple[str, ...], at: int
) -> Moment:
    text = pieces[at]
    before = walk.before if at == 0 else ""
    felt = signals.spoken_feelings(text, element.parenthetical, before, walk.language)
    turns = frozenset(events.TURNS.keys(text, walk.language)) - {events.Turn.BLOW}
    addressed = [ident for _, ident in signals.named(text, walk.cast) if ident in walk.present]
    manner = element.parenthetical
    return walk.here(
        kind=Kind.SPEECH,
        text=text,
        source=(element.line,),
        who=who,
        others=tuple(ident for ident in addressed if ident != who),
        name=walk.cast.get(who).name,
        spoken=spoken,
        manner=manner,
        piece=at,
        pieces=len(pieces),
        lens=bool(bodies.TO_LENS.first(f"{manner} {before}", walk.language)),
        feelings=felt,
        deeds=signals.deeds(manner, ((0, who),), walk.language) if manner else (),
        turns=turns,
        weight=weigh_line(text, turns, felt),
    )


def _action(walk: Walk, element: Element) -> None:
    text = " ".join(element.text.split()).lstrip("△▲ ")
    if not text or text.upper().startswith("NOTE:"):
        return
    quotes = QUOTED.findall(text)
    if walk.announced and (quotes or text.isupper()):
        _writing(walk, element, walk.announced, quotes[0] if quotes else text)
        walk.announced = None
        return
    about = ""
    for chunk in _chunks(text):
        _chunk(walk, element, chunk, about)
        about = f"{about} {chunk}"
    ends_open = text.rstrip().endswith((":", "：")) and things.READS.hits(text, walk.language)
    kinds = things.WRITINGS.hits(text, walk.language) if ends_open else ()
    walk.announced = kinds[-1].key if kinds else None
    walk.before = text


def _chunks(text: str) -> tuple[str, ...]:
    """Sentences of action as shots take them: long ones cut, very short ones joined."""
    kept: list[str] = []
    held = QUOTED.sub(lambda found: _hold(kept, found.group()), text)
    out: list[str] = []
    for sentence in sentences(held):
        long = estimate(sentence) > LONG_SENTENCE
        for part in _in_two(sentence) if long else (sentence,):
            if out and (estimate(part) < SHORT_SENTENCE or estimate(out[-1]) < SHORT_SENTENCE):
                out[-1] = join(out[-1], part)
            else:
                out.append(part)
    return tuple(_release(kept, chunk) for chunk in out)


def _hold(kept: list[str], quotation: str) -> str:
    kept.append(quotation)
    return chr(ord(_LETTERED[0]) + len(kept) - 1)


def _release(kept: list[str], chunk: str) -> str:
    return "".join(
        kept[ord(letter) - ord(_LETTERED[0])] if _LETTERED[0] <= letter < _LETTERED[1] else letter
        for letter in chunk
    )


def _in_two(sentence: str) -> tuple[str, ...]:
    """A long sentence in pieces of a few seconds, at its clauses."""
    parts: list[str] = []
    for clause in clauses(sentence):
        if parts and estimate(join(parts[-1], clause)) <= LONG_SENTENCE * 0.75:
            parts[-1] = join(parts[-1], clause)
        else:
            parts.append(clause)
    return tuple(parts)


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
    if quotes and written and not signals.deeds(bare, actors, walk.language):
        _writing(walk, element, written[-1].key, quotes[-1])
        return
    _enter(walk, bare, actors)
    walk.weather = weather_in(bare, walk.language) or walk.weather
    walk.moments.append(_deed(walk, element, bare if quotes else chunk, actors))
    _leave(walk, bare, actors)
    writing = written or things.WRITINGS.hits(about, walk.language)
    if quotes and writing:
        _writing(walk, element, writing[-1].key, quotes[-1])
    else:
        _shown_thing(walk, element, bare)


def _deed(walk: Walk, element: Element, text: str, actors: tuple[tuple[int, str], ...]) -> Moment:
    who = actors[0][1] if actors else ""
    _turn_to(walk, who)
    for sentence in sentences(text):
        doers = signals.who_acts(sentence, walk.cast, walk.memory, walk.language)
        walk.memory = walk.memory.about(doers[0][1] if doers else "", walk.cast)
    deeds = signals.deeds(text, actors, walk.language)
    deeds = tuple(
        deed._replace(target=walk.other) if deed.gesture in TOWARDS and not deed.target else deed
        for deed in deeds
    )
    felt = signals.shown_feelings(text, actors, walk.language)
    turns = frozenset(events.TURNS.keys(text, walk.language))
    return walk.here(
        kind=Kind.ACTION if who else Kind.PLACE,
        text=text.strip(),
        source=(element.line,),
        who=who,
        others=_others(deeds, actors),
        lens=bool(bodies.TO_LENS.first(text, walk.language)),
        feelings=felt,
        deeds=deeds,
        sounds=signals.sounds(text, walk.language),
        effects=signals.effects(text, walk.language),
        turns=turns,
        weight=weigh_action(turns, felt, deeds),
    )


def _others(deeds: tuple[Deed, ...], actors: tuple[tuple[int, str], ...]) -> tuple[str, ...]:
    """Everyone besides the subject whom a sentence names or its deeds are meant for."""
    who = actors[0][1] if actors else ""
    there = [*(ident for _, ident in actors[1:]), *(deed.target for deed in deeds)]
    return tuple(dict.fromkeys(one for one in there if one and one != who))


def _turn_to(walk: Walk, who: str) -> None:
    """Keep who was dealt with before: the one a deed without an object is meant for."""
    if walk.memory.subject and walk.memory.subject != who:
        walk.other = walk.memory.subject


def _enter(walk: Walk, text: str, actors: tuple[tuple[int, str], ...]) -> None:
    for _, ident in actors:
        if ident not in walk.present:
            walk.present.append(ident)
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
        walk.moments.append(_deed(walk, element, " ".join((bare.strip(), *quotes)), actors))
        return
    line = Element(
        kind=ElementKind.DIALOGUE,
        text=" ".join(quotes),
        line=element.line,
        character=walk.cast.get(who).name,
        parenthetical=bare,
    )
    _line(walk, line)


def _writing(walk: Walk, element: Element, kind: InsertKind, text: str) -> None:
    sender = ""
    if kind in (InsertKind.TEXT_MESSAGE, InsertKind.PHONE_SCREEN):
        names = [ident for _, _, ident in walk.cast.mentions(QUOTED.sub(" ", element.text))]
        owner = walk.memory.subject
        sender = next((walk.cast.get(one).name for one in names if one != owner), "")
    if walk.moments and _is_object(walk.moments[-1]):
        walk.moments.pop()  # the letter that was just seen is now read
    walk.moments.append(
        walk.here(
            kind=Kind.WRITING,
            text=text,
            source=(element.line,),
            weight=0.75,
            insert=Insert(kind=kind, text=text.strip(), sender=sender),
        )
    )


def _is_object(moment: Moment) -> bool:
    return moment.insert is not None and moment.insert.kind is InsertKind.OBJECT


def _shown_thing(walk: Walk, element: Element, text: str) -> None:
    """A thing that someone finds or hides is seen alone, once in a scene."""
    prop = things.PROPS.first(text, walk.language)
    if prop and prop not in walk.shown and things.SHOWS.asserted(text, walk.language):
        walk.shown.add(prop)
        walk.moments.append(
            walk.here(
                kind=Kind.WRITING,
                text=text.strip(),
                source=(element.line,),
                weight=0.7,
                insert=Insert(kind=InsertKind.OBJECT, text=prop),
            )
        )


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
    moment = _deed(walk, element, element.text, actors)
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
            replace(_deed(walk, element, element.text, ()), kind=Kind.PLACE, sounds=heard)
        )


def _transition(walk: Walk, element: Element) -> None:
    """A fade or a cut to black ends what was on the screen; a scene's first fade opens nothing."""
    effect = TRANSITIONS.first(element.text, walk.language)
    if effect and walk.moments:
        last = walk.moments[-1]
        walk.moments[-1] = replace(last, effects=(*last.effects, (1.0, effect)))


def _lay_over_last(walk: Walk) -> None:
    if walk.moments:
        last = walk.moments[-1]
        walk.moments[-1] = replace(last, captions=(*last.captions, *walk.captions))
    else:
        captions = tuple(walk.captions)
        walk.moments.append(walk.here(kind=Kind.PLACE, text=" ".join(captions)))
