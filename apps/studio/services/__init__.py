"""What a studio does. Each verb stands once, and pages, API, commands and jobs call it here."""

from apps.studio.services.choosing import Choice, Names, choose, chosen
from apps.studio.services.finals import (
    again,
    final_of,
    final_request,
    make_final,
    make_finals,
)
from apps.studio.services.leading import write_prompts
from apps.studio.services.picking import decide, pick, reject, take_back, use_new_finals
from apps.studio.services.production import (
    advance,
    break_down,
    list_again,
    make_current,
    produce,
    stop,
)
from apps.studio.services.references import (
    bring_reference,
    check_adapter,
    discard_reference,
    lock_reference,
    make_references,
    set_adapter,
    unlock_reference,
)
from apps.studio.services.screenplays import save_screenplay
from apps.studio.services.series import create_series, read_bible, save_bible
from apps.studio.services.takes import retake, stop_making

__all__ = [
    "Choice",
    "Names",
    "advance",
    "again",
    "break_down",
    "bring_reference",
    "check_adapter",
    "choose",
    "chosen",
    "create_series",
    "decide",
    "discard_reference",
    "final_of",
    "final_request",
    "list_again",
    "lock_reference",
    "make_current",
    "make_final",
    "make_finals",
    "make_references",
    "pick",
    "produce",
    "read_bible",
    "reject",
    "retake",
    "save_bible",
    "save_screenplay",
    "set_adapter",
    "stop",
    "stop_making",
    "take_back",
    "unlock_reference",
    "use_new_finals",
    "write_prompts",
]
