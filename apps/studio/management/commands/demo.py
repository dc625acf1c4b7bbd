"""Accounts and the demo series, produced on this machine from its screenplay."""

import os
import secrets
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.translation import gettext as _

from apps.accounts.models import Membership, Studio, User
from apps.catalog.models import Episode, Series
from apps.studio.services.series import create_series
from apps.studio.telling import clock

FOLDER = Path(settings.BASE_DIR) / "deploy" / "demo"
# The first episode of the series comes first: it is what a newcomer waits for.
EPISODES = [
    ("empty-coffin.fountain", "Empty Coffin", "empty-coffin.toml", 1),
    ("empty-coffin.fountain", "Empty Coffin", "empty-coffin.toml", 2),
    ("empty-coffin.fountain", "Empty Coffin", "empty-coffin.toml", 3),
    ("kong-guan.txt", "空棺", "kong-guan.toml", 1),
]


class Command(BaseCommand):
    help = "Create the demo studio, its accounts and its series, and produce what is missing."

    def handle(self, *_args: Any, **_options: Any) -> None:
        studio, _made = Studio.objects.get_or_create(slug="studio", defaults={"name": "Studio"})
        accounts = self.accounts(studio)
        missing = [row for row in EPISODES if not self.is_made(studio, row)]
        began = time.monotonic()
        for made, (script, title, bible, number) in enumerate(missing):
            self.start_series(studio, title)
            self.announce(f"{title} {number}", made, len(missing), time.monotonic() - began)
            call_command(
                "produce",
                FOLDER / script,
                bible=FOLDER / bible,
                episode=number,
                publish=True,
                stdout=self.stdout,
                stderr=self.stderr,
            )
        self.print_addresses(accounts)

    def is_made(self, studio: Studio, row: tuple[str, str, str, int]) -> bool:
        """Whatever was made of it since then is not ours to undo."""
        _script, title, _bible, number = row
        shown = Episode.objects.filter(series__studio=studio, edition__isnull=False)
        return shown.filter(series__title=title, number=number).exists()

    def announce(self, name: str, made: int, total: int, took: float) -> None:
        words = _("Episode %(number)d of %(total)d: %(name)s") % {
            "number": made + 1,
            "total": total,
            "name": name,
        }
        if made:
            left = clock(took / made * (total - made))
            words += ", " + _("about %(time)s for all that is left") % {"time": left}
        self.stdout.write(f"\n{words}")
        self.stdout.flush()

    def accounts(self, studio: Studio) -> Path:
        """A director and an admin with passwords of their own, kept in a file only you can read."""
        kept = Path(settings.DATA_DIR) / "accounts.txt"
        if not kept.exists():
            lines = []
            with transaction.atomic():
                for name, is_admin in (("director", False), ("admin", True)):
                    password = secrets.token_urlsafe(9)
                    user = User.objects.create_user(
                        name, password=password, is_staff=is_admin, is_superuser=is_admin
                    )
                    Membership.objects.create(user=user, studio=studio, role=Membership.Role.OWNER)
                    lines.append(f"{name}  {password}\n")
            with os.fdopen(os.open(kept, os.O_CREAT | os.O_WRONLY, 0o600), "w") as file:
                file.writelines(lines)
        return kept

    def start_series(self, studio: Studio, title: str) -> None:
        """With its genre from the first, for the score of an episode depends on it."""
        mine = Series.objects.filter(studio=studio)
        if mine.filter(title=title).exists():
            return
        original = mine.filter(title="Empty Coffin").first()
        create_series(
            studio=studio,
            title=title,
            language="zh-hans" if original else "en",
            genre="Thriller",
            version_of=original,
        )

    def print_addresses(self, accounts: Path) -> None:
        site = settings.SITE_URL
        self.stdout.write(
            f"\n  Watch   {site}/\n  Studio  {site}/studio/\n  Admin   {site}/admin/\n\n"
            f"  Accounts ({accounts}):\n"
        )
        for line in accounts.read_text(encoding="utf-8").splitlines():
            self.stdout.write(f"    {line}")
        self.stdout.flush()
