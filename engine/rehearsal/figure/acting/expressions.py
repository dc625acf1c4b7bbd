"""Twelve expressions as faces at full intensity, with what the head and the skin do beside."""

from dataclasses import dataclass

from engine.contracts import Expression
from engine.rehearsal.figure.pose import FaceRig, Overlays, Point


@dataclass(frozen=True, slots=True)
class Face:
    rig: FaceRig
    overlays: Overlays = Overlays()
    pitch: float = 0.0  # degrees of the head
    roll: float = 0.0
    turn: float = 0.0  # of the head away from what it looks at
    gaze: Point = (0.0, 0.0)
    shrug: float = 0.0
    bend: float = 0.0
    breath: float = 3.6  # seconds a breath takes
    tremble: float = 0.0


REST = FaceRig(lid_l=0.9, lid_r=0.9)

EXPRESSIONS: dict[Expression, Face] = {
    Expression.CALM: Face(FaceRig(lid_l=0.9, lid_r=0.88, corner_l=0.06, corner_r=0.1, teeth=0.3)),
    Expression.JOY: Face(
        FaceRig(brow_in_l=0.2, brow_in_r=0.25, brow_mid_l=0.5, brow_mid_r=0.6, brow_out_l=0.25, brow_out_r=0.35,
                lid_l=0.62, lid_r=0.66, lower_l=0.9, lower_r=0.85, cheek=1.0, corner_l=1.0, corner_r=1.12,
                open=0.34, wide=0.55, upper=0.35, teeth=0.85, tongue=0.2),
        Overlays(blush=0.35), pitch=4, roll=3, breath=3.0,
    ),
    Expression.TENDER: Face(
        FaceRig(brow_in_l=0.5, brow_in_r=0.42, brow_mid_l=0.2, brow_mid_r=0.15, brow_out_l=-0.15, brow_out_r=-0.1,
                lid_l=0.68, lid_r=0.7, lower_l=0.45, lower_r=0.4, slant_l=0.35, slant_r=0.3, cheek=0.5,
                corner_l=0.5, corner_r=0.62, iris=1.08),
        Overlays(blush=0.6), pitch=-3, roll=6, breath=4.2,
    ),
    Expression.SAD: Face(
        FaceRig(brow_in_l=1.0, brow_in_r=0.92, brow_mid_l=0.15, brow_mid_r=0.1, brow_out_l=-0.6, brow_out_r=-0.55,
                knit=0.45, lid_l=0.62, lid_r=0.66, lower_l=0.2, lower_r=0.2, slant_l=1.0, slant_r=0.95,
                corner_l=-0.7, corner_r=-0.6, press=0.15, iris=1.05),
        Overlays(tear=0.25), pitch=-8, roll=-4, gaze=(0.1, 0.5), bend=3, breath=4.6,
    ),
    Expression.CRY: Face(
        FaceRig(brow_in_l=1.25, brow_in_r=1.15, brow_mid_l=0.0, brow_mid_r=-0.05, brow_out_l=-0.75, brow_out_r=-0.7,
                knit=0.9, lid_l=0.7, lid_r=0.76, lower_l=0.45, lower_r=0.4, slant_l=0.85, slant_r=0.8, wrinkle=0.5,
                cheek=0.5, corner_l=-0.95, corner_r=-0.8, open=0.26, wide=0.45, upper=0.45, lower=0.75, teeth=0.6,
                quiver=1.0),
        Overlays(tear=1.0, tear_fall=1.0, blush=0.75), pitch=-6, roll=-5, shrug=0.3, bend=4, breath=1.6, tremble=0.5,
    ),
    Expression.FEAR: Face(
        FaceRig(brow_in_l=1.15, brow_in_r=1.2, brow_mid_l=0.55, brow_mid_r=0.65, brow_out_l=-0.1, brow_out_r=0.0,
                knit=0.7, lid_l=1.22, lid_r=1.28, slant_l=0.35, slant_r=0.3, iris=0.66, corner_l=-0.55,
                corner_r=-0.45, open=0.17, wide=0.45, lower=0.65, teeth=0.5, quiver=0.8),
        Overlays(sweat=1.0), pitch=-3, turn=7, shrug=0.6, breath=1.5, tremble=1.0,
    ),
    Expression.SHOCK: Face(
        FaceRig(brow_in_l=1.05, brow_in_r=1.1, brow_mid_l=1.2, brow_mid_r=1.25, brow_out_l=0.85, brow_out_r=0.9,
                lid_l=1.38, lid_r=1.42, iris=0.58, open=0.5, round=0.3, teeth=0.25, tongue=0.25, jaw=0.6),
        Overlays(sweat=0.4), pitch=5, shrug=0.5, bend=-4, breath=2.2,
    ),
    Expression.ANGER: Face(
        FaceRig(brow_in_l=-1.05, brow_in_r=-1.15, brow_mid_l=-0.4, brow_mid_r=-0.35, brow_out_l=0.35, brow_out_r=0.5,
                knit=1.0, lid_l=0.78, lid_r=0.84, lower_l=0.5, lower_r=0.45, slant_l=-1.0, slant_r=-1.05, iris=0.9,
                wrinkle=0.45, corner_l=-0.6, corner_r=-0.45, press=0.65),
        Overlays(shadow=0.25, vein=0.35), pitch=-7, breath=2.0,
    ),
    Expression.RAGE: Face(
        FaceRig(brow_in_l=-1.4, brow_in_r=-1.5, brow_mid_l=-0.4, brow_mid_r=-0.3, brow_out_l=0.8, brow_out_r=0.95,
                knit=1.25, lid_l=1.05, lid_r=1.1, lower_l=0.5, lower_r=0.5, slant_l=-1.3, slant_r=-1.4, iris=0.66,
                wrinkle=1.0, cheek=0.4, corner_l=-0.55, corner_r=-0.4, open=0.5, wide=0.5, upper=0.85, lower=0.9,
                teeth=0.6, tongue=0.4, jaw=0.7),
        Overlays(vein=1.0, shadow=0.4, blush=0.25), pitch=-5, shrug=0.5, bend=5, breath=1.3, tremble=0.8,
    ),
    Expression.CONTEMPT: Face(
        FaceRig(brow_in_l=-0.5, brow_in_r=-0.1, brow_mid_l=-0.3, brow_mid_r=0.75, brow_out_l=0.0, brow_out_r=0.85,
                knit=0.3, lid_l=0.52, lid_r=0.58, lower_l=0.35, lower_r=0.25, slant_l=-0.35, slant_r=-0.1, wrinkle=0.35,
                cheek=0.2, corner_l=-0.3, corner_r=0.85, press=0.3),
        Overlays(), pitch=9, roll=-4, turn=6, gaze=(0.0, 0.45), breath=4.0,
    ),
    Expression.GUILT: Face(
        FaceRig(brow_in_l=0.95, brow_in_r=0.85, brow_mid_l=0.05, brow_mid_r=0.0, brow_out_l=-0.45, brow_out_r=-0.4,
                knit=0.6, lid_l=0.55, lid_r=0.58, slant_l=0.8, slant_r=0.75, corner_l=-0.5, corner_r=-0.3, press=0.7),
        Overlays(sweat=0.35), pitch=-11, roll=5, turn=12, gaze=(0.45, 0.75), shrug=0.2, bend=4, breath=3.2,
    ),
    Expression.RESOLVE: Face(
        FaceRig(brow_in_l=-0.7, brow_in_r=-0.75, brow_mid_l=-0.2, brow_mid_r=-0.15, brow_out_l=0.3, brow_out_r=0.35,
                knit=0.55, lid_l=0.86, lid_r=0.9, lower_l=0.35, lower_r=0.3, slant_l=-0.6, slant_r=-0.65,
                corner_l=0.1, corner_r=0.16, press=0.5),
        Overlays(), pitch=-2, breath=3.4,
    ),
}  # fmt: skip
