"""What a graph was built from names its folder: another of it is another folder."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn

from engine.diffusion.runtimes import cachekey
from engine.diffusion.runtimes.cachekey import fingerprint, folder_for
from engine.diffusion.runtimes.call import Call


class Scaled(nn.Module):
    def __init__(self, read_from: str = "anywhere") -> None:
        super().__init__()
        self.config = {"width": 4, "_name_or_path": read_from}
        self.weight = nn.Parameter(torch.arange(8.0))


def call(folder: Path) -> Call:
    given = {"given": torch.zeros(1, 4), "shape": [(1, 2)]}
    return Call(
        component="transformer", method="forward", module=Scaled(), arguments=given, folder=folder
    )


def folder(one: Call) -> str:
    return folder_for(one, {"given": one.arguments["given"]}).name


def test_the_same_call_has_the_same_folder_wherever_it_was_read_from(tmp_path: Path) -> None:
    one, other = call(tmp_path), call(tmp_path)
    other = replace(other, module=Scaled("elsewhere"))
    assert folder(one) == folder(other)


@pytest.mark.parametrize("inside", [lambda held: [held], lambda held: {"seen": [held]}])
def test_numbers_of_a_step_make_no_other_folder_wherever_they_are_given(
    inside: Callable[[torch.Tensor], Any], tmp_path: Path
) -> None:
    one = call(tmp_path)
    steps = [
        replace(one, arguments={**one.arguments, "more": inside(numbers)})
        for numbers in (torch.zeros(2), torch.ones(2))
    ]
    assert folder(steps[0]) == folder(steps[1])


def test_shapes_types_settings_and_loras_make_another_folder(tmp_path: Path) -> None:
    one, fused = call(tmp_path), Scaled()
    fused.weight.data += 1e-3  # as a LoRA does
    others = [
        replace(one, arguments={**one.arguments, "given": torch.zeros(1, 5)}),
        replace(one, arguments={**one.arguments, "given": torch.zeros(1, 4).half()}),
        replace(one, arguments={**one.arguments, "shape": [(1, 3)]}),
        replace(one, module=fused),
        replace(one, method="decode"),
    ]
    assert len({folder(each) for each in [one, *others]}) == 6


def test_another_driver_library_or_exporter_makes_another_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = call(tmp_path)
    before = folder(one)
    found = cachekey.machine()
    for name in ("driver", "torch", "onnxruntime", "exporter"):
        monkeypatch.setattr(cachekey, "machine", lambda name=name: found | {name: "other"})
        assert folder(one) != before


@pytest.mark.parametrize("swap", [(0, 1), (6, 7)])
def test_weights_in_another_order_are_other_weights(swap: tuple[int, int]) -> None:
    one, other = Scaled(), Scaled()
    with torch.no_grad():
        a, b = swap
        other.weight[a], other.weight[b] = one.weight[b], one.weight[a]
    assert fingerprint(one) != fingerprint(other)
