"""A survey as the pictures that conditioned models take: depth, line art, pose, masks."""

from collections.abc import Mapping, Sequence
from colorsys import hsv_to_rgb

import numpy as np
import skia
from numpy.typing import NDArray
from scipy import ndimage

from engine.rehearsal.figure.joints import JOINTS
from engine.rehearsal.layers import surface_on
from engine.rehearsal.layout.survey import Map

Grey = NDArray[np.uint8]
Flat = tuple[float, float]
# Bones of OpenPose, in its order: the first has the first joint's colour, and so on.
BONES = (
    ("neck", "right_shoulder"),
    ("neck", "left_shoulder"),
    ("right_shoulder", "right_elbow"),
    ("right_elbow", "right_wrist"),
    ("left_shoulder", "left_elbow"),
    ("left_elbow", "left_wrist"),
    ("neck", "right_hip"),
    ("right_hip", "right_knee"),
    ("right_knee", "right_ankle"),
    ("neck", "left_hip"),
    ("left_hip", "left_knee"),
    ("left_knee", "left_ankle"),
    ("neck", "nose"),
    ("nose", "right_eye"),
    ("right_eye", "right_ear"),
    ("nose", "left_eye"),
    ("left_eye", "left_ear"),
)
JOINT_RADIUS = BONE_RADIUS = 4 / 512  # of the frame's shorter side, as its own pictures have them
BONE_VALUE = 0.6  # how bright a bone is beside a joint
INK, EDGE = 3.2, 1.5  # how much of a dark line, and of a step between two colours, makes a line
DARKEST = 0.05
WEAKEST, STRONGEST = 0.22, 0.6


def depth(distance: Map) -> tuple[NDArray[np.uint16], float, float]:
    """16 bits of grey even in 1 / distance, and the cm of white and of black."""
    near, far = float(distance.min()), float(distance.max())
    share = (1 / distance - 1 / far) / max(1 / near - 1 / far, 1e-12)
    return np.round(np.clip(share, 0, 1) * 65535).astype(np.uint16), near, far


def lines(picture: NDArray[np.uint8]) -> Grey:
    """Ink and the borders between colours of a BGRA picture, white on black."""
    scale = picture.shape[0] / 1280
    # Lines in the dark are as much lines: what counts is how many times darker they are.
    colors = np.log2(picture[:, :, :3].astype(np.float32) / 255 + DARKEST)
    value = colors @ np.array([0.114, 0.587, 0.299], np.float32)
    sigma = 0.9 * scale
    ink = ndimage.gaussian_filter(value, 2.4 * sigma) - ndimage.gaussian_filter(value, sigma)
    size = max(round(6 * scale), 3)  # wider than ink, which is filled from both sides
    steps = [_step(ndimage.grey_closing(colors[:, :, c], (size, size)), sigma) for c in range(3)]
    strength = np.maximum(ink * INK, np.max(steps, axis=0) * scale * EDGE)
    shown = np.clip((strength - WEAKEST) / (STRONGEST - WEAKEST), 0, 1)
    result: Grey = np.round(shown * 255).astype(np.uint8)
    return result


def _step(channel: Map, sigma: float) -> Map:
    """How steep a channel is at each pixel, per px."""
    down, across = (ndimage.gaussian_filter(channel, sigma, order) for order in ((1, 0), (0, 1)))
    result: Map = np.hypot(down, across)
    return result


def pose(size: tuple[int, int], people: Sequence[Mapping[str, Flat]]) -> NDArray[np.uint8]:
    """Skeletons on black, BGRA of shape (height, width, 4); `size` is width and height in px."""
    width, height = size
    pixels = np.zeros((height, width, 4), np.uint8)
    canvas = surface_on(pixels).getCanvas()
    canvas.clear(skia.ColorBLACK)
    unit = min(size)
    brush = skia.Paint(AntiAlias=True, StrokeCap=skia.Paint.kRound_Cap)
    for joints in people:
        brush.setStyle(skia.Paint.kStroke_Style)
        brush.setStrokeWidth(2 * BONE_RADIUS * unit)
        for index, (a, b) in enumerate(BONES):
            if a in joints and b in joints:
                brush.setColor(_color(index, BONE_VALUE))
                canvas.drawLine(*joints[a], *joints[b], brush)
        brush.setStyle(skia.Paint.kFill_Style)
        for index, name in enumerate(JOINTS):
            if name in joints:
                brush.setColor(_color(index, 1.0))
                canvas.drawCircle(*joints[name], JOINT_RADIUS * unit, brush)
    return pixels


def _color(index: int, value: float) -> int:
    red, green, blue = hsv_to_rgb(index / len(JOINTS), 1.0, value)
    color: int = skia.ColorSetRGB(round(red * 255), round(green * 255), round(blue * 255))
    return color
