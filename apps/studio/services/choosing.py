"""With what the final takes of a series are made, of what there is on this machine."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.db import transaction

from apps.catalog.models import Series
from apps.studio.models import FinalSettings
from apps.studio.services.engine import models
from engine.contracts import EngineError, Models, ModelState, PolisherState, Wording, _

HELD, BLENDED = "", "blend"  # ways between frames that need no interpolator


class Names(NamedTuple):
    """What a series names, by the fields of its settings; "" is the default."""

    video: str = ""
    keyframes: str = ""
    upscale: str = ""
    interpolate: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a field could name, and why that cannot be used here; None: it can."""

    name: str
    title: str
    why: Wording | None
    model: ModelState | None = None


def chosen(series: Series) -> FinalSettings:
    """What was chosen for the series; the defaults, unsaved, where nothing was."""
    return FinalSettings.objects.filter(series=series).first() or FinalSettings(series=series)


@transaction.atomic
def choose(*, series: Series, names: Names, steps: int, smaller: bool) -> FinalSettings:
    """Have final takes made with these from now on; those that are made stay as they are.

    Names are not looked up: whoever asks has done that, and `check_chosen` does it again.
    """
    values = names._asdict() | {"steps": steps, "smaller": smaller}
    row, _created = FinalSettings.objects.update_or_create(series=series, defaults=values)
    return row


def check_chosen(series: Series) -> None:
    """Raises EngineError "not-usable" where something that was chosen cannot be used here now.

    Asks the engine, so it is no part of a transaction that keeps others from writing.
    """
    row = chosen(series)
    names = Names(row.video, row.keyframes, row.upscale, row.interpolate)
    if not any(names):
        return
    found = models()
    for field, name in names._asdict().items():
        if why := why_not(found, field, name):
            raise EngineError(
                "not-usable",
                why,
                _(
                    "The final takes of this series are to be made with it. Choose another one in "
                    "“How final takes are made”, or make it usable again."
                ),
            )


def why_not(found: Models, field: str, name: str) -> Wording | None:
    """Why the field cannot name this here; None where it can."""
    if not name or (field == "interpolate" and name == BLENDED):
        return None
    offer = next((one for one in offers(found, field) if one.name == name), None)
    if offer is None and any(one.name == name for one in found.models):
        return _("“{name}” is a model for something else.", name=name)
    return offer.why if offer else _no_such(field, name)


def offers(found: Models, field: str) -> list[Offer]:
    """All that the field could name besides what is built in, in the order of the engine."""
    if field == "upscale":
        return _polishers(found.upscalers)
    if field == "interpolate":
        return _polishers(found.interpolators)
    return [
        Offer(one.name, one.title, None if one.usable else _why_not(one), one)
        for one in found.models
        if one.role == field
    ]


def _polishers(states: Iterable[PolisherState]) -> list[Offer]:
    return [Offer(one.name, one.title, one.why if one.why.template else None) for one in states]


def _why_not(state: ModelState) -> Wording:
    if state.refused:
        return state.why[0]
    return _("{title} is not on this machine, or not all of it.", title=state.title)


def _no_such(field: str, name: str) -> Wording:
    if field == "upscale":
        return _("There is no upscaler “{name}” beside the models.", name=name)
    if field == "interpolate":
        return _("There is no interpolator “{name}” beside the models.", name=name)
    return _("There is no model “{name}” in the registry.", name=name)
