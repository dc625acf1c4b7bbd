"""The lines of a shot, spoken: what the mouths follow, what the take's own sound is made of."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from engine.contracts import Character, Expression, Line, LineKind, LineTiming, Shot, VoiceSpec
from engine.voice import SAMPLE_RATE, Speech, speak

MOUTHED = {LineKind.ON_SCREEN, LineKind.SUNG}
SUNG, CRIED_OUT = 0.7, 0.3  # effort of a mouth that sings; what an exclamation mark adds
LOUD = {
    Expression.RAGE: 0.9,
    Expression.ANGER: 0.55,
    Expression.SHOCK: 0.5,
    Expression.FEAR: 0.4,
    Expression.JOY: 0.4,
    Expression.CRY: 0.35,
}


@dataclass(frozen=True)
class Spoken:
    """Every line of a shot with its speech, in the order of `shot.lines`."""

    lines: tuple[tuple[Line, Speech], ...]

    def by(self, character: str) -> tuple[tuple[float, Speech], ...]:
        """What this person says in the picture: seconds of the shot, speech."""
        return tuple(
            (line.at, replace(speech, effort=effort(line)))
            for line, speech in self.lines
            if line.character == character and line.kind in MOUTHED
        )

    def samples(self, seconds: float) -> NDArray[np.float32]:
        """All lines in place, mono at SAMPLE_RATE, `seconds` long."""
        track = np.zeros(round(seconds * SAMPLE_RATE), np.float32)
        for line, speech in self.lines:
            start = round(line.at * SAMPLE_RATE)
            part = speech.samples[: max(len(track) - start, 0)]
            track[start : start + len(part)] += part
        return np.clip(track, -1.0, 1.0)

    def timings(self, seconds: float) -> tuple[LineTiming, ...]:
        """When each line and word sounds; what runs past the shot's end is cut there."""
        return tuple(
            LineTiming(
                index=index,
                start=min(line.at, seconds),
                end=min(line.at + speech.duration, seconds),
                words=tuple(
                    (word.text, line.at + word.start, min(line.at + word.end, seconds))
                    for word in speech.words
                    if line.at + word.start < seconds
                ),
            )
            for index, (line, speech) in enumerate(self.lines)
        )


def effort(line: Line) -> float:
    """How hard the mouth works on a line: see `Speech.effort`."""
    own = SUNG if line.kind == LineKind.SUNG else LOUD.get(line.expression, 0.0) * line.intensity
    cries = line.text.rstrip(" \"'”’」』").endswith(("!", "！"))
    return min(own + CRIED_OUT * cries, 1.0)


def spoken(shot: Shot, cast: tuple[Character, ...]) -> Spoken:
    """Speak the shot's lines in their characters' voices; a stranger gets the plain voice."""
    voices = {person.id: person.voice for person in cast}
    return Spoken(
        tuple(
            (
                line,
                speak(
                    line.text,
                    voices.get(line.character, VoiceSpec()),
                    language=line.language,
                    expression=line.expression,
                    intensity=line.intensity,
                    hushed=line.hushed,
                ),
            )
            for line in shot.lines
        )
    )
