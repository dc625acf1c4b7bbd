"""Poster and hover preview: which moments of an episode make one want to see it."""

from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from engine.contracts import Cut, EffectKind, Expression, Format, Gesture, Shot, ShotSize, ShotSpan
from engine.edit.badge import Badge, pixels, planes
from engine.edit.clip import Clip
from engine.edit.rendition import Piece, scaled_format

HOOK = 5.0  # seconds
# The end of an episode is its cliffhanger; poster and preview do not give it away.
UNSPOILED = 0.85
PREVIEW_SECONDS = 6.0
PREVIEW_EXCERPTS = 3
PREVIEW_WIDTH = 240

_SIZES = {
    ShotSize.CU: 3.0,
    ShotSize.MCU: 2.4,
    ShotSize.ECU: 2.0,
    ShotSize.MS: 1.4,
    ShotSize.MLS: 0.6,
}
_CALM = {Expression.CALM: 0.0, Expression.RESOLVE: 0.8, Expression.GUILT: 0.8}
_HIDING_FACES = {Gesture.COVER_FACE, Gesture.CLOSE_EYES}
# Her face sells the series: it outweighs a feeling, or half a size and the hook.
LEADING = 1.5
_HIDING = {EffectKind.BLACK, EffectKind.FLASH, EffectKind.FADE_IN, EffectKind.FADE_OUT}


def score(shot: Shot, span: ShotSpan, lead: str = "") -> float:
    """How much the shot says about the drama at a glance: a face that feels, best in the hook.

    With the id of a `lead`, that one's face before others'.
    """
    faces = [
        person
        for person in shot.people
        if person.focus
        and not person.over_shoulder
        and abs(person.yaw) < 75
        and not any(cue.gesture in _HIDING_FACES for cue in person.gestures)
    ]
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
    told = _SIZES.get(shot.size, 0.0) + feeling + hook
    covered = bool(shot.lettering) + any(over.kind is EffectKind.FLASHBACK for over in shot.effects)
    return told - 0.7 * covered + LEADING * any(face.character == lead for face in faces)


def ranked(cut: Cut, spans: tuple[ShotSpan, ...], lead: str = "") -> list[int]:
    """Shots of the cut by number, the most telling first; the cliffhanger only if all is short."""
    end = spans[-1].end * UNSPOILED
    shown = [n for n, span in enumerate(spans) if span.end <= end] or [0]
    return sorted(shown, key=lambda n: (-score(cut.entries[n].shot, spans[n], lead), n))


def best_frame(master: Clip, cut: Cut, spans: tuple[ShotSpan, ...], lead: str) -> av.VideoFrame:
    """The frame of the master that stands for the episode on its poster; `lead` is an id."""
    shown = [(n, *_frames(master, cut, spans, n)) for n in ranked(cut, spans, lead)[:3]]
    best = max(shown, key=lambda one: score(cut.entries[one[0]].shot, spans[one[0]], lead) + one[1])
    frames = best[2]
    # Within a shot most stays as it is; an open eye has more edges than one that blinks.
    return max(frames, key=lambda frame: _detail(frame, master.format))


def preview(
    master: Clip, cut: Cut, spans: tuple[ShotSpan, ...], label: str, cache: Path
) -> list[Piece]:
    """The most telling moments in their order, 6 s at most, small and labelled all the time."""
    picture = scaled_format(master.format, min(PREVIEW_WIDTH, master.format.width))
    badge = Badge(label, picture, lasting=True)
    longest = round(PREVIEW_SECONDS / PREVIEW_EXCERPTS * cut.format.fps)
    pieces: list[Piece] = []
    for number in sorted(_excerpts(cut, spans)):
        first = round(spans[number].start * cut.format.fps)
        last = min(round(spans[number].end * cut.format.fps), first + longest)
        pieces.append(Piece(master, first, last, badge, cache))
    return pieces


def _excerpts(cut: Cut, spans: tuple[ShotSpan, ...]) -> list[int]:
    """The best shots of which no two show the same people, filled up with the best of the rest."""
    order = ranked(cut, spans)
    faces: dict[frozenset[str], int] = {}
    for number in order:
        people = frozenset(person.character for person in cut.entries[number].shot.people)
        faces.setdefault(people, number)
    return list(dict.fromkeys([*faces.values(), *order]))[:PREVIEW_EXCERPTS]


def _frames(
    master: Clip, cut: Cut, spans: tuple[ShotSpan, ...], number: int
) -> tuple[float, list[av.VideoFrame]]:
    """How clear a picture the shot gives, and the frames to choose from."""
    shot, span, fps = cut.entries[number].shot, spans[number], cut.format.fps
    first, last = round(span.start * fps), round(span.end * fps)
    numbers = range(first + (last - first) // 5, last - (last - first) // 5, 3)
    plain = [n for n in numbers if not _hidden(shot, (n - first) / fps)]
    wanted = set(plain or [(first + last) // 2])
    decoded = master.decode(min(wanted), max(wanted) + 1)
    frames = [frame for n, frame in enumerate(decoded, min(wanted)) if n in wanted]
    clarity = sum(_clarity(frame, master.format) for frame in frames) / len(frames)
    return clarity, frames


def _hidden(shot: Shot, at: float) -> bool:
    """Whether something lies over the picture that a poster has no use for."""
    spans = [(over.at, over.duration) for over in shot.effects if over.kind in _HIDING]
    spans += [(words.at, words.duration) for words in shot.lettering]
    return any(start <= at <= start + duration for start, duration in spans)


def _luma(frame: av.VideoFrame, picture: Format) -> NDArray[np.float32]:
    return planes(pixels(frame), picture)[0].astype(np.float32)


def _clarity(frame: av.VideoFrame, picture: Format) -> float:
    """Contrast, about 0 … 1; far below zero for what is black or white all over."""
    spread = float(_luma(frame, picture).std())
    return min(spread / 60, 1.0) if spread >= 6 else -10.0


def _detail(frame: av.VideoFrame, picture: Format) -> float:
    """Mean step between neighbours where faces are: the upper middle of a vertical frame."""
    height, width = picture.height, picture.width
    face = _luma(frame, picture)[height // 8 : height * 5 // 8, width // 5 : width * 4 // 5]
    return float(np.abs(np.diff(face, axis=0)).mean() + np.abs(np.diff(face, axis=1)).mean())
