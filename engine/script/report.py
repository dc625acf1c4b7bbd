"""A breakdown in numbers: does it cut like a drama?"""

from collections import Counter
from itertools import pairwise

from engine.contracts import Angle, Blocking, Breakdown, Shot, ShotSize, Value
from engine.script.plan import SIZES


class Statistics(Value, frozen=True, kw_only=True):
    """Lengths in seconds; shares are 0 … 1."""

    shots: int
    duration: float
    shots_per_minute: float
    shortest: float
    longest: float
    mean: float
    sizes: dict[str, float]
    with_lines: float
    jump_cuts: int
    line_crossings: int


def statistics(breakdown: Breakdown) -> Statistics:
    """The figures of a breakdown that has at least one shot."""
    shots = breakdown.shots
    lengths = [shot.duration for shot in shots]
    total = sum(lengths)
    sizes = Counter(shot.size for shot in shots)
    return Statistics(
        shots=len(shots),
        duration=round(total, 3),
        shots_per_minute=round(60 * len(shots) / total, 2),
        shortest=min(lengths),
        longest=max(lengths),
        mean=round(total / len(shots), 3),
        sizes={size.value: round(sizes[size] / len(shots), 3) for size in ShotSize},
        with_lines=round(sum(bool(shot.lines) for shot in shots) / len(shots), 3),
        jump_cuts=jump_cuts(shots),
        line_crossings=line_crossings(shots),
    )


def _subject(shot: Shot) -> str:
    sharp = [person.character for person in shot.people if person.focus]
    return sharp[0] if len(sharp) == 1 else ",".join(sharp)


def jump_cuts(shots: tuple[Shot, ...]) -> int:
    """Cuts in a scene between two shots of one subject, under two sizes and no angle apart."""
    count = 0
    for one, other in pairwise(shots):
        same = one.slate.scene == other.slate.scene and _subject(one) == _subject(other)
        near = abs(SIZES.index(one.size) - SIZES.index(other.size)) < 2 and one.angle == other.angle
        if same and near and _subject(one) and not one.insert and not other.insert:
            count += 1
    return count


def line_crossings(shots: tuple[Shot, ...]) -> int:
    """How often someone who looks at someone looks the other way than before in the scene."""
    sides: dict[tuple[str, str, str], bool] = {}
    count = 0
    for shot in shots:
        for person in shot.people:
            if not _looks(person):
                continue
            key = (shot.slate.scene, person.character, person.look_at)
            right = person.yaw > 0
            count += sides.setdefault(key, right) != right
    return count


def _looks(person: Blocking) -> bool:
    return person.look_at not in ("", "lens") and abs(person.yaw) > 5


def report(breakdown: Breakdown) -> str:
    """What a director reads of a breakdown that has at least one shot: its shots, its figures."""
    figures = statistics(breakdown)
    sizes = ", ".join(f"{size} {share:.0%}" for size, share in figures.sizes.items() if share)
    return (
        f"{table(breakdown)}\n\n"
        f"{figures.shots_per_minute:.0f} shots a minute, {figures.shortest:.1f} to "
        f"{figures.longest:.1f} s, {figures.mean:.1f} s in the mean\n"
        f"{sizes}; with lines {figures.with_lines:.0%}\n"
        f"jump cuts {figures.jump_cuts}, crossings of the line {figures.line_crossings}"
    )


def table(breakdown: Breakdown) -> str:
    """The shot list as text, one shot a line, for reading."""
    names = {person.id: person.name for person in breakdown.cast}
    return "\n".join(_row(shot, names) for shot in breakdown.shots)


def _row(shot: Shot, names: dict[str, str]) -> str:
    angle = "" if shot.angle is Angle.EYE else f" {shot.angle}"
    who = " ".join(
        f"{names[one.character]}{'(back)' if one.over_shoulder else ''}"
        f"[{'>'.join(cue.expression for cue in one.expressions)}]"
        + "".join(f"+{cue.gesture}" for cue in one.gestures if cue.gesture != "talk")
        for one in shot.people
    )
    said = " / ".join(f"{line.name}: {line.text} ({line.kind})" for line in shot.lines)
    shown = f"<{shot.insert.kind}: {shot.insert.text}>" if shot.insert else ""
    extra = [effect.kind.value for effect in shot.effects]
    extra += [cue.sound.value for cue in shot.sounds]
    extra += [f"“{letters.text}”" for letters in shot.lettering]
    parts = (
        f"{shot.slate.id} {shot.duration:5.2f}s {shot.size}{angle} {shot.move}",
        who,
        said or ("" if shown else shot.action),
        shown,
        " ".join(extra),
    )
    return " | ".join(part for part in parts if part)
