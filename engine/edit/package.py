"""A master to the files of an edition, in the order that keeps provenance whole:

encode, visible label, metadata, index in front, C2PA manifest, hash.
"""

import hashlib
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import av.error

from engine.contracts import (
    Context,
    EditionFiles,
    EngineError,
    Format,
    PackageRequest,
    RenditionFile,
)
from engine.edit.badge import Badge
from engine.edit.clip import Clip, PictureTrack, read_clip
from engine.edit.encode import open_mp4
from engine.edit.highlights import poster, preview
from engine.edit.provenance import ManifestSigner, aigc_label
from engine.edit.rendition import Piece, encode_pieces, formats_for, plan, write
from engine.edit.whole_file import whole_file


def package(request: PackageRequest, context: Context) -> EditionFiles:
    """Write renditions, captions, poster and preview of a master into the folder `out`.

    Raises EngineError "master-missing", "certificate", "font-missing" and "disk-full". Each file
    appears whole or not at all.
    """
    started = time.perf_counter()
    master = _read_master(request)
    with _edition(request) as edition:
        cuts = tuple(round(span.start * master.format.fps) for span in request.master.spans)
        badges = [Badge(request.label, picture) for picture in formats_for(master.format)]
        plans = [plan(master, cuts, badge, edition.cache) for badge in badges]
        pieces = [part for parts in plans for part in parts if isinstance(part, Piece)]
        encode_pieces(pieces, context)
        renditions = []
        for badge, parts in zip(badges, plans, strict=True):
            plain = edition.scratch / edition.name(badge.format)
            write(parts, master, Path(request.master.video), plain, edition.aigc)
            renditions.append(edition.publish(plain, badge.format))
        return EditionFiles(
            renditions=tuple(renditions),
            captions=edition.captions(),
            poster=edition.poster(master, badges[0]),
            preview=edition.preview(master),
            duration=request.master.duration,
            spans=request.master.spans,
            wall_s=time.perf_counter() - started,
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

    def name(self, picture: Format) -> str:
        return f"{picture.width}x{picture.height}.mp4"

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

    def poster(self, master: Clip, badge: Badge) -> str:
        target = self.out / "poster.jpg"
        image = poster(master, self.request.cut, self.request.master.spans, badge)
        with whole_file(target) as part:
            part.write_bytes(image)
        return str(target)

    def preview(self, master: Clip) -> str:
        request = self.request
        plain = self.scratch / "preview.mp4"
        clip = preview(master, request.cut, request.master.spans, request.label)
        with open_mp4(plain, AIGC=self.aigc) as container:
            track = PictureTrack(container, clip.format)
            for sample in clip.samples:
                track.add(sample)
        return str(self.sign(plain))


@contextmanager
def _edition(request: PackageRequest) -> Iterator[_Edition]:
    out = Path(request.out)
    signer = None
    if request.certificate:
        signer = ManifestSigner(Path(request.certificate), Path(request.key))
    with TemporaryDirectory(prefix="dramabox-") as scratch:
        cache = Path(request.cache or scratch)
        yield _Edition(request, out, Path(scratch), cache, aigc_label(request), signer)


def _read_master(request: PackageRequest) -> Clip:
    try:
        clip = read_clip(Path(request.master.video))
    except (av.error.FFmpegError, IndexError) as error:
        raise EngineError(
            "master-missing",
            f"The master of episode {request.cut.episode} is gone or damaged.",
            "Compose the episode again.",
        ) from error
    return clip
