"""Optional scorers: small ONNX models that see likeness, each a folder in <models>/scorers.

    opened.py      which are there, by what they do
    faces.py       where faces are, and each of them upright
    embedding.py   pictures and words as directions, and the angle between two
    likeness.py    face, wardrobe, place and text as scores of a take

Their cards are described in docs/small-models.md. Without them a take is judged all the same.
"""

from engine.diffusion.scorers.likeness import Asked, scored
from engine.diffusion.scorers.opened import Scorers, scorers_in

__all__ = ["Asked", "Scorers", "scored", "scorers_in"]
