"""The verb "read": a file or a text becomes a screenplay, whatever it was written in."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from engine.contracts import (
    Context,
    EngineError,
    ReadRequest,
    Screenplay,
    SourceText,
    _,
)
from engine.script.reading.assemble import assemble
from engine.script.reading.checks import check, gathered
from engine.script.reading.decode import Source, load
from engine.script.reading.detect import Format, detect_format, is_fdx
from engine.script.reading.fdx import read_fdx
from engine.script.reading.fountain import read_fountain
from engine.script.reading.language import detect_language
from engine.script.reading.parts import Draft, Line
from engine.script.reading.pasted import tidy, with_title_page
from engine.script.reading.plain import read_plain
from engine.script.reading.shortdrama import read_shortdrama
from engine.script.reading.together import part_speakers

_READERS: dict[Format, Callable[[Sequence[Line]], Draft]] = {
    Format.FOUNTAIN: read_fountain,
    Format.PLAIN: read_plain,
    Format.SHORTDRAMA: read_shortdrama,
}
_TITLES = ("title", "标题", "標題", "剧名", "剧本名称", "剧本名", "劇名", "片名")


def decode(request: ReadRequest, context: Context) -> SourceText:
    """A file as text. Raises EngineError where it is no text, or too large."""
    source = load(request)
    return SourceText(text=source.text, encoding=source.encoding)


def read(request: ReadRequest, context: Context) -> Screenplay:
    """Read a screenplay in any format. Raises EngineError only where nothing can be read;
    whatever else is wrong stands in `problems`, and what could be read in `episodes`."""
    source = load(request)
    context.step(1, 3, _("read"))
    lines = [Line(number, text) for number, text in enumerate(source.text.split("\n"), start=1)]
    draft, kind = _parse(source, lines)
    context.step(2, 3, _("parsed"))
    episodes, problems = assemble(part_speakers(draft.parts))
    if not episodes:
        raise EngineError(
            "no-scenes",
            _("There is nothing to film in this text: no scene, no action, no line."),
            _("Write what we see and what is said below the title page."),
            draft.problems,
        )
    elements = [e for episode in episodes for scene in episode.scenes for e in scene.elements]
    context.step(3, 3, _("checked"))
    found = (*source.problems, *draft.problems, *problems, *check(episodes))
    return Screenplay(
        title=_title(draft.meta, source.name),
        language=detect_language("\n".join(element.text for element in elements), draft.meta),
        format=kind.value,
        meta=draft.meta,
        episodes=episodes,
        problems=gathered(found),
    )


def _parse(source: Source, lines: Sequence[Line]) -> tuple[Draft, Format]:
    if is_fdx(source.text):
        return read_fdx(source.text), Format.FDX
    lines, problems = tidy(with_title_page(lines))
    kind = detect_format(source.text, lines, source.name)
    draft = _READERS[kind](lines)
    return replace(draft, problems=(*draft.problems, *problems)), kind


def _title(meta: dict[str, str], name: str) -> str:
    """The title page's, else one made of the file's name."""
    for key, value in meta.items():
        if key.casefold() in _TITLES and value:
            return value.strip('《》"“” ')
    return " ".join(re.sub(r"[_\s]+", " ", name.rpartition(".")[0] or name).split())
