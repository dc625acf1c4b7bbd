"""What viewers see of an episode: an edition that was published before, or nothing."""

from django.db import transaction

from apps.catalog.models import Edition, Episode
from apps.catalog.signals import shown_by_hand
from engine.contracts import EngineError, _


@transaction.atomic
def put_back(*, edition: Edition, instead_of: int | None) -> None:
    """Show `edition` to viewers instead of the edition with the number `instead_of` (None: none).

    Raises EngineError "shown-changed" when viewers see another one by now: whoever decided looked
    at something that is no longer so.
    """
    show(edition.episode, edition, instead_of)


@transaction.atomic
def unpublish(*, episode: Episode, instead_of: int | None) -> None:
    """Show viewers nothing of the episode; its editions stay. Raises as `put_back` does."""
    show(episode, None, instead_of)


def show(episode: Episode, edition: Edition | None, instead_of: int | None) -> None:
    seen = Episode.objects.filter(pk=episode.pk)
    same = (
        seen.filter(edition__isnull=True)
        if instead_of is None
        else seen.filter(edition__number=instead_of)
    )
    # Compare and set in one statement: two people at once, and only one of them decides.
    if not Episode.objects.filter(pk__in=same.values("pk")).update(edition=edition):
        raise EngineError(
            "shown-changed",
            _("Viewers see another edition than when you looked."),
            _("Look at the list again, then decide."),
        )
    episode.edition = edition
    shown_by_hand.send(sender=Episode, episode=episode)
