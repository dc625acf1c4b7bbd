"""Recorded instruments: a SoundFont (SF2, or SF3 with its samples as Vorbis) read where it lies.

Of what the format can say this reads what the players of engine.sound.score need: samples with
their loops, tuning, volume envelope and filter; neither modulators nor its effects, as hall and
dynamics are the score's own.
"""

import io
import mmap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from engine.contracts import EngineError, _
from engine.sound.blocks import Audio

FILE = Path("/usr/share/sounds/sf3/FluidR3Mono_GM.sf3")

_HEADERS = {
    "phdr": [("name", "S20"), ("preset", "<u2"), ("bank", "<u2"), ("bag", "<u2"), ("x", "S12")],
    "pbag": [("gen", "<u2"), ("mod", "<u2")],
    "pgen": [("oper", "<u2"), ("amount", "<u2")],
    "inst": [("name", "S20"), ("bag", "<u2")],
    "ibag": [("gen", "<u2"), ("mod", "<u2")],
    "igen": [("oper", "<u2"), ("amount", "<u2")],
    "shdr": [
        ("name", "S20"), ("start", "<u4"), ("end", "<u4"), ("loop", "<u4"), ("until", "<u4"),
        ("rate", "<u4"), ("key", "u1"), ("cents", "i1"), ("link", "<u2"), ("kind", "<u2"),
    ],
}  # fmt: skip
_VORBIS = 0x10
_KEYS, _VELOCITIES, _INSTRUMENT, _SAMPLE = 43, 44, 41, 53
# Generators that a preset's zone adds to its instrument's; the others are the instrument's alone.
_FILTER, _ATTACK, _HOLD, _DECAY, _SUSTAIN, _RELEASE = 8, 34, 35, 36, 37, 38
_COARSE, _FINE, _LOOPS, _SCALE, _ROOT = 51, 52, 54, 56, 58
_ATTENUATION = 48
_DEFAULTS = {_FILTER: 13_500, _SCALE: 100, _ROOT: -1, _LOOPS: 0} | dict.fromkeys(
    (_ATTACK, _HOLD, _DECAY, _RELEASE), -12_000
)

_Generators = dict[int, int]
_Tables = dict[str, NDArray[np.void]]


@dataclass(frozen=True, slots=True)
class Zone:
    """One recording of an instrument as it sounds at some keys; times in seconds, gains linear.

    `decay` is that of 100 dB, `loop` the samples between which it goes round (empty: not at all),
    `cutoff` that of its low pass in Hz (0: none).
    """

    sample: int
    rate: float
    root: float  # MIDI pitch at which it plays as recorded
    scale: float  # semitones a key
    loop: tuple[int, int]
    gain: float
    attack: float
    hold: float
    decay: float
    sustain: float
    release: float
    cutoff: float


@lru_cache(maxsize=256)
def zones(bank: int, program: int, pitch: int, velocity: int) -> tuple[Zone, ...]:
    """What sounds when this key is struck so (0 … 127)."""
    tables, _samples = _opened()
    headers = tables["phdr"]
    found = np.flatnonzero((headers["bank"] == bank) & (headers["preset"] == program))
    out: list[Zone] = []
    for preset in _struck(tables, "p", int(found[0]), pitch, velocity):
        for own in _struck(tables, "i", preset[_INSTRUMENT], pitch, velocity):
            added = {oper: preset.get(oper, 0) for oper in (*own, *preset) if oper != _INSTRUMENT}
            out.append(_zone(tables, own, added))
    return tuple(out)


@lru_cache(maxsize=48)
def recording(sample: int) -> Audio:
    """The recording itself, mono, at its own rate."""
    tables, samples = _opened()
    header = tables["shdr"][sample]
    start, end = int(header["start"]), int(header["end"])
    if not header["kind"] & _VORBIS:
        plain = np.frombuffer(samples[2 * start : 2 * end], "<i2").astype(np.float32)
        return np.asarray(plain / 32_768, np.float32)
    with av.open(io.BytesIO(samples[start:end]), "r") as file:
        parts = [frame.to_ndarray()[0] for frame in file.decode(audio=0)]
    return np.asarray(np.concatenate(parts), np.float32)


