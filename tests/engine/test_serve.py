"""The engine as a child process that speaks JSON lines."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.processes
ROOT = Path(__file__).resolve().parents[2]
NAMES = ["sleep", "refuse", "bug", "chatter", "eat", "deaf", "hurry", "paint", "lose_card"]
Engine = subprocess.Popen[str]


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    module = getattr(request, "param", ["engine.serve"])
    verbs = ",".join(f"{name}=tests.jobs.verbs:{name}" for name in NAMES)
    with subprocess.Popen(
        [sys.executable, "-m", *module],
        cwd=ROOT,
        env={**os.environ, "DRAMABOX_ENGINE_VERBS": verbs},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert hear(process)["event"] == "ready"
        yield process
        process.kill()


def say(engine: Engine, **message: Any) -> None:
    assert engine.stdin is not None
    engine.stdin.write(json.dumps(message) + "\n")
    engine.stdin.flush()


def ask(engine: Engine, verb: str, request_id: str = "1", **payload: Any) -> None:
    say(engine, id=request_id, verb=verb, payload=payload)


def hear(engine: Engine) -> dict[str, Any]:
    assert engine.stdout is not None
    event: dict[str, Any] = json.loads(engine.stdout.readline())
    return event


def hear_until(engine: Engine, wanted: Callable[[dict[str, Any]], bool]) -> list[dict[str, Any]]:
    events = [hear(engine)]
    while not wanted(events[-1]):
        events.append(hear(engine))
    return events


def is_end(event: dict[str, Any]) -> bool:
    return event["event"] in {"done", "error", "cancelled"}


@pytest.mark.parametrize("engine", [["engine.serve"], ["engine", "serve"]], indirect=True)
def test_a_request_is_answered_with_steps_and_a_result(engine: Engine) -> None:
    ask(engine, "sleep", seconds=0.5, note="雨夜")
    *steps, done = hear_until(engine, is_end)
    assert done["event"] == "done"
    assert done["result"] == {"note": "雨夜", "pid": engine.pid}
    assert {step["note"] for step in steps} == {"雨夜"}
    assert steps[-1]["done"] == steps[-1]["total"] == 10


def test_quick_steps_are_thinned_out_but_the_last_is_said(engine: Engine) -> None:
    ask(engine, "hurry")  # in ten thousand steps
    *steps, _ = hear_until(engine, is_end)
    assert len(steps) < 1000
    assert steps[-1]["done"] == 10_000


def test_seconds_left_and_previews_are_told_while_a_request_runs(engine: Engine) -> None:
    ask(engine, "paint", diary="takes/12A")
    step, preview, done = hear_until(engine, is_end)
    assert step["eta_s"] == 61.5
    assert (preview["shot"], preview["file"]) == ("12A", "takes/12A/preview.jpg")
    assert done["hot"] == []


def test_an_engine_that_has_lost_the_card_leaves_without_an_answer(engine: Engine) -> None:
    ask(engine, "lose_card")
    assert engine.wait() == 70
    assert engine.stdout is not None
    assert engine.stderr is not None
    assert engine.stdout.read() == ""
    assert "illegal memory access" in engine.stderr.read()


def test_a_cancelled_request_stops_at_its_next_step(engine: Engine) -> None:
    ask(engine, "sleep", seconds=600)
    hear_until(engine, lambda event: event["event"] == "step")
    say(engine, cancel="1")
    assert hear_until(engine, is_end)[-1]["event"] == "cancelled"
    ask(engine, "sleep", "2")
    assert hear_until(engine, is_end)[-1]["id"] == "2"


def test_a_request_cancelled_before_its_turn_is_never_begun(engine: Engine) -> None:
    ask(engine, "sleep", "1", seconds=0.3)
    ask(engine, "sleep", "2", seconds=600)
    say(engine, cancel="2")
    assert hear_until(engine, is_end)[-1]["event"] == "done"
    assert hear(engine)["event"] == "cancelled"


def test_an_error_comes_with_advice_and_a_bug_with_a_reference(engine: Engine) -> None:
    ask(engine, "refuse")
    error = hear_until(engine, is_end)[-1]
    assert (error["code"], error["advice"]) == ("no-dialogue", "Write a line.")
    ask(engine, "bug")
    bug = hear_until(engine, is_end)[-1]
    assert bug["code"] == "engine-bug"
    engine.kill()
    assert engine.stderr is not None
    log = engine.stderr.read()
    reference = log.split()[1]
    assert reference in bug["message"]
    assert "ZeroDivisionError" in log


@pytest.mark.parametrize(
    ("verb", "payload", "code"),
    [("dance", {}, "unknown-verb"), ("sleep", {"seconds": "long"}, "bad-request")],
)
def test_a_request_that_makes_no_sense_is_refused(
    engine: Engine, verb: str, payload: dict[str, Any], code: str
) -> None:
    ask(engine, verb, **payload)
    assert hear_until(engine, is_end)[-1]["code"] == code


def test_what_a_library_prints_does_not_come_between_the_events(engine: Engine) -> None:
    ask(engine, "chatter")
    assert hear(engine)["event"] == "done"
    engine.kill()
    assert engine.stderr is not None
    assert sorted(engine.stderr.read().splitlines()) == ["42%", "loading weights"]


def test_the_cost_of_a_request_is_its_own(engine: Engine) -> None:
    ask(engine, "eat", "1")
    big = hear_until(engine, is_end)[-1]["cost"]
    ask(engine, "sleep", "2")
    small = hear_until(engine, is_end)[-1]["cost"]
    assert big["peak_mb"] > small["peak_mb"] + 50


@pytest.mark.parametrize("verb", ["sleep", "deaf"])
def test_the_engine_leaves_when_nobody_speaks_to_it_any_more(engine: Engine, verb: str) -> None:
    ask(engine, verb, seconds=600)
    assert engine.stdin is not None
    engine.stdin.close()
    assert engine.wait() == 0


@pytest.mark.parametrize(
    "line", ["hello", "1", "[]", '{"cancel": []}', '{"id": 1, "verb": "sleep"}', "[" * 5000]
)
def test_a_line_that_is_no_request_ends_the_engine(engine: Engine, line: str) -> None:
    assert engine.stdin is not None
    engine.stdin.write(f"{line}\n")
    engine.stdin.flush()
    assert engine.wait() == 2
