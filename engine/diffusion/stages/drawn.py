"""Shots whose final take is drawn as a rehearsal is."""

from msgspec.structs import replace

from engine.contracts import (
    Context,
    EffectKind,
    InsertKind,
    Problem,
    RenderRequest,
    Severity,
    Shot,
    Take,
    _,
)
from engine.rehearsal.render import render as rehearse


def is_drawn(shot: Shot) -> bool:
    """Whether the shot is of writing or of two panels, which no video model can be trusted with."""
    split = any(effect.kind is EffectKind.SPLIT_SCREEN for effect in shot.effects)
    read = shot.insert is not None and shot.insert.kind is not InsertKind.OBJECT
    return read or split


def drawn(request: RenderRequest, context: Context) -> Take:
    note = Problem.of(
        severity=Severity.NOTE,
        code="drawn-in-final",
        message=_("This shot is of writing or of two panels: its final take is drawn."),
    )
    return replace(rehearse(request, context), notes=(note,))
