"""What people wear: one dict from the kinds a bible may name to their cuts."""

from dataclasses import replace
from typing import Any

from engine.rehearsal.figure.cut import Cut
from engine.rehearsal.figure.wardrobe.cuts import FASHION, TRADES
from engine.rehearsal.figure.wardrobe.history import HISTORY

WARDROBES: dict[str, Cut] = {
    "shirt": Cut(
        neckline="shirt",
        details=("placket", "collar"),
        hem=58,
        loose=1.3,
        ease=1.0,
        leg_flare=0.0,
        legs_loose=1.6,
    ),
    "tshirt": Cut(
        sleeve=0.34,
        loose=1.5,
        neckline="crew",
        hem=59,
        details=("rib",),
        shoes="white",
        legs_loose=3.8,
        leg_flare=2.5,
    ),
    "blouse": Cut(
        neckline="v",
        loose=1.45,
        cuff=1.25,
        details=("bow", "gather"),
        hem=50,
        legs="bare",
        skirt=122,
        spread=1.75,
        ease=1.0,
    ),
    "suit": Cut(
        open=6.5,
        hem=63,
        loose=1.6,
        flare=2.0,
        legs_loose=0.8,
        bottom="color",
        under="white",
        under_neck="closed",
        details=("lapels", "tie", "buttons", "pocket"),
        ease=3.0,
    ),
    "dress": Cut(
        sleeve=0.24,
        loose=1.2,
        neckline="wide",
        hem=40,
        ease=0.5,
        skirt=100,
        bottom="color",
        belt="second",
        belt_wide=1.6,
        legs="bare",
        spread=1.75,
    ),
    "gown": Cut(
        sleeve=0.0,
        neckline="strap",
        hem=40,
        ease=0.4,
        skirt=141,
        spread=2.1,
        bottom="color",
        legs="bare",
        belt="accent",
        belt_wide=2.2,
        details=("drape",),
    ),
    "coat": Cut(
        open=5.0,
        hem=64,
        ease=4.6,
        loose=1.7,
        flare=3,
        skirt=118,
        spread=1.4,
        skirt_color="top",
        under="second",
        under_neck="high",
        belt="deep",
        belt_wide=2.6,
        details=("lapels", "buttons", "split"),
    ),
    "hoodie": Cut(
        neckline="hood",
        loose=1.95,
        cuff=0.85,
        ease=5.4,
        hem=60,
        legs_loose=2.4,
        shoes="white",
        details=("hood", "cords", "pouch", "welt"),
    ),
    "sweater": Cut(
        neckline="crew",
        cuff=0.85,
        hem=60,
        details=("rib", "knit", "welt"),
        ease=4.6,
        loose=2.0,
        legs_loose=2.8,
    ),
    "scrubs": Cut(
        sleeve=0.36,
        loose=1.6,
        neckline="v",
        ease=2.0,
        hem=62,
        bottom="color",
        shoes="white",
        details=("chest_pocket", "edge"),
    ),
    "doctor_coat": Cut(
        top="white",
        open=7.0,
        hem=64,
        ease=3.4,
        loose=1.55,
        skirt=106,
        spread=1.42,
        skirt_color="top",
        under="color",
        under_neck="shirt",
        details=("lapels", "buttons", "split", "chest_pocket", "stethoscope"),
    ),
    "uniform": Cut(
        neckline="high",
        loose=1.35,
        ease=1.8,
        hem=62,
        bottom="color",
        belt="second",
        belt_wide=2.4,
        details=("placket", "epaulettes", "chest_pocket", "badge"),
    ),
    "hanfu": Cut(
        neckline="cross",
        loose=1.9,
        cuff=2.6,
        ease=2.0,
        hem=40,
        skirt=140,
        spread=1.75,
        bottom="pale",
        belt="accent",
        belt_wide=4.5,
        details=("crossed", "sash"),
    ),
    "robe": Cut(
        neckline="cross",
        loose=2.0,
        cuff=2.2,
        ease=3.0,
        hem=42,
        skirt=138,
        spread=1.5,
        bottom="color",
        belt="second",
        belt_wide=4.0,
        details=("crossed", "sash"),
    ),
    "apron": Cut(
        neckline="shirt", sleeve=0.62, loose=1.3, hem=58, details=("collar", "placket", "apron")
    ),
    "jacket": Cut(
        open=5.5,
        cuff=0.9,
        under="accent",
        under_neck="crew",
        details=("stand", "zip", "welt"),
        ease=4.4,
        loose=2.0,
        hem=50,
        legs_loose=0.3,
    ),
    "school_uniform": Cut(
        open=5.5,
        hem=58,
        ease=1.8,
        loose=1.3,
        under="white",
        under_neck="closed",
        details=("lapels", "ribbon", "crest"),
        skirt=96,
        spread=1.35,
        legs="bare",
    ),
    "rags": Cut(
        neckline="deep",
        sleeve=0.72,
        loose=1.6,
        cuff=1.3,
        ease=2.2,
        hem=62,
        shoes="skin",
        details=("torn", "patch"),
    ),
    **TRADES,
    **FASHION,
    **HISTORY,
}


def cut_of(kind: str, presentation: str) -> Cut:
    """The cut of a wardrobe kind; men wear their trousers where the cut has a skirt."""
    kind = kind if kind in WARDROBES else "shirt"
    cut = WARDROBES[kind]
    if presentation == "woman" and kind in FOR_WOMEN:
        return replace(cut, **FOR_WOMEN[kind])
    if presentation == "man":
        if kind in FOR_MEN:
            return WARDROBES[FOR_MEN[kind]]
        if kind in {"school_uniform", "cardigan", "nurse", "maid", "business"}:
            return _trousered(cut)
    return cut


# What a woman wears below them.
FOR_WOMEN: dict[str, dict[str, Any]] = {
    "jacket": {"skirt": 90.0, "spread": 1.75, "legs": "black"},
    "shirt": {"leg_flare": 6.5},
    "suit": {"legs_loose": 1.2, "leg_flare": 3.0},
}
# What men wear in place of cuts made for women.
FOR_MEN = {
    "dress": "shirt",
    "gown": "suit",
    "blouse": "shirt",
    "wedding": "tuxedo",
    "qipao": "kurta",
    "sari": "kurta",
    "gothic": "leather",
    "victorian": "frock_coat",
    "court_gown": "hanfu",
}


def _trousered(cut: Cut) -> Cut:
    details = tuple("tie" if d == "ribbon" else d for d in cut.details)
    return replace(cut, skirt=0.0, legs="trousers", details=details, apron=0.0, headwear="")
