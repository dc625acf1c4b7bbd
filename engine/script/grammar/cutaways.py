"""Where the picture goes while one person goes on speaking."""

from dataclasses import replace

from engine.contracts import Insert, InsertKind, LineKind
from engine.script.lexicon.spoken_of import speaks_of_here, things_in
from engine.script.plan import Draft, Kind, ScenePlan
from engine.script.staging.weigh import TURNING

DARK = ("phone",)  # things that say nothing by being seen


def cut_to_what_is_spoken_of(plan: ScenePlan) -> ScenePlan:
    """Who speaks on is not looked at all the time: we see what is spoken of, or who is there."""
    shown = _shown_anyway(plan)
    met = _met(plan)
    out: list[Draft] = []
    for draft in plan.drafts:
        goes_on = bool(out) and _goes_on(out[-1], draft)
        out.append(_away(plan, draft, out, shown, met) if goes_on else draft)
    return plan.with_drafts(out)


def _goes_on(before: Draft, draft: Draft) -> bool:
    """Whether the face that speaks is the one that was just seen; an inner voice needs no lips."""
    if not _speaks(draft) or before.subject != draft.subject:
        return False
    return draft.moment.spoken is LineKind.VOICE_OVER or _speaks(before)


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


def _away(
    plan: ScenePlan, draft: Draft, before: list[Draft], shown: set[str], met: frozenset[str]
) -> Draft:
    moment = draft.moment
    inner = moment.spoken is LineKind.VOICE_OVER
    if moment.weight >= TURNING:
        return draft  # a turn is seen on the face it comes from
    for thing in things_in(moment.text, plan.language):
        if thing not in shown and thing not in DARK and (inner or thing in met):
            shown.add(thing)
            seen = replace(moment, insert=Insert(kind=InsertKind.OBJECT, text=thing))
            return draft.by("cut_to_what_is_spoken_of", moment=seen, subject="")
    if not inner:
        return draft
    watched = _watched(draft, before)
    if watched in moment.present:
        return draft.by("cut_to_what_is_spoken_of", subject=watched, partner=moment.who)
    if watched:  # who hides is not in the picture of whom they watch
        seen = replace(moment, present=(watched,), veil="")
        return draft.by("cut_to_what_is_spoken_of", moment=seen, subject=watched, partner="")
    here = speaks_of_here(moment.text, plan.language, plan.dressing.set, moment.weather)
    return draft.by("cut_to_what_is_spoken_of", subject="") if here else draft


def _watched(draft: Draft, before: list[Draft]) -> str:
    """Whom an inner voice speaks of, where they were seen before, or who is there to hear it."""
    moment = draft.moment
    if moment.about in {one.subject for one in before} - {"", moment.who}:
        return moment.about
    return draft.partner if draft.partner in moment.present and moment.piece % 2 else ""
