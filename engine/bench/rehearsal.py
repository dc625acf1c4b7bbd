"""How fast and how lean a screenplay becomes an edition: the demo's third episode, two engines."""

import itertools
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from queue import Queue
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import msgspec

from engine.bench.figure import Figure
from engine.contracts import (
    Breakdown,
    BreakdownRequest,
    Cut,
    CutEntry,
    EngineError,
    Format,
    Master,
    PackageRequest,
    ReadRequest,
    RenderRequest,
    Shot,
    Take,
    Value,
    Wording,
    _,
)

DEMO = Path(__file__).parents[2] / "deploy" / "demo"
ENGINES = 2  # one a core
PICTURE = Format()


class Production(NamedTuple):
    """What producing the episode took."""

    shots: int
    duration_s: float
    wall_s: float
    cpu_s: float  # of all engines
    stages: str  # seconds of each stage, in words
    peak_mb: float  # of the engine that needed most


class Engine:
    """One `python -m engine serve`, asked as the workers ask it."""

    def __init__(self) -> None:
        self.peak_mb = self.cpu_s = 0.0
        self._child = subprocess.Popen(  # our own module
            [sys.executable, "-m", "engine", "serve"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def ask(self, verb: str, request: Value) -> Any:
        """The verb's result as plain JSON types."""
        assert self._child.stdin is not None  # noqa: S101  # both are pipes
        assert self._child.stdout is not None  # noqa: S101
        call = {"id": "bench", "verb": verb, "payload": request}
        self._child.stdin.write(msgspec.json.encode(call) + b"\n")
        self._child.stdin.flush()
        for line in self._child.stdout:
            event = msgspec.json.decode(line)
            if event["event"] == "done":
                self.cpu_s += event["cost"]["cpu_s"]
                self.peak_mb = max(self.peak_mb, event["cost"]["peak_mb"])
                return event["result"]
            if event["event"] == "error":
                raise EngineError(
                    event["code"], *msgspec.convert(event["wording"], tuple[Wording, Wording])
                )
        raise EngineError("engine-died", _("The engine ended while it did “{verb}”.", verb=verb))

    def close(self) -> None:
        self._child.kill()
        self._child.wait()


def realtime() -> Figure:
    """Seconds of episode per second of work, from the screenplay to the files viewers get."""
    made = production()
    return Figure(
        value=made.duration_s / made.wall_s,
        unit="×",
        beside=f"its own {made.duration_s:.0f} s ({made.shots} shots), on {ENGINES} engines just "
        f"started: {made.stages}; {made.cpu_s:.0f} s of processor",
    )


def peak_mb() -> Figure:
    """The most memory one engine held at a time while the episode was made."""
    made = production()
    return Figure(
        value=made.peak_mb, unit="MB", beside=f"the larger of {ENGINES} engines, resident"
    )


@cache
def production() -> Production:
    engines = [Engine() for _ in range(ENGINES)]
    try:
        with TemporaryDirectory() as folder:
            return _produce(engines, Path(folder))
    finally:
        for engine in engines:
            engine.close()


def _produce(engines: list[Engine], folder: Path) -> Production:
    marks = [time.perf_counter()]
    breakdown = msgspec.convert(engines[0].ask("breakdown", _screenplay()), Breakdown)
    marks.append(time.perf_counter())
    takes = _render(engines, breakdown, folder)
    marks.append(time.perf_counter())
    cut = Cut(
        series=breakdown.title,
        episode=breakdown.episode,
        title=breakdown.episode_title,
        language=breakdown.language,
        entries=tuple(
            CutEntry(shot=shot, take=take, folder=str(folder / shot.slate.id))
            for shot, take in zip(breakdown.shots, takes, strict=True)
        ),
        format=PICTURE,
        out=str(folder / "master"),
        cache=str(folder / "cache"),
    )
    master = msgspec.convert(engines[0].ask("compose", cut), Master)
    marks.append(time.perf_counter())
    edition = PackageRequest(
        master=master, cut=cut, out=str(folder / "edition"), cache=str(folder / "cache")
    )
    engines[0].ask("package", edition)
    marks.append(time.perf_counter())
    spans = [end - start for start, end in itertools.pairwise(marks)]
    names = ("breakdown", "shots", "cut", "edition")
    return Production(
        shots=len(takes),
        duration_s=master.duration,
        wall_s=marks[-1] - marks[0],
        cpu_s=sum(engine.cpu_s for engine in engines),
        stages=", ".join(f"{name} {s:.1f} s" for name, s in zip(names, spans, strict=True)),
        peak_mb=max(engine.peak_mb for engine in engines),
    )


def _screenplay() -> BreakdownRequest:
    return BreakdownRequest(
        source=ReadRequest(path=str(DEMO / "empty-coffin.fountain")),
        episode=3,
        bible=(DEMO / "empty-coffin.toml").read_text(encoding="utf-8"),
    )


def _render(engines: list[Engine], breakdown: Breakdown, folder: Path) -> list[Take]:
    """All shots in order, each by the engine that is free first."""
    free: Queue[Engine] = Queue()
    for engine in engines:
        free.put(engine)

    def one(shot: Shot) -> Take:
        engine = free.get()
        try:
            request = RenderRequest(
                shot=shot,
                cast=breakdown.cast,
                format=PICTURE,
                out=str(folder / shot.slate.id),
            )
            return msgspec.convert(engine.ask("render", request), Take)
        finally:
            free.put(engine)

    with ThreadPoolExecutor(len(engines)) as pool:
        return list(pool.map(one, breakdown.shots))
