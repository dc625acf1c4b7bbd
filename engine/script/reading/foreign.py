"""Files that are no screenplay text: what they are, and what to do instead."""

from engine.contracts import EngineError, Wording, _

_ADVICE = _("Export the screenplay as .fountain or .fdx, or paste its text.")
_SIGNATURES: tuple[tuple[bytes, Wording], ...] = (
    (b"%PDF-", _("a PDF document")),
    (b"{\\rtf", _("a rich text (RTF) document")),
    (b"\xd0\xcf\x11\xe0", _("an old Word document (.doc)")),
    (b"\x89PNG", _("a PNG picture")),
    (b"\xff\xd8\xff", _("a JPEG picture")),
    (b"GIF8", _("a GIF picture")),
    (b"RIFF", _("a sound, film or picture file")),
    (b"\x1f\x8b", _("a compressed (gzip) file")),
    (b"7z\xbc\xaf", _("a compressed (7z) file")),
    (b"Rar!\x1a", _("a compressed (RAR) file")),
    (b"\x7fELF", _("a program")),
    (b"OggS", _("a sound or film file")),
    (b"ID3", _("a sound file")),
    (b"SQLite format 3", _("a database")),
)
_IN_A_ZIP = {
    "docx": _("a Word document (.docx)"),
    "odt": _("an OpenDocument text (.odt)"),
    "pages": _("a Pages document"),
    "epub": _("an e-book (.epub)"),
    "fadein": _("a Fade In document"),
    "highland": _("a Highland document"),
    "wdx": _("a WriterDuet document"),
    "celtx": _("a Celtx document"),
    "wps": _("a WPS document"),
}


def refuse_foreign(head: bytes, name: str) -> None:
    """Raise EngineError "foreign-format" where the first bytes are of another kind of file."""
    kind = _kind(head, name)
    if kind is not None:
        raise EngineError(
            "foreign-format", _("This is {kind}, not a screenplay as text.", kind=kind), _ADVICE
        )


def _kind(head: bytes, name: str) -> Wording | None:
    # Bytes that became text on the way here have "?" in place of what was above 255.
    if head.startswith(b"PK\x03\x04"):
        return _IN_A_ZIP.get(
            name.rpartition(".")[2].lower(), _("a ZIP archive or an office document")
        )
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    if head[4:8] == b"ftyp":
        return _("a film or picture file")
    if head.lstrip()[:14].lower().startswith((b"<!doctype html", b"<html")):
        return _("a web page")
    return None
