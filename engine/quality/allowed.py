"""What a shot asks for that would be a fault in another: blacks, flashes, things that lie still."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.contracts import EffectKind, Move, Shot
from engine.quality.footage import Seen
from engine.quality.verdict import Span

_DARK = {EffectKind.FADE_IN, EffectKind.FADE_OUT, EffectKind.BLACK}
_STILL = {EffectKind.FREEZE_TITLE, EffectKind.BLACK}
_SUDDEN = {
    EffectKind.IMPACT,
    EffectKind.SHAKE,
    EffectKind.FLASH,
    EffectKind.LIGHTNING,
    EffectKind.SPEED_LINES,
    EffectKind.FREEZE_TITLE,
    EffectKind.SPLIT_SCREEN,
    EffectKind.BLACK,
    EffectKind.SOUND_LETTERING,
}
# Of SetDressing.light: what comes and goes by itself.
_PULSING = {"candle", "fire", "lightning", "neon", "passing_cars", "police", "tube", "tv"}
_SWIFT = {Move.CRASH_ZOOM, Move.WHIP}
_SWIFT_FOR = 1.0  # seconds from the start in which such a move happens
_AROUND = 0.25  # seconds that an effect may come early or late, as a model understands it


@dataclass(frozen=True, slots=True)
class Allowed:
    """Spans of the shot in which a frame may be dark, stand still or change at once."""

    dark: tuple[Span, ...]
    still: tuple[Span, ...]
    sudden: tuple[Span, ...]
    pulsing: bool  # the light of the place flickers
    thing: bool  # an insert: paper does not breathe
    empty: bool  # nobody is there who could move


def allowed(shot: Shot) -> Allowed:
    return Allowed(
        dark=_spans(shot, _DARK),
        still=_spans(shot, _STILL),
        sudden=_spans(shot, _SUDDEN) + (((0.0, _SWIFT_FOR),) if shot.move in _SWIFT else ()),
        pulsing=shot.set.light in _PULSING,
        thing=shot.insert is not None,
        empty=not shot.people,
    )


def _spans(shot: Shot, kinds: set[EffectKind]) -> tuple[Span, ...]:
    return tuple(
        (effect.at - _AROUND, effect.at + effect.duration + _AROUND)
        for effect in shot.effects
        if effect.kind in kinds
    )


def inside(seen: Seen, spans: tuple[Span, ...]) -> NDArray[np.bool_]:
    """Which frames lie in any of the spans, shape (n,)."""
    times = np.arange(len(seen)) / seen.fps
    marked = np.zeros(len(seen), np.bool_)
    for start, end in spans:
        marked |= (times >= start) & (times <= end)
    return marked
