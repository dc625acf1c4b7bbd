"""How the tests of the rehearsal look at frames."""

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.contracts import Shot
from engine.rehearsal.render import performers
from engine.rehearsal.spoken import spoken
from engine.rehearsal.stage import Stage
from tests.engine.rehearsal.shots import MIA, SMALL, request

Frame = NDArray[np.uint8]
Drawer = Callable[..., Frame]


@pytest.fixture
def draw() -> Drawer:
    """`draw(shot, n)`: frame `n` of a shot, of shape (320, 180, 4), BGRA."""

    def frame(made: Shot, n: int = 0, seed: int = 1) -> Frame:
        asked = request(made, seed=seed)
        frames = max(round(made.duration * SMALL.fps), 1)
        stage = Stage(asked, performers(asked, spoken(made, (MIA,))), frames)
        return stage.frame(n).copy()

    return frame
