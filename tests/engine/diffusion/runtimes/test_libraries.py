"""What keeps libraries from working together is said in words, with what to install."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from engine.diffusion.runtimes.libraries import (
    CARD,
    PROCESSOR,
    installed,
    missing,
    needs_cuda_13,
    problems,
)

ROOT = Path(__file__).resolve().parents[4]

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
        ({"torch": "2.14.0+cu130"}, 550, "install driver 580 or later"),
        ({"torch": "2.13.0"}, 580, "torch 2.13.0 is not of those that go together with a card"),
        ({"torch": "2.16.0"}, 580, "go together with a card, 2.14–2.15"),
        ({"torch": "2.15.0+cpu"}, 580, "uninstall torch"),
        ({"onnxruntime-gpu": "", "onnxruntime": "1.32.0"}, 580, "uninstall onnxruntime, then"),
    ],
)
def test_what_does_not_go_together_is_said(
    changed: dict[str, str], driver: int, words: str
) -> None:
    found = {name: held for name, held in {**GOOD, **changed}.items() if held}
    assert words in " ".join(map(str, problems(found, driver)))
    assert len(problems(found, driver)) == 1


def test_without_a_card_builds_for_processors_are_right() -> None:
    found = {"torch": "2.13.0+cpu", "diffusers": "0.42.1", "onnxruntime": "1.32.0"}
    assert problems(found, 0) == ()


def test_versions_that_are_named_are_those_that_get_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]

    def asked(*names: str) -> dict[str, SpecifierSet]:
        found: dict[str, SpecifierSet] = {}
        for one in (Requirement(text) for name in names for text in extras[name]):
            found[one.name] = found.get(one.name, SpecifierSet()) & one.specifier
        return found

    for named, wanted in (
        (CARD, asked("diffusion", "gpu", "tensorrt")),
        (PROCESSOR, asked("diffusion", "test") | {"torch": asked("diffusion")["torch"]}),
    ):
        for name, versions in named.items():
            first, _dash, last = versions.partition("–")
            major, minor = map(int, (last or first).split(".")[:2])
            exact = versions.count(".") > 1
            assert (first if exact else f"{first}.9") in wanted[name], name
            assert (last or first if exact else f"{last or first}.9") in wanted[name], name
            if name != "onnxruntime":  # the tests take later ones as well
                assert f"{major}.{minor + 1}" not in wanted[name], name
                assert f"{major}.{int(first.split('.')[1]) - 1}.9" not in wanted[name], name


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
