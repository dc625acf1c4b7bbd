"""Alice lets her machine find out what her models run fastest on."""

import dataclasses
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import torch
from msgspec.structs import replace
from torch import nn

from engine.cli.main import main
from engine.contracts import Adapter
from engine.diffusion.registry import Bucket, ModelEntry, entry
from engine.diffusion.runtimes import RUNTIMES, tuning
from engine.diffusion.runtimes.call import Call
from engine.diffusion.runtimes.chosen import Settings
from engine.diffusion.runtimes.equip import equip
from engine.diffusion.runtimes.measure import BEGUN, tune_call
from engine.diffusion.runtimes.parity import TOLERANCE
from engine.diffusion.runtimes.stacking import Speed
from engine.diffusion.runtimes.swapped import OrtModule
from engine.diffusion.runtimes.tuning import GRAPHS, Tried, Tuned, Tuning, shape_of
from engine.diffusion.stages.outfit import Outfit
from engine.diffusion.tune import tune
from engine.dotted import load
from tests.engine.diffusion.runtimes.conftest import Tiny, small

KLEIN = "flux2-klein-4b"


@pytest.fixture(scope="module")
def measured(models: Path, tiny_model: Callable[[str], Path]) -> str:
    """What `tune` says of a model on disk."""
    tiny_model(KLEIN)
    said = StringIO()
    with pytest.MonkeyPatch.context() as environment, redirect_stdout(said):
        environment.setenv("DRAMABOX_MODELS", str(models))
        assert main(["tune", KLEIN, "--size", "64x64", "--seconds", "0.1"]) == 0
    return said.getvalue()


def settings(models: Path, **changed: Any) -> Settings:
    asked = {"models": models, "buckets": (small(entry(KLEIN)),), "steps": 4, **changed}
    return Settings(**asked)


def test_each_method_is_measured_and_the_fastest_right_one_is_kept(
    measured: str, models: Path
) -> None:
    found = tuning.read(models).tuned
    assert {one.method for one in found} == {"transformer.forward", "vae.encode", "vae.decode"}
    for one in found:
        works = {name: each for name, each in one.tried.items() if not each.why_not}
        assert works.keys() == {"eager", "ort-cpu"}
        assert one.chosen == min(works, key=lambda name: works[name].seconds)
        assert all(each.seconds > 0 and each.difference <= TOLERANCE for each in works.values())
        assert one.chosen in measured


def test_a_pipeline_is_equipped_with_what_was_found(
    measured: str, models: Path, tiny: Callable[[str], Tiny]
) -> None:
    made = tiny(KLEIN)
    latents, _footage = made.footage()
    known = tuning.read(models)
    faster = [replace(one, tried=_with_ort_fastest(one)) for one in known.tuned]
    tuning.write(models, replace(known, tuned=tuple(faster)))
    done = equip(made.pipe, made.entry, settings(models))
    assert done.ways == dict.fromkeys(done.ways, "ort-cpu")
    assert not done.notes
    assert isinstance(made.pipe.transformer, OrtModule)
    assert (made.footage()[0] - latents).abs().max() <= TOLERANCE
    assert equip(made.pipe, made.entry, settings(models)) is done


def _with_ort_fastest(one: Tuned) -> dict[str, Tried]:
    return one.tried | {"ort-cpu": replace(one.tried["ort-cpu"], seconds=1e-9)}


def test_a_graph_that_is_gone_leaves_torch_and_the_reason(
    measured: str, models: Path, tiny: Callable[[str], Tiny], tmp_path: Path
) -> None:
    tuning.write(tmp_path, tuning.read(models))
    made = tiny(KLEIN)
    done = equip(made.pipe, made.entry, settings(tmp_path))
    assert set(done.ways.values()) <= {"eager", "eager, native"}
    assert {note.code for note in done.notes} == {"runtime-fell-back"}


def test_what_was_measured_on_another_machine_is_not_used(
    measured: str, models: Path, tiny: Callable[[str], Tiny], tmp_path: Path
) -> None:
    elsewhere = replace(tuning.read(models), machine={"card": "another"})
    tuning.write(tmp_path, elsewhere)
    made = tiny(KLEIN)
    done = equip(made.pipe, made.entry, settings(tmp_path))
    assert [note.code for note in done.notes] == ["not-tuned"]
    assert not isinstance(made.pipe.transformer, OrtModule)


