"""What is asked of who judges a take."""

from typing import Annotated

from msgspec import Meta

from engine.contracts.base import Value
from engine.contracts.final import Reference
from engine.contracts.shot import Shot
from engine.contracts.take import Format


class JudgeRequest(Value, frozen=True, kw_only=True):
    """Judge one take of a shot, whatever made it. Pictures may be named where videos may."""

    shot: Shot
    video: str  # file
    speech: str = ""  # WAV of its speech alone; "" = what the video sounds like
    format: Format = Format()  # as it was asked for
    before: str = ""  # video whose last frame this take goes on from without a seam
    after: str = ""  # video whose first frame goes on from this take
    scene: tuple[str, ...] = ()  # other takes of the scene, or pictures of the place
    references: tuple[Reference, ...] = ()  # for the optional scorers
    prompt: Annotated[str, Meta(max_length=20_000)] = ""
    models: str = ""  # folder of models, whose scorers/ are asked; "" = judged without weights
