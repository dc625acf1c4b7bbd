"""Saving a screenplay: read it, say what is wrong, and know its episodes."""

import msgspec
from django.db import transaction

from apps.accounts.models import User
from apps.catalog.models import Episode, Series
from apps.jobs.services import run_now
from apps.studio.models import Screenplay
from apps.studio.services.meanwhile import clock
from engine.contracts import EngineError, ReadRequest, SourceText, _
from engine.contracts import Screenplay as Reading


def read(*, text: str, name: str) -> Reading:
    """The screenplay as the engine understands it; EngineError when nothing can be read."""
    result = run_now(verb="read", request=ReadRequest(text=text, name=name))
    return msgspec.convert(result, Reading)


def decode(*, path: str) -> str:
    """The text of an uploaded file in whatever encoding it came."""
    result = run_now(verb="decode", request=ReadRequest(path=path))
    return msgspec.convert(result, SourceText).text


def know_episode(series: Series, number: int, title: str) -> None:
    """The episode is there, and goes by the title that its screenplay gives, if any."""
    found, made = Episode.objects.get_or_create(
        series=series, number=number, defaults={"title": title[:120]}
    )
    if not made and title and found.title != title:
        Episode.objects.filter(pk=found.pk).update(title=title[:120])


def saved_meanwhile(latest: Screenplay) -> EngineError:
    """Why what was written on an older revision is not kept unasked."""
    time = clock(latest.created_at)
    number, who = latest.revision, latest.created_by
    advice = _("Look at the difference; then take it over into your text, or save yours over it.")
    if who is None:  # a command did
        what = _(
            "Revision {revision} was saved at {time} while you were writing.",
            revision=number,
            time=time,
        )
    else:
        what = _(
            "{who} saved revision {revision} at {time} while you were writing.",
            who=who.get_username(),
            revision=number,
            time=time,
        )
    return EngineError("script-changed", what, advice)


@transaction.atomic
def save_screenplay(
    *,
    series: Series,
    text: str,
    name: str,
    reading: Reading,
    author: User | None = None,
    episode: int | None = None,
    instead_of: int | None = None,
) -> Screenplay:
    """Keep a revision and make sure that its episodes exist; the newest text again is no other one.

    `episode` says which episode a file holds that does not say so itself; it is refused for a file
    with several. `instead_of` is the revision that was the newest to whoever wrote this one (0:
    none was there); EngineError "script-changed" when it no longer is. None: whatever is there.
    """
    if episode is not None and len(reading.episodes) > 1:
        raise EngineError(
            "several-episodes",
            _(
                "This file holds {count} episodes, so it cannot be episode {episode}.",
                count=len(reading.episodes),
                episode=episode,
            ),
            _("Leave the episode number out, or give a file with one episode."),
        )
    Series.objects.select_for_update().get(pk=series.pk)  # two revisions get two numbers
    latest = series.screenplays.first()
    if latest and (latest.text, latest.name, latest.episode) == (text, name[:200], episode):
        return latest  # saved twice
    if latest and instead_of not in {None, latest.revision}:
        raise saved_meanwhile(latest)
    last = latest.revision if latest else 0
    numbers = [episode] if episode is not None else [part.number for part in reading.episodes]
    screenplay = Screenplay.objects.create(
        series=series,
        revision=last + 1,
        name=name[:200],
        text=text,
        episode=episode,
        numbers=numbers,
        parts=parts_of(reading, numbers),
        problems=msgspec.to_builtins(reading.problems),
        created_by=author,
    )
    for number, part in zip(numbers, reading.episodes, strict=True):
        know_episode(series, number, part.title)
    return screenplay


def parts_of(reading: Reading, numbers: list[int]) -> dict[str, dict[str, str | int]]:
    """What names the breakdown of each episode, and where it begins."""
    return {
        str(number): {"inputs": part.inputs, "line": part.line}
        for number, part in zip(numbers, reading.episodes, strict=True)
    }


def screenplay_of(episode: Episode) -> Screenplay | None:
    """The newest revision that holds the episode."""
    for screenplay in episode.series.screenplays.defer("text"):
        if episode.number in screenplay.numbers:
            return screenplay
    return None
