"""What a garment is, as data."""

from dataclasses import dataclass

from engine.contracts import Wardrobe
from engine.rehearsal.light import Color, mix, parse


@dataclass(frozen=True, slots=True)
class Cut:
    """Levels are cm below the base of the neck of an adult; colours name a slot of the wardrobe,
    "skin", "white", "black" or "#rrggbb"; sleeves are shares of the arm."""

    top: str = "color"
    bottom: str = "second"
    legs: str = "trousers"  # trousers | bare
    shoes: str = "#2b2730"
    sleeve: float = 0.97
    sleeve_color: str = ""  # "" is the top's
    loose: float = 1.25  # width of the sleeve over the arm's
    cuff: float = 1.0  # width at the end of the sleeve over its middle
    ease: float = 1.2  # cm the top stands off the trunk
    neckline: str = "crew"  # a name of figure.torso.NECKLINES
    hem: float = 57.0
    flare: float = 0.0  # cm the hem stands further off
    skirt: float = 0.0  # level where the skirt ends; 0 none
    spread: float = 1.0  # half width of the skirt's hem over the hips'
    skirt_color: str = "bottom"
    open: float = 0.0  # half width of an open front at the chest, cm
    under: str = "white"
    under_neck: str = "shirt"
    belt: str = ""  # colour of a belt or sash
    belt_wide: float = 2.0
    details: tuple[str, ...] = ()
    over: tuple[str, ...] = ()  # what lies over shoulders and arms
    headwear: str = ""
    legs_loose: float = 1.0  # cm of trousers over the leg
    leg_flare: float = 0.0  # cm more at the ankle
    apron: float = 0.0  # level where an apron ends; 0 none
    apron_color: str = "white"
    boots: float = 0.0  # cm they reach up the shin
    midriff: bool = False  # bare between top and skirt


def color_of(slot: str, wardrobe: Wardrobe, skin: Color) -> Color:
    if slot.startswith("#"):
        return parse(slot)
    named = {
        "color": wardrobe.color,
        "second": wardrobe.second,
        "accent": wardrobe.accent,
        "white": "#eeebe6",
        "black": "#25222b",
    }
    if slot == "skin":
        return skin
    if slot == "gold":
        return (217, 171, 78)
    if slot == "pale":
        return mix(parse(wardrobe.color), (255, 255, 255), 0.55)
    if slot == "deep":
        return mix(parse(wardrobe.color), (12, 10, 22), 0.45)
    return parse(named.get(slot, wardrobe.color))
