"""A card runs out of memory in the middle of the work."""

from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest
import torch
from PIL import Image

from engine.contracts import EngineError, Final, FinalsRequest, Format
from engine.diffusion.families import Conditions, Prompt, Tensors
from engine.diffusion.faults import is_out_of_memory
from engine.diffusion.registry import Bucket, entry
from engine.diffusion.stages.episode import finals
from engine.diffusion.stages.ladder import Rung, out_of_memory
from engine.diffusion.stages.maker import Maker
from engine.diffusion.stages.residency import HOT
from tests.engine.diffusion import tiny_graphs
from tests.engine.diffusion.stages.short import DECODER, DENOISER, ENCODER, short_of_memory
from tests.engine.diffusion.stages.takes import SMALL, wanted
from tests.engine.quiet import Quiet
from tests.engine.rehearsal.shots import person, shot

BUCKET = Bucket(width=32, height=64, frames=5, fps=24)
LED = Conditions(first=Image.new("RGB", (32, 64), "teal"))
RUNGS = [rung for rung in Rung if rung > Rung.WHOLE]


def sampled(maker: Maker, seed: int = 1) -> Tensors:
    told = maker.encode(Prompt(text="A door.", negative="static"), LED)
    return maker.sample(told(), LED, maker.run(BUCKET, seed, 1))()


def forget(studio: Path) -> None:
    for kept in (studio / "stages").iterdir():
        kept.unlink()


@pytest.fixture
def told(maker: Maker, studio: Path) -> Tensors:
    """The latents of a card with memory enough."""
    latents = sampled(maker)
    forget(studio)
    return latents


@pytest.mark.parametrize("rung", RUNGS)
def test_a_denoiser_climbs_as_far_as_it_has_to_and_samples_the_same(
    maker: Maker, told: Tensors, rung: Rung
) -> None:
    with short_of_memory(DENOISER, times=rung):
        again = sampled(maker)
    assert maker.rung is rung
    assert torch.equal(again["latents"], told["latents"])


@pytest.mark.parametrize("rung", [Rung.FREED, Rung.GROUPS])
def test_an_encoder_climbs_too(maker: Maker, told: Tensors, rung: Rung) -> None:
    with short_of_memory(ENCODER, times=rung):
        again = sampled(maker)
    assert maker.rung is rung
    assert torch.equal(again["latents"], told["latents"])


@pytest.mark.parametrize("rung", RUNGS)
def test_a_decoder_climbs_without_sampling_again(maker: Maker, rung: Rung) -> None:
    latents, run = sampled(maker), maker.run(BUCKET, 1, 1)
    whole = maker.decode(latents, run)
    HOT.clear()
    with short_of_memory(DENOISER, times=0) as passes, short_of_memory(DECODER, times=rung):
        again = maker.decode(latents, run)
    assert (maker.rung, passes[0]) == (rung, 0)
    assert (again.frames == whole.frames).all()


def test_after_the_last_rung_it_says_so_and_holds_nothing(maker: Maker) -> None:
    with short_of_memory(DENOISER) as passes, pytest.raises(EngineError) as refused:
        sampled(maker)
    assert refused.value.code == "out-of-memory-card"
    assert passes[0] == len(Rung)
    assert not HOT.held


def test_a_lower_rung_is_taken_again_once_there_is_room(maker: Maker, studio: Path) -> None:
    with short_of_memory(DENOISER, times=Rung.GROUPS):
        first = sampled(maker)
    forget(studio)
    maker.rung = Rung.WHOLE
    assert torch.equal(sampled(maker)["latents"], first["latents"])
    assert maker.rung is Rung.WHOLE


def test_the_advice_names_a_model_that_runs_on_the_card() -> None:
    small, large = entry("flux2-klein-4b"), entry("wan2.2-ti2v-5b")
    error = out_of_memory(large, 8.5, [small])
    assert "8 GiB" in error.message
    assert small.title in error.advice
    assert "smaller size" in out_of_memory(large, 4.0, [small]).advice


@pytest.mark.parametrize(
    ("error", "is_so"),
    [
        (torch.OutOfMemoryError("CUDA out of memory"), True),
        (RuntimeError("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate`"), True),
        (RuntimeError("CUDA error: an illegal memory access was encountered"), False),
        (ValueError("out of memory"), False),
    ],
)
def test_libraries_say_in_their_own_ways_that_memory_ran_out(error: Exception, is_so: bool) -> None:
    assert is_out_of_memory(error) is is_so


def test_what_onnx_runtime_says_where_memory_runs_out_is_understood(tmp_path: Path) -> None:
    tiny_graphs.vast(tmp_path / "vast.onnx")
    session = onnxruntime.InferenceSession(str(tmp_path / "vast.onnx"))
    with pytest.raises(Exception, match="ConstantOfShape") as caught:
        session.run(None, {"shape": np.array([2**50])})
    assert is_out_of_memory(caught.value)


def made(studio: Path, **changes: Any) -> Any:
    request = FinalsRequest(takes=(wanted(studio / "take", **changes),))
    return finals(request, Quiet())


def test_a_decoder_that_runs_out_for_good_keeps_what_was_sampled(studio: Path, cold: None) -> None:
    with short_of_memory(DECODER):
        problem = made(studio).failed[0]
    assert problem is not None
    assert problem.code == "out-of-memory-card"
    assert not (studio / "take").exists()
    with short_of_memory(DENOISER, times=0) as passes:
        take = made(studio).takes[0]
    assert take is not None
    assert take.made_with["rung"] == "whole"
    assert passes[0] == 0


def test_a_take_is_made_smaller_only_where_that_was_allowed(studio: Path, cold: None) -> None:
    larger = Format(width=64, height=128, fps=8)
    with short_of_memory(DENOISER, times=len(Rung)):
        assert made(studio, format=larger).takes == (None,)
    with short_of_memory(DENOISER, times=len(Rung)):
        allowed = made(studio, format=larger, final=Final(steps=1, smaller=True)).takes[0]
    assert allowed is not None
    assert allowed.format == larger
    assert allowed.made_with["size"] == "32x96"


def test_a_take_says_on_which_rung_it_was_made(studio: Path, cold: None) -> None:
    with short_of_memory(DENOISER, times=Rung.TURNS):
        take = made(studio, format=SMALL, final=Final(steps=1)).takes[0]
    assert take is not None
    assert take.made_with["rung"] == "turns"


def test_a_long_shot_goes_on_from_a_frame_decoded_on_the_rung_of_its_denoiser(
    studio: Path, cold: None
) -> None:
    long = shot(people=(person("alice"),), duration=5.5)
    with short_of_memory(DENOISER, times=Rung.GROUPS):
        take = made(studio, shot=long, final=Final(steps=1)).takes[0]
    assert take is not None
    assert (take.frames, take.made_with["rung"]) == (44, "groups")
