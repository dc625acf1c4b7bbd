"""How close the camera stands, and from where it looks."""

from engine.contracts import Angle, Expression, Gesture, LineKind, ShotSize
from engine.script.digest import number, pick
from engine.script.plan import SIZES, Draft, Kind, ScenePlan, rank
from engine.script.scenery import is_of_the_crowd
from engine.script.weigh import TURNING

S, A = ShotSize, Angle

# What a gesture needs to be read. The first of a shot's deeds that stands highest here decides.
FRAMES: dict[Gesture, tuple[ShotSize, Angle]] = {
    Gesture.FAINT: (S.WS, A.HIGH),
    Gesture.DANCE: (S.WS, A.EYE),
    Gesture.RUN: (S.WS, A.LOW),
    Gesture.KNEEL: (S.MLS, A.HIGH),
    Gesture.BOW: (S.MLS, A.EYE),
    Gesture.SLAP: (S.MLS, A.EYE),
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
    Gesture.TURN_TO: (S.MCU, A.EYE),
    Gesture.NOD: (S.MCU, A.EYE),
    Gesture.SHAKE_HEAD: (S.MCU, A.EYE),
}
WEAK = (Expression.SAD, Expression.CRY, Expression.FEAR, Expression.GUILT)
OUT_OF_JOINT = (Expression.RAGE, Expression.SHOCK)
# A long speech goes round these; each differs from its neighbours as a cut wants it.
CYCLE = (
    (S.MCU, A.EYE),
    (S.MS, A.LOW),
    (S.MCU, A.HIGH),
    (S.MLS, A.EYE),
    (S.MCU, A.LOW),
)
LONG_SPEECH = 4  # pieces
SETTLED = ("establish_early", "open_on_the_hook", "end_on_a_face")


def _settled(draft: Draft) -> bool:
    return any(rule in draft.rules for rule in SETTLED)


def frame_the_body(plan: ScenePlan) -> ScenePlan:
    """Action is framed so that what the body does can be read; talk is framed by who listens."""
    return plan.with_drafts([draft if _settled(draft) else _framed(draft) for draft in plan.drafts])


def _framed(draft: Draft) -> Draft:
    moment = draft.moment
    if moment.aloft and draft.subject == moment.who and not moment.insert:
        size, angle = S.CU if moment.kind is Kind.ACTION else S.MCU, A.HIGH
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
    inner = moment.spoken is LineKind.VOICE_OVER
    if moment.pieces >= LONG_SPEECH and not draft.heard_only:
        return CYCLE[moment.piece % len(CYCLE)]
    if draft.heard_only or inner:
        return pick(((S.MCU, A.EYE), (S.MCU, A.HIGH)), moment.text)
    if not draft.partner:
        return pick(((S.MCU, A.EYE), (S.MS, A.LOW), (S.MS, A.EYE)), moment.text)
    if moment.weight >= 0.5:
        return S.MCU, A.EYE
    return pick(((S.MS, A.OVER_SHOULDER), (S.MCU, A.EYE), (S.MCU, A.OVER_SHOULDER)), moment.text)


def _act(draft: Draft) -> tuple[ShotSize, Angle]:
    moment = draft.moment
    done = {deed.gesture for deed in moment.deeds}
    frame = next((FRAMES[gesture] for gesture in FRAMES if gesture in done), None)
    if frame:
        return frame
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
    if _settled(draft) or not draft.subject or not face or moment.weight < TURNING:
        return draft
    size = S.ECU if moment.weight >= 0.95 and moment.kind is not Kind.REACTION else S.CU
    return draft.by("spend_close_ups_on_turns", size=size, angle=A.EYE)


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


def neighbours_differ(plan: ScenePlan) -> ScenePlan:
    """Two neighbouring shots of the same subject differ by two sizes or by angle."""
    out: list[Draft] = []
    for at, draft in enumerate(plan.drafts):
        after = plan.drafts[at + 1] if at + 1 < len(plan.drafts) else None
        out.append(_apart(draft, out[-1], after) if out and jumps(out[-1], draft) else draft)
    return plan.with_drafts(out)


def jumps(one: Draft, other: Draft) -> bool:
    """Whether a cut from one to the other would look like a slip."""
    if one.moment.insert or other.moment.insert or _sight(one) != _sight(other):
        return False
    return abs(rank(one.size) - rank(other.size)) < 2 and one.angle == other.angle


def _sight(draft: Draft) -> str:
    """What the shot is of: a wide shot with one person in it is a shot of that person."""
    present = draft.moment.present
    alone = "establish_early" in draft.rules and len(present) == 1
    return draft.subject or (present[0] if alone else "")


def _apart(draft: Draft, before: Draft, after: Draft | None) -> Draft:
    """The nearest other way of taking it, which clashes with neither neighbour."""
    ways = [draft.by("neighbours_differ", size=s, angle=a) for s, a in _ways(draft)]
    good = [way for way in ways if not jumps(before, way)]
    best = [way for way in good if after is None or not jumps(way, after)]
    return (best or good)[0]


def _ways(draft: Draft) -> list[tuple[ShotSize, Angle]]:
    """Other set-ups for the same thing, the most fitting first."""
    here, moment = rank(draft.size), draft.moment
    if draft.subject == "":
        wider = [(SIZES[to], A.EYE) for to in (here + 2, here - 2) if 0 <= to <= rank(S.MS)]
        return [*wider, (draft.size, A.HIGH), (draft.size, A.LOW), (draft.size, A.EYE)]
    if "end_on_a_face" in draft.rules:
        return [(draft.size, angle) for angle in _angles(draft) if angle is not draft.angle]
    turned = [(draft.size, angle) for angle in _angles(draft) if angle is not draft.angle]
    floor = rank(S.MCU) if moment.weight >= TURNING else rank(S.MLS)
    steps = [(SIZES[to], A.EYE) for to in (here - 2, here + 2) if floor <= to <= rank(S.MCU)]
    over = moment.kind is Kind.SPEECH and draft.partner in moment.present and not moment.lens
    if over and draft.subject == moment.who and draft.angle is not A.OVER_SHOULDER:
        steps.insert(0, (S.MS, A.OVER_SHOULDER))
    last = moment.pieces > 1 and moment.piece == moment.pieces - 1
    if last or moment.kind is Kind.ACTION or number(moment.text) % 3 == 0:
        return [*turned[:1], *steps, *turned[1:]]
    return [*steps, *turned]


def _angles(draft: Draft) -> tuple[Angle, ...]:
    """Below for strength, above for weakness, tilted for what is out of joint."""
    felt = draft.feeling.expression if draft.feeling else None
    if felt is None and draft.moment.feelings:
        felt = draft.moment.feelings[0].expression
    if felt in OUT_OF_JOINT and draft.moment.weight >= 0.5:
        return A.DUTCH, A.LOW, A.HIGH, A.EYE
    return (A.HIGH, A.LOW, A.EYE) if felt in WEAK else (A.LOW, A.HIGH, A.EYE)
