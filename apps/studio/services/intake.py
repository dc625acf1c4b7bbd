"""From a file on disk to episodes that can be produced: what upload, API and command share."""

from pathlib import Path

from django.db import transaction

from apps.accounts.models import Studio, User
from apps.catalog.models import Episode, Series
from apps.studio.models import Screenplay
from apps.studio.services.screenplays import decode, read, save_screenplay
from apps.studio.services.series import create_series, save_bible
from engine.contracts import EngineError
from engine.contracts import Screenplay as Reading

LANGUAGES = {"zh": "zh-hans"}


def interface_language(language: str) -> str:
    """The catalog's language for one a screenplay is in."""
    return LANGUAGES.get(language.split("-", maxsplit=1)[0].lower(), "en")


def take_in(
    *,
    studio: Studio,
    script: Path,
    title: str = "",
    bible: str = "",
    episode: int | None = None,
    author: User | None = None,
) -> tuple[Series, list[Episode]]:
    """Read a file and save it in the series of that title, which is started when there is none.

    Returns the series and the episodes the file holds; `episode` names the only wanted one.
    Nothing is kept when the file cannot be read.
    """
    text = decode(path=str(script))
    reading = read(text=text, name=script.name)
    named = (title or reading.title or script.stem)[:120]
    with transaction.atomic():
        series = Series.objects.filter(studio=studio, title=named).first() or create_series(
            studio=studio, title=named, language=interface_language(reading.language)
        )
        if bible and bible != series.bible:
            save_bible(series=series, bible=bible)
        alone = single_episode(reading, episode)
        latest = series.screenplays.filter(name=script.name, episode=alone).first()
        if latest is None or latest.text != text:
            latest = save_screenplay(
                series=series,
                text=text,
                name=script.name,
                reading=reading,
                author=author,
                episode=alone,
            )
    return series, wanted_episodes(latest, episode)


def single_episode(reading: Reading, wanted: int | None) -> int | None:
    """`wanted`, when the file holds one episode that goes by another number or by none."""
    numbers = [part.number for part in reading.episodes]
    return wanted if wanted is not None and len(numbers) == 1 and numbers != [wanted] else None


def wanted_episodes(screenplay: Screenplay, wanted: int | None) -> list[Episode]:
    if wanted is not None and wanted not in screenplay.numbers:
        held = ", ".join(map(str, screenplay.numbers))
        raise EngineError(
            "no-such-episode", f"The file has no episode {wanted}.", f"It holds: {held}."
        )
    numbers = screenplay.numbers if wanted is None else [wanted]
    return list(screenplay.series.episodes.filter(number__in=numbers))