class Crooked:
    """A runtime that runs and is wrong."""

    def built(self, call: Call) -> str:
        return ""

    def swapped(self, module: nn.Module, method: str, folders: Sequence[Path]) -> Any:
        original: Any = module.forward
        module.forward = lambda **given: (original(**given)[0] + 1e-3,)
        return module


class Broken(Crooked):
    def built(self, call: Call) -> str:
        try:
            raise OSError("no kernel for this\nlibnvinfer.so.10: cannot open")
        except OSError as error:
            raise RuntimeError("(Refer to the full stack trace above.)") from error


def test_a_runtime_that_is_wrong_or_fails_is_not_chosen_and_the_reason_is_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    here = {"eager": RUNTIMES["cpu"]["eager"], "wrong": f"{__name__}:Crooked"}
    monkeypatch.setitem(RUNTIMES, "cpu", here | {"fails": f"{__name__}:Broken"})
    call = linear(tmp_path)
    kept: list[Tuned] = []
    found = tune_call(Tuned(model="m", method=call.name, shape="1x1x1"), call, kept.append)
    assert found.chosen == "eager"
    assert found.tried["wrong"].why_not == "differs from torch by 1.0e-03"
    assert found.tried["fails"].why_not == "OSError: libnvinfer.so.10: cannot open"
    assert [one.tried[list(one.tried)[-1]].why_not for one in kept[::2]] == [BEGUN] * 3


def test_a_runtime_that_took_the_process_with_it_is_not_tried_again(tmp_path: Path) -> None:
    call = linear(tmp_path)
    first = tune_call(Tuned(model="m", method=call.name, shape="1x1x1"), call, lambda _one: None)
    died = replace(first, tried={"eager": first.tried["eager"], "ort-cpu": Tried(why_not=BEGUN)})
    again = tune_call(died, call, lambda _one: None)
    assert again.tried["ort-cpu"].why_not == BEGUN
    assert again.chosen == "eager"


class Line(nn.Module):
    config: dict[str, int] = {}

    def __init__(self) -> None:
        super().__init__()
        self.line = nn.Linear(4, 4)

    def forward(self, given: torch.Tensor, return_dict: bool = True) -> tuple[torch.Tensor]:
        return (self.line(given),)


def linear(folder: Path) -> Call:
    torch.manual_seed(0)
    return Call(
        component="transformer",
        method="forward",
        module=Line().eval(),
        arguments={"given": torch.ones(2, 4)},
        folder=folder,
    )


def test_a_step_cache_leaves_steps_out_of_a_model_with_many(
    tmp_path: Path, tiny: Callable[[str], Tiny]
) -> None:
    made = tiny("wan2.2-ti2v-5b")
    made.run = dataclasses.replace(made.run, steps=12)
    plainly, _footage = made.footage()
    cached = Speed(steps=50, step_caches=("first-block",))
    wanted = Settings(models=tmp_path, buckets=(made.run.bucket,), steps=50, speed=cached)
    done = equip(made.pipe, made.entry, wanted)
    assert done.ways["transformer.forward"] == "eager, native, first-block"
    worked: list[int] = []
    last = made.pipe.transformer.blocks[-1].ffn
    hook = last.register_forward_hook(lambda *_given: worked.append(1))
    made.footage()
    assert 0 < len(worked) < 12, "no step was left out"
    hook.remove()
    equip(made.pipe, made.entry, Settings(models=tmp_path, buckets=(made.run.bucket,), steps=4))
    assert torch.equal(made.footage()[0], plainly)


def test_a_step_cache_that_does_not_fit_is_left_out_with_the_reason(tmp_path: Path) -> None:
    draft = entry("z-image-turbo")
    cached = Speed(steps=50, step_caches=("first-block",))
    wanted = Settings(models=tmp_path, buckets=(small(draft),), steps=50, speed=cached)
    done = equip(load(draft.tiny)(), draft, wanted)
    assert done.ways["transformer.forward"] == "eager, native"
    assert [note.code for note in done.notes] == ["not-tuned", "step-cache-unavailable"]


def test_shapes_are_named_by_width_height_and_frames() -> None:
    assert shape_of(small(entry("wan2.2-ti2v-5b"))) == "32x32x5"


