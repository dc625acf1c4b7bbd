"""Renditions of a master: its own size almost only copied, smaller ones encoded shot by shot."""

import hashlib
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import av

from engine.contracts import Context, Format, content_hash
from engine.edit.badge import Badge
from engine.edit.clip import Clip, PictureTrack, Sample, SoundCopy, encode, read_clip
from engine.edit.encode import VIDEO_OPTIONS, open_mp4
from engine.edit.whole_file import whole_file

WIDTHS = (720, 480)


def formats_for(master: Format) -> tuple[Format, ...]:
    """The master's own size and the smaller standard ones: never larger than what was made."""
    smaller = [width for width in WIDTHS if width < master.width]
    return (master, *(scaled_format(master, width) for width in smaller))


def scaled_format(master: Format, width: int) -> Format:
    height = 2 * round(width * master.height / master.width / 2)
    return Format(width=width, height=height, fps=master.fps)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the master's frames in one format, kept in the cache by its content."""

    master: Clip
    first: int
    last: int
    badge: Badge
    cache: Path

    def samples(self) -> tuple[Sample, ...]:
        path = self.cache / f"piece-{self._name()}.mp4"
        if not path.exists():
            data = encode(self._frames(), self.badge.format)
            with whole_file(path) as part:
                part.write_bytes(data)
        return read_clip(path).samples

    def _frames(self) -> Iterator[av.VideoFrame]:
        for number, frame in enumerate(self.master.decode(self.first, self.last), self.first):
            strength = self.badge.strength(number)
            yield self.badge.on(frame, strength) if strength else frame

    def _name(self) -> str:
        pixels = hashlib.blake2b(self.master.headers, digest_size=16)
        for sample in self.master.samples[self.first : self.last]:
            pixels.update(sample.data)
        marked: tuple[str, int] | None = None
        if self.badge.lasting:
            marked = (self.badge.text, -1)
        elif self.first < self.badge.frames():
            marked = (self.badge.text, self.first)  # how far it has faded follows from this
        return content_hash((pixels.hexdigest(), self.badge.format, marked, VIDEO_OPTIONS))


def plan(master: Clip, cuts: tuple[int, ...], badge: Badge, cache: Path) -> list[Piece | slice]:
    """What a rendition consists of: pieces to encode, and slices of the master to copy.

    `cuts` are the frames where shots begin; each is the start of a GOP.
    """
    length = len(master.samples)
    if badge.format == master.format:
        ready = master.key_from(min(badge.frames(), length))
        return [Piece(master, 0, ready, badge, cache), slice(ready, length)]
    ends = (*cuts[1:], length)
    return [Piece(master, a, b, badge, cache) for a, b in zip(cuts, ends, strict=True)]


def encode_pieces(pieces: list[Piece], context: Context) -> None:
    """Fill the cache with what is not there, on all cores."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        try:
            for done, _ in enumerate(pool.map(Piece.samples, pieces), 1):
                context.step(done, len(pieces), "rendition")
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def write(
    parts: list[Piece | slice], master: Clip, sound: Path | None, path: Path, aigc: str
) -> None:
    """Join the parts to a file that carries the `AIGC` label, its index in front."""
    first = parts[0]
    picture = first.badge.format if isinstance(first, Piece) else master.format
    with whole_file(path) as file, open_mp4(file, AIGC=aigc) as container:
        track = PictureTrack(container, picture)
        copy = SoundCopy(container, sound) if sound else None
        for part in parts:
            run = part.samples() if isinstance(part, Piece) else master.samples[part]
            for sample in run:
                track.add(sample)
                if copy:
                    copy.reach(track.frames / picture.fps)
        if copy:
            copy.finish()
