"""Fountain: raw elements of the parser to parts: paragraphs, speeches, scenes and episodes."""

import re
from collections.abc import Sequence
from typing import Any

from screenplay_tools.screenplay import ElementType

from engine.contracts import Element, ElementKind, Problem, Severity, _
from engine.script.reading import directions
from engine.script.reading.cue import Cue, parse_cue, speech, split_speech
from engine.script.reading.emphasis import join_wrapped, strip_emphasis
from engine.script.reading.episodes import episode_mark
from engine.script.reading.fountain_parser import STAND_IN, TrackingParser, neutralise_unclosed
from engine.script.reading.heading import head_of
from engine.script.reading.parts import Draft, FlashbackMark, Line, Part

_TAGS = re.compile(r"\[\[(\d+)\]\]|/\*\d+\*/")
_LONG = re.compile(f"{STAND_IN}(\\d+){STAND_IN}")
_WHOLE_PARENTHETICAL = re.compile(r"[(（]([^()（）]*)[)）]$")


def parse(lines: Sequence[Line]) -> TrackingParser:
    """The raw parse: one element for each line of action and of dialogue."""
    parser = TrackingParser()
    parser.mergeActions = parser.mergeDialogue = False
    parser.parse(lines)
    return parser


def read_fountain(lines: Sequence[Line]) -> Draft:
    """All that a Fountain text says, in order."""
    closed, opened_at = neutralise_unclosed(lines)
    parser = parse(closed)
    blank = {line.number for line in closed if line.text == ""}
    reader = _Reader(parser, blank)
    meta = reader.title_page()
    for raw in parser.script.elements:
        reader.take(raw)
    reader.flush()
    problems = [*([_unclosed(opened_at)] if opened_at else []), *reader.problems]
    return Draft(parts=tuple(reader.parts), meta=meta, problems=tuple(problems))


def _silent(name: str, manner: str, line: int) -> Problem:
    return Problem.of(
        severity=Severity.NOTE,
        code="cue-without-line",
        message=_("{name} has no line here, only “({manner})”.", name=name, manner=manner[:40]),
        advice=_("It is shown without words; write the line below it, or take the name out."),
        line=line,
    )


def _unclosed(line: int) -> Problem:
    return Problem.of(
        severity=Severity.WARNING,
        code="boneyard-unclosed",
        message=_(
            "A passage cut with /* is never closed with */; it was read as part of the script."
        ),
        advice=_("Close it with */ where the cut passage ends."),
        line=line,
    )


