"""Players: each gives one note, stereo, at an RMS level near 0.1 where it is at home."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import numpy as np
from scipy import fft

from engine.sound.blocks import SAMPLE_RATE, Audio, attack, length, ramped, silence
from engine.sound.score.drone import drone
from engine.sound.score.soundfont import Zone, recording, zones

_LEVEL = 0.1  # RMS
_HOME = 60  # the pitch at which an instrument is brought to that level, if it is not told another
_OFFSET = 0.011  # seconds between the two halves of an ensemble
_OPEN = 2_500  # Hz: a filter that is closed further is one that its own envelope opens
_FINER = 2  # points of a recording between two of its samples, joined by straight lines
_STEP = 64  # samples between two points of an envelope: 1.3 ms


class Player(Protocol):
    def note(self, pitch: int, seconds: float) -> Audio:
        """`pitch` held for `seconds`, with its release after that."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """An instrument of the SoundFont, and how it is played."""

    program: int
    bank: int = 0
    velocity: int = 80
    home: int = _HOME
    side: float = 0.0  # -1 left … 1 right
    section: float = 0.0  # cents that the two halves of a section are apart; 0: one player
    rise: float = 0.0  # seconds in which a bow is laid on
    ring: float = 0.0  # seconds that it sounds on, at least
    stroke: float = 0.0  # seconds in which a short bow dies away; 0: it is held
    skip: float = 0.0  # seconds of its slow start that are left out
    dark: float = 0.0  # Hz above which it is muffled; 0: not at all
    key: int = 0  # of a drum, whatever the pitch

    def note(self, pitch: int, seconds: float) -> Audio:
        return self._played(self.key or self._within(pitch), seconds) * np.float32(_gain(self))

    def _within(self, pitch: int) -> int:
        """`pitch` in the octave nearest to it that the instrument has."""
        octaves = (pitch + 12 * k for k in (0, 1, -1, 2, -2, 3, -3))
        return next(key for key in octaves if zones(self.bank, self.program, key, self.velocity))

    def _played(self, pitch: int, seconds: float) -> Audio:
        struck = zones(self.bank, self.program, pitch, self.velocity)
        n = length(min(seconds + self._fall(struck), self.stroke * 1.4 or 60.0))
        out = silence(n)
        for zone in struck:
            hull = self._hull(zone, n, seconds, self._fall(struck))
            for side, cents, late in self._seats():
                voice = _read(zone, self.dark, pitch + cents / 100, n, self.skip + late) * hull
                out[:, 0] += voice * np.float32(np.cos((side + 1) * np.pi / 4))
                out[:, 1] += voice * np.float32(np.sin((side + 1) * np.pi / 4))
        return out

    def _seats(self) -> tuple[tuple[float, float, float], ...]:
        """Side, cents and seconds ahead of each recording that plays."""
        if not self.section:
            return ((self.side, 0.0, 0.0),)
        left, right = max(-1.0, self.side - 0.55), min(1.0, self.side + 0.55)
        return ((left, -self.section / 2, 0.0), (right, self.section / 2, _OFFSET))

    def _fall(self, struck: tuple[Zone, ...]) -> float:
        return self.ring or min(2.5, max([0.06, *(zone.release for zone in struck)]))

    def _hull(self, zone: Zone, n: int, seconds: float, fall: float) -> Audio:
        """The volume over time, from the recording's own and the way it is played."""
        at = np.arange(-(-n // _STEP) + 1) * (_STEP / SAMPLE_RATE)
        since = np.maximum(0, at - zone.attack - zone.hold)
        level = np.maximum(zone.sustain, 10 ** (-5 * since / zone.decay))
        level *= np.minimum(1, at / zone.attack) * zone.gain
        if self.stroke:
            level *= 10 ** (-3 * at / self.stroke)
        level *= 10 ** (-3 * np.maximum(0, at - seconds) / fall)
        level *= np.clip((n / SAMPLE_RATE - at) / min(0.05, fall), 0, 1)
        hull = ramped(level, _STEP)[:n]
        return np.asarray(hull * attack(n, min(max(self.rise, 0.002), seconds * 0.6)), np.float32)


@lru_cache(maxsize=64)
def _gain(player: Recorded) -> float:
    tone = player._played(player.key or player.home, 1.0)
    loud = np.sqrt((tone[: length(1.0)].reshape(50, -1) ** 2).mean(axis=1).max())
    return _LEVEL / max(float(loud), 1e-6) * (1.6 if player.ring else 1.0)


def _read(zone: Zone, dark: float, pitch: float, n: int, start: float) -> Audio:
    """`n` samples of a recording at another pitch, round its loop."""
    wave, rise = _fine(zone.sample, dark or zone.cutoff, zone.rate, zone.loop)
    ratio = _FINER * 2 ** ((pitch - zone.root) * zone.scale / 12) * zone.rate / SAMPLE_RATE
    first, until = (_FINER * edge for edge in zone.loop)
    begin = start * zone.rate * _FINER
    end = until or len(wave) - 1
    straight = min(n, max(0, int((end - begin) / ratio)))
    place = np.arange(n if until else straight) * ratio + begin
    if until and straight < n:
        place[straight:] = first + (place[straight:] - first) % (until - first)
    whole = place.astype(np.int32)
    np.minimum(whole, len(wave) - 1, out=whole)
    out = rise.take(whole)
    out *= (place - whole).astype(np.float32)
    out += wave.take(whole)
    return np.pad(out, (0, n - len(out))) if len(out) < n else out


@lru_cache(maxsize=40)
def _fine(sample: int, cutoff: float, rate: float, loop: tuple[int, int]) -> tuple[Audio, Audio]:
    """A recording _FINER times as fine and as dark as asked, and its step from sample to sample.

    It ends where its loop does.
    """
    wave = recording(sample)
    size = fft.next_fast_len(len(wave) + 512, real=True)
    spectrum = fft.rfft(wave, size)
    if cutoff:
        f = np.arange(len(spectrum)) * (rate / size)
        spectrum *= (1 / (1 + (f / max(cutoff, _OPEN)) ** 4)).astype(np.float32)
    fine = fft.irfft(spectrum, _FINER * size)[: _FINER * (loop[1] or len(wave))] * _FINER
    after = fine[_FINER * loop[0]] if loop[1] else 0.0
    return fine, np.diff(fine, append=np.float32(after))


@dataclass(frozen=True, slots=True)
class Drone:
    """A pad that no instrument plays: many sines in a narrow band each, ever moving."""

    steepness: float  # of its partials
    cutoff: float  # Hz
    cents: float
    rise: float
    fall: float

    def note(self, pitch: int, seconds: float) -> Audio:
        n = length(seconds + self.fall)
        tone = drone(pitch, self.steepness, self.cutoff, self.cents, n)
        hull = attack(n, min(self.rise, seconds * 0.6))
        last = min(n, length(self.fall))
        hull[-last:] *= ((n - np.arange(n - last, n, dtype=np.float32)) / length(self.fall)) ** 2
        return np.asarray(tone * hull[:, None], np.float32)


_STRINGS = Recorded(49, section=7.0, rise=0.35, side=0.0)
PLAYERS: dict[str, Player] = {
    "warm": Drone(1.6, 9_000, 32.0, 0.7, 1.4),
    "low": Drone(1.2, 1_200, 10.0, 0.12, 0.6),
    "strings": _STRINGS,
    "tremolo": Recorded(44, section=6.0, rise=0.3, side=-0.1),
    "short": Recorded(48, velocity=112, section=5.0, stroke=0.5, skip=0.03, ring=0.1, side=0.05),
    "pizzicato": Recorded(45, section=4.0, ring=0.5, side=0.2),
    "cello": Recorded(42, rise=0.1, side=0.25, home=48),
    "bass": Recorded(43, rise=0.06, side=0.3, home=36),
    "violin": Recorded(40, rise=0.08, side=-0.3, home=69),
    "erhu": Recorded(110, rise=0.06, side=-0.2, home=69, dark=4_200),
    "horn": Recorded(60, section=4.0, rise=0.12, side=-0.3, home=55),
    "brass": Recorded(57, section=5.0, rise=0.1, side=0.15, home=43),
    "choir": Recorded(52, section=8.0, rise=0.6),
    "felt": Recorded(0, 8, velocity=52, dark=3_200, ring=0.45),
    "grand": Recorded(0, velocity=72, ring=0.5),
    "guitar": Recorded(24, velocity=70, ring=0.9, side=-0.2),
    "harp": Recorded(46, ring=1.4, side=-0.25),
    "guzheng": Recorded(107, ring=1.4, side=-0.15),
    "yangqin": Recorded(15, ring=1.0, side=0.25),
    "dizi": Recorded(77, rise=0.05, side=0.15, home=72),
    "clarinet": Recorded(71, rise=0.04, side=0.1),
    "flute": Recorded(73, rise=0.06, side=0.1, home=72),
    "bassoon": Recorded(70, rise=0.03, side=0.15, home=48),
    "celesta": Recorded(8, ring=1.2, side=-0.25, home=72),
    "vibraphone": Recorded(11, ring=1.4, side=0.2, velocity=64),
    "bells": Recorded(9, ring=1.4, side=-0.2, home=84),
    "taiko": Recorded(116, key=46, ring=1.6, velocity=115),
    "skin": Recorded(116, 8, key=41, ring=1.6, velocity=120),
    "timpani": Recorded(47, ring=1.4, home=43, velocity=100),
    "block": Recorded(115, key=76, ring=0.2, side=0.35),
    "clock": Recorded(115, 8, key=80, ring=0.2, side=0.35),
    "cymbal": Recorded(48, 128, key=57, ring=3.0, velocity=80),
    "reverse": Recorded(119, key=60, ring=0.2),
}


@lru_cache(maxsize=4)
def note(instrument: str, pitch: int, hundredths: int) -> Audio:
    """One note held for `hundredths` of a second, with its release after that."""
    return PLAYERS[instrument].note(pitch, hundredths / 100)
