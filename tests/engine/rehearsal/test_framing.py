"""Framing obeys size and angle; the camera obeys its move."""

from itertools import combinations
from math import hypot, radians

import pytest
import skia
from msgspec.structs import replace

from engine.contracts import (
    Angle,
    Effect,
    EffectKind,
    Format,
    Gesture,
    GestureCue,
    Move,
    Posture,
    SetKind,
    ShotSize,
)
from engine.rehearsal.aiming import aimed
from engine.rehearsal.camera import View, moved, need, of_people, view
from engine.rehearsal.framing import frame, heads, subject_of
from engine.rehearsal.lens import Lens
from engine.rehearsal.render import performers
from engine.rehearsal.spoken import spoken
from tests.engine.rehearsal.shots import MIA, dressing, person, request, shot

PICTURE = Format()
EYES = (0.0, -157.0)
CLOSE = [ShotSize.MS, ShotSize.MCU, ShotSize.CU, ShotSize.ECU]


@pytest.mark.parametrize("size", CLOSE)
@pytest.mark.parametrize("angle", [Angle.EYE, Angle.LOW, Angle.HIGH])
def test_the_eye_line_of_close_shots_is_near_38_percent(size: ShotSize, angle: Angle) -> None:
    framing = frame(shot(size=size, angle=angle, people=(person(),)), [EYES], PICTURE)
    _, y = framing.lens.project(framing.marks[0].point)
    assert 0.3 <= y / PICTURE.height <= 0.44


def test_each_size_is_closer_than_the_one_before() -> None:
    scales = []
    for size in ShotSize:
        framing = frame(shot(size=size, people=(person(),)), [EYES], PICTURE)
        scales.append(framing.lens.scale(framing.marks[0].depth))
    assert scales == sorted(scales)
    assert scales[-1] > 1.8 * scales[-2]


def test_a_wide_shot_has_head_and_feet_between_title_and_captions() -> None:
    framing = frame(shot(size=ShotSize.WS, people=(person(),)), [EYES], PICTURE)
    _, feet = framing.lens.project((0, 0, 0))
    _, head = framing.lens.project((0, -170, 0))
    assert 0.08 < head / PICTURE.height < 0.25
    assert 0.8 < feet / PICTURE.height < 0.95


def test_a_low_angle_looks_up_and_a_high_one_down() -> None:
    horizons = {}
    for angle in (Angle.LOW, Angle.EYE, Angle.HIGH):
        framing = frame(shot(size=ShotSize.WS, angle=angle, people=(person(),)), [EYES], PICTURE)
        horizons[angle] = framing.lens.horizon
        assert -framing.lens.y > 10
    assert horizons[Angle.LOW] > horizons[Angle.EYE] > horizons[Angle.HIGH]


def test_a_dutch_angle_tilts_the_horizon() -> None:
    assert frame(shot(angle=Angle.DUTCH, people=(person(),)), [EYES], PICTURE).roll != 0
    assert frame(shot(people=(person(),)), [EYES], PICTURE).roll == 0


def test_the_speaker_stays_out_of_the_buttons_at_the_right() -> None:
    for size in CLOSE:
        framing = frame(shot(size=size, people=(person(x=0.9),)), [EYES], PICTURE)
        x, _ = framing.lens.project(framing.marks[0].point)
        assert x < 0.72 * PICTURE.width


@pytest.mark.parametrize("size", [ShotSize.MS, ShotSize.MCU, ShotSize.CU])
def test_a_second_person_does_not_cover_the_first(size: ShotSize) -> None:
    people = (person(x=-0.05), person("ben", x=0.05, depth=0.6))
    framing = frame(shot(size=size, people=people), [EYES, EYES], PICTURE)
    a, b = (framing.lens.project(mark.point)[0] for mark in framing.marks)
    assert b - a > 0.25 * PICTURE.width


@pytest.mark.parametrize("size", [ShotSize.WS, ShotSize.MLS, ShotSize.MS])
def test_who_towers_over_a_kneeling_subject_keeps_their_head(size: ShotSize) -> None:
    both = (person(x=-0.4), person("leo", x=0.4, focus=False))
    framing = frame(shot(size=size, people=both), [(0.0, -100.0), (0.0, -160.0)], PICTURE)
    mark = framing.marks[1]
    _, y = framing.lens.project((mark.point[0], -172.0, mark.point[2]))
    assert y >= 0


def test_a_shoulder_is_nearer_larger_and_at_the_edge() -> None:
    people = (person(), person("ben", x=0.8, over_shoulder=True))
    framing = frame(shot(size=ShotSize.MCU, people=people), [EYES, EYES], PICTURE)
    subject, shoulder = framing.marks
    assert shoulder.depth < 0.8 * subject.depth
    assert framing.lens.project(shoulder.point)[0] > 0.8 * PICTURE.width


