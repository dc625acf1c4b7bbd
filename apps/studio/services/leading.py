"""What leads a final take besides the shot: what the series is made with, locked pictures, a
person's words, LoRAs, the bible.
"""

from typing import Any

from django.db.models import Q

from apps.studio.models import Reference, Shot
from apps.studio.services.choosing import chosen
from apps.studio.sheets import as_value, bible_of, described
from engine.contracts import Adapter, Final
from engine.contracts import Reference as ReferenceValue
from engine.contracts import Shot as ShotSpec

WORDS = ("prompt", "keyframe_prompt")


def led(shot: Shot) -> Final:
    """With what the series is made with, the pictures locked for who and what is in the shot, and
    a person's own words."""
    spec, series = shot.specification(), shot.episode.series
    bible, by = bible_of(series), chosen(series)
    named = series.adapters.filter(subject__in=[person.character for person in spec.people])
    return Final(
        video=by.video,
        keyframes=by.keyframes,
        steps=by.steps,
        smaller=by.smaller,
        upscale=by.upscale,
        interpolate=by.interpolate,
        prompt=shot.final_overrides.get("prompt", ""),
        keyframe_prompt=shot.final_overrides.get("keyframe_prompt", ""),
        style=bible.style,
        place=described(spec.set.place, bible),
        references=locked_for(shot, spec),
        adapters=tuple(
            Adapter(name=one.name, strength=one.strength, subject=one.subject)
            for one in named.order_by("subject")
        ),
    )


def locked_for(shot: Shot, spec: ShotSpec) -> tuple[ReferenceValue, ...]:
    """Locked pictures of the people and the place; the engine chooses among them by the model.

    Of clothes those worn here, and the look's own, by which a face is known in any clothes.
    """
    people = {person.character: person.wears for person in spec.people}
    rows = shot.episode.series.references.filter(locked_at__isnull=False).filter(
        Q(kind=Reference.Kind.CHARACTER, subject__in=people)
        | Q(kind=Reference.Kind.PLACE, subject=spec.set.place)
    )
    found = (as_value(row) for row in rows)
    return tuple(
        one for one in found if one.wardrobe is None or one.wardrobe == people.get(one.subject)
    )


def write_prompts(*, shot: Shot, **words: str) -> None:
    """Keep a person's own `prompt` and `keyframe_prompt`; what is empty is composed again."""
    kept: dict[str, Any] = {key: words[key].strip() for key in WORDS if words.get(key, "").strip()}
    shot.final_overrides = kept | {"inputs": shot.inputs} if kept else {}
    Shot.objects.filter(pk=shot.pk).update(final_overrides=shot.final_overrides)
