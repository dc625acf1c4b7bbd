"""Alice's machine has measured a model as it is and with her LoRA: graphs work for its denoiser."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace as replace_settings
from pathlib import Path
from typing import Any

import pytest
import torch
from msgspec.structs import replace

from engine.contracts import Adapter, Final
from engine.diffusion.families import Conditions, Prompt, loading
from engine.diffusion.registry import Bucket, ModelEntry, entries, entry
from engine.diffusion.runtimes import fit, lowered, tuning
from engine.diffusion.runtimes.chosen import Settings
from engine.diffusion.runtimes.equip import denoisers, equip
from engine.diffusion.runtimes.graphs.plain import Plain
from engine.diffusion.runtimes.parity import TOLERANCE
from engine.diffusion.runtimes.session import Session
from engine.diffusion.runtimes.stacking import Speed
from engine.diffusion.runtimes.swapped import OrtModule, Runner, let_go, stand_in
from engine.diffusion.runtimes.tuning import Tuned
from engine.diffusion.stages.kept import Kept
from engine.diffusion.stages.ladder import Rung
from engine.diffusion.stages.maker import Maker
from engine.diffusion.stages.memory import Learned
from engine.diffusion.stages.outfit import PLAIN, Outfit, outfit_of
from engine.diffusion.stages.pipelines import Wanted, pipeline
from engine.diffusion.stages.progress import Guess, Progress, Stage
from engine.diffusion.stages.residency import HOT, Key, Residency
from engine.diffusion.tune import tune
from tests.engine.diffusion import tiny_graphs
from tests.engine.diffusion.loras import lora
from tests.engine.diffusion.stages.short import SmallCard
from tests.engine.quiet import Quiet

DRAFTS = "z-image-turbo"
BUCKET = Bucket(width=32, height=32, frames=1, fps=1)
GRAPH = "ort-cpu"


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory, tiny_model: Callable[[str], Path]) -> Path:
    """A folder of models with what was measured: of each method a graph is the fastest."""
    models = tmp_path_factory.mktemp("measured")
    (models / DRAFTS).symlink_to(tiny_model(DRAFTS))
    folder = models / "loras" / "alice"
    folder.mkdir(parents=True)
    (folder / "lora.toml").write_text(
        f'title = "Alice"\nbase = "{DRAFTS}"\nstrength = 1.0\nsubject = "alice"\n', encoding="utf-8"
    )
    pipe: Any = loading.pipeline(entry(DRAFTS), models / DRAFTS, ["transformer", "scheduler"])
    lora(pipe.transformer, "transformer", folder / "alice.safetensors")
    said: list[Tuned] = []
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("DRAMABOX_MODELS", str(models))
        for adapters in ((), (Adapter(name="alice"),)):
            tune(entry(DRAFTS), models, BUCKET, adapters, said.append)
    known = tuning.read(models)
    tuning.write(models, replace(known, tuned=tuple(map(_with_graph_fastest, known.tuned))))
    gc.collect()
    gc.freeze()  # the exporter keeps much, which each collection after a job would look through
    return models


def _with_graph_fastest(one: Tuned) -> Tuned:
    return replace(one, tried=one.tried | {GRAPH: replace(one.tried[GRAPH], seconds=1e-9)})


@pytest.fixture
def folder(measured: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("DRAMABOX_MODELS", str(measured))
    monkeypatch.setattr(HOT, "card", SmallCard(80.0))  # with room for all, whatever else runs here
    HOT.clear()
    yield measured
    HOT.clear()


@pytest.fixture
def working(folder: Path, tmp_path: Path) -> Callable[..., Maker]:
    """Makers of drafts; what they make is never found made."""
    count = iter(range(99))

    def maker(outfit: Outfit = PLAIN, buckets: tuple[Bucket, ...] = (BUCKET,)) -> Maker:
        progress = Progress(Quiet(), {}, lambda _unit: Guess(0.0, is_known=False))
        kept = Kept(tmp_path / str(next(count)))
        learned = Learned(tmp_path)
        return Maker(entry(DRAFTS), kept, progress, learned, HOT, outfit=outfit, buckets=buckets)

    return maker


def worn(strength: float = 1.0) -> Outfit:
    final = Final(adapters=(Adapter(name="alice", strength=strength),))
    return outfit_of(entry(DRAFTS), final)


def drawn(maker: Maker) -> torch.Tensor:
    """Latents of a draft."""
    led = Conditions()
    told = maker.encode(Prompt(text="A door."), led)
    return maker.sample(told(), led, maker.run(BUCKET, 7, 2))()["latents"]


def way(maker: Maker) -> str:
    return maker.on_card.ways["transformer.forward"]


def test_where_a_graph_does_not_do_torch_goes_on_and_it_is_told(
    working: Callable[..., Maker],
) -> None:
    """A shape that the graph was not built for, which nobody foresaw."""
    maker = working()
    drawn(maker)
    assert way(maker) == GRAPH
    wider = Bucket(width=64, height=32, frames=1, fps=1)
    told = maker.encode(Prompt(text="A door."), Conditions())()
    made = maker.sample(told, Conditions(), maker.run(wider, 7, 2))()["latents"]
    assert [note.code for note in maker.on_card.notes.values()] == ["graph-left"]
    assert way(maker) == "eager"
    plain = working(buckets=())
    assert torch.equal(plain.sample(told, Conditions(), plain.run(wider, 7, 2))()["latents"], made)


def test_where_a_session_fails_at_work_torch_goes_on(
    working: Callable[..., Maker], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The denoiser's graph asks for a number that is not there."""
    tiny_graphs.picking(tmp_path / "picking.onnx")
    failing = Session(
        tmp_path / "picking.onnx", [("CPUExecutionProvider", {})], torch.device("cpu")
    )
    maker = working()
    before = drawn(maker)
    assert way(maker) == GRAPH
    run, given = failing.run, {"numbers": torch.zeros(3), "places": torch.tensor([9])}
    monkeypatch.setattr(Session, "run", lambda *_: run(given, {"n": 3, "k": 1}))
    told = maker.encode(Prompt(text="A door."), Conditions())()
    made = maker.sample(told, Conditions(), maker.run(BUCKET, 8, 2))()["latents"]
    assert [note.code for note in maker.on_card.notes.values()] == ["graph-left"]
    assert (way(maker), made.shape) == ("eager", before.shape)


