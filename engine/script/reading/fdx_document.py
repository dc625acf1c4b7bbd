"""The paragraphs of a Final Draft file, read safely: no entities, nothing opened, lines counted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import XMLParser

from engine.contracts import EngineError, Problem, Severity, _

_EXPORT = _("Open it in Final Draft and save it again, or export it as .fountain.")


@dataclass
class Paragraph:
    """One paragraph as it stands in the file, all its runs of text joined."""

    kind: str
    line: int
    number: str = ""
    text: str = ""
    dual: int = 0  # a paragraph of a dual dialogue carries that dialogue's ordinal
    is_centred: bool = False
    new_page: bool = False
    notes: list[str] = field(default_factory=list)


@dataclass
class Document:
    body: list[Paragraph]
    title_page: list[str]
    problems: tuple[Problem, ...] = ()


def open_document(text: str) -> Document:
    """Raises EngineError for entities ("fdx-unsafe") and where nothing at all can be read."""
    target = _Target()
    parser = XMLParser(target=target)
    target.line_now = lambda: parser.parser.CurrentLineNumber
    problems: tuple[Problem, ...] = ()
    try:
        parser.feed(text[max(text.find("<"), 0) :].rstrip())
        parser.close()
    except DefusedXmlException as error:
        raise EngineError(
            "fdx-unsafe",
            _("This .fdx file defines entities, which Final Draft never does; it was not read."),
            _EXPORT,
        ) from error
    except ParseError as error:
        line = error.position[0] + text[: max(text.find("<"), 0)].count("\n")
        problems = (_broken(line),)
    if target.root not in ("", "FinalDraft"):
        raise EngineError(
            "not-final-draft",
            _(
                "This is XML, but not a Final Draft document: it begins with <{tag}>.",
                tag=target.root[:40],
            ),
            _("Export the screenplay as .fdx or .fountain."),
        )
    if not target.body:
        if not problems:
            raise EngineError("empty", _("This .fdx file has no text in it."), _EXPORT)
        message = _(
            "The .fdx file is damaged in line {line}, before any text.", line=problems[0].line
        )
        raise EngineError(problems[0].code, message, _EXPORT, problems)
    return Document(target.body, target.title_page, problems)


def _broken(line: int) -> Problem:
    return Problem.of(
        severity=Severity.ERROR,
        code="fdx-malformed",
        message=_(
            "The .fdx file is damaged in line {line}; only what stands before was read.", line=line
        ),
        advice=_EXPORT,
        line=line,
    )


class _Target:
    """Collects paragraphs while the XML streams by."""

    def __init__(self) -> None:
        self.line_now: Callable[[], int] = lambda: 0
        self.root = ""
        self.body: list[Paragraph] = []
        self.title_page: list[str] = []
        self._path: list[str] = []
        self._paragraph: Paragraph | None = None
        self._runs: list[str] = []
        self._note: list[str] | None = None
        self._duals = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._path.append(tag)
        self.root = self.root or tag
        if tag == "DualDialogue":
            self._duals += 1
        elif tag == "ScriptNote" and self._paragraph is not None:
            self._note = []
        elif tag == "Paragraph" and self._is_story():
            self._open(attributes)

    def data(self, text: str) -> None:
        if "Text" not in self._path:
            return
        if self._note is not None:
            self._note.append(text)
        elif self._path[1:3] == ["TitlePage", "Content"] or self._is_story():
            self._runs.append(text)

    def end(self, tag: str) -> None:
        self._path.pop()
        if tag == "ScriptNote" and self._note is not None and self._paragraph is not None:
            self._paragraph.notes.append("".join(self._note))
            self._note = None
        elif tag == "Paragraph" and self._is_story():
            self._close()
        elif tag == "Paragraph" and self._path[1:] == ["TitlePage", "Content"]:
            self.title_page.append("".join(self._runs).strip())
            self._runs = []

    def close(self) -> None:
        """Part of the protocol of a parser's target."""

    def _is_story(self) -> bool:
        """Whether we are in the script itself, and not in a note, a summary or the title page."""
        inside = set(self._path[2:])
        return self._path[:2] == ["FinalDraft", "Content"] and not inside & {
            "ScriptNote",
            "SceneProperties",
            "Summary",
        }

    def _open(self, attributes: Mapping[str, str]) -> None:
        if self._paragraph is not None and self._paragraph.text == "" and not self._runs:
            self._paragraph = None  # the paragraph around a dual dialogue has no text of its own
        self._paragraph = Paragraph(
            kind=attributes.get("Type", "Action"),
            line=self.line_now(),
            number=attributes.get("Number", ""),
            dual=self._duals if "DualDialogue" in self._path else 0,
            is_centred=attributes.get("Alignment") == "Center",
            new_page=attributes.get("StartsNewPage") == "Yes",
        )
        self._runs = []

    def _close(self) -> None:
        if self._paragraph is not None:
            self._paragraph.text = "".join(self._runs).strip()
            if self._paragraph.text or self._paragraph.notes or self._paragraph.new_page:
                self.body.append(self._paragraph)
        self._paragraph, self._runs = None, []
