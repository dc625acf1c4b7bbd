"""Graphs make what torch makes: each part by itself, and in its place in a whole pipeline.

In one file, so that what is exported for the first is there for the second.
"""

import inspect
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import diffusers
import numpy as np
import onnx
import pytest
import torch
from diffusers import (
    LTX2VideoTransformer3DModel,
    QwenImageTransformer2DModel,
    WanVACETransformer3DModel,
)
from torch import nn

from engine.contracts import EngineError
from engine.diffusion.registry import entry
from engine.diffusion.runtimes.call import DECODE, ENCODE, FORWARD, Part, plain, results_of
from engine.diffusion.runtimes.graphs import WITHOUT
from engine.diffusion.runtimes.measure import in_float32, tried
from engine.diffusion.runtimes.ort import GRAPH
from engine.diffusion.runtimes.parity import TOLERANCE, difference
from engine.diffusion.runtimes.runtime import swapped
from engine.diffusion.runtimes.swapped import OrtModule
from engine.dotted import load
from tests.engine.diffusion.runtimes.conftest import Tiny

VAE = [("vae", ENCODE), ("vae", DECODE)]


def gap(part: Part) -> float:
    """How far the graph is from torch, run on torch's memory."""
    module: Any = part.module
    with torch.no_grad():
        meant = results_of(getattr(module, part.method)(**part.arguments))
        assert meant[0].abs().max() > 1e-3, "nothing to compare"
        stand_in = swapped("ort-cpu", part)
        made = results_of(getattr(stand_in, part.method)(**part.arguments))
    plain(module)
    return difference(meant, made)


def nodes(folder: Path, component: str) -> Counter[str]:
    (path,) = folder.glob(f"{component}-forward-*/{GRAPH}")
    return Counter(node.op_type for node in onnx.load(path, load_external_data=False).graph.node)


@pytest.mark.parametrize("name", ["wan2.2-ti2v-5b", "flux2-klein-4b"])
def test_denoiser_and_vae_of_a_pipeline_make_the_same_as_graphs(
    name: str, tiny: Callable[[str], Tiny], graphs: Path
) -> None:
    parts = tiny(name).parts([("transformer", FORWARD), *VAE], graphs)
    gaps = {part.name: gap(part) for part in parts}
    assert max(gaps.values()) <= TOLERANCE, gaps


def noise(*shape: int) -> torch.Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(3))


def part_of(module: nn.Module, folder: Path, **arguments: Any) -> Part:
    return Part(
        component="transformer",
        method=FORWARD,
        module=module.eval(),
        arguments=arguments,
        folder=folder,
    )


def test_wan_turns_its_pairs_without_writing_into_slices(tmp_path: Path) -> None:
    """ScatterND is slow in every runtime and unknown to some."""
    torch.manual_seed(0)
    vace = WanVACETransformer3DModel(
        patch_size=(1, 2, 2),
        num_attention_heads=2,
        attention_head_dim=12,
        text_dim=32,
        ffn_dim=32,
        num_layers=3,
        rope_max_seq_len=32,
        vace_layers=[0, 2],
        vace_in_channels=96,
    )
    part = part_of(
        vace,
        tmp_path,
        hidden_states=noise(1, 16, 3, 4, 4),
        timestep=torch.tensor([999.0]),
        encoder_hidden_states=noise(1, 16, 32),
        control_hidden_states=noise(1, 96, 3, 4, 4),
        control_hidden_states_scale=torch.ones(2),
    )
    assert gap(part) <= TOLERANCE
    assert not nodes(tmp_path, "transformer")["ScatterND"]


def qwen() -> nn.Module:
    torch.manual_seed(0)
    made: nn.Module = QwenImageTransformer2DModel(
        patch_size=2,
        in_channels=16,
        out_channels=4,
        num_layers=2,
        attention_head_dim=16,
        num_attention_heads=3,
        joint_attention_dim=16,
        axes_dims_rope=(8, 4, 4),
    )
    return made.eval()


