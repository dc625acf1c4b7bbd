"""The pictures of an edition: a poster lettered with the series' title, and a still without it."""

import re
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import av
import numpy as np
import skia
from numpy.typing import NDArray
from PIL import Image

from engine import fonts
from engine.edit.badge import LEFT, TOP, typeface_for
from engine.rehearsal.lettering.type import CENTRE, Role, Style, Text, families
from engine.rehearsal.light import Color
from engine.whole_file import whole_file

# Widths of what is written: a page that shows it large, a shelf on a good screen, a shelf.
LARGE, MEDIUM, SMALL = 720, 480, 240
JPEG = {"format": "JPEG", "quality": 86, "optimize": True, "progressive": True}
WEBP = {"format": "WEBP", "quality": 80, "method": 4}

INK: Color = (250, 247, 240)
# Everything below is drawn in a frame 720 wide.
MEASURE = 604.0  # of the title
TITLE_SIZES = (168.0, 44.0)
TITLE_HEIGHT = 348.0
LEADING = 1.06  # of the title's size
SUBTITLE_SIZES = (46.0, 26.0)
FOOT = 64.0  # under the label
# GB 45438-2025 asks a label for pictures, too: text no lower than 5 % of the shortest side.
LABEL_HEIGHT = 0.051


@dataclass(frozen=True, slots=True)
class Lockup:
    """Lines of one size, set under each other."""

    lines: tuple[str, ...]
    size: float

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LEADING


def poster(frame: av.VideoFrame, title: str, label: str) -> Image.Image:
    """The frame graded, darkened towards its foot, with title and label; at most 720 wide."""
    surface, high = _surface(frame)
    with surface as canvas:
        _picture(canvas, frame, high)
        label_top = high - FOOT - 720 * LABEL_HEIGHT
        main, sub = _parted(title)
        over = lockup(sub, SUBTITLE_SIZES, 110.0) if sub else None
        head = lockup(main, TITLE_SIZES, TITLE_HEIGHT - (over.height + 60 if over else 0))
        top = label_top - 34 - (over.height + 18 if over else 0) - head.height
        _shade(canvas, high, top)
        _letter(canvas, head, top)
        if over:
            _letter(canvas, over, label_top - 34 - over.height)
        mark = _label(label)
        canvas.drawTextBlob(mark.blob, (720 - mark.width) / 2, label_top + mark.rise, _ink(0.8))
    return _image(surface)


def still(frame: av.VideoFrame, label: str) -> Image.Image:
    """The frame as it is with the label where an episode carries it; at most 720 wide."""
    surface, high = _surface(frame)
    with surface as canvas:
        canvas.drawImageRect(_read(frame), skia.Rect.MakeWH(720, high), _SMOOTH)
        dusk = skia.Paint(Dither=True)
        dusk.setShader(
            skia.GradientShader.MakeLinear(
                [skia.Point(0, 0), skia.Point(0, high * 0.22)], [0x8C000000, 0x00000000]
            )
        )
        canvas.drawRect(skia.Rect.MakeWH(720, high * 0.22), dusk)
        mark = _label(label)
        x, y = 720 * LEFT, high * TOP + mark.rise
        shadow = skia.Paint(AntiAlias=True, Color=skia.Color(0, 0, 0, 190))
        shadow.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 5))
        canvas.drawTextBlob(mark.blob, x, y, shadow)
        canvas.drawTextBlob(mark.blob, x, y, _ink(0.92))
    return _image(surface)


def pictures(frame: av.VideoFrame, title: str, label: str, aigc: str, out: Path) -> dict[str, str]:
    """Write poster and still in their sizes into `out`; paths by their names in EditionFiles."""
    lettered, plain = poster(frame, title, label), still(frame, label)
    made = {
        "poster": (lettered, LARGE, JPEG),  # what share cards of all kinds can read
        "poster_medium": (lettered, MEDIUM, WEBP),
        "poster_small": (lettered, SMALL, WEBP),
        "still": (plain, LARGE, WEBP),
        "still_small": (plain, SMALL, WEBP),
    }
    paths = {}
    for name, (picture, width, how) in made.items():
        suffix = "jpg" if how is JPEG else "webp"
        target = out / f"{name.replace('_', '-')}.{suffix}"
        with whole_file(target) as part:
            part.write_bytes(_encoded(picture, width, how, aigc))
        paths[name] = str(target)
    return paths


