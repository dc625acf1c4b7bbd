"""The long-running child process: requests as JSON lines on stdin, events as JSON lines on stdout.

    in   {"id": "1", "verb": "render", "payload": {...}}
         {"cancel": "1"}
    out  {"event": "ready", "pid": 4711}
         {"event": "step", "id": "1", "done": 3, "total": 72, "note": "figures", "eta_s": 61.5,
          "shot": "12A"}
         {"event": "preview", "id": "1", "shot": "12A", "file": "…/preview.jpg"}
         {"event": "done", "id": "1", "result": {...}, "cost": {"cpu_s", "wall_s", "peak_mb"}}
         {"event": "error", "id": "1", "code", "message", "advice", "wording", "problems", "cost"}
         {"event": "cancelled", "id": "1", "cost"}

`eta_s` is there where the verb knows how many seconds are left, `shot` where it is at one of
several, by its slate, `wording` where its note can be translated. The three last say in `hot` which
models stay in memory, the one used last first.

One request runs at a time, in the main thread; a cancel is honoured at the verb's next step. When
stdin ends, the process ends at once: whoever asked is gone, and nobody would read the answer. It
ends without an answer, too, when a fault has made the card unusable to it: another one can.
"""

import ctypes
import errno
import os
import queue
import resource
import secrets
import signal
import sys
import threading
import time
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from engine import verbs
from engine.contracts import CancelledError, EngineError, Wording, _, to_json
from engine.diffusion.lacking import of_import

_SECONDS_BETWEEN_STEPS = 0.1
_PR_SET_PDEATHSIG = 1
_LOST_CARD = 70  # exit code
# After these a process can do nothing on the card any more, whatever it lets go of.
_FAULTS = (
    "illegal memory access",
    "device-side assert",
    "misaligned address",
    "illegal instruction",
    "illegal address space",
    "invalid program counter",
    "unspecified launch failure",
    "launch timed out",
    "hardware stack error",
    "uncorrectable ECC error",
)
_M_MMAP_THRESHOLD, _LARGE = -3, 4 * 2**20  # a frame of 720×1280 stays in the heap


