"""Fountain as people write it, beyond the format's own cases."""

import pytest

from engine.contracts import (
    Element,
    ElementKind,
    ReadRequest,
    Scene,
    Screenplay,
    Setting,
    TimeOfDay,
)
from engine.script.reading.read import read
from tests.engine.quiet import Quiet


def play(text: str, name: str = "a.fountain") -> Screenplay:
    return read(ReadRequest(text=text, name=name), Quiet())


def scenes(text: str) -> list[Scene]:
    return [scene for episode in play(text).episodes for scene in episode.scenes]


def elements(text: str) -> list[Element]:
    return [element for scene in scenes(text) for element in scene.elements]


HEAD = "INT. HALL - NIGHT\n\n"


def test_hard_wrapped_action_is_one_paragraph_at_the_line_it_begins_in() -> None:
    (one, two) = elements(HEAD + "She waits\nin the cold\nhall.\n\nHe comes.\n")
    assert (one.text, one.line) == ("She waits in the cold hall.", 3)
    assert (two.text, two.line) == ("He comes.", 7)


def test_wrapped_chinese_is_joined_without_a_space() -> None:
    assert elements(HEAD + "她站在雨里，\n一动不动。\n")[0].text == "她站在雨里，一动不动。"


def test_who_speaks_and_how_is_kept_and_contd_is_not() -> None:
    (line,) = elements(HEAD + "MIA (V.O.) (CONT'D)\n(low)\nStay _here_.\n")
    assert line == Element(
        kind=ElementKind.DIALOGUE,
        text="Stay here.",
        line=5,
        character="MIA",
        extension="V.O.",
        parenthetical="low",
    )


def test_a_remark_in_a_cue_that_names_no_voice_tells_how_the_line_is_spoken() -> None:
    (line,) = elements(HEAD + "MIA (crying)\nNo!\n")
    assert (line.character, line.parenthetical) == ("MIA", "crying")


def test_a_parenthetical_in_the_middle_of_a_speech_is_not_spoken() -> None:
    one, two = elements(HEAD + "MIA\nI know. (beat) I always knew.\n")
    assert (one.text, one.parenthetical) == ("I know.", "")
    assert (two.text, two.parenthetical) == ("I always knew.", "beat")


def test_dual_dialogue_is_marked_on_the_second_speaker() -> None:
    one, two = elements(HEAD + "MIA\nGo!\n\nTOM ^\nStay!\n")
    assert (one.dual, two.dual) == (False, True)


@pytest.mark.parametrize(
    "name", ["林晚", "Élodie", "😀 Mia", "שרה", "ليلى", "Анна", "李 雷", "mia von b"]
)
def test_a_forced_cue_takes_any_name(name: str) -> None:
    (line,) = elements(HEAD + f"@{name}\nHello there.\n")
    assert (line.kind, line.character) == (ElementKind.DIALOGUE, name)


@pytest.mark.parametrize("name", ["ÉLODIE", "МАША", "ΝΊΚΟΣ", "MÜLLER", "JOSÉ MARÍA"])
def test_capitals_of_any_alphabet_make_a_cue(name: str) -> None:
    (line,) = elements(HEAD + f"{name}\nHello there.\n")
    assert (line.kind, line.character) == (ElementKind.DIALOGUE, name)


def test_a_right_to_left_mark_is_no_part_of_a_name() -> None:
    (line,) = elements(HEAD + "@\u200fשרה\u200f\nשלום\n")
    assert line.character == "שרה"


def test_a_chinese_cue_takes_its_remarks_in_full_width_brackets() -> None:
    (line,) = elements(HEAD + "@林晚（哭喊，画外音）\n救救她！\n")
    assert (line.character, line.extension, line.parenthetical) == ("林晚", "画外音", "哭喊")


