"""How an episode comes about: breakdown, shots, cut, edition, each begun when the last is there.

`advance` looks at what is there and asks for what is missing next; it is called whenever a job of
the episode ends, so a lost process loses nothing: the state of the rows says what remains.
"""

import uuid
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from django.conf import settings
from django.db import transaction
from django.db.models import F

from apps.catalog.models import Episode, Series
from apps.jobs.models import Job, State
from apps.jobs.services import cancel, enqueue
from apps.studio.models import Cut, Production, Screenplay, Shot, render_request
from apps.studio.services.cutting import cut_of, label_of, package_of
from apps.studio.services.editions import edition_of, show_edition
from apps.studio.services.screenplays import screenplay_of
from apps.studio.services.signing import ask_for_certificate
from engine.contracts import (
    BreakdownRequest,
    Character,
    EngineError,
    Format,
    PreflightRequest,
    ReadRequest,
    RenderRequest,
    _,
    content_hash,
    effort,
)
from engine.contracts import Cut as CutSpec

Goal = Production.Goal


def subject_of(episode: Episode) -> str:
    """How jobs name an episode."""
    return f"episode:{episode.pk}"


def media(*parts: object) -> str:
    return str(Path(settings.MEDIA_ROOT).joinpath(*map(str, parts)))


@transaction.atomic
def produce(*, episode: Episode, publish: bool, picture: Format | None = None) -> Production:
    """Want the episode finished (and published): everything missing or stale is made, no more."""
    return want(episode, Goal.EDITION if publish else Goal.CUT, picture)


@transaction.atomic
def break_down(*, episode: Episode) -> Production:
    """Want the shots of the newest screenplay listed, and none rendered yet."""
    return want(episode, Goal.SHOTS)


@transaction.atomic
def make_current(*, episode: Episode) -> Production:
    """Want every shot of the newest screenplay rendered and cut."""
    return want(episode, Goal.CUT)


def want(episode: Episode, goal: Goal, picture: Format | None = None) -> Production:
    production, _made = Production.objects.get_or_create(
        episode=episode, defaults={"format": msgspec.to_builtins(Format())}
    )
    screenplay = screenplay_of(episode)
    if screenplay is None:
        raise EngineError(
            "no-screenplay",
            _(
                "Episode {number} of “{series}” has no screenplay.",
                number=episode.number,
                series=str(episode.series),
            ),
            _("Paste or upload one on its script page."),
        )
    # Who wants less than somebody else does already must not take it from them.
    goal = max(goal, Goal(production.goal), key=list(Goal).index)
    production.screenplay, production.goal, production.error = screenplay, goal, None
    if picture is not None:
        production.format = msgspec.to_builtins(picture)
    production.save(update_fields=["screenplay", "goal", "error", "format"])
    advance(episode=episode)
    return production


def list_again(*, series: Series) -> None:
    """List the shots of every episode whose screenplay or bible changed since, or is new.

    Nothing is rendered: the board shows what has become stale before anybody asks for it.
    """
    for episode in series.episodes.all():
        if is_unlisted(episode) or is_behind(episode):
            break_down(episode=episode)


@transaction.atomic
def stop(*, episode: Episode) -> None:
    """Want nothing more: jobs that wait or run are cancelled, what is finished stays."""
    Production.objects.filter(episode=episode).update(goal=Goal.REST)
    subjects = [subject_of(episode), *(shot.subject for shot in episode.shots.all())]
    for job in Job.objects.active().for_subjects(subjects):
        cancel(job=job)


@transaction.atomic
def advance(*, episode: Episode) -> None:
    """Ask for the next missing thing on the way to the goal."""
    # The update takes the row, so that two jobs ending at once look one after the other.
    wanted = Production.objects.filter(episode=episode).exclude(goal=Goal.REST)
    if not wanted.update(turns=F("turns") + 1):
        return
    production = Production.objects.select_related("screenplay", "episode__series").get(
        episode=episode
    )
    if production.goal == Goal.EDITION:
        # Long before it is needed: a folder that cannot be written is told before hours of renders.
        ask_for_certificate(subject=subject_of(episode), studio=production.episode.series.studio)
    if not (
        ask_for_breakdown(production) or ask_for_takes(production) or ask_for_release(production)
    ):
        Production.objects.filter(pk=production.pk).update(goal=Goal.REST)


