"""What is said to light a scene lights it."""

import pytest

from engine.contracts import Bible, Element, ElementKind, Scene, Setting, TimeOfDay
from engine.script.staging.places import dress


def light_of(action: str, language: str, time: TimeOfDay = TimeOfDay.NIGHT, place: str = "") -> str:
    told = Element(kind=ElementKind.ACTION, text=action, line=2)
    scene = Scene(
        number="1",
        heading=place,
        setting=Setting.UNSAID,
        place=place,
        time=time,
        line=1,
        elements=(told,),
    )
    return dress(scene, Bible(), language, 1)[0].light


@pytest.mark.parametrize(
    ("action", "language", "light"),
    [
        ("Three squad cars block the road.", "en", "police"),
        ("A hundred candles burn.", "en", "candle"),
        ("The glow of a phone on her face.", "en", "phone"),
        ("警灯闪烁。", "zh-Hans", "police"),
        ("烛光摇曳。", "zh-Hans", "candle"),
        ("Una vela arde en la mesa.", "es", "candle"),
        ("Thunder. Candles burn.", "en", "lightning"),
        ("She waits.", "en", ""),
    ],
)
def test_a_lamp_that_is_told_of_lights_the_night(action: str, language: str, light: str) -> None:
    assert light_of(action, language, place="kitchen") == light


def test_a_siren_by_day_lights_nothing() -> None:
    assert light_of("A siren wails.", "en", TimeOfDay.DAY) == ""


def test_blinds_are_seen_by_day() -> None:
    assert light_of("The blinds are half shut.", "en", TimeOfDay.DAY) == "blinds"
