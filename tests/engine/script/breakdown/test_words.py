"""What words mean: lexicons, sentences, feelings, deeds, places."""

from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from engine.contracts import (
    Bible,
    Element,
    ElementKind,
    Expression,
    Gesture,
    Mood,
    Place,
    Scene,
    SetKind,
    Setting,
    Sound,
    TimeOfDay,
    Weather,
)
from engine.script import lexicon
from engine.script.lexicon.bodies import GESTURES, POSTURES
from engine.script.lexicon.events import EFFECTS, SOUNDS, TURNS, Turn
from engine.script.lexicon.feelings import ANSWER
from engine.script.lexicon.match import Lexicon, Words
from engine.script.sentences import clauses, estimate, halves, sentences, speakable
from engine.script.staging.places import dress
from engine.script.staging.signals import spoken_feelings
from engine.script.staging.weigh import TURNING, weigh_line


@pytest.mark.parametrize(
    ("text", "language", "gesture"),
    [
        ("She slaps him.", "en", Gesture.SLAP),
        ("顾沉一把抱住她。", "zh-Hans", Gesture.EMBRACE),
        ("Ella se arrodilla.", "es", Gesture.KNEEL),
        ("她转身离开。", "zh-Hans", Gesture.TURN_AWAY),
        ("He dances.", "en", Gesture.DANCE),
        ("Corre hacia la puerta.", "es", Gesture.RUN),
    ],
)
def test_verbs_of_three_languages_are_gestures(text: str, language: str, gesture: Gesture) -> None:
    assert GESTURES.first(text, language) is gesture


def test_a_denied_word_is_no_hit() -> None:
    assert EFFECTS.asserted("The barn is on fire.", "en")
    assert not EFFECTS.asserted("It does not burn.", "en")
    assert not GESTURES.asserted("她没有跪下。", "zh-Hans")


def test_a_word_inside_a_word_is_no_hit() -> None:
    assert GESTURES.first("The trail ends at a chasm.", "en") is None


def test_the_longest_word_wins() -> None:
    assert SOUNDS.first("他接到电话响。", "zh-Hans") is Sound.PHONE_RING


def test_the_letters_of_a_text_beat_the_language_of_the_script() -> None:
    assert POSTURES.first("她坐下。", "en") is not None


def test_abbreviations_do_not_end_sentences() -> None:
    assert sentences("Dr. Lee waits. Mr. Cho leaves!") == ("Dr. Lee waits.", "Mr. Cho leaves!")


def test_chinese_sentences_and_clauses() -> None:
    assert sentences("大雨。林晚跪着！“求你。”") == ("大雨。", "林晚跪着！", "“求你。”")
    assert clauses("他转身，走了。") == ("他转身，", "走了。")


def test_a_long_line_is_cut_where_one_breathes_and_loses_nothing() -> None:
    text = "I paid for the house, and I paid for the car. " * 12
    pieces = speakable(text.strip(), 3.0, 4.2)
    assert len(pieces) > 8
    assert " ".join(pieces) == text.strip()
    assert max(map(estimate, pieces)) <= 4.3


def test_words_without_any_breath_are_cut_all_the_same() -> None:
    pieces = speakable("word " * 400, 3.0, 4.2)
    assert max(map(estimate, pieces)) <= 4.3
    assert sum(len(piece.split()) for piece in pieces) == 400


def test_a_line_is_halved_at_the_breath_nearest_its_middle() -> None:
    assert halves("你连这种事都要冒认，真让人恶心。") == ("你连这种事都要冒认，", "真让人恶心。")
    assert halves("No breath here") == ("No breath here",)


@pytest.mark.parametrize(
    ("text", "manner", "language", "expression"),
    [
        ("Fine.", "furious", "en", Expression.RAGE),
        ("好。", "冷笑", "zh-Hans", Expression.CONTEMPT),
        ("Bueno.", "llorando", "es", Expression.CRY),
        ("I'm so sorry.", "", "en", Expression.GUILT),
        ("滚！", "", "zh-Hans", Expression.RAGE),
        ("Te amo.", "", "es", Expression.TENDER),
        ("What?!", "", "en", Expression.SHOCK),
        ("Get out!", "whispering", "en", Expression.RAGE),
    ],
)
def test_feelings_come_from_manner_then_words_then_marks(
    text: str, manner: str, language: str, expression: Expression
) -> None:
    assert spoken_feelings(text, manner, "", language)[0].expression is expression


def test_a_feeling_changes_on_its_word() -> None:
    felt = spoken_feelings("I love you. But you betrayed me, and I hate you.", "", "", "en")
    assert [one.expression for one in felt][:2] == [Expression.TENDER, Expression.ANGER]
    assert felt[1].at > 0.3


