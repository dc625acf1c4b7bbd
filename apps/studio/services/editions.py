"""Publishing: the files of a packaged cut become an immutable edition that viewers watch."""

import shutil
from pathlib import Path
from typing import Any

import msgspec
from django.core.files import File
from django.db import transaction
from django.db.models import Max

from apps.catalog.models import CaptionTrack, Edition, Episode, Rendition
from engine.contracts import EditionFiles


@transaction.atomic
def publish_edition(
    *, episode: Episode, cut_hash: str, result: dict[str, Any], is_wanted: bool
) -> Edition:
    """Freeze an edition and, while that is wanted, make it the current one.

    The same cut twice is the same edition.
    """
    files = msgspec.convert(result, EditionFiles)
    edition = edition_of(episode, cut_hash) or freeze(episode, cut_hash, files)
    if is_wanted:
        show_edition(edition=edition)
    folder = Path(files.poster).parent
    transaction.on_commit(lambda: shutil.rmtree(folder, ignore_errors=True))
    return edition


def edition_of(episode: Episode, cut_hash: str) -> Edition | None:
    """The edition that was made of a cut before."""
    return episode.editions.filter(cut_hash=cut_hash).first()


def show_edition(*, edition: Edition) -> None:
    """Viewers see this one from now on."""
    Episode.objects.filter(pk=edition.episode_id).update(edition=edition)


def freeze(episode: Episode, cut_hash: str, files: EditionFiles) -> Edition:
    last = episode.editions.aggregate(last=Max("number"))["last"] or 0
    edition = Edition(
        episode=episode,
        number=last + 1,
        duration=files.duration,
        spans=msgspec.to_builtins(files.spans),
        cut_hash=cut_hash,
    )
    for name in ("poster", "poster_medium", "poster_small", "still", "still_small", "preview"):
        keep(getattr(edition, name), getattr(files, name))
    edition.save()
    for made in files.renditions:
        rendition = Rendition(
            edition=edition,
            width=made.width,
            height=made.height,
            size=made.bytes,
            sha256=made.sha256,
        )
        keep(rendition.file, made.path)
        rendition.save()
    captions = CaptionTrack(edition=edition, language=episode.series.language)
    keep(captions.file, files.captions)
    captions.save()
    return edition


def keep(field: Any, path: str) -> None:
    """Copy a file into the storage under its own name."""
    with Path(path).open("rb") as file:
        field.save(Path(path).name, File(file), save=False)
