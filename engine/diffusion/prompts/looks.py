"""A person in words: who they are, what they wear, by what one knows them."""

from dataclasses import dataclass

from engine.contracts import Character, Look, Wardrobe
from engine.diffusion.prompts import colors

# What is said of a kind of clothes; {color} is theirs, {second} the second one.
CLOTHES = {
    "shirt": "a {color} shirt",
    "tshirt": "a {color} T-shirt",
    "blouse": "a {color} blouse and a skirt",
    "suit": "a {color} suit with a tie",
    "dress": "a knee-length {color} dress",
    "gown": "a long {color} evening gown",
    "coat": "a {color} coat",
    "hoodie": "a {color} hoodie",
    "sweater": "a {color} sweater",
    "scrubs": "{color} medical scrubs",
    "doctor_coat": "a white doctor's coat",
    "uniform": "a {color} uniform",
    "hanfu": "a {color} hanfu",
    "robe": "a {color} robe",
    "apron": "a {color} apron",
    "jacket": "a {color} jacket",
    "school_uniform": "a {color} school uniform",
    "rags": "torn {color} rags",
    "police": "a {color} police uniform",
    "security": "a {color} security guard's uniform",
    "soldier": "a {color} soldier's uniform",
    "nurse": "a white nurse's uniform",
    "chef": "a white chef's jacket",
    "waiter": "a {color} waiter's vest over a white shirt",
    "maid": "a black maid's dress with a white apron",
    "judge": "a black judge's robe",
    "priest": "a black cassock with a white collar",
    "business": "a {color} business suit with a skirt",
    "tuxedo": "a black tuxedo with a bow tie",
    "overalls": "{color} overalls",
    "tracksuit": "a {color} tracksuit",
    "patient": "a pale blue hospital gown",
    "leather": "a {color} leather jacket",
    "cardigan": "a {color} cardigan",
    "vest": "a {color} waistcoat over a shirt",
    "gothic": "a black gothic dress",
    "wedding": "a white wedding dress",
    "qipao": "a {color} qipao",
    "sari": "a {color} sari",
    "kurta": "a {color} kurta",
    "kimono": "a {color} kimono",
    "tank": "a {color} tank top",
    "imperial": "a {color} imperial dragon robe",
    "court_gown": "a {color} Chinese court gown",
    "eunuch": "a {color} palace eunuch's robe",
    "armour": "{color} Chinese lamellar armour",
    "knight": "a knight's plate armour",
    "victorian": "a {color} Victorian dress",
    "frock_coat": "a {color} frock coat",
    "royal": "a {color} royal mantle",
}
HAIR = {
    "bald": "a bald head",
    "buzz": "a {color} buzz cut",
    "short": "short {color} hair",
    "side_part": "short side-parted {color} hair",
    "spiky": "spiky {color} hair",
    "curly_short": "short curly {color} hair",
    "bob": "a chin-length {color} bob",
    "long": "long straight {color} hair",
    "wavy": "long wavy {color} hair",
    "ponytail": "{color} hair in a ponytail",
    "bun": "{color} hair in a bun",
    "braid": "{color} hair in a braid",
    "updo": "{color} hair pinned up",
    "topknot": "{color} hair in a topknot",
    "afro": "a {color} afro",
    "hijab": "a hijab",
    "turban": "a turban",
    "veil": "a veil over the hair",
    "pixie": "a {color} pixie cut",
    "slicked": "slicked-back {color} hair",
    "wavy_short": "short wavy {color} hair",
    "undercut": "a {color} undercut",
    "mohawk": "a {color} mohawk",
    "receding": "receding {color} hair",
    "pigtails": "{color} pigtails",
    "half_up": "long {color} hair, half up",
    "court": "{color} hair in an imperial Chinese updo",
    "coils": "{color} coily hair",
    "curly": "long curly {color} hair",
    "afro_puff": "{color} hair in an afro puff",
    "locs": "{color} dreadlocks",
    "box_braids": "{color} box braids",
    "short_braids": "short {color} braids",
}
BEARDS = {"stubble": "stubble", "moustache": "a moustache", "beard": "a beard"}
# Items on the head or the neck are seen in every size, the others from the waist up only.
NEAR_THE_FACE = {
    "earrings": "earrings",
    "hairpin": "a hairpin",
    "scar": "a scar on the cheek",
    "mole": "a small mole on the cheek",
    "eyepatch": "an eyepatch",
    "hat": "a hat",
    "headband": "a headband",
    "headphones": "headphones",
    "cap": "a cap",
    "beret": "a beret",
    "crown": "a crown",
    "tiara": "a tiara",
    "bindi": "a bindi",
    "necklace": "a necklace",
    "scarf": "a {accent} scarf",
    "choker": "a choker",
}
ON_THE_BODY = {"watch": "a wristwatch", "ring": "a ring", "bag": "a shoulder bag"}
BUILDS = {"slim": "slim", "broad": "broad-shouldered", "heavy": "heavyset"}


