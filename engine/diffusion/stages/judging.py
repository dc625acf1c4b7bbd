"""What can be told of finals only once they lie there: beside each other, and by scorers."""

from pathlib import Path

import numpy as np
from msgspec.structs import replace

from engine.contracts import EngineError, Judgement, Problem, Quality, Severity, _
from engine.diffusion.faults import first_line
from engine.diffusion.leading import of_shot
from engine.diffusion.pictures import anchor
from engine.diffusion.scorers import Asked, by_scorers
from engine.diffusion.stages.work import Work
from engine.quality.allowed import allowed
from engine.quality.colours import colours
from engine.quality.footage import reduced
from engine.quality.judge import together


def ask_scorers(one: Work, models: Path) -> None:
    """How alike the take is to what leads it. A scorer that is broken loses no take."""
    if one.take is None:
        return
    request = one.plan.request
    asked = Asked(
        video=str(Path(request.out) / one.take.video),
        frames=one.take.frames,
        shot=request.shot,
        references=of_shot(request.shot, one.plan.final.references),
        prompt=one.made_with.get("prompt", ""),
    )
    try:
        said = by_scorers(asked, models)
    except EngineError as error:
        said = Judgement(absent=(error.problem(Severity.NOTE),))
    except Exception as error:  # noqa: BLE001  a graph of somebody's own fails in ways of its own
        said = Judgement(absent=(_failed(error),))
    _add(one, said)


def _failed(error: Exception) -> Problem:
    return Problem.of(
        severity=Severity.NOTE,
        code="scorer-failed",
        message=_("A scorer could not be asked: {error}.", error=first_line(error)),
        advice=_("Compare its card with docs/small-models.md."),
    )


def among_scene(work: list[Work]) -> None:
    """Compare the colours of takes of one scene with each other, and with the frame of an earlier
    final that the shot returns to."""
    for one in work:
        if one.seen is None:
            continue
        mates = [
            other.seen.frames
            for other in work
            if other is not one and other.seen is not None and other.scene == one.scene
        ]
        if one.before is not None and not anchor(one.plan.final):
            mates.append(reduced(np.asarray(one.before))[None])
        verdict = colours(one.seen, allowed(one.plan.request.shot), mates) if mates else None
        if verdict is not None:
            said = Judgement(
                findings=verdict.findings, scores={Quality.PALETTE: round(verdict.score, 4)}
            )
            _add(one, said)
    for one in work:
        one.seen = None


def _add(one: Work, said: Judgement) -> None:
    """What is said of a quality replaces what was said of it before."""
    if one.take is None or one.take.judgement is None:
        return
    before = one.take.judgement
    others = tuple(finding for finding in before.findings if finding.quality not in said.scores)
    one.take = replace(one.take, judgement=together(replace(before, findings=others), said))
