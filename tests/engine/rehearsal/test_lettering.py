"""Lettering is set well, can be read on anything, and stays clear of faces and buttons."""

from functools import partial

import numpy as np
import pytest

from engine.contracts import (
    Effect,
    EffectKind,
    Format,
    Lettering,
    LetteringKind,
    Mood,
    ShotSize,
)
from engine.rehearsal.effects.lettered import LOUD, MANNERS, manner_of, tones
from engine.rehearsal.effects.words import SAFE_BOTTOM, SAFE_RIGHT, SAFE_TOP
from engine.rehearsal.layers import surface_on
from engine.rehearsal.lettering.breaking import CLOSING, OPENING, columns, phrased
from engine.rehearsal.lettering.cards import Card, halves
from engine.rehearsal.lettering.contrast import contrast, legible
from engine.rehearsal.lettering.plates import NIGHT
from engine.rehearsal.lettering.type import Role, Style, Text
from engine.rehearsal.palette import palette_for
from engine.script.lexicon.events import LETTERED
from tests.engine.rehearsal.conftest import Drawer, Frame
from tests.engine.rehearsal.reading import least_contrast, letters_of
from tests.engine.rehearsal.shots import dressing, person, shot

PICTURE = Format(width=360, height=640)
WHITE_WALL = np.full((640, 360, 4), 255, np.uint8)
TEXTS = {
    "en": (
        "Three years later",
        "Evelyn Hart\nHeiress, officially dead",
        "Nobody Can Murder the Dead",
    ),
    "zh": ("三年前的那个雨夜，她离开了这座城市", "沈知意\n沈氏集团千金", "谁也杀不死一个死人"),
    "es": ("Tres años después", "Lucía Fernández\nLa heredera", "Nadie puede matar a los muertos"),
}


def chequered(cell: int, low: int, high: int) -> Frame:
    """A busy ground: squares of two greys and of full colours."""
    rows, across = np.indices((640, 360)) // cell
    grey = np.where((rows + across) % 2, high, low).astype(np.uint8)
    frame = np.dstack([grey, grey, grey, np.full_like(grey, 255)])
    frame[(rows + 2 * across) % 5 == 0, :3] = (30, 220, 250)
    return frame


GROUNDS = {
    "white wall": WHITE_WALL,
    "snow": chequered(3, 236, 255),
    "busy street": chequered(23, 20, 250),
    "night": chequered(40, 4, 22),
}


def card(kind: LetteringKind, text: str) -> Card:
    lettering = Lettering(kind=kind, text=text, duration=2.0)
    return Card(lettering, PICTURE, palette_for(dressing()))


@pytest.mark.parametrize("kind", list(LetteringKind))
@pytest.mark.parametrize("language", list(TEXTS))
def test_a_card_can_be_read_on_any_ground(kind: LetteringKind, language: str) -> None:
    for text in TEXTS[language]:
        made = card(kind, text)
        letters = letters_of(partial(made.draw, t=1.0), 360, 640)
        assert letters.sum() > 150
        for name, ground in GROUNDS.items():
            frame = ground.copy()
            made.draw(surface_on(frame).getCanvas(), 1.0)
            assert least_contrast(frame, letters) >= 4.5, (name, text)


@pytest.mark.parametrize("kind", list(LetteringKind))
def test_a_card_keeps_its_letters_clear_of_the_players_controls(kind: LetteringKind) -> None:
    for text in (text for texts in TEXTS.values() for text in texts):
        made = card(kind, text)
        letters = letters_of(partial(made.draw, t=1.0), 360, 640)
        rows, across = np.flatnonzero(letters.any(axis=1)), np.flatnonzero(letters.any(axis=0))
        assert rows[0] >= 0.08 * 640
        assert rows[-1] <= 0.82 * 640
        assert across[-1] <= 0.86 * 360


@pytest.mark.parametrize("kind", list(LetteringKind))
def test_a_card_comes_in_and_goes_out(kind: LetteringKind) -> None:
    made = card(kind, "Three years later")
    moments = []
    for t in (0.02, 0.2, 1.0, 1.9, 1.99):
        frame = WHITE_WALL.copy()
        made.draw(surface_on(frame).getCanvas(), t)
        moments.append(float((255 - frame[..., :3].astype(int)).mean()))
    assert moments[0] < moments[1] < moments[2]
    assert moments[2] > moments[3] > moments[4]
    assert moments[4] < 0.1 * moments[2]


