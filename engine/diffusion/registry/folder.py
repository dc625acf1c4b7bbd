"""Where models lie on disk, and how. The studio says where by the same variables and defaults."""

import os
from pathlib import Path

from engine.contracts import EngineError, _

# What says of which components a pipeline is made: of one class, or of blocks.
INDICES = ("model_index.json", "modular_model_index.json")
_ROOT = Path(__file__).resolve().parents[3]


def no_folder() -> EngineError | None:
    """Why the folder of models cannot be one: something else lies there, or above it."""
    root = models_folder()
    there = next(path for path in (root, *root.parents) if path.exists())
    if there.is_dir():
        return None
    return EngineError(
        "models-not-a-folder",
        _("“{path}” is no folder, and models are to lie there.", path=str(there)),
        _("Set DRAMABOX_MODELS to a folder, there or to be made."),
    )


def models_folder() -> Path:
    """DRAMABOX_MODELS, else `models` in DRAMABOX_DATA; relative ones count from the repository."""
    data = os.environ.get("DRAMABOX_DATA") or "data"
    given = os.environ.get("DRAMABOX_MODELS") or os.path.join(data, "models")  # noqa: PTH118
    # Links are not followed, as the studio does not: both speak of one path.
    return Path(os.path.abspath(_ROOT / given))  # noqa: PTH100
