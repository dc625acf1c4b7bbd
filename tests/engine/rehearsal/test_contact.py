"""Hands that strike arrive: at a cheek, a chest, a shoulder, whoever is taller or further away."""

from dataclasses import replace

import msgspec
import numpy as np
import pytest
import skia

from engine.contracts import (
    Character,
    Effect,
    EffectKind,
    Gesture,
    GestureCue,
    Look,
    Posture,
    Shot,
    ShotSize,
)
from engine.rehearsal.actors import ON_TWOS
from engine.rehearsal.contact import TOUCHES, Contact, meet
from engine.rehearsal.figure.pose import Pose
from engine.rehearsal.figure.skeleton import solve
from engine.rehearsal.footing import Footing, footing
from engine.rehearsal.framing import frame
from engine.rehearsal.palette import light_for
from engine.rehearsal.render import performers
from engine.rehearsal.spoken import spoken
from engine.rehearsal.stage import Stage
from tests.engine.rehearsal.shots import SMALL, dressing, person, request, shot, staged

altered = msgspec.structs.replace

NEAR = 0.06  # of the frame's width
HEIGHTS = [(1.0, 1.0), (0.92, 1.12), (1.15, 0.88), (1.1, 0.62), (0.62, 1.1)]
PLACES = [(-0.36, 0.36), (-0.8, 0.8), (0.5, -0.2), (-0.1, 0.08)]


def cast(tall: tuple[float, float]) -> tuple[Character, ...]:
    ages = [9 if height < 0.7 else 30 for height in tall]
    return tuple(
        Character(id=name, name=name, look=Look(height=height, age=age))
        for name, height, age in zip(("ada", "ben"), tall, ages, strict=True)
    )


def fight(gesture: Gesture, at: tuple[float, float], size: ShotSize = ShotSize.MLS) -> Shot:
    way = 1 if at[1] > at[0] else -1
    cue = GestureCue(at=0.25, duration=0.9, gesture=gesture, target="ben")
    return shot(
        duration=1.5,
        size=size,
        set=dressing(),
        people=(
            person("ada", x=at[0], yaw=way * 38.0, look_at="ben", gestures=(cue,)),
            person("ben", x=at[1], yaw=-way * 38.0, look_at="ada"),
        ),
    )


class Played:
    """A shot acted out, with who stands where."""

    def __init__(self, made: Shot, people: tuple[Character, ...]) -> None:
        asked = request(made, cast=people)
        self.actors = performers(asked, spoken(made, people))
        framing = frame(made, [actor.eyes(0.5) for actor in self.actors], SMALL)
        self.acted = [actor.poses(round(made.duration * ON_TWOS)) for actor in self.actors]
        self.poses, self.contacts = meet(made, self.actors, self.acted, framing)
        self.feet: list[Footing] = [footing(mark, framing.lens) for mark in framing.marks]

    def hands(self, contact: Contact) -> list[np.ndarray]:
        """Where both palms of who strikes are at the touch, px."""
        pose = self.poses[contact.by][contact.at]
        marks = self.actors[contact.by].figure.landmarks(pose)
        foot = self.feet[contact.by]
        return [np.array(foot.shown(hand)) for hand in (marks.left_hand, marks.right_hand)]

    def of_other(self, contact: Contact) -> dict[str, np.ndarray]:
        pose = self.poses[contact.other][contact.at]
        marks = self.actors[contact.other].figure.landmarks(pose)
        foot = self.feet[contact.other]
        names = ("head_top", "eyes", "chin", "chest", "hips")
        return {name: np.array(foot.shown(getattr(marks, name))) for name in names}


@pytest.mark.parametrize("at", PLACES)
@pytest.mark.parametrize("tall", HEIGHTS)
@pytest.mark.parametrize("gesture", sorted(TOUCHES))
def test_the_hand_is_on_the_other_at_the_touch(
    gesture: Gesture, tall: tuple[float, float], at: tuple[float, float]
) -> None:
    played = Played(fight(gesture, at), cast(tall))
    (contact,) = played.contacts
    off = min(np.hypot(*(hand - contact.point)) for hand in played.hands(contact))
    other = played.of_other(contact)

    assert off < NEAR * SMALL.width
    # Who is 1 m small reaches the hip of a grown-up.
    assert other["head_top"][1] < contact.point[1] < other["hips"][1] + 0.06 * SMALL.height
    assert abs(contact.point[0] - other["chest"][0]) < 0.2 * SMALL.width


