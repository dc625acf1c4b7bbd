"""What was found in a screenplay: when it was read, and when its episodes were broken down."""

from dataclasses import dataclass
from typing import Any

from apps.catalog.models import Episode
from apps.studio.models import Production, Screenplay
from apps.studio.services.production import is_behind, lines_moved
from apps.studio.services.screenplays import screenplay_of


@dataclass(frozen=True, slots=True)
class Notes:
    problems: list[dict[str, Any]]  # by line
    is_checking: bool  # more may be found: an episode of it is about to be broken down
    is_checked: bool  # nothing more will be found

    @property
    def is_understood(self) -> bool:
        return self.is_checked and not self.problems


def notes_on(screenplay: Screenplay) -> Notes:
    found: list[dict[str, Any]] = list(screenplay.problems)
    waiting = unknown = 0
    rows = Episode.objects.select_related("series", "production")
    for episode in rows.filter(series=screenplay.series, number__in=screenplay.numbers):
        production = getattr(episode, "production", None)
        if screenplay_of(episode) != screenplay:
            unknown += 1  # an older revision: what is known is of the text after it
        elif production is None or not production.breakdown_inputs or is_behind(episode):
            unknown += 1
            waiting += production is not None and production.goal != Production.Goal.REST
        else:
            moved = lines_moved(production, screenplay)
            here = [at_line(problem, moved) for problem in production.problems]
            found += [problem for problem in here if problem not in found]
    return Notes(
        problems=sorted(found, key=lambda problem: int(problem["line"])),
        is_checking=waiting > 0,
        is_checked=not unknown,
    )


def at_line(problem: dict[str, Any], moved: int) -> dict[str, Any]:
    """The problem where its line stands by now; 0 is the whole file."""
    return {**problem, "line": problem["line"] and problem["line"] + moved}
