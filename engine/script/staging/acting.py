"""What faces and hands do in a shot, and when."""

from engine.contracts import Expression, ExpressionCue, Gesture, GestureCue, LineKind
from engine.script.lexicon.events import Turn
from engine.script.lexicon.feelings import ANSWER
from engine.script.plan import Bearing, Draft, Feeling, Kind
from engine.script.staging.talking import SECONDS, talking, word_time

# What a deed puts on the face of who does it, where the words say nothing.
FACE_OF_DEED: dict[Gesture, tuple[Expression, float]] = {
    Gesture.SLAP: (Expression.RAGE, 0.8),
    Gesture.PUSH: (Expression.RAGE, 0.7),
    Gesture.GRAB: (Expression.RAGE, 0.7),
    Gesture.EMBRACE: (Expression.TENDER, 0.7),
    Gesture.KNEEL: (Expression.SAD, 0.6),
    Gesture.FAINT: (Expression.SAD, 0.7),
    Gesture.POINT: (Expression.ANGER, 0.6),
    Gesture.DRAW_BACK: (Expression.FEAR, 0.6),
    Gesture.CLENCH: (Expression.ANGER, 0.7),
    Gesture.COVER_FACE: (Expression.CRY, 0.8),
    Gesture.FOLD_ARMS: (Expression.CONTEMPT, 0.5),
    Gesture.LAUGH: (Expression.JOY, 0.8),
    Gesture.DANCE: (Expression.JOY, 0.7),
    Gesture.RUN: (Expression.FEAR, 0.4),
    Gesture.SHRUG: (Expression.CALM, 0.4),
    Gesture.PLEAD: (Expression.FEAR, 0.6),
    Gesture.REFUSE: (Expression.RESOLVE, 0.6),
    Gesture.HAND_ON_HEART: (Expression.TENDER, 0.6),
    Gesture.THINK: (Expression.CALM, 0.5),
}
# What the head does while the hands go on.
BESIDES = (Gesture.LOOK_DOWN, Gesture.CLOSE_EYES, Gesture.NOD, Gesture.SHAKE_HEAD)
SEIZES = (Gesture.GRAB, Gesture.PUSH)  # what nobody who is there sees unmoved
QUICKEST = 0.35  # seconds a face needs for a change that can be read


def expressions(draft: Draft, who: str, bearing: Bearing) -> tuple[ExpressionCue, ...]:
    """The face of `who` through the shot; it begins with what it was before."""
    moment = draft.moment
    if moment.kind is Kind.SPEECH:
        twin = draft.twin if draft.twin and draft.twin.moment.who == who else None
        if twin or who == moment.who:
            return _speaking(twin or draft, who, bearing)
        return _answering(draft, who, bearing)
    if moment.kind is Kind.REACTION:
        return _taking_in(draft, who, bearing)
    return _acting(draft, who, bearing)


def _under(draft: Draft, who: str, bearing: Bearing) -> ExpressionCue:
    """What was on a face before: the last strong feeling, else how they are."""
    left = {one: (expression, intensity) for one, expression, intensity in draft.moment.moods}
    expression, intensity = left.get(who, bearing[who])
    return ExpressionCue(at=0.0, expression=expression, intensity=intensity)


def _cue(at: float, feeling: tuple[Expression, float]) -> ExpressionCue:
    return ExpressionCue(at=round(at, 3), expression=feeling[0], intensity=feeling[1])


def _ordered(cues: list[ExpressionCue]) -> tuple[ExpressionCue, ...]:
    """In time, without repeating the face that is already worn."""
    out: list[ExpressionCue] = []
    for cue in sorted(cues, key=lambda one: one.at):
        if (out and out[-1].at == cue.at) or (len(out) > 1 and cue.at - out[-1].at < QUICKEST):
            out[-1] = cue
        elif not out or _differ(out[-1], cue):
            out.append(cue)
    return tuple(out)


def _differ(one: ExpressionCue, other: ExpressionCue) -> bool:
    return one.expression != other.expression or abs(one.intensity - other.intensity) > 0.15


def _speaking(draft: Draft, who: str, bearing: Bearing) -> tuple[ExpressionCue, ...]:
    feelings, spoken = draft.moment.feelings, draft.spoken
    if not feelings or spoken is None:
        return (_under(draft, who, bearing),)
    cues = [_under(draft, who, bearing)] if feelings[0].at > 0 else []
    for one in feelings:
        start = draft.lead + word_time(draft.moment.text, one.at, spoken) if one.at > 0 else 0.0
        cues.append(_cue(start, (one.expression, one.intensity)))
    return _ordered(cues)


