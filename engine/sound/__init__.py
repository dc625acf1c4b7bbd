"""Sound: effects, ambience and score made by arithmetic, and the mix of shot and episode."""

from engine.sound.episode import Mix, mixdown
from engine.sound.mix import shot_mix

__all__ = ["Mix", "mixdown", "shot_mix"]
