"""Which model makes a take, and where it lies."""

from dataclasses import replace
from pathlib import Path

from engine.diffusion import disk
from engine.diffusion.registry import ModelEntry, Role, entries, entry
from engine.diffusion.registry.card import card
from engine.diffusion.registry.choice import default


def folder_of(one: ModelEntry) -> Path:
    """Where to load it from; raises EngineError where it may not be used or is not here."""
    disk.permit(one)
    return disk.folder_of(one)


def model(role: Role, name: str) -> ModelEntry:
    """The model of that name; for "" the best for this card, of those that are here if any are.

    Raises EngineError where it may not be used or is not here.
    """
    chosen = meant(role, name)
    folder_of(chosen)
    return chosen


def meant(role: Role, name: str) -> ModelEntry:
    """The same, whether or not it is here."""
    return in_few_steps(entry(name) if name else _default(role))


def in_few_steps(one: ModelEntry) -> ModelEntry:
    """With the steps and the guidance of its distilled weights, where those are here."""
    few = one.distilled
    if few is None or not disk.has_distilled(one):
        return one
    return replace(one, steps=few.steps, guidance=few.guidance)


def _default(role: Role) -> ModelEntry:
    allowed = disk.permitted()
    here = {one.name for one in entries(role) if one.name in allowed and disk.present(one)}
    found = card()
    return default(role, found.gib if found else 0.0, here or allowed)
