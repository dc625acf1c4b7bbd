"""How close the camera stands, and from where it looks."""

from engine.contracts import Angle, Gesture, LineKind, ShotSize
from engine.script.digest import pick
from engine.script.plan import Draft, Kind, ScenePlan
from engine.script.staging.scenery import far_apart, is_of_the_crowd
from engine.script.staging.weigh import TURNING

S, A = ShotSize, Angle

# What a gesture needs to be read. The first of a shot's deeds that stands highest here decides.
FRAMES: dict[Gesture, tuple[ShotSize, Angle]] = {
    Gesture.FALL: (S.MS, A.OVERHEAD),
    Gesture.FAINT: (S.WS, A.HIGH),
    Gesture.DANCE: (S.WS, A.EYE),
    Gesture.RUN: (S.WS, A.LOW),
    Gesture.KNEEL: (S.MLS, A.HIGH),
    Gesture.BOW: (S.MLS, A.EYE),
    Gesture.SLAP: (S.MLS, A.EYE),
    Gesture.PUSH: (S.MLS, A.EYE),
    Gesture.GRAB: (S.WS, A.EYE),
    Gesture.EMBRACE: (S.MS, A.EYE),
    Gesture.WALK: (S.MLS, A.EYE),
    Gesture.DRAW_BACK: (S.MLS, A.HIGH),
    Gesture.POINT: (S.MS, A.LOW),
    Gesture.OFFER: (S.MS, A.EYE),
    Gesture.COVER_FACE: (S.MCU, A.HIGH),
    Gesture.FOLD_ARMS: (S.MS, A.LOW),
    Gesture.CLENCH: (S.MCU, A.LOW),
    Gesture.PHONE: (S.MCU, A.EYE),
    Gesture.LAUGH: (S.MCU, A.LOW),
    Gesture.HOLD: (S.MS, A.EYE),
    Gesture.TURN_AWAY: (S.MS, A.EYE),
    Gesture.SHRUG: (S.MS, A.EYE),
    Gesture.CLOSE_EYES: (S.MCU, A.EYE),
    Gesture.PLEAD: (S.MS, A.HIGH),
    Gesture.REFUSE: (S.MS, A.LOW),
    Gesture.HAND_ON_HEART: (S.MS, A.EYE),
    Gesture.COUNT: (S.MCU, A.EYE),
    Gesture.THINK: (S.MCU, A.HIGH),
    Gesture.TURN_TO: (S.MCU, A.EYE),
    Gesture.LOOK_UP: (S.MCU, A.EYE),
    Gesture.LOOK_DOWN: (S.MCU, A.EYE),
    Gesture.NOD: (S.MCU, A.EYE),
    Gesture.SHAKE_HEAD: (S.MCU, A.EYE),
}
# A long speech goes round these; each differs from its neighbours as a cut wants it.
CYCLE = (
    (S.MCU, A.EYE),
    (S.MS, A.LOW),
    (S.MCU, A.HIGH),
    (S.MLS, A.EYE),
    (S.MCU, A.LOW),
)
LONG_SPEECH = 4  # pieces
FACES_IN_A_ROW = 3  # shots of one person alone
NEAR = (S.MS, A.EYE)
NEARER = (S.MS, S.MCU, S.CU, S.ECU)  # what cannot be read from far away
SETTLED = ("establish_early", "open_on_the_hook", "end_on_a_face")


def _settled(draft: Draft) -> bool:
    return any(rule in draft.rules for rule in SETTLED)


def frame_the_body(plan: ScenePlan) -> ScenePlan:
    """Action is framed so that what the body does can be read; talk is framed by who listens."""
    return plan.with_drafts([draft if _settled(draft) else _framed(draft) for draft in plan.drafts])


def _framed(draft: Draft) -> Draft:
    moment = draft.moment
    if any(deed.gesture is Gesture.FALL for deed in moment.deeds):
        size, angle = FRAMES[Gesture.FALL]
    elif moment.aloft and draft.subject == moment.who and not moment.insert:
        size, angle = S.CU, A.HIGH
    elif moment.above and draft.subject == moment.who and not moment.insert:
        size, angle = S.MCU, A.LOW
    elif moment.kind is Kind.SPEECH:
        size, angle = _talk(draft)
    elif moment.kind is Kind.ACTION:
        size, angle = _act(draft)
    elif moment.kind is Kind.PLACE and is_of_the_crowd(moment.text, "en"):
        size, angle = S.MS, A.EYE
    elif moment.kind is Kind.PLACE:
        size, angle = pick(((S.EWS, A.EYE), (S.EWS, A.HIGH), (S.WS, A.LOW)), moment.text)
    elif moment.kind is Kind.WRITING:
        size, angle = S.ECU, A.EYE
    else:
        size, angle = S.MCU, A.EYE
    return draft.by("frame_the_body", size=size, angle=angle)


