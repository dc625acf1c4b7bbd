"""Servers that a test run starts for itself and ends: PostgreSQL and Redis, on Unix sockets."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from urllib.parse import quote

import pytest

_ENOUGH_SECONDS = 30


def _postgres_programs() -> Path | None:
    """The folder of the newest PostgreSQL; Debian keeps it out of PATH."""
    installed = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(installed, key=lambda path: int(path.parts[-3]), default=None)
    found = newest or shutil.which("initdb")
    return Path(found).parent if found else None


@pytest.fixture(scope="session")
def postgres() -> Iterator[Callable[[], str]]:
    """An own PostgreSQL: each call makes an empty database and returns its DATABASE_URL."""
    programs = _postgres_programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed")
    # PostgreSQL refuses to run as root, and a Unix socket's path may have 107 characters only.
    user = "postgres" if os.geteuid() == 0 else None
    home = Path(tempfile.mkdtemp("-pg"))
    if user:
        shutil.chown(home, user)
    data = home / "data"

    def call(program: str, *arguments: str) -> None:
        subprocess.run(
            [str(programs / program), *arguments],
            check=True,
            user=user,
            cwd=home,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )

    call("initdb", "-D", str(data), "-U", "dramabox", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-k {home} -c listen_addresses='' -c fsync=off"
    call("pg_ctl", "-D", str(data), "-l", str(home / "log"), "-w", "-o", options, "start")
    try:
        numbers = count()

        def database() -> str:
            name = f"box{next(numbers)}"
            call("createdb", "-h", str(home), "-U", "dramabox", name)
            return f"postgres://dramabox@{quote(str(home), safe='')}/{name}"

        yield database
    finally:
        call("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
        shutil.rmtree(home)


@pytest.fixture(scope="session")
def redis() -> Iterator[str]:
    """The address, as REDIS_URL takes it, of an own empty Redis."""
    program = shutil.which("redis-server")
    if program is None:
        pytest.skip("Redis is not installed")
    home = Path(tempfile.mkdtemp("-redis"))
    socket = home / "socket"
    server = subprocess.Popen(
        [program, "--port", "0", "--unixsocket", str(socket), "--save", "", "--dir", str(home)],
        stdout=subprocess.DEVNULL,
    )
    try:
        until = time.monotonic() + _ENOUGH_SECONDS
        while not socket.exists() and time.monotonic() < until:
            time.sleep(0.05)
        yield f"unix://{socket}"
    finally:
        server.kill()
        server.wait()
        shutil.rmtree(home)
