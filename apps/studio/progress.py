"""How far an episode is, as one value for pages, API and commands."""

from dataclasses import dataclass

import msgspec

from apps.catalog.models import Episode
from apps.core.wording import Told, told, worded
from apps.jobs.models import Job
from apps.studio.models import Production, Shot
from apps.studio.services.production import subject_of
from engine.contracts import Wording

STAGES = ("breakdown", "render", "compose", "package")


NOTHING = Told("", "")


@dataclass(frozen=True, slots=True)
class Progress:
    stage: str  # one of STAGES, or "" when nothing is being made
    done: int
    total: int
    note: str
    error: str
    advice: str
    told: Told  # error and advice in the active language
    working: bool
    of_finals: bool = False  # the error: the episode itself is made without them

    @property
    def percent(self) -> int:
        return round(100 * self.done / self.total) if self.total else 0


def progress_of(episode: Episode) -> Progress:
    """Shots done of all, or the stage after them; what failed last, if nothing was wanted since."""
    production = Production.objects.filter(episode=episode).first()
    if production is None:
        return Progress("", 0, 0, "", "", "", NOTHING, working=False)
    working = production.goal != Production.Goal.REST
    error = production.error or {}
    job = Job.objects.active().filter(verb__in=STAGES).for_subjects([subject_of(episode)]).first()
    shots = list(episode.shots.in_cut().select_related("circle_take"))
    current = sum(shot.state == Shot.State.CURRENT for shot in shots)
    stage, done, total, note = "render", current, len(shots), ""
    if job is not None:
        stage, done, total = job.verb, job.progress_done, job.progress_total
        note = at_what(job)
    return Progress(
        stage=stage if working else "",
        done=done,
        total=total,
        note=note,
        error=error.get("message", ""),
        advice=error.get("advice", ""),
        told=told(error),
        of_finals=bool(error.get("of_finals")),
        working=working,
    )


def at_what(job: Job) -> str:
    """What the job is at, in the active language where it can be told in it."""
    return worded(msgspec.convert(job.progress_wording or {}, Wording)) or job.progress_note
