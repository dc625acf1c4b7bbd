"""The hub: what a repository holds at one commit, and its bytes from wherever one stopped.

huggingface_hub 2.4 throws a partial file away when a download breaks off, so files are fetched by
its `http_get`, which goes on at a byte, into parts that stay.
"""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from engine.contracts import EngineError, _
from engine.diffusion.disk.needed import RemoteFile
from engine.diffusion.lacking import lacking

OFFLINE = ("DRAMABOX_OFFLINE", "HF_HUB_OFFLINE")
_YES = {"1", "true", "yes", "on"}
_BLOCK = 2**22
_SMALL = 2**24  # bytes; no licence text or index is longer


@dataclass(frozen=True, slots=True)
class Snapshot:
    repository: str
    commit: str
    files: tuple[RemoteFile, ...]


def offline() -> str:
    """The variable that keeps this machine offline, "" when none does."""
    return next((name for name in OFFLINE if os.environ.get(name, "").lower() in _YES), "")


def library() -> ModuleType:
    """huggingface_hub; raises EngineError "missing-library" and "offline"."""
    if variable := offline():
        raise EngineError(
            "offline",
            _("This machine is set to stay offline ({variable}).", variable=variable),
            _(
                "Unset it for the time of the download, or pull on another machine and copy the "
                "folder of the model from there."
            ),
        )
    try:
        # All but pulling works without; its parts do not come with it by themselves.
        import huggingface_hub  # noqa: PLC0415
        import huggingface_hub.constants  # noqa: PLC0415
        import huggingface_hub.errors  # noqa: PLC0415
        import huggingface_hub.utils  # noqa: PLC0415
    except ImportError as error:
        raise lacking(("huggingface_hub",)) from error
    return huggingface_hub


def endpoint() -> str:
    """Address of the hub: HF_ENDPOINT, else the library's own."""
    return os.environ.get("HF_ENDPOINT", "").rstrip("/") or str(library().constants.ENDPOINT)


def snapshot(repository: str, revision: str) -> Snapshot:
    """What the repository holds; the revision is resolved here, once."""
    hub = library()
    with _explained(repository):
        info = hub.HfApi(endpoint=endpoint()).model_info(
            repository, revision=revision, files_metadata=True
        )
    files = tuple(_file(one) for one in info.siblings or ())
    return Snapshot(repository, info.sha, files)


def _file(sibling: Any) -> RemoteFile:
    sha256 = sibling.lfs.sha256 if sibling.lfs else ""
    return RemoteFile(sibling.rfilename, sibling.size or 0, sha256, sibling.blob_id or "")


def read(repository: str, commit: str, file: RemoteFile) -> bytes:
    """The content of a small file."""
    hub = library()
    if file.size > _SMALL:
        raise EngineError("too-large", _("“{file}” is too large to be a text.", file=file.name))
    with _explained(repository):
        answer = hub.get_session().get(
            hub.hf_hub_url(repository, file.name, revision=commit, endpoint=endpoint()),
            headers=hub.utils.build_hf_headers(),
        )
        hub.utils.hf_raise_for_status(answer)
    return bytes(answer.content)


def fetch(
    repository: str, commit: str, file: RemoteFile, part: Path, arrived: Callable[[int], None]
) -> None:
    """Append to `part` what it lacks of the file; `arrived` hears of every few bytes.

    What `arrived` raises ends the fetch; the part stays as far as it came.
    """
    hub = library()
    from huggingface_hub.file_download import http_get  # noqa: PLC0415

    class Bar:
        """Stands where http_get would draw a bar of its own."""

        def __init__(self, **given: object) -> None: ...

        def __enter__(self) -> "Bar":
            return self

        def __exit__(self, *error: object) -> None: ...

        def update(self, count: float) -> None:
            arrived(int(count))

    with _explained(repository), part.open("ab") as out:
        http_get(
            hub.hf_hub_url(repository, file.name, revision=commit, endpoint=endpoint()),
            out,
            resume_size=out.tell(),
            # Compressed on the way, a byte count would not say where to go on.
            headers=hub.utils.build_hf_headers() | {"Accept-Encoding": "identity"},
            expected_size=file.size,
            displayed_filename=file.name,
            tqdm_class=Bar,
        )


def sha256(path: Path, read_: Callable[[int], None] = lambda count: None) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as content:
        while block := content.read(_BLOCK):
            digest.update(block)
            read_(len(block))
    return digest.hexdigest()


def is_as_announced(path: Path, file: RemoteFile, digest: str) -> bool:
    """Whether the content is what the hub said it would be, by its SHA-256 or its git blob."""
    if file.sha256:
        return digest == file.sha256
    if not file.blob:
        return path.stat().st_size == file.size
    content = path.read_bytes()
    blob = hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False)
    return blob.hexdigest() == file.blob


@contextmanager
def _explained(repository: str) -> Iterator[None]:
    """What goes wrong at the hub, in words."""
    errors, page = library().errors, f"{endpoint()}/{repository}"
    import httpx2  # noqa: PLC0415  # comes with huggingface_hub

    try:
        yield
    except errors.GatedRepoError as error:
        raise EngineError(
            "gated",
            _("The publisher of {repository} wants to know who fetches it.", repository=repository),
            _(
                "Sign in at {address}, agree to the terms there, make an access token that may "
                "read, set it as HF_TOKEN where the workers run, and pull again.",
                address=page,
            ),
        ) from error
    except (errors.RepositoryNotFoundError, errors.RevisionNotFoundError) as error:
        raise EngineError(
            "not-on-hub",
            _("The hub has no {repository} in that revision.", repository=repository),
            _(
                "Look at {address}; a private one needs HF_TOKEN.",
                address=page,
            ),
        ) from error
    except errors.HfHubHTTPError as error:
        raise EngineError(
            "hub-refused",
            _(
                "The hub refused {repository} with status {status}.",
                repository=repository,
                status=error.response.status_code,
            ),
            _("Try again later; what has arrived is kept."),
        ) from error
    except (httpx2.HTTPError, errors.LocalEntryNotFoundError, ConnectionError) as error:
        raise EngineError(
            "hub-away",
            _("The hub at {address} cannot be reached or fell silent.", address=endpoint()),
            _(
                "Look after the network and pull again; what has arrived is kept. Or pull on "
                "another machine and copy the folder of the model from there."
            ),
        ) from error
