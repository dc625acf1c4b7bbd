"""The reference sheet of a character: four sides, twelve expressions, the colours.

What a director signs off before the first shot, and what a diffusion model is shown to keep
somebody the same person.
"""

from pathlib import Path

import skia

from engine.contracts import (
    Blocking,
    Character,
    Context,
    Expression,
    ExpressionCue,
    Sheet,
    SheetRequest,
)
from engine.rehearsal.figure import Acting, Figure, Pose
from engine.rehearsal.lettering.type import CENTRE, LEFT, Role, Style, Text
from engine.rehearsal.light import Color, Light, parse
from engine.whole_file import whole_file

WIDTH, HEIGHT = 2400, 1500
PAPER, GROUND, INK, QUIET = (247, 245, 240), (233, 230, 222), (34, 32, 38), (104, 100, 104)
# Light without a side: colours as they are, form by a faint shadow only.
FLAT = Light(
    (-0.45, -0.89), (255, 255, 255), (70, 58, 84), 0.16, (255, 255, 255), 0.0, (34, 28, 36)
)
SIDES = (("front", 0.0), ("three-quarter", 38.0), ("side", 90.0), ("back", 180.0))
BODY = (90.0, 250.0, 1330.0, 1330.0)  # left, top, right, floor of the four figures
FACES = (1400.0, 190.0, 230.0, 360.0, 4)  # left, top, cell width, cell height, columns
ABOVE = 34.0  # cm over the crown: hair and hats
INTENSITY = 0.85
WORDS = {
    "front": "正面",
    "three-quarter": "四分之三侧",
    "side": "侧面",
    "back": "背面",
    "calm": "平静",
    "joy": "喜悦",
    "tender": "温柔",
    "sad": "悲伤",
    "cry": "哭泣",
    "fear": "恐惧",
    "shock": "震惊",
    "anger": "愤怒",
    "rage": "暴怒",
    "contempt": "轻蔑",
    "guilt": "愧疚",
    "resolve": "决然",
    "skin": "肤色",
    "hair": "发色",
    "eyes": "瞳色",
    "wardrobe": "服装",
    "second": "副色",
    "accent": "点缀",
    "years": "岁",
    "cm": "厘米",
}


def sheet(request: SheetRequest, context: Context) -> Sheet:
    """Draw the sheet as a PNG; raises EngineError "missing-font" and "disk-full"."""
    context.step(0, 1, request.character.name)
    surface = skia.Surface(WIDTH, HEIGHT)
    draw_sheet(surface.getCanvas(), request.character)
    with whole_file(Path(request.out)) as part:
        part.write_bytes(bytes(surface.makeImageSnapshot().encodeToData()))
    context.step(1, 1, request.character.name)
    return Sheet(file=request.out, width=WIDTH, height=HEIGHT)


def draw_sheet(canvas: skia.Canvas, character: Character) -> None:
    """The whole sheet on a canvas of WIDTH × HEIGHT."""
    canvas.clear(skia.Color(*PAPER))
    figure = Figure(character)
    chinese = character.voice.language.startswith("zh")
    _title(canvas, character, figure, chinese)
    _sides(canvas, figure, chinese)
    _faces(canvas, figure, chinese)
    _swatches(canvas, character, chinese)


def _said(word: str, chinese: bool) -> str:
    return WORDS[word] if chinese else word


def _write(
    canvas: skia.Canvas,
    words: str,
    at: tuple[float, float],
    size: float,
    *,
    width: float = 900.0,
    color: Color = INK,
    centre: bool = False,
) -> float:
    """Set a line from its upper left, or upper middle; how wide it came out, px."""
    text = Text(words, size, width, color, Style(Role.SCREEN, CENTRE if centre else LEFT))
    text.draw(canvas, at[0] - (width / 2 if centre else 0), at[1])
    return text.longest


def _title(canvas: skia.Canvas, character: Character, figure: Figure, chinese: bool) -> None:
    look = character.look
    _write(canvas, character.name, (BODY[0], 62), 58)
    tall = round(figure.build.height)
    years, length = _said("years", chinese), _said("cm", chinese)
    facts = f"{look.age} {years}  ·  {tall} {length}"
    if character.persona:
        facts = f"{facts}  ·  {character.persona}"[:110]
    _write(canvas, facts, (BODY[0], 146), 26, width=1240.0, color=QUIET)


