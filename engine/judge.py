"""The verb `judge`: how good a take is, by its pixels and samples and by scorers that are there."""

from pathlib import Path

import numpy as np

from engine.contracts import Context, Judgement, JudgeRequest, Problem, Severity, _
from engine.quality.files import (
    all_pictures,
    film,
    first_picture,
    last_picture,
    sound,
    spread_pictures,
)
from engine.quality.heard import Heard
from engine.quality.judge import Around, judged, judgement, together

_STEPS = 4
_FRAMES = 5  # of a take that scorers look at


def judge(request: JudgeRequest, context: Context) -> Judgement:
    """Look at the video that `request` names and listen to it.

    Raises EngineError "unreadable-video" for a file that is no video or picture, "bad-card" and
    "bad-graph" for a scorer that is broken, "bad-reference" for a picture that is.
    """
    context.step(0, _STEPS, _("looking at the take"))
    watched = film(request.video)
    speech = sound(request.speech) if request.speech else None
    context.step(1, _STEPS, _("looking at what is around it"))
    around = Around(
        before=last_picture(request.before) if request.before else None,
        after=first_picture(request.after) if request.after else None,
        scene=[all_pictures(path) for path in request.scene],
    )
    context.step(2, _STEPS, _("measuring"))
    size = watched.width, watched.height
    heard = Heard(watched.sound, speech if speech is None else speech.mean(axis=1))
    found = judged(watched.seen, size, heard, request.shot, request.format, around)
    context.step(3, _STEPS, _("asking the scorers"))
    if request.models:
        found = together(found, _by_scorers(request, len(watched.seen)))
    context.step(_STEPS, _STEPS)
    return found


def _by_scorers(request: JudgeRequest, frames: int) -> Judgement:
    from engine.diffusion.scorers import Asked, scored, scorers_in  # noqa: PLC0415  # optional
    from engine.diffusion.stages.pictures import opened  # noqa: PLC0415

    asked = Asked(
        frames=spread_pictures(request.video, frames, _FRAMES),
        shot=request.shot,
        references=[
            (reference, np.asarray(opened(reference.file))) for reference in request.references
        ],
        prompt=request.prompt,
    )
    try:
        return judgement(*scored(asked, scorers_in(Path(request.models))))
    except ImportError as error:
        missing = Problem.of(
            severity=Severity.NOTE,
            code="missing-library",
            message=_("Scorers cannot run: {error}.", error=str(error)),
            advice=_("Install the extra “diffusion”, which brings onnxruntime."),
        )
        return Judgement(absent=(missing,))
