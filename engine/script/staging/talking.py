"""What hands and head do while something is said, and on which word."""

import re

from engine.contracts import Expression, Gesture, GestureCue
from engine.script.digest import number
from engine.script.lexicon.spoken_gestures import SPOKEN_GESTURES
from engine.script.lexicon.things import QUESTION_MARKS
from engine.script.plan import Draft, Spoken

# Seconds a gesture takes; those not named go on to the end of the shot.
SECONDS: dict[Gesture, float] = {
    Gesture.SLAP: 0.7,
    Gesture.PUSH: 0.8,
    Gesture.POINT: 1.2,
    Gesture.OFFER: 1.3,
    Gesture.DRAW_BACK: 0.9,
    Gesture.TURN_AWAY: 1.2,
    Gesture.TURN_TO: 0.8,
    Gesture.NOD: 0.8,
    Gesture.SHAKE_HEAD: 0.9,
    Gesture.SHRUG: 0.9,
    Gesture.BOW: 1.6,
    Gesture.HAND_ON_HEART: 1.6,
    Gesture.PLEAD: 1.6,
    Gesture.REFUSE: 1.1,
    Gesture.COUNT: 1.3,
    Gesture.THINK: 1.7,
}


# What a feeling does with the hands of a line whose words ask for nothing.
HANDS_OF: dict[Expression, Gesture] = {
    Expression.ANGER: Gesture.POINT,
    Expression.CONTEMPT: Gesture.FOLD_ARMS,
    Expression.TENDER: Gesture.HAND_ON_HEART,
    Expression.FEAR: Gesture.DRAW_BACK,
    Expression.RESOLVE: Gesture.CLENCH,
    Expression.GUILT: Gesture.PLEAD,
}
# ... and of a question.
ASKING: dict[Expression, Gesture] = {
    Expression.ANGER: Gesture.POINT,
    Expression.RAGE: Gesture.POINT,
    Expression.CONTEMPT: Gesture.FOLD_ARMS,
    Expression.SAD: Gesture.PLEAD,
    Expression.CRY: Gesture.PLEAD,
    Expression.FEAR: Gesture.PLEAD,
    Expression.GUILT: Gesture.PLEAD,
}
WHOLE = (Gesture.PHONE, Gesture.CLOSE_EYES, Gesture.FOLD_ARMS)  # last as long as their shot
APART = 1.2  # seconds between two gestures that can both be read
MOST = 2  # gestures of the words of one line
# "One, you ran. Two, you kept his ring."
_NUMBERED = re.compile(
    r"(?:^|[.!?;]\s)(?:one|two|three|first|second|third|uno|dos|tres)(?=[,:])", re.IGNORECASE
)


def word_time(text: str, at: float, spoken: Spoken) -> float:
    """When the word that stands at the fraction `at` of `text` is said, from the line's start."""
    place, wanted = 0, at * len(text)
    lower = text.casefold()
    for word, start, _ in spoken.words:
        found = lower.find(word.casefold(), place)
        if found >= 0:
            place = found
        if place + len(word) > wanted:
            return start
    return at * spoken.duration


def talking(draft: Draft) -> tuple[GestureCue, ...]:
    """The open hand that beats with the words, and over it what the line and its manner ask."""
    moment, spoken = draft.moment, draft.spoken
    if spoken is None:
        return ()
    talk = _cue(draft, Gesture.TALK, draft.lead, spoken.duration)
    done = [
        _cue(draft, deed.gesture, 0.0, _length(draft, deed.gesture), deed.prop)
        for deed in moment.deeds[:1]
    ]
    if done and done[0].gesture in WHOLE:
        return (talk, *done)  # who holds a phone has no hand for anything else
    said = _by_words(draft, spoken)
    if not said and not done:
        said = _by_feeling(draft)
    return (talk, *done, *said)


def _cue(draft: Draft, gesture: Gesture, at: float, duration: float, prop: str = "") -> GestureCue:
    return GestureCue(
        at=round(at, 3), duration=duration, gesture=gesture, target=draft.partner, prop=prop
    )


def _length(draft: Draft, gesture: Gesture) -> float:
    return draft.length if gesture in WHOLE else SECONDS.get(gesture, 1.2)


def _by_words(draft: Draft, spoken: Spoken) -> list[GestureCue]:
    """Each on its word; the next only when the one before has been seen."""
    text, cues = draft.moment.text, list[GestureCue]()
    asked = [(hit.start, hit.key) for hit in SPOKEN_GESTURES.hits(text, "en")]
    asked += [(found.end() - 1, Gesture.COUNT) for found in _NUMBERED.finditer(text)]
    for start, gesture in sorted(asked):
        at = draft.lead + word_time(text, start / len(text), spoken)
        near = bool(cues) and (at - cues[-1].at < APART or gesture is cues[-1].gesture)
        if len(cues) < MOST and gesture is not Gesture.IDLE and not near:
            cues.append(_cue(draft, gesture, at, SECONDS.get(gesture, 1.0)))
    return cues


def _by_feeling(draft: Draft) -> list[GestureCue]:
    """Every other line without such a word; the rest keep the open hand."""
    felt = draft.feeling
    if felt is None:
        return []
    if felt.expression is Expression.RAGE:
        return [_cue(draft, Gesture.CLENCH, 0.0, draft.length)]
    text = draft.moment.text
    if number(text, "hands") % 2:
        return []
    if text.rstrip("\"”’'」』 ")[-1:] in QUESTION_MARKS:
        gesture: Gesture | None = ASKING.get(felt.expression, Gesture.SHRUG)
    else:
        gesture = HANDS_OF.get(felt.expression) if felt.intensity >= 0.5 else None
    return [_cue(draft, gesture, draft.lead, _length(draft, gesture))] if gesture else []
