"""Bob puts a model of his own, and a LoRA, beside the others."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.contracts import EngineError, to_json
from engine.diffusion.disk import folder_of, permit
from engine.diffusion.registry import MODELS, entries, entry, lora, loras, problems

MODEL = """
title = "Night City"
base = "wan2.2-ti2v-5b"
steps = 8
guidance = 1.0
card_gib = 16

[licence]
id = "Apache-2.0"

[rules]
max_frames = 49
"""
LORA = """
title = "Mia's face"
base = "wan2.2-ti2v-5b"
strength = 0.8
subject = "mia"
"""


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DRAMABOX_MODELS", str(tmp_path))
    return tmp_path


@pytest.fixture
def own(disk: Path) -> Callable[[str, str], Path]:
    def write(path: str, text: str) -> Path:
        file = disk / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file.parent

    return write


def told() -> list[str]:
    return [problem.message for problem in problems()]


def test_a_folder_with_a_few_words_is_a_model_like_any_other(
    own: Callable[[str, str], Path], tiny_model: Callable[[str], Path]
) -> None:
    folder = own("own/night-city/model.toml", MODEL)
    one = entry("night-city")
    base = entry("wan2.2-ti2v-5b")
    assert one in entries(one.role)
    assert (one.steps, one.guidance, one.rules.max_frames) == (8, 1.0, 49)
    assert (one.family, one.rules.multiple) == (base.family, base.rules.multiple)
    with pytest.raises(EngineError, match="Night City is not on this machine") as missing:
        folder_of(one)
    assert str(folder) in missing.value.advice
    shutil.copytree(tiny_model("wan2.2-ti2v-5b"), folder, dirs_exist_ok=True)
    assert folder_of(one) == folder
    permit(one)


def test_the_licence_of_ones_own_model_is_enforced_as_any(own: Callable[[str, str], Path]) -> None:
    own("own/lab/model.toml", MODEL.replace('id = "Apache-2.0"', 'id = "NC"\ncommercial = false'))
    with pytest.raises(EngineError, match="may not be used to earn money"):
        permit(entry("lab"))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("title = ", "model.toml cannot be read"),
        ('title = "x"', "“base” is missing; the table [licence] is missing"),
        (MODEL.replace("wan2.2-ti2v-5b", "sora"), "there is no model “sora” to follow"),
        (
            MODEL.replace("steps = 8", "steps = 0"),
            "“steps”: it should be a whole",
        ),
        (MODEL.replace("max_frames", "most_frames"), "“rules.most_frames” means nothing here"),
        (
            MODEL.replace("card_gib = 16", "card_gib = inf"),
            "a number, 10000.0 at most",
        ),
        (MODEL.replace("49", "9" * 5000), "model.toml cannot be read"),
        ("a = " + "[" * 20_000, "model.toml cannot be read"),
        (
            MODEL.replace("guidance = 1.0", "guidance = nan"),
            "a number, 0.0 at least",
        ),
        (MODEL + "fps = 0", "“rules.fps”: it should be a whole number, 1 at least"),
        (MODEL + "fps = 100_000", "it should be a whole number, 240 at most"),
        (MODEL + "min_frames = 81", "its min_frames, 81, is more than its max_frames, 49"),
        (MODEL.replace("49", "48"), "its max_frames, 48, is not 4 times a whole number and 1 more"),
        (MODEL.replace("49", "1"), "its max_frames is 1, of which no film is made"),
        (MODEL + "frame_offset = 61", "its max_frames, 49, is not 4 times"),
        (MODEL + "frame_step = 6", "makes frames by 4 times a whole number and 1 more"),
        (MODEL + "frame_offset = 2", "makes frames by 4 times a whole number and 1 more"),
        (MODEL + "multiple = 48", "its multiple is 48, but wan2.2-ti2v-5b makes sides that 32"),
        (MODEL + "max_pixels = 1000", "no picture has sides that 32 divides and 1000 pixels"),
        (MODEL.replace("wan2.2-ti2v-5b", "sdxl"), "sdxl makes single pictures"),
    ],
)
def test_what_cannot_be_understood_is_told_and_left_out(
    own: Callable[[str, str], Path], text: str, reason: str
) -> None:
    own("own/broken/model.toml", text)
    own("own/night-city/model.toml", MODEL)
    assert [one.name for one in entries()][-1] == "night-city"
    (message,) = told()
    assert message.startswith("“broken” is left out: ")
    assert reason in message


def test_all_that_is_wrong_is_told_at_once(own: Callable[[str, str], Path]) -> None:
    wrong = 'title = ""\nbase = "sora"\nsteps = "8"\nguidence = 2\n[licence]\nexcluded = "DE"\n'
    own("own/broken/model.toml", wrong + "[rules]\nmultiple = 32.5")
    (message,) = told()
    for words in (
        "“guidence” means nothing here",
        "“title”: it is too short: 1 at least",
        "“licence.id” is missing",
        "“licence.excluded”: it should be a list, and is text in quotes",
        "“steps”: it should be a whole number, and is text in quotes",
        "“rules.multiple”: it should be a whole number, and is a number",
        "there is no model “sora” to follow",
    ):
        assert words in message


@pytest.mark.parametrize("place", ["Germany", "de", "UK", "eu", ""])
def test_a_licence_leaves_out_countries_by_their_codes(
    own: Callable[[str, str], Path], place: str
) -> None:
    terms = f'id = "X"\nexcluded = ["EU", "GB", "{place}"]'
    own("own/lab/model.toml", MODEL.replace('id = "Apache-2.0"', terms) + "max_pixels = 1000")
    (message,) = told()
    assert f"“licence.excluded”: {place} is no country's code" in message
    assert "no picture has sides" in message
    own("own/lab/model.toml", MODEL.replace('id = "Apache-2.0"', 'id = "X"\nexcluded = ["EU"]'))
    assert told() == []


@pytest.mark.parametrize("name", MODELS)
def test_a_model_that_follows_another_in_all_contradicts_nothing(
    own: Callable[[str, str], Path], name: str
) -> None:
    own("own/night-city/model.toml", f'title = "x"\nbase = "{name}"\n[licence]\nid = "MIT"')
    assert entry("night-city").rules == entry(name).rules
    assert told() == []


def test_a_strength_that_is_no_number_is_told(own: Callable[[str, str], Path]) -> None:
    (own("loras/mia/lora.toml", LORA.replace("0.8", "nan")) / "m.safetensors").write_bytes(b"w")
    assert loras() == ()
    assert "“strength”: it should be a number, -2.0 at least" in told()[0]


def test_a_folder_without_words_and_one_with_a_taken_name_are_told(
    own: Callable[[str, str], Path], disk: Path
) -> None:
    own("own/flux2-klein-4b/model.toml", MODEL)
    (disk / "own" / "silent").mkdir()
    own("own/two words/model.toml", MODEL)
    assert [message.split(": ")[1].split(",")[0] for message in told()] == [
        "a model of the registry has that name; choose another.",
        "it has no model.toml.",
        "its name may hold letters",
    ]
    assert entry("flux2-klein-4b").title == "FLUX.2 Klein 4B"


def test_a_folder_whose_name_is_no_utf_8_is_told_in_letters_that_can_be_sent(disk: Path) -> None:
    name = os.fsdecode(b"\xb3\xc7\xca\xd0")  # GBK, out of an archive
    (disk / "own" / name).mkdir(parents=True)
    (message,) = told()
    assert "its name may hold letters" in message
    assert to_json(problems())


def test_a_lora_says_whose_likeness_it_is(own: Callable[[str, str], Path]) -> None:
    folder = own("loras/mia/lora.toml", LORA)
    assert (loras(), len(told())) == ((), 1)
    assert "wants 1 .safetensors files; there are 0" in told()[0]
    (folder / "mia.safetensors").write_bytes(b"weights")
    one = lora("mia")
    assert (one.base, one.strength, one.subject) == ("wan2.2-ti2v-5b", 0.8, "mia")
    assert one.files == (folder / "mia.safetensors",)
    assert told() == []
    with pytest.raises(EngineError, match="no LoRA “tom”"):
        lora("tom")
