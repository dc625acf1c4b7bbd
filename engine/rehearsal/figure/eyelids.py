"""Lids: the skin that folds over an eye, its lashes, the marks of age under it."""

import numpy as np

from engine.rehearsal.figure.brush import Brush, ribbon
from engine.rehearsal.figure.eyes import (
    CLOSE,
    NEAR,
    OPEN,
    SHUT,
    Eye,
    Laid,
    T,
    draw_ball,
    laid,
    lay_out,
)
from engine.rehearsal.figure.headview import HeadView
from engine.rehearsal.figure.outline import smooth, smooth_loops
from engine.rehearsal.figure.space import steps
from engine.rehearsal.figure.tones import Tones
from engine.rehearsal.light import Color, mix

MASCARA = {"none": 0.4, "bold": 1.25, "dark": 1.35}  # by how a face is made up
SWELL = 0.25 + 0.75 * np.clip((T + 1.1) / 1.7, 0, 1) ** 0.8  # of the upper lash line
# where lashes stand along the lid, and how long they are in head units
LASHES = ((8, 0.02), (10, 0.034), (12, 0.046), (13, 0.052))
SHUT_LASHES = ((5, 0.022), (7, 0.03), (9, 0.036), (11, 0.044), (13, 0.05))


def draw_eye(brush: Brush, view: HeadView, tones: Tones, side: int) -> None:
    eye = lay_out(view.look, view, side)
    if view.facing(eye.center[0], eye.center[1]) < 0.06:
        return
    on = laid(view, eye)
    if brush.scale > CLOSE:
        _skin(brush, view, tones, eye, on)
    if eye.gap > OPEN:
        draw_ball(brush, view, tones, eye, on)
    _lash_line(brush, view, tones, eye, on)
    if brush.scale > CLOSE:
        _folds(brush, view, tones, eye, on)


def _made_up(view: HeadView) -> float:
    """How dark and long lashes are: 0 bare … 1 made up for the day, more for the night."""
    if view.look.age < 12:
        return 0.5
    worn = {"woman": 1.0, "androgynous": 0.55}.get(view.look.presentation)
    return 0.3 if worn is None else worn * MASCARA.get(view.look.makeup, 1.0)


def _skin(brush: Brush, view: HeadView, tones: Tones, eye: Eye, on: Laid) -> None:
    """The lid as a round over the ball: it is seen the more, the lower it hangs."""
    path = smooth(np.concatenate([on.upper, on.crest[::-1]]))
    hangs = float((eye.upper - eye.full)[:, 1].max())
    shadow = brush.lit(tones.lash) if view.look.makeup == "dark" else brush.dark(tones.flush)
    tint = mix(brush.lit(tones.skin), shadow, 0.1 + 0.14 * _made_up(view))
    brush.fill(path, tint, min(0.35 + hangs * 5, 1.0))
    if eye.gap < SHUT and brush.scale > NEAR:
        bulge = (on.upper * 0.55 + on.crest * 0.45)[4:-4]
        brush.line(bulge, 1.1, color=brush.lit(tones.skin), ends=0.0)


def _lash_line(brush: Brush, view: HeadView, tones: Tones, eye: Eye, on: Laid) -> None:
    made_up, lash = _made_up(view), brush.lit(tones.lash)
    thick = (0.0145 + 0.012 * made_up) * SWELL * view.unit
    line = on.upper
    if made_up > 0.4:
        wing = np.array([0.036 * eye.side, -0.02 - 0.022 * (eye.gap > OPEN)]) * made_up
        line = np.concatenate([on.upper, view.on((eye.upper[-1] + wing)[None, :])])
        thick = np.append(thick, 0.0)
    brush.fill(smooth(ribbon(line, np.maximum(thick, brush.ink_width * 0.3))), lash)
    if brush.scale > CLOSE and made_up > 0.4:
        _lashes(brush, view, eye, lash, made_up)
    if eye.gap < OPEN:
        return
    start = 5 if eye.gap > SHUT else 1
    soft = mix(lash, brush.lit(tones.skin), 0.3)
    brush.line(on.lower[start:], 0.34 + 0.22 * made_up, color=soft, ends=0.25)
    if brush.scale > NEAR:
        wet = mix(brush.lit(tones.flush), (255, 240, 236), 0.55)
        brush.line(on.rim[2:-2], 0.4, color=wet, ends=0.2)


def _lashes(brush: Brush, view: HeadView, eye: Eye, lash: Color, made_up: float) -> None:
    """Up and outwards from an open lid; on the cheek from a closed one."""
    shut = eye.gap < SHUT
    places, long = np.array(SHUT_LASHES if shut else LASHES).T
    index = places.astype(int)
    out = np.column_stack([(0.2 + 0.035 * places) * eye.side, 0 * long + (0.85 if shut else -0.6)])
    root = eye.upper[index]
    tip = root + out * (long * (0.4 + 0.7 * made_up))[:, None]
    bend = (root + tip) / 2 + np.array([0.0, 0.005])
    d = view.on(np.concatenate([root, bend, tip]), 0.01).reshape(3, -1, 2)
    across = (d[2] - d[0])[:, ::-1] * [-1.0, 1.0]
    across *= 0.008 * view.unit / (np.sqrt((across**2).sum(1)) + 1e-9)[:, None]
    loops = np.stack([d[0] + across, d[1] + 0.7 * across, d[2], d[1] - 0.7 * across, d[0] - across])
    brush.fill(smooth_loops(loops.transpose(1, 0, 2)), lash)


def _folds(brush: Brush, view: HeadView, tones: Tones, eye: Eye, on: Laid) -> None:
    look, rig = view.look, view.pose.rig
    ink = mix(brush.light.ink, brush.dark(tones.skin), 0.45)
    if eye.shape.crease:
        brush.line(on.fold[2:-1], 0.46, color=ink)
    low = rig.lower_l if eye.side < 0 else rig.lower_r
    bag = max((look.age - 42) / 30, (low - 0.35) * 0.9)
    if bag > 0.05:
        brush.line(on.under[3:-2], 0.26 + 0.3 * min(bag, 1), color=ink)
    if low > 0.5 and brush.scale > NEAR and look.age > 20:
        _crow(brush, view, eye, ink, low)


def _crow(brush: Brush, view: HeadView, eye: Eye, ink: Color, low: float) -> None:
    """Two short folds from the outer corner of an eye that laughs or is pressed."""
    root = eye.upper[-1] + np.array([0.05 * eye.side, 0.0])
    t = steps(0, 1, 4)
    for rise in (-0.02, 0.025):
        line = root + np.column_stack([t * 0.04 * eye.side, rise * (0.4 + t)])
        brush.line(view.on(line), 0.5 * low - 0.1, color=ink)
