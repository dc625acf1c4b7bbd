"""Arms with their sleeves, and the hands at their ends."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.rehearsal.figure.accessories import finger_ring, watch
from engine.rehearsal.figure.bodyview import BodyView, limb
from engine.rehearsal.figure.brush import FULL, Brush
from engine.rehearsal.figure.hands import Laid, Placed, draw_fingers, draw_hand, lay
from engine.rehearsal.figure.outline import (
    Path,
    Points,
    circle,
    hulls,
    polygon,
    smooth,
    smooth_loops,
)
from engine.rehearsal.figure.props import draw_prop
from engine.rehearsal.figure.skeleton import Arm
from engine.rehearsal.light import Color, mix

AWAY = 4.0  # cm of an adult that a shoulder is behind the neck when the chest may hide it
SUNK = 1.5  # cm of an adult that an arm has to be behind the cloth to be hidden
LOOKED_AT = np.linspace(0.0, 1.5, 16)  # where on an arm it is asked
# Where an arm is thicker and thinner: 0 the shoulder, 1 the elbow, 2 the wrist.
PLACES = np.array([0.0, 0.42, 1.0, 1.36, 2.0])
SWELL = np.array([1.0, 1.06, 1.0, 1.1, 1.0])
ROUNDED = 0.66  # how thick an arm begins in the shoulder
CUFF = 0.92  # how wide a sleeve opens beside how wide it is
TOWARD = 0.35  # how much a forearm points at the viewer when its hand is before the cuff
POCKETED = "pocketed"  # the shape of a hand that is not seen
BARE = 0.95  # share of the arm from which a sleeve leaves no skin but the hand's
CIRCLE = np.array([(np.cos(a), np.sin(a)) for a in np.linspace(0, 2 * np.pi, 12, endpoint=False)])

Array = NDArray[np.float64]


def is_far(body: BodyView, arm: Arm) -> bool:
    """Whether the arm lies behind the trunk."""
    middle = body.bones.neck + body.bones.trunk @ np.array([0, 20 * body.build.size, 0])
    elbow, wrist = (arm.joints[1:, 2] - middle[2]) / body.build.size
    return bool(wrist < -4.0 and elbow < 5.0)


def is_raised(body: BodyView, arm: Arm) -> bool:
    """Whether the hand is in front of the chest or the face."""
    wrist = arm.joints[2]
    high = wrist[1] < body.bones.neck[1] + 40 * body.build.size
    return bool(high and not is_far(body, arm))


def emerges(body: BodyView, arm: Arm) -> float:
    """From which place on (0 the shoulder, 1 the elbow) an arm comes out from behind the chest."""
    s, bones = body.build.size, body.bones
    if arm.joints[0, 2] > bones.neck[2] - AWAY * s:
        return 0.0
    points = (_at(arm, LOOKED_AT) - bones.neck) @ bones.trunk
    x, y, z = points.T
    shell = body.shell
    wide = np.interp(y, shell.levels, shell.width)
    deep = np.interp(y, shell.levels, shell.front)
    # Along the line of sight: where it meets the ellipse of the trunk before the point.
    sx, sz = bones.trunk[2, 0], bones.trunk[2, 2]
    a = (sx / wide) ** 2 + (sz / deep) ** 2
    b = x * sx / wide**2 + z * sz / deep**2
    c = (x / wide) ** 2 + (z / deep) ** 2 - 1
    inside = b * b - a * c
    ahead = (-b + np.sqrt(np.maximum(inside, 0))) / a
    hidden = np.flatnonzero((inside > 0) & (ahead > SUNK * s) & (y < 60 * s))
    return float(LOOKED_AT[min(hidden[-1] + 1, len(LOOKED_AT) - 1)]) if len(hidden) else 0.0


def _at(arm: Arm, places: Array, end: float = 2.0) -> Array:
    """Points down the arm, (n, 3); 0 is the shoulder, 1 the elbow, 2 the wrist."""
    k = np.minimum(np.maximum(places, 0), end)[:, None]
    a, b, c = arm.joints
    result: Array = np.where(k < 1, a + (b - a) * k, b + (c - b) * (k - 1))
    return result


def _widths(body: BodyView, arm: Arm, places: Array) -> Array:
    """Half widths of the bare arm, larger towards a hand that is near."""
    w = np.interp(places, [0, 1, 2], body.build.arm_width)
    grow: Array = w * np.interp(places, PLACES, SWELL)
    return grow * (1 + (arm.nearer - 1) * places / 2)


@dataclass(frozen=True)
class Limb:
    """A tapered part of an arm as discs on the picture, and the ring that it ends in, if any."""

    flat: Points  # (n, 2)
    wide: Array  # (n,)
    ring: Points | None = None

    def inset(self, way: Array, share: float) -> "Limb":
        """The same, thinner by `share` and moved so that it keeps the edge towards `way`."""
        ring = self.ring
        if ring is not None:
            middle = ring.mean(axis=0)
            ring = middle + (ring - middle) * (1 - share) + way * self.wide[-1] * share
        flat = self.flat + way * (self.wide * share)[:, None]
        return Limb(flat, self.wide * (1 - share), ring)

    def path(self, skip: int = 0) -> Path:
        """Its outline; the first `skip` parts are left out."""
        flat, wide = self.flat, self.wide
        pairs = np.stack([flat[:-1], flat[1:]], axis=1)
        loops = hulls(pairs, np.stack([wide[:-1], wide[1:]], axis=1), 14)
        if self.ring is not None:
            cloud = np.concatenate([flat[-2] + wide[-2] * CIRCLE, self.ring])
            loops[-1] = hulls(cloud[None], np.zeros((1, len(cloud))), 14)[0]
        return smooth_loops(loops[skip:])


def _round_off(body: BodyView, places: Array, wide: Array) -> None:
    """An arm begins in the shoulder and does not stand above it."""
    if not places[0]:
        places[0] = 0.33 * wide[0] / body.build.upper_arm
        wide[0] *= ROUNDED


def _limb(body: BodyView, arm: Arm, begin: float) -> Limb:
    """The bare arm from a place on it to the wrist."""
    places = np.concatenate([[begin], PLACES[begin + 0.05 < PLACES]])
    wide = _widths(body, arm, places)
    _round_off(body, places, wide)
    return Limb(_at(arm, places)[:, :2], wide)


def _ring(arm: Arm, end: float, wide: float) -> Points:
    """The ring in which a sleeve ends, on the picture."""
    x, y, z = _bone(arm, end)
    flat = np.hypot(x, y)
    across = np.array([-y, x]) / flat if flat > 0.05 else np.array([1.0, 0.0])
    deep = np.array([across[1], -across[0]]) * z
    middle: Points = _at(arm, np.array([end]), max(end, 2.0))[0, :2]
    ring: Points = middle + wide * (CIRCLE[:, :1] * across + CIRCLE[:, 1:] * deep)
    return ring


def _bone(arm: Arm, place: float) -> Array:
    """The direction of the arm where it is, of length 1."""
    bone = arm.joints[2] - arm.joints[1] if place > 1 else arm.joints[1] - arm.joints[0]
    result: Array = bone / (np.linalg.norm(bone) + 1e-9)
    return result


def _sleeve(body: BodyView, arm: Arm, begin: float) -> Limb | None:
    cut = body.cut
    end = min(cut.sleeve, 1.0) * 2
    if end < begin + 0.1:
        return None
    places = np.concatenate([[begin], PLACES[(begin < PLACES) & (end - 0.1 > PLACES)], [end]])
    wide = _widths(body, arm, places) * cut.loose
    wide = wide * (1 + (cut.cuff - 1) * np.clip((places / end - 0.35) / 0.65, 0, 1) ** 1.3)
    _round_off(body, places, wide)
    return Limb(_at(arm, places)[:, :2], wide, _ring(arm, end, float(wide[-1]) * CUFF))


def ink_arm(brush: Brush, body: BodyView, arm: Arm) -> None:
    """The outline of an arm that the trunk will partly cover."""
    if not brush.sees(limb(arm.joints), 8):
        return
    sleeve = _sleeve(body, arm, 0.0)
    if sleeve is not None:
        brush.contour(sleeve.path())
    if body.cut.sleeve < BARE:
        brush.contour(_limb(body, arm, 0.0).path())


def draw_arm(brush: Brush, body: BodyView, arm: Arm, *, over: bool) -> None:
    """`over`: the arm lies on the trunk, so that the ink of its upper end is left out."""
    if not brush.sees(limb(arm.joints), 12):
        return
    begin = emerges(body, arm) if over else 0.0
    skip, weight = (1, 0.9) if over else (0, FULL)
    end = min(body.cut.sleeve, 1.0) * 2
    sleeve = _sleeve(body, arm, begin)
    opens = sleeve is not None and _bone(arm, end)[2] > 0.05  # one looks into it
    if opens and sleeve is not None:
        brush.contour(sleeve.path(min(skip, len(sleeve.wide) - 2)), weight)
        _draw_sleeve(brush, body, arm, sleeve)
        _mouth(brush, body, sleeve)
        _shirt_cuff(brush, body, arm)
        begin, skip = end - 0.02, 0
    bare = _limb(body, arm, begin) if body.cut.sleeve < BARE else None
    hand = lay(brush, hand_place(body, arm), arm.hand.shape)
    if bare is not None:
        brush.contour(bare.path(skip), weight)
        near = _bone(arm, 2.0)[2] > TOWARD
        pocketed = arm.hand.shape == POCKETED
        if not near and not pocketed:
            brush.contour(hand.outline(), 0.85)
        _shade(brush, bare, body.tones.skin)
        if near and not pocketed:  # the arm goes over into the hand without a line
            brush.contour(hand.outline(), 0.85)
            brush.fill(
                circle(bare.flat[-1], float(bare.wide[-1]) * 0.96), brush.lit(body.tones.skin)
            )
        _hand(brush, body, arm, hand, inked=True)
    else:
        _hand(brush, body, arm, hand)
    if sleeve is not None and not opens:
        _shirt_cuff(brush, body, arm)
        brush.contour(sleeve.path(min(skip, len(sleeve.wide) - 2)), weight)
        _draw_sleeve(brush, body, arm, sleeve)
    if arm.hand.shape == POCKETED:
        _pocket(brush, body, arm)


def _pocket(brush: Brush, body: BodyView, arm: Arm) -> None:
    """The welt that a hand has gone under."""
    x, y = _bone(arm, 2.0)[:2]
    end = _at(arm, np.array([1.9]))[0, :2]
    wide = float(_widths(body, arm, np.array([1.9]))[0]) * body.cut.loose * 1.35
    across = np.array([-y, x]) / (np.hypot(x, y) + 1e-6)
    ahead = np.array([across[1], -across[0]])
    corners = [(-1.0, -0.1), (1.0, -0.1), (1.02, 0.75), (-1.02, 0.75)]
    welt = np.array([end + (u * across + v * ahead) * wide for u, v in corners])
    brush.solid(polygon(welt), body.color(body.cut.top), depth=0.5 * body.build.size, weight=0.6)


def _shade(brush: Brush, part: Limb, color: Color) -> None:
    """Rim, shadow and light as ever thinner shapes: no outline has to be cut from another."""
    key = np.array(brush.light.direction)
    key = key / (np.hypot(*key) + 1e-9)
    dark, strength = brush.dark(color), brush.light.rim_strength
    brush.fill(part.path(), dark)
    if strength > 0.05 and brush.scale > 2 and len(part.wide) > 2:
        glow = mix(brush.lit(color), brush.light.rim, 0.7)
        brush.fill(part.path(1), mix(dark, glow, strength))
        brush.fill(part.inset(np.array([np.sign(key[0]) or 1.0, 0.3]), 0.07).path(), dark)
    brush.fill(part.inset(key, 0.24).path(), brush.lit(color))


def _draw_sleeve(brush: Brush, body: BodyView, arm: Arm, sleeve: Limb) -> None:
    cut = body.cut
    color = body.color(cut.sleeve_color or cut.top)
    _shade(brush, sleeve, color)
    ink = mix(brush.light.ink, brush.dark(color), 0.25)
    if brush.scale > 2.5 and cut.sleeve > 0.6:
        _elbow_folds(brush, body, arm, ink)


def _shirt_cuff(brush: Brush, body: BodyView, arm: Arm) -> None:
    """A shirt's white below the sleeve of a jacket."""
    cut = body.cut
    pocketed = arm.hand.shape == POCKETED
    if (
        pocketed
        or not cut.open
        or cut.under_neck != "shirt"
        or cut.sleeve < BARE
        or brush.scale < 2.5
    ):
        return
    places = np.array([1.8, 2.05])
    wide = _widths(body, arm, np.minimum(places, 2.0)) * 1.14
    cuff = Limb(_at(arm, places, 2.05)[:, :2], wide, _ring(arm, 2.05, float(wide[-1])))
    brush.contour(cuff.path(), 0.6)
    color = body.color(cut.under)
    brush.fill(cuff.path(), brush.dark(color))
    brush.fill(cuff.inset(np.array([-0.7, -0.7]), 0.2).path(), brush.lit(color))


