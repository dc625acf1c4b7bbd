"""Close-ups of things, chosen by the words that name them, in English and Chinese."""

from collections.abc import Callable
from dataclasses import replace
from math import cos, pi, sin

import skia

from engine.contracts import Insert, InsertKind
from engine.rehearsal.inserts import Sight, keepsakes, still_life, worn, writing
from engine.rehearsal.inserts.paper import document, written
from engine.rehearsal.inserts.phone import notice
from engine.rehearsal.inserts.surface import lit, table
from engine.rehearsal.light import parse
from engine.rehearsal.painter import paint, pen

GOLD, STEEL = (226, 176, 62), (188, 200, 212)


def thing(canvas: skia.Canvas, sight: Sight) -> None:
    """The thing that the insert names, on a dark table under one light."""
    drawing = chosen(sight.insert.text)
    if drawing not in (_phone, keepsakes.clasp, keepsakes.coffin, worn.ring_on_a_finger):
        table(canvas, sight)
    drawing(canvas, sight)


def chosen(words: str) -> "Thing":
    """The drawing of the thing that these words name: whole words, in Chinese any run."""
    name = words.lower()
    tokens = "".join(c if c.isalnum() else " " for c in name).split()
    whole = {token.removesuffix(end) for token in tokens for end in ("", "s", "es")}
    for keys, drawing in THINGS:
        if any((key in whole) if key.isascii() else (key in name) for key in keys):
            return drawing
    return _parcel


def _phone(canvas: skia.Canvas, sight: Sight) -> None:
    """It lights up with something new; what, the script has not said."""
    words = sight.said("New message", "新消息", "Mensaje nuevo")
    notice(canvas, replace(sight, insert=Insert(kind=InsertKind.PHONE_SCREEN, text=words)))


def _ring(canvas: skia.Canvas, sight: Sight) -> None:
    ink = sight.palette.ink
    canvas.drawOval(skia.Rect.MakeLTRB(200, 930, 520, 990), paint(ink, 0.55))
    for brush in (pen(ink, 62), pen(GOLD, 48), pen((255, 232, 160), 12)):
        canvas.drawOval(skia.Rect.MakeLTRB(206, 640, 480, 950), brush)
    gem = skia.Path()
    gem.addPoly(
        [
            skia.Point(243, 560),
            skia.Point(290, 500),
            skia.Point(396, 500),
            skia.Point(443, 560),
            skia.Point(343, 668),
        ],
        True,
    )
    canvas.drawPath(gem, paint((206, 236, 255)))
    facet = skia.Path()
    facet.addPoly([skia.Point(343, 500), skia.Point(443, 560), skia.Point(343, 668)], True)
    canvas.drawPath(facet, paint((132, 180, 226)))
    for x in (300, 386):
        canvas.drawLine(x, 560, 343, 668, pen(ink, 3))
    canvas.drawLine(243, 560, 443, 560, pen(ink, 4))
    canvas.drawPath(gem, pen(ink, 7))
    _glint(canvas, 268, 470, 70 * abs(sin(sight.t * 2.4)))
    _glint(canvas, 430, 620, 44 * abs(sin(sight.t * 2.4 + 1.4)))


def _glint(canvas: skia.Canvas, x: float, y: float, size: float) -> None:
    path = skia.Path()
    for point in range(8):
        reach = size if point % 2 == 0 else size * 0.16
        corner = (x + cos(pi * point / 4) * reach, y + sin(pi * point / 4) * reach)
        path.moveTo(*corner) if point == 0 else path.lineTo(*corner)
    path.close()
    canvas.drawPath(path, paint((255, 255, 255)))


def _knife(canvas: skia.Canvas, sight: Sight) -> None:
    ink = sight.palette.ink
    canvas.save()
    canvas.rotate(-38, 343, 720)
    blade = skia.Path()
    blade.moveTo(330, 690)
    blade.lineTo(660, 690)
    blade.quadTo(640, 770, 540, 776)
    blade.lineTo(330, 776)
    blade.close()
    drop = skia.Path(blade)
    drop.offset(-12, 40)
    canvas.drawPath(drop, paint(ink, 0.5))
    canvas.drawPath(blade, paint(STEEL))
    canvas.drawRect(skia.Rect.MakeLTRB(330, 690, 640, 716), paint((236, 242, 246)))
    canvas.drawPath(blade, pen(ink, 7))
    canvas.drawRoundRect(skia.Rect.MakeLTRB(60, 690, 330, 772), 26, 26, paint((70, 34, 26)))
    canvas.drawRoundRect(skia.Rect.MakeLTRB(60, 690, 330, 772), 26, 26, pen(ink, 7))
    for x in (130, 210, 284):
        canvas.drawCircle(x, 731, 11, paint(GOLD))
    sweep = (sight.t * 0.7) % 1.6
    canvas.clipPath(blade, True)
    shine = 330 + 330 * sweep
    canvas.drawLine(shine, 680, shine - 50, 790, pen((255, 255, 255), 26))
    canvas.restore()


