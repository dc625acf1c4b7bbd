"""A look for everyone the bible does not describe: stable by name, apart from the others."""

import msgspec

from engine.contracts import Look, Wardrobe
from engine.script.digest import number, pick, spread
from engine.script.lexicon.clothes import FIXED_WARDROBE
from engine.script.people.cues import Cues
from engine.script.people.heritage import ANY, HERITAGES, Heritage, of_a_skin

# Colour, second colour and accent of a person's clothes; those that come near each other are
# neighbours.
OUTFITS = (
    ("#8e2f2a", "#501613", "#e8cfa6"),
    ("#c0392b", "#5c1a14", "#f2d7b6"),
    ("#e05a4e", "#8a2c25", "#fbe3c8"),
    ("#4b2e20", "#28170f", "#d9a86c"),
    ("#7a4b2b", "#3f2615", "#d9c5a0"),
    ("#b58a1b", "#66500d", "#f3ead2"),
    ("#e0a526", "#7a5610", "#3a2a18"),
    ("#e8743b", "#86391a", "#23395b"),
    ("#c19a6b", "#75582f", "#2c3a4a"),
    ("#f2a65a", "#94592a", "#33475b"),
    ("#e9e4d8", "#8a8475", "#2f3e46"),
    ("#5a6630", "#323a18", "#e3cf9c"),
    ("#7f8c54", "#434b28", "#f5ecd0"),
    ("#f0d264", "#96792a", "#3d4a5c"),
    ("#7fb069", "#42662f", "#fdf3dc"),
    ("#a8c686", "#5e7747", "#4a3a52"),
    ("#2e7d5b", "#174131", "#f0e2b6"),
    ("#9ad1c2", "#4a7a6e", "#5a3d5c"),
    ("#0f5a4a", "#08332a", "#d8c79a"),
    ("#1c8a8a", "#0d4b4b", "#f5e1bd"),
    ("#3fa7c4", "#1c566a", "#fdf0d5"),
    ("#16264f", "#0b1430", "#c9b37e"),
    ("#1f4e79", "#12293f", "#e0a458"),
    ("#2f6fd0", "#163a75", "#f4e3b5"),
    ("#5b7fa6", "#304863", "#f0c9a4"),
    ("#8fb8e8", "#4a6d98", "#f9efe0"),
    ("#402a5e", "#22143a", "#d9b3e6"),
    ("#5b3a8c", "#2d1b4d", "#e4c1f9"),
    ("#8457c9", "#472a78", "#f1dcfa"),
    ("#b9a3d6", "#655180", "#2b2d42"),
    ("#c99be0", "#744c88", "#2f3440"),
    ("#7b1e3a", "#3d0d1c", "#e6c79c"),
    ("#c22d6b", "#6d1339", "#f6dfe8"),
    ("#d97b93", "#7d3548", "#fff1e6"),
    ("#e8a9b8", "#94606d", "#3a4858"),
    ("#6d6a5f", "#3c3a33", "#e2b85b"),
    ("#4a4e57", "#282b31", "#d98c5f"),
    ("#8b97a8", "#474f5c", "#f4d35e"),
    ("#c7ccd4", "#7a808b", "#a8324a"),
    ("#24252b", "#101116", "#b23a48"),
)
# Of these, what a man of business or an official would buy as a suit.
SOBER = tuple(
    outfit
    for outfit in OUTFITS
    if outfit[0]
    in {
        *("#4b2e20", "#6d6a5f", "#4a4e57", "#8b97a8", "#24252b", "#16264f", "#1f4e79"),
        *("#5b7fa6", "#0f5a4a", "#402a5e", "#7b1e3a", "#c19a6b", "#e9e4d8", "#5a6630"),
    }
)
PINKS = frozenset(("#c99be0", "#c22d6b", "#d97b93", "#e8a9b8"))  # men wear them when told
SUITS = frozenset(("suit", "vest", "tuxedo", "frock_coat"))
HAIRS = {
    "woman": (
        *("long", "bob", "ponytail", "wavy", "bun", "braid", "updo", "curly"),
        *("pixie", "half_up", "curly_short", "pigtails"),
    ),
    "man": (
        *("short", "side_part", "spiky", "buzz", "wavy_short", "slicked", "bald", "undercut"),
        *("curly_short", "topknot", "receding"),
    ),
    "androgynous": ("bob", "short", "curly_short", "wavy_short", "topknot", "undercut", "pixie"),
}
HAN_MEN = ("short", "side_part", "spiky", "buzz", "wavy_short", "undercut", "slicked")
WARDROBES = {
    "woman": (
        *("blouse", "dress", "coat", "sweater", "jacket", "shirt", "business"),
        *("cardigan", "overalls", "leather", "tshirt"),
    ),
    "man": (
        *("shirt", "jacket", "coat", "suit", "sweater", "hoodie", "tshirt", "vest", "leather"),
        *("overalls", "frock_coat"),
    ),
    "androgynous": ("hoodie", "coat", "shirt", "jacket", "sweater", "tshirt"),
}
# Whose clothes these are, where nothing says otherwise.
WORN_BY = {
    **dict.fromkeys(
        ("imperial", "court_gown", "hanfu", "eunuch", "armour", "qipao", "kimono"), "east_asian"
    ),
    **dict.fromkeys(("sari", "kurta"), "south_asian"),
    **dict.fromkeys(("victorian", "frock_coat", "knight", "royal"), "european"),
}
# With these there is no hat, no scarf and no bag but what belongs to them.
_COMPLETE_WORDS = """
    imperial court_gown hanfu eunuch armour knight royal victorian frock_coat wedding maid chef
    police soldier security nurse judge priest qipao kimono sari
"""
COMPLETE = frozenset(_COMPLETE_WORDS.split())
LOOSE = frozenset(("hat", "scarf", "bag", "headband"))
# A hat is for the street: with these clothes one is mostly indoors.
BAREHEADED = frozenset(("suit", "vest", "business", "uniform", "scrubs", "doctor_coat"))
# What a trade may wear as well, so that three men of business are not one man thrice.
FAMILIES = {
    "suit": ("suit", "vest", "coat", "suit", "tuxedo"),
    "business": ("business", "suit", "dress", "cardigan"),
    "scrubs": ("scrubs", "nurse", "cardigan"),
    "tuxedo": ("tuxedo", "frock_coat", "vest", "suit"),
    "patient": ("patient", "robe"),
    "coat": ("coat", "jacket", "suit"),
    "police": ("police", "uniform", "leather"),
    "security": ("security", "uniform", "suit"),
    "jacket": ("jacket", "hoodie", "leather", "tracksuit"),
    "leather": ("leather", "jacket", "tank", "hoodie"),
    "hanfu": ("hanfu", "robe", "court_gown"),
    "apron": ("apron", "shirt", "overalls"),
    "waiter": ("waiter", "vest", "apron"),
    "hoodie": ("hoodie", "tshirt", "tracksuit", "jacket"),
    "sweater": ("sweater", "dress", "cardigan", "tshirt"),
    "dress": ("dress", "overalls", "sweater", "blouse"),
    "tshirt": ("tshirt", "hoodie", "overalls", "sweater"),
}
SIGNATURES = {
    "woman": ("none", "earrings", "necklace", "scarf", "hairpin", "mole", "bag"),
    "man": ("none", "watch", "scar", "ring", "none", "mole", "hat"),
    "androgynous": ("none", "scarf", "headband", "earrings", "bag"),
}
FAIR = frozenset(("#d8b26a", "#9b3a22"))  # blond and red, which mostly are born so
GREYS = ("#8b8d94", "#b9bcc2", "#d9dade")
# The ages at which a style is nothing to wonder about.
ANY_AGE = range(200)
WORN_AT = {
    "bald": range(38, 200),
    "receding": range(50, 200),
    "topknot": range(16, 40),
    "spiky": range(35),
    "undercut": range(14, 45),
    "pigtails": range(20),
    "bun": range(13, 200),
    "pixie": range(13, 200),
    "updo": range(13, 200),
    "curly_short": range(13, 200),
    "afro_puff": range(30),
}
PUT_UP = ("bun", "updo", "pigtails", "half_up", "court")
COURTLY = ("hanfu", "imperial", "armour", "eunuch", "court_gown")
# Keys of cues that are keys of a look.
_OUTRIGHT = (
    *("age", "build", "skin", "face", "eyes", "eye_color", "hair", "hair_color", "facial_hair"),
    *("glasses", "eyebags", "freckles", "makeup", "signature"),
)
TRIES = 48
STOUTER = 24  # from this attempt on, where clothes and hair do not tell two apart


