"""Graphs make what torch makes: each method by itself, and in its place in a whole pipeline.

In one file, so that what is exported for one test is there for the next.
"""

import inspect
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
import torch

from engine.contracts import EngineError
from engine.diffusion.families import Conditions, Prompt
from engine.diffusion.registry import Mode
from engine.diffusion.runtimes.call import DECODE, ENCODE, FORWARD, Call, plain, results_of
from engine.diffusion.runtimes.measure import in_float32
from engine.diffusion.runtimes.ort import GRAPH, OrtCpu
from engine.diffusion.runtimes.parity import TOLERANCE, difference
from engine.diffusion.runtimes.runtime import swapped
from engine.diffusion.runtimes.swapped import let_go
from tests.engine.diffusion.runtimes.conftest import Tiny

DENOISER = ("transformer", FORWARD)
WITHOUT_PICTURES = [DENOISER, ("vae", DECODE)]  # words alone lead it
WHOLE = [DENOISER, ("vae", ENCODE), ("vae", DECODE)]
OTHER = Prompt(text="Rain runs down the glass behind him as he looks for his keys.")


def noise(*shape: int) -> torch.Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(3))


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("wan2.2-ti2v-5b", WHOLE),
        ("wan2.2-i2v-a14b", [DENOISER, ("transformer_2", FORWARD)]),
        ("wan2.1-vace-1.3b", [DENOISER]),
        ("ltx-2.5", [DENOISER]),
        ("flux2-klein-4b", WHOLE),
        ("qwen-image-edit-2511", [DENOISER]),
        ("z-image-turbo", WITHOUT_PICTURES),
        ("sdxl", [("unet", FORWARD)]),
        ("minimax-h3", [DENOISER]),
    ],
)
def test_frames_of_a_whole_pipeline_are_the_same_with_graphs_in_it(
    name: str, wanted: Sequence[tuple[str, str]], tiny: Callable[[str], Tiny], graphs: Path
) -> None:
    """Written down with one prompt, they serve others, and shots that are led by other pictures."""
    made = prepared(tiny(name))
    calls = made.calls(wanted, graphs)
    others = shots(made)
    meant = [filmed(made, OTHER, led) for led in others]
    gaps = {call.name: put_in_its_place(made, call) for call in calls}
    assert max(gaps.values()) <= TOLERANCE, gaps
    for led, (latents, pictures, frames) in zip(others, meant, strict=True):
        again, pictures_again, frames_again = filmed(made, OTHER, led)
        largest = max(1.0, latents.abs().max().item())  # those of SDXL are many times 1
        assert 0 < (again - latents).abs().max().item() <= TOLERANCE * largest
        assert (pictures_again - pictures).abs().max() <= TOLERANCE
        assert np.abs(frames.astype(int) - frames_again).max() <= 1


def prepared(made: Tiny) -> Tiny:
    """What lengthens rows of Z-Image is zeros until it is trained: a wrong mask would not show."""
    torch.manual_seed(0)
    for name in ("x_pad_token", "cap_pad_token"):
        if hasattr(made.pipe, "transformer") and hasattr(made.pipe.transformer, name):
            torch.nn.init.normal_(getattr(made.pipe.transformer, name))
    return made


def shots(made: Tiny) -> list[Conditions]:
    """What a graph is written down with, and what else its model can be led by."""
    led = made.conditions
    found = [led]
    if led.references:
        found.append(replace(led, references=led.references * 2))
    if Mode.TEXT in made.entry.modes and led != Conditions():
        found.append(Conditions())
    return found


def filmed(made: Tiny, prompt: Prompt, led: Conditions) -> tuple[torch.Tensor, torch.Tensor, Any]:
    """Latents, what the VAE makes of them, about -1 … 1, and frames of 256 steps."""
    decode = made.pipe.vae.decode
    seen: list[torch.Tensor] = []

    def noted(*given: Any, **named: Any) -> Any:
        decoded = decode(*given, **named)
        seen.extend(results_of(decoded))
        return decoded

    made.pipe.vae.decode = noted
    latents, footage = made.footage(prompt, led)
    made.pipe.vae.decode = decode
    return latents, seen[0], footage.frames


