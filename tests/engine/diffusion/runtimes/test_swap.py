"""A pipeline with graphs in the places of its components makes the same picture."""

import inspect
from collections.abc import Callable
from pathlib import Path

import diffusers
import numpy as np
import pytest
import torch

from engine.contracts import EngineError
from engine.diffusion.runtimes.call import DECODE, ENCODE, FORWARD, Part, plain
from engine.diffusion.runtimes.graphs import WITHOUT
from engine.diffusion.runtimes.measure import tried
from engine.diffusion.runtimes.parity import TOLERANCE
from engine.diffusion.runtimes.runtime import swapped
from engine.diffusion.runtimes.swapped import OrtModule
from tests.engine.diffusion.runtimes.conftest import Tiny

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