@pytest.mark.parametrize("size", [ShotSize.MS, ShotSize.MCU])
def test_an_over_shoulder_shot_has_a_shoulder(size: ShotSize) -> None:
    people = (person(x=-0.2), person("ben", x=0.8, over_shoulder=True))
    framing = frame(shot(size=size, people=people), [EYES, EYES], PICTURE)
    mark = framing.marks[1]
    x, y = framing.lens.project(mark.point)
    scale = framing.lens.scale(mark.depth)
    shoulder_x, shoulder_y = x - 17 * scale, y + (mark.anchor + EYES[1] + 27) * scale
    assert 0 < shoulder_x < PICTURE.width
    assert shoulder_y < PICTURE.height


@pytest.mark.parametrize("size", [ShotSize.WS, ShotSize.EWS])
def test_people_of_a_wide_shot_stand_in_depth_one_above_the_other(size: ShotSize) -> None:
    people = (person(x=-0.5), person("ben", x=0.0), person("eve", x=0.5))
    made = shot(size=size, people=people)
    framing = frame(made, [EYES] * 3, PICTURE)
    depths = [mark.depth for mark in framing.marks]
    feet = [framing.lens.project(mark.point)[1] for mark in framing.marks]
    assert depths[0] < depths[1] < depths[2]
    assert feet[0] > feet[1] > feet[2]
    faces = heads(made, framing, [EYES] * 3)
    assert faces[0][1] > faces[2][1]
    assert faces[0][2] > 1.2 * faces[2][2]


def test_people_who_touch_stand_at_one_depth() -> None:
    slap = GestureCue(at=0.2, duration=0.6, gesture=Gesture.SLAP, target="ben")
    people = (person(x=-0.3, gestures=(slap,)), person("ben", x=0.3))
    framing = frame(shot(size=ShotSize.WS, people=people), [EYES] * 2, PICTURE)
    assert framing.marks[0].depth == framing.marks[1].depth


@pytest.mark.parametrize("size", [ShotSize.EWS, ShotSize.WS, ShotSize.MLS, ShotSize.MS])
@pytest.mark.parametrize("places", [(-0.1, 0.1, 0.15), (0.0, 0.0, 0.0), (-0.68, 0.0, 0.68)])
def test_no_face_hides_another(size: ShotSize, places: tuple[float, ...]) -> None:
    people = tuple(person(f"p{at}", x=x, focus=not at) for at, x in enumerate(places))
    made = shot(size=size, people=people)
    faces = heads(made, frame(made, [EYES] * 3, PICTURE), [EYES] * 3)
    assert len(faces) == len(people)
    for a, b in combinations(faces, 2):
        assert hypot(a[0] - b[0], a[1] - b[1]) > max(a[2], b[2])
    for x, y, _ in faces:
        assert 0 < x < PICTURE.width
        assert 0 < y < 0.82 * PICTURE.height


def test_a_high_angle_stays_below_the_ceiling_of_a_room() -> None:
    made = shot(size=ShotSize.EWS, angle=Angle.HIGH, people=(person(),))
    assert frame(made, [EYES], PICTURE).lens.y > -255
    outside = shot(
        size=ShotSize.EWS, angle=Angle.HIGH, people=(person(),), set=dressing(SetKind.STREET)
    )
    assert frame(outside, [EYES], PICTURE).lens.y < -255


def test_a_low_angle_makes_tall_and_a_high_one_small() -> None:
    tall = [
        frame(shot(size=ShotSize.MS, angle=angle, people=(person(),)), [EYES], PICTURE)
        .marks[0]
        .squash
        for angle in (Angle.LOW, Angle.EYE, Angle.HIGH)
    ]
    assert tall[0] > tall[1] > tall[2]


def test_the_subject_is_who_is_in_focus() -> None:
    people = (person(over_shoulder=True), person("b", focus=False), person("c"))
    assert subject_of(people) == 2
    assert subject_of(()) is None


@pytest.mark.parametrize("move", list(Move))
def test_every_move_shows_only_what_was_drawn_for_it(move: Move) -> None:
    made = shot(move=move, duration=2.0, people=(person(),))
    framing = frame(made, [EYES], PICTURE)
    views = [view(made, framing, n / 24) for n in range(48)]
    for depth in (90.0, 205.0, 4000.0):
        drawn = need(framing, views, depth, 0.0)
        drawn.outset(1, 1)
        screen = skia.Rect.MakeWH(PICTURE.width, PICTURE.height)
        for seen in views:
            back = skia.Matrix()
            assert moved(framing, seen, depth, 0.0).invert(back)
            assert drawn.contains(back.mapRect(screen))


