"""The intermediate plan of a scene, which the rules of film grammar turn into shots."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple

from engine.contracts import (
    Angle,
    Effect,
    EffectKind,
    Expression,
    Gesture,
    Insert,
    Lettering,
    LineKind,
    Move,
    Posture,
    SetDressing,
    ShotSize,
    Sound,
    SoundCue,
    Wardrobe,
    Weather,
)
from engine.script.lexicon.events import Turn

SIZES = tuple(ShotSize)
# What is on someone's face where nothing says otherwise, by character id.
Bearing = Mapping[str, tuple[Expression, float]]


class Kind(StrEnum):
    """What a moment is made of."""

    SPEECH = "speech"
    ACTION = "action"
    PLACE = "place"  # nobody in it
    WRITING = "writing"  # a thing that carries meaning
    REACTION = "reaction"  # a face that takes something in


class Feeling(NamedTuple):
    at: float  # where in the text, 0 … 1
    who: str  # "" for the subject
    expression: Expression
    intensity: float


class Deed(NamedTuple):
    at: float  # where in the text, 0 … 1
    who: str
    gesture: Gesture
    target: str
    prop: str


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happens: a piece of a line, a sentence of action, a thing to be read."""

    kind: Kind
    text: str
    source: tuple[int, ...] = ()
    who: str = ""  # character id of the subject
    others: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    postures: tuple[tuple[str, Posture], ...] = ()
    weather: Weather = Weather.CLEAR
    name: str = ""  # of the speaker, for captions
    spoken: LineKind = LineKind.ON_SCREEN
    manner: str = ""  # parenthetical
    piece: int = 0  # of a long line
    pieces: int = 1
    lens: bool = False  # looks the viewer in the eye
    aloft: bool = False  # the subject hangs from an edge or falls
    above: bool = False  # the subject holds who hangs, and looks down at them
    holding: tuple[str, ...] = ()  # those who hold who hangs
    called: tuple[str, ...] = ()  # whom a line calls by their name
    about: str = ""  # id of whom a line speaks of, named or as he or she
    to_all: bool = False  # a line to more than one: "both of you"
    veil: str = ""  # what stands before a subject who hides: a key of lexicon.scenery.UNSEEN
    feelings: tuple[Feeling, ...] = ()
    moods: tuple[tuple[str, Expression, float], ...] = ()  # what is still on someone's face
    deeds: tuple[Deed, ...] = ()
    sounds: tuple[tuple[float, Sound], ...] = ()
    effects: tuple[tuple[float, EffectKind], ...] = ()
    dark: float | None = None  # from which part of it on the lights are out: 0 … 1
    turns: frozenset[Turn] = frozenset()
    weight: float = 0.3  # 0 … 1: how much hangs on it
    insert: Insert | None = None
    asked_size: ShotSize | None = None
    asked_move: Move | None = None
    captions: tuple[str, ...] = ()
    twin: "Moment | None" = None  # a line spoken at the same time


class Spoken(NamedTuple):
    """How long a piece of a line sounds, and when its words do."""

    duration: float
    words: tuple[tuple[str, float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A shot in the making."""

    moment: Moment
    subject: str = ""  # who the shot is of, "" the place or a thing
    partner: str = ""  # whom the subject deals with
    size: ShotSize = ShotSize.MS
    angle: Angle = Angle.EYE
    move: Move = Move.STATIC
    lead: float = 0.0  # seconds before the line
    length: float = 0.0
    feeling: Feeling | None = None  # what the line is spoken with
    spoken: Spoken | None = None
    twin: "Draft | None" = None  # who speaks at the same time
    effects: tuple[Effect, ...] = ()
    sounds: tuple[SoundCue, ...] = ()
    lettering: tuple[Lettering, ...] = ()
    rules: tuple[str, ...] = ()

    def by(self, rule: str, **changes: object) -> "Draft":
        """The draft as `rule` wants it."""
        known = self.rules if rule in self.rules else (*self.rules, rule)
        return replace(self, rules=known, **changes)  # type: ignore[arg-type]

    @property
    def split(self) -> bool:
        """Two panels: the subject, and the partner in another place."""
        return any(effect.kind is EffectKind.SPLIT_SCREEN for effect in self.effects)

    @property
    def face_to_face(self) -> bool:
        """Subject and partner are both there and neither lies: one has a shoulder to look over."""
        down = {who for who, posture in self.moment.postures if posture is Posture.LIE}
        return self.partner in self.moment.present and not down & {self.subject, self.partner}

    @property
    def heard_only(self) -> bool:
        """Someone speaks in it who is not its subject, or not with the lips."""
        return self.moment.kind is Kind.SPEECH and (
            self.subject != self.moment.who or self.moment.spoken is LineKind.VOICE_OVER
        )


@dataclass(frozen=True, slots=True)
class ScenePlan:
    """A scene between the script and its shots."""

    number: str
    heading: str
    dressing: SetDressing
    language: str
    axis: tuple[str, ...]  # ids from screen left to right, as the line of action lies
    drafts: tuple[Draft, ...]
    bearing: Bearing
    unseen: Mapping[str, str] = field(default_factory=dict)  # who hides when it ends, behind what
    captions_left: tuple[str, ...] = ()  # read after the last moment: for the next scene
    flashback: bool = False
    opens: bool = False  # first scene of the episode
    closes: bool = False  # last scene of the episode
    continues: bool = False  # there is a later episode
    serial: bool = False  # the script counts its episodes
    title: str = ""  # lettering of the episode
    kicker: str = ""  # what stands small above the title: which episode it is
    elsewhere: Mapping[str, SetDressing] = field(default_factory=dict)  # where else people are
    names: tuple[str, ...] = ()  # of the cast, as a name card may give them
    to_be_continued: str = ""
    worn: Mapping[str, Wardrobe] = field(default_factory=dict)  # other than by the looks

    def with_drafts(self, drafts: tuple[Draft, ...] | list[Draft]) -> "ScenePlan":
        return replace(self, drafts=tuple(drafts))


def rank(size: ShotSize) -> int:
    """0 for the widest."""
    return SIZES.index(size)


def fraction(start: int, text: str) -> float:
    """Where in a text something stands, 0 … 1, to thousandths."""
    return round(start / max(1, len(text)), 3)
