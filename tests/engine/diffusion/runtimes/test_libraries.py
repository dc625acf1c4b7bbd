"""What keeps libraries from working together is said in words, with what to install."""

from typing import Any

import pytest

from engine.diffusion.runtimes.libraries import installed, missing, needs_cuda_13, problems

GOOD = {
    "torch": "2.15.0",
    "diffusers": "0.42.1",
    "transformers": "5.23.0",
    "onnxruntime-gpu": "1.31.1",
    "tensorrt-cu13": "10.16.1.11",
}


def test_versions_that_go_together_have_nothing_said_of_them() -> None:
    assert problems(GOOD, 580) == ()
    assert missing(GOOD) == ()


@pytest.mark.parametrize(
    ("changed", "driver", "words"),
    [
        ({"onnxruntime": "1.32.0"}, 580, "overwrite each other"),
        ({"tensorrt-cu13": "11.4.0.106"}, 580, "needs libnvinfer.so.10"),
        ({"tensorrt-cu13": "", "tensorrt": "11.4.0"}, 580, "tensorrt-cu13==10.16.1.11"),
        ({"torch-tensorrt": "2.14.0"}, 580, "cannot be in one environment"),
        ({}, 570, "driver 570 is too old for CUDA 13"),
        ({"torch": "2.11.0+cu130"}, 550, "install driver 580 or later"),
    ],
)
def test_what_does_not_go_together_is_said(
    changed: dict[str, str], driver: int, words: str
) -> None:
    found = {name: held for name, held in {**GOOD, **changed}.items() if held}
    assert words in " ".join(map(str, problems(found, driver)))
    assert len(problems(found, driver)) == 1


def test_a_build_for_cuda_12_or_for_no_card_needs_no_driver_of_13() -> None:
    assert not needs_cuda_13({"torch": "2.14.0+cu128"})
    assert not needs_cuda_13({"torch": "2.15.0+cpu"})
    assert problems({"torch": "2.14.0+cu128"}, 550) == ()


def test_nothing_is_imported_to_find_out_what_is_there() -> None:
    asked: list[str] = []

    def find(name: str) -> Any:
        asked.append(name)

    assert installed(find) == {}
    assert {"torch", "onnxruntime", "tensorrt", "torch_tensorrt"} <= set(asked)
