"""Phonemes become mouth shapes: none is lost in the languages people write in."""

import unicodedata

import pytest

from engine.voice import Viseme, library
from engine.voice.library import Mark
from engine.voice.mouth import THROAT, shapes_of, visemes

RATE = 1000
TEXTS = {
    "en-us": "The quick brown fox jumps over the lazy dog. Please measure the azure treasure; joy, "
    "church, judge, thing, this, ship, uncle, singing, button, little, bird, her, further, boy, "
    "cow, high, how, hear, hair, tour, father, caught, hot, foot, food, sure, kitten, which, yes, "
    "huge, rhythm, bottle, hmm, loch, genre, Bach, naive, idea, Maria, flower, player, water.",
    "cmn": "你不要再骗我了妈妈。是的，知道，吃饭，日子，四十四，雨女绿去，月学绝，翁中国，儿子，"
    "耳朵二，哦喔啊，资次思，家恰下，抓窗双，兄穷，云群训，怪快坏，鬼亏回，追吹睡，波泼摸佛，"
    "得特呢了，哥科喝，基七西，热人日，唔嗯，略虐，这孩子，花儿，远圆全选，王黄光，姐也夜，有又九，英明平，风梦朋，诶欸。",
    "es": "El pingüino Wenceslao hizo kilómetros bajo exhaustiva lluvia y frío, añoraba a su "
    "querido cachorro. ¿Por qué me mientes, mamá? Llave, yo, calle, guerra, perro, pero, gato, "
    "dedo, hija, gente, ciudad, zapato, mañana, huevo, hueso, buey, aire, causa, deuda, viuda, "
    "tengo, mismo, desde, juzgado, atlas, examen, whisky, sándwich, reloj, club, álbum.",
}
ROUNDED = set("uʊyʏwɔɒoøœɥ")


def phonemes(language: str) -> tuple[Mark, ...]:
    return library.synthesize(
        TEXTS[language], (language,), rate=170, pitch=50, pitch_range=50
    ).phonemes


def letters(symbol: str) -> set[str]:
    """The sounds in a symbol, without stress, length and what merely modifies them."""
    if symbol.startswith("("):
        return set()
    return {sign for sign in symbol if unicodedata.category(sign) == "Ll"}


@pytest.mark.parametrize("language", TEXTS)
def test_no_phoneme_of_a_long_text_goes_unmapped(language: str) -> None:
    symbols = {mark.symbol for mark in phonemes(language)}
    assert len(symbols) > 40
    lost = {
        letter
        for symbol in symbols
        for letter in letters(symbol)
        if letter not in THROAT and not shapes_of(letter)
    }
    assert not lost
    assert all(shapes_of(s) for s in symbols if letters(s) - THROAT)


@pytest.mark.parametrize("language", TEXTS)
def test_rounded_vowels_are_round_and_spread_ones_are_not(language: str) -> None:
    told = {
        letter
        for mark in phonemes(language)
        for letter in letters(mark.symbol) & (ROUNDED | set("ieɛa"))
    }
    assert told & ROUNDED
    assert told - ROUNDED
    for letter in told:
        round_ = bool(set(shapes_of(letter)) & {Viseme.OH, Viseme.OU})
        assert round_ == (letter in ROUNDED), letter


@pytest.mark.parametrize("language", TEXTS)
def test_every_p_b_and_m_closes_the_lips(language: str) -> None:
    marks = phonemes(language)
    spans = visemes(marks, library.RATE, marks[-1].sample / library.RATE + 0.2)
    bilabial = [
        mark.sample / library.RATE
        for mark in marks
        if set(mark.symbol) & set("pbm") and not mark.symbol.startswith("(")
    ]
    assert bilabial
    for at in bilabial:
        closed = (s for s in spans if s.viseme is Viseme.PP)
        assert any(s.start - 0.05 < at < s.end + 0.05 for s in closed), at


@pytest.mark.parametrize("language", TEXTS)
def test_a_long_text_uses_at_least_twelve_shapes(language: str) -> None:
    used = {shape for mark in phonemes(language) for shape in shapes_of(mark.symbol)}
    assert len(used) >= 12 - (language != "en-us")


def test_the_mouth_is_at_the_vowel_while_the_throat_still_says_h() -> None:
    marks = (Mark(0, "s"), Mark(100, "h"), Mark(180, "ɑː"), Mark(400, "t"))
    spans = visemes(marks, RATE, 0.5)
    assert next(s.start for s in spans if s.viseme is Viseme.AA) == pytest.approx(0.1)


def test_the_curled_tongue_of_mandarin_brings_the_lips_forward() -> None:
    assert shapes_of("ts.h") == shapes_of("s.") == (Viseme.CH,)
    assert shapes_of("ts") == (Viseme.SS,)
