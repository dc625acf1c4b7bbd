"""A master to the files of an edition, in the order that keeps provenance whole:

encode, visible label, metadata, index in front, C2PA manifest, hash.
"""

import hashlib
import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import av.error
from av import VideoFrame

from engine.contracts import (
    Context,
    EditionFiles,
    EngineError,
    Format,
    PackageRequest,
    RenditionFile,
    _,
    leading_role,
)
from engine.edit.badge import Badge
from engine.edit.clip import Clip, read_clip
from engine.edit.highlights import best_frame, preview
from engine.edit.poster import pictures
from engine.edit.provenance import ManifestSigner, aigc_label
from engine.edit.rendition import Piece, encode_pieces, formats_for, plan, sources, write
from engine.whole_file import whole_file


def package(request: PackageRequest, context: Context) -> EditionFiles:
    """Write renditions, captions, poster and preview of a master into the folder `out`.

    Raises EngineError "master-missing", "certificate", "font-missing" and "disk-full". Each file
    appears whole or not at all.
    """
    started = time.perf_counter()
    master = _read_master(request)
    with _edition(request) as edition:
        spans, video = request.master.spans, Path(request.master.video)
        badges = [Badge(request.label, picture) for picture in formats_for(master.format)]
        plans = [
            plan(sources(master, request.cut, badge.format), master, badge, edition.cache)
            for badge in badges
        ]
        teaser = preview(master, request.cut, spans, request.label, edition.cache)
        parts = [part for one in plans for part in one]
        with ThreadPoolExecutor(1) as beside:
            telling = beside.submit(best_frame, master, request.cut, spans, _lead(request))
            encode_pieces([*(p for p in parts if isinstance(p, Piece)), *teaser], context)
            drawn = beside.submit(edition.pictures, telling.result())
            renditions = []
            for badge, one in zip(badges, plans, strict=True):
                plain = edition.scratch / f"{badge.format.size}.mp4"
                write(one, badge.format, video, plain, edition.aigc)
                renditions.append(edition.publish(plain, badge.format))
            plain = edition.scratch / "preview.mp4"
            write(teaser, teaser[0].badge.format, None, plain, edition.aigc)
        return EditionFiles(
            renditions=tuple(renditions),
            captions=edition.captions(),
            preview=str(edition.sign(plain)),
            duration=request.master.duration,
            spans=request.master.spans,
            wall_s=time.perf_counter() - started,
            **drawn.result(),
        )


@dataclass(frozen=True, slots=True)
class _Edition:
    """The folder being filled."""

    request: PackageRequest
    out: Path
    scratch: Path
    cache: Path
    aigc: str
    signer: ManifestSigner | None

    def publish(self, plain: Path, picture: Format) -> RenditionFile:
        target = self.sign(plain)
        with target.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return RenditionFile(
            path=str(target),
            width=picture.width,
            height=picture.height,
            bytes=target.stat().st_size,
            sha256=digest,
        )

    def sign(self, plain: Path) -> Path:
        target = self.out / plain.name
        if self.signer:
            cut = self.request.cut
            self.signer.sign(plain, target, f"{cut.series} {cut.episode}: {cut.title}")
        else:
            with whole_file(target) as part:
                shutil.copyfile(plain, part)
        plain.unlink()
        return target

    def captions(self) -> str:
        target = self.out / "captions.vtt"
        with whole_file(target) as part:
            shutil.copyfile(self.request.master.captions, part)
        return str(target)

    def pictures(self, frame: VideoFrame) -> dict[str, str]:
        cut, label = self.request.cut, self.request.label
        return pictures(frame, cut.series, label, self.aigc, self.out)


@contextmanager
def _edition(request: PackageRequest) -> Iterator[_Edition]:
    out = Path(request.out)
    signer = None
    if request.certificate:
        signer = ManifestSigner(Path(request.certificate), Path(request.key))
    with TemporaryDirectory(prefix="dramabox-") as scratch:
        cache = Path(request.cache or scratch)
        yield _Edition(request, out, Path(scratch), cache, aigc_label(request), signer)


def _lead(request: PackageRequest) -> str:
    return request.lead or leading_role(entry.shot for entry in request.cut.entries)


def _read_master(request: PackageRequest) -> Clip:
    told, damaged = request.master, _damaged(request)
    try:
        clip = read_clip(Path(told.video))
    except (av.error.FFmpegError, IndexError) as error:
        raise damaged from error
    shots = [entry.shot.slate.id for entry in request.cut.entries]
    is_whole = len(clip.samples) == told.frames and clip.format == told.format
    if (
        not is_whole
        or not Path(told.captions).is_file()
        or not shots
        or [span.shot for span in told.spans] != shots
    ):
        raise damaged
    return clip


def _damaged(request: PackageRequest) -> EngineError:
    return EngineError(
        "master-missing",
        _("The master of episode {episode} is gone or damaged.", episode=request.cut.episode),
        _("Compose the episode again."),
    )
