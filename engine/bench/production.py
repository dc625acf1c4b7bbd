"""An episode produced as the workers produce one: the demo's third, by engines just started."""

import itertools
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from queue import Queue
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import msgspec

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
    effort,
)
from engine.store import FOLDER

DEMO = Path(__file__).parents[2] / "deploy" / "demo"
ENGINES = 2  # one a core


class Production(NamedTuple):
    """What producing the episode took."""

    shots: tuple[Shot, ...]
    takes: tuple[Take, ...]
    duration_s: float
    wall_s: float
    cpu_s: float  # of all engines
    stages: str  # seconds of each stage, in words
    peak_mb: float  # of the engine that needed most
    folder: Path  # with a folder for each take


class Engine:
    """One `python -m engine serve`, asked as the workers ask it; what is kept is `shared`."""

    def __init__(self, shared: Path) -> None:
        self.peak_mb = self.cpu_s = 0.0
        self._child = subprocess.Popen(  # our own module
            [sys.executable, "-m", "engine", "serve"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {FOLDER: str(shared)},
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


_scratch = TemporaryDirectory(prefix="dramabox-")  # until the bench ends: encoded again beside


@cache
def production(picture: Format) -> Production:
    folder = Path(_scratch.name) / picture.size
    with started(ENGINES, folder / "shared") as engines:
        return produce(engines, folder, picture)


@contextmanager
def started(count: int, shared: Path) -> Iterator[list[Engine]]:
    engines = [Engine(shared) for _ in range(count)]
    try:
        yield engines
    finally:
        for engine in engines:
            engine.close()


def produce(engines: list[Engine], folder: Path, picture: Format) -> Production:
    """From the screenplay to the files that viewers get, all in `folder`."""
    marks = [time.perf_counter()]
    breakdown = msgspec.convert(engines[0].ask("breakdown", _screenplay()), Breakdown)
    marks.append(time.perf_counter())
    takes = _render(engines, breakdown, folder, picture)
    marks.append(time.perf_counter())
    cut = _cut(breakdown, takes, folder, picture)
    master = msgspec.convert(engines[0].ask("compose", cut), Master)
    marks.append(time.perf_counter())
    edition = PackageRequest(master=master, cut=cut, out=str(folder / "edition"), cache=cut.cache)
    engines[0].ask("package", edition)
    marks.append(time.perf_counter())
    spans = [end - start for start, end in itertools.pairwise(marks)]
    names = ("breakdown", "shots", "cut", "edition")
    return Production(
        shots=breakdown.shots,
        takes=takes,
        duration_s=master.duration,
        wall_s=marks[-1] - marks[0],
        cpu_s=sum(engine.cpu_s for engine in engines),
        stages=", ".join(f"{name} {s:.1f} s" for name, s in zip(names, spans, strict=True)),
        peak_mb=max(engine.peak_mb for engine in engines),
        folder=folder,
    )


def _screenplay() -> BreakdownRequest:
    return BreakdownRequest(
        source=ReadRequest(path=str(DEMO / "empty-coffin.fountain")),
        episode=3,
        bible=(DEMO / "empty-coffin.toml").read_text(encoding="utf-8"),
    )


def _cut(breakdown: Breakdown, takes: tuple[Take, ...], folder: Path, picture: Format) -> Cut:
    return Cut(
        series=breakdown.title,
        episode=breakdown.episode,
        title=breakdown.episode_title,
        language=breakdown.language,
        entries=tuple(
            CutEntry(shot=shot, take=take, folder=str(folder / shot.slate.id))
            for shot, take in zip(breakdown.shots, takes, strict=True)
        ),
        format=picture,
        out=str(folder / "master"),
        cache=str(folder / "cache"),
    )


def _render(
    engines: list[Engine], breakdown: Breakdown, folder: Path, picture: Format
) -> tuple[Take, ...]:
    """All shots, the longest work first, each by the engine that is free first."""
    free: Queue[Engine] = Queue()
    for engine in engines:
        free.put(engine)

    def one(shot: Shot) -> Take:
        engine = free.get()
        try:
            request = RenderRequest(
                shot=shot,
                cast=breakdown.cast,
                format=picture,
                out=str(folder / shot.slate.id),
            )
            return msgspec.convert(engine.ask("render", request), Take)
        finally:
            free.put(engine)

    order = sorted(breakdown.shots, key=lambda shot: -effort(shot, picture))
    with ThreadPoolExecutor(len(engines)) as pool:
        taken = dict(zip((shot.slate.id for shot in order), pool.map(one, order), strict=True))
    return tuple(taken[shot.slate.id] for shot in breakdown.shots)
