"""The same shot is the same frames: in any process, after any other shot, with anything kept."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import av
import msgspec

from engine.contracts import Format, Move, RenderRequest, SetKind, Shot, Weather, to_json
from engine.store import FOLDER
from tests.engine.rehearsal.shots import dressing, line, person, request, shot

PICTURE = Format(width=720 // 3, height=1280 // 3 // 2 * 2)


def shots() -> dict[str, Shot]:
    storm = dressing(SetKind.STREET, weather=Weather.STORM)
    two = (person(x=-0.3, yaw=40, look_at="leo"), person("leo", x=0.4, yaw=-40, look_at="mia"))
    return {
        "said": shot(people=(person(),), lines=(line(),), duration=0.7),
        "rain": shot(set=storm, people=two, move=Move.HANDHELD, duration=0.7),
        "push": shot(set=storm, people=two, move=Move.PUSH_IN, duration=0.7),
    }


def frames_of(video: Path) -> str:
    digest = hashlib.sha256()
    with av.open(str(video)) as file:
        for frame in file.decode(video=0):
            digest.update(frame.to_ndarray().tobytes())
    return digest.hexdigest()


def made(order: list[str], folder: Path, kept: Path) -> dict[str, str]:
    """The frames of shots that one engine renders in this order."""
    asked: dict[str, RenderRequest] = {
        name: request(shots()[name], str(folder / name), format=PICTURE) for name in order
    }
    calls = b"\n".join(
        to_json({"id": name, "verb": "render", "payload": msgspec.to_builtins(asked[name])})
        for name in order
    )
    engine = subprocess.Popen(
        [sys.executable, "-m", "engine.serve"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {FOLDER: str(kept), "PYTHONHASHSEED": str(len(order))},
    )
    assert engine.stdin is not None
    assert engine.stdout is not None
    engine.stdin.write(calls + b"\n")
    engine.stdin.flush()
    waiting = set(order)
    while waiting:
        event = json.loads(engine.stdout.readline())
        assert event["event"] in {"ready", "step", "done"}, event
        if event["event"] == "done":
            waiting.discard(event["id"])
    engine.kill()
    engine.wait()
    return {name: frames_of(folder / name / "take.mp4") for name in order}


def test_frames_do_not_depend_on_process_order_or_what_is_kept(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    first = made(["said", "rain", "push"], tmp_path / "first", kept)
    assert len(set(first.values())) == 3
    assert list(kept.glob("kept-*"))
    assert made(["push", "said"], tmp_path / "warm", kept).items() <= first.items()
    assert made(["rain"], tmp_path / "cold", tmp_path / "empty").items() <= first.items()
