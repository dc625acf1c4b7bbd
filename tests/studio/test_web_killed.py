"""The web server is killed in the middle of an episode: the work goes on, and is found again."""

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from typing import Any
from urllib.error import URLError

import msgspec
import pytest
from pytest_django.fixtures import Settings
from rest_framework.authtoken.models import Token

from apps.catalog.models import Episode
from apps.studio import services
from apps.studio.models import Production
from tests.jobs.box import ROOT, Box, family_of, is_running, until
from tests.people import gather
from tests.studio import dailies
from tests.studio.test_faults import assert_whole

pytestmark = pytest.mark.processes


class Site:
    """gunicorn as `make serve` starts it, and one person who asks its API."""

    def __init__(self, box: Box, token: str) -> None:
        self.box, self.token = box, token
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self.server = self.start()

    def start(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "gunicorn", "dramabox.asgi:application"]
        command += ["--worker-class", "uvicorn_worker.UvicornWorker", "--bind", self.address]
        server = subprocess.Popen(command, cwd=ROOT, env=self.box.environment)
        self.box.processes.append(server)
        until(self.answers)
        return server

    def answers(self) -> bool:
        try:
            return bool(self.ask("series/"))
        except URLError:
            return False

    def ask(self, path: str, data: bytes | None = None) -> Any:
        request = urllib.request.Request(f"http://{self.address}/api/v1/{path}", data)
        request.add_header("Authorization", f"Token {self.token}")
        request.add_header("Content-Type", "application/json")
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
            return json.load(answer)

    def kill(self) -> None:
        family = family_of(self.server.pid)
        for pid in family:
            os.kill(pid, signal.SIGKILL)
        self.server.wait()
        until(lambda: not any(is_running(pid) for pid in family))


def test_an_episode_goes_on_without_the_web_server(
    make_box: Callable[..., Box], settings: Settings
) -> None:
    box = make_box()
    settings.MEDIA_ROOT, settings.SIGNING_DIR = box.home / "media", box.home / "signing"
    people = gather()
    series = services.create_series(studio=people.studio, title="The Key", language="en")
    episode = dailies.written(series)
    Production.objects.create(episode=episode, format=msgspec.to_builtins(dailies.SMALL))
    site = Site(box, Token.objects.create(user=people.alice).key)
    box.start("workers", "--queue", "cpu")
    site.ask(f"episodes/{episode.pk}/produce/", json.dumps({"publish": True}).encode())

    until(lambda: list(box.home.glob("media/takes/*/*/*/.take-*")))
    site.kill()
    site.server = site.start()
    until(lambda: not site.ask(f"episodes/{episode.pk}/progress/")["working"])

    assert site.ask(f"episodes/{episode.pk}/progress/")["error"] == ""
    assert_whole(Episode.objects.get(pk=episode.pk), box.home / "media")
