"""How the past looks."""

from engine.contracts import Effect, EffectKind
from engine.script.plan import ScenePlan


def wash_the_flashback(plan: ScenePlan) -> ScenePlan:
    """Every shot of a flashback is washed; the first one opens with a flash."""
    if not plan.flashback:
        return plan
    drafts = [
        draft.by(
            "wash_the_flashback",
            effects=(*draft.effects, Effect(kind=EffectKind.FLASHBACK, duration=draft.length)),
        )
        for draft in plan.drafts
    ]
    if drafts:
        flash = Effect(kind=EffectKind.FLASH, duration=0.4)
        drafts[0] = drafts[0].by("wash_the_flashback", effects=(*drafts[0].effects, flash))
    return plan.with_drafts(drafts)
