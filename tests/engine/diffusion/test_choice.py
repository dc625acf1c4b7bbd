"""Which model is taken where nobody named one."""

from dataclasses import replace

import pytest

from engine.contracts import EngineError
from engine.diffusion.registry import ModelEntry, Role, entry
from engine.diffusion.registry.card import largest
from engine.diffusion.registry.choice import choose, default

BASE = entry("wan2.2-ti2v-5b")


def model(name: str, card: float, comfortable: float) -> ModelEntry:
    return replace(BASE, name=name, title=name, card_gib=card, comfortable_gib=comfortable)


OFFERED = (
    model("minimax-h3", 48, 141),
    model("wan2.1-vace-1.3b", 8, 12),
    model("wan2.2-ti2v-5b", 12, 24),
    model("wan2.2-i2v-a14b", 24, 80),
    entry("flux2-klein-4b"),
)
ALL = frozenset(one.name for one in OFFERED)


@pytest.mark.parametrize(
    ("card", "video"),
    [
        (0, "wan2.1-vace-1.3b"),
        (8, "wan2.1-vace-1.3b"),
        (12, "wan2.2-ti2v-5b"),
        (16, "wan2.2-ti2v-5b"),
        (22.5, "wan2.2-ti2v-5b"),
        (24, "wan2.2-ti2v-5b"),
        (48, "wan2.2-i2v-a14b"),
        (80, "wan2.2-i2v-a14b"),
        (141, "wan2.2-i2v-a14b"),
    ],
)
def test_the_larger_the_card_the_better_the_model(card: float, video: str) -> None:
    assert choose(Role.VIDEO, card, ALL, OFFERED).entry.name == video


@pytest.mark.parametrize("card", [0, 7.6, 12, 24, 141])
def test_keyframes_are_made_by_the_one_that_takes_references(card: float) -> None:
    assert choose(Role.KEYFRAMES, card, ALL, OFFERED).entry.name == "flux2-klein-4b"


def test_it_is_said_why_a_better_one_is_not_taken() -> None:
    reasons = choose(Role.VIDEO, 23.99, ALL, OFFERED).reasons
    assert [str(reason) for reason in reasons] == ["wan2.2-i2v-a14b needs 40 GiB; this card has 24"]
    reasons = choose(Role.VIDEO, 80, ALL - {"wan2.2-i2v-a14b"}, OFFERED).reasons
    assert [str(reason) for reason in reasons] == [
        "wan2.2-i2v-a14b: its licence keeps it from being used here"
    ]


def test_without_a_card_that_is_large_enough_the_smallest_is_taken_with_a_warning() -> None:
    assert "no graphics card" in str(choose(Role.VIDEO, 0, ALL, OFFERED).reasons[-1])
    assert "run out of memory" in str(choose(Role.VIDEO, 4, ALL, OFFERED).reasons[-1])


def test_a_model_with_limits_is_not_taken_unasked_however_large_the_card() -> None:
    only = frozenset({"minimax-h3", "wan2.2-ti2v-5b"})
    assert choose(Role.VIDEO, 141, only, OFFERED).entry.name == "wan2.2-ti2v-5b"


def test_where_no_licence_allows_any_nothing_is_taken() -> None:
    with pytest.raises(EngineError, match="No model for video may be used here"):
        choose(Role.VIDEO, 80, (), OFFERED)


def test_the_registry_itself_has_a_model_for_every_role_and_card() -> None:
    for role in Role:
        for card in (0, 8, 12, 16, 24, 48, 80, 141):
            names = ("flux2-klein-4b", "wan2.2-ti2v-5b")
            assert default(role, card, names).role is role


def test_the_largest_card_counts() -> None:
    card = largest("NVIDIA RTX A2000, 6138\nNVIDIA GeForce RTX 4090, 24564\nGB10, [N/A]\n")
    assert card is not None
    assert (card.name, round(card.gib, 1)) == ("NVIDIA GeForce RTX 4090", 24.0)
    assert largest("No devices were found\n") is None
