"""The models that final takes can be made with. To add one, copy a module of models/ and name it.

The names are stable: takes, settings and folders on disk are called by them.
"""

from functools import cache
from importlib import import_module

from engine.contracts import EngineError, Problem, _
from engine.diffusion.registry.entry import (
    Bucket,
    Companion,
    Distilled,
    Licence,
    Mode,
    ModelEntry,
    Peak,
    Role,
    Rules,
)
from engine.diffusion.registry.folder import models_folder
from engine.diffusion.registry.own import Lora, read_loras, read_models

# Name → module whose ENTRY it is.
MODELS = {
    "flux2-klein-4b": "engine.diffusion.models.flux2_klein_4b",
    "qwen-image-edit-2511": "engine.diffusion.models.qwen_image_edit_2511",
    "sdxl": "engine.diffusion.models.sdxl",
    "z-image-turbo": "engine.diffusion.models.z_image_turbo",
    "wan2.2-i2v-a14b": "engine.diffusion.models.wan22_i2v_a14b",
    "wan2.2-ti2v-5b": "engine.diffusion.models.wan22_ti2v_5b",
    "ltx-2.5": "engine.diffusion.models.ltx_2_5",
    "minimax-h3": "engine.diffusion.models.minimax_h3",
    "minimax-h3-ref": "engine.diffusion.models.minimax_h3_ref",
    "wan2.1-vace-14b": "engine.diffusion.models.wan21_vace_14b",
    "wan2.1-vace-1.3b": "engine.diffusion.models.wan21_vace_1_3b",
}

__all__ = [
    "MODELS",
    "Bucket",
    "Companion",
    "Distilled",
    "Licence",
    "Lora",
    "Mode",
    "ModelEntry",
    "Peak",
    "Role",
    "Rules",
    "entries",
    "entry",
    "lora",
    "loras",
    "problems",
]


@cache
def _built_in() -> dict[str, ModelEntry]:
    found: list[ModelEntry] = [import_module(module).ENTRY for module in MODELS.values()]
    return {one.name: one for one in found}


def _all() -> dict[str, ModelEntry]:
    """Those of this version, then folders of one's own; read anew, for one may come at any time."""
    own, _problems = read_models(models_folder(), _built_in())
    return _built_in() | {one.name: one for one in own}


def entries(role: Role | None = None) -> tuple[ModelEntry, ...]:
    """All models, or those of one role, in the order of the registry."""
    return tuple(one for one in _all().values() if role in (None, one.role))


def entry(name: str) -> ModelEntry:
    """The model of that name. Raises EngineError "unknown-model"."""
    found = _built_in().get(name) or _all().get(name)
    if found is None:
        raise EngineError(
            "unknown-model",
            _("There is no model “{name}” in the registry.", name=name),
            _("Use one of {names}.", names=tuple(_all())),
        )
    return found


def loras() -> tuple[Lora, ...]:
    """The LoRAs of one's own."""
    return tuple(read_loras(models_folder(), _built_in())[0])


def lora(name: str) -> Lora:
    """The LoRA of that name. Raises EngineError "unknown-lora"."""
    found = {one.name: one for one in loras()}
    if name not in found:
        raise EngineError(
            "unknown-lora",
            _("There is no LoRA “{name}” on this machine.", name=name),
            _("Put it into the folder “loras” beside the models, with a lora.toml."),
        )
    return found[name]


def problems() -> tuple[Problem, ...]:
    """Why folders of one's own were left out."""
    root, known = models_folder(), _built_in()
    return (*read_models(root, known)[1], *read_loras(root, known)[1])
