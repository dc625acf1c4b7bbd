"""A hub to pull from, an empty folder of models, and entries that no release may change."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import huggingface_hub.constants
import pytest

from engine.contracts import ModelReport, ModelRequest, Wording
from engine.diffusion import registry
from engine.diffusion.disk.pulling import pull
from engine.diffusion.registry import Distilled, Licence, ModelEntry, entry
from tests.engine.diffusion.disk.local_hub import Hub, add_folder, serving

NAME = "wan2.2-ti2v-5b"
LORA = "lights/few-steps"


class Steps:
    """A context that remembers, and stops the work once asked to."""

    def __init__(self, stop: Callable[[int], None] = lambda done: None) -> None:
        self.told: list[tuple[int, int, str]] = []
        self._stop = stop

    def step(self, done: int, total: int, note: str | Wording = "") -> None:
        self.told.append((done, total, str(note)))
        self._stop(done)


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "models"
    monkeypatch.setenv("DRAMABOX_MODELS", str(folder))
    return folder


@pytest.fixture
def hub(disk: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    for name in ("HF_HUB_OFFLINE", "DRAMABOX_OFFLINE", "HF_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    # Read once when the library is imported; the tests around this one keep it offline.
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", False)
    monkeypatch.setattr(huggingface_hub.constants, "DOWNLOAD_CHUNK_SIZE", 4096)
    with serving() as served:
        monkeypatch.setenv("HF_ENDPOINT", served.address)
        yield served


@pytest.fixture
def entered(monkeypatch: pytest.MonkeyPatch) -> Callable[..., ModelEntry]:
    """Have the registry know a model, made of a real entry with these differences."""

    def add(**differing: object) -> ModelEntry:
        one = replace(entry(NAME), **{"distilled": None, "ignore": ("*.fp16.*",)} | differing)  # type: ignore[arg-type]
        known = registry._built_in() | {one.name: one}
        monkeypatch.setattr(registry, "_built_in", lambda: known)
        return one

    return add


@pytest.fixture
def wan(
    hub: Hub, entered: Callable[..., ModelEntry], tiny_model: Callable[[str], Path]
) -> ModelEntry:
    """A video model on the hub: a few random weights, and much that nobody needs."""
    one = entered()
    repository = add_folder(hub, one.repository, tiny_model(NAME))
    repository.files |= {
        "README.md": b"# Wan",
        ".gitattributes": b"*",
        "assets/demo.mp4": b"\0" * 5000,
        "wan.safetensors": b"\0" * 5000,  # all in one file, for other programs
        "vae/diffusion_pytorch_model.bin": b"\x80" * 5000,
        "vae/diffusion_pytorch_model.fp16.safetensors": b"\0" * 5000,
        "transformer/code.py": b"import os",
    }
    return one


@pytest.fixture
def with_lora(hub: Hub, wan: ModelEntry, entered: Callable[..., ModelEntry]) -> ModelEntry:
    files = {"v2/high.safetensors": b"h" * 3000, "v1/old.safetensors": b"o" * 3000}
    hub.repositories[LORA] = type(hub.repositories[wan.repository])(files)
    return entered(distilled=Distilled(repository=LORA, files=("v2/high.safetensors",), steps=4))


@pytest.fixture
def gated_by_licence(entered: Callable[..., ModelEntry]) -> ModelEntry:
    return entered(
        licence=Licence(
            id="Community-1",
            title="Community Licence",
            excluded=frozenset({"EU", "GB"}),
            revenue_limit=20_000_000,
            must_accept=True,
        )
    )


def pulled(one: ModelEntry) -> ModelReport:
    return pull(ModelRequest(name=one.name), Steps())