@pytest.mark.parametrize(
    ("written", "kind", "text"),
    [
        ("SUPER: THREE YEARS LATER", ElementKind.SUPER, "THREE YEARS LATER"),
        ('TITLE CARD: "The end of it"', ElementKind.SUPER, "The end of it"),
        ("SUPER:\nTHREE YEARS LATER", ElementKind.SUPER, "THREE YEARS LATER"),
        ("SFX: A door slams.", ElementKind.SOUND, "A door slams."),
        ("SOUND: Rain.", ElementKind.SOUND, "Rain."),
        ("CLOSE ON the ring.", ElementKind.CAMERA, "CLOSE ON the ring."),
        ("ANGLE ON MIA", ElementKind.CAMERA, "ANGLE ON MIA"),
        ("INSERT - the letter", ElementKind.CAMERA, "INSERT - the letter"),
        ("MIA'S POV", ElementKind.CAMERA, "MIA'S POV"),
        ("CLOSE ON THE RING\nIt shines.", ElementKind.CAMERA, "CLOSE ON THE RING It shines."),
        ("FADE OUT.", ElementKind.TRANSITION, "FADE OUT."),
        ("SMASH CUT TO:", ElementKind.TRANSITION, "SMASH CUT TO:"),
        ("> Burn to white", ElementKind.TRANSITION, "Burn to white"),
        ("> THE END <", ElementKind.CENTERED, "THE END"),
        ("= What it is about", ElementKind.SYNOPSIS, "What it is about"),
        ("# Act One", ElementKind.SECTION, "Act One"),
        ("[[check this]]", ElementKind.NOTE, "check this"),
        ("~ La la la", ElementKind.LYRIC, "La la la"),
        ("===", ElementKind.PAGE_BREAK, ""),
        ("Insert the key, she thinks.", ElementKind.ACTION, "Insert the key, she thinks."),
        ("BOOM!\nThe door is gone.", ElementKind.ACTION, "BOOM!"),
    ],
)
def test_a_line_is_what_it_is(written: str, kind: ElementKind, text: str) -> None:
    first = elements(HEAD + written + "\n")[0]
    assert (first.kind, first.text) == (kind, text)


def test_a_sung_line_inside_a_speech_keeps_its_singer_and_the_speech_goes_on() -> None:
    one, two, three = elements(HEAD + "MIA\nListen.\n~ La la la\nThat was it.\n")
    assert [e.kind for e in (one, two, three)] == [
        ElementKind.DIALOGUE,
        ElementKind.LYRIC,
        ElementKind.DIALOGUE,
    ]
    assert {e.character for e in (one, two, three)} == {"MIA"}


def test_the_title_page_becomes_meta_and_names_the_screenplay() -> None:
    script = play(
        "Title:\n    _**The Ring**_\nAuthor: A. Moss\nLanguage: Spanish\n\n" + HEAD + "X."
    )
    assert (script.title, script.language) == ("The Ring", "es")
    assert script.meta == {"Title": "The Ring", "Author": "A. Moss", "Language": "Spanish"}


def test_fade_in_on_the_first_line_is_a_transition_and_no_title_page() -> None:
    (scene,) = scenes("FADE IN:\n\n" + HEAD + "Mia waits.")
    assert [e.text for e in scene.elements] == ["FADE IN:", "Mia waits."]
    assert scene.elements[0].kind is ElementKind.TRANSITION


def test_a_cut_passage_is_left_out_and_an_unclosed_one_is_not() -> None:
    assert [e.text for e in elements(HEAD + "One.\n\n/* gone\n\naway */\n\nTwo.")] == [
        "One.",
        "Two.",
    ]
    script = play(HEAD + "One.\n\n/* never closed\n\nTwo.")
    assert script.episodes[0].scenes[0].elements[-1].text == "Two."
    assert [(p.code, p.line) for p in script.problems if p.line] == [("boneyard-unclosed", 5)]


@pytest.mark.parametrize(
    "heading",
    ["# Episode 2: The Ring", "# 第2集 The Ring", "EPISODE 2 - The Ring", "EPISODE TWO: The Ring"],
)
def test_episodes_are_parted_by_their_headings(heading: str) -> None:
    script = play(f"# Episode 1\n\n{HEAD}One.\n\n{heading}\n\n{HEAD}Two.\n")
    assert [(e.number, e.title) for e in script.episodes] == [(1, ""), (2, "The Ring")]
    assert [e.scenes[0].number for e in script.episodes] == ["1", "1"]


def test_what_stands_before_the_first_heading_of_episode_two_is_episode_one() -> None:
    script = play(f"{HEAD}One.\n\n# Episode 2\n\n{HEAD}Two.\n")
    assert [e.number for e in script.episodes] == [1, 2]


def test_an_episode_that_begins_twice_is_joined_and_said() -> None:
    script = play(f"# Episode 1\n\n{HEAD}One.\n\n# Episode 1\n\n{HEAD}Two.\n")
    assert [len(e.scenes) for e in script.episodes] == [2]
    assert ("episode-twice", 7) in [(p.code, p.line) for p in script.problems]


