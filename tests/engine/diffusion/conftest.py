"""Tiny models on disk, as if they had been pulled: saved once for a run of the tests."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.diffusion.registry import entry
from engine.verbs import load

os.environ["HF_HUB_OFFLINE"] = "1"


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder of a model of that name with a few random weights."""
    root = tmp_path_factory.mktemp("models")

    def folder(name: str) -> Path:
        if not (root / name).exists():
            load(entry(name).tiny)().save_pretrained(root / name)
        return root / name

    return folder
