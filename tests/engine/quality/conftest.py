"""Real drawn takes, rendered once, for the tests to damage."""

import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from engine.contracts import SetKind, Shot, ShotSize, TimeOfDay, Weather
from engine.edit.clip import open_input
from engine.quality.footage import Frames, Seen, seen
from engine.rehearsal.render import render
from tests.engine.quiet import Quiet
from tests.engine.rehearsal.shots import SMALL, dressing, line, person, request, shot


@dataclass(frozen=True)
class Drawn:
    """A rehearsal take as it came out."""

    shot: Shot
    folder: Path
    frames: Frames
    speech: NDArray[np.float32]

    @property
    def seen(self) -> Seen:
        return seen(self.frames, SMALL.fps)

    @property
    def video(self) -> str:
        return str(self.folder / "take.mp4")


def drawn(made: Shot, folder: Path) -> Drawn:
    render(request(made, str(folder)), Quiet())
    with open_input(folder / "take.mp4") as container:
        frames = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
    with wave.open(str(folder / "speech.wav")) as file:
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2")
    speech = samples.astype(np.float32) / np.float32(32768)
    return Drawn(made, folder, np.stack(frames), speech)


@pytest.fixture(scope="session")
def talking(tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    """Somebody says a line in a medium close-up, 1.5 s."""
    said = line(at=0.2, duration=0.9)
    made = shot(duration=1.5, size=ShotSize.MCU, people=(person(),), lines=(said,))
    return drawn(made, tmp_path_factory.mktemp("talking"))


@pytest.fixture(scope="session")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Drawn:
    """Another place and size, in a rainy night, 0.75 s."""
    there = dressing(SetKind.FOREST, weather=Weather.RAIN, time=TimeOfDay.NIGHT)
    made = shot(duration=0.75, size=ShotSize.WS, people=(person(),), set=there)
    return drawn(made, tmp_path_factory.mktemp("elsewhere"))
