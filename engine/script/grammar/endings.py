"""How an episode ends."""

from dataclasses import replace

from engine.contracts import (
    Angle,
    Lettering,
    LetteringKind,
    LineKind,
    Move,
    ShotSize,
    Sound,
    SoundCue,
)
from engine.script.grammar.listeners import reaction
from engine.script.plan import Draft, Kind, ScenePlan

LONG_LINE = 1.2  # seconds after which the last face is the one that has heard the line
HOLD = 0.9  # seconds that the last face is held beyond its line or action


def end_on_a_face(plan: ScenePlan) -> ScenePlan:
    """The last thing of an episode is a face, close, and it is held."""
    if not plan.closes or not plan.drafts:
        return plan
    last = plan.drafts[-1]
    if last.spoken and last.partner in last.moment.present and last.spoken.duration > LONG_LINE:
        look = reaction(last)
        fading = replace(look, moment=replace(look.moment, effects=last.moment.effects))
        line = replace(last, moment=replace(last.moment, effects=()))
        return plan.with_drafts([*plan.drafts[:-1], line, _held(fading)])
    if last.subject and last.moment.kind is not Kind.PLACE:
        return plan.with_drafts([*plan.drafts[:-1], _held(last)])
    face = _last_face(plan)
    if face is None:
        held = last.by("end_on_a_face", move=Move.PULL_OUT, length=HOLD)
        return plan.with_drafts([*plan.drafts[:-1], held])
    return plan.with_drafts([*plan.drafts, _held(face)])


def _held(draft: Draft) -> Draft:
    return draft.by(
        "end_on_a_face", size=ShotSize.CU, angle=Angle.EYE, move=Move.PUSH_IN, length=HOLD
    )


def _last_face(plan: ScenePlan) -> Draft | None:
    """A silent look of whoever was seen last and is still there."""
    there = plan.drafts[-1].moment.present
    for draft in reversed(plan.drafts):
        if draft.subject and draft.subject in there:
            look = replace(
                draft.moment,
                kind=Kind.REACTION,
                text="",
                who=draft.subject,
                spoken=LineKind.ON_SCREEN,
                feelings=draft.moment.feelings[-1:],
                deeds=(),
                sounds=(),
                effects=(),
                captions=(),
                twin=None,
                insert=None,
                asked_size=None,
                asked_move=None,
            )
            return Draft(look, subject=draft.subject, partner=draft.partner)
    return None


def promise_more(plan: ScenePlan) -> ScenePlan:
    """Where a later episode follows, the last shot says so."""
    if not plan.closes or not plan.continues or not plan.drafts:
        return plan
    last = plan.drafts[-1]
    at = round(max(0.3, last.length - 1.3), 3)
    letters = Lettering(
        kind=LetteringKind.TO_BE_CONTINUED,
        text=plan.to_be_continued,
        at=at,
        duration=round(last.length - at, 3),
    )
    sting = SoundCue(sound=Sound.STING, at=round(max(0.0, last.length - 1.5), 3))
    ended = last.by(
        "promise_more",
        lettering=(*last.lettering, letters),
        sounds=(*last.sounds, sting),
    )
    return plan.with_drafts([*plan.drafts[:-1], ended])
