"""The colours of a scene: one table by mood and one by time of day regrade every set and figure."""

from dataclasses import dataclass
from functools import lru_cache

from engine.contracts import Mood, SetDressing, TimeOfDay, Weather
from engine.rehearsal.light import Color, Light, mix, parse

Ramp = tuple[Color, Color, Color, Color]


def _ramp(*stops: str) -> Ramp:
    dark, low, middle, high = (parse(stop) for stop in stops)
    return dark, low, middle, high


# Five colours each: dark, low, middle, high, and one that is the light.
MOODS: dict[Mood, tuple[Ramp, str]] = {
    Mood.CALM: (_ramp("#1d2436", "#4b5f7a", "#b3ab97", "#f7ecd4"), "#f0b04a"),
    Mood.TENDER: (_ramp("#2c1a30", "#7d4a66", "#dfa090", "#ffe9d4"), "#ff8a70"),
    Mood.SAD: (_ramp("#131b2c", "#3a5069", "#7d95a8", "#d8e4e8"), "#7db9dc"),
    Mood.TENSION: (_ramp("#10161f", "#2b4650", "#80907c", "#ebe6bd"), "#ee5a3a"),
    Mood.MENACE: (_ramp("#0e0a15", "#3d1d34", "#8a4150", "#ecb997"), "#ee2f40"),
    Mood.MYSTERY: (_ramp("#0a1222", "#1e4056", "#4f868c", "#cfeed8"), "#b573f5"),
    Mood.TRIUMPH: (_ramp("#2c1322", "#8c3a30", "#e69c43", "#fff2c6"), "#ffd23e"),
    Mood.COMIC: (_ramp("#263056", "#3f8bb0", "#f4bb5c", "#fff8de"), "#ff6257"),
    Mood.SHOCK: (_ramp("#120c20", "#45306a", "#a58fb8", "#fdf6ff"), "#ff2e63"),
}


@dataclass(frozen=True, slots=True)
class Hour:
    """What a time of day does to colours: exposure, a cast, and the sky from zenith to horizon."""

    exposure: float
    cast: Color
    cast_amount: float
    sky: tuple[str, str, str]
    key: Color
    lamps: bool


