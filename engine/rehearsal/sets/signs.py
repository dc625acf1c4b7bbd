"""Lettering that belongs to a place: shop signs, notices, posters, in the script of its name."""

import re

import skia

from engine.contracts import EngineError
from engine.rehearsal.lettering.type import CENTRE, Role, Style, Text, fitted
from engine.rehearsal.light import Color, mix
from engine.rehearsal.painter import Painter, paint, pen
from engine.rehearsal.sets.glow import SCREEN, bloom
from engine.rehearsal.sets.ink import Box, block, boxes, tint

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_SPANISH = re.compile(
    r"[áéíóúñ¿¡]|\b(?:el|la|los|las|del|de|una?|pasillo|sala|calle|"
    r"casa|cocina|iglesia|tienda|oficina|escuela)\b",
    re.IGNORECASE,
)
# What is written there: English, Chinese, Spanish; alternatives are divided by |.
WORDS: dict[str, tuple[str, str, str]] = {
    "shop": (
        "CAFÉ|NOODLES|PHARMACY|BOOKS|FLOWERS|BAKERY|TAILOR|24H",
        "面馆|药房|书店|花店|茶|当铺|火锅|超市",
        "CAFÉ|FARMACIA|LIBROS|FLORES|PANADERÍA|TAQUERÍA",
    ),
    "store": ("MARKET|STORE|OPEN 24H|BOUTIQUE", "便利店|百货|优品|超市", "TIENDA|MERCADO|MODA"),
    "bar": ("BAR|OPEN|LOVE|LIVE", "酒吧|营业|夜色|今夜", "BAR|ABIERTO|NOCHE"),
    "hotel": ("HOTEL", "酒店", "HOTEL"),
    "exit": ("EXIT", "安全出口", "SALIDA"),
    "ward": ("EMERGENCY", "急诊", "URGENCIAS"),
    "quiet": ("QUIET PLEASE", "请保持安静", "SILENCIO"),
    "police": ("POLICE", "公安", "POLICÍA"),
    "wanted": ("WANTED|MISSING|NOTICE", "通缉|寻人|公告", "SE BUSCA|AVISO"),
    "gate": ("GATE 12|DEPARTURES", "登机口 12|出发", "PUERTA 12|SALIDAS"),
    "sale": ("SALE|NEW|-50%", "特价|新品|五折", "REBAJAS|NUEVO"),
    "menu": ("MENU", "菜单", "MENÚ"),
    "gym": ("NO LIMITS|STRONGER|FIGHT", "坚持|无极限|拼搏", "SIN LÍMITES|FUERZA"),
    "school": ("BE KIND|READ|HONOR ROLL", "好好学习|静|光荣榜", "LEER|AULA 3"),
    "garage": ("B2|EXIT|LEVEL 3", "B2|出口|三层", "B2|SALIDA"),
    "justice": ("IN TRUTH WE TRUST", "公正廉明", "JUSTICIA"),
    "plaque": ("ETERNAL PEACE", "正大光明", "PAZ ETERNA"),
    "shrine": ("", "佛|福|缘", ""),
    "danger": ("DANGER|KEEP OUT", "危险|禁止入内", "PELIGRO|NO PASAR"),
    "bus": ("MAIN ST", "中山路", "CALLE MAYOR"),
    "poster": ("LIVE TONIGHT|LOST & FOUND|ENCORE", "今夜|归来|重逢", "ESTA NOCHE|REGRESO"),
    "calendar": ("JUNE", "六月", "JUNIO"),
}


def spelled(p: Painter, key: str) -> str:
    """One of the words of a sign, in the language of the place's name."""
    place = p.dressing.place
    column = 1 if _HAN.search(place) else 2 if _SPANISH.search(place) else 0
    choices = (WORDS[key][column] or WORDS[key][1]).split("|")
    return p.random.choice(choices)


def letters(
    p: Painter,
    canvas: skia.Canvas,
    box: Box,
    words: str,
    color: str | Color,
) -> None:
    """Words as large as the box lets them be; a tall box sets one character on each line."""
    left, top, right, bottom = box
    wide, high = right - left, bottom - top
    upright = high > wide * 1.5
    text = "\n".join(words.replace(" ", "")) if upright else words
    try:
        if upright:
            size = min(wide * 0.8, high / (len(text) / 2 + 0.7) / 1.32)
            laid = Text(text, size, wide, tint(p, color), Style(Role.TITLE, CENTRE))
        else:
            size = min(
                high * 0.7, wide / (sum(1.0 if _HAN.match(c) else 0.76 for c in words) + 0.3)
            )
            laid = fitted(text, size, wide, high, tint(p, color), Style(Role.TITLE, CENTRE))
    except EngineError:  # a machine without a Chinese font still gets its street
        bar = (left + wide * 0.2, top + high * 0.4, right - wide * 0.2, bottom - high * 0.4)
        boxes(canvas, (bar,), tint(p, color))
        return
    laid.draw(canvas, left, top + max((high - laid.height) / 2, 0))


