"""What the page "Review finals" shows: each new final beside what is circled now."""

from typing import Any

from django.db.models import prefetch_related_objects

from apps.accounts.models import User
from apps.catalog.models import Episode
from apps.core.wording import listed, worded
from apps.studio.board import (
    cut_of_current,
    finals_of,
    is_composed,
    judged_finals,
    take_row,
    tile,
)
from apps.studio.models import Pick, Production, Shot, Take
from apps.studio.services.finals import (
    being_made,
    filmed,
    finals_of_now,
    to_look_at,
    unused_finals,
)
from apps.studio.services.meanwhile import clock
from apps.studio.services.picking import last_act, seen_of
from apps.studio.services.takes import has_findings, is_faulty
from engine.contracts import QUALITY_NAMES, Finding, Quality

APART = 0.05  # scores that are nearer are alike


def review_of(episode: Episode, person: User) -> dict[str, Any]:
    """The finals that wait for somebody, those that were looked at and not used, and the act that
    can be taken back."""
    shots = filmed(episode)
    prefetch_related_objects(shots, "picks")
    finals = [final for shot in shots for final in finals_of_now(shot)]
    rows, looked_at = [], []
    for shot in shots:
        if (final := to_look_at(shot)) is not None:
            rows.append(row_of(shot, final))
        elif unused := unused_finals(shot):
            looked_at.append(row_of(shot, unused[0]))
    clean, found = sum(row["clean"] for row in rows), sum(row["found"] for row in rows)
    job = being_made(episode)
    return {
        "rows": rows,
        "looked_at": looked_at,
        "clean": clean,
        "found": found,
        "faulty": sum(row["faulty"] for row in rows),
        "noted": sum(row["found"] and not row["faulty"] for row in rows),
        "behind": len(rows) - clean - found,
        "finals": len(finals),
        "act": act_of(last_act(episode), finals, person),
        "making": finals_of(job) if job is not None else None,
        "to_cut": not rows and bool(finals) and job is None and is_to_cut(episode, shots),
        "numbers": list(episode.series.episodes.values_list("number", flat=True)),
    }


def is_to_cut(episode: Episode, shots: list[Shot]) -> bool:
    """Whether the cut is not of what is picked, and nobody has asked for it yet."""
    if Production.objects.filter(episode=episode).exclude(goal=Production.Goal.REST).exists():
        return False
    cut = cut_of_current(episode, shots)
    return cut is None or not is_composed(episode, cut)


def row_of(shot: Shot, final: Take) -> dict[str, Any]:
    """One shot: the take that is circled, one of its finals, how they compare, how many more finals
    there are, and whether this one is the best, without a finding."""
    seen, circled = seen_of(shot), shot.circle_take
    judged = judged_finals(list(shot.takes.all()))
    found = has_findings(final)
    return {
        "shot": tile(shot, None),
        "row": f"{shot.pk}.{final.pk}.{seen}",
        "circled": shown(shot, circled, judged) if circled is not None else None,
        "final": shown(shot, final, judged),
        "found": found,
        "faulty": is_faulty(final),
        "clean": not found and finals_of_now(shot)[0] == final,
        "more": len([one for one in unused_finals(shot) if one != final]),
        **compared(circled, final),
    }


def shown(shot: Shot, take: Take, judged: dict[int, dict[str, Any]]) -> dict[str, Any]:
    return take_row(shot, take) | judged.get(take.pk, {})


def compared(circled: Take | None, final: Take) -> dict[str, Any]:
    """In what the final is clearly better and worse, of what was measured in both.

    It is not better in a quality in which something was found.
    """
    before, after = scores_of(circled), scores_of(final)
    gains = {
        one: after[one] - before[one] for one in QUALITY_NAMES if one in before and one in after
    }
    spoilt = {one.quality for one in findings_of(final)}
    ahead = [one for one, gain in gains.items() if gain >= APART and one not in spoilt]
    better = [worded(QUALITY_NAMES[one]) for one in ahead]
    worse = [worded(QUALITY_NAMES[one]) for one, gain in gains.items() if gain <= -APART]
    return {
        "better": listed(better),
        "worse": listed(worse),
        "gains": len(better),
        "losses": len(worse),
        "alike": bool(gains) and all(abs(gain) < APART for gain in gains.values()),
    }


def findings_of(take: Take) -> tuple[Finding, ...]:
    judgement = take.record().judgement
    return judgement.findings if judgement is not None else ()


def scores_of(take: Take | None) -> dict[Quality, float]:
    judgement = take.record().judgement if take is not None else None
    return judgement.scores if judgement is not None else {}


def act_of(picks: list[Pick], finals: list[Take], person: User) -> dict[str, Any] | None:
    """What was done last and can be taken back; not once newer finals are there."""
    if not picks or any(final.created_at > picks[-1].picked_at for final in finals):
        return None
    one = picks[-1]
    return {
        "key": one.act,
        "count": len(picks),
        "mine": one.picked_by_id == person.pk,
        "who": one.picked_by.get_username() if one.picked_by else "",
        "when": clock(one.picked_at),
        "shot": one.shot.name,
        "number": one.take.number,
        "kept": one.instead_of_id == one.take_id,
    }
