"""A method of a component as an ONNX file. Its precision is the module's own: nothing is cast."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from engine.diffusion.runtimes.call import Call
from engine.diffusion.runtimes.graphs import Axes, Graph

VERSION = "2"  # of what is written here and in graphs/; files of another version are not used


def export(graph: Graph, call: Call, path: Path) -> None:
    """Writes the graph to `path` and its weights beside it; raises whatever torch raises."""
    inputs = graph.inputs(call.arguments)
    axes = graph.axes(inputs)
    path.parent.mkdir(parents=True, exist_ok=True)
    with (
        _quiet(),
        torch.no_grad(),
        _squeeze_as_torch_means_it(),
        graph.module(call.module, call.arguments) as module,
    ):
        program: Any = torch.onnx.export(
            module.eval(),
            tuple(inputs.values()),
            dynamo=True,
            opset_version=graph.opset,
            dynamic_shapes=_dynamic(inputs, axes),
            input_names=list(inputs),
            external_data=True,
            verbose=False,
        )
    program.save(path, external_data=True)  # one file of ONNX cannot be larger than 2 GB


def _dynamic(inputs: dict[str, Tensor], axes: Axes) -> dict[str, Any] | None:
    if not axes:
        return None
    named = {
        axis.name: torch.export.Dim(axis.name, min=axis.least, max=axis.most)
        for sides in axes.values()
        for axis in sides.values()
    }
    of_each = (
        {place: named[axis.name] for place, axis in axes.get(name, {}).items()} for name in inputs
    )
    return {"tensors": tuple(of_each)}  # as `InOrder.forward` takes them


@contextmanager
def _squeeze_as_torch_means_it() -> Iterator[None]:
    """torch leaves a side that is longer than 1 as it is; the ONNX node refuses it."""
    original: Any = torch.Tensor.squeeze

    def squeeze(self: Tensor, *sides: Any, **named: Any) -> Tensor:
        side = sides[0] if sides else named.get("dim")
        if isinstance(side, int) and self.shape[side] != 1:
            return self
        squeezed: Tensor = original(self, *sides, **named)
        return squeezed

    torch.Tensor.squeeze = squeeze  # type: ignore[method-assign,assignment]
    try:
        yield
    finally:
        torch.Tensor.squeeze = original  # type: ignore[method-assign]


@contextmanager
def _quiet() -> Iterator[None]:
    """The exporter speaks of its own insides at length, and spells out all that it does for those
    who listen to its trace, which `logging.disable` does not reach.
    """
    before = logging.root.manager.disable
    trace = logging.getLogger("torch.__trace")
    listening, trace.handlers = trace.handlers, []
    logging.disable(logging.WARNING)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        finally:
            logging.disable(before)
            trace.handlers = listening
