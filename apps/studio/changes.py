"""What differs between two cuts of an episode: shots made anew, lines changed."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from apps.catalog.models import Edition, Episode
from apps.studio.models import Cut, Shot

SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])\s*")


@dataclass(frozen=True, slots=True)
class Moment:
    """One shot of a cut: what was filmed, and the words it carries."""

    film: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A line before and after; one of them is empty when it was added or taken out."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Changes:
    remade: int  # shots that are still there and filmed anew
    added: int
    removed: int
    lines: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.remade or self.added or self.removed or self.lines)


def compare(before: Sequence[Moment], after: Sequence[Moment]) -> Changes:
    remade = added = removed = 0
    for was, now in differences([m.film for m in before], [m.film for m in after]):
        shared = min(len(was), len(now))
        remade += shared
        removed += len(was) - shared
        added += len(now) - shared
    lines = [
        Change(*pair)
        for was, now in differences(words_of(before), words_of(after))
        for pair in zip_longest(was, now, fillvalue="")
    ]
    return Changes(remade, added, removed, tuple(lines))


def differences(before: list[str], after: list[str]) -> Iterable[tuple[list[str], list[str]]]:
    """The runs in which two lists differ."""
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag != "equal":
            yield before[i1:i2], after[j1:j2]


def words_of(moments: Sequence[Moment]) -> list[str]:
    """In order; a sentence that several shots show counts once."""
    found: list[str] = []
    for moment in moments:
        found += [line for line in moment.words if found[-1:] != [line]]
    return found


def words_in(spec: dict[str, Any]) -> tuple[str, ...]:
    """What is said in a shot, by sentence; of a silent one, what it shows.

    By sentence, because a line may be spread over shots, and that changes without its words.
    """
    said = tuple(
        f"{line['name']}: {sentence}"
        for line in spec.get("lines", [])
        for sentence in sentences(line["text"])
    )
    shown = (spec.get("insert") or {}).get("text") or spec.get("action", "")
    return said or sentences(shown)


def sentences(text: str) -> tuple[str, ...]:
    return tuple(part for part in SENTENCE_END.split(text) if part)


def moments_of_cut(cut: Cut) -> list[Moment]:
    return [
        Moment(film_of(entry["take"]), words_in(entry["shot"])) for entry in cut.request["entries"]
    ]


def film_of(take: dict[str, Any]) -> str:
    return f"{take['inputs']}:{take['seed']}"


def moments_of_board(shots: Sequence[Shot]) -> list[Moment]:
    """The shots as the newest screenplay wants them; one still to be made is no film we know."""
    return [
        Moment(
            film_of(shot.circle_take.data)
            if shot.circle_take is not None and shot.state == Shot.State.CURRENT
            else f"{shot.inputs}:to be made",
            words_in(shot.spec),
        )
        for shot in shots
    ]


def since_last_cut(episode: Episode) -> Changes | None:
    """What the board has that the last cut has not; None before the first cut."""
    last = shown_cut(episode) or episode.cuts.first()
    if last is None:
        return None
    shots = list(episode.shots.in_cut().select_related("circle_take"))
    return compare(moments_of_cut(last), moments_of_board(shots))


def shown_cut(episode: Episode) -> Cut | None:
    """The cut that viewers see."""
    edition = episode.edition
    return episode.cuts.filter(hash=edition.cut_hash).first() if edition else None


def between_editions(editions: Sequence[Edition]) -> dict[int, Changes | None]:
    """Per edition (by pk) what changed since the one before; `editions` newest first.

    None for the first one, and where the cut is no longer known.
    """
    cuts = {
        cut.hash: moments_of_cut(cut)
        for cut in Cut.objects.filter(
            episode__in={item.episode_id for item in editions},
            hash__in={item.cut_hash for item in editions},
        )
    }
    told: dict[int, Changes | None] = {}
    for newer, older in zip_longest(editions, editions[1:]):
        known = older is not None and {newer.cut_hash, older.cut_hash} <= cuts.keys()
        told[newer.pk] = compare(cuts[older.cut_hash], cuts[newer.cut_hash]) if known else None
    return told