def board(
    p: Painter,
    canvas: skia.Canvas,
    box: Box,
    words: str,
    colors: tuple[str, str],
    *,
    lit: bool = True,
) -> None:
    """A sign: `colors` of its ground and letters. A lit one glows when lamps do."""
    left, top, right, bottom = box
    glows = lit and p.palette.hour.lamps
    ground: Color = p.palette.glow(colors[0]) if glows else p.palette.grade(colors[0], 0.8)
    if glows:
        x, y, r = (left + right) / 2, (top + bottom) / 2, max(right - left, bottom - top) * 0.95
        canvas.drawCircle(x, y, r, bloom((x, y), r, ground, 0.5))
    block(p, canvas, box, ground, 2.2, 2)
    inset = min(right - left, bottom - top) * 0.1
    inner = (left + inset, top + inset, right - inset, bottom - inset)
    face = mix(p.palette.glow(colors[1]), (255, 255, 255), 0.4) if glows else tint(p, colors[1])
    letters(p, canvas, inner, words, face)


def neon_letters(p: Painter, canvas: skia.Canvas, box: Box, words: str, color: str) -> None:
    """Words bent from a tube, with their light on the wall behind."""
    left, top, right, bottom = box
    if not p.palette.hour.lamps:
        letters(p, canvas, box, words, color)
        return
    glow = p.palette.glow(color)
    x, y, r = (left + right) / 2, (top + bottom) / 2, max(right - left, bottom - top)
    canvas.drawCircle(x, y, r, bloom((x, y), r, glow, 0.55))
    canvas.drawRoundRect(skia.Rect.MakeLTRB(*box).makeOutset(6, 6), 8, 8, _tube(glow))
    letters(p, canvas, box, words, mix(glow, (255, 255, 255), 0.55))


def _tube(color: Color) -> skia.Paint:
    brush = pen(color, 3, 0.9)
    brush.setBlendMode(SCREEN)
    return brush


def poster(p: Painter, canvas: skia.Canvas, box: Box, key: str, ground: str, face: str) -> None:
    """Paper on a wall: words above, a shape below, a corner that has come loose."""
    left, top, right, bottom = box
    wide, high = right - left, bottom - top
    canvas.drawRect(
        skia.Rect.MakeLTRB(left + 3, top + 4, right + 4, bottom + 5), paint(p.palette.shadow, 0.4)
    )
    block(p, canvas, box, ground, 1.2)
    letters(p, canvas, (left + 3, top + 3, right - 3, top + high * 0.34), spelled(p, key), face)
    middle, low = left + wide / 2, top + high * 0.68
    canvas.drawCircle(middle, low - high * 0.08, wide * 0.2, paint(tint(p, face), 0.9))
    body = skia.Rect.MakeLTRB(
        middle - wide * 0.34, low + high * 0.04, middle + wide * 0.34, bottom - 2
    )
    canvas.drawArc(
        skia.Rect.MakeLTRB(body.left(), body.top(), body.right(), body.bottom() + body.height()),
        180,
        180,
        True,
        paint(tint(p, face), 0.9),
    )
    loose = skia.Path()
    loose.addPoly(
        [
            skia.Point(right, bottom - 9),
            skia.Point(right - 9, bottom),
            skia.Point(right - 8, bottom - 8),
        ],
        True,
    )
    canvas.drawPath(loose, paint(tint(p, "#efe8d8")))
    canvas.drawPath(loose, pen(p.palette.ink, 0.8))


def notices(p: Painter, canvas: skia.Canvas, box: Box, key: str) -> None:
    """A cork board with papers pinned on it."""
    left, top, right, bottom = box
    block(p, canvas, (left - 4, top - 4, right + 4, bottom + 4), "#6b4a30", 1.6)
    block(p, canvas, box, "#b98f5c", 0.8)
    x = left + 5
    while x < right - 16:
        wide = p.random.uniform(14, 24)
        y = top + p.random.uniform(4, (bottom - top) * 0.3)
        high = p.random.uniform(0.3, 0.55) * (bottom - top)
        paper = p.random.choice(("#f4f0e4", "#e8dca0", "#cfe0e4", "#f0c8c0"))
        block(p, canvas, (x, y, min(x + wide, right - 3), y + high), paper, 0.8)
        lines = skia.Path()
        for row in range(4):
            lines.moveTo(x + 3, y + high * (0.3 + row * 0.16))
            lines.lineTo(min(x + wide, right - 3) - 4, y + high * (0.3 + row * 0.16))
        canvas.drawPath(lines, pen(p.palette.grade("#6a6a74"), 0.8))
        canvas.drawCircle(x + wide / 2, y + 2, 1.8, paint(p.palette.grade("#d0402f", 0.85)))
        x += wide + p.random.uniform(2, 8)
    letters(
        p,
        canvas,
        (left + 6, bottom - (bottom - top) * 0.24, right - 6, bottom - 3),
        spelled(p, key),
        "#5a2a20",
    )


def is_chinese(p: Painter) -> bool:
    """Whether the place's name is written in Chinese."""
    return _HAN.search(p.dressing.place) is not None
