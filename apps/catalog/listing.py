"""Series as viewers leaf through them: one poster each, read in one query."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery, Sum
from django.urls import reverse

from apps.catalog import genres
from apps.catalog.models import Episode, SeriesQuerySet


@dataclass(frozen=True, kw_only=True)
class Poster:
    """A series on a shelf; covers and `preview` are paths below MEDIA_ROOT."""

    title: str
    slug: str
    logline: str
    genre: str
    language: str
    cover: str  # 720 wide, as share cards show it
    cover_medium: str  # 480
    cover_small: str  # 240
    preview: str
    first_episode: int  # id
    episodes: int
    seconds: float

    @property
    def genre_name(self) -> str:
        return genres.genre_name(self.genre)

    @property
    def has_own_genre(self) -> bool:
        return genres.is_own(self.genre)

    @property
    def url(self) -> str:
        return reverse("catalog:series", args=[self.slug])


def posters(shelf: SeriesQuerySet) -> dict[int, Poster]:
    """The published series of `shelf` by id, newest first."""
    first = Episode.objects.filter(series=OuterRef("pk"), edition__isnull=False).order_by("number")
    published = Q(episodes__edition__isnull=False)
    rows = shelf.annotate(
        cover=Subquery(first.values("edition__poster")[:1]),
        cover_medium=Subquery(first.values("edition__poster_medium")[:1]),
        cover_small=Subquery(first.values("edition__poster_small")[:1]),
        preview=Subquery(first.values("edition__preview")[:1]),
        first_episode=Subquery(first.values("pk")[:1]),
        published_count=Count("episodes", filter=published),
        seconds=Sum("episodes__edition__duration"),
    ).filter(published_count__gt=0)
    # Said here, because a query that counts forgets the order of the model.
    rows = rows.order_by("-created_at", "-pk")
    return {row["pk"]: _poster(row) for row in _values(rows)}


def _values(rows: QuerySet[Any]) -> Iterable[dict[str, Any]]:
    fields = ["title", "slug", "logline", "genre", "language"]
    fields += [
        "cover",
        "cover_medium",
        "cover_small",
        "preview",
        "first_episode",
        "published_count",
        "seconds",
    ]
    return rows.values("pk", *fields)


def _poster(row: dict[str, Any]) -> Poster:
    return Poster(
        title=row["title"],
        slug=row["slug"],
        logline=row["logline"],
        genre=genres.genre_of(row["genre"]),
        language=row["language"],
        cover=row["cover"],
        cover_medium=row["cover_medium"],
        cover_small=row["cover_small"],
        preview=row["preview"],
        first_episode=row["first_episode"],
        episodes=row["published_count"],
        seconds=row["seconds"],
    )
