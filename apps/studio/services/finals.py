"""Final takes: of a shot, or of all shots of an episode in one job, so that models load once."""

import uuid
from collections.abc import Container, Iterable, Sequence
from typing import Any

import msgspec
from django.conf import settings
from django.db import transaction

from apps.catalog.models import Episode
from apps.core.disposal import dispose
from apps.jobs.models import Job, Queue, State
from apps.jobs.services import enqueue, retry
from apps.studio.models import Production, Shot, Take, render_request
from apps.studio.services.choosing import check_chosen
from apps.studio.services.leading import led
from apps.studio.services.production import advance, media, subject_of
from apps.studio.services.records import finished
from apps.studio.services.seeds import in_hand, is_of_finals, seed_anew, unused, used_seeds
from apps.studio.services.takes import UNSAID, folder_in, in_order, record_take
from engine.contracts import (
    DIFFUSION,
    EngineError,
    Final,
    FinalsRequest,
    Problem,
    RenderRequest,
    _,
    content_hash,
)
from engine.contracts import Finals as FinalsData
from engine.contracts import Take as TakeData


def make_final(*, shot: Shot) -> Job:
    """Ask for a final take of the shot, with a seed that no take of it had or is to have.

    Raises EngineError "no-shots", and "not-usable" for what the series is to be made with.
    """
    check_chosen(shot.episode.series)
    return _ask_for_final(shot)


@transaction.atomic
def _ask_for_final(shot: Shot) -> Job:
    production = _production(shot.episode)
    forget(shot.episode)
    seed = unused(used_seeds(shot.episode)[shot.subject])
    request = final_request(production, shot, seed=seed)
    # Without its seed: who asks for the same while it waits or is made gets that one.
    named = msgspec.structs.replace(request, out="", seed=0)
    return enqueue(
        verb="render",
        request=request,
        queue=queue(),
        priority=10,
        studio=shot.episode.series.studio,
        subject=shot.subject,
        inputs=content_hash(named),
        model=request.final.video if request.final else "",
    )


def make_finals(*, episode: Episode, again: bool = False) -> Job:
    """Ask for final takes of all shots that have none of what they are now, once at a time.

    `again`: of all shots, as they are to be made by now; what is circled stays so.

    Raises EngineError "no-shots", "nothing-to-make", and "not-usable" for what the series is to be
    made with.
    """
    check_chosen(episode.series)
    _keep_finished(episode)
    return _ask_for_finals(episode, again=again)


@transaction.atomic
def _keep_finished(episode: Episode) -> None:
    """Of finals that are being stopped what is finished already, so that it is not made twice."""
    stopping = Job.objects.active().filter(verb="finals", cancel_requested=True)
    for job in stopping.for_subjects([subject_of(episode)]):
        _keep_all(job, episode, _left_by(job))


@transaction.atomic
def _ask_for_finals(episode: Episode, *, again: bool) -> Job:
    production = _production(episode)
    asked = being_made(episode)
    if asked is not None and not asked.cancel_requested:
        return asked  # even if words or pictures changed since: what is paid for twice is all of it
    used = used_seeds(episode)
    shots = [shot for shot in filmed(episode) if again or not has_final(shot)]
    if not shots:
        raise EngineError(
            "nothing-to-make",
            _("Every shot of this episode has a final take."),
            _("Ask for another one of a single shot in its take room."),
        )
    forget(episode)
    together = {shot.slate for shot in shots}
    requests = tuple(
        final_request(production, shot, together, seed=unused(used[shot.subject])) for shot in shots
    )
    named = [msgspec.structs.replace(request, out="", seed=0) for request in requests]
    return enqueue(
        verb="finals",
        request=FinalsRequest(takes=requests),
        queue=queue(),
        priority=5,
        studio=episode.series.studio,
        subject=subject_of(episode),
        parts=[shot.subject for shot in shots],
        inputs=content_hash(named),
    )


def _production(episode: Episode) -> Production:
    """In hand, so that nobody else asks for takes of the episode meanwhile."""
    production = in_hand(episode).exclude(breakdown_inputs="").first()
    if production is None:
        raise EngineError(
            "no-shots",
            _("Episode {number} has no shots yet.", number=episode.number),
            _("“Make current” on its board lists and rehearses them."),
        )
    return production


