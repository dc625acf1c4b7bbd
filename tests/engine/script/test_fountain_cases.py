"""The parser cases that came with screenplay-tools, read as the .txt beside them says."""

from pathlib import Path

import pytest

from engine.script.fountain_parser import TrackingParser
from engine.script.parts import Line

SAMPLES = Path(__file__).resolve().parents[3].parent / "shared" / "samples"
CASES = SAMPLES / "fountain-cases"
pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="../shared/samples is not here")

WHOLE = [
    "Action", "Boneyards", "Character", "Dialogue", "LineBreaks", "Lyrics", "Notes", "PageBreak", "Parenthetical",
    "SceneHeading", "Scratch", "Sections", "Tags", "TitlePage", "Transition", "UTF8",
]  # fmt: skip


class Quiet:
    def step(self, done: int, total: int, note: str = "") -> None:
        pass


def parser_of(name: str, *, merged: bool, tags: bool = False) -> TrackingParser:
    text = (CASES / f"{name}.fountain").read_text(encoding="utf-8")
    parser = TrackingParser()
    parser.mergeActions = parser.mergeDialogue = merged
    parser.useTags = tags
    parser.parse([Line(n, line) for n, line in enumerate(text.split("\n"), start=1)])
    return parser


def expected(name: str) -> str:
    return (CASES / f"{name}.txt").read_text(encoding="utf-8").strip()


@pytest.mark.parametrize("name", [n for n in WHOLE if n not in ("Action", "Dialogue", "Tags")])
def test_a_case_is_parsed_as_its_txt_says(name: str) -> None:
    assert parser_of(name, merged=True).script.dump().strip() == expected(name)


@pytest.mark.parametrize("name", ["Action", "Dialogue"])
def test_a_case_is_parsed_as_its_txt_says_with_its_lines_merged_and_not(name: str) -> None:
    merged, apart = parser_of(name, merged=True), parser_of(name, merged=True)
    apart = TrackingParser()
    setattr(apart, f"merge{name}s" if name == "Action" else "mergeDialogue", False)
    text = (CASES / f"{name}.fountain").read_text(encoding="utf-8")
    apart.parse([Line(n, line) for n, line in enumerate(text.split("\n"), start=1)])
    assert merged.script.dump().strip() == expected(f"{name}-Merged")
    assert apart.script.dump().strip() == expected(f"{name}-Unmerged")