class _Reader:
    """Gathers wrapped lines until a paragraph or a speech is whole."""

    def __init__(self, parser: TrackingParser, blank: set[int]) -> None:
        self.parts: list[Part] = []
        self.problems: list[Problem] = []
        self._parser = parser
        self._blank = blank
        self._action: list[tuple[int, str]] = []
        self._speech: list[tuple[int, str]] = []
        self._notes: list[Element] = []
        self._cue: Cue | None = None
        self._cue_line = 0
        self._cue_kind: ElementKind | None = None
        self._parenthetical = ""
        self._spoke = False
        self._last_seq = self._last_line = 0

    def title_page(self) -> dict[str, str]:
        meta: dict[str, str] = {}
        for entry in self._parser.script.titleEntries:
            text = strip_emphasis(join_wrapped(self._text(entry.text_raw, 0).split("\n")))
            said = directions.direction(f"{entry.key}:") if not text else None
            if said is not None:
                self.parts.append(Element(kind=said.kind, text=said.text, line=entry.line))
            else:
                meta[entry.key] = text
        return meta

    def take(self, raw: Any) -> None:
        kind = raw.type
        if kind is ElementType.DIALOGUE and not self._is_apart(raw):
            self._dialogue(raw)
        elif kind is ElementType.PARENTHETICAL:
            self._end_run()
            self._add_parenthetical(self._text(raw.text_raw, raw.line))
        elif kind is ElementType.LYRIC:
            self._lyric(raw)
        elif kind in (ElementType.ACTION, ElementType.DIALOGUE) and not getattr(raw, "centered", 0):
            self._plain(raw)
        else:
            self.flush()
            self._standing(raw)
        self._last_seq, self._last_line = raw.last_seq, raw.line
        self._add_notes()

    def flush(self) -> None:
        """End the paragraph or speech that is open."""
        self._end_action()
        self._end_speech()
        self._add_notes()

    def _standing(self, raw: Any) -> None:
        """An element that is whole in one line."""
        text = strip_emphasis(self._text(raw.text_raw, raw.line)).strip()
        kind = raw.type
        if kind is ElementType.CHARACTER:
            self._open_cue(raw)
        elif kind is ElementType.HEADING:
            self.parts.append(head_of(text, raw.scene_number or "", raw.line))
        elif kind is ElementType.TRANSITION:
            self._add_action(raw.line, text, ElementKind.TRANSITION)
        elif kind is ElementType.PAGEBREAK:
            self.parts.append(Element(kind=ElementKind.PAGE_BREAK, text="", line=raw.line))
        elif kind is ElementType.SECTION:
            mark = episode_mark(text, raw.line)
            self.parts.append(mark or Element(kind=ElementKind.SECTION, text=text, line=raw.line))
        elif kind is ElementType.SYNOPSIS:
            self.parts.append(Element(kind=ElementKind.SYNOPSIS, text=text, line=raw.line))
        elif text:
            mark = episode_mark(text, raw.line)
            self.parts.append(mark or Element(kind=ElementKind.CENTERED, text=text, line=raw.line))

    # Speech

    def _open_cue(self, raw: Any) -> None:
        bare = strip_emphasis(raw.name).rstrip(":： ")
        found = directions.direction(f"{bare}: x") or directions.direction(bare)
        self._cue_kind = (
            found.kind if found else ElementKind.ACTION if directions.is_no_name(bare) else None
        )
        cue = parse_cue(f"{bare} ({raw.extension})" if raw.extension else bare)
        # A remark that names no voice, as in "MIA (crying)", also tells how the line is spoken.
        extension = cue.extension or (cue.parenthetical if raw.extension else "")
        self._cue = Cue(cue.name, extension, "", raw.is_dual_dialogue)
        self._cue_line, self._parenthetical, self._spoke = raw.line, "", False
        self._add_parenthetical(cue.parenthetical)

    def _is_apart(self, raw: Any) -> bool:
        """Whether an empty line parts this from the speech: the parser misses it after a note."""
        return self._cue is None or bool(
            self._speech
            and any(number in self._blank for number in range(self._last_line + 1, raw.line))
        )

    def _dialogue(self, raw: Any) -> None:
        self._end_action()
        for line in self._text(raw.text_raw, raw.line).split("\n"):
            if not line.strip():
                continue
            if self._speech and directions.is_transition(line.strip()):
                self._end_speech()
                self._add_action(raw.line, line.strip())
                continue
            whole = _WHOLE_PARENTHETICAL.match(strip_emphasis(line.strip()))
            if whole is not None:
                self._end_run()
                self._add_parenthetical(whole[1])
            else:
                self._speech.append((raw.line, line))

    def _add_parenthetical(self, text: str) -> None:
        text = strip_emphasis(text).strip().strip("()（）").strip()
        self._parenthetical = ", ".join(part for part in (self._parenthetical, text) if part)

    def _lyric(self, raw: Any) -> None:
        in_speech = self._cue is not None and raw.seq == self._last_seq + 1
        self._end_action()
        self._end_run() if in_speech else self._end_speech()
        text = strip_emphasis(self._text(raw.text_raw, raw.line)).strip()
        if text:
            self._add_spoken(ElementKind.LYRIC, raw.line, [(self._parenthetical, text)])
            self._parenthetical = ""

    def _add_spoken(self, kind: ElementKind, line: int, runs: list[tuple[str, str]]) -> None:
        self.parts += speech(self._cue or Cue(""), line, runs, kind)
        self._spoke = self._spoke or bool(runs)

    def _end_run(self) -> None:
        """End the words under one parenthetical."""
        if not self._speech:
            return
        text = strip_emphasis(join_wrapped(line for _, line in self._speech))
        first, self._speech = self._speech[0][0], []
        if self._cue_kind is None:
            self._add_spoken(ElementKind.DIALOGUE, first, split_speech(text, self._parenthetical))
        else:
            self._end_false_cue(first, text)
        self._parenthetical = ""

    def _end_false_cue(self, first: int, text: str) -> None:
        """What stood where a name stands was a direction, and the lines below belong to it."""
        name, kind = (self._cue.name if self._cue else ""), self._cue_kind
        if kind in (ElementKind.SUPER, ElementKind.SOUND):
            found = directions.direction(f"{name}: {text}")
            self._add_action(self._cue_line, found.text if found else text, kind)
        elif kind is ElementKind.CAMERA:
            self._add_action(self._cue_line, f"{name} {text}", kind)
        else:
            self._add_action(self._cue_line, name, kind)
            self._add_action(first, text)
        self._spoke = True

    def _end_speech(self) -> None:
        self._end_run()
        if self._cue is not None and self._parenthetical:
            if not self._spoke:
                self.problems.append(_silent(self._cue.name, self._parenthetical, self._cue_line))
            self._add_spoken(ElementKind.ACTION, self._last_line, [(self._parenthetical, "")])
        elif self._cue is not None and not self._spoke:
            self._add_action(self._cue_line, self._cue.name)
        self._cue, self._cue_kind, self._parenthetical, self._spoke = None, None, "", False

    # Action

    def _plain(self, raw: Any) -> None:
        """A line of action: of the paragraph above, or of the speech if a lyric stood between."""
        text = self._text(raw.text_raw, raw.line)
        after_lyric = self._cue is not None and self.parts and not self._speech
        if after_lyric and raw.seq == self._last_seq + 1 and text.strip():
            self._speech.append((raw.line, text))
            return
        self._end_speech()
        if self._action and (raw.seq != self._last_seq + 1 or directions.direction(text.strip())):
            self._end_action()
        mark = episode_mark(strip_emphasis(text), raw.line)
        if mark is not None and not self._action:
            self.parts.append(mark)
        elif text.strip():
            self._action.append((raw.line, text))
        else:
            self._end_action()

    def _end_action(self) -> None:
        if self._action:
            text = strip_emphasis(join_wrapped(line for _, line in self._action))
            first, self._action = self._action[0][0], []
            self._add_action(first, text)

    def _add_action(self, line: int, text: str, kind: ElementKind | None = None) -> None:
        flash = directions.flashback(text)
        if flash is not None:
            self.parts.append(FlashbackMark(begins=flash, line=line))
        elif text:
            found = directions.direction(text) if kind is None else None
            kind = kind or (found.kind if found else ElementKind.ACTION)
            self.parts.append(Element(kind=kind, text=found.text if found else text, line=line))

    # Notes

    def _text(self, text: str, line: int) -> str:
        """`text` with long lines back in place and notes taken out, to follow as elements."""
        text = _LONG.sub(lambda found: self._parser.long_lines[int(found[1])], text)
        for found in _TAGS.finditer(text):
            if found[1] is not None:
                note = self._parser.script.notes[int(found[1])]
                said = strip_emphasis(join_wrapped(self._text(note.text_raw, 0).split("\n")))
                self._notes.append(
                    Element(kind=ElementKind.NOTE, text=said, line=getattr(note, "line", line))
                )
        return _TAGS.sub("", text)

    def _add_notes(self) -> None:
        """Notes follow the paragraph they stand in."""
        if not self._action and not self._speech:
            self.parts += [note for note in self._notes if note.text]
            self._notes = []
