"""What models there are, which may and can be used here, and why not the others."""

import shutil
from collections.abc import Collection, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from engine.contracts import (
    CardState,
    Context,
    DefaultModel,
    EngineError,
    LibraryState,
    Models,
    ModelsRequest,
    ModelState,
    PolisherState,
    Problem,
    Severity,
    Wording,
    _,
)
from engine.contracts.base import NOTHING
from engine.diffusion.disk import acceptances, hub
from engine.diffusion.disk.acceptances import acceptance_of, refused
from engine.diffusion.disk.manifest import NAME, Manifest, read_manifest, readable_manifest
from engine.diffusion.disk.places import (
    folders_of,
    has_distilled,
    lacking,
    lora_place,
    place_of,
    present,
)
from engine.diffusion.disk.pulling import GIB, SPARE, arrived_bytes
from engine.diffusion.registry import ModelEntry, Role, entries, problems
from engine.diffusion.registry.card import card
from engine.diffusion.registry.choice import choose
from engine.diffusion.registry.folder import models_folder, no_folder
from engine.diffusion.registry.licences import asks
from engine.dotted import load

# Imported where there is something on it: what reads the cards is slow to import.
SHELF = "engine.diffusion.polish.shelf:polishers"
CARDS = {
    "upscalers": "engine.diffusion.polish.shelf:bad_upscalers",
    "interpolators": "engine.diffusion.polish.shelf:bad_interpolators",
    "scorers": "engine.diffusion.scorers:bad_scorers",
}
LIBRARIES = ("torch", "diffusers", "transformers", "huggingface_hub")


def models(request: ModelsRequest, context: Context) -> Models:
    states = tuple(state_of(one) for one in entries())
    found, root = card(), models_folder()
    gib = found.gib if found else 0.0
    return Models(
        models=states,
        card=CardState(name=found.name, gib=found.gib) if found else None,
        libraries=tuple(_library(name) for name in LIBRARIES),
        defaults=tuple(_default(role, gib, _offered(role, states)) for role in Role),
        folder=str(root),
        free_gib=shutil.disk_usage(_existing(root)).free / GIB,
        offline=hub.offline(),
        problems=(*problems(), *_bad_cards(root), *_damage()),
        upscalers=_polishers("upscalers"),
        interpolators=_polishers("interpolators"),
    )


def _bad_cards(root: Path) -> Iterator[Problem]:
    """Small models that cannot be used as they lie there."""
    for kind, told in CARDS.items():
        if (root / kind).is_dir():
            yield from load(told)(root)


def _polishers(kind: str) -> tuple[PolisherState, ...]:
    if not (models_folder() / kind).is_dir():
        return ()
    found: tuple[PolisherState, ...] = load(SHELF)(models_folder(), kind)
    return found


def _damage() -> Iterator[Problem]:
    """No folder at all, and records that cannot be read."""
    if wrong := no_folder():
        yield wrong.problem(Severity.ERROR)
        return
    if damaged := acceptances.damaged():
        yield damaged.problem(Severity.WARNING)
    for one in entries():
        for folder in folders_of(one):
            try:
                read_manifest(folder)
            except EngineError as error:
                yield error.problem(Severity.WARNING)


def state_of(entry: ModelEntry) -> ModelState:
    refusal = refused(entry)
    manifest = readable_manifest(place_of(entry))
    disk, gib = _on_disk(entry, manifest)
    return ModelState(
        name=entry.name,
        title=entry.title,
        role=entry.role.value,
        own=not entry.repository,
        repository=entry.repository,
        disk=disk,
        gib=gib,
        download_gib=entry.download_gib
        + (entry.distilled.download_gib if entry.distilled else 0.0),
        card_gib=entry.card_gib,
        comfortable_gib=entry.comfortable_gib,
        licence=entry.licence.id,
        licence_title=entry.licence.title,
        excluded=tuple(sorted(entry.licence.excluded)),
        revenue_limit=entry.licence.revenue_limit,
        duties=entry.licence.duties,
        must_show=entry.licence.must_show,
        asks=asks(entry.licence),
        refused=refusal.code if refusal else "",
        why=refusal.wording if refusal else (NOTHING, NOTHING),
        accepted=acceptance_of(entry.name),
        revision=manifest.commit if manifest else "",
        pulled_at=manifest.pulled_at if manifest else "",
        usable=refusal is None and present(entry),
        steps=entry.distilled.steps if entry.distilled and has_distilled(entry) else entry.steps,
        lacking=lacking(entry),
        no_room=_no_room(entry, gib) if disk != "yes" and entry.repository else NOTHING,
    )


def _on_disk(entry: ModelEntry, manifest: Manifest | None) -> tuple[str, float]:
    """Whether it is there, and GiB of it."""
    if not entry.repository and not present(entry):
        # Without any part of it there are a few words about it, and no weights.
        return ("part", _bytes(place_of(entry)) / GIB) if lacking(entry) else ("no", 0.0)
    if present(entry) and has_distilled(entry):
        return "yes", (_bytes(place_of(entry)) + _bytes_of_lora(entry)) / GIB
    if arrived := arrived_bytes(entry.name):
        return "part", arrived / GIB
    if manifest is not None:
        return ("damaged" if not present(entry) else "part"), manifest.size / GIB
    if present(entry) or lacking(entry):
        here = "part"
    else:
        here = "damaged" if (place_of(entry) / NAME).exists() else "no"
    return here, _bytes(place_of(entry)) / GIB


def _no_room(entry: ModelEntry, arrived_gib: float) -> Wording:
    """Why what a pull would still fetch does not fit on the disk; nothing where it does."""
    size = entry.download_gib + (entry.distilled.download_gib if entry.distilled else 0.0)
    needed = max(size - arrived_gib, 0.0) + SPARE / GIB
    free = shutil.disk_usage(_existing(models_folder())).free / GIB
    if needed <= free:
        return NOTHING
    return _(
        "it needs {needed} GiB of disk, and {free} GiB are free",
        needed=f"{needed:.1f}",
        free=f"{free:.1f}",
    )


def _bytes_of_lora(entry: ModelEntry) -> int:
    return _bytes(lora_place(entry.name)) if entry.distilled else 0


def _bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def _library(name: str) -> LibraryState:
    try:
        return LibraryState(name=name, version=version(name))
    except PackageNotFoundError:
        return LibraryState(name=name, version="")


def _offered(role: Role, states: Collection[ModelState]) -> frozenset[str]:
    """The models that a shot without a wish may get: those that are here, if any are."""
    allowed = [one for one in states if one.role == role.value and not one.refused]
    here = frozenset(one.name for one in allowed if one.usable)
    return here or frozenset(one.name for one in allowed)


def _default(role: Role, card_gib: float, allowed: frozenset[str]) -> DefaultModel:
    try:
        choice = choose(role, card_gib, allowed, entries())
    except EngineError as error:
        return DefaultModel(role=role.value, name="", title="", why=(error.wording[0],))
    return DefaultModel(
        role=role.value, name=choice.entry.name, title=choice.entry.title, why=choice.reasons
    )


def _existing(folder: Path) -> Path:
    return next(path for path in (folder, *folder.parents) if path.exists())
