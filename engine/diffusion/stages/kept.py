"""What a stage has made, kept on disk by all that it was made from.

Minutes of a card are in these files, so they are kept wherever the engine runs, not only where a
folder was named. Each is there whole or not at all; a damaged one is made again.
"""

import logging
import math
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PIL import Image
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor

from engine.contracts import EngineError, _, content_hash
from engine.whole_file import whole_file

FOLDER, LIMIT_GB = "DRAMABOX_STAGE_CACHE", "DRAMABOX_STAGE_CACHE_GB"
_GB = 50  # latents of a take are 20 to 200 MB
log = logging.getLogger(__name__)


def folder() -> Path:
    """Where stages are kept: what the environment names, else the account's cache."""
    named = os.environ.get(FOLDER)
    if named:
        return Path(named)
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache) / "dramabox" / "stages"


def limit() -> float:
    """Bytes that stages may take. Raises EngineError "bad-setting"."""
    given = os.environ.get(LIMIT_GB, str(_GB))
    try:
        gigabytes = float(given)
    except ValueError:
        gigabytes = math.nan
    if not 0 <= gigabytes < math.inf:  # nan is neither
        raise EngineError(
            "bad-setting",
            _("{name} is “{value}”, which is no number of gigabytes.", name=LIMIT_GB, value=given),
            _("Set it to a number such as {example}, or leave it out.", example=_GB),
        )
    return gigabytes * 1e9


class Kept:
    """Finished stages, by name: tensors as safetensors, pictures as PNG.

    Raises EngineError "bad-setting" where the environment says nonsense about their size.
    """

    def __init__(self, root: Path) -> None:
        self._root, self._limit = root, limit()
        self._in_use: set[Path] = set()  # by this job, which may come back for any of it

    def tensors(self, key: object, make: Callable[[], dict[str, Tensor]]) -> dict[str, Tensor]:
        """What `make` gives; `key` is JSON types and names everything it depends on."""
        path = self._path(key)
        with suppress(OSError, SafetensorError):
            held = load_file(path)
            self._used(path)
            return held
        made = make()
        self._keep(path, lambda part: save_file(made, part))
        return made

    def held(
        self, key: object, make: Callable[[], dict[str, Tensor]]
    ) -> Callable[[], dict[str, Tensor]]:
        """The same, made now where it is missing and read when it is asked for.

        In between it is on disk only: latents of an episode do not pile up in memory.
        """
        if self._has(key):
            self._used(self._path(key))
        else:
            made = self.tensors(key, make)
            if not self._has(key):  # it could not be written
                return lambda: made
            del made
        return lambda: self.tensors(key, make)

    def picture(self, key: object, make: Callable[[], Image.Image]) -> Image.Image:
        """The same for an RGB picture."""
        path = self._root / f"{content_hash(key)}.png"
        with suppress(OSError, SyntaxError, ValueError, EOFError):
            held = Image.open(path)
            held.load()
            self._used(path)
            return held
        made = make()
        self._keep(path, lambda part: made.save(part, "png", compress_level=1))
        return made

    def _has(self, key: object) -> bool:
        return self._path(key).exists()

    def _path(self, key: object) -> Path:
        return self._root / f"{content_hash(key)}.safetensors"

    def _used(self, path: Path) -> None:
        """What is used is not thrown away; a folder that can only be read is used as it is."""
        self._in_use.add(path)
        with suppress(OSError):
            os.utime(path)

    def _keep(self, path: Path, write: Callable[[Path], None]) -> None:
        """Where there is no room, or nothing may be written, it only has to be made again."""
        try:
            with whole_file(path) as part:
                write(part)
        except (OSError, SafetensorError, EngineError) as error:
            log.warning("A finished stage could not be kept: %s", error)
            return
        self._in_use.add(path)
        self._trim()

    def _trim(self) -> None:
        """Delete what was not used for longest until the rest fits; nothing of this job."""
        left = self._limit
        files = []
        for path in self._root.glob("*.*"):
            with suppress(FileNotFoundError):  # another engine was faster
                files.append((path.stat(), path))
        for about, path in sorted(files, key=lambda pair: -pair[0].st_mtime_ns):
            left -= about.st_size
            if left < 0 and path not in self._in_use:
                path.unlink(missing_ok=True)
