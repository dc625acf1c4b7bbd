"""Judy compares takes with references by scorers that run for real, if on very few weights."""

import shutil
from pathlib import Path

import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray

from engine.contracts import Insert, InsertKind, Quality, Reference, ReferenceKind, Shot, ShotSize
from engine.diffusion.scorers import Compared, scored, scorers_in
from engine.diffusion.scorers.embedding import fed, squares
from engine.diffusion.scorers.faces import faces, similarity, upright
from engine.diffusion.scorers.opened import Does, Scorer, ScorerCard
from engine.quality.footage import Picture
from engine.quality.verdict import Verdict
from tests.engine.diffusion import tiny_graphs
from tests.engine.rehearsal.shots import line, person, shot


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("models")
    tiny_graphs.detector(root / "scorers" / "yunet")
    tiny_graphs.embedder(root / "scorers" / "face", "face", side=32)
    tiny_graphs.embedder(root / "scorers" / "dino", "picture")
    colours = {"red": (255, 0, 0), "blue": (0, 0, 255)}
    tiny_graphs.words(root / "scorers" / "clip", colours)
    return root


def texture(seed: int, height: int, width: int) -> Picture:
    """Patches of random colours, without green of their own."""
    rng = np.random.default_rng(seed)
    coarse = rng.integers(0, 255, (height // 6 + 1, width // 6 + 1, 3))
    coarse[..., 1] = coarse[..., [0, 2]].mean(axis=-1)
    fine = coarse.repeat(6, axis=0).repeat(6, axis=1)[:height, :width]
    return np.ascontiguousarray(fine.astype(np.uint8))


def portrait(face: int, clothes: int, place: int = 90) -> Picture:
    """256 × 512: a face, clothes under it, a place around it."""
    frame = texture(place, 512, 256)
    frame[32:224, 32:224] = texture(face, 192, 192)
    frame[32:64, 32:64] = (0, 255, 0)  # what the detector goes by, at the corner of the face
    frame[224:] = texture(clothes, 288, 256)
    return frame


def scorer(models: Path, does: Does) -> Scorer:
    found = scorers_in(models).get(does)
    assert found is not None
    return found


def character(picture: Picture, subject: str = "mia") -> tuple[Reference, Picture]:
    return Reference(kind=ReferenceKind.CHARACTER, subject=subject, file="x.png"), picture


def place(picture: Picture) -> tuple[Reference, Picture]:
    return Reference(kind=ReferenceKind.PLACE, subject="OFFICE", file="x.png"), picture


def verdicts(
    models: Path,
    frames: list[Picture],
    references: list[tuple[Reference, Picture]],
    made: Shot | None = None,
) -> dict[Quality, Verdict | None]:
    seen = made or shot(people=(person(),), lines=(line(),))
    found, missing = scored(
        Compared(frames=frames, shot=seen, references=references), scorers_in(models)
    )
    assert missing == ()
    return found


def codes(verdict: Verdict | None) -> list[str]:
    assert verdict is not None
    return [found.problem.code for found in verdict.findings]


def test_a_face_is_found_where_it_is(models: Path) -> None:
    (found,) = faces(portrait(1, 2), scorer(models, Does.DETECTOR))
    assert found.sure > 0.9
    assert found.box == pytest.approx((32.0, 32.0, 192.0, 192.0), abs=1)
    assert found.points.shape == (5, 2)


def test_boxes_that_lie_over_one_another_are_one_face(models: Path) -> None:
    frame = portrait(1, 2)
    frame[32:64, 32:96] = (0, 255, 0)
    assert len(faces(frame, scorer(models, Does.DETECTOR))) == 1


def test_a_graph_is_fed_as_its_card_says() -> None:
    frame = np.zeros((4, 4, 3), np.uint8) + np.array([255, 0, 51], np.uint8)
    plain = ScorerCard(
        title="", licence="", does=Does.FACE, size=(8, 8), mean=(0.5, 0.5, 0.0), std=(0.5, 0.5, 0.1)
    )
    assert fed(frame, plain).shape == (1, 3, 8, 8)
    assert fed(frame, plain)[0, :, 0, 0] == pytest.approx([1.0, -1.0, 2.0])
    turned = msgspec.structs.replace(plain, channels="bgr")
    assert fed(frame, turned)[0, :, 0, 0] == pytest.approx([2.0, -1.0, 1.0])


def test_where_no_face_is_none_is_found(models: Path) -> None:
    assert faces(texture(3, 128, 128), scorer(models, Does.DETECTOR)) == []


def test_a_turned_face_is_set_upright() -> None:
    angle, scale = 0.4, 3.0
    turn = scale * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    upright_points = np.array([[10.0, 10], [30, 10], [20, 20], [12, 30], [28, 30]])
    turned = upright_points @ turn.T + [50, 40]
    back, shift, size = similarity(turned, upright_points)
    assert size == pytest.approx(1 / scale)
    assert np.allclose(turned @ back.T + shift, upright_points)


def test_an_upright_face_shows_the_same_whatever_its_size(models: Path) -> None:
    detector = scorer(models, Does.DETECTOR)
    frame = portrait(1, 2)
    large = frame.repeat(2, axis=0).repeat(2, axis=1)
    cut: list[NDArray[np.float64]] = []
    for picture in (frame, large):
        (face,) = faces(picture, detector)
        cut.append(upright(picture, face, (32, 32)).astype(float))
    assert np.abs(cut[0] - cut[1]).mean() < 12
    assert cut[0].std() > 30


def test_the_same_person_in_the_same_clothes_is_alike(models: Path) -> None:
    found = verdicts(models, [portrait(1, 2)] * 2, [character(portrait(1, 2, place=91))])
    for quality in (Quality.FACE, Quality.WARDROBE):
        verdict = found[quality]
        assert codes(verdict) == []
        assert verdict is not None
        assert verdict.score > 0.9


def test_another_face_is_found_and_named_as_in_the_captions(models: Path) -> None:
    found = verdicts(models, [portrait(7, 2)], [character(portrait(1, 2))])
    assert codes(found[Quality.FACE]) == ["face-unlike"]
    verdict = found[Quality.FACE]
    assert verdict is not None
    assert verdict.findings[0].problem.message == "The face is not Mia's."
    assert verdict.score < 0.5


def test_other_clothes_are_found_though_the_face_is_right(models: Path) -> None:
    references = [character(portrait(1, 2))]
    same, other = (
        verdicts(models, [portrait(1, clothes)], references)[Quality.WARDROBE]
        for clothes in (2, 12)
    )
    assert same is not None
    assert other is not None
    assert same.score - other.score > 0.3
    assert codes(other) == ["wardrobe-unlike"]


def test_the_nearest_of_several_references_counts(models: Path) -> None:
    references = [character(portrait(5, 2)), character(portrait(1, 2))]
    assert codes(verdicts(models, [portrait(1, 2)], references)[Quality.FACE]) == []


def test_a_take_in_which_no_face_is_seen_is_told(models: Path) -> None:
    found = verdicts(models, [texture(4, 512, 256)], [character(portrait(1, 2))])
    assert codes(found[Quality.FACE]) == ["no-face"]
    assert Quality.WARDROBE not in {one for one, held in found.items() if held}


def test_who_is_seen_from_behind_or_from_afar_is_not_compared(models: Path) -> None:
    behind = shot(people=(person(yaw=180.0),))
    afar = shot(people=(person(),), size=ShotSize.EWS)
    for made in (behind, afar):
        assert verdicts(models, [texture(4, 512, 256)], [character(portrait(1, 2))], made) == {}


def test_a_place_is_compared_but_not_in_a_close_up_or_an_insert(models: Path) -> None:
    room, garden = texture(20, 180, 100), texture(21, 180, 100)
    assert codes(verdicts(models, [room], [place(room), place(garden)])[Quality.PLACE]) == []
    assert codes(verdicts(models, [room], [place(garden)])[Quality.PLACE]) == ["place-unlike"]
    assert verdicts(models, [room], [place(garden)], shot(size=ShotSize.CU)) == {
        Quality.PLACE: None
    }
    letter = shot(insert=Insert(kind=InsertKind.LETTER, text="Dear"))
    assert verdicts(models, [room], [place(garden)], letter) == {}


@pytest.mark.parametrize(("word", "fault"), [("red", []), ("blue", ["prompt-not-shown"])])
def test_words_are_compared_with_what_is_seen(models: Path, word: str, fault: list[str]) -> None:
    red = np.zeros((32, 32, 3), np.uint8) + np.array([250, 10, 10], np.uint8)
    asked = Compared(frames=[red], shot=shot(), prompt=f"{word} {word}")
    found, missing = scored(asked, scorers_in(models))
    assert missing == ()
    assert codes(found[Quality.TEXT]) == fault


def test_a_tall_picture_is_seen_from_top_to_bottom() -> None:
    tall = np.arange(180)[:, None, None] + np.zeros((180, 100, 3), int)
    assert [int(part[0, 0, 0]) for part in squares(tall.astype(np.uint8))] == [0, 40, 80]
    assert len(squares(np.zeros((100, 100, 3), np.uint8))) == 1


def test_scorers_that_are_missing_are_named_with_what_to_install(tmp_path: Path) -> None:
    picture = texture(1, 64, 64)
    asked = Compared(
        frames=[picture],
        shot=shot(people=(person(),)),
        references=[character(picture), place(picture)],
        prompt="red",
    )
    found, missing = scored(asked, scorers_in(tmp_path))
    assert found == {}
    assert [one.code for one in missing] == [
        "no-face-scorer",
        "no-picture-scorer",
        "no-text-scorer",
    ]
    advice = " ".join(one.advice for one in missing)
    assert all(name in advice for name in ("AuraFace", "YuNet", "DINOv2", "CLIP"))
    assert str(tmp_path / "scorers") in advice
    assert scored(Compared(frames=[picture], shot=shot()), scorers_in(tmp_path)) == ({}, ())


def test_a_scorer_that_is_broken_does_not_keep_the_others_from_scoring(
    models: Path, tmp_path: Path
) -> None:
    shutil.copytree(models / "scorers", tmp_path / "scorers")
    (tmp_path / "scorers" / "dino" / "scorer.toml").write_bytes(b"\xff")
    (tmp_path / "scorers" / "face" / "model.onnx").write_bytes(b"no graph")
    red = np.zeros((64, 64, 3), np.uint8) + np.array([255, 0, 0], np.uint8)
    asked = Compared(
        frames=[portrait(1, 2)],
        shot=shot(people=(person(),)),
        references=[character(portrait(1, 2)), place(red)],
        prompt="red",
    )
    found, missing = scored(asked, scorers_in(tmp_path))
    assert found.keys() == {Quality.TEXT}
    absent = ["no-face-scorer", "no-picture-scorer"]
    assert [one.code for one in missing] == [*absent, "bad-card", "bad-graph"]
    assert "scorers/dino" in missing[-2].message
