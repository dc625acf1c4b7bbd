"""Pictures that lead a run: from the layout, from references, from the shot before."""

import hashlib
from collections.abc import Sequence

from PIL import Image, ImageOps

from engine.contracts import EngineError, Final, Reference, _
from engine.diffusion.registry import Bucket

Picture = Image.Image


def covering(picture: Picture, bucket: Bucket) -> Picture:
    """The middle of the picture that fills the bucket."""
    size = bucket.width, bucket.height
    return (
        picture if picture.size == size else ImageOps.fit(picture, size, Image.Resampling.LANCZOS)
    )


def opened(path: str) -> Picture:
    """An RGB picture from a file, upright. Raises EngineError "bad-reference"."""
    try:
        with Image.open(path) as file:
            return ImageOps.exif_transpose(file).convert("RGB")
    except Exception as error:  # Pillow's readers of formats raise all kinds on what is damaged
        raise EngineError(
            "bad-reference",
            _("A picture that should lead the take cannot be read: {error}.", error=str(error)),
            _("Choose another picture on the references page."),
        ) from error


OF_SHOT = "shot:"


def references(before: Picture | None, shown: Sequence[Reference]) -> tuple[Picture, ...]:
    """What the shot goes on from, then who and where: in the order in which prompts count them."""
    first = [before] if before else []
    return (*first, *(opened(reference.file) for reference in shown))


def anchor(final: Final) -> str:
    """The slate of the shot, made together with this one, that it goes on from; "" for none."""
    return final.continues.removeprefix(OF_SHOT) if final.continues.startswith(OF_SHOT) else ""


def digest(pictures: Sequence[Picture | None]) -> list[str]:
    """Names pictures by what is seen in them."""
    return [
        hashlib.blake2b(
            repr((one.size, one.mode)).encode() + one.tobytes(), digest_size=16
        ).hexdigest()
        if one
        else ""
        for one in pictures
    ]
