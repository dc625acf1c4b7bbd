"""Addresses of media files: signed, expiring, checked without a database.

Whoever may see a file asks for `signed_url`; the gate in apps.playback only checks the signature.
"""

import time
from pathlib import PurePosixPath
from urllib.parse import quote

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.core.signing import BadSignature, Signer

TTL = 6 * 3600  # seconds
# Within a slot a file keeps its address, so a browser finds it again in its cache.
SLOT = 3600  # seconds

_signer = Signer(salt="media", sep=".")


def signed_url(path: str) -> str:
    """The address of the file at `path`, relative to MEDIA_ROOT; good for five to six hours.

    Raises SuspiciousFileOperation for a path that would leave MEDIA_ROOT.
    """
    parts = PurePosixPath(path)
    if parts.is_absolute() or ".." in parts.parts or "\\" in path or "\0" in path or not parts.name:
        raise SuspiciousFileOperation(path)
    token = _signer.sign_object({"path": path, "until": int(time.time()) // SLOT * SLOT + TTL})
    return f"{settings.MEDIA_URL}{token}/{quote(parts.name)}"


def opened(token: str) -> tuple[str, int] | None:
    """The path a token stands for and the seconds it is still good; None if forged or expired."""
    try:
        ticket = _signer.unsign_object(token)
    except (BadSignature, ValueError):
        return None
    left = ticket["until"] - int(time.time())
    return (ticket["path"], left) if left > 0 else None
