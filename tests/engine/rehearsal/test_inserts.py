"""What an insert says is read: it stands out, is not held shut, and keeps clear of the controls."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import hypot

import numpy as np
import pytest
import skia

from engine.contracts import Format, Insert, InsertKind, SetKind, TimeOfDay
from engine.rehearsal.inserts import paper
from engine.rehearsal.inserts.paper import by_sentence
from engine.rehearsal.inserts.phone import color_of
from engine.rehearsal.inserts.thread import OWN
from engine.rehearsal.layers import surface_on
from engine.rehearsal.lettering.type import Text, fitted
from engine.rehearsal.stage import Stage
from tests.engine.rehearsal.conftest import Drawer
from tests.engine.rehearsal.reading import Mask, least_contrast, luminances
from tests.engine.rehearsal.shots import dressing, request, shot

PICTURE = Format(width=540, height=960)
SIDE = (PICTURE.height, PICTURE.width)
CASES = [
    (InsertKind.TEXT_MESSAGE, "Where are you?\nMe: Leave me alone.\nI know what you did.", "en"),
    (InsertKind.TEXT_MESSAGE, "你在哪里？\n我：与你无关。", "zh-Hans"),
    (InsertKind.PHONE_SCREEN, "Dad calling", "en"),
    (InsertKind.PHONE_SCREEN, "来电：妈妈", "zh-Hans"),
    (InsertKind.PHONE_SCREEN, "LIVE. 412,006 people are watching.", "en"),
    (InsertKind.PHONE_SCREEN, "您的账户收到转账200万元", "zh-Hans"),
    (InsertKind.LETTER, "If you are reading this, I am already gone.", "en"),
    (InsertKind.LETTER, "当你读到这封信的时候，我已经离开了。", "zh-Hans"),
    (InsertKind.SIGN, "HART FUNERAL HOME", "en"),
    (InsertKind.SIGN, "仁爱医院", "zh-Hans"),
    (InsertKind.NEWS, "Heiress found alive at her own funeral", "en"),
    (InsertKind.NEWS, "沈氏集团千金死而复生", "zh-Hans"),
    (InsertKind.TITLE_CARD, "Three Days Earlier", "en"),
    (InsertKind.TITLE_CARD, "三天前", "zh-Hans"),
    (InsertKind.OBJECT, "divorce agreement", "en"),
    (InsertKind.OBJECT, "an urn", "en"),
]
PLACES = {
    "snow": dressing(SetKind.MOUNTAIN),
    "night": dressing(SetKind.ROOFTOP, time=TimeOfDay.NIGHT),
}


@dataclass
class Lettered:
    """Every text that was set in a frame, with where."""

    found: list[tuple[Text, skia.Matrix, float, float]] = field(default_factory=list)

    def masks(self, nearer: skia.Matrix) -> Iterator[tuple[Text, Mask]]:
        for text, matrix, x, y in self.found:
            pixels = np.zeros((*SIDE, 4), np.uint8)
            canvas = surface_on(pixels).getCanvas()
            if hypot(matrix.getScaleX(), matrix.getSkewY()) > 0.9:  # on a page that is kept
                canvas.concat(nearer)
            canvas.concat(matrix)
            DRAW(text, canvas, x, y)
            yield text, pixels[..., 3] > 200


DRAW = Text.draw


@pytest.fixture
def lettered(monkeypatch: pytest.MonkeyPatch) -> Lettered:
    seen = Lettered()
    paper.letter_page.cache_clear()
    paper.document_page.cache_clear()

    def draw(self: Text, canvas: skia.Canvas, x: float, y: float) -> None:
        seen.found.append((self, canvas.getTotalMatrix(), x, y))
        DRAW(self, canvas, x, y)

    monkeypatch.setattr(Text, "draw", draw)
    return seen


@pytest.mark.parametrize("place", list(PLACES))
@pytest.mark.parametrize(("kind", "text", "language"), CASES)
def test_what_an_insert_says_can_be_read_and_is_clear_of_the_controls(
    kind: InsertKind, text: str, language: str, place: str, lettered: Lettered
) -> None:
    insert = Insert(kind=kind, text=text)
    made = shot(duration=3.0, set=PLACES[place], insert=insert, language=language)
    stage = Stage(request(made, format=PICTURE), [], 72)
    lettered.found.clear()  # signs of the place, which lie out of focus behind it
    frame = stage.frame(66)
    height, width = SIDE
    read = 0
    for said, letters in lettered.masks(stage.insert.nearer(66 / PICTURE.fps)):
        runs = said.width > 3000  # the band of the news, which says the headline again
        if said.size < 30 or runs or letters.sum() < 12:
            continue
        rows, across = np.flatnonzero(letters.any(axis=1)), np.flatnonzero(letters.any(axis=0))
        assert rows[0] >= 0.08 * height, said.words
        assert rows[-1] <= 0.82 * height, said.words
        assert across[-1] <= 0.86 * width, said.words
        assert least_contrast(frame, letters) >= 4.5, said.words
        read += 1
    assert read


@pytest.mark.parametrize(
    ("words", "name"),
    [("Dad calling", "Dad"), ("来电：妈妈", "妈妈"), ("Incoming call from Marcus", "Marcus")],
)
def test_a_call_shows_who_calls(words: str, name: str, draw: Drawer, lettered: Lettered) -> None:
    insert = Insert(kind=InsertKind.PHONE_SCREEN, text=words)
    draw(shot(duration=1.0, insert=insert), 12)
    assert name in [text.words for text, *_ in lettered.found]


def test_messages_come_one_by_one_with_dots_before_them(draw: Drawer, lettered: Lettered) -> None:
    text = "First.\nSecond.\nThird."
    made = shot(duration=3.0, insert=Insert(kind=InsertKind.TEXT_MESSAGE, text=text))
    shown = []
    for n in (2, 12, 36, 60):
        lettered.found.clear()
        draw(made, n)
        shown.append([said.words for said, *_ in lettered.found if said.words in text])
    assert shown == [[], ["First."], ["First.", "Second."], ["First.", "Second.", "Third."]]
    assert (draw(made, 2) != draw(made, 5)).any()  # the dots


def test_an_answer_of_ones_own_stands_at_the_right_and_is_read(
    draw: Drawer, lettered: Lettered
) -> None:
    text = "Where are you?\nMe: Nowhere."
    draw(shot(duration=3.0, insert=Insert(kind=InsertKind.TEXT_MESSAGE, text=text)), 66)
    left = {said.words: x for said, _, x, _ in lettered.found}
    assert left["Nowhere."] > left["Where are you?"]
    assert any(words.startswith("Read ") for words in left)
    assert OWN.match("我：好")


def test_everyone_has_one_colour_of_their_own() -> None:
    assert color_of("Marcus") == color_of("Marcus")
    assert len({color_of(name) for name in ("Ada", "Ben", "Cleo", "陈默", "林晚")}) > 2


@pytest.mark.parametrize("time", [TimeOfDay.DAY, TimeOfDay.NIGHT])
@pytest.mark.parametrize("text", ["gun", "locket", "money", "candle", "flower", "signature"])
def test_the_thing_is_brighter_than_what_lies_round_it(
    text: str, time: TimeOfDay, draw: Drawer
) -> None:
    """Its light parts outshine the frame's edge by half again, by day and by night."""
    insert = Insert(kind=InsertKind.OBJECT, text=text)
    frame = draw(
        shot(duration=1.0, set=dressing(SetKind.LIVING_ROOM, time=time), insert=insert), 12
    )
    seen = luminances(frame)
    edge = np.concatenate([seen[200:260, :16], seen[200:260, -16:]])
    assert np.quantile(seen[110:250, 40:140], 0.95) > 1.5 * np.median(edge)


