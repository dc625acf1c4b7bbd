"""With what the final takes of a series are made, of what there is on this machine."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from apps.accounts.models import User
from apps.catalog.models import Series
from apps.studio.models import BLENDED, FinalSettings
from apps.studio.services.engine import models
from apps.studio.services.meanwhile import clock
from engine.contracts import (
    CardState,
    DefaultModel,
    EngineError,
    Models,
    ModelState,
    PolisherState,
    Wording,
    _,
)

HELD = ""  # the way between frames that needs nothing
REPORTED = 0.93  # a card is sold as 24 GB and reports 22.5 to 24 GiB


class Names(NamedTuple):
    """What a series names, by the fields of its settings; "" is the default."""

    video: str = ""
    keyframes: str = ""
    upscale: str = ""
    interpolate: str = ""


class Choice(NamedTuple):
    """All that is chosen for a series: what it names, steps (0: the model's own), and whether a
    shot may be made in fewer pixels."""

    names: Names = Names()
    steps: int = 0
    smaller: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """What a field could name, and why that cannot be used here; None: it can."""

    name: str
    title: str
    why: Wording | None
    model: ModelState | None = None


@dataclass(frozen=True, slots=True)
class BuiltIn:
    """What a field can name without anything of one's own: plain ways, and the default model."""

    name: str
    title: Wording
    note: Wording | None = None
    default: DefaultModel | None = None
    offer: Offer | None = None  # the default as it could be named; None where there is none


def chosen(series: Series) -> FinalSettings:
    """What was chosen for the series; the defaults, unsaved, where nothing was."""
    rows = FinalSettings.objects.select_related("chosen_by")
    return rows.filter(series=series).first() or FinalSettings(series=series)


def choice_of(row: FinalSettings) -> Choice:
    names = Names(*(getattr(row, field) for field in Names._fields))
    return Choice(names, row.steps, row.smaller)


@transaction.atomic
def choose(
    *,
    series: Series,
    choice: Choice,
    titles: Mapping[str, str],
    by: User | None = None,
    instead_of: Choice | None = None,
) -> FinalSettings:
    """Have final takes made with these from now on; those that are made stay as they are.

    Names are not looked up: whoever asks has done that, and `check_chosen` does it again; `titles`
    are what they are called. `instead_of` is what was chosen to whoever chooses now, None whatever
    was; EngineError "choice-changed" where it is another one by now.
    """
    Series.objects.select_for_update().get(pk=series.pk)  # of two, the second sees the first
    row = chosen(series)
    if row.pk is not None and (choice_of(row), row.titles) == (choice, titles):
        return row  # saved twice
    if instead_of not in {None, choice_of(row)}:
        raise EngineError("choice-changed", _what_changed(row), _("Your choice is not saved yet."))
    values: dict[str, Any] = choice.names._asdict()
    values |= {"steps": choice.steps, "smaller": choice.smaller, "titles": dict(titles)}
    values |= {"chosen_by": by, "chosen_at": timezone.now()}
    row, _created = FinalSettings.objects.update_or_create(series=series, defaults=values)
    return row


def _what_changed(row: FinalSettings) -> Wording:
    time = clock(row.chosen_at) if row.chosen_at else ""
    if row.chosen_by is None:
        return _("How final takes are made was changed while you were choosing.")
    return _(
        "{who} changed how final takes are made at {time}, while you were choosing.",
        who=row.chosen_by.get_username(),
        time=time,
    )


def titles_of(found: Models, names: Names) -> dict[str, str]:
    """What the engine calls each of those names."""
    rows = [one for field in Names._fields for one in offers(found, field)]
    return {one.name: one.title for one in rows if one.name in names}


def check_chosen(series: Series) -> None:
    """Raises EngineError "not-usable" where something that was chosen cannot be used here now.

    Asks the engine, so it is no part of a transaction that keeps others from writing.
    """
    names = choice_of(chosen(series)).names
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


def built_ins(found: Models, field: str) -> list[BuiltIn]:
    """What needs nothing of one's own, what is taken unless something is chosen first."""
    if field == "upscale":
        plain = _("Lanczos, on the processor: no detail is made up.")
        return [BuiltIn("", _("Plain scaling"), plain)]
    if field == "interpolate":
        held = _("Every frame is sharp; movement is as even as the model made it.")
        mixed = _("Movement is softer; what is fast is seen twice.")
        return [
            BuiltIn(HELD, _("Frames are held"), held),
            BuiltIn(BLENDED, _("Neighbouring frames are mixed"), mixed),
        ]
    default = next(one for one in found.defaults if one.role == field)
    offer = next((one for one in offers(found, field) if one.name == default.name), None)
    note = _("Changes by itself when a better model is installed.") if offer else None
    return [BuiltIn("", _("None may be used on this machine"), note, default, offer)]


def is_small(card: CardState | None, model: ModelState) -> bool:
    """Whether the model may run out of memory on the card; without a card none is too small."""
    return card is not None and card.gib < model.card_gib * REPORTED


def own_steps(found: Models, field: str, name: str) -> int:
    """How many steps the model takes by itself, "" being the default; 0 where there is none."""
    if not name:
        name = next(one.name for one in found.defaults if one.role == field)
    return next((one.steps for one in found.models if one.name == name), 0)


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
