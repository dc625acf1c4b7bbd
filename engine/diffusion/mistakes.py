"""All that is wrong with what somebody wrote into a TOML file, in words for them."""

import re
from collections.abc import Iterator, Sequence
from functools import reduce
from typing import Any

import msgspec

from engine.contracts import Wording, _
from engine.script.reading.misfits import misfit

_AT = re.compile(r" - at `(?:key in )?\$\.?(.*)`$")


def mistakes(data: dict[str, Any], kind: type[msgspec.Struct], within: str = "") -> list[Wording]:
    """What keeps `data` from being a `kind`, one phrase for each key: not the first alone."""
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    found = [_("“{key}” means nothing here", key=within + key) for key in data if key not in fields]
    for key, field in fields.items():
        if key in data:
            found += _of_value(data[key], field.type, within + key)
        elif field.required:
            found.append(_missing(field.type, within + key))
    return found


def _of_value(value: Any, kind: Any, key: str) -> Iterator[Wording]:
    if isinstance(value, dict) and _is_table(kind):
        yield from mistakes(value, kind, f"{key}.")
        return
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError as error:
        yield _("“{key}”: {what}", key=key, what=misfit(_AT.sub("", str(error))))


def _missing(kind: Any, key: str) -> Wording:
    if _is_table(kind):
        return _("the table [{key}] is missing", key=key)
    return _("“{key}” is missing", key=key)


def _is_table(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def together(reasons: Sequence[Wording]) -> Wording:
    """Several phrases as one; at least one."""
    return reduce(lambda first, second: _("{first}; {second}", first=first, second=second), reasons)
