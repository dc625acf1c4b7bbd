"""What the command line says while it works and when something is wrong; all of it on stderr."""

import sys
from typing import TextIO

from engine.contracts import EngineError, Problem, Wording

BAR = 28


class TerminalContext:
    """Progress as a bar in one line, or as a line per tenth where there is no terminal."""

    def __init__(self, verb: str, stream: TextIO = sys.stderr) -> None:
        self._verb, self._stream = verb, stream
        self._live = stream.isatty()
        self._tenth = -1
        self._ahead: float | None = None

    def ahead(self, seconds: float | None) -> None:
        self._ahead = seconds

    def at(self, shot: str) -> None:
        """Not kept: the note says it."""

    def preview(self, shot: str, file: str) -> None:
        """Not shown: a terminal has no pictures."""

    def step(self, done: int, total: int, note: str | Wording = "") -> None:
        share = done / total if total else 1.0
        left = "" if self._ahead is None else f" {_clock(self._ahead)}"
        if self._live:
            full = round(share * BAR)
            bar = "█" * full + "·" * (BAR - full)
            end = "\n" if done >= total else ""
            self._stream.write(f"\r\x1b[2K{self._verb} {bar} {done}/{total}{left} {note}{end}")
            self._stream.flush()
        elif int(share * 10) != self._tenth:
            self._tenth = int(share * 10)
            self._stream.write(f"{self._verb} {done}/{total}{left} {note}\n")


def _clock(seconds: float) -> str:
    """83.4 → -1:23, as players show what is left."""
    return f"-{int(seconds) // 60}:{int(seconds) % 60:02}"


def say(text: str) -> None:
    print(text, file=sys.stderr)


def say_error(error: EngineError) -> None:
    say(error.message)
    if error.advice:
        say(error.advice)


def say_problems(source: str, problems: tuple[Problem, ...]) -> None:
    """One line each, as compilers write them, so that editors can jump there."""
    for problem in problems:
        place = f"{source}:{problem.line}" if problem.line else source
        text = f"{problem.message} {problem.advice}".strip()
        say(f"{place}: {problem.severity.value}: {text}")
