"""How a set steps back from the people in it: air, dimmed grounds, and what is alight blooms.

All of it is done once to the pictures of a set-up, never to a frame.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import skia
from numpy.typing import NDArray

from engine.contracts import SetDressing, TimeOfDay
from engine.rehearsal.backing import Back, change, ground_of, wash
from engine.rehearsal.color import Color, mix
from engine.rehearsal.framing import Framing
from engine.rehearsal.palette import Palette, palette_for

Flat = tuple[float, float]
CLOSE = 7.5  # px of blur at which a shot is a portrait: its ground is dark and its middle lit
SMALL = 8  # pixels of a layer to one of its bloom
ALIGHT = 0.52  # of the brightest a thing may be before it counts as a lamp, by night
LINEAR = skia.SamplingOptions(skia.FilterMode.kLinear)
FINE = skia.SamplingOptions(skia.FilterMode.kLinear, skia.MipmapMode.kLinear)


@dataclass(frozen=True)
class Grade:
    """What is done to the layers of one set-up."""

    air: Color
    thick: float  # how much of a thing the air takes at great distance
    dim: float  # of what is not alight, at the subject and beyond
    edge: float  # how dark the frame's edges are, 0 … 1
    bloom: float  # of what is alight; 0 where daylight drowns it
    alight: float  # from which lightness a thing is alight
    pool: Color  # the light that the people stand in
    strength: float  # of it
    subject: float  # cm
    shafts: bool  # whether daylight falls in slanting through windows
    middle: Flat  # of the pool, as fractions of the frame
    backs: tuple[Back, ...]  # where an outline would be lost


def grade_for(dressing: SetDressing, framing: Framing, backs: tuple[Back, ...]) -> Grade:
    palette = palette_for(dressing)
    dark = dressing.time in (TimeOfDay.NIGHT, TimeOfDay.DUSK)
    close = min(framing.blur / CLOSE, 1.0)
    outside = not dressing.interior
    someone = bool(framing.marks)  # else the set, or a crowd in it, is what is looked at
    return Grade(
        air=palette.sky(0.15) if outside else _murk(palette),
        thick=(_thick(dressing, dark=dark) + 0.12 * palette.gloom) * (1.0 if someone else 0.5),
        dim=1 - (0.26 if dark else 0.16) * close,
        edge=(0.5 if dark else 0.46) * (0.6 + 0.4 * close),
        bloom=1.0 if dark else (0.0 if outside else 0.4),
        alight=ALIGHT if dark else 0.8,
        pool=_pool(palette, outside),
        strength=0.3 * (0.5 + 0.5 * close) * someone,
        subject=framing.subject,
        shafts=someone and dressing.interior and dressing.time is not TimeOfDay.NIGHT,
        middle=_middle(framing),
        backs=backs if dark else (),
    )


def _thick(dressing: SetDressing, *, dark: bool) -> float:
    if not dressing.interior:
        return 0.22
    return 0.24 if dark else 0.14


def _middle(framing: Framing) -> Flat:
    """Behind whom the shot is of, at the height of a head."""
    lens = framing.lens
    if not framing.marks:
        return 0.5, 0.42
    chosen = min(framing.marks, key=lambda mark: (abs(mark.depth - framing.focus), mark.index))
    x, y = lens.project(chosen.point)
    height = y / lens.height if chosen.anchor else 0.4
    return round(min(max(x / lens.width, 0.2), 0.8), 2), round(min(max(height, 0.25), 0.5), 2)


def _pool(palette: Palette, outside: bool) -> Color:
    """What lies in the light behind the people: the sky's glow, or the lamp's."""
    if outside:
        return mix(palette.sky(0.0), palette.tone(0.75), 0.3)
    return mix(palette.tone(0.78), palette.glow(), 0.35 if palette.hour.lamps else 0.3)


def _murk(palette: Palette) -> Color:
    """The air of a room: what the lamps do not reach."""
    low, dark = palette.tone(0.34), palette.tone(0.0)
    much = 0.42 + 0.3 * palette.hour.exposure
    return palette.grade(mix(dark, low, much), 1.0)


def graded(
    picture: skia.Surface, grade: Grade, depth: float, area: skia.Rect, framing: Framing
) -> None:
    """Grade the layer drawn on `picture`, in place; it covers `area` of the frame, px, and stands
    `depth` cm from the lens."""
    canvas = picture.getCanvas()
    canvas.resetMatrix()
    source = picture.makeImageSnapshot()
    away = max(1 - grade.subject / max(depth, 1.0), 0.0)
    near = depth < grade.subject
    tables = _tables(
        grade.air,
        round(grade.thick * away, 2),
        round(grade.dim if not near else 0.72, 2),
        round(grade.alight, 2),
    )
    brush = skia.Paint(ColorFilter=skia.TableColorFilter.MakeARGB(*tables))
    brush.setBlendMode(skia.BlendMode.kSrc)
    canvas.drawImage(source, 0, 0, skia.SamplingOptions(), brush)
    fine = area.width() / source.width()  # px of the frame to one of the layer's
    # Cells are those of the frame, or a layer with more margin would be lit otherwise.
    start = area.left() / fine % SMALL, area.top() / fine % SMALL
    size = (
        int((source.width() + start[0]) // SMALL) + 2,
        int((source.height() + start[1]) // SMALL) + 2,
    )
    lens, cell = framing.lens, SMALL * fine
    middle = (
        (lens.width * grade.middle[0] - area.left()) / cell + start[0] / SMALL,
        (lens.height * grade.middle[1] - area.top()) / cell + start[1] / SMALL,
    )
    reach = lens.width * 0.78 / cell, lens.height * 0.66 / cell
    shade = _vignette(size, grade, middle, reach, behind=not near)
    behind = [back for back in grade.backs if back.depth < depth]
    if behind:
        place = -area.left() / cell + start[0] / SMALL, -area.top() / cell + start[1] / SMALL
        shade = _backed(picture.makeImageSnapshot(), shade, behind, start, (cell, *place))
    if source.isOpaque():
        _enlarge(canvas, shade, start)
    else:
        # Only on what is there. A blend of a scaled picture costs ten times what these two do.
        whole = skia.Surface(source.width(), source.height())
        _enlarge(whole.getCanvas(), shade, start)
        there = skia.Paint()
        there.setBlendMode(skia.BlendMode.kSrcATop)
        canvas.drawImage(whole.makeImageSnapshot(), 0, 0, skia.SamplingOptions(), there)
    glow = _bloom(source, size, start, grade) if grade.bloom and not near else None
    if glow is not None:
        _enlarge(canvas, glow, start)


def _backed(
    graded: skia.Image,
    shade: skia.Image,
    backs: list[Back],
    start: Flat,
    cells: tuple[float, float, float],
) -> skia.Image:
    """The shade with more light or more dark behind people; cells: px of each, and the first's."""
    cell, left, top = cells
    small = skia.Surface(shade.width(), shade.height())
    canvas = small.getCanvas()
    canvas.save()
    canvas.scale(1 / SMALL, 1 / SMALL)
    canvas.drawImage(graded, *start, FINE)
    canvas.restore()
    canvas.drawImage(shade, 0, 0)  # so it will be seen
    pixels = small.makeImageSnapshot().toarray(colorType=skia.kBGRA_8888_ColorType)
    over = skia.Surface(shade.width(), shade.height())
    over.getCanvas().drawImage(shade, 0, 0)
    y, x = np.mgrid[: shade.height(), : shade.width()] + 0.5
    for back in backs:
        at, size = (back.x / cell + left, back.y / cell + top), (back.wide / cell, back.high / cell)
        inside = ((x - at[0]) / size[0]) ** 2 + ((y - at[1]) / size[1]) ** 2 < 0.5
        ground = ground_of(pixels, inside)
        if ground is None or not (moved := change(ground, back.edges)):
            continue
        color, thick = wash(ground, moved)
        matrix = skia.Matrix()
        matrix.setScale(*size)
        matrix.postTranslate(*at)
        stops = [skia.ColorSetARGB(round(255 * thick * part), *color) for part in (1.0, 0.8, 0.0)]
        brush = skia.Paint()
        brush.setShader(
            skia.GradientShader.MakeRadial((0, 0), 1.0, stops, [0.0, 0.6, 1.0], localMatrix=matrix)
        )
        over.getCanvas().drawPaint(brush)
    return over.makeImageSnapshot()


