"""Effects, light, lettering and inserts are seen, and seen when they should be."""

import numpy as np
import pytest

from engine.contracts import (
    Effect,
    EffectKind,
    EngineError,
    Insert,
    InsertKind,
    Lettering,
    LetteringKind,
    Mood,
    Move,
    SetKind,
    TimeOfDay,
)
from engine.rehearsal.effects import EFFECTS, MOVING_LIGHT, lightning, load
from engine.rehearsal.inserts import INSERTS
from engine.rehearsal.inserts import objects as things
from engine.rehearsal.lettering import type as lettering
from tests.engine.rehearsal.conftest import Drawer, Frame
from tests.engine.rehearsal.shots import dressing, person, shot


def difference(a: Frame, b: Frame) -> float:
    return float(np.abs(a.astype(int) - b.astype(int)).mean())


@pytest.mark.parametrize("kind", list(EffectKind))
def test_every_effect_changes_the_picture_while_it_lasts(kind: EffectKind, draw: Drawer) -> None:
    bare = shot(duration=1.0)
    effect = Effect(kind=kind, at=0.25, duration=0.5, text="CRASH")
    made = shot(duration=1.0, effects=(effect,))
    before, *during, after = (difference(draw(bare, n), draw(made, n)) for n in (3, 6, 9, 12, 22))
    # A set that is shaken is drawn with a margin, and lamps in it light the picture a little.
    calm = 0.3 if kind in {EffectKind.IMPACT, EffectKind.SHAKE, EffectKind.LIGHTNING} else 0.0
    assert before <= calm
    assert max(during) > 0.2 + 10 * calm
    if kind is not EffectKind.FREEZE_TITLE:
        assert after <= calm


@pytest.mark.parametrize("name", list(MOVING_LIGHT))
def test_a_moving_light_moves(name: str, draw: Drawer) -> None:
    lit = shot(duration=4.0, set=dressing(SetKind.BEDROOM, light=name, time=TimeOfDay.NIGHT))
    frames = [draw(lit, n) for n in range(0, 90, 6)]
    assert max(difference(frames[0], frame) for frame in frames[1:]) > 0.5


def test_a_fade_out_ends_in_black(draw: Drawer) -> None:
    made = shot(duration=1.0, effects=(Effect(kind=EffectKind.FADE_OUT, at=0.5, duration=0.5),))
    assert draw(made, 11)[:, :, :3].mean() > 20
    assert draw(made, 23)[:, :, :3].max() <= 3


def test_a_freeze_stops_people_and_camera(draw: Drawer) -> None:
    made = shot(
        duration=1.5,
        move=Move.PUSH_IN,
        people=(person(),),
        effects=(Effect(kind=EffectKind.FREEZE_TITLE, at=0.3, duration=1.2),),
    )
    assert difference(draw(made, 2), draw(made, 6)) > 0.3
    assert (draw(made, 24) == draw(made, 33)).all()


def test_people_move_on_twos_and_the_camera_on_ones(draw: Drawer) -> None:
    still = shot(duration=1.0, people=(person(),))
    assert (draw(still, 8) == draw(still, 9)).all()
    pushed = shot(duration=1.0, people=(person(),), move=Move.PUSH_IN)
    assert (draw(pushed, 8) != draw(pushed, 9)).any()


@pytest.mark.parametrize("kind", list(InsertKind))
@pytest.mark.parametrize(
    ("language", "text"), [("en", "Meet me there."), ("zh-Hans", "老地方见。")]
)
def test_every_insert_shows_its_words(
    kind: InsertKind, language: str, text: str, draw: Drawer
) -> None:
    made = shot(duration=2.0, insert=Insert(kind=kind, text=text), language=language)
    other = shot(duration=2.0, insert=Insert(kind=kind, text="?"), language=language)
    assert difference(draw(made, 40), draw(other, 40)) > 0.05