def filmed(episode: Episode) -> list[Shot]:
    """The shots of the cut with all their takes."""
    rows = episode.shots.in_cut().select_related("episode", "circle_take")
    return list(rows.prefetch_related("takes"))


def has_final(shot: Shot) -> bool:
    """Whether somebody has made, and kept, a final take of the shot as it is now."""
    return any(is_final_of(take, shot) for take in shot.takes.all())


def is_final_of(take: Take, shot: Shot) -> bool:
    return take.is_final and take.inputs == shot.inputs and not take.rejected


def finals_of_now(shot: Shot) -> list[Take]:
    """The finals of the shot as it is now that nobody rejected, from best to worst."""
    finals = [take for take in shot.takes.all() if is_final_of(take, shot)]
    return [take for take, _reason in in_order(finals)]


def to_look_at(shot: Shot) -> Take | None:
    """The best final that is not used without somebody having decided so."""
    waiting = (take for take in unused_finals(shot) if is_undecided(take, shot))
    return next(waiting, None)


def unused_finals(shot: Shot) -> list[Take]:
    """The finals of the shot as it is now that the cut does not use, from best to worst."""
    return [take for take in finals_of_now(shot) if is_unused(take, shot)]


def is_unused(final: Take, shot: Shot) -> bool:
    """Whether the cut uses another take."""
    return final.pk != shot.circle_take_id


def is_undecided(final: Take, shot: Shot) -> bool:
    """Whether nobody has picked a take of the shot since the final was made."""
    return shot.picked_at is None or final.created_at > shot.picked_at


def queue() -> str:
    """Where finals are made: on the card, where there is one."""
    return Queue.GPU.value if settings.HAS_CARD else Queue.CPU.value


def final_request(
    production: Production, shot: Shot, together: Container[str] = (), *, seed: int = 1
) -> RenderRequest:
    """What the engine is asked to make, in one request with shots of the slates `together`."""
    plain = render_request(shot.specification(), production.adopted_cast(), production.format)
    folder = f"takes/{production.episode.series_id}/{production.episode_id}/{uuid.uuid4().hex}"
    return msgspec.structs.replace(
        plain,
        renderer=DIFFUSION,
        seed=seed,
        out=media(folder),
        final=final_of(shot, together),
    )


def final_of(shot: Shot, together: Container[str] = ()) -> Final:
    """How the shot is to be made, besides what it is: by which pictures and words, why earlier
    finals of it were rejected, and what it returns to."""
    rejected = [take.rejected for take in shot.takes.all() if take.is_final and take.rejected]
    continues, digest = continued(shot, together)
    return msgspec.structs.replace(
        led(shot),
        avoid=tuple(dict.fromkeys(reason for reason in rejected if reason != UNSAID)),
        continues=continues,
        continues_sha256=digest,
    )


def continued(shot: Shot, together: Container[str]) -> tuple[str, str]:
    """The first shot of the scene from the same set-up, so that a face that is cut back to is the
    same: its slate where it is made `together`, else the last frame of its final take.

    A shot that is no longer in the cut returns to nothing."""
    if shot.position is None:
        return "", ""
    earlier = shot.episode.shots.in_cut().filter(scene=shot.scene, position__lt=shot.position)
    first = next(
        (one for one in earlier.select_related("circle_take") if set_up(one) == set_up(shot)), None
    )
    if first is None:
        return "", ""
    if first.slate in together:
        return f"shot:{first.slate}", ""
    take = first.circle_take
    last = take.record().last if take is not None else ""
    if take is None or not last:
        return "", ""
    return str(take.directory / last), take.data["sha256"].get(last, "")


def set_up(shot: Shot) -> tuple[Any, ...]:
    """What two shots from one camera set-up have in common."""
    spec = shot.spec
    people = [(one["character"], one.get("over_shoulder", False)) for one in spec.get("people", [])]
    return spec["set"]["place"], spec["size"], spec.get("angle"), people, bool(spec.get("insert"))


