"""Legs, trousers, skirts and shoes."""

import numpy as np
import skia

from engine.contracts import Posture
from engine.rehearsal.figure.bodyview import BodyView, along, limb, loop, shaded
from engine.rehearsal.figure.brush import Brush, ribbon
from engine.rehearsal.figure.outline import (
    Path,
    Points,
    hulls,
    smooth,
    smooth_loops,
    together,
    united,
)
from engine.rehearsal.figure.rings import rings_of
from engine.rehearsal.figure.space import curve, steps, turn
from engine.rehearsal.light import mix

# Colour of legs that no trousers cover, by what the cut says of them.
BARE = {"bare": "skin", "black": "black", "white": "white"}


def draw_legs(brush: Brush, body: BodyView) -> None:
    bones = body.bones
    order = sorted((0, 1), key=lambda i: bones.legs[i][1][2] + bones.legs[i][2][2])
    for i in order:
        _leg(brush, body, i)
    if one_piece(body):
        return
    if body.cut.skirt:
        _skirt(brush, body)
    else:
        _seat(brush, body)


def one_piece(body: BodyView) -> bool:
    """Whether top and skirt are one garment, drawn with the top."""
    cut = body.cut
    if not cut.skirt:
        return False
    return cut.skirt_color == "top" or body.color(cut.bottom) == body.color(cut.top)


def _leg_path(body: BodyView, index: int, ease: float) -> Path:
    hip, knee, ankle = body.build.leg_width
    if body.cut.legs == "trousers":
        flare = body.cut.leg_flare * np.clip((np.arange(15) - 6) / 8, 0, 1) ** 1.4
        width = along((hip, knee, ankle), 8, 0.05) + (ease + flare) * body.build.size
        width[-5:] = np.maximum(width[-5:], width[9] * 0.86)
    else:
        width = along((hip, knee * 0.94, ankle * 0.74), 8, 0.13)
    return smooth(_corners(ribbon(limb(body.bones.legs[index]), width)))


def _corners(outline: Points) -> Points:
    n = len(outline) // 2
    return np.concatenate([outline[:n], outline[n - 1 : n], outline[n : n + 1], outline[n:]])


def _leg(brush: Brush, body: BodyView, index: int) -> None:
    trousers = body.cut.legs == "trousers"
    if brush.sees(body.bones.legs[index][2:, :2], 24 * body.build.size):
        _shoe(brush, body, index)
    path = _leg_path(body, index, body.cut.legs_loose)
    color = body.color(body.cut.bottom) if trousers else body.color(BARE[body.cut.legs])
    knee = body.bones.legs[index][1]
    brush.contour(path)
    shaded(brush, path, color, body.build.leg_width[1] * 0.8)
    if body.cut.boots:
        _boot(brush, body, index)
    if trousers and brush.scale > 2:
        ink = mix(brush.light.ink, brush.dark(color), 0.3)
        w = body.build.leg_width[1]
        for k in (-0.4, 0.3):
            line = (
                np.array([[-w * 0.9, k * w - 1], [-w * 0.1, k * w + 0.6], [w * 0.6, k * w]])
                + knee[:2]
            )
            brush.line(line, 0.5, color=ink, ends=0.05)


def _boot(brush: Brush, body: BodyView, index: int) -> None:
    """The shaft of a boot up the shin."""
    points = limb(body.bones.legs[index])
    low = len(points) - 1
    share = min(body.cut.boots / 40.0, 1.0) * 7
    top = low - round(share)
    width = along(body.build.leg_width, 8, 0.05)[top:] + 1.1 * body.build.size
    path = smooth(_corners(ribbon(points[top:], width)))
    brush.solid(path, body.color(body.cut.shoes), depth=body.build.leg_width[1] * 0.8)