@pytest.mark.parametrize(
    ("words", "drawing"),
    [
        ("her wedding ring", "_ring"),
        ("worn ring", "ring_on_a_finger"),
        ("signature", "signature"),
        ("DNA test report", "_document"),
        ("a pregnancy test", "_test"),
        ("离婚协议", "_document"),
        ("匕首", "_knife"),
        ("老照片", "_photograph"),
        ("the rusty key", "_key"),
        ("a music box", "_parcel"),
        ("a string of pearls", "necklace"),
        ("手枪", "pistol"),
        ("glass of wine", "wine"),
        ("a black card", "money"),
        ("药瓶", "pills"),
        ("pocket watch", "watch"),
        ("an urn", "_parcel"),
    ],
)
def test_things_are_chosen_by_their_words(words: str, drawing: str) -> None:
    assert things.chosen(words).__name__ == drawing


def test_a_signature_grows_while_a_pen_only_lies_there(draw: Drawer) -> None:
    grown = {}
    for text in ("signature", "pen"):
        made = shot(duration=2.0, insert=Insert(kind=InsertKind.OBJECT, text=text))
        grown[text] = difference(draw(made, 2), draw(made, 14))
    assert grown["signature"] > 1.5 * grown["pen"]


def test_every_kind_of_effect_and_insert_has_its_drawing() -> None:
    assert set(EFFECTS) == set(EffectKind)
    assert set(INSERTS) == set(InsertKind)
    for path in (*EFFECTS.values(), *INSERTS.values(), *MOVING_LIGHT.values()):
        assert callable(load(path))


def test_a_very_long_message_is_cut_and_does_not_run_away(draw: Drawer) -> None:
    text = "word " * 2000
    made = shot(duration=2.0, insert=Insert(kind=InsertKind.LETTER, text=text))
    assert draw(made, 20).shape == (320, 180, 4)


def test_emoji_and_right_to_left_names_are_set(draw: Drawer) -> None:
    card = Lettering(kind=LetteringKind.NAME_CARD, text="ليلى \U0001f600 \ud800")
    assert draw(shot(duration=1.0, lettering=(card,)), 12).shape == (320, 180, 4)


def test_chinese_without_a_chinese_font_names_the_package() -> None:
    class NoFonts:
        def matchFamilyStyle(self, family: str, style: object) -> None:
            return None

    with pytest.raises(EngineError) as caught:
        lettering.families.__wrapped__(lettering.Role.COMIC, True, NoFonts())
    assert caught.value.code == "missing-font"
    assert "fonts-noto-cjk" in caught.value.advice


def test_lightning_leaves_the_picture_as_it_was(draw: Drawer) -> None:
    made = shot(
        duration=2.0,
        set=dressing(SetKind.ALLEY, mood=Mood.MENACE),
        effects=(Effect(kind=EffectKind.LIGHTNING, at=0.2, duration=0.6),),
    )
    bare = shot(duration=2.0, set=dressing(SetKind.ALLEY, mood=Mood.MENACE))
    assert difference(draw(made, 40), draw(bare, 40)) < 0.1


def test_lightning_keeps_form_where_a_wash_would_not(draw: Drawer) -> None:
    struck = Effect(kind=EffectKind.LIGHTNING, at=0.0, duration=0.6)
    night = dressing(SetKind.STREET, time=TimeOfDay.NIGHT)
    dark, bright = (
        draw(shot(duration=1.0, set=night, people=(person(),), effects=effects), 0)[..., :3].astype(
            float
        )
        for effects in ((), (struck,))
    )

    assert bright.mean() > dark.mean() * 1.2
    assert bright.std() > dark.std() * 1.2


def test_lightning_falls_and_comes_once_more() -> None:
    sky = [lightning.strength(n / 24) for n in range(18)]

    assert sky[:2] == [1.0, 1.0]
    assert sky[2] > sky[3] > sky[4]
    assert max(sky[5:8]) > 0.6
    assert sky[-1] < 0.05
