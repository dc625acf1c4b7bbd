"""What goes together and what does not."""

from dataclasses import replace
from typing import Any

import pytest

from engine.contracts import EngineError
from engine.diffusion.runtimes.stacking import RULES, Card, Speed, checked, planned, refusals

HOPPER = Card(capability=(9, 0), half=True, cudnn=True)
AMPERE = Card(capability=(8, 6), half=True, cudnn=True)
PROCESSOR = Card()
MANY, FEW = Speed(steps=50, guidance=5.0), Speed(steps=4, distilled=True)

REFUSED: list[tuple[str, Speed, dict[str, Any], Card]] = [
    ("two-step-caches", MANY, {"step_caches": ("first-block", "taylorseer")}, HOPPER),
    ("step-cache-few-steps", FEW, {"step_caches": ("first-block",)}, HOPPER),
    ("step-cache-swapped", MANY, {"step_caches": ("taylorseer",), "runtime": "ort-trt"}, HOPPER),
    ("step-cache-exact", MANY, {"step_caches": ("first-block",), "exact": True}, HOPPER),
    ("live-lora-few-steps", FEW, {"live_lora": True}, HOPPER),
    ("live-lora-fixed", MANY, {"live_lora": True, "runtime": "ort-cuda"}, HOPPER),
    ("live-lora-fixed", MANY, {"live_lora": True, "weights": "fp8"}, HOPPER),
    ("sage-exact", MANY, {"attention": "sage", "exact": True}, HOPPER),
    ("weights-exact", MANY, {"weights": "fp8", "exact": True}, HOPPER),
    ("weights-swapped", MANY, {"weights": "fp8", "runtime": "ort-trt"}, HOPPER),
    ("weights-card", MANY, {"weights": "fp8"}, AMPERE),
    ("weights-card", MANY, {"weights": "int8"}, PROCESSOR),
    ("attention-swapped", MANY, {"attention": "flash", "runtime": "ort-cuda"}, HOPPER),
    ("attention-cudnn", MANY, {"attention": "_native_cudnn"}, PROCESSOR),
    ("attention-cudnn", MANY, {"attention": "_native_cudnn"}, replace(HOPPER, half=False)),
    ("attention-download", MANY, {"attention": "_flash_3_hub"}, HOPPER),
    ("guidance-distilled", FEW, {"guidance": 4.0}, HOPPER),
]


@pytest.mark.parametrize(("code", "speed", "asked", "card"), REFUSED)
def test_what_does_not_go_together_is_refused_with_the_reason(
    code: str, speed: Speed, asked: dict[str, Any], card: Card
) -> None:
    way = replace(speed, **asked)
    assert [problem.code for problem in refusals(way, card)] == [code]
    with pytest.raises(EngineError) as caught:
        checked(way, card)
    assert caught.value.code == code
    assert caught.value.message.endswith(".")


def test_every_rule_has_its_refusal() -> None:
    assert {rule.code for rule in RULES} == {code for code, *_rest in REFUSED}


@pytest.mark.parametrize(
    ("asked", "card"),
    [
        ({"attention": "_native_cudnn", "weights": "fp8", "runtime": "compile"}, HOPPER),
        ({"attention": "sage", "step_caches": ("first-block",)}, HOPPER),
        ({"attention": "_flash_3_hub"}, replace(HOPPER, offline=False)),
        ({"weights": "int8", "runtime": "compile"}, AMPERE),
        ({"runtime": "ort-trt", "exact": True}, HOPPER),
        ({"live_lora": True, "step_caches": ("taylorseer",)}, AMPERE),
    ],
)
def test_what_goes_together_is_let_through(asked: dict[str, Any], card: Card) -> None:
    assert refusals(replace(MANY, **asked), card) == ()


@pytest.mark.parametrize("card", [HOPPER, AMPERE, PROCESSOR])
@pytest.mark.parametrize("steps", [4, 8, 9, 50])
@pytest.mark.parametrize("runtime", ["eager", "compile", "ort-trt"])
def test_what_is_planned_goes_together(card: Card, steps: int, runtime: str) -> None:
    way = planned(steps, 1.0, distilled=steps < 9, runtime=runtime, card=card)
    assert refusals(way, card) == ()
    assert bool(way.step_caches) == (steps > 8 and runtime != "ort-trt" and card is not PROCESSOR)
    assert (way.weights == "fp8") == (card is HOPPER and runtime == "compile")
