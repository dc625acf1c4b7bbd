"""Every sound that a shot can ask for, by name."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.random import Generator

from engine.contracts import Sound
from engine.sound import foley, machines, nature, people
from engine.sound.blocks import SAMPLE_RATE, Audio, db, faded, length, looped, loudest
from engine.store import kept_samples


@dataclass(frozen=True, slots=True)
class Effect:
    """`make` gives `seconds` of it; `level_db` is the RMS of its loudest moment in the mix."""

    make: Callable[[int, Generator], Audio]
    seconds: float
    level_db: float
    endless: bool = False  # can be repeated without a seam
    lead: float = 0.0  # seconds of it before what is seen: a swish, a rustle


EFFECTS = {
    Sound.RAIN: Effect(nature.rain, 11.3, -27, endless=True),
    Sound.THUNDER: Effect(nature.thunder, 4.5, -15),
    Sound.WIND: Effect(nature.wind, 12.7, -27, endless=True),
    Sound.STREET: Effect(nature.street, 13.6, -28, endless=True),
    Sound.FIRE: Effect(nature.fire, 9.1, -26, endless=True),
    Sound.FOOTSTEPS: Effect(foley.footsteps, 2.2, -24),
    Sound.DOOR: Effect(foley.door, 1.6, -19),
    Sound.KNOCK: Effect(foley.knock, 1.1, -20),
    Sound.SLAP: Effect(foley.slap, 0.7, -13, lead=0.085),
    Sound.IMPACT: Effect(foley.impact, 2.0, -13),
    Sound.GLASS: Effect(foley.glass, 1.7, -17),
    Sound.PHONE_BUZZ: Effect(machines.phone_buzz, 1.25, -24),
    Sound.PHONE_RING: Effect(machines.phone_ring, 3.0, -24),
    Sound.MESSAGE: Effect(machines.message, 1.0, -22),
    Sound.HEARTBEAT: Effect(foley.heartbeat, 2.9, -20),
    Sound.HEART_MONITOR: Effect(machines.heart_monitor, 2.7, -28),
    Sound.WHOOSH: Effect(machines.whoosh, 0.7, -20),
    Sound.RISER: Effect(machines.riser, 2.4, -18),
    Sound.STING: Effect(machines.sting, 2.6, -15),
    Sound.CAR: Effect(machines.car, 3.2, -21),
    Sound.BELL: Effect(machines.bell, 4.5, -21),
    Sound.CROWD: Effect(nature.crowd, 9.7, -29, endless=True),
    Sound.BIRDS: Effect(nature.birds, 12.1, -29, endless=True),
    Sound.CRICKETS: Effect(nature.crickets, 10.3, -33, endless=True),
    Sound.PAPER: Effect(foley.paper, 0.8, -27),
    Sound.CLOTH: Effect(foley.cloth, 0.5, -31),
    Sound.FALL: Effect(people.fall, 1.1, -19, lead=0.3),
    Sound.GASP: Effect(people.gasp, 1.4, -25),
    Sound.APPLAUSE: Effect(people.applause, 4.2, -25),
    Sound.KEYS: Effect(people.keys, 0.9, -27),
    Sound.GUNSHOT: Effect(people.gunshot, 2.3, -12),
}
# Steps by the ground; hard where it is not known.
STEPS = {"earth": people.steps_on_earth, "wood": people.steps_on_wood}
_VARIANTS = 3  # of each sound; the same step twice sounds like a machine
_SOFT_DB = -23.0  # what is softer has no business to startle: its peaks are held back
_LONGEST = 30.0  # seconds that one sound is made for


def effect(sound: Sound, seconds: float, key: str, ground: str = "") -> Audio:
    """`sound` at its level, stereo, `seconds` long (0: as long as it is).

    `ground` is one of STEPS, what feet stand on. `key` picks one of its variants, always the same.
    The samples are shared and cannot be written.
    """
    known = EFFECTS[sound]
    variant = crc32(key.encode()) % _VARIANTS
    if known.endless:
        wanted = length(seconds or known.seconds)
        loop = _made(sound, length(known.seconds), variant)
        start = crc32(key.encode()) % len(loop)
        return faded(looped(loop, start, wanted), 0.15, 0.4)
    ground = ground if sound is Sound.FOOTSTEPS else ""
    return _made(sound, length(min(seconds or known.seconds, _LONGEST)), variant, ground)


def loop(sound: Sound) -> Audio:
    """An endless sound once round, at its level, stereo."""
    return _made(sound, length(EFFECTS[sound].seconds), 0)


@lru_cache(maxsize=16)
def _made(sound: Sound, n: int, variant: int, ground: str = "") -> Audio:
    made = kept_samples(
        ("effect", sound, n, variant, ground),
        "engine.sound",
        lambda: _make(sound, n, variant, ground),
    )
    made.flags.writeable = False
    return made


def _make(sound: Sound, n: int, variant: int, ground: str) -> Audio:
    known = EFFECTS[sound]
    make = STEPS.get(ground, known.make)
    rng = np.random.default_rng([crc32(sound.encode()), variant])
    # A short sound asked for even shorter is made whole and then cut.
    whole = max(n, min(length(known.seconds), 2 * SAMPLE_RATE))
    made = make(whole, rng)[:n]
    if n < whole:
        made = faded(made, 0.0005, 0.08)
    room = db(known.level_db + (14 if known.level_db < _SOFT_DB else 20))
    for _ in range(2):  # what the peaks lose, the rest has to bring
        made = made * np.float32(db(known.level_db) / room / max(loudest(made), 1e-6))
        made = np.asarray(np.tanh(made) * np.float32(room), np.float32)
    return made
