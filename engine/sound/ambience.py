"""What is heard where nobody speaks: every place has its air, its weather, its time of day."""

from functools import lru_cache
from zlib import crc32

import numpy as np

from engine.contracts import SetDressing, SetKind, Sound, TimeOfDay, Weather
from engine.sound import nature, waters
from engine.sound.blocks import (
    SAMPLE_RATE,
    Audio,
    band,
    db,
    filtered,
    lay,
    lay_looped,
    length,
    loudest,
    silence,
)
from engine.sound.effects import effect, loop
from engine.sound.places import Layer, air_by_name, room_by_name
from engine.store import kept_samples

_AIRS = {  # beds that no shot asks for by name
    "air": (nature.air, 9.7),
    "ventilation": (nature.ventilation, 8.3),
    "cabin": (nature.cabin, 10.9),
    "crockery": (nature.crockery, 11.9),
    "waves": (waters.waves, 13.1),
    "stream": (waters.stream, 8.9),
    "clock": (waters.clock, 10.0),
    "rails": (waters.rails, 9.3),
    "drops": (waters.drops, 12.3),
    "machines": (waters.machines, 8.1),
    "silent_night": (waters.silent_night, 12.9),
}
_INSIDE: dict[SetKind, tuple[Layer, ...]] = {
    SetKind.BOARDROOM: (("ventilation", -45),),
    SetKind.OFFICE: (("ventilation", -43), ("crowd", -56)),
    SetKind.HOSPITAL: (("ventilation", -43), ("crowd", -58)),
    SetKind.PALACE: (("air", -45), ("wind", -58)),
    SetKind.BEDROOM: (("air", -50),),
    SetKind.LIVING_ROOM: (("air", -48),),
    SetKind.KITCHEN: (("ventilation", -47), ("air", -52)),
    SetKind.CAFE: (("crowd", -37), ("crockery", -40), ("air", -48)),
    SetKind.CAR: (("cabin", -36),),
    SetKind.BALLROOM: (("crowd", -38), ("crockery", -46), ("air", -46)),
    SetKind.COURTROOM: (("air", -46), ("crowd", -50)),
    SetKind.HALL: (("air", -45),),
    SetKind.WARD: (("ventilation", -44),),
    SetKind.CLASSROOM: (("crowd", -52), ("air", -48)),
    SetKind.POLICE: (("ventilation", -44), ("crowd", -54)),
    SetKind.BAR: (("crowd", -36), ("crockery", -42), ("air", -48)),
    SetKind.RESTAURANT: (("crowd", -37), ("crockery", -39), ("air", -48)),
    SetKind.SHOP: (("crowd", -42), ("ventilation", -46)),
    SetKind.AIRPORT: (("crowd", -38), ("ventilation", -44)),
    SetKind.ELEVATOR: (("cabin", -42),),
    SetKind.GARAGE: (("ventilation", -42),),
    SetKind.GYM: (("ventilation", -43), ("crowd", -52)),
}
_OUTSIDE: dict[SetKind, tuple[Layer, ...]] = {
    SetKind.STREET: (("street", -36), ("crowd", -52)),
    SetKind.ROOFTOP: (("wind", -40), ("street", -45)),
    SetKind.ALLEY: (("street", -45), ("air", -46)),
    SetKind.MOUNTAIN: (("wind", -38),),
    SetKind.BEACH: (("wind", -40),),
    SetKind.BRIDGE: (("wind", -40), ("street", -44)),
    SetKind.CEMETERY: (("wind", -44), ("air", -48)),
}
_GREEN = (SetKind.COURTYARD, SetKind.FOREST, SetKind.PALACE, SetKind.MOUNTAIN, SetKind.PLAIN)
_EARTH = (SetKind.FOREST, SetKind.MOUNTAIN, SetKind.COURTYARD, SetKind.PLAIN)
_BOARDS = (
    SetKind.BEDROOM, SetKind.LIVING_ROOM, SetKind.COURTROOM, SetKind.CAFE, SetKind.BALLROOM,
    SetKind.OFFICE,
)  # fmt: skip
_ALWAYS_OUTSIDE = (
    SetKind.STREET, SetKind.ROOFTOP, SetKind.ALLEY, SetKind.FOREST, SetKind.MOUNTAIN,
    SetKind.COURTYARD, SetKind.VILLAGE, SetKind.BEACH, SetKind.BRIDGE, SetKind.CEMETERY,
)  # fmt: skip
_WEATHER: dict[Weather, tuple[Layer, ...]] = {
    Weather.CLEAR: (),
    Weather.RAIN: (("rain", -33),),
    Weather.STORM: (("rain", -30), ("wind", -34)),
    Weather.SNOW: (("wind", -44),),
    Weather.FOG: (("air", -46),),
    Weather.WIND: (("wind", -33),),
}
_WALL_DB, _WALL = -9.0, band(40, 620, 0.0, 3.0)  # what a wall leaves of the weather
_THUNDER_EVERY = 11.0  # seconds
# How a voice sounds there: seconds of reverberation, amount.
_ROOMS: dict[SetKind, tuple[float, float]] = {
    SetKind.PALACE: (1.8, 0.16), SetKind.BALLROOM: (1.5, 0.13), SetKind.HALL: (1.3, 0.13),
    SetKind.COURTROOM: (1.2, 0.12), SetKind.HOSPITAL: (0.9, 0.12), SetKind.ALLEY: (0.8, 0.1),
    SetKind.BOARDROOM: (0.6, 0.08), SetKind.OFFICE: (0.5, 0.07), SetKind.KITCHEN: (0.5, 0.09),
    SetKind.CAFE: (0.6, 0.07), SetKind.LIVING_ROOM: (0.4, 0.06), SetKind.BEDROOM: (0.35, 0.05),
    SetKind.CAR: (0.12, 0.1), SetKind.STREET: (0.7, 0.04), SetKind.COURTYARD: (0.6, 0.05),
    SetKind.CHURCH: (2.2, 0.17), SetKind.TEMPLE: (1.6, 0.14), SetKind.MANSION: (1.3, 0.12),
    SetKind.AIRPORT: (1.6, 0.12), SetKind.GARAGE: (1.5, 0.15), SetKind.CORRIDOR: (0.9, 0.12),
    SetKind.PRISON: (0.9, 0.13), SetKind.GYM: (1.1, 0.11), SetKind.WARD: (0.5, 0.08),
    SetKind.CLASSROOM: (0.7, 0.09), SetKind.POLICE: (0.6, 0.09), SetKind.ELEVATOR: (0.2, 0.1),
    SetKind.BAR: (0.6, 0.07), SetKind.RESTAURANT: (0.6, 0.07), SetKind.SHOP: (0.5, 0.07),
    SetKind.HOTEL_ROOM: (0.35, 0.05),
}  # fmt: skip


