"""Final Draft (.fdx) by screenplay-tools, given what the package leaves out.

It reads the first run of text of each paragraph at the top level only. So it is handed a flat
document with the runs joined; lines, scene numbers, notes and dual dialogue are kept beside.
"""

from typing import Any
from xml.etree.ElementTree import Element as Node
from xml.etree.ElementTree import SubElement, tostring

from screenplay_tools.fdx.parser import Parser
from screenplay_tools.screenplay import ElementType

from engine.contracts import Element, ElementKind
from engine.script.reading import directions
from engine.script.reading.cue import Cue, is_extension, parse_cue, speech, split_speech
from engine.script.reading.emphasis import join_wrapped
from engine.script.reading.episodes import episode_mark
from engine.script.reading.fdx_document import Paragraph, open_document
from engine.script.reading.heading import head_of
from engine.script.reading.parts import Draft, FlashbackMark, Part

_KINDS = {
    "Shot": ElementKind.CAMERA,
    "New Act": ElementKind.SECTION,
    "End of Act": ElementKind.SECTION,
    "Cast List": ElementKind.NOTE,
}
_SUNG = {"Singing", "Lyrics", "Lyric"}


def read_fdx(text: str) -> Draft:
    """All that a Final Draft file says. Raises EngineError where it is unsafe or unreadable."""
    document = open_document(text)
    reader = _Reader()
    for paragraph, raw in zip(document.body, _raw_elements(document.body), strict=True):
        reader.take(paragraph, raw)
    reader.end_speech()
    return Draft(
        parts=tuple(reader.parts), meta=_meta(document.title_page), problems=document.problems
    )


def _raw_elements(paragraphs: list[Paragraph]) -> list[Any]:
    """One element of the package for each paragraph."""
    root = Node("FinalDraft")
    content = SubElement(root, "Content")
    for paragraph in paragraphs:
        node = SubElement(content, "Paragraph", Type=paragraph.kind)
        SubElement(node, "Text").text = paragraph.text
    parser = Parser()
    parser.parse(tostring(root, encoding="unicode"))
    elements: list[Any] = parser.script.elements
    return elements


def _meta(lines: list[str]) -> dict[str, str]:
    """A title page is free text: its first line is the title, "by" comes before the author."""
    said = [join_wrapped(line.split("\n")) for line in lines if line.strip()]
    meta: dict[str, str] = {}
    for before, line in zip(["", *said], said, strict=False):
        credit = before.casefold().endswith("by") and "Author" not in meta
        if not meta:
            meta["Title"] = line
        elif credit:
            meta["Credit"], meta["Author"] = before, line
        elif line.casefold().startswith(("copyright", "©", "(c)")):
            meta["Copyright"] = line
        elif line.casefold().startswith("language:"):
            meta["Language"] = line.partition(":")[2].strip()
    return meta


class _Reader:
    def __init__(self) -> None:
        self.parts: list[Part] = []
        self._cue: Cue | None = None
        self._cue_line = 0
        self._parenthetical = ""
        self._spoke = False
        self._dual = (0, 0)  # which dual dialogue, and how many have spoken in it

    def take(self, paragraph: Paragraph, raw: Any) -> None:
        if paragraph.new_page:
            self._add(ElementKind.PAGE_BREAK, "", paragraph.line)
        text = join_wrapped(paragraph.text.split("\n"))
        if text:
            self._take_text(paragraph, raw, text)
        for note in paragraph.notes:
            if note.strip():
                self._add(ElementKind.NOTE, join_wrapped(note.split("\n")), paragraph.line)

    def _take_text(self, paragraph: Paragraph, raw: Any, text: str) -> None:
        kind = raw.type
        if paragraph.kind in _SUNG:
            self._speak(ElementKind.LYRIC, paragraph, text)
        elif kind is ElementType.DIALOGUE:
            self._speak(ElementKind.DIALOGUE, paragraph, text)
        elif kind is ElementType.PARENTHETICAL:
            manner = text.strip("()（） ")
            self._parenthetical = ", ".join(p for p in (self._parenthetical, manner) if p)
        elif kind is ElementType.CHARACTER:
            self._open_cue(paragraph, raw)
        else:
            self.end_speech()
            self._stand(paragraph, raw, text)

    def _open_cue(self, paragraph: Paragraph, raw: Any) -> None:
        self.end_speech()
        ordinal = self._dual[1] + 1 if paragraph.dual == self._dual[0] else 1
        self._dual = (paragraph.dual, ordinal)
        cue = parse_cue(paragraph.text)
        said = (raw.extension or "").strip()
        extension = cue.extension or (said if cue.parenthetical and not is_extension(said) else "")
        self._cue = Cue(cue.name, extension, "", bool(paragraph.dual) and ordinal > 1)
        self._cue_line, self._parenthetical, self._spoke = paragraph.line, cue.parenthetical, False

    def _speak(self, kind: ElementKind, paragraph: Paragraph, text: str) -> None:
        runs = split_speech(text, self._parenthetical)
        self.parts += speech(self._cue or Cue(""), paragraph.line, runs, kind)
        self._parenthetical, self._spoke = "", True

    def end_speech(self) -> None:
        """A cue or a parenthetical that no words follow is kept as action."""
        if self._cue is not None and (self._parenthetical or not self._spoke):
            text = self._parenthetical or self._cue.name
            self.parts.append(
                Element(
                    kind=ElementKind.ACTION,
                    text=text,
                    line=self._cue_line,
                    character=self._cue.name,
                )
            )
        self._cue, self._parenthetical, self._spoke = None, "", False

    def _stand(self, paragraph: Paragraph, raw: Any, text: str) -> None:
        line = paragraph.line
        mark = episode_mark(text, line)
        flash = directions.flashback(text)
        if mark is not None:
            self.parts.append(mark)
        elif flash is not None:
            self.parts.append(FlashbackMark(begins=flash, line=line))
        elif paragraph.kind in _KINDS:
            self._add(_KINDS[paragraph.kind], text, line)
        elif raw.type is ElementType.HEADING:
            self.parts.append(head_of(text, paragraph.number, line))
        elif raw.type is ElementType.TRANSITION:
            self._add(ElementKind.TRANSITION, text, line)
        else:
            said = directions.direction(text)
            usual = ElementKind.CENTERED if paragraph.is_centred else ElementKind.ACTION
            self._add(said.kind if said else usual, said.text if said else text, line)

    def _add(self, kind: ElementKind, text: str, line: int) -> None:
        self.parts.append(Element(kind=kind, text=text, line=line))
