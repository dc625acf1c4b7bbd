"""Faces and bodies in words: what one sees of someone, and what they do."""

from dataclasses import dataclass

from engine.contracts import Expression, Gesture


@dataclass(frozen=True, slots=True)
class Face:
    look: str  # what one sees: "with …"
    change: str  # how it comes about, as a sentence without its end
    tone: str  # how something is said
    verb: str = "speaks"


# {their} is filled in.
FACES = {
    Expression.CALM: Face("a calm face", "{their} face relaxes", "calmly"),
    Expression.JOY: Face("a bright smile", "a smile spreads over {their} face", "with a smile"),
    Expression.TENDER: Face("a tender, soft gaze", "{their} eyes soften", "tenderly"),
    Expression.SAD: Face("a sorrowful face", "{their} face falls", "sadly"),
    Expression.CRY: Face(
        "a face in tears, wet cheeks",
        "tears well up in {their} eyes",
        "through tears, voice breaking",
    ),
    Expression.FEAR: Face(
        "wide, frightened eyes", "fear comes into {their} eyes", "in a frightened voice"
    ),
    Expression.SHOCK: Face(
        "a stunned face, eyes wide, lips parted", "{their} eyes widen in shock", "in shock"
    ),
    Expression.ANGER: Face(
        "an angry look, brows drawn together", "{their} face hardens with anger", "angrily"
    ),
    Expression.RAGE: Face(
        "a face contorted with rage", "{their} face contorts with rage", "with rage", "shouts"
    ),
    Expression.CONTEMPT: Face(
        "a cold, contemptuous look", "{their} mouth curls in contempt", "with cold contempt"
    ),
    Expression.GUILT: Face(
        "a guilty, evasive look", "{their} gaze drops in guilt", "with guilt, voice low"
    ),
    Expression.RESOLVE: Face("a steady, resolute look", "{their} jaw sets", "firmly"),
}
# Faces at low intensity: below 0.4 one reads them, no more.
SUBTLE = {
    Expression.CALM: "a calm face",
    Expression.JOY: "the trace of a smile",
    Expression.TENDER: "a soft gaze",
    Expression.SAD: "quiet sorrow in the eyes",
    Expression.CRY: "moist eyes",
    Expression.FEAR: "uneasy eyes",
    Expression.SHOCK: "a startled look",
    Expression.ANGER: "a tense jaw",
    Expression.RAGE: "barely held anger",
    Expression.CONTEMPT: "a cool look",
    Expression.GUILT: "an evasive look",
    Expression.RESOLVE: "a composed face",
}


@dataclass(frozen=True, slots=True)
class Deed:
    """`does` is a verb phrase of the third person; `holds` a state one sees in a still picture.

    {them} is whom it is done to, {their} whose hands do it, {prop} what is held.
    """

    does: str = ""
    holds: str = ""
    alone: str = ""  # `does` where the other is not in the frame
    rank: int = 5  # of several, the highest is the action of the shot