def test_the_action_just_before_colours_a_line() -> None:
    felt = spoken_feelings("Hello.", "", "Mia trembles.", "en")
    assert felt[0].expression is Expression.FEAR


def test_every_feeling_has_an_answer() -> None:
    assert set(ANSWER) == set(Expression)


@pytest.mark.parametrize("text", ["I'm pregnant.", "我怀孕了。", "Estoy embarazada."])
def test_a_reveal_is_a_turn(text: str) -> None:
    language = {"I": "en", "我": "zh-Hans", "E": "es"}[text[0]]
    turns = frozenset(TURNS.keys(text, language))
    assert turns == {Turn.REVEAL}
    assert weigh_line(text, turns, ()) >= TURNING


def scene(place: str, setting: Setting = Setting.INT, action: str = "") -> Scene:
    element = Element(kind=ElementKind.ACTION, text=action, line=2)
    return Scene(
        number="1",
        heading=place,
        setting=setting,
        place=place,
        time=None,
        line=1,
        elements=(element,) if action else (),
    )


@pytest.mark.parametrize(
    ("place", "language", "kind"),
    [
        ("HOSPITAL ROOFTOP", "en", SetKind.ROOFTOP),
        ("HOSPITAL CORRIDOR", "en", SetKind.HOSPITAL),
        ("SMITH HOUSE, KITCHEN", "en", SetKind.KITCHEN),
        ("总裁办公室", "zh-Hans", SetKind.OFFICE),
        ("顾家客厅", "zh-Hans", SetKind.LIVING_ROOM),
        ("AZOTEA DEL HOSPITAL", "es", SetKind.ROOFTOP),
        ("IGLESIA", "es", SetKind.CHURCH),
    ],
)
def test_places_are_known_by_their_words(place: str, language: str, kind: SetKind) -> None:
    dressing, note = dress(scene(place), Bible(), language, 1)
    assert dressing.set is kind
    assert note is None


def test_outside_of_a_hospital_is_a_street() -> None:
    assert dress(scene("HOSPITAL", Setting.EXT), Bible(), "en", 1)[0].set is SetKind.STREET


def test_an_unknown_place_is_plain_and_is_reported() -> None:
    dressing, note = dress(scene("ZORGLUB"), Bible(), "en", 1)
    assert dressing.set is SetKind.PLAIN
    assert note is not None
    assert "ZORGLUB" in note.message


def test_the_first_words_of_a_scene_help_an_unknown_place() -> None:
    found = dress(scene("ZORGLUB", action="A vast forest."), Bible(), "en", 1)[0]
    assert found.set is SetKind.FOREST


def test_the_bible_decides_what_a_place_looks_like() -> None:
    bible = Bible(places=(Place(id="z", name="Zorglub", set=SetKind.PALACE),))
    assert dress(scene("ZORGLUB"), bible, "en", 1)[0].set is SetKind.PALACE


def test_weather_hour_and_mood_come_from_heading_and_action() -> None:
    found = dress(
        scene("小巷", Setting.EXT, "深夜，大雨。一个黑影握着刀。"), Bible(), "zh-Hans", 1
    )[0]
    assert (found.weather, found.time, found.mood) == (
        Weather.RAIN,
        TimeOfDay.NIGHT,
        Mood.MENACE,
    )
    assert found.light == "neon"


def test_the_same_place_is_the_same_set_in_every_scene() -> None:
    one, other = (dress(scene("CAFE", action=text), Bible(), "en", 7)[0] for text in ("", "Rain."))
    assert one.seed == other.seed
    assert one.seed != dress(scene("BAR"), Bible(), "en", 7)[0].seed


def tables() -> list[tuple[str, Lexicon[Any]]]:
    """All tables of words of the engine, by the module they stand in."""
    folder = Path(lexicon.__path__[0])
    modules = [import_module(f"{lexicon.__name__}.{one.stem}") for one in folder.glob("[!_]*.py")]
    return [
        (f"{module.__name__}.{name}", one)
        for module in modules
        for name, one in vars(module).items()
        if isinstance(one, Lexicon)
    ]


def test_no_word_stands_twice_in_a_table_where_its_second_meaning_is_never_found() -> None:
    found = tables()
    assert len(found) > 30
    for name, table in found:
        for language in Words._fields:
            words = Counter(
                word.strip().lower()
                for row in table._table.values()
                for word in getattr(row, language).split(",")
            )
            del words[""]
            assert [word for word, times in words.items() if times > 1] == [], (name, language)
