"""The composition of a shot as pictures, so that another renderer can keep it."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray
from PIL import Image

from engine.contracts import (
    Context,
    FrameLayout,
    Layout,
    PersonLayout,
    RenderRequest,
    inputs_hash,
)
from engine.rehearsal.layout import drawn
from engine.rehearsal.layout.survey import Survey, figure_matrix, survey
from engine.rehearsal.render import check, performers
from engine.rehearsal.spoken import spoken
from engine.rehearsal.stage import Stage
from engine.whole_file import whole_file

Flat = tuple[float, float]
LINES_WIDE = 360  # px


def layout(request: RenderRequest, context: Context) -> Layout:
    """Write first and last frame of the shot, with depth, lines, pose and masks, into `out`.

    The same request gives the same bytes. Raises EngineError "bad-format", "no-folder",
    "disk-full", "missing-font"; CancelledError when the caller asks to stop: then nothing is left.
    """
    check(request)
    shot = request.shot
    frames = max(round(shot.duration * request.format.fps), 1)
    stage = Stage(request, performers(request, spoken(shot, request.cast)), frames)
    with _all_or_nothing(Path(request.out)) as folder:
        context.step(0, 2, shot.slate.id)
        first = _frame(stage, 0, "first", folder)
        context.step(1, 2, shot.slate.id)
        last = _frame(stage, frames - 1, "last", folder)
        context.step(2, 2, shot.slate.id)
    return Layout(inputs=inputs_hash(request), first=first, last=last)


def compositions(request: RenderRequest, moments: Sequence[float]) -> list[NDArray[np.uint8]]:
    """The shot at `moments` (seconds) without lettering, weather and flashes, as uint8 RGB of shape
    (height, width, 3). The same request gives the same pictures."""
    shot = request.shot
    frames = max(round(shot.duration * request.format.fps), 1)
    stage = Stage(request, performers(request, spoken(shot, request.cast)), frames)
    steps = [min(round(moment * request.format.fps), frames - 1) for moment in moments]
    return [_rgb(stage.clean(n)) for n in steps]


@contextmanager
def _all_or_nothing(out: Path) -> Iterator[Path]:
    """A folder inside of `out` to write to; its files move there once all of them are written."""
    was_there = out.is_dir()
    out.mkdir(parents=True, exist_ok=True)
    try:
        with TemporaryDirectory(prefix=".part-", dir=out) as scratch:
            yield Path(scratch)
            for file in sorted(Path(scratch).iterdir()):
                file.replace(out / file.name)
    finally:
        if not was_there:
            with suppress(OSError):  # what has come about is in it
                out.rmdir()


def outlines(request: RenderRequest, moments: Sequence[float]) -> list[NDArray[np.uint8]]:
    """The same pictures as lines: uint8 of shape (height, width), white on black; those that would
    be less than LINES_WIDE are drawn larger, since ink is lost in a few pixels."""
    scale = max(LINES_WIDE / request.format.width, 1.0)
    size = {
        "width": round(request.format.width * scale / 2) * 2,
        "height": round(request.format.height * scale / 2) * 2,
    }
    drawn_in = compositions(replace(request, format=replace(request.format, **size)), moments)
    return [drawn.lines(np.ascontiguousarray(picture[:, :, ::-1])) for picture in drawn_in]


def _frame(stage: Stage, n: int, name: str, out: Path) -> FrameLayout:
    picture = _write(out, f"{name}.png", _rgb(stage.clean(n)))
    if stage.shot.insert is not None or stage.split is not None:
        lines = _write(out, f"{name}-lines.png", drawn.lines(stage.plate))
        return FrameLayout(at=stage.times[n], picture=picture, lines=lines)
    found = survey(stage, n)
    people = tuple(_people(stage, n, found, name, out))
    far_and_near, near, far = drawn.depth(found.distance)
    size = stage.picture.width, stage.picture.height
    skeletons = drawn.pose(size, [person.joints for person in people])
    return FrameLayout(
        at=stage.times[n],
        picture=picture,
        lines=_write(out, f"{name}-lines.png", drawn.lines(found.picture)),
        depth=_write(out, f"{name}-depth.png", far_and_near),
        near=round(near, 1),
        far=round(far, 1),
        pose=_write(out, f"{name}-pose.png", _rgb(skeletons)),
        people=people,
    )


def _people(stage: Stage, n: int, found: Survey, name: str, out: Path) -> list[PersonLayout]:
    people = []
    for index, blocking in enumerate(stage.shot.people):
        mask = found.owner == index
        rows, columns = (np.flatnonzero(mask.any(axis=axis)) for axis in (1, 0))
        if not len(rows):
            continue
        # The same person may be in the frame twice, in a mirror or beside their double.
        file = f"{name}-mask-{index + 1}-{_in_a_file_name(blocking.character)}.png"
        people.append(
            PersonLayout(
                character=blocking.character,
                mask=_write(out, file, mask.astype(np.uint8) * 255),
                box=(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1),
                joints=_joints(stage, n, index, found),
            )
        )
    return people


def _in_a_file_name(character: str) -> str:
    """A cast that somebody else wrote may call a person "../x", or by a whole sentence."""
    return re.sub(r"[^\w-]", "", character)[:40]


def _joints(stage: Stage, n: int, index: int, found: Survey) -> dict[str, Flat]:
    """Joints of a person in px of the frame, but for those outside it or behind something."""
    scene = stage.scenes[0]
    cutout = scene.cutouts[index]
    matrix = figure_matrix(cutout, stage.views[n], scene.pivot)
    pose = cutout.poses[cutout.held[stage.step(n)]]
    height, width = found.owner.shape
    seen = {}
    for joint, place in cutout.actor.figure.joints(pose).items():
        point = matrix.mapXY(*place)
        x, y = int(point.x()), int(point.y())
        if 0 <= x < width and 0 <= y < height and found.owner[y, x] == index:
            seen[joint] = (round(point.x(), 1), round(point.y(), 1))
    return seen


def _rgb(pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.ascontiguousarray(pixels[:, :, 2::-1])


def _write(out: Path, name: str, pixels: NDArray[np.uint8] | NDArray[np.uint16]) -> str:
    with whole_file(out / name) as part:
        Image.fromarray(pixels).save(part, "png", compress_level=4)
    return name
