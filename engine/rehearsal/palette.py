"""The colours of a scene: one table by mood and one by hour regrade every
set and figure."""

from dataclasses import dataclass, replace
from functools import lru_cache

from engine.contracts import Mood, SetDressing, TimeOfDay, Weather
from engine.rehearsal.color import Lab, between, color_of, lab
from engine.rehearsal.keylight import DEPTHS, FROM_BELOW, KEYS, lamps_for
from engine.rehearsal.light import Color, Light, mix, parse

Ramp = tuple[Color, Color, Color, Color]


def _ramp(*stops: str) -> Ramp:
    dark, low, middle, high = (parse(stop) for stop in stops)
    return dark, low, middle, high


# Five colours each: dark, low, middle, high, and one that is the light.
MOODS: dict[Mood, tuple[Ramp, str]] = {
    Mood.CALM: (_ramp("#18223c", "#3f5f86", "#c2a78a", "#fbedd2"), "#ffb548"),
    Mood.TENDER: (_ramp("#2b1636", "#86456c", "#e79c86", "#ffe6cc"), "#ff8f66"),
    Mood.SAD: (_ramp("#0e1a33", "#2b4f7c", "#7195b6", "#d6e7f0"), "#f6bd7e"),
    Mood.TENSION: (_ramp("#0a1524", "#1a4657", "#6c8f83", "#f0e7b6"), "#ff6038"),
    Mood.MENACE: (_ramp("#0e0716", "#451739", "#9a3f4a", "#f2b48c"), "#ff2b3d"),
    Mood.MYSTERY: (_ramp("#081129", "#173f61", "#45909a", "#d2f3da"), "#b26dff"),
    Mood.TRIUMPH: (_ramp("#2c1028", "#963a30", "#eda03e", "#fff2c2"), "#ffd33c"),
    Mood.COMIC: (_ramp("#222f5c", "#3a8fb8", "#f6bb57", "#fff8dc"), "#ff6257"),
    Mood.SHOCK: (_ramp("#0f0d30", "#303a82", "#8aa4d2", "#f2f6ff"), "#ff3a68"),
}


@dataclass(frozen=True, slots=True)
class Hour:
    """What a time of day does to what is not alight: how light and how dark it may be, a cast, and
    the sky from zenith to horizon."""

    exposure: float
    least: float  # lightness of black, OKLab
    most: float  # of white
    cast: Color
    cast_amount: float
    sky: tuple[str, str, str]
    lamps: bool


