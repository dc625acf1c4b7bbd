"""A value of the bible that does not fit is explained without a word of the parser's."""

import pytest

from engine.contracts import EngineError
from engine.script.people.bible import load_bible


@pytest.mark.parametrize(
    ("bible", "told"),
    [
        ("title = 3", "“title”: it should be text in quotes, and is a whole number."),
        ("characters = 3", "“characters”: it should be a list, and is a whole number."),
        ("seed = -1", "“seed”: it should be a whole number, 0 at least."),
        ("[[characters]]\nname='A'\n[characters.look]\nheight=9", "a number, 2.0 at most."),
        ("[[places]]\nname='A'\nset='moon'", "“moon” is none of the words it may be."),
        ("[[places]]\nset='car'", "“places[0]”: it has no “"),
        ("language = '../..'", "“language”: it is not written as it should be."),
        ("[[characters]]\nname='A'\nage=1", "has a key “characters[0].age” that means nothing."),
        ("title = 'A'\nx = = 2", "in line 2, column 5"),
    ],
)
def test_a_value_that_does_not_fit_is_explained(bible: str, told: str) -> None:
    with pytest.raises(EngineError) as caught:
        load_bible(bible)
    assert told in caught.value.message
    assert "`" not in caught.value.message
