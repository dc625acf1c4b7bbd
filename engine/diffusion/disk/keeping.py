"""Verifying what was pulled, and removing it."""

import shutil
from pathlib import Path

import msgspec

from engine.contracts import (
    Context,
    EngineError,
    ModelReport,
    ModelRequest,
    Problem,
    Severity,
    _,
)
from engine.diffusion.disk import hub
from engine.diffusion.disk.inventory import unreadable
from engine.diffusion.disk.manifest import Manifest, has, read_manifest, write_manifest
from engine.diffusion.disk.places import folders_of, missing_model, place_of, present
from engine.diffusion.disk.pulling import GIB, MIB, growing, growing_place
from engine.diffusion.registry import ModelEntry, entry


def verify(request: ModelRequest, context: Context) -> ModelReport:
    """Read all that was pulled of a model and compare its digests; steps are MiB.

    What was put there by hand has no digests: of that the parts are counted, and headers and sizes
    read. Raises EngineError "not-here", "bad-manifest", and "damaged" with a problem for each file:
    what was pulled is fetched again by the next pull, and the model is not used until then.
    """
    wanted = entry(request.name)
    pulled = _pulled(wanted)
    if not pulled:
        return _looked_at(wanted, context)
    total = sum(manifest.size for _folder, manifest in pulled)
    done, problems = 0, []
    for folder, manifest in pulled:
        damaged = []
        for file in manifest.files:

            def read(count: int, name: str = file.name) -> None:
                nonlocal done
                done += count
                context.step(min(done, total) // MIB, -(-total // MIB), _("MiB, {file}", file=name))

            if not has(folder, file):
                damaged.append(file.name)
                problems.append(_missing(file.name))
            elif hub.sha256(folder / file.name, read) != file.sha256:
                damaged.append(file.name)
                problems.append(_changed(file.name))
        if tuple(damaged) != manifest.damaged:
            write_manifest(folder, msgspec.structs.replace(manifest, damaged=tuple(damaged)))
    if problems:
        raise EngineError(
            "damaged",
            _("{title} is no longer as it was pulled.", title=wanted.title),
            _("Pull it again: only what is damaged is fetched."),
            tuple(problems),
        )
    return ModelReport(
        name=wanted.name,
        revision=pulled[0][1].commit,
        files=sum(len(manifest.files) for _folder, manifest in pulled),
        gib=total / GIB,
    )


def _pulled(wanted: ModelEntry) -> list[tuple[Path, Manifest]]:
    folders = folders_of(wanted)
    return [(folder, manifest) for folder in folders if (manifest := read_manifest(folder))]


def _looked_at(wanted: ModelEntry, context: Context) -> ModelReport:
    """The same of a folder that somebody copied, as far as it speaks of itself."""
    folder = place_of(wanted)
    if not present(wanted):
        raise missing_model(wanted)
    if bad := dict(unreadable(folder)):
        raise EngineError(
            "damaged",
            _("{title} holds files that cannot be read.", title=wanted.title),
            _("Copy them again: {files}.", files=tuple(bad)),
            tuple(
                Problem.of(severity=Severity.ERROR, code="file-unreadable", message=why)
                for why in bad.values()
            ),
        )
    files = [path for path in folder.rglob("*") if path.is_file()]
    context.step(len(files), len(files), _("headers and sizes"))
    return ModelReport(
        name=wanted.name,
        files=len(files),
        gib=sum(path.stat().st_size for path in files) / GIB,
        compared=False,
    )


def _missing(name: str) -> Problem:
    return Problem.of(
        severity=Severity.ERROR,
        code="file-missing",
        message=_("“{file}” is missing or has another length.", file=name),
    )


def _changed(name: str) -> Problem:
    return Problem.of(
        severity=Severity.ERROR,
        code="file-changed",
        message=_("“{file}” has other content.", file=name),
    )


def remove(request: ModelRequest, context: Context) -> ModelReport:
    """Delete a model, its distilled LoRA and what has arrived of a pull; says what that freed.

    Acceptances stay. Raises EngineError "own-model", "nothing-to-remove", "is-a-link",
    "being-pulled".
    """
    wanted = entry(request.name)
    if not wanted.repository:
        raise EngineError(
            "own-model",
            _("{title} is a folder of your own.", title=wanted.title),
            _("Delete “{folder}” yourself.", folder=str(place_of(wanted))),
        )
    folders = (*folders_of(wanted), growing_place(wanted.name))
    found = [folder for folder in folders if folder.is_dir()]
    if not found:
        raise EngineError(
            "nothing-to-remove", _("{title} is not on this machine.", title=wanted.title)
        )
    if linked := next((folder for folder in found if folder.is_symlink()), None):
        raise EngineError(
            "is-a-link",
            _("“{folder}” is a link to another folder.", folder=str(linked)),
            _("Delete the link, and what it leads to, yourself."),
        )
    with growing(wanted.name):
        files = [path for folder in found for path in folder.rglob("*") if path.is_file()]
        freed = sum(path.stat().st_size for path in files)
        for folder in found:
            shutil.rmtree(folder)
    return ModelReport(name=wanted.name, files=len(files), gib=freed / GIB)
