"""FLUX.2 keyframes: image 1 is the rehearsal's drawn frame, whose composition is kept; the further
images show who and where. Without guidance, so that everything is said positively."""

from engine.diffusion.prompts import sentences, setting
from engine.diffusion.prompts.brief import Brief
from engine.diffusion.prompts.dialects import Dialect
from engine.diffusion.prompts.fit import MUST, Sentence


def kept(brief: Brief) -> Sentence:
    """What the layout is there for: its places, not its look."""
    what = "composition and lettering" if brief.lettered else "composition, poses and camera angle"
    if setting.is_drawn(brief.style):
        return Sentence(f"Keep the {what} of image 1.", MUST)
    return Sentence(
        f"Keep the {what} of image 1; image 1 is a sketch, make it a real photograph.",
        MUST,
        "Keep the composition of image 1, a sketch, as a photograph.",
    )


def write(brief: Brief) -> list[Sentence]:
    return [
        kept(brief),
        sentences.framed(brief),
        *sentences.subjects(brief, full=True),
        *sentences.stances(brief),
        *written(brief),
        *sentences.place(brief),
        sentences.light(brief),
        *sentences.memory(brief),
        sentences.style(brief),
    ]


def written(brief: Brief) -> list[Sentence]:
    """Words to be read in the picture."""
    if not brief.lettered:
        return []
    return [Sentence(sentences.sentence(f'It reads: "{brief.lettered}"'), 8)]


DIALECT = Dialect(write=write, pictures=2)
