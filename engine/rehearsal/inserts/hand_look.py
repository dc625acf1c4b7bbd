"""Somebody's hand in a close-up: skin, nails, age and sleeve as in every other shot."""

from dataclasses import dataclass

from engine.contracts import Character
from engine.rehearsal.figure.cut import color_of
from engine.rehearsal.figure.wardrobe import cut_of
from engine.rehearsal.light import Color, Light, mix, parse

LONG_SLEEVE = 0.75  # share of the arm from which a sleeve reaches the hand
NOBODY = Character(id="", name="")


@dataclass(frozen=True, slots=True)
class HandLook:
    """A hand and what comes down to it, in the colours of the scene."""

    skin: Color
    shade: Color
    nail: Color
    sleeve: Color | None  # None: a bare arm
    cuff: Color | None  # of a shirt under a jacket
    lines: int  # of age on the back and the thumb
    stout: float  # how thick the fingers are


def hand_look(person: Character, light: Light) -> HandLook:
    look = person.look
    own = parse(look.skin)
    cut = cut_of(look.wardrobe.kind, look.presentation)
    painted = look.presentation == "woman" and 16 <= look.age <= 65
    nail = parse(look.wardrobe.accent) if painted else mix(own, (255, 235, 230), 0.55)
    cloth = color_of(cut.sleeve_color or cut.top, look.wardrobe, own)
    long = cut.sleeve > LONG_SLEEVE
    man = 0.12 if look.presentation == "man" and look.age > 14 else 0.0
    return HandLook(
        skin=light.lit(own),
        shade=light.shaded(own),
        nail=light.lit(nail),
        sleeve=light.lit(cloth) if long else None,
        cuff=light.lit(parse("#eeebe6")) if long and cut.open else None,
        lines=max(min((look.age - 38) // 12, 3), 0),
        stout=1.0 + man - 0.1 * (look.age < 12),
    )
