"""Everybody of the cast has a face to be known by."""

from pathlib import Path

import skia

from engine.contracts import Character, Look, PortraitsRequest
from engine.rehearsal.portrait import SIDE, portraits
from tests.engine.quiet import Quiet

MIA = Character(id="mia", name="Mia", look=Look(hair="bob", hair_color="#c8a050"))
TOM = Character(id="tom", name="Tom", look=Look(presentation="man", hair="short", age=50))


def test_each_of_the_cast_gets_a_square_picture_of_their_own(tmp_path: Path) -> None:
    made = portraits(PortraitsRequest(cast=(MIA, TOM), out=str(tmp_path)), Quiet())
    pictures = [skia.Image.open(made.files[name]) for name in ("mia", "tom")]
    assert [(picture.width(), picture.height()) for picture in pictures] == [(SIDE, SIDE)] * 2
    assert Path(made.files["mia"]).read_bytes() != Path(made.files["tom"]).read_bytes()


def test_a_look_that_is_drawn_already_is_not_drawn_again(tmp_path: Path) -> None:
    request = PortraitsRequest(cast=(MIA,), out=str(tmp_path))
    first = Path(portraits(request, Quiet()).files["mia"])
    written = first.stat().st_mtime_ns
    assert Path(portraits(request, Quiet()).files["mia"]) == first
    assert first.stat().st_mtime_ns == written
