"""What was made with other weights has another name."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.diffusion.disk import fingerprint, folder_of
from engine.diffusion.registry import ModelEntry
from tests.engine.diffusion.disk.conftest import pulled
from tests.engine.diffusion.disk.local_hub import Hub

WEIGHTS = 3 * 2**20


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "m" / "vae").mkdir(parents=True)
    (tmp_path / "m" / "config.json").write_text("{}", encoding="utf-8")
    (tmp_path / "m" / "vae" / "v.safetensors").write_bytes(bytes(WEIGHTS))
    return tmp_path / "m"


def written(file: Path, change: Callable[[bytearray], None]) -> None:
    content = bytearray(file.read_bytes())
    change(content)
    file.write_bytes(content)
    later = file.stat().st_mtime_ns + 10**9
    os.utime(file, ns=(later, later))


def test_a_copy_is_the_same_weights(folder: Path, tmp_path: Path) -> None:
    assert len(fingerprint(folder)) == 32
    copy = tmp_path / "copy"
    folder.rename(copy)
    again = fingerprint(copy)
    copy.rename(folder)
    assert fingerprint(folder) == again


@pytest.mark.parametrize("place", [0.0, 0.2, 0.5, 0.8, 1.0])
def test_a_fine_tune_of_the_same_size_is_another_wherever_it_differs(
    folder: Path, place: float
) -> None:
    before = fingerprint(folder)
    probe = 2**16

    def change(content: bytearray) -> None:
        # A training run changes every tensor; a single spot may lie between the samples.
        at = int(place * (len(content) - 4 * probe))
        content[at : at + 4 * probe] = b"\1" * 4 * probe

    written(folder / "vae" / "v.safetensors", change)
    assert fingerprint(folder) != before


def test_a_change_of_a_configuration_counts(folder: Path) -> None:
    before = fingerprint(folder)
    written(folder / "config.json", lambda content: content.extend(b" "))
    assert fingerprint(folder) != before


def test_what_did_not_change_is_not_read_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = fingerprint(folder)
    monkeypatch.setattr(Path, "open", None)
    assert fingerprint(folder) == before


def test_what_was_pulled_is_named_by_its_manifest_until_somebody_writes_into_it(
    wan: ModelEntry, hub: Hub, disk: Path
) -> None:
    pulled(wan)
    folder = folder_of(wan)
    before = fingerprint(folder)
    moved = disk / "moved"
    folder.rename(moved)
    assert fingerprint(moved) == before
    written(moved / "vae" / "config.json", lambda content: content.extend(b" "))
    assert fingerprint(moved) != before
