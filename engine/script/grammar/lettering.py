"""Words on the picture."""

from dataclasses import replace

from engine.contracts import Lettering, LetteringKind
from engine.script.plan import Draft, Kind, ScenePlan

SECONDS = 2.2


def letter_the_caption(plan: ScenePlan) -> ScenePlan:
    """Text the script lays over the picture stands on the shot it stands before."""
    drafts = list(plan.drafts)
    if plan.closes and plan.captions_left and drafts:
        last = drafts[-1]
        captions = (*last.moment.captions, *plan.captions_left)
        drafts[-1] = replace(last, moment=replace(last.moment, captions=captions))
    return plan.with_drafts([_captioned(draft) for draft in drafts])


def _captioned(draft: Draft) -> Draft:
    if not draft.moment.captions:
        return draft
    duration = round(min(SECONDS + 0.4, max(0.8, draft.length - 0.2)), 3)
    letters = Lettering(
        kind=LetteringKind.CAPTION,
        text="\n".join(draft.moment.captions),
        at=0.15,
        duration=duration,
    )
    return draft.by("letter_the_caption", lettering=(*draft.lettering, letters))


def letter_the_title(plan: ScenePlan) -> ScenePlan:
    """The episode's title comes early and does not cover the hook."""
    if not plan.opens or not plan.title or not plan.drafts:
        return plan
    drafts = list(plan.drafts)
    free = [at for at in range(1, min(4, len(drafts))) if _free(drafts[at])]
    at = free[0] if free else len(drafts) - 1
    draft = drafts[at]
    letters = Lettering(
        kind=LetteringKind.EPISODE_TITLE,
        text=plan.title,
        at=0.1 if at else round(draft.length * 0.4, 3),
        duration=round(min(SECONDS, draft.length * (0.85 if at else 0.5)), 3),
    )
    drafts[at] = draft.by("letter_the_title", lettering=(*draft.lettering, letters))
    return plan.with_drafts(drafts)


def _free(draft: Draft) -> bool:
    return not draft.lettering and draft.moment.kind is not Kind.WRITING
