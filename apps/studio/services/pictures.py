"""Pictures that people bring: checked by what is in them, and kept without what is not picture."""

import hashlib
import io
import uuid
from pathlib import Path

from django.conf import settings
from PIL import Image, ImageOps, UnidentifiedImageError

from engine.contracts import EngineError, _

MOST_BYTES = 20 * 2**20
LEAST_SIDE, MOST_SIDE = 256, 2048  # px; larger ones are made smaller
NARROWEST = MOST_SIDE // LEAST_SIDE  # times as long as wide: else too little is left of it
MOST_PIXELS = 80_000_000
FORMATS = ("JPEG", "PNG", "WEBP")  # whatever the file is called


def keep_picture(*, data: bytes, folder: str) -> tuple[str, str]:
    """Write a brought picture as PNG into `folder` below MEDIA_ROOT; its path there, its SHA-256.

    Upright as it was taken, without position, camera and other metadata. Raises EngineError
    "picture-too-large", "no-picture", "picture-too-small" and "picture-too-narrow".
    """
    if len(data) > MOST_BYTES:
        raise EngineError(
            "picture-too-large",
            _("This picture is larger than {most} MB.", most=MOST_BYTES // 2**20),
            _("Save it smaller."),
        )
    file = io.BytesIO()
    bare(opened(data)).save(file, "PNG", compress_level=4)
    path = f"{folder}/{uuid.uuid4().hex}.png"
    target = Path(settings.MEDIA_ROOT) / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(file.getvalue())
    return path, hashlib.sha256(file.getvalue()).hexdigest()


def opened(data: bytes) -> Image.Image:
    """The picture, upright. What is too large is refused before it is unpacked."""
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as found:
            if found.width * found.height > MOST_PIXELS:
                raise Image.DecompressionBombError(f"{found.width}×{found.height}")
            picture = ImageOps.exif_transpose(found)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, UnidentifiedImageError):
        raise EngineError(
            "no-picture",
            _("This file is no picture that can be read."),
            _("Choose a photograph or a drawing: JPEG, PNG or WebP."),
        ) from None
    if min(picture.size) < LEAST_SIDE:
        raise EngineError(
            "picture-too-small",
            _("This picture is {width}×{height} pixels.", width=picture.width,
              height=picture.height),
            _("Both sides need at least {least} pixels.", least=LEAST_SIDE),
        )  # fmt: skip
    if max(picture.size) > NARROWEST * min(picture.size):
        raise EngineError(
            "picture-too-narrow",
            _("This picture is {width}×{height} pixels.", width=picture.width,
              height=picture.height),
            _("Cut out of it what it should show: it is too narrow."),
        )  # fmt: skip
    return picture


def bare(picture: Image.Image) -> Image.Image:
    """Only its pixels, on white where it is transparent, no larger than a model looks at."""
    rgba = picture.convert("RGBA")
    flat = Image.new("RGB", picture.size, "white")
    flat.paste(rgba, mask=rgba.getchannel("A"))
    flat.thumbnail((MOST_SIDE, MOST_SIDE), Image.Resampling.LANCZOS)
    return flat
