"""What the studio does when a job ends, in the transaction that says so; and when rows go."""

import os
from pathlib import Path
from typing import Any

import msgspec
from django.conf import settings

from apps.catalog.models import Episode, Series
from apps.core.disposal import dispose
from apps.jobs.models import Job, State
from apps.studio.models import Cut, Production, Reference, Shot, Take
from apps.studio.services.breakdowns import adopt_breakdown, keep_portraits
from apps.studio.services.editions import publish_edition
from apps.studio.services.finals import settle
from apps.studio.services.production import (
    advance,
    fail,
    filmed,
    leave_the_shelf,
    rest,
    stop,
    subject_of,
    wanted_breakdown,
    wants_edition,
)
from apps.studio.services.references import clear_away_sheet, keep_candidates
from apps.studio.services.seeds import is_of_finals
from apps.studio.services.takes import record_take
from engine.contracts import RECORD, Character


def on_job_finished(sender: type[Job], job: Job, **_: Any) -> None:
    """Keep the result and ask for what comes next, or say what failed."""
    kind, _separator, key = job.subject.partition(":")
    keep_pictures(job, kind, key)
    if kind not in {"shot", "episode"}:
        return
    shot, episode = subject(kind, key)
    if episode is None:  # deleted while the job ran
        for out in folders(job):
            dispose(out)
        return
    if is_of_finals(job):
        settle(job=job, episode=episode, shot=shot)
    elif job.state == State.DONE:
        keep(job, episode, shot)
        advance(episode=episode)
    elif job.state == State.FAILED:
        fail(
            episode=episode,
            error={
                "job": str(job.pk),
                "verb": job.verb,
                "shot": shot.slate if shot else "",
                **job.error,
            },
        )
    elif not job.is_wanted_again():
        rest(episode=episode)  # else the episode would wait for ever for what nobody makes
    if job.state != State.DONE and (shot is not None or job.verb == "finals"):
        clear_away(job)


def keep_pictures(job: Job, kind: str, key: str) -> None:
    """What was pictured of a whole series: faces of the cast, candidates for reference sheets."""
    is_done = job.state == State.DONE
    if kind == "cast" and is_done:
        keep_portraits(series_id=int(key), result=job.result or {})
    if kind == "references":
        series = Series.objects.filter(pk=key).first()
        if is_done and series is not None:  # else it was deleted while the job ran
            keep_candidates(series=series, job=job)
        clear_away_sheet(job)


def clear_away(job: Job) -> None:
    """What an engine that was killed had begun; a take that was kept stays."""
    for out in folders(job):
        kept = Take.objects.filter(folder=os.path.relpath(out, settings.MEDIA_ROOT))
        dispose(out, is_needed=kept.exists)


def folders(job: Job) -> list[str]:
    """Where what the job makes is written."""
    asked = job.request.get("takes", [job.request]) if job.verb == "finals" else [job.request]
    return [request["out"] for request in asked if request.get("out")]


def subject(kind: str, key: str) -> tuple[Shot | None, Episode | None]:
    """The shot and the episode that a job was for, as far as they are still there."""
    if kind == "episode":
        return None, Episode.objects.select_related("series").filter(pk=key).first()
    rows = Shot.objects.select_related("episode__series", "circle_take")
    shot = rows.filter(pk=key).first()
    return shot, shot.episode if shot else None


def knew_who_was_filmed(job: Job, episode: Episode) -> bool:
    """Whether nobody of its cast was filmed in another episode since it was asked for."""
    cast = msgspec.convert((job.result or {}).get("by_rule", ()), tuple[Character, ...])
    kept = {one.id: one for one in filmed(episode.series)}
    return all(kept.get(one.id, one) == one for one in cast)


def keep(job: Job, episode: Episode, shot: Shot | None) -> None:
    result: dict[str, Any] = job.result or {}
    if shot is not None:
        record_take(shot=shot, request=job.request, result=result)
    elif job.verb == "breakdown":
        # Of two that ran at once the older may end last: its shots are no longer asked for.
        if job.inputs == wanted_breakdown(episode=episode) and knew_who_was_filmed(job, episode):
            adopt_breakdown(episode=episode, inputs=job.inputs, result=result)
            # By the same with the cast that it has now.
            now = wanted_breakdown(episode=episode)
            Production.objects.filter(episode=episode).update(breakdown_inputs=now)
    elif job.verb == "compose":
        Cut.objects.get_or_create(
            episode=episode,
            hash=job.inputs,
            defaults={"request": job.request, "master": job.result},
        )
    elif job.verb == "package":
        publish_edition(
            episode=episode,
            cut_hash=job.inputs.removeprefix("package:"),
            result=result,
            is_wanted=wants_edition(episode=episode),
        )


def on_episode_deleted(sender: type[Episode], instance: Episode, **_: Any) -> None:
    """Before it goes: nobody works on for it, and what jobs had finished goes with it."""
    for job in Job.objects.active().filter(verb="finals").for_subjects([subject_of(instance)]):
        for out in folders(job):
            (Path(out) / RECORD).unlink(missing_ok=True)
    stop(episode=instance)


def on_take_deleted(sender: type[Take], instance: Take, **_: Any) -> None:
    others = Take.objects.filter(folder=instance.folder)
    dispose(instance.folder, is_needed=others.exists)


def on_reference_deleted(sender: type[Reference], instance: Reference, **_: Any) -> None:
    dispose(instance.file)


def on_cut_deleted(sender: type[Cut], instance: Cut, **_: Any) -> None:
    video = instance.master["video"]
    dispose(Path(video).parent, is_needed=Cut.objects.filter(master__video=video).exists)


def on_shown_by_hand(sender: type[Episode], episode: Episode, **_: Any) -> None:
    """What a person put before viewers, or took away, stays so."""
    leave_the_shelf(episode=episode)
