"""An edition: the files viewers get, what they say of themselves, what a second one costs."""

import hashlib
from fractions import Fraction
from pathlib import Path

import av
import msgspec
import numpy as np
import pytest
from PIL import Image

from engine.contracts import (
    CancelledError,
    Cut,
    CutEntry,
    EditionFiles,
    EngineError,
    Format,
    PackageRequest,
)
from engine.edit.certificate import create_certificate
from engine.edit.compose import compose
from engine.edit.package import package
from engine.edit.provenance import read_back
from engine.edit.rendition import formats_for
from tests.engine.edit.takes import SMALL, Studio, Ticker, lengths, packets, sequence

WIDE = Format(width=486, height=864)
LABELLED = 80  # frames


def _request(studio: Studio, *frames: int, picture: Format = SMALL) -> PackageRequest:
    entries = [studio.entry(n, count, picture=picture) for n, count in enumerate(frames)]
    return _edition(studio, studio.cut(*entries))


def _edition(studio: Studio, cut: Cut) -> PackageRequest:
    chain, key = create_certificate(studio.folder / "certificate")
    return PackageRequest(
        master=compose(cut, Ticker()),
        cut=cut,
        out=str(studio.folder / "edition"),
        produce_id="e01",
        certificate=str(chain),
        key=str(key),
        cache=str(studio.folder / "cache"),
    )


def _plate(path: str, master: str) -> list[float]:
    """How much darker each frame of the edition is than the master's where the label stands."""

    def corner(file: str) -> list[np.ndarray]:
        with av.open(file, "r") as container:
            frames = [frame.to_ndarray(format="gray") for frame in container.decode(video=0)]
        height, width = frames[0].shape
        box = np.s_[int(height * 0.09) : int(height * 0.11), int(width * 0.06) : int(width * 0.5)]
        return [frame[box].astype(float) for frame in frames]

    pairs = zip(corner(path), corner(master), strict=True)
    return [float(np.abs(ours - theirs).mean()) for ours, theirs in pairs]


@pytest.fixture(scope="module")
def episode(tmp_path_factory: pytest.TempPathFactory) -> tuple[PackageRequest, EditionFiles]:
    request = _request(Studio(tmp_path_factory.mktemp("episode")), 50, 60, 30)
    return request, package(request, Ticker())


def test_the_edition_shows_every_frame_of_the_master(
    episode: tuple[PackageRequest, EditionFiles],
) -> None:
    request, edition = episode
    assert [take for take, _ in sequence(edition.renditions[0].path)] == [
        take for take, _ in sequence(request.master.video)
    ]


def test_the_label_stands_in_the_picture_for_three_seconds_and_is_gone_after(
    episode: tuple[PackageRequest, EditionFiles],
) -> None:
    request, edition = episode
    seen = _plate(edition.renditions[0].path, request.master.video)
    assert min(seen[:72]) > 20
    assert max(seen[90:]) < 1


