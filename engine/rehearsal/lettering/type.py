"""Setting type: families by role, paragraphs, outlines, and what to do without a font."""

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

import skia

from engine import fonts
from engine.contracts import EngineError, _
from engine.rehearsal.lettering.breaking import is_wide, phrased
from engine.rehearsal.light import Color

CENTRE, LEFT = skia.textlayout_TextAlign.kCenter, skia.textlayout_TextAlign.kLeft


class Role(Enum):
    """What a text is for; each names its families, Latin first, then Chinese."""

    COMIC = ("Comic Neue", "Noto Sans CJK SC")
    DISPLAY = ("Bebas Neue", "Noto Sans CJK SC", "DejaVu Sans")
    TITLE = ("Noto Serif CJK SC", "DejaVu Serif")
    SCREEN = ("Noto Sans CJK SC", "DejaVu Sans")
    HAND = ("Dancing Script", "AR PL KaitiM GB", "Noto Sans CJK SC", "Comic Neue")


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set, but for its size and colour."""

    role: Role = Role.COMIC
    align: skia.textlayout_TextAlign = LEFT
    outline: Color | None = None
    tracking: float = 0.0  # space between letters, ems
    leading: float = 0.0  # from line to line, ems; 0 as the font has it


PLAIN = Style()


@lru_cache(maxsize=1)
def _fonts() -> tuple[skia.FontMgr, skia.textlayout_FontCollection, skia.Unicode]:
    manager = fonts.manager()
    collection = skia.textlayout_FontCollection()
    collection.setDefaultFontManager(manager)
    return manager, collection, skia.Unicodes.ICU.Make()


@lru_cache(maxsize=16)
def families(role: Role, chinese: bool, manager: skia.FontMgr) -> tuple[str, ...]:
    """The installed families of a role. Raises EngineError "missing-font" with the package."""
    found = []
    for family in role.value:
        face = manager.matchFamilyStyle(family, skia.FontStyle.Bold())
        if face is not None and face.unicharToGlyph(ord("a")):
            found.append((family, bool(face.unicharToGlyph(ord("的")))))
    if chinese and not any(covers for _, covers in found):
        raise EngineError(
            "missing-font",
            _("The picture has Chinese lettering, and no readable Chinese font is installed."),
            _("Install the package fonts-noto-cjk and try again."),
        )
    if not found:
        raise EngineError(
            "missing-font",
            _("None of the fonts for lettering can be read."),
            _("Install the packages fonts-noto-cjk and fonts-comic-neue and try again."),
        )
    return tuple(family for family, _ in found)


LEAST_WHOLE = 0.62  # of the largest size: a word that is wider still is broken


@lru_cache(maxsize=64)
def typefaces(role: Role, character: str) -> skia.Typeface:
    """The bold typeface of a role that draws `character`, else the role's first."""
    manager, _, _ = _fonts()
    faces = [
        manager.matchFamilyStyle(family, skia.FontStyle.Bold())
        for family in families(role, is_wide(character), manager)
    ]
    return next((face for face in faces if face.unicharToGlyph(ord(character))), faces[0])


def _argb(color: Color) -> int:
    argb: int = skia.ColorSetARGB(255, *color)
    return argb


class Text:
    """A paragraph of one style, laid out to a width."""

    def __init__(
        self, words: str, size: float, width: float, color: Color, style: Style = PLAIN
    ) -> None:
        manager, self._collection, self._unicode = _fonts()
        self._families = families(style.role, any(map(is_wide, words)), manager)
        # Lone surrogates, as broken files have them, have no glyph and no UTF-8.
        words = words.encode("utf-8", "replace").decode("utf-8")
        self.words = phrased(words, width / size / (1 + style.tracking))
        self.size, self.width, self._style = size, width, style
        self._fill = self._paragraph(skia.Paint(AntiAlias=True, Color=_argb(color)))
        self._edge = None
        if style.outline is not None:
            brush = skia.Paint(AntiAlias=True, Color=_argb(style.outline))
            brush.setStyle(skia.Paint.kStroke_Style)
            brush.setStrokeWidth(size * 0.2)
            brush.setStrokeJoin(skia.Paint.kRound_Join)
            self._edge = self._paragraph(brush)

    def _paragraph(self, brush: skia.Paint) -> skia.textlayout_Paragraph:
        style, text = skia.textlayout_ParagraphStyle(), skia.textlayout_TextStyle()
        text.setFontSize(self.size)
        text.setFontFamilies(list(self._families))
        text.setFontStyle(skia.FontStyle.Bold())
        text.setForegroundPaint(brush)
        text.setLetterSpacing(self._style.tracking * self.size)
        if self._style.leading:
            text.setHeight(self._style.leading)
            text.setHeightOverride(True)
        style.setTextStyle(text)
        style.setTextAlign(self._style.align)
        builder = skia.textlayout_ParagraphBuilder.make(style, self._collection, self._unicode)
        builder.pushStyle(text)
        builder.addText(self.words)
        paragraph = builder.Build()
        paragraph.layout(self.width)
        return paragraph

    def even(self) -> "Text":
        """With lines of about one length: the narrowest measure that needs no line more."""
        height, low, high = self.height, self.width * 0.4, self.longest + 1.0
        while high - low > 6:
            middle = (low + high) / 2
            self._fill.layout(middle)
            if self._fill.Height <= height and self._fill.MinIntrinsicWidth <= middle:
                high = middle
            else:
                low = middle
        self.width = high
        for paragraph in (self._fill, self._edge):
            if paragraph is not None:
                paragraph.layout(high)
        return self

    @property
    def height(self) -> float:
        return float(self._fill.Height)

    @property
    def torn(self) -> bool:
        """Whether a word is wider than the measure and broken inside."""
        return float(self._fill.MinIntrinsicWidth) > self.width + 0.5

    @property
    def longest(self) -> float:
        """Width of the widest line; Skia's own of no letter at all is beyond all bounds below 0."""
        return min(max(float(self._fill.LongestLine), 0.0), self.width)

    def draw(self, canvas: skia.Canvas, x: float, y: float) -> None:
        """`x`, `y` is the upper left corner of the measure."""
        if self._edge is not None:
            self._edge.paint(canvas, x, y)
        self._fill.paint(canvas, x, y)


def fitted(
    words: str, largest: float, width: float, height: float, color: Color, style: Style = PLAIN
) -> Text:
    """The largest setting within width × height; what is far too long ends in an ellipsis."""
    size = largest
    while True:
        text = Text(words, size, width, color, style)
        torn = text.torn and size > largest * LEAST_WHOLE
        if text.height <= height and not torn:
            return text
        if size <= largest * 0.4:
            words = words[: max(int(len(words) * height / text.height) - 2, 1)].rstrip() + "…"
            return Text(words, size, width, color, style)
        size *= 0.88
