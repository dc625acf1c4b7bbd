"""How an episode ends."""

import re
from dataclasses import replace

from engine.contracts import (
    Angle,
    Expression,
    Lettering,
    LetteringKind,
    LineKind,
    Move,
    ShotSize,
    Sound,
    SoundCue,
)
from engine.script.grammar.listeners import reaction
from engine.script.lexicon.events import Turn
from engine.script.lexicon.things import QUESTION_MARKS
from engine.script.plan import Draft, Feeling, Kind, Moment, ScenePlan

LONG_LINE = 1.2  # seconds after which the last face is the one that has heard the line
END = re.compile(r"\bthe end\b|剧终|全剧完|大结局|\bfin\b", re.IGNORECASE)
LAST = 3  # shots in which someone who hangs is not forgotten
HOLD = 0.9  # seconds that the last face is held beyond its line or action


def end_on_a_face(plan: ScenePlan) -> ScenePlan:
    """The last thing of an episode is a face, close, and it is held."""
    if not plan.closes or not plan.drafts:
        return plan
    last = plan.drafts[-1]
    inner = last.moment.spoken is LineKind.VOICE_OVER
    long = last.spoken is not None and last.spoken.duration > LONG_LINE
    if long and not inner and last.partner in last.moment.present:
        look = reaction(last)
        fading = replace(look, moment=replace(look.moment, effects=last.moment.effects))
        line = replace(last, moment=replace(last.moment, effects=()))
        return plan.with_drafts([*plan.drafts[:-1], line, _held(fading)])
    done = last.moment.kind is Kind.ACTION and last.moment.deeds
    if last.subject and last.moment.kind is not Kind.PLACE and not done:
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
    """A silent look of whoever was struck, or was seen last, and is still there."""
    last = plan.drafts[-1]
    there = last.moment.present
    for draft in reversed(plan.drafts):
        struck = Turn.BLOW in draft.moment.turns and draft.partner in there
        who = draft.partner if struck else draft.subject
        if who and who in there:
            felt = draft.moment.feelings[-1:]
            if struck or last.moment.insert:
                felt = (Feeling(0.0, who, Expression.SHOCK, 0.85),)
            other = draft.subject if struck else draft.partner
            return Draft(_silent(draft.moment, who, felt), subject=who, partner=other)
    return None


def _silent(moment: Moment, who: str, felt: tuple[Feeling, ...]) -> Moment:
    return replace(
        moment,
        kind=Kind.REACTION,
        text="",
        who=who,
        spoken=LineKind.ON_SCREEN,
        feelings=felt,
        deeds=(),
        sounds=(),
        effects=(),
        captions=(),
        twin=None,
        insert=None,
        asked_size=None,
        asked_move=None,
    )


def _leaves_open(drafts: tuple[Draft, ...]) -> bool:
    """Someone hangs from an edge, or the last that is said is a question, and no end is told."""
    if any(END.search(caption) for one in drafts for caption in one.moment.captions):
        return False
    if any(one.moment.aloft or one.moment.above for one in drafts[-LAST:]):
        return True
    said = [one.moment.text for one in drafts if one.moment.kind is Kind.SPEECH]
    return bool(said) and said[-1].rstrip("\"”’'」』 ")[-1:] in tuple(QUESTION_MARKS)


def promise_more(plan: ScenePlan) -> ScenePlan:
    """Where a later episode follows, or the last one of a series leaves us hanging, it says so."""
    if not plan.closes or not plan.drafts:
        return plan
    if not plan.continues and not (plan.serial and _leaves_open(plan.drafts)):
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
