"""Twelve expressions as faces at full intensity, with what the head and the skin do beside.

The side that acts more is `_l`; `mirrored` brings it to the side that is turned to the lens.
"""

from dataclasses import dataclass, replace

from engine.contracts import Expression
from engine.rehearsal.figure.pose import RIG_FIELDS, FaceRig, Overlays, Point

CLEAR = Overlays()
Pair = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Face:
    rig: FaceRig
    overlays: Overlays = CLEAR
    pitch: float = 0.0  # degrees of the head
    roll: float = 0.0
    turn: float = 0.0  # of the head away from what it looks at
    gaze: Point = (0.0, 0.0)
    shrug: float = 0.0
    bend: float = 0.0
    breath: float = 3.6  # seconds a breath takes
    tremble: float = 0.0


def _rig(
    brow_in: Pair = (0, 0),
    brow_mid: Pair = (0, 0),
    brow_out: Pair = (0, 0),
    lid: Pair = (0.92, 0.92),
    lower_lid: Pair = (0, 0),
    slant: Pair = (0, 0),
    corner: Pair = (0, 0),
    **rest: float,
) -> FaceRig:
    """Muscles that come in pairs are given as (left, right)."""
    pairs = {
        "brow_in": brow_in,
        "brow_mid": brow_mid,
        "brow_out": brow_out,
        "lid": lid,
        "lower": lower_lid,
        "slant": slant,
        "corner": corner,
    }
    sides = {f"{n}_{s}": pair[i] for n, pair in pairs.items() for i, s in enumerate("lr")}
    return FaceRig(**sides, **rest)


def mirrored(rig: FaceRig) -> FaceRig:
    """The same face with left and right changed over."""
    swapped = {"_l": "_r", "_r": "_l"}
    sides = {n: getattr(rig, n[:-2] + swapped[n[-2:]]) for n in RIG_FIELDS if n[-2:] in swapped}
    return replace(rig, **sides)


REST = _rig()

