"""What is written in a language that is not understood: said, with what stands in for it."""

from collections.abc import Iterable

from engine.contracts import Line, Problem, Severity, Shot, _
from engine.script.reading.language import UNDERSTOOD, name_of
from engine.voice.espeak import reads


def foreign(language: str, shots: Iterable[Shot]) -> list[Problem]:
    """Notes on a screenplay in an unknown language, and on lines that no voice can read."""
    known = language.partition("-")[0] in UNDERSTOOD
    found = [] if known else [_not_understood(language)]
    lines = [line for shot in shots for line in shot.lines]
    return [*found, *_not_read(lines)]


def _not_understood(language: str) -> Problem:
    return Problem.of(
        severity=Severity.NOTE,
        code="language-not-understood",
        message=_(
            "This screenplay seems to be in {language}. Words for feelings, movements and places "
            "are understood in English, Chinese and Spanish: faces stay calm, bodies rest and "
            "places are plain.",
            language=name_of(language),
        ),
        advice=_("Write headings and directions in one of these; lines may stay as they are."),
    )


def _not_read(lines: list[Line]) -> list[Problem]:
    """One note for the first line whose letters no voice reads, and how many there are."""
    unread = [line for line in lines if not reads(line.text, line.language)]
    if not unread:
        return []
    return [
        Problem.of(
            severity=Severity.NOTE,
            code="no-voice-for-letters",
            message=_(
                "No voice reads the letters of “{text}”; the English one tries ({count} pieces of "
                "lines).",
                text=unread[0].text[:40],
                count=len(unread),
            ),
            advice=_("Write how it sounds in Latin letters."),
        )
    ]
