"""Lights that go out are out until they come back."""

import pytest

from engine.contracts import EffectKind, Shot
from tests.engine.script.breakdown.conftest import Shoot

LATIN = "INT. HALL - NIGHT\n\nMIA\nWho is there?\n\n{}\n\nLEO\nOnly me.\n\n{}\n\nMIA\nThank you.\n"
HAN = "第1集\n1-1 夜 内 客厅\n人物：林晚、顾沉\n林晚：谁？\n△{}\n顾沉：是我。\n△{}\n林晚：谢谢。\n"


def is_dark(shot: Shot) -> bool:
    return any(effect.kind is EffectKind.BLACK and effect.strength < 1 for effect in shot.effects)


def goes_dark(shot: Shot) -> bool:
    return any(effect.kind is EffectKind.BLACK and effect.strength == 1 for effect in shot.effects)


@pytest.mark.parametrize(
    "text",
    [
        LATIN.format("The lights go out.", "The lights come back on."),
        LATIN.format("Mia turns off the light.", "Mia turns on the light."),
        LATIN.format("The power fails. Darkness.", "The power returns."),
        HAN.format("灯突然灭了。", "灯又亮了。"),
        HAN.format("突然停电。", "林晚开灯。"),
    ],
)
def test_what_is_seen_between_is_dark(text: str, shoot: Shoot) -> None:
    name = "script.fountain" if text.startswith("INT") else "script.txt"
    shots = shoot(text, name).shots
    spoken = {line.text: shot for shot in shots for line in shot.lines}
    first, between, last = spoken.values()
    assert [is_dark(first), is_dark(between), is_dark(last)] == [False, True, False]
    assert sum(goes_dark(shot) for shot in shots) == 1
    for shot in filter(is_dark, shots):
        ends = [one.at + one.duration for one in shot.effects if one.kind is EffectKind.BLACK]
        assert max(ends) == pytest.approx(shot.duration, abs=0.01)


def test_lights_that_do_not_go_out_change_nothing(shoot: Shoot) -> None:
    made = shoot(LATIN.format("The lights never go out.", "Mia waits."))
    assert not any(map(is_dark, made.shots))


def test_a_screen_glows_in_the_dark(shoot: Shoot) -> None:
    made = shoot(LATIN.format("The lights go out.", "INSERT - PHONE: Look behind you."))
    (screen,) = (shot for shot in made.shots if shot.insert)
    assert not is_dark(screen)
    assert is_dark(made.shots[-1])


def test_the_next_scene_has_its_own_light(shoot: Shoot) -> None:
    text = LATIN.format("The lights go out.", "Mia waits.")
    made = shoot(f"{text}\nINT. KITCHEN - DAY\n\nMIA\nMorning.\n")
    assert not is_dark(made.shots[-1])
