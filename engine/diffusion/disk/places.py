"""Where a model lies, and whether it does."""

from pathlib import Path

from engine.contracts import EngineError, Wording, _
from engine.diffusion.disk.manifest import is_whole, read_manifest
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
    return not entry.repository or _is_sound(folder)


def folder_of(entry: ModelEntry) -> Path:
    """The folder to load the model from; raises EngineError "model-missing", "bad-manifest"."""
    if not present(entry):
        read_manifest(place_of(entry))
        raise EngineError(
            "model-missing",
            _("{title} is not on this machine, or not all of it.", title=entry.title),
            _pull(entry)
            if entry.repository
            else _("Put a diffusers repository into “{folder}”.", folder=str(place_of(entry))),
        )
    return place_of(entry)


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
