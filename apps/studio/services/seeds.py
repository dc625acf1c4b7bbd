"""Seeds: by what a new take of a shot differs from those that are there and those to come."""

from collections import defaultdict
from itertools import count
from typing import Any

from django.db.models import QuerySet

from apps.catalog.models import Episode
from apps.jobs.models import Job, State
from apps.jobs.services import rewrite
from apps.studio.models import Production, Shot, Take
from apps.studio.services.production import subject_of
from engine.contracts import DIFFUSION


def in_hand(episode: Episode) -> QuerySet[Production]:
    """The production of the episode, for whoever asks for a take in the transaction at hand: who
    reads it next waits until that is written down, and sees what was asked for.

    On SQLite whole transactions wait for each other.
    """
    rows = Production.objects.select_related("episode__series__studio").filter(episode=episode)
    return rows.select_for_update(of=("self",))


def used_seeds(episode: Episode, but: Job | None = None) -> defaultdict[str, set[int]]:
    """Of each shot, as jobs name it, the seeds of its takes and of what is asked for in jobs that
    have not ended, `but` one. Who asks for another one has the production `in_hand`."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    # Jobs before takes: what one of them leaves that ends meanwhile is seen twice, never missed.
    for job in jobs_of(episode):
        if job != but:
            for name, request in asked(job):
                found[name].add(request["seed"])
    taken = Take.objects.filter(shot__episode=episode)
    for key, seed in taken.values_list("shot_id", "request__seed"):
        found[Shot(pk=key).subject].add(seed)
    return found


def unused(seeds: set[int]) -> int:
    """The first that is none of them: it may have been sampled with before a stop."""
    return next(seed for seed in count(1) if seed not in seeds)


def seed_anew(episode: Episode) -> None:
    """Finals that wait get the seeds that are free by now. What a job had sampled that was stopped
    is found again by those, and not sampled twice."""
    in_hand(episode).get()
    for job in jobs_of(episode).filter(state=State.QUEUED):
        if not is_of_finals(job):
            continue
        used = used_seeds(episode, but=job)
        takes = [request | {"seed": unused(used[name])} for name, request in asked(job)]
        rewrite(job=job, request=job.request | {"takes": takes} if job.parts else takes[0])


def is_of_finals(job: Job) -> bool:
    return job.verb == "finals" or job.request.get("renderer") == DIFFUSION


def jobs_of(episode: Episode) -> QuerySet[Job]:
    """All that make takes of the episode, or are to."""
    shots = [shot.subject for shot in episode.shots.only("pk")]
    jobs = Job.objects.active().for_subjects([subject_of(episode), *shots])
    return jobs.filter(verb__in=("render", "finals"))


def asked(job: Job) -> list[tuple[str, dict[str, Any]]]:
    """Each take that the job is to make, with the shot it is for, as jobs name it."""
    if not job.parts:
        return [(job.subject, job.request)]
    return list(zip(job.parts, job.request["takes"], strict=True))