DAWN_SKY = ("#3d5596", "#c67f9c", "#ffcf94")
DUSK_SKY = ("#2f2a6e", "#b53f72", "#ff8d48")
NIGHT_SKY = ("#050a22", "#0d1f4d", "#264383")
DAWN, DAY, DUSK, NIGHT = TimeOfDay.DAWN, TimeOfDay.DAY, TimeOfDay.DUSK, TimeOfDay.NIGHT
OUTDOORS = {
    DAWN: Hour(0.86, 0.12, 0.8, (255, 160, 140), 0.2, DAWN_SKY, True),
    DAY: Hour(1.0, 0.14, 0.92, (255, 244, 214), 0.06, ("#3391d8", "#7ac6ea", "#d6f0ea"), False),
    DUSK: Hour(0.74, 0.1, 0.68, (236, 92, 84), 0.26, DUSK_SKY, True),
    NIGHT: Hour(0.5, 0.07, 0.46, (34, 66, 168), 0.34, NIGHT_SKY, True),
}
INDOORS = {
    DAWN: Hour(0.86, 0.12, 0.78, (255, 170, 140), 0.14, DAWN_SKY, False),
    DAY: Hour(1.0, 0.12, 0.84, (255, 246, 226), 0.04, ("#5cafe4", "#a0d8ee", "#e3f3e8"), False),
    DUSK: Hour(0.82, 0.1, 0.68, (240, 110, 70), 0.2, DUSK_SKY, True),
    NIGHT: Hour(0.68, 0.08, 0.52, (56, 52, 140), 0.24, NIGHT_SKY, True),
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
# How much of the day's light a mood leaves a place: people are lit apart from it.
DIMMED = {
    Mood.MENACE: 0.78,
    Mood.MYSTERY: 0.82,
    Mood.TENSION: 0.9,
    Mood.SHOCK: 0.92,
    Mood.SAD: 0.92,
    Mood.COMIC: 1.04,
}
GREY_SKIES = {Weather.RAIN: 0.6, Weather.STORM: 0.75, Weather.SNOW: 0.55, Weather.FOG: 0.8}
VIVID = 1.3  # more colour than in life
NEAR = 0.86  # the lightness of white in a close-up of a thing, whatever the hour
BANDS = 5  # of a sky, without a step between them it would be a slide's


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one dressing."""

    ramp: Ramp
    accent: Color
    hour: Hour
    gloom: float  # how much the weather greys the sky and dims the day
    weight: float  # how much of a room's walls lies in shadow's tone, 0 … 1
    dimmed: float = 1.0

    @property
    def ink(self) -> Color:
        return mix(self.ramp[0], (0, 0, 0), 0.45)

    @property
    def shadow(self) -> Color:
        return mix(self.ramp[0], self.hour.cast, self.hour.cast_amount * 0.4)

    def near(self) -> "Palette":
        """For what is shown close, in the light that people stand in."""
        return replace(self, hour=replace(self.hour, most=max(self.hour.most, NEAR)), dimmed=1.0)

    def tone(self, lightness: float) -> Color:
        """The scene's own ramp: 0 its dark, 1 its high light."""
        place = min(max(lightness, 0.0), 1.0) * 3
        step = min(int(place), 2)
        return mix(self.ramp[step], self.ramp[step + 1], place - step)

    def grade(self, color: str | Color, own: float = 0.62) -> Color:
        """A thing's own colour as it looks in this scene; `own` is how much of it survives."""
        return _graded(self, parse(color) if isinstance(color, str) else color, own)

    def glow(self, color: str | Color = "#ffe2a0") -> Color:
        """A lamp: its own colour, nearly untouched by the hour."""
        base = parse(color) if isinstance(color, str) else color
        return mix(base, self.accent, 0.18)

    def sky(self, height: float) -> Color:
        """0 at the horizon, 1 at the zenith, in flat bands."""
        height = round(min(max(height, 0.0), 1.0) * BANDS) / BANDS
        zenith, middle, horizon = (parse(stop) for stop in self.hour.sky)
        clear = (
            mix(horizon, middle, height * 2)
            if height < 0.5
            else mix(middle, zenith, height * 2 - 1)
        )
        scene = mix(clear, self.tone(0.3 + 0.5 * self.hour.exposure - 0.3 * height), 0.25)
        return mix(scene, self._clouded(height), self.gloom)

    def _clouded(self, height: float) -> Color:
        """A covered sky: the palette's own low tone, lighter where it meets the ground."""
        town = (1 - height) ** 2 if self.hour.lamps else 0.0  # lights the clouds from below
        bright = 0.2 + 0.58 * self.hour.exposure**1.6 - 0.14 * height + 0.13 * town
        at, low = lab(mix(self.ramp[1], (120, 136, 160), 0.25)), 0.75
        lamp = lab(self.accent)
        return color_of(
            (
                bright * (0.6 + 0.4 * self.dimmed),
                at[1] * low + 0.16 * town * lamp[1],
                at[2] * low + 0.16 * town * lamp[2],
            )
        )


@lru_cache(maxsize=8192)
def _graded(palette: Palette, base: Color, own: float) -> Color:
    hour = palette.hour
    at = lab(base)
    scene = between(lab(palette.tone(at[0] ** 1.5)), at, own)
    cast = lab(hour.cast)
    much = hour.cast_amount
    tinted: Lab = (
        scene[0],
        scene[1] * (1 - 0.5 * much) + cast[1] * much,
        scene[2] * (1 - 0.5 * much) + cast[2] * much,
    )
    most = hour.most * palette.dimmed * (1 - 0.1 * palette.gloom)
    lightness = hour.least + (most - hour.least) * min(max(scene[0], 0.0), 1.0) ** 1.15
    # Less light leaves less colour, but never none.
    keep = 0.45 + 0.55 * lightness / max(tinted[0], 0.05)
    return color_of((lightness, tinted[1] * keep * VIVID, tinted[2] * keep * VIVID))


@lru_cache(maxsize=64)
def palette_for(dressing: SetDressing) -> Palette:
    ramp, accent = MOODS[dressing.mood]
    hour = (INDOORS if dressing.interior else OUTDOORS)[dressing.time]
    gloom = 0.0 if dressing.interior else GREY_SKIES.get(dressing.weather, 0.0)
    weight, dimmed = WEIGHTS.get(dressing.mood, 0.2), DIMMED.get(dressing.mood, 1.0)
    return Palette(ramp, parse(accent), hour, gloom, weight, dimmed)


def _overcast(key: Color, dressing: SetDressing, palette: Palette) -> Color:
    gloom = palette.gloom * palette.hour.exposure**2
    if dressing.interior and dressing.weather in (Weather.RAIN, Weather.STORM):
        gloom = 0.25 if dressing.time is TimeOfDay.DAY else 0.0
    return mix(key, (222, 222, 242), 0.4 * gloom)


@lru_cache(maxsize=64)
def light_for(dressing: SetDressing) -> Light:
    """How figures are lit in this dressing. By calm clear day indoors the key is white: colours
    are then those of the look."""
    palette = palette_for(dressing)
    lamps = lamps_for(dressing)
    night = dressing.time is TimeOfDay.NIGHT
    depth = (0.56 if night else 0.46) + DEPTHS.get(dressing.mood, 0.0)
    ambient = lab(mix(lamps.ambient, palette.ramp[1], 0.3))
    return Light(
        direction=FROM_BELOW if dressing.light == "phone" else KEYS[dressing.time],
        key=_overcast(lamps.key, dressing, palette),
        shadow=color_of((ambient[0] * (0.8 if night else 1.0), ambient[1], ambient[2])),
        shadow_depth=min(max(depth, 0.2), 0.78),
        rim=mix(lamps.rim, palette.accent, 0.2 if palette.hour.lamps else 0.0),
        rim_strength=lamps.strength,
        ink=palette.ink,
        dusk=0.17 if palette.hour.lamps else 0.06,
    )
