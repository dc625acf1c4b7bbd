"""ONNX Runtime, on the processor or by CUDA. Graphs are kept by all that they were built from."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import torch
from torch import Tensor, nn

from engine.contracts import EngineError, _
from engine.diffusion.runtimes.cachekey import folder_for
from engine.diffusion.runtimes.call import FORWARD, Call
from engine.diffusion.runtimes.export import export
from engine.diffusion.runtimes.graphs import Axes, graph_of
from engine.diffusion.runtimes.session import Provider, Session
from engine.diffusion.runtimes.swapped import OrtModule, Runner, vae_method
from engine.whole_file import whole_file

GRAPH, OPTIONS = "graph.onnx", "provider.json"


class OrtCpu:
    provider = "CPUExecutionProvider"

    def built(self, call: Call) -> str:
        """The folder of the graph, written unless it is there; raises what the exporter raises."""
        graph = graph_of(call.module, call.method)
        inputs = graph.inputs(call.arguments)
        folder = folder_for(call, inputs)
        options = folder / OPTIONS
        if not options.exists():
            export(graph, call, folder / GRAPH)
            with whole_file(options) as file:  # last: what it lies beside is complete
                file.write_bytes(msgspec.json.encode(self.options(inputs, graph.axes(inputs))))
        return folder.name

    def swapped(self, module: nn.Module, method: str, folders: Sequence[Path]) -> Any:
        """What to put where `module` was: of a denoiser another module, of a VAE itself.

        Raises EngineError "provider-missing" where ONNX Runtime cannot run as it should.
        """
        sessions = [self._session(module, folder) for folder in folders]
        runner = Runner(graph_of(module, method), sessions)
        if method == FORWARD:
            return OrtModule(module, runner)
        setattr(module, method, vae_method(module, method, runner))
        return module

    def options(self, inputs: Mapping[str, Tensor], axes: Axes) -> dict[str, str]:
        """Of the provider, as far as they belong to the graph."""
        return {}

    def providers(self, options: dict[str, str], folder: Path) -> list[Provider]:
        return [(self.provider, options)]

    def _session(self, module: nn.Module, folder: Path) -> Session:
        device = next(module.parameters()).device
        options = msgspec.json.decode((folder / OPTIONS).read_bytes(), type=dict[str, str])
        session = Session(folder / GRAPH, self.providers(options, folder), device)
        if session.provider != self.provider:
            raise EngineError(
                "provider-missing",
                _("ONNX Runtime could not load “{provider}”.", provider=self.provider),
                _("See what python -m engine list says of onnxruntime."),
            )
        return session


class OrtCuda(OrtCpu):
    provider = "CUDAExecutionProvider"

    def providers(self, options: dict[str, str], folder: Path) -> list[Provider]:
        return [(self.provider, options | cuda_options())]


def cuda_options() -> dict[str, str]:
    """On torch's own stream, so that neither reads what the other has not written yet."""
    stream = torch.cuda.current_stream()
    return {
        "device_id": str(torch.cuda.current_device()),
        "user_compute_stream": str(stream.cuda_stream),
        "arena_extend_strategy": "kSameAsRequested",  # takes no more of the card than it needs
        "cudnn_conv_algo_search": "HEURISTIC",
    }
