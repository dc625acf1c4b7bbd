"""The whole main job on one screenplay, headless."""

import json
import sys
import time
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any, NoReturn

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from apps.accounts.models import Studio
from apps.catalog.models import Episode
from apps.core.wording import told
from apps.jobs.workers import Workers, workers_running
from apps.studio.estimates import usual_seconds
from apps.studio.progress import STAGES, progress_of
from apps.studio.reporting import remarks, report
from apps.studio.services import produce, stop
from apps.studio.services.intake import take_in
from apps.studio.telling import Telling
from engine.contracts import EngineError

FAILED, BAD_INPUT, INTERRUPTED = 1, 2, 130
LOOK_EVERY_S = 0.25


def episode_number(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 999:
        raise ArgumentTypeError(_("an episode is a number from 1 to 999, not “%s”") % text)
    return int(text)


def studio_address(text: str) -> str:
    try:
        Studio._meta.get_field("slug").clean(text, None)
    except ValidationError:
        raise ArgumentTypeError(
            _("the address of a studio is up to 50 letters, digits and hyphens, not %r") % text
        ) from None
    return text


def title(text: str) -> str:
    if not text.isprintable():
        raise ArgumentTypeError(_("a title is words, not %r") % text)
    return text


class Command(BaseCommand):
    help = (
        "Read a screenplay, break it down, render every shot, cut and (with --publish) publish. "
        "Exit codes: 0 made, 1 could not be made, 2 the input is at fault, 130 interrupted."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("script", type=Path, help="Fountain, Final Draft, or plain text")
        parser.add_argument("--series", type=title, default="", help="title; else the script's own")
        parser.add_argument("--bible", type=Path, help="series.toml with looks, voices, places")
        parser.add_argument("--episode", type=episode_number, help="only this episode")
        parser.add_argument(
            "--studio", type=studio_address, default="studio", help="address of the studio"
        )
        parser.add_argument("--publish", action="store_true", help="viewers can watch it at once")
        parser.add_argument("--json", action="store_true", help="close with one JSON object")

    def handle(self, *_args: Any, **options: Any) -> None:
        try:
            episodes = self.take_in(options)
            with workers_running() as workers:
                for episode in episodes:
                    self.make(episode, workers, options)
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

    def make(self, episode: Episode, workers: Workers, options: dict[str, Any]) -> None:
        started, publish = time.monotonic(), options["publish"]
        try:
            produce(episode=episode, publish=publish)
        except EngineError as error:
            self.leave(*told(error), BAD_INPUT)
        try:
            self.wait(episode, workers, publish=publish)
        except EngineError as error:
            self.leave(*told(error), FAILED)
        except KeyboardInterrupt:
            stop(episode=episode)
            raise
        for remark in remarks(episode, options["script"].name):
            self.say(f"{remark}\n")
        made = report(episode, wall_s=round(time.monotonic() - started, 2))
        if options["json"]:
            self.stdout.write(json.dumps(made, ensure_ascii=False))
        else:
            self.stdout.write(
                f"{made['series']} {made['episode']}: {made['shots']} shots, "
                f"{made['duration_s']:.1f} s in {made['wall_s']:.1f} s → "
                f"{made['url'] or made['master']}"
            )
        self.stdout.flush()  # through a pipe it would stay unsaid until the end

    def wait(self, episode: Episode, workers: Workers, *, publish: bool) -> None:
        """Until nothing more is wanted; leaves with the reason when something failed.

        Raises EngineError when no worker can be kept running.
        """
        telling = Telling(
            self.say,
            is_terminal=self.stderr.isatty(),
            name=str(episode),
            later=usual_seconds(episode.series.studio),
            steps=len(STAGES) if publish else STAGES.index("package"),
        )
        try:
            while (progress := progress_of(episode)).working:
                telling.tell(progress)
                workers.check()
                time.sleep(LOOK_EVERY_S)
        finally:
            telling.end()
        if progress.error:
            self.leave(*progress.told, FAILED)

    def say(self, text: str) -> None:
        self.stderr.write(text, ending="")
        self.stderr.flush()

    def leave(self, message: str, advice: str, code: int) -> NoReturn:
        self.stderr.write(f"{message} {advice}".strip())
        sys.exit(code)