def room(place: SetDressing) -> tuple[float, float]:
    """Seconds of reverberation that a voice has there, and how much of it is heard (0 … 1)."""
    return room_by_name(place.place) or _ROOMS.get(place.set, (0.4, 0.04))


def ground(place: SetDressing) -> str:
    """What feet stand on there: "earth", "wood", "" for stone and tiles."""
    if place.set in _EARTH and (not place.interior or place.set in _ALWAYS_OUTSIDE):
        return "earth"
    return "wood" if place.interior and place.set in _BOARDS else ""


def weather(place: SetDressing) -> frozenset[str]:
    """Names of the sounds that the weather makes there."""
    return frozenset(name for name, _ in _WEATHER[place.weather])


def ambience(place: SetDressing, n: int) -> Audio:
    """The bed of a place, stereo, `n` samples, ever changing and never silent."""
    out = silence(n)
    outdoors = not place.interior or place.set in _ALWAYS_OUTSIDE
    for name, level in _layers(place, outdoors):
        bed = _bed(name, walled=False) * db(level)
        lay_looped(out, bed, _start(bed, f"{place.place}{place.set}{name}"))
    for name, level in _WEATHER[place.weather]:
        bed = _bed(name, walled=not outdoors) * db(level if outdoors else level + _WALL_DB)
        lay_looped(out, bed, _start(bed, f"{place.place}{name}"))
    if place.weather is Weather.STORM:
        _thunder(out, place, outdoors)
    return out


def _layers(place: SetDressing, outdoors: bool) -> tuple[Layer, ...]:
    if named := air_by_name(place.place):
        return named
    if not outdoors:
        return _INSIDE.get(place.set, (("air", -47),))
    layers = _OUTSIDE.get(place.set, (("wind", -47), ("air", -50)))
    quiet = place.weather in (Weather.RAIN, Weather.STORM, Weather.SNOW)
    if place.set not in _GREEN or quiet:
        return layers
    by_night = place.time in (TimeOfDay.NIGHT, TimeOfDay.DUSK)
    return (*layers, ("crickets", -40) if by_night else ("birds", -37))


def _start(bed: Audio, key: str) -> int:
    return crc32(key.encode()) % len(bed)


def _thunder(out: Audio, place: SetDressing, outdoors: bool) -> None:
    """Far thunder, never at the same distance twice."""
    rng = np.random.default_rng(crc32(place.place.encode()))
    far = _far_thunder(place.place)
    for at in np.arange(rng.uniform(1.5, 4.0), len(out) / SAMPLE_RATE, _THUNDER_EVERY):
        lay(out, far, float(at + rng.uniform(-1, 1)), db(rng.uniform(-16, -9) - 5 * (not outdoors)))


@lru_cache(maxsize=2)
def _far_thunder(place: str) -> Audio:
    return filtered(effect(Sound.THUNDER, 0.0, place), band(30, 500, 0.0, 2.0))


@lru_cache(maxsize=8)
def _bed(name: str, *, walled: bool) -> Audio:
    """One round of a bed whose loudest moment has an RMS of 1."""
    return kept_samples(
        ("bed", name, walled), "engine.sound", lambda: _made_bed(name, walled=walled)
    )


def _made_bed(name: str, *, walled: bool) -> Audio:
    if name in _AIRS:
        make, seconds = _AIRS[name]
        bed = make(length(seconds), np.random.default_rng(crc32(name.encode())))
    else:
        bed = loop(Sound(name))
    bed = filtered(bed, _WALL) if walled else bed
    return np.asarray(bed / max(loudest(bed), 1e-9), np.float32)
