"""Fetching a model: one commit, only what is needed, on from where it stopped, there whole or not.

What arrives waits under <models>/.pulling/KEY until all of it is there and its digests are right;
then it takes its place in one step. Files that an older pull brought are not fetched again.
"""

import fcntl
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Annotated

from msgspec import Meta

from engine.contracts import Context, EngineError, ModelReport, ModelRequest, Value, _, to_json
from engine.diffusion.disk import hub
from engine.diffusion.disk.acceptances import now, permit
from engine.diffusion.disk.manifest import (
    Manifest,
    ManifestFile,
    has,
    is_whole,
    read_manifest,
    write_manifest,
)
from engine.diffusion.disk.needed import RemoteFile, listed, needed
from engine.diffusion.disk.places import lora_place, place_of
from engine.diffusion.disk.records import UnreadableError, read_record
from engine.diffusion.registry import ModelEntry, entries, entry
from engine.diffusion.registry.folder import INDICES, models_folder, no_folder
from engine.whole_file import whole_file

GIB = 2**30
MIB = 2**20
SPARE = GIB  # bytes that stay free beyond what is fetched
REVISION = "main"


@dataclass(frozen=True, slots=True)
class Piece:
    """One file of some repository at some commit, and what it is called in the folder to be."""

    repository: str
    commit: str
    file: RemoteFile
    name: str


@dataclass(frozen=True, slots=True)
class Plan:
    """One folder to be: what it holds, and where it grows."""

    found: hub.Snapshot
    companions: dict[str, str]  # other repository → commit
    pieces: tuple[Piece, ...]
    target: Path
    growing: Path

    def arrived(self, piece: Piece) -> Path:
        return self.growing / "files" / piece.name

    def part(self, piece: Piece) -> Path:
        return self.growing / "parts" / piece.name

    def lacks(self, piece: Piece) -> int:
        """Bytes still to fetch of a file."""
        if self.arrived(piece).is_file():
            return 0
        here = _size(self.part(piece)) or 0
        return piece.file.size - min(here, piece.file.size)


class _Pin(Value, frozen=True, kw_only=True):
    """Which commit is being fetched: a break must not mix two."""

    commit: Annotated[str, Meta(min_length=1)]


def pull(request: ModelRequest, context: Context) -> ModelReport:
    """Fetch a model with its distilled LoRA; steps are MiB of this run.

    Raises EngineError: what `permit` says, "own-model", "offline", "missing-library",
    "being-pulled", "already-there", "no-space", "wrong-digest" and what the hub answers.
    """
    wanted = entry(request.name)
    if not wanted.repository:
        raise EngineError(
            "own-model",
            _("{title} is a folder of your own; there is nothing to pull.", title=wanted.title),
        )
    permit(wanted)
    if wrong := no_folder():
        raise wrong
    hub.library()
    with growing(wanted.name):
        plans = [plan for plan in _plans(wanted) if not _is_current(plan)]
        for plan in plans:
            _take_over(plan, context)
        _check_space(wanted, plans)
        fetched = _fetch(plans, context)
        for plan in plans:
            _settle(plan)
    manifest = read_manifest(place_of(wanted))
    return ModelReport(
        name=wanted.name,
        revision=manifest.commit if manifest else "",
        files=sum(len(plan.pieces) for plan in plans),
        gib=fetched / GIB,
    )


@contextmanager
def growing(name: str) -> Iterator[None]:
    """Alone with the folder in which a model grows; raises EngineError "being-pulled"."""
    folder = growing_place(name)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise EngineError(
                "being-pulled",
                _("“{name}” is being pulled right now.", name=name),
                _("Wait for it to end, or stop it."),
            ) from error
        yield
        if not any(folder.glob("*/*")):
            shutil.rmtree(folder, ignore_errors=True)


def growing_place(name: str) -> Path:
    return models_folder() / ".pulling" / name


def arrived_bytes(name: str) -> int:
    """What is here of a pull that has not ended."""
    arrived = (
        path for kind in ("files", "parts") for path in growing_place(name).glob(f"*/{kind}/**/*")
    )
    return sum(path.stat().st_size for path in arrived if path.is_file())