def test_qwen_takes_its_angles_from_outside_for_words_of_any_number(tmp_path: Path) -> None:
    def arguments(words: int) -> dict[str, Any]:
        return {
            "hidden_states": noise(1, 16, 16),
            "encoder_hidden_states": noise(1, words, 16),
            "timestep": torch.tensor([0.9]),
            "img_shapes": [[(1, 4, 4)]],
        }

    module: Any = qwen()
    assert gap(part_of(module, tmp_path, **arguments(9))) <= TOLERANCE
    longer = arguments(23)
    with torch.no_grad():
        meant = results_of(module(**longer))
        stand_in = swapped("ort-cpu", part_of(module, tmp_path, **arguments(9)))
        assert difference(meant, results_of(stand_in(**longer))) <= TOLERANCE
    assert len(list(tmp_path.iterdir())) == 1, "written once"


def zimage() -> nn.Module:
    """The tiny one of the registry; its pads are zeros, until they are trained."""
    torch.manual_seed(0)
    made: Any = load(entry("z-image-turbo").tiny)().transformer
    for token in (made.x_pad_token, made.cap_pad_token):
        torch.nn.init.normal_(token)
    transformer: nn.Module = made
    return transformer


def one_picture(words: int) -> dict[str, Any]:
    """Of 24 patches, which are lengthened to 32, as words are."""
    return {
        "x": [noise(16, 1, 8, 12)],
        "t": torch.tensor([0.3]),
        "cap_feats": [noise(words, 16)],
        "joint_attention_kwargs": None,
    }


def test_z_image_is_a_graph_for_words_of_any_number(tmp_path: Path) -> None:
    module: Any = zimage()
    assert gap(part_of(module, tmp_path, **one_picture(9))) <= TOLERANCE
    assert not nodes(tmp_path, "transformer")["ScatterND"]
    stand_in = swapped("ort-cpu", part_of(module, tmp_path, **one_picture(9)))
    for words in (32, 33, 200):
        with torch.no_grad():
            meant = results_of(module(**one_picture(words)))
        assert difference(meant, results_of(stand_in(**one_picture(words)))) <= TOLERANCE
    assert len(list(tmp_path.iterdir())) == 1, "written once"
    assert stand_in.in_channels == 16, "its pipeline asks for it"


def test_tensors_in_lists_are_compared_in_float32_too(tmp_path: Path) -> None:
    module: Any = zimage()
    meant = in_float32(part_of(module, tmp_path, **one_picture(9)))
    halves = one_picture(9)
    for name in ("x", "cap_feats"):
        halves[name] = [one.bfloat16() for one in halves[name]]
    made = in_float32(part_of(module.bfloat16(), tmp_path, **halves))
    assert [one.dtype for one in made] == [torch.float32]
    assert 0 < difference(meant, made) < 0.1


def test_ltx_squeezes_as_torch_does(tmp_path: Path) -> None:
    torch.manual_seed(0)
    ltx = LTX2VideoTransformer3DModel(
        in_channels=4,
        out_channels=4,
        num_attention_heads=2,
        attention_head_dim=8,
        cross_attention_dim=16,
        audio_in_channels=4,
        audio_out_channels=4,
        audio_num_attention_heads=2,
        audio_attention_head_dim=4,
        audio_cross_attention_dim=8,
        num_layers=2,
        caption_channels=16,
        rope_double_precision=False,
        rope_type="split",
    )
    part = part_of(
        ltx,
        tmp_path,
        hidden_states=noise(1, 32, 4),
        audio_hidden_states=noise(1, 9, 4),
        encoder_hidden_states=noise(1, 8, 16),
        audio_encoder_hidden_states=noise(1, 8, 16),
        timestep=torch.tensor([0.9]),
        encoder_attention_mask=torch.ones(1, 8),
        audio_encoder_attention_mask=torch.ones(1, 8),
        num_frames=2,
        height=4,
        width=4,
        fps=25.0,
        audio_num_frames=9,
    )
    assert gap(part) <= TOLERANCE


