"""A hub of models on this machine: the part of the API that pulling uses, over real HTTP."""

import hashlib
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

LARGE = 2000  # bytes from which a file is kept apart, named by its SHA-256


@dataclass
class Repository:
    """Files by name; every change of them is another commit."""

    files: dict[str, bytes]
    gated: bool = False
    announced: dict[str, str] = field(default_factory=dict)  # a SHA-256 that is not the file's

    @property
    def commit(self) -> str:
        digest = hashlib.sha1(usedforsecurity=False)
        for name, content in sorted(self.files.items()):
            digest.update(name.encode() + content)
        return digest.hexdigest()

    def sibling(self, name: str) -> dict[str, object]:
        content = self.files[name]
        blob = hashlib.sha1(
            b"blob %d\0" % len(content) + content, usedforsecurity=False
        ).hexdigest()
        told: dict[str, object] = {"rfilename": name, "size": len(content), "blobId": blob}
        if len(content) >= LARGE:
            sha256 = self.announced.get(name) or hashlib.sha256(content).hexdigest()
            told["lfs"] = {"sha256": sha256, "size": len(content), "pointerSize": 130}
        return told


@dataclass
class Hub:
    repositories: dict[str, Repository]
    history: dict[str, Repository] = field(default_factory=dict)  # commit → what it held
    asked: list[tuple[str, str]] = field(default_factory=list)  # path, Range
    break_after: dict[str, int] = field(default_factory=dict)  # file → bytes, then silence, once
    stall: dict[str, int] = field(default_factory=dict)  # file → bytes, then nothing more, once
    stalled: threading.Event = field(default_factory=threading.Event)
    address: str = ""

    def fetched(self) -> list[str]:
        """The files that were asked for, in order."""
        return [path.partition("/resolve/")[2].partition("/")[2] for path, _range in self.asked]

    def at(self, name: str, revision: str) -> Repository | None:
        newest = self.repositories.get(name)
        if newest is None:
            return None
        if revision == "main":
            self.history[newest.commit] = Repository(dict(newest.files), newest.gated)
            return newest
        return self.history.get(revision)


def add_folder(hub: Hub, name: str, folder: Path, **others: bytes) -> Repository:
    """A repository with the files of a folder, and some that no pipeline needs."""
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
    hub.repositories[name] = Repository(files | others)
    return hub.repositories[name]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    hub: Hub

    def log_message(self, *_: object) -> None: ...

    def handle(self) -> None:
        with suppress(ConnectionError):  # who pulls may hang up at any time
            super().handle()

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if match := re.fullmatch(r"/api/models/([^/]+/[^/]+)/revision/(\w+)", path):
            self.tell(self.hub.at(match[1], match[2]))
        elif match := re.fullmatch(r"/([^/]+/[^/]+)/resolve/(\w+)/(.+)", path):
            self.hub.asked.append((path, self.headers.get("Range", "")))
            self.give(self.hub.at(match[1], match[2]), match[3])
        else:
            self.refuse(404, "EntryNotFound")

    def tell(self, found: Repository | None) -> None:
        if found is None:
            self.refuse(401, "RepoNotFound")
            return
        siblings = [found.sibling(name) for name in sorted(found.files)]
        body = {"id": "x/y", "sha": found.commit, "siblings": siblings, "gated": found.gated}
        self.answer(200, json.dumps(body).encode(), {"Content-Type": "application/json"})

    def give(self, found: Repository | None, name: str) -> None:
        if found is None or name not in found.files:
            self.refuse(404, "EntryNotFound")
            return
        if found.gated and self.headers.get("Authorization") != "Bearer hf_agreed":
            self.refuse(401, "GatedRepo")
            return
        content = found.files[name]
        start = int(re.sub(r"\D", "", self.headers.get("Range", "")) or 0)
        headers = {"X-Repo-Commit": found.commit, "ETag": f'"{len(content)}"'}
        if start:
            headers["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
        limit = self.hub.break_after.pop(name, None)
        if name in self.hub.stall:
            self.stall(content, self.hub.stall.pop(name))
            return
        self.answer(206 if start else 200, content[start:], headers, limit)

    def stall(self, content: bytes, limit: int) -> None:
        """Send so many bytes, then wait for the other side to go."""
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content[:limit])
        self.hub.stalled.set()
        self.connection.recv(1)

    def refuse(self, status: int, code: str) -> None:
        self.answer(status, b"", {"X-Error-Code": code})

    def answer(
        self, status: int, body: bytes, headers: dict[str, str], limit: int | None = None
    ) -> None:
        self.send_response(status)
        for name, value in (headers | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body[:limit])
        if limit is not None:
            self.close_connection = True


@contextmanager
def serving() -> Iterator[Hub]:
    hub = Hub({})
    handler = type("Handler", (_Handler,), {"hub": hub})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    hub.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}).start()
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
