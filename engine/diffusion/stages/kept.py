"""What a stage has made, kept on disk by all that it was made from.

Minutes of a card are in these files, so they are kept wherever the engine runs, not only where a
folder was named. Each is there whole or not at all; a damaged one is made again.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PIL import Image
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor

from engine.contracts import content_hash
from engine.whole_file import whole_file

FOLDER, LIMIT_GB = "DRAMABOX_STAGE_CACHE", "DRAMABOX_STAGE_CACHE_GB"
_GB = 50  # latents of a take are 20 to 200 MB


def folder() -> Path:
    """Where stages are kept: what the environment names, else the account's cache."""
    named = os.environ.get(FOLDER)
    if named:
        return Path(named)
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache) / "dramabox" / "stages"


class Kept:
    """Finished stages, by name: tensors as safetensors, pictures as PNG."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def tensors(self, key: object, make: Callable[[], dict[str, Tensor]]) -> dict[str, Tensor]:
        """What `make` gives; `key` is JSON types and names everything it depends on."""
        path = self._root / f"{content_hash(key)}.safetensors"
        with suppress(OSError, SafetensorError):
            held = load_file(path)
            os.utime(path)  # what is used is not thrown away
            return held
        made = make()
        with whole_file(path) as part:
            save_file(made, part)
        self._trim()
        return made

    def held(
        self, key: object, make: Callable[[], dict[str, Tensor]]
    ) -> Callable[[], dict[str, Tensor]]:
        """The same, made now where it is missing and read when it is asked for.

        In between it is on disk only: latents of an episode do not pile up in memory.
        """
        if not self.has_tensors(key):
            self.tensors(key, make)
        return lambda: self.tensors(key, make)

    def picture(self, key: object, make: Callable[[], Image.Image]) -> Image.Image:
        """The same for an RGB picture."""
        path = self._root / f"{content_hash(key)}.png"
        with suppress(OSError, SyntaxError):
            held = Image.open(path)
            held.load()
            os.utime(path)
            return held
        made = make()
        with whole_file(path) as part:
            made.save(part, "png", compress_level=1)
        self._trim()
        return made

    def has_tensors(self, key: object) -> bool:
        return (self._root / f"{content_hash(key)}.safetensors").exists()

    def has_picture(self, key: object) -> bool:
        return (self._root / f"{content_hash(key)}.png").exists()

    def _trim(self) -> None:
        """Delete what was not used for longest until the rest fits."""
        left = float(os.environ.get(LIMIT_GB, _GB)) * 1e9
        files = [(path.stat(), path) for path in self._root.glob("*.*") if path.is_file()]
        for about, path in sorted(files, key=lambda pair: -pair[0].st_mtime_ns):
            left -= about.st_size
            if left < 0:
                path.unlink(missing_ok=True)
