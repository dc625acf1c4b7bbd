"""Models of the engine: what there is, and having them pulled, verified, removed, accepted."""

import msgspec
from django.core.cache import cache

from apps.accounts.models import Studio
from apps.jobs.models import Job, Queue
from apps.jobs.services import enqueue, run_now
from engine.contracts import (
    AcceptRequest,
    LicenceText,
    ModelRequest,
    Models,
    ModelsRequest,
)

VERBS = {"pull": "models_pull", "verify": "models_verify", "remove": "models_remove"}
_KEY = "studio:models"
_FRESH_S = 15  # for which an answer is believed: folders of one's own come at any time
_BEHIND = -10  # priority: shots that somebody waits for go first


def models() -> Models:
    """What the engine says of its models; asked anew once a job has changed any."""
    jobs = Job.objects.filter(verb__in=VERBS.values(), finished_at__isnull=False)
    last = jobs.order_by("-finished_at").values_list("pk", flat=True).first()
    kept: tuple[object, Models] | None = cache.get(_KEY)
    if kept is None or kept[0] != last:
        answer = run_now(verb="models", request=ModelsRequest())
        kept = (last, msgspec.convert(answer, Models))
        cache.set(_KEY, kept, _FRESH_S)
    return kept[1]


def model_jobs(names: list[str]) -> dict[str, Job]:
    """The newest job about each model, whichever studio of this machine asked for it."""
    found: dict[str, Job] = {}
    for job in Job.objects.for_subjects(subject(name) for name in names):
        found.setdefault(job.subject.partition(":")[2], job)
    return found


def work_on_model(*, name: str, verb: str, studio: Studio) -> Job:
    """Have a model pulled, verified or removed; what is pulled keeps no other work waiting."""
    return enqueue(
        verb=VERBS[verb],
        request=ModelRequest(name=name),
        queue=Queue.PULL if verb == "pull" else Queue.CPU,
        priority=_BEHIND,
        studio=studio,
        subject=subject(name),
    )


def licence_text(*, name: str) -> LicenceText:
    """What accepting the licence accepts; raises EngineError."""
    asked = run_now(verb="models_licence", request=ModelRequest(name=name))
    return msgspec.convert(asked, LicenceText)


def accept_licence(*, name: str, country: str, revenue: int, by: str, text_sha256: str) -> None:
    """Accept it in the name of the studio; raises EngineError."""
    request = AcceptRequest(
        name=name, country=country, revenue=revenue, by=by, text_sha256=text_sha256
    )
    run_now(verb="models_accept", request=request)
    cache.delete(_KEY)


def subject(name: str) -> str:
    return f"model:{name}"