def looks_by_rule(name: str, cues: Cues) -> list[Look]:
    """The looks that `name` may have, the first choice first: by cues, else by hash."""
    base = _base(name, cues)
    return [_varied(base, name, cues, attempt) for attempt in range(TRIES)]


def look_by_rule(name: str, cues: Cues, attempt: int) -> Look:
    """One of them."""
    return _varied(_base(name, cues), name, cues, attempt)


def told(look: Look, cues: Cues) -> Look:
    """The look of who was cast before, with what is said outright of it now.

    Of which sex someone is follows mostly from the words around, and does not change any more.
    """
    said = {key: value for key in _OUTRIGHT if (value := getattr(cues, key))}
    worn = look.wardrobe
    if (cues.wardrobe and cues.wardrobe != worn.kind) or (cues.color and cues.color != worn.color):
        worn = recoloured(worn, cues.wardrobe or worn.kind, cues.color)
    return msgspec.structs.replace(look, wardrobe=worn, **said)


def _base(name: str, cues: Cues) -> Look:
    """What does not change with the attempt."""
    presentation = cues.presentation or pick(("woman", "man"), name, "presentation")
    age = cues.age or pick((24, 26, 28, 30, 33, 36), name, "age")
    child = age < 13
    descent = HERITAGES[_descent(name, cues)]
    skin = cues.skin or pick(descent.skins, name, "skin")
    man = presentation == "man"
    courtly = (cues.wardrobe or cues.usual_wardrobe) in COURTLY
    lips = spread(0.2, 0.6, name, "l") if man else spread(0.45, 0.9, name, "l")
    return Look(
        presentation=presentation,
        age=age,
        build=cues.build or _build(name, presentation, age),
        hair_color=cues.hair_color or _hair_color(name, descent, age),
        height=_height(name, presentation, age),
        skin=skin,
        face=cues.face or pick(("oval", "round", "square", "heart", "long"), name, "face"),
        jaw=spread(0.5, 0.9, name, "jaw") if man else spread(0.1, 0.5, name, "j"),
        eyes=cues.eyes or pick(descent.eyes, name, "eyes"),
        eye_color=cues.eye_color or pick(descent.eye_colors, name, "eye"),
        brows=spread(0.45, 0.95, name, "b") if man else spread(0.2, 0.6, name),
        nose=spread(0.15 if child else 0.3, 0.4 if child else 0.85, name, "nose"),
        nose_width=spread(*descent.nose_width, name, "wings"),
        nose_bridge=spread(*descent.nose_bridge, name, "bridge"),
        cheekbones=spread(*descent.cheekbones, name, "cheekbones"),
        lips=round(min(max(lips + descent.lips, 0.05), 1.0), 2),
        facial_hair=cues.facial_hair or _facial_hair(name, cues, presentation, age),
        glasses=cues.glasses or (age > 45 and not courtly and number(name, "glasses") % 3 == 0),
        eyebags=cues.eyebags or round(min(max(age - 50, 0) / 60, 0.5), 2),
        freckles=cues.freckles,
        makeup=cues.makeup or ("none" if man or child else "light"),
    )


