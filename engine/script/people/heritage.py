"""What faces of one descent share: ranges that a name picks from, so that each stays a person."""

from typing import NamedTuple

Span = tuple[float, float]


class Heritage(NamedTuple):
    """Shares are those of a Look, from … to."""

    skins: tuple[str, ...]
    hair_colors: tuple[str, ...]
    eye_colors: tuple[str, ...]
    eyes: tuple[str, ...]
    nose_width: Span
    nose_bridge: Span
    cheekbones: Span
    lips: float = 0.0  # fuller or thinner than the rule for all
    women: tuple[str, ...] = ()  # hair that comes first
    men: tuple[str, ...] = ()


BLACKS = ("#141318", "#1d1a20", "#2b1d16")
BROWNS = ("#1d1a20", "#2b1d16", "#4a2f20")
DARK_EYES = ("#2d2018", "#3b2b20", "#2a1c14")

HERITAGES: dict[str, Heritage] = {
    "european": Heritage(
        skins=("#f3d3bd", "#f0c8a8", "#f4d8c6", "#e8bb98"),
        hair_colors=("#2b1d16", "#4a2f20", "#6b4226", "#9b3a22", "#d8b26a", "#b98a4e"),
        eye_colors=("#3b2b20", "#5a3d24", "#4b6b7c", "#4d6b4a", "#4f7fa6", "#6b7480"),
        eyes=("almond", "round", "hooded", "narrow"),
        nose_width=(0.1, 0.42),
        nose_bridge=(0.55, 0.95),
        cheekbones=(0.2, 0.6),
        lips=-0.06,
    ),
    "african": Heritage(
        skins=("#8a5a3c", "#6f4630", "#5b3826", "#7b4e34", "#4a2d1f"),
        hair_colors=("#141216", "#1a1614", "#241a16"),
        eye_colors=DARK_EYES,
        eyes=("almond", "round", "almond", "hooded"),
        nose_width=(0.6, 0.95),
        nose_bridge=(0.15, 0.5),
        cheekbones=(0.4, 0.8),
        lips=0.2,
        women=("afro", "box_braids", "coils", "locs", "bun", "curly", "afro_puff"),
        men=("coils", "buzz", "locs", "afro", "bald", "short_braids", "coils"),
    ),
    "east_asian": Heritage(
        skins=("#f5d9bf", "#f0cdaa", "#e8bf96", "#f3d4b8"),
        hair_colors=BLACKS,
        eye_colors=("#2d2018", "#3b2b20"),
        eyes=("monolid", "almond", "hooded", "monolid", "narrow"),
        nose_width=(0.3, 0.58),
        nose_bridge=(0.1, 0.42),
        cheekbones=(0.3, 0.75),
    ),
    "southeast_asian": Heritage(
        skins=("#d9a878", "#c9956a", "#e3b78c"),
        hair_colors=BLACKS,
        eye_colors=("#2d2018", "#3b2b20"),
        eyes=("almond", "monolid", "round", "hooded"),
        nose_width=(0.45, 0.75),
        nose_bridge=(0.1, 0.4),
        cheekbones=(0.4, 0.75),
        lips=0.06,
    ),
    "south_asian": Heritage(
        skins=("#b97f58", "#a9714b", "#c98f68", "#8f5d3d"),
        hair_colors=BLACKS,
        eye_colors=DARK_EYES,
        eyes=("almond", "round", "almond", "hooded"),
        nose_width=(0.32, 0.62),
        nose_bridge=(0.5, 0.85),
        cheekbones=(0.25, 0.6),
        lips=0.06,
        women=("long", "braid", "bun", "wavy", "half_up", "ponytail"),
        men=("short", "side_part", "slicked", "wavy_short", "curly_short"),
    ),
    "middle_eastern": Heritage(
        skins=("#d6a67e", "#c98f68", "#e3b892"),
        hair_colors=BROWNS,
        eye_colors=("#2d2018", "#3b2b20", "#5a3d24", "#4d6b4a"),
        eyes=("almond", "hooded", "almond", "round"),
        nose_width=(0.3, 0.55),
        nose_bridge=(0.7, 1.0),
        cheekbones=(0.3, 0.65),
        women=("wavy", "long", "curly", "half_up", "bun"),
        men=("short", "wavy_short", "slicked", "curly_short", "side_part"),
    ),
    "latin": Heritage(
        skins=("#d3a07a", "#c98f68", "#b97f58", "#e3b892"),
        hair_colors=BROWNS,
        eye_colors=("#2d2018", "#3b2b20", "#5a3d24"),
        eyes=("almond", "round", "hooded", "almond"),
        nose_width=(0.32, 0.62),
        nose_bridge=(0.45, 0.8),
        cheekbones=(0.3, 0.7),
        lips=0.08,
        women=("wavy", "curly", "long", "half_up", "ponytail", "braid"),
        men=("short", "wavy_short", "slicked", "curly_short", "side_part"),
    ),
}
# Whom a name that says nothing may be, the commonest more often.
ANY = ("european", "european", "latin", "african", "east_asian", "south_asian", "middle_eastern")


def of_a_skin(skin: str) -> str:
    """The descent whose skins come nearest to a given "#rrggbb"."""
    wanted = _rgb(skin)
    return min(
        (one for one in HERITAGES if one != "southeast_asian"),
        key=lambda one: min(
            sum(abs(a - b) for a, b in zip(_rgb(tone), wanted, strict=True))
            for tone in HERITAGES[one].skins
        ),
    )


def _rgb(color: str) -> tuple[int, int, int]:
    return int(color[1:3], 16), int(color[3:5], 16), int(color[5:7], 16)
