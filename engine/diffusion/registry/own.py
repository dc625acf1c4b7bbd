"""Models and LoRAs of one's own: a folder with a few words about it joins the registry.

<models>/own/NAME/model.toml      beside a diffusers repository of the family of `base`
<models>/loras/NAME/lora.toml     beside one .safetensors file for each denoiser of `base`
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta

from engine.contracts import COUNTRIES, Problem, Severity, Value, Wording, _
from engine.diffusion.mistakes import mistakes, together
from engine.diffusion.registry.entry import Licence, ModelEntry, Role, Rules

NAME = re.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
Size = Annotated[int, Meta(ge=1, le=10**9)]
Kind = TypeVar("Kind", bound=Value)


class _Licence(Value, frozen=True, kw_only=True):
    id: str
    title: str = ""
    commercial: bool = True
    excluded: frozenset[str] = frozenset()
    revenue_limit: Annotated[int, Meta(ge=0)] = 0
    must_show: str = ""


class _Rules(Value, frozen=True, kw_only=True):
    """Only what differs from the base."""

    multiple: Size | None = None
    max_pixels: Size | None = None
    fps: Annotated[int, Meta(ge=1, le=240)] | None = None
    frame_step: Size | None = None
    frame_offset: Annotated[int, Meta(ge=0)] | None = None
    min_frames: Size | None = None
    max_frames: Size | None = None


class _Model(Value, frozen=True, kw_only=True):
    title: Annotated[str, Meta(min_length=1, max_length=80)]
    base: str  # name of a model of the registry: its family and rules hold
    licence: _Licence
    steps: Annotated[int, Meta(ge=1, le=200)] | None = None
    guidance: Annotated[float, Meta(ge=0, le=30)] | None = None
    card_gib: Annotated[float, Meta(ge=0, le=10_000)] | None = None
    rules: _Rules = _Rules()


class _Lora(Value, frozen=True, kw_only=True):
    title: Annotated[str, Meta(min_length=1, max_length=80)]
    base: str
    strength: Annotated[float, Meta(ge=-2, le=2)] = 1.0
    subject: str = ""  # character id whose likeness it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Lora:
    """A LoRA of one's own, for the models whose base it was trained on."""

    name: str  # of its folder
    title: str
    base: str
    strength: float
    subject: str
    files: tuple[Path, ...]  # in the order of their names: one for each denoiser


def read_models(
    root: Path, known: Mapping[str, ModelEntry]
) -> tuple[list[ModelEntry], list[Problem]]:
    """The models of one's own under the folder of models, and what is wrong with others."""
    found: list[ModelEntry] = []
    problems: list[Problem] = []
    for folder in _folders(root / "own"):
        told = _read(folder, "model.toml", _Model, known, problems)
        if told is None:
            continue
        one = _entry(folder.name, told, known[told.base])
        if reasons := list(_refusals(one, known, known[told.base])):
            problems.append(_problem(folder, together(reasons)))
        else:
            found.append(one)
    return found, problems


def _refusals(
    one: ModelEntry, known: Mapping[str, ModelEntry], base: ModelEntry
) -> Iterator[Wording]:
    """Why a model that was understood cannot be taken."""
    if one.name in known:
        yield _("a model of the registry has that name; choose another")
    if nowhere := one.licence.excluded - COUNTRIES - {"EU"}:
        yield _(
            "“licence.excluded”: {names} is no country's code; use the two letters of ISO 3166, "
            "such as DE, or EU for the union",
            names=tuple(sorted(nowhere)),
        )
    if reason := _contradiction(one.rules, base):
        yield reason


def _contradiction(rules: Rules, base: ModelEntry) -> Wording | None:
    """Why nothing could be made by these rules, or nothing by a model of that base."""
    if rules.multiple % base.rules.multiple:
        return _(
            "its multiple is {multiple}, but {base} makes sides that {needed} divides",
            multiple=rules.multiple,
            base=base.name,
            needed=base.rules.multiple,
        )
    if rules.multiple**2 > rules.max_pixels:
        return _(
            "no picture has sides that {multiple} divides and {pixels} pixels at most",
            multiple=rules.multiple,
            pixels=rules.max_pixels,
        )
    return _contradiction_of_frames(rules, base)


