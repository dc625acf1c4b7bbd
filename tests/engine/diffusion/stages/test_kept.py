"""What stages have made stays as long as it is needed, whatever the disk is like."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from safetensors import SafetensorError
from torch import Tensor

from engine.contracts import EngineError
from engine.diffusion.stages import kept
from engine.diffusion.stages.kept import Kept

made: list[int] = []


@pytest.fixture(autouse=True)
def _nothing_made() -> None:
    made.clear()


def latents(number: int) -> Callable[[], dict[str, Tensor]]:
    def make() -> dict[str, Tensor]:
        made.append(number)
        return {"latents": torch.full((1000,), float(number))}

    return make


def an_hour_later(folder: Path) -> None:
    for path in folder.iterdir():
        os.utime(path, (path.stat().st_atime - 3600, path.stat().st_mtime - 3600))


def test_latents_of_a_job_outlive_a_folder_that_is_too_small_for_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Kept(tmp_path).tensors("of another job", latents(9))
    an_hour_later(tmp_path)
    monkeypatch.setenv(kept.LIMIT_GB, "0.000005")  # 5000 bytes: one of them
    stages = Kept(tmp_path)
    held = [stages.held(n, latents(n)) for n in range(4)]
    assert [float(one()["latents"][0]) for one in held] == [0, 1, 2, 3]
    assert made == [9, 0, 1, 2, 3], "each is sampled once"
    assert len(list(tmp_path.iterdir())) == 4, "what is of another job makes room"
    an_hour_later(tmp_path)
    Kept(tmp_path).tensors("of the next job", latents(5))
    assert len(list(tmp_path.iterdir())) == 1


def test_latents_that_find_no_room_are_decoded_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def on_a_full_disk(_tensors: dict[str, Tensor], _path: Path) -> None:
        raise SafetensorError("I/O error: No space left on device (os error 28)")

    monkeypatch.setattr(kept, "save_file", on_a_full_disk)
    held = Kept(tmp_path).held(1, latents(1))
    assert float(held()["latents"][0]) == 1
    assert (made, list(tmp_path.iterdir())) == ([1], [])


def test_where_no_folder_can_be_made_stages_are_made_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    stages = Kept(tmp_path / "file" / "stages")
    assert float(stages.held(1, latents(1))()["latents"][0]) == 1
    assert made == [1]


def test_what_can_only_be_read_is_not_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Kept(tmp_path).tensors(1, latents(1))

    def refuse(_path: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "utime", refuse)
    Kept(tmp_path).tensors(1, latents(1))
    assert made == [1]


@pytest.mark.parametrize("given", ["many", "", "nan", "-1", "inf", "50 GB"])
def test_a_size_that_is_no_number_is_told_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.setenv(kept.LIMIT_GB, given)
    with pytest.raises(EngineError, match="no number of gigabytes") as told:
        Kept(tmp_path)
    assert f"{kept.LIMIT_GB} is “{given}”" in told.value.message
    assert "50" in told.value.advice
