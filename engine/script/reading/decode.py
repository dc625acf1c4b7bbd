"""From a request to text: what file it is, which encoding, and clean lines."""

import codecs
import re
from pathlib import Path
from typing import NamedTuple

from engine.contracts import EngineError, Problem, ReadRequest, Severity, Wording, _
from engine.script.reading.foreign import refuse_foreign

MAX_BYTES = 8_000_000  # a feature film is 0.2 MB; a hundred episodes are about 2 MB
MAX_LINES = 400_000

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ENDINGS = re.compile("\r\n|[\r\x0b\x85\u2028\u2029]")
# Controls, zero-width and direction marks, private use: no words, and they upset every pattern.
_UNSEEN = re.compile(
    "[\x00-\x08\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ue000-\uf8ff]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_GAP = " " * 60
_GAPS = re.compile(r"[^\S\n]{60,}")
_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u3000": " "})


class Source(NamedTuple):
    text: str  # lines end with "\n" and nothing else
    encoding: str
    name: str  # last part of the file's name: a hint, never opened
    problems: tuple[Problem, ...]


def load(request: ReadRequest) -> Source:
    """The text a request means. Raises EngineError where there is none that a writer wrote."""
    name = _clean(re.split(r"[/\\]", request.name or request.path)[-1])
    if request.path:
        text, encoding, is_guess = decode_bytes(_bytes_of(request.path), name)
    else:
        _refuse_large(len(request.text))
        refuse_foreign(request.text[:64].encode("latin-1", "replace"), name)
        text, encoding, is_guess = request.text, "unicode", False
    _refuse_noise(text)
    text = _clean(text)
    if text.count("\n") > MAX_LINES:
        raise _too_large(
            _("{count} lines", count=text.count("\n")), _("{count} lines", count=MAX_LINES)
        )
    if not text.strip():
        raise EngineError(
            "empty",
            _("There is nothing to read: the file is empty."),
            _("Paste or upload a screenplay."),
        )
    return Source(text, encoding, name, (_guessed(encoding),) if is_guess else ())


def decode_bytes(data: bytes, name: str) -> tuple[str, str, bool]:
    """Bytes as text, the encoding they were in, and whether it was guessed."""
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace"), encoding, False
    refuse_foreign(data[:64], name)
    wide = _utf16_without_bom(data)
    if wide is not None:
        return data.decode(wide, "replace"), wide, True
    try:
        return data.decode("utf-8"), "utf-8", False
    except UnicodeDecodeError:
        return _legacy(data)


def _legacy(data: bytes) -> tuple[str, str, bool]:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if text and _looks_chinese(text):
        return text, "gb18030", True
    broken = data.decode("utf-8", "replace")
    if broken.count("\ufffd") * 200 < sum(byte > 127 for byte in data):
        return broken, "utf-8", True
    # Latin-1's control range is where Windows keeps its quotes and dashes.
    return data.decode("cp1252", "replace").replace("\ufffd", ""), "latin-1", True


def _looks_chinese(text: str) -> bool:
    """Western text read as GB18030 gives rare characters between Latin letters, not runs."""
    beyond = [char for char in text if char > "\x7f"]
    common = sum(
        "\u4e00" <= char <= "\u9fff" or char in "，。！？：；“”‘’、（）《》【】…—·△　"
        for char in beyond
    )
    glued = len(re.findall(r"[A-Za-z][\u4e00-\u9fff][A-Za-z]", text))
    return bool(beyond) and common >= 0.9 * len(beyond) and glued * 4 < len(beyond)


def _utf16_without_bom(data: bytes) -> str | None:
    """UTF-16 shows as a zero in every second byte of Latin text, or as line ends two bytes wide."""
    head = data[:20_000]
    if len(head) < 4:
        return None
    even, odd = head[0::2], head[1::2]
    if odd.count(0) > 0.3 * len(odd) and even.count(0) < 0.05 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.3 * len(even) and odd.count(0) < 0.05 * len(odd):
        return "utf-16-be"
    if b"\x00" in head:
        for encoding in ("utf-16-le", "utf-16-be"):
            text = head[: len(head) // 2 * 2].decode(encoding, "replace")
            if "\n" in text and _looks_chinese(text) and "\x00" not in text:
                return encoding
    return None


def _guessed(encoding: str) -> Problem:
    return Problem.of(
        severity=Severity.NOTE,
        code="encoding-guessed",
        message=_(
            "The file does not say how it is encoded; it was read as {encoding}.",
            encoding=encoding.upper(),
        ),
        advice=_("If letters look wrong, save it again as UTF-8."),
    )


def _bytes_of(path: str) -> bytes:
    try:
        file = Path(path)
        if file.is_dir():
            raise EngineError(
                "is-directory", _("This is a folder, not a screenplay."), _("Name the file in it.")
            )
        if not file.exists():
            raise EngineError(
                "not-found", _("There is no such file."), _("Check the name and the folder.")
            )
        if not file.is_file():
            raise EngineError(
                "not-a-file", _("This is a device, not a screenplay."), _("Name a file.")
            )
        _refuse_large(file.stat().st_size)
        return file.read_bytes()
    except (OSError, ValueError) as error:
        reason = (
            error.strerror if isinstance(error, OSError) and error.strerror else _("a bad name")
        )
        raise EngineError(
            "unreadable",
            _("The file cannot be opened: {reason}.", reason=reason),
            _("Check its name and permissions."),
        ) from error


def _refuse_large(size: int) -> None:
    if size > MAX_BYTES:
        raise _too_large(f"{size / 1e6:.1f} MB", f"{MAX_BYTES / 1e6:.0f} MB")


def _too_large(size: str | Wording, limit: str | Wording) -> EngineError:
    return EngineError(
        "too-large",
        _("The screenplay has {size}; up to {limit} are read.", size=size, limit=limit),
        _("Split it into files of some episodes each."),
    )


def _refuse_noise(text: str) -> None:
    head = text[:20_000]
    noise = sum(char < " " and char not in "\t\n\r\x0b\x0c" for char in head) + head.count("\ufffd")
    if noise * 20 > len(head) > 0:
        raise EngineError(
            "binary",
            _("This is not text: it looks like a picture, an archive or a program."),
            _("Export the screenplay as .fountain or .fdx, or paste its text."),
        )


def _clean(text: str) -> str:
    text = _ENDINGS.sub("\n", _SURROGATES.sub("\ufffd", text))
    text = _UNSEEN.sub("", text).translate(_SPACES)
    return _GAPS.sub(_GAP, text)  # no pattern after this meets a run of spaces it could get lost in