@pytest.mark.parametrize("size", [ShotSize.MS, ShotSize.MLS, ShotSize.WS])
def test_a_slap_among_equals_lands_between_eyes_and_chin(size: ShotSize) -> None:
    played = Played(fight(Gesture.SLAP, (-0.4, 0.4), size), cast((1.0, 1.0)))
    (contact,) = played.contacts
    other = played.of_other(contact)

    assert other["eyes"][1] < contact.point[1] < other["chin"][1]


def test_who_is_slapped_turns_away_shuts_the_eyes_and_keeps_a_red_cheek() -> None:
    played = Played(fight(Gesture.SLAP, (-0.4, 0.4)), cast((1.0, 1.0)))
    (contact,) = played.contacts
    before, after = played.acted[1], played.poses[1]
    turned = [after[k].yaw - before[k].yaw for k in range(contact.at, contact.at + 4)]

    assert after[: contact.at] == before[: contact.at]
    assert max(turned) > 60
    assert after[contact.at + 1].rig.lid_l < 0.3 * before[contact.at + 1].rig.lid_l
    assert after[contact.at].overlays.struck == 0
    assert after[-1].overlays.struck != 0


def test_who_is_seized_leans_back_with_both_hands_up() -> None:
    played = Played(fight(Gesture.GRAB, (-0.7, 0.7), ShotSize.WS), cast((1.0, 1.0)))
    (contact,) = played.contacts
    pose = played.poses[1][contact.at + 2]

    assert pose.lean > played.acted[1][contact.at + 2].lean + 5
    assert pose.left
    assert pose.right
    assert max(pose.left.at[1], pose.right.at[1]) < 25


def test_who_is_far_walks_up_and_stays() -> None:
    played = Played(fight(Gesture.GRAB, (-0.8, 0.8), ShotSize.EWS), cast((1.0, 1.0)))
    (contact,) = played.contacts
    steps = [pose.step for pose in played.poses[0]]

    assert steps[0] < 8
    assert steps[contact.at] > 20
    assert min(steps[contact.at :]) > 20


def test_a_touch_comes_with_the_impact_of_the_shot() -> None:
    made = fight(Gesture.SLAP, (-0.4, 0.4))
    later = Effect(kind=EffectKind.IMPACT, at=0.75)
    struck = msgspec.structs.replace(made, effects=(later,))
    (contact,) = Played(struck, cast((1.0, 1.0))).contacts

    assert contact.at == int(0.75 * ON_TWOS)


def test_nobody_is_touched_who_is_not_in_the_picture() -> None:
    made = fight(Gesture.SLAP, (-0.4, 0.4))
    alone = shot(duration=1.5, people=made.people[:1])
    played = Played(alone, cast((1.0, 1.0)))

    assert played.contacts == []
    assert played.poses == played.acted


def test_a_lettered_blow_breaks_out_at_the_touch() -> None:
    made = fight(Gesture.SLAP, (-0.4, 0.4))
    people = cast((1.0, 1.0))
    asked = request(made, cast=people)
    stage = staged(asked)
    (contact,) = stage.contacts

    assert stage.overlays.blow is not None
    assert np.hypot(*np.subtract(stage.overlays.blow, contact.point)) < NEAR * SMALL.width


@pytest.mark.parametrize("at", [(-0.4, 0.4), (0.35, -0.35), (-0.15, 0.1)])
@pytest.mark.parametrize("tall", [(1.0, 1.0), (0.94, 1.1)])
def test_two_who_embrace_lie_in_each_others_arms(
    tall: tuple[float, float], at: tuple[float, float]
) -> None:
    played = Played(fight(Gesture.EMBRACE, at), cast(tall))
    (contact,) = played.contacts
    one, two = (played.poses[k][contact.at] for k in (0, 1))
    bones = [
        solve(actor.figure.build, pose)
        for actor, pose in zip(played.actors, (one, two), strict=True)
    ]
    necks = [
        foot.shown((float(bone.neck[0]), float(bone.neck[1])))[0]
        for foot, bone in zip(played.feet, bones, strict=True)
    ]
    centimetre = played.feet[0].scale
    way = 1 if at[1] > at[0] else -1
    near, far = ("left", "right") if way > 0 else ("right", "left")

    assert 15 < (necks[1] - necks[0]) * way / centimetre < 32
    for own, other, pose, neck, side, ahead in (
        (0, 1, one, necks[1], near, way),
        (1, 0, two, necks[0], far, -way),
    ):
        marks = played.actors[own].figure.landmarks(pose)
        hand = played.feet[own].shown(getattr(marks, f"{side}_hand"))[0]
        # On the other's back, past the neck and not in the air behind it.
        assert -4 < (hand - neck) * ahead / played.feet[other].scale < 22
    assert one.hides == (far,)
    assert set(two.hides) == {near, far}
    assert one.lent is not None
    assert one.lent.side == far


