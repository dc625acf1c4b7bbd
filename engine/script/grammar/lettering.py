"""Words on the picture."""

import re
from dataclasses import replace

from engine.contracts import Effect, EffectKind, Lettering, LetteringKind, ShotSize
from engine.script.plan import Draft, Kind, ScenePlan, rank

SECONDS = 2.2
SHORTEST = 0.8  # seconds that a caption needs at least
LONGEST_ROLE = 40  # letters of what someone is, on a name card
# "Previously on" and "last time" open what is recalled of earlier episodes.
RECALLED = re.compile(
    r"\s*[\"“‘「【(]?(?:previously\b|last time on\b|in the last episode\b|前情(?:提要|回顾)|"
    r"上(?:一)?集(?:回顾|提要)|anteriormente\b|en el (?:cap[ií]tulo|episodio) anterior)",
    re.IGNORECASE,
)
_PARTED = re.compile(r"\s*(?:[,，:：|｜/／(（\n]|\s[-–—]+\s|——)\s*")


def letter_the_caption(plan: ScenePlan) -> ScenePlan:
    """Text the script lays over the picture stands on the shot it stands before."""
    drafts = list(plan.drafts)
    if plan.closes and plan.captions_left and drafts:
        last = drafts[-1]
        captions = (*last.moment.captions, *plan.captions_left)
        drafts[-1] = replace(last, moment=replace(last.moment, captions=captions))
    recalled = plan.heading.strip() if RECALLED.match(plan.heading) else ""
    lettered = []
    for draft in drafts:
        if draft.moment.captions:
            recalled = next((c for c in draft.moment.captions if RECALLED.match(c)), "")
        lettered.append(_captioned(draft, plan, recalled))
    return plan.with_drafts(lettered)


def _captioned(draft: Draft, plan: ScenePlan, recalled: str) -> Draft:
    captions = [one for one in draft.moment.captions if not RECALLED.match(one)]
    frozen = any(effect.kind is EffectKind.FREEZE_TITLE for effect in draft.effects)
    if captions and frozen:
        draft, captions = _named(draft, plan, captions[0]), captions[1:]
    added = []
    if recalled:
        text = recalled.strip(' "“”‘’「」【】()（）.:：。')
        added.append(Lettering(kind=LetteringKind.PREVIOUSLY, text=text, duration=draft.length))
    for text in captions:
        card = name_card(text, plan.names)
        if card:
            added.append(_card(draft, LetteringKind.NAME_CARD, card))
            captions = [one for one in captions if one != text]
    if captions:
        added.append(_card(draft, LetteringKind.CAPTION, "\n".join(captions)))
    if not added:
        return draft
    return draft.by("letter_the_caption", lettering=(*draft.lettering, *added))


def _card(draft: Draft, kind: LetteringKind, text: str) -> Lettering:
    duration = round(min(SECONDS + 0.4, max(SHORTEST, draft.length - 0.2)), 3)
    return Lettering(kind=kind, text=text, at=0.15, duration=duration)


def _named(draft: Draft, plan: ScenePlan, text: str) -> Draft:
    """The freeze frame says who or what it stops at."""
    effects = tuple(
        _titled(effect, name_card(text, plan.names) or text) for effect in draft.effects
    )
    return draft.by("letter_the_caption", effects=effects)


def _titled(effect: Effect, text: str) -> Effect:
    if effect.kind is not EffectKind.FREEZE_TITLE:
        return effect
    return Effect(kind=effect.kind, at=effect.at, duration=effect.duration, text=text)


def name_card(text: str, names: tuple[str, ...]) -> str:
    """Name and role in two lines where `text` is a name of the cast with what they are."""
    head, *rest = _PARTED.split(text.strip(), maxsplit=1)
    role = rest[0].strip(" )）。.") if rest else ""
    if head.casefold() not in {name.casefold() for name in names} or len(role) > LONGEST_ROLE:
        return ""
    return f"{head}\n{role}" if role else head


def letter_the_title(plan: ScenePlan) -> ScenePlan:
    """The episode's title comes early, covers neither the hook nor, if it can, a close face."""
    if not plan.opens or not plan.title or not plan.drafts:
        return plan
    drafts = list(plan.drafts)
    free = [at for at in range(1, min(4, len(drafts))) if _free(drafts[at])]
    free.sort(key=lambda at: (rank(drafts[at].size) > rank(ShotSize.MS), at))
    at = free[0] if free else len(drafts) - 1
    draft = drafts[at]
    letters = Lettering(
        kind=LetteringKind.EPISODE_TITLE,
        text="\n".join(filter(None, (plan.kicker, plan.title))),
        at=0.1 if at else round(draft.length * 0.4, 3),
        duration=round(min(SECONDS, draft.length * (0.85 if at else 0.5)), 3),
    )
    drafts[at] = draft.by("letter_the_title", lettering=(*draft.lettering, letters))
    return plan.with_drafts(drafts)


def _free(draft: Draft) -> bool:
    frozen = any(effect.kind is EffectKind.FREEZE_TITLE for effect in draft.effects)
    return not draft.lettering and not frozen and draft.moment.kind is not Kind.WRITING
