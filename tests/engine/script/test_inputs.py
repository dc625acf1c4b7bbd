"""Which episodes of a file a change concerns."""

import pytest

from engine.contracts import ReadRequest
from engine.script.inputs import read_with_inputs
from tests.engine.quiet import Quiet

ONE = "INT. HALL - DAY\n\nMIA\nNot mine.\n\nTOM\nIt is.\n"
TWO = "INT. CAR - NIGHT\n\nMIA\nDrive.\n\nTOM\nWhere to?\n"


def inputs(one: str = ONE, two: str = TWO, title: str = "The Key") -> list[str]:
    text = f"Title: {title}\n\n# Episode 1\n\n{one}\n# Episode 2\n\n{two}"
    read = read_with_inputs(ReadRequest(text=text, name="key.fountain"), Quiet())
    return [episode.inputs for episode in read.episodes]


@pytest.mark.parametrize(
    ("change", "concerned"),
    [
        ({"one": ONE.replace("It is.", "It was.")}, [1]),
        ({"two": TWO.replace("Drive.", "Drive on.")}, [2]),
        ({"one": f"{ONE}\nMIA\nNever.\n"}, [1]),
        ({"two": TWO.replace("Drive.", "\n(low)\nDrive.")}, [2]),
        ({"one": f"{ONE}\nTOM, an old man of 80, laughs.\n"}, [1, 2]),
        ({"one": f"{ONE}\nA WAITER\nTea?\n"}, [1, 2]),
        ({"title": "The Lock"}, [1, 2]),
        ({}, []),
    ],
    ids=["a line", "a later one", "more lines", "a way", "a look", "a person", "a title", "none"],
)
def test_a_change_concerns_the_episode_it_is_in_or_all(
    change: dict[str, str], concerned: list[int]
) -> None:
    before, after = inputs(), inputs(**change)
    assert [at + 1 for at in range(2) if before[at] != after[at]] == concerned