def _photograph(canvas: skia.Canvas, sight: Sight) -> None:
    palette, ink = sight.palette, sight.palette.ink
    canvas.save()
    canvas.rotate(5, 343, 700)
    card = skia.Rect.MakeLTRB(110, 380, 570, 960)
    canvas.drawRect(card.makeOffset(14, 18), paint(ink, 0.5))
    canvas.drawRect(card, paint((250, 246, 236)))
    canvas.drawRect(card, pen(ink, 6))
    picture = skia.Rect.MakeLTRB(140, 412, 540, 850)
    canvas.save()
    canvas.clipRect(picture)
    canvas.drawRect(picture, paint(parse("#bfdcea")))
    canvas.drawCircle(470, 480, 44, paint(palette.glow()))
    canvas.drawRect(skia.Rect.MakeLTRB(140, 740, 540, 850), paint(parse("#7f9a62")))
    for x, coat, high in ((270, (140, 63, 72), 0), (400, (52, 80, 111), -34)):
        canvas.drawOval(skia.Rect.MakeXYWH(x - 92, 700 + high, 184, 260), paint(coat))
        canvas.drawOval(skia.Rect.MakeXYWH(x - 92, 700 + high, 184, 260), pen(ink, 5))
        canvas.drawCircle(x, 640 + high, 64, paint(parse("#ecc2a0")))
        canvas.drawCircle(x, 640 + high, 64, pen(ink, 5))
        hair = skia.Path()
        hair.addArc(skia.Rect.MakeXYWH(x - 70, 566 + high, 140, 140), 180, 180)
        canvas.drawPath(hair, paint(parse("#2a2024")))
        smile = skia.Path()
        smile.addArc(skia.Rect.MakeXYWH(x - 26, 630 + high, 52, 40), 20, 140)
        canvas.drawPath(smile, pen(ink, 4))
    canvas.restore()
    canvas.drawRect(picture, pen(ink, 4))
    canvas.restore()


def _key(canvas: skia.Canvas, sight: Sight) -> None:
    ink = sight.palette.ink
    canvas.save()
    canvas.rotate(-30, 343, 720)
    for color, extra in ((ink, 14), (GOLD, 0)):
        canvas.drawCircle(190, 720, 84, pen(color, 40 + extra))
        canvas.drawLine(270, 720, 590, 720, pen(color, 40 + extra))
        canvas.drawLine(510, 720, 510, 800, pen(color, 34 + extra))
        canvas.drawLine(580, 720, 580, 820, pen(color, 34 + extra))
    canvas.drawLine(280, 710, 580, 710, pen((255, 236, 170), 9))
    canvas.restore()
    _glint(canvas, 250, 700, 60 * abs(sin(sight.t * 2.2)))


def _test(canvas: skia.Canvas, sight: Sight) -> None:
    """A pregnancy test; the second line comes up during the shot."""
    ink = sight.palette.ink
    canvas.save()
    canvas.rotate(-14, 343, 720)
    body = skia.Rect.MakeLTRB(50, 630, 640, 790)
    canvas.drawRoundRect(body.makeOffset(8, 26), 70, 70, paint(ink, 0.5))
    canvas.drawRoundRect(body, 70, 70, paint((250, 250, 252)))
    canvas.drawRoundRect(skia.Rect.MakeLTRB(50, 630, 190, 790), 70, 70, paint((232, 130, 164)))
    canvas.drawRoundRect(body, 70, 70, pen(ink, 7))
    window = skia.Rect.MakeLTRB(286, 670, 470, 750)
    canvas.drawRoundRect(window, 14, 14, paint((230, 234, 240)))
    canvas.drawLine(340, 674, 340, 746, pen((214, 40, 84), 16))
    shown = min(max(sight.t - 0.5, 0.0) / 0.8, 1.0)
    canvas.drawLine(412, 674, 412, 746, pen((214, 40, 84), 16, shown))
    canvas.drawRoundRect(window, 14, 14, pen(ink, 5))
    canvas.restore()


