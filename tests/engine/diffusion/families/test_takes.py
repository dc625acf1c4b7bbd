"""Alice asks for final takes with models of her choice: every stage, one after the other."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import av
import pytest

from engine.contracts import (
    Character,
    Final,
    Format,
    Gesture,
    GestureCue,
    Reference,
    ReferenceKind,
    RenderRequest,
)
from engine.diffusion.registry import entry
from engine.render import render
from tests.engine.diffusion.families.conftest import HEIGHT, WIDTH, Bench, picture
from tests.engine.quiet import Quiet
from tests.engine.rehearsal.shots import person, shot

ALICE = Character(id="alice", name="Alice")


@pytest.mark.parametrize(
    ("keyframes", "video"),
    [
        ("qwen-image-edit-2511", "wan2.2-i2v-a14b"),
        ("sdxl", "wan2.1-vace-14b"),
        ("z-image-turbo", "wan2.1-vace-1.3b"),
    ],
)
def test_a_take_is_made_by_the_models_that_were_asked_for(
    keyframes: str,
    video: str,
    bench: Callable[[str], Bench],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DRAMABOX_MODELS", str(bench(keyframes).folder.parent))
    monkeypatch.setenv("DRAMABOX_STAGE_CACHE", str(tmp_path / "stages"))
    bench(video)
    picture(9).save(tmp_path / "alice.png")
    shown = Reference(
        kind=ReferenceKind.CHARACTER, subject="alice", file=str(tmp_path / "alice.png")
    )
    request = RenderRequest(
        cast=(ALICE,),
        renderer="diffusion",
        out=str(tmp_path / "take"),
        format=Format(width=WIDTH, height=HEIGHT, fps=8),
        final=Final(keyframes=keyframes, video=video, steps=2, references=(shown,)),
        shot=shot(people=(person("alice"),), duration=0.5),
    )
    take = render(request, Quiet())
    assert (take.made_with["keyframes"], take.made_with["video"]) == (keyframes, video)
    with av.open(str(tmp_path / "take" / take.video)) as file:
        stream = file.streams.video[0]
        assert (stream.width, stream.height) == (WIDTH, HEIGHT)
        assert sum(1 for _frame in file.decode(stream)) == 4
    assert entry(video).rules.frames(0.5) >= 4


def test_a_model_that_takes_lines_is_led_by_those_of_the_rehearsal(
    bench: Callable[[str], Bench], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Same keyframe, but somebody falls in the middle of the shot: only the lines say so."""
    model, still = "wan2.1-vace-1.3b", "z-image-turbo"
    monkeypatch.setenv("DRAMABOX_MODELS", str(bench(still).folder.parent))
    bench(model)
    told = Final(keyframes=still, video=model, steps=2, prompt="A shot.", keyframe_prompt="Alice.")
    fall = GestureCue(at=0.2, duration=0.3, gesture=Gesture.FAINT)

    def latents(name: str, *gestures: GestureCue) -> set[bytes]:
        """What the stages kept, a few numbers more or less each of which is too little to see."""
        monkeypatch.setenv("DRAMABOX_STAGE_CACHE", str(tmp_path / name / "stages"))
        request = RenderRequest(
            cast=(ALICE,),
            renderer="diffusion",
            out=str(tmp_path / name),
            format=Format(width=WIDTH, height=HEIGHT, fps=8),
            final=told,
            shot=shot(people=(person("alice", gestures=gestures),), duration=0.5),
        )
        render(request, Quiet())
        kept = (tmp_path / name / "stages").glob("*.safetensors")
        return {sha256(path.read_bytes()).digest() for path in kept}

    stands, falls = latents("stands"), latents("falls", fall)
    assert len(stands) == len(falls) == 5
    assert len(stands - falls) == 1
