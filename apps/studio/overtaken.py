"""Two people choose with what final takes are made: what one changed while the other chose."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext

from apps.core.wording import worded
from apps.studio.forms import FinalSettingsForm
from apps.studio.services.choosing import Choice, Names, built_ins, offers
from engine.contracts import Models


class Changed(NamedTuple):
    """What somebody else chose instead of `before`; `mine` is "" where I had chosen nothing new."""

    field: str
    label: str
    before: str
    theirs: str
    mine: str


def fields_of(choice: Choice) -> dict[str, Any]:
    """Values by the fields of the page."""
    return choice.names._asdict() | {"steps": choice.steps, "smaller": choice.smaller}


def merged(seen: Choice, mine: Choice, theirs: Choice) -> Choice:
    """Mine where I changed what I saw, else what is chosen by now."""
    saw, now, own = map(fields_of, (seen, theirs, mine))
    value = {field: now[field] if own[field] == saw[field] else own[field] for field in own}
    names = Names(*(value[field] for field in Names._fields))
    return Choice(names, value["steps"], value["smaller"])


def changes(
    found: Models, *, seen: Choice, mine: Choice, theirs: Choice, titles: Mapping[str, str]
) -> list[Changed]:
    """What is chosen otherwise than I saw, in words; `titles` as far as theirs are known."""
    saw, now, own = map(fields_of, (seen, theirs, mine))
    return [
        Changed(
            field,
            str(FinalSettingsForm.base_fields[field].label),
            called(found, field, saw[field], titles),
            called(found, field, now[field], titles),
            called(found, field, own[field], titles)
            if own[field] not in {saw[field], now[field]}
            else "",
        )
        for field in saw
        if saw[field] != now[field]
    ]


def called(found: Models, field: str, value: Any, titles: Mapping[str, str]) -> str:
    """A value of a field as the page calls it."""
    if field == "steps":
        return str(value) if value else gettext("the model's own")
    if field == "smaller":
        return gettext("yes") if value else gettext("no")
    built_in = next((one for one in built_ins(found, field) if one.name == value), None)
    if built_in is not None:
        return (
            best_of(found, built_in.default.title) if built_in.default else worded(built_in.title)
        )
    offer = next((one for one in offers(found, field) if one.name == value), None)
    return offer.title if offer is not None else titles.get(value, value)


def best_of(found: Models, title: str) -> str:
    """What an empty choice of a model stands for."""
    if found.card is not None:
        return gettext("The best for this card: %(title)s") % {"title": title}
    return gettext("The best for this machine: %(title)s") % {"title": title}
