"""How long work will take, by what the last work of the same kind took here."""

from django.conf import settings

from apps.accounts.models import Studio
from apps.jobs.models import Job, State

LOOKED_AT = 24  # renders: about the last episode


def seconds_of_rendering(studio: Studio, shots: int) -> int | None:
    """Seconds until `shots` shots are rendered on this machine; None with nothing to go by."""
    done = Job.objects.filter(studio=studio, verb="render", state=State.DONE)
    walls = list(done.order_by("-finished_at").values_list("wall_s", flat=True)[:LOOKED_AT])
    if not shots or not walls:
        return None
    at_once = min(settings.CPU_WORKERS, shots)
    return max(1, round(shots * sum(walls) / len(walls) / at_once))


def usual_seconds(studio: Studio) -> dict[str, float]:
    """How long the steps after the shots took here last, by verb; on a fresh box there are none."""
    found = {}
    for verb in ("compose", "package"):
        done = Job.objects.filter(studio=studio, verb=verb, state=State.DONE)
        last = done.order_by("-finished_at").values_list("wall_s", flat=True).first()
        if last is not None:
            found[verb] = last
    return found