EXPRESSIONS: dict[Expression, Face] = {
    Expression.CALM: Face(_rig(lid=(0.94, 0.92), corner=(0.1, 0.06))),
    Expression.JOY: Face(
        _rig(
            brow_in=(0.65, 0.6),
            brow_mid=(0.75, 0.65),
            brow_out=(0.2, 0.15),
            lid=(0.8, 0.74),
            lower_lid=(1.15, 1.1),
            slant=(0.3, 0.25),
            corner=(1.25, 1.1),
            cheek=1.0,
            open=0.46,
            wide=0.6,
            upper=0.35,
            teeth=0.85,
            tongue=0.35,
        ),
        Overlays(blush=0.5),
        pitch=5,
        roll=4,
        breath=3.0,
    ),
    Expression.TENDER: Face(
        _rig(
            brow_in=(0.75, 0.65),
            brow_mid=(0.35, 0.25),
            brow_out=(-0.2, -0.25),
            lid=(0.78, 0.74),
            lower_lid=(0.42, 0.36),
            slant=(0.35, 0.3),
            corner=(0.85, 0.65),
            cheek=0.45,
            iris=1.1,
            pupil=1.35,
            wide=0.1,
        ),
        Overlays(blush=0.8, tear=0.12),
        pitch=-3,
        roll=9,
        breath=4.2,
    ),
    Expression.SAD: Face(
        _rig(
            brow_in=(1.15, 1.05),
            brow_mid=(0.2, 0.15),
            brow_out=(-0.65, -0.6),
            lid=(0.72, 0.68),
            lower_lid=(0.15, 0.15),
            slant=(0.75, 0.7),
            corner=(-0.85, -0.75),
            knit=0.4,
            iris=1.06,
            pupil=1.15,
            chin=0.6,
        ),
        Overlays(tear=0.35),
        pitch=-9,
        roll=-5,
        gaze=(0.1, 0.6),
        bend=3,
        breath=4.6,
    ),
    Expression.CRY: Face(
        _rig(
            brow_in=(1.4, 1.3),
            brow_mid=(0.15, 0.1),
            brow_out=(-0.8, -0.75),
            lid=(0.86, 0.8),
            lower_lid=(0.38, 0.32),
            slant=(0.6, 0.55),
            corner=(-1.05, -0.85),
            knit=0.75,
            wrinkle=0.25,
            cheek=0.4,
            iris=1.12,
            pupil=1.2,
            open=0.24,
            wide=0.08,
            lower=0.3,
            teeth=0.25,
            tongue=0.3,
            quiver=1.0,
            chin=0.8,
        ),
        Overlays(tear=1.0, tear_fall=1.0, blush=0.7),
        pitch=-3,
        roll=-6,
        shrug=0.3,
        bend=4,
        breath=1.6,
        tremble=0.5,
    ),
    Expression.FEAR: Face(
        _rig(
            brow_in=(1.25, 1.2),
            brow_mid=(0.7, 0.6),
            brow_out=(-0.1, -0.2),
            lid=(1.26, 1.2),
            lower_lid=(0.1, 0.1),
            slant=(0.3, 0.3),
            corner=(-0.75, -0.6),
            knit=0.75,
            iris=0.62,
            pupil=0.6,
            open=0.2,
            wide=0.6,
            lower=0.7,
            upper=0.15,
            teeth=0.6,
            quiver=0.6,
        ),
        Overlays(sweat=1.0, gloom=0.75),
        pitch=-3,
        turn=7,
        shrug=0.6,
        breath=1.5,
        tremble=1.0,
    ),
    Expression.SHOCK: Face(
        _rig(
            brow_in=(1.15, 1.05),
            brow_mid=(1.4, 1.3),
            brow_out=(0.95, 0.85),
            lid=(1.42, 1.36),
            iris=0.56,
            pupil=0.55,
            open=0.75,
            round=0.42,
            teeth=0.25,
            tongue=0.3,
            jaw=0.7,
        ),
        Overlays(sweat=0.4, gloom=0.35),
        pitch=5,
        shrug=0.5,
        bend=-4,
        breath=2.2,
    ),
    Expression.ANGER: Face(
        _rig(
            brow_in=(-1.15, -1.05),
            brow_mid=(-0.45, -0.4),
            brow_out=(0.5, 0.35),
            lid=(0.84, 0.8),
            lower_lid=(0.5, 0.45),
            slant=(-1.0, -0.95),
            corner=(-0.75, -0.6),
            knit=1.0,
            iris=0.9,
            pupil=0.8,
            wrinkle=0.45,
            press=0.7,
            chin=0.3,
        ),
        Overlays(shadow=0.4, vein=0.4),
        pitch=-7,
        breath=2.0,
    ),
    Expression.RAGE: Face(
        _rig(
            brow_in=(-1.5, -1.4),
            brow_mid=(-0.35, -0.4),
            brow_out=(1.0, 0.85),
            lid=(1.12, 1.06),
            lower_lid=(0.45, 0.45),
            slant=(-1.3, -1.2),
            corner=(-0.6, -0.45),
            knit=1.25,
            iris=0.62,
            pupil=0.6,
            wrinkle=1.0,
            cheek=0.4,
            open=0.62,
            wide=0.6,
            upper=0.85,
            lower=0.9,
            teeth=0.6,
            tongue=0.4,
            jaw=0.7,
        ),
        Overlays(vein=1.0, shadow=0.45, blush=0.25),
        pitch=-5,
        shrug=0.5,
        bend=5,
        breath=1.3,
        tremble=0.8,
    ),
    Expression.CONTEMPT: Face(
        _rig(
            brow_in=(0.1, -0.6),
            brow_mid=(0.95, -0.4),
            brow_out=(0.95, -0.05),
            lid=(0.56, 0.5),
            lower_lid=(0.35, 0.5),
            slant=(-0.1, -0.35),
            corner=(1.15, -0.7),
            knit=0.3,
            wrinkle=0.35,
            cheek=0.3,
            press=0.35,
            upper=0.12,
        ),
        pitch=10,
        roll=-5,
        turn=8,
        gaze=(0.0, 0.4),
        breath=4.0,
    ),
    Expression.GUILT: Face(
        _rig(
            brow_in=(0.95, 0.8),
            brow_mid=(-0.05, 0.0),
            brow_out=(-0.4, -0.45),
            lid=(0.66, 0.62),
            lower_lid=(0.2, 0.1),
            slant=(0.6, 0.55),
            corner=(-0.15, -0.6),
            knit=0.65,
            press=0.45,
            bite=1.0,
        ),
        Overlays(sweat=0.55, blush=0.3),
        pitch=-12,
        roll=6,
        turn=14,
        gaze=(0.6, 0.8),
        shrug=0.25,
        bend=4,
        breath=3.2,
    ),
    Expression.RESOLVE: Face(
        _rig(
            brow_in=(-0.7, -0.65),
            brow_mid=(-0.4, -0.35),
            brow_out=(0.1, 0.05),
            lid=(1.06, 1.04),
            lower_lid=(0.42, 0.4),
            slant=(-0.45, -0.4),
            corner=(0.2, 0.12),
            knit=0.34,
            press=0.6,
            chin=0.55,
            iris=1.04,
        ),
        pitch=3,
        breath=3.4,
    ),
}
