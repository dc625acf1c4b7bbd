"""How the tests of the rehearsal look at frames."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.contracts import Shot
from tests.engine.rehearsal.shots import request, staged

Frame = NDArray[np.uint8]
Drawer = Callable[..., Frame]


@pytest.fixture
def draw() -> Drawer:
    """`draw(shot, n)`: frame `n` of a shot, of shape (320, 180, 4), BGRA."""

    def frame(made: Shot, n: int = 0, seed: int = 1) -> Frame:
        return staged(request(made, seed=seed)).frame(n).copy()

    return frame