def _encoded(picture: Image.Image, width: int, how: dict[str, Any], aigc: str) -> bytes:
    """The file of a picture, `width` wide or less, that says in its metadata how it was made."""
    if picture.width > width:
        size = (width, round(picture.height * width / picture.width))
        picture = picture.resize(size, Image.Resampling.LANCZOS)
    memory = BytesIO()
    picture.save(memory, **how, xmp=_xmp(aigc))
    return memory.getvalue()


def lockup(words: str, sizes: tuple[float, float], height: float) -> Lockup:
    """The breaking of `words` that can be set largest within measure × height."""
    largest, smallest = sizes
    units = words.split() if " " in words.strip() else re.findall(r".[，。！？、）》」”’]*", words)
    joint = " " if " " in words.strip() else ""
    best = Lockup((words,), 0.0)
    for count in range(1, min(len(units), 4) + 1):
        lines = _broken(units, count, joint)
        fits = MEASURE / max(_width(line) for line in lines)
        size = min(largest, fits, height / (count * LEADING))
        # A larger size must be worth another line.
        if size > best.size * 1.15:
            best = Lockup(lines, size)
    if best.size >= smallest:
        return best
    words = words[: max(int(len(words) * best.size / smallest) - 1, 1)].rstrip() + "…"
    return lockup(words, (largest, best.size * 0.9), height)


