"""Plain text: "NAME: line", "姓名：台词", scene heads and everything else as action."""

import re
from collections.abc import Sequence

from engine.contracts import Element, ElementKind
from engine.script.reading import directions
from engine.script.reading.cue import is_label, parse_cue, speech, split_speech
from engine.script.reading.emphasis import join_wrapped, strip_emphasis
from engine.script.reading.episodes import episode_mark
from engine.script.reading.heading import head_of, is_heading, scene_label, split_number
from engine.script.reading.parts import Draft, FlashbackMark, Head, Line, Part

_SPOKEN = re.compile(r"(?P<cue>[^\s:：][^:：]{0,60}?)\s*[:：]\s*(?P<words>\S.*)?$", re.DOTALL)
_BY = re.compile(r"(?:(?:written|screenplay|story|created)\s+)?by\s+(\S.{0,80})$", re.IGNORECASE)
_HAN = re.compile(r"[\u3400-\u9fff\u3040-\u30ff\uac00-\ud7af]")
_META = {
    "title", "author", "written by", "by", "credit", "source", "draft", "draft date", "date",
    "contact", "copyright", "language", "genre", "logline",
    "标题", "剧名", "片名", "作者", "编剧", "语言", "类型", "日期",
}  # fmt: skip
_NO_NAMES = {
    "note", "notes", "http", "https", "time", "place", "location", "setting", "scene", "characters",
    "cast", "ps", "warning", "example", "summary", "synopsis", "theme", "act", "props",
    "for example", "namely", "however",
    "时间", "地点", "场景", "人物", "注", "备注", "说明", "简介", "道具", "梗概",
}  # fmt: skip


def cue_of(line: str) -> str:
    """What stands before the colon if it can be a speaker's name, else ""."""
    found = _SPOKEN.match(line)
    if found is None:
        return ""
    name = parse_cue(found["cue"]).name
    key = name.casefold()
    if is_label(name) or directions.direction(f"{name}: x") is not None:
        return ""
    if not name or key in _NO_NAMES or key in _META or line[0] in "-–—•>#\"“'[(【（":
        return ""
    if _HAN.search(name):
        return name if len(name) <= 12 and not re.search(r"[，。！？；“”…\s]", name) else ""
    words = name.split()
    is_name = all(
        word[0].isupper() or not word[0].isalpha() or not word.isascii() for word in words
    )
    return name if len(words) <= 4 and is_name and not name.isdigit() else ""


def is_title_entry(line: str) -> bool:
    """Whether a line belongs on a title page: "Author: Mia Moss"."""
    key, colon, _ = line.replace("：", ":").partition(":")
    return bool(colon) and key.strip().casefold() in _META


def read_plain(lines: Sequence[Line]) -> Draft:
    """All that a plain text says, in order."""
    reader = _Reader()
    for line in lines:
        reader.take(line)
    reader.flush()
    return Draft(parts=tuple(reader.parts), meta=reader.meta)


class _Reader:
    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.meta: dict[str, str] = {}
        self._cue = ""
        self._lines: list[Line] = []

    def take(self, line: Line) -> None:
        text = strip_emphasis(line.text.strip())
        if not text:
            self.flush()
        elif not self._structure(Line(line.number, text)):
            self._words(Line(line.number, text))

    def flush(self) -> None:
        """End the paragraph or speech that is open."""
        if self._lines:
            first, text = self._lines[0].number, join_wrapped(line.text for line in self._lines)
            self._add_speech(first, text) if self._cue else self._add_action(first, text)
        self._cue, self._lines = "", []

    def _structure(self, line: Line) -> bool:
        """Episodes, scene heads, sections and the title page."""
        if self._title_page(line):
            return True
        part = episode_mark(line.text, line.number) or scene_head(line) or _section(line)
        if part is None:
            return False
        self.flush()
        self.parts.append(part)
        return True

    def _title_page(self, line: Line) -> bool:
        if self.parts or self._lines:
            return False
        by = _BY.match(line.text)
        heading = re.match(r"#\s+(\S.*)$", line.text)
        if is_title_entry(line.text):
            key, _, value = re.sub("：", ":", line.text, count=1).partition(":")
            self.meta[key.strip()] = value.strip()
        elif by is not None:
            self.meta["Author"] = by[1].strip()
        elif heading is not None and not self.meta and not episode_mark(line.text, line.number):
            self.meta["Title"] = heading[1]
        else:
            return False
        return True

    def _words(self, line: Line) -> None:
        said = directions.direction(line.text)
        cue = "" if said or directions.flashback(line.text) is not None else cue_of(line.text)
        if cue:
            self.flush()
            found = _SPOKEN.match(line.text)
            self._cue = found["cue"] if found else cue
            self._lines = [Line(line.number, (found["words"] or "") if found else "")]
        elif said or _is_labelled(line.text) or (self._cue and not self._is_wrapped()):
            self.flush()
            self._lines = [line]
        else:
            self._lines.append(line)

    def _is_wrapped(self) -> bool:
        """Whether the speech runs on: it is empty so far, or broke in mid-sentence."""
        last = self._lines[-1].text.rstrip()
        return not last or (len(last) > 30 and last[-1] not in ".!?…。！？\"”')）」")

    def _add_speech(self, line: int, text: str) -> None:
        cue = parse_cue(self._cue)
        text = text[1:-1] if len(text) > 2 and text[0] + text[-1] in ('""', "“”", "「」") else text
        runs = split_speech(text, cue.parenthetical) or [("", "")]
        self.parts += speech(cue, line, runs, wordless=not text)

    def _add_action(self, line: int, text: str) -> None:
        flash = directions.flashback(text)
        if flash is not None:
            self.parts.append(FlashbackMark(begins=flash, line=line))
            return
        inner = text[1:-1].strip() if text[0] + text[-1] in ("()", "[]", "（）", "【】") else text
        said = directions.direction(inner)
        kind = said.kind if said else ElementKind.ACTION
        if inner:
            self.parts.append(Element(kind=kind, text=said.text if said else inner, line=line))


def _is_labelled(text: str) -> bool:
    found = _SPOKEN.match(text)
    return found is not None and is_label(found["cue"])


def scene_head(line: Line) -> Head | None:
    """The scene head in a line of plain text: INT./EXT., "Scene 2: The roof, night"."""
    bare = line.text.strip("#[]【】 ")
    text, number = split_number(bare)
    if not is_heading(text) and scene_label(bare) is None:
        return None
    return head_of(text, number, line.number)


def _section(line: Line) -> Element | None:
    if not line.text.startswith("#"):
        return None
    return Element(kind=ElementKind.SECTION, text=line.text.lstrip("# "), line=line.number)
