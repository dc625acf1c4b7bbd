"""Sounds and effects that the words ask for."""

from dataclasses import replace

from engine.contracts import (
    Angle,
    Effect,
    EffectKind,
    Gesture,
    InsertKind,
    Move,
    ShotSize,
    Sound,
    SoundCue,
    Weather,
)
from engine.script.plan import Draft, Kind, ScenePlan
from engine.script.staging.acting import deed_start

# Sounds that go on; the others are as long as they are.
BEDS = (Sound.FOOTSTEPS, Sound.CROWD, Sound.FIRE, Sound.WIND, Sound.RAIN, Sound.CRICKETS)
BEDS_SOFT = {Sound.CROWD: -8.0, Sound.FIRE: -6.0, Sound.FOOTSTEPS: -6.0, Sound.FALL: -3.0}
OF_WEATHER = {
    Weather.RAIN: (Sound.RAIN, -6.0),
    Weather.STORM: (Sound.RAIN, -4.0),
    Weather.WIND: (Sound.WIND, -6.0),
    Weather.SNOW: (Sound.WIND, -14.0),
}
# Effects that fill the shot; the others flash up.
LASTING = (EffectKind.FIRE, EffectKind.EMBERS, EffectKind.PETALS, EffectKind.SPARKS)
FADES = {EffectKind.FADE_OUT: 0.8, EffectKind.FADE_IN: 0.8, EffectKind.BLACK: 0.25}
GLOWING = (InsertKind.PHONE_SCREEN, InsertKind.TEXT_MESSAGE)  # seen in the dark as by day
DIM, BLIND = 0.62, 0.3  # what the dark takes of the light, and seconds until eyes are used to it
PARTS = 0.35  # seconds in which the panels of a split screen come in
# What a deed sounds like, and how long after its start.
OF_DEEDS = {
    Gesture.WALK: Sound.FOOTSTEPS,
    Gesture.RUN: Sound.FOOTSTEPS,
    Gesture.DANCE: Sound.FOOTSTEPS,
    Gesture.FAINT: Sound.FALL,
    Gesture.KNEEL: Sound.FALL,
    Gesture.PUSH: Sound.CLOTH,
    Gesture.GRAB: Sound.CLOTH,
    Gesture.EMBRACE: Sound.CLOTH,
    Gesture.BOW: Sound.CLOTH,
    Gesture.TURN_AWAY: Sound.CLOTH,
    Gesture.DRAW_BACK: Sound.CLOTH,
}
LANDS = {Gesture.FAINT: 0.8, Gesture.KNEEL: 0.55}
PAPERS = ("letter", "paper", "document", "contract", "envelope", "file", "photo", "book")
MOST = 4  # sounds of words in one shot


def sound_the_words(plan: ScenePlan) -> ScenePlan:
    """Doors, phones, steps and thunder are heard where the words put them; weather throughout."""
    return plan.with_drafts([_sounded(draft, plan.dressing.interior) for draft in plan.drafts])


def _sounded(draft: Draft, interior: bool) -> Draft:
    there = {cue.sound for cue in draft.sounds}
    cues: list[SoundCue] = []
    if draft.moment.weather in OF_WEATHER:
        sound, gain = OF_WEATHER[draft.moment.weather]
        gain -= 8.0 if interior else 0.0
        cues.append(SoundCue(sound=sound, duration=draft.length, gain_db=gain))
        there.add(sound)
    for at, sound in draft.moment.sounds[:MOST]:
        if sound not in there:
            there.add(sound)
            cues.append(_cue(sound, at, draft.length))
    return draft.by("sound_the_words", sounds=(*draft.sounds, *cues)) if cues else draft


def hear_what_is_seen(plan: ScenePlan) -> ScenePlan:
    """Bodies make sounds that nobody writes down: soles, cloth, paper in a hand, a fall."""
    return plan.with_drafts([_heard(draft) for draft in plan.drafts])


def _heard(draft: Draft) -> Draft:
    there = {cue.sound for cue in draft.sounds}
    cues: list[SoundCue] = []
    for deed in draft.moment.deeds:
        sound = Sound.PAPER if deed.prop in PAPERS else OF_DEEDS.get(deed.gesture)
        if sound is None or sound in there or draft.moment.kind is not Kind.ACTION:
            continue
        there.add(sound)
        start = deed_start(deed.at, draft.length)
        lasting = max(0.6, draft.length - start) if sound is Sound.FOOTSTEPS else 0.0
        later = LANDS.get(deed.gesture, 0.1)
        cues.append(
            SoundCue(
                sound=sound,
                at=round(start + later, 3),
                duration=round(lasting, 3),
                gain_db=BEDS_SOFT.get(sound, 0.0),
            )
        )
    return draft.by("hear_what_is_seen", sounds=(*draft.sounds, *cues)) if cues else draft


