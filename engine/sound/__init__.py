"""Sound: effects, ambience and score made by arithmetic, and the mix of shot and episode."""

from engine.sound.episode import Mix, mixdown
from engine.sound.mix import shot_mix
from engine.sound.score import Theme, theme

__all__ = ["Mix", "Theme", "mixdown", "shot_mix", "theme"]