def _rect(canvas: skia.Canvas, box: tuple[float, float, float, float], color: Color) -> None:
    paint = skia.Paint(AntiAlias=True, Color=skia.Color(*color))
    canvas.drawRoundRect(skia.Rect.MakeLTRB(*box), 10, 10, paint)


def _sides(canvas: skia.Canvas, figure: Figure, chinese: bool) -> None:
    left, top, right, floor = BODY
    _rect(canvas, (left - 30, top - 40, right + 10, floor + 30), GROUND)
    scale = (floor - top - 20) / (figure.build.height + ABOVE)
    _heights(canvas, scale)
    step = (right - left) / len(SIDES)
    for index, (name, yaw) in enumerate(SIDES):
        x = left + step * (index + 0.5)
        canvas.save()
        canvas.translate(x, floor - 20)
        canvas.scale(scale, scale)
        figure.draw(canvas, Pose(yaw=yaw, body_yaw=yaw), FLAT)
        canvas.restore()
        _write(canvas, _said(name, chinese), (x, floor + 46), 26, width=300.0, centre=True)


def _heights(canvas: skia.Canvas, scale: float) -> None:
    """A line every half metre, as behind an identity parade."""
    left, top, right, floor = BODY
    paint = skia.Paint(AntiAlias=True, Color=skia.Color(206, 202, 192), StrokeWidth=2)
    for tall in (0, 50, 100, 150, 200):
        y = floor - 20 - tall * scale
        if y < top:
            break
        canvas.drawLine(left - 20, y, right, y, paint)
        if tall:
            _write(canvas, str(tall), (left - 18, y - 26), 18, width=80.0, color=QUIET)


def _faces(canvas: skia.Canvas, figure: Figure, chinese: bool) -> None:
    left, top, wide, high, columns = FACES
    for index, expression in enumerate(Expression):
        x, y = left + index % columns * wide, top + index // columns * high
        box = (x, y, x + wide - 14, y + high - 70)
        _rect(canvas, box, GROUND)
        canvas.save()
        canvas.clipRect(skia.Rect.MakeLTRB(*box))
        _face(canvas, figure, expression, (x + (wide - 14) / 2, y), wide)
        canvas.restore()
        label = _said(expression.value, chinese)
        _write(canvas, label, (x + (wide - 14) / 2, y + high - 64), 24, width=wide, centre=True)


def _face(
    canvas: skia.Canvas,
    figure: Figure,
    expression: Expression,
    at: tuple[float, float],
    wide: float,
) -> None:
    cue = ExpressionCue(at=0.0, expression=expression, intensity=INTENSITY)
    blocking = Blocking(character=figure.character.id, yaw=14.0, look_at="lens", expressions=(cue,))
    pose = Acting(blocking, speech=(), seed=1, look_yaw=0.0).pose(1.0)
    marks = figure.landmarks(pose)
    scale = wide / (marks.head_width * 1.9)
    middle = (marks.head_top[1] + marks.chin[1]) / 2
    canvas.translate(at[0] - marks.eyes[0] * scale, at[1] + wide * 0.62 - middle * scale)
    canvas.scale(scale, scale)
    figure.draw(canvas, pose, FLAT)


def _swatches(canvas: skia.Canvas, character: Character, chinese: bool) -> None:
    look = character.look
    colors = {
        "skin": look.skin,
        "hair": look.hair_color,
        "eyes": look.eye_color,
        "wardrobe": look.wardrobe.color,
        "second": look.wardrobe.second,
        "accent": look.wardrobe.accent,
    }
    left, wide = FACES[0], FACES[2] * FACES[4] / len(colors)
    for index, (name, color) in enumerate(colors.items()):
        x = left + index * wide
        _rect(canvas, (x, 1296, x + wide - 14, 1366), parse(color))
        _write(canvas, _said(name, chinese), (x, 1376), 22, width=wide)
        _write(canvas, color, (x, 1404), 18, width=wide, color=QUIET)
