"""What is read off a thing: "手机屏幕：…", "CLOSE ON the letter: …", with quotes or without."""

import re
from typing import NamedTuple

from engine.contracts import InsertKind
from engine.script.lexicon import things
from engine.script.lexicon.match import CJK

# A document's own name, which stands at its head.
_DOCUMENT_HAN = re.compile(
    r"(?:亲子|亲权|司法|DNA|离婚|婚前|股权|转让|财产|劳动|保密|收养|体检|检查|诊断|死亡|出生|结婚|"
    r"病危|判决|录取|解雇|辞职|租房|租赁|购房|借款|保险|担保|分手|赠与|入职){0,2}"
    r"(?:鉴定书|鉴定报告|协议书?|合同书?|遗嘱|证明书|报告书?|病历|通知书|判决书|诊断书|申请书|委托书|"
    r"起诉书|证书|结婚证|离婚证|离婚书|休书|欠条|文件)"
)
_DOCUMENT = re.compile(
    r"\b(?:(?:DNA|paternity|divorce|marriage|birth|death|medical|autopsy|adoption|employment|"
    r"share|test|police|prenuptial|rental|loan|last)\s){0,2}"
    r"(?:agreement|contract|report|certificate|will and testament|will|papers|test results?|"
    r"invoice|prenup|lease|diagnosis)\b",
    re.IGNORECASE,
)
_BY_HAND = re.compile(r"\b(?:letter|note|diary|telegram|card|envelope)\b|信|条|日记|卡片", re.I)
_ON_HAN = (
    r"(?:手机屏幕|手机短信|手机|电脑屏幕|屏幕|短信|微信|消息|来电显示|邮件|信件|书信|情书|遗书|"
    r"纸条|字条|便条|日记|请柬|圣旨|报纸|新闻|头条|热搜|招牌|牌子|路牌|海报|横幅|墓碑|门牌|匾额|"
    rf"(?<!\w)信|的信|封信|(?:{_DOCUMENT_HAN.pattern}))"
)
_READ_HAN = re.compile(
    rf"(?P<on>.{{0,80}}?{_ON_HAN}(?:上|里|中|内容|标题)?(?:[（(][^（）()]{{0,20}}[)）])?"
    r"(?:上?写着|显示|弹出|亮起|亮了|跳出)?)\s*[:：]\s*(?P<words>\S.*)$"
)
_ON = (
    r"(?:phone screen|phone|screen|laptop|display|text message|text|message|e-?mail|caller id|"
    r"chat|letter|note|telegram|diary|document|invitation|headline|newspaper|news|sign|poster|"
    rf"billboard|plaque|banner|label|gravestone|tombstone|{_DOCUMENT.pattern})"
)
_READ = re.compile(
    rf"(?P<on>.{{0,80}}?\b{_ON}(?:\s(?:from|to|of|on)\s[\w .'’]{{1,40}}?)?"
    r"(?:\s(?:reads|says|shows|lights up|pops up))?)\s*:\s*(?P<words>\S.*)$",
    re.IGNORECASE,
)
_HAN_OPENS = re.compile(r"(?:特写[，,：:\s]*)?(?:.{1,6}的)?(?:[一那这][张封份条个则块部])?$")
_OPENS = re.compile(r"(?:(?:the|a|an|his|her|their|my|on)\s|[\w]+['’]s\s){0,2}$", re.IGNORECASE)


class Read(NamedTuple):
    """The words to be read, what they stand on, and the text that says so."""

    kind: InsertKind
    words: str
    on: str


def read_off(text: str, language: str, *, by_camera: bool) -> Read | None:
    """What a paragraph shows to be read, None where it shows nothing of the kind.

    A direction to the camera may come to the thing by other words; action has to begin with it,
    for "she looks at the phone: no message" shows nothing.
    """
    han = bool(CJK.search(text))
    found = (_READ_HAN if han else _READ).match(text)
    if found is None:
        return None
    on = found["on"]
    kinds = things.WRITINGS.hits(on, language)
    if not kinds:
        return None
    opens = (_HAN_OPENS if han else _OPENS).match(on[: kinds[0].start]) or _named_at_once(on, han)
    if not by_camera and not opens:
        return None
    words = found["words"].strip()
    if len(words) > 1 and words[0] + words[-1] in ("“”", '""', "「」", "『』", "‘’"):
        words = words[1:-1]
    return Read(kinds[-1].key, words, on)


def _named_at_once(on: str, han: bool) -> bool:
    """Whether the name of a document opens it: 离婚协议书, "DNA report"."""
    document = (_DOCUMENT_HAN if han else _DOCUMENT).search(on)
    opens = _HAN_OPENS if han else _OPENS
    return document is not None and opens.match(on[: document.start()]) is not None


def document_name(text: str) -> str:
    """The name of the document that a text is about, "" for what is written by hand."""
    found = (_DOCUMENT_HAN if CJK.search(text) else _DOCUMENT).search(text)
    if found is None:
        return ""
    rest = text[: found.start()] + text[found.end() :]
    return "" if _BY_HAND.search(rest) else found.group()
