"""What a studio does. Each verb stands once, and pages, API, commands and jobs call it here."""

from apps.studio.services.finals import make_final, make_finals
from apps.studio.services.production import (
    advance,
    break_down,
    list_again,
    make_current,
    produce,
    stop,
)
from apps.studio.services.screenplays import save_screenplay
from apps.studio.services.series import create_series, read_bible, save_bible
from apps.studio.services.takes import pick, reject, retake

__all__ = [
    "advance",
    "break_down",
    "create_series",
    "list_again",
    "make_current",
    "make_final",
    "make_finals",
    "pick",
    "produce",
    "read_bible",
    "reject",
    "retake",
    "save_bible",
    "save_screenplay",
    "stop",
]
