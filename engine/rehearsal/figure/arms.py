"""Arms with their sleeves, and the hands at their ends."""

import numpy as np

from engine.rehearsal.figure.accessories import finger_ring, watch
from engine.rehearsal.figure.bodyview import BodyView, along, limb
from engine.rehearsal.figure.brush import FULL, Brush, ribbon
from engine.rehearsal.figure.hands import Placed, draw_fingers, draw_hand
from engine.rehearsal.figure.outline import Path, Points, smooth, together
from engine.rehearsal.figure.props import draw_prop
from engine.rehearsal.figure.skeleton import Arm, surface
from engine.rehearsal.figure.space import steps
from engine.rehearsal.light import mix

COUNT = 8
LAST = 2 * COUNT - 2
AWAY = 7.5  # cm of an adult that a shoulder is behind the neck when the chest hides it
NEAR_EDGE = 6.0  # cm of an adult from the outline at which an elbow is beside the chest
EMERGES = 5  # point of the arm from which it is seen before the chest


def arm_line(body: BodyView, arm: Arm) -> Points:
    """Points down the arm, from the round of the shoulder to the wrist."""
    points = limb(arm.joints, COUNT)
    down = points[1] - points[0]
    points[0] -= down / (np.hypot(*down) + 1e-6) * body.build.arm_width[0] * 0.55
    return points


def bare_arm(body: BodyView) -> Points:
    """Half widths of the arm, rounded off at the shoulder."""
    width = along(body.build.arm_width, COUNT)
    width[:2] *= (0.62, 0.95)
    return width


def is_far(body: BodyView, arm: Arm) -> bool:
    """Whether the arm lies behind the trunk."""
    middle = body.bones.neck + body.bones.trunk @ np.array([0, 20 * body.build.size, 0])
    reach = arm.joints[1:, 2].max() - middle[2]
    return bool(reach < -4.0 * body.build.size)


def _sleeve(body: BodyView, arm: Arm) -> tuple[Points, Points, int]:
    """Points, half widths and last index of the sleeve."""
    cut = body.cut
    points = arm_line(body, arm)
    width = bare_arm(body) * cut.loose
    last = max(round(cut.sleeve * LAST), 0)
    if last:
        t = steps(0, 1, last + 1)
        width[: last + 1] *= 1 + (cut.cuff - 1) * np.clip((t - 0.35) / 0.65, 0, 1) ** 1.3
    return points, width, last


def arm_path(body: BodyView, arm: Arm, start: int = 0) -> Path:
    """Arm and sleeve as two outlines: one around both would leave the arm below the hem."""
    points, width, last = _sleeve(body, arm)
    parts = []
    if last < LAST - 1:
        parts.append((points[start:], bare_arm(body)[start:]))
    if last > start:
        parts.append((points[start : last + 1], width[start : last + 1]))
    for _, w in parts:
        w[0] *= 0.8 if start else 1.0
    return together(*(smooth(ribbon(p, w)) for p, w in parts))


def is_raised(body: BodyView, arm: Arm) -> bool:
    """Whether the hand is in front of the chest or the face."""
    wrist = arm.joints[2]
    high = wrist[1] < body.bones.neck[1] + 40 * body.build.size
    return bool(high and not is_far(body, arm))


def is_turned_away(body: BodyView, arm: Arm) -> bool:
    """Whether the chest hides the shoulder of an arm whose elbow is beside it."""
    if arm.joints[0, 2] > body.bones.neck[2] - AWAY * body.build.size:
        return False
    x, y = limb(arm.joints, COUNT)[EMERGES]
    sides = [side[np.abs(side[:, 1] - y).argmin(), 0] for side in body.sides(body.shell, 0, 60)]
    inside = NEAR_EDGE * body.build.size
    return bool(not sides[0] + inside < x < sides[1] - inside)


def ink_arm(brush: Brush, body: BodyView, arm: Arm) -> None:
    """The outline of an arm that the trunk will partly cover."""
    path = arm_path(body, arm)
    if brush.sees(limb(arm.joints), 8):
        brush.contour(path)


def draw_arm(brush: Brush, body: BodyView, arm: Arm, *, over: bool) -> None:
    """`over`: the arm lies on the trunk, so that the ink of its upper end is left out."""
    if not brush.sees(limb(arm.joints), 12):
        return
    begin = EMERGES if over and is_turned_away(body, arm) else 0
    start = begin + 3 if over else 0
    brush.contour(arm_path(body, arm, start), 0.9 if over else FULL)
    points, width, last = _sleeve(body, arm)
    points, width, last = points[begin:], width[begin:], last - begin
    bare = bare_arm(body)[begin:]
    skin = body.tones.skin
    if last + begin < LAST - 1:
        brush.fill(smooth(ribbon(points, bare)), brush.lit(skin))
        _dark_edge(brush, points, bare, brush.dark(skin))
    if last > 0:
        _draw_sleeve(brush, body, points[: last + 1], width[: last + 1])
    _hand(brush, body, arm)


