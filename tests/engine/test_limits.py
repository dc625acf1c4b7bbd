"""What no picture and no voice can be is refused where it is read, in words, never by a crash."""

from typing import Any

import msgspec
import pytest

from engine import verbs
from engine.contracts import (
    Blocking,
    Effect,
    EffectKind,
    EngineError,
    Line,
    RenderRequest,
    SetDressing,
    SetKind,
    Shot,
    ShotSize,
    Slate,
)
from tests.engine.quiet import Quiet


def refused(verb: str, payload: Any) -> EngineError:
    with pytest.raises(EngineError) as caught:
        verbs.run(verb, payload, Quiet())
    return caught.value


MIA = '[[characters]]\nname = "Mia"\n'


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("skin", '[characters.look]\nskin = "blue"'),
        ("skin", '[characters.look]\nskin = "#gggggg"'),
        ("color", '[characters.look.wardrobe]\ncolor = "#12"'),
        ("height", "[characters.look]\nheight = 0"),
        ("height", "[characters.look]\nheight = -1.0"),
        ("height", "[characters.look]\nheight = nan"),
        ("age", "[characters.look]\nage = -5"),
        ("jaw", "[characters.look]\njaw = inf"),
        ("presentation", '[characters.look]\npresentation = "dragon"'),
        ("pitch", "[characters.voice]\npitch = nan"),
        ("rate", "[characters.voice]\nrate = inf"),
        ("rate", "[characters.voice]\nrate = 0"),
        ("language", '[characters.voice]\nlanguage = "../.."'),
    ],
)
def test_a_bible_with_a_value_nobody_can_draw_or_speak_names_its_key(key: str, text: str) -> None:
    error = refused("bible", {"text": MIA + text})
    assert error.code == "bible-bad-value"
    assert key in error.message


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("seed = -5", "bible-bad-value"),
        ("seed = 9223372036854775807", "bible-bad-value"),
        ('language = "../.."', "bible-bad-value"),
        ("a = " + "[" * 2000 + "]" * 2000, "bible-not-toml"),
        ("".join(f"[[characters]]\nname = 'P{n}'\n" for n in range(301)), "bible-bad-value"),
    ],
)
def test_a_bible_out_of_all_bounds_is_refused(text: str, code: str) -> None:
    assert refused("bible", {"text": text}).code == code


def request(out: str) -> dict[str, Any]:
    line = Line(character="mia", name="Mia", text="Well.", at=0.2, duration=0.5)
    shot = Shot(
        slate=Slate(id="e01-s1-001"),
        duration=1.0,
        set=SetDressing(set=SetKind.OFFICE, place="Office"),
        size=ShotSize.MS,
        people=(Blocking(character="mia"),),
        lines=(line,),
        effects=(Effect(kind=EffectKind.FIRE),),
    )
    made: dict[str, Any] = msgspec.to_builtins(RenderRequest(shot=shot, cast=(), out=out))
    return made


@pytest.mark.parametrize(
    ("part", "value"),
    [
        (("shot", "duration"), 0),
        (("shot", "duration"), 1e300),
        (("shot", "lines", 0, "at"), -1),
        (("shot", "lines", 0, "at"), 1e300),
        (("shot", "lines", 0, "duration"), 1e300),
        (("shot", "lines", 0, "language"), "../.."),
        (("shot", "effects", 0, "strength"), 1e9),
        (("shot", "lines", 0, "intensity"), 1e300),
        (("format", "fps"), 0),
        (("format", "fps"), 10**12),
        (("format", "width"), -2),
        (("format", "height"), 10**6),
    ],
)
def test_a_shot_that_nobody_can_shoot_is_refused_and_leaves_nothing(
    part: tuple[Any, ...], value: Any, tmp_path: Any
) -> None:
    asked = request(str(tmp_path / "take"))
    place: Any = asked
    for name in part[:-1]:
        place = place[name]
    place[part[-1]] = value
    error = refused("render", asked)
    assert error.code == "bad-request"
    assert str(part[-1]) in error.message
    assert not (tmp_path / "take").exists()


def test_an_episode_that_would_take_hours_to_break_down_is_refused() -> None:
    endless = "INT. ROOM - DAY\n\n" + "She waits. " * 30_000
    error = refused("breakdown", {"source": {"text": endless, "name": "endless.fountain"}})
    assert error.code == "episode-too-long"
    assert "300000" in error.message