def _plans(wanted: ModelEntry) -> list[Plan]:
    base = growing_place(wanted.name)
    plans = [_model(wanted, base / "model")]
    if lora := wanted.distilled:
        found = _pinned(lora.repository, base / "lora")
        pieces = _pieces(found, listed(found.files, lora.files, lora.repository))
        plans.append(Plan(found, {}, pieces, lora_place(wanted.name), base / "lora"))
    return plans


def _model(wanted: ModelEntry, growing: Path) -> Plan:
    """The pipeline, and what it needs of other repositories."""
    found = _pinned(wanted.repository, growing)
    index = next((file for file in found.files if file.name in INDICES), None)
    if index is None:
        raise EngineError(
            "no-pipeline",
            _("“{repository}” holds no pipeline.", repository=wanted.repository),
            _("Report it: the registry of this version names a repository that was changed."),
        )
    folders = set(json.loads(hub.read(found.repository, found.commit, index)))
    pieces = _pieces(found, needed(found.files, folders, wanted.ignore, wanted.licence.link))
    companions = {}
    for one in wanted.companions:
        other = _pinned(one.repository, growing)
        companions[one.repository] = other.commit
        pieces += _pieces(other, listed(other.files, one.files, one.repository), one.folder)
    return Plan(found, companions, pieces, place_of(wanted), growing)


def _pieces(
    found: hub.Snapshot, files: tuple[RemoteFile, ...], folder: str = ""
) -> tuple[Piece, ...]:
    return tuple(
        Piece(found.repository, found.commit, file, str(PurePosixPath(folder, file.name)))
        for file in files
    )


def _pinned(repository: str, growing: Path) -> hub.Snapshot:
    """What the repository holds at the commit that was begun, else at its newest."""
    path = growing / f"pin-{repository.replace('/', '--')}.json"
    try:
        if pin := read_record(path, _Pin):
            return hub.snapshot(repository, pin.commit)
    except UnreadableError:
        _doubt(growing)
    found = hub.snapshot(repository, REVISION)
    with whole_file(path) as part:
        part.write_bytes(to_json(_Pin(commit=found.commit)))
    return found


def _doubt(growing: Path) -> None:
    """Nobody knows of which commit the files are: each has to show its digest again."""
    arrived = growing / "files"
    for path in [path for path in arrived.rglob("*") if path.is_file()]:
        part = growing / "parts" / path.relative_to(arrived)
        part.parent.mkdir(parents=True, exist_ok=True)
        path.replace(part)


def _is_current(plan: Plan) -> bool:
    try:
        manifest = read_manifest(plan.target)
    except EngineError:
        return False  # what its files are worth they show themselves
    if manifest is None:
        if plan.target.exists() and any(plan.target.iterdir()):
            raise EngineError(
                "already-there",
                _("“{folder}” holds files that were not pulled.", folder=str(plan.target)),
                _("Move the folder away first."),
            )
        return False
    same = (manifest.commit, manifest.companions) == (plan.found.commit, plan.companions)
    if same and is_whole(plan.target, manifest):
        shutil.rmtree(plan.growing)
        return True
    return False


def _take_over(plan: Plan, context: Context) -> None:
    """Link what is here already with the same content, of an older pull or another model."""
    repository = plan.found.repository
    kin = [place_of(one) for one in entries() if one.repository == repository]
    for folder in dict.fromkeys([plan.target, *kin]):
        try:
            manifest = read_manifest(folder)
        except EngineError:
            _link(plan, folder, _seen(plan, folder, context))
        else:
            _link(plan, folder, _sound(folder, manifest) if manifest else {})


def _sound(folder: Path, manifest: Manifest) -> dict[str, str]:
    """Digests of its files, by name, as the manifest knows them."""
    return {
        file.name: file.sha256
        for file in manifest.files
        if file.name not in manifest.damaged and has(folder, file)
    }


