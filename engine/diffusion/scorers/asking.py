"""Scorers are asked about a take."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine.contracts import Judgement, Problem, Reference, Severity, Shot, _
from engine.diffusion.pictures import opened
from engine.diffusion.scorers.likeness import Compared, scored
from engine.diffusion.scorers.opened import scorers_in
from engine.quality.files import spread_pictures
from engine.quality.judge import judgement

_FRAMES = 5  # of a take that scorers look at


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A take's video, its frames, and what it is to be like."""

    video: str
    frames: int
    shot: Shot
    references: Sequence[Reference]
    prompt: str


def by_scorers(asked: Asked, models: Path) -> Judgement:
    """What the scorers of a folder of models say of a take.

    A scorer that is broken is told of among the absent. Raises EngineError "bad-reference",
    "unreadable-video".
    """
    scorers = scorers_in(models)
    looked_at = spread_pictures(asked.video, asked.frames, _FRAMES) if scorers.found else []
    shown = [(reference, np.asarray(opened(reference.file))) for reference in asked.references]
    try:
        return judgement(
            *scored(
                Compared(frames=looked_at, shot=asked.shot, references=shown, prompt=asked.prompt),
                scorers,
            )
        )
    except ImportError as error:
        missing = Problem.of(
            severity=Severity.NOTE,
            code="missing-library",
            message=_("Scorers cannot run: {error}.", error=str(error)),
            advice=_("Install the extra “diffusion”, which brings onnxruntime."),
        )
        return Judgement(absent=(missing,))