def fail(*, episode: Episode, error: dict[str, Any]) -> None:
    """Stop asking: a thing that failed is not tried again until somebody wants it."""
    Production.objects.filter(episode=episode).update(goal=Goal.REST, error=error)


def wants_edition(*, episode: Episode) -> bool:
    return Production.objects.filter(episode=episode, goal=Goal.EDITION).exists()


def leave_the_shelf(*, episode: Episode) -> None:
    """Somebody chose what viewers see: what is being made no longer replaces it by itself."""
    Production.objects.filter(episode=episode, goal=Goal.EDITION).update(goal=Goal.CUT)


def rest(*, episode: Episode) -> None:
    """Stop asking: somebody cancelled a job that the episode needs."""
    Production.objects.filter(episode=episode).update(goal=Goal.REST)


def wanted_breakdown(*, episode: Episode) -> str:
    """The hash of the breakdown that the episode should have now."""
    rows = Production.objects.select_related("screenplay", "episode__series")
    return breakdown_inputs(rows.get(episode=episode))


def breakdown_request(production: Production) -> BreakdownRequest:
    screenplay = production.screenplay
    assert screenplay is not None  # noqa: S101  `want` set it
    return request_of(
        production,
        screenplay,
        ReadRequest(text=screenplay.text, name=screenplay.name),
        filmed(production.episode.series),
    )


def request_of(
    production: Production,
    screenplay: Screenplay,
    source: ReadRequest,
    kept: tuple[Character, ...],
) -> BreakdownRequest:
    episode = production.episode
    return BreakdownRequest(
        source=source,
        episode=0 if screenplay.episode else episode.number,
        number=episode.number,
        continues=episode.series.episodes.filter(number__gt=episode.number).exists(),
        bible=episode.series.bible,
        seed=episode.series.seed,
        kept=kept,
    )


def filmed(series: Series) -> tuple[Character, ...]:
    """Those of the series who stay as they were cast, since there are takes of them."""
    rows = series.characters.filter(filmed_as__isnull=False).values_list("filmed_as", flat=True)
    return msgspec.convert(list(rows), tuple[Character, ...])


def kept_otherwise(production: Production) -> tuple[Character, ...]:
    """Those of the episode who were filmed, elsewhere, as others than they are listed here.

    Who joined the series since then is none of them: it takes nothing from this episode.
    """
    listed = {one.id: one for one in msgspec.convert(production.by_rule, tuple[Character, ...])}
    kept = filmed(production.episode.series) if listed else ()
    return tuple(one for one in kept if listed.get(one.id, one) != one)


def breakdown_inputs(production: Production) -> str:
    """Names the breakdown by what goes in: of the file, only what the episode takes from it."""
    screenplay = production.screenplay
    assert screenplay is not None  # noqa: S101  `want` set it
    part = screenplay.parts.get(str(production.episode.number))
    source = (
        ReadRequest(text=part["inputs"])
        if part is not None  # else a revision that was saved before parts were named
        else ReadRequest(text=screenplay.text, name=screenplay.name)
    )
    request = request_of(production, screenplay, source, kept_otherwise(production))
    return content_hash((request, language_of_shots()))


@cache
def language_of_shots() -> str:
    """Names what the engine can be told of a shot.

    One that was listed in the language of an older engine is not what this engine makes of it:
    the take it asks for would never be the take it gets.
    """
    return content_hash(msgspec.json.schema(RenderRequest))


def lines_moved(production: Production, screenplay: Screenplay) -> int:
    """How many lines further down the episode stands there than where it was broken down."""
    part = screenplay.parts.get(str(production.episode.number))
    return part["line"] - production.line if part and production.line else 0


def is_behind(episode: Episode) -> bool:
    """Whether the screenplay or the bible changed since the shots were listed."""
    rows = Production.objects.select_related("episode__series").exclude(breakdown_inputs="")
    production = rows.filter(episode=episode).first()
    if production is None:
        return False
    production.screenplay = screenplay_of(episode)
    return breakdown_inputs(production) != production.breakdown_inputs


def is_unlisted(episode: Episode) -> bool:
    """Whether it has a screenplay of which no shots were listed yet."""
    listed = Production.objects.filter(episode=episode).exclude(breakdown_inputs="")
    return screenplay_of(episode) is not None and not listed.exists()