def test_a_thing_is_drawn_again_every_time_it_is_asked_for(draw: Drawer) -> None:
    insert = Insert(kind=InsertKind.OBJECT, text="pills")
    made = shot(duration=1.0, insert=insert)
    assert (draw(made, 12) == draw(made, 12)).all()
    assert (draw(made, 2) != draw(made, 20)).any()


def test_a_word_that_is_too_long_for_its_line_is_set_smaller_before_it_is_broken() -> None:
    assert fitted("Compatibilidad genética", 88, 470, 690, (0, 0, 0)).size < 88
    assert not fitted("Compatibilidad genética", 88, 470, 690, (0, 0, 0)).torn


def test_a_short_note_has_each_sentence_on_a_line_and_keeps_a_name_whole() -> None:
    note = by_sentence("One coffin. No questions. Signed, Iris March.")
    assert note == "One coffin.\nNo questions.\nSigned, Iris\u00a0March."
    assert by_sentence("别等我。我走了。") == "别等我。\n我走了。"
    long = "I have thought about it for a long time. " * 4
    assert by_sentence(long) == long


@pytest.mark.parametrize("kind", list(InsertKind))
@pytest.mark.parametrize("text", ["", "\n"])
def test_an_insert_with_nothing_to_read_is_drawn_and_ends(kind: InsertKind, text: str) -> None:
    assert Text(text, 34, 4000, (0, 0, 0)).longest == 0.0  # else the news runs for ever
    asked = request(shot(insert=Insert(kind=kind, text=text)))
    assert Stage(asked, [], 4).frame(1).any()
