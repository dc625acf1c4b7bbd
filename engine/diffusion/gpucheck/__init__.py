"""`python -m engine gpucheck`: what needs a card, measured within ten minutes, without network.

Weights are random at their real sizes and made on the card: speed and memory are as with real ones.
Each item runs in a process of its own, so that one that fails is one line of the table.

    items     what is measured, in which shapes, and how long it may take
    work      one item, inside its process
    setup     a model's pipeline with random weights
    report    the table
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import IO

from engine.diffusion.gpucheck.items import ITEMS, Item
from engine.diffusion.gpucheck.report import Row, table

ROOT = Path(__file__).resolve().parents[3]
LOG = ROOT / "docs" / "log.md"
NO_CARD, FAILED = 1, 1


def main(*, tiny: bool, device: str, only: Iterable[str], dry: bool) -> int:
    """The table on stdout and, unless `dry`, at the end of docs/log.md; 1 where there is no card or
    nothing could be taken.
    """
    missing = unusable(device)
    if missing:
        sys.stdout.write(missing + "\n")
        return NO_CARD
    names = list(only) or list(ITEMS)
    rows = [row for name in names for row in taken(name, ITEMS[name], device, tiny=tiny)]
    text = table(rows, machine(rows), tiny=tiny)
    sys.stdout.write(text)
    if not dry:
        with LOG.open("a", encoding="utf-8") as log:
            log.write(f"\n## gpucheck, {datetime.now(UTC):%d %b %Y}\n\n{text}")
    return 0 if any(not row.why_not for row in rows) else FAILED


def unusable(device: str) -> str:
    """Why nothing can be measured here; empty where something can."""
    missing = [name for name in ("torch", "diffusers", "transformers") if not find_spec(name)]
    if missing:
        return f"Not taken: {', '.join(missing)} not installed. Install the diffusion extra."
    if device == "cuda":
        import torch  # noqa: PLC0415  the words above are said without it

        if not torch.cuda.is_available():
            return "Not taken: there is no card here that torch can use. Nothing was measured."
    return ""


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
    return lines[-1][:200] if lines else "ended without a word"


def machine(rows: Iterable[Row]) -> str:
    return next((row.machine for row in rows if row.machine), "")
