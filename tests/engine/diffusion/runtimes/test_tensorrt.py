"""What TensorRT is told; the engines themselves need a card."""

import torch

from engine.diffusion.runtimes.graphs import Axis
from engine.diffusion.runtimes.tensorrt import OrtTensorrt, profile

INPUTS = {"hidden_states": torch.zeros(1, 64, 8), "timestep": torch.zeros(1)}
AXES = {"hidden_states": {1: Axis("tokens", 16, 256)}}


def test_sides_that_may_differ_have_a_profile_and_all_others_are_as_they_are() -> None:
    assert profile("min", INPUTS, AXES) == "hidden_states:1x16x8,timestep:1"
    assert profile("opt", INPUTS, AXES) == "hidden_states:1x64x8,timestep:1"
    assert profile("max", INPUTS, AXES) == "hidden_states:1x256x8,timestep:1"


def test_precision_is_left_to_the_graph() -> None:
    options = OrtTensorrt().options(INPUTS, AXES)
    assert not [name for name in options if "fp16" in name or "bf16" in name or "int8" in name]
    assert "trt_profile_max_shapes" in options
    assert "trt_profile_max_shapes" not in OrtTensorrt().options(INPUTS, {})
