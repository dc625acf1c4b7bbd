"""From a file on disk to episodes that can be produced: what upload, API and command share."""

import os
from pathlib import Path

from django.db import transaction

from apps.accounts.models import Studio
from apps.catalog.models import Episode, Series
from apps.studio.services.screenplays import decode, read, save_screenplay
from apps.studio.services.series import create_series, read_bible, save_bible
from engine.contracts import EngineError, _
from engine.contracts import Screenplay as Reading

LANGUAGES = {"zh": "zh-hans"}


def interface_language(language: str) -> str:
    """The catalog's language for one a screenplay is in."""
    return LANGUAGES.get(language.split("-", maxsplit=1)[0].lower(), "en")


def take_in(
    *,
    studio: str,
    script: Path,
    title: str = "",
    bible: str = "",
    episode: int | None = None,
) -> list[Episode]:
    """Read a file and save it in the series of that title, which is started when there is none.

    `studio` is an address, and the studio is founded when there is none. Returns the episodes the
    file holds; `episode` names the only wanted one. Raises EngineError, with nothing kept, when the
    file cannot be read or does not hold it.
    """
    text = decode(path=full_path(script))
    reading = read(text=text, name=script.name)
    alone = single_episode(reading, episode)
    numbers = wanted_numbers([alone or part.number for part in reading.episodes], episode)
    described = read_bible(text=bible) if bible else None
    named = (title or reading.title or script.stem)[:120]
    with transaction.atomic():
        owner, _new = Studio.objects.get_or_create(slug=studio, defaults={"name": studio.title()})
        Studio.objects.select_for_update().get(pk=owner.pk)  # two files at once, one series
        series = Series.objects.filter(studio=owner, title=named).first() or create_series(
            studio=owner, title=named, language=interface_language(reading.language)
        )
        if described and bible != series.bible:
            save_bible(series=series, bible=bible, read=described)
        latest = series.screenplays.filter(name=script.name, episode=alone).first()
        if latest is None or latest.text != text:
            save_screenplay(
                series=series,
                text=text,
                name=script.name,
                reading=reading,
                episode=alone,
            )
    return list(series.episodes.filter(number__in=numbers))


def full_path(script: Path) -> str:
    """For the engine, which works in a folder of its own. Links are left to whoever opens them."""
    path = os.path.abspath(script)  # noqa: PTH100  resolving a link that leads to itself raises
    try:
        path.encode()
    except UnicodeEncodeError as error:
        raise EngineError(
            "bad-file-name",
            _("The name of this file, or of a folder that it lies in, is not written in UTF-8."),
            _("Give it another name, then try again."),
        ) from error
    return path


def single_episode(reading: Reading, wanted: int | None) -> int | None:
    """`wanted`, when the file holds one episode that goes by another number or by none."""
    numbers = [part.number for part in reading.episodes]
    return wanted if wanted is not None and len(numbers) == 1 and numbers != [wanted] else None


def wanted_numbers(held: list[int], wanted: int | None) -> list[int]:
    if wanted is None:
        return held
    if wanted not in held:
        raise EngineError(
            "no-such-episode",
            _("The file has no episode {wanted}.", wanted=wanted),
            _("It holds: {there}.", there=tuple(map(str, held))),
        )
    return [wanted]
