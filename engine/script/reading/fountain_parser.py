"""The Fountain parser of screenplay-tools, told the source line of all it finds.

Its reading of the format's cases is kept (see the tests). Added: letters beyond A–Z in cues and
forced heads, title pages in Chinese, transitions without TO:, and linear time on hostile input.
"""

import re
from collections.abc import Sequence
from typing import Any

from screenplay_tools.fountain.parser import Parser
from screenplay_tools.screenplay import (
    Character,
    ElementType,
    SceneHeading,
    TitleEntry,
    Transition,
)

from engine.contracts import ElementKind
from engine.script.reading import directions
from engine.script.reading.cue import without_continued
from engine.script.reading.heading import is_heading, scene_label, split_number
from engine.script.reading.parts import Line

LONGEST_MARKUP = 2_000  # characters; longer lines are text, and go around the parser's patterns
LONGEST_CUE = 90
LONGEST_NOTE = 50_000
STAND_IN = "\ue000"

_CUE = re.compile(r"([^\W\d_][^(（]*?)\s*(?:[(（].*[)）])?(?:\s*\^\s*)?$")
_FORCED_HEAD = re.compile(r"\.\w")
_TITLE_HAN = re.compile(
    r"\s*(标题|標題|剧名|劇名|片名|作者|编剧|編劇|语言|語言|版本|日期|联系方式|联系|改编自|原著)\s*[:：]\s*(.*?)\s*$"
)
_EPISODE = re.compile(r"\s*(EPISODE|EP)\b", re.IGNORECASE)


class TrackingParser(Parser):  # type: ignore[misc]
    """`parse` gives raw elements with two more attributes: `line` (in the source) and `seq`
    (count of lines fed), by which hard-wrapped lines are told from separate paragraphs."""

    def __init__(self) -> None:
        super().__init__()
        self.long_lines: list[str] = []
        self._number = self._seq = 0
        self._opened: tuple[int, int] | None = None
        self._held: list[str] = []

    def parse(self, lines: Sequence[Line]) -> None:
        for line in lines:
            self._number, self._seq = line.number, self._seq + 1
            self.add_line(self._shortened(line.text))
        self._close_note()
        self.finalize()

    def add_line(self, line: str) -> None:
        if self._inTitlePage and not self.script.titleEntries and not line.strip():
            return
        if self._swallowed(line):
            return
        notes = len(self.script.notes)
        if self._note is not None and len(self._note.text_raw) > LONGEST_NOTE:
            super().add_line("")  # an empty line ends a note
        super().add_line(line)
        start = self._opened or (self._number, self._seq)
        for note in self.script.notes[notes:]:
            note.line, start = start[0], (self._number, self._seq)
        inside = self._note is not None or self._boneyard is not None
        self._opened = (self._opened or (self._number, self._seq)) if inside else None

    def _shortened(self, text: str) -> str:
        if len(text) <= LONGEST_MARKUP:
            return text
        self.long_lines.append(re.sub(r"\[\[|\]\]|/\*|\*/", " ", text).strip())
        return f"{STAND_IN}{len(self.long_lines) - 1}{STAND_IN}"

    def _swallowed(self, line: str) -> bool:
        """Gather the inside of a note or boneyard: line by line costs its length squared."""
        block, close = (self._boneyard, "*/") if self._boneyard is not None else (self._note, "]]")
        if block is None:
            return False
        ends = close in line or (self._boneyard is None and (line == "" or "/*" in line))
        if not ends:
            self._held.append(line)
            return True
        if self._held:
            block.append_line("\n".join(self._held))
            self._line, self._held = self._held[-1], []
        return False

    def _close_note(self) -> None:
        """A note that is never closed ends with the file, and the text before it is kept."""
        if self._note is not None:
            self._number, self._seq = self._number + 1, self._seq + 1
            self.add_line("")

    def _add_element(self, elem: Any) -> None:
        if not hasattr(elem, "line"):
            elem.line, elem.seq = self._opened or (self._number, self._seq)
            elem.last_seq = self._seq
        super()._add_element(elem)

    def _hold(self, kind: ElementType, element: Any) -> bool:
        """Wait for the next line to tell whether `element` or plain action stands here."""
        backup = self._create_action(self._lineTrim)
        for elem in (element, backup):
            elem.line, elem.seq = self._opened or (self._number, self._seq)
            elem.last_seq = self._seq
        self._pending.append({"type": kind, "element": element, "backup": backup})
        return True

    def _parse_title_page(self) -> bool:
        if is_heading(self._line) or _EPISODE.match(self._line):
            self._inTitlePage = False
            return False
        found = _TITLE_HAN.match(self._line)
        if found is None:
            title = bool(super()._parse_title_page())
            if title:
                self.script.titleEntries[-1].__dict__.setdefault("line", self._number)
            return title
        entry = TitleEntry(found[1], found[2])
        entry.line = self._number
        self.script.titleEntries.append(entry)
        self._multiLineTitleEntry = not found[2]
        return True

    def _parse_forced_scene_heading(self) -> bool:
        if not _FORCED_HEAD.match(self._lineTrim):
            return False
        return self._add_head(self._lineTrim[1:], forced=True)

    def _parse_scene_heading(self) -> bool:
        label = scene_label(self._lineTrim) if self._lineTrim.startswith("SCENE ") else None
        if label is None and not is_heading(split_number(self._lineTrim)[0]):
            return False
        return self._add_head(self._lineTrim, forced=False)

    def _add_head(self, text: str, *, forced: bool) -> bool:
        text, number = split_number(text)
        self._add_element(SceneHeading(text=text, scene_number=number or None, forced=forced))
        return True

    def _parse_transition(self) -> bool:
        found = directions.direction(self._lineTrim) if len(self._lineTrim) < 60 else None
        is_one = found is not None and found.kind is ElementKind.TRANSITION
        if not is_one or self._lastLine.strip():
            return False
        return self._hold(ElementType.TRANSITION, Transition(self._lineTrim))

    def _parse_forced_character(self) -> bool:
        return len(self._lineTrim) <= 2 * LONGEST_CUE and bool(super()._parse_forced_character())

    def _parse_character(self) -> bool:
        text = without_continued(self._lineTrim)
        found = _CUE.match(text) if self._lastLineEmpty and len(text) <= LONGEST_CUE else None
        name = found[1] if found else ""
        if not name or name != name.upper() or name == name.lower():
            return False
        decoded = self._decode_character(text)
        if decoded is None:
            return False
        return self._hold(
            ElementType.CHARACTER,
            Character(name=decoded["name"], extension=decoded["extension"], dual=decoded["dual"]),
        )


def neutralise_unclosed(lines: Sequence[Line]) -> tuple[list[Line], int]:
    """Lines without a boneyard that is never closed, and the line it stood in (0: none)."""
    is_open, opened_at, index_at = False, 0, 0
    for index, line in enumerate(lines):
        for mark in re.findall(r"/\*|\*/", line.text):
            if mark == "/*" and not is_open:
                is_open, opened_at, index_at = True, line.number, index
            elif mark == "*/":
                is_open = False
    if not is_open:
        return list(lines), 0
    tail = [Line(line.number, line.text.replace("/*", " ")) for line in lines[index_at:]]
    return [*lines[:index_at], *tail], opened_at