def _shoe(brush: Brush, body: BodyView, index: int) -> None:
    s = body.build.size
    ankle, toe = body.bones.legs[index][2][:2], body.bones.toes[index][:2]
    along_ = toe - ankle
    reach = float(along_[0])
    low = max(ankle[1] + body.build.ankle, toe[1]) + 0.5 * s
    w = 4.3 * s
    heel = (
        ankle[0] - np.sign(reach) * min(abs(reach) * 0.5, 4.5 * s)
        if abs(reach) > 2 * s
        else ankle[0]
    )
    tip = toe[0] + reach * 0.55
    left, right = min(heel - w * 0.8, tip - w * 0.75), max(heel + w * 0.8, tip + w * 0.75)
    top = ankle[1] - 1.5 * s
    if body.pose.posture == Posture.KNEEL:
        low = top + 9 * s
    shape = np.array(
        [
            [ankle[0] - w * 0.85, top],
            [ankle[0] + w * 0.85, top],
            [right, low - 4.2 * s],
            [right + 0.4 * s, low],
            [right, low],
            [left, low],
            [left - 0.4 * s, low],
            [left, low - 4.2 * s],
        ]
    )
    color = body.tones.skin if body.cut.shoes == "skin" else body.color(body.cut.shoes)
    brush.solid(smooth(shape), color, depth=2 * s)
    if body.pose.posture == Posture.KNEEL or brush.scale < 1.6:
        return
    if body.cut.legs == "bare" and body.look.presentation == "woman" and body.look.age > 13:
        instep = np.array(
            [
                [ankle[0] - w * 0.62, top],
                [ankle[0] + w * 0.62, top],
                [ankle[0] + (right - ankle[0]) * 0.5, low - 3.4 * s],
                [ankle[0] - (ankle[0] - left) * 0.5, low - 3.4 * s],
            ]
        )
        brush.fill(smooth(instep), brush.lit(body.tones.skin))
    sole = np.array([[left, low - 0.9 * s], [right + 0.3 * s, low - 0.9 * s]])
    line = np.stack([sole[0], sole.mean(0), sole[1]])
    brush.line(line, 0.7, color=mix(brush.light.ink, brush.dark(color), 0.3), ends=0.8)


def _seat(brush: Brush, body: BodyView) -> None:
    """The hips of trousers, under the hem of the top."""
    left, right = body.sides(body.shell, 38, 62)
    path = loop(left, right)
    color = body.color(body.cut.bottom)
    brush.contour(path)
    shaded(brush, path, color, 4 * body.build.size)


def _skirt(brush: Brush, body: BodyView) -> None:
    cut, s = body.cut, body.build.size
    slot = cut.top if cut.skirt_color == "top" else cut.bottom
    color = body.color(slot)
    path = skirt_path(body)
    brush.contour(path)
    shaded(brush, path, color, 6 * s)
    draw_pleats(brush, body, color)


def skirt_path(body: BodyView) -> Path:
    bent = body.pose.posture in {Posture.SIT, Posture.KNEEL}
    return _lap(body) if bent else _hanging(body)


def _skirt_outline(body: BodyView) -> tuple[Points, Points]:
    cut, s = body.cut, body.build.size
    y = steps(36, cut.skirt, 12)
    t = (y - 36) / (cut.skirt - 36)
    hips = body.shell.half(54 * s) / s
    waist = body.shell.half(37 * s) / s
    width = curve([(0, waist), (min(0.4, 20 / (cut.skirt - 36)), hips), (1, hips * cut.spread)], t)
    step = 3.0 * body.pose.pace * t
    width = (width + step) * s
    rings = rings_of(y * s, width, width * 0.78, width * 0.85)
    across = turn(body.pose.body_yaw)[0]
    left, right = rings.outline(body.bones.body, across)
    origin = body.bones.hips[:2] - [0, body.build.trunk_length]
    return left[:, :2] + origin, right[:, :2] + origin


def _hanging(body: BodyView) -> Path:
    left, right = _skirt_outline(body)
    trail = steps(0, 1, len(left))[:, None] ** 2 * np.array([body.pose.sway[0] * 0.6, 0])
    left, right = left + trail, right + trail
    n = 13
    t = steps(0, 1, n)[:, None]
    hem = right[-1] + (left[-1] - right[-1]) * t
    long = (body.cut.skirt - 36) / 100 * body.build.size
    hem[:, 1] += (1.6 * np.sin(np.arange(n) * 2.1) + 2.6 * np.sin(np.pi * t[:, 0])) * long
    return smooth(np.concatenate([left[:1], left, hem[-1:], hem[::-1], right[::-1], right[:1]]))