def _broken(units: list[str], count: int, joint: str) -> tuple[str, ...]:
    """The units in `count` lines, the widest as narrow as can be."""
    places = list(combinations(range(1, len(units)), count - 1)) if len(units) <= 24 else []
    if not places:  # too many to try: even shares
        places = [tuple(len(units) * n // count for n in range(1, count))]
    options = (
        tuple(joint.join(units[a:b]) for a, b in zip((0, *cuts), (*cuts, len(units)), strict=True))
        for cuts in places
    )
    return min(options, key=lambda lines: max(_width(line) for line in lines))


def _parted(title: str) -> tuple[str, str]:
    """What stands before a colon or dash is the title, what follows it its second line."""
    main, _, sub = (part.strip() for part in _halves(title))
    return (main, sub) if main and sub else (title.strip() or "—", "")


def _halves(title: str) -> tuple[str, str, str]:
    found = re.search(r"[:：|｜]|\s[—–-]+\s|——", title)
    if not found:
        return title, "", ""
    return title[: found.start()], found[0], title[found.end() :]


@cache
def _width(line: str) -> float:
    """Width of a line of the title at size 1."""
    return Text(line, 100, 1e5, INK, Style(Role.TITLE)).longest / 100


@dataclass(frozen=True, slots=True)
class _Mark:
    blob: skia.TextBlob
    width: float
    rise: float  # from the upper edge of its ink to the baseline


def _label(words: str) -> _Mark:
    """The words, as high from their highest to their lowest ink as the rules ask."""
    font = skia.Font(_plain_face(words), 100)
    bounds = skia.Rect()
    font.measureText(words, bounds=bounds)
    font.setSize(100 * 720 * LABEL_HEIGHT / bounds.height())
    font.setEdging(skia.Font.Edging.kAntiAlias)
    font.setSubpixel(True)
    width = font.measureText(words, bounds=bounds)
    return _Mark(skia.TextBlob.MakeFromString(words, font), width, -bounds.top())


def _plain_face(words: str) -> skia.Typeface:
    """The face that words on screens are set in, where it has them all."""
    manager = fonts.manager()
    for family in families(Role.SCREEN, False, manager):
        face = manager.matchFamilyStyle(family, skia.FontStyle.Normal())
        if all(face.unicharToGlyph(ord(letter)) for letter in words):
            return face
    return typeface_for(words)


# --- drawing ------------------------------------------------------------------------------------

_SMOOTH = skia.SamplingOptions(skia.CubicResampler.Mitchell())


def _surface(frame: av.VideoFrame) -> tuple[skia.Surface, float]:
    """A surface to draw on as if it were 720 wide, and how high it is then."""
    width = min(LARGE, frame.width)
    height = round(width * frame.height / frame.width)
    surface = skia.Surface(width, height)
    surface.getCanvas().scale(width / 720, width / 720)
    return surface, height * 720 / width


def _picture(canvas: skia.Canvas, frame: av.VideoFrame, high: float) -> None:
    """The frame with more depth and colour than the film itself has."""
    paint = skia.Paint()
    paint.setColorFilter(skia.ColorFilters.Matrix(_grade()))
    canvas.drawImageRect(_read(frame), skia.Rect.MakeWH(720, high), _SMOOTH, paint)
    corner = skia.Paint()
    corner.setShader(
        skia.GradientShader.MakeRadial(
            skia.Point(360, high * 0.36),
            high * 0.72,
            [0x00000000, 0x00000000, 0x8C000000],
            [0.0, 0.52, 1.0],
        )
    )
    canvas.drawPaint(corner)


def _grade() -> list[float]:
    """Contrast around the middle and a little more saturation, as a colour matrix."""
    contrast, saturation = 1.1, 1.16
    weights = (0.2126, 0.7152, 0.0722)
    rows: list[float] = []
    for row in range(3):
        for column in range(3):
            own = saturation if row == column else 0.0
            rows.append(contrast * (weights[column] * (1 - saturation) + own))
        rows += [0.0, 0.5 * (1 - contrast)]
    return [*rows, 0.0, 0.0, 0.0, 1.0, 0.0]


def _shade(canvas: skia.Canvas, high: float, title_top: float) -> None:
    """Darkness that rises from the foot to above the title."""
    start = title_top - 190
    stops = [0.0, 0.42, 1.0]
    shader = skia.GradientShader.MakeLinear(
        [skia.Point(0, start), skia.Point(0, high)], [0x00080810, 0xA8080810, 0xF2080810], stops
    )
    paint = skia.Paint(Dither=True)
    paint.setShader(shader)
    canvas.drawRect(skia.Rect.MakeLTRB(0, start, 720, high), paint)


def _letter(canvas: skia.Canvas, block: Lockup, top: float) -> None:
    """The lines, centred, over their own soft shadow."""
    shadow = skia.Paint()
    shadow.setImageFilter(skia.ImageFilters.DropShadow(0, 5, 11, 11, skia.Color(0, 0, 0, 190)))
    canvas.saveLayer(None, shadow)
    for number, line in enumerate(block.lines):
        text = Text(line, block.size, 720, INK, Style(Role.TITLE, CENTRE))
        # The font's own line is higher than the title's: both share their middle.
        middle = top + (number + 0.5) * block.size * LEADING
        text.draw(canvas, 0, middle - text.height / 2)
    canvas.restore()


def _ink(strength: float) -> skia.Paint:
    return skia.Paint(AntiAlias=True, Color=skia.Color(*INK, round(255 * strength)))


def _read(frame: av.VideoFrame) -> skia.Image:
    pixels = np.ascontiguousarray(frame.to_ndarray(format="rgba"))
    return skia.Image.fromarray(pixels, colorType=skia.kRGBA_8888_ColorType)


def _image(surface: skia.Surface) -> Image.Image:
    pixels: NDArray[np.uint8] = surface.makeImageSnapshot().toarray(
        colorType=skia.kRGBA_8888_ColorType
    )
    return Image.fromarray(pixels[:, :, :3])


def _xmp(aigc: str) -> bytes:
    """The implicit label of GB 45438-2025 as the metadata of a picture."""
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/">'
        f"<TC260:AIGC>{escape(aigc)}</TC260:AIGC>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()
