"""Requests for final takes of a second or less, and someone who watches them being made."""

import shutil
from pathlib import Path
from typing import Any

from engine.contracts import AcceptRequest, Character, Final, Format, RenderRequest, Wording
from engine.diffusion.disk.acceptances import accept
from engine.diffusion.registry import ModelEntry
from tests.engine.quiet import Quiet
from tests.engine.rehearsal.shots import line, person, shot

SMALL = Format(width=32, height=64, fps=8)
ALICE = Character(id="alice", name="Alice")


def wanted(out: Path, **changes: Any) -> RenderRequest:
    made = shot(people=(person("alice"),), lines=(line(character="alice"),), duration=0.5)
    settings: dict[str, Any] = {"format": SMALL, "final": Final(steps=2), "shot": made} | changes
    return RenderRequest(cast=(ALICE,), renderer="diffusion", out=str(out), **settings)


def pull(one: ModelEntry, made: Path, folder: Path) -> None:
    """The model in a folder of models, its licence accepted where it asks for that."""
    shutil.copytree(made, folder)
    if one.licence.must_accept:
        (folder / (one.licence.link or "LICENSE")).write_text("Terms.", encoding="utf-8")
        accept(AcceptRequest(name=one.name, country="CH", revenue=0, by="Alice"), Quiet())


class Watching:
    """Remembers all that is told."""

    def __init__(self) -> None:
        self.steps: list[tuple[int, int, str]] = []
        self.etas: list[float | None] = []
        self.pictures: list[tuple[str, str, bool]] = []
        self.shot = ""
        self.shots: list[str] = []  # of each step

    def step(self, done: int, total: int, note: str | Wording = "") -> None:
        self.steps.append((done, total, str(note)))
        self.shots.append(self.shot)

    def at(self, shot: str) -> None:
        self.shot = shot

    def ahead(self, seconds: float | None) -> None:
        self.etas.append(seconds)

    def preview(self, shot: str, file: str) -> None:
        self.pictures.append((shot, file, Path(file).exists()))
