"""Genres are named in the viewer's language, whoever wrote them in whichever."""

import pytest
from django.utils.translation import override

from apps.catalog.genres import GENRES, genre_name, genre_of, is_own


@pytest.mark.parametrize("written", ["Thriller", "thriller ", "悬疑"])
def test_a_known_genre_is_one_genre_in_every_language(written: str) -> None:
    assert genre_of(written) == "Thriller"
    with override("zh-hans"):
        assert genre_name(written) == "悬疑"
    with override("en"):
        assert genre_name(written) == "Thriller"


def test_a_genre_of_ones_own_is_left_as_it_is() -> None:
    with override("zh-hans"):
        assert genre_name("Sad robots") == "Sad robots"
    assert is_own("Sad robots")
    assert not is_own("复仇")


def test_no_two_genres_share_a_name() -> None:
    with override("zh-hans"):
        assert len({str(name) for name in GENRES.values()}) == len(GENRES)
