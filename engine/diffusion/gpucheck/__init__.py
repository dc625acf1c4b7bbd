"""`python -m engine gpucheck`: what needs a card, measured within ten minutes, without network.

Weights are random at their real sizes and made on the card: speed and memory are as with real ones.
Each item runs in a process of its own, so that one that fails is one line of the table.

    items     what is measured, in which shapes, and how long it may take
    work      one item, inside its process
    setup     a model's pipeline with random weights
    report    the table
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from engine.contracts import EngineError, _
from engine.diffusion.gpucheck.items import ITEMS, Item
from engine.diffusion.gpucheck.report import Row, table
from engine.diffusion.lacking import lacking
from engine.diffusion.registry import entry
from engine.diffusion.runtimes import libraries

ROOT = Path(__file__).resolve().parents[3]
LOG = ROOT / "docs" / "log.md"
FAILED = 1
Say = Callable[[str], None]
_ABSENT = re.compile(r"ModuleNotFoundError: No module named '([^']+)'")


def main(*, tiny: bool, device: str, only: Iterable[str], dry: bool, say: Say) -> int:
    """The table on stdout; measured on a card at real sizes and not `dry`, at the end of the log
    too. `say` hears of each item as it begins. 1 where nothing could be taken.

    Raises EngineError "unknown-item", "missing-library", "too-slow" and "no-card".
    """
    names = list(only) or list(ITEMS)
    check(names, device, tiny=tiny)
    rows: list[Row] = []
    for name in names:
        say(f"{name}: {ITEMS[name].work} of {entry(ITEMS[name].model).title}, {_most(name)}")
        rows += taken(name, ITEMS[name], device, tiny=tiny)
    text = table(rows, machine(rows), tiny=tiny)
    sys.stdout.write(text)
    if device == "cuda" and not tiny and not dry:
        with LOG.open("a", encoding="utf-8") as log:
            log.write(f"\n## gpucheck, {datetime.now(UTC):%d %b %Y}\n\n{text}")
        say(f"Added to {LOG.relative_to(ROOT)}.")
    return 0 if any(not row.why_not for row in rows) else FAILED


def _most(name: str) -> str:
    return f"{ITEMS[name].seconds} s at most"


def check(names: Iterable[str], device: str, *, tiny: bool) -> None:
    """Raises EngineError where nothing can be measured here, or not that."""
    if unknown := tuple(name for name in names if name not in ITEMS):
        raise EngineError(
            "unknown-item",
            _("The check has no item {names}.", names=unknown),
            _("Use some of {names}.", names=tuple(ITEMS)),
        )
    if missing := libraries.missing(libraries.installed()):
        raise lacking(missing)
    if device == "cpu" and not tiny:
        raise EngineError(
            "too-slow",
            _("At their real sizes these models take a processor hours and tens of gigabytes."),
            _("Try the check itself with --tiny --device cpu, or run it on a machine with a card."),
        )
    if device == "cuda" and not has_card():
        raise EngineError(
            "no-card",
            _("There is no card here that torch can use; nothing was measured."),
            _("To try the check itself without one: --tiny --device cpu."),
        )


def has_card() -> bool:
    import torch  # noqa: PLC0415  what is missing is said in words before

    return bool(torch.cuda.is_available())


def taken(name: str, item: Item, device: str, *, tiny: bool) -> Iterator[Row]:
    """Rows of one item; what it measured before it failed or its time was up is kept."""
    command = [sys.executable, "-m", "engine.diffusion.gpucheck.work", name, device]
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        try:
            status = subprocess.run(  # noqa: S603  our own interpreter and module
                [*command, *(["--tiny"] if tiny else [])],
                stdout=out,
                stderr=err,
                timeout=item.seconds,
                check=False,
                cwd=ROOT,
            ).returncode
            why = "" if status == 0 else _last_line(err)
        except subprocess.TimeoutExpired:
            why = f"took longer than its {item.seconds} s"
        out.seek(0)
        for line in out:
            if line.startswith("{"):
                yield Row(item=name, **json.loads(line))
        if why:
            yield Row(item=name, way="all that follows", why_not=why)


def _last_line(file: IO[str]) -> str:
    file.seek(0)
    lines = [line.strip() for line in file if line.strip()]
    if lines and (absent := _ABSENT.match(lines[-1])):
        error = lacking((absent[1].partition(".")[0],))
        return f"{error.message} {error.advice}"
    return lines[-1][:200] if lines else "ended without a word"


def machine(rows: Iterable[Row]) -> str:
    return next((row.machine for row in rows if row.machine), "")
