"""An ONNX file run on torch's own memory: nothing is copied in or out."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from engine.diffusion.faults import GraphError, is_out_of_memory

# torch's types by their numbers in ONNX; numpy knows no bfloat16.
_TYPES = {
    torch.float32: 1,
    torch.uint8: 2,
    torch.int8: 3,
    torch.int32: 6,
    torch.int64: 7,
    torch.bool: 9,
    torch.float16: 10,
    torch.float64: 11,
    torch.bfloat16: 16,
}
_NAMES = {
    "tensor(float)": torch.float32,
    "tensor(float16)": torch.float16,
    "tensor(bfloat16)": torch.bfloat16,
    "tensor(double)": torch.float64,
    "tensor(int64)": torch.int64,
    "tensor(bool)": torch.bool,
}
Provider = tuple[str, dict[str, str]]


class Session:
    """`providers` in order of preference, with their options; `device` is where tensors lie."""

    def __init__(self, path: Path, providers: Sequence[Provider], device: torch.device) -> None:
        onnxruntime: Any = import_module("onnxruntime")  # torch alone does without
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(path), options, providers=[name for name, _options in providers],
            provider_options=[held for _name, held in providers],
        )  # fmt: skip
        self._device = device
        self._inputs = self._session.get_inputs()
        self._outputs = self._session.get_outputs()

    @property
    def provider(self) -> str:
        """The one that runs the graph."""
        return str(self._session.get_providers()[0])

    def sides(self, inputs: Mapping[str, Tensor]) -> dict[str, int] | None:
        """Lengths by the names of sides that may differ; None if the graph does not fit inputs."""
        found: dict[str, int] = {}
        for one in self._inputs:
            given = inputs.get(one.name)
            if given is None or len(one.shape) != given.ndim:
                return None
            for wanted, length in zip(one.shape, given.shape, strict=True):
                fixed = wanted if isinstance(wanted, int) else found.setdefault(wanted, length)
                if fixed != length:
                    return None
        return found

    def run(self, inputs: Mapping[str, Tensor], sides: Mapping[str, int]) -> tuple[Tensor, ...]:
        """Outputs in the graph's order. Inputs of another type or place are moved first.

        Raises GraphError where the graph cannot; what says that memory ran out goes through.
        """
        try:
            return self._run(inputs, sides)
        except Exception as error:
            # ONNX Runtime raises exceptions of its own here, and plain ones where arrays are bound.
            if is_out_of_memory(error):
                raise
            raise GraphError(str(error)) from error

    def _run(self, inputs: Mapping[str, Tensor], sides: Mapping[str, int]) -> tuple[Tensor, ...]:
        binding = self._session.io_binding()
        kept = []  # until the run is over: the binding holds addresses only
        for one in self._inputs:
            held = inputs[one.name].to(self._device, _NAMES.get(one.type)).contiguous()
            kept.append(held)
            binding.bind_input(one.name, *self._place(held))
        made = []
        for one in self._outputs:
            shape = [sides[side] if isinstance(side, str) else side for side in one.shape]
            out = torch.empty(shape, dtype=_NAMES[one.type], device=self._device)
            made.append(out)
            binding.bind_output(one.name, *self._place(out))
        self._session.run_with_iobinding(binding)
        return tuple(made)

    def _place(self, held: Tensor) -> tuple[Any, ...]:
        device, number = self._device.type, self._device.index or 0
        return device, number, _TYPES[held.dtype], list(held.shape), held.data_ptr()