DEEDS = {
    Gesture.IDLE: Deed(),
    Gesture.TALK: Deed(rank=1),
    Gesture.POINT: Deed("points at {them}", alone="points out of the frame", rank=6),
    Gesture.SLAP: Deed("slaps {them} across the face", alone="swings a hard slap", rank=9),
    Gesture.PUSH: Deed("shoves {them} back with both hands", alone="shoves hard", rank=9),
    Gesture.GRAB: Deed("lunges and grabs {them}", alone="lunges forward, grabbing", rank=9),
    Gesture.EMBRACE: Deed("embraces {them}", "in an embrace", "opens both arms", rank=8),
    Gesture.HOLD: Deed("raises {prop}", "holding {prop}", rank=6),
    Gesture.OFFER: Deed("holds out {prop} to {them}", alone="holds out {prop}", rank=7),
    Gesture.DRAW_BACK: Deed("draws back, recoiling", rank=7),
    Gesture.CLENCH: Deed("clenches {their} fists", "fists clenched", rank=4),
    Gesture.COVER_FACE: Deed(
        "covers {their} face with both hands", "both hands over {their} face", rank=6
    ),
    Gesture.FOLD_ARMS: Deed("folds {their} arms", "arms folded", rank=4),
    Gesture.PHONE: Deed("lifts a phone to {their} ear", "a phone held to one ear", rank=5),
    Gesture.BOW: Deed("bows", "bowing", rank=6),
    Gesture.KNEEL: Deed("sinks to {their} knees", "kneeling", rank=8),
    Gesture.FAINT: Deed("faints and collapses", rank=9),
    Gesture.WALK: Deed("walks forward", rank=7),
    Gesture.RUN: Deed("runs", rank=8),
    Gesture.TURN_AWAY: Deed("turns away", rank=6),
    Gesture.TURN_TO: Deed("turns to {them}", alone="turns {their} head", rank=6),
    Gesture.LOOK_UP: Deed("lifts {their} head and looks up", rank=5),
    Gesture.LOOK_DOWN: Deed("looks down", "gaze lowered", rank=4),
    Gesture.NOD: Deed("nods", rank=3),
    Gesture.SHAKE_HEAD: Deed("shakes {their} head", rank=3),
    Gesture.SHRUG: Deed("shrugs", rank=3),
    Gesture.LAUGH: Deed("laughs", rank=6),
    Gesture.DANCE: Deed("dances", "dancing", rank=7),
    Gesture.CLOSE_EYES: Deed("slowly closes {their} eyes", rank=6),
    Gesture.HAND_ON_HEART: Deed(
        "lays a hand on {their} chest", "a flat hand on {their} chest", rank=4
    ),
    Gesture.PLEAD: Deed("pleads, both hands out, palms up", rank=5),
    Gesture.REFUSE: Deed("raises a palm in refusal", rank=5),
    Gesture.COUNT: Deed("counts on {their} fingers", rank=4),
    Gesture.THINK: Deed("lifts a hand to {their} chin", "a hand at {their} chin", rank=3),
    Gesture.FALL: Deed("falls backwards over the edge, away from the camera", rank=9),
    Gesture.HANG: Deed(
        "hangs on by one hand",
        "hanging from a ledge, one arm stretched up out of the frame",
        rank=4,
    ),
    Gesture.REACH: Deed(
        "holds on with an outstretched arm",
        "leaning over an edge, one arm reaching down out of the frame",
        rank=4,
    ),
}
# Postures that these gestures say already, or contradict.
BODILY = frozenset((Gesture.HANG, Gesture.FALL, Gesture.REACH, Gesture.KNEEL, Gesture.FAINT))
# States that a close-up of the face can show, and those that head and shoulders cannot.
IN_CLOSE_UP = frozenset(
    (Gesture.HANG, Gesture.REACH, Gesture.PHONE, Gesture.COVER_FACE, Gesture.THINK,
     Gesture.LOOK_DOWN, Gesture.EMBRACE, Gesture.BOW)
)  # fmt: skip
BELOW_THE_SHOULDERS = frozenset((Gesture.CLENCH, Gesture.KNEEL))
PROPS = {
    "": "something",
    "generic": "something",
    "phone": "a smartphone",
    "letter": "a letter",
    "crumpled": "a crumpled paper",
    "photo": "a photograph",
    "ring": "a ring",
    "cup": "a cup",
    "bag": "a bag",
    "knife": "a knife",
    "flower": "a flower",
    "pen": "a pen",
    "document": "a document",
    "money": "banknotes",
    "photograph": "a photograph",
    "glass": "a glass",
    "sword": "a sword",
    "flowers": "flowers",
    "necklace": "a necklace",
}


def seen(expression: Expression, intensity: float) -> str:
    """What one sees in a face."""
    return SUBTLE[expression] if intensity < 0.4 else FACES[expression].look


def prop(name: str) -> str:
    """A thing with its article; what no dictionary knows goes by its own name."""
    return PROPS.get(name) or f"a {name.replace('_', ' ')}"
