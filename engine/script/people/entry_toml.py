"""A character as it stands in a `series.toml`."""

import json
from collections.abc import Mapping
from typing import Any

import msgspec

from engine.contracts import Character


def as_toml(person: Character) -> str:
    """The `[[characters]]` entry of a character, with every key of look and voice."""
    look, voice = msgspec.to_builtins(person.look), msgspec.to_builtins(person.voice)
    lines = ["[[characters]]", f"name = {_value(person.name)}"]
    if person.persona:
        lines.append(f"persona = {_value(person.persona)}")
    return "\n".join([*lines, f"look = {_value(look)}", f"voice = {_value(voice)}"]) + "\n"


def _value(value: Any) -> str:
    """An inline value of TOML; its strings are written as those of JSON are."""
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_value(one)}" for key, one in value.items()) + " }"
    return json.dumps(value, ensure_ascii=False)