def _enlarge(canvas: skia.Canvas, small: skia.Image, start: Flat) -> None:
    canvas.save()
    canvas.translate(-start[0], -start[1])
    canvas.scale(SMALL, SMALL)
    canvas.drawImage(small, 0, 0, LINEAR)
    canvas.restore()


@lru_cache(maxsize=64)
def _tables(air: Color, thick: float, dim: float, alight: float) -> tuple[list[int], ...]:
    """For red, green and blue: what is seen of each value. What is alight is left as it is."""
    value: NDArray[np.float64] = np.arange(256) / 255
    lamp = np.clip((value - alight) / (1.02 - alight), 0, 1) ** 0.8
    tables = [list(range(256))]
    for channel in air:
        hazed = value + (channel / 255 - value) * thick
        seen = hazed * dim
        tables.append(np.rint((seen + (value - seen) * lamp) * 255).astype(int).tolist())
    return tuple(tables)


def _bloom(
    source: skia.Image, size: tuple[int, int], start: Flat, grade: Grade
) -> skia.Image | None:
    """Light round what is alight: those pixels alone, small and blurred, to be laid over all.

    Laid on plainly: any other way of blending a scaled picture costs five times as much."""
    small = skia.Surface(*size)
    steep = 1 / (1.0 - grade.alight)
    only = [float(i == j) for i in range(3) for j in range(5)]
    # Alpha by warmth and brightness: lamps are mostly red and green, a lit wall at night is blue.
    # A pool of light is a bright colour laid on thinly: it shines as little as it covers.
    only += [0.5 * steep, 0.35 * steep, 0.15 * steep, 1.0, -grade.alight * steep - 1.0]
    brush = skia.Paint(ColorFilter=skia.ColorFilters.Matrix(only))
    canvas = small.getCanvas()
    canvas.scale(1 / SMALL, 1 / SMALL)
    canvas.drawImage(source, *start, FINE, brush)
    lamps = small.makeImageSnapshot()
    if not lamps.toarray()[:, :, 3].any():
        return None
    soft = skia.Surface(*size)
    for spread, strength in ((7.0, 0.9), (1.5, 0.6)):
        blur = skia.ImageFilters.Blur(spread, spread, skia.TileMode.kDecal)
        glow = skia.Paint(ImageFilter=blur, Alphaf=min(strength * grade.bloom, 1.0))
        soft.getCanvas().drawImage(lamps, 0, 0, LINEAR, glow)
    return soft.makeImageSnapshot()


