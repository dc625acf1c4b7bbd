"""What a studio has measured serves the next version, too: the file is read and written as ever."""

from pathlib import Path

from engine.diffusion.runtimes import tuning
from engine.diffusion.runtimes.tuning import FILE, Tried, Tuned, Tuning

WRITTEN = """{
 "machine": {
  "card": "x86_64"
 },
 "tuned": [
  {
   "model": "z-image-turbo",
   "part": "transformer.forward",
   "shape": "704x1280x1",
   "outfit": "0a1b",
   "wears": "alice 1",
   "weights": "2c3d",
   "chosen": "ort-cpu",
   "tried": {
    "eager": {
     "seconds": 2.0,
     "difference": 0.0,
     "folder": "",
     "why_not": ""
    },
    "ort-cpu": {
     "seconds": 1.5,
     "difference": 1e-6,
     "folder": "transformer-forward-4e5f",
     "why_not": ""
    }
   }
  }
 ]
}
"""

MEASURED = Tuning(
    machine={"card": "x86_64"},
    tuned=(
        Tuned(
            model="z-image-turbo",
            method="transformer.forward",
            shape="704x1280x1",
            outfit="0a1b",
            wears="alice 1",
            weights="2c3d",
            chosen="ort-cpu",
            tried={
                "eager": Tried(seconds=2.0),
                "ort-cpu": Tried(seconds=1.5, difference=1e-6, folder="transformer-forward-4e5f"),
            },
        ),
    ),
)


def test_what_was_measured_before_is_read(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(WRITTEN, encoding="utf-8")
    assert tuning.read(tmp_path) == MEASURED


def test_what_is_measured_is_written_as_before(tmp_path: Path) -> None:
    """To the byte: what was made by it is found again by the hash of the file."""
    tuning.write(tmp_path, MEASURED)
    assert (tmp_path / FILE).read_text(encoding="utf-8") == WRITTEN
