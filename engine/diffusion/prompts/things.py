"""Shots of a thing instead of people."""

from engine.contracts import Character, Insert, InsertKind
from engine.diffusion.prompts import looks

KINDS = {
    InsertKind.TEXT_MESSAGE: "a smartphone whose lit screen shows a chat message",
    InsertKind.PHONE_SCREEN: "the lit screen of a smartphone",
    InsertKind.LETTER: "a sheet of paper with writing",
    InsertKind.SIGN: "a sign with lettering",
    InsertKind.NEWS: "a television news picture with a caption",
    InsertKind.TITLE_CARD: "a title card",
}
# The rehearsal draws a hand at these; everything else lies or stands by itself.
HELD = frozenset((InsertKind.TEXT_MESSAGE, InsertKind.PHONE_SCREEN, InsertKind.LETTER))
# Words of objects that hands are part of → what is seen; {hand} is "the hand of a woman".
IN_A_HAND = {
    "worn": "{hand}, a ring on the finger",
    "signature": "{hand} signing a document",
    "clasped": "{hand} gripping {other}",
    "hands": "{hand} gripping {other}",
}


def lettered(insert: Insert) -> str:
    """The words that are to be read in the picture; "" where there are none."""
    return insert.text if insert.kind is not InsertKind.OBJECT else ""


def subject(insert: Insert, cast: dict[str, Character]) -> str:
    """ "a smartphone …, held in the hand of a young woman"."""
    owners = [looks.noun(cast[key].look) for key in insert.hands if key in cast]
    hand = f"the hand of a {owners[0]}" if owners else "a hand"
    if insert.kind is not InsertKind.OBJECT:
        held = f", held in {hand}" if insert.kind in HELD else ""
        return f"{KINDS[insert.kind]}{held}"
    same = len(owners) == 2 and owners[0] == owners[1]
    other = f"the hand of a{'nother' if same else ''} {owners[1]}" if owners[1:] else "another hand"
    return _with_hands(insert.text).format(hand=hand, other=other) or _an(insert.text.strip())


def _with_hands(text: str) -> str:
    return next((said for word, said in IN_A_HAND.items() if word in text.lower()), "")


def stays(insert: Insert) -> str:
    """What moves in a shot of a thing: next to nothing, and letters least of all."""
    if lettered(insert):
        return "Only light and fingers move a little; the lettering stays sharp and unchanged"
    if "gripping" in _with_hands(insert.text):
        return "The grip tightens"
    return "The thing keeps still; only the light on it moves"


def _an(thing: str) -> str:
    if not thing:
        return "an object"
    if thing[:1].isupper() or thing.startswith(("a ", "an ", "the ")):
        return thing
    return f"{'an' if thing[0] in 'aeiou' else 'a'} {thing}"
