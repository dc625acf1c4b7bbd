"""Qwen-Image-Edit: an instruction about numbered pictures, then the picture it is to become.

It reads Chinese and writes letters well.
"""

from engine.diffusion.prompts import sentences
from engine.diffusion.prompts.brief import Brief
from engine.diffusion.prompts.dialects import Dialect, flux2
from engine.diffusion.prompts.fit import Sentence

# An editor keeps of whom what it is told to keep.
FACES = "has the face and hair of the {noun} in image {image}"


def write(brief: Brief) -> list[Sentence]:
    return [
        flux2.kept(brief),
        sentences.framed(brief),
        *sentences.subjects(brief, full=True, pictured=FACES),
        *sentences.stances(brief),
        *flux2.written(brief),
        *sentences.place(brief),
        sentences.light(brief),
        *sentences.memory(brief),
        sentences.style(brief),
    ]


DIALECT = Dialect(write=write, reads_chinese=True, pictures=2)
