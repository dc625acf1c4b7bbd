"""Alice asks for final takes."""

import signal
import subprocess
import sys
from pathlib import Path

import av
import msgspec
import pytest
from PIL import Image

from engine.contracts import (
    RECORD,
    CancelledError,
    EngineError,
    Final,
    FinalsRequest,
    Insert,
    InsertKind,
    Lettering,
    LetteringKind,
    Reference,
    ReferenceKind,
    Slate,
    Take,
    Wording,
    inputs_hash,
    to_json,
)
from engine.diffusion.registry import entry
from engine.diffusion.runtimes import tuning
from engine.diffusion.runtimes.cachekey import machine
from engine.diffusion.runtimes.tuning import Tried, Tuned, Tuning, shape_of
from engine.diffusion.stages.episode import finals
from engine.diffusion.stages.plan import plan
from engine.diffusion.stages.residency import HOT
from engine.render import render
from tests.engine.diffusion.stages.conftest import KEYFRAMES, VIDEO
from tests.engine.diffusion.stages.takes import wanted
from tests.engine.quiet import Quiet
from tests.engine.rehearsal.shots import person, shot


class Stopping:
    """Someone who counts the steps, and asks to stop at one of them."""

    def __init__(self, at: int = 10**9) -> None:
        self.at, self.notes = at, list[str]()

    def step(self, done: int, total: int, note: str | Wording = "") -> None:
        assert done <= total
        self.notes.append(str(note))
        if len(self.notes) >= self.at:
            raise CancelledError


def test_a_final_take_has_all_that_a_rehearsal_has(studio: Path) -> None:
    take = render(wanted(studio / "take"), Quiet())
    with av.open(str(studio / "take" / take.video)) as file:
        pictures = sum(1 for _ in file.decode(video=0))
    assert (pictures, take.renderer, take.frames) == (4, "diffusion", 4)
    assert (studio / "take" / take.speech).stat().st_size > 44
    assert take.timings[0].words
    assert take.made_with["video"] == "wan2.2-ti2v-5b"
    assert take.made_with["video_title"] == entry("wan2.2-ti2v-5b").title
    ways = take.made_with["runs on"]
    assert "transformer.forward: eager" in ways
    assert "vae.decode: eager" in ways


def test_the_same_request_gives_the_same_bytes_and_another_seed_others(studio: Path) -> None:
    first = render(wanted(studio / "a"), Quiet())
    HOT.clear()
    for kept in (studio / "stages").iterdir():
        kept.unlink()
    again = render(wanted(studio / "b"), Quiet())
    other = render(wanted(studio / "c", seed=2), Quiet())
    assert again.sha256 == first.sha256
    assert other.sha256["take.mp4"] != first.sha256["take.mp4"]