def again(*, job: Job) -> Job:
    """Try a failed or cancelled job again; of finals, only what is missing by now.

    Raises EngineError "gone" where what they were for was deleted, and as `make_finals` does.
    """
    if not is_of_finals(job):
        return retry(job=job)
    kind, _separator, key = job.subject.partition(":")
    if kind == "shot":
        if shot := Shot.objects.filter(pk=key).first():
            return make_final(shot=shot)
    elif episode := Episode.objects.filter(pk=key).first():
        return make_finals(episode=episode)
    raise EngineError(
        "gone",
        _("What this job was for has been deleted."),
        _("Nothing can be made for it any more."),
    )


def settle(*, job: Job, episode: Episode, shot: Shot | None) -> None:
    """Keep what was made, of a job that was stopped as well; say what was not made. An episode that
    is being made goes on either way."""
    if job.state == State.DONE and shot is not None:
        record_take(shot=shot, request=job.request, result=job.result or {})
    elif job.state == State.DONE:
        made = msgspec.convert(job.result or {}, FinalsData)
        _keep_all(job, episode, made.takes)
        _note_failed(job, episode, made.failed)
    elif shot is None:
        _keep_all(job, episode, _left_by(job))
    elif take := finished(job.request["out"]):
        record_take(shot=shot, request=job.request, result=msgspec.to_builtins(take))
    if job.state == State.FAILED:
        slate = shot.slate if shot is not None else ""
        note(episode, {"job": str(job.pk), "verb": job.verb, "shot": slate, **job.error})
    if job.state != State.DONE:
        seed_anew(episode)
    advance(episode=episode)


def _left_by(job: Job) -> list[TakeData | None]:
    """The takes that a job for a whole episode had finished when it was ended."""
    return [finished(request["out"]) for request in job.request["takes"]]


def _keep_all(job: Job, episode: Episode, takes: Sequence[TakeData | None]) -> None:
    """Each take belongs to the row it was asked for, whatever that shot says by now, at whatever
    place, and also where it was set aside; the takes of a row that was deleted went with it."""
    # All of them at once, in the order in which a breakdown takes them: neither waits for the other
    # with half of them in hand.
    rows = {shot.subject: shot for shot in episode.shots.select_for_update().order_by("pk")}
    for part, request, take in zip(job.parts, job.request["takes"], takes, strict=True):
        if take is None:
            continue
        if shot := rows.get(part):
            record_take(shot=shot, request=request, result=msgspec.to_builtins(take))
        else:
            kept = Take.objects.filter(folder=folder_in(request))
            dispose(request["out"], is_needed=kept.exists)


def _note_failed(job: Job, episode: Episode, problems: Sequence[Problem | None]) -> None:
    failed = [problem for problem in problems if problem is not None]
    if not failed:
        return
    first = failed[0]
    message = _(
        "{count} of {all} final takes could not be made. The first: {reason}",
        count=len(failed),
        all=len(problems),
        reason=first.wording[0] if first.wording else first.message,
    )
    advice = first.wording[1] if len(first.wording) > 1 else _("Ask for them again.")
    note(
        episode,
        {
            "job": str(job.pk),
            "verb": job.verb,
            "message": str(message),
            "advice": str(advice),
            "wording": msgspec.to_builtins((message, advice)),
        },
    )


def note(episode: Episode, error: dict[str, Any]) -> None:
    """Show what went wrong with finals on the board, until they are asked for again."""
    Production.objects.filter(episode=episode).update(error=error | {"of_finals": True})


def forget(episode: Episode) -> None:
    """What went wrong with finals is being tried again."""
    Production.objects.filter(episode=episode, error__of_finals=True).update(error=None)


def being_made(episode: Episode) -> Job | None:
    """The job that makes final takes of the whole episode now."""
    return Job.objects.active().filter(verb="finals").for_subjects([subject_of(episode)]).first()


def kept_of(jobs: Iterable[Job]) -> dict[uuid.UUID, int]:
    """Of each job that makes the finals of an episode, how many of its takes are there."""
    asked = {job.pk: [folder_in(one) for one in job.request["takes"]] for job in jobs}
    rows = Take.objects.filter(folder__in=[name for names in asked.values() for name in names])
    kept = set(rows.values_list("folder", flat=True))
    return {key: sum(name in kept for name in names) for key, names in asked.items()}
