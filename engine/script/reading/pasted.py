"""Scripts that came by way of Word, a PDF or a web page: page furniture out, spacing put right."""

import re
from collections.abc import Sequence
from itertools import pairwise

from engine.contracts import Problem, Severity, Wording, _
from engine.script.reading import directions
from engine.script.reading.cue import without_continued
from engine.script.reading.heading import is_heading, split_number
from engine.script.reading.parts import Line

_FURNITURE = re.compile(
    r"\s*(?:\(?CONTINUED\)?\s*:?\s*(?:\(\d{1,3}\))?:?|\(MORE\)|\(CONTINUED ON NEXT PAGE\)|"
    r"[-–—]\s*\d{1,4}\s*[-–—]|"
    r"page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|\d{1,4}\s+of\s+\d{1,4}|第\s*\d{1,4}\s*页(?:\s*[/,，]?\s*共\s*\d{1,4}\s*页)?)\s*$",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(r"(?P<indent>\s*)(?P<number>\d{1,3})\.?\s*$")
_REVISED = re.compile(r"\s{2,}\*+\s*$")
_PARENTHETICAL = re.compile(r"[(（].*[)）]$")
_BY = re.compile(
    r"[*_]*(?:(?:written|screenplay|story|created|teleplay)\s+)?by\b[*_:]*\s*(.{0,80})$",
    re.IGNORECASE,
)
_ENDS = (".", "!", "?", "…", "—", "-", '"', "”", ":")
LEAST_LINES = 6


def tidy(lines: Sequence[Line]) -> tuple[list[Line], tuple[Problem, ...]]:
    """Lines as the writer meant them; each keeps its number in the source."""
    pages = _page_numbers(lines)
    kept = [
        Line(line.number, _REVISED.sub("", line.text))
        for line in lines
        if line.number not in pages and not _FURNITURE.match(line.text)
    ]
    kept = _emptied(kept)
    said = [line for line in kept if line.text]
    if not said:
        return list(lines), ()
    cues = sum(is_cue(a.text) and not is_cue(b.text) for a, b in pairwise(said))
    if len(said) < LEAST_LINES or cues < 2:
        return kept, ()
    blank = len(kept) - len(said)
    if blank <= 0.03 * len(kept) + 1:
        return _spaced(kept), (_respaced(_("no empty lines")),)
    alone = sum(not before.text and not after.text for before, _, after in _threes(kept))
    if alone >= 0.9 * len(said):
        return _closed(kept), (_respaced(_("an empty line after every line")),)
    return kept, ()


def with_title_page(lines: Sequence[Line]) -> list[Line]:
    """Lines whose title and author, standing alone at the top, are entries of a title page."""
    top = [index for index, line in enumerate(lines[:40]) if line.text.strip()][:3]
    if len(top) < 3 or len(lines[top[0]].text) > 80 or ":" in lines[top[0]].text:
        return list(lines)
    by = _BY.match(lines[top[1]].text.strip())
    if by is None or is_heading(lines[top[0]].text.strip()):
        return list(lines)
    author = by[1] or lines[top[2]].text.strip()
    end = top[1] if by[1] else top[2]
    title = Line(lines[top[0]].number, f"Title: {lines[top[0]].text.strip(' #*_')}")
    entry = Line(lines[end].number, f"Author: {author.strip(' *_')}")
    return [title, entry, Line(lines[end].number, ""), *lines[end + 1 :]]


def is_cue(text: str) -> bool:
    """Whether a line can be a name over a speech: short, in capitals, nothing else."""
    bare = text.strip()
    name = re.sub(r"[(（][^()（）]*[)）]", "", without_continued(bare)).rstrip("^ ")
    if (
        not 0 < len(name) <= 40
        or not name[0].isalpha()
        or name != name.upper()
        or name == name.lower()
    ):
        return False
    is_other = is_heading(split_number(bare)[0]) or directions.direction(bare) is not None
    return not is_other and not directions.is_no_name(name) and not name.endswith((".", ",", ";"))


def _page_numbers(lines: Sequence[Line]) -> set[int]:
    """Lines that hold a page number: far to the right, or counting up from page to page."""
    pages: set[int] = set()
    last: tuple[int, int] | None = None  # line, page
    for line in lines:
        found = _PAGE_NUMBER.match(line.text)
        if found is None:
            continue
        page = int(found["number"])
        if len(found["indent"].expandtabs()) >= 20:
            pages.add(line.number)
        if last is not None and page == last[1] + 1 and line.number - last[0] >= 15:
            pages |= {last[0], line.number}
        last = (line.number, page)
    return pages


def _emptied(lines: list[Line]) -> list[Line]:
    """Spaces in an empty line mean something, unless a word processor left them everywhere."""
    blank = [line for line in lines if not line.text.strip()]
    spaced = [line for line in blank if line.text]
    if len(spaced) < 3 or len(spaced) * 2 < len(blank):
        return lines
    return [line if line.text.strip() else Line(line.number, "") for line in lines]


def _threes(lines: list[Line]) -> list[tuple[Line, Line, Line]]:
    """Each line that says something between the two around it."""
    edge = Line(0, "")
    around = [edge, *lines, edge]
    return [
        (around[i - 1], around[i], around[i + 1])
        for i in range(1, len(around) - 1)
        if around[i].text
    ]


def _spaced(lines: list[Line]) -> list[Line]:
    """Empty lines put in where heads, names and action begin."""
    spaced: list[Line] = []
    in_speech = False
    before = ""
    for line in lines:
        text = line.text.strip()
        starts = (
            is_cue(text) or is_heading(split_number(text)[0]) or bool(directions.direction(text))
        )
        wraps = len(before) > 40 and not before.endswith(_ENDS)
        follows_cue = in_speech and (is_cue(before) or bool(_PARENTHETICAL.match(before)))
        continues = follows_cue or wraps or (in_speech and bool(_PARENTHETICAL.match(text)))
        if starts or not continues:
            spaced.append(Line(line.number, ""))
            in_speech = is_cue(text)
        spaced.append(Line(line.number, text))
        before = text
    return spaced


def _closed(lines: list[Line]) -> list[Line]:
    """The empty line between a name and its speech taken out."""
    said = [line for line in lines if line.text]
    closed: list[Line] = []
    in_cue = False
    for index, line in enumerate(said):
        text = line.text.strip()
        if not in_cue:
            closed.append(Line(line.number, ""))
        closed.append(line)
        after = said[index + 1].text.strip() if index + 1 < len(said) else ""
        in_cue = (is_cue(text) and bool(after) and not is_cue(after)) or (
            in_cue and bool(_PARENTHETICAL.match(text))
        )
    return closed


def _respaced(how: Wording) -> Problem:
    return Problem.of(
        severity=Severity.NOTE,
        code="respaced",
        message=_("The script has {how}; names were told from action by their capitals.", how=how),
        advice=_("If a line is in the wrong place, put empty lines before names and action."),
    )