def test_each_outfit_is_measured_by_itself_and_the_vae_once_for_all(folder: Path) -> None:
    found = tuning.read(folder).tuned
    assert [(one.method, one.wears) for one in found] == [
        ("transformer.forward", ""),
        ("transformer.forward", "alice 1"),
        ("vae.decode", ""),
    ]
    plain, alice, _vae = found
    assert alice.outfit == worn().name
    assert plain.tried[GRAPH].folder != alice.tried[GRAPH].folder
    assert all(one.tried[GRAPH].difference <= TOLERANCE for one in found)


@pytest.mark.parametrize("is_worn", [False, True])
def test_a_graph_serves_exactly_the_loras_that_it_was_written_with(
    is_worn: bool, working: Callable[..., Maker]
) -> None:
    outfit, other = (worn(), PLAIN) if is_worn else (PLAIN, worn())
    by_torch, by_graph = working(outfit, ()), working(outfit)
    meant, made = drawn(by_torch), drawn(by_graph)
    assert (way(by_torch), way(by_graph)) == ("eager", GRAPH)
    assert not by_graph.on_card.notes
    assert 0 < (made - meant).abs().max() <= TOLERANCE
    in_other = working(other)
    assert (drawn(in_other) - made).abs().max() > TOLERANCE
    assert way(in_other) == GRAPH


def test_loras_that_were_not_measured_run_in_torch_with_a_note(
    working: Callable[..., Maker],
) -> None:
    weaker = working(worn(0.5))
    made = drawn(weaker)
    assert way(weaker) == "eager"
    assert [note.code for note in weaker.on_card.notes.values()] == ["outfit-not-tuned"]
    assert "--lora" in next(iter(weaker.on_card.notes.values())).advice
    assert torch.equal(made, drawn(working(worn(0.5), ())))


def bytes_of(folder: Path) -> int:
    return sum(one.nbytes for one in denoiser(folder).parameters())


def bytes_in_memory() -> int:
    """Of all tensors that anything still holds."""
    gc.collect()
    held = [one for one in gc.get_objects() if type(one) in {torch.Tensor, torch.nn.Parameter}]
    found = [one.untyped_storage() for one in held if one.device.type == "cpu"]
    return sum({one.data_ptr(): one.nbytes() for one in found}.values())


def denoiser(folder: Path) -> Any:
    return HOT.held[Key(folder / DRAFTS, "transformer")].component


def test_weights_that_a_graph_has_are_not_held_in_torch_as_well(
    folder: Path, working: Callable[..., Maker]
) -> None:
    drawn(working(buckets=()))
    weights, before = bytes_of(folder), bytes_in_memory()
    drawn(working())
    assert weights > 0
    assert bytes_of(folder) == 0
    assert before - bytes_in_memory() >= weights


