"""The verb `judge`: how good a take is, by its pixels and samples and by scorers that are there."""

from pathlib import Path

from engine.contracts import Context, Judgement, JudgeRequest, _
from engine.quality.files import (
    all_pictures,
    film,
    first_picture,
    last_picture,
    sound,
)
from engine.quality.heard import Heard
from engine.quality.judge import Around, judged, together

_STEPS = 4


def judge(request: JudgeRequest, context: Context) -> Judgement:
    """Look at the video that `request` names and listen to it.

    Raises EngineError "unreadable-video" for a file that is no video or picture, "bad-reference"
    for a picture that cannot be read. A scorer that is broken is told of among the absent.
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
    from engine.diffusion.scorers import Asked, by_scorers  # noqa: PLC0415  # optional

    asked = Asked(
        video=request.video,
        frames=frames,
        shot=request.shot,
        references=request.references,
        prompt=request.prompt,
    )
    return by_scorers(asked, Path(request.models))
