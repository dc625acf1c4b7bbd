"""Picks: a person circles or rejects a take, uses all new finals at once, and takes that back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID, uuid4

from django.db import transaction

from apps.accounts.models import User
from apps.catalog.models import Episode
from apps.studio.models import Pick, Shot, Take
from apps.studio.services.finals import filmed, finals_of_now, to_look_at
from apps.studio.services.meanwhile import clock
from apps.studio.services.takes import UNSAID, best_to_circle, circle, has_findings, lock
from engine.contracts import EngineError, Wording, _


class Seen(NamedTuple):
    """What somebody saw of a shot: its circle take and its last pick, by pk; 0: none."""

    take: int
    pick: int
    rejected: bool = False  # the take that they are about to pick

    def __str__(self) -> str:
        """As a page sends it back."""
        return f"{self.take}.{self.pick}"


class Offered(NamedTuple):
    """A final that somebody saw beside what was circled then."""

    final: int
    seen: Seen


@dataclass(frozen=True, slots=True)
class Used:
    """What came of using all new finals: in which act, how many, and why others were left."""

    act: UUID
    count: int
    left: tuple[EngineError, ...]


def seen_of(shot: Shot) -> Seen:
    """What there is to see of the shot now."""
    last = last_pick(shot)
    return Seen(shot.circle_take_id or 0, last.pk if last else 0)


def last_pick(shot: Shot) -> Pick | None:
    return max(shot.picks.all(), key=lambda one: one.pk, default=None)


@transaction.atomic
def pick(
    *,
    shot: Shot,
    take: Take,
    by: User | None = None,
    seen: Seen | None = None,
    act: UUID | None = None,
) -> Pick | None:
    """Circle a take because a person wants it: no final that was there asks to be looked at. None
    where somebody has picked the same take since they looked; `already_picked` tells of it.

    `seen` is what they saw of the shot, None whatever is there; EngineError "picked-meanwhile" and
    "rejected-meanwhile" where it is no longer so. Picks of one `act` can be taken back together.
    """
    lock(shot)
    take.refresh_from_db(fields=["rejected"])
    if seen is not None:
        check_seen(shot, take, seen)
        if has_picked_it(shot, take, seen):
            return None
    made = Pick.objects.create(
        shot=shot,
        take=take,
        instead_of=shot.circle_take,
        picked_before=shot.picked_at,
        rejected_before=take.rejected,
        act=act or uuid4(),
        picked_by=by,
    )
    circle(shot, take)
    shot.picked_at = made.picked_at
    Shot.objects.filter(pk=shot.pk).update(picked_at=made.picked_at)
    return made


@transaction.atomic
def decide(*, shot: Shot, take: Take, by: User, offered: Offered) -> Pick | None:
    """Pick one of the two takes that stood beside each other, as `pick` does; EngineError
    "final-came" where the one that is circled is kept and another final waits that was not seen."""
    lock(shot)
    if shot.circle_take_id == take.pk:
        check_offered(shot, offered.final)
    return pick(shot=shot, take=take, by=by, seen=offered.seen)


@transaction.atomic
def reject(*, take: Take, reason: str, seen: Seen | None = None) -> None:
    """Set a take aside with a reason; if it was circled, the best other one is.

    `seen` is what they saw of the shot, None whatever is there; EngineError "rejected-meanwhile"
    where somebody else has given a reason, "picked-meanwhile" where somebody has picked this take.
    """
    shot = take.shot
    lock(shot)
    take.refresh_from_db(fields=["rejected"])
    if seen is not None:
        check_kept(shot, take)
        if shot.circle_take_id == take.pk:
            check_unchanged(shot, seen)
    take.rejected = reason[:400] or UNSAID
    take.save(update_fields=["rejected"])
    if shot.circle_take_id == take.pk:
        shot.circle_take = best_to_circle(shot)
        shot.save(update_fields=["circle_take"])


def check_seen(shot: Shot, take: Take, seen: Seen) -> None:
    """Raises EngineError where the shot is no longer as it was seen by who wants `take`.

    Two who want the same take do not disagree.
    """
    if not seen.rejected:
        check_kept(shot, take)
    if shot.circle_take_id != take.pk:
        check_unchanged(shot, seen)


def has_picked_it(shot: Shot, take: Take, seen: Seen) -> bool:
    """Whether somebody has picked the take since the shot was seen, and it is circled."""
    last = Pick.objects.filter(shot=shot).last()
    is_news = last is not None and last.pk != seen.pick and last.take_id == take.pk
    return is_news and shot.circle_take_id == take.pk


def already_picked(shot: Shot) -> EngineError:
    """Who has picked what is circled, for whoever wanted the same."""
    last = Pick.objects.filter(shot=shot).select_related("take", "picked_by").latest("pk")
    what = _who_picked(shot, last)
    return EngineError("picked-already", what, _("You wanted the same: nothing was changed."))


def check_kept(shot: Shot, take: Take) -> None:
    """Raises EngineError "rejected-meanwhile"."""
    if take.rejected:
        what = _(
            "Take {number} of shot {shot} was rejected in the meantime: {reason}",
            number=take.number,
            shot=shot.name,
            reason=take.rejected,
        )
        raise EngineError("rejected-meanwhile", what, _look_again())


def check_unchanged(shot: Shot, seen: Seen) -> None:
    """Raises EngineError "picked-meanwhile"."""
    last = Pick.objects.filter(shot=shot).select_related("take", "picked_by").last()
    if (shot.circle_take_id or 0, last.pk if last else 0) != (seen.take, seen.pick):
        raise EngineError("picked-meanwhile", _what_happened(shot, last, seen), _look_again())


def check_offered(shot: Shot, final: int) -> None:
    """Raises EngineError "final-came" where another final than that one waits by now."""
    waiting = to_look_at(shot)
    if waiting is not None and waiting.pk != final:
        what = _(
            "Take {number} of shot {shot} has come in the meantime.",
            number=waiting.number,
            shot=shot.name,
        )
        raise EngineError("final-came", what, _look_again())


def _look_again() -> Wording:
    return _("That stays as it is. Look at the shot again, then decide.")


def _what_happened(shot: Shot, last: Pick | None, seen: Seen) -> Wording:
    """Who picked which take; by itself a take is circled or taken out without a pick."""
    if last is not None and last.pk != seen.pick and last.take_id == shot.circle_take_id:
        return _who_picked(shot, last)
    if shot.circle_take is None:
        return _("No take of shot {shot} is picked by now.", shot=shot.name)
    return _(
        "Take {number} of shot {shot} is picked by now.",
        number=shot.circle_take.number,
        shot=shot.name,
    )


def _who_picked(shot: Shot, last: Pick) -> Wording:
    number, time = last.take.number, clock(last.picked_at)
    if last.picked_by is None:  # a command did
        return _(
            "Take {number} of shot {shot} was picked at {time}.",
            number=number,
            shot=shot.name,
            time=time,
        )
    return _(
        "{who} picked take {number} of shot {shot} at {time}.",
        who=last.picked_by.get_username(),
        number=number,
        shot=shot.name,
        time=time,
    )


@transaction.atomic
def use_new_finals(*, episode: Episode, offered: Mapping[int, Offered], by: User) -> Used:
    """Pick, of the finals that were offered by the pk of their shot, all that are the best of it
    and without a finding.

    What has changed since is left as it is and told; what has a better final by now waits for a
    look.
    """
    act, left, count = uuid4(), [], 0
    for shot in filmed(episode):
        one = offered.get(shot.pk)
        final = next(iter(finals_of_now(shot)), None)
        if one is None or final is None or final.pk != one.final or has_findings(final):
            continue
        try:
            made = pick(shot=shot, take=final, by=by, seen=one.seen, act=act)
        except EngineError as error:
            left.append(error)
        else:
            count += made is not None
    return Used(act, count, tuple(left))


@transaction.atomic
def take_back(*, episode: Episode, act: UUID) -> tuple[EngineError, ...]:
    """Circle again what was circled before the picks of an act, as if they had not been made.

    What was picked since stays, and is told.
    """
    kept = []
    rows = Pick.objects.filter(shot__episode=episode, act=act)
    for one in rows.select_related("shot", "take", "instead_of"):
        shot = one.shot
        lock(shot)
        try:
            if one.instead_of is not None:
                check_kept(shot, one.instead_of)
            check_unchanged(shot, Seen(one.take_id, one.pk))
        except EngineError as error:
            kept.append(error)
            continue
        values = {"circle_take": one.instead_of, "picked_at": one.picked_before}
        Shot.objects.filter(pk=shot.pk).update(**values)
        Take.objects.filter(pk=one.take_id).update(rejected=one.rejected_before)
        one.delete()
    return tuple(kept)


def last_act(episode: Episode) -> list[Pick]:
    """The picks of the episode that were made last, in one act, as far as the cut uses them."""
    rows = Pick.objects.filter(shot__episode=episode)
    newest = rows.last()
    if newest is None:
        return []
    made = rows.filter(act=newest.act).select_related("shot", "take", "picked_by")
    return [one for one in made if one.shot.circle_take_id == one.take_id]
