"""What was made of an episode, in the words of `manage.py produce --json`."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.conf import settings

from apps.catalog.models import Episode
from apps.core.wording import told
from apps.studio.models import Production
from engine.contracts import Severity


def report(episode: Episode, *, wall_s: float) -> dict[str, Any]:
    """Paths on this machine and the address for viewers; lists are empty while unpublished."""
    episode = Episode.objects.select_related("series", "edition").get(pk=episode.pk)
    cut = episode.cuts.first()
    master = cut.composed() if cut else None
    edition = episode.edition
    found = Counter(problem["severity"] for problem in problems_of(episode))
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
        "problems": found.total() - found[Severity.NOTE],
        "notes": found[Severity.NOTE],
    }


def problems_of(episode: Episode) -> list[dict[str, Any]]:
    """What was found when the episode was broken down, by line."""
    production = Production.objects.filter(episode=episode).first()
    found = production.problems if production else []
    return sorted(found, key=lambda problem: int(problem["line"]))


def remarks(episode: Episode, script: str) -> Iterator[str]:
    """The same in words, as compilers write them; advice only where something is wrong."""
    for problem in problems_of(episode):
        message, advice = told(problem)
        of_script = problem["line"] and problem["code"] != "bible-unknown-word"
        place = f"{script}:{problem['line']}" if of_script else script
        more = advice if problem["severity"] != Severity.NOTE else ""
        yield f"{place}: {problem['severity']}: {message} {more}".strip()
