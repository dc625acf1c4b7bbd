"""Plain functions that put real, tiny series on the shelf: films, captions, people."""

import hashlib
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import av
import numpy as np
from django.core.files.base import ContentFile
from PIL import Image

from apps.accounts.models import Membership, Studio, User
from apps.catalog.models import CaptionTrack, Edition, Episode, Rendition, Series

FPS, SECONDS = 24, 4
HUES = 7  # episodes look different from those beside them; a film of each is encoded once
CAPTIONS = """WEBVTT

00:00.000 --> 00:02.000
You lied to me, {name}.

00:02.000 --> 00:03.900
And now you will pay.
"""


@cache
def film(width: int, height: int, hue: int, seconds: int = SECONDS) -> bytes:
    """An H.264/AAC faststart MP4: a bright bar rises over a plain colour, a tone hums."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "film.mp4"
        encode(path, width, height, hue, seconds)
        return path.read_bytes()


def encode(path: Path, width: int, height: int, hue: int, seconds: int) -> None:
    with av.open(str(path), "w", options={"movflags": "faststart"}) as container:
        picture = container.add_stream("libx264", rate=FPS)
        picture.width, picture.height, picture.pix_fmt = width, height, "yuv420p"
        picture.options = {"preset": "ultrafast", "g": str(FPS)}
        sound = container.add_stream("aac", rate=48000, layout="mono")
        for number in range(FPS * seconds):
            frame = av.VideoFrame.from_ndarray(drawn(width, height, hue, number / FPS / seconds))
            container.mux(picture.encode(frame))
        container.mux(picture.encode(None))
        for block in range(seconds * 48000 // 1024):
            container.mux(sound.encode(hum(block)))
        container.mux(sound.encode(None))


def drawn(width: int, height: int, hue: int, share: float) -> np.ndarray:
    frame = np.zeros((height, width, 3), np.uint8)
    frame[:] = np.array([(hue * 7) % 160, (hue * 13) % 120, (hue * 29) % 180], np.uint8)
    top = int((1 - share) * (height - 16))
    frame[top : top + 16] = 230
    return frame


def hum(block: int) -> av.AudioFrame:
    time = (np.arange(1024) + block * 1024) / 48000
    wave = (np.sin(2 * np.pi * 220 * time) * 0.1).astype(np.float32)
    frame = av.AudioFrame.from_ndarray(wave[None, :], format="fltp", layout="mono")
    frame.sample_rate, frame.pts = 48000, block * 1024
    return frame


@cache
def still(hue: int) -> bytes:
    out = BytesIO()
    Image.fromarray(drawn(180, 320, hue, 0.5)).save(out, "JPEG")
    return out.getvalue()


def person(name: str) -> User:
    return User.objects.create_user(name, password="correct horse battery")


def studio(*members: User, slug: str = "lantern") -> Studio:
    made = Studio.objects.create(name=slug.title(), slug=slug)
    for place, member in enumerate(members):
        role = Membership.Role.DIRECTOR if place else Membership.Role.OWNER
        Membership.objects.create(user=member, studio=made, role=role)
    return made


def series(owner: Studio, title: str = "The Last Lantern", **fields: object) -> Series:
    values = {
        "slug": title.lower().replace(" ", "-"),
        "logline": "A lamp maker's daughter marries the man who burned her street.",
        "genre": "Revenge",
        "language": "en",
    }
    return Series.objects.create(studio=owner, title=title, **(values | fields))


def episode(of: Series, number: int, title: str = "", *, published: bool = True) -> Episode:
    made = Episode.objects.create(series=of, number=number, title=title)
    if published:
        publish(made)
    return made


def publish(made: Episode, sizes: tuple[tuple[int, int], ...] = ((180, 320), (90, 160))) -> Edition:
    """A real edition of `made`: two renditions, captions, poster, preview."""
    hue = (made.number + made.series_id * 3) % HUES
    number = made.editions.count() + 1
    edition = Edition(episode=made, number=number, duration=SECONDS, cut_hash="0" * 32)
    edition.poster.save("poster.jpg", ContentFile(still(hue)), save=False)
    for name in ("poster_medium", "poster_small", "still", "still_small"):
        getattr(edition, name).save(f"{name}.jpg", ContentFile(still(hue)), save=False)
    edition.preview.save("preview.mp4", ContentFile(film(*sizes[-1], hue)), save=False)
    edition.save()
    for width, height in sizes:
        data = film(width, height, hue)
        row = Rendition(edition=edition, width=width, height=height, size=len(data))
        row.sha256 = hashlib.sha256(data).hexdigest()
        row.file.save(f"{width}x{height}.mp4", ContentFile(data), save=True)
    track = CaptionTrack(edition=edition, language=made.series.language)
    words = CAPTIONS.format(name="林晚晴" if made.series.language == "zh-hans" else "Mara")
    track.file.save("captions.vtt", ContentFile(words.encode()), save=True)
    made.edition = edition
    made.save()
    return edition
