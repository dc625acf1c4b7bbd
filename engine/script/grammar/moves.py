"""How the camera moves."""

from engine.contracts import EffectKind, Gesture, Move, ShotSize
from engine.script.digest import pick
from engine.script.lexicon.events import Turn
from engine.script.plan import Draft, Kind, ScenePlan, rank

BODY: dict[Gesture, Move] = {
    Gesture.RUN: Move.HANDHELD,
    Gesture.WALK: Move.TRACK,
    Gesture.DANCE: Move.ORBIT,
    Gesture.EMBRACE: Move.ORBIT,
    Gesture.KNEEL: Move.TILT_DOWN,
    Gesture.FAINT: Move.TILT_DOWN,
    Gesture.SLAP: Move.HANDHELD,
    Gesture.PUSH: Move.HANDHELD,
    Gesture.GRAB: Move.HANDHELD,
    Gesture.DRAW_BACK: Move.PULL_OUT,
}


def _free(draft: Draft) -> bool:
    return draft.move is Move.STATIC


def push_in_on_a_reveal(plan: ScenePlan) -> ScenePlan:
    """A reveal gets a push-in; one that strikes like a blow, a crash zoom."""
    return plan.with_drafts([_pushed(draft) for draft in plan.drafts])


def _pushed(draft: Draft) -> Draft:
    moment = draft.moment
    reveals = Turn.REVEAL in moment.turns and moment.kind is not Kind.PLACE
    if not _free(draft) or not (reveals or moment.insert):
        return draft
    sudden = moment.weight >= 0.9 and rank(draft.size) >= rank(ShotSize.MCU)
    move = Move.CRASH_ZOOM if sudden and moment.kind is Kind.SPEECH else Move.PUSH_IN
    return draft.by("push_in_on_a_reveal", move=move)


def move_with_the_body(plan: ScenePlan) -> ScenePlan:
    """The camera goes with who walks, shakes with who runs or rages, circles who embraces."""
    return plan.with_drafts([_moved(draft) for draft in plan.drafts])


def _moved(draft: Draft) -> Draft:
    moment = draft.moment
    if not _free(draft):
        return draft
    fast = any(kind is EffectKind.SPEED_LINES for _, kind in moment.effects)
    if fast and moment.kind is Kind.ACTION:
        return draft.by("move_with_the_body", move=Move.WHIP)
    for deed in moment.deeds:
        if deed.gesture in BODY and rank(draft.size) <= rank(ShotSize.MS):
            return draft.by("move_with_the_body", move=BODY[deed.gesture])
    if draft.feeling and draft.feeling.intensity >= 0.9:
        return draft.by("move_with_the_body", move=Move.HANDHELD)
    if moment.kind is Kind.REACTION or (moment.piece and moment.piece == moment.pieces - 1):
        return draft.by("move_with_the_body", move=Move.PUSH_IN)
    return draft


def survey_the_place(plan: ScenePlan) -> ScenePlan:
    """A look at a place is never still."""
    moves = (Move.PAN_RIGHT, Move.PAN_LEFT, Move.TILT_UP, Move.PULL_OUT, Move.PUSH_IN)
    return plan.with_drafts(
        [
            draft.by("survey_the_place", move=pick(moves, draft.moment.text))
            if draft.moment.kind is Kind.PLACE and _free(draft)
            else draft
            for draft in plan.drafts
        ]
    )
