"""A line becomes moments: one for each breath."""

from dataclasses import replace

from engine.contracts import Element, Gesture, LineKind
from engine.script.lexicon import bodies, events, people, things
from engine.script.plan import Deed, Kind, Moment
from engine.script.sentences import speakable
from engine.script.staging import signals
from engine.script.staging.presence import line_kind
from engine.script.staging.walk import Walk, turn_to
from engine.script.staging.weigh import weigh_line

IDEAL_LINE, LONGEST_LINE = 3.0, 4.2  # seconds a piece of a line takes


def line(walk: Walk, element: Element) -> None:
    who = walk.cast.find(element.character) or walk.memory.subject
    if not who or not element.text.strip():
        return
    spoken = line_kind(element)
    if spoken is LineKind.ON_SCREEN and bodies.SINGS.hits(
        f"{element.parenthetical} {walk.before}", walk.language
    ):
        spoken = LineKind.SUNG
    if spoken in (LineKind.ON_SCREEN, LineKind.SUNG):
        walk.unseen.pop(who, None)
        if who not in walk.present:
            walk.present.append(who)
    text = " ".join(element.text.split())
    pieces = speakable(text, IDEAL_LINE, LONGEST_LINE)
    made = [_piece(walk, element, who, spoken, pieces, at) for at in range(len(pieces))]
    if element.dual and walk.moments and walk.moments[-1].kind is Kind.SPEECH and len(made) == 1:
        walk.moments[-1] = replace(walk.moments[-1], twin=made[0])
    else:
        walk.moments.extend(made)
    if spoken is not LineKind.VOICE_OVER or who in walk.present:  # she is not the voice she hears
        turn_to(walk, who)
        walk.memory = walk.memory.about(who, walk.cast)
    walk.before = ""


def _piece(
    walk: Walk, element: Element, who: str, spoken: LineKind, pieces: tuple[str, ...], at: int
) -> Moment:
    text = pieces[at]
    before = walk.before if at == 0 and walk.memory.subject == who else ""
    felt = signals.spoken_feelings(text, element.parenthetical, before, walk.language)
    turns = frozenset(events.TURNS.keys(text, walk.language)) - {events.Turn.BLOW}
    named = [ident for _, ident in signals.named(text, walk.cast) if ident in walk.present]
    called = [ident for ident in signals.called(text, walk.cast) if ident in walk.present]
    manner = element.parenthetical
    return walk.here(
        kind=Kind.SPEECH,
        text=text,
        source=(element.line,),
        who=who,
        others=tuple(ident for ident in named if ident != who),
        called=tuple(ident for ident in called if ident != who),
        about=_spoken_of(walk, text, who),
        to_all=bool(people.YOU_ALL.hits(text, walk.language)) and _heard_by_many(walk, who),
        name=walk.cast.get(who).name,
        spoken=spoken,
        manner=manner,
        piece=at,
        pieces=len(pieces),
        lens=bool(bodies.TO_LENS.first(f"{manner} {before}", walk.language)),
        feelings=felt,
        deeds=_gestures(walk, who, manner, before),
        turns=turns,
        weight=weigh_line(text, turns, felt),
    )


def _spoken_of(walk: Walk, text: str, who: str) -> str:
    """Who is named in a line, else whom its he or she means: the man or woman met last."""
    met = (
        *(ident for _, ident in signals.named(text, walk.cast)),
        walk.memory.man if people.HE.hits(text, walk.language) else "",
        walk.memory.woman if people.SHE.hits(text, walk.language) else "",
    )
    return next((one for one in met if one and one != who), "")


def _heard_by_many(walk: Walk, who: str) -> bool:
    apart = walk.unseen.keys() | walk.aloft
    return len([one for one in walk.present if one != who and one not in apart]) > 1


def _gestures(walk: Walk, who: str, manner: str, before: str) -> tuple[Deed, ...]:
    """What the manner of a line has the body do; who just took up a phone speaks into it."""
    taken = [one.gesture for one in signals.deeds(before, ((0, who),), walk.language)]
    phone = things.PROPS.first(before, walk.language) == "phone"
    if Gesture.PHONE in taken or (phone and Gesture.HOLD in taken):
        return (Deed(0.0, who, Gesture.PHONE, "", "phone"),)
    return signals.deeds(manner, ((0, who),), walk.language) if manner else ()