class Wire:
    """The way out: one JSON object a line, on what was stdout when the process started."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out

    def say(self, event: str, **fields: Any) -> None:
        self._out.write(to_json({"event": event, **fields}) + b"\n")
        self._out.flush()


class Message(msgspec.Struct):
    """A line on stdin: a request, or the id of one to `cancel`."""

    id: str = ""
    verb: str = ""
    payload: Any = None
    cancel: str = ""


class Inbox:
    """Reads stdin in a thread, so that a cancel arrives while a verb runs."""

    def __init__(self, stdin: BinaryIO) -> None:
        self.requests: queue.Queue[Message] = queue.Queue()
        self._cancelled: set[str] = set()
        self._stdin = stdin
        threading.Thread(target=self._read, name="stdin", daemon=True).start()

    def is_cancelled(self, request_id: str) -> bool:
        return request_id in self._cancelled

    def _read(self) -> None:
        for line in self._stdin:
            try:
                message = msgspec.json.decode(line, type=Message)
            except (msgspec.DecodeError, RecursionError) as error:
                sys.stderr.write(f"A line on stdin is no request: {error}\n")
                sys.stderr.flush()
                os._exit(2)
            if message.cancel:
                self._cancelled.add(message.cancel)
            else:
                self.requests.put(message)
        os._exit(0)


class ServeContext:
    """How a verb that runs here reports its progress."""

    def __init__(self, wire: Wire, inbox: Inbox, request_id: str) -> None:
        self._wire, self._inbox, self._id = wire, inbox, request_id
        self._last = 0.0
        self._ahead: float | None = None
        self._shot = ""

    def ahead(self, seconds: float | None) -> None:
        self._ahead = seconds

    def at(self, shot: str) -> None:
        self._shot = shot

    def preview(self, shot: str, file: str) -> None:
        self._wire.say("preview", id=self._id, shot=shot, file=file)

    def step(self, done: int, total: int, note: str | Wording = "") -> None:
        if self._inbox.is_cancelled(self._id):
            raise CancelledError
        now = time.monotonic()
        if done < total and now - self._last < _SECONDS_BETWEEN_STEPS:
            return
        self._last = now
        known: dict[str, Any] = {"wording": note} if isinstance(note, Wording) else {}
        if self._ahead is not None:
            known["eta_s"] = round(self._ahead, 1)
        if self._shot:
            known["shot"] = self._shot
        self._wire.say("step", id=self._id, done=done, total=total, note=str(note), **known)


class Meter:
    """What a request costs: seconds of processor and of clock, the most memory held meanwhile."""

    def __init__(self) -> None:
        self._cpu, self._wall = self._cpu_seconds(), time.monotonic()
        # Starts the kernel's peak over: what an earlier request took is not this one's cost. Not
        # allowed in some containers, absent elsewhere: there the peak is that of the process.
        with suppress(OSError):
            Path("/proc/self/clear_refs").write_text("5", encoding="ascii")

    def cost(self) -> dict[str, float]:
        return {
            "cpu_s": round(self._cpu_seconds() - self._cpu, 3),
            "wall_s": round(time.monotonic() - self._wall, 3),
            "peak_mb": round(self._peak_kb() / 1024, 1),
        }

    @staticmethod
    def _cpu_seconds() -> float:
        times = os.times()
        return times.user + times.system + times.children_user + times.children_system

    @staticmethod
    def _peak_kb() -> int:
        status = Path("/proc/self/status")
        if status.exists():
            for line in status.read_text(encoding="ascii", errors="replace").splitlines():
                if line.startswith("VmHWM:"):
                    return int(line.split()[1])
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def has_lost_the_card(error: BaseException) -> bool:
    """Whether no later work of this process can succeed on the card either."""
    told = str(error)
    from_card = type(error).__name__ == "AcceleratorError" or "CUDA error" in told
    if from_card and any(fault in told for fault in _FAULTS):
        return True
    before = error.__cause__ or error.__context__
    return before is not None and has_lost_the_card(before)


def hot_models() -> list[str]:
    """Names of the models in memory; where none was ever loaded nothing is imported to ask."""
    residency = sys.modules.get("engine.diffusion.stages.residency")
    return residency.HOT.models() if residency else []


def explain(error: Exception) -> EngineError:
    """Any failure as one the user can understand."""
    if isinstance(error, EngineError):
        return error
    if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return EngineError(
            "disk-full", _("There is no space left on the disk."), _("Make space, then try again.")
        )
    if isinstance(error, PermissionError):
        return EngineError(
            "not-allowed",
            _("The engine may not open “{file}”.", file=error.filename),
            _("Let the account that runs Dramabox read and write it."),
        )
    if isinstance(error, OSError) and error.filename:
        return EngineError(
            "file-trouble",
            _("“{file}”: {reason}.", file=error.filename, reason=error.strerror or ""),
            _("Check that the path exists and may be read and written."),
        )
    if isinstance(error, MemoryError):
        return EngineError(
            "out-of-memory",
            _("The engine ran out of memory."),
            _("Run fewer workers, or add memory."),
        )
    if isinstance(error, ImportError):
        return of_import(error) or EngineError(
            "missing-library",
            _("A library is missing or broken on this machine: {error}.", error=str(error)),
            _("Install the packages named in pyproject.toml again."),
        )
    reference = secrets.token_hex(3)
    sys.stderr.write(f"engine-bug {reference}\n")
    traceback.print_exception(error)
    return EngineError(
        "engine-bug",
        _(
            "The engine made a mistake of its own ({kind}, reference {reference}).",
            kind=type(error).__name__,
            reference=reference,
        ),
        _("Report it with the reference; the log of the worker holds the details."),
    )


def handle(request: Message, wire: Wire, inbox: Inbox) -> None:
    """Run one request to its end and say how it ended."""
    request_id, meter = request.id, Meter()
    context = ServeContext(wire, inbox, request_id)
    try:
        if inbox.is_cancelled(request_id):
            raise CancelledError
        result = verbs.run(request.verb, request.payload, context)
    except CancelledError:
        wire.say("cancelled", id=request_id, cost=meter.cost(), hot=hot_models())
    except Exception as error:  # noqa: BLE001  # the next request must find the engine alive
        if has_lost_the_card(error):
            traceback.print_exception(error)
            sys.stderr.flush()
            os._exit(_LOST_CARD)
        told = explain(error)
        wire.say(
            "error",
            id=request_id,
            code=told.code,
            message=told.message,
            advice=told.advice,
            wording=told.wording,
            problems=told.problems,
            cost=meter.cost(),
            hot=hot_models(),
        )
    else:
        wire.say("done", id=request_id, result=result, cost=meter.cost(), hot=hot_models())


def die_with_parent(with_signal: signal.Signals = signal.SIGKILL) -> None:
    """Ask the kernel to send `with_signal` to this process when its parent dies (Linux only)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, with_signal.value)


def give_memory_back() -> None:
    """Keep large blocks out of the heap, so that what a request frees is the system's again.

    The C library's own limit grows with each large block that is freed (glibc only).
    """
    with suppress(AttributeError, OSError):
        ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, _LARGE)


def main() -> None:
    """Serve until stdin ends."""
    give_memory_back()
    # The end of stdin alone is not enough: a call that holds the interpreter stops its reader too.
    die_with_parent()
    # What libraries print must not end up between the events: from here on it goes to stderr.
    wire = Wire(os.fdopen(os.dup(1), "wb"))
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    inbox = Inbox(sys.stdin.buffer)
    wire.say("ready", pid=os.getpid())
    while True:
        handle(inbox.requests.get(), wire, inbox)


if __name__ == "__main__":
    main()