OUTDOORS = {
    TimeOfDay.DAWN: Hour(
        0.86, (255, 178, 150), 0.16, ("#5b6c9c", "#c58fa0", "#ffcf9e"), (255, 226, 206), True
    ),
    TimeOfDay.DAY: Hour(
        1.0, (255, 250, 235), 0.06, ("#4f9ed1", "#8cc8e2", "#d9eee6"), (255, 250, 240), False
    ),
    TimeOfDay.DUSK: Hour(
        0.74, (236, 116, 74), 0.2, ("#3b2f66", "#b04a6a", "#ff9350"), (255, 196, 158), True
    ),
    TimeOfDay.NIGHT: Hour(
        0.5, (22, 34, 84), 0.3, ("#070b1e", "#111c40", "#2a3566"), (206, 210, 238), True
    ),
}
INDOORS = {
    TimeOfDay.DAWN: Hour(
        0.86, (255, 190, 160), 0.12, ("#5b6c9c", "#c58fa0", "#ffcf9e"), (255, 230, 212), False
    ),
    TimeOfDay.DAY: Hour(
        1.0, (255, 250, 235), 0.04, ("#6fb4dc", "#a5d6ea", "#e3f2e8"), (255, 251, 244), False
    ),
    TimeOfDay.DUSK: Hour(
        0.82, (240, 130, 80), 0.16, ("#3b2f66", "#b04a6a", "#ff9350"), (255, 208, 172), True
    ),
    TimeOfDay.NIGHT: Hour(
        0.68, (40, 36, 80), 0.2, ("#070b1e", "#111c40", "#2a3566"), (234, 212, 196), True
    ),
}
# How heavy the cast shadow on a wall is, by mood.
WEIGHTS = {
    Mood.MENACE: 0.5,
    Mood.MYSTERY: 0.46,
    Mood.TENSION: 0.42,
    Mood.SHOCK: 0.4,
    Mood.SAD: 0.32,
    Mood.COMIC: 0.1,
}
GREY_SKIES = {Weather.RAIN: 0.6, Weather.STORM: 0.75, Weather.SNOW: 0.55, Weather.FOG: 0.8}


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one dressing."""

    ramp: Ramp
    accent: Color
    hour: Hour
    gloom: float  # how much the weather greys the sky and dims the day

    weight: float  # how much of a room's walls lies in shadow's tone, 0 … 1

    @property
    def ink(self) -> Color:
        return mix(self.ramp[0], (0, 0, 0), 0.45)

    @property
    def shadow(self) -> Color:
        return mix(self.ramp[0], self.hour.cast, self.hour.cast_amount * 0.5)

    def tone(self, lightness: float) -> Color:
        """The scene's own ramp: 0 its dark, 1 its high light."""
        place = min(max(lightness, 0.0), 1.0) * 3
        step = min(int(place), 2)
        return mix(self.ramp[step], self.ramp[step + 1], place - step)

    def grade(self, color: str | Color, own: float = 0.62) -> Color:
        """A thing's own colour as it looks in this scene; `own` is how much of it survives."""
        base = parse(color) if isinstance(color, str) else color
        lightness = (0.3 * base[0] + 0.59 * base[1] + 0.11 * base[2]) / 255
        scene = mix(self.tone(lightness), base, own)
        cast = mix(scene, self.hour.cast, self.hour.cast_amount)
        exposure = self.hour.exposure * (1 - 0.2 * self.gloom)
        r, g, b = (round(channel * exposure) for channel in cast)
        return mix((r, g, b), (128, 138, 150), 0.18 * self.gloom * exposure)

    def glow(self, color: str | Color = "#ffe2a0") -> Color:
        """A lamp: its own colour, nearly untouched by the hour."""
        base = parse(color) if isinstance(color, str) else color
        return mix(base, self.accent, 0.18)

    def sky(self, height: float) -> Color:
        """0 at the horizon, 1 at the zenith."""
        zenith, middle, horizon = (parse(stop) for stop in self.hour.sky)
        clear = (
            mix(horizon, middle, height * 2)
            if height < 0.5
            else mix(middle, zenith, height * 2 - 1)
        )
        scene = mix(clear, self.tone(0.3 + 0.5 * self.hour.exposure - 0.3 * height), 0.25)
        r, g, b = (round(168 * self.hour.exposure * k) for k in (0.9, 0.97, 1.05))
        return mix(scene, (r, g, b), self.gloom)


@lru_cache(maxsize=64)
def palette_for(dressing: SetDressing) -> Palette:
    ramp, accent = MOODS[dressing.mood]
    hour = (INDOORS if dressing.interior else OUTDOORS)[dressing.time]
    gloom = 0.0 if dressing.interior else GREY_SKIES.get(dressing.weather, 0.0)
    return Palette(ramp, parse(accent), hour, gloom, WEIGHTS.get(dressing.mood, 0.2))


# Where the key light stands, by hour: y is down, so a negative second number is a light from above.
KEYS = {
    TimeOfDay.DAWN: (-0.8, -0.6),
    TimeOfDay.DAY: (-0.45, -0.89),
    TimeOfDay.DUSK: (0.86, -0.51),
    TimeOfDay.NIGHT: (0.5, -0.87),
}
DEPTHS = {Mood.MENACE: 0.2, Mood.MYSTERY: 0.16, Mood.TENSION: 0.1, Mood.COMIC: -0.12}


def light_for(dressing: SetDressing) -> Light:
    """How figures are lit in this dressing."""
    palette = palette_for(dressing)
    depth = 0.42 if dressing.time is not TimeOfDay.NIGHT else 0.55
    key = mix(palette.hour.key, palette.tone(0.95), 0.3)
    return Light(
        direction=KEYS[dressing.time],
        key=mix(key, (200, 208, 222), 0.5 * palette.gloom),
        shadow=palette.shadow,
        shadow_depth=min(max(depth + DEPTHS.get(dressing.mood, 0.0), 0.2), 0.75),
        rim=palette.glow("#ffe8c0") if palette.hour.lamps else palette.tone(1.0),
        rim_strength=0.75 if palette.hour.lamps else 0.4,
        ink=palette.ink,
    )
