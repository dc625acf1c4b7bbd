"""Components that can be written down as they are, in the shapes of the example."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from torch import Tensor, nn

from engine.diffusion.runtimes.call import results_of, tensors_of, with_tensors
from engine.diffusion.runtimes.graphs import Axes

NATIVE_ATTENTION = 23  # from this opset on Attention and RMSNormalization are nodes of their own
DECOMPOSED = 20  # for models with masks: ONNX Runtime does not broadcast those of Attention nodes


class Plain:
    opset = NATIVE_ATTENTION
    method = "forward"
    shown: tuple[str, ...] = ()

    def __init__(self, module: nn.Module) -> None:
        pass

    def inputs(self, arguments: dict[str, Any]) -> dict[str, Tensor]:
        return tensors_of(arguments)

    def axes(self, inputs: Mapping[str, Tensor]) -> Axes:
        return {}

    @contextmanager
    def module(self, module: nn.Module, arguments: dict[str, Any]) -> Iterator[nn.Module]:
        yield InOrder(module, self.method, arguments, tuple(self.inputs(arguments)))

    def given_back(self, made: tuple[Tensor, ...]) -> tuple[Any, ...]:
        return made


class InOrder(nn.Module):
    """A module of which only tensors are asked, in the order of `names`; all else is settled."""

    def __init__(
        self, module: nn.Module, method: str, arguments: dict[str, Any], names: tuple[str, ...]
    ) -> None:
        super().__init__()
        self.inner = module
        self._method, self._arguments, self._names = method, arguments, names

    def forward(self, *tensors: Tensor) -> tuple[Tensor, ...]:
        return self.run(dict(zip(self._names, tensors, strict=True)))

    def run(self, tensors: dict[str, Tensor]) -> tuple[Tensor, ...]:
        arguments = with_tensors(self._arguments, tensors)
        return results_of(getattr(self.inner, self._method)(**arguments, return_dict=False))
