"""TensorRT inside ONNX Runtime. Engines are built once for a card, its libraries and a shape."""

from collections.abc import Mapping
from pathlib import Path

from torch import Tensor

from engine.diffusion.runtimes.graphs import Axes
from engine.diffusion.runtimes.ort import OrtCuda, cuda_options
from engine.diffusion.runtimes.session import Provider

WORKSPACE = 8 << 30  # bytes of the card that building may take


class OrtTensorrt(OrtCuda):
    provider = "TensorrtExecutionProvider"

    def options(self, inputs: Mapping[str, Tensor], axes: Axes) -> dict[str, str]:
        """Precision is that of the graph: TensorRT 11 has no other, and 10 need not choose."""
        profiles = {
            f"trt_profile_{kind}_shapes": profile(kind, inputs, axes)
            for kind in ("min", "opt", "max")
            if axes
        }
        return profiles | {
            "trt_max_workspace_size": str(WORKSPACE),
            "trt_builder_optimization_level": "3",
            "trt_context_memory_sharing_enable": "True",
        }

    def providers(self, options: dict[str, str], folder: Path) -> list[Provider]:
        cuda = cuda_options()
        kept = {
            "trt_engine_cache_enable": "True",
            "trt_engine_cache_path": str(folder),
            "trt_timing_cache_enable": "True",
            "trt_timing_cache_path": str(folder.parent / "timing"),  # serves all graphs
            "device_id": cuda["device_id"],
            "user_compute_stream": cuda["user_compute_stream"],
        }
        # What TensorRT cannot run is run by CUDA, never on the processor.
        return [(self.provider, options | kept), ("CUDAExecutionProvider", cuda)]


def profile(kind: str, inputs: Mapping[str, Tensor], axes: Axes) -> str:
    """`name:1x512x64,…`: the least, the expected or the greatest shapes of all inputs."""
    shapes = []
    for name, held in inputs.items():
        sides = list(held.shape)
        for place, axis in axes.get(name, {}).items():
            sides[place] = {"min": axis.least, "opt": sides[place], "max": axis.most}[kind]
        shapes.append(f"{name}:{'x'.join(map(str, sides))}")
    return ",".join(shapes)
