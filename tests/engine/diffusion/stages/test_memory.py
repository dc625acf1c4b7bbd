"""What was measured is remembered, and work that cannot fit is refused before it is loaded."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from diffusers import AutoencoderKLWan

from engine.contracts import EngineError, FinalsRequest
from engine.diffusion.registry import Peak, entry
from engine.diffusion.stages.admission import Demand, admit
from engine.diffusion.stages.episode import finals
from engine.diffusion.stages.ladder import Rung
from engine.diffusion.stages.memory import FILE, Learned, SeenPace, SeenPeak
from engine.diffusion.stages.residency import HOT
from engine.diffusion.stages.weights import weights
from tests.engine.diffusion.stages.short import DENOISER, SmallCard, short_of_memory
from tests.engine.diffusion.stages.takes import wanted
from tests.engine.quiet import Quiet

MODEL = replace(entry("wan2.2-ti2v-5b"), card_gib=4.0, peaks=())
WEIGHTS = {"transformer": 10.0, "vae": 2.0}


def peak(
    gib: float, rung: Rung = Rung.WHOLE, pixels: int = 1000, ran_out: bool = False
) -> SeenPeak:
    return SeenPeak(
        model=MODEL.name, stage="sample", pixels=pixels, rung=rung, gib=gib, ran_out=ran_out
    )


def demand(*seen: SeenPeak, stage: str = "sample", pixels: int = 1000) -> Demand:
    return Demand(entry=MODEL, stage=stage, pixels=pixels, weights=WEIGHTS, seen=seen)


def test_what_is_written_is_read_again_and_joined_with_what_others_wrote(tmp_path: Path) -> None:
    one, other = Learned(tmp_path), Learned(tmp_path)
    one.add(peak(14.0))
    one.save()
    other.add(peak(9.0, Rung.TURNS))
    other.save()
    assert [row.gib for row in Learned(tmp_path).peaks(MODEL.name, "sample")] == [14.0, 9.0]


@pytest.mark.parametrize("content", [b"", b"not json", b'{"peaks": 3}', b"\xff\xfe"])
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    learned = Learned(tmp_path)
    assert learned.peaks(MODEL.name, "sample") == []
    learned.add(peak(14.0))
    learned.save()
    assert len(Learned(tmp_path).peaks(MODEL.name, "sample")) == 1


def test_a_folder_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "models").write_bytes(b"a file where the folder should be")
    learned = Learned(tmp_path / "models")
    learned.add(peak(14.0))
    learned.save()


def test_a_pace_is_scaled_from_the_shape_nearest_to_it(tmp_path: Path) -> None:
    learned = Learned(tmp_path)
    for pixels, seconds in ((1000, 2.0), (9000, 30.0)):
        learned.add(
            SeenPace(model="m", stage="sample", pixels=pixels, device="H200", seconds=seconds)
        )
    assert learned.pace("m", "sample", 2000, "H200") == 4.0
    assert learned.pace("m", "sample", 2000, "cpu") is None


@pytest.mark.parametrize(
    ("card", "rung"),
    [(15.0, Rung.WHOLE), (14.0, Rung.TURNS), (12.9, Rung.TURNS), (12.0, Rung.GROUPS)],
)
def test_the_lowest_rung_that_fits_is_taken(card: float, rung: Rung) -> None:
    assert admit(demand(peak(14.0)), card) is rung


def test_more_pixels_need_more_memory_and_weights_no_more() -> None:
    assert demand(peak(14.0), pixels=2000).peak(Rung.WHOLE) == 16.0


def test_the_registry_speaks_where_nothing_was_measured() -> None:
    known = replace(MODEL, peaks=(Peak(stage="decode", pixels=1000, gib=20.0),))
    asked = Demand(entry=known, stage="decode", pixels=1000, weights=WEIGHTS)
    assert asked.peak(Rung.WHOLE) == 20.0
    assert asked.peak(Rung.TILED) == 14.0


def test_a_rung_that_ran_out_on_a_card_no_smaller_is_not_tried_again() -> None:
    ran_out = peak(24.0, Rung.WHOLE, ran_out=True)
    assert admit(demand(peak(14.0), ran_out), 24.0) is Rung.FREED
    assert admit(demand(peak(14.0), ran_out), 40.0) is Rung.WHOLE
    assert admit(demand(peak(14.0), ran_out, pixels=500), 24.0) is Rung.WHOLE


def test_weights_are_counted_as_they_lie_in_memory(tiny_model: Callable[[str], Path]) -> None:
    folder = tiny_model(MODEL.name)
    vae = AutoencoderKLWan.from_pretrained(folder, subfolder="vae")
    bytes_held = sum(one.numel() for one in vae.parameters()) * 2
    assert weights(folder, 2)["vae"] * 2**30 == pytest.approx(bytes_held)
    assert weights(folder, 4)["vae"] == 2 * weights(folder, 2)["vae"]
    assert weights(folder, 2)["tokenizer"] == 0.0


def test_a_processor_has_no_ladder() -> None:
    assert admit(demand(peak(10_000.0)), None) is Rung.WHOLE


def test_what_fits_on_no_rung_is_refused() -> None:
    with pytest.raises(EngineError, match="card of 3 GiB"):
        admit(demand(peak(14.0)), 3.0)


def test_a_take_too_large_for_the_card_is_refused_before_anything_is_loaded(
    studio: Path, cold: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(HOT, "card", SmallCard(4.0))
    with pytest.raises(EngineError, match="needs more memory"):
        finals(FinalsRequest(takes=(wanted(studio / "take"),)), Quiet())
    assert not HOT.held
    assert not (studio / "stages").exists()


def test_peaks_and_what_ran_out_are_learned_from_each_run(
    studio: Path, two_models: Path, cold: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    (two_models / FILE).unlink(missing_ok=True)
    monkeypatch.setattr(HOT, "card", SmallCard(80.0, taken=30.0))
    with short_of_memory(DENOISER, times=2):
        finals(FinalsRequest(takes=(wanted(studio / "take"),)), Quiet())
    seen = Learned(two_models).peaks(MODEL.name, "sample")
    assert [(row.rung, row.ran_out, row.gib) for row in seen] == [
        (Rung.WHOLE, True, 80.0),
        (Rung.FREED, True, 80.0),
        (Rung.TILED, False, 30.0),
    ]
    (two_models / FILE).unlink()
