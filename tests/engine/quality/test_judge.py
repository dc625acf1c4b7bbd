"""Erin has takes judged by the verb, as the studio does."""

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from PIL import Image

from engine import verbs
from engine.contracts import (
    EngineError,
    Format,
    Judgement,
    JudgeRequest,
    Quality,
    Reference,
    ReferenceKind,
    to_json,
)
from engine.edit.encode import VideoWriter
from engine.quality.files import film
from engine.quality.footage import seen
from engine.quality.heard import Heard
from engine.quality.judge import judged as quality
from tests.engine.diffusion import tiny_graphs
from tests.engine.quality.conftest import Drawn
from tests.engine.quiet import Quiet
from tests.engine.rehearsal.shots import SMALL


def judged(**asked: object) -> Judgement:
    request = JudgeRequest(**{"format": SMALL} | asked)  # type: ignore[arg-type]
    found = verbs.run("judge", msgspec.to_builtins(request), Quiet())
    assert isinstance(found, Judgement)
    return found


def test_a_rehearsal_take_has_no_finding_and_scores_of_all_that_can_be_measured(
    talking: Drawn,
) -> None:
    found = judged(
        shot=talking.shot,
        video=talking.video,
        speech=str(talking.folder / "speech.wav"),
        before=str(talking.folder / "still.jpg"),
        scene=(str(talking.folder / "still.jpg"),),
    )
    assert found.findings == ()
    measured = [Quality.LENGTH, Quality.EXPOSURE, Quality.MOTION, Quality.STEADINESS]
    measured += [Quality.WHOLENESS, Quality.SEAM, Quality.PALETTE, Quality.SOUND]
    assert list(found.scores) == measured
    assert all(0.8 < score <= 1 for score in found.scores.values()), found.scores


def test_the_same_take_gets_the_same_judgement(talking: Drawn) -> None:
    first, second = (judged(shot=talking.shot, video=talking.video) for _ in range(2))
    assert to_json(first) == to_json(second)


def test_a_clip_of_another_shot_is_found_out(talking: Drawn, elsewhere: Drawn) -> None:
    found = judged(
        shot=talking.shot,
        video=elsewhere.video,
        speech=str(elsewhere.folder / "speech.wav"),
        format=Format(width=720, height=1280),
        before=talking.video,
        scene=(talking.video,),
    )
    codes = [one.problem.code for one in found.findings]
    assert codes == [
        "lines-cut-off",
        "wrong-size",
        "seam-before",
        "colours-foreign",
        "line-not-heard",
    ]


def test_a_video_without_sound_is_judged_by_its_picture(talking: Drawn, tmp_path: Path) -> None:
    path = tmp_path / "mute.mp4"
    with VideoWriter(path, SMALL) as writer:
        for frame in talking.frames:
            writer.write(frame[..., [2, 1, 0, 2]])
    mute = msgspec.structs.replace(talking.shot, lines=())
    found = judged(shot=mute, video=str(path))
    assert Quality.SOUND not in found.scores
    assert found.findings == ()


def test_what_is_no_video_is_said_in_words(talking: Drawn, tmp_path: Path) -> None:
    path = tmp_path / "notes.mp4"
    path.write_text("not a video", encoding="utf-8")
    with pytest.raises(EngineError, match="cannot be read") as caught:
        judged(shot=talking.shot, video=str(path))
    assert caught.value.code == "unreadable-video"
    with pytest.raises(EngineError, match="cannot be read"):
        film(str(talking.folder / "speech.wav"))


def test_takes_are_judged_without_torch_and_onnxruntime() -> None:
    code = "import sys, engine.judge; print({'torch', 'onnxruntime'} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "set()"


def test_scorers_that_are_not_there_are_named_and_the_rest_is_judged(
    talking: Drawn, tmp_path: Path
) -> None:
    face = Reference(
        kind=ReferenceKind.CHARACTER, subject="mia", file=str(talking.folder / "still.jpg")
    )
    found = judged(
        shot=talking.shot,
        video=talking.video,
        models=str(tmp_path),
        references=(face,),
        prompt="a woman in a corridor",
    )
    assert [one.code for one in found.absent] == ["no-face-scorer", "no-text-scorer"]
    assert Quality.FACE not in found.scores
    assert Quality.MOTION in found.scores


def test_a_scorer_that_is_there_adds_its_score(talking: Drawn, tmp_path: Path) -> None:
    tiny_graphs.embedder(tmp_path / "scorers" / "dino", "picture")
    still = str(talking.folder / "still.jpg")
    room = Reference(kind=ReferenceKind.PLACE, subject="hospital", file=still)
    found = judged(shot=talking.shot, video=talking.video, models=str(tmp_path), references=(room,))
    assert found.scores[Quality.PLACE] > 0.9
    assert found.absent == ()


def test_a_photo_is_compared_upright(talking: Drawn, tmp_path: Path) -> None:
    """Telephones turn their photos by a note in the file."""
    tiny_graphs.embedder(tmp_path / "scorers" / "dino", "picture")
    with Image.open(talking.folder / "still.jpg") as still:
        exif = still.getexif()
        exif[0x0112] = 6  # to be turned to the right
        still.rotate(90, expand=True).save(tmp_path / "photo.jpg", exif=exif)
    room = Reference(kind=ReferenceKind.PLACE, subject="x", file=str(tmp_path / "photo.jpg"))
    found = judged(shot=talking.shot, video=talking.video, models=str(tmp_path), references=(room,))
    assert found.scores[Quality.PLACE] > 0.9


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_a_clip_of_few_frames_is_judged(talking: Drawn, count: int) -> None:
    short = seen(talking.frames[:count], 24)
    found = quality(short, (180, 320), Heard(), talking.shot, SMALL)
    codes = [one.problem.code for one in found.findings]
    assert codes == ["lines-cut-off", "still-take", "line-not-heard"]
