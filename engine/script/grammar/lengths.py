"""How long a shot lasts."""

import math

from engine.contracts import InsertKind
from engine.script.lexicon.match import CJK
from engine.script.plan import Draft, Kind, ScenePlan
from engine.script.sentences import estimate
from engine.script.staging.weigh import TURNING

SHORTEST, LONGEST = 1.2, 6.0
FRAMES_PER_SECOND = 24


def whole_frames(seconds: float) -> float:
    """Rounded up to frames of 1/24 s."""
    return round(math.ceil(round(seconds * FRAMES_PER_SECOND, 3)) / FRAMES_PER_SECOND, 4)


def _bounded(seconds: float) -> float:
    return whole_frames(min(LONGEST, max(SHORTEST, seconds)))


def hold_for_a_breath(plan: ScenePlan) -> ScenePlan:
    """A shot is as long as its line plus a breath; a line that turns things gets a longer one."""
    return plan.with_drafts([_breathed(draft) for draft in plan.drafts])


def _breathed(draft: Draft) -> Draft:
    if draft.spoken is None:
        return draft
    moment = draft.moment
    turn = moment.weight >= TURNING
    lead = round(draft.lead + ((0.32 if turn else 0.14) if moment.piece == 0 else 0.04), 3)
    tail = (0.5 if turn else 0.24) if moment.piece == moment.pieces - 1 else 0.06
    held = draft.length  # what an ending asks for on top
    twin = draft.twin.spoken if draft.twin else None
    sound = max(draft.spoken.duration, twin.duration if twin else 0.0)
    length = _bounded(lead + sound + tail + held)
    return draft.by("hold_for_a_breath", lead=lead, length=max(length, whole_frames(lead + sound)))


def last_as_long_as_the_action(plan: ScenePlan) -> ScenePlan:
    """Without a line, a shot is as long as what happens in it, or as its words take to read."""
    return plan.with_drafts(
        [
            draft
            if draft.spoken
            else draft.by(
                "last_as_long_as_the_action", length=_bounded(_seconds(draft) + draft.length)
            )
            for draft in plan.drafts
        ]
    )


def _seconds(draft: Draft) -> float:
    moment = draft.moment
    if moment.kind is Kind.WRITING:
        return _reading(draft)
    if moment.kind is Kind.REACTION:
        return 1.25 if moment.weight < 0.9 else 1.5
    if moment.kind is Kind.PLACE:
        return min(3.2, 1.5 + 0.15 * estimate(moment.text))
    return min(4.2, 1.05 + 0.28 * estimate(moment.text) + 0.2 * max(0, len(moment.deeds) - 1))


def _reading(draft: Draft) -> float:
    insert = draft.moment.insert
    if insert is None or insert.kind is InsertKind.OBJECT:
        return 1.3
    han = len(CJK.findall(insert.text))
    return min(5.0, 1.1 + han / 7 + (len(insert.text) - han) / 20)
