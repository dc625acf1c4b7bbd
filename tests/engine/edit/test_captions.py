"""Captions: what was said, when, by whom, in pieces one can read."""

import re
from pathlib import Path

import pytest

from engine.contracts import Line, LineKind, LineTiming
from engine.edit.captions import captions_of, columns_of, layout, split, width
from engine.edit.compose import compose
from tests.engine.edit.takes import Studio, Ticker

LONG = (
    "You told me she was dead. You told me, and I believed you, because I wanted to; "
    "I wanted it to be over so badly that I never asked."
)
CHINESE = (
    "你说她已经死了。我信了你，因为我太想让这一切结束，想得连问都没有问过一句，三年了，整整三年！"
)
CUE = re.compile(r"(\d\d):(\d\d):(\d\d\.\d{3}) --> (\d\d):(\d\d):(\d\d\.\d{3})\n((?:.+\n?)+)")


def _line(text: str, name: str = "Mia", kind: LineKind = LineKind.ON_SCREEN) -> Line:
    return Line(character=name.lower(), name=name, text=text, at=0.2, duration=1, kind=kind)


def _cues(vtt: str) -> list[tuple[float, float, str]]:
    def seconds(hours: str, minutes: str, rest: str) -> float:
        return int(hours) * 3600 + int(minutes) * 60 + float(rest)

    return [
        (seconds(*m.group(1, 2, 3)), seconds(*m.group(4, 5, 6)), m.group(7).strip())
        for m in CUE.finditer(vtt)
    ]


def _pieces(text: str) -> list[tuple[str, ...]]:
    limit = columns_of(text)
    return [layout(text[first:last].strip(), limit) for first, last in split(text)]


@pytest.mark.parametrize("text", [LONG, "word " * 300, "a" * 200, "I can't. — Why? — Don't ask…"])
def test_latin_cues_have_two_lines_of_forty_two_characters_at_most(text: str) -> None:
    for lines in _pieces(text):
        assert 1 <= len(lines) <= 2
        assert all(len(line) <= 42 for line in lines)


@pytest.mark.parametrize("text", [CHINESE, "不停地说" * 60])
def test_chinese_cues_have_two_lines_of_sixteen_characters_at_most(text: str) -> None:
    for lines in _pieces(text):
        assert 1 <= len(lines) <= 2
        assert all(len(line) <= 16 for line in lines)


def test_a_line_that_mixes_chinese_and_latin_is_measured_by_its_width() -> None:
    for lines in _pieces("林总的 iPhone 15 Pro 在 Amazon 上卖了 3000 块钱，你知道吗？"):
        assert all(width(line) <= 32 for line in lines)


@pytest.mark.parametrize("text", [LONG, CHINESE, "a" * 200, "  spaces   and\u00a0such "])
def test_no_letter_is_lost_or_doubled(text: str) -> None:
    said = "".join("".join(lines) for lines in _pieces(text))
    assert re.sub(r"\s", "", said) == re.sub(r"\s", "", text)


def test_cues_end_where_a_clause_ends() -> None:
    assert _pieces(CHINESE)[0][-1].endswith("，")
    assert _pieces("It is over, Daniel. " * 6)[0][-1].endswith("Daniel.")


def test_no_line_begins_with_a_closing_mark() -> None:
    lines = [
        line for text in (CHINESE, "他说“走吧”。" * 20) for cue in _pieces(text) for line in cue
    ]
    assert not [line for line in lines if line[0] in "，。！？”、；"]


def test_a_cue_is_shown_while_its_words_are_said(studio: Studio) -> None:
    text = "I waited for you the whole night in the rain. You never even called me back, did you?"
    words = tuple(
        (word.strip(".,?"), 1 + 0.2 * n, 1.15 + 0.2 * n) for n, word in enumerate(text.split())
    )
    timing = LineTiming(index=0, start=1, end=words[-1][2], words=words)
    before, entry = studio.entry(0, 24), studio.entry(1, 140, lines=((_line(text), timing),))
    cues = _cues(captions_of(studio.cut(before, entry)))
    assert [cue[2].split()[1].partition(">")[2] for cue in cues] == ["I", "You"]
    assert cues[0][0] == pytest.approx(2.0, abs=0.01)
    assert cues[1][0] == pytest.approx(1 + words[10][1], abs=0.06)
    assert cues[0][1] <= cues[1][0]


def test_a_trimmed_take_moves_and_cuts_its_captions(studio: Studio) -> None:
    timings = [LineTiming(index=0, start=0.1, end=0.4), LineTiming(index=1, start=1.5, end=2.5)]
    lines = ((_line("Gone."), timings[0]), (_line("Here I am."), timings[1]))
    cues = _cues(captions_of(studio.cut(studio.entry(0, 60, lines=lines, trim=(24, 12)))))
    assert [cue[2] for cue in cues] == ["<v Mia>Here I am.</v>"]
    assert cues[0][:2] == (0.5, 1.0)


def test_who_speaks_is_named_and_who_is_not_seen_stands_in_italics(studio: Studio) -> None:
    lines = (
        (_line("Who’s there?"), LineTiming(index=0, start=0, end=0.5)),
        (
            _line("Your husband & <friend>.", "Mr. <X>", LineKind.OFF_SCREEN),
            LineTiming(index=1, start=1, end=1.5),
        ),
    )
    texts = [cue[2] for cue in _cues(captions_of(studio.cut(studio.entry(0, 48, lines=lines))))]
    assert texts == [
        "<v Mia>Who’s there?</v>",
        "<v Mr. &lt;X&gt;><i>Your husband &amp; &lt;friend&gt;.</i></v>",
    ]


def test_two_who_speak_at_once_are_both_captioned(studio: Studio) -> None:
    lines = (
        (_line("Stop!"), LineTiming(index=0, start=0.5, end=1.2)),
        (_line("Go!", "Daniel"), LineTiming(index=1, start=0.5, end=1.4)),
    )
    cues = _cues(captions_of(studio.cut(studio.entry(0, 48, lines=lines))))
    assert {cue[2] for cue in cues} == {"<v Mia>Stop!</v>", "<v Daniel>Go!</v>"}


def test_the_caption_file_lies_beside_the_master(studio: Studio) -> None:
    lines = ((_line("你好。", "林晚"), LineTiming(index=0, start=0.2, end=0.9)),)
    master = compose(studio.cut(studio.entry(0, 30, lines=lines), language="zh-Hans"), Ticker())
    text = Path(master.captions).read_text(encoding="utf-8")
    assert text.startswith("WEBVTT\n\n1\n00:00:00.200 --> ")
    assert "<v 林晚>你好。</v>" in text
