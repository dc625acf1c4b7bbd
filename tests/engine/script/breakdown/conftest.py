"""Plans made by hand for the rules, and whole breakdowns of small scripts."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from engine.contracts import (
    Breakdown,
    BreakdownRequest,
    Character,
    Expression,
    Mood,
    ReadRequest,
    SetDressing,
    SetKind,
)
from engine.script.breakdown import breakdown
from engine.script.people.bearing import bearings
from engine.script.plan import Draft, Feeling, Kind, Moment, ScenePlan, Spoken
from tests.engine.quiet import Quiet

Shoot = Callable[..., Breakdown]
Make = Callable[..., Draft]
Plan = Callable[..., ScenePlan]


TWO = (Character(id="mia", name="Mia"), Character(id="leo", name="Leo"))


@pytest.fixture
def shoot() -> Shoot:
    """Break `text` down as if it were a file called `name`."""

    def run(text: str, name: str = "script.fountain", **request: object) -> Breakdown:
        source = ReadRequest(text=text, name=name)
        return breakdown(BreakdownRequest(source=source, **request), Quiet())  # type: ignore[arg-type]

    return run


@pytest.fixture
def drama(shoot: Shoot) -> Callable[[str], Breakdown]:
    """The first episode of a drama that lies beside these tests."""
    folder = Path(__file__).parent / "dramas"
    return lambda name: shoot((folder / name).read_text(encoding="utf-8"), name)


@pytest.fixture
def talk() -> Make:
    """The draft of a line by `mia` to `leo`, measured at one second."""

    def make(text: str = "Hello there.", **moment: object) -> Draft:
        given: dict[str, object] = {
            "kind": Kind.SPEECH,
            "text": text,
            "who": "mia",
            "name": "Mia",
            "present": ("mia", "leo"),
        }
        made = Moment(**{**given, **moment})  # type: ignore[arg-type]
        other = "leo" if made.who == "mia" else "mia"
        feeling = made.feelings[0] if made.feelings else None
        draft = Draft(made, subject=made.who, partner=other, spoken=Spoken(1.0), feeling=feeling)
        return draft if other in made.present else replace(draft, partner="")

    return make


@pytest.fixture
def act() -> Make:
    """The draft of a sentence of action about `mia`."""

    def make(text: str = "Mia waits.", **moment: object) -> Draft:
        given: dict[str, object] = {
            "kind": Kind.ACTION,
            "text": text,
            "who": "mia",
            "present": ("mia", "leo"),
        }
        made = Moment(**{**given, **moment})  # type: ignore[arg-type]
        return Draft(made, subject=made.who)

    return make


@pytest.fixture
def view() -> Make:
    """The draft of a sentence about a place."""

    def make(text: str = "Rain over roofs.", **moment: object) -> Draft:
        return Draft(Moment(kind=Kind.PLACE, text=text, **moment))  # type: ignore[arg-type]

    return make


@pytest.fixture
def plan() -> Plan:
    """A scene in a street from drafts."""

    def make(*drafts: Draft, **given: object) -> ScenePlan:
        whole = ScenePlan(
            number="1",
            heading="EXT. STREET - NIGHT",
            dressing=SetDressing(set=SetKind.STREET, place="STREET"),
            language="en",
            axis=("mia", "leo"),
            drafts=drafts,
            bearing=bearings(TWO, Mood.CALM, "en"),
        )
        return replace(whole, **given)  # type: ignore[arg-type]

    return make


@pytest.fixture
def grief() -> Feeling:
    return Feeling(0.0, "", Expression.CRY, 0.9)
