"""What the engine says reaches people in their own language."""

import msgspec
import pytest
from django.utils.translation import override

from apps.core.wording import sentence, told, worded
from engine.contracts import EngineError, Problem, Severity, Wording, _

ZH = "zh-hans"


def test_a_failure_is_told_in_the_language_of_whoever_looks() -> None:
    error = EngineError("no-such-episode", _("The file has no episode {wanted}.", wanted=7))
    with override(ZH):
        assert told(error).message == "文件里没有第 7 集。"
    with override("en"):
        assert told(error) == ("The file has no episode 7.", "")
    assert str(error) == error.message == "The file has no episode 7."


def test_a_value_that_is_words_is_translated_with_its_sentence() -> None:
    kind = _("a PDF document")
    sentence = _("This is {kind}, not a screenplay as text.", kind=kind)
    with override(ZH):
        assert worded(sentence).startswith("PDF 文档")
    assert str(sentence) == "This is a PDF document, not a screenplay as text."


def test_names_in_a_row_are_set_apart_as_the_language_does() -> None:
    sentence = _("Look and voice were chosen by rule for {names}.", names=("Mia", "Leo"))
    assert "Mia, Leo" in str(sentence)
    with override(ZH):
        assert "Mia、Leo" in worded(sentence)


def test_braces_that_somebody_wrote_stay_as_they_are() -> None:
    sentence = _("Nothing happens in the scene “{heading}”.", heading="{0} {name}")
    assert "“{0} {name}”" in str(sentence)
    with override(ZH):
        assert "“{0} {name}”" in worded(sentence)


def test_a_stored_problem_is_told_as_the_one_that_was_found() -> None:
    problem = Problem.of(
        severity=Severity.WARNING,
        code="episode-empty",
        message=_("Episode {number} has no scene.", number=2),
        advice=_("Write its scenes or take its heading out."),
        line=4,
    )
    stored = msgspec.to_builtins(problem)
    assert msgspec.convert(stored, Problem) == problem
    with override(ZH):
        assert (
            told(stored)
            == told(problem)
            == ("第 2 集没有场次。", "请补写这一集的场次，或删去这一集的标题。")
        )


@pytest.mark.parametrize("language", ["en", ZH])
def test_what_was_stored_without_a_wording_stays_in_english(language: str) -> None:
    with override(language):
        assert told({"message": "Disk full.", "advice": "", "line": 0}) == ("Disk full.", "")


def test_message_and_advice_follow_each_other_as_the_language_does() -> None:
    error = EngineError("x", _("This is a folder, not a screenplay."), _("Make another final."))
    with override("en"):
        assert told(error).whole == "This is a folder, not a screenplay. Make another final."
    with override(ZH):
        assert told(error).whole == "这是文件夹，不是剧本。请再制作一个正式镜次。"
    assert told({"message": "Disk full.", "advice": ""}).whole == "Disk full."


def test_a_part_of_a_sentence_can_stand_alone() -> None:
    part = _("the smallest model to choose from here, which may still run out of memory")
    with override("en"):
        assert (
            sentence(part)
            == "The smallest model to choose from here, which may still run out of memory."
        )
    with override(ZH):
        assert sentence(part) == "此处可选的最小模型，仍可能显存不足。"


def test_a_wording_that_is_empty_says_nothing() -> None:
    with override(ZH):
        assert worded(Wording()) == ""
