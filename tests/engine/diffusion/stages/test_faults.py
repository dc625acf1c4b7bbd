"""What goes wrong in one shot's model is told of that shot, and the others are made."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image
from safetensors.torch import load_file, save_file
from torch import Tensor

from engine.contracts import CancelledError, EngineError, Final, Finals, FinalsRequest, Wording
from engine.diffusion.families.tensors import as_long, pixels
from engine.diffusion.pictures import opened
from engine.diffusion.registry import entry
from engine.diffusion.stages.episode import finals
from engine.diffusion.stages.on_card import explained
from engine.diffusion.stages.weights import weights
from tests.engine.diffusion.stages.conftest import KEYFRAMES, VIDEO
from tests.engine.diffusion.stages.takes import wanted
from tests.engine.quiet import Quiet

OWN = f'title = "Night City"\nbase = "{VIDEO}"\n[licence]\nid = "MIT"'


@pytest.fixture
def own(studio: Path, two_models: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A model of one's own beside the two: a copy of the one for video."""
    models = studio / "models"
    shutil.copytree(two_models / VIDEO, models / "own" / "night-city")
    for name in (KEYFRAMES, VIDEO):
        (models / name).symlink_to(two_models / name)
    (models / "own" / "night-city" / "model.toml").write_text(OWN, encoding="utf-8")
    monkeypatch.setenv("DRAMABOX_MODELS", str(models))
    return models / "own" / "night-city"


def made(studio: Path) -> Finals:
    """A take by the model of one's own, then one by the registry's."""
    both = (
        wanted(studio / "a", final=Final(video="night-city", steps=2)),
        wanted(studio / "b", final=Final(video=VIDEO, steps=2)),
    )
    return finals(FinalsRequest(takes=both), Quiet())


def overflowing(component: str) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        (file,) = (folder / component).glob("*.safetensors")
        held = load_file(file)
        save_file({name: spoilt(one) for name, one in held.items()}, file, {"format": "pt"})

    return spoil


def spoilt(one: Tensor) -> Tensor:
    return torch.full_like(one, torch.nan) if one.is_floating_point() else one


def another_encoder(folder: Path) -> None:
    """One whose words are longer vectors than the denoiser reads."""
    from transformers import UMT5Config, UMT5EncoderModel  # noqa: PLC0415  # seconds

    config = UMT5Config.from_pretrained(folder / "text_encoder")
    config.d_model += 8
    UMT5EncoderModel(config).save_pretrained(folder / "text_encoder")


@pytest.mark.parametrize(
    ("spoil", "code", "told"),
    [
        (overflowing("text_encoder"), "not-a-number", "gave words without values"),
        (overflowing("transformer"), "not-a-number", "gave latents without values"),
        (overflowing("vae"), "not-a-number", "without values: it has overflowed"),
        (another_encoder, "model-failed", "Night City failed at work: "),
    ],
)
def test_a_model_that_fails_costs_its_own_shots_only(
    studio: Path, own: Path, cold: None, spoil: Callable[[Path], None], code: str, told: str
) -> None:
    spoil(own)
    done = made(studio)
    first, second = done.failed
    assert first is not None
    assert first.code == code
    assert told in first.message
    assert "verify" in first.advice
    assert (done.takes[0], second) == (None, None)
    assert done.takes[1] is not None
    assert not (studio / "a").exists()
    kept = [load_file(path) for path in (studio / "stages").glob("*.safetensors")]
    assert not any(one.isnan().any() for held in kept for one in held.values())


def test_a_run_that_overflows_ends_with_its_first_step(
    studio: Path, own: Path, cold: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    from diffusers import WanTransformer3DModel  # noqa: PLC0415  # seconds

    overflowing("transformer")(own)
    passes: list[int] = []
    forward = WanTransformer3DModel.forward

    def counted(*args: Any, **named: Any) -> Any:
        passes.append(1)
        return forward(*args, **named)

    monkeypatch.setattr(WanTransformer3DModel, "forward", counted)
    wish = wanted(studio / "a", final=Final(video="night-city", steps=9))
    (problem,) = finals(FinalsRequest(takes=(wish,)), Quiet()).failed
    assert problem is not None
    assert problem.code == "not-a-number"
    assert 1 <= len(passes) <= 2, "with and without the words"


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        (lambda content: content[: len(content) // 2], "it ends after"),
        (lambda _content: b"\xff" * 4000, "cannot be read"),
        (lambda _content: b"", "cannot be read"),
    ],
)
def test_weights_that_are_not_whole_are_told_before_anything_is_made(
    studio: Path, own: Path, damage: Callable[[bytes], bytes], why: str
) -> None:
    (file,) = (own / "vae").glob("*.safetensors")
    file.write_bytes(damage(file.read_bytes()))
    with pytest.raises(EngineError, match=why) as told:
        made(studio)
    assert told.value.code == "model-broken"
    assert f"vae/{file.name}" in told.value.message
    assert not (studio / "stages").exists()


def test_a_model_that_was_removed_meanwhile_is_told(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="“gone” is no longer on this machine"):
        weights(tmp_path / "gone", 4)


@pytest.mark.parametrize(
    "error",
    [
        CancelledError(),
        EngineError("disk-full", Wording("The disk is full.")),
        torch.OutOfMemoryError("CUDA out of memory"),
        MemoryError(),
        ImportError("no peft"),
        RuntimeError("CUDA error: an illegal memory access was encountered"),
    ],
)
def test_what_concerns_more_than_a_shot_is_passed_on_as_it_is(error: Exception) -> None:
    with pytest.raises(type(error)) as told, explained(entry(VIDEO)):
        raise error
    assert told.value is error


def test_what_a_library_says_at_length_is_told_in_a_line() -> None:
    error = RuntimeError("mat1 and mat2 differ.\nCompile with more flags")
    with pytest.raises(EngineError, match="mat1 and mat2 dif") as told, explained(entry(VIDEO)):
        raise error
    assert "flags" not in told.value.message
    assert f"models verify {VIDEO}" in told.value.advice


def test_a_picture_or_a_sound_without_values_is_no_black_or_silent_take() -> None:
    with pytest.raises(EngineError, match="gave a picture without values"):
        pixels(torch.full((3, 1, 4, 4), torch.nan))
    with pytest.raises(EngineError, match="gave a sound without values"):
        as_long(torch.tensor([[0.0, torch.inf]]), 2)
    assert pixels(torch.full((3, 1, 4, 4), 2.0)).min() == 255


def read(path: Path) -> str:
    """The code of the error; "" for a picture."""
    try:
        return "" if opened(str(path)).mode == "RGB" else "other"
    except EngineError as error:
        return error.code


@pytest.mark.parametrize("name", ["a.ppm", "a.png", "a.avif"])
def test_a_picture_that_is_damaged_in_any_way_is_told(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    Image.fromarray(np.full((8, 8, 3), 90, np.uint8)).save(file)
    whole, found = file.read_bytes(), set()
    for place in range(min(len(whole), 400)):
        file.write_bytes(whole[:place] + b"\xfe" + whole[place + 1 :])
        found.add(read(file))
    assert found == {"", "bad-reference"}
