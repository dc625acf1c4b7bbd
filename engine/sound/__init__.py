"""Sound: effects, ambience and score made by arithmetic, and the mix of shot and episode."""

from engine.sound.mix import shot_mix

__all__ = ["shot_mix"]
