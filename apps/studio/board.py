"""What the board shows, as plain data: the page draws it once, its script keeps it current."""

from itertools import groupby
from typing import Any

from apps.catalog.models import Episode
from apps.core.media import signed_url
from apps.core.wording import told, worded
from apps.jobs.models import Job, State
from apps.studio.estimates import seconds_of_rendering
from apps.studio.grammar import reasons
from apps.studio.made_with import made_with
from apps.studio.models import Production, Screenplay, Shot, Take, name_of
from apps.studio.progress import at_what, progress_of
from apps.studio.services.cutting import cut_of
from apps.studio.services.finals import (
    filmed,
    has_final,
    kept_of,
    to_look_at,
)
from apps.studio.services.picking import seen_of
from apps.studio.services.production import is_behind, lines_moved, subject_of
from apps.studio.services.screenplays import screenplay_of
from apps.studio.services.seeds import is_of_finals
from apps.studio.services.takes import in_order, is_faulty
from engine.contracts import QUALITY_NAMES, Judgement


def board_of(episode: Episode) -> dict[str, Any]:
    """Scenes with their tiles, the progress of the episode, and whether the edition is current.

    Who follows it stops at "nothing is being made": that is read first, and what was made after it.
    """
    progress = progress_of(episode)
    making = list(Job.objects.active().for_subjects([subject_of(episode)]))
    jobs = jobs_by_subject(list(episode.shots.in_cut()))
    shots = filmed(episode)
    episode.refresh_from_db(fields=["edition"])
    screenplay = screenplay_of(episode)
    tiles = placed([tile(shot, jobs.get(shot.subject)) for shot in shots])
    move_lines(tiles, episode, screenplay)
    finals = next((finals_of(job) for job in making if job.verb == "finals"), None)
    mark(tiles, finals)
    to_make = [shot for shot in shots if shot.state != Shot.State.CURRENT]
    lacking = sum(not has_final(shot) for shot in shots)
    behind = is_behind(episode)
    cut = cut_of_current(episode, shots)
    return {
        "scenes": [
            scene_of(number, list(group)) for number, group in groupby(tiles, lambda t: t["scene"])
        ],
        "progress": progress,
        "count": len(tiles),
        "playable": any(item["video"] for item in tiles),
        "stale": len(to_make),
        "behind": behind,
        "left_s": seconds_of_rendering(episode.series.studio, to_make),
        "seconds": round(sum(item["seconds"] for item in tiles), 1),
        "published": not behind and cut is not None and is_shown(episode, cut),
        # Nothing to make: "make current" would find all of it there.
        "current": not behind and cut is not None and is_composed(episode, cut),
        "revision": screenplay.revision if screenplay else None,
        "finals": finals,
        "lacking": lacking,  # a final
        "to_review": sum(bool(item["to_review"]) for item in tiles),
        "stopping": not progress.working
        and (finals is None or finals["stopping"])
        and any(job.is_stopping for job in [*making, *jobs.values()]),
        "stopped": None if making else stopped(episode),
        "numbers": list(episode.series.episodes.values_list("number", flat=True)),
    }


def finals_of(job: Job) -> dict[str, Any]:
    """How far the final takes of the whole episode are, while they are made, and at which shot."""
    shot = at_work(job)
    return {
        "waiting": job.state == State.QUEUED,
        "stopping": job.is_stopping,
        "percent": percent(job),
        "note": doing(job, shot.slate if shot else ""),
        "left_s": job.progress_eta_s,
        "shot": shot.pk if shot else None,
    }


def doing(job: Job, slate: str = "") -> str:
    """What it is at, in the active language where that can be told in it; the shot by the short
    form of the slate that it has by now, where that is known."""
    asked = job.progress_shot
    return at_what(job).replace(asked, name_of(slate or asked)) if asked else at_what(job)


