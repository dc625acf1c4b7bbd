"""The commands about people: `cast` and `sheet`."""

import argparse
from pathlib import Path
from typing import Any

import msgspec

from engine.cli.files import read_json, write_json
from engine.cli.terminal import TerminalContext, say
from engine.contracts import (
    Casting,
    CastRequest,
    Character,
    EngineError,
    Look,
    Sheet,
    SheetRequest,
    Value,
    _,
)
from engine.dotted import load
from engine.verbs import run
from engine.whole_file import whole_file


def cast(options: argparse.Namespace) -> int:
    """Make a look and a voice from words: "a tired night nurse, 30"."""
    words, name = _as_text(options.words), _as_text(options.name)
    request = CastRequest(description=words, name=name, seed=options.seed)
    made: Casting = _run("cast", request)
    if options.output.endswith(".toml"):
        entry: str = load("engine.script.people.entry_toml:as_toml")(made.character)
        with whole_file(Path(options.output)) as part:
            part.write_text(entry, encoding="utf-8")
    else:
        write_json(made.character, options.output)
    for one in made.understood:
        say(f"{one.words}: " + ", ".join(f"{key} {value}" for key, value in one.sets.items()))
    if made.unknown:
        say("not understood: " + ", ".join(made.unknown))
    return 0


def sheet(options: argparse.Namespace) -> int:
    """Draw someone's reference sheet: four sides and twelve expressions."""
    out = "/dev/stdout" if options.output == "-" else options.output
    request = SheetRequest(character=_character(Path(options.look_file)), out=out)
    made: Sheet = _run("sheet", request)
    say(f"{made.file}: {made.width}×{made.height}")
    return 0


def _as_text(argument: str) -> str:
    """An argument of the shell; bytes that are no text come as letters that cannot be written."""
    try:
        argument.encode()
    except UnicodeEncodeError as error:
        raise EngineError(
            "bad-text", _("What stands on the command line is not UTF-8 text.")
        ) from error
    return argument


def _run(verb: str, request: Value) -> Any:
    return run(verb, msgspec.to_builtins(request), TerminalContext(verb))


def _character(path: Path) -> Character:
    """Somebody as `cast` writes them, or a look alone."""
    data: dict[str, Any] = read_json(path)
    try:
        if "look" in data:
            return msgspec.convert({"id": path.stem, "name": path.stem, **data}, Character)
        return Character(id=path.stem, name=path.stem, look=msgspec.convert(data, Look))
    except msgspec.ValidationError as error:
        raise EngineError(
            "bad-request", _("This is no {kind}: {error}.", kind=Look.__name__, error=str(error))
        ) from error
