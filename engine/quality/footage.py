"""A take as it is looked at: every frame, small."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PIL import Image

SHORT = 96  # px of the short side: details of a face are still there, grain is not
_LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)  # BT.709

Frames = NDArray[np.uint8]  # RGB, shape (n, height, width, 3)
Picture = NDArray[np.uint8]  # RGB, shape (height, width, 3)


@dataclass(frozen=True)
class Seen:
    """Frames of SHORT px or less on their short side, `fps` of them a second."""

    frames: Frames
    fps: float

    def __len__(self) -> int:
        return len(self.frames)

    @cached_property
    def light(self) -> NDArray[np.float32]:
        """Luma 0 … 1, shape (n, height, width)."""
        return np.asarray(self.frames @ (_LUMA / 255), np.float32)

    def at(self, frame: int) -> float:
        """When a frame is shown, seconds."""
        return frame / self.fps


def seen(frames: Iterable[Picture], fps: float) -> Seen:
    """Frames of any one size, made small."""
    small = [reduced(frame) for frame in frames]
    return Seen(np.stack(small) if small else np.zeros((0, 1, 1, 3), np.uint8), fps)


def reduced(picture: Picture) -> Picture:
    """The picture with a short side of SHORT px, by the mean of what each new pixel covers."""
    height, width = picture.shape[:2]
    if min(height, width) <= SHORT:
        return picture
    scale = SHORT / min(height, width)
    size = round(width * scale), round(height * scale)
    return np.asarray(Image.fromarray(picture).resize(size, Image.Resampling.BOX))


def means(light: NDArray[np.float32], tile: int) -> NDArray[np.float32]:
    """The mean of each tile of `tile` × `tile` px: (n, h, w) → (n, h // tile, w // tile)."""
    n, height, width = light.shape
    tile = min(tile, height, width)
    rows, columns = height // tile, width // tile
    whole = light[:, : rows * tile, : columns * tile]
    cells = whole.reshape(n, rows, tile, columns, tile)
    return np.asarray(cells.mean(axis=(2, 4)), np.float32)