def at_work(job: Job) -> Shot | None:
    """The shot that finals of an episode are at, whatever its slate is by now."""
    slates = (one["shot"]["slate"]["id"] for one in job.request["takes"])
    part = dict(zip(slates, job.parts, strict=True)).get(job.progress_shot)
    return Shot.objects.filter(pk=part.partition(":")[2]).first() if part else None


def stopped(episode: Episode) -> dict[str, int] | None:
    """What was kept of finals that were stopped, until something else is made of the episode."""
    last = Job.objects.for_subjects([subject_of(episode)]).first()
    if last is None or last.verb != "finals" or last.state != State.CANCELLED:
        return None
    return {"kept": kept_of([last])[last.pk], "count": len(last.request["takes"])}


def mark(tiles: list[dict[str, Any]], finals: dict[str, Any] | None) -> None:
    """The tile of the shot that the finals of the episode are at is being rendered."""
    for item in tiles:
        if finals and item["id"] == finals["shot"] and item["state"] == Shot.State.CURRENT:
            item["state"] = "rendering"


def placed(tiles: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each tile with the second at which it begins."""
    at = 0.0
    for item in tiles:
        item["at"] = round(at, 2)
        at += item["seconds"]
    return tiles


def move_lines(
    tiles: list[dict[str, Any]], episode: Episode, screenplay: Screenplay | None
) -> None:
    """Lines stand where the newest text has them; those of other episodes may have moved them."""
    production = Production.objects.select_related("episode").filter(episode=episode).first()
    if production is None or screenplay is None:
        return
    moved = lines_moved(production, screenplay)
    for item in tiles:
        item["line"] = item["line"] and item["line"] + moved


def scene_of(number: str, tiles: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "number": number,
        "place": tiles[0]["place"],
        "tiles": tiles,
        "seconds": round(sum(item["seconds"] for item in tiles), 1),
    }


def jobs_by_subject(shots: list[Shot]) -> dict[str, Job]:
    """The newest job of each shot; older ones are history."""
    rows = Job.objects.for_subjects([shot.subject for shot in shots]).order_by("created_at")
    return {job.subject: job for job in rows}


def tile(shot: Shot, job: Job | None) -> dict[str, Any]:
    spec, take = shot.spec, shot.circle_take
    said = spec.get("lines", [])
    return {
        "id": shot.pk,
        "slate": shot.slate,
        "name": shot.name,
        "scene": shot.scene,
        "place": spec["set"]["place"],
        "state": state_of(shot, job),
        "percent": percent(job),
        "take": take.pk if take else 0,
        "final": bool(take and take.is_final),
        "to_review": to_review(shot),
        "reason": told(job.error).message if job and job.state == State.FAILED else "",
        "size": spec["size"],
        "seconds": round(spec["duration"], 2),
        "said": said,
        "words": " ".join(f"{line['name']}: {line['text']}" for line in said) or seen(spec),
        "line": min(spec["slate"].get("lines", []), default=0),
        "rules": reasons(spec["slate"].get("rules", [])),
        "still": signed_url(take.path(take.data["still"])) if take else "",
        "video": signed_url(take.path(take.data["video"])) if take else "",
    }


def to_review(shot: Shot) -> str:
    """Of the final that the review shows: whether it is "new" or an "error" was found in it."""
    final = to_look_at(shot)
    if final is None:
        return ""
    return "error" if is_faulty(final) else "new"


def seen(spec: dict[str, Any]) -> str:
    """What a shot without words shows."""
    insert = spec.get("insert") or {}
    return str(insert.get("text") or spec.get("action", ""))


def state_of(shot: Shot, job: Job | None) -> str:
    if job is not None and job.state in {State.QUEUED, State.RUNNING}:
        return "rendering" if job.state == State.RUNNING else "waiting"
    if job is not None and job.state == State.FAILED and shot.state != Shot.State.CURRENT:
        return "failed"
    return shot.state


def percent(job: Job | None) -> int:
    if job is None or job.state != State.RUNNING or not job.progress_total:
        return 0
    return round(100 * job.progress_done / job.progress_total)


def cut_of_current(episode: Episode, shots: list[Shot]) -> str | None:
    """The hash of the cut of these shots; None while one is to be made, or none is there."""
    is_whole = bool(shots) and all(shot.state == Shot.State.CURRENT for shot in shots)
    return name_of_cut(episode) if is_whole else None


def name_of_cut(episode: Episode) -> str:
    """The hash of the cut of exactly these takes."""
    return cut_of(Production.objects.select_related("episode__series").get(episode=episode))[1]


def is_shown(episode: Episode, cut: str) -> bool:
    """Whether it is what viewers see."""
    return episode.edition is not None and episode.edition.cut_hash == cut


def is_composed(episode: Episode, cut: str) -> bool:
    return episode.cuts.filter(hash=cut).exists()


def takes_of(shot: Shot) -> dict[str, Any]:
    """A shot with all its takes, newest last."""
    waits = waits_of(shot)
    takes = list(shot.takes.all())
    judged = judged_finals(takes)
    return waits | {
        "shot": tile(shot, waits["job"]),
        "seen": str(seen_of(shot)),
        "takes": [take_row(shot, take) | judged.get(take.pk, {}) for take in takes],
    }


def waits_of(shot: Shot) -> dict[str, Any]:
    """What is being made of a shot, and a version that changes when more than that has changed."""
    job = jobs_by_subject([shot]).get(shot.subject)
    shot.refresh_from_db(fields=["circle_take"])  # a job that ended has circled its take by now
    state = state_of(shot, job)
    is_made = state in {"rendering", "waiting"}
    takes = [f"{take.pk}{'x' * bool(take.rejected)}" for take in shot.takes.all()]
    return {
        "key": shot.pk,
        "job": job,
        "is_made": is_made,
        "is_final": job is not None and is_of_finals(job),
        "percent": percent(job),
        "note": doing(job, shot.slate) if job is not None else "",
        "number": len(takes) + 1,
        "version": ".".join(["made" if is_made else state, str(shot.circle_take_id), *takes]),
    }


def judged_finals(takes: list[Take]) -> dict[int, dict[str, Any]]:
    """Of finals that may be picked what was found, and of those of the shot as it is now in which
    place each is, and why; the person picks."""
    finals = [take for take in takes if take.is_final and not take.rejected]
    known = {take.pk: take.record().judgement or Judgement() for take in finals}
    compared = [take for take in finals if take.inputs == take.shot.inputs]
    places = {
        take.pk: {
            "place": place if len(compared) > 1 else 0,  # among one there is no order
            "why": worded(reason),
        }
        for place, (take, reason) in enumerate(in_order(compared), 1)
    }
    return {
        key: {"faulty": bool(judgement.findings)} | judged(judgement) | places.get(key, {})
        for key, judgement in known.items()
    }


def judged(judgement: Judgement) -> dict[str, Any]:
    """What was measured, found, and not compared."""
    scores = sorted(judgement.scores.items(), key=lambda pair: list(QUALITY_NAMES).index(pair[0]))
    return {
        "scores": [
            {"name": worded(QUALITY_NAMES[quality]), "percent": round(100 * score)}
            for quality, score in scores
        ],
        "findings": [
            {"said": told(one.problem).message, "do": told(one.problem).advice}
            for one in judgement.findings
        ],
        "absent": [told(one) for one in judgement.absent],
    }


def take_row(shot: Shot, take: Take) -> dict[str, Any]:
    return {
        "id": take.pk,
        "number": take.number,
        "circled": take.pk == shot.circle_take_id,
        "current": take.inputs == shot.inputs,
        "rejected": take.rejected,
        "video": signed_url(take.path(take.data["video"])),
        "still": signed_url(take.path(take.data["still"])),
        "seed": take.data["seed"],
        "final": take.is_final,
        "made_with": made_with(take.data.get("made_with", {})),
        "notes": [told(note).message for note in take.data.get("notes", [])],
        "seconds": round(take.data["duration"], 2),
        "cost": round(take.data["wall_s"], 1),
    }
