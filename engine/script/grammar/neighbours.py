"""What is cut together must not look the same."""

from engine.contracts import Angle, Expression, Gesture, ShotSize
from engine.script.digest import number
from engine.script.grammar.sizes import FRAMES
from engine.script.plan import SIZES, Draft, Kind, Moment, ScenePlan, rank
from engine.script.staging.weigh import TURNING

S, A = ShotSize, Angle

WEAK = (Expression.SAD, Expression.CRY, Expression.FEAR, Expression.GUILT)
OUT_OF_JOINT = (Expression.RAGE, Expression.SHOCK)


def neighbours_differ(plan: ScenePlan) -> ScenePlan:
    """Neighbouring shots of the same people differ by two sizes, or by a size and the angle."""
    out: list[Draft] = []
    for at, draft in enumerate(plan.drafts):
        before = out[-1] if out else None
        after = plan.drafts[at + 1] if at + 1 < len(plan.drafts) else None
        stuck = after is not None and _is_fixed(after) and jumps(draft, after)
        slips = before is not None and jumps(before, draft)
        out.append(_apart(draft, before, after) if slips or stuck else draft)
    return plan.with_drafts(out)


def jumps(one: Draft, other: Draft) -> bool:
    """Whether a cut from one to the other would look like a slip."""
    if one.moment.insert or other.moment.insert or not _alike(one, other):
        return False
    steps = abs(rank(one.size) - rank(other.size))
    return steps == 0 or (steps == 1 and one.angle == other.angle)


def _alike(one: Draft, other: Draft) -> bool:
    """Two shots of one person, or of the same people."""
    if one.subject and one.subject == other.subject:
        return True
    return _sight(one) == _sight(other)


def _sight(draft: Draft) -> frozenset[str]:
    """Who is in the frame: a wide shot holds everyone who is there."""
    moment = draft.moment
    if not draft.subject:
        return frozenset(moment.present if "establish_early" in draft.rules else ())
    alone = moment.lens or moment.aloft or (moment.kind is Kind.ACTION and not draft.partner)
    wide = rank(draft.size) <= rank(S.MLS) and not alone
    return frozenset((draft.subject, *(moment.present if wide else ())))


def _is_fixed(draft: Draft) -> bool:
    """Its size was asked for, or is the promise of an ending."""
    return "end_on_a_face" in draft.rules or draft.moment.asked_size is not None


def _apart(draft: Draft, before: Draft | None, after: Draft | None) -> Draft:
    """The nearest other way of taking it, which clashes with neither neighbour."""
    ways = [draft.by("neighbours_differ", size=s, angle=a) for s, a in _ways(draft)]
    good = [way for way in ways if before is None or not jumps(before, way)]
    best = [way for way in good if after is None or not jumps(way, after)]
    return next(iter(best or good or ways))


def _ways(draft: Draft) -> list[tuple[ShotSize, Angle]]:
    """Other set-ups for the same thing, the most fitting first."""
    here, moment = rank(draft.size), draft.moment
    if any(deed.gesture is Gesture.FALL for deed in moment.deeds):
        return [(draft.size, draft.angle)]  # is only seen from above
    low, high = _room(draft)
    rest = [(draft.size, angle) for angle in _angles(draft) if angle is not draft.angle]
    if low == high:
        return rest
    sizes = [at for at in range(low, high + 1) if at != here]
    nearer = moment.piece == moment.pieces - 1 or number(moment.text) % 2 == 0
    sizes.sort(key=lambda at: (abs(at - here), (at < here) is nearer))
    steps = [(SIZES[at], angle) for at in sizes if abs(at - here) == 1 for angle in _angles(draft)]
    leaps = [(SIZES[at], angle) for at in sizes if abs(at - here) > 1 for angle in _angles(draft)]
    leaps.sort(key=lambda way: way[1] is not A.EYE)
    steps.sort(key=lambda way: way[1] is A.EYE)
    over = moment.kind is Kind.SPEECH and draft.face_to_face and not moment.lens
    if over and draft.subject == moment.who and low <= rank(S.MS) <= high:
        leaps.insert(0, (S.MS, A.OVER_SHOULDER))
    first, second = (steps, leaps) if number(moment.text) % 3 == 0 else (leaps, steps)
    return [*first, *second, *rest]


def _room(draft: Draft) -> tuple[int, int]:
    """The widest and the closest size that still show what the shot is for."""
    moment, here = draft.moment, rank(draft.size)
    if _is_fixed(draft):
        return here, here
    if "establish_early" in draft.rules:
        return rank(S.EWS), rank(S.MLS)
    if not draft.subject:
        return rank(S.EWS), rank(S.MS)
    if moment.aloft or moment.above or moment.to_all:
        return _room_between(moment)
    framed = _framed_by_a_deed({deed.gesture for deed in moment.deeds})
    if moment.kind is Kind.ACTION and framed is not None:
        wider = 0 if moment.feelings else 2  # what a face shows is not seen from further off
        return max(0, framed - wider), min(framed + 1, rank(S.CU))
    if moment.weight >= TURNING:
        return rank(S.MS if moment.kind is Kind.ACTION else S.MCU), rank(S.ECU)
    if moment.kind is Kind.REACTION:
        return rank(S.MS), rank(S.CU)
    return rank(S.MLS), rank(S.CU if moment.weight >= 0.5 else S.MCU)


def _room_between(moment: Moment) -> tuple[int, int]:
    """Who hangs is a face, who holds them no further off; who speaks to all is seen with all."""
    if moment.to_all:
        return rank(S.WS), rank(S.WS)
    return (rank(S.CU), rank(S.ECU)) if moment.aloft else (rank(S.MCU), rank(S.CU))


def _framed_by_a_deed(done: set[Gesture]) -> int | None:
    """The rank of the size that the first of the deeds to decide asks for."""
    return next((rank(FRAMES[gesture][0]) for gesture in FRAMES if gesture in done), None)


def _angle_of_a_deed(done: set[Gesture]) -> Angle | None:
    return next((FRAMES[gesture][1] for gesture in FRAMES if gesture in done), None)


def _angles(draft: Draft) -> tuple[Angle, ...]:
    """Below for strength, above for weakness, tilted for what is out of joint."""
    if draft.moment.above:
        return (A.LOW,)  # seen from where the other hangs
    asks = _angle_of_a_deed({deed.gesture for deed in draft.moment.deeds})
    if asks is A.HIGH:
        return A.HIGH, A.EYE, A.LOW  # hands and knees are seen from above
    felt = draft.feeling.expression if draft.feeling else None
    if felt is None and draft.moment.feelings:
        felt = draft.moment.feelings[0].expression
    if felt in OUT_OF_JOINT and draft.moment.weight >= 0.5:
        return A.DUTCH, A.LOW, A.HIGH, A.EYE
    return (A.HIGH, A.LOW, A.EYE) if felt in WEAK else (A.LOW, A.HIGH, A.EYE)
