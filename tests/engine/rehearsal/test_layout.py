"""A shot's composition as pictures: what another renderer is led by."""

import errno
from collections.abc import Callable
from pathlib import Path

import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

from engine.contracts import (
    Blocking,
    Effect,
    EffectKind,
    EngineError,
    FrameLayout,
    Insert,
    InsertKind,
    Layout,
    Lettering,
    LetteringKind,
    PersonLayout,
    SetKind,
    Shot,
    ShotSize,
    TimeOfDay,
)
from engine.rehearsal.figure.joints import JOINTS
from engine.rehearsal.layout import layout
from tests.engine.quiet import Quiet
from tests.engine.rehearsal.shots import dressing, person, request, shot

LayOut = Callable[[Shot], Layout]


@pytest.fixture
def lay_out(tmp_path: Path) -> LayOut:
    return lambda made: layout(request(made, str(tmp_path)), Quiet())


def grey(folder: Path, name: str) -> NDArray[np.int64]:
    return np.array(Image.open(folder / name).convert("I"), dtype=np.int64)


def of(frame: FrameLayout, character: str) -> PersonLayout:
    return next(one for one in frame.people if one.character == character)


def two(**changes: object) -> Shot:
    people = (person("mia", x=-0.5, depth=0.3), person("leo", x=0.5, depth=0.7))
    return shot(size=ShotSize.WS, people=people, **changes)


