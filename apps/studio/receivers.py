"""What the studio does when a job ends; runs in the transaction that marks the job."""

from typing import Any

from apps.catalog.models import Episode
from apps.jobs.models import Job, State
from apps.studio.models import Cut, Shot
from apps.studio.services.breakdowns import adopt_breakdown, keep_portraits
from apps.studio.services.editions import publish_edition
from apps.studio.services.production import advance, fail
from apps.studio.services.takes import record_take


def on_job_finished(sender: type[Job], job: Job, **_: Any) -> None:
    """Keep the result and ask for what comes next, or say what failed."""
    kind, _separator, key = job.subject.partition(":")
    if kind == "cast" and job.state == State.DONE:
        keep_portraits(series_id=int(key), result=job.result or {})
    if kind not in {"shot", "episode"}:
        return
    shot = (
        Shot.objects.select_related("episode__series", "circle_take").filter(pk=key).first()
        if kind == "shot"
        else None
    )
    episode = shot.episode if shot else Episode.objects.filter(pk=key).first()
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
                "message": job.error_message,
                "advice": job.error_advice,
            },
        )


def keep(job: Job, episode: Episode, shot: Shot | None) -> None:
    result: dict[str, Any] = job.result or {}
    if shot is not None:
        record_take(shot=shot, request=job.request, result=result)
    elif job.verb == "breakdown":
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