def _cue(sound: Sound, at: float, length: float) -> SoundCue:
    if sound in BEDS:
        return SoundCue(sound=sound, duration=length, gain_db=BEDS_SOFT.get(sound, 0.0))
    return SoundCue(sound=sound, at=round(at * max(0.0, length - 0.8), 3))


def score_the_turn(plan: ScenePlan) -> ScenePlan:
    """A fast move is heard, and so is the heart of who takes in a heavy blow."""
    return plan.with_drafts([_scored(draft) for draft in plan.drafts])


def _scored(draft: Draft) -> Draft:
    if draft.move in (Move.WHIP, Move.CRASH_ZOOM):
        cue = SoundCue(sound=Sound.WHOOSH, gain_db=-3.0)
    elif draft.moment.kind is Kind.REACTION and draft.moment.weight >= 0.85:
        cue = SoundCue(sound=Sound.HEARTBEAT, at=0.2, gain_db=-4.0)
    else:
        return draft
    return draft.by("score_the_turn", sounds=(*draft.sounds, cue))


def show_the_effects(plan: ScenePlan) -> ScenePlan:
    """Fire, sparks, petals, lightning and speed are seen where the words name them."""
    return plan.with_drafts([_shown(draft) for draft in plan.drafts])


def _shown(draft: Draft) -> Draft:
    there = {effect.kind for effect in draft.effects}
    added = [
        _effect(kind, at, draft.length) for at, kind in draft.moment.effects if kind not in there
    ]
    if EffectKind.SPLIT_SCREEN in [effect.kind for effect in added]:
        draft = _parted(draft)
    return draft.by("show_the_effects", effects=(*draft.effects, *added)) if added else draft


def _parted(draft: Draft) -> Draft:
    """A split screen is of two, each from the waist up."""
    others = [one for one in draft.moment.present if one != draft.subject]
    partner = draft.partner if draft.partner in others else next(iter(others), draft.partner)
    return replace(draft, partner=partner, size=ShotSize.MS, angle=Angle.EYE)


def _effect(kind: EffectKind, at: float, length: float) -> Effect:
    if kind in LASTING:
        return Effect(kind=kind, duration=length, strength=0.8)
    if kind is EffectKind.FREEZE_TITLE:
        at = round(max(0.4 * length, min(0.8, 0.6 * length)), 3)
        return Effect(kind=kind, at=at, duration=round(length - at, 3))
    if kind is EffectKind.SPLIT_SCREEN:
        return Effect(kind=kind, at=PARTS, duration=round(max(length - PARTS, 0.1), 3))
    if kind in FADES:
        duration = min(FADES[kind], length / 2)
        start = 0.0 if kind is EffectKind.FADE_IN else length - duration
        return Effect(kind=kind, at=round(start, 3), duration=round(duration, 3))
    return Effect(kind=kind, at=round(min(at, 0.7) * length * 0.6, 3), duration=0.6)


def put_out_the_lights(plan: ScenePlan) -> ScenePlan:
    """Lights that go out leave the scene in the dark until they come back."""
    out: list[Draft] = []
    before: float | None = None
    for draft in plan.drafts:
        dark, insert = draft.moment.dark, draft.moment.insert
        if dark is None or (insert and insert.kind in GLOWING):
            out.append(draft)
        else:
            since = 0.0 if before is not None else dark * draft.length
            effects = (*draft.effects, *_dark(since, draft.length))
            out.append(draft.by("put_out_the_lights", effects=effects))
        before = dark
    return plan.with_drafts(out)


def _dark(since: float, length: float) -> tuple[Effect, ...]:
    """Black for a moment where the lights go out, then as much as eyes see in the dark."""
    if not since:
        return (Effect(kind=EffectKind.BLACK, duration=length, strength=DIM),)
    seen = round(min(since + BLIND, length), 3)
    return (
        Effect(kind=EffectKind.BLACK, at=round(since, 3), duration=round(seen - since, 3)),
        Effect(kind=EffectKind.BLACK, at=seen, duration=round(length - seen, 3), strength=DIM),
    )