def test_who_stands_nearer_is_whiter_and_the_set_behind_is_darker(
    lay_out: LayOut, tmp_path: Path
) -> None:
    first = lay_out(two()).first
    depth = grey(tmp_path, first.depth)
    mia, leo = (grey(tmp_path, of(first, name).mask) > 0 for name in ("mia", "leo"))
    assert depth[mia].min() > depth[leo].max()
    set_behind = ~(mia | leo)
    set_behind[len(depth) // 2 :] = False
    assert depth[leo].min() > np.median(depth[set_behind])
    assert 0 < first.near < first.far


def test_the_floor_comes_nearer_towards_the_bottom_of_the_frame(
    lay_out: LayOut, tmp_path: Path
) -> None:
    first = lay_out(shot(size=ShotSize.EWS)).first
    column = grey(tmp_path, first.depth)[:, 90]
    floor = column[-60:]
    assert (np.diff(floor) >= 0).all()
    assert floor[-1] > floor[0] * 1.2


def test_masks_share_no_pixel_and_fill_their_boxes(lay_out: LayOut, tmp_path: Path) -> None:
    behind = (person("mia", x=0.0, depth=0.3), person("leo", x=0.12, depth=0.8))
    frame = lay_out(shot(size=ShotSize.WS, people=behind)).last
    masks = [grey(tmp_path, one.mask) for one in frame.people]
    assert {int(value) for mask in masks for value in np.unique(mask)} == {0, 255}
    assert not np.logical_and(*(mask > 0 for mask in masks)).any()
    for one, mask in zip(frame.people, masks, strict=True):
        left, top, right, bottom = one.box
        rows, columns = np.nonzero(mask)
        assert (columns.min(), rows.min()) == (left, top)
        assert (columns.max() + 1, rows.max() + 1) == (right, bottom)


def test_somebody_else_changes_the_picture_only_inside_their_mask(
    lay_out: LayOut, tmp_path: Path
) -> None:
    """In a close-up, where no shadow falls on the ground."""
    shots = [shot(size=ShotSize.CU, people=(person("mia", yaw=yaw),)) for yaw in (0.0, 20.0)]
    pictures, masks = [], []
    for made in shots:
        frame = lay_out(made).first
        pictures.append(np.array(Image.open(tmp_path / frame.picture), dtype=int))
        masks.append(grey(tmp_path, frame.people[0].mask) > 0)
    changed = (
        np.abs(pictures[0] - pictures[1]).max(axis=2) > 40
    )  # less is a lamp moved by part of a pixel
    somebody = ndimage.binary_dilation(masks[0] | masks[1], iterations=2)
    assert changed.any()
    assert not (changed & ~somebody).any()


@pytest.mark.parametrize(("yaw", "facing"), [(0.0, True), (180.0, False)])
def test_right_and_left_are_the_persons_own(lay_out: LayOut, yaw: float, facing: bool) -> None:
    first = lay_out(shot(size=ShotSize.WS, people=(person("mia", yaw=yaw),))).first
    joints = of(first, "mia").joints
    assert (joints["right_shoulder"][0] < joints["left_shoulder"][0]) is facing
    assert ("right_eye" in joints) is facing


def test_all_joints_of_somebody_who_faces_us_are_on_them(lay_out: LayOut) -> None:
    one = of(lay_out(shot(size=ShotSize.WS, people=(person("mia"),))).first, "mia")
    left, top, right, bottom = one.box
    assert set(JOINTS) - set(one.joints) <= {"right_ear", "left_ear", "right_wrist", "left_wrist"}
    assert all(left <= x <= right and top <= y <= bottom for x, y in one.joints.values())
    downwards = ("nose", "neck", "left_hip", "left_knee", "left_ankle")
    heights = [one.joints[name][1] for name in downwards]
    assert heights == sorted(heights)


def test_joints_outside_the_frame_are_left_out(lay_out: LayOut) -> None:
    joints = of(lay_out(shot(size=ShotSize.CU, people=(person("mia"),))).first, "mia").joints
    assert "nose" in joints
    assert "left_knee" not in joints


def test_lines_are_found_in_the_dark_as_by_day(lay_out: LayOut, tmp_path: Path) -> None:
    drawn = {}
    for time in (TimeOfDay.DAY, TimeOfDay.NIGHT):
        made = two(set=dressing(SetKind.HOSPITAL, time=time))
        drawn[time] = (grey(tmp_path, lay_out(made).first.lines) > 128).mean()
    assert 0.02 < drawn[TimeOfDay.DAY] < 0.4
    assert drawn[TimeOfDay.NIGHT] > drawn[TimeOfDay.DAY] * 0.6


def test_the_same_shot_is_laid_out_in_the_same_bytes(tmp_path: Path) -> None:
    made = two()
    files = []
    for name in ("one", "other"):
        layout(request(made, str(tmp_path / name)), Quiet())
        files.append({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()})
    assert files[0] == files[1]
    assert len(files[0]) == 2 * (4 + 2)


def test_an_insert_has_lines_and_no_depth(lay_out: LayOut, tmp_path: Path) -> None:
    note = Insert(kind=InsertKind.LETTER, text="Do not come home.")
    first = lay_out(shot(insert=note)).first
    assert (first.depth, first.pose, first.people) == ("", "", ())
    assert (grey(tmp_path, first.lines) > 128).any()


def test_lettering_is_not_laid_out(lay_out: LayOut, tmp_path: Path) -> None:
    plain = shot(people=(Blocking(character="mia"),), set=dressing(SetKind.STREET))
    title = Lettering(kind=LetteringKind.CAPTION, text="THREE YEARS LATER")
    loud = msgspec.structs.replace(plain, lettering=(title,))
    pictures = [(tmp_path / lay_out(made).first.picture).read_bytes() for made in (plain, loud)]
    assert pictures[0] == pictures[1]


def test_a_split_screen_is_laid_out_by_its_picture_and_lines(lay_out: LayOut) -> None:
    made = shot(
        duration=1.0,
        people=(person(x=-0.4, yaw=30.0), person("ben", x=0.4, yaw=-30.0)),
        effects=(Effect(kind=EffectKind.SPLIT_SCREEN, duration=1.0),),
    )
    found = lay_out(made)
    assert found.first.picture
    assert found.first.lines
    assert not found.first.people


def test_masks_of_whoever_stay_in_the_folder(lay_out: LayOut, tmp_path: Path) -> None:
    outside, long = "../../" + tmp_path.name, "很" * 300
    people = (person(outside, x=-0.4), person(long, x=0.4))
    found = lay_out(shot(size=ShotSize.WS, people=people)).first.people
    assert [one.character for one in found] == [outside, long]
    assert {(tmp_path / one.mask).parent for one in found} == {tmp_path}
    assert all((tmp_path / one.mask).is_file() for one in found)


def test_a_full_disk_leaves_nothing_of_a_layout_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, written = tmp_path / "new" / "layout", []
    save = Image.Image.save

    def fill(picture: Image.Image, file: Path, *how: object, **more: object) -> None:
        written.append(file)
        if len(written) == 6:  # of some dozen
            raise OSError(errno.ENOSPC, "No space left on device")
        save(picture, file, *how, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Image.Image, "save", fill)
    with pytest.raises(EngineError) as caught:
        layout(request(two(), str(out)), Quiet())
    assert caught.value.code == "disk-full"
    assert not out.exists()
    out.mkdir()
    (out / "mine.txt").write_text("kept")
    written.clear()
    with pytest.raises(EngineError):
        layout(request(two(), str(out)), Quiet())
    assert [file.name for file in out.iterdir()] == ["mine.txt"]
