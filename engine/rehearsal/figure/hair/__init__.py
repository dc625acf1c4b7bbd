"""Hair: one dict of styles; each builds its cap and locks once per person."""

from engine.contracts import Look
from engine.rehearsal.figure.hair.long import long, wavy
from engine.rehearsal.figure.hair.strands import Hair, Style
from engine.rehearsal.figure.skull import Skull

HAIR_STYLES: dict[str, Style] = {
    "long": long,
    "wavy": wavy,
}


def hair_of(look: Look, skull: Skull) -> Hair:
    """The hair of a look; an unknown style is long for women, short for men."""
    return HAIR_STYLES.get(look.hair, HAIR_STYLES["long"])(look, skull)