def _descent(name: str, cues: Cues) -> str:
    """A row of HERITAGES: as told, by a Chinese name, by the skin, else by the name's hash."""
    if cues.heritage or cues.han:
        return cues.heritage or "east_asian"
    if (usual := WORN_BY.get(cues.wardrobe or cues.usual_wardrobe)) and not cues.skin:
        return usual
    if cues.hair_color in FAIR and not cues.skin:
        return "european"
    return of_a_skin(cues.skin) if cues.skin else pick(ANY, name, "descent")


def _varied(base: Look, name: str, cues: Cues, attempt: int) -> Look:
    """The same person in other clothes and with another haircut; at last of another build."""
    presentation, age = base.presentation, base.age
    wardrobe = _wardrobe(name, cues, presentation, attempt)
    told = bool(cues.build) or age < 16
    return msgspec.structs.replace(
        base,
        build=base.build if told or attempt < STOUTER else _build(name, presentation, age, attempt),
        hair=cues.hair or _hair(name, cues, base, attempt),
        signature=cues.signature
        or _signature(name, presentation, age < 13, wardrobe.kind, attempt),
        wardrobe=wardrobe,
    )


def _build(name: str, presentation: str, age: int, *attempt: int) -> str:
    if age < 16:
        return "slim"
    narrow = ("slim", "average", "slim", "average", "broad", "heavy", "average")
    wide = ("average", "broad", "slim", "broad", "heavy", "average", "slim")
    return pick(wide if presentation == "man" else narrow, name, "build", *attempt)


