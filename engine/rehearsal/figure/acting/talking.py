"""Hands that talk: what they do is chosen by the feeling, when they do it by the words."""

from collections.abc import Callable
from random import Random

from engine.contracts import Expression
from engine.rehearsal.figure.acting.gestures import CLOSE, OUT, Move
from engine.rehearsal.figure.pose import Hand

LOW = (1.0, 0.6, -0.4)

# The right hand leads; who is mirrored leads with the left.
TALKS: dict[str, Move] = {
    "rest": Move(rise=0.4),
    "open": Move(
        right=Hand((15, 31, 25), "open", -34, OUT), left=Hand((17, 44, 18), "relaxed", -8, OUT)
    ),
    "offered": Move(right=Hand((14, 34, 30), "palm", -24, LOW), bend=2, roll=-2),
    "both": Move(
        right=Hand((19, 35, 24), "palm", -30, LOW), left=Hand((19, 36, 23), "palm", -26, LOW)
    ),
    "low": Move(
        right=Hand((21, 46, 18), "open", 14, LOW),
        left=Hand((21, 47, 17), "open", 14, LOW),
        shrug=0.3,
    ),
    "pinch": Move(right=Hand((13, 23, 28), "pinch", -66, OUT), pitch=-2),
    "raised": Move(right=Hand((16, 15, 24), "point", -84, OUT), pitch=2),
    "self": Move(right=Hand((10, 24, 3), "relaxed", 226, CLOSE, lies=1.0), bend=2),
    "aside": Move(right=Hand((27, 25, 22), "relaxed", -16, (0.7, 0.9, -0.4)), head=-7, roll=-4),
    "chop": Move(right=Hand((10, 31, 34), "flat", -16, OUT), bend=4),
    "jab": Move(right=Hand((16, 24, 40), "point", -22, (0.6, 1, -0.2)), bend=7, lean=2, rise=0.2),
    "fist": Move(right=Hand((15, 24, 25), "fist", -74, OUT), bend=3, shrug=0.2, rise=0.24),
    "spread": Move(
        right=Hand((27, 17, 22), "open", -40, (0.7, 1, -0.3)),
        left=Hand((26, 19, 22), "open", -36, (0.7, 1, -0.3)),
        bend=-3,
        rise=0.26,
    ),
    "ward": Move(
        right=Hand((13, 20, 30), "open", -82, OUT),
        left=Hand((13, 23, 29), "open", -80, OUT),
        bend=-5,
        shrug=0.5,
    ),
    "gasp": Move(
        right=Hand((3.5, 6.5, 20), "relaxed", -112, (0.9, 1, -0.1)), bend=-4, shrug=0.4, rise=0.24
    ),
    "wipe": Move(
        right=Hand((9.5, 4.5, 19), "relaxed", -102, (0.9, 1, -0.1)), pitch=-6, roll=4, rise=0.42
    ),
    "held_arm": Move(
        right=Hand((-1, 35, 3), "hold", 180, CLOSE, lies=1.0),
        bend=3,
        shrug=0.4,
        pitch=-4,
        rise=0.42,
    ),
    "wrung": Move(
        right=Hand((1, 41, 25), "hold", 176, LOW),
        left=Hand((1.5, 43, 21), "relaxed", 150, LOW),
        bend=4,
        shrug=0.3,
        rise=0.4,
    ),
    "clasped": Move(
        right=Hand((1.5, 27, 26), "hold", 214, LOW),
        left=Hand((1.5, 28, 23), "fist", 214, LOW),
        bend=3,
        rise=0.4,
    ),
    "crossed": Move(
        right=Hand((5, 26, 4), "flat", 194, CLOSE, lies=1.0),
        left=Hand((0, 32, 1), "fist", 186, CLOSE, lies=1.0),
        bend=-3,
        pitch=3,
        rise=0.42,
    ),
    "hip": Move(
        left=Hand((20, 49, 3), "fist", 150, (1.0, 0.1, -0.7)),
        right=Hand((16, 31, 26), "open", -30, OUT),
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
