"""Which libraries final takes need beside the project's own, and what to type where they lack."""

from engine.contracts import EngineError, _

COMMAND = '.venv/bin/pip install ".[gpu]"'
# Modules of the extra, by the names under which they are imported.
EXTRA = frozenset(
    {
        "torch",
        "diffusers",
        "transformers",
        "accelerate",
        "psutil",
        "peft",
        "safetensors",
        "huggingface_hub",
        "ftfy",
        "onnx",
        "onnxscript",
        "onnxruntime",
    }
)


def lacking(names: tuple[str, ...]) -> EngineError:
    """Final takes cannot be made without `names`, and how to get them."""
    return EngineError(
        "missing-library",
        _("Final takes need libraries that are not installed: {names}.", names=names),
        _("Install them: {command}", command=COMMAND),
    )


def of_import(error: ImportError) -> EngineError | None:
    """The same of an import that failed; None where it is no library of the extra."""
    name = (error.name or "").partition(".")[0]
    return lacking((name,)) if name in EXTRA and isinstance(error, ModuleNotFoundError) else None
