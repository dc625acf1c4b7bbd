"""Files that are no screenplay text: what they are, and what to do instead."""

from engine.contracts import EngineError

_ADVICE = "Export the screenplay as .fountain or .fdx, or paste its text."
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"{\\rtf", "a rich text (RTF) document"),
    (b"\xd0\xcf\x11\xe0", "an old Word document (.doc)"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a sound, film or picture file"),
    (b"\x1f\x8b", "a compressed (gzip) file"),
    (b"7z\xbc\xaf", "a compressed (7z) file"),
    (b"Rar!\x1a", "a compressed (RAR) file"),
    (b"\x7fELF", "a program"),
    (b"OggS", "a sound or film file"),
    (b"ID3", "a sound file"),
    (b"SQLite format 3", "a database"),
)
_IN_A_ZIP = {
    "docx": "a Word document (.docx)",
    "odt": "an OpenDocument text (.odt)",
    "pages": "a Pages document",
    "epub": "an e-book (.epub)",
    "fadein": "a Fade In document",
    "highland": "a Highland document",
    "wdx": "a WriterDuet document",
    "celtx": "a Celtx document",
    "wps": "a WPS document",
}


def refuse_foreign(head: bytes, name: str) -> None:
    """Raise EngineError "foreign-format" where the first bytes are of another kind of file."""
    kind = _kind(head, name)
    if kind is not None:
        raise EngineError("foreign-format", f"This is {kind}, not a screenplay as text.", _ADVICE)


def _kind(head: bytes, name: str) -> str | None:
    # Bytes that became text on the way here have "?" in place of what was above 255.
    if head.startswith(b"PK\x03\x04"):
        return _IN_A_ZIP.get(name.rpartition(".")[2].lower(), "a ZIP archive or an office document")
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    if head[4:8] == b"ftyp":
        return "a film or picture file"
    if head.lstrip()[:14].lower().startswith((b"<!doctype html", b"<html")):
        return "a web page"
    return None