@dataclass(frozen=True, slots=True)
class Pronouns:
    they: str
    them: str
    their: str


PRONOUNS = {
    "woman": Pronouns("she", "her", "her"),
    "man": Pronouns("he", "him", "his"),
    "androgynous": Pronouns("the person", "them", "their"),
}


def noun(look: Look) -> str:
    """The plain word for the person: "woman", "boy", "elderly man"."""
    girl = {"woman": "girl", "man": "boy", "androgynous": "child"}[look.presentation]
    grown = {"androgynous": "person"}.get(look.presentation, look.presentation)
    if look.age < 13:
        return girl
    if look.age < 20:
        return f"teenage {'person' if girl == 'child' else girl}"
    if look.age >= 65:
        return f"elderly {grown}"
    return f"young {grown}" if look.age < 30 else grown


def who(look: Look, *, chinese: bool) -> str:
    """ "a slim young East Asian woman of 24"; `chinese`: in a story told in Chinese."""
    plain = noun(look)
    words = [BUILDS.get(look.build, ""), *plain.split()]
    if _is_east_asian(look, chinese):
        words.insert(-1, "East Asian")
    phrase = " ".join(word for word in words if word)
    return f"{_article(phrase)} {phrase} of {look.age}"


def _is_east_asian(look: Look, chinese: bool) -> bool:
    """A look names no descent: eyes do, or a story in Chinese about people with dark eyes."""
    dark = colors.named(look.eye_color, colors.EYES) in {"dark brown", "brown"}
    return look.eyes == "monolid" or (chinese and dark and look.hair not in {"afro", "locs"})


def features(look: Look) -> tuple[str, ...]:
    """Hair, skin, beard, glasses: what a face is known by."""
    hair = HAIR.get(look.hair, "{color} hair").format(
        color=colors.named(look.hair_color, colors.HAIR)
    )
    skin = f"{colors.named(look.skin, colors.SKIN)} skin"
    rest = (
        BEARDS.get(look.facial_hair, ""),
        "glasses" if look.glasses else "",
        "freckles" if look.freckles else "",
    )
    return (hair, skin, *(word for word in rest if word))


def hair(look: Look) -> str:
    return features(look)[0]


_BELOW = ("knee-length ", " and a skirt", " with a skirt", "long ")


def clothes(wears: Wardrobe, *, close: bool) -> str:
    """ "a cream knee-length dress"; what no dictionary knows is a shirt, as it is drawn.

    Words for legs and hems would widen a `close` frame.
    """
    template = CLOTHES.get(wears.kind, CLOTHES["shirt"])
    for word in _BELOW if close else ():
        template = template.replace(word, "")
    said = template.format(color=colors.named(wears.color, colors.CLOTHES))
    first, _, rest = said.partition(" ")
    return f"{_article(rest)} {rest}" if first in {"a", "an"} else said


def signature(character: Character, *, close: bool) -> str:
    """The one item that names them, where the frame can show it."""
    look = character.look
    seen = NEAR_THE_FACE if close else NEAR_THE_FACE | ON_THE_BODY
    accent = colors.named(look.wardrobe.accent, colors.CLOTHES)
    return seen.get(look.signature, "").format(accent=accent)


def listed(words: list[str] | tuple[str, ...]) -> str:
    """ "a, b and c"."""
    held = [word for word in words if word]
    return " and ".join([", ".join(held[:-1]), held[-1]] if len(held) > 1 else held)


def _article(phrase: str) -> str:
    return "an" if phrase[:1].lower() in "aeio" else "a"