def test_the_arm_of_who_is_behind_lies_over_who_is_embraced_in_front() -> None:
    made = fight(Gesture.EMBRACE, (-0.4, 0.4), ShotSize.MS)
    played = Played(made, cast((1.0, 1.0)))
    (contact,) = played.contacts
    pose = played.poses[0][contact.at]
    figure = played.actors[0].figure

    def drawn(shown: Pose) -> bytes:
        surface = skia.Surface(200, 200)
        canvas = surface.getCanvas()
        canvas.translate(80, 260)
        canvas.scale(1.5, 1.5)
        figure.draw(canvas, shown, light_for(made.set))
        return bytes(surface.makeImageSnapshot().toarray().tobytes())

    assert drawn(pose) != drawn(replace(pose, lent=None))


def test_two_part_again_after_an_embrace() -> None:
    made = msgspec.structs.replace(fight(Gesture.EMBRACE, (-0.4, 0.4)), duration=2.6)
    played = Played(made, cast((1.0, 1.0)))
    steps = [abs(pose.step) for pose in played.poses[0]]

    assert max(steps) > 3
    assert steps[-1] < 0.3 * max(steps)
    assert played.poses[0][-1].lent is None


def test_an_embrace_breaks_out_in_no_letters() -> None:
    made = fight(Gesture.EMBRACE, (-0.4, 0.4))
    people = cast((1.0, 1.0))
    asked = request(made, cast=people)
    assert staged(asked).overlays.blow is None


def fainting(at: tuple[float, float], size: ShotSize = ShotSize.WS) -> Played:
    made = msgspec.structs.replace(fight(Gesture.FAINT, at, size), duration=2.4)
    cue = GestureCue(at=0.25, duration=2.0, gesture=Gesture.FAINT, target="ben")
    first = msgspec.structs.replace(made.people[0], gestures=(cue,))
    return Played(msgspec.structs.replace(made, people=(first, made.people[1])), cast((1.0, 1.0)))


@pytest.mark.parametrize("at", [(-0.4, 0.4), (0.4, -0.4)])
def test_who_faints_beside_somebody_is_caught(at: tuple[float, float]) -> None:
    played = fainting(at)
    one, two = (poses[-1] for poses in played.poses)
    way = 1 if at[1] > at[0] else -1
    marks = [
        actor.figure.landmarks(pose) for actor, pose in zip(played.actors, (one, two), strict=True)
    ]
    chest = np.array(played.feet[0].shown(marks[0].chest))
    hand = marks[1].right_hand if way > 0 else marks[1].left_hand
    held = np.array(played.feet[1].shown(hand))

    assert two.posture is Posture.KNEEL
    assert np.hypot(*(held - chest)) / played.feet[0].scale < 16
    assert one.lent is not None
    assert (marks[0].eyes[0] - marks[0].hips[0]) * way > 10  # they sink to whom they trust
    assert marks[0].eyes[1] > marks[1].eyes[1]


def test_who_is_caught_was_stood_beside_until_they_fell() -> None:
    played = fainting((-0.4, 0.4))
    postures = [pose.posture for pose in played.poses[1]]
    falls = next(k for k, pose in enumerate(played.poses[0]) if pose.posture is Posture.KNEEL)

    assert set(postures[:falls]) == {Posture.STAND}
    assert postures[-1] is Posture.KNEEL


def test_nobody_catches_who_faints_across_the_hall() -> None:
    played = fainting((-0.9, 0.9), ShotSize.EWS)

    assert played.contacts == []
    assert played.poses == played.acted


@pytest.mark.parametrize("gesture", [*TOUCHES, Gesture.EMBRACE, Gesture.FAINT, Gesture.TALK])
@pytest.mark.parametrize("when", [(-5.0, 1.0), (0.0, 0.0)])
def test_a_gesture_that_was_over_before_it_began_breaks_nothing(
    gesture: Gesture, when: tuple[float, float]
) -> None:
    made = fight(gesture, PLACES[0])
    ada, ben = made.people
    cue = altered(ada.gestures[0], at=when[0], duration=when[1])
    shown = altered(made, people=(altered(ada, gestures=(cue,)), ben), duration=0.5)
    asked = request(shown, cast=cast((1.0, 1.0)))
    Stage(asked, performers(asked, spoken(shown, ())), 4).frame(0)
