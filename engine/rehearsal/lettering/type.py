"""Setting type: families by role, paragraphs, outlines, and what to do without a font."""

from enum import Enum
from functools import lru_cache

import skia

from engine import fonts
from engine.contracts import EngineError, _
from engine.rehearsal.light import Color

CENTRE, LEFT = skia.textlayout_TextAlign.kCenter, skia.textlayout_TextAlign.kLeft


class Role(Enum):
    """What a text is for; each names its families, Latin first, then Chinese."""

    COMIC = ("Comic Neue", "Noto Sans CJK SC")
    TITLE = ("Noto Serif CJK SC", "DejaVu Serif")
    SCREEN = ("Noto Sans CJK SC", "DejaVu Sans")


def _is_chinese(character: str) -> bool:
    return "\u2e80" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff"


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


def _argb(color: Color) -> int:
    argb: int = skia.ColorSetARGB(255, *color)
    return argb


class Text:
    """A paragraph of one style, laid out to a width."""

    def __init__(
        self,
        words: str,
        size: float,
        width: float,
        color: Color,
        *,
        role: Role = Role.COMIC,
        align: skia.textlayout_TextAlign = LEFT,
        outline: Color | None = None,
        bold: bool = True,
    ) -> None:
        manager, self._collection, self._unicode = _fonts()
        self._families = families(role, any(map(_is_chinese, words)), manager)
        self.words, self.size, self.width, self._align, self._bold = words, size, width, align, bold
        self._fill = self._paragraph(skia.Paint(AntiAlias=True, Color=_argb(color)))
        self._edge = None
        if outline is not None:
            brush = skia.Paint(AntiAlias=True, Color=_argb(outline))
            brush.setStyle(skia.Paint.kStroke_Style)
            brush.setStrokeWidth(size * 0.2)
            brush.setStrokeJoin(skia.Paint.kRound_Join)
            self._edge = self._paragraph(brush)

    def _paragraph(self, brush: skia.Paint) -> skia.textlayout_Paragraph:
        style, text = skia.textlayout_ParagraphStyle(), skia.textlayout_TextStyle()
        text.setFontSize(self.size)
        text.setFontFamilies(list(self._families))
        text.setFontStyle(skia.FontStyle.Bold() if self._bold else skia.FontStyle.Normal())
        text.setForegroundPaint(brush)
        style.setTextStyle(text)
        style.setTextAlign(self._align)
        builder = skia.textlayout_ParagraphBuilder.make(style, self._collection, self._unicode)
        builder.pushStyle(text)
        # Lone surrogates, as broken files have them, have no glyph and no UTF-8.
        builder.addText(self.words.encode("utf-8", "replace").decode("utf-8"))
        paragraph = builder.Build()
        paragraph.layout(self.width)
        return paragraph

    @property
    def height(self) -> float:
        return float(self._fill.Height)

    @property
    def longest(self) -> float:
        """Width of the widest line."""
        return min(float(self._fill.LongestLine), self.width)

    def draw(self, canvas: skia.Canvas, x: float, y: float) -> None:
        """`x`, `y` is the upper left corner of the measure."""
        if self._edge is not None:
            self._edge.paint(canvas, x, y)
        self._fill.paint(canvas, x, y)


def fitted(
    words: str,
    largest: float,
    width: float,
    height: float,
    color: Color,
    *,
    role: Role = Role.COMIC,
    align: skia.textlayout_TextAlign = LEFT,
    outline: Color | None = None,
) -> Text:
    """The largest setting within width × height; what is far too long ends in an ellipsis."""
    size = largest
    while True:
        text = Text(words, size, width, color, role=role, align=align, outline=outline)
        if text.height <= height:
            return text
        if size <= largest * 0.4:
            words = words[: max(int(len(words) * height / text.height) - 2, 1)].rstrip() + "…"
            return Text(words, size, width, color, role=role, align=align, outline=outline)
        size *= 0.88