def test_text_of_the_label_is_five_percent_of_the_shortest_side(studio: Studio) -> None:
    request = _request(studio, 24, picture=WIDE)
    request = msgspec.structs.replace(request, label="H")
    with av.open(package(request, Ticker()).renditions[0].path, "r") as container:
        frame = next(container.decode(video=0)).to_ndarray(format="gray").astype(int)
    corner = frame[: 864 // 5, : 486 // 4]
    with av.open(request.master.video, "r") as container:
        plain = next(container.decode(video=0)).to_ndarray(format="gray").astype(int)[: 864 // 5]
    lit = (corner - plain[:, : 486 // 4] > 60).any(axis=1)
    assert lit.sum() >= 0.05 * 486


def test_only_the_labelled_gops_of_the_large_rendition_are_encoded(
    episode: tuple[PackageRequest, EditionFiles],
) -> None:
    request, edition = episode
    # frames 0-49 and 50-109: the label ends at 80, its GOP at 98, counted from the second shot
    assert packets(edition.renditions[0].path)[98:] == packets(request.master.video)[98:]
    assert packets(edition.renditions[0].path)[:50] != packets(request.master.video)[:50]


def test_renditions_are_the_masters_size_and_smaller_ones() -> None:
    sizes = [(f.width, f.height) for f in formats_for(Format(width=1080, height=1920))]
    assert sizes == [(1080, 1920), (720, 1280), (480, 854)]
    assert [f.width for f in formats_for(Format())] == [720, 480]
    assert [f.width for f in formats_for(SMALL)] == [90]


def test_a_second_edition_encodes_only_what_is_labelled_and_changed(studio: Studio) -> None:
    request = _request(studio, 90, 12, 12, picture=WIDE)
    first = package(request, Ticker())
    assert [(r.width, r.height) for r in first.renditions] == [(486, 864), (480, 854)]
    cache, entries = Path(request.cache), request.cut.entries
    before = {path.name for path in cache.glob("piece-*")}
    assert len(before) == 1 + 1 + 1  # the labelled start in both sizes, the preview

    package(_recut(request, entries[0], studio.entry(3, 12, picture=WIDE), entries[2]), Ticker())
    assert {path.name for path in cache.glob("piece-*")} == before

    package(_recut(request, studio.entry(4, 90, picture=WIDE), *entries[1:]), Ticker())
    fresh = {path.name for path in cache.glob("piece-*")} - before
    assert {take for name in fresh for take, _ in sequence(cache / name)} == {4}


def _recut(request: PackageRequest, *entries: CutEntry) -> PackageRequest:
    cut = msgspec.structs.replace(request.cut, entries=entries)
    return msgspec.structs.replace(request, cut=cut, master=compose(cut, Ticker()))


def _assert_in_step(small: str, master: str) -> None:
    """Frame for frame the same; under the label the number of a frame cannot be read."""
    ours, theirs = sequence(small), sequence(master)
    assert [take for take, _ in ours] == [take for take, _ in theirs]
    assert ours[LABELLED:] == theirs[LABELLED:]


def test_the_small_rendition_is_whole_and_in_step(studio: Studio) -> None:
    request = _request(studio, 90, 20, picture=WIDE)
    small = package(request, Ticker()).renditions[1].path
    _assert_in_step(small, request.master.video)
    assert lengths(small) == {"video": Fraction(110, 24), "audio": Fraction(110, 24)}


def test_the_small_rendition_copies_the_proxies_of_takes_after_the_label(studio: Studio) -> None:
    request = _request(studio, 90, 20, picture=WIDE)
    small = packets(package(request, Ticker()).renditions[1].path)
    # the label ends at 80, and the GOP in which it ends with the first shot
    assert small[90:] == packets(Path(request.cut.entries[1].folder) / "take-480x854.mp4")
    assert small[:90] != packets(Path(request.cut.entries[0].folder) / "take-480x854.mp4")


def test_a_trimmed_take_is_trimmed_in_the_small_rendition(studio: Studio) -> None:
    entries = [studio.entry(0, 90, picture=WIDE), studio.entry(1, 60, picture=WIDE, trim=(10, 7))]
    request = _edition(studio, studio.cut(*entries))
    small = package(request, Ticker()).renditions[1].path
    _assert_in_step(small, request.master.video)
    proxy = packets(Path(entries[1].folder) / "take-480x854.mp4")
    assert packets(small)[90 + 14 :] == proxy[24:53]  # the GOP that was cut into is made anew


@pytest.mark.parametrize("harm", ["gone", "cut short", "damaged", "never made"])
def test_a_proxy_that_cannot_be_used_is_made_again_from_the_master(
    studio: Studio, harm: str
) -> None:
    request = _request(studio, 70, 40, picture=WIDE)
    first, second = request.cut.entries
    proxy = Path(second.folder) / "take-480x854.mp4"
    if harm == "gone":
        proxy.unlink()
    elif harm == "cut short":
        proxy.write_bytes(proxy.read_bytes()[:500])
    elif harm == "damaged":
        data = bytearray(proxy.read_bytes())
        data[len(data) // 2] ^= 255
        proxy.write_bytes(data)
    else:
        second = msgspec.structs.replace(
            second, take=msgspec.structs.replace(second.take, proxies={})
        )
        cut = msgspec.structs.replace(request.cut, entries=(first, second))
        request = msgspec.structs.replace(request, cut=cut)
    small = package(request, Ticker()).renditions[1].path
    _assert_in_step(small, request.master.video)


def test_every_video_says_that_it_is_generated_and_by_whom(
    episode: tuple[PackageRequest, EditionFiles],
) -> None:
    _, edition = episode
    for path in (edition.renditions[0].path, edition.preview):
        report = read_back(Path(path))
        assert report.labelled
        assert report.aigc["ContentProducer"] == "Dramabox"
        assert report.aigc["ProduceID"] == "e01"
        assert report.state == "Valid"
        assert report.problems == ("signingCredential.untrusted",)
        assert report.source_type == "trainedAlgorithmicMedia"


def test_a_changed_byte_breaks_the_manifest(
    episode: tuple[PackageRequest, EditionFiles], tmp_path: Path
) -> None:
    path = tmp_path / "changed.mp4"
    data = Path(episode[1].renditions[0].path).read_bytes()
    path.write_bytes(data[:-400] + bytes([data[-400] ^ 1]) + data[-399:])
    assert read_back(path).state == "Invalid"


def test_sizes_and_digests_are_those_of_the_published_bytes(
    episode: tuple[PackageRequest, EditionFiles],
) -> None:
    assert episode[1].renditions
    for rendition in episode[1].renditions:
        data = Path(rendition.path).read_bytes()
        assert (rendition.bytes, rendition.sha256) == (len(data), hashlib.sha256(data).hexdigest())


def test_the_index_stands_in_front(episode: tuple[PackageRequest, EditionFiles]) -> None:
    for path in (episode[1].renditions[0].path, episode[1].preview):
        data = Path(path).read_bytes()
        assert data.index(b"moov") < data.index(b"mdat")


def test_the_sound_is_copied_unchanged(episode: tuple[PackageRequest, EditionFiles]) -> None:
    def sound(path: str) -> list[bytes]:
        with av.open(path, "r") as container:
            return [bytes(packet) for packet in container.demux(audio=0) if packet.size]

    request, edition = episode
    assert sound(edition.renditions[0].path) == sound(request.master.video)


def test_the_preview_is_small_silent_and_short(
    episode: tuple[PackageRequest, EditionFiles],
) -> None:
    (kind, seconds), *others = lengths(episode[1].preview).items()
    assert kind == "video"
    assert not others
    assert 1 < seconds <= 6


def test_the_poster_is_a_labelled_picture_of_the_masters_size(
    episode: tuple[PackageRequest, EditionFiles],
) -> None:
    with Image.open(episode[1].poster) as poster:
        assert poster.size == (90, 160)
        assert poster.format == "JPEG"
        assert np.asarray(poster.convert("L")).std() > 6


def test_a_cancel_leaves_the_edition_unpublished(studio: Studio) -> None:
    def stop() -> None:
        raise CancelledError

    request = _request(studio, 30)
    with pytest.raises(CancelledError):
        package(request, Ticker(at=1, then=stop))
    assert not list(Path(request.out).glob("*"))


def test_a_missing_master_is_said_in_words(studio: Studio) -> None:
    request = _request(studio, 24)
    Path(request.master.video).unlink()
    with pytest.raises(EngineError, match="gone or damaged") as caught:
        package(request, Ticker())
    assert caught.value.code == "master-missing"


@pytest.mark.parametrize("what", ["half a file", "another file", "no captions", "other spans"])
def test_a_master_that_is_not_what_it_says_is_refused_and_leaves_nothing(
    studio: Studio, what: str
) -> None:
    request, other = _request(studio, 24), studio.entry(0, 12)
    video, replace = Path(request.master.video), msgspec.structs.replace
    if what == "half a file":
        video.write_bytes(video.read_bytes()[: video.stat().st_size // 2])
    elif what == "another file":
        video.write_bytes((Path(other.folder) / other.take.video).read_bytes())
    elif what == "no captions":
        Path(request.master.captions).unlink()
    else:
        request = replace(request, master=replace(request.master, spans=()))
    with pytest.raises(EngineError) as caught:
        package(request, Ticker())
    assert caught.value.code == "master-missing"
    assert not list(Path(request.out).glob("*"))


def test_a_useless_certificate_is_said_in_words(studio: Studio) -> None:
    request = _request(studio, 24)
    Path(request.certificate).write_text("hello")
    with pytest.raises(EngineError) as caught:
        package(request, Ticker())
    assert caught.value.code == "certificate"


def test_without_a_certificate_the_label_is_there_and_no_manifest(studio: Studio) -> None:
    request = msgspec.structs.replace(_request(studio, 24), certificate="", key="")
    report = read_back(Path(package(request, Ticker()).renditions[0].path))
    assert report.labelled
    assert report.state == ""


def test_a_certificate_is_made_once_and_its_key_is_private(tmp_path: Path) -> None:
    chain, key = create_certificate(tmp_path)
    before = chain.read_bytes(), key.read_bytes()
    assert create_certificate(tmp_path) == (chain, key)
    assert (chain.read_bytes(), key.read_bytes()) == before
    assert key.stat().st_mode & 0o077 == 0