def _document(canvas: skia.Canvas, sight: Sight) -> None:
    """A page of print that is not read; its heading says what it is."""
    plain = sight.insert.text.lower() in ("document", "documents")
    title = sight.said("AGREEMENT", "协议书", "CONTRATO") if plain else sight.insert.text
    document(canvas, sight, sight.insert.heading.upper() or title, "")


def _parcel(canvas: skia.Canvas, sight: Sight) -> None:
    """What has no drawing of its own comes wrapped, with its name on the tag."""
    ink = sight.palette.ink
    box = skia.Rect.MakeLTRB(140, 520, 546, 900)
    canvas.drawRect(box.makeOffset(16, 24), paint(ink, 0.5))
    canvas.drawRect(box, paint(lit(sight, "#b98a58")))
    lid = skia.Path()
    lid.addPoly(
        [skia.Point(140, 520), skia.Point(220, 450), skia.Point(610, 450), skia.Point(546, 520)],
        True,
    )
    side = skia.Path()
    side.addPoly(
        [skia.Point(546, 520), skia.Point(610, 450), skia.Point(610, 820), skia.Point(546, 900)],
        True,
    )
    canvas.drawPath(lid, paint(lit(sight, "#d8ae78")))
    canvas.drawPath(side, paint(lit(sight, "#7a5634")))
    for path in (lid, side):
        canvas.drawPath(path, pen(ink, 6))
    canvas.drawRect(box, pen(ink, 6))
    canvas.drawLine(343, 520, 343, 900, pen(sight.palette.accent, 26))
    canvas.drawLine(343, 520, 410, 450, pen(sight.palette.accent, 26))
    name = written(sight.insert.text or "?", 46, 330, 150, (18, 18, 26))
    tag = skia.Rect.MakeXYWH(178, 610, name.longest + 56, name.height + 36)
    canvas.drawRect(tag.makeOffset(7, 9), paint(ink, 0.6))
    canvas.drawRect(tag, paint((252, 246, 230)))
    canvas.drawRect(tag, pen(ink, 5))
    name.draw(canvas, 206, 628)


Thing = Callable[[skia.Canvas, Sight], None]

# First match wins; the narrower word stands first ("test report" is a page, not a test stick).
THINGS: tuple[tuple[tuple[str, ...], Thing], ...] = (
    (
        (
            "report",
            "contract",
            "document",
            "paper",
            "file",
            "will",
            "certificate",
            "agreement",
            "divorce",
            "invoice",
            "cheque",
            "check",
            "报告",
            "合同",
            "文件",
            "协议",
            "遗嘱",
            "证书",
            "支票",
            "离婚",
            "鉴定",
        ),
        _document,
    ),
    (("worn",), worn.ring_on_a_finger),
    (("ring", "diamond", "jewel", "戒指", "钻戒"), _ring),
    (
        ("necklace", "locket", "pendant", "pearl", "jade", "项链", "玉佩", "吊坠", "珍珠"),
        still_life.necklace,
    ),
    (("gun", "pistol", "revolver", "手枪", "枪"), still_life.pistol),
    (
        ("glass", "wine", "champagne", "goblet", "cup", "酒", "杯"),
        still_life.wine,
    ),
    (
        ("money", "cash", "card", "wallet", "bill", "coin", "钱", "现金", "卡"),
        still_life.money,
    ),
    (
        ("pill", "medicine", "poison", "vial", "syringe", "药", "毒"),
        still_life.pills,
    ),
    (("watch", "clock", "怀表", "手表", "钟"), still_life.watch),
    (("bag", "suitcase", "briefcase", "箱", "包"), still_life.case),
    (("book", "notebook", "diary", "书", "日记", "本子"), still_life.book),
    (("knife", "dagger", "blade", "sword", "scissors", "刀", "匕首", "剑", "剪"), _knife),
    (("photo", "picture", "portrait", "照片", "相片", "合影"), _photograph),
    (("key", "钥匙"), _key),
    (("coffin", "casket", "棺"), keepsakes.coffin),
    (("signature",), writing.signature),
    (("pen", "笔"), keepsakes.lying_pen),
    (("clasped", "hands", "握手"), keepsakes.clasp),
    (("candle", "蜡烛"), keepsakes.candle),
    (("flower", "bouquet", "rose", "花", "玫瑰"), keepsakes.flower),
    (("pregnancy", "test", "验孕", "孕", "试纸"), _test),
    (("phone", "mobile", "screen", "手机", "电话", "屏幕"), _phone),
)