def _lap(body: BodyView) -> Path:
    """A skirt over bent legs: tight loops round waist and hips, hips and knees, knees and hem."""
    s, b = body.build.size, body.build
    reach = float(np.clip((body.cut.skirt - 54) / 85, 0.3, 1.0)) * 2  # 1 the knees, 2 the ankles
    roots, knees, ends = (np.stack([leg[k, :2] for leg in body.bones.legs]) for k in (0, 1, 2))
    waist = body.at(np.array([[-0.55, 0.0, 0.0], [0.55, 0.0, 0.0]]) * b.trunk.half(38 * s))
    waist = waist + (body.bones.trunk @ np.array([0.0, 37 * s, 0.0]))[:2]
    hip, knee = b.leg_width[0] * 1.2, b.leg_width[1] * (1.35 + 0.2 * (body.cut.spread - 1))
    lap = roots + (knees - roots) * min(reach, 1.0)
    parts = [
        (np.concatenate([waist, roots]), [b.trunk.half(37 * s) * 0.45 + 1.2 * s] * 2 + [hip] * 2),
        (np.concatenate([roots, lap]), [hip, hip, knee, knee]),
    ]
    if reach > 1:
        hem = knees + (ends - knees) * (reach - 1) * 0.9
        parts.append((np.concatenate([knees, hem]), [knee, knee, knee * 0.9, knee * 0.9]))
    loops = hulls(np.stack([flat for flat, _ in parts]), np.array([wide for _, wide in parts]), 24)
    return united(smooth_loops(loops))


def draw_pleats(brush: Brush, body: BodyView, color: tuple[int, int, int]) -> None:
    """Folds of a skirt that hangs: blades of half shade that open towards the hem."""
    if body.pose.posture in {Posture.SIT, Posture.KNEEL} or brush.scale < 1.2:
        return
    left, right = _skirt_outline(body)
    tone = mix(brush.lit(color), brush.dark(color), 0.5)
    ink = mix(brush.light.ink, brush.dark(color), 0.3)
    full = min(max(body.cut.spread - 0.8, 0.1), 1.2)
    blades = []
    for k, at in enumerate((0.14, 0.3, 0.44, 0.6, 0.74, 0.88)):
        start = 2 + (k * 5) % 4
        line = left[start:] + (right[start:] - left[start:]) * at
        grow = np.linspace(0, 1, len(line))[:, None] ** 1.3
        wide = np.array([[(0.8 + 2.4 * full) * body.build.size, 0]]) * grow
        bottom = np.array([[0, 4.0]]) * body.build.size
        blades.append(smooth(np.concatenate([line, line[-1:] + bottom, (line + wide)[::-1]])))
        if brush.scale > 2 and len(line) > 3:
            brush.line(line[:-1], 0.45, color=ink, ends=0.05)
    brush.canvas.save()
    brush.canvas.clipPath(skirt_path(body), skia.ClipOp.kIntersect, True)
    brush.fill(together(*blades), tone)
    brush.canvas.restore()


def draw_apron(brush: Brush, body: BodyView) -> None:
    """An apron tied at the waist, over whatever hangs below."""
    if body.facing < -0.05 or body.pose.posture in {Posture.SIT, Posture.KNEEL}:
        return
    cut, s = body.cut, body.build.size
    half = body.shell.half(50 * s) / s * 0.86
    low = cut.apron
    wide = half * (1 + (max(cut.spread, 1.0) - 1) * 0.5)
    shape = np.array(
        [
            (-half * 0.8, 35.5),
            (half * 0.8, 35.5),
            (wide, low - 4),
            (wide * 0.8, low),
            (-wide * 0.8, low),
            (-wide, low - 4),
        ]
    )
    z = np.full(len(shape), 13.0)
    at = body.at(np.column_stack([shape, z]) * s)
    color = body.color(cut.apron_color)
    brush.solid(smooth(np.repeat(at, 2, axis=0)), color, depth=2 * s, weight=0.7)
    ink = mix(brush.light.ink, brush.dark(color), 0.4)
    for u in (-0.5, 0.1, 0.55):
        line = np.array(
            [[u * half, 42, 13.0], [u * half * 1.1, low * 0.75, 13], [u * wide, low - 2, 13]]
        )
        brush.line(body.at(line * s), 0.5, color=ink)
