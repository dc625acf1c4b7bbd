"""The verb `references`: candidates for a reference sheet."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from engine.contracts import (
    Candidate,
    Candidates,
    Context,
    EngineError,
    Problem,
    Reference,
    ReferencesRequest,
    Severity,
    _,
)
from engine.diffusion.references import plan
from engine.diffusion.references.drawn import drawn
from engine.dotted import load
from engine.whole_file import whole_file

if TYPE_CHECKING:
    from engine.diffusion.references.painted import Painted

REHEARSAL = "rehearsal"


def references(request: ReferencesRequest, context: Context) -> Candidates:
    """Make the pictures into `out`; the same request gives the same bytes.

    Raises EngineError "nothing-to-picture", "unknown-view", "missing-library" and what the model
    raises; CancelledError when the caller asks to stop.
    """
    plan.kind(request)
    if request.model == REHEARSAL:
        return _drawings(request, context)
    made = _painter()(request, context)
    return Candidates(
        candidates=tuple(
            _kept(request, one.view, one.picture, model=one.model, seed=one.seed, prompt=one.prompt)
            for one in made
        )
    )


def _painter() -> "Callable[[ReferencesRequest, Context], tuple[Painted, ...]]":
    """Imported on use: it brings torch."""
    try:
        return load("engine.diffusion.references.painted:paint")
    except ImportError as error:
        raise EngineError(
            "missing-library",
            _(
                "Diffusion models need something that is not installed: {error}.",
                error=str(error),
            ),
            _("Install the extra “diffusion”, or let the rehearsal draw the sheet."),
        ) from error


def _drawings(request: ReferencesRequest, context: Context) -> Candidates:
    """The drawings themselves, once whatever the seeds: nothing in them is left to chance."""
    seed, found = request.seeds[0], []
    views = plan.views(request)
    for n, view in enumerate(views):
        context.step(n, len(views), view)
        found.append(_kept(request, view, drawn(request, view), model=REHEARSAL, seed=seed))
    note = Problem.of(
        severity=Severity.NOTE,
        code="drawn-reference",
        message=_("Drawn by the rehearsal: it holds clothes, hair and colours, not a real face."),
    )
    return Candidates(candidates=tuple(found), notes=(note,))


def _kept(
    request: ReferencesRequest,
    view: str,
    picture: Image.Image,
    *,
    model: str,
    seed: int,
    prompt: str = "",
) -> Candidate:
    path = Path(request.out) / f"{view}-{seed}.png"
    with whole_file(path) as part:
        picture.save(part, "png", compress_level=4)
    subject = request.character.id if request.character else ""
    reference = Reference(
        kind=plan.kind(request),
        subject=request.place.place if request.place else subject,
        file=str(path),
        view=view,
        wardrobe=request.wardrobe,
        sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
    )
    return Candidate(reference=reference, model=model, seed=seed, prompt=prompt)
