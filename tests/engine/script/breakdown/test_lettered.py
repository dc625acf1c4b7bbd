"""What a script lays over its pictures: recaps, names, frozen titles, panels."""

import pytest

from engine.contracts import EffectKind, LetteringKind, SetKind, Shot
from engine.script.grammar.lettering import name_card
from tests.engine.script.breakdown.conftest import Shoot

SCENE = "INT. HALL - NIGHT\n\n{}\n\nMIA\nWho is there?\n\nLEO\nOnly me.\n"
HAN = "第1集\n1-1 夜 内 客厅\n人物：林晚、顾沉\n{}\n林晚：谁？\n顾沉：是我。\n"


def lettered(shot: Shot, kind: LetteringKind) -> list[str]:
    return [letters.text for letters in shot.lettering if letters.kind is kind]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SCENE.format("PREVIOUSLY ON EMPTY COFFIN:"), "PREVIOUSLY ON EMPTY COFFIN"),
        (SCENE.format("SUPER: Previously on Empty Coffin"), "Previously on Empty Coffin"),
        (SCENE.format("ANTERIORMENTE:"), "ANTERIORMENTE"),
        (HAN.format("【前情提要】"), "前情提要"),
        (HAN.format("字幕：上集回顾"), "上集回顾"),
    ],
)
def test_what_is_recalled_is_marked_over_all_its_shots(text: str, said: str, shoot: Shoot) -> None:
    name = "script.txt" if text.startswith("第") else "script.fountain"
    shots = shoot(text, name).shots
    assert [lettered(shot, LetteringKind.PREVIOUSLY) for shot in shots] == [[said]] * len(shots)
    assert not any(lettered(shot, LetteringKind.CAPTION) for shot in shots)


def test_a_caption_ends_what_is_recalled(shoot: Shoot) -> None:
    text = SCENE.format("PREVIOUSLY ON EMPTY COFFIN:") + "\nSUPER: Today\n\nMIA\nSit down.\n"
    shots = shoot(text).shots
    marked = [bool(lettered(shot, LetteringKind.PREVIOUSLY)) for shot in shots]
    assert marked[0]
    assert not marked[-1]
    assert lettered(shots[marked.index(False)], LetteringKind.CAPTION) == ["Today"]


@pytest.mark.parametrize(
    ("text", "card"),
    [
        (SCENE.format("LOWER THIRD: Mia, night nurse"), "Mia\nnight nurse"),
        (SCENE.format("CHYRON: LEO"), "LEO"),
        (HAN.format("人名条：林晚，沈氏集团总裁"), "林晚\n沈氏集团总裁"),
    ],
)
def test_a_caption_that_names_someone_is_a_name_card(text: str, card: str, shoot: Shoot) -> None:
    name = "script.txt" if text.startswith("第") else "script.fountain"
    shots = shoot(text, name).shots
    assert [said for shot in shots for said in lettered(shot, LetteringKind.NAME_CARD)] == [card]


def test_a_sentence_about_someone_is_no_name_card() -> None:
    assert name_card("Mia never came back", ("Mia",)) == ""
    assert name_card("Mia, who had not slept since the night of the fire, waits", ("Mia",)) == ""
    assert name_card("Mia — night nurse", ("Mia",)) == "Mia\nnight nurse"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SCENE.format("SUPER: Mia, dead at 26\n\nFREEZE FRAME on Mia."), "Mia\ndead at 26"),
        (HAN.format("字幕：林晚，沈氏千金\n△定格在林晚的脸上。"), "林晚\n沈氏千金"),
    ],
)
def test_a_freeze_bears_its_caption(text: str, said: str, shoot: Shoot) -> None:
    name = "script.txt" if text.startswith("第") else "script.fountain"
    frozen = [
        effect
        for shot in shoot(text, name).shots
        for effect in shot.effects
        if effect.kind is EffectKind.FREEZE_TITLE
    ]
    assert [effect.text for effect in frozen] == [said]


def test_a_split_screen_is_asked_for_by_its_name(shoot: Shoot) -> None:
    shots = shoot(SCENE.format("SPLIT SCREEN: Mia and Leo on the phone.")).shots
    split = [s for s in shots if EffectKind.SPLIT_SCREEN in [e.kind for e in s.effects]]
    assert len(split) == 1
    assert len(split[0].people) == 2
    assert split[0].beyond is None


def test_the_other_panel_of_a_split_screen_is_where_the_other_was(shoot: Shoot) -> None:
    text = "EXT. STREET - NIGHT\n\nLEO\nHello?\n\n"
    text += SCENE.format("SPLIT SCREEN: Mia and Leo on the phone.")
    made = shoot(text)
    (split,) = (s for s in made.shots if EffectKind.SPLIT_SCREEN in [e.kind for e in s.effects])
    assert split.set.set is SetKind.HALL
    assert split.beyond is not None
    assert split.beyond.set is SetKind.STREET
    assert [person.character for person in split.people if not person.focus] == ["leo"]


def test_the_number_of_the_episode_stands_above_its_title(shoot: Shoot) -> None:
    text = "Title: Night\n\n# Episode 2: Ashes\n\n" + SCENE.format("Mia waits.")
    shots = shoot(text).shots
    said = [words for shot in shots for words in lettered(shot, LetteringKind.EPISODE_TITLE)]
    assert said == ["Episode 2\nAshes"]
