"""A shot taken apart into phrases: what every family of models then says in its own order."""

from dataclasses import dataclass

from engine.contracts import (
    Blocking,
    Character,
    Expression,
    ExpressionCue,
    Final,
    Gesture,
    GestureCue,
    Line,
    LineKind,
    Posture,
    Reference,
    ReferenceKind,
    Shot,
    ShotSize,
    Wording,
    _,
)
from engine.diffusion.prompts import acting, fit, framing, looks, setting, things
from engine.diffusion.prompts.looks import PRONOUNS, Pronouns

SPOKEN = frozenset((LineKind.ON_SCREEN, LineKind.SUNG))
POSTURES = {Posture.SIT: "sitting", Posture.KNEEL: "kneeling", Posture.LIE: "lying down"}
SUDDEN = 0.12  # s: a gesture that begins later is not yet to be seen in the first frame


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in the frame, in phrases without articles of a sentence; "" is nothing to say."""

    name: str
    who: str  # "a slim young woman of 24"
    noun: str
    known_by: str  # hair, skin, beard, glasses
    hair: str
    wears: str
    item: str
    where: str
    posture: str
    turned: str
    gaze: str
    face: str
    holds: str  # what the body does all along: "arms folded"
    soft: bool  # out of focus
    shoulder: bool  # only shoulder and back of the head
    image: int = 0  # which picture shows them; 0 = none
    pronouns: Pronouns


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """All there is to say of a shot."""

    shot: Shot
    cast: dict[str, Character]
    people: tuple[Person, ...]
    thing: str  # of an insert
    lettered: str
    framing: str
    angle: str
    action: str  # one sentence without its end
    is_speech: bool  # the action is that somebody speaks
    place: str
    place_image: int
    things: str
    crowd: str
    hour: str
    weather: str
    light: str
    mood: str
    style: str
    cut: tuple[fit.Cut, ...]


def brief(
    shot: Shot,
    cast: dict[str, Character],
    final: Final,
    images: dict[tuple[ReferenceKind, str], int],
    *,
    reads_chinese: bool,
) -> Brief:
    """`images` tells which picture shows whom, counted as the model counts them."""
    shown = [person for person in shot.people if person.character in cast]
    names = {person.character: cast[person.character].name for person in shown}
    people = tuple(_person(shot, person, cast, names, images) for person in shown)
    action, cut = _action(shot, shown, cast, names, reads_chinese=reads_chinese)
    dressing = shot.set
    return Brief(
        shot=shot,
        cast=cast,
        people=people,
        thing=things.subject(shot.insert, cast) if shot.insert else "",
        lettered=things.lettered(shot.insert) if shot.insert else "",
        framing=framing.shot_words(shot),
        angle=framing.ANGLES[shot.angle].partition(",")[0],
        action=action,
        is_speech=bool(action) and action == _speech(shot, cast, names),
        place=setting.place(dressing, final.place),
        place_image=images.get((ReferenceKind.PLACE, dressing.place), 0),
        things=setting.things(dressing),
        crowd=setting.crowd(dressing),
        hour=setting.hour(dressing),
        weather=setting.weather(dressing),
        light=setting.light(dressing),
        mood=setting.MOODS[dressing.mood],
        style=setting.style(final.style),
        cut=tuple(cut),
    )


def pictured(references: tuple[Reference, ...], first: int) -> dict[tuple[ReferenceKind, str], int]:
    """Which picture shows whom or what; of several of one person the first."""
    found: dict[tuple[ReferenceKind, str], int] = {}
    for number, reference in enumerate(references, first):
        found.setdefault((reference.kind, reference.subject), number)
    return found


def _person(
    shot: Shot,
    person: Blocking,
    cast: dict[str, Character],
    names: dict[str, str],
    images: dict[tuple[ReferenceKind, str], int],
) -> Person:
    character = cast[person.character]
    look = character.look
    pronouns = PRONOUNS[look.presentation]
    close = shot.size in framing.CLOSE
    back = abs(person.yaw) >= 120
    return Person(
        name=character.name,
        who=looks.who(look, chinese=shot.language.startswith("zh")),
        noun=looks.noun(look),
        known_by=looks.listed(looks.features(look)[: 1 if back else 4]),
        hair=looks.hair(look),
        wears=looks.clothes(person.wears or look.wardrobe, close=close),
        item="" if back else looks.signature(character, close=close),
        where=framing.side(person, len(shot.people)),
        posture="" if _is_said(person) else POSTURES.get(person.posture, ""),
        turned=framing.turned(person),
        gaze=framing.gaze(shot, person, names),
        face="" if back or shot.size in framing.FAR else _face(person.expressions),
        holds=looks.listed(
            [_held(cue, pronouns) for cue in person.gestures if _is_seen(cue, shot)]
        ),
        soft=not person.focus and not person.over_shoulder and close,
        shoulder=person.over_shoulder,
        image=images.get((ReferenceKind.CHARACTER, person.character), 0),
        pronouns=pronouns,
    )


def _is_said(person: Blocking) -> bool:
    return any(cue.gesture in acting.BODILY for cue in person.gestures)


def _face(cues: tuple[ExpressionCue, ...]) -> str:
    """As it is when the shot begins."""
    return acting.seen(cues[0].expression, cues[0].intensity) if cues else ""


def _lasts(cue: GestureCue, shot: Shot) -> bool:
    return bool(acting.DEEDS[cue.gesture].holds) and (
        cue.at <= SUDDEN or cue.duration >= shot.duration - SUDDEN
    )


def _is_seen(cue: GestureCue, shot: Shot) -> bool:
    """Whether a state lasts through the shot and its frame is wide enough for it."""
    if shot.size is ShotSize.ECU or not _lasts(cue, shot):
        return False
    if shot.size is ShotSize.CU:
        return cue.gesture in acting.IN_CLOSE_UP
    return shot.size is not ShotSize.MCU or cue.gesture not in acting.BELOW_THE_SHOULDERS


def _held(cue: GestureCue, pronouns: Pronouns) -> str:
    holds = acting.DEEDS[cue.gesture].holds
    return holds.format(their=pronouns.their, prop=acting.prop(cue.prop))


def _action(
    shot: Shot,
    shown: list[Blocking],
    cast: dict[str, Character],
    names: dict[str, str],
    *,
    reads_chinese: bool,
) -> tuple[str, list[fit.Cut]]:
    """The one thing that happens: the screenplay's sentence, else the strongest gesture, else
    speech, else a change of face, else stillness."""
    if shot.insert is not None:
        return things.stays(shot.insert), []
    written, cut = _written(shot, cast, names, reads_chinese=reads_chinese)
    if written:
        return written, cut
    ordered = sorted(shown, key=lambda one: (one.over_shoulder, not one.focus))
    done, besides = _gesture(shot, ordered, cast, names)
    return done or _speech(shot, cast, names) or _change(shot, ordered, cast), [*cut, *besides]


def _written(
    shot: Shot, cast: dict[str, Character], names: dict[str, str], *, reads_chinese: bool
) -> tuple[str, list[fit.Cut]]:
    chinese = fit.is_chinese(shot.action)
    readable = reads_chinese if chinese else shot.language.startswith(("en", "zh"))
    if not readable:
        why = _("The model does not read the language of the action; the gestures say it.")
        return "", [fit.Cut(shot.action, why)] if shot.action else []
    said, cut = fit.deeds(shot.action, shot.duration, frozenset(one.name for one in cast.values()))
    absent = next((c.name for key, c in cast.items() if key not in names and c.name in said), "")
    if absent:
        why = _("{name} is not in the frame, and whoever is named is painted.", name=absent)
        return "", [fit.Cut(said, why), *cut]
    return said, cut


def _gesture(
    shot: Shot, ordered: list[Blocking], cast: dict[str, Character], names: dict[str, str]
) -> tuple[str, list[fit.Cut]]:
    cues = [
        (acting.DEEDS[cue.gesture], cue, person)
        for person in ordered
        for cue in person.gestures
        if acting.DEEDS[cue.gesture].does and not _lasts(cue, shot)
    ]
    speaks = bool(spoken_here(shot, names))
    cues = [one for one in cues if not speaks or one[0].rank > _TALK]
    if not cues:
        return "", []
    cues.sort(key=lambda one: -one[0].rank)  # stable: who is in focus first
    said = [_does(deed, cue, person, cast, names) for deed, cue, person in cues]
    why: Wording = _("A shot shows one action.")
    return said[0], [fit.Cut(one, why) for one in said[1:]]


_TALK = 5  # gestures up to this rank go along with speaking


def _does(
    deed: acting.Deed,
    cue: GestureCue,
    person: Blocking,
    cast: dict[str, Character],
    names: dict[str, str],
) -> str:
    character = cast[person.character]
    their = PRONOUNS[character.look.presentation].their
    whom = names.get(cue.target, "") if cue.target != person.character else ""
    template = deed.does if whom or not deed.alone else deed.alone
    said = template.format(them=whom or "someone", their=their, prop=acting.prop(cue.prop))
    return f"{character.name} {said}"


def spoken_here(shot: Shot, names: dict[str, str]) -> Line | None:
    """The first line that somebody in the frame says."""
    return next((x for x in shot.lines if x.kind in SPOKEN and x.character in names), None)


def _speech(shot: Shot, cast: dict[str, Character], names: dict[str, str]) -> str:
    line = spoken_here(shot, names)
    if line is None:
        return ""
    face = acting.FACES[line.expression]
    verb = "sings" if line.kind is LineKind.SUNG else "whispers" if line.hushed else face.verb
    with_ = [
        acting.DEEDS[cue.gesture].does.format(
            their=PRONOUNS[cast[line.character].look.presentation].their, them="", prop=""
        )
        for person in shot.people
        if person.character == line.character
        for cue in person.gestures
        if cue.gesture is not Gesture.TALK and not _lasts(cue, shot) and not cue.prop
        and 0 < acting.DEEDS[cue.gesture].rank <= _TALK and acting.DEEDS[cue.gesture].does
    ]  # fmt: skip
    along = f" and {with_[0]}" if with_ and shot.duration >= fit.SECONDS_A_DEED else ""
    return f"{names[line.character]} {verb} {face.tone}{along}"


def _change(shot: Shot, ordered: list[Blocking], cast: dict[str, Character]) -> str:
    """Nobody does anything: a face that changes, or somebody who listens or keeps still."""
    if shot.size in framing.WIDE and len(ordered) > 1:
        all_names = looks.listed([cast[one.character].name for one in ordered])
        return f"{all_names} keep still, watching each other"
    for person in ordered[:1]:
        character = cast[person.character]
        their = PRONOUNS[character.look.presentation].their
        later = [cue for cue in person.expressions[1:] if _differs(cue, person.expressions[0])]
        if later and shot.size not in framing.FAR:
            change = acting.FACES[later[0].expression].change.format(their=their)
            return f"{character.name} says nothing; {change}"
        hears = any(line.kind is LineKind.OFF_SCREEN for line in shot.lines)
        return f"{character.name} {'listens' if hears else 'keeps still'}, mouth closed"
    return ""


def _differs(cue: ExpressionCue, first: ExpressionCue) -> bool:
    return cue.expression is not first.expression and cue.expression is not Expression.CALM
