"""Plain scaling to the size of the episode."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Frames = NDArray[np.uint8]  # RGB, (n, height, width, 3)
Frame = NDArray[np.uint8]  # RGB, (height, width, 3)


def fitted(frame: Frame, width: int, height: int) -> Frame:
    """A frame that fills width × height px, by Lanczos; what is over at two sides is cut evenly.

    A model's size is a little off the episode's shape: stretched, faces would be wider.
    """
    if frame.shape[:2] == (height, width):
        return frame
    scale = max(width / frame.shape[1], height / frame.shape[0])
    across, down = width / scale, height / scale
    left, top = (frame.shape[1] - across) / 2, (frame.shape[0] - down) / 2
    made = Image.fromarray(frame).resize(
        (width, height), Image.Resampling.LANCZOS, box=(left, top, left + across, top + down)
    )
    return np.asarray(made)
