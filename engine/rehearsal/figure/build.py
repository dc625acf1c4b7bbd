"""How tall, broad and long-limbed someone is: lengths in centimetres from a look."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.contracts import Look
from engine.rehearsal.figure.rings import Keys, Rings, build_rings
from engine.rehearsal.figure.space import curve

Array = NDArray[np.float64]
ADULT = 168.0
GROWTH: Keys = [
    (0, 0.4),
    (5, 0.65),
    (8, 0.76),
    (12, 0.89),
    (15, 0.96),
    (18, 1.0),
    (60, 1.0),
    (90, 0.955),
]
HEADS: Keys = [(0, 4.0), (5, 4.5), (8, 5.0), (12, 6.0), (15, 6.6), (18, 7.0), (100, 7.0)]

TRUNK_WOMAN: tuple[Keys, Keys, Keys] = (
    [
        (-3, 4.5),
        (-0.5, 5.3),
        (1.5, 7.8),
        (3.5, 11.2),
        (6, 14.2),
        (9, 15.4),
        (14, 14.4),
        (21, 14.4),
        (28, 12.4),
        (37, 10.7),
        (45, 13.4),
        (54, 15.9),
        (60, 16.1),
        (64, 15.6),
    ],
    [
        (-3, 4.5),
        (0, 4.8),
        (6, 6.5),
        (14, 10),
        (21, 12.8),
        (27, 10.4),
        (37, 8.8),
        (46, 9.6),
        (56, 9.4),
        (64, 8.5),
    ],
    [
        (-3, 3.4),
        (0, 4.8),
        (6, 8.2),
        (16, 10),
        (28, 8),
        (37, 6.8),
        (46, 9.6),
        (54, 12),
        (60, 11),
        (64, 9),
    ],
)
TRUNK_MAN: tuple[Keys, Keys, Keys] = (
    [
        (-3, 6.2),
        (-0.5, 6.9),
        (1.5, 10.5),
        (3.5, 14.6),
        (6, 17.8),
        (9, 19),
        (14, 18.0),
        (21, 17.9),
        (28, 16.4),
        (38, 14.4),
        (46, 14.8),
        (54, 15.8),
        (60, 15.9),
        (64, 15.4),
    ],
    [
        (-3, 5),
        (0, 5.4),
        (6, 7.5),
        (14, 11),
        (20, 11.8),
        (28, 10.6),
        (38, 9.4),
        (46, 9.8),
        (56, 9.2),
        (64, 8.5),
    ],
    [
        (-3, 4.4),
        (0, 6),
        (6, 9.4),
        (16, 11.4),
        (28, 9.2),
        (38, 7.6),
        (46, 9),
        (54, 10.8),
        (60, 10),
        (64, 8.5),
    ],
)


@dataclass(frozen=True)
class Build:
    """One person's measures. `size` is their height over an adult's; lengths are in cm."""

    height: float
    size: float
    unit: float  # half the height of the head, crown to chin
    trunk: Rings  # y 0 at the base of the neck
    shoulder: tuple[float, float, float]
    trunk_length: float  # base of the neck to hip joint
    hip: float  # half the distance between the hip joints
    upper_arm: float
    forearm: float
    hand: float
    thigh: float
    shin: float
    ankle: float
    arm_width: tuple[float, float, float]  # half, at shoulder, elbow, wrist
    leg_width: tuple[float, float, float]  # half, at hip, knee, ankle
    neck: float  # half its width
    neck_length: float  # base of the neck to where it carries the head


def _shown(build: str, at: Array) -> Array:
    """How much of a build shows at each level: a heavy one's lies low, a broad one's high."""
    if build == "broad":
        broad: Array = 1.05 - 0.35 * np.clip((at - 8) / 30, 0, 1)
        return broad
    if build == "heavy":
        heavy: Array = 0.45 + 0.6 * np.clip((at - 6) / 26, 0, 1)
        return heavy
    return np.ones_like(at)


def _value(keys: Keys, at: float) -> float:
    return float(curve(keys, np.array([at]))[0])


def _trunk(look: Look, size: float, child: float) -> Rings:
    man = {"man": 1.0, "androgynous": 0.5}.get(look.presentation, 0.0)
    grown = 1 - child
    fat = {"slim": 0.85, "broad": 1.15, "heavy": 1.36}.get(look.build, 1.0)
    belly = {"heavy": 6.5, "broad": 1.0}.get(look.build, 0.0) + max(look.age - 45, 0) * 0.04
    y = [k[0] for k in TRUNK_WOMAN[0]]
    parts: list[Keys] = []
    for index, (woman_keys, man_keys) in enumerate(zip(TRUNK_WOMAN, TRUNK_MAN, strict=True)):
        at = np.array(y, dtype=float)
        male = curve(man_keys, at)
        value = curve(woman_keys, at) * (1 - man) + male * man
        value = value * grown + (male * (0.83 if index == 0 else 0.92)) * child
        round_ = np.exp(-(((at - 42) / 13) ** 2)) * belly
        more = 1 + (fat - 1) * (_shown(look.build, at) if index == 0 else np.full_like(at, 0.5))
        value = value * more + round_ * (1, 1.5, 0.3)[index] * 0.6
        if look.build == "broad" and index == 0:
            value = value + 1.5 * np.exp(-(((at - 8) / 7) ** 2))
        value[:2] = value[:2] / more[:2] if index == 0 else value[:2]
        parts.append([(a * size, float(v) * size) for a, v in zip(y, value, strict=True)])
    return build_rings(parts[0], parts[1], parts[2])


def build_of(look: Look) -> Build:
    height = ADULT * look.height * _value(GROWTH, look.age)
    size = height / ADULT
    unit = height / _value(HEADS, look.age) / 2
    child = float(np.clip((16 - look.age) / 9, 0, 1))
    man = {"man": 1.0, "androgynous": 0.5}.get(look.presentation, 0.0)
    fat = {"slim": 0.83, "broad": 1.14, "heavy": 1.3}.get(look.build, 1.0) * (1 - 0.08 * child)
    trunk = _trunk(look, size, child)
    arm = np.array([3.7 + 1.1 * man, 2.95 + 0.85 * man, 2.1 + 0.65 * man]) * fat * size
    leg = np.array([8.2 + 0.6 * man, 5.1 + 0.6 * man, 3.5 + 0.6 * man]) * fat * size
    return Build(
        height=height,
        size=size,
        unit=unit,
        trunk=trunk,
        shoulder=(trunk.half(9 * size) - 3.4 * size, 8.2 * size, -1.0 * size),
        trunk_length=54.0 * size,
        hip=8.6 * (0.65 + 0.35 * fat) * size,
        upper_arm=28.5 * size,
        forearm=25.0 * size,
        hand=(17.0 + man) * size,
        thigh=40.5 * size,
        shin=39.5 * size,
        ankle=7.5 * size,
        arm_width=(float(arm[0]), float(arm[1]), float(arm[2])),
        leg_width=(float(leg[0]), float(leg[1]), float(leg[2])),
        neck=(4.6 + 1.6 * man) * size * (fat + 1) / 2 * (1 - 0.12 * child),
        neck_length=(5.0 - 0.4 * man - (0.9 if look.build in {"heavy", "broad"} else 0.0)) * size
        - 1.6 * child * size,
    )
