"""What stands on a screen or a paper is shown, with quotes or without."""

import pytest

from engine.contracts import Insert, InsertKind
from engine.script.staging.readings import document_name
from tests.engine.script.breakdown.conftest import Shoot

HAN = "第1集\n1-1 夜 内 客厅\n人物：林晚、顾沉\n林晚：你看。\n{}\n顾沉：哦。\n"
LATIN = "INT. KITCHEN - NIGHT\n\nMIA\nLook.\n\n{}\n\nLEO\nOh.\n"


def seen(shoot: Shoot, text: str) -> Insert | None:
    name = "script.fountain" if text.startswith("INT") else "script.txt"
    found = [shot.insert for shot in shoot(text, name).shots if shot.insert]
    return found[0] if found else None


@pytest.mark.parametrize(
    ("line", "kind", "words", "heading"),
    [
        ("【特写】鉴定书：亲权概率 0.00%", "letter", "亲权概率 0.00%", "鉴定书"),
        ("鉴定书：亲权概率 0.00%", "letter", "亲权概率 0.00%", "鉴定书"),
        ("△特写，离婚协议书：双方自愿离婚。", "letter", "双方自愿离婚。", "离婚协议书"),
        ("【特写】遗嘱：“全部归林晚。”", "letter", "全部归林晚。", "遗嘱"),
        ("【特写】手机屏幕：告诉我妈，我还饿着。", "phone_screen", "告诉我妈，我还饿着。", ""),
        ("△手机屏幕亮起：妈妈来电", "phone_screen", "妈妈来电", ""),
        ("短信：别回头。", "text_message", "别回头。", ""),
        ("【特写：纸条：快跑】", "letter", "快跑", ""),
        ("△林晚的信：我走了。", "letter", "我走了。", ""),
        ("△报纸：顾氏破产", "news", "顾氏破产", ""),
    ],
)
def test_after_the_name_of_a_thing_and_a_colon_stands_what_it_shows(
    line: str, kind: str, words: str, heading: str, shoot: Shoot
) -> None:
    insert = seen(shoot, HAN.format(line))
    assert insert is not None
    assert (insert.kind, insert.text, insert.heading) == (InsertKind(kind), words, heading)


@pytest.mark.parametrize(
    ("line", "kind", "words", "heading"),
    [
        ("INSERT - PHONE: Tell Mom I am hungry.", "phone_screen", "Tell Mom I am hungry.", ""),
        ('CLOSE ON the letter: "I am gone."', "letter", "I am gone.", ""),
        ("CLOSE ON the letter: I am gone.", "letter", "I am gone.", ""),
        ("INSERT - DNA REPORT: Probability 0.00%", "letter", "Probability 0.00%", "DNA REPORT"),
        ("The headline reads: Heiress found.", "news", "Heiress found.", ""),
        ("Mia's divorce papers: Sign here.", "letter", "Sign here.", "divorce papers"),
    ],
)
def test_the_same_holds_in_english(
    line: str, kind: str, words: str, heading: str, shoot: Shoot
) -> None:
    insert = seen(shoot, LATIN.format(line))
    assert insert is not None
    assert (insert.kind, insert.text, insert.heading) == (InsertKind(kind), words, heading)


@pytest.mark.parametrize(
    "text",
    [
        HAN.format("△林晚看着手机屏幕：没有消息。"),
        HAN.format("【特写】林晚：泪流满面"),
        LATIN.format("She stares at the letter: her hands shake."),
    ],
)
def test_a_colon_after_a_deed_shows_nothing(text: str, shoot: Shoot) -> None:
    insert = seen(shoot, text)
    assert insert is None or insert.kind is InsertKind.OBJECT


def test_a_text_message_says_in_brackets_whom_it_is_from(shoot: Shoot) -> None:
    insert = seen(shoot, HAN.format("【特写】手机短信（顾沉）：我在楼下。"))
    assert insert is not None
    assert insert.sender == "顾沉"


def test_a_document_that_is_only_shown_bears_its_name(shoot: Shoot) -> None:
    insert = seen(shoot, HAN.format("【特写】离婚协议书"))
    assert insert is not None
    assert (insert.text, insert.heading) == ("document", "离婚协议书")


@pytest.mark.parametrize("text", ["A letter about the contract", "林晚的信，关于合同", "a key"])
def test_what_is_written_by_hand_has_no_heading(text: str) -> None:
    assert document_name(text) == ""
