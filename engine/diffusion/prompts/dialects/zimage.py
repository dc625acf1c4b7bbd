"""Z-Image Turbo drafts: words alone, so that looks are told in full; it reads Chinese."""

from engine.diffusion.prompts import sentences
from engine.diffusion.prompts.brief import Brief
from engine.diffusion.prompts.dialects import Dialect, flux2
from engine.diffusion.prompts.fit import Sentence


def write(brief: Brief) -> list[Sentence]:
    return [
        sentences.framed(brief),
        *sentences.subjects(brief, full=True),
        *sentences.stances(brief),
        *sentences.action(brief),
        *flux2.written(brief),
        *sentences.place(brief),
        sentences.light(brief),
        *sentences.memory(brief),
        sentences.style(brief),
    ]


DIALECT = Dialect(write=write, reads_chinese=True)
