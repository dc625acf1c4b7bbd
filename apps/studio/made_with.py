"""With what a final take was made, in the words of whoever looks."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

TITLED = ("video", "keyframes")  # names of models; their titles stand in made_with, too
LABELS: dict[str, str | Promise] = {
    "video": _("Video model"),
    "keyframes": _("Keyframe model"),
    "size": _("Size"),
    "goes on from": _("Goes back to"),
    "rung": _("Memory"),
    "runs on": _("How it ran"),
    "prompt": _("Prompt"),
    "keyframe_prompt": _("Prompt of the keyframes"),
}
MEMORY: dict[str, str | Promise] = {
    "whole": _("whole, with the other models beside it"),
    "freed": _("whole, with the other models put away"),
    "tiled": _("pictures decoded in tiles"),
    "turns": _("one part of the model at a time"),
    "groups": _("block by block"),
}
_SIZE = re.compile(r"(\d+)x(\d+)")
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Made(NamedTuple):
    """One thing that is known of it."""

    label: str
    value: str
    is_code: bool  # not in the language of the page


def made_with(known: Mapping[str, str]) -> list[Made]:
    """What is known, long texts last; what has no label here stands under its own name."""
    shown = [name for name in known if name not in map(title_of, TITLED)]
    order = {name: place for place, name in enumerate(LABELS)}
    return [
        Made(
            label=str(LABELS.get(name, name)),
            value=_value(name, known),
            is_code=name not in (*TITLED, "size", "rung"),
        )
        for name in sorted(shown, key=lambda name: order.get(name, len(order)))
    ]


def title_of(name: str) -> str:
    """Under which name the title of a model is."""
    return f"{name}_title"


def _value(name: str, known: Mapping[str, str]) -> str:
    value = known[name]
    if name in TITLED:
        return known.get(title_of(name), value)
    if name == "rung":
        return str(MEMORY.get(value, value))
    if name == "size" and (size := _SIZE.fullmatch(value)):
        return f"{size[1]} × {size[2]}"
    if name == "goes on from" and _DIGEST.fullmatch(value):
        return value[:12]
    return value
