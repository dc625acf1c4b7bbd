"""When the one who listens is worth more than the one who speaks."""

from dataclasses import replace

from engine.contracts import LineKind
from engine.script.lexicon.events import Turn
from engine.script.plan import Draft, Feeling, Kind, ScenePlan
from engine.script.staging.weigh import TURNING

LANDS = 0.9  # a line of this weight is seen to land, even on someone who answers
SILENCE = 0.4  # seconds in which someone who answers takes it in first


def cover_a_long_line(plan: ScenePlan) -> ScenePlan:
    """In the middle of a long line we see what it does to the other."""
    return plan.with_drafts([_covered(draft) for draft in plan.drafts])


def _covered(draft: Draft) -> Draft:
    moment = draft.moment
    middle = moment.pieces > 2 and moment.piece % 3 == 1 and moment.piece < moment.pieces - 1
    if not middle or not draft.partner or moment.spoken is not LineKind.ON_SCREEN:
        return draft
    if draft.partner not in moment.present:
        return draft
    return draft.by("cover_a_long_line", subject=draft.partner, partner=moment.who)


def cut_to_the_listener(plan: ScenePlan) -> ScenePlan:
    """When a line lands, the next thing is the face it lands on."""
    out: list[Draft] = []
    for at, draft in enumerate(plan.drafts):
        before = plan.drafts[at - 1] if at else None
        out.append(_silenced(draft, before))
        after = plan.drafts[at + 1] if at + 1 < len(plan.drafts) else None
        if _lands(draft, after):
            out.append(reaction(draft))
    return plan.with_drafts(out)


def _lands(draft: Draft, after: Draft | None) -> bool:
    moment = draft.moment
    last_piece = moment.piece == moment.pieces - 1
    if moment.kind is not Kind.SPEECH or not last_piece or not draft.partner:
        return False
    if moment.spoken is LineKind.VOICE_OVER:
        return False
    if draft.partner not in moment.present or moment.weight < TURNING:
        return False
    if after is None or after.subject != draft.partner:
        return True
    return after.moment.kind is Kind.SPEECH and moment.weight >= LANDS


def _silenced(draft: Draft, before: Draft | None) -> Draft:
    """Who answers a line that landed needs a breath before the answer."""
    answers = before is not None and draft.moment.kind is Kind.SPEECH
    if not answers or before is None or before.partner != draft.subject:
        return draft
    landed = before.moment.kind is Kind.SPEECH and TURNING <= before.moment.weight < LANDS
    return draft.by("cut_to_the_listener", lead=SILENCE) if landed else draft


def reaction(draft: Draft) -> Draft:
    """The silent face of the listener; what the line was said with is what it answers to."""
    moment = draft.moment
    cause = draft.feeling
    felt = (Feeling(0.0, moment.who, cause.expression, cause.intensity),) if cause else ()
    look = replace(
        moment,
        kind=Kind.REACTION,
        text="",
        who=draft.partner,
        others=(moment.who,),
        feelings=felt,
        deeds=(),
        sounds=(),
        effects=(),
        turns=moment.turns - {Turn.REVEAL},
        captions=(),
        twin=None,
        asked_size=None,
        asked_move=None,
    )
    return Draft(look, subject=draft.partner, partner=moment.who).by("cut_to_the_listener")
