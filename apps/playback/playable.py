"""What a player needs to know about an episode; addresses in it are signed and expire."""

from dataclasses import asdict, dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse

from apps.catalog.models import Edition, Episode
from apps.core.media import signed_url


@dataclass(frozen=True)
class Source:
    width: int
    height: int
    url: str


@dataclass(frozen=True)
class Captions:
    language: str
    label: str
    url: str


@dataclass(frozen=True)
class Neighbour:
    """The episode before or after; its media are asked for when it is needed."""

    number: int
    title: str
    url: str
    data: str
    still: str  # small


@dataclass(frozen=True)
class Playable:
    series: str
    slug: str
    language: str
    number: int
    title: str
    url: str
    data: str
    still: str
    duration: float  # seconds
    sources: list[Source]  # largest first
    captions: list[Captions]
    previous: Neighbour | None
    next: Neighbour | None

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def playable(episode: Episode, edition: Edition) -> Playable:
    published = episode.series.published_episodes()
    before = published.filter(number__lt=episode.number).order_by("-number").first()
    return Playable(
        series=episode.series.title,
        slug=episode.series.slug,
        language=episode.series.language,
        number=episode.number,
        title=episode.title,
        url=episode.get_absolute_url(),
        data=_data_url(episode),
        still=signed_url(str(edition.still)),
        duration=edition.duration,
        sources=[
            Source(file.width, file.height, signed_url(str(file.file)))
            for file in edition.renditions.all()
        ],
        captions=[
            Captions(track.language, _language_name(track.language), signed_url(str(track.file)))
            for track in edition.captions.all()
        ],
        previous=_neighbour(before),
        next=_neighbour(episode.next_published()),
    )


def _neighbour(episode: Episode | None) -> Neighbour | None:
    if episode is None or episode.edition is None:
        return None
    return Neighbour(
        number=episode.number,
        title=episode.title,
        url=episode.get_absolute_url(),
        data=_data_url(episode),
        still=signed_url(str(episode.edition.still_small)),
    )


def _data_url(episode: Episode) -> str:
    return reverse("playback:player-data", args=[episode.series.slug, episode.number])


def _language_name(code: str) -> str:
    return {key.lower(): str(name) for key, name in settings.LANGUAGES}.get(code.lower(), code)
