"""One function per command: arguments in, exit status out."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec

from engine.cli.capabilities import capabilities
from engine.cli.files import read_json, read_text, write_json
from engine.cli.terminal import TerminalContext, say, say_problems
from engine.contracts import (
    Breakdown,
    BreakdownRequest,
    Cut,
    EngineError,
    Master,
    ReadRequest,
    RenderRequest,
    Screenplay,
    Severity,
    Take,
    Value,
    _,
)
from engine.dotted import load
from engine.verbs import run

FAILED = 2


def read(options: argparse.Namespace) -> int:
    """Say how a screenplay is understood, and what is wrong with it."""
    request = ReadRequest(path=options.script)
    play: Screenplay = _run("read", request)
    say_problems(options.script, play.problems)
    scenes = sum(len(episode.scenes) for episode in play.episodes)
    print(
        f"{play.title or Path(options.script).stem}: {play.format}, {play.language}, "
        f"episodes: {len(play.episodes)}, scenes: {scenes}, problems: {len(play.problems)}"
    )
    return _status(play.problems)


def breakdown(options: argparse.Namespace) -> int:
    """Turn an episode of a screenplay into shots."""
    request = BreakdownRequest(
        source=ReadRequest(path=options.script),
        episode=options.episode,
        bible=read_text(Path(options.bible)) if options.bible else "",
    )
    result: Breakdown = _run("breakdown", request)
    say_problems(options.script, result.problems)
    if options.report:
        print(load("engine.script.notes.report:report")(result))
    else:
        write_json(result, options.output)
    seconds = sum(shot.duration for shot in result.shots)
    say(f"{len(result.shots)} shots, {seconds:.1f} s")
    return _status(result.problems)


def render(options: argparse.Namespace) -> int:
    """Make one take, or its layout; of a breakdown, the shot that --shot names."""
    data = read_json(Path(options.shot_file))
    request = _shot_of(data, options) if "shots" in data else _convert(data, RenderRequest)
    request = _formatted(request, options)
    if not options.output and not options.layout:
        raise EngineError(
            "no-output",
            _("Nothing says where the take is to go."),
            _("Name a file with -o TAKE.mp4, or a folder for its composition with --layout DIR."),
        )
    if options.layout:
        _lay_out(request, Path(options.layout))
    if options.output:
        _make_take(request, Path(options.output))
    return 0


def _lay_out(request: RenderRequest, folder: Path) -> None:
    write_json(_run("layout", _into(request, folder)), str(folder / "layout.json"))
    say(f"{folder}: first and last frame, with depth, lines, pose and masks")


def _make_take(request: RenderRequest, target: Path) -> None:
    if target.suffix != ".mp4":
        take: Take = _run("render", _into(request, target))
        write_json(take, str(target / "take.json"))
    else:
        with _scratch_beside(target) as scratch:
            take = _run("render", _into(request, scratch))
            (scratch / take.video).replace(target)
    say(f"{target}: {take.frames} frames, {take.duration:.2f} s, made in {take.wall_s:.2f} s")


def compose(options: argparse.Namespace) -> int:
    """Join the takes of a cut; the captions lie beside the episode."""
    path, target = Path(options.cut_file), Path(options.output)
    cut: Cut = _convert(read_json(path), Cut)
    replace = msgspec.structs.replace
    # A cut travels with its takes: folders count from where the cut file lies.
    entries = tuple(replace(entry, folder=str(path.parent / entry.folder)) for entry in cut.entries)
    with _scratch_beside(target) as scratch:
        master: Master = _run("compose", replace(cut, entries=entries, out=str(scratch)))
        Path(master.video).replace(target)
        Path(master.captions).replace(target.with_suffix(".vtt"))
    say(
        f"{target}: {master.duration:.2f} s, {master.loudness_lufs:.1f} LUFS, "
        f"{master.frames_copied} frames copied, {master.frames_encoded} encoded, "
        f"made in {master.wall_s:.2f} s"
    )
    return 0


def list_(options: argparse.Namespace) -> int:
    """What can render here, and why what cannot, cannot."""
    for capability in capabilities():
        print(
            f"{capability.kind:<10} {capability.name:<12} "
            f"{'yes' if capability.works else 'no':<4} {capability.why}"
        )
    return 0


def provenance(options: argparse.Namespace) -> int:
    """What a video file says of where it comes from."""
    path = Path(options.video)
    if not path.is_file():
        raise EngineError("file-missing", _("There is no file “{path}”.", path=str(path)))
    report = load("engine.edit.provenance:read_back")(path)
    print(f"AIGC label    {'yes' if report.labelled else 'no'}")
    for name, value in report.aigc.items():
        print(f"  {name:<18} {value}")
    print(f"C2PA manifest {report.state or 'none'}")
    if report.state:
        print(f"  made with          {report.generator}, {report.source_type}")
        print(f"  remarks            {', '.join(report.problems) or 'none'}")
    return 0 if report.labelled else 1


def _run(verb: str, request: Value) -> Any:
    return run(verb, msgspec.to_builtins(request), TerminalContext(verb))


def _status(problems: tuple[Any, ...]) -> int:
    return FAILED if any(problem.severity is Severity.ERROR for problem in problems) else 0


@contextmanager
def _scratch_beside(target: Path) -> Iterator[Path]:
    """A folder on the disk of `target`, so that what is made moves there in one step."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".dramabox-", dir=target.parent) as folder:
        yield Path(folder)


def _into(request: RenderRequest, folder: Path) -> RenderRequest:
    return msgspec.structs.replace(request, out=str(folder))


def _convert(data: dict[str, Any], kind: type[Any]) -> Any:
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as error:
        raise EngineError(
            "bad-request", _("This is no {kind}: {error}.", kind=kind.__name__, error=str(error))
        ) from error


def _shot_of(data: dict[str, Any], options: argparse.Namespace) -> RenderRequest:
    shots: Breakdown = _convert(data, Breakdown)
    found = [shot for shot in shots.shots if shot.slate.id == options.shot]
    if not found:
        names = tuple(shot.slate.id for shot in shots.shots)
        raise EngineError(
            "no-such-shot",
            _("The breakdown has no shot “{shot}”.", shot=options.shot)
            if options.shot
            else _("A breakdown has many shots."),
            _("Name one with --shot: {names}.", names=names),
        )
    shot = found[0]
    cast = tuple(one for one in shots.cast if one.id in shot.characters)
    return RenderRequest(shot=shot, cast=cast)


def _formatted(request: RenderRequest, options: argparse.Namespace) -> RenderRequest:
    picture = request.format
    if options.size:
        picture = msgspec.structs.replace(picture, width=options.size[0], height=options.size[1])
    if options.fps:
        picture = msgspec.structs.replace(picture, fps=options.fps)
    renderer = options.renderer or request.renderer
    return msgspec.structs.replace(request, format=picture, renderer=renderer)
