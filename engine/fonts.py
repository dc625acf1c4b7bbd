"""Which fonts the engine sees: the same folders on every machine, whatever its own rules are."""

import os
from pathlib import Path


def settle() -> None:
    """Call before anything is drawn; fontconfig reads the variable once.

    The fontconfig in Skia's wheel is older than some distributions' rules and warns about them.
    """
    os.environ.setdefault("FONTCONFIG_FILE", str(Path(__file__).with_name("fonts.conf")))
