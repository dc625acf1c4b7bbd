"""Where a model lies, and whether it does."""

from pathlib import Path

from engine.contracts import EngineError, Wording, _
from engine.diffusion.disk.inventory import missing_parts, weights_in
from engine.diffusion.disk.manifest import NAME, Manifest, has, is_whole, read_manifest
from engine.diffusion.registry import ModelEntry
from engine.diffusion.registry.folder import INDICES, models_folder


def place_of(entry: ModelEntry) -> Path:
    """Its folder, there or not."""
    root = models_folder()
    return root / entry.name if entry.repository else root / "own" / entry.name


def lora_place(name: str) -> Path:
    return models_folder() / "loras" / name


def folders_of(entry: ModelEntry) -> tuple[Path, ...]:
    """Where what is pulled of it lies, there or not; () of one's own."""
    if not entry.repository:
        return ()
    return (place_of(entry), *([lora_place(entry.name)] if entry.distilled else []))


def present(entry: ModelEntry) -> bool:
    """Whether the model lies here whole; its distilled LoRA is another question."""
    folder = place_of(entry)
    if not any((folder / name).is_file() for name in INDICES):
        return False
    try:
        manifest = _manifest(entry)
    except EngineError:
        return False
    return is_whole(folder, manifest) if manifest else not missing_parts(folder, entry.ignore)


def lacking(entry: ModelEntry) -> tuple[str, ...]:
    """The parts of a model that are not here whole while others are, by the names of its folders.

    Of what was pulled its manifest says what there should be, else the index of the repository.
    """
    folder = place_of(entry)
    try:
        manifest = _manifest(entry)
    except EngineError:
        return ()
    if manifest is not None:
        gone = (file.name for file in manifest.files if not has(folder, file))
        return tuple(dict.fromkeys(name.partition("/")[0] for name in gone))
    here = weights_in(folder) or any((folder / name).is_file() for name in INDICES)
    return missing_parts(folder, entry.ignore) if here else ()


def _manifest(entry: ModelEntry) -> Manifest | None:
    """Of one's own model none counts: it is somebody else's. Raises EngineError "bad-manifest"."""
    return read_manifest(place_of(entry)) if entry.repository else None


def folder_of(entry: ModelEntry) -> Path:
    """The folder to load the model from; raises EngineError "model-missing", "bad-manifest"."""
    if not present(entry):
        _manifest(entry)
        raise missing_model(entry)
    return place_of(entry)


def missing_model(entry: ModelEntry) -> EngineError:
    """Nothing of it is here, or which parts of it are not, and what to do."""
    folder = str(place_of(entry))
    if parts := lacking(entry):
        return EngineError(
            "model-missing",
            _("{title} is not all here: {parts} missing.", title=entry.title, parts=parts),
            _("Copy the whole of it into “{folder}” again.", folder=folder)
            if not _is_pulled(entry)
            else _pull(entry),
        )
    return EngineError(
        "model-missing",
        _("{title} is not on this machine, or not all of it.", title=entry.title),
        _pull(entry)
        if entry.repository
        else _("Put a diffusers repository into “{folder}”.", folder=folder),
    )


def _is_pulled(entry: ModelEntry) -> bool:
    return bool(entry.repository) and (place_of(entry) / NAME).exists()


def has_distilled(entry: ModelEntry) -> bool:
    """Whether the LoRA for few steps is here, or the model has none."""
    if entry.distilled is None:
        return True
    folder = lora_place(entry.name)
    return all((folder / name).is_file() for name in entry.distilled.files) and _is_sound(folder)


def distilled_files(entry: ModelEntry) -> tuple[Path, ...]:
    """One LoRA file for each denoiser, () without any; raises EngineError "model-missing"."""
    if not has_distilled(entry):
        raise EngineError(
            "model-missing",
            _("The LoRA that lets {title} do with few steps is missing.", title=entry.title),
            _pull(entry),
        )
    names = entry.distilled.files if entry.distilled else ()
    return tuple(lora_place(entry.name) / name for name in names)


def _is_sound(folder: Path) -> bool:
    """Whether nothing is known to be wrong with what lies there."""
    try:
        manifest = read_manifest(folder)
    except EngineError:
        return False
    return manifest is None or is_whole(folder, manifest)


def _pull(entry: ModelEntry) -> Wording:
    return _(
        "Pull it on the Engine page, or with “python -m engine models pull {name}”.",
        name=entry.name,
    )
