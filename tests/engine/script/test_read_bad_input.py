"""Whatever somebody uploads: a clear message, what could be read, and never a traceback."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.contracts import ElementKind, EngineError, ReadRequest, Screenplay, to_json
from engine.script.reading.decode import MAX_BYTES
from engine.script.reading.read import decode, read
from tests.engine.quiet import Quiet

SCRIPT = "INT. HALL - NIGHT\n\nMia waits.\n\nMIA\nWho is there?\n"
CHINESE = "第1集 雨夜\n1-1 夜 外 医院门口\n△大雨。\n林晚（哭喊）：求你，救救我妈！\n"


def play(text: str, name: str = "") -> Screenplay:
    return read(ReadRequest(text=text, name=name), Quiet())


def from_file(folder: Path, data: bytes, name: str = "script.fountain") -> Screenplay:
    file = folder / name
    file.write_bytes(data)
    return read(ReadRequest(path=str(file)), Quiet())


def refusal(request: ReadRequest) -> EngineError:
    with pytest.raises(EngineError) as refused:
        read(request, Quiet())
    assert refused.value.message
    assert refused.value.advice
    return refused.value


def without_notes_on_form(script: Screenplay) -> bytes:
    return to_json(script.episodes)


@pytest.mark.parametrize("text", ["", "   \n\t\n  ", "\ufeff\n", "\u3000\u200b\n"])
def test_an_empty_text_is_said_to_be_empty(text: str) -> None:
    assert refusal(ReadRequest(text=text)).code == "empty"


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "a.png", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a.fountain", "JPEG"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "script.pdf", "PDF"),
        (b"{\\rtf1\\ansi hello}", "script.rtf", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "script.doc", "Word"),
        (b"<!DOCTYPE html><html><body>Hi", "a.html", "web page"),
        (b"\x00\x00\x00\x18ftypmp42", "a.mp4", "film"),
    ],
)
def test_a_file_of_another_kind_is_named_and_the_way_out_told(
    tmp_path: Path, data: bytes, name: str, says: str
) -> None:
    (tmp_path / name).write_bytes(data)
    error = refusal(ReadRequest(path=str(tmp_path / name)))
    assert error.code == "foreign-format"
    assert says in error.message
    assert ".fountain or .fdx" in error.advice


def test_a_word_document_is_told_from_other_archives_by_its_name(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", "<w:document/>")
    (tmp_path / "a.docx").write_bytes(packed.getvalue())
    (tmp_path / "a.zip").write_bytes(packed.getvalue())
    assert "Word document" in refusal(ReadRequest(path=str(tmp_path / "a.docx"))).message
    assert "ZIP" in refusal(ReadRequest(path=str(tmp_path / "a.zip"))).message


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes(range(256)) * 40)
    assert refusal(ReadRequest(path=str(tmp_path / "a"))).code == "binary"


@pytest.mark.parametrize("text", ["Title: The Ring\nAuthor: A. Moss\n", "第1集 雨夜\n", "[["])
def test_a_text_with_nothing_to_film_is_refused(text: str) -> None:
    assert refusal(ReadRequest(text=text)).code == "no-scenes"


def test_a_picture_that_was_pasted_as_text_is_refused() -> None:
    assert refusal(ReadRequest(text="\x89PNG\r\n\x1a\n\x00\x00IHDR")).code == "foreign-format"


def test_a_script_of_five_megabytes_is_read() -> None:
    script = play(
        SCRIPT + "\n" + ("She walks on and on and on, for a very long time. " * 20 + "\n\n") * 5000
    )
    assert len(script.episodes[0].scenes[0].elements) == 5002


def test_a_script_over_the_limit_is_refused_with_the_limit() -> None:
    error = refusal(ReadRequest(text="word " * (MAX_BYTES // 5 + 1)))
    assert (error.code, "8 MB" in error.message) == ("too-large", True)
    assert refusal(ReadRequest(text="a\n" * 500_000)).code == "too-large"


def test_a_script_in_which_nobody_speaks_is_read_with_a_warning() -> None:
    script = play("INT. HALL - NIGHT\n\nShe waits.\n")
    assert "no-dialogue" in [p.code for p in script.problems]
    assert script.episodes[0].scenes[0].elements[0].text == "She waits."


def test_two_hundred_characters_are_read_and_said_to_be_short() -> None:
    script = play((SCRIPT * 3)[:200])
    assert "very-short" in [p.code for p in script.problems]


def test_a_script_without_a_heading_is_one_scene_and_says_so() -> None:
    script = play("Mia waits.\n\nMIA\nWho is there?\n", "a.fountain")
    (scene,) = script.episodes[0].scenes
    assert len(scene.elements) == 2
    assert [p.line for p in script.problems if p.code == "no-scene-heading"] == [1]


def test_a_line_of_five_thousand_words_is_kept_with_a_warning() -> None:
    long = " ".join(f"word{n}" for n in range(5000))
    script = play(f"INT. HALL - NIGHT\n\nMIA\n{long}\n\nShe stops. [[note]]\n\n{long}\n")
    speech, stop, note, action = script.episodes[0].scenes[0].elements
    assert (speech.kind, speech.text) == (ElementKind.DIALOGUE, long)
    assert (stop.text, note.text) == ("She stops.", "note")
    assert (action.kind, action.text) == (ElementKind.ACTION, long)
    assert [p.line for p in script.problems if p.code == "long-paragraph"] == [4, 8]


@pytest.mark.parametrize("name", ["../../etc/passwd", "..\\..\\boot.ini", "/etc/hosts", "\x00.fdx"])
def test_a_name_is_a_hint_and_nothing_is_opened_by_it(name: str) -> None:
    script = play(SCRIPT, name)
    assert script.format == "fountain"
    assert "/" not in script.title
    assert "\\" not in script.title


def test_a_name_that_says_fdx_does_not_make_it_fdx() -> None:
    assert play(SCRIPT, "a.fdx").format == "fountain"


@pytest.mark.parametrize("path", ["no/such/file.fountain", "bad\x00name", "x" * 5000])
def test_a_path_that_leads_nowhere_is_said(path: str) -> None:
    assert refusal(ReadRequest(path=path)).code in ("not-found", "unreadable")


def test_a_folder_is_said_to_be_a_folder(tmp_path: Path) -> None:
    assert refusal(ReadRequest(path=str(tmp_path))).code == "is-directory"


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n", "\u2028"])
def test_line_ends_of_every_system_count_the_same(ending: str) -> None:
    assert to_json(play(SCRIPT.replace("\n", ending))) == to_json(play(SCRIPT))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"]
)
@pytest.mark.parametrize("text", [SCRIPT, CHINESE])
def test_a_file_in_any_encoding_reads_the_same(tmp_path: Path, encoding: str, text: str) -> None:
    script = from_file(tmp_path, text.encode(encoding))
    assert without_notes_on_form(script) == without_notes_on_form(play(text))


def test_an_encoding_that_was_guessed_is_said(tmp_path: Path) -> None:
    said = from_file(tmp_path, CHINESE.encode("gb18030")).problems
    assert ["GB18030" in p.message for p in said if p.code == "encoding-guessed"] == [True]
    latin = from_file(
        tmp_path, SCRIPT.replace("Mia waits", "Zoë “waits” at the café").encode("cp1252")
    )
    assert latin.episodes[0].scenes[0].elements[0].text == "Zoë “waits” at the café."
    assert ["LATIN-1" in p.message for p in latin.problems if p.code == "encoding-guessed"] == [
        True
    ]


def test_one_damaged_byte_does_not_turn_a_whole_file_into_latin(tmp_path: Path) -> None:
    data = (CHINESE * 30).encode() + b"\xff\n"
    script = from_file(tmp_path, data)
    assert script.format == "shortdrama"


def test_decode_gives_the_text_and_its_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(CHINESE.encode("gb18030"))
    source = decode(ReadRequest(path=str(tmp_path / "a.txt")), Quiet())
    assert (source.text, source.encoding) == (CHINESE, "gb18030")


def test_a_problem_that_comes_a_thousand_times_is_said_fifty_times_and_counted() -> None:
    script = play("INT. A - DAY\n" * 1000 + "\nMIA\nHello.\n")
    empty = [p for p in script.problems if p.code == "scene-empty"]
    assert len(empty) == 51
    assert "948 more" in empty[-1].message


MARKUP = (
    "INT. HALL - DAY|MIA|(low)|MIA: Hi|林晚：|1-1 夜 外 家|△|【|】|[[|]]|/*|*/|第1集|# Episode 2|"
    "闪回|闪回结束|人物：a|时间：夜|~la|= s|===|> x|> x <|@a|!|.|TO:|Title: x|***|_|\\*|^|\t|  |"
    "\ud800|\x00|\u202e|😀|<FinalDraft>|<?xml?>|SUPER:|12.|CONTINUED:|(|)|：|  \n"
)
PIECES = st.sampled_from(MARKUP.split("|"))
TEXTS = st.one_of(
    st.text(), st.lists(PIECES, max_size=40).map("\n".join), st.lists(PIECES).map("".join)
)


def outcome(request: ReadRequest) -> Screenplay | EngineError:
    try:
        return read(request, Quiet())
    except EngineError as error:
        return error


def hold(result: Screenplay | EngineError) -> None:
    if isinstance(result, EngineError):
        assert result.message
        assert result.advice
        return
    assert to_json(result)
    assert result.episodes
    assert all(scene.line >= 1 for episode in result.episodes for scene in episode.scenes)


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.text(max_size=20))
def test_any_text_gives_a_screenplay_or_a_clear_refusal(text: str, name: str) -> None:
    hold(outcome(ReadRequest(text=text, name=name)))


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.binary(), TEXTS.map(lambda text: text.encode("utf-16", "replace"))))
def test_any_bytes_give_a_screenplay_or_a_clear_refusal(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.bin"
    file.write_bytes(data)
    hold(outcome(ReadRequest(path=str(file))))
