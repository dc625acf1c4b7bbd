"""The cut of an episode from its circle takes, and the request that turns it into an edition."""

from pathlib import Path

import msgspec
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext

from apps.catalog.models import Series
from apps.studio.models import Cut, Production, Shot
from engine.contracts import (
    Certificate,
    CutEntry,
    Format,
    PackageRequest,
    Slate,
    content_hash,
    leading_role,
)
from engine.contracts import Cut as CutSpec


def cut_of(production: Production) -> tuple[CutSpec, str]:
    """The cut of all circle takes in order, and the hash that names it by what is in it."""
    episode, replace = production.episode, msgspec.structs.replace
    entries = tuple(
        CutEntry(shot=shot.specification(), take=take.record(), folder=str(take.directory))
        for shot in episode.shots.in_cut().select_related("circle_take")
        if (take := shot.circle_take) is not None
    )
    cut = CutSpec(
        series=episode.series.title,
        episode=episode.number,
        title=episode.title,
        language=episode.series.language,
        entries=entries,
        format=msgspec.convert(production.format, Format),
        seed=episode.series.seed,
        cache=str(Path(settings.MEDIA_ROOT) / "cache"),
        genre=episode.series.genre,
    )
    # Line numbers and folders move without changing what is seen or heard; digests of the files do.
    content = tuple(
        replace(entry, folder="", shot=replace(entry.shot, slate=Slate(id=entry.shot.slate.id)))
        for entry in entries
    )
    return cut, content_hash(replace(cut, entries=content, cache=""))


def package_of(cut: Cut, certificate: Certificate) -> PackageRequest:
    """What the engine needs to make an edition of a composed cut."""
    series = cut.episode.series
    return PackageRequest(
        master=cut.composed(),
        cut=msgspec.convert(cut.request, CutSpec),
        out=str(Path(settings.MEDIA_ROOT) / "packages" / str(cut.episode_id) / cut.hash),
        label=label_of(series),
        producer=settings.PRODUCER,
        produce_id=f"{series.slug}-{cut.episode.number}-{cut.hash[:12]}",
        certificate=certificate.chain,
        key=certificate.key,
        cache=str(Path(settings.MEDIA_ROOT) / "cache"),
        lead=lead_of(series),
    )


def label_of(series: Series) -> str:
    """The visible label of its editions, in the language of its viewers."""
    with translation.override(series.language):
        return gettext("AI-generated")


def lead_of(series: Series) -> str:
    """Whose face stands for the series: by all of its episodes that are listed."""
    shots = Shot.objects.in_cut().filter(episode__series=series)
    listed = shots.order_by("episode__number", "position").only("spec")
    return leading_role(shot.specification() for shot in listed.iterator(chunk_size=200))
