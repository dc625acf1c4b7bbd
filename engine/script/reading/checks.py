"""What a writer should know about a screenplay that was read: warnings, never refusals."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from engine.contracts import Element, ElementKind, EpisodeScript, Problem, Severity, _
from engine.script.reading.heading import is_bare_heading

_SPOKEN = {ElementKind.DIALOGUE, ElementKind.LYRIC}
LONG_PARAGRAPH = 1_000  # words, or Chinese characters
SHORT_SCRIPT = 60
MOST_OF_ONE = 50


def check(episodes: Sequence[EpisodeScript]) -> tuple[Problem, ...]:
    """Problems of the whole and of single paragraphs."""
    elements = [
        element for episode in episodes for scene in episode.scenes for element in scene.elements
    ]
    return (
        *_of_the_whole(elements),
        *_empty_scenes(episodes),
        *_long_ones(elements),
        *_bare_headings(elements),
    )


def gathered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by line; of a kind that comes very often, the first and how many more."""
    kept: list[Problem] = []
    seen: Counter[str] = Counter()
    last: dict[str, Problem] = {}
    for problem in sorted(problems, key=lambda problem: problem.line):
        seen[problem.code] += 1
        last[problem.code] = problem
        if seen[problem.code] <= MOST_OF_ONE:
            kept.append(problem)
    for code, count in seen.items():
        if count > MOST_OF_ONE:
            kept.append(_and_more(last[code], count - MOST_OF_ONE - 1))
    return tuple(kept)


def _and_more(last: Problem, count: int) -> Problem:
    message, advice = last.wording
    return Problem.of(
        severity=last.severity,
        code=last.code,
        message=_("{message} (And {count} more of this kind.)", message=message, count=count),
        advice=advice,
        line=last.line,
    )


def _of_the_whole(elements: list[Element]) -> Iterator[Problem]:
    if not any(element.kind in _SPOKEN for element in elements):
        yield Problem.of(
            severity=Severity.WARNING,
            code="no-dialogue",
            message=_("Nobody speaks in this screenplay."),
            advice=_("If somebody should: the name in capitals above the line, or “NAME: line”."),
        )
    if sum(count_words(element.text) for element in elements) < SHORT_SCRIPT:
        yield Problem.of(
            severity=Severity.NOTE,
            code="very-short",
            message=_("This is very short: it makes a few shots, not an episode."),
            advice=_("A minute of film takes about a page."),
        )


def _empty_scenes(episodes: Sequence[EpisodeScript]) -> Iterator[Problem]:
    for episode in episodes:
        for scene in episode.scenes:
            if not scene.elements:
                yield Problem.of(
                    severity=Severity.NOTE,
                    code="scene-empty",
                    message=_(
                        "Nothing happens in the scene “{heading}”.", heading=scene.heading[:80]
                    ),
                    advice=_("Write what is seen there, or take its heading out."),
                    line=scene.line,
                )


def _bare_headings(elements: list[Element]) -> Iterator[Problem]:
    for element in elements:
        if element.kind is ElementKind.ACTION and is_bare_heading(element.text):
            yield Problem.of(
                severity=Severity.NOTE,
                code="heading-without-place",
                message=_("“{text}” names no place, so no scene begins here.", text=element.text),
                advice=_("Write where it plays behind it, as in INT. KITCHEN - NIGHT."),
                line=element.line,
            )


def _long_ones(elements: list[Element]) -> Iterator[Problem]:
    for element in elements:
        words = count_words(element.text)
        if words > LONG_PARAGRAPH:
            yield Problem.of(
                severity=Severity.WARNING,
                code="long-paragraph",
                message=_("This paragraph has {words} words without a break.", words=words),
                advice=_("Break it into paragraphs, one for each thing we see or each breath."),
                line=element.line,
            )


def count_words(text: str) -> int:
    """Words, counting every Chinese, Japanese or Korean character as one."""
    return len(
        re.findall(
            r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+",
            text,
        )
    )
