"""Who accepted which licence: <models>/acceptances.json, in which nothing is ever deleted."""

import hashlib
import json
import re
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from engine.contracts import (
    Acceptance,
    AcceptRequest,
    Context,
    EngineError,
    LicenceText,
    ModelRequest,
    Value,
    _,
    to_json,
)
from engine.diffusion.disk import hub
from engine.diffusion.disk.places import place_of
from engine.diffusion.disk.records import UnreadableError, read_record
from engine.diffusion.registry import ModelEntry, entries, entry
from engine.diffusion.registry.folder import models_folder
from engine.diffusion.registry.licences import check_acceptable, check_country, check_licence
from engine.whole_file import whole_file

_UNKNOWN = "\ufffd"  # stands for bytes that are no UTF-8


class _Acceptances(Value, frozen=True, kw_only=True):
    acceptances: tuple[Acceptance, ...] = ()  # oldest first


def acceptance_of(name: str) -> Acceptance | None:
    """The last one of that model that can be read."""
    return next((one for one in reversed(_read()[0]) if one.name == name), None)


def damaged() -> EngineError | None:
    """What is wrong with the record of them."""
    return _read()[1]


def permit(entry: ModelEntry) -> None:
    """Raises EngineError with the reason where the model may not be used on this machine."""
    if refusal := refused(entry):
        if refusal.code == "licence-not-accepted":
            raise damaged() or refusal  # somebody may have accepted it
        raise refusal


def refused(entry: ModelEntry) -> EngineError | None:
    text = _kept_text(entry)
    return check_licence(
        entry, acceptance_of(entry.name), _digest(text) if text is not None else ""
    )


def permitted() -> frozenset[str]:
    """Names of the models that may be used here."""
    return frozenset(one.name for one in entries() if refused(one) is None)


def licence(request: ModelRequest, context: Context) -> LicenceText:
    """The text that accepting the licence of a model accepts; fetched where it is not here yet."""
    return text_of(entry(request.name))


def accept(request: AcceptRequest, context: Context) -> Acceptance:
    """Write down who accepts the licence of a model for a studio where, and of which revenue.

    Also where the licence does not hold for such a studio: `refused` says so from then on, whatever
    was accepted before. Where the record is damaged a copy of it stays beside the new one, which
    holds all that could be read of it. Raises EngineError "nothing-to-accept",
    "licence-non-commercial", "bad-country", "licence-changed" where the text is not the one that
    was shown, "bad-acceptances" where the record cannot even be copied.
    """
    wanted = entry(request.name)
    check_acceptable(wanted)
    check_country(request.country)
    shown = text_of(wanted)
    if request.text_sha256 and request.text_sha256 != shown.sha256:
        raise EngineError(
            "licence-changed",
            _("The licence text of {title} has changed meanwhile.", title=wanted.title),
            _("Read it again."),
        )
    made = Acceptance(
        name=wanted.name,
        licence=wanted.licence.id,
        text_sha256=shown.sha256,
        country=request.country,
        revenue=request.revenue,
        by=request.by.strip(),
        at=now(),
    )
    before, damage = _read()
    if damage:
        _copy_aside(damage)
    with whole_file(_file()) as part:
        kept = to_json(_Acceptances(acceptances=(*before, made)))
        part.write_bytes(msgspec.json.format(kept, indent=2) + b"\n")
    return made


def text_of(wanted: ModelEntry) -> LicenceText:
    """The licence text on this machine, else from the hub, else what the registry says of it."""
    text = _kept_text(wanted)
    if text is None and wanted.licence.link:
        text = _fetched_text(wanted)
    if text is None:
        text = _summary(wanted)
    return LicenceText(
        name=wanted.name,
        title=wanted.title,
        licence=wanted.licence.title,
        text=text.decode("utf-8", errors="replace"),
        sha256=_digest(text),
    )


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _kept_text(wanted: ModelEntry) -> bytes | None:
    """Of the model on disk, else as it was shown last."""
    if not wanted.licence.link:
        return None
    for path in (place_of(wanted) / wanted.licence.link, _shown(wanted)):
        if path.is_file():
            return path.read_bytes()
    return None


def _fetched_text(wanted: ModelEntry) -> bytes:
    try:
        found = hub.snapshot(wanted.repository, "main")
        file = next((one for one in found.files if one.name == wanted.licence.link), None)
        text = hub.read(found.repository, found.commit, file) if file else b""
    except EngineError as error:
        raise _without_the_hub(wanted, error) from error
    if file:
        with whole_file(_shown(wanted)) as part:
            part.write_bytes(text)
        return text
    raise EngineError(
        "licence-text-missing",
        _(
            "“{repository}” holds no “{file}” to be accepted.",
            repository=wanted.repository,
            file=wanted.licence.link,
        ),
        _("Report it: the registry of this version names a file that was moved."),
    )


def _without_the_hub(wanted: ModelEntry, error: EngineError) -> EngineError:
    return EngineError(
        error.code,
        error.wording[0],
        _(
            "To accept it without the hub, copy the file “{file}” of {repository}, unchanged, to "
            "“{path}” on this machine.",
            file=wanted.licence.link,
            repository=wanted.repository,
            path=str(_shown(wanted)),
        ),
    )


def _summary(wanted: ModelEntry) -> bytes:
    terms = wanted.licence
    lines = [f"{wanted.title}: {terms.title} ({terms.id})"]
    if terms.excluded:
        lines.append(f"Does not hold in: {', '.join(sorted(terms.excluded))}")
    if terms.revenue_limit:
        lines.append(f"For studios that earn less than US${terms.revenue_limit:,} a year")
    if terms.must_show:
        lines.append(f"To be shown where the footage is: {terms.must_show}")
    return "\n".join([*lines, *terms.duties, ""]).encode()


def _shown(wanted: ModelEntry) -> Path:
    return models_folder() / "licences" / f"{wanted.name}.txt"


def _digest(text: bytes) -> str:
    return hashlib.sha256(text).hexdigest()


def _file() -> Path:
    return models_folder() / "acceptances.json"


def _read() -> tuple[tuple[Acceptance, ...], EngineError | None]:
    """All that can be read, oldest first, and what is wrong with the rest."""
    path = _file()
    try:
        record = read_record(path, _Acceptances)
        return (record.acceptances if record else ()), None
    except UnreadableError as error:
        return _salvaged(path), EngineError(
            "bad-acceptances",
            _("“{path}” cannot be read: {error}.", path=str(path), error=str(error)),
            _(
                "Put back a copy of the file; it is what shows that licences were accepted. What "
                "can be read of it holds, what cannot has to be accepted again."
            ),
        )


def _salvaged(path: Path) -> tuple[Acceptance, ...]:
    """The acceptances that stand whole in a damaged file."""
    try:
        text = path.read_bytes().decode("utf-8", errors="replace")
    except OSError:
        return ()
    found = []
    for start in re.finditer("{", text):
        with suppress(ValueError, RecursionError):
            one, end = json.JSONDecoder().raw_decode(text, start.start())
            if _UNKNOWN not in text[start.start() : end]:
                found.append(msgspec.convert(one, Acceptance))
    return tuple(found)


def _copy_aside(damage: EngineError) -> None:
    path = _file()
    aside = path.with_name(f"acceptances-damaged-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}.json")
    try:
        with whole_file(aside) as part:
            shutil.copyfile(path, part)
    except OSError as error:
        raise damage from error
