"""The real thing: nginx with our configuration in front of a real gunicorn."""

import hashlib
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from django.conf import settings
from django.core.signing import Signer

from apps.core.media import signed_url

pytestmark = pytest.mark.services
ROOT = Path(__file__).resolve().parents[2]
DATA = bytes(range(256)) * 6000
PATIENCE = 60  # seconds


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        assert process.poll() is None, "the server ended before it listened"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("the server does not listen")


def configuration(folder: Path, listen: int, upstream: int) -> Path:
    text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    words = {
        "@LISTEN@": f"127.0.0.1:{listen}",
        "@UPSTREAM@": f"127.0.0.1:{upstream}",
        "@DATA@": str(folder),
        "@MEDIA@": str(folder / "media"),
    }
    for word, value in words.items():
        text = text.replace(word, value)
    path = folder / "nginx.conf"
    # Workers as the test's own user: a folder of the test may be closed to others.
    path.write_text(("user root;\n" if os.geteuid() == 0 else "") + text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of nginx; behind it gunicorn, and a film in the media folder."""
    nginx = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if nginx is None:
        pytest.skip("nginx is not installed")
    folder = tmp_path_factory.mktemp("box")
    (folder / "media" / "editions").mkdir(parents=True)
    (folder / "media" / "editions" / "最后 1.mp4").write_bytes(DATA)
    (folder / "static").mkdir()
    (folder / "static" / "page.0123.css").write_text("body{}")
    listen, upstream = free_port(), free_port()
    env = os.environ | {
        "DRAMABOX_DATA": str(folder),
        "DRAMABOX_MEDIA_ACCEL": "/_media/",
        "SECRET_KEY": settings.SECRET_KEY,
    }
    gunicorn = [str(Path(sys.executable).with_name("gunicorn")), "dramabox.asgi:application"]
    gunicorn += ["-k", "uvicorn_worker.UvicornWorker", "-b", f"127.0.0.1:{upstream}"]
    conf = configuration(folder, listen, upstream)
    servers = [
        (upstream, subprocess.Popen(gunicorn, cwd=ROOT, env=env)),
        (listen, subprocess.Popen([nginx, "-c", str(conf), "-g", "daemon off;"])),
    ]
    try:
        for port, process in servers:
            wait_for(port, process)
        yield listen
    finally:
        for _, process in servers:
            process.terminate()
        for _, process in servers:
            process.wait(PATIENCE)


def ask(port: int, path: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


def test_a_signed_address_gives_the_same_bytes(site: int) -> None:
    answer, body = ask(site, signed_url("editions/最后 1.mp4"))
    assert answer.status == 200
    assert hashlib.sha256(body).digest() == hashlib.sha256(DATA).digest()
    assert answer.headers["Content-Type"] == "video/mp4"
    assert answer.headers["Cache-Control"].startswith("private")
    assert answer.headers["Accept-Ranges"] == "bytes"


def test_a_range_gives_206_and_its_part(site: int) -> None:
    answer, body = ask(site, signed_url("editions/最后 1.mp4"), Range="bytes=1000-1999")
    assert answer.status == 206
    assert answer.headers["Content-Range"] == f"bytes 1000-1999/{len(DATA)}"
    assert body == DATA[1000:2000]


def test_without_a_good_signature_nothing_comes(site: int) -> None:
    old = Signer(salt="media", sep=".").sign_object({"path": "editions/最后 1.mp4", "until": 1})
    for token in ("forged", old):
        answer, body = ask(site, f"/m/{token}/film.mp4")
        assert answer.status == 403
        assert DATA[:256] not in body


def test_the_inner_address_is_closed_from_outside(site: int) -> None:
    answer, _ = ask(site, "/_media/editions/%E6%9C%80%E5%90%8E%201.mp4")
    assert answer.status == 404


def test_static_files_are_nginxs_own_and_stay_for_good(site: int) -> None:
    answer, body = ask(site, "/static/page.0123.css")
    assert body == b"body{}"
    assert "immutable" in answer.headers["Cache-Control"]
