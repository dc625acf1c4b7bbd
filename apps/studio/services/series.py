"""Starting a series and keeping its bible."""

import msgspec
from django.db import transaction
from slugify import slugify

from apps.accounts.models import Studio
from apps.catalog.models import Episode, Series
from apps.jobs.services import run_now
from engine.contracts import Bible, BibleRequest

ROOMS = {"queue", "engine"}  # of the studio, at addresses where a series would stand


def free_slug(title: str) -> str:
    """An address for the title in plain letters, not yet taken by another series."""
    base = slugify(title, max_length=60) or "series"
    slug, count = base, 1
    while slug in ROOMS or Series.objects.filter(slug=slug).exists():
        count += 1
        slug = f"{base}-{count}"
    return slug


@transaction.atomic
def create_series(
    *,
    studio: Studio,
    title: str,
    language: str,
    logline: str = "",
    genre: str = "",
    bible: str = "",
    version_of: Series | None = None,
) -> Series:
    """Start a series; it has no episodes until a screenplay is saved."""
    return Series.objects.create(
        studio=studio,
        title=title,
        slug=free_slug(title),
        language=language,
        logline=logline,
        genre=genre,
        bible=bible,
        version_of=version_of,
    )


def read_bible(*, text: str) -> Bible:
    """The bible as the engine understands it; EngineError, naming the key, when it does not.

    Never ask inside a transaction: on SQLite everybody else would wait for the engine.
    """
    return msgspec.convert(run_now(verb="bible", request=BibleRequest(text=text)), Bible)


@transaction.atomic
def save_bible(*, series: Series, bible: str, read: Bible) -> None:
    """Keep a new bible; what it makes stale shows on the board and is made by “make current”."""
    series.bible, series.seed = bible, read.seed
    series.logline = read.logline or series.logline
    series.save(update_fields=["bible", "seed", "logline"])
    for plan in read.episodes:
        Episode.objects.filter(series=series, number=plan.number, title="").update(title=plan.title)
