"""What a blow looks and sounds like."""

import re
from dataclasses import replace

from engine.contracts import Effect, EffectKind, Expression, Gesture, Sound, SoundCue
from engine.script.grammar.listeners import reaction
from engine.script.lexicon.events import LETTERED, Turn
from engine.script.lexicon.match import tongue
from engine.script.plan import Draft, Feeling, Kind, ScenePlan
from engine.script.staging.acting import blow_at

# A sound that the writer lettered already: CRASH! 砰！
WRITTEN = re.compile(r"\b[A-Z]{3,}!|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{1,3}！")
BLOWS = (Gesture.SLAP, Gesture.PUSH)
LOUD = (Sound.SLAP, Sound.GUNSHOT, Sound.GLASS, Sound.THUNDER, Sound.IMPACT)


def impact_on_a_blow(plan: ScenePlan) -> ScenePlan:
    """A blow gets an impact frame, a shake, its sound, and the sound in letters."""
    return plan.with_drafts([_struck(draft, plan.language) for draft in plan.drafts])


def see_the_blow_land(plan: ScenePlan) -> ScenePlan:
    """After a blow we see the face it fell on."""
    out: list[Draft] = []
    for at, draft in enumerate(plan.drafts):
        out.append(draft)
        after = plan.drafts[at + 1] if at + 1 < len(plan.drafts) else None
        if _falls_on_somebody(draft) and (after is None or after.subject != draft.partner):
            out.append(_face_of_the_struck(draft))
    return plan.with_drafts(out)


def _falls_on_somebody(draft: Draft) -> bool:
    moment = draft.moment
    struck = Turn.BLOW in moment.turns and moment.kind is Kind.ACTION
    seen = draft.partner in moment.present and not moment.asked_size
    return struck and seen and any(deed.gesture in BLOWS for deed in moment.deeds)


def _face_of_the_struck(draft: Draft) -> Draft:
    hurt = Feeling(0.0, draft.partner, Expression.SHOCK, 0.9)
    look = replace(reaction(draft).moment, feelings=(hurt,), turns=frozenset(), weight=1.0)
    return Draft(look, subject=draft.partner, partner=draft.subject).by("see_the_blow_land")


def _struck(draft: Draft, language: str) -> Draft:
    moment = draft.moment
    if Turn.BLOW not in moment.turns or moment.kind in (Kind.SPEECH, Kind.REACTION, Kind.WRITING):
        return draft
    heard = [sound for _, sound in moment.sounds]
    slap = any(deed.gesture is Gesture.SLAP for deed in moment.deeds)
    loud = next((sound for sound in LOUD if sound in heard), Sound.IMPACT)
    sound = Sound.SLAP if slap and Sound.SLAP in heard else loud
    at = round(blow_at(draft), 3)
    written = WRITTEN.search(moment.text)
    letters = written[0] if written else getattr(LETTERED[sound], tongue(moment.text, language))
    return draft.by(
        "impact_on_a_blow",
        effects=(
            *draft.effects,
            Effect(kind=EffectKind.IMPACT, at=at, duration=0.17),
            Effect(kind=EffectKind.SHAKE, at=at, duration=0.45, strength=1.0),
            Effect(kind=EffectKind.SOUND_LETTERING, at=at, duration=0.7, text=letters),
        ),
        sounds=(*draft.sounds, SoundCue(sound=sound, at=at)),
    )
