"""What was made of an episode, in the words of `manage.py produce --json`."""

from typing import Any

from django.conf import settings

from apps.catalog.models import Episode


def report(episode: Episode, *, wall_s: float) -> dict[str, Any]:
    """Paths on this machine and the address for viewers; lists are empty while unpublished."""
    episode = Episode.objects.select_related("series", "edition").get(pk=episode.pk)
    cut = episode.cuts.first()
    master = cut.composed() if cut else None
    edition = episode.edition
    return {
        "series": episode.series.title,
        "episode": episode.number,
        "shots": episode.shots.in_cut().count(),
        "duration_s": round(master.duration, 3) if master else 0.0,
        "wall_s": wall_s,
        "master": master.video if master else "",
        "renditions": [item.file.path for item in edition.renditions.all()] if edition else [],
        "captions": [item.file.path for item in edition.captions.all()] if edition else [],
        "poster": edition.poster.path if edition else "",
        "url": f"{settings.SITE_URL}{episode.get_absolute_url()}" if edition else "",
    }
