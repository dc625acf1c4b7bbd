"""Poster and hover preview: which moments of an episode make one want to see it."""

from io import BytesIO
from pathlib import Path

import av
import numpy as np
from PIL import Image

from engine.contracts import Cut, Effect, EffectKind, Expression, Format, Shot, ShotSize, ShotSpan
from engine.edit.badge import Badge, pixels, planes
from engine.edit.clip import Clip
from engine.edit.rendition import Piece, scaled_format

HOOK = 5.0  # seconds
# The end of an episode is its cliffhanger; poster and preview do not give it away.
UNSPOILED = 0.85
PREVIEW_SECONDS = 6.0
PREVIEW_EXCERPTS = 3
PREVIEW_WIDTH = 240
POSTER_QUALITY = 88

_SIZES = {
    ShotSize.CU: 3.0,
    ShotSize.MCU: 2.4,
    ShotSize.ECU: 2.0,
    ShotSize.MS: 1.4,
    ShotSize.MLS: 0.6,
}
_CALM = {Expression.CALM: 0.0, Expression.RESOLVE: 0.8, Expression.GUILT: 0.8}
_HIDING = {EffectKind.BLACK, EffectKind.FLASH, EffectKind.FADE_IN, EffectKind.FADE_OUT}


def score(shot: Shot, span: ShotSpan) -> float:
    """How much the shot says about the drama at a glance: a face that feels, best in the hook."""
    faces = [p for p in shot.people if p.focus and not p.over_shoulder and abs(p.yaw) < 75]
    if shot.insert or not faces:
        return -2.0
    feeling = max(
        (
            cue.intensity * _CALM.get(cue.expression, 1.6)
            for face in faces
            for cue in face.expressions
        ),
        default=0.0,
    )
    hook = 1.5 if span.start < HOOK else 0.0
    return _SIZES.get(shot.size, 0.0) + feeling + hook - 0.7 * bool(shot.lettering)


def ranked(cut: Cut, spans: tuple[ShotSpan, ...]) -> list[int]:
    """Shots of the cut by number, the most telling first; the cliffhanger only if all is short."""
    end = spans[-1].end * UNSPOILED
    shown = [n for n, span in enumerate(spans) if span.end <= end] or [0]
    return sorted(shown, key=lambda n: (-score(cut.entries[n].shot, spans[n]), n))


def poster(master: Clip, cut: Cut, spans: tuple[ShotSpan, ...], badge: Badge) -> bytes:
    """A JPEG of the best frame in the master's size, labelled."""
    candidates: list[tuple[float, av.VideoFrame]] = []
    for number in ranked(cut, spans)[:3]:
        shot, span = cut.entries[number].shot, spans[number]
        for part in (0.3, 0.5, 0.7):
            at = (span.end - span.start) * part
            if not any(_hides(effect, at) for effect in shot.effects):
                frame = _frame(master, round((span.start + at) * cut.format.fps))
                candidates.append((score(shot, span) + _clarity(frame, master.format), frame))
    if not candidates:  # each of them is black or flashes: what is in the middle, then
        candidates = [(0.0, _frame(master, len(master.samples) // 2))]
    best = max(candidates, key=lambda candidate: candidate[0])[1]
    memory = BytesIO()
    Image.fromarray(badge.on(best).to_ndarray(format="rgb24")).save(
        memory, "JPEG", quality=POSTER_QUALITY, optimize=True
    )
    return memory.getvalue()


def preview(
    master: Clip, cut: Cut, spans: tuple[ShotSpan, ...], label: str, cache: Path
) -> list[Piece | slice]:
    """The most telling moments in their order, 6 s at most, small and labelled all the time."""
    picture = scaled_format(master.format, min(PREVIEW_WIDTH, master.format.width))
    badge = Badge(label, picture, lasting=True)
    longest = round(PREVIEW_SECONDS / PREVIEW_EXCERPTS * cut.format.fps)
    pieces: list[Piece | slice] = []
    for number in sorted(ranked(cut, spans)[:PREVIEW_EXCERPTS]):
        first = round(spans[number].start * cut.format.fps)
        last = min(round(spans[number].end * cut.format.fps), first + longest)
        pieces.append(Piece(master, first, last, badge, cache))
    return pieces


def _frame(master: Clip, number: int) -> av.VideoFrame:
    number = min(number, len(master.samples) - 1)
    return next(master.decode(number, number + 1))


def _hides(effect: Effect, at: float) -> bool:
    return effect.kind in _HIDING and effect.at <= at <= effect.at + effect.duration


def _clarity(frame: av.VideoFrame, picture: Format) -> float:
    """Contrast and sharpness, about 0 … 2; far below zero for what is black or white all over."""
    luma = planes(pixels(frame), picture)[0].astype(np.float32)
    if luma.std() < 6:
        return -10.0
    edges = np.abs(np.diff(luma, axis=0)).mean() + np.abs(np.diff(luma, axis=1)).mean()
    return float(min(luma.std() / 60, 1.0) + min(edges / 12, 1.0))
