"""The parser cases that came with screenplay-tools, read as the .txt beside them says."""

import re
from pathlib import Path

import pytest

from engine.contracts import ElementKind, ReadRequest, Screenplay
from engine.script.reading.fountain_parser import TrackingParser
from engine.script.reading.parts import Line
from engine.script.reading.read import read
from tests.engine.quiet import Quiet

SAMPLES = Path(__file__).resolve().parents[3].parent / "shared" / "samples"
CASES = SAMPLES / "fountain-cases"
pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="../shared/samples is not here")

WHOLE = (
    "Boneyards Character LineBreaks Lyrics Notes PageBreak Parenthetical SceneHeading Scratch "
    "Sections TitlePage Transition UTF8"
)
NAMES = WHOLE.split()


def parsed(name: str, *, actions: bool = True, dialogue: bool = True, tags: bool = False) -> str:
    text = (CASES / f"{name}.fountain").read_text(encoding="utf-8")
    parser = TrackingParser()
    parser.mergeActions, parser.mergeDialogue, parser.useTags = actions, dialogue, tags
    parser.parse([Line(n, line) for n, line in enumerate(text.split("\n"), start=1)])
    dump: str = parser.script.dump()
    return dump.strip()


def expected(name: str) -> str:
    return (CASES / f"{name}.txt").read_text(encoding="utf-8").strip()


def screenplay(name: str) -> Screenplay:
    return read(ReadRequest(path=str(CASES / name)), Quiet())


def all_it_says(script: Screenplay) -> str:
    said: list[str] = list(script.meta) + list(script.meta.values())
    for episode in script.episodes:
        for scene in episode.scenes:
            said += [scene.heading, scene.number]
            for element in scene.elements:
                said += [
                    element.text,
                    element.character,
                    element.extension,
                    element.parenthetical,
                ]
    return " ".join(said)


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.replace("_", " ")))


@pytest.mark.parametrize("name", NAMES)
def test_a_case_is_parsed_as_its_txt_says(name: str) -> None:
    assert parsed(name) == expected(name)


def test_the_tags_case_is_parsed_as_its_txt_says() -> None:
    assert parsed("Tags", tags=True) == expected("Tags")


def test_action_is_parsed_as_its_txt_says_merged_and_line_by_line() -> None:
    assert parsed("Action") == expected("Action-Merged")
    assert parsed("Action", actions=False) == expected("Action-Unmerged")


def test_dialogue_is_parsed_as_its_txt_says_merged_and_line_by_line() -> None:
    assert parsed("Dialogue") == expected("Dialogue-Merged")
    assert parsed("Dialogue", dialogue=False) == expected("Dialogue-Unmerged")


@pytest.mark.parametrize("name", [*NAMES, "Action", "Dialogue", "Formatted"])
def test_no_word_of_a_case_is_lost_on_the_way_to_the_screenplay(name: str) -> None:
    text = (CASES / f"{name}.fountain").read_text(encoding="utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)  # a boneyard is cut on purpose
    text = re.sub(r"\(\s*CONT['’]D\s*\)", "", text)
    lost = words(text) - words(all_it_says(screenplay(f"{name}.fountain")))
    assert not lost


def test_emphasis_is_taken_out_as_the_formatted_case_says() -> None:
    wanted = re.sub(r"</?[biu]>", "", expected("Formatted"))
    # One mark stays in the package's own reading of emphasis inside emphasis; none does in ours.
    wanted = wanted.replace("*Leupold Mark 4*", "Leupold Mark 4")
    elements = screenplay("Formatted.fountain").episodes[0].scenes[0].elements
    assert " ".join(element.text for element in elements).split() == wanted.split()


def test_a_note_over_several_lines_does_not_turn_the_action_after_it_into_speech() -> None:
    scene = screenplay("Notes.fountain").episodes[0].scenes[0]
    receiver = next(e for e in scene.elements if e.text.startswith("His hand"))
    assert (receiver.kind, receiver.line) == (ElementKind.ACTION, 11)
    assert receiver.text.endswith("for some reason. He looks around. Phone ringing.")


@pytest.mark.parametrize("name", ["TestFDX-FD", "TestFDX-FI"])
def test_a_final_draft_file_says_what_the_fountain_beside_it_says(name: str) -> None:
    draft, fountain = screenplay(f"{name}.fdx"), screenplay(f"{name}.fountain")
    for one, other in zip(draft.episodes[0].scenes, fountain.episodes[0].scenes, strict=True):
        assert (one.number, one.heading, one.place) == (other.number, other.heading, other.place)
        assert [
            (e.kind, e.text, e.character, e.extension, e.parenthetical) for e in one.elements
        ] == [(e.kind, e.text, e.character, e.extension, e.parenthetical) for e in other.elements]
    assert (draft.format, fountain.format) == ("fdx", "fountain")


def test_the_title_page_of_a_final_draft_file_is_read() -> None:
    meta = screenplay("TestFDX-FI.fdx").meta
    assert (meta["Title"], meta["Author"]) == ("FDX Test Script", "Ian")


@pytest.mark.parametrize(
    ("name", "scenes", "speakers", "speeches"),
    [
        ("pulpit__fire.fountain", 1, {"NOB"}, 9),
        ("ascent_to_guru_peak.fountain", 6, {"YORBLEF", "GURU"}, 29),
    ],
)
def test_a_real_screenplay_is_read_completely(
    name: str, scenes: int, speakers: set[str], speeches: int
) -> None:
    script = read(ReadRequest(path=str(SAMPLES / name)), Quiet())
    source = (SAMPLES / name).read_text(encoding="utf-8")
    elements = [e for scene in script.episodes[0].scenes for e in scene.elements]
    assert len(script.episodes[0].scenes) == scenes
    assert {e.character for e in elements if e.kind is ElementKind.DIALOGUE} == speakers
    assert sum(e.kind is ElementKind.DIALOGUE for e in elements) == speeches
    assert not words(source) - words(all_it_says(script))
    assert not script.problems