def _seen(plan: Plan, folder: Path, context: Context) -> dict[str, str]:
    """The same of a folder whose manifest is lost, read from those files that may be of use."""
    may_be = [
        piece
        for piece in plan.pieces
        if piece.file.sha256 and _size(folder / piece.name) == piece.file.size
    ]
    total, done = sum(piece.file.size for piece in may_be), 0

    def read(count: int) -> None:
        nonlocal done
        done += count
        context.step(done // MIB, -(-total // MIB), _("looking at what is here"))

    return {piece.name: hub.sha256(folder / piece.name, read) for piece in may_be}


def _size(path: Path) -> int | None:
    return path.stat().st_size if path.is_file() else None


def _link(plan: Plan, folder: Path, sound: dict[str, str]) -> None:
    for piece in plan.pieces:
        target = plan.arrived(piece)
        wanted = piece.file.sha256
        if wanted and wanted == sound.get(piece.name) and not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            os.link(folder / piece.name, target)


def _check_space(wanted: ModelEntry, plans: list[Plan]) -> None:
    lacking = sum(plan.lacks(piece) for plan in plans for piece in plan.pieces)
    free = shutil.disk_usage(models_folder()).free
    if lacking and lacking + SPARE > free:
        raise EngineError(
            "no-space",
            _(
                "{title} needs {needed} GiB more; {free} GiB are free in “{folder}”.",
                title=wanted.title,
                needed=f"{(lacking + SPARE) / GIB:.1f}",
                free=f"{free / GIB:.1f}",
                folder=str(models_folder()),
            ),
            _("Make room, remove a model, or set DRAMABOX_MODELS to a folder on a larger disk."),
        )


def _fetch(plans: list[Plan], context: Context) -> int:
    """Fetch what is lacking; returns how many bytes that was."""
    total = sum(plan.lacks(piece) for plan in plans for piece in plan.pieces)
    done = 0
    for plan in plans:
        for piece in plan.pieces:
            if plan.arrived(piece).is_file():
                continue

            def arrived(count: int, name: str = piece.file.name) -> None:
                nonlocal done
                done += count
                context.step(min(done, total) // MIB, -(-total // MIB), _("MiB, {file}", file=name))

            _fetch_piece(plan, piece, arrived)
    return total


def _fetch_piece(plan: Plan, piece: Piece, arrived: Callable[[int], None]) -> None:
    part, file = plan.part(piece), piece.file
    part.parent.mkdir(parents=True, exist_ok=True)
    if (_size(part) or -1) >= file.size and not _is_right(part, file):
        part.unlink()
    hub.fetch(piece.repository, piece.commit, file, part, arrived)
    if not _is_right(part, file):
        part.unlink()
        raise EngineError(
            "wrong-digest",
            _("“{file}” did not arrive as the hub announced it.", file=file.name),
            _("It was thrown away; pull again. All other files are kept."),
        )
    plan.arrived(piece).parent.mkdir(parents=True, exist_ok=True)
    part.replace(plan.arrived(piece))


def _is_right(part: Path, file: RemoteFile) -> bool:
    return hub.is_as_announced(part, file, hub.sha256(part))


def _settle(plan: Plan) -> None:
    """All has arrived: write the manifest and take the place of what was there."""
    folder, old = plan.growing / "files", plan.growing / "old"
    files = tuple(
        ManifestFile(
            name=piece.name,
            size=piece.file.size,
            sha256=piece.file.sha256 or hub.sha256(folder / piece.name),
        )
        for piece in plan.pieces
    )
    write_manifest(
        folder,
        Manifest(
            repository=plan.found.repository,
            revision=REVISION,
            commit=plan.found.commit,
            companions=plan.companions,
            files=files,
            pulled_at=now(),
        ),
    )
    shutil.rmtree(old, ignore_errors=True)
    plan.target.parent.mkdir(parents=True, exist_ok=True)
    if plan.target.exists():
        plan.target.replace(old)
    folder.replace(plan.target)
    shutil.rmtree(plan.growing)
