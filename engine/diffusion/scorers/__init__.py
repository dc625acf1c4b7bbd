"""Optional scorers: small ONNX models that see likeness, each a folder in <models>/scorers.

    opened.py      which are there, by what they do
    faces.py       where faces are, and each of them upright
    embedding.py   pictures and words as directions, and the angle between two
    likeness.py    face, wardrobe, place and text as scores of a take
    asking.py      all of it as a judgement

Their cards are described in docs/small-models.md. Without them a take is judged all the same.
"""

from engine.diffusion.scorers.asking import Asked, by_scorers
from engine.diffusion.scorers.likeness import Compared, scored
from engine.diffusion.scorers.opened import Scorers, bad_scorers, scorers_in

__all__ = ["Asked", "Compared", "Scorers", "bad_scorers", "by_scorers", "scored", "scorers_in"]
