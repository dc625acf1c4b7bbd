"""What each mood sounds like: key, tempo, chords, who plays what."""

from dataclasses import dataclass

from engine.contracts import Mood

Step = tuple[float, int, float]  # beat in the bar, chord tone (0 is the root), strength 0 … 1


@dataclass(frozen=True, slots=True)
class Part:
    """One player. `enters` is the bar of the cue from which it plays, so that a cue grows."""

    instrument: str
    octave: int  # of the lowest note, in semitones from the tonic
    level_db: float
    enters: int = 0
    pattern: tuple[Step, ...] = ()  # none: it holds the chord


@dataclass(frozen=True, slots=True)
class Cue:
    tempo: float  # beats a minute
    beats: int  # in a bar
    scale: str
    relative: int  # semitones from the series' tonic
    chords: tuple[tuple[tuple[int, str], ...], ...]  # progressions of (degree, colour), a bar each
    parts: tuple[Part, ...]
    melody: str = ""  # instrument of the theme; none: the theme is silent
    melody_octave: int = 12
    melody_db: float = -8.0


def _steps(*tones: int, every: float, accent: float = 0.25) -> tuple[Step, ...]:
    return tuple(
        (index * every, tone, 0.65 + (accent if index % 4 == 0 else 0.0))
        for index, tone in enumerate(tones)
        if tone >= 0
    )


