"""Files go when the row that speaks of them goes."""

from functools import partial
from typing import Any

from django.db.models import FileField, Model

from apps.catalog.models import CaptionTrack, Character, Edition, Rendition
from apps.core.disposal import dispose

KEEPERS: tuple[type[Model], ...] = (Edition, Rendition, CaptionTrack, Character)


def file_fields(model: type[Model]) -> list[str]:
    return [field.name for field in model._meta.get_fields() if isinstance(field, FileField)]


def is_kept(name: str) -> bool:
    """Whether a row still speaks of the file."""
    return any(
        model._default_manager.filter(**{field: name}).exists()
        for model in KEEPERS
        for field in file_fields(model)
    )


def on_row_deleted(sender: type[Model], instance: Model, **_: Any) -> None:
    for field in file_fields(sender):
        if name := getattr(instance, field).name:
            dispose(name, is_needed=partial(is_kept, name))
