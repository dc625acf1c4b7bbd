"""How a hand is turned at the end of its forearm, within what a wrist allows."""

import numpy as np
from numpy.typing import NDArray

from engine.rehearsal.figure.pose import Hand
from engine.rehearsal.figure.space import Matrix

Vec = NDArray[np.float64]
FLEXES = 62.0  # degrees a hand turns away from the line of its forearm at most
TWISTS = 105.0  # degrees a forearm turns its thumb to either side


def _unit(v: Vec) -> Vec:
    return v / (np.linalg.norm(v) + 1e-9)


def _cross(a: Vec, b: Vec) -> Vec:
    """As numpy's, which looks at the shapes first for longer than it computes."""
    (x, y, z), (u, v, w) = a.tolist(), b.tolist()
    return np.array([y * w - z * v, z * u - x * w, x * v - y * u])


def _about(v: Vec, axis: Vec, radians: float) -> Vec:
    """`v` turned about a unit axis."""
    c, s = np.cos(radians), np.sin(radians)
    result: Vec = v * c + _cross(axis, v) * s + axis * (axis @ v) * (1 - c)
    return result


def _square(v: Vec, to: Vec) -> Vec:
    """The part of `v` that is square to a unit vector."""
    result: Vec = v - to * float(v @ to)
    return result


def fingers_of(hand: Hand, side: int, slope: float) -> Vec:
    """Where the fingers are meant to point, in trunk space; `slope` is how the body they lie on
    goes back under them."""
    a, b = np.radians([hand.aim, hand.ahead])
    flat = np.array([side * np.cos(a), np.sin(a), 0.0])
    return _unit(flat * np.cos(b) + [0.0, 0.0, np.sin(b) + hand.lies * slope])


def _allowed(wish: Vec, forearm: Vec) -> Vec:
    """`wish`, or as near to it as the wrist bends."""
    angle = float(np.arccos(np.clip(wish @ forearm, -1, 1)))
    most = np.radians(FLEXES)
    if angle <= most:
        return wish
    aside = _square(wish, forearm)
    if np.linalg.norm(aside) < 1e-3:
        return forearm
    bent: Vec = forearm * np.cos(most) + _unit(aside) * np.sin(most)
    return bent


def _palm(hand: Hand, side: int, ahead: Vec) -> Vec:
    wish = np.array([side * hand.palm[0], hand.palm[1], hand.palm[2]]) * (1 - hand.lies)
    wish[2] -= hand.lies
    square = _square(wish, ahead)
    if np.linalg.norm(square) < 0.15:  # along the fingers: it faces the body's middle
        square = _square(np.array([-side, 0.3, -0.2]), ahead)
    return _unit(square)


def twist(joints: Vec, thumb: Vec, ahead: Vec) -> float:
    """Degrees by which the forearm turns the thumb away from the crook of the elbow."""
    crook = _square(_unit(joints[0] - joints[1]), ahead)
    if np.linalg.norm(crook) < 0.25:  # a straight arm turns from the shoulder
        return 0.0
    crook = _unit(crook)
    return float(np.degrees(np.arctan2(_cross(crook, thumb) @ ahead, crook @ thumb)))


def turned(joints: Vec, hand: Hand, side: int, slope: float) -> Matrix:
    """Axes of the hand in the space of `joints` (shoulder, elbow, wrist in trunk space), as rows:
    to the fingertips, away from the thumb, out of the palm."""
    forearm = _unit(joints[2] - joints[1])
    ahead = _allowed(fingers_of(hand, side, slope), forearm)
    out = _palm(hand, side, ahead)
    thumb = side * _cross(ahead, out)
    over = twist(joints, thumb, ahead)
    if abs(over) > TWISTS:
        back = np.radians(np.sign(over) * TWISTS - over)
        thumb, out = _about(thumb, ahead, back), _about(out, ahead, back)
    return np.stack([ahead, -thumb, out])
