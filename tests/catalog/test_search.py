"""Search forgives typos and needs no word borders."""

import pytest

from apps.catalog.search import ranked

SHELF = {
    1: ["The Last Lantern", "Mara Stein", "A lamp maker's daughter marries the man who burned"],
    2: ["最后一盏灯", "林晚晴 顾寒川", "灯匠的女儿嫁给了烧毁她整条街的男人"],
    3: ["Straße nach Norden", "Jörg", "Ein Mann sucht seine Tochter"],
    4: ["Salt", "Li", "Three sisters inherit a salt mine, and a lantern"],
}


@pytest.mark.parametrize(
    ("query", "best"),
    [
        ("lantern", 1),  # the title beats the logline of 4
        ("LANTERN", 1),
        ("latern", 1),  # a letter is missing
        ("lanterm", 1),
        ("stein mara", 1),
        ("晚晴", 2),
        ("嫁给了", 2),
        ("最后一戋灯", 2),  # one character is wrong
        ("strasse", 3),
        ("jorg", 3),
        ("ｌａｎｔｅｒｎ", 1),  # full width
    ],
)
def test_a_viewer_finds_the_story_they_mean(query: str, best: int) -> None:
    assert ranked(query, SHELF)[0] == best


@pytest.mark.parametrize("query", ["zzzz", "皇帝", "lantern zzzz", "x"])
def test_what_is_not_there_is_not_found(query: str) -> None:
    assert ranked(query, SHELF) == []


def test_no_query_shows_all_in_their_order() -> None:
    assert ranked("  ", SHELF) == [1, 2, 3, 4]
