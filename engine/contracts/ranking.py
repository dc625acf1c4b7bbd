"""The takes of a shot in an order to look at them. The person picks; this only orders."""

from collections.abc import Sequence

from engine.contracts.base import Value, Wording, _
from engine.contracts.judgement import Judgement, Quality
from engine.contracts.vocabulary import Severity

# What a quality weighs in the mean: what a viewer notices first counts most.
WEIGHTS = {
    Quality.LENGTH: 1.0,
    Quality.EXPOSURE: 2.0,
    Quality.MOTION: 2.0,
    Quality.STEADINESS: 2.0,
    Quality.WHOLENESS: 2.0,
    Quality.SEAM: 1.5,
    Quality.PALETTE: 1.0,
    Quality.SOUND: 1.5,
    Quality.FACE: 4.0,
    Quality.WARDROBE: 1.5,
    Quality.PLACE: 1.5,
    Quality.TEXT: 2.0,
}
QUALITY_NAMES = {
    Quality.LENGTH: _("length"),
    Quality.EXPOSURE: _("exposure"),
    Quality.MOTION: _("movement"),
    Quality.STEADINESS: _("steadiness of light"),
    Quality.WHOLENESS: _("wholeness"),
    Quality.SEAM: _("the seam to its neighbours"),
    Quality.PALETTE: _("colours"),
    Quality.SOUND: _("sound"),
    Quality.FACE: _("likeness of faces"),
    Quality.WARDROBE: _("likeness of clothes"),
    Quality.PLACE: _("likeness of the place"),
    Quality.TEXT: _("what the prompt asks for"),
}
_SAME = 0.005  # of a mean: nobody sees a smaller difference


class Ranked(Value, frozen=True, kw_only=True):
    """One take in its place; `take` counts from 0 in the order given."""

    take: int
    score: float  # weighted mean of what was measured in all takes, 0 … 1
    reason: Wording  # why it stands before the next, or behind the one before


def rank(
    judgements: Sequence[Judgement], seeds: Sequence[int], numbers: Sequence[int] = ()
) -> tuple[Ranked, ...]:
    """The takes from best to worst: without a finding first, then with notes, with warnings, with
    errors; among those by score, then by seed, then as they came.

    Only qualities measured in all of them count, so that a take is not behind for a scorer that
    was installed later. `numbers` are what reasons call the takes; from 1 where none are given.
    """
    numbers = numbers or range(1, len(judgements) + 1)
    shared = [one for one in Quality if all(one in judged.scores for judged in judgements)]
    scores = [_mean(judged, shared) for judged in judgements]
    order = sorted(
        range(len(judgements)),
        key=lambda n: (_gravity(judgements[n]), -round(scores[n] / _SAME), seeds[n], n),
    )
    return tuple(
        Ranked(take=n, score=scores[n], reason=_reason(judgements, numbers, shared, order, place))
        for place, n in enumerate(order)
    )


def _mean(judged: Judgement, qualities: Sequence[Quality]) -> float:
    weight = sum(WEIGHTS[one] for one in qualities)
    total = sum(WEIGHTS[one] * judged.scores[one] for one in qualities)
    return round(total / weight, 4) if weight else 0.0


def _gravity(judged: Judgement) -> int:
    found = {one.problem.severity for one in judged.findings}
    worst = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
    return next((3 - n for n, severity in enumerate(worst) if severity in found), 0)


def _reason(
    judgements: Sequence[Judgement],
    numbers: Sequence[int],
    shared: list[Quality],
    order: list[int],
    place: int,
) -> Wording:
    """What tells a take from its neighbour: the next for the first, the one before for others."""
    own = judgements[order[place]]
    if own.findings:
        gravest, more = _gravest(own), len(own.findings) - 1
        if more > 1:
            return _("{finding} {count} more findings.", finding=gravest, count=more)
        return _("{finding} One more finding.", finding=gravest) if more else gravest
    if len(order) == 1:
        return _("No fault was found.")
    beside = order[1] if place == 0 else order[place - 1]
    if judgements[beside].findings:
        return _("No fault was found.")
    return _told_apart(own, judgements[beside], numbers[beside], shared, ahead=place == 0)


def _gravest(judged: Judgement) -> Wording:
    order = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
    first = min(judged.findings, key=lambda one: order.index(one.problem.severity))
    return first.problem.wording[0]


def _told_apart(
    own: Judgement, other: Judgement, number: int, shared: list[Quality], *, ahead: bool
) -> Wording:
    sign = 1 if ahead else -1
    lead = {one: WEIGHTS[one] * sign * (own.scores[one] - other.scores[one]) for one in shared}
    most = max(lead, key=lambda one: lead[one], default=None)
    if most is None or lead[most] < _SAME:
        return _(
            "No fault was found; as good as take {number}, in the order of seeds.", number=number
        )
    quality = QUALITY_NAMES[most]
    if ahead:
        return _(
            "No fault was found; ahead of take {number} by {quality}.",
            number=number,
            quality=quality,
        )
    return _(
        "No fault was found; behind take {number} by {quality}.", number=number, quality=quality
    )
