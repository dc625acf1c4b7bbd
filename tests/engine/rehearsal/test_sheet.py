"""A reference sheet shows somebody from four sides, with twelve faces and the colours."""

from pathlib import Path

import numpy as np
import skia
from numpy.typing import NDArray

from engine.contracts import Character, Look, SheetRequest, VoiceSpec
from engine.rehearsal.light import parse
from engine.rehearsal.sheet import BODY, FACES, GROUND, HEIGHT, WIDTH, sheet
from tests.engine.quiet import Quiet

MIA = Character(id="mia", name="Mia", look=Look(hair="curly", skin="#8a5a3c", eye_color="#4d7a4a"))


def pixels(path: Path) -> NDArray[np.uint8]:
    image = skia.Image.open(str(path))
    result: NDArray[np.uint8] = image.toarray(colorType=skia.kRGBA_8888_ColorType)[..., :3]
    return result


def test_four_sides_and_twelve_faces_stand_in_their_places(tmp_path: Path) -> None:
    made = sheet(SheetRequest(character=MIA, out=str(tmp_path / "mia.png")), Quiet())
    assert (made.width, made.height) == (WIDTH, HEIGHT)
    image = pixels(Path(made.file))
    left, top, right, floor = (int(value) for value in BODY)
    step = (right - left) // 4
    bodies = [image[top:floor, left + step * k : left + step * (k + 1)] for k in range(4)]
    drawn = [(body != GROUND).any(-1).mean() for body in bodies]
    assert min(drawn) > 0.1
    x, y, wide, high, columns = (int(value) for value in FACES)
    cells = [
        image[y + row * high : y + row * high + 280, x + column * wide : x + column * wide + 200]
        for row in range(3)
        for column in range(columns)
    ]
    assert len({cell.tobytes() for cell in cells}) == 12
    assert all(
        (np.abs(cell.astype(int) - parse(MIA.look.skin)).max(-1) < 4).mean() > 0.05
        for cell in cells
    )


def test_a_chinese_character_has_a_chinese_sheet(tmp_path: Path) -> None:
    files = []
    for language in ("en", "zh-Hans"):
        one = Character(id="mia", name="Mia", voice=VoiceSpec(language=language))
        files.append(
            sheet(SheetRequest(character=one, out=str(tmp_path / f"{language}.png")), Quiet())
        )
    english, chinese = (pixels(Path(made.file)) for made in files)
    below = int(BODY[3]) + 40
    assert not np.array_equal(english[below : below + 60], chinese[below : below + 60])
    top, floor = int(BODY[1]), int(BODY[3])
    assert np.array_equal(english[top:floor, 150:1300], chinese[top:floor, 150:1300])


def test_the_same_person_gives_the_same_file(tmp_path: Path) -> None:
    for name in ("a", "b"):
        sheet(SheetRequest(character=MIA, out=str(tmp_path / name)), Quiet())
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
