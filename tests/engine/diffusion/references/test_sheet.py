"""A reference sheet is made, drawn or by a model with a few random weights."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from PIL import Image

from engine.contracts import (
    Candidates,
    EngineError,
    Reference,
    ReferenceKind,
    ReferencesRequest,
    SetDressing,
    SetKind,
    Wardrobe,
)
from engine.diffusion.prompts.dialects.flux2 import DIALECT
from engine.diffusion.references import plan
from engine.verbs import run
from tests.engine.diffusion.prompts.scenes import MIA, OFFICE
from tests.engine.quiet import Quiet

MODEL = "flux2-klein-4b"


def made(out: Path, **given: Any) -> Candidates:
    base: dict[str, Any] = {"out": str(out), "width": 96, "height": 128}
    if "place" not in given:
        base["character"] = MIA
    request = ReferencesRequest(**(base | given))
    result = run("references", msgspec.to_builtins(request), Quiet())
    assert isinstance(result, Candidates)
    return result


def pixels(result: Candidates) -> list[Any]:
    return [np.asarray(Image.open(one.reference.file)) for one in result.candidates]


def test_a_sheet_shows_all_sides_and_the_faces(tmp_path: Path) -> None:
    sheet = made(tmp_path)
    views = [one.reference.view for one in sheet.candidates]
    assert views == ["front", "three_quarter", "side", "back", *map(str, plan.EXPRESSIONS)]
    drawings = pixels(sheet)
    assert {one.shape for one in drawings} == {(128, 96, 3)}
    assert len({one.tobytes() for one in drawings}) == len(drawings)


def test_a_drawn_sheet_says_that_it_is_drawn(tmp_path: Path) -> None:
    sheet = made(tmp_path, views=("front",), seeds=(1, 2))
    assert [note.code for note in sheet.notes] == ["drawn-reference"]
    assert len(sheet.candidates) == 1


def test_a_picture_is_known_by_its_bytes(tmp_path: Path) -> None:
    (one,) = made(tmp_path, views=("side",)).candidates
    assert one.reference.sha256 == hashlib.sha256(Path(one.reference.file).read_bytes()).hexdigest()
    (again,) = made(tmp_path / "again", views=("side",)).candidates
    assert again.reference.sha256 == one.reference.sha256


def test_other_clothes_are_another_picture(tmp_path: Path) -> None:
    gown = Wardrobe(kind="gown", color="#2e7d5b")
    plain, dressed = (
        made(tmp_path / name, views=("front",), wardrobe=wears)
        for name, wears in (("a", None), ("b", gown))
    )
    assert dressed.candidates[0].reference.wardrobe == gown
    assert pixels(plain)[0].tobytes() != pixels(dressed)[0].tobytes()


def test_a_place_is_shown_by_day_and_by_night_with_nobody_in_it(tmp_path: Path) -> None:
    roof = SetDressing(set=SetKind.ROOFTOP, place="ROOFTOP", interior=False, props=("guests",))
    day, night = pixels(made(tmp_path, place=roof))
    assert day.mean() > night.mean() + 20


def test_what_is_asked_for_must_be_one_subject_and_a_known_view(tmp_path: Path) -> None:
    for given in ({"place": OFFICE, "character": MIA}, {"views": ("upside_down",)}):
        with pytest.raises(EngineError) as caught:
            made(tmp_path, **given)
        assert caught.value.code in {"nothing-to-picture", "unknown-view"}


def test_a_view_is_said_with_the_clothes_and_the_face_it_follows() -> None:
    request = ReferencesRequest(character=MIA, out="", wardrobe=Wardrobe(kind="gown"))
    side = plan.words(request, "side", DIALECT, follows=True)
    assert "same face" in side
    assert "profile" in side
    assert "evening gown" in side
    assert "image 2" not in plan.words(request, "side", DIALECT, follows=False)


@pytest.fixture
def card(
    models: Path,
    tiny_model: Callable[[str], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tiny_model(MODEL)
    monkeypatch.setenv("DRAMABOX_MODELS", str(models))
    monkeypatch.setenv("DRAMABOX_STAGE_CACHE", str(tmp_path / "stages"))


def test_a_model_makes_a_picture_for_each_view_and_seed(card: None, tmp_path: Path) -> None:
    sheet = made(tmp_path / "a", model=MODEL, views=("front", "joy"), seeds=(1, 2))
    assert [(one.reference.view, one.seed) for one in sheet.candidates] == [
        ("front", 1),
        ("front", 2),
        ("joy", 1),
        ("joy", 2),
    ]
    assert len({one.reference.sha256 for one in sheet.candidates}) == 4
    assert all("Mia" not in one.prompt and "young woman" in one.prompt for one in sheet.candidates)
    again = made(tmp_path / "b", model=MODEL, views=("joy",), seeds=(2,))
    assert again.candidates[0].reference.sha256 == sheet.candidates[3].reference.sha256


def test_the_picked_front_leads_the_other_views(card: None, tmp_path: Path) -> None:
    front = tmp_path / "front.png"
    Image.new("RGB", (96, 128), (200, 30, 30)).save(front)
    identity = Reference(kind=ReferenceKind.CHARACTER, subject="mia", file=str(front))
    led, alone = (
        made(tmp_path / name, model=MODEL, views=("side",), identity=who)
        for name, who in (("led", identity), ("alone", None))
    )
    assert led.candidates[0].reference.sha256 != alone.candidates[0].reference.sha256
    assert "image 2" in led.candidates[0].prompt


def test_a_model_that_is_not_here_is_named(card: None, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="no model “sora”"):
        made(tmp_path, model="sora")
