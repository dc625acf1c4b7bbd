"""The demo series, as `make demo` starts them."""

import pytest

from apps.catalog.models import Series
from apps.studio.management.commands.demo import EPISODES, Command
from tests.people import People


@pytest.mark.django_db
def test_a_demo_series_has_its_genre_before_anything_of_it_is_scored(people: People) -> None:
    for title in dict.fromkeys(title for _script, title, _bible, _number in EPISODES):
        Command().start_series(people.studio, title)
        Command().start_series(people.studio, title)
    english, chinese = Series.objects.order_by("pk")
    assert (english.title, english.language, english.genre) == ("Empty Coffin", "en", "Thriller")
    assert (chinese.title, chinese.language, chinese.genre) == ("空棺", "zh-hans", "Thriller")
    assert chinese.version_of == english