def put_in_its_place(made: Tiny, call: Call) -> float:
    """How far its graph is from torch. Afterwards the pipeline has the graph, and no weights."""
    module, chosen = call.module, OrtCpu()
    with torch.no_grad():
        meant = results_of(getattr(module, call.method)(**call.arguments))
    assert meant[0].abs().max() > 1e-3, "nothing to compare"
    folder = call.folder / chosen.built(call)
    stand_in = chosen.swapped(module, call.method, [folder])
    gap = difference(meant, results_of(getattr(stand_in, call.method)(**call.arguments)))
    if call.method == FORWARD:
        assert not nodes(folder)["ScatterND"], "slow in every runtime and unknown to some"
        let_go(module, stand_in)
        setattr(made.pipe, call.component, stand_in)
    return gap


def nodes(folder: Path) -> Counter[str]:
    graph = onnx.load(folder / GRAPH, load_external_data=False).graph
    return Counter(node.op_type for node in graph.node)


def one_picture(words: int) -> dict[str, Any]:
    """Of 16 patches, which are lengthened to 32, as words are."""
    return {
        "x": [noise(16, 1, 4, 4)],
        "t": torch.tensor([0.3]),
        "cap_feats": [noise(words, 16)],
        "joint_attention_kwargs": None,
    }


def test_z_image_is_a_graph_for_words_of_any_number(
    tiny: Callable[[str], Tiny], graphs: Path
) -> None:
    made = prepared(tiny("z-image-turbo"))
    (call,) = made.calls([DENOISER], graphs)
    stand_in = swapped("ort-cpu", call)
    for words in (9, 32, 33, 200):
        with torch.no_grad():
            meant = results_of(call.module(**one_picture(words)))
        assert difference(meant, results_of(stand_in(**one_picture(words)))) <= TOLERANCE
    assert stand_in.in_channels == 16, "its pipeline asks for it"


def test_tensors_in_lists_are_compared_in_float32_too(
    tiny: Callable[[str], Tiny], graphs: Path
) -> None:
    made = prepared(tiny("z-image-turbo"))
    (call,) = made.calls([DENOISER], graphs)
    meant = in_float32(call)
    for name in ("x", "cap_feats"):
        call.arguments[name] = [one.bfloat16() for one in call.arguments[name]]
    call.module.bfloat16()
    found = in_float32(call)
    assert [one.dtype for one in found] == [torch.float32]
    assert 0 < difference(meant, found) < 0.1


def test_a_denoiser_refuses_a_shape_for_which_no_graph_was_built(
    tiny: Callable[[str], Tiny], graphs: Path
) -> None:
    made = tiny("wan2.2-ti2v-5b")
    (call,) = made.calls(WHOLE[:1], graphs)
    stand_in = swapped("ort-cpu", call)
    wider = call.arguments | {"hidden_states": torch.zeros(1, 16, 2, 4, 8)}
    with pytest.raises(EngineError, match="No graph was built") as caught:
        stand_in(**wider)
    assert "tune" in caught.value.advice


def test_a_vae_decodes_a_shape_without_a_graph_by_torch(
    tiny: Callable[[str], Tiny], graphs: Path
) -> None:
    made = tiny("flux2-klein-4b")
    (call,) = made.calls(WHOLE[2:], graphs)
    latents = torch.ones(1, 1, 8, 16)
    with torch.no_grad():
        meant = made.pipe.vae.decode(latents, return_dict=False)[0]
        swapped("ort-cpu", call)
        assert torch.equal(made.pipe.vae.decode(latents, return_dict=False)[0], meant)
    plain(made.pipe.vae)


def test_a_graph_shows_the_arguments_that_its_original_takes(
    tiny: Callable[[str], Tiny], graphs: Path
) -> None:
    """Pipelines of blocks give a denoiser what they read off its method, and no more."""
    made = tiny("flux2-klein-4b")
    (call,) = made.calls(WHOLE[:1], graphs)
    stand_in = swapped("ort-cpu", call)
    assert inspect.signature(stand_in.forward) == inspect.signature(call.module.forward)