def _contradiction_of_frames(rules: Rules, base: ModelEntry) -> Wording | None:
    needed = base.rules
    if base.role is Role.KEYFRAMES:
        return (
            None
            if (rules.min_frames, rules.max_frames) == (1, 1)
            else _("{base} makes single pictures: leave the frames out", base=base.name)
        )
    if rules.max_frames < 2:
        return _("its max_frames is {most}, of which no film is made", most=rules.max_frames)
    if rules.min_frames > rules.max_frames:
        return _(
            "its min_frames, {least}, is more than its max_frames, {most}",
            least=rules.min_frames,
            most=rules.max_frames,
        )
    beside = rules.frame_step % needed.frame_step
    if beside or (rules.frame_offset - needed.frame_offset) % needed.frame_step:
        return _(
            "{base} makes frames by {step} times a whole number and {offset} more; its frame_step "
            "and frame_offset leave that rule",
            base=base.name,
            step=needed.frame_step,
            offset=needed.frame_offset,
        )
    beyond = rules.max_frames - rules.frame_offset
    if beyond < 0 or beyond % rules.frame_step:
        return _(
            "its max_frames, {most}, is not {step} times a whole number and {offset} more",
            most=rules.max_frames,
            step=rules.frame_step,
            offset=rules.frame_offset,
        )
    return None


def read_loras(root: Path, known: Mapping[str, ModelEntry]) -> tuple[list[Lora], list[Problem]]:
    """The LoRAs of one's own; those that were pulled with a model are no concern of anybody."""
    found: list[Lora] = []
    problems: list[Problem] = []
    for folder in _folders(root / "loras"):
        if (folder / "manifest.json").is_file():
            continue
        told = _read(folder, "lora.toml", _Lora, known, problems)
        if told is None:
            continue
        files = tuple(sorted(folder.glob("*.safetensors")))
        wanted = len(known[told.base].denoisers)
        if len(files) != wanted:
            problems.append(
                _problem(
                    folder,
                    _(
                        "{base} wants {wanted} .safetensors files; there are {found}",
                        base=told.base,
                        wanted=wanted,
                        found=len(files),
                    ),
                )
            )
            continue
        found.append(
            Lora(
                name=folder.name,
                title=told.title,
                base=told.base,
                strength=told.strength,
                subject=told.subject,
                files=files,
            )
        )
    return found, problems


def _folders(root: Path) -> Iterator[Path]:
    if root.is_dir():
        yield from sorted(path for path in root.iterdir() if path.is_dir())


def _read(
    folder: Path,
    name: str,
    kind: type[Kind],
    known: Mapping[str, ModelEntry],
    problems: list[Problem],
) -> Kind | None:
    """What the file says; None, and a problem more, where it cannot be understood."""
    if not NAME.fullmatch(folder.name):
        problems.append(_problem(folder, _("its name may hold letters, digits, . _ and - only")))
        return None
    try:
        read = tomllib.loads((folder / name).read_text("utf-8"))
        if reasons := [*mistakes(read, kind), *_baseless(read, known)]:
            problems.append(_problem(folder, together(reasons)))
            return None
        return msgspec.convert(read, kind)
    except FileNotFoundError:
        problems.append(_problem(folder, _("it has no {file}", file=name)))
    except (ValueError, RecursionError, OSError) as error:
        problems.append(
            _problem(folder, _("{file} cannot be read: {error}", file=name, error=str(error)))
        )
    return None


def _baseless(read: dict[str, Any], known: Mapping[str, ModelEntry]) -> Iterator[Wording]:
    base = read.get("base")
    if isinstance(base, str) and base not in known:
        yield _(
            "there is no model “{base}” to follow; use one of {names}",
            base=base,
            names=tuple(known),
        )


def _entry(name: str, told: _Model, base: ModelEntry) -> ModelEntry:
    terms = told.licence
    differing: dict[str, Any] = {
        key: value for key, value in msgspec.structs.asdict(told.rules).items() if value is not None
    }
    return replace(
        base,
        name=name,
        title=told.title,
        repository="",
        licence=Licence(
            id=terms.id,
            title=terms.title or terms.id,
            commercial=terms.commercial,
            excluded=terms.excluded,
            revenue_limit=terms.revenue_limit,
            must_show=terms.must_show,
        ),
        rules=replace(base.rules, **differing),
        steps=base.steps if told.steps is None else told.steps,
        guidance=base.guidance if told.guidance is None else told.guidance,
        card_gib=base.card_gib if told.card_gib is None else told.card_gib,
        distilled=None,
        download_gib=0.0,
        real="",
        tiny="",
    )


def _problem(folder: Path, what: Wording) -> Problem:
    name = folder.name.encode(errors="replace").decode()  # of bytes that are no UTF-8 as well
    return Problem.of(
        severity=Severity.WARNING,
        code="own-model",
        message=_("“{folder}” is left out: {reason}.", folder=name, reason=what),
    )