def test_a_graph_stays_hot_from_job_to_job(folder: Path, working: Callable[..., Maker]) -> None:
    first = working()
    latents = drawn(first)
    graph = stand_in(denoiser(folder))
    assert graph is not None
    first.decode({"latents": latents}, first.run(BUCKET, 7, 2))
    assert torch.equal(drawn(working()), latents)
    assert stand_in(denoiser(folder)) is graph


def test_weights_are_read_again_where_no_graph_does(
    folder: Path, working: Callable[..., Maker]
) -> None:
    meant = drawn(working(buckets=()))
    drawn(working())
    wider = Bucket(width=64, height=32, frames=1, fps=1)
    for unfit in (working(buckets=()), working(buckets=(BUCKET, wider))):
        assert torch.equal(drawn(unfit), meant)
        assert way(unfit).startswith("eager")
        assert bytes_of(folder) > 0
        drawn(working())
        assert bytes_of(folder) == 0
    pipeline(HOT, Wanted(entry(DRAFTS), folder / DRAFTS, Stage.SAMPLE, Rung.GROUPS))
    assert bytes_of(folder) > 0


def test_what_was_measured_anew_is_used_at_once(
    folder: Path, working: Callable[..., Maker]
) -> None:
    drawn(working())
    known = tuning.read(folder)
    slow = [
        replace(one, tried=one.tried | {GRAPH: replace(one.tried[GRAPH], seconds=9.0)})
        for one in known.tuned
    ]
    tuning.write(folder, replace(known, tuned=tuple(slow)))
    try:
        again = working()
        drawn(again)
        assert way(again) == "eager, native"
    finally:
        tuning.write(folder, known)


@pytest.mark.parametrize("one", entries(), ids=lambda one: one.name)
def test_a_denoiser_without_weights_takes_its_place_in_a_pipeline_anew(
    one: ModelEntry, tiny_model: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fit, "serves", lambda graph, *_given: graph.way == GRAPH)
    hot, folder = Residency(card=SmallCard(80.0)), tiny_model(one.name)
    settings = Settings(models=folder.parent, buckets=(BUCKET,), steps=4)
    pipe: Any = pipeline(hot, Wanted(one, folder, Stage.SAMPLE, settings=settings))
    names = denoisers(pipe, one)
    graphs = {name: _put_in_place_of(pipe, name) for name in names}
    pipeline(hot, Wanted(one, folder, Stage.DECODE, settings=settings))
    again: Any = pipeline(hot, Wanted(one, folder, Stage.SAMPLE, settings=settings))
    ways = equip(again, one, settings).ways
    assert names
    for name, graph in graphs.items():
        assert getattr(again, name) is graph
        assert ways[f"{name}.forward"] == GRAPH
    plain: Any = pipeline(hot, Wanted(one, folder, Stage.SAMPLE))
    assert all(weight.numel() for name in names for weight in getattr(plain, name).parameters())


def _put_in_place_of(pipe: Any, name: str) -> OrtModule:
    """A graph that is never run."""
    module: torch.nn.Module = getattr(pipe, name)
    graph = OrtModule(module, Runner(Plain(module), ()))
    graph.way = GRAPH
    let_go(module, graph)
    setattr(pipe, name, graph)
    return graph


def test_weights_in_eight_bits_come_back_where_another_shape_follows(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a take would depend on what was made before it."""
    monkeypatch.setattr(lowered, "LEAST", 16)  # tiny layers are worth it here
    one, home = entry(DRAFTS), folder / DRAFTS
    hot = Residency(card=SmallCard(80.0))
    plain = Settings(models=folder.parent, buckets=(BUCKET,), steps=4)  # nothing was measured there
    eight = replace_settings(plain, speed=Speed(steps=4, weights=lowered.INT8))

    def loaded(settings: Settings | None) -> torch.nn.Module:
        pipe: Any = pipeline(hot, Wanted(one, home, Stage.SAMPLE, settings=settings))
        module: torch.nn.Module = pipe.transformer
        return module

    first = loaded(eight)
    assert lowered.lower(first, lowered.INT8) > 0
    assert loaded(eight) is first
    for other in (plain, None):
        fresh = loaded(other)
        assert fresh is not first
        assert lowered.weights_of(fresh) == ""
        assert loaded(other) is fresh
        lowered.lower(fresh, lowered.INT8)