def _draw_sleeve(brush: Brush, body: BodyView, points: Points, width: Points) -> None:
    cut = body.cut
    color = body.color(cut.sleeve_color or cut.top)
    outline = ribbon(points, width)
    n = len(points)
    corner = np.concatenate([outline[:n], outline[n - 1 : n], outline[n : n + 1], outline[n:]])
    brush.fill(smooth(corner), brush.lit(color))
    _dark_edge(brush, points, width, brush.dark(color))
    ink = mix(brush.light.ink, brush.dark(color), 0.25)
    end = np.stack([outline[n - 1], points[-1], outline[n]])
    brush.line(end, 0.8, color=ink, ends=0.6)
    if brush.scale < 2.5:
        return
    if n > COUNT:
        _elbow_folds(brush, points, width, ink)
    if cut.sleeve > 0.9 and cut.cuff < 1.6 and n > 4:
        inner = np.stack([outline[n - 3], points[-3], outline[n + 2]])
        if "welt" in cut.details or "collar" in cut.details:
            brush.line(inner, 0.5, color=ink, ends=0.5)


def _dark_edge(brush: Brush, points: Points, width: Points, color: tuple[int, int, int]) -> None:
    """The side of a limb that is away from the key, growing from nothing at the shoulder."""
    n = len(points)
    outline = ribbon(points, width)
    a, b = outline[:n], outline[n:][::-1]
    lx, ly = brush.light.direction
    across = (a - b) @ np.array([lx, ly])
    grow = np.clip(np.arange(n) / max(n * 0.45, 1), 0, 1)[:, None]
    outer = np.where(across[:, None] > 0, b, a)
    other = np.where(across[:, None] > 0, a, b)
    inner = outer + (other - outer) * 0.36 * grow
    brush.fill(smooth(np.concatenate([outer, inner[-1:], inner[::-1]])), color)
    brush.edge(outer + (other - outer) * 0.05, grow[:, 0])


def _elbow_folds(brush: Brush, points: Points, width: Points, ink: tuple[int, int, int]) -> None:
    a, b, c = points[0], points[COUNT - 1], points[min(LAST, len(points) - 1)]
    u, v = b - a, c - b
    bend = u[0] * v[1] - u[1] * v[0]
    size = np.hypot(*u) * np.hypot(*v) + 1e-6
    inside = np.sign(bend) if abs(bend / size) > 0.15 else 1.0
    normal = np.array([-u[1], u[0]]) / (np.hypot(*u) + 1e-6) * inside
    w = width[COUNT - 1]
    along_u = u / (np.hypot(*u) + 1e-6)
    for k in (-1.15, -0.6, -0.1):
        start = b + normal * w * 0.95 + along_u * k * w * 1.2
        middle = b + normal * w * 0.35 + along_u * (k * 1.5 + 0.1) * w
        end = b - normal * w * 0.15 + along_u * (k * 1.5 + 0.25) * w
        brush.line(np.stack([start, middle, end]), 0.5, color=ink, ends=0.05)


def _falls_off(body: BodyView, arm: Arm, ahead: Points) -> float:
    """How the body's surface goes back from wrist to fingertips, in hand lengths."""
    long = body.build.hand
    wrist = body.bones.trunk.T @ (arm.joints[2] - body.bones.neck)
    depths = [surface(body.build, wrist + ahead * long * k) for k in (0.1, 0.9)]
    return float(np.clip((depths[1] - depths[0]) / long, -1.2, 0.3))


def hand_place(body: BodyView, arm: Arm) -> Placed:
    """The hand's own axes on the picture; the thumb is inwards or up."""
    wrist = arm.joints[2]
    angle = np.radians(arm.hand.aim)
    flat = np.array([arm.side * np.cos(angle), np.sin(angle), 0.0])
    if arm.hand.lies:
        flat[2] = arm.hand.lies * _falls_off(body, arm, flat)
        flat /= np.linalg.norm(flat)
    turned = body.bones.trunk @ flat
    along_ = turned[:2]
    short = float(np.clip(np.hypot(*along_), 0.55, 1.0))
    along_ = along_ / (np.hypot(*along_) + 1e-9)
    across = np.array([-along_[1], along_[0]])
    inward = -arm.side * float(np.sign(body.facing) or 1)
    if across @ np.array([inward, -0.4]) > 0:
        across = -across
    return Placed(wrist[:2], along_, across, body.build.hand * short)


def draw_grip(brush: Brush, body: BodyView, arm: Arm) -> None:
    """Once more the fingers, over what the hand is closed round."""
    draw_fingers(brush, hand_place(body, arm), arm.hand.shape, body.tones.skin)


def _hand(brush: Brush, body: BodyView, arm: Arm) -> None:
    place = hand_place(body, arm)
    if not brush.sees(place.wrist[None, :], place.length * 1.6):
        return
    skin, shape = body.tones.skin, arm.hand.shape
    draw_hand(brush, place, shape, skin)
    held = body.pose.prop and body.pose.prop_hand == ("left" if arm.side < 0 else "right")
    if held:
        draw_prop(brush, body, place, body.pose.prop)
    draw_fingers(brush, place, shape, skin)
    item = body.look.signature
    if item == "ring" and arm.side > 0:
        finger_ring(brush, place.at(np.array([[0.6, 0.05]]))[0], body.build.size)
    if item == "watch" and arm.side < 0:
        watch(brush, place.wrist, place.along, body.build.arm_width[2])