@pytest.fixture
def alice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A LoRA for one model."""
    folder = tmp_path / "loras" / "alice"
    folder.mkdir(parents=True)
    (folder / "lora.toml").write_text(f'title = "Alice"\nbase = "{KLEIN}"\n', encoding="utf-8")
    (folder / "alice.safetensors").touch()
    monkeypatch.setenv("DRAMABOX_MODELS", str(tmp_path))


@pytest.mark.usefixtures("alice")
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["z-image-turbo", "--lora", "alice"], "None of these LoRAs is for Z-Image-Turbo."),
        (["--lora", "tom"], "There is no LoRA “tom”"),
        (["--lora", "alice=loud"], "like alice=0.8"),
        (["--lora", "alice=3"], "like alice=0.8"),
    ],
)
def test_a_lora_that_cannot_be_measured_is_refused(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code = main(["tune", *arguments])
    except SystemExit as ended:  # of the parser
        code = int(str(ended.code))
    assert code
    assert words in capsys.readouterr().err


@pytest.mark.usefixtures("alice")
def test_a_lora_is_measured_with_the_model_that_it_is_for(
    monkeypatch: pytest.MonkeyPatch,
    tiny_model: Callable[[str], Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    asked: list[tuple[str, list[Adapter]]] = []

    def note(one: ModelEntry, _models: Path, _bucket: Bucket, worn: Any, _say: Any) -> None:
        asked.append((one.name, worn))

    monkeypatch.setattr("engine.diffusion.tune.tune", note)
    assert main(["tune", "--lora", "alice=0.5"]) == 2
    assert f"models pull {KLEIN}" in capsys.readouterr().err
    assert asked == []
    (tmp_path / KLEIN).symlink_to(tiny_model(KLEIN))
    assert main(["tune", "--lora", "alice=0.5"]) == 0
    assert asked == [(KLEIN, [Adapter(name="alice", strength=0.5)])]


def test_a_model_whose_licence_nobody_has_accepted_is_not_run(
    monkeypatch: pytest.MonkeyPatch,
    tiny_model: Callable[[str], Path],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DRAMABOX_MODELS", str(tmp_path))
    (tmp_path / "ltx-2.5").symlink_to(tiny_model("ltx-2.5"))
    assert main(["tune", "ltx-2.5"]) == 1
    assert "models accept ltx-2.5" in capsys.readouterr().err
    assert not tuning.read(tmp_path).tuned


def test_a_lora_that_was_trained_again_leaves_no_graph_of_before(tmp_path: Path) -> None:
    def of(wears: str, outfit: str, folder: str) -> Tuned:
        (tmp_path / GRAPHS / folder).mkdir(parents=True, exist_ok=True)
        ran = {"eager": Tried(seconds=1.0), "ort-cpu": Tried(seconds=0.5, folder=folder)}
        return Tuned(model="m", method="p", shape="s", outfit=outfit, wears=wears, tried=ran)

    before = Tuning().with_tuned(of("", "", "a")).with_tuned(of("alice 1", "1", "b"))
    before = before.with_tuned(of("alice 0.5", "2", "c"))
    tuning.write(tmp_path, before.with_tuned(of("alice 1", "3", "d")))
    tuning.sweep(tmp_path, before)
    assert sorted(one.name for one in (tmp_path / GRAPHS).iterdir()) == ["a", "c", "d"]
    assert [one.outfit for one in tuning.read(tmp_path).tuned] == ["", "2", "3"]


def test_what_takes_few_steps_in_shots_is_measured_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = entry("wan2.2-i2v-a14b")
    few = many.distilled
    assert few is not None
    for name in few.files:
        path = tmp_path / "loras" / many.name / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    monkeypatch.setenv("DRAMABOX_MODELS", str(tmp_path))
    asked: list[tuple[int, str]] = []

    def note(one: ModelEntry, _models: Path, _bucket: Bucket, outfit: Outfit) -> tuple[Call, ...]:
        asked.append((one.steps, outfit.title))
        return ()

    monkeypatch.setattr("engine.diffusion.tune.calls", note)
    tune(many, tmp_path, small(many), (), lambda _one: None)
    assert asked == [(few.steps, "few steps")]


@pytest.mark.parametrize("seconds", ["nan", "-5", "0", "1e9", "long"])
def test_a_length_that_no_shot_has_is_refused(
    seconds: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["tune", KLEIN, "--seconds", seconds])
    assert "a number of seconds up to 600" in capsys.readouterr().err
