"""Draws a set as flat, inked shapes in space, sheet by sheet, through one lens."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import cache
from random import Random

import skia

from engine.contracts import SetDressing
from engine.rehearsal.lens import Lens, Point
from engine.rehearsal.light import Color, mix
from engine.rehearsal.palette import Palette


def paint(color: Color, alpha: float = 1.0, blend: skia.BlendMode | None = None) -> skia.Paint:
    brush = skia.Paint(AntiAlias=True, Color=skia.ColorSetARGB(round(alpha * 255), *color))
    if blend is not None:
        brush.setBlendMode(blend)
    return brush


def pen(color: Color, width: float, alpha: float = 1.0) -> skia.Paint:
    brush = paint(color, alpha)
    brush.setStyle(skia.Paint.kStroke_Style)
    brush.setStrokeWidth(width)
    brush.setStrokeJoin(skia.Paint.kRound_Join)
    brush.setStrokeCap(skia.Paint.kRound_Cap)
    return brush


def polygon(points: Iterable[tuple[float, float]]) -> skia.Path:
    path = skia.Path()
    path.addPoly([skia.Point(*point) for point in points], True)
    return path


@cache
def dots(pitch: int, radius: int) -> skia.Image:
    """A tile of halftone: two dots on the diagonal, so rows are offset. Sizes in tenths of px."""
    side = max(round(pitch / 10), 2) * 2
    surface = skia.Surface(side, side)
    brush = skia.Paint(AntiAlias=True, Color=skia.ColorBLACK)
    for x, y in ((0.25, 0.25), (0.75, 0.75)):
        surface.getCanvas().drawCircle(x * side, y * side, radius / 10, brush)
    return surface.makeImageSnapshot()


@dataclass(frozen=True)
class Walls:
    """The inside of a room, cm: from the middle to either side, and from floor to ceiling."""

    half: float
    height: float


@dataclass(frozen=True)
class Sheet:
    """One layer of a set, recorded as drawing: where its plane stands, and where its art ends."""

    z: float  # world, cm
    picture: skia.Picture
    opaque: bool
    soft: bool  # may be blurred by the depth of field


class Painter:
    """What a set draws with. All points are in the world; sheets go from far to near."""

    def __init__(self, lens: Lens, palette: Palette, dressing: SetDressing) -> None:
        self.lens, self.palette, self.dressing = lens, palette, dressing
        self.random = Random(dressing.seed)  # noqa: S311 - the same in every run
        self.unit = lens.height / 1280
        self.sheets: list[Sheet] = []
        self.walls: Walls | None = None  # of a room, which nothing in it is beyond
        self.bounds = skia.Rect.MakeLTRB(
            -lens.width * 3, -lens.height * 3, lens.width * 4, lens.height * 4
        )
        self.canvas: skia.Canvas = skia.Canvas(1, 1)

    @contextmanager
    def sheet(self, z: float, *, opaque: bool = False, soft: bool = True) -> Iterator[skia.Canvas]:
        """A new layer whose plane stands at `z`; nearer ones slide further as the camera moves."""
        recorder = skia.PictureRecorder()
        self.canvas = recorder.beginRecording(self.bounds)
        yield self.canvas
        self.sheets.append(Sheet(z, recorder.finishRecordingAsPicture(), opaque, soft))

    @contextmanager
    def aside(self, key: str) -> Iterator[None]:
        """Chance of its own for what varies by hour, weather or lens, so that all else does not:
        the same place has the same things in it in every shot."""
        kept, self.random = self.random, Random(f"{self.dressing.seed} {key}")  # noqa: S311
        yield
        self.random = kept

    @contextmanager
    def plane(self, origin: Point, u: Point, v: Point) -> Iterator[skia.Canvas]:
        """The canvas in the coordinates of a plane in space, in perspective."""
        self.canvas.save()
        self.canvas.concat(self.lens.plane(origin, u, v))
        yield self.canvas
        self.canvas.restore()

    def facing(self, z: float) -> AbstractContextManager[skia.Canvas]:
        """A wall across the view: coordinates are x and y."""
        return self.plane((0, 0, z), (1, 0, 0), (0, 1, 0))

    def side(self, x: float) -> AbstractContextManager[skia.Canvas]:
        """A wall along the view: coordinates are z and y."""
        return self.plane((x, 0, 0), (0, 0, 1), (0, 1, 0))

    def flat(self, y: float = 0) -> AbstractContextManager[skia.Canvas]:
        """A floor or ceiling: coordinates are x and z."""
        return self.plane((0, y, 0), (1, 0, 0), (0, 0, 1))

    def path(self, points: Sequence[Point]) -> skia.Path:
        path = skia.Path()
        corners = self.lens.polygon(points)
        if len(corners) > 2:
            path.addPoly([skia.Point(*corner) for corner in corners], True)
        return path

    def face(self, points: Sequence[Point], color: Color, ink: float = 1.0) -> None:
        """A flat polygon with its outline; `ink` is the weight of the line, 0 for none."""
        path = self.path(points)
        self.canvas.drawPath(path, paint(color))
        if ink:
            self.canvas.drawPath(path, pen(self.palette.ink, self.weight(points[0], ink)))

    def weight(self, point: Point, ink: float) -> float:
        """Lines are thicker near the lens."""
        depth = max(self.lens.depth(point), 40.0)
        return self.unit * ink * min(max(self.lens.scale(depth) / self.unit * 0.7, 1.2), 5.0)

    def line(self, a: Point, b: Point, ink: float = 1.0, color: Color | None = None) -> None:
        corners = self.lens.polygon((a, b))
        if len(corners) >= 2:
            brush = pen(color or self.palette.ink, self.weight(a, ink))
            self.canvas.drawLine(*corners[0], *corners[1], brush)

    def box(self, centre: Point, size: Point, color: Color, ink: float = 1.0) -> None:
        """A box standing on its `centre` (x, y of the bottom, z); lit from above."""
        (x, y, z), (w, h, d) = centre, size
        left, right, top, near, far = x - w / 2, x + w / 2, y - h, z - d / 2, z + d / 2
        shade = mix(color, self.palette.shadow, 0.45)
        if self.lens.x < left:
            self.face(
                ((left, y, near), (left, top, near), (left, top, far), (left, y, far)), shade, ink
            )
        if self.lens.x > right:
            self.face(
                ((right, y, near), (right, top, near), (right, top, far), (right, y, far)),
                shade,
                ink,
            )
        if self.lens.y < top:
            lit = mix(color, self.palette.tone(1.0), 0.25)
            self.face(
                ((left, top, near), (right, top, near), (right, top, far), (left, top, far)),
                lit,
                ink,
            )
        if self.lens.y > y:
            self.face(((left, y, near), (right, y, near), (right, y, far), (left, y, far)), shade)
        self.face(
            ((left, y, near), (right, y, near), (right, top, near), (left, top, near)), color, ink
        )

    def halftone(self, points: Sequence[Point], strength: float = 0.5) -> None:
        """Shadow as dots of ink: `strength` 0 … 1 is how much of the area they cover."""
        self.dot_path(self.path(points), strength)

    def dot_path(self, path: skia.Path, strength: float) -> None:
        pitch = max(self.unit * 7.5, 2.0)
        tile = dots(round(pitch * 10), round(pitch * (0.35 + 0.5 * strength) * 10))
        brush = skia.Paint(AntiAlias=True)
        brush.setShader(
            tile.makeShader(
                skia.TileMode.kRepeat,
                skia.TileMode.kRepeat,
                skia.SamplingOptions(skia.FilterMode.kLinear),
            )
        )
        brush.setColorFilter(
            skia.ColorFilters.Blend(
                skia.ColorSetARGB(255, *self.palette.shadow), skia.BlendMode.kSrcIn
            )
        )
        brush.setAlphaf(0.55)
        self.canvas.drawPath(path, brush)

    def beam(self, points: Sequence[Point], color: Color, alpha: float = 0.3) -> None:
        """A hard shape of light."""
        self.canvas.drawPath(self.path(points), paint(color, alpha, skia.BlendMode.kScreen))

    def halo(self, point: Point, radius: float, color: Color, alpha: float = 0.5) -> None:
        """A lamp's bloom: a bright heart and a long fall-off; `radius` in cm."""
        depth = self.lens.depth(point)
        if depth < 30:
            return
        x, y = self.lens.project(point)
        pixels = max(radius * self.lens.scale(depth), 1.0)
        warm = mix(color, self.palette.accent, 0.15)
        brush = skia.Paint(AntiAlias=True, BlendMode=skia.BlendMode.kScreen)
        brush.setShader(
            skia.GradientShader.MakeRadial(
                skia.Point(x, y),
                pixels,
                [skia.ColorSetARGB(round(255 * alpha * k), *warm) for k in (1.0, 0.5, 0.18, 0.0)],
                [0.0, 0.3, 0.62, 1.0],
            )
        )
        self.canvas.drawCircle(x, y, pixels, brush)

    def standing(self, x: float, z: float, y: float = 0.0) -> AbstractContextManager[skia.Canvas]:
        """A flat cut-out that faces the lens, in cm around its foot."""
        return self.plane((x, y, z), (1, 0, 0), (0, 1, 0))
