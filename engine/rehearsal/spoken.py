"""The lines of a shot, spoken: what the mouths follow, what the take's own sound is made of."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.contracts import Character, Line, LineKind, LineTiming, Shot, VoiceSpec
from engine.voice import SAMPLE_RATE, Speech, speak

MOUTHED = {LineKind.ON_SCREEN, LineKind.SUNG}


@dataclass(frozen=True)
class Spoken:
    """Every line of a shot with its speech, in the order of `shot.lines`."""

    lines: tuple[tuple[Line, Speech], ...]

    def by(self, character: str) -> tuple[tuple[float, Speech], ...]:
        """What this person says in the picture: seconds of the shot, speech."""
        return tuple(
            (line.at, speech)
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
