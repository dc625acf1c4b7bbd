"""A child `python -m engine serve`: started, spoken to in JSON lines, killed."""

import os
import selectors
import subprocess
import sys
import time
from collections import deque
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

import msgspec
from django.conf import settings

from engine.contracts import EngineError, Problem, Wording

_KEPT_LINES = 12  # of the engine's log, for the attempt that it died in


class Died(Exception):
    """The engine ended; the message says how, in a sentence."""


class EngineProcess:
    """One engine. Not for use by several threads; whoever makes one kills it."""

    def __init__(self) -> None:
        # Speech and sounds that one engine made are found by all of this box.
        shared = {
            "DRAMABOX_ENGINE_CACHE": str(Path(settings.MEDIA_ROOT) / "cache" / "engine"),
            "DRAMABOX_MODELS": str(settings.MODELS_DIR),
            "DRAMABOX_STAGE_CACHE": str(Path(settings.MEDIA_ROOT) / "cache" / "stages"),
        }
        self._process = subprocess.Popen(
            # What `python -m engine serve` runs, without the command line: starts in a third of
            # the time and holds 14 MB less.
            [sys.executable, "-m", "engine.serve"],
            cwd=settings.BASE_DIR,
            env=shared | os.environ,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            # Its own group: Ctrl-C at a terminal is for the workers, who let the job finish.
            start_new_session=True,
        )
        self._log: deque[str] = deque(maxlen=_KEPT_LINES)
        self._partial = {"out": b"", "log": b""}
        self._has_ended = False
        self._selector = selectors.DefaultSelector()
        for name, pipe in (("out", self._process.stdout), ("log", self._process.stderr)):
            assert pipe is not None  # noqa: S101  # asked for above
            os.set_blocking(pipe.fileno(), False)
            self._selector.register(pipe, selectors.EVENT_READ, name)

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def send(self, message: dict[str, Any]) -> None:
        """Write one request or cancel line; raises Died."""
        assert self._process.stdin is not None  # noqa: S101
        try:
            self._process.stdin.write(msgspec.json.encode(message) + b"\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise self._death() from None

    def events(self, timeout: float) -> list[dict[str, Any]]:
        """What it said: waits up to `timeout` seconds for the first event. Raises Died."""
        deadline = time.monotonic() + timeout
        events: list[dict[str, Any]] = []
        while not events and (left := deadline - time.monotonic()) > 0:
            if self._has_ended:
                raise self._death()
            for key, _mask in self._selector.select(left):
                lines = self._read(key.data, key.fileobj)  # type: ignore[arg-type]
                if key.data == "log":
                    self._keep(lines)
                else:
                    events += [msgspec.json.decode(line) for line in lines]
        return events

    def kill(self) -> None:
        """End it at once and free what it held."""
        self._process.kill()
        self._process.wait()
        self._selector.close()
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            if pipe is not None:
                with suppress(BrokenPipeError):  # by a request that it never read
                    pipe.close()

    def _read(self, name: str, pipe: IO[bytes]) -> list[bytes]:
        """Whole lines that have arrived on `pipe`."""
        chunk = os.read(pipe.fileno(), 1 << 16)
        if not chunk:
            self._selector.unregister(pipe)
            self._has_ended |= name == "out"
        *lines, self._partial[name] = (self._partial[name] + chunk).split(b"\n")
        return lines

    def _keep(self, lines: list[bytes]) -> None:
        for line in lines:
            text = line.decode("utf-8", errors="replace")
            self._log.append(text)
            sys.stderr.write(f"[engine {self.pid}] {text}\n")

    def _death(self) -> Died:
        # stdout ends a moment before the process does, and before its last words are read.
        try:
            code = self._process.wait(1)
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait()
        if self._process.stderr is not None and not self._process.stderr.closed:
            rest = self._process.stderr.read() or b""
            self._keep((self._partial["log"] + rest).splitlines())
        how = f"signal {-code}" if code < 0 else f"exit code {code}"
        return Died(" ".join([f"({how})", *self._log]).strip())


def error_of(event: dict[str, Any]) -> EngineError:
    """The error that an `error` event tells of."""
    message, advice = msgspec.convert(event["wording"], tuple[Wording, Wording])
    problems = msgspec.convert(event["problems"], tuple[Problem, ...])
    return EngineError(event["code"], message, advice, problems)
