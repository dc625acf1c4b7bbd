"""People in the background whom nobody names: drawn once per set-up, as part of the set."""

from dataclasses import dataclass
from random import Random

import skia

from engine.contracts import Character, Expression, Look, Mood, Wardrobe
from engine.rehearsal.figure import Figure
from engine.rehearsal.figure.acting.expressions import EXPRESSIONS
from engine.rehearsal.figure.pose import Pose
from engine.rehearsal.painter import Painter
from engine.rehearsal.palette import light_for


@dataclass(frozen=True, slots=True)
class Dress:
    """What a crowd of a kind wears."""

    kinds: tuple[str, ...]
    colors: tuple[str, ...]
    alike: bool = False  # uniforms
    old: bool = False  # of a time without spectacles, with the hair put up


CROWDS: dict[str, Dress] = {
    "mourners": Dress(("coat", "suit", "dress", "suit"), ("#23232b", "#2b2a34", "#1d2026")),
    "guests": Dress(
        ("suit", "gown", "suit", "dress"), ("#2c3550", "#6d2f46", "#3a3a46", "#8a7a5a")
    ),
    "guards": Dress(("uniform",), ("#2a3140",), alike=True),
    "soldiers": Dress(("armour",), ("#5a2e2a",), alike=True, old=True),
    "courtiers": Dress(("hanfu", "robe"), ("#7a3a3a", "#3f5a6a", "#6a5a34"), old=True),
    "staff": Dress(("suit", "blouse", "shirt", "suit"), ("#39435a", "#dcdfe6", "#4a4a55")),
    "patients": Dress(("scrubs", "sweater", "doctor_coat"), ("#6fa0a4", "#a9b7c4", "#e8eef0")),
    "students": Dress(("sweater", "hoodie", "shirt"), ("#4a6a8a", "#b0584a", "#d8d2c0")),
    "passers": Dress(("coat", "hoodie", "shirt", "sweater"), ("#4b5568", "#7a5a4a", "#3d4a44")),
}
BACKS = "backs"
HAIRS = {
    "woman": ("long", "bob", "bun", "wavy", "ponytail", "updo"),
    "man": ("short", "side_part", "buzz", "curly_short", "short"),
}
PUT_UP = {"woman": ("bun", "updo", "half_up", "bun", "updo"), "man": ("topknot",)}
HAIR_COLORS = ("#1d1a20", "#3a2a20", "#6a6660", "#5a3d28", "#8c8a88", "#241a1c")
SKINS = ("#f0c8a8", "#e2b48e", "#f4d6bf", "#b98358", "#8a5a3c", "#eec9ad")
# Where they stand, cm from the middle and away: clear of the middle, where the action is.
BEHIND = ((-96, 250), (98, 270), (-66, 345), (64, 330), (-112, 165), (114, 180), (4, 420))
# Where they stand when the shot is of them.
BEFORE = ((-12, -34), (-44, 16), (30, 4), (-66, 72), (60, 60), (4, 90))


def gather(p: Painter) -> None:
    """The crowd that the dressing asks for, turned to what happens; its feeling on all faces."""
    kinds = [asked.partition(":")[0] for asked in p.dressing.props]
    if BACKS in kinds:
        _turn_their_backs(p, next((kind for kind in kinds if kind in CROWDS), "guests"))
    for asked in p.dressing.props:
        kind, _, feeling = asked.partition(":")
        if kind in CROWDS:
            _stand(p, kind, feeling)
            return


def _turn_their_backs(p: Painter, kind: str) -> None:
    """Two shoulders near the lens, between which someone unnoticed is seen."""
    chance = Random(p.dressing.seed * 17)  # noqa: S311 - the same in every run
    z = -58.0
    half = p.lens.width / 2 / p.lens.scale(p.lens.depth((0, p.lens.y, z)))
    for side, low in ((-1, 16.0), (1, 24.0)):
        person = _someone(kind, chance, 1 - side)
        x = side * (half * 0.8 + 7)
        with p.sheet(z), p.standing(x, z, low) as canvas:
            _draw(p, canvas, person, 178.0, (Expression.CALM, 0.55))


def _stand(p: Painter, kind: str, feeling: str) -> None:
    chance = Random(p.dressing.seed * 13 + len(kind))  # noqa: S311 - the same in every run
    people = [_someone(kind, chance, index) for index in range(len(BEHIND))]
    spots = BEFORE if feeling else BEHIND
    felt = Expression(feeling) if feeling else _usual(p.dressing.mood)
    strength = 1.0 if feeling else 0.55
    placed = sorted(zip(spots, people, strict=False), key=lambda pair: -pair[0][1])
    for (x, z), person in placed:
        turn = -0.22 * x + chance.uniform(-14, 14)
        with p.sheet(z), p.standing(x, z) as canvas:
            _draw(p, canvas, person, turn, (felt, strength))


def _usual(mood: Mood) -> Expression:
    return Expression.SAD if mood is Mood.SAD else Expression.CALM


def _draw(
    p: Painter,
    canvas: skia.Canvas,
    person: Character,
    turn: float,
    feeling: tuple[Expression, float],
) -> None:
    """A figure a tone nearer to the colour of the room than those whom the shot is of."""
    face = EXPRESSIONS[feeling[0]]
    veil = (*p.palette.tone(0.3), 0.16 if feeling[1] == 1.0 else 0.36)
    tint = skia.ColorFilters.Blend(
        skia.ColorSetARGB(round(veil[3] * 255), *veil[:3]), skia.BlendMode.kSrcATop
    )
    canvas.saveLayer(paint=skia.Paint(ColorFilter=tint))
    pose = Pose(yaw=turn, body_yaw=turn * 0.8, pitch=face.pitch, shrug=face.shrug, rig=face.rig)
    Figure(person).draw(canvas, pose, light_for(p.dressing))
    canvas.restore()


def _someone(kind: str, chance: Random, index: int) -> Character:
    dress = CROWDS[kind]
    woman = chance.random() < (0.2 if dress.alike else 0.5)
    worn = dress.kinds[index % len(dress.kinds)]
    if not woman and worn in ("dress", "gown", "blouse"):
        worn = "suit"
    presentation = "woman" if woman else "man"
    color = chance.choice(dress.colors)
    look = Look(
        presentation=presentation,
        age=chance.choice((26, 38, 52, 64)),
        build=chance.choice(("slim", "average", "average", "broad")),
        height=chance.uniform(0.95, 1.04) if not woman else chance.uniform(0.91, 0.99),
        skin=chance.choice(SKINS[:3] if dress.old else SKINS),
        face=chance.choice(("oval", "round", "square", "heart", "long")),
        hair=chance.choice((PUT_UP if dress.old else HAIRS)[presentation]),
        hair_color=chance.choice(HAIR_COLORS[::5] if dress.old else HAIR_COLORS),
        glasses=not dress.old and chance.random() < 0.2,
        wardrobe=Wardrobe(kind=worn, color=color, second="#4a4a52", accent="#5a3a40"),
    )
    return Character(id=f"extra-{index}", name=f"extra-{index}", look=look)