_REST = -1
CUES = {
    Mood.CALM: Cue(
        72, 4, "major", 3,
        (((0, "9"), (5, "7"), (3, "9"), (4, "sus")), ((0, ""), (2, "7"), (3, "9"), (0, "9"))),
        (
            Part("warm", 0, -11),
            Part("felt", 12, -9, 0, _steps(0, 2, 1, 3, _REST, 2, 1, _REST, every=0.5)),
            Part("low", -24, -12, 2),
        ),
        "felt", 24, -8,
    ),
    Mood.TENDER: Cue(
        64, 4, "major", 3,
        (((3, "9"), (4, ""), (2, "7"), (5, "9")), ((0, "9"), (4, "sus"), (5, "7"), (3, "9"))),
        (
            Part("strings", 0, -13),
            Part("felt", 0, -8, 0, _steps(0, 2, 3, _REST, 1, _REST, 2, _REST, every=0.5)),
            Part("low", -24, -12, 1),
            Part("choir", 12, -20, 4),
        ),
        "glass", 12, -11,
    ),
    Mood.SAD: Cue(
        56, 4, "minor", 0,
        (((0, "9"), (5, "7"), (2, ""), (6, "sus")), ((0, ""), (3, "9"), (5, "7"), (4, "sus"))),
        (
            Part("strings", -5, -11, 1),
            Part("felt", 0, -8, 0, _steps(0, _REST, 2, 1, _REST, _REST, 2, _REST, every=0.5)),
            Part("low", -24, -10, 1),
        ),
        "solo", 0, -7,
    ),
    Mood.TENSION: Cue(
        96, 4, "minor", 0,
        (((0, ""), (0, "sus"), (5, ""), (4, "sus")), ((0, ""), (5, "7"), (3, ""), (1, ""))),
        (
            Part("short", 0, -5, 0, _steps(0, 0, 2, 0, 0, 2, 0, 1, every=0.5)),
            Part("low", -24, -12),
            Part("tremolo", 12, -20, 1),
            Part("tick", 0, -19, 2, _steps(*(0,) * 16, every=0.25, accent=0.35)),
            Part("drum", -24, -6, 2, ((0.0, 0, 0.8), (2.5, 0, 0.5))),
        ),
        "solo", -12, -8,
    ),
    Mood.MENACE: Cue(
        76, 4, "phrygian", 0,
        (((0, ""), (0, ""), (1, ""), (0, "sus")), ((0, ""), (1, ""), (6, ""), (1, ""))),
        (
            Part("brass", -24, -10),
            Part("low", -24, -12),
            Part("choir", 0, -19, 2),
            Part("drum", -24, -3, 0, ((0.0, 0, 1.0), (0.5, 0, 0.45), (2.75, 0, 0.6))),
            Part("short", -12, -7, 2, _steps(0, _REST, 0, 1, _REST, 0, 0, _REST, every=0.5)),
        ),
        "brass", -12, -10,
    ),
    Mood.MYSTERY: Cue(
        68, 4, "dorian", 0,
        (((0, "9"), (3, ""), (0, "7"), (1, "")), ((0, "9"), (5, ""), (3, "9"), (4, "sus"))),
        (
            Part("warm", 0, -14),
            Part("pluck", 12, -9, 0, _steps(0, 1, 2, 3, _REST, 2, _REST, _REST, every=0.5)),
            Part("low", -24, -11, 1),
            Part("glass", 12, -22, 2),
        ),
        "glass", 12, -12,
    ),
    Mood.TRIUMPH: Cue(
        104, 4, "major", 3,
        (((3, ""), (4, ""), (5, "9"), (0, "")), ((0, ""), (4, ""), (5, ""), (3, "9"))),
        (
            Part("strings", 0, -13),
            Part("short", 0, -5, 0, _steps(0, 0, 2, 0, 1, 0, 2, 1, every=0.5, accent=0.3)),
            Part("brass", -12, -14, 1),
            Part("low", -24, -12),
            Part("drum", -24, -4, 1, ((0.0, 0, 1.0), (1.5, 0, 0.6), (2.0, 0, 0.8), (3.5, 0, 0.5))),
        ),
        "lead", 12, -8,
    ),
    Mood.COMIC: Cue(
        112, 4, "major", 3,
        (((0, ""), (4, ""), (0, ""), (3, "")), ((0, ""), (5, ""), (1, ""), (4, ""))),
        (
            Part("pluck", -12, -8, 0, ((0.0, 0, 0.9), (2.0, 2, 0.8))),
            Part("pluck", 12, -11, 0, ((1.0, 1, 0.7), (1.0, 2, 0.6), (3.0, 1, 0.7), (3.0, 2, 0.6))),
            Part("tick", 0, -20, 1, ((1.0, 0, 0.7), (3.0, 0, 0.7), (3.5, 0, 0.5))),
        ),
        "reed", 12, -11,
    ),
    Mood.SHOCK: Cue(
        60, 4, "phrygian", 0,
        (
            ((0, ""), (1, "7"), (0, "sus"), (1, "")),
            ((5, "7"), (0, ""), (3, "9"), (1, "7")),
        ),
        (
            Part("low", -24, -12),
            Part("tremolo", 12, -18),
            Part("drum", -24, -4, 0, ((0.0, 0, 0.9), (0.45, 0, 0.5))),
            Part("glass", 24, -15, 1, ((2.0, 3, 0.8),)),
            Part("felt", 12, -10, 2, ((0.5, 2, 0.6), (1.5, 3, 0.8), (2.5, 2, 0.6), (3.0, 1, 0.7))),
            Part("strings", -12, -14, 4),
        ),
        "solo", 0, -8,
    ),
}  # fmt: skip

TONICS = (57, 58, 60, 62, 63, 64, 65)  # of the series, as MIDI pitches

# A theme is shape (scale degrees above the chord's root) and rhythm (beats); four bars carry it.
SHAPES = (
    (4, 3, 2, 4, 1), (0, 2, 4, 3, 1), (2, 1, 0, 2, -1), (0, 4, 3, 4, 2), (4, 5, 4, 2, 0),
    (1, 2, 0, -1, 0), (2, 4, 6, 5, 4), (4, 2, 3, 1, 2),
)  # fmt: skip
RHYTHMS = (
    (1.0, 0.5, 0.5, 1.0, 2.0), (1.5, 0.5, 1.0, 1.0, 2.0), (0.5, 0.5, 1.0, 2.0, 2.0),
    (2.0, 1.0, 1.0, 1.5, 2.5), (1.0, 1.0, 0.5, 1.5, 2.0),
)  # fmt: skip