def _vignette(
    size: tuple[int, int], grade: Grade, middle: Flat, reach: Flat, *, behind: bool
) -> skia.Image:
    """A pool of light behind the people, and dark towards the edges of the frame."""
    matrix = skia.Matrix()
    matrix.setScale(*reach)
    matrix.postTranslate(*middle)
    dark, lit = round(grade.edge * 255), round(grade.strength * 255) if behind else 0
    brush = skia.Paint()
    brush.setShader(
        skia.GradientShader.MakeRadial(
            (0, 0),
            1.0,
            [
                skia.ColorSetARGB(lit, *grade.pool),
                skia.ColorSetARGB(lit // 3, *grade.pool),
                skia.ColorSetARGB(0, 4, 6, 22),
                skia.ColorSetARGB(dark // 2, 4, 6, 22),
                skia.ColorSetARGB(dark, 4, 6, 22),
            ],
            [0.0, 0.26, 0.44, 0.74, 1.0],
            localMatrix=matrix,
        )
    )
    surface = skia.Surface(*size)
    canvas = surface.getCanvas()
    if grade.shafts and behind:
        _shafts(canvas, grade, middle, reach)
    canvas.drawPaint(brush)
    return surface.makeImageSnapshot()


def _shafts(canvas: skia.Canvas, grade: Grade, middle: Flat, reach: Flat) -> None:
    """Slabs of daylight across the room behind the people; cells are coarse, so edges are soft."""
    x, y = middle
    wide, high = reach
    for start, thick, alpha in ((-1.15, 0.34, 0.16), (-0.66, 0.16, 0.1), (-0.3, 0.5, 0.17)):
        left, right = x + start * wide, x + (start + thick) * wide
        path = skia.Path()
        top, foot, lean = y - 1.6 * high, y + 1.9 * high, 1.5 * wide
        corners = ((left, top), (right, top), (right + lean, foot), (left + lean * 0.9, foot))
        path.addPoly([skia.Point(*corner) for corner in corners], True)
        canvas.drawPath(
            path,
            skia.Paint(AntiAlias=True, Color=skia.ColorSetARGB(round(255 * alpha), *grade.pool)),
        )
