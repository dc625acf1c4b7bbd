"""What is let go of memory is what is of least use: by what is held alone, without any model."""

from pathlib import Path

import pytest

from engine.diffusion.stages.eviction import in_another_outfit, in_the_way, used_longest_ago
from engine.diffusion.stages.ladder import Rung
from engine.diffusion.stages.placement import Placement
from engine.diffusion.stages.residency import Key, Resident

WAN, FLUX = Path("wan"), Path("flux")
DENOISERS = ("transformer", "transformer_2")
ENCODER, VAE, SCHEDULE = (Key(WAN, name) for name in ("text_encoder", "vae", "scheduler"))
FIRST, SECOND = (Key(WAN, name) for name in DENOISERS)
FLUX_VAE, FLUX_FIRST = Key(FLUX, "vae"), Key(FLUX, "transformer")


def held(*keys: Key, outfit: str = "", placement: Placement | None = None) -> dict[Key, Resident]:
    return {key: Resident(key.name, placement, outfit) for key in keys}


def test_denoisers_in_the_same_outfit_stay() -> None:
    dressed = held(FIRST, SECOND, outfit="alice") | held(SCHEDULE)
    assert in_another_outfit(dressed, WAN, DENOISERS, "alice") == []


@pytest.mark.parametrize("outfit", ["", "tom"])
def test_denoisers_in_another_outfit_go_with_their_schedule(outfit: str) -> None:
    dressed = held(FIRST, SECOND, outfit="alice") | held(SCHEDULE, VAE)
    assert in_another_outfit(dressed, WAN, DENOISERS, outfit) == [FIRST, SECOND, SCHEDULE]


def test_one_denoiser_without_the_other_goes_as_both_are_dressed_together() -> None:
    assert in_another_outfit(held(SECOND, VAE), WAN, DENOISERS, "") == [SECOND]


def test_denoisers_of_another_model_are_not_asked_for_their_outfit() -> None:
    dressed = held(FIRST, SECOND) | held(FLUX_FIRST, outfit="alice")
    assert in_another_outfit(dressed, WAN, DENOISERS, "") == []


@pytest.mark.parametrize("rung", Rung)
def test_from_the_second_rung_on_all_that_is_not_wanted_is_in_the_way(rung: Rung) -> None:
    others = [FLUX_VAE, ENCODER] if rung >= Rung.FREED else []
    assert in_the_way(held(FLUX_VAE, ENCODER, VAE), [VAE, FIRST], rung) == others


@pytest.mark.parametrize("rung", Rung)
def test_what_comes_by_blocks_is_loaded_anew_but_where_it_is_to_come_so(rung: Rung) -> None:
    by_blocks = held(FIRST, placement=Placement.BLOCKS) | held(VAE, placement=Placement.CARD)
    assert in_the_way(by_blocks, [FIRST, VAE], rung) == ([] if rung is Rung.GROUPS else [FIRST])


def test_what_comes_by_blocks_stays_where_it_is_not_wanted_and_there_is_room() -> None:
    assert in_the_way(held(FIRST, placement=Placement.BLOCKS), [VAE], Rung.WHOLE) == []


def test_of_the_same_model_one_component_goes_and_the_oldest_first() -> None:
    assert used_longest_ago(held(ENCODER, VAE, FLUX_VAE, FIRST), [VAE], WAN) == [ENCODER]


def test_of_another_model_all_goes_at_once() -> None:
    others = held(FLUX_VAE, ENCODER, FLUX_FIRST, VAE)
    assert used_longest_ago(others, [VAE], WAN) == [FLUX_VAE, FLUX_FIRST]


def test_nothing_goes_that_is_wanted() -> None:
    assert used_longest_ago(held(VAE, FIRST), [FIRST, VAE], WAN) == []