def ask_for_breakdown(production: Production) -> bool:
    inputs = breakdown_inputs(production)
    if inputs == production.breakdown_inputs:
        return False
    if production.goal != Goal.SHOTS:
        is_cleared(production, inputs)
    enqueue(
        verb="breakdown",
        request=breakdown_request(production),
        priority=20,
        studio=production.episode.series.studio,
        subject=subject_of(production.episode),
        inputs=inputs,
    )
    return True


def is_cleared(production: Production, breakdown: str) -> bool:
    """Whether what it will be finished with is there; asked of the engine once a breakdown.

    Before any shot: what is missing is told now, not after minutes of rendering.
    """
    episode = production.episode
    label = label_of(episode.series) if production.goal == Goal.EDITION else ""
    request = PreflightRequest(format=msgspec.convert(production.format, Format), label=label)
    inputs = content_hash((request, breakdown))
    passed = Job.objects.filter(verb="preflight", inputs=inputs, state=State.DONE)
    if passed.filter(subject=subject_of(episode)).exists():
        return True
    enqueue(
        verb="preflight",
        request=request,
        priority=20,
        studio=episode.series.studio,
        subject=subject_of(episode),
        inputs=inputs,
    )
    return False


def ask_for_takes(production: Production) -> bool:
    if production.goal == Goal.SHOTS:
        return False
    missing = [
        shot
        for shot in production.episode.shots.in_cut().select_related("circle_take")
        if shot.state != Shot.State.CURRENT
    ]
    if missing and not is_cleared(production, production.breakdown_inputs):
        return True
    # Looked up at once: this runs after every take, and an episode may have hundreds of shots.
    asked = set(
        Job.objects.active()
        .filter(verb="render", cancel_requested=False)
        .for_subjects([shot.subject for shot in missing])
        .values_list("subject", "inputs")
    )
    # The longest first: at the end no worker waits for another's long shot.
    picture = msgspec.convert(production.format, Format)
    missing.sort(key=lambda shot: -effort(shot.specification(), picture))
    for shot in missing:
        if (shot.subject, take_inputs(shot, seed=1)) not in asked:
            ask_for_take(production, shot, seed=1)
    return bool(missing)


def take_inputs(shot: Shot, *, seed: int) -> str:
    """What names the job of a take, so that the same take is asked for once."""
    return f"{shot.inputs}:{seed}"


def ask_for_take(production: Production, shot: Shot, *, seed: int) -> Job:
    folder = f"takes/{production.episode.series_id}/{production.episode_id}/{uuid.uuid4().hex}"
    request = render_request(shot.specification(), production.adopted_cast(), production.format)
    request = msgspec.structs.replace(request, seed=seed, out=media(folder))
    return enqueue(
        verb="render",
        request=request,
        priority=10,
        studio=production.episode.series.studio,
        subject=shot.subject,
        inputs=take_inputs(shot, seed=seed),
    )


def ask_for_release(production: Production) -> bool:
    """The cut, then the edition made of it."""
    if production.goal == Goal.SHOTS:
        return False
    cut, name = cut_of(production)
    composed = Cut.objects.filter(episode=production.episode, hash=name).first()
    if composed is None:
        ask_for_cut(production.episode, cut, name)
        return True
    return production.goal == Goal.EDITION and ask_for_edition(production.episode, composed)


def ask_for_cut(episode: Episode, cut: CutSpec, name: str) -> None:
    enqueue(
        verb="compose",
        request=msgspec.structs.replace(cut, out=media("masters", episode.pk, name)),
        priority=15,
        studio=episode.series.studio,
        subject=subject_of(episode),
        inputs=name,
    )


def ask_for_edition(episode: Episode, cut: Cut) -> bool:
    """Whether it has to be made; what was made of the same cut before is shown at once."""
    if edition := edition_of(episode, cut.hash):
        show_edition(edition=edition)
        return False
    certificate = ask_for_certificate(subject=subject_of(episode), studio=episode.series.studio)
    if certificate is not None:
        enqueue(
            verb="package",
            request=package_of(cut, certificate),
            priority=15,
            studio=episode.series.studio,
            subject=subject_of(episode),
            inputs=f"package:{cut.hash}",
        )
    return True
