"""Hands that talk: what they do is chosen by the feeling, when they do it by the words."""

from collections.abc import Callable
from random import Random

from engine.contracts import Expression
from engine.rehearsal.figure.acting.gestures import (
    CLOSE,
    FORWARD,
    OUT,
    SELF,
    UPWARD,
    Move,
    hand,
)
from engine.rehearsal.figure.pose import Hand

# The right hand leads; who is mirrored leads with the left.
TALKS: dict[str, Move] = {
    "rest": Move(rise=0.4),
    "open": Move(
        right=hand((17, 24, 27), "open", -30, 35, UPWARD),
        left=hand((18, 37, 18), "relaxed", 5, 38),
    ),
    "offered": Move(right=hand((15, 27, 31), "palm", -12, 45, UPWARD), bend=2, roll=-2),
    "both": Move(
        right=hand((20, 27, 25), "palm", -16, 40, UPWARD),
        left=hand((20, 28, 24), "palm", -14, 40, UPWARD),
    ),
    "low": Move(
        right=hand((23, 39, 17), "open", 18, 34, (-0.2, -0.6, 0.8)),
        left=hand((23, 40, 16), "open", 18, 34, (-0.2, -0.6, 0.8)),
        shrug=0.3,
    ),
    "pinch": Move(right=hand((15, 22, 28), "pinch", -62, 24, (-0.7, 0.2, 0.5)), pitch=-2),
    "raised": Move(right=hand((18, 14, 24), "point", -86, 6, (-0.5, 0.0, 0.9)), pitch=2),
    "self": Move(right=Hand((10, 24, 3), "relaxed", 226, CLOSE, lies=1.0), bend=2),
    "aside": Move(
        right=hand((29, 20, 21), "relaxed", -8, 24, UPWARD, (0.5, 1, -0.3)), head=-7, roll=-4
    ),
    "chop": Move(right=hand((12, 24, 34), "flat", -12, 55), bend=4),
    "jab": Move(
        right=hand((18, 22, 42), "point", -10, 55, (-0.6, 0.8, 0.1)), bend=7, lean=2, rise=0.2
    ),
    "fist": Move(
        right=hand((17, 18, 25), "fist", -70, 14, (-0.8, 0.0, 0.5)), bend=3, shrug=0.2, rise=0.24
    ),
    "spread": Move(
        right=hand((29, 20, 20), "open", -34, 24, (-0.2, -0.6, 0.8), OUT),
        left=hand((28, 22, 20), "open", -30, 24, (-0.2, -0.6, 0.8), OUT),
        bend=-3,
        rise=0.26,
    ),
    "ward": Move(
        right=hand((14, 20, 30), "open", -78, 14, FORWARD),
        left=hand((14, 23, 29), "open", -76, 14, FORWARD),
        bend=-5,
        shrug=0.5,
    ),
    "gasp": Move(
        right=hand((5.5, 4.5, 19), "relaxed", -128, -4, SELF, (0.6, 1, 0.1)),
        bend=-4,
        shrug=0.4,
        rise=0.24,
    ),
    "wipe": Move(
        right=hand((9, 2.5, 18), "relaxed", -106, -4, SELF, (0.6, 1, 0.1)),
        pitch=-6,
        roll=4,
        rise=0.42,
    ),
    "held_arm": Move(
        right=Hand((1, 34, 3.5), "hold", 184, CLOSE, lies=1.0),
        bend=3,
        shrug=0.4,
        pitch=-4,
        rise=0.42,
    ),
    "wrung": Move(
        right=hand((3, 33, 22), "hold", 165, 15, (-0.2, 0.3, -1.0)),
        left=hand((3, 34, 20), "relaxed", 160, 15, (-0.2, 0.3, -1.0)),
        bend=4,
        shrug=0.3,
        rise=0.4,
    ),
    "clasped": Move(
        right=hand((3.5, 22, 23), "hold", 222, 10, SELF),
        left=hand((3.5, 23, 21), "fist", 222, 10, SELF),
        bend=3,
        rise=0.4,
    ),
    "crossed": Move(
        right=Hand((-3, 27, 5.5), "hold", 184, CLOSE, lies=1.0),
        left=Hand((-5, 31, 1.5), "fist", 186, CLOSE, lies=1.0),
        bend=-3,
        pitch=3,
        rise=0.42,
    ),
    "hip": Move(
        left=hand((20, 37, 4), "fist", 118, 10, (-0.5, 0.3, -0.8), (1.0, 0.1, -0.5)),
        right=hand((18, 24, 26), "open", -20, 35, UPWARD),
        lean=-2,
        roll=3,
    ),
}
# Often rest: who always waves says nothing.
BY_FEELING: dict[Expression, tuple[str, ...]] = {
    Expression.CALM: ("open", "rest", "offered", "pinch", "low", "both", "rest", "hip"),
    Expression.JOY: ("both", "open", "clasped", "spread", "offered", "self"),
    Expression.TENDER: ("self", "offered", "clasped", "rest", "low"),
    Expression.SAD: ("held_arm", "low", "wrung", "rest", "offered"),
    Expression.CRY: ("wipe", "held_arm", "wrung", "self", "low"),
    Expression.FEAR: ("wrung", "ward", "held_arm", "clasped", "rest"),
    Expression.SHOCK: ("gasp", "ward", "open", "self"),
    Expression.ANGER: ("chop", "jab", "fist", "hip", "spread"),
    Expression.RAGE: ("jab", "fist", "spread", "chop"),
    Expression.CONTEMPT: ("crossed", "aside", "hip", "pinch", "crossed"),
    Expression.GUILT: ("wrung", "held_arm", "rest", "low", "self"),
    Expression.RESOLVE: ("fist", "chop", "self", "raised", "rest"),
}
# Manners of talk: shots on end are told in different ones. Every feeling has hands in each.
MANNERS: dict[int, frozenset[str]] = {
    0: frozenset(TALKS),
    1: frozenset({"wrung", "offered", "gasp", "self", "pinch", "jab", "aside", "raised"}),
    2: frozenset({"held_arm", "clasped", "open", "hip", "fist", "wipe"}),
    3: frozenset({"low", "ward", "both", "spread", "chop", "crossed"}),
}
SHORTEST, LONGEST = 1.4, 2.5  # seconds a phrase of the hands lasts at least


def phrases(
    start: float,
    end: float,
    words: tuple[float, ...],
    feeling: Callable[[float], Expression],
    seed: int,
    manner: int = 0,
) -> list[tuple[float, Move, bool]]:
    """When the hands change, to what, and whether the left one leads. They change on a word.

    `manner` is a key of MANNERS.
    """
    chance = Random(seed * 6151 + 17)  # noqa: S311 - the same in every run
    left = chance.random() < 0.5
    found: list[tuple[float, Move, bool]] = []
    at, last = start, ""
    while at < end - 0.4:
        own = MANNERS[manner] | {"rest"}
        names = [name for name in BY_FEELING[feeling(at)] if name in own and name != last]
        last = chance.choice(names or ["rest"])
        if last == "rest":
            left = not left
        found.append((at, TALKS[last], left))
        due = at + chance.uniform(SHORTEST, LONGEST)
        at = next((word for word in words if word >= due), end)
    return found
