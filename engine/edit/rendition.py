"""Renditions of a master: almost only copied, from it and from the proxies of its takes."""

import hashlib
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import av
import av.error

from engine.contracts import Context, Cut, CutEntry, Format, _, content_hash
from engine.edit.badge import Badge
from engine.edit.clip import Clip, PictureTrack, Sample, SoundCopy, encode, read_clip
from engine.edit.encode import open_mp4, options_for
from engine.whole_file import whole_file

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
        picture = self.badge.format
        pixels = hashlib.blake2b(self.master.headers, digest_size=16)
        for sample in self.master.samples[self.first : self.last]:
            pixels.update(sample.data)
        marked: tuple[str, int] | None = None
        if self.badge.lasting:
            marked = (self.badge.text, -1)
        elif self.first < self.badge.frames():
            marked = (self.badge.text, self.first)  # how far it has faded follows from this
        return content_hash((pixels.hexdigest(), picture, marked, options_for(picture)))


class Run(NamedTuple):
    """Frames `first` to `last` (left out) of a clip, to be copied."""

    clip: Clip
    first: int
    last: int

    def samples(self) -> tuple[Sample, ...]:
        return self.clip.samples[self.first : self.last]


class Source(NamedTuple):
    """What frames `first` to `last` of the master look like in a rendition's format.

    `clip` shows them from its frame `head` on; None where they have to be scaled.
    """

    first: int
    last: int
    clip: Clip | None
    head: int = 0


def sources(master: Clip, cut: Cut, picture: Format) -> list[Source]:
    """Where the frames of a rendition come from: the master itself, or the proxies of its takes."""
    if picture == master.format:
        return [Source(0, len(master.samples), master)]
    found, first = [], 0
    for entry in cut.entries:
        last = first + entry.take.frames - entry.trim_in - entry.trim_out
        found.append(Source(first, last, _proxy(entry, picture), entry.trim_in))
        first = last
    return found


def _proxy(entry: CutEntry, picture: Format) -> Clip | None:
    """The take in the format; None if it has none that can be joined: an own clip's, a lost one."""
    name = entry.take.proxies.get(picture.size)
    if not name:
        return None
    path = Path(entry.folder) / name
    try:
        if hashlib.sha256(path.read_bytes()).hexdigest() != entry.take.sha256.get(name):
            return None
        clip = read_clip(path)
    except (OSError, IndexError, av.error.FFmpegError):
        return None
    usable = clip.joins and clip.format == picture and len(clip.samples) == entry.take.frames
    return clip if usable else None


def plan(parts: list[Source], master: Clip, badge: Badge, cache: Path) -> list[Piece | Run]:
    """What a rendition consists of: what is labelled or missing is encoded, the rest copied."""
    planned: list[Piece | Run] = []
    for first, last, clip, head in parts:
        ready = last  # from where on frames can be copied: a GOP starts there and no label is left
        if clip and badge.frames() < last:
            ready = first - head + clip.key_from(head + max(badge.frames() - first, 0))
        if first < ready:
            planned.append(Piece(master, first, min(ready, last), badge, cache))
        if clip and ready < last:
            planned.append(Run(clip, head + ready - first, head + last - first))
    return planned


def encode_pieces(pieces: list[Piece], context: Context) -> None:
    """Fill the cache with what is not there, on all cores."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        try:
            for done, _samples in enumerate(pool.map(Piece.samples, pieces), 1):
                context.step(done, len(pieces), _("rendition"))
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


def write(
    parts: Sequence[Piece | Run], picture: Format, sound: Path | None, path: Path, aigc: str
) -> None:
    """Join the parts to a file that carries the `AIGC` label, its index in front."""
    with whole_file(path) as file, open_mp4(file, AIGC=aigc) as container:
        track = PictureTrack(container, picture)
        copy = SoundCopy(container, sound) if sound else None
        for part in parts:
            for sample in part.samples():
                track.add(sample)
                if copy:
                    copy.reach(track.frames / picture.fps)
        if copy:
            copy.finish()
