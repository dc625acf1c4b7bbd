"""What the studio does when a job ends; runs in the transaction that marks the job."""

from typing import Any

from apps.catalog.models import Episode
from apps.jobs.models import Job, State
from apps.studio.models import Cut, Shot
from apps.studio.services.breakdowns import adopt_breakdown, keep_portraits
from apps.studio.services.editions import publish_edition
from apps.studio.services.production import advance, fail, rest, wanted_breakdown
from apps.studio.services.takes import record_take


def on_job_finished(sender: type[Job], job: Job, **_: Any) -> None:
    """Keep the result and ask for what comes next, or say what failed."""
    kind, _separator, key = job.subject.partition(":")
    if kind == "cast" and job.state == State.DONE:
        keep_portraits(series_id=int(key), result=job.result or {})
    if kind not in {"shot", "episode"}:
        return
    shot, episode = subject(kind, key)
    if episode is None:
        return  # deleted while the job ran
    if job.state == State.DONE:
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


def subject(kind: str, key: str) -> tuple[Shot | None, Episode | None]:
    """The shot and the episode that a job was for, as far as they are still there."""
    if kind == "episode":
        return None, Episode.objects.select_related("series").filter(pk=key).first()
    rows = Shot.objects.select_related("episode__series", "circle_take")
    shot = rows.filter(pk=key).first()
    return shot, shot.episode if shot else None


def keep(job: Job, episode: Episode, shot: Shot | None) -> None:
    result: dict[str, Any] = job.result or {}
    if shot is not None:
        record_take(shot=shot, request=job.request, result=result)
    elif job.verb == "breakdown":
        # Of two that ran at once the older may end last: its shots are no longer asked for.
        if job.inputs == wanted_breakdown(episode=episode):
            adopt_breakdown(episode=episode, inputs=job.inputs, result=result)
    elif job.verb == "compose":
        Cut.objects.get_or_create(
            episode=episode,
            hash=job.inputs,
            defaults={"request": job.request, "master": job.result},
        )
    elif job.verb == "package":
        publish_edition(
            episode=episode, cut_hash=job.inputs.removeprefix("package:"), result=result
        )