@pytest.mark.parametrize("mood", list(Mood))
def test_accents_are_lightened_until_they_can_be_read(mood: Mood) -> None:
    palette = palette_for(dressing(mood=mood))
    assert contrast(legible(palette.accent, NIGHT), NIGHT) >= 4.5
    for manner in (*MANNERS, LOUD):
        for tone in tones(manner, palette.accent, palette.ink):
            assert contrast(tone, palette.ink) >= 4.5


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("width", [4.0, 5.5, 8.0, 11.0])
def test_chinese_lines_start_with_no_mark_and_end_with_no_opening(width: float) -> None:
    text = "她说：“我回来了！”然后，在那个雨夜里，她把《离婚协议》放在了桌子上……没有人敢说话。"
    lines = phrased(text, width).split("\n")
    assert "".join(lines) == text
    for line in lines:
        assert line[0] not in CLOSING
        assert line[-1] not in OPENING
        assert columns(line) <= width


def test_a_chinese_line_ends_where_a_phrase_ends() -> None:
    assert phrased("谁也杀不死一个死人", 6) == "谁也杀不死\n一个死人"
    assert phrased("三年后，沈家老宅", 6) == "三年后，\n沈家老宅"
    assert phrased("我知道你做了什么", 6) == "我知道\n你做了什么"


def test_a_title_has_lines_of_about_one_length() -> None:
    words = "Nobody can murder the dead and so it goes"
    ragged = Text(words, 40, 560, (255, 255, 255), Style(Role.TITLE))
    before = ragged.height
    even = ragged.even()
    assert even.height == before
    assert even.width < 520


@pytest.mark.parametrize(
    ("words", "head", "rest"),
    [
        ("Three years later. The Hart estate.", "Three years later", "The Hart estate"),
        ("三年后，沈家老宅", "三年后", "沈家老宅"),
        ("Paris, 1924", "Paris", "1924"),
        ("Later", "Later", ""),
        ("He swore that he would never come back here again. Never.", "", ""),
    ],
)
def test_time_and_place_are_told_apart(words: str, head: str, rest: str) -> None:
    assert halves(words) == ((head, rest) if head else (words, ""))


def test_every_sound_that_the_breakdown_letters_has_its_manner() -> None:
    plates = {
        sound: {manner_of(words).plate for words in (lettered.en, lettered.zh, lettered.es)}
        for sound, lettered in LETTERED.items()
    }
    assert all(len(found) == 1 for found in plates.values()), plates
    assert len(set.union(*plates.values())) == 4


@pytest.mark.parametrize("text", ["SLAP!", "¡CRASH!", "砰！", "叮铃铃", "KNOCK KNOCK"])
@pytest.mark.parametrize("size", [ShotSize.CU, ShotSize.MS, ShotSize.WS])
def test_a_lettered_sound_is_inside_the_safe_area(text: str, size: ShotSize, draw: Drawer) -> None:
    people = (person(x=-0.3), person("ben", x=0.5))
    made = shot(duration=1.0, size=size, people=people)
    sound = Effect(kind=EffectKind.SOUND_LETTERING, at=0.0, duration=1.0, text=text)
    struck = shot(duration=1.0, size=size, people=people, effects=(sound,))
    frame = draw(struck, 12)[..., :3]
    palette = palette_for(made.set)
    fills = [tone[::-1] for tone in tones(manner_of(text), palette.accent, palette.ink)]
    letters = np.logical_or.reduce([(frame == fill).all(axis=2) for fill in fills])
    letters &= (draw(made, 12)[..., :3] != frame).any(axis=2)
    rows, across = np.flatnonzero(letters.any(axis=1)), np.flatnonzero(letters.any(axis=0))
    assert letters.sum() > 60
    assert rows[0] >= SAFE_TOP * 320
    assert rows[-1] <= SAFE_BOTTOM * 320
    assert across[-1] <= SAFE_RIGHT * 180


@pytest.mark.parametrize("wash", [EffectKind.FLASH, EffectKind.FLASHBACK, EffectKind.SPEED_LINES])
def test_no_wash_lies_over_a_lettered_sound(wash: EffectKind, draw: Drawer) -> None:
    sound = Effect(kind=EffectKind.SOUND_LETTERING, at=0.0, duration=1.0, text="BOOM!")
    made = shot(duration=1.0, effects=(sound, Effect(kind=wash, at=0.0, duration=1.0)))
    palette = palette_for(made.set)
    fill = tones(LOUD, palette.accent, palette.ink)[0][::-1]
    assert (draw(made, 12)[..., :3] == fill).all(axis=2).sum() > 60