def test_a_preface_before_episode_one_is_not_filmed() -> None:
    script = play(f"Who is who\n\nMia is a surgeon.\n\n# Episode 1\n\n{HEAD}One.\n")
    (scene,) = script.episodes[0].scenes
    assert [e.kind for e in scene.elements[:2]] == [ElementKind.NOTE, ElementKind.NOTE]


@pytest.mark.parametrize(
    ("heading", "setting", "place", "time"),
    [
        ("INT. KITCHEN - DAY", Setting.INT, "KITCHEN", TimeOfDay.DAY),
        ("ext. Olympia Circus - night", Setting.EXT, "Olympia Circus", TimeOfDay.NIGHT),
        ("EXT. HILLS--DAWN", Setting.EXT, "HILLS", TimeOfDay.DAWN),
        ("INT./EXT. CAR — DUSK", Setting.INT_EXT, "CAR", TimeOfDay.DUSK),
        ("I/E TAXI - EVENING", Setting.INT_EXT, "TAXI", TimeOfDay.DUSK),
        ("INT. WARD - HALL - LATER THAT NIGHT", Setting.INT, "WARD - HALL", TimeOfDay.NIGHT),
        ("INT. CAR, NIGHT", Setting.INT, "CAR", TimeOfDay.NIGHT),
        ("INT. CAR. EARLY MORNING", Setting.INT, "CAR", TimeOfDay.DAWN),
        ("INT. COCINA - NOCHE", Setting.INT, "COCINA", TimeOfDay.NIGHT),
        ("EXT. CALLE - AMANECER", Setting.EXT, "CALLE", TimeOfDay.DAWN),
        ("INNEN. KÜCHE - TAG", Setting.INT, "KÜCHE", TimeOfDay.DAY),
        ("INT. 咖啡馆 - 夜", Setting.INT, "咖啡馆", TimeOfDay.NIGHT),
        (".内景 咖啡馆 日", Setting.INT, "咖啡馆", TimeOfDay.DAY),
        (".THE VOID", Setting.UNSAID, "THE VOID", None),
        ("INT. DAY CARE", Setting.INT, "DAY CARE", None),
        ("12   INT. HALL - DAY   12", Setting.INT, "HALL", TimeOfDay.DAY),
    ],
)  # fmt: skip
def test_a_head_says_where_and_when(
    heading: str, setting: Setting, place: str, time: TimeOfDay | None
) -> None:
    (scene,) = scenes(f"{heading}\n\nSomething happens.\n")
    assert (scene.setting, scene.place, scene.time) == (setting, place, time)


@pytest.mark.parametrize("same", ["CONTINUOUS", "LATER", "MOMENTS LATER", "SAME TIME"])
def test_continuous_and_later_keep_the_time_of_the_scene_before(same: str) -> None:
    text = f"EXT. ROAD - NIGHT\n\nA car.\n\nINT. CAR - {same}\n\nShe drives.\n"
    assert [scene.time for scene in scenes(text)] == [TimeOfDay.NIGHT, TimeOfDay.NIGHT]


def test_scene_numbers_are_as_written_else_counted() -> None:
    text = "INT. A - DAY #7b#\n\nX.\n\nINT. B - DAY\n\nY.\n"
    assert [scene.number for scene in scenes(text)] == ["7b", "2"]


def test_a_flashback_in_a_scene_splits_it() -> None:
    text = HEAD + "Now.\n\nFLASHBACK TO:\n\nThen.\n\nEND FLASHBACK\n\nNow again.\n"
    assert [(s.number, s.flashback, s.elements[0].text) for s in scenes(text)] == [
        ("1", False, "Now."),
        ("1A", True, "Then."),
        ("1B", False, "Now again."),
    ]


def test_a_flashback_in_a_head_is_that_scene_only() -> None:
    text = "INT. A - DAY (FLASHBACK)\n\nThen.\n\nINT. B - DAY\n\nNow.\n"
    assert [(s.place, s.flashback) for s in scenes(text)] == [("A", True), ("B", False)]


def test_the_furniture_of_a_pdf_is_left_out() -> None:
    text = (
        HEAD
        + "Mia waits.                    *\n\nCONTINUED:\n\n"
        + " " * 50
        + "12.\n\nMIA\nI was\n(MORE)\n\n- 13 -\n\nMIA (CONT'D)\nnever here.\n"
    )
    assert [e.text for e in elements(text)] == ["Mia waits.", "I was", "never here."]
    assert elements(text)[-1].line == 16


