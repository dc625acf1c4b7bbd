"""Verbs that behave badly on purpose, registered with the engine by DRAMABOX_ENGINE_VERBS."""

import ctypes
import os
import signal
import time
from pathlib import Path

from engine.contracts import Context, EngineError, Live, Value, Wording


class Ask(Value, frozen=True):
    """What to do: sleep for `seconds` in steps, then leave a line in the file `diary`."""

    seconds: float = 0.0
    diary: str = ""
    note: str = ""


class Answer(Value, frozen=True):
    note: str
    pid: int


def sleep(ask: Ask, context: Context) -> Answer:
    """Long work that reports its steps, as rendering does."""
    _write(ask, "begin")
    steps = max(1, round(ask.seconds / 0.05))
    for number in range(steps):
        context.step(number, steps, ask.note)
        time.sleep(ask.seconds / steps)
    context.step(steps, steps, ask.note)
    _write(ask, "end")
    return Answer(note=ask.note, pid=os.getpid())


def hurry(ask: Ask, context: Context) -> Answer:
    """Ten thousand steps as fast as can be."""
    for number in range(1, 10_001):
        context.step(number, 10_000)
    return Answer(note=ask.note, pid=os.getpid())


def deaf(ask: Ask, context: Context) -> Answer:
    """Work that never reports, so never learns that it was cancelled."""
    _write(ask, "begin")
    time.sleep(ask.seconds)
    return Answer(note=ask.note, pid=os.getpid())


def stuck(ask: Ask, context: Context) -> Answer:
    """A C call that returns late and holds the interpreter meanwhile."""
    _write(ask, "begin")
    ctypes.PyDLL(None).sleep(int(ask.seconds))
    return Answer(note=ask.note, pid=os.getpid())


def crash(ask: Ask, context: Context) -> Answer:
    """Poison: whichever engine takes it dies of it."""
    _write(ask, "begin")
    os.kill(os.getpid(), signal.SIGSEGV)
    return Answer(note=ask.note, pid=os.getpid())


def refuse(ask: Ask, context: Context) -> Answer:
    raise EngineError(
        "no-dialogue", Wording("Nobody speaks in this script."), Wording("Write a line.")
    )


def bug(ask: Ask, context: Context) -> Answer:
    raise ZeroDivisionError


def chatter(ask: Ask, context: Context) -> Answer:
    """A library that prints, from Python and from C."""
    print("loading weights")  # noqa: T201
    os.write(1, b"42%\n")
    return Answer(note="quiet", pid=os.getpid())


def disk_full(ask: Ask, context: Context) -> Answer:
    """Writes to a device that is always full."""
    Path("/dev/full").write_text("take", encoding="utf-8")
    return Answer(note="", pid=os.getpid())


def eat(ask: Ask, context: Context) -> Answer:
    """Holds 60 MB for a moment."""
    held = bytearray(60 * 2**20)
    held[::4096] = b"x" * len(held[::4096])
    return Answer(note=str(len(held)), pid=os.getpid())


def paint(ask: Ask, context: Live) -> Answer:
    """Work that is seen while it is done: it takes a minute, says so, and gives up on that."""
    context.ahead(61.54)
    context.at("12A")
    context.step(1, 10, ask.note)
    context.preview("12A", f"{ask.diary}/preview.jpg")
    time.sleep(ask.seconds)
    return Answer(note=ask.note, pid=os.getpid())


def lose_card(ask: Ask, context: Context) -> Answer:
    """A kernel that read where it may not."""
    try:
        raise RuntimeError("CUDA error: an illegal memory access was encountered")
    except RuntimeError as error:
        raise ValueError("The model cannot be run.") from error


def _write(ask: Ask, event: str) -> None:
    if ask.diary:
        with Path(ask.diary).open("a", encoding="utf-8") as diary:
            diary.write(f"{event} {ask.note} {os.getpid()}\n")
