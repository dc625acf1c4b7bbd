"""What a writer should know about a screenplay that was read: warnings, never refusals."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from msgspec import structs

from engine.contracts import Element, ElementKind, EpisodeScript, Problem, Severity

_SPOKEN = {ElementKind.DIALOGUE, ElementKind.LYRIC}
LONG_PARAGRAPH = 1_000  # words, or Chinese characters
SHORT_SCRIPT = 60
MOST_OF_ONE = 50


def check(episodes: Sequence[EpisodeScript]) -> tuple[Problem, ...]:
    """Problems of the whole and of single paragraphs."""
    elements = [
        element for episode in episodes for scene in episode.scenes for element in scene.elements
    ]
    return (*_of_the_whole(elements), *_empty_scenes(episodes), *_long_ones(elements))


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
            more = f"{last[code].message} (And {count - MOST_OF_ONE - 1} more of this kind.)"
            kept.append(structs.replace(last[code], message=more))
    return tuple(kept)


def _of_the_whole(elements: list[Element]) -> Iterator[Problem]:
    if not any(element.kind in _SPOKEN for element in elements):
        yield Problem(
            severity=Severity.WARNING,
            code="no-dialogue",
            message="Nobody speaks in this screenplay.",
            advice="If somebody should: the name in capitals above the line, or “NAME: line”.",
        )
    if sum(count_words(element.text) for element in elements) < SHORT_SCRIPT:
        yield Problem(
            severity=Severity.NOTE,
            code="very-short",
            message="This is very short: it makes a few shots, not an episode.",
            advice="A minute of film takes about a page.",
        )


def _empty_scenes(episodes: Sequence[EpisodeScript]) -> Iterator[Problem]:
    for episode in episodes:
        for scene in episode.scenes:
            if not scene.elements:
                yield Problem(
                    severity=Severity.NOTE,
                    code="scene-empty",
                    message=f"Nothing happens in the scene “{scene.heading[:80]}”.",
                    advice="Write what is seen there, or take its heading out.",
                    line=scene.line,
                )


def _long_ones(elements: list[Element]) -> Iterator[Problem]:
    for element in elements:
        words = count_words(element.text)
        if words > LONG_PARAGRAPH:
            yield Problem(
                severity=Severity.WARNING,
                code="long-paragraph",
                message=f"This paragraph has {words} words without a break.",
                advice="Break it into paragraphs, one for each thing we see or each breath.",
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