@cache
def _opened() -> tuple[_Tables, memoryview]:
    try:
        with FILE.open("rb") as file:
            data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        parts = {name: (start, size) for name, start, size in _parts(data)}
        tables = {
            name: np.frombuffer(data[parts[name][0] :][: parts[name][1]], np.dtype(fields))
            for name, fields in _HEADERS.items()
        }
        return tables, data[parts["smpl"][0] :][: parts["smpl"][1]]
    except (OSError, ValueError, KeyError) as error:  # the latter two: of a file that was cut off
        raise EngineError(
            "no-instruments",
            _("The recorded instruments of the score are missing: {file}.", file=str(FILE)),
            _("Install the package fluidr3mono-gm-soundfont and try again."),
        ) from error


def _parts(data: memoryview) -> Iterator[tuple[str, int, int]]:
    """Name, place and bytes of the innermost chunks."""
    at = 12
    while at + 8 <= len(data):
        name, size = bytes(data[at : at + 4]), int.from_bytes(data[at + 4 : at + 8], "little")
        if name == b"LIST":
            at += 12
            continue
        if not name.isalpha():  # the pad byte after a chunk of odd size, which some leave out
            at += 1
            continue
        yield name.decode(), at + 8, size
        at += 8 + size


def _struck(
    tables: _Tables, level: str, index: int, pitch: int, velocity: int
) -> Iterator[_Generators]:
    """The generators of each zone of a preset ("p") or an instrument ("i") that this key plays."""
    headers = tables["phdr" if level == "p" else "inst"]
    bags, operations = tables[f"{level}bag"], tables[f"{level}gen"]
    common: _Generators = {}
    marks = range(int(headers[index]["bag"]), int(headers[index + 1]["bag"]) + 1)
    for first, (bag, after) in enumerate(pairwise(marks)):
        rows = operations[int(bags[bag]["gen"]) : int(bags[after]["gen"])]
        own = {int(row["oper"]): int(row["amount"]) for row in rows}
        if (_INSTRUMENT if level == "p" else _SAMPLE) not in own:
            common = own if first == 0 else common
        elif _within(own, _KEYS, pitch) and _within(own, _VELOCITIES, velocity):
            yield {oper: _signed(amount) for oper, amount in {**common, **own}.items()}


def _within(own: _Generators, oper: int, value: int) -> bool:
    span = own.get(oper, 0x7F00)
    return (span & 0xFF) <= value <= (span >> 8)


def _signed(amount: int) -> int:
    return amount - 0x10000 if amount > 0x7FFF else amount


def _zone(tables: _Tables, own: _Generators, added: _Generators) -> Zone:
    header = tables["shdr"][own[_SAMPLE]]

    def value(oper: int) -> int:
        return own.get(oper, _DEFAULTS.get(oper, 0)) + added.get(oper, 0)

    def seconds(oper: int) -> float:
        return float(2 ** (value(oper) / 1200))

    root = value(_ROOT) if value(_ROOT) >= 0 else int(header["key"])
    offset = 0 if header["kind"] & _VORBIS else int(header["start"])
    loop = (int(header["loop"]) - offset, int(header["until"]) - offset)
    looped = value(_LOOPS) in (1, 3) and loop[1] - loop[0] > 16
    return Zone(
        sample=own[_SAMPLE],
        rate=float(header["rate"]),
        root=root - value(_COARSE) - (value(_FINE) + int(header["cents"])) / 100,
        scale=value(_SCALE) / 100,
        loop=loop if looped else (0, 0),
        gain=float(10 ** (-0.4 * value(_ATTENUATION) / 200)),
        attack=seconds(_ATTACK),
        hold=seconds(_HOLD),
        decay=seconds(_DECAY),
        sustain=float(10 ** (-max(0, value(_SUSTAIN)) / 200)),
        release=seconds(_RELEASE),
        cutoff=8.176 * seconds(_FILTER) if value(_FILTER) < 13_500 else 0.0,
    )
