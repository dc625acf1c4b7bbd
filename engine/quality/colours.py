"""Colours that are not those of the scene, or leave it while the take lasts."""

from collections.abc import Sequence

import numpy as np

from engine.contracts import Finding, Quality, Severity, _
from engine.quality.allowed import Allowed, inside
from engine.quality.footage import Frames, Seen
from engine.quality.oklab import distance, palette
from engine.quality.verdict import Verdict, between, finding

# In 60 takes of the demo the colours move by 0.052 at most, effects apart, and are 0.046 at most
# from the nearest other take of the scene, inserts apart; half of them less than 0.018.
_DRIFT = 0.07
_NEAR, _FOREIGN, _FAR = 0.02, 0.06, 0.12
_ENDS = 0.2  # share of the take that is its start, and its end
_LOOKED_AT = 4  # frames of each


def colours(seen: Seen, may: Allowed, scene: Sequence[Frames]) -> Verdict | None:
    """1 where the colours are those of the nearest of the scene's takes, and stay.

    Without any to compare with, or for an insert, only how far they move within the take counts.
    None where all of the take is flashes and blacks.
    """
    frames = seen.frames[~(inside(seen, may.dark) | inside(seen, may.sudden))]
    if not len(frames):
        return None
    moved = drift(frames)
    score = between(moved, 2 * _DRIFT, _DRIFT / 2)
    found = [_drifts(seen)] if moved > _DRIFT else []
    if scene and not may.thing:
        own = palette(_spread(frames))
        nearest = min(distance(own, palette(_spread(other))) for other in scene)
        score *= between(nearest, _FAR, _NEAR)
        found += [_foreign(seen)] if nearest > _FOREIGN else []
    return Verdict(score, tuple(found))


def drift(frames: Frames) -> float:
    """How far the colours at the end are from those at the start, in OKLab."""
    part = max(round(len(frames) * _ENDS), 1)
    return distance(palette(_spread(frames[:part])), palette(_spread(frames[-part:])))


def _spread(frames: Frames) -> Frames:
    places = np.linspace(0, len(frames) - 1, min(_LOOKED_AT, len(frames)))
    return np.asarray(frames[places.round().astype(int)])


def _drifts(seen: Seen) -> Finding:
    said = (
        _("The colours change from the start of the take to its end."),
        _(
            "Make another final; where all drift, choose more steps or make the shot shorter in "
            "the script."
        ),
    )
    span = (0.0, seen.at(len(seen)))
    return finding(Quality.PALETTE, Severity.WARNING, "colours-drift", said, span)


def _foreign(seen: Seen) -> Finding:
    said = (
        _("The colours are unlike those of the other takes of the scene."),
        _(
            "Lock a reference of the place, or name the light in the prompt; then make another "
            "final."
        ),
    )
    span = (0.0, seen.at(len(seen)))
    return finding(Quality.PALETTE, Severity.WARNING, "colours-foreign", said, span)
