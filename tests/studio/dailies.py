"""An episode that is shot already: rows and tiny films, for tests of what people do with them."""

from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from django.conf import settings

from apps.catalog.models import Episode, Series
from apps.jobs.models import Job, State
from apps.jobs.services import run_now
from apps.studio import services
from apps.studio.models import Production, Shot, Take
from apps.studio.services.breakdowns import adopt_breakdown
from apps.studio.services.production import breakdown_inputs, breakdown_request, is_cleared
from engine.contracts import BreakdownRequest, Format, ReadRequest, Screenplay, Value
from engine.contracts import Take as TakeData
from tests.catalog import shelf

SCRIPT = """Title: The Key

INT. HOSPITAL CORRIDOR - NIGHT

MIA
Not mine.

TOM
It is.

INT. CAR - NIGHT

TOM
Get in.
"""
TOMS_LINE = SCRIPT.splitlines().index("It is.") + 1
SMALL = Format(width=90, height=160, fps=8)


@cache
def told(verb: str, text: str, request: type[Value]) -> dict[str, Any]:
    """The engine's answer, asked once in a test run."""
    return run_now(verb=verb, request=msgspec.json.decode(text, type=request))


def written(series: Series, text: str = SCRIPT) -> Episode:
    """The first episode of `series`, with a screenplay and nothing made of it."""
    request = msgspec.json.encode(ReadRequest(text=text, name="key.fountain")).decode()
    reading = msgspec.convert(told("read", request, ReadRequest), Screenplay)
    services.save_screenplay(series=series, text=text, name="key.fountain", reading=reading)
    return series.episodes.get(number=1)


def listed(episode: Episode) -> Episode:
    """With its shots listed, none of them rendered."""
    production = Production.objects.create(
        episode=episode,
        screenplay=episode.series.screenplays.first(),
        format=msgspec.to_builtins(SMALL),
    )
    request = breakdown_request(production)
    result = told("breakdown", msgspec.json.encode(request).decode(), BreakdownRequest)
    adopt_breakdown(episode=episode, inputs=breakdown_inputs(production), result=result)
    Job.objects.filter(verb="portraits").delete()  # faces are for viewers
    return episode


def cleared(episode: Episode) -> None:
    """As if the engine had been asked whether the episode can be finished and published here."""
    production = Production.objects.select_related("episode__series").get(episode=episode)
    for goal in (Production.Goal.CUT, Production.Goal.EDITION):
        production.goal = goal
        is_cleared(production, production.breakdown_inputs)
    Job.objects.filter(verb="preflight").update(state=State.DONE)


def shot_in_full(episode: Episode) -> Episode:
    """With one take of every shot."""
    for shot in listed(episode).shots.in_cut():
        services.pick(shot=shot, take=take_of(shot))
    return episode


def take_of(shot: Shot) -> Take:
    """Another take of `shot`, with a film that plays."""
    number = shot.takes.count() + 1
    folder = f"takes/{shot.pk}/{number}"
    home = Path(settings.MEDIA_ROOT) / folder
    home.mkdir(parents=True, exist_ok=True)  # of a test before, whose shots had the same numbers
    (home / "take.mp4").write_bytes(shelf.film(90, 160, (shot.pk + number) % shelf.HUES, 1))
    (home / "still.jpg").write_bytes(shelf.still(shot.pk + number))
    data = TakeData(
        inputs=shot.inputs,
        renderer="rehearsal",
        seed=number,
        format=SMALL,
        frames=8,
        duration=1.0,
        timings=(),
        sha256={},
        wall_s=2.0,
        cpu_s=2.0,
        peak_mb=100.0,
        versions={},
    )
    request = {"shot": shot.spec, "cast": [], "seed": number, "out": str(home)}
    return Take.objects.create(
        shot=shot,
        number=number,
        folder=folder,
        inputs=shot.inputs,
        request=request,
        data=msgspec.to_builtins(data),
    )