def _height(name: str, presentation: str, age: int) -> float:
    """Of those of the same age; children of either sex are as tall."""
    if age < 13:
        return round(1 + spread(-0.05, 0.05, name, "height"), 2)
    tall = 1.045 if presentation == "man" else 0.965
    return round(tall + spread(-0.075, 0.075, name, "height") - (0.03 if age > 65 else 0), 2)


def _hair(name: str, cues: Cues, base: Look, attempt: int) -> str:
    presentation = base.presentation
    if cues.usual_hair and not (presentation == "man" and cues.usual_hair in PUT_UP):
        return cues.usual_hair
    options = _haircuts(name, cues, presentation)
    options = tuple(hair for hair in options if base.age in WORN_AT.get(hair, ANY_AGE)) or options
    if (cues.wardrobe or cues.usual_wardrobe) in COURTLY:
        options = ("topknot",) if presentation == "man" else ("updo", "half_up", "bun", "court")
    # Hair goes by the clothes, so that colours which come near each other meet other haircuts.
    turn = _outfit(name, attempt) + number(name, "hair", attempt) % 2
    return options[turn % len(options)]


def _haircuts(name: str, cues: Cues, presentation: str) -> tuple[str, ...]:
    descent = _descent(name, cues)
    if descent == "east_asian" and presentation == "man":
        return HAN_MEN
    own: Heritage = HERITAGES[descent]
    return (own.men if presentation == "man" else own.women) or HAIRS[presentation]


def _hair_color(name: str, descent: Heritage, age: int) -> str:
    return (
        pick(GREYS, name, "grey") if age >= 55 else pick(descent.hair_colors, name, "hair colour")
    )


def _facial_hair(name: str, cues: Cues, presentation: str, age: int) -> str:
    if presentation != "man" or age < 20:
        return "none"
    if age < 25:
        return "none" if number(name, "beard") % 10 else "stubble"
    if age >= 60:
        return pick(("none", "beard", "moustache"), name, "beard")
    if cues.han:
        return "none"
    return pick(("none", "stubble", "none", "beard", "none"), name, "beard")


def _signature(name: str, presentation: str, child: bool, kind: str, attempt: int) -> str:
    item = "none" if child else pick(SIGNATURES[presentation], name, "signature", attempt)
    loose = kind in COMPLETE and item in LOOSE
    return "none" if loose or (kind in BAREHEADED and item == "hat") else item


def _wardrobe(name: str, cues: Cues, presentation: str, attempt: int) -> Wardrobe:
    if (kind := _kind(name, cues, presentation, attempt)) in FIXED_WARDROBE:
        fixed = FIXED_WARDROBE[kind]
        return msgspec.structs.replace(fixed, color=cues.color or fixed.color)
    turn = _outfit(name, attempt)
    own = (outfit for outfit in OUTFITS if outfit[0] == cues.color)
    sober = presentation == "man" and kind in SUITS
    chosen = SOBER[turn % len(SOBER)] if sober else OUTFITS[turn]
    if presentation == "man" and chosen[0] in PINKS:
        chosen = OUTFITS[(turn + len(OUTFITS) // 2) % len(OUTFITS)]
    color, second, accent = next(own, chosen)
    return Wardrobe(kind=kind, color=color, second=second, accent=accent)


def recoloured(worn: Wardrobe, kind: str, color: str) -> Wardrobe:
    """Clothes of another kind or colour, "" for the same; what is not said stays as it was."""
    fixed = FIXED_WARDROBE.get(kind)
    if fixed is not None:
        return msgspec.structs.replace(fixed, color=color or fixed.color)
    outfit = next((one for one in OUTFITS if one[0] == color), None)
    if outfit is None:
        return msgspec.structs.replace(worn, kind=kind)
    return Wardrobe(kind=kind, color=outfit[0], second=outfit[1], accent=outfit[2])


def _kind(name: str, cues: Cues, presentation: str, attempt: int) -> str:
    if cues.wardrobe:
        return cues.wardrobe
    if cues.usual_wardrobe:
        family = FAMILIES.get(cues.usual_wardrobe, (cues.usual_wardrobe,))
        return family[0] if attempt == 0 else pick(family, name, "family", attempt)
    kinds = WARDROBES[presentation]
    turn = _outfit(name, attempt) + number(name, "kind", attempt) % 2
    return kinds[turn % len(kinds)]


def _outfit(name: str, attempt: int) -> int:
    return number(name, "outfit", attempt) % len(OUTFITS)