WHOLE = [("transformer", FORWARD), ("vae", ENCODE), ("vae", DECODE)]
WITHOUT_PICTURES = [WHOLE[0], WHOLE[2]]  # words alone lead it


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("wan2.2-ti2v-5b", WHOLE),
        ("flux2-klein-4b", WHOLE),
        ("z-image-turbo", WITHOUT_PICTURES),
    ],
)
def test_frames_of_a_whole_pipeline_are_the_same_with_graphs_in_it(
    name: str, wanted: list[tuple[str, str]], tiny: Callable[[str], Tiny], graphs: Path
) -> None:
    made = tiny(name)
    latents, footage = made.footage()
    pictures = decoded(made, latents)
    for part in made.parts(wanted, graphs):
        stand_in = swapped("ort-cpu", part)
        setattr(made.pipe, part.component, stand_in)
    assert isinstance(made.pipe.transformer, OrtModule)
    again, footage_again = made.footage()
    assert (again - latents).abs().max() <= TOLERANCE
    assert (decoded(made, again) - pictures).abs().max() <= TOLERANCE
    assert np.abs(footage.frames.astype(int) - footage_again.frames).max() <= 1


def decoded(made: Tiny, latents: torch.Tensor) -> torch.Tensor:
    """As numbers, before they are rounded to 256 steps."""
    with torch.no_grad():
        picture: torch.Tensor = made.pipe.vae.decode(latents, return_dict=False)[0]
    return picture


def test_a_denoiser_refuses_a_shape_for_which_no_graph_was_built(
    tiny: Callable[[str], Tiny], graphs: Path
) -> None:
    made = tiny("wan2.2-ti2v-5b")
    (part,) = made.parts(WHOLE[:1], graphs)
    stand_in = swapped("ort-cpu", part)
    wider = part.arguments | {"hidden_states": torch.zeros(1, 16, 2, 4, 8)}
    with pytest.raises(EngineError, match="No graph was built") as caught:
        stand_in(**wider)
    assert "tune" in caught.value.advice


def test_a_vae_decodes_a_shape_without_a_graph_by_torch(
    tiny: Callable[[str], Tiny], graphs: Path
) -> None:
    made = tiny("flux2-klein-4b")
    (part,) = made.parts(WHOLE[2:], graphs)
    latents = torch.ones(1, 1, 8, 16)
    meant = decoded(made, latents)
    swapped("ort-cpu", part)
    assert torch.equal(decoded(made, latents), meant)
    plain(made.pipe.vae)


def test_more_references_than_in_the_example_run_on_the_same_graph(
    tiny: Callable[[str], Tiny], graphs: Path
) -> None:
    made = tiny("flux2-klein-4b")
    (part,) = made.parts(WHOLE[:1], graphs)
    stand_in = swapped("ort-cpu", part)
    longer = part.arguments | {
        "hidden_states": torch.ones(1, 80, 4),
        "img_ids": torch.zeros(1, 80, 4),
    }
    with torch.no_grad():
        meant = part.module(**longer, return_dict=False)[0]
    assert (stand_in(**longer)[0] - meant).abs().max() <= TOLERANCE


def test_a_graph_shows_the_arguments_that_its_original_takes(
    tiny: Callable[[str], Tiny], graphs: Path
) -> None:
    """Pipelines of blocks give a denoiser what they read off its method, and no more."""
    made = tiny("flux2-klein-4b")
    (part,) = made.parts(WHOLE[:1], graphs)
    stand_in = swapped("ort-cpu", part)
    assert inspect.signature(stand_in.forward) == inspect.signature(part.module.forward)


@pytest.mark.parametrize("name", WITHOUT)
def test_a_denoiser_that_cannot_be_a_graph_of_all_shots_stays_in_torch_with_the_reason(
    name: str, tmp_path: Path
) -> None:
    assert hasattr(diffusers, name)
    module = type(name, (torch.nn.Linear,), {})(1, 1)
    part = Part(component="d", method=FORWARD, module=module, arguments={}, folder=tmp_path)
    assert tried("ort-cpu", part, (), 1.0).why_not == str(WITHOUT[name])
