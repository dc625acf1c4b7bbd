"""What is said of finals once they lie there."""

import itertools
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace
from PIL import Image

from engine.contracts import (
    Final,
    Format,
    Judgement,
    Quality,
    Reference,
    ReferenceKind,
    Take,
)
from engine.diffusion.registry import ModelEntry, entry
from engine.diffusion.runtimes.chosen import Settings
from engine.diffusion.runtimes.equip import Equipped, equip
from engine.diffusion.stages import on_card
from engine.diffusion.stages.finish import polish
from engine.diffusion.stages.judging import among_scene
from engine.diffusion.stages.plan import plan
from engine.diffusion.stages.work import Work
from engine.quality.footage import Seen
from engine.render import render
from tests.engine.diffusion import tiny_graphs
from tests.engine.diffusion.stages.conftest import KEYFRAMES, VIDEO
from tests.engine.diffusion.stages.takes import wanted
from tests.engine.quiet import Quiet

RED, BLUE = (200, 30, 20), (20, 40, 200)
ALONE = Final()


def test_scorers_are_asked_about_every_final(
    studio: Path, two_models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = wanted(studio / "take")
    picture = studio / "room.png"
    Image.new("RGB", (64, 96), RED).save(picture)
    room = Reference(kind=ReferenceKind.PLACE, subject=asked.shot.set.place, file=str(picture))
    models = beside(two_models, studio / "models")
    tiny_graphs.embedder(models / "scorers" / "dino", "picture")
    monkeypatch.setenv("DRAMABOX_MODELS", str(models))
    take = render(wanted(studio / "take", final=Final(steps=2, references=(room,))), Quiet())
    assert take.judgement is not None
    assert Quality.PLACE in take.judgement.scores
    assert [one.code for one in take.judgement.absent] == ["no-text-scorer"]


def test_a_broken_scorer_costs_no_take(
    studio: Path, two_models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    models = beside(two_models, studio / "models")
    (models / "scorers" / "dino").mkdir(parents=True)
    (models / "scorers" / "dino" / "scorer.toml").write_text("does = 3", encoding="utf-8")
    monkeypatch.setenv("DRAMABOX_MODELS", str(models))
    take = render(wanted(studio / "take"), Quiet())
    assert take.judgement is not None
    assert [one.code for one in take.judgement.absent] == ["no-text-scorer", "bad-card"]
    assert Quality.LENGTH in take.judgement.scores


def test_a_scorer_that_fails_in_its_own_way_costs_no_take(
    studio: Path, two_models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What calls itself a detector gives none of what a detector gives."""
    models = beside(two_models, studio / "models")
    tiny_graphs.embedder(models / "scorers" / "yunet", "detector")
    tiny_graphs.embedder(models / "scorers" / "auraface", "face")
    monkeypatch.setenv("DRAMABOX_MODELS", str(models))
    picture = studio / "alice.png"
    Image.new("RGB", (64, 96), RED).save(picture)
    alice = Reference(kind=ReferenceKind.CHARACTER, subject="alice", file=str(picture))
    take = render(wanted(studio / "take", final=Final(steps=2, references=(alice,))), Quiet())
    assert take.judgement is not None
    assert [one.code for one in take.judgement.absent] == ["scorer-failed"]


def beside(models: Path, folder: Path) -> Path:
    """The same models where other things can be put beside them."""
    folder.mkdir()
    for name in (KEYFRAMES, VIDEO):
        (folder / name).symlink_to((models / name).resolve())
    return folder


def test_a_take_whose_colours_are_those_of_another_scene_is_found_among_its_own() -> None:
    red, also_red, blue = work(0, RED), work(1, RED), work(2, BLUE)
    among_scene([red, also_red, blue])
    assert codes(red) == codes(also_red) == []
    assert codes(blue) == ["colours-foreign"]
    assert scores(blue)[Quality.PALETTE] < scores(red)[Quality.PALETTE] == 1.0


def test_takes_of_different_scenes_are_not_compared() -> None:
    red, blue = work(0, RED, place="GARDEN"), work(1, BLUE, place="CELLAR")
    among_scene([red, blue])
    assert codes(red) == codes(blue) == []


def test_a_final_made_alone_is_compared_with_the_final_it_returns_to() -> None:
    red, blue = returning(RED), returning(BLUE)
    among_scene([red])
    among_scene([blue])
    assert codes(red) == []
    assert codes(blue) == ["colours-foreign"]


def test_a_keyframe_that_leads_a_take_of_the_same_job_is_not_a_take_of_the_scene() -> None:
    """The take made of it is what colours are compared with, and it may have failed."""
    blue = returning(BLUE, to="shot:e01-s1-001")
    among_scene([blue])
    assert codes(blue) == []


def returning(colour: tuple[int, int, int], to: str = "last.png") -> Work:
    """A take of a shot that goes back to a red one."""
    one = work(0, colour, final=Final(continues=to))
    one.before = Image.new("RGB", (128, 192), RED)
    return one


def work(
    index: int, colour: tuple[int, int, int], place: str = "GARDEN", final: Final = ALONE
) -> Work:
    shot = wanted(Path("nowhere")).shot
    placed = replace(shot, set=replace(shot.set, place=place))
    request = wanted(Path("nowhere"), shot=placed, final=final)
    one = Work(
        index,
        plan(request, entry(KEYFRAMES), entry(VIDEO)),
        polish(Final(), Path("nowhere")),
    )
    one.seen = Seen(np.full((4, 96, 64, 3), colour, np.uint8), 8)
    one.take = Take(
        inputs="",
        renderer="diffusion",
        seed=index,
        format=Format(),
        frames=4,
        duration=0.5,
        timings=(),
        sha256={},
        wall_s=0,
        cpu_s=0,
        peak_mb=0,
        versions={},
        judgement=Judgement(scores={Quality.PALETTE: 1.0}),
    )
    return one


def codes(one: Work) -> list[str]:
    assert one.take is not None
    assert one.take.judgement is not None
    return [finding.problem.code for finding in one.take.judgement.findings]


def scores(one: Work) -> dict[Quality, float]:
    assert one.take is not None
    assert one.take.judgement is not None
    return one.take.judgement.scores


def test_a_take_costs_what_all_its_stages_cost(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = itertools.count()
    monkeypatch.setattr("time.perf_counter", lambda: next(seconds))
    monkeypatch.setattr("time.process_time", lambda: 0)
    one = work(0, RED)
    for _stage in range(3):
        with one.at_work():
            pass
    made = one.finished()
    assert made is not None
    assert (made.wall_s, made.cpu_s) == (3, 0)


def test_a_run_of_few_steps_is_equipped_as_one(
    studio: Path, cold: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A model of many steps that is asked for few of them gets no step cache."""
    asked: list[int] = []

    def watched(pipe: Any, one: ModelEntry, settings: Settings) -> Equipped:
        asked.append(settings.steps)
        return equip(pipe, one, settings)

    monkeypatch.setattr(on_card, "equip", watched)
    render(wanted(studio / "take", final=Final(steps=2)), Quiet())
    video = entry(VIDEO)
    assert video.steps > 8
    assert asked.count(2) == 2, "sampling and decoding of the video"
    assert video.steps not in asked
