"""The visible label that says a picture is made by AI, as large as the rules ask."""

from functools import cached_property

import av
import numpy as np
import skia
from av.video.reformatter import ColorPrimaries, Colorspace, ColorTrc, Interpolation
from numpy.typing import NDArray

from engine import fonts
from engine.contracts import EngineError, Format, _

SECONDS = 3.0
FADE_SECONDS = 0.35
# GB 45438-2025: text no lower than 5 % of the shortest side. Capitals are the lowest letters that
# count, so they are given that height and a little more for what scaling and edges take away.
CAPITAL_HEIGHT = 0.053
# Of width and height: below a phone's status bar and the player's title, and inside what a phone
# taller than 9:16 cuts off at the sides when the picture fills it.
LEFT, TOP = 0.09, 0.085
PLATE = skia.Color(14, 14, 18, 168)
INK = skia.Color(255, 255, 255, 255)

# A label is no place for handwriting, whatever else is installed that has its characters.
FAMILIES = ("DejaVu Sans", "Noto Sans CJK SC")

Planes = tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.uint8]]


class Badge:
    """The label `text` for one picture format, to be laid over decoded frames.

    It stands in the beginning of an episode, or all the time if `lasting`.
    """

    def __init__(self, text: str, picture: Format, *, lasting: bool = False) -> None:
        self.text, self.format, self.lasting = text, picture, lasting

    def frames(self) -> int:
        """How many frames of an episode carry it, unless it is lasting."""
        return round((SECONDS + FADE_SECONDS) * self.format.fps)

    def strength(self, frame: int) -> float:
        """1 for the time the rules ask, then fading, 0 from `frames()` on; always 1 if lasting."""
        if self.lasting:
            return 1.0
        left = self.frames() - frame
        return min(max(left / max(round(FADE_SECONDS * self.format.fps), 1), 0.0), 1.0)

    def on(self, frame: av.VideoFrame, strength: float = 1.0) -> av.VideoFrame:
        """A copy of `frame` in the badge's size with the label on it."""
        size = self.format
        scaled = frame.reformat(
            size.width, size.height, "yuv420p", interpolation=Interpolation.AREA
        )
        array = pixels(scaled)
        x, y, alphas, colors = self._stamp
        for plane, alpha, color, part in zip(
            planes(array, size), alphas, colors, (1, 2, 2), strict=True
        ):
            box = plane[y // part :, x // part :][: alpha.shape[0], : alpha.shape[1]]
            weight = alpha * strength
            box[:] = (box * (1 - weight) + color * weight + 0.5).astype(np.uint8)
        return av.VideoFrame.from_ndarray(array, format="yuv420p")

    @cached_property
    def _stamp(self) -> tuple[int, int, list[NDArray[np.float32]], Planes]:
        """Where it stands, how opaque each plane is there, and in which colour."""
        size = self.format
        picture = self._draw()
        height, width = picture.shape[:2]
        x, y = (int(size.width * LEFT) & ~1, int(size.height * TOP) & ~1)
        yuv = av.VideoFrame.from_ndarray(picture, format="rgba").reformat(
            format="yuv420p",
            dst_colorspace=Colorspace.ITU709,
            dst_color_trc=ColorTrc.BT709,
            dst_color_primaries=ColorPrimaries.BT709,
            interpolation=Interpolation.AREA,
        )
        full = picture[:, :, 3].astype(np.float32) / 255
        half = full.reshape(height // 2, 2, width // 2, 2).mean(axis=(1, 3), dtype=np.float32)
        inner = Format(width=width, height=height, fps=size.fps)
        return x, y, [full, half, half], planes(pixels(yuv), inner)

    def _draw(self) -> NDArray[np.uint8]:
        """The plate with its text: RGBA, not premultiplied, with even sides."""
        shortest = min(self.format.width, self.format.height)
        font = skia.Font(typeface_for(self.text), 100)
        capital = shortest * CAPITAL_HEIGHT
        font.setSize(100 * capital / font.getMetrics().fCapHeight)
        font.setEdging(skia.Font.Edging.kAntiAlias)
        pad, leading = capital * 0.6, capital * 1.65
        room = self.format.width * (1 - 2 * LEFT) - 2 * pad
        lines = _wrapped(self.text, font, room)
        width = _even(min(max(map(font.measureText, lines)), room) + 2 * pad)
        height = _even(leading * (len(lines) - 1) + capital + 2 * pad)
        surface = skia.Surface(width, height)
        with surface as canvas:
            paint = skia.Paint(AntiAlias=True, Color=PLATE)
            canvas.drawRoundRect(skia.Rect.MakeWH(width, height), pad / 3, pad / 3, paint)
            paint.setColor(INK)
            for number, line in enumerate(lines):
                baseline = pad + capital + number * leading
                canvas.drawString(line, pad, baseline, font, paint)
        picture: NDArray[np.uint8] = surface.makeImageSnapshot().toarray(
            colorType=skia.kRGBA_8888_ColorType, alphaType=skia.kUnpremul_AlphaType
        )
        return np.ascontiguousarray(picture)


def pixels(frame: av.VideoFrame) -> NDArray[np.uint8]:
    """The bytes of an 8-bit frame, as PyAV lays them."""
    return np.asarray(frame.to_ndarray(), dtype=np.uint8)


def planes(array: NDArray[np.uint8], picture: Format) -> Planes:
    """Views of Y, U and V in the `pixels` of a yuv420p frame."""
    flat, area = array.reshape(-1), picture.width * picture.height
    half = (picture.height // 2, picture.width // 2)
    return (
        flat[:area].reshape(picture.height, picture.width),
        flat[area : area * 5 // 4].reshape(half),
        flat[area * 5 // 4 :].reshape(half),
    )


def typeface_for(text: str) -> skia.Typeface:
    """A typeface of this machine that has the text's characters; EngineError "font-missing"."""
    manager, bold = fonts.manager(), skia.FontStyle.Bold()
    for family in FAMILIES:
        face = manager.matchFamilyStyle(family, bold)
        if face is not None and all(face.unicharToGlyph(ord(letter)) for letter in text):
            return face
    rarest = max(text, key=ord)
    face = manager.matchFamilyStyleCharacter("sans-serif", bold, [], ord(rarest))
    if face is None:
        raise EngineError(
            "font-missing",
            _("No font on this machine can write “{text}”.", text=text),
            _("Install a font with these characters, for Chinese fonts-noto-cjk."),
        )
    return face


def _wrapped(text: str, font: skia.Font, room: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.measureText(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _even(length: float) -> int:
    return int(length / 2 + 0.999) * 2
