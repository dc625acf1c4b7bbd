"""How far a screenplay is ahead of what was made of it, and of what viewers see."""

from dataclasses import dataclass

from apps.catalog.models import Episode, Series
from apps.studio.board import is_composed, is_shown, name_of_cut
from apps.studio.changes import Changes, since_last_cut
from apps.studio.estimates import seconds_of_rendering
from apps.studio.models import Screenplay, Shot
from apps.studio.progress import Progress, progress_of
from apps.studio.services.production import is_behind


@dataclass(frozen=True, slots=True)
class Ahead:
    episode: Episode
    progress: Progress
    changes: Changes | None  # since what viewers see, else since the last cut; None before a cut
    to_make: int  # shots
    seconds: int | None  # of rendering
    is_listed: bool  # whether the newest screenplay is broken down
    viewers_are_behind: bool


def ahead_of(series: Series, screenplay: Screenplay | None) -> list[Ahead]:
    """The episodes of the newest screenplay that are not as it says, or are being made."""
    if screenplay is None:
        return []
    rows = series.episodes.filter(number__in=screenplay.numbers, production__isnull=False)
    found = (look(episode) for episode in rows.select_related("series__studio", "edition"))
    return [row for row in found if row is not None]


def look(episode: Episode) -> Ahead | None:
    progress, behind = progress_of(episode), is_behind(episode)
    episode.refresh_from_db(fields=["edition"])  # who follows it stops at what the progress says
    shots = list(episode.shots.in_cut().select_related("circle_take"))
    to_make = [shot for shot in shots if shot.state != Shot.State.CURRENT]
    is_whole = bool(shots) and not behind and not to_make
    name = name_of_cut(episode) if is_whole else ""
    seen = is_whole and is_shown(episode, name)
    made = is_whole and is_composed(episode, name)
    if not progress.working and not progress.error and (seen or (made and not episode.edition)):
        return None
    return Ahead(
        episode=episode,
        progress=progress,
        changes=None if behind else since_last_cut(episode),
        to_make=len(to_make),
        seconds=seconds_of_rendering(episode.series.studio, to_make),
        is_listed=not behind,
        viewers_are_behind=episode.edition is not None and not seen,
    )
