"""How an episode and a scene begin."""

from dataclasses import replace

from engine.contracts import Gesture, LineKind, ShotSize
from engine.script.plan import Draft, Kind, Moment, ScenePlan
from engine.script.sentences import estimate, join

GLANCE = 5.0  # seconds of reading aloud that one look at a place can hold
# Deeds that a close-up would hide.
WHOLE_BODY = (
    Gesture.RUN,
    Gesture.KNEEL,
    Gesture.FAINT,
    Gesture.DANCE,
    Gesture.SLAP,
    Gesture.PUSH,
    Gesture.GRAB,
    Gesture.EMBRACE,
)
WITHIN = 2  # the place is seen within this many shots


def gather_scenery(plan: ScenePlan) -> ScenePlan:
    """Sentences that describe a place are one look at it, not one shot each."""
    out: list[Draft] = []
    for draft in plan.drafts:
        last = out[-1] if out else None
        if last and _mergeable(last) and _mergeable(draft):
            text = join(last.moment.text, draft.moment.text)
            if estimate(text) <= GLANCE:
                out[-1] = last.by("gather_scenery", moment=_merged(last.moment, draft.moment, text))
                continue
        out.append(draft)
    return plan.with_drafts(out)


def _mergeable(draft: Draft) -> bool:
    moment = draft.moment
    return moment.kind is Kind.PLACE and not moment.turns and moment.asked_size is None


def _merged(one: Moment, other: Moment, text: str) -> Moment:
    return replace(
        other,
        text=text,
        source=tuple(dict.fromkeys((*one.source, *other.source))),
        sounds=tuple(dict.fromkeys((*one.sounds, *other.sounds))),
        effects=tuple(dict.fromkeys((*one.effects, *other.effects))),
        captions=(*one.captions, *other.captions),
    )


def speak_over_the_sight(plan: ScenePlan) -> ScenePlan:
    """A voice without a face is heard over the thing or the place that was just shown."""
    out: list[Draft] = []
    for draft in plan.drafts:
        last = out[-1] if out else None
        seen = {one.subject for one in out}
        sight = last is not None and last.moment.kind in (Kind.WRITING, Kind.PLACE)
        if last and sight and _faceless(draft, last) and draft.moment.who not in seen:
            both = _spoken_over(last.moment, draft.moment)
            out[-1] = draft.by("speak_over_the_sight", moment=both, subject="")
        else:
            out.append(draft)
    return plan.with_drafts(out)


def _spoken_over(sight: Moment, line: Moment) -> Moment:
    return replace(
        line,
        source=tuple(dict.fromkeys((*sight.source, *line.source))),
        insert=sight.insert,
        sounds=(*sight.sounds, *line.sounds),
        effects=(*sight.effects, *line.effects),
        captions=(*sight.captions, *line.captions),
        asked_size=sight.asked_size,
        asked_move=sight.asked_move,
    )


def _faceless(draft: Draft, sight: Draft) -> bool:
    """Spoken by someone who is not seen speaking."""
    moment = draft.moment
    if moment.kind is not Kind.SPEECH or moment.piece:
        return False
    own = sight.moment.insert is not None and sight.moment.who == moment.who  # their hand is seen
    away = moment.spoken is LineKind.OFF_SCREEN and (own or moment.who not in moment.present)
    return away or moment.spoken is LineKind.VOICE_OVER


def open_on_the_hook(plan: ScenePlan) -> ScenePlan:
    """An episode opens on somebody, close, and not on a building."""
    if not plan.opens or not plan.drafts:
        return plan
    drafts = list(plan.drafts)
    first = next((at for at, one in enumerate(drafts[:4]) if one.moment.kind is not Kind.PLACE), 0)
    hook = drafts.pop(first)
    if hook.moment.kind is Kind.PLACE:
        return plan
    whole = any(deed.gesture in WHOLE_BODY for deed in hook.moment.deeds)
    size = ShotSize.MS if whole else ShotSize.CU
    return plan.with_drafts([hook.by("open_on_the_hook", size=size), *drafts])


def establish_early(plan: ScenePlan) -> ScenePlan:
    """Within the first two shots of a scene its place is seen, with who is where."""
    drafts = list(plan.drafts)
    if not drafts:
        return plan
    start = 1 if "open_on_the_hook" in drafts[0].rules else 0
    for at in range(start, min(WITHIN, len(drafts))):
        if _can_be_wide(drafts[at]):
            drafts[at] = drafts[at].by("establish_early", size=ShotSize.WS)
            return plan.with_drafts(drafts)
    model = drafts[0].moment
    look = Moment(
        kind=Kind.PLACE,
        text=plan.heading,
        source=model.source[:1],
        present=model.present,
        postures=model.postures,
        weather=model.weather,
    )
    drafts.insert(start, Draft(look).by("establish_early", size=ShotSize.WS))
    return plan.with_drafts(drafts)


def _can_be_wide(draft: Draft) -> bool:
    moment = draft.moment
    if moment.asked_size:
        return moment.asked_size in (ShotSize.EWS, ShotSize.WS)
    return moment.kind is Kind.PLACE or (moment.kind is Kind.ACTION and moment.weight < 0.6)