def _mouth(brush: Brush, body: BodyView, sleeve: Limb) -> None:
    color = body.color(body.cut.sleeve_color or body.cut.top)
    if sleeve.ring is not None:
        path = smooth(sleeve.ring)
        brush.stroke(path, brush.ink_width * 0.8)
        brush.fill(path, brush.dark(mix(color, (10, 8, 16), 0.4)))


def _elbow_folds(brush: Brush, body: BodyView, arm: Arm, ink: Color) -> None:
    """Creases that run out from the crook."""
    a, b, c = arm.joints[:, :2]
    u, v = b - a, c - b
    long = np.hypot(*u) * np.hypot(*v) + 1e-6
    if np.hypot(*u) < body.build.upper_arm * 0.4:
        return
    bend = float(u[0] * v[1] - u[1] * v[0]) / long
    inside = np.sign(bend) if abs(bend) > 0.15 else 1.0
    ahead = u / (np.hypot(*u) + 1e-6)
    normal = np.array([-ahead[1], ahead[0]]) * inside
    w = body.build.arm_width[1] * body.cut.loose
    for k in (-1.15, -0.6, -0.1):
        start = b + normal * w * 0.95 + ahead * k * w * 1.2
        middle = b + normal * w * 0.35 + ahead * (k * 1.5 + 0.1) * w
        end = b - normal * w * 0.15 + ahead * (k * 1.5 + 0.25) * w
        brush.line(np.stack([start, middle, end]), 0.5, color=ink, ends=0.05)