def _talk(draft: Draft) -> tuple[ShotSize, Angle]:
    moment = draft.moment
    if draft.subject == "":
        return (S.CU if moment.insert else S.WS), A.EYE
    if moment.lens:
        return pick(((S.MCU, A.EYE), (S.MS, A.EYE)), moment.text)
    if moment.to_all:
        return S.WS, A.EYE
    inner = moment.spoken is LineKind.VOICE_OVER
    if moment.pieces >= LONG_SPEECH and not draft.heard_only:
        return CYCLE[moment.piece % len(CYCLE)]
    if draft.heard_only or inner:
        return pick(((S.MCU, A.EYE), (S.MCU, A.HIGH), (S.MS, A.EYE)), moment.text)
    if not draft.partner:
        return pick(((S.MCU, A.EYE), (S.MS, A.LOW), (S.MS, A.EYE)), moment.text)
    if moment.weight >= 0.5 or not draft.face_to_face:
        return S.MCU, A.EYE
    return pick(((S.MS, A.OVER_SHOULDER), (S.MCU, A.EYE), (S.MCU, A.OVER_SHOULDER)), moment.text)


def _act(draft: Draft) -> tuple[ShotSize, Angle]:
    moment = draft.moment
    done = {deed.gesture for deed in moment.deeds}
    frame = next((FRAMES[gesture] for gesture in FRAMES if gesture in done), None)
    if frame:
        return frame
    if far_apart(moment.text):
        return S.EWS, A.EYE
    if moment.feelings:
        return S.MCU, A.EYE
    if draft.partner:
        return S.MS, A.EYE
    return pick(((S.MLS, A.EYE), (S.MS, A.EYE)), moment.text)


def spend_close_ups_on_turns(plan: ScenePlan) -> ScenePlan:
    """Close-ups are for turns; what turns nothing stays further off."""
    return plan.with_drafts([_spent(draft) for draft in plan.drafts])


def _spent(draft: Draft) -> Draft:
    moment = draft.moment
    face = moment.kind in (Kind.SPEECH, Kind.REACTION) or (moment.feelings and not moment.deeds)
    quiet = not face or moment.to_all or moment.weight < TURNING
    if _settled(draft) or not draft.subject or quiet:
        return draft
    size = S.ECU if moment.weight >= 0.95 and moment.kind is not Kind.REACTION else S.CU
    angle = A.LOW if moment.above else A.EYE
    return draft.by("spend_close_ups_on_turns", size=size, angle=angle)


def step_back_from_one_face(plan: ScenePlan) -> ScenePlan:
    """Who is alone is not looked at from near for ever: now and then we see where they are."""
    out: list[Draft] = []
    run = 0
    for draft in plan.drafts:
        goes_on = bool(out) and draft.subject == out[-1].subject and _alone(draft)
        run = run + 1 if goes_on else 1
        tired = run > FACES_IN_A_ROW and _may_be_wide(draft)
        out.append(_stepped_back(draft) if tired else draft)
        if not draft.subject or draft.moment.insert or out[-1].size in (S.WS, S.EWS):
            run = 0
    return plan.with_drafts(out)


def _stepped_back(draft: Draft) -> Draft:
    wide = pick((S.WS, S.EWS), draft.moment.text)
    return draft.by("step_back_from_one_face", size=wide, angle=A.EYE)


def _alone(draft: Draft) -> bool:
    return bool(draft.subject) and draft.partner not in draft.moment.present


def _may_be_wide(draft: Draft) -> bool:
    moment = draft.moment
    plays = any(FRAMES.get(deed.gesture, NEAR)[0] in NEARER for deed in moment.deeds)
    held = moment.aloft or moment.above or moment.lens or moment.veil or moment.asked_size
    return moment.weight < TURNING and not (plays or held or _settled(draft))


def obey_the_camera(plan: ScenePlan) -> ScenePlan:
    """A size or move that the script asks for is taken as it is."""
    return plan.with_drafts(
        [
            draft.by(
                "obey_the_camera",
                size=draft.moment.asked_size or draft.size,
                move=draft.moment.asked_move or draft.move,
            )
            if draft.moment.asked_size or draft.moment.asked_move
            else draft
            for draft in plan.drafts
        ]
    )