def _answering(draft: Draft, who: str, bearing: Bearing) -> tuple[ExpressionCue, ...]:
    """Who listens shows it once enough has been said."""
    cause = draft.feeling
    if cause is None or draft.spoken is None or not draft.moment.feelings:
        return (_under(draft, who, bearing),)
    expression, intensity = _answer(cause.expression, _under(draft, who, bearing))
    if Turn.REVEAL in draft.moment.turns:
        expression, intensity = Expression.SHOCK, 0.8
    return _ordered(
        [
            _under(draft, who, bearing),
            _cue(draft.lead + draft.spoken.duration * 0.5, (expression, intensity)),
        ]
    )


def _answer(cause: Expression, under: ExpressionCue) -> tuple[Expression, float]:
    """How a feeling is taken; what is soft does not wipe a strong feeling off a face."""
    answer = ANSWER[cause]
    soft = answer[0] in (Expression.TENDER, Expression.JOY, Expression.CALM)
    hard = under.expression not in (Expression.TENDER, Expression.JOY, Expression.CALM)
    if soft and hard:
        return under.expression, under.intensity
    return answer


def _taking_in(draft: Draft, who: str, bearing: Bearing) -> tuple[ExpressionCue, ...]:
    moment = draft.moment
    if not moment.feelings:
        return (_under(draft, who, bearing),)
    cause = moment.feelings[-1]
    if cause.who in ("", who):
        return (_cue(0.0, (cause.expression, cause.intensity)),)
    under = _under(draft, who, bearing)
    felt = _answer(cause.expression, under)
    if moment.weight >= 0.6 and cause.expression in (Expression.CALM, Expression.RESOLVE):
        felt = (Expression.SHOCK, 0.75)
    return _ordered([under, _cue(0.3, felt)])


def _acting(draft: Draft, who: str, bearing: Bearing) -> tuple[ExpressionCue, ...]:
    moment = draft.moment
    struck = Turn.BLOW in moment.turns or any(deed.gesture in SEIZES for deed in moment.deeds)
    cues = [_under(draft, who, bearing)]
    own = [one for one in moment.feelings if (one.who or draft.subject) == who]
    for one in own:
        cues.append(_felt(one, draft.length))
    done = [deed for deed in moment.deeds if deed.who == who and deed.gesture in FACE_OF_DEED]
    if not own:
        cues.extend(_cue(0.0, FACE_OF_DEED[deed.gesture]) for deed in done[:1])
    if struck and not done and not own:
        cues.append(_cue(blow_at(draft), (Expression.SHOCK, 0.9)))
    return _ordered(cues)


def _felt(feeling: Feeling, length: float) -> ExpressionCue:
    at = 0.0 if feeling.at < 0.3 else feeling.at * length * 0.8
    return _cue(at, (feeling.expression, feeling.intensity))


def gestures(draft: Draft, who: str) -> tuple[GestureCue, ...]:
    """What the body of `who` does through the shot."""
    moment = draft.moment
    if moment.kind is Kind.SPEECH:
        twin = draft.twin if draft.twin and draft.twin.moment.who == who else None
        if moment.aloft or moment.above:
            return _holding_on(draft, who)
        if twin or (who == moment.who and moment.spoken is not LineKind.VOICE_OVER):
            return talking(twin or draft)
        return _holding_on(draft, who)
    if moment.kind is Kind.REACTION:
        return _holding_on(draft, who)
    done = [deed for deed in moment.deeds if deed.who == who]
    cues = []
    for number, deed in enumerate(done):
        # From away, or from the edge, from the first frame.
        turns = deed.gesture in (Gesture.TURN_TO, Gesture.FALL) and number == 0
        at = 0.0 if turns else deed_start(deed.at, draft.length)
        after = next((one for one in done[number + 1 :] if one.gesture not in BESIDES), None)
        until = deed_start(after.at, draft.length) if after else None
        room = max(0.2, (until or draft.length) - at)
        cues.append(
            GestureCue(
                at=at,
                duration=round(min(room, SECONDS.get(deed.gesture, room)), 3),
                gesture=deed.gesture,
                target=deed.target,
                prop=deed.prop,
            )
        )
    falls = any(cue.gesture is Gesture.FALL for cue in cues)
    return tuple(cues) if falls else (*_holding_on(draft, who), *cues)


def _holding_on(draft: Draft, who: str) -> tuple[GestureCue, ...]:
    """Whose hands hold on, from the first frame to the last: theirs who hangs, theirs who holds."""
    moment = draft.moment
    hangs = moment.aloft and who == moment.who
    if not hangs and who not in moment.holding:
        return ()
    gesture = Gesture.HANG if hangs else Gesture.REACH
    return (GestureCue(at=0.0, duration=draft.length, gesture=gesture),)


def blow_at(draft: Draft) -> float:
    """Seconds into the shot at which the hand arrives."""
    slap = next((deed.at for deed in draft.moment.deeds if deed.gesture is Gesture.SLAP), 0.35)
    return deed_start(slap, draft.length) + 0.25


def deed_start(at: float, length: float) -> float:
    """When a deed that stands at `at` of its sentence begins in a shot of `length` seconds."""
    return round(0.08 + at * max(0.0, length - 0.9) * 0.8, 3)
