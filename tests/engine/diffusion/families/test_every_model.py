"""Every model of the registry makes what its entry says, at a toy size, one stage after another."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import torch

from engine.contracts import EngineError
from engine.diffusion.families import Conditions, Prompt, Tensors, loading
from engine.diffusion.registry import MODELS, Mode, entry
from tests.engine.diffusion.families.conftest import HEIGHT, WIDTH, Bench, picture

Benches = Callable[[str], Bench]


def same(one: Tensors, other: Tensors) -> bool:
    return one.keys() == other.keys() and all(torch.equal(one[name], other[name]) for name in one)


def those(*modes: Mode) -> list[str]:
    return [name for name in MODELS if entry(name).modes & set(modes)]


@pytest.mark.parametrize("name", MODELS)
def test_a_stage_holds_only_what_it_needs(name: str, bench: Benches) -> None:
    one = bench(name)
    encoding, decoding = one.pipe("encode"), one.pipe("decode")
    for denoiser in one.entry.denoisers:
        assert getattr(encoding, denoiser) is None
        assert getattr(decoding, denoiser) is None
    assert encoding.vae is None
    assert one.pipe("sample").text_encoder is None
    assert decoding.text_encoder is None


@pytest.mark.parametrize("name", MODELS)
def test_it_makes_frames_of_the_bucket_and_its_sound_if_it_has_one(
    name: str, bench: Benches
) -> None:
    one, steps = bench(name), list[int]()
    latents = one.sample(on_step=lambda step, _latents: steps.append(step))
    made = one.decode(latents)
    assert steps == [1, 2]
    assert made.frames.shape == (one.bucket.frames, HEIGHT, WIDTH, 3)
    assert made.frames.dtype == np.uint8
    assert made.frames.std() > 1
    assert made.fps == one.bucket.fps
    assert (made.sound is not None) == (Mode.AUDIO in one.entry.modes)
    if made.sound is not None:
        assert made.sound.shape == (2, one.bucket.frames * made.sound_rate // made.fps)
        assert made.sound.std() > 0


@pytest.mark.parametrize("name", MODELS)
def test_a_cancelled_run_stops_within_a_step_and_leaves_nothing_behind(
    name: str, bench: Benches
) -> None:
    class Stopped(Exception):
        pass

    one, seen = bench(name), list[int]()

    def stop(step: int, latents: Tensors) -> None:
        assert all(tensor.isfinite().all() for tensor in latents.values())
        seen.append(step)
        raise Stopped

    before = one.sample()
    with pytest.raises(Stopped):
        one.sample(run=one.run(steps=4), on_step=stop)
    assert seen == [1]
    assert same(one.sample(), before)


@pytest.mark.parametrize("name", MODELS)
def test_another_seed_makes_another_take(name: str, bench: Benches) -> None:
    one = bench(name)
    assert not same(one.sample(run=one.run(seed=3)), one.sample(run=one.run(seed=4)))


@pytest.mark.parametrize("name", MODELS)
def test_it_also_works_in_the_precision_of_a_card(name: str, bench: Benches) -> None:
    one = bench(name)
    there = Bench(one.entry, one.folder)
    for stage in ("encode", "sample", "decode"):
        there.pipes[stage] = loading.pipeline(
            one.entry, one.folder, one.wanted(stage), precision=torch.bfloat16
        )
    assert there.encode()["prompt_embeds"].dtype == torch.bfloat16
    assert there.decode(there.sample()).frames.std() > 1


@pytest.mark.parametrize("name", [name for name in MODELS if entry(name).guidance > 1])
def test_a_guided_model_does_without_exclusions_too(name: str, bench: Benches) -> None:
    one = bench(name)
    told = one.family.encode(one.pipe("encode"), Prompt(text="a nurse"), one.led)
    made = one.family.sample(one.pipe("sample"), told, one.led, one.run(), lambda _n, _t: None)
    assert not same(made, one.sample())


def led_by(mode: Mode, seed: int) -> Conditions:
    shown = picture(seed)
    return {
        Mode.FIRST: Conditions(first=shown),
        Mode.FIRST_LAST: Conditions(first=picture(1), last=shown),
        Mode.REFERENCES: Conditions(references=(shown,)),
        Mode.CONTROL: Conditions(control=(shown,)),
    }[mode]


LED = [
    (name, mode)
    for mode in (Mode.FIRST, Mode.FIRST_LAST, Mode.REFERENCES, Mode.CONTROL)
    for name in those(mode)
]


@pytest.mark.parametrize(("name", "mode"), LED)
def test_what_a_model_is_led_by_changes_what_it_makes(
    name: str, mode: Mode, bench: Benches
) -> None:
    one = bench(name)
    assert not same(one.sample(led_by(mode, 5)), one.sample(led_by(mode, 6)))


@pytest.mark.parametrize("name", those(Mode.REFERENCES))
def test_a_second_reference_is_looked_at_too(name: str, bench: Benches) -> None:
    one, two = bench(name), (picture(5), picture(6, 48, 48))
    if one.entry.references > 1:
        alone = one.sample(Conditions(references=two[:1]))
        assert not same(one.sample(Conditions(references=two)), alone)


@pytest.mark.parametrize("name", MODELS)
def test_what_a_model_cannot_be_led_by_changes_nothing(name: str, bench: Benches) -> None:
    one = bench(name)
    modes = one.entry.modes
    more: dict[str, Any] = {}
    if not modes & {Mode.FIRST, Mode.FIRST_LAST}:
        more["first"] = picture(7)
    if Mode.FIRST_LAST not in modes:
        more["last"] = picture(7)
    if Mode.REFERENCES not in modes:
        more["references"] = (picture(7),)
    if Mode.CONTROL not in modes:
        more["control"] = (picture(7),)
    if more:
        assert same(one.sample(replace(one.led, **more)), one.sample())


@pytest.mark.parametrize("name", MODELS)
def test_a_size_and_a_length_that_a_model_cannot_make_are_refused(name: str) -> None:
    rules = entry(name).rules
    width, height = rules.size(720, 1280)
    good = replace(
        bucket_of(name), width=width, height=height, frames=rules.max_frames, fps=rules.fps
    )
    rules.check(good)
    with pytest.raises(EngineError, match="does not make pictures of") as odd:
        rules.check(replace(good, width=width + 1))
    assert str(rules.multiple) in odd.value.advice
    with pytest.raises(EngineError, match="does not make pictures of"):
        rules.check(replace(good, width=width * 8, height=height * 8))
    with pytest.raises(EngineError, match="frames at once"):
        rules.check(replace(good, frames=rules.max_frames + 1))
    if rules.max_frames > 1:
        with pytest.raises(EngineError, match="frames a second"):
            rules.check(replace(good, fps=rules.fps + 1))
        with pytest.raises(EngineError, match="frames at once"):
            rules.check(replace(good, frames=rules.min_frames + 1))


def bucket_of(name: str) -> Any:
    return Bench(entry(name), None).bucket  # type: ignore[arg-type]  # nothing is loaded


@pytest.mark.parametrize("name", those(Mode.REFERENCES))
def test_more_references_than_a_model_looks_at_are_refused(name: str, bench: Benches) -> None:
    one = bench(name)
    many = Conditions(references=(picture(1),) * (one.entry.references + 1))
    with pytest.raises(EngineError, match="reference pictures at most"):
        one.family.sample(one.pipe("sample"), {}, many, one.run(), lambda _n, _t: None)


@pytest.mark.parametrize("name", [name for name in MODELS if Mode.TEXT not in entry(name).modes])
def test_a_model_that_needs_a_picture_asks_for_it(name: str, bench: Benches) -> None:
    one = bench(name)
    with pytest.raises(EngineError, match="was given none") as asked:
        one.family.sample(one.pipe("sample"), {}, Conditions(), one.run(), lambda _n, _t: None)
    assert asked.value.advice
