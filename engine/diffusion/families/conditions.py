"""Which pictures a model can be led by."""

from dataclasses import replace

from engine.contracts import EngineError, _
from engine.diffusion.families import Conditions, Picture
from engine.diffusion.registry import Mode, ModelEntry, Role


def taken(entry: ModelEntry, conditions: Conditions) -> Conditions:
    """The conditions that the model is led by: those that its modes name, no others.

    Raises EngineError "first-frame-needed" where a model cannot do without a first frame,
    "reference-needed" where it cannot do without any picture and "too-many-references".
    """
    modes = entry.modes
    leads_in = bool(modes & {Mode.FIRST, Mode.FIRST_LAST})
    kept = replace(
        conditions,
        first=conditions.first if leads_in else None,
        last=conditions.last if Mode.FIRST_LAST in modes else None,
        references=conditions.references if Mode.REFERENCES in modes else (),
        control=conditions.control if Mode.CONTROL in modes else (),
    )
    shown = pictures(kept) if entry.role is Role.KEYFRAMES else kept.references
    if len(shown) > entry.references:
        raise EngineError(
            "too-many-references",
            _(
                "{model} looks at {most} reference pictures at most, not {number}.",
                model=entry.title,
                most=entry.references,
                number=len(shown),
            ),
            _("Choose those that matter most for this shot."),
        )
    if Mode.TEXT not in modes:
        _needs_a_picture(entry, kept)
    return kept


def _needs_a_picture(entry: ModelEntry, kept: Conditions) -> None:
    if Mode.REFERENCES in entry.modes:
        if kept.first is None and not kept.references:
            raise EngineError(
                "reference-needed",
                _("{model} changes pictures and was given none.", model=entry.title),
                _("Give a reference picture, or choose a model that starts from words alone."),
            )
    elif kept.first is None:
        raise EngineError(
            "first-frame-needed",
            _("{model} starts from a first frame and was given none.", model=entry.title),
            _("Make a keyframe for the shot first, or choose a model that needs none."),
        )


def pictures(conditions: Conditions) -> list[Picture]:
    """What a picture is composed as first, then who and where is in it."""
    return [*((conditions.first,) if conditions.first else ()), *conditions.references]


def fitted(picture: Picture, width: int, height: int) -> Picture:
    """The picture at that size; one that has it already is not touched."""
    if picture.size == (width, height):
        return picture
    return picture.resize((width, height))