def test_a_push_in_grows_the_near_more_than_the_far() -> None:
    made = shot(move=Move.PUSH_IN, duration=2.0, people=(person(),))
    framing = frame(made, [EYES], PICTURE)
    end = view(made, framing, 2.0)
    near = moved(framing, end, framing.subject, 0.0).getScaleX()
    far = moved(framing, end, 5000.0, 0.0).getScaleX()
    assert near > 1.15
    assert 1.0 < far < 1.02


def test_a_push_in_keeps_its_subject_in_place() -> None:
    made = shot(move=Move.PUSH_IN, duration=2.0, people=(person(),))
    framing = frame(made, [EYES], PICTURE)
    pivot = 120.0
    before = framing.lens.axis[0] + pivot
    after = moved(framing, view(made, framing, 2.0), framing.subject, pivot)
    assert after.mapXY(before, 500).x() == pytest.approx(before, abs=1.5)


def test_an_orbit_turns_around_the_subject() -> None:
    made = shot(move=Move.ORBIT, duration=2.0, people=(person(),))
    framing = frame(made, [EYES], PICTURE)
    start = view(made, framing, 0.0)
    centre = framing.lens.axis
    assert moved(framing, start, framing.subject, 0.0).mapXY(*centre).x() == pytest.approx(
        centre[0]
    )
    behind = moved(framing, start, 900.0, 0.0).mapXY(*centre).x() - centre[0]
    before = moved(framing, start, 80.0, 0.0).mapXY(*centre).x() - centre[0]
    assert behind * before < 0


def test_a_tracked_person_stays_in_frame_while_the_set_passes() -> None:
    made = shot(move=Move.TRACK, duration=2.0, people=(person(),))
    framing = frame(made, [EYES], PICTURE)
    start, end = view(made, framing, 0.0), view(made, framing, 2.0)
    for seen in (start, end):
        assert moved(framing, of_people(seen), framing.subject, 0.0).mapXY(300, 500).x() == (
            pytest.approx(300)
        )
    passed = [moved(framing, seen, 400.0, 0.0).mapXY(300, 500).x() for seen in (start, end)]
    assert passed[0] - passed[1] > 50


def test_a_blow_shakes_the_camera_and_dies_away() -> None:
    made = shot(duration=2.0, effects=(Effect(kind=EffectKind.IMPACT, at=0.5),))
    framing = frame(made, [], PICTURE)
    assert view(made, framing, 0.4) == View()
    struck = [view(made, framing, 0.5 + n / 24) for n in range(1, 12)]
    assert max(abs(seen.pan_y) for seen in struck[:4]) > 3 * abs(struck[-1].pan_y)
    assert view(made, framing, 1.5) == View()


def test_a_polygon_that_passes_the_lens_is_cut_at_the_near_plane() -> None:
    lens = Lens(0, -150, -200, 1.5, radians(5), (0.5, 0.4), 720, 1280)
    corners = lens.polygon(((-100, 0, -900), (100, 0, -900), (100, 0, 500), (-100, 0, 500)))
    assert len(corners) == 4
    assert lens.polygon(((0, 0, -900), (10, 0, -900), (10, 0, -800))) == []


@pytest.mark.parametrize("yaw", [-20.0, 20.0])
def test_who_telephones_makes_room_for_the_phone(yaw: float) -> None:
    call = GestureCue(at=0.0, duration=2.0, gesture=Gesture.PHONE)
    plain, calls = (
        frame(
            shot(
                size=ShotSize.CU,
                duration=2.0,
                people=(person(yaw=yaw, x=0.0, gestures=done),),
            ),
            [(0.0, -157.0)],
            PICTURE,
        )
        for done in ((), (call,))
    )
    assert (calls.marks[0].point[0] - plain.marks[0].point[0]) * yaw > 20


@pytest.mark.parametrize("size", [ShotSize.MS, ShotSize.MCU, ShotSize.CU])
def test_the_face_of_someone_who_lies_is_in_the_frame(size: ShotSize) -> None:
    lying = shot(size=size, people=(person(posture=Posture.LIE, yaw=30),), duration=1.0)
    actors = performers(request(lying), spoken(lying, (MIA,)))
    framing = aimed(lying, actors, PICTURE, 1.0)
    x, y, _ = heads(lying, framing, [actors[0].eyes(0.5)])[0]
    assert 0 < x < PICTURE.width
    assert 0 < y < 0.8 * PICTURE.height


def test_who_lies_is_seen_from_above_and_who_is_still_falling_is_not() -> None:
    lying = person(posture=Posture.LIE)
    falls = GestureCue(at=0, duration=1, gesture=Gesture.FAINT)
    seen = [
        frame(shot(size=ShotSize.MCU, people=(one,)), [(-65.0, -22.0)], PICTURE).lens.pitch
        for one in (lying, replace(lying, gestures=(falls,)))
    ]
    assert seen == [radians(-44), 0]
