"""Who stands where in the frame, and which way they look: the line is kept through a scene."""

from dataclasses import dataclass

from engine.contracts import Angle, Blocking, Gesture, Posture, ShotSize
from engine.script.plan import Draft, Kind, ScenePlan, rank
from engine.script.staging.acting import expressions, gestures
from engine.script.staging.scenery import far_apart

MOST = {ShotSize.EWS: 6, ShotSize.WS: 4, ShotSize.MLS: 2}  # people a frame can hold
DEPTH = {
    ShotSize.EWS: 0.7,
    ShotSize.WS: 0.55,
    ShotSize.MLS: 0.48,
    ShotSize.MS: 0.42,
    ShotSize.MCU: 0.36,
    ShotSize.CU: 0.3,
    ShotSize.ECU: 0.26,
}
WITHIN_REACH = (Gesture.SLAP, Gesture.PUSH, Gesture.GRAB, Gesture.EMBRACE, Gesture.OFFER)
PROFILE = 62.0  # degrees of who walks across the frame
# How far the camera goes round with each angle: no two set-ups of one face look alike.
TWO_EYES = 28.0  # degrees: beyond, the far eye is lost, and so near there is nothing else
ROUND = {Angle.LOW: 24.0, Angle.HIGH: -20.0, Angle.DUTCH: 14.0}


@dataclass(frozen=True, slots=True)
class Spot:
    x: float
    depth: float
    yaw: float
    look_at: str = ""
    focus: bool = True
    over_shoulder: bool = False


def heading(plan: ScenePlan, who: str, partner: str) -> int:
    """1 looks to frame right, -1 to frame left: as the two lie on the axis of the scene."""
    axis = plan.axis
    if who not in axis:
        return 1
    if partner in axis and partner != who:
        return 1 if axis.index(partner) > axis.index(who) else -1
    return 1 if axis.index(who) % 2 == 0 else -1


def people(plan: ScenePlan, draft: Draft) -> tuple[Blocking, ...]:
    """Everyone in the frame, from frame left to right."""
    if draft.moment.insert:
        return ()
    spots = _spots(plan, draft)
    postures = dict(draft.moment.postures)
    return tuple(
        Blocking(
            character=who,
            x=round(spot.x, 3),
            depth=round(spot.depth, 3),
            yaw=round(spot.yaw, 1),
            posture=postures.get(who, Posture.STAND),
            focus=spot.focus,
            over_shoulder=spot.over_shoulder,
            look_at=spot.look_at,
            expressions=expressions(draft, who, plan.bearing),
            gestures=gestures(draft, who),
            wears=plan.worn.get(who),
        )
        for who, spot in sorted(spots.items(), key=lambda item: item[1].x)
    )


def _spots(plan: ScenePlan, draft: Draft) -> dict[str, Spot]:
    moment, subject, partner = draft.moment, draft.subject, draft.partner
    if not subject:
        return _group(plan, draft) if "establish_early" in draft.rules else {}
    if moment.lens or ((moment.aloft or moment.above) and subject == moment.who):
        return {subject: Spot(0.0, DEPTH[draft.size], 0.0, "lens")}
    lone = moment.kind is Kind.ACTION and not draft.partner and draft.size is ShotSize.MLS
    if lone and "establish_early" not in draft.rules:
        return {subject: _alone(plan, draft)}
    if rank(draft.size) <= rank(ShotSize.MLS):
        return _group(plan, draft)
    if draft.angle is Angle.OVER_SHOULDER and draft.face_to_face:
        return _over_shoulder(plan, draft)
    there = (moment.kind is Kind.ACTION or draft.split) and partner in moment.present
    together = draft.twin or there
    if together and rank(draft.size) <= rank(ShotSize.MS):
        return _pair(plan, draft)
    return {subject: _alone(plan, draft)}


def _alone(plan: ScenePlan, draft: Draft) -> Spot:
    way = heading(plan, draft.subject, draft.partner)
    close = rank(draft.size) >= rank(ShotSize.CU)
    there = draft.partner if draft.partner in draft.moment.present else ""
    turned = max(6.0, (20 if close else 30) + ROUND.get(draft.angle, 0.0))
    turned = min(turned, TWO_EYES) if draft.size is ShotSize.ECU else turned
    return Spot(-way * (0.08 if close else 0.16), DEPTH[draft.size], way * turned, there)


def _over_shoulder(plan: ScenePlan, draft: Draft) -> dict[str, Spot]:
    way = heading(plan, draft.subject, draft.partner)
    return {
        draft.subject: Spot(-way * 0.22, DEPTH[draft.size], way * 24, draft.partner),
        draft.partner: Spot(way * 0.62, 0.12, -way * 148, draft.subject, False, True),
    }


def _pair(plan: ScenePlan, draft: Draft) -> dict[str, Spot]:
    way = heading(plan, draft.subject, draft.partner)
    depth = DEPTH[draft.size]
    close = any(deed.gesture is Gesture.EMBRACE for deed in draft.moment.deeds)
    apart = 0.16 if close else 0.38
    return {
        draft.subject: Spot(-way * apart, depth, way * 48, draft.partner),
        draft.partner: Spot(way * apart, depth + 0.04, -way * 48, draft.subject, bool(draft.twin)),
    }


def _group(plan: ScenePlan, draft: Draft) -> dict[str, Spot]:
    """Everyone present as far as they fit, in the order of the axis, stacked in depth."""
    subject = draft.subject
    wanted = [subject, draft.partner, *draft.moment.others, *draft.moment.present]
    here = [one for one in wanted if one and (one in draft.moment.present or one == subject)]
    near = any(deed.gesture in WITHIN_REACH for deed in draft.moment.deeds)
    # Who stands by would stand between two who touch.
    chosen = list(dict.fromkeys(here))[: 2 if near else MOST.get(draft.size, 2)]
    chosen.sort(key=lambda one: plan.axis.index(one) if one in plan.axis else len(plan.axis))
    reach = 0.36 if draft.size is ShotSize.MLS else 0.46
    width = (
        0.9
        if far_apart(draft.moment.text)
        else reach
        if near
        else min(0.8, 0.16 * (len(chosen) - 1) + 0.36)
    )
    spots: dict[str, Spot] = {}
    for at, who in enumerate(chosen):
        share = at / (len(chosen) - 1) if len(chosen) > 1 else 0.5
        x = -width + 2 * width * share if len(chosen) > 1 else 0.0
        depth = DEPTH[draft.size] + (0.1 if at % 2 and len(chosen) > 2 else 0.0)
        spots[who] = _facing(plan, draft, who, x, depth, chosen)
    return spots


def _facing(
    plan: ScenePlan, draft: Draft, who: str, x: float, depth: float, chosen: list[str]
) -> Spot:
    centre = draft.subject or chosen[len(chosen) // 2]
    target = draft.partner if who == draft.subject else centre
    if target not in chosen or target == who:
        target = next((one for one in chosen if one != who), "")
    way = heading(plan, who, target)
    moves = any(
        deed.who == who and deed.gesture in (Gesture.WALK, Gesture.RUN)
        for deed in draft.moment.deeds
    )
    yaw = way * (PROFILE if moves else 38.0)
    return Spot(x, depth, yaw, target, focus=not draft.subject or who == draft.subject)
