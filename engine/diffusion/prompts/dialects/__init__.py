"""How each family of models wants to be told: one module a family.

To add one, copy a module and name it below by the module of engine.diffusion.families that runs it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from engine.diffusion.prompts.brief import Brief
from engine.diffusion.prompts.fit import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    write: Callable[[Brief], list[Sentence]]
    reads_chinese: bool = False  # an action written in Chinese is passed on as it stands
    pictures: int = 0  # number of the first picture that is no layout; 0 = none is spoken of
    tags: bool = False  # words in a row instead of sentences


# Module of engine.diffusion.families → module here.
DIALECTS = {
    "wan": "engine.diffusion.prompts.dialects.wan",
    "ltx2": "engine.diffusion.prompts.dialects.ltx",
    "minimax_h3": "engine.diffusion.prompts.dialects.h3",
    "flux2": "engine.diffusion.prompts.dialects.flux2",
    "qwen": "engine.diffusion.prompts.dialects.qwen",
    "zimage": "engine.diffusion.prompts.dialects.zimage",
    "sdxl": "engine.diffusion.prompts.dialects.sdxl",
}
