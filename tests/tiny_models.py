"""Tiny models on disk, as if they had been pulled: saved once for a run of the tests."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.diffusion.registry import entry
from engine.dotted import load

os.environ["HF_HUB_OFFLINE"] = "1"
# Threads that wait for each other take ten times as long as one does with so few weights.
os.environ["OMP_NUM_THREADS"] = "1"


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of models; empty at first."""
    return tmp_path_factory.mktemp("models")


@pytest.fixture(scope="session")
def tiny_model(models: Path) -> Callable[[str], Path]:
    """The folder of a model of that name with a few random weights."""

    def folder(name: str) -> Path:
        if not (models / name).exists():
            load(entry(name).tiny)().save_pretrained(models / name)
        return models / name

    return folder
