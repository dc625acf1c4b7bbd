"""What is drawn over the picture every frame: effects, weather, moving light, lettering.

Each effect is one function `(canvas, moment) -> None`, named here by its kind. To add one: write
the function, name it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from random import Random

import skia

from engine.contracts import Effect, EffectKind, Format, SetKind, Shot, Weather
from engine.rehearsal.effects.feelings import draw_wash, wash
from engine.rehearsal.effects.glass import shattered
from engine.rehearsal.lettering.cards import Card
from engine.rehearsal.palette import Palette

EFFECTS: dict[EffectKind, str] = {
    EffectKind.SPEED_LINES: "engine.rehearsal.effects.lines:speed_lines",
    EffectKind.IMPACT: "engine.rehearsal.effects.lines:impact",
    EffectKind.SHAKE: "engine.rehearsal.effects.lines:tremble",
    EffectKind.SOUND_LETTERING: "engine.rehearsal.effects.words:sound_lettering",
    EffectKind.SPARKS: "engine.rehearsal.effects.particles:sparks",
    EffectKind.EMBERS: "engine.rehearsal.effects.particles:embers",
    EffectKind.FIRE: "engine.rehearsal.effects.particles:fire",
    EffectKind.PETALS: "engine.rehearsal.effects.particles:petals",
    EffectKind.LIGHTNING: "engine.rehearsal.effects.lightning:lightning",
    EffectKind.SPLIT_SCREEN: "engine.rehearsal.effects.words:between",
    EffectKind.FLASHBACK: "engine.rehearsal.effects.washes:flashback",
    EffectKind.FREEZE_TITLE: "engine.rehearsal.effects.words:freeze_title",
    EffectKind.FLASH: "engine.rehearsal.effects.washes:flash",
    EffectKind.FADE_IN: "engine.rehearsal.effects.washes:fade_in",
    EffectKind.FADE_OUT: "engine.rehearsal.effects.washes:fade_out",
    EffectKind.BLACK: "engine.rehearsal.effects.washes:black",
}
WEATHER: dict[Weather, str] = {
    Weather.RAIN: "engine.rehearsal.effects.weather:rain",
    Weather.STORM: "engine.rehearsal.effects.weather:storm",
    Weather.SNOW: "engine.rehearsal.effects.weather:snow",
    Weather.FOG: "engine.rehearsal.effects.weather:fog",
    Weather.WIND: "engine.rehearsal.effects.weather:leaves",
}
MOVING_LIGHT: dict[str, str] = {
    name: f"engine.rehearsal.effects.moving_light:{name}"
    for name in ("neon", "passing_cars", "candle", "blinds", "phone", "police")
}
MOVING_LIGHT |= {
    name: f"engine.rehearsal.effects.room_light:{name}"
    for name in ("tv", "fire", "tube", "leaves", "water", "fan")
}
MOVING_LIGHT["lightning"] = "engine.rehearsal.effects.lightning:outside"
# Under a fade or a black there is nothing to letter or to light.
LETTERED = {EffectKind.SOUND_LETTERING, EffectKind.FREEZE_TITLE}
LAST = {EffectKind.FADE_IN, EffectKind.FADE_OUT, EffectKind.BLACK}


@dataclass(frozen=True, slots=True)
class Moment:
    """What an effect is drawn from: one instant of it, in one frame."""

    effect: Effect
    since: float  # seconds since it began
    t: float  # seconds of the shot
    n: int  # frame of the shot
    width: int
    height: int
    palette: Palette
    seed: int
    blow: tuple[float, float] | None  # where one body meets another, px
    faces: tuple[tuple[float, float, float], ...]  # middle and radius of each that is seen, px

    @property
    def unit(self) -> float:
        """Pixels of this frame for one of a 1280 px high frame."""
        return self.height / 1280

    @property
    def progress(self) -> float:
        return min(self.since / max(self.effect.duration, 1e-3), 1.0)

    def random(self, *, each: int = 0) -> Random:
        """Chance that is the same in every run; new every `each` frames, 0 = the whole effect."""
        turn = self.n // each if each else 0
        mixed = (self.seed * 7919 + turn) * 31 + len(self.effect.kind)
        return Random(mixed)  # noqa: S311 - the same in every run


Drawing = Callable[[skia.Canvas, Moment], None]


@lru_cache(maxsize=64)
def load(path: str) -> Drawing:
    module, _, name = path.partition(":")
    drawing: Drawing = getattr(import_module(module), name)
    return drawing


def _turn(kind: EffectKind) -> int:
    """When an effect is drawn: no flash nor wash may lie over letters."""
    return 2 if kind in LAST else int(kind in LETTERED)


class Overlays:
    """Everything over the picture of one shot."""

    def __init__(self, shot: Shot, picture: Format, palette: Palette, seed: int) -> None:
        self.shot, self.picture, self.palette = shot, picture, palette
        self.seed = seed * 131 + shot.set.seed
        self.blow: tuple[float, float] | None = None
        self.faces: tuple[tuple[float, float, float], ...] = ()
        ambient = []
        outdoors = not shot.set.interior and shot.insert is None
        if outdoors and shot.set.weather in WEATHER:
            ambient.append(WEATHER[shot.set.weather])
        if shot.set.light in MOVING_LIGHT and shot.insert is None:
            ambient.append(MOVING_LIGHT[shot.set.light])
        split = any(effect.kind is EffectKind.SPLIT_SCREEN for effect in shot.effects)
        self.ambient = [] if split else [load(path) for path in ambient]  # each panel has its own
        self.broken = [
            effect
            for effect in shot.effects
            if effect.kind is EffectKind.IMPACT and shot.set.set is SetKind.CAR
        ]
        self.effects = sorted(shot.effects, key=lambda effect: _turn(effect.kind))
        self._cards: dict[int, Card] = {}
        self.any = bool(self.ambient or self.effects or shot.lettering)

    def seen_at(self, t: float) -> bool:
        """Whether anything is drawn over the picture at `t` seconds."""
        return self.any or wash(self.shot, t) is not None

    def draw(self, canvas: skia.Canvas, n: int, t: float) -> None:
        felt = wash(self.shot, t)
        if felt is not None:
            draw_wash(canvas, *felt, self.picture.width, self.picture.height)
        whole = Effect(kind=EffectKind.FLASH, duration=self.shot.duration)
        for drawing in self.ambient:
            drawing(canvas, self._moment(whole, n, t))
        for effect in self.broken:
            if effect.at <= t:
                shattered(canvas, self._moment(effect, n, t))
        lettered = False
        for effect in self.effects:
            if effect.kind in LAST and not lettered:
                self._letter(canvas, t)
                lettered = True
            if effect.at <= t < effect.at + effect.duration or (
                effect.kind is EffectKind.FREEZE_TITLE and t >= effect.at
            ):
                load(EFFECTS[effect.kind])(canvas, self._moment(effect, n, t))
        if not lettered:
            self._letter(canvas, t)

    def _letter(self, canvas: skia.Canvas, t: float) -> None:
        for index, lettering in enumerate(self.shot.lettering):
            if lettering.at <= t < lettering.at + lettering.duration:
                if index not in self._cards:
                    self._cards[index] = Card(lettering, self.picture, self.palette)
                self._cards[index].draw(canvas, t)

    def _moment(self, effect: Effect, n: int, t: float) -> Moment:
        return Moment(
            effect,
            t - effect.at,
            t,
            n,
            self.picture.width,
            self.picture.height,
            self.palette,
            self.seed,
            self.blow,
            self.faces,
        )
