"""What worker processes are called in the database, and whether one still lives."""

import os
import socket
from pathlib import Path


def _host() -> str:
    """The name of this space of process numbers: two containers may have one host name."""
    space = Path("/proc/self/ns/pid")
    return f"{socket.gethostname()}/{space.stat().st_ino if space.exists() else 0}"


HOST = _host()


def cluster_name() -> str:
    """The name of the cluster whose worker or pusher calls this: "host:pid" of its sentinel."""
    return f"{HOST}:{os.getppid()}"


def worker_name() -> str:
    """The name of the calling worker: its cluster's name, then its own process number."""
    return f"{cluster_name()}:{os.getpid()}"


def is_known_dead(name: str) -> bool:
    """Whether `name`, of a worker or a cluster, ran on this host and is gone. False: cannot say."""
    host, _, pid = name.rpartition(":")
    if host.split(":")[0] != HOST:
        return False
    try:
        # The state follows the command's name, which may itself hold spaces and brackets.
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return Path("/proc/self/stat").exists()
    return state in {"Z", "X"}
