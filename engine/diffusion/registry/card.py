"""The graphics card of this machine, asked of its driver: no library is loaded for that."""

import shutil
import subprocess
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Card:
    name: str
    gib: float


@cache
def card() -> Card | None:
    """The largest card, asked for once in a process; None without one, or without its driver."""
    tool = shutil.which("nvidia-smi")
    if tool is None:
        return None
    asked = [tool, "--query-gpu=name,memory.total", "--format=csv,noheader,nounits"]
    try:
        told = subprocess.run(  # noqa: S603  # found on the path of whoever runs the engine
            asked, capture_output=True, text=True, check=True, timeout=20
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return largest(told.stdout)


def largest(table: str) -> Card | None:
    """Of lines "name, MiB"; a card that hides its memory is none."""
    found = []
    for line in table.splitlines():
        name, _comma, mib = line.rpartition(",")
        if mib.strip().isdigit():
            found.append(Card(name.strip(), int(mib) / 1024))
    return max(found, key=lambda one: one.gib, default=None)
