"""How long work will take, by what the last work of the same kind took here."""

from collections.abc import Sequence
from typing import Any

import msgspec
from django.conf import settings

from apps.accounts.models import Studio
from apps.jobs.models import Job, State
from apps.studio.models import Production, Shot
from engine.contracts import Format, effort
from engine.contracts import Shot as ShotSpec

LOOKED_AT = 24  # renders: about the last episode


def seconds_of_rendering(studio: Studio, shots: Sequence[Shot]) -> int | None:
    """Seconds until `shots` are rendered on this machine; None when there are none.

    By the effort that each is known to be, and by how long such effort took here last.
    """
    if not shots:
        return None
    picture = format_of(shots[0])
    work = sum(effort(shot.specification(), picture) for shot in shots)
    return max(1, round(work * pace(studio) / min(settings.CPU_WORKERS, len(shots))))


def pace(studio: Studio) -> float:
    """Seconds that a second of effort took here last; 1 on a fresh box."""
    done = Job.objects.filter(studio=studio, verb="render", state=State.DONE)
    rows = done.order_by("-finished_at").values_list("wall_s", "request__shot", "request__format")[
        :LOOKED_AT
    ]
    spent = [(wall, msgspec.convert(shot, ShotSpec), _format(told)) for wall, shot, told in rows]
    known = sum(effort(shot, picture) for _, shot, picture in spent)
    return sum(wall for wall, _, _ in spent) / known if known else 1.0


def format_of(shot: Shot) -> Format:
    """What the episode of a shot is rendered in."""
    return _format(Production.objects.values_list("format", flat=True).get(episode=shot.episode_id))


def _format(told: dict[str, Any] | None) -> Format:
    return msgspec.convert(told or {}, Format)


def usual_seconds(studio: Studio) -> dict[str, float]:
    """How long the steps after the shots took here last, by verb; on a fresh box there are none."""
    found = {}
    for verb in ("compose", "package"):
        done = Job.objects.filter(studio=studio, verb=verb, state=State.DONE)
        last = done.order_by("-finished_at").values_list("wall_s", flat=True).first()
        if last is not None:
            found[verb] = last
    return found
