"""How somebody stands who does nothing: one way for each character, another for each feeling."""

from zlib import crc32

from engine.contracts import Expression, Look
from engine.rehearsal.figure.acting.gestures import CLOSE, INWARD, hand
from engine.rehearsal.figure.pose import Hand

Hands = tuple[Hand, Hand]

HANGS = hand((17.5, 58.0, 5.0), "relaxed", 86, 6, INWARD, (0.4, 0.3, -0.9))
HELD_BACK = hand((16.5, 58.5, 0.0), "relaxed", 88, -4, INWARD, (0.5, 0.2, -0.9))
FIST = hand((18.5, 57.0, 4.0), "fist", 86, 4, INWARD, (0.5, 0.2, -0.9))
POCKET = hand((15.5, 47.0, 10.0), "pocketed", 100, 10, INWARD, (0.9, 0.3, -0.8))
ON_HIP = hand((20.0, 44.0, 4.0), "fist", 118, 10, (-0.5, 0.3, -0.8), (1.0, 0.1, -0.5))
HOLDS_ARM = Hand((1.0, 34.0, 3.5), "hold", 184, CLOSE, lies=1.0)
FOLDED = Hand((2.0, 47.0, 15.0), "relaxed", 150, CLOSE, ahead=8, palm=(-0.2, -0.2, -1.0))
FOLDED_OVER = Hand((2.0, 46.0, 17.0), "hold", 152, CLOSE, ahead=8, palm=(-0.2, -0.2, -1.0))
CROSSED = (
    Hand((-10, 31, 1.5), "fist", 186, CLOSE, lies=1.0),
    Hand((-10, 27, 5.5), "hold", 184, CLOSE, lies=1.0),
)

# Left and right hand; who leads with the left has them the other way round.
HABITS: dict[str, Hands] = {
    "hangs": (HELD_BACK, HANGS),
    "pocket": (HANGS, POCKET),
    "hip": (HANGS, ON_HIP),
    "holds_arm": (HANGS, HOLDS_ARM),
    "folded": (FOLDED, FOLDED_OVER),
    "crossed": CROSSED,
    "fists": (FIST, FIST),
}
OF_MEN: tuple[str, ...] = ("pocket", "hangs", "crossed", "pocket", "folded")
OF_WOMEN: tuple[str, ...] = ("holds_arm", "hip", "folded", "hangs", "crossed")
OF_CHILDREN: tuple[str, ...] = ("hangs", "folded", "holds_arm")
BY_FEELING: dict[Expression, str] = {
    Expression.SAD: "holds_arm",
    Expression.CRY: "holds_arm",
    Expression.FEAR: "folded",
    Expression.GUILT: "folded",
    Expression.SHOCK: "hangs",
    Expression.ANGER: "fists",
    Expression.RAGE: "fists",
    Expression.RESOLVE: "fists",
    Expression.CONTEMPT: "crossed",
}
POCKETED = {"suit", "coat", "jacket", "hoodie", "doctor_coat"}


def habit_of(character: str, look: Look, feeling: Expression) -> Hands:
    """Where the hands of this character rest, feeling so; the same in every shot."""
    number = crc32(character.encode())
    ways = OF_MEN if look.presentation == "man" else OF_WOMEN
    if look.age < 14:
        ways = OF_CHILDREN
    name = BY_FEELING.get(feeling, ways[number % len(ways)])
    if name == "pocket" and look.wardrobe.kind not in POCKETED:
        name = "hangs"
    left, right = HABITS[name]
    return (right, left) if number // 7 % 2 else (left, right)
