"""All that can be told of a take without weights, as one judgement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.contracts import Finding, Format, Judgement, Problem, Quality, Shot
from engine.quality.allowed import allowed
from engine.quality.colours import colours
from engine.quality.cuts import wholeness
from engine.quality.exposure import exposure
from engine.quality.footage import Frames, Picture, Seen
from engine.quality.heard import Heard, hearing
from engine.quality.length import length
from engine.quality.movement import motion
from engine.quality.seam import seams
from engine.quality.steadiness import steadiness
from engine.quality.verdict import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What a take stands among; pictures in any size.

    `before` is the frame that it goes on from without a seam, `after` the one that goes on from
    it, `scene` frames of other takes of the scene, or of its place.
    """

    before: Picture | None = None
    after: Picture | None = None
    scene: Sequence[Frames] = ()


ALONE = Around()


def judged(
    seen: Seen,
    size: tuple[int, int],
    heard: Heard,
    shot: Shot,
    picture: Format,
    around: Around = ALONE,
) -> Judgement:
    """What is wrong with a take of `shot` that was to be of the format `picture`.

    `size` is width and height of the take itself. The same arguments give the same judgement.
    """
    may = allowed(shot)
    verdicts: dict[Quality, Verdict | None] = {
        Quality.LENGTH: length(seen, size, shot, picture),
        Quality.EXPOSURE: exposure(seen, may),
        Quality.MOTION: motion(seen, may),
        Quality.STEADINESS: steadiness(seen, may),
        Quality.WHOLENESS: wholeness(seen, may),
        Quality.SEAM: seams(seen, around.before, around.after),
        Quality.PALETTE: colours(seen, may, around.scene),
        Quality.SOUND: hearing(heard, shot),
    }
    return judgement(verdicts)


def judgement(
    verdicts: Mapping[Quality, Verdict | None], absent: tuple[Problem, ...] = ()
) -> Judgement:
    """Verdicts as they travel; those that are None could not be given."""
    given = {quality: verdict for quality, verdict in verdicts.items() if verdict is not None}
    findings: list[Finding] = [one for verdict in given.values() for one in verdict.findings]
    return Judgement(
        findings=tuple(findings),
        scores={quality: round(verdict.score, 4) for quality, verdict in given.items()},
        absent=absent,
    )


def together(first: Judgement, second: Judgement) -> Judgement:
    """Two judgements of one take by different qualities."""
    return Judgement(
        findings=(*first.findings, *second.findings),
        scores=first.scores | second.scores,
        absent=(*first.absent, *second.absent),
    )
