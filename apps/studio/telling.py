"""Tells somebody at a terminal, or who reads a log, how far an episode is."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from apps.studio.progress import STAGES, Progress

QUIET_S = 3.0  # between two lines of a log
SETTLED_S = 2.0  # of a step, before anything is said of the rest of it


def words_for(stage: str) -> str:
    return {
        "breakdown": _("breaking the screenplay down into shots"),
        "render": _("rendering shots"),
        "compose": _("composing the cut"),
        "package": _("making the edition"),
    }[stage]


def clock(seconds: float) -> str:
    """83.4 → 1:23"""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def seconds_left(took: float, done: int, total: int, later: float) -> float | None:
    """Of a step that has done `done` of `total` in `took` seconds, and of the `later` ones.

    None while it is too early to say.
    """
    if took < SETTLED_S or not 0 < done <= total:
        return None
    return took / done * (total - done) + later


@dataclass
class Telling:
    """One episode on its way; `later` are the usual seconds of each stage, where they are known."""

    say: Callable[[str], None]  # as it is, and at once: a pipe would keep it back
    is_terminal: bool
    name: str
    later: dict[str, float]
    steps: int  # the last stage wanted
    began: float = field(default_factory=time.monotonic)
    stage: str = ""
    stage_began: float = 0.0
    already: int = 0  # done when the stage was seen first
    said: str = ""
    said_at: float = 0.0

    def tell(self, progress: Progress) -> None:
        """One line that rewrites itself on a terminal; in a log a line every few seconds."""
        now = time.monotonic()
        is_new = progress.stage != self.stage
        if is_new:
            self.stage, self.stage_began, self.already = progress.stage, now, progress.done
        line = self.line(progress, now)
        if self.is_terminal:
            self.say(f"\r\x1b[K{line}")
        elif line != self.said and (is_new or now - self.said_at >= QUIET_S):
            self.say(f"{line}\n")
            self.said, self.said_at = line, now

    def line(self, progress: Progress, now: float) -> str:
        """Empty Coffin 1: step 2 of 4, rendering shots 12/34, 0:21 gone, about 0:40 left"""
        position = STAGES.index(progress.stage)
        parts = [
            _("step %(step)d of %(steps)d") % {"step": position + 1, "steps": self.steps},
            words_for(progress.stage)
            + (f" {progress.done}/{progress.total}" if progress.total else ""),
            _("%(time)s gone") % {"time": clock(now - self.began)},
        ]
        left = self.left(progress, now, STAGES[position + 1 : self.steps])
        if left is not None:
            parts.append(_("about %(time)s left") % {"time": clock(left)})
        return f"{self.name}: {', '.join(parts)}"

    def left(self, progress: Progress, now: float, coming: tuple[str, ...]) -> float | None:
        if progress.stage == "breakdown":
            return None  # how many shots there are to render is what it finds out
        took = now - self.stage_began
        later = sum(self.later.get(stage, 0.0) for stage in coming)
        done, total = progress.done - self.already, progress.total - self.already
        left = seconds_left(took, done, total, later)
        usual = self.later.get(progress.stage)
        if left is None and usual and progress.stage != "render":
            left = max(0.0, usual - took) + later
        return left

    def end(self) -> None:
        """Leave the line that rewrites itself."""
        if self.stage and self.is_terminal:
            self.say("\n")
