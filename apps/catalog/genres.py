"""Genres with a name in every language of the interface; a studio may write its own instead."""

from functools import cache

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

GENRES = {
    "Revenge": _("Revenge"),
    "Romance": _("Romance"),
    "Sweet romance": _("Sweet romance"),
    "CEO romance": _("CEO romance"),
    "Comeback": _("Comeback"),
    "Rebirth": _("Rebirth"),
    "Time travel": _("Time travel"),
    "Fantasy": _("Fantasy"),
    "Martial arts": _("Martial arts"),
    "Historical": _("Historical"),
    "Palace intrigue": _("Palace intrigue"),
    "Family": _("Family"),
    "Urban": _("Urban"),
    "Youth": _("Youth"),
    "Comedy": _("Comedy"),
    "Thriller": _("Thriller"),
    "Crime": _("Crime"),
    "Horror": _("Horror"),
    "Science fiction": _("Science fiction"),
}


@cache
def _names() -> dict[str, str]:
    """Every genre by its name in each language."""
    names: dict[str, str] = {}
    for code, _language in settings.LANGUAGES:
        with override(code):
            names |= {str(name).casefold(): genre for genre, name in GENRES.items()}
    return names


def genre_of(text: str) -> str:
    """The genre that was written in whichever language; the studio's own word if it is none."""
    return _names().get(text.strip().casefold(), text)


def genre_name(text: str) -> str:
    """What viewers read, in the active language."""
    genre = genre_of(text)
    return str(GENRES.get(genre, genre))


def is_own(text: str) -> bool:
    """Whether it is the studio's own word, in the language of its series."""
    return genre_of(text) not in GENRES
