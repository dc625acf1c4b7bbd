"""A shot and everything in it. Times count from the start of the shot."""

from typing import Annotated

from msgspec import Meta

from engine.contracts.base import Language, Problem, Seconds, Value
from engine.contracts.bible import Character, Wardrobe
from engine.contracts.script import ReadRequest
from engine.contracts.vocabulary import (
    Angle,
    EffectKind,
    Expression,
    Gesture,
    InsertKind,
    LetteringKind,
    LineKind,
    Mood,
    Move,
    Posture,
    SetKind,
    ShotSize,
    Sound,
    TimeOfDay,
    Weather,
)

Intensity = Annotated[float, Meta(ge=0, le=2)]  # 0 … 1 as a rule


class Slate(Value, frozen=True, kw_only=True):
    """What identifies a shot but does not change its picture; left out of its hash."""

    id: str = ""  # "e01-s02-003"
    episode: int = 0
    scene: str = ""
    number: int = 0
    lines: tuple[int, ...] = ()  # source lines of the screenplay it covers
    rules: tuple[str, ...] = ()  # names of the grammar rules that made it so


class ExpressionCue(Value, frozen=True, kw_only=True):
    """From `at` on, the face moves to this expression (eased over 4–8 frames)."""

    at: Seconds
    expression: Expression
    intensity: Intensity = 0.6


class GestureCue(Value, frozen=True, kw_only=True):
    at: Seconds
    duration: Seconds
    gesture: Gesture
    target: str = ""  # character id
    prop: str = ""  # what is held or offered: "letter", "phone", "ring" …
    manner: int = 0  # of talk: 1, 2 or 3 have no gesture in common; 0 chooses among all


class Blocking(Value, frozen=True, kw_only=True):
    """One person in the shot: where, turned how, doing what."""

    character: str  # id
    x: float = 0.0  # -1 left edge … 1 right edge of the frame at their depth
    depth: float = 0.4  # 0 at the lens … 1 far back
    yaw: float = 0.0  # degrees; negative looks to frame left, ±180 is from behind
    posture: Posture = Posture.STAND
    focus: bool = True  # what the shot is of; others are softer
    over_shoulder: bool = False  # only the near shoulder and back of the head
    look_at: str = ""  # character id, "" = along yaw, "lens" = the viewer
    expressions: tuple[ExpressionCue, ...] = ()
    gestures: tuple[GestureCue, ...] = ()
    wears: Wardrobe | None = None  # None: what the look says


class Line(Value, frozen=True, kw_only=True):
    """One spoken line in the shot; `duration` was measured with the character's own voice."""

    character: str  # id
    name: str  # as shown in captions
    text: str
    at: Annotated[float, Meta(ge=0, le=3600)]
    duration: Seconds
    language: Language = "en"
    kind: LineKind = LineKind.ON_SCREEN
    expression: Expression = Expression.CALM
    intensity: Intensity = 0.5
    hushed: bool = False  # whispered


class SetDressing(Value, frozen=True, kw_only=True):
    set: SetKind
    place: str  # as written; the words steer a PLAIN set
    time: TimeOfDay = TimeOfDay.DAY
    weather: Weather = Weather.CLEAR
    interior: bool = True
    mood: Mood = Mood.CALM
    # Moving light: "" | neon | passing_cars | candle | lightning | blinds | phone | police | tv |
    # fire | tube | leaves | water | fan
    light: str = ""
    seed: int = 0
    # What stands there besides: names of engine.rehearsal.sets.props, and of a crowd of
    # engine.rehearsal.sets.crowd, which may say how it feels: "mourners:shock".
    props: tuple[str, ...] = ()


class Effect(Value, frozen=True, kw_only=True):
    kind: EffectKind
    at: Seconds = 0.0
    duration: Seconds = 0.5
    text: str = ""
    strength: Annotated[float, Meta(ge=0, le=10)] = 1.0


class Insert(Value, frozen=True, kw_only=True):
    """Set when the shot is of a thing instead of people."""

    kind: InsertKind
    text: str
    sender: str = ""
    heading: str = ""  # the own name of a document, printed at its head
    hands: tuple[str, ...] = ()  # ids of whose hands are seen: who holds it, then the other


class Lettering(Value, frozen=True, kw_only=True):
    kind: LetteringKind
    text: str
    at: Seconds = 0.0
    duration: Seconds = 2.0


class SoundCue(Value, frozen=True, kw_only=True):
    sound: Sound
    at: Seconds = 0.0
    duration: Seconds = 0.0  # 0 = as long as the sound is; beds give their length
    gain_db: Annotated[float, Meta(ge=-200, le=60)] = 0.0


class Shot(Value, frozen=True, kw_only=True):
    """One camera set-up, seconds long: everything a renderer needs."""

    slate: Slate
    duration: Annotated[float, Meta(gt=0, le=600)]
    set: SetDressing
    size: ShotSize
    angle: Angle = Angle.EYE
    move: Move = Move.STATIC
    people: tuple[Blocking, ...] = ()
    lines: tuple[Line, ...] = ()
    insert: Insert | None = None
    effects: tuple[Effect, ...] = ()
    lettering: tuple[Lettering, ...] = ()
    sounds: tuple[SoundCue, ...] = ()
    action: str = ""  # the sentence of the screenplay it shows
    language: Language = "en"
    beyond: SetDressing | None = None  # where the second panel of a split screen plays

    @property
    def characters(self) -> frozenset[str]:
        """Ids of all whom the shot needs of the cast: who is seen or heard, or whose hands are."""
        seen = {person.character for person in self.people}
        heard = {line.character for line in self.lines}
        return frozenset(seen | heard | set(self.insert.hands if self.insert else ()))


class BreakdownRequest(Value, frozen=True, kw_only=True):
    source: ReadRequest
    episode: int = 0  # 0 = the first one in the file
    bible: str = ""  # text of a series.toml
    seed: int = 0  # 0 = the bible's
    number: int = 0  # what the episode is called when the file holds only one; 0 = as it says
    continues: bool = False  # a later episode exists outside of this file
    kept: tuple[Character, ...] = ()  # of `Breakdown.by_rule`: those who were filmed; they stay so


class Breakdown(Value, frozen=True, kw_only=True):
    """The shot list of one episode with the cast it needs, complete enough to render anywhere."""

    title: str  # of the series
    episode: int
    episode_title: str
    language: str
    cast: tuple[Character, ...]
    shots: tuple[Shot, ...]
    problems: tuple[Problem, ...] = ()
    line: int = 0  # of the source, where the first scene of the episode begins
    by_rule: tuple[Character, ...] = ()  # the cast as it was before the bible's keys
