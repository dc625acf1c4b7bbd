"""The verb `judge`: how good a take is, by its pixels and samples."""

from engine.contracts import Context, Judgement, JudgeRequest, _
from engine.quality.files import all_pictures, film, first_picture, last_picture, sound
from engine.quality.heard import Heard
from engine.quality.judge import Around, judged

_STEPS = 3


def judge(request: JudgeRequest, context: Context) -> Judgement:
    """Look at the video that `request` names and listen to it.

    Raises EngineError "unreadable-video" for a file that is no video or picture.
    """
    context.step(0, _STEPS, _("looking"))
    watched = film(request.video)
    speech = sound(request.speech) if request.speech else None
    context.step(1, _STEPS, _("looking"))
    around = Around(
        before=last_picture(request.before) if request.before else None,
        after=first_picture(request.after) if request.after else None,
        scene=[all_pictures(path) for path in request.scene],
    )
    context.step(2, _STEPS, _("looking"))
    size = watched.width, watched.height
    heard = Heard(watched.sound, speech if speech is None else speech.mean(axis=1))
    found = judged(watched.seen, size, heard, request.shot, request.format, around)
    context.step(_STEPS, _STEPS)
    return found
