"""Hair: one dict of styles; each builds its cap and locks once per person."""

from engine.contracts import Look
from engine.rehearsal.figure.hair.covered import hijab, turban, veil
from engine.rehearsal.figure.hair.long import bob, long, wavy
from engine.rehearsal.figure.hair.short import (
    afro,
    bald,
    buzz,
    curly_short,
    short,
    side_part,
    spiky,
)
from engine.rehearsal.figure.hair.strands import Hair, Style
from engine.rehearsal.figure.hair.styled import (
    court,
    half_up,
    mohawk,
    pigtails,
    pixie,
    receding,
    slicked,
    undercut,
    wavy_short,
)
from engine.rehearsal.figure.hair.textured import (
    afro_puff,
    box_braids,
    coils,
    curly,
    locs,
    short_braids,
)
from engine.rehearsal.figure.hair.tied import braid, bun, ponytail, topknot, updo
from engine.rehearsal.figure.skull import Skull

HAIR_STYLES: dict[str, Style] = {
    "bald": bald,
    "buzz": buzz,
    "short": short,
    "side_part": side_part,
    "spiky": spiky,
    "curly_short": curly_short,
    "bob": bob,
    "long": long,
    "wavy": wavy,
    "ponytail": ponytail,
    "bun": bun,
    "braid": braid,
    "updo": updo,
    "topknot": topknot,
    "afro": afro,
    "hijab": hijab,
    "turban": turban,
    "veil": veil,
    "pixie": pixie,
    "slicked": slicked,
    "wavy_short": wavy_short,
    "undercut": undercut,
    "mohawk": mohawk,
    "receding": receding,
    "pigtails": pigtails,
    "half_up": half_up,
    "court": court,
    "coils": coils,
    "curly": curly,
    "afro_puff": afro_puff,
    "locs": locs,
    "box_braids": box_braids,
    "short_braids": short_braids,
}


def hair_of(look: Look, skull: Skull) -> Hair:
    """The hair of a look; an unknown style is short for men and long for others."""
    style = HAIR_STYLES.get(look.hair) or (short if look.presentation == "man" else long)
    return style(look, skull)
