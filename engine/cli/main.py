"""Which commands there are, and how each run ends: 0 done, 2 an error in words, 130 stopped,
141 nobody reads on."""

import argparse
import os
import re
import signal
import sys
from collections.abc import Callable
from importlib.util import find_spec

from engine.cli import commands, models, people, tune
from engine.cli.terminal import say, say_error
from engine.contracts import CancelledError, EngineError
from engine.diffusion.gpucheck.items import ITEMS
from engine.dotted import load
from engine.serve import explain

STOPPED = 130
LONGEST = 600  # s of a shot
# Commands with a module of their own; what is not installed is not offered.
MODULES = {
    "bench": ("engine.bench:main", "the engine's figures, beside the plain way of doing the same"),
    "serve": ("engine.serve:main", "take requests as JSON lines on stdin"),
}


def main(arguments: list[str]) -> int:
    try:
        options = _parser().parse_args(arguments)
        status = int(options.run(options))
        sys.stdout.flush()  # a reader that is gone shows here at the latest
        return status
    except BrokenPipeError:
        return _unheard()
    except SystemExit:  # of the parser: help or a mistake was told
        try:
            sys.stdout.flush()
        except BrokenPipeError:
            _unheard()
        raise
    except (EngineError, OSError, MemoryError, ImportError) as error:
        say_error(explain(error))
        return commands.FAILED
    except (KeyboardInterrupt, CancelledError):
        say("\nStopped; nothing half made was left behind.")
        return STOPPED


def _unheard() -> int:
    """Whoever read the output has enough of it: end as other commands do, without a word."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())  # what is left in the buffers has to go somewhere
    return 128 + signal.SIGPIPE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m engine", description=__doc__)
    parser.description = "Screenplay to shots, shots to takes, takes to an episode."
    offered = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def command(
        name: str, function: Callable[[argparse.Namespace], int]
    ) -> argparse.ArgumentParser:
        one = offered.add_parser(name, help=function.__doc__, description=function.__doc__)
        one.set_defaults(run=function)
        return one

    _add_script_commands(command)
    _add_people_commands(command)
    _add_picture_commands(command)
    _add_card_commands(command)
    command("list", commands.list_)
    models.add_to(command("models", models.models))
    for name, (path, summary) in MODULES.items():
        if find_spec(path.partition(":")[0]):
            one = offered.add_parser(name, help=summary, description=summary)
            one.set_defaults(run=lambda _, path=path: load(path)() or 0)
    return parser


_Add = Callable[[str, Callable[[argparse.Namespace], int]], argparse.ArgumentParser]


def _add_script_commands(command: _Add) -> None:
    read = command("read", commands.read)
    read.add_argument("script", metavar="SCRIPT")
    breakdown = command("breakdown", commands.breakdown)
    breakdown.add_argument("script", metavar="SCRIPT")
    breakdown.add_argument("--bible", metavar="FILE", help="a series.toml")
    breakdown.add_argument(
        "--episode", type=int, default=0, metavar="N", help="the first if left out"
    )
    breakdown.add_argument("-o", "--output", default="-", metavar="FILE", help="stdout if left out")
    breakdown.add_argument(
        "--report", action="store_true", help="the shot list to read, and its figures, not JSON"
    )


def _add_people_commands(command: _Add) -> None:
    cast = command("cast", people.cast)
    cast.add_argument("words", metavar="WORDS", help="in English, Chinese or Spanish")
    cast.add_argument("--name", default="", metavar="NAME", help="who it is, as in the script")
    cast.add_argument("--seed", type=int, default=0, metavar="N", help="another such person")
    cast.add_argument(
        "-o",
        "--output",
        default="-",
        metavar="LOOK.json",
        help="or ENTRY.toml for a series.toml; stdout if left out",
    )
    sheet = command("sheet", people.sheet)
    sheet.add_argument("look_file", metavar="LOOK.json", help="what cast writes, or a look alone")
    sheet.add_argument("-o", "--output", required=True, metavar="SHEET.png")


def _add_picture_commands(command: _Add) -> None:
    render = command("render", commands.render)
    render.add_argument("shot_file", metavar="SHOT.json", help="a render request or a breakdown")
    render.add_argument("--shot", default="", metavar="ID", help="which shot of a breakdown")
    render.add_argument("--renderer", metavar="NAME", help="see list")
    render.add_argument("--size", type=_size, metavar="720x1280")
    render.add_argument("--fps", type=int, metavar="24")
    render.add_argument(
        "-o", "--output", metavar="TAKE.mp4", help="or a folder for all of the take"
    )
    render.add_argument(
        "--layout", metavar="DIR", help="first and last frame, with depth, lines, pose and masks"
    )
    compose = command("compose", commands.compose)
    compose.add_argument("cut_file", metavar="CUT.json")
    compose.add_argument("-o", "--output", required=True, metavar="EPISODE.mp4")
    provenance = command("provenance", commands.provenance)
    provenance.add_argument("video", metavar="VIDEO.mp4")


def _add_card_commands(command: _Add) -> None:
    one = command("tune", tune.tune)
    one.add_argument("models", nargs="*", metavar="MODEL", help="all that are here if left out")
    one.add_argument("--size", type=_size, default=(720, 1280), metavar="720x1280")
    one.add_argument(
        "--seconds", type=_seconds, default=3.0, metavar="S", help="length of the shot"
    )
    one.add_argument(
        "--lora",
        type=tune.worn,
        action="append",
        default=[],
        metavar="NAME[=STRENGTH]",
        help="fused before it is measured, in the order in which shots have them",
    )
    check = command("gpucheck", tune.gpucheck)
    check.add_argument("--tiny", action="store_true", help="small weights: tries the check itself")
    check.add_argument(
        "--device", default="cuda", choices=("cuda", "cpu"), help="cpu only with --tiny"
    )
    items = ", ".join(ITEMS)
    check.add_argument("--only", nargs="*", default=[], metavar="ITEM", help=f"some of: {items}")
    check.add_argument(
        "--dry", action="store_true", help="print the table, leave docs/log.md; so does --tiny"
    )


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= LONGEST:
        raise argparse.ArgumentTypeError(f"a number of seconds up to {LONGEST}")
    return seconds


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{2,4})[x×](\d{2,4})", text)
    if not match or int(match[1]) % 2 or int(match[2]) % 2:
        raise argparse.ArgumentTypeError("two even numbers like 720x1280")
    return int(match[1]), int(match[2])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
