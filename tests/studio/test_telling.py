"""What `make demo` and `manage.py produce` say while they work."""

from io import StringIO

import pytest

from apps.studio.management.commands.produce import Command
from apps.studio.progress import NOTHING, Progress
from apps.studio.telling import Telling, clock, seconds_left


class Terminal(StringIO):
    flushed = 0

    def __init__(self, is_terminal: bool) -> None:
        super().__init__()
        self.is_terminal = is_terminal

    def isatty(self) -> bool:
        return self.is_terminal

    def flush(self) -> None:
        self.flushed += 1


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr("apps.studio.telling.time.monotonic", made)
    return made


def at(stage: str, done: int, total: int) -> Progress:
    return Progress(stage, done, total, "", "", "", NOTHING, working=True)


def telling(stream: Terminal, time: Clock) -> Telling:
    usual = {"compose": 6.0, "package": 4.0}
    say = Command(stderr=stream).say
    return Telling(
        say, stream.isatty(), name="Empty Coffin 1", later=usual, steps=4, began=time.now
    )


def test_a_log_gets_a_line_at_each_step_and_every_few_seconds(time: Clock) -> None:
    log = Terminal(is_terminal=False)
    told = telling(log, time)
    told.tell(at("breakdown", 0, 0))
    for done in range(25):
        time.now += 0.4
        told.tell(at("render", done, 34))
    lines = log.getvalue().splitlines()
    assert lines[0].startswith("Empty Coffin 1: step 1 of 4, breaking the screenplay down")
    assert lines[1] == "Empty Coffin 1: step 2 of 4, rendering shots 0/34, 0:00 gone"
    assert lines[2:]
    assert len(lines) <= 2 + 25 * 0.4 / 3
    assert all("rendering shots" in line and "left" in line for line in lines[2:])
    assert log.flushed >= len(lines), "a pipe keeps nothing back"


def test_a_terminal_gets_one_line_that_rewrites_itself(time: Clock) -> None:
    screen = Terminal(is_terminal=True)
    told = telling(screen, time)
    for done in range(3):
        told.tell(at("render", done, 34))
    assert screen.getvalue().count("\r\x1b[K") == 3
    assert "\n" not in screen.getvalue()
    told.end()
    assert screen.getvalue().endswith("\n")


def test_what_is_left_counts_the_steps_to_come(time: Clock) -> None:
    told = telling(Terminal(is_terminal=False), time)
    told.tell(at("render", 10, 30))
    time.now += 20
    line = told.line(at("render", 20, 30), time.now)
    assert line.endswith("0:20 gone, about 0:30 left"), "20 s here, 10 s after it"
    told.tell(at("compose", 0, 0))
    time.now += 1
    assert told.line(at("compose", 0, 0), time.now).endswith("about 0:09 left")


def test_nothing_is_promised_before_the_shots_are_counted(time: Clock) -> None:
    told = telling(Terminal(is_terminal=False), time)
    told.tell(at("breakdown", 0, 3))
    time.now += 6
    assert told.line(at("breakdown", 3, 3), time.now).endswith("0:06 gone")


@pytest.mark.parametrize(
    ("took", "done", "total", "left"),
    [(1.0, 5, 10, None), (10.0, 0, 10, None), (10.0, 5, 10, 13.0), (10.0, 10, 10, 3.0)],
)
def test_nothing_is_promised_too_early(
    took: float, done: int, total: int, left: float | None
) -> None:
    assert seconds_left(took, done, total, 3.0) == left


def test_a_length_of_time_is_a_clock() -> None:
    assert [clock(0), clock(83.4), clock(600)] == ["0:00", "1:23", "10:00"]
