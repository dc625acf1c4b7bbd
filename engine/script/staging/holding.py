"""Whose hands an insert shows."""

from itertools import chain

import msgspec

from engine.contracts import Gesture, Insert
from engine.script.plan import Deed, ScenePlan


def in_hand(plan: ScenePlan, number: int) -> Insert | None:
    """The insert of the scene's draft `number` (from 0), with who holds it and who else is there.

    That is who was just given it, who does something with it or, unsaid, who was seen last before
    it, else next after.
    """
    draft = plan.drafts[number]
    insert = draft.moment.insert
    if insert is None:
        return None
    before = (one.subject for one in reversed(plan.drafts[:number]))
    after = (one.subject for one in plan.drafts[number + 1 :])
    given = (deed.target for deed in _done_before(plan, number) if deed.gesture is Gesture.OFFER)
    seen = [who for who in chain(given, (draft.moment.who,), before, after, plan.axis) if who]
    return msgspec.structs.replace(insert, hands=tuple(dict.fromkeys(seen))[:2])


def _done_before(plan: ScenePlan, number: int) -> tuple[Deed, ...]:
    return plan.drafts[number - 1].moment.deeds if number else ()