def hand_place(body: BodyView, arm: Arm) -> Placed:
    """The hand's own space on the picture."""
    return Placed(arm.joints[2, :2], arm.axes, body.build.hand * arm.nearer)


def draw_grip(brush: Brush, body: BodyView, arm: Arm) -> None:
    """Once more the fingers, over what the hand is closed round."""
    draw_fingers(brush, lay(brush, hand_place(body, arm), arm.hand.shape), body.tones.skin)


def _hand(brush: Brush, body: BodyView, arm: Arm, hand: Laid, *, inked: bool = False) -> None:
    """The hand with what it holds; `inked`: its outer ink is there already."""
    place, skin = hand.place, body.tones.skin
    if arm.hand.shape == POCKETED or not brush.sees(place.wrist[None, :], place.length * 1.6):
        return
    held = body.pose.prop and body.pose.prop_hand == ("left" if arm.side < 0 else "right")
    if held and place.facing < 0:  # we see the back of the hand, and the thing beyond it
        draw_prop(brush, body, place, body.pose.prop)
        draw_hand(brush, hand, skin)
    elif held:
        draw_hand(brush, hand, skin, inked=inked, closes=False)
        draw_prop(brush, body, place, body.pose.prop)
        draw_fingers(brush, hand, skin)
    else:
        draw_hand(brush, hand, skin, inked=inked)
    item = body.look.signature
    if item == "ring" and arm.side > 0:
        finger_ring(brush, place.at(np.array([[0.62, 0.06]]))[0], body.build.size)
    if item == "watch" and arm.side < 0:
        watch(brush, place.wrist, _bone(arm, 2.0)[:2], body.build.arm_width[2])
