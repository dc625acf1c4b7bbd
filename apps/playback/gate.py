"""The media gate: checks a signed address; then nginx sends the file, else this sends a range."""

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils._os import safe_join
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from apps.core.media import opened

PIECE = 256 * 1024  # bytes read at a time
CONTENT_TYPES = {
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".vtt": "text/vtt; charset=utf-8",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".wav": "audio/wav",
    ".m4a": "audio/mp4",
}


@dataclass(frozen=True)
class Span:
    """Bytes `start` to `end`, both included."""

    start: int
    end: int

    @property
    def size(self) -> int:
        return self.end - self.start + 1


class Unsatisfiable(Exception):
    """The range lies behind the end of the file."""


@require_safe
def media(request: HttpRequest, token: str, name: str) -> HttpResponseBase:
    """The file a signed address stands for. 403 forged or expired; 404 gone; 416 bad range."""
    ticket = opened(token)
    if ticket is None:
        expired = _("This address is no longer good. Open the page it came from again.")
        return HttpResponse(expired, status=403, content_type="text/plain; charset=utf-8")
    path, left = ticket
    if settings.MEDIA_ACCEL:
        response: HttpResponseBase = HttpResponse()
        response["X-Accel-Redirect"] = quote(f"{settings.MEDIA_ACCEL}{path}")
    else:
        response = ranged(request, Path(safe_join(settings.MEDIA_ROOT, path)))
    if response.status_code != 416:
        suffix = Path(path).suffix.lower()
        response["Content-Type"] = CONTENT_TYPES.get(suffix, "application/octet-stream")
        response["Cache-Control"] = f"private, max-age={left}"
    return response


def ranged(request: HttpRequest, file: Path) -> HttpResponseBase:
    """The whole file or the asked part of it, read piece by piece."""
    try:
        stat = file.stat()
    except FileNotFoundError:
        raise Http404 from None
    etag = f'"{stat.st_mtime_ns:x}-{stat.st_size:x}"'
    header = request.headers.get("Range", "")
    if not still_same(request.headers.get("If-Range", ""), etag, int(stat.st_mtime)):
        header = ""  # the file changed since: a part of it would not fit what was loaded before
    try:
        span = span_of(header, stat.st_size)
    except Unsatisfiable:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{stat.st_size}"})
    wanted = span or Span(0, stat.st_size - 1)
    status = 206 if span else 200
    if request.method == "HEAD":
        response: HttpResponseBase = HttpResponse(status=status)
    else:
        response = StreamingHttpResponse(pieces(file, wanted), status=status)
    response["Content-Length"] = str(wanted.size)
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = etag
    response["Last-Modified"] = http_date(stat.st_mtime)
    if span:
        response["Content-Range"] = f"bytes {span.start}-{span.end}/{stat.st_size}"
    return response


def still_same(condition: str, etag: str, modified: int) -> bool:
    """Whether `If-Range` still holds; an absent one does."""
    if not condition:
        return True
    if condition.startswith('"'):
        return condition == etag
    try:
        return int(parsedate_to_datetime(condition).timestamp()) == modified
    except (ValueError, OverflowError):  # no date, or one that no calendar has
        return False


def span_of(header: str, size: int) -> Span | None:
    """The one range that `header` asks of `size` bytes; None means the whole file (RFC 9110)."""
    match = re.fullmatch(r"bytes=([0-9]{0,18})-([0-9]{0,18})", header.replace(" ", ""))
    if not match or match.groups() == ("", ""):
        return None  # absent, malformed, or several ranges at once: the standard allows the whole
    first, last = match.groups()
    if not first:
        length = min(int(last), size)
        if not length:
            raise Unsatisfiable
        return Span(size - length, size - 1)
    start, end = int(first), min(int(last), size - 1) if last else size - 1
    if start >= size:
        raise Unsatisfiable
    return Span(start, end) if start <= end else None


async def pieces(file: Path, span: Span) -> AsyncIterator[bytes]:
    # A thread per read, none while a slow phone drinks: hundreds of viewers fit in one process.
    handle = await asyncio.to_thread(file.open, "rb")
    try:
        await asyncio.to_thread(handle.seek, span.start)
        left = span.size
        while left > 0 and (piece := await asyncio.to_thread(handle.read, min(PIECE, left))):
            left -= len(piece)
            yield piece
    finally:
        handle.close()
