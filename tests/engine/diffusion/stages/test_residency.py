"""Models stay in memory as long as there is room, and nothing else does."""

import gc
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from weakref import ref

import psutil
import pytest
import torch
from PIL import Image
from torch._subclasses.fake_tensor import FakeTensor

from engine.diffusion.families import Conditions, Prompt
from engine.diffusion.registry import Bucket, entry
from engine.diffusion.runtimes.equip import STEP_CACHES
from engine.diffusion.stages.ladder import Rung
from engine.diffusion.stages.maker import Maker
from engine.diffusion.stages.pipelines import Wanted, pipeline
from engine.diffusion.stages.progress import Stage
from engine.diffusion.stages.residency import Key, Residency
from engine.serve import hot_models
from tests.engine.diffusion.stages.short import DENOISER, SmallCard, short_of_memory

VIDEO, KEYFRAMES = "wan2.2-ti2v-5b", "flux2-klein-4b"
JOBS, WARM = 60, 10
BUCKET = Bucket(width=32, height=32, frames=5, fps=24)
LED = Conditions(first=Image.new("RGB", (32, 32), "teal"))


def load(hot: Residency, folder: Path, stage: Stage, rung: Rung = Rung.WHOLE) -> object:
    return pipeline(hot, Wanted(entry(folder.name), folder, stage, rung))


@pytest.fixture
def hot() -> Iterator[Residency]:
    residency = Residency(card=SmallCard(24.0))
    yield residency
    residency.clear()


def test_with_room_all_models_stay_and_nothing_is_loaded_twice(
    hot: Residency, tiny_model: Callable[[str], Path]
) -> None:
    video, keyframes = tiny_model(VIDEO), tiny_model(KEYFRAMES)
    for folder in (video, keyframes):
        for stage in Stage:
            load(hot, folder, stage)
    before = {key: one.component for key, one in hot.held.items()}
    for folder in (video, keyframes):
        for stage in Stage:
            load(hot, folder, stage)
    assert all(hot.held[key].component is component for key, component in before.items())
    assert (video, "text_encoder") in before
    assert hot.models() == [KEYFRAMES, VIDEO]


def test_where_memory_is_short_what_was_used_longest_ago_goes_first(
    hot: Residency, tiny_model: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    video, keyframes = tiny_model(VIDEO), tiny_model(KEYFRAMES)
    load(hot, keyframes, Stage.DECODE)
    load(hot, video, Stage.ENCODE)

    @contextmanager
    def room_for(components: int) -> Iterator[None]:
        monkeypatch.setattr(
            SmallCard, "free", lambda _card: 24.0 if len(hot.held) <= components else 0.0
        )
        yield

    with room_for(2):
        load(hot, video, Stage.DECODE)
    assert set(hot.held) == {(video, "text_encoder"), (video, "tokenizer"), (video, "vae")}
    with room_for(0):
        load(hot, video, Stage.SAMPLE)
    assert (video, "text_encoder") not in hot.held
    assert (video, "vae") in hot.held


def test_from_the_second_rung_on_nothing_lies_beside_the_stage(
    hot: Residency, tiny_model: Callable[[str], Path]
) -> None:
    video, keyframes = tiny_model(VIDEO), tiny_model(KEYFRAMES)
    load(hot, keyframes, Stage.SAMPLE)
    load(hot, video, Stage.ENCODE)
    load(hot, video, Stage.DECODE, Rung.FREED)
    assert set(hot.held) == {(video, "vae")}


def test_the_engine_tells_which_models_are_hot(maker: Maker) -> None:
    assert hot_models() == []
    maker.encode(Prompt(text="A door."), LED)
    assert hot_models() == [VIDEO]


def test_what_is_kept_on_disk_is_not_held_in_memory_as_well(maker: Maker) -> None:
    told = maker.encode(Prompt(text="A door.", negative="static"), LED)
    latents = maker.sample(told(), LED, maker.run(BUCKET, 1, 1))
    shape = latents()["latents"].shape
    gc.collect()
    assert not [one for one in gc.get_objects() if _is_tensor(one) and one.shape == shape]


def test_sixty_jobs_in_one_process_leave_nothing_behind(maker: Maker) -> None:
    tensors, memory = [], []
    for job in range(1, JOBS + 1):
        # Now and then a card is short of memory: what the ladder does goes away, too.
        with short_of_memory(DENOISER, times=int(job % WARM == 5)):
            told = maker.encode(Prompt(text=f"Door {job}.", negative="static"), LED)
            latents = maker.sample(told(), LED, maker.run(BUCKET, job, 1))
        maker.decode(latents(), maker.run(BUCKET, job, 1))
        if job % WARM == 0:
            gc.collect()
            tensors.append(sum(_is_tensor(one) for one in gc.get_objects()))
            memory.append(psutil.Process().memory_info().rss / 2**20)
    assert max(tensors) <= tensors[0]
    assert max(memory) < memory[0] + 24


def _is_tensor(one: object) -> bool:
    """Not those without numbers, of which torch's exporter keeps some."""
    return issubclass(type(one), torch.Tensor) and type(one) is not FakeTensor


def test_components_go_although_others_took_turns_with_them(
    hot: Residency, tiny_model: Callable[[str], Path]
) -> None:
    video = tiny_model(VIDEO)
    pipe: Any = load(hot, video, Stage.SAMPLE, Rung.TURNS)
    denoiser = ref(pipe.transformer)
    del pipe
    assert denoiser() is not None
    load(hot, video, Stage.DECODE, Rung.TURNS)
    gc.collect()
    assert denoiser() is None


def test_a_model_that_was_pulled_anew_is_loaded_anew(
    hot: Residency, tiny_model: Callable[[str], Path], tmp_path: Path
) -> None:
    folder = tmp_path / KEYFRAMES
    shutil.copytree(tiny_model(KEYFRAMES), folder)
    vae = Key(folder, "vae")
    load(hot, folder, Stage.DECODE)
    before = hot.held[vae].component
    load(hot, folder, Stage.DECODE)
    assert hot.held[vae].component is before
    (folder / "README.md").write_text("Revision two.", encoding="utf-8")
    load(hot, folder, Stage.DECODE)
    assert hot.held[vae].component is not before


def test_components_that_come_and_go_have_no_step_cache_left(
    hot: Residency, tiny_model: Callable[[str], Path]
) -> None:
    video = tiny_model(VIDEO)
    pipe: Any = load(hot, video, Stage.SAMPLE)
    pipe.transformer.enable_cache(STEP_CACHES["first-block"]())
    again: Any = load(hot, video, Stage.SAMPLE, Rung.TURNS)
    assert again.transformer is pipe.transformer
    assert not again.transformer.is_cache_enabled