def test_why_a_method_runs_slower_than_was_measured_is_noted_on_the_take(
    studio: Path, two_models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in (KEYFRAMES, VIDEO):
        models = studio / "models"
        models.mkdir(exist_ok=True)
        (models / name).symlink_to((two_models / name).resolve())
    monkeypatch.setenv("DRAMABOX_MODELS", str(models))
    asked = wanted(studio / "take")
    shape = shape_of(plan(asked, entry(KEYFRAMES), entry(VIDEO)).segments[0].bucket)
    best = Tried(seconds=1e-9, folder="of-other-weights")
    graph = Tuned(model=VIDEO, method="vae.decode", shape=shape, tried={"ort-cpu": best})
    tuning.write(models, Tuning(machine=machine(), tuned=(graph,)))
    take = render(asked, Quiet())
    assert [note.code for note in take.notes] == ["runtime-fell-back"]
    assert "measured with other weights" in take.notes[0].message


def test_a_second_time_nothing_is_sampled_again(studio: Path) -> None:
    render(wanted(studio / "a"), Quiet())
    kept = {path: path.stat().st_ino for path in (studio / "stages").iterdir()}
    render(wanted(studio / "b"), Quiet())
    assert {path: path.stat().st_ino for path in (studio / "stages").iterdir()} == kept


def test_a_stop_ends_it_at_the_next_step_and_loses_nothing_that_was_made(studio: Path) -> None:
    whole = Stopping()
    render(wanted(studio / "whole"), whole)
    for kept in (studio / "stages").iterdir():
        kept.unlink()
    stopped = Stopping(at=len(whole.notes) - 3)
    with pytest.raises(CancelledError):
        render(wanted(studio / "stopped"), stopped)
    assert len(stopped.notes) == len(whole.notes) - 3
    assert not (studio / "stopped").exists()
    assert list((studio / "stages").glob("*.safetensors"))


def test_a_take_that_was_finished_before_a_stop_says_what_it_is(studio: Path) -> None:
    first, second = wanted(studio / "first"), wanted(studio / "second", seed=2)
    letter = shot(insert=Insert(kind=InsertKind.LETTER, text="Come home."), duration=0.5)
    written = wanted(studio / "letter", shot=letter)

    class OnceThere:
        def step(self, done: int, total: int, note: str | Wording = "") -> None:
            if (studio / "first" / RECORD).exists():
                raise CancelledError

    with pytest.raises(CancelledError):
        finals(FinalsRequest(takes=(first, second, written)), OnceThere())
    for name, request in (("first", first), ("letter", written)):
        take = msgspec.json.decode((studio / name / RECORD).read_bytes(), type=Take)
        assert take.inputs == inputs_hash(request)
        assert all((studio / name / file).exists() for file in take.sha256)
    assert not (studio / "second").exists()


def test_a_shot_that_fails_does_not_stop_the_others(studio: Path) -> None:
    broken = studio / "photo.png"
    broken.write_bytes(b"not a picture")
    requests = (wanted(studio / "bad", final=led_by(broken)), wanted(studio / "good"))
    made = finals(FinalsRequest(takes=requests), Quiet())
    assert made.takes[0] is None
    assert made.failed[0] is not None
    assert "cannot be read" in made.failed[0].message
    assert made.takes[1] is not None
    assert made.failed[1] is None


def led_by(file: Path) -> Final:
    alice = Reference(kind=ReferenceKind.CHARACTER, subject="alice", file=str(file), view="front")
    return Final(steps=2, references=(alice,))


def test_a_drawn_shot_that_fails_does_not_stop_the_others(studio: Path) -> None:
    letter = shot(insert=Insert(kind=InsertKind.LETTER, text="Come home."), duration=0.5)
    (studio / "file").write_bytes(b"")
    requests = (wanted(studio / "file" / "letter", shot=letter), wanted(studio / "good"))
    made = finals(FinalsRequest(takes=requests), Quiet())
    assert made.takes[0] is None
    assert made.failed[0] is not None
    assert made.takes[1] is not None


def test_a_shot_without_a_slate_goes_on_from_a_picture(studio: Path) -> None:
    picture = studio / "before.png"
    Image.new("RGB", (32, 64), (90, 140, 200)).save(picture)
    led = Final(steps=2, continues=str(picture), continues_sha256="of-the-picture")
    plain, going_on = wanted(studio / "plain"), wanted(studio / "led", final=led)
    made = finals(FinalsRequest(takes=(plain, going_on)), Quiet())
    first, second = made.takes
    assert first is not None
    assert second is not None
    assert second.sha256["last.png"] != first.sha256["last.png"]
    assert second.made_with["goes on from"] == "of-the-picture"
    assert "goes on from" not in first.made_with


def test_a_shot_is_made_also_where_the_one_it_cuts_back_to_failed(studio: Path) -> None:
    first = msgspec.structs.replace(wanted(studio / "x").shot, slate=Slate(id="e01-s1-001"))
    gone = studio / "no such picture.png"
    requests = (
        wanted(studio / "first", shot=first, final=led_by(gone)),
        wanted(studio / "back", final=Final(steps=2, continues="shot:e01-s1-001")),
        wanted(studio / "on", final=Final(steps=2, continues=str(gone))),
    )
    made = finals(FinalsRequest(takes=requests), Quiet())
    assert made.takes[0] is None
    for take in made.takes[1:]:
        assert take is not None
        assert [note.code for note in take.notes] == ["leading-shot-failed"]


def test_a_shot_longer_than_the_model_can_is_made_in_runs(studio: Path) -> None:
    long = shot(people=(person("alice"),), duration=5.5)
    take = render(wanted(studio / "take", shot=long, final=Final(steps=1)), Quiet())
    assert take.frames == 44


def test_writing_is_drawn_also_in_a_final(studio: Path) -> None:
    letter = shot(insert=Insert(kind=InsertKind.LETTER, text="Come home."), duration=0.5)
    take = render(wanted(studio / "take", shot=letter), Quiet())
    assert [note.code for note in take.notes] == ["drawn-in-final"]


def test_a_thing_that_is_not_for_reading_is_filmed(studio: Path) -> None:
    ring = shot(insert=Insert(kind=InsertKind.OBJECT, text="a ring"), duration=0.5)
    take = render(wanted(studio / "take", shot=ring), Quiet())
    assert not take.notes
    assert take.made_with["video"] == VIDEO


def test_lettering_lies_over_the_footage(studio: Path) -> None:
    empty = shot(people=(person("alice"),), duration=0.5)
    later = Lettering(kind=LetteringKind.CAPTION, text="Three years later")
    titled = msgspec.structs.replace(empty, lettering=(later,))
    plain = render(wanted(studio / "plain", shot=empty), Quiet())
    lettered = render(wanted(studio / "lettered", shot=titled), Quiet())
    assert lettered.sha256["take.mp4"] != plain.sha256["take.mp4"]


def test_a_model_that_is_not_there_is_said_before_anything_is_made(studio: Path) -> None:
    with pytest.raises(EngineError, match="no model"):
        render(wanted(studio / "take", final=Final(video="sora")), Quiet())
    assert not (studio / "stages").exists()


# An engine that is killed right after the n-th file of a stage is whole, then the next, and so on:
# each a child of one process that has the libraries in memory and has used none of them.
KILLED = """
import sys, os, signal
from pathlib import Path
import msgspec
from engine.contracts import FinalsRequest
from engine.diffusion.stages.episode import finals
stages = Path(os.environ["DRAMABOX_STAGE_CACHE"])
request = msgspec.json.decode(Path(sys.argv[1]).read_bytes(), type=FinalsRequest)
class Fatal:
    def __init__(self, files):
        self.files = files
    def step(self, done, total, note=""):
        whole = [path for path in stages.glob("*") if not path.name.startswith(".")]
        if len(whole) >= self.files:
            os.kill(os.getpid(), signal.SIGKILL)
for files in range(1, int(sys.argv[2]) + 1):
    child = os.fork()
    if not child:
        finals(request, Fatal(files))
        os._exit(0)
    ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print(ended, len(list(stages.iterdir())), flush=True)  # children inherit what is left
"""


@pytest.mark.processes
def test_an_engine_killed_in_any_stage_goes_on_to_the_same_bytes(studio: Path) -> None:
    told = render(wanted(studio / "told"), Quiet())
    whole = len(list((studio / "stages").iterdir()))
    for kept in (studio / "stages").iterdir():
        kept.unlink()
    request = studio / "request.json"
    request.write_bytes(to_json(FinalsRequest(takes=(wanted(studio / "take"),))))
    told_of = subprocess.run(
        [sys.executable, "-c", KILLED, str(request), str(whole)],
        capture_output=True,
        text=True,
        check=True,
    )
    ends = [[int(word) for word in line.split()] for line in told_of.stdout.splitlines()]
    assert len(ends) == whole  # words, latents and picture of the keyframe, words, latents
    for files, (ended, found) in enumerate(ends, 1):
        assert ended == -signal.SIGKILL
        assert found >= files
    assert not (studio / "take" / "take.mp4").exists()
    assert render(wanted(studio / "take"), Quiet()).sha256 == told.sha256


def test_a_shot_that_cuts_back_is_led_by_the_keyframe_of_the_first(studio: Path) -> None:
    """Beside a first shot of another seed, and alone: the keyframe that leads it counts."""
    first = msgspec.structs.replace(wanted(studio / "x").shot, slate=Slate(id="e01-s1-001"))
    back = Final(steps=2, continues="shot:e01-s1-001")

    def made_beside(name: str, seed: int) -> dict[str, str]:
        requests = (
            wanted(studio / f"{name}-first", shot=first, seed=seed),
            wanted(studio / f"{name}-back", final=back),
        )
        made = finals(FinalsRequest(takes=requests), Quiet())
        assert made.failed == (None, None)
        assert made.takes[1] is not None
        return made.takes[1].sha256

    assert made_beside("a", seed=1) == made_beside("b", seed=1)
    assert made_beside("a", seed=1) != made_beside("c", seed=2)
