"""Who speaks and how: character cues, their extensions, and parentheticals inside a speech."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from engine.contracts import Element, ElementKind

_VOICES = (
    "VO OS OC OOV OFF VOICEOVER OFFSCREEN OFFCAMERA PRELAP PHONE ONPHONE FILTERED SUBTITLED RADIO "
    "TV 画外音 画外 畫外音 畫外 内心 內心 内心独白 內心獨白 内心OS 心声 心聲 独白 獨白 旁白 "
    "电话 电话里 电话中 電話 广播 录音"
)
_EXTENSIONS = frozenset(_VOICES.split())
_CONTINUED = re.compile(
    r"[(（]\s*(?:CONT(?:INUED|INUING|['’‘`´]?D|\.)?|MORE|续|接上)\s*[)）]", re.IGNORECASE
)
_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")
_GLUED = re.compile(
    r"^(?P<name>.*?\S)\s*(?P<ext>V\.?\s?O\.?|O\.?\s?S\.?|画外音|內心|内心独白|内心)$"
)
HAN = re.compile(r"[\u3400-\u9fff]")
# What stands before a colon and is no speaker: a picture on a screen, or how the screen shows it.
_LABEL = re.compile(
    r"(?:(?:A |THE )?"
    r"(?:(?:TEXT )?MESSAGE|TEXT|LETTER|(?:PHONE )?SCREEN|HEADLINE|NEWS|SIGN|E-?MAIL)"
    r"(?: (?:FROM|TO|OF|ON) .+)?|SPLIT[- ]?SCREEN|FREEZE FRAME|INTERCUT|"
    r"短信|微信|手机短信|手机屏幕|屏幕|信|信件|纸条|新闻|招牌|分屏|定格)$",
    re.IGNORECASE,
)
_INSIDE_SPEECH = re.compile(r"[(（]([^()（）]{1,80})[)）]")


class Cue(NamedTuple):
    name: str
    extension: str = ""
    parenthetical: str = ""
    dual: bool = False


def is_extension(text: str) -> bool:
    """Whether a remark in a cue says where the voice comes from, and not how it sounds."""
    return re.sub(r"[\s.\-]", "", text).upper() in _EXTENSIONS


def is_label(name: str) -> bool:
    """Whether what stands before a colon says what is shown: SPLIT SCREEN, LETTER, 短信."""
    return bool(_LABEL.match(name))


def without_continued(text: str) -> str:
    """A cue without (CONT'D), (MORE), （续）: they say nothing that the order does not."""
    return _CONTINUED.sub("", text).strip()


def parse_cue(text: str) -> Cue:
    """A cue of any layout: "MIA (V.O.) ^", "Mia (angry, O.S.)", "林晚（哭喊）", "林晚OS"."""
    text = without_continued(text)
    dual = text.endswith("^")
    text = text.rstrip("^ ")
    remarks = [
        remark.strip()
        for inside in _BRACKETS.findall(text)
        for remark in re.split(r"[,，、;；]", inside)
        if remark.strip()
    ]
    name = _BRACKETS.sub(" ", text).strip()
    while (glued := _GLUED.match(name)) and (HAN.search(glued["name"]) or " " in name):
        name = glued["name"]
        remarks.insert(0, glued["ext"])
    voices = [remark for remark in remarks if is_extension(remark)]
    manners = [remark for remark in remarks if not is_extension(remark)]
    joint = "，" if any(HAN.search(manner) for manner in manners) else ", "
    return Cue(" ".join(name.split()), " ".join(voices), joint.join(manners), dual)


def split_speech(text: str, parenthetical: str = "") -> list[tuple[str, str]]:
    """A speech as (parenthetical, words): "No. (beat) Fine." is two, the second after a beat."""
    runs: list[tuple[str, str]] = []
    manner, start = parenthetical, 0
    for found in _INSIDE_SPEECH.finditer(text):
        words = text[start : found.start()].strip()
        if words:
            runs.append((manner, words))
            manner = ""
        manner = f"{manner}, {found[1].strip()}" if manner else found[1].strip()
        start = found.end()
    words = text[start:].strip()
    if words or (manner and not runs) or manner != parenthetical:
        runs.append((manner, words))
    return runs


def speech(
    cue: Cue,
    line: int,
    runs: Iterable[tuple[str, str]],
    kind: ElementKind = ElementKind.DIALOGUE,
    *,
    wordless: bool = False,
) -> list[Element]:
    """The elements of a speech, one for each (parenthetical, words). A run without words is action,
    unless the whole speech is `wordless`."""
    made = []
    for manner, words in runs:
        said = bool(words) or wordless
        made.append(
            Element(
                kind=kind if said else ElementKind.ACTION,
                text=words if said else manner,
                line=line,
                character=cue.name,
                extension=cue.extension if said else "",
                parenthetical=manner if said else "",
                dual=cue.dual and said,
            )
        )
    return made
