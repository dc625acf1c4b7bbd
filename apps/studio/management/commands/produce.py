"""The whole main job on one screenplay, headless."""

import json
import sys
import time
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any, NoReturn

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from apps.catalog.models import Episode
from apps.core.wording import told
from apps.jobs.workers import Workers, workers_running
from apps.studio.progress import Progress, progress_of
from apps.studio.reporting import report
from apps.studio.services import produce, stop
from apps.studio.services.intake import take_in
from engine.contracts import EngineError

FAILED, BAD_INPUT, INTERRUPTED = 1, 2, 130


def episode_number(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 999:
        raise ArgumentTypeError(_("an episode is a number from 1 to 999, not “%s”") % text)
    return int(text)


class Command(BaseCommand):
    help = (
        "Read a screenplay, break it down, render every shot, cut and (with --publish) publish. "
        "Exit codes: 0 made, 1 could not be made, 2 the input is at fault, 130 interrupted."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("script", type=Path, help="Fountain, Final Draft, or plain text")
        parser.add_argument("--series", default="", help="title; else the script's own")
        parser.add_argument("--bible", type=Path, help="series.toml with looks, voices, places")
        parser.add_argument("--episode", type=episode_number, help="only this episode")
        parser.add_argument("--studio", default="studio", help="address of the studio")
        parser.add_argument("--publish", action="store_true", help="viewers can watch it at once")
        parser.add_argument("--json", action="store_true", help="close with one JSON object")

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            episodes = self.take_in(options)
            with workers_running() as workers:
                for episode in episodes:
                    self.make(episode, workers, publish=options["publish"], as_json=options["json"])
        except KeyboardInterrupt:
            self.leave(_("Stopped; what was finished is kept."), "", INTERRUPTED)

    def take_in(self, options: dict[str, Any]) -> list[Episode]:
        try:
            bible = options["bible"].read_text(encoding="utf-8") if options["bible"] else ""
            return take_in(
                studio=options["studio"],
                script=options["script"],
                title=options["series"],
                bible=bible,
                episode=options["episode"],
            )
        except EngineError as error:
            self.leave(*told(error), BAD_INPUT)
        except UnicodeDecodeError:
            message = _("%(file)s is not a text file.") % {"file": options["bible"]}
            self.leave(message, _("A bible is TOML, saved as UTF-8."), BAD_INPUT)
        except OSError as error:
            self.leave(f"{error.filename}: {error.strerror}", _("Check the path."), BAD_INPUT)

    def make(self, episode: Episode, workers: Workers, *, publish: bool, as_json: bool) -> None:
        started = time.monotonic()
        try:
            produce(episode=episode, publish=publish)
        except EngineError as error:
            self.leave(*told(error), BAD_INPUT)
        try:
            self.wait(episode, workers)
        except EngineError as error:
            self.leave(*told(error), FAILED)
        except KeyboardInterrupt:
            stop(episode=episode)
            raise
        made = report(episode, wall_s=round(time.monotonic() - started, 2))
        if as_json:
            self.stdout.write(json.dumps(made, ensure_ascii=False))
        else:
            self.stdout.write(
                f"{made['series']} {made['episode']}: {made['shots']} shots, "
                f"{made['duration_s']:.1f} s in {made['wall_s']:.1f} s → "
                f"{made['url'] or made['master']}"
            )

    def wait(self, episode: Episode, workers: Workers) -> None:
        """Until nothing more is wanted; leaves with the reason when something failed.

        Raises EngineError when no worker can be kept running.
        """
        shown = stage = ""
        while True:
            progress = progress_of(episode)
            line = describe(episode, progress)
            if line and line != shown:
                self.show(line, is_new_stage=progress.stage != stage)
                shown, stage = line, progress.stage
            if not progress.working:
                break
            workers.check()
            time.sleep(0.25)
        if sys.stderr.isatty():
            self.stderr.write("")
        if progress.error:
            self.leave(*progress.told, FAILED)

    def show(self, line: str, *, is_new_stage: bool) -> None:
        """One line that rewrites itself on a terminal, one line a stage in a log."""
        if sys.stderr.isatty():
            self.stderr.write(f"\r\x1b[K{line}", ending="")
        elif is_new_stage:
            self.stderr.write(line)

    def leave(self, message: str, advice: str, code: int) -> NoReturn:
        self.stderr.write(f"{message} {advice}".strip())
        sys.exit(code)


def describe(episode: Episode, progress: Progress) -> str:
    if not progress.working:
        return ""
    words = {
        "breakdown": _("breaking the screenplay down into shots"),
        "render": _("rendering shots"),
        "compose": _("composing the cut"),
        "package": _("making the edition"),
    }
    count = f" {progress.done}/{progress.total}" if progress.total else ""
    return f"{episode}: {words[progress.stage]}{count}"
