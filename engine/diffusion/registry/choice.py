"""Which model is taken where a shot names none: the best that this card can run."""

from collections.abc import Collection
from dataclasses import dataclass

from engine.contracts import EngineError, Wording, _
from engine.diffusion.registry import ModelEntry, Role, entries

# Best first; others follow in the order of the registry. Models with limits in their licence are
# not among them: who accepted one names it where it is wanted.
PREFERRED = {
    Role.KEYFRAMES: ("flux2-klein-4b", "qwen-image-edit-2511"),
    Role.VIDEO: ("wan2.2-i2v-a14b", "wan2.2-ti2v-5b", "wan2.1-vace-1.3b"),
}
# On less than half of what a model runs at speed with, most of the time goes into moving weights.
_AT_LEAST = 0.5
# A card is sold as 24 GB and reports 22.5 to 24 GiB.
_REPORTED = 0.93


@dataclass(frozen=True, slots=True)
class Choice:
    entry: ModelEntry
    reasons: tuple[Wording, ...]  # why none that is preferred to it


def default(role: Role, card_gib: float, allowed: Collection[str]) -> ModelEntry:
    """The model of the registry that `choose` takes."""
    return choose(role, card_gib, allowed, entries()).entry


def choose(
    role: Role, card_gib: float, allowed: Collection[str], offered: Collection[ModelEntry]
) -> Choice:
    """The best model of `role` for a card of so many GiB (0 = none), of those `allowed` by name.

    Pure. Where none fits it is the smallest, with the reason; raises EngineError "no-model" where
    none is allowed.
    """
    of_role = sorted((one for one in offered if one.role is role), key=_rank)
    reasons: list[Wording] = []
    usable: list[ModelEntry] = []
    for one in of_role:
        if one.name not in allowed:
            reasons.append(_("{title}: its licence keeps it from being used here", title=one.title))
        elif card_gib < wanted_gib(one) * _REPORTED:
            usable.append(one)
            reasons.append(_too_small(one, card_gib))
        else:
            return Choice(one, tuple(reasons))
    if not usable:
        raise EngineError(
            "no-model",
            _("No model for {role} may be used here.", role=_role(role)),
            _("Accept the licence of one on the Engine page, or pull another."),
        )
    smallest = min(usable, key=wanted_gib)
    return Choice(smallest, (_in_spite(card_gib),))


def wanted_gib(one: ModelEntry) -> float:
    """The smallest card on which the model is taken unasked, GiB; by name it runs on less."""
    return max(one.card_gib, one.comfortable_gib * _AT_LEAST)


def _rank(one: ModelEntry) -> int:
    order = PREFERRED[one.role]
    return order.index(one.name) if one.name in order else len(order)


def _too_small(one: ModelEntry, card_gib: float) -> Wording:
    return _(
        "{title} needs {needed} GiB; this card has {has}",
        title=one.title,
        needed=f"{wanted_gib(one):g}",
        has=f"{card_gib:.0f}",
    )


def _in_spite(card_gib: float) -> Wording:
    if not card_gib:
        return _(
            "no graphics card: the smallest model to choose from here is taken, with minutes for "
            "each step"
        )
    return _("the smallest model to choose from here, which may still run out of memory")


def _role(role: Role) -> Wording:
    return _("keyframes") if role is Role.KEYFRAMES else _("video")
