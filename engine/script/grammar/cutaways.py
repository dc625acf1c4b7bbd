"""Where the picture goes while one person goes on speaking."""

from dataclasses import replace

from engine.contracts import Insert, InsertKind, LineKind
from engine.script.lexicon.spoken_of import speaks_of_here, things_in
from engine.script.plan import Draft, Kind, ScenePlan
from engine.script.weigh import TURNING


def cut_to_what_is_spoken_of(plan: ScenePlan) -> ScenePlan:
    """Who speaks on is not looked at all the time: we see what is spoken of, or who is there."""
    shown = _shown_anyway(plan)
    met = _met(plan)
    out: list[Draft] = []
    for draft in plan.drafts:
        before = out[-1] if out else None
        goes_on = before is not None and before.subject == draft.subject != ""
        if goes_on and before and _speaks(before) and _speaks(draft):
            out.append(_away(plan, draft, shown, met))
        else:
            out.append(draft)
    return plan.with_drafts(out)


def _speaks(draft: Draft) -> bool:
    moment = draft.moment
    plainly = moment.kind is Kind.SPEECH and draft.subject == moment.who and not draft.twin
    return plainly and not moment.lens and not moment.aloft and moment.insert is None


def _shown_anyway(plan: ScenePlan) -> set[str]:
    """Things that have an insert of their own in the scene."""
    return {one.moment.insert.text for one in plan.drafts if one.moment.insert}


def _met(plan: ScenePlan) -> frozenset[str]:
    """Things that the action of the scene has put there."""
    told = [one.moment.text for one in plan.drafts if one.moment.kind is not Kind.SPEECH]
    return frozenset(thing for text in told for thing in things_in(text, plan.language))


def _away(plan: ScenePlan, draft: Draft, shown: set[str], met: frozenset[str]) -> Draft:
    moment = draft.moment
    inner = moment.spoken is LineKind.VOICE_OVER
    if moment.weight >= TURNING and not inner:
        return draft  # a turn is seen on the face it comes from
    for thing in things_in(moment.text, plan.language):
        if thing not in shown and (inner or thing in met):
            shown.add(thing)
            insert = Insert(kind=InsertKind.OBJECT, text=thing)
            seen = replace(moment, insert=insert)
            return draft.by("cut_to_what_is_spoken_of", moment=seen, subject="")
    if not inner:
        return draft
    if draft.partner in moment.present and moment.piece % 2:
        return draft.by("cut_to_what_is_spoken_of", subject=draft.partner, partner=moment.who)
    here = speaks_of_here(moment.text, plan.language, plan.dressing.set, moment.weather)
    return draft.by("cut_to_what_is_spoken_of", subject="") if here else draft
