"""A breakdown in numbers and remarks: does it cut like a drama, and where could one argue?"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from engine.contracts import (
    Angle,
    Blocking,
    Breakdown,
    EffectKind,
    Gesture,
    Shot,
    ShotSize,
    Sound,
    Value,
)
from engine.script.plan import SIZES

CLOSE = frozenset((ShotSize.CU, ShotSize.ECU))
WIDE = frozenset((ShotSize.EWS, ShotSize.WS, ShotSize.MLS))
FAR = frozenset((ShotSize.EWS, ShotSize.WS))  # where a person is in a place, not a face
STINGS = frozenset((Sound.STING, Sound.RISER))
STRONG = 0.7  # intensity from which a change of face is a turn
ESTABLISHED = 2  # shots of a scene within which the place is seen
# Rules that have a reason of their own to come close.
ASKED = {"obey_the_camera", "end_on_a_face", "open_on_the_hook", "spend_close_ups_on_turns"}
SAME_FACE = 8.0  # seconds after which one wants to see something else


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
    turns: int  # shots in which something turns
    turns_close: float  # of them, seen close or answered by a close shot
    close_for_a_turn: float  # of the close-ups of people, those that a turn or an ending asks for
    reactions: float  # of the shots of people, those of somebody who listens or takes something in
    longest_face: float  # seconds for which one person alone is looked at
    on_screen: dict[str, float]  # character id → seconds in focus
    jump_cuts: int
    line_crossings: int


class Remark(Value, frozen=True, kw_only=True):
    """Something a director may want otherwise."""

    shot: str  # id
    words: str


def statistics(breakdown: Breakdown) -> Statistics:
    """The figures of a breakdown that has at least one shot."""
    shots = breakdown.shots
    lengths = [shot.duration for shot in shots]
    total = sum(lengths)
    sizes = Counter(shot.size for shot in shots)
    people = [shot for shot in shots if subject(shot)]
    turns = [at for at, shot in enumerate(shots) if is_turn(shot)]
    close = [at for at, shot in enumerate(shots) if shot.size in CLOSE and subject(shot)]
    return Statistics(
        shots=len(shots),
        duration=round(total, 3),
        shots_per_minute=round(60 * len(shots) / total, 2),
        shortest=min(lengths),
        longest=max(lengths),
        mean=round(total / len(shots), 3),
        sizes={size.value: round(sizes[size] / len(shots), 3) for size in ShotSize},
        with_lines=_share(shots, (shot for shot in shots if shot.lines)),
        turns=len(turns),
        turns_close=_share(turns, (at for at in turns if _seen_close(shots, at))),
        close_for_a_turn=_share(close, (at for at in close if _asked_for(shots, at))),
        reactions=_share(people, (shot for shot in people if is_reaction(shot))),
        longest_face=round(max((_length(run) for run in _faces(shots)), default=0.0), 3),
        on_screen=_on_screen(shots),
        jump_cuts=jump_cuts(shots),
        line_crossings=line_crossings(shots),
    )


def _share(whole: Sequence[object], part: Iterable[object]) -> float:
    return round(sum(1 for _one in part) / max(len(whole), 1), 3)


def subject(shot: Shot) -> str:
    """Whom the shot is of, "" for a thing or a place."""
    if shot.insert:
        return ""
    sharp = [person.character for person in shot.people if person.focus]
    return sharp[0] if len(sharp) == 1 else ",".join(sharp)


def is_turn(shot: Shot) -> bool:
    """A blow, a reveal, a sting of the score, or a face that changes strongly in the shot."""
    if any(effect.kind is EffectKind.IMPACT for effect in shot.effects):
        return True
    if "push_in_on_a_reveal" in shot.slate.rules:
        return True
    if any(cue.sound in STINGS for cue in shot.sounds):
        return True
    return any(
        later.expression is not before.expression and later.intensity >= STRONG
        for person in shot.people
        if person.focus
        for before, later in pairwise(person.expressions)
    )


def is_reaction(shot: Shot) -> bool:
    """Of somebody who does not speak in it and does nothing but feel."""
    who = subject(shot)
    speaks = any(line.character in who.split(",") for line in shot.lines)
    acts = any(
        cue.gesture not in (Gesture.HANG, Gesture.REACH, Gesture.CLOSE_EYES)
        for person in shot.people
        if person.focus
        for cue in person.gestures
    )
    return bool(who) and not speaks and not acts


def _seen_close(shots: Sequence[Shot], at: int) -> bool:
    """Whether a turn is looked at from near: in its own shot or in the next, of a thing or face."""
    return any(shot.size in CLOSE or shot.insert for shot in shots[at : at + 2])


def _asked_for(shots: Sequence[Shot], at: int) -> bool:
    """Whether a close-up is a turn, takes one in, opens or ends the episode, or was written."""
    told = ASKED & set(shots[at].slate.rules) or "abyss" in shots[at].set.props
    takes_in = any(is_turn(shot) or shot.insert for shot in shots[max(at - 1, 0) : at + 1])
    return bool(told) or takes_in


def _faces(shots: Sequence[Shot]) -> list[list[Shot]]:
    """Runs of shots in which one and the same person is the only face."""
    runs = (list(run) for _who, run in groupby(shots, key=_only_face))
    return [run for run in runs if _only_face(run[0])]


def _only_face(shot: Shot) -> str:
    faces = {person.character for person in shot.people if not person.over_shoulder}
    return subject(shot) if len(faces) == 1 and shot.size not in FAR else ""


def _length(shots: Iterable[Shot]) -> float:
    return sum(shot.duration for shot in shots)


def _on_screen(shots: Sequence[Shot]) -> dict[str, float]:
    """Who is in focus and for how long, the longest first; ties in the order of the shots."""
    seconds: dict[str, float] = {}
    for shot in shots:
        for who in dict.fromkeys(person.character for person in shot.people if person.focus):
            seconds[who] = seconds.get(who, 0.0) + shot.duration
    longest = sorted(seconds.items(), key=lambda pair: -pair[1])
    return {who: round(time, 2) for who, time in longest}


def jump_cuts(shots: tuple[Shot, ...]) -> int:
    """Cuts in a scene between two shots of one subject, under two sizes and no angle apart."""
    count = 0
    for one, other in pairwise(shots):
        same = one.slate.scene == other.slate.scene and subject(one) == subject(other)
        near = abs(SIZES.index(one.size) - SIZES.index(other.size)) < 2 and one.angle == other.angle
        if same and near and subject(one):
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


def remarks(breakdown: Breakdown) -> tuple[Remark, ...]:
    """What a director might argue with, in the order of the shots."""
    shots = breakdown.shots
    place = {shot.slate.id: at for at, shot in enumerate(shots)}
    found = [*_of_sizes(shots), *_of_scenes(shots), *_of_faces(breakdown)]
    if not subject(shots[-1]):
        found.append(Remark(shot=shots[-1].slate.id, words="The episode does not end on a face."))
    return tuple(sorted(found, key=lambda remark: place[remark.shot]))


def _of_sizes(shots: Sequence[Shot]) -> Iterable[Remark]:
    for at, shot in enumerate(shots):
        if shot.size in CLOSE and subject(shot) and not _asked_for(shots, at):
            yield Remark(shot=shot.slate.id, words="A close-up that no turn asks for.")
        if is_turn(shot) and not _seen_close(shots, at):
            yield Remark(shot=shot.slate.id, words="A turn that nothing close shows.")


def _of_scenes(shots: Sequence[Shot]) -> Iterable[Remark]:
    for _scene, group in groupby(shots, key=lambda shot: shot.slate.scene):
        scene = list(group)
        first = scene[:ESTABLISHED]
        seen = any(shot.size in WIDE or shot.angle is Angle.OVERHEAD for shot in first)
        if len(scene) > ESTABLISHED and not seen:
            words = f"The place is not seen in the first {ESTABLISHED} shots of the scene."
            yield Remark(shot=first[0].slate.id, words=words)


def _of_faces(breakdown: Breakdown) -> Iterable[Remark]:
    names = {person.id: person.name for person in breakdown.cast}
    for run in _faces(breakdown.shots):
        if _length(run) > SAME_FACE:
            who = names.get(subject(run[0]), subject(run[0]))
            words = f"{who} alone is looked at for {_length(run):.1f} s."
            yield Remark(shot=run[0].slate.id, words=words)


def report(breakdown: Breakdown) -> str:
    """What a director reads of a breakdown that has at least one shot: shots, figures, remarks."""
    of = statistics(breakdown)
    names = {person.id: person.name for person in breakdown.cast}
    sizes = ", ".join(f"{size} {share:.0%}" for size, share in of.sizes.items() if share)
    seen = ", ".join(f"{names.get(who, who)} {time:.0f} s" for who, time in of.on_screen.items())
    rules = Counter(rule for shot in breakdown.shots for rule in shot.slate.rules)
    applied = ", ".join(f"{rule.replace('_', ' ')} {count}" for rule, count in rules.most_common())
    argued = [f"  {one.shot}  {one.words}" for one in remarks(breakdown)]
    figures = (
        ("pace", f"{of.shots_per_minute:.0f} shots a minute, {of.shortest:.1f} to "
         f"{of.longest:.1f} s, {of.mean:.1f} s in the mean"),
        ("sizes", sizes),
        ("turns", f"{of.turns}, {of.turns_close:.0%} of them seen close; "
         f"{of.close_for_a_turn:.0%} of the close-ups are for one"),
        ("faces", f"{of.reactions:.0%} of the shots of people are reactions; one face is held "
         f"for {of.longest_face:.1f} s at most; {seen}"),
        ("lines", f"in {of.with_lines:.0%} of the shots"),
        ("cuts", f"{of.jump_cuts} jump cuts, {of.line_crossings} crossings of the line"),
        ("rules", applied),
    )  # fmt: skip
    told = "\n".join(f"{name:<7}{words}" for name, words in figures)
    argue = "\n".join(["to argue with:", *argued]) if argued else "nothing to argue with"
    return f"{table(breakdown)}\n\n{told}\n\n{argue}"


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
    extra += [f"“{' / '.join(letters.text.splitlines())}”" for letters in shot.lettering]
    parts = (
        f"{shot.slate.id} {shot.duration:5.2f}s {shot.size}{angle} {shot.move}",
        who,
        said or ("" if shown else shot.action),
        shown,
        " ".join(extra),
    )
    return " | ".join(part for part in parts if part)
