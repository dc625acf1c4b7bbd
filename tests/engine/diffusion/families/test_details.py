"""What only some families do."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image

from engine.contracts import EngineError
from engine.diffusion.families import Conditions, Prompt, loading
from engine.diffusion.families.ltx2 import levels
from engine.diffusion.families.minimax_h3 import unpacked
from engine.diffusion.families.qwen import PIPELINE, QwenImageEdit
from engine.diffusion.families.wan import KEEP, MAKE, UNKNOWN, led_video
from engine.diffusion.registry import MODELS, Bucket, Mode, entry
from engine.dotted import load
from tests.engine.diffusion.families.conftest import Bench, picture

Benches = Callable[[str], Bench]
FIVE = Bucket(width=32, height=64, frames=5, fps=16)


def colours(pictures: list[Image.Image]) -> list[Any]:
    return [shown.getpixel((0, 0)) for shown in pictures]


def test_vace_keeps_the_ends_it_is_given_and_makes_what_is_between() -> None:
    frames, mask = led_video(Conditions(first=picture(1), last=picture(2)), FIVE)
    assert (frames[0], frames[-1]) == (picture(1), picture(2))
    assert colours(frames[1:-1]) == [UNKNOWN] * 3
    assert colours(mask) == [KEEP, MAKE, MAKE, MAKE, KEEP]


def test_vace_follows_one_layout_in_every_frame_or_each_in_its_own() -> None:
    one, _mask = led_video(Conditions(control=(picture(1, 16, 16),)), FIVE)
    assert {frame.size for frame in one} == {(32, 64)}
    assert len(one) == 5
    several = tuple(picture(n) for n in range(5))
    each, mask = led_video(Conditions(control=several), FIVE)
    assert each == list(several)
    assert colours(mask) == [MAKE] * 5


def test_a_layout_of_another_length_than_the_run_is_refused() -> None:
    with pytest.raises(EngineError, match="3 pictures for 5 frames"):
        led_video(Conditions(control=(picture(1), picture(2), picture(3))), FIVE)


def test_wan_22_divides_the_noise_between_its_two_denoisers(bench: Benches) -> None:
    one, asked = bench("wan2.2-i2v-a14b"), list[str]()
    pipe = one.pipe("sample")
    hooks = [
        getattr(pipe, name).register_forward_pre_hook(lambda *_args, name=name: asked.append(name))
        for name in one.entry.denoisers
    ]
    one.sample(run=one.run(steps=8))
    for hook in hooks:
        hook.remove()
    assert sorted(set(asked)) == ["transformer", "transformer_2"]
    assert asked == sorted(asked)


def test_a_picture_is_never_enlarged_for_the_encoder_nor_made_larger_than_it_reads(
    bench: Benches,
) -> None:
    one, read = bench("qwen-image-edit-2511"), list[tuple[int, int]]()

    class Reading:
        image_processor = one.pipe("encode").image_processor

        def encode_prompt(self, *, prompt: str, image: list[Image.Image]) -> Any:
            read.extend(shown.size for shown in image)
            return torch.zeros(1, 1, 1), None

    family = QwenImageEdit(one.entry)
    small, large = picture(1), picture(2, 1024, 1024)
    family.encode(Reading(), Prompt(text="x"), Conditions(references=(small, large)))
    assert read[:2] == [(32, 64), (384, 384)]


def test_references_are_no_larger_than_the_picture_and_the_library_is_left_as_it_was(
    bench: Benches,
) -> None:
    from importlib import import_module  # noqa: PLC0415

    module = import_module(PIPELINE)
    one, before = bench("qwen-image-edit-2511"), module.VAE_IMAGE_SIZE
    rows = list[int]()
    hook = one.pipe("sample").transformer.register_forward_pre_hook(
        lambda _module, _args, given: rows.append(given["hidden_states"].shape[1]),
        with_kwargs=True,
    )
    one.sample(Conditions(references=(picture(1, 640, 1280),)))
    hook.remove()
    assert rows[0] == 2 * (32 // 16) * (64 // 16)
    assert before == module.VAE_IMAGE_SIZE


def test_the_noise_levels_that_ltx_was_taught_are_used_at_eight_steps_and_thinned_below() -> None:
    taught = levels(8)
    assert taught is not None
    assert taught[0] == 1.0
    assert sorted(taught, reverse=True) == taught
    half = levels(4)
    assert half == taught[::2]
    assert levels(9) is None


def test_a_preview_of_h3_shows_what_its_own_blocks_would_unpack(bench: Benches) -> None:
    from diffusers.modular_pipelines.minimax_h3.decoders import (  # noqa: PLC0415
        MiniMaxH3AfterDenoiseStep,
    )
    from diffusers.modular_pipelines.modular_pipeline import PipelineState  # noqa: PLC0415

    one = bench("minimax-h3")
    bucket = one.bucket
    frames, down, across = 37, bucket.height // 16, bucket.width // 16
    rows = torch.randn(5 + frames * down * across // 4, 16)
    state = PipelineState()
    for name, value in {
        "latents": rows,
        "audio_latents": torch.zeros(2, 4),
        "num_condition_video_rows": 5,
        "num_latent_frames": frames,
        "latent_height": down,
        "latent_width": across,
        "num_audio_latents": 1,
    }.items():
        state.set(name, value)
    _pipe, state = MiniMaxH3AfterDenoiseStep()(one.pipe("sample"), state)
    assert torch.equal(unpacked(rows[None], bucket), state.get("latents"))


def test_sdxl_without_references_is_as_if_it_had_no_adapter(bench: Benches) -> None:
    one = bench("sdxl")
    pipe = loading.pipeline(one.entry, one.folder, one.wanted("sample"))
    with_adapter = one.sample()["latents"]
    for weights in pipe.unet.encoder_hid_proj.parameters():
        weights.data.mul_(3)
    told, run = one.encode(), one.run()
    same = one.family.sample(pipe, told, one.led, run, lambda _n, _t: None)["latents"]
    assert torch.equal(with_adapter, same)


@pytest.mark.parametrize("name", ["flux2-klein-4b", "minimax-h3", "sdxl"])
def test_a_folder_without_its_denoiser_is_called_broken(
    name: str, bench: Benches, tmp_path: Path
) -> None:
    one = bench(name)
    copy = tmp_path / name
    denoiser = one.entry.denoisers[0]
    copy.mkdir()
    for path in one.folder.iterdir():
        if path.name != denoiser:
            (copy / path.name).symlink_to(path)
    with pytest.raises(EngineError, match="cannot be loaded") as broken:
        loading.pipeline(one.entry, copy, one.wanted("sample"))
    assert f"models verify {name}" in broken.value.advice


@pytest.mark.parametrize("component", ["text_encoder", "transformer"])
def test_weights_that_are_cut_off_are_called_broken(
    bench: Benches, tmp_path: Path, component: str
) -> None:
    one = bench("flux2-klein-4b")
    copy = tmp_path / "copy"
    shutil.copytree(one.folder, copy)
    (file,) = (copy / component).glob("*.safetensors")
    file.write_bytes(file.read_bytes()[:-100])
    with pytest.raises(EngineError, match="cannot be loaded") as broken:
        loading.pipeline(one.entry, copy, [component])
    assert broken.value.code == "model-broken"


def starved(*_: object) -> None:
    """A loader in a machine whose memory is full."""
    raise torch.OutOfMemoryError("CUDA out of memory")


def test_want_of_memory_is_not_called_a_broken_model(tmp_path: Path) -> None:
    one = replace(entry("flux2-klein-4b"), loader=f"{__name__}:starved")
    with pytest.raises(torch.OutOfMemoryError):
        loading.pipeline(one, tmp_path, ["vae"])


@pytest.mark.parametrize("name", MODELS)
def test_the_real_components_are_as_large_as_the_entry_says(name: str) -> None:
    one = entry(name)
    with torch.device("meta"):
        real = load(one.real)()
    weights = {name: sum(w.numel() for w in held.parameters()) for name, held in real.items()}
    gib = {name: 2 * count / 2**30 for name, count in weights.items()}  # in bfloat16
    assert set(one.denoisers) <= set(real)
    assert sum(gib.values()) < one.download_gib
    sampling = [peak for peak in one.peaks if peak.stage == "sample"]
    denoising = sum(gib[name] for name in one.denoisers)
    for peak in sampling:
        assert denoising < peak.gib < denoising + 25, (name, denoising)
        assert 0 < peak.pixels <= one.rules.max_pixels * one.rules.max_frames


@pytest.mark.parametrize("name", MODELS)
def test_an_entry_is_complete(name: str) -> None:
    one = entry(name)
    assert one.licence.id
    assert one.licence.title
    assert {peak.stage for peak in one.peaks} == {"encode", "sample", "decode"}
    assert 0 < one.card_gib <= one.comfortable_gib
    assert one.download_gib > 0
    assert (one.references > 0) == (Mode.REFERENCES in one.modes)
    assert one.rules.min_frames <= one.rules.max_frames
    assert one.rules.frames(one.rules.min_frames / max(one.rules.fps, 1)) == one.rules.min_frames
    frames = np.arange(one.rules.min_frames, one.rules.max_frames + 1, one.rules.frame_step)
    assert frames[-1] == one.rules.max_frames


def test_the_licence_of_h3_names_where_it_does_not_reach() -> None:
    licence = entry("minimax-h3").licence
    assert licence.excluded == {"EU", "GB", "KR", "US"}
    assert licence.revenue_limit == 20_000_000
    assert licence.must_show == "MiniMax H3"
    assert entry("minimax-h3-ref").licence == licence
    assert entry("ltx-2.5").licence.revenue_limit == 10_000_000
    assert entry("ltx-2.5").licence.must_accept
