"""Alice adds the likeness of a character to a model."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from diffusers import UniPCMultistepScheduler

from engine.contracts import EngineError
from engine.diffusion.families import loading
from engine.diffusion.families.adapters import attached, distil, fuse
from engine.diffusion.families.schedulers import EvenFlowMatch
from engine.diffusion.registry import MODELS, entry
from tests.engine.diffusion.families.conftest import Bench
from tests.engine.diffusion.loras import layer_of, lora

Benches = Callable[[str], Bench]
# At which moments the few steps were taught, as their publishers say: levels q = 1, 3/4, 1/2, 1/4
# shifted to s·q / (1 + (s - 1)·q) with s = 5 for Wan, 3 for Qwen and 6 for the video of MiniMax H3,
# whose moments are counted from noise; steps of a quarter, from the last, for SDXL.
TAUGHT = {
    "wan2.2-i2v-a14b": [1000, 937.5, 833.33, 625],
    "qwen-image-edit-2511": [1000, 900, 750, 500],
    "sdxl": [999, 749, 499, 249],
    "minimax-h3": [0, 1 - 0.94737, 1 - 0.85714, 1 - 0.66667],
}


def fresh(one: Bench) -> Any:
    """Denoisers that this test may change."""
    return loading.pipeline(one.entry, one.folder, one.wanted("sample"))


@pytest.mark.parametrize("name", MODELS)
def test_a_lora_changes_the_weights_and_leaves_nothing_live(
    name: str, bench: Benches, tmp_path: Path
) -> None:
    one = bench(name)
    pipe, denoiser = fresh(one), one.entry.denoisers[0]
    model, file = getattr(pipe, denoiser), tmp_path / "alice.safetensors"
    added = lora(model, denoiser, file)
    before = layer_of(model)[1].weight.detach().clone()
    fuse(pipe, file, 0.5, denoiser)
    assert attached(model) == 0
    assert torch.allclose(layer_of(model)[1].weight, before + 0.5 * added, atol=1e-5)


def test_a_fused_lora_changes_the_take(bench: Benches, tmp_path: Path) -> None:
    one = bench("flux2-klein-4b")
    pipe, file = fresh(one), tmp_path / "alice.safetensors"
    lora(pipe.transformer, "transformer", file)
    plain = one.sample()["latents"]
    fuse(pipe, file, 1.0)
    told, run = one.encode(), one.run()
    fused = one.family.sample(pipe, told, one.led, run, lambda _n, _t: None)["latents"]
    assert not torch.equal(fused, plain)
    assert torch.equal(one.sample()["latents"], plain)


def test_a_lora_of_another_model_is_refused_and_changes_nothing(
    bench: Benches, tmp_path: Path
) -> None:
    one, other = bench("flux2-klein-4b"), bench("wan2.2-ti2v-5b")
    pipe, file = fresh(one), tmp_path / "alice.safetensors"
    lora(other.pipe("sample").transformer, "transformer", file)
    before = {name: held.clone() for name, held in pipe.transformer.state_dict().items()}
    with pytest.raises(EngineError, match="cannot be added to this model"):
        fuse(pipe, file, 1.0)
    after = pipe.transformer.state_dict()
    assert after.keys() == before.keys()
    assert all(torch.equal(after[name], before[name]) for name in before)


def test_a_file_that_is_no_lora_is_refused(bench: Benches, tmp_path: Path) -> None:
    broken = tmp_path / "alice.safetensors"
    broken.write_bytes(b"not weights")
    with pytest.raises(EngineError, match=r"alice\.safetensors"):
        fuse(fresh(bench("flux2-klein-4b")), broken, 1.0)


@pytest.mark.parametrize("name", [name for name in MODELS if entry(name).distilled])
def test_distilled_weights_come_with_their_schedule_and_make_frames_in_few_steps(
    name: str, bench: Benches, tmp_path: Path
) -> None:
    one, wanted = bench(name), entry(name).distilled
    assert wanted is not None
    pipe, files = fresh(one), list[Path]()
    for n, denoiser in enumerate(one.entry.denoisers):
        files.append(tmp_path / f"{n}.safetensors")
        prefix = "transformer" if denoiser == "transformer_2" else denoiser
        lora(getattr(pipe, denoiser), prefix, files[n], seed=n)
    before = [layer_of(getattr(pipe, one_))[1].weight.clone() for one_ in one.entry.denoisers]
    distil(pipe, one.entry, files)
    for denoiser, held in zip(one.entry.denoisers, before, strict=True):
        assert not torch.equal(layer_of(getattr(pipe, denoiser))[1].weight, held)
    assert dict(wanted.scheduler).items() <= dict(pipe.scheduler.config).items()
    seen = list[int]()
    run = one.run(steps=wanted.steps)
    one.family.sample(pipe, one.encode(), one.led, run, lambda n, _t: seen.append(n))
    assert seen == list(range(1, wanted.steps + 1))
    assert pipe.scheduler.timesteps.tolist() == pytest.approx(TAUGHT[name], rel=1e-4)


def test_the_schedule_of_few_steps_replaces_the_solver_that_wan_is_published_with() -> None:
    published = UniPCMultistepScheduler(
        flow_shift=5.0, prediction_type="flow_prediction", use_flow_sigmas=True
    )
    wanted = entry("wan2.2-i2v-a14b").distilled
    assert wanted is not None
    taught = EvenFlowMatch.from_config(published.config, **dict(wanted.scheduler))
    taught.set_timesteps(4)
    assert taught.timesteps.tolist() == pytest.approx(TAUGHT["wan2.2-i2v-a14b"], rel=1e-4)
    assert taught.sigmas[-1] == 0


def test_a_distilled_model_has_a_file_for_each_denoiser_it_changes() -> None:
    for name in MODELS:
        wanted = entry(name).distilled
        if wanted is not None:
            assert len(wanted.files) == len(entry(name).denoisers)
