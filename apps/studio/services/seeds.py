"""Seeds: by what a new take of a shot differs from those that are there and those to come."""

from collections import Counter

from django.db.models import QuerySet

from apps.catalog.models import Episode
from apps.jobs.models import Job
from apps.studio.models import Production, Shot, Take
from apps.studio.services.production import subject_of


def in_hand(episode: Episode) -> QuerySet[Production]:
    """The production of the episode, for whoever asks for a take in the transaction at hand: who
    reads it next waits until that is written down, and sees what was asked for.

    On SQLite whole transactions wait for each other.
    """
    rows = Production.objects.select_related("episode__series__studio").filter(episode=episode)
    return rows.select_for_update(of=("self",))


def highest_seeds(episode: Episode) -> Counter[str]:
    """Of each shot, as jobs name it, the highest seed of its takes and of what is asked for in jobs
    that have not ended, 0 without any. Who asks for the next has the production `in_hand`."""
    shots = [shot.subject for shot in episode.shots.only("pk")]
    found: Counter[str] = Counter()
    # Jobs before takes: what one of them leaves that ends meanwhile is seen twice, never missed.
    for job in Job.objects.active().for_subjects([subject_of(episode), *shots]):
        asked = zip(job.parts, job.request.get("takes", ()), strict=True)
        for name, request in [(job.subject, job.request), *asked]:
            found[name] = max(found[name], request.get("seed", 0))
    taken = Take.objects.filter(shot__episode=episode)
    for key, seed in taken.values_list("shot_id", "request__seed"):
        name = Shot(pk=key).subject
        found[name] = max(found[name], seed)
    return found
