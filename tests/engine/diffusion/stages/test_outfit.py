"""Alice gives a shot the likeness of a character, and models their few steps."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from engine.contracts import Adapter, EngineError, Final
from engine.diffusion.families import loading
from engine.diffusion.registry import Role, entry
from engine.diffusion.stages import choice
from engine.diffusion.stages.outfit import PLAIN, outfit_of
from engine.diffusion.stages.residency import HOT
from engine.render import render
from tests.engine.diffusion.loras import lora
from tests.engine.diffusion.stages.conftest import KEYFRAMES, VIDEO
from tests.engine.diffusion.stages.takes import wanted
from tests.engine.quiet import Quiet

FEW = "wan2.2-i2v-a14b"


@pytest.fixture
def likeness(
    studio: Path, tiny_model: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A machine with a LoRA of Alice for the video model."""
    models = studio / "models"
    models.mkdir()
    for name in (KEYFRAMES, VIDEO):
        (models / name).symlink_to(tiny_model(name))
    folder = models / "loras" / "alice"
    folder.mkdir(parents=True)
    (folder / "lora.toml").write_text(
        f'title = "Alice"\nbase = "{VIDEO}"\nstrength = 1.0\nsubject = "alice"\n', encoding="utf-8"
    )
    lora(denoiser(VIDEO, models).transformer, "transformer", folder / "alice.safetensors")
    monkeypatch.setenv("DRAMABOX_MODELS", str(models))
    HOT.clear()
    return studio


def denoiser(name: str, models: Path) -> Any:
    one = entry(name)
    return loading.pipeline(one, models / name, [*one.denoisers, "scheduler"])


def test_a_likeness_is_fused_for_the_shots_that_ask_for_it_and_for_no_others(
    likeness: Path,
) -> None:
    alike = Final(steps=2, adapters=(Adapter(name="alice", subject="alice"),))
    before = render(wanted(likeness / "before"), Quiet())
    worn = render(wanted(likeness / "worn", final=alike), Quiet())
    for kept in (likeness / "stages").iterdir():
        kept.unlink()
    after = render(wanted(likeness / "after"), Quiet())
    assert worn.sha256["take.mp4"] != before.sha256["take.mp4"]
    assert after.sha256 == before.sha256


def test_a_likeness_that_was_trained_again_takes_the_place_of_the_one_in_memory(
    likeness: Path,
) -> None:
    alike = Final(steps=2, adapters=(Adapter(name="alice", subject="alice"),))
    first = render(wanted(likeness / "first", final=alike), Quiet())
    models = likeness / "models"
    file = models / "loras" / "alice" / "alice.safetensors"
    lora(denoiser(VIDEO, models).transformer, "transformer", file, seed=7)
    hot = render(wanted(likeness / "hot", final=alike), Quiet())
    HOT.clear()
    for kept in (likeness / "stages").iterdir():
        kept.unlink()
    cold = render(wanted(likeness / "cold", final=alike), Quiet())
    assert hot.sha256["take.mp4"] != first.sha256["take.mp4"]
    assert hot.sha256 == cold.sha256


def test_a_likeness_for_another_model_is_left_out(likeness: Path) -> None:
    final = Final(adapters=(Adapter(name="alice"),))
    assert outfit_of(entry(KEYFRAMES), final) == PLAIN
    assert len(outfit_of(entry(VIDEO), final).adapters) == 1


def test_a_likeness_that_is_not_here_is_told_before_anything_is_made(likeness: Path) -> None:
    with pytest.raises(EngineError, match="no LoRA “tom”"):
        render(wanted(likeness / "t", final=Final(adapters=(Adapter(name="tom"),))), Quiet())
    assert not (likeness / "stages").exists()


def test_with_its_distilled_weights_a_model_takes_few_steps_without_guidance(
    likeness: Path, tiny_model: Callable[[str], Path]
) -> None:
    models = likeness / "models"
    (models / FEW).symlink_to(tiny_model(FEW))
    assert choice.model(Role.VIDEO, FEW).steps == entry(FEW).steps
    distilled = entry(FEW).distilled
    assert distilled is not None
    for n, (name, file) in enumerate(zip(entry(FEW).denoisers, distilled.files, strict=True)):
        path = models / "loras" / FEW / file
        path.parent.mkdir(parents=True, exist_ok=True)
        lora(getattr(denoiser(FEW, models), name), "transformer", path, seed=n)
    chosen = choice.model(Role.VIDEO, FEW)
    assert (chosen.steps, chosen.guidance) == (distilled.steps, distilled.guidance)
    final = Final(video=FEW)
    take = render(wanted(likeness / "few", final=final), Quiet())
    (models / "loras" / FEW / distilled.files[0]).unlink()
    plain = msgspec.structs.replace(final, steps=distilled.steps)
    slow = render(wanted(likeness / "slow", final=plain), Quiet())
    assert take.sha256["take.mp4"] != slow.sha256["take.mp4"]