def test_a_script_without_empty_lines_is_read_by_its_capitals() -> None:
    script = play(
        "INT. HALL - DAY\nMia enters.\nMIA\nHello?\nTOM (O.S.)\n(softly)\nGo away.\nShe goes.\n"
    )
    assert [(e.character, e.text) for e in script.episodes[0].scenes[0].elements] == [
        ("", "Mia enters."),
        ("MIA", "Hello?"),
        ("TOM", "Go away."),
        ("", "She goes."),
    ]
    assert "respaced" in [p.code for p in script.problems]


def test_a_script_with_an_empty_line_after_every_line_is_read_by_its_capitals() -> None:
    said = elements(
        "INT. HALL - DAY\n\nMia enters.\n\nMIA\n\nHello?\n\nTOM\n\n(softly)\n\nGo away.\n"
    )
    assert [(e.character, e.text, e.line) for e in said] == [
        ("", "Mia enters.", 3),
        ("MIA", "Hello?", 7),
        ("TOM", "Go away.", 13),
    ]


def test_a_title_and_an_author_alone_at_the_top_are_a_title_page() -> None:
    script = play(f"LOVE IN THE RAIN\nby Jane Doe\n\nCharacters:\nMIA - 25\n\n{HEAD}She waits.\n")
    assert (script.title, script.meta["Author"]) == ("LOVE IN THE RAIN", "Jane Doe")
    (scene,) = script.episodes[0].scenes
    assert [(e.kind, e.line) for e in scene.elements] == [
        (ElementKind.NOTE, 4),
        (ElementKind.ACTION, 9),
    ]


def test_a_scene_number_on_a_line_of_its_own_belongs_to_the_head_below() -> None:
    (scene,) = scenes(f"SCENE 7\n\n{HEAD}She waits.\n")
    assert (scene.number, scene.place) == ("7", "HALL")


def test_a_scene_may_be_named_without_int_and_ext() -> None:
    (scene,) = scenes("SCENE 2 - ROOFTOP - NIGHT\n\nShe waits.\n\nMIA\nWell?\n")
    assert (scene.number, scene.place, scene.time) == ("2", "ROOFTOP", TimeOfDay.NIGHT)


def test_two_names_over_one_speech_are_two_speakers_where_both_speak_alone_too() -> None:
    said = elements(HEAD + "MIA\nOne.\n\nTOM\nTwo.\n\nMIA & TOM\nNo!\n\nSALT & CO\nBuy.\n")
    assert [(e.character, e.dual) for e in said[2:]] == [
        ("MIA", False),
        ("TOM", True),
        ("SALT & CO", False),
    ]


def test_a_transition_under_a_speech_is_not_spoken() -> None:
    speech, out = elements(HEAD + "MIA\nGoodbye.\nFADE OUT.\n")
    assert (speech.text, out.kind) == ("Goodbye.", ElementKind.TRANSITION)


def test_a_parenthetical_over_two_lines_is_one() -> None:
    (speech,) = elements(HEAD + "MIA\n(shouting\nto the sea)\nWhere is it?\n")
    assert (speech.text, speech.parenthetical) == ("Where is it?", "shouting to the sea")


def test_a_cue_with_two_brackets_keeps_voice_and_manner_apart() -> None:
    (speech,) = elements(HEAD + "TOM (V.O.)(low)\nDon't hang up.\n")
    assert (speech.extension, speech.parenthetical) == ("V.O.", "low")


def test_a_name_with_a_remark_and_no_line_is_said_and_a_remark_behind_a_line_is_not() -> None:
    silent = play(HEAD + "ADA\nHello.\n\nBEN\n(beat)\n\nADA\nFine.\n").problems
    assert [(one.line, one.code) for one in silent if one.code == "cue-without-line"] == [
        (6, "cue-without-line")
    ]
    behind = play(HEAD + "ADA\nHello.\n(beat)\n\nBEN\nFine.\n").problems
    assert "cue-without-line" not in [one.code for one in behind]


@pytest.mark.parametrize("bare", ["INT.", "EXT.", "INT./EXT."])
def test_a_heading_without_a_place_is_said(bare: str) -> None:
    problems = play(f"{HEAD}She waits.\n\n{bare}\n\nHe comes.\n").problems
    assert [one.line for one in problems if one.code == "heading-without-place"] == [5]
    assert "heading-without-place" not in [one.code for one in play(HEAD + "Int. he.\n").problems]
