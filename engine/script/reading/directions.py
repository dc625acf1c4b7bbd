"""Lines that look like action but speak to the camera, the titles or the sound."""

import re
from typing import NamedTuple

from engine.contracts import ElementKind

_SUPER = re.compile(
    r"(?:SUPER(?:IMPOSE)?|TITLES?(?: CARD| OVER)?|CARD|CHYRON|CAPTION|SUBTITLE|INTERTITLE|"
    r"LOWER THIRD|ON[- ]SCREEN TEXT|TEXT ON SCREEN|SOBREIMPRESIÓN|RÓTULO|TITRE|EINBLENDUNG|"
    r"(?:(?:黑屏|画面|人物|人名|打出|出)[，,、]?\s*)?字幕|字卡|人名条|片名|旁白字幕)"
    r"(?:\s*[:：]\s*|\s+(?=[\"“'‘「]))(?P<text>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_RECALLED = re.compile(
    r"[(（【\[]?(?P<text>(?:PREVIOUSLY ON\b|PREVIOUSLY(?=\s*[.:…]*$)|LAST TIME ON\b|"
    r"前情(?:提要|回顾)|上(?:一)?集(?:回顾|提要)|ANTERIORMENTE\b).{0,60}?)[)）】\]]?\s*[:：.…]*$",
    re.IGNORECASE,
)
_SOUND = re.compile(
    r"(?:SFX|SOUNDS?(?: EFFECTS?)?|FX|MUSIC|BGM|SONIDO|TON|音效|音乐|音樂|声音|配乐|背景音乐|音响)"
    r"\s*[:：]\s*(?P<text>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_CAMERA = re.compile(
    r"(?:(?:EXTREME |TIGHT )?CLOSE(?:[- ]?UP)?\b(?: SHOT)?(?: ON\b| OF\b)?|E?CU\b|ANGLE\b|"
    r"NEW ANGLE|REVERSE ANGLE|INSERT\b|"
    r"(?:WIDE|LONG|MEDIUM|FULL|TWO|TRACKING|DOLLY|CRANE|AERIAL|DRONE|ESTABLISHING|OVERHEAD|POV|MASTER)"
    r" SHOT(?: OF\b| ON\b)?|WIDE ON|WIDE(?=\s*[:–—-])|TIGHT ON|(?:LOW|HIGH|DUTCH|WIDE) ANGLE|"
    r"(?:PAN|TILT|DOLLY|ZOOM|PUSH|PULL|CRANE|TRACK)S? (?:TO|IN|OUT|UP|DOWN|BACK|LEFT|RIGHT)\b|"
    r"SMASH ZOOM|SLOW MOTION|BACK TO SCENE|(?:[A-Z][A-Z'’. ]{0,30} )?P\.?O\.?V\.?(?=\W|$)|"
    r"(?:THE )?CAMERA\b|(?:CORTE A )?PRIMER PLANO)"
)
_HAN_CAMERA = re.compile(
    r"(?:大?特写|大?特寫|近景|中近景|中景|全景|大全景|远景|大远景|遠景|俯拍|俯视|仰拍|航拍|空镜头?|"
    r"空鏡|镜头|鏡頭|慢镜头?|慢动作|推镜头?|拉镜头?|摇镜头?|跟拍|主观镜头?|定格|画面)"
)
_TRANSITION = re.compile(
    r"(?:FADE (?:IN|OUT|UP|TO (?:BLACK|WHITE))|[A-Z][A-Z' -]{0,40} TO:|"
    r"(?:(?:SMASH|MATCH|JUMP|HARD|QUICK|TIME) )?CUT(?: TO(?: BLACK| WHITE)?)?|DISSOLVE(?: TO)?|"
    r"WIPE(?: TO)?|IRIS (?:IN|OUT)|BLACK ?OUT|FUNDIDO A NEGRO|CORTE A|ABBLENDE|AUFBLENDE|SCHNITT)"
    r"\s*[:.]{0,3}$"
)
_HAN_TRANSITION = re.compile(
    r"[(（【\[]?(?:切至?|切镜|硬切|淡入|淡出|叠化|疊化|黑场|黑屏|渐隐|渐显|转场|画面(?:转|切)(?:至)?)"
    r"[)）】\]]?[:：。.]?$"
)
_FLASH_IN = re.compile(
    r"[(（【\[]?(?:(?:BEGIN|START|INTO|QUICK)?\s*FLASH ?BACK(?:S| BEGINS| TO)?|"
    r"(?:插入)?(?:闪回|閃回|回忆|回憶|闪回开始|回忆开始))[)）】\]]?\s*[:：.。]?$",
    re.IGNORECASE,
)
_FLASH_OUT = re.compile(
    r"[(（【\[]?(?:END(?: OF)?\s+FLASH ?BACK|FLASH ?BACK ENDS|BACK TO (?:THE )?PRESENT(?: DAY)?|"
    r"(?:闪回|閃回|回忆|回憶)(?:结束|結束|完|毕|止)|(?:回到|切回)?现实|闪出|出闪回)"
    r"[)）】\]]?\s*[:：.。]?$",
    re.IGNORECASE,
)
_NOT_NAMES = re.compile(
    r"(?:THE END|MONTAGE|END (?:OF )?MONTAGE|SERIES OF SHOTS|INTERCUT|LATER|MOMENTS LATER|"
    r"END (?:OF )?(?:EPISODE|ACT|SCENE|INTERCUT)|TO BE CONTINUED|CONTINUED|COLD OPEN|TEASER|TAG|"
    r"OPENING (?:CREDITS|TITLES)|END CREDITS|ACT [A-Z0-9]+|BEGIN .*)"
    r"\b.{0,40}$"
)


class Direction(NamedTuple):
    kind: ElementKind
    text: str


def direction(text: str) -> Direction | None:
    """What a paragraph of action really is, or None where it is action."""
    for pattern, kind in (
        (_SUPER, ElementKind.SUPER),
        (_RECALLED, ElementKind.SUPER),
        (_SOUND, ElementKind.SOUND),
    ):
        found = pattern.match(text)
        if found is not None:
            return Direction(kind, _unquoted(found["text"]))
    if len(text) < 80 and (_TRANSITION.match(text) or _HAN_TRANSITION.match(text)):
        return Direction(ElementKind.TRANSITION, text.strip("()（）【】[]"))
    if _CAMERA.match(text) or (
        (found := _HAN_CAMERA.match(text)) and text[found.end() :][:1] in ":："
    ):
        return Direction(ElementKind.CAMERA, text)
    return None


def is_transition(line: str) -> bool:
    """Whether a line in capitals is a transition, wherever it stands."""
    return len(line) < 60 and bool(_TRANSITION.match(line))


def flashback(text: str) -> bool | None:
    """True where a flashback begins, False where it ends, None where the text says neither."""
    if len(text) > 40:
        return None
    if _FLASH_OUT.match(text):
        return False
    return True if _FLASH_IN.match(text) else None


def names_a_shot(text: str) -> bool:
    """Whether a Chinese bracket such as 【特写】 speaks to the camera."""
    return bool(_HAN_CAMERA.match(text)) or bool(_CAMERA.match(text))


def is_no_name(cue: str) -> bool:
    """Whether a line in capitals that stands where a cue stands is a heading of another kind."""
    return bool(_NOT_NAMES.match(cue)) or cue.endswith(("!", "?", ":"))


def _unquoted(text: str) -> str:
    pairs = {'"': '"', "“": "”", "'": "'", "‘": "’", "「": "」", "《": "》"}
    text = text.strip()
    if len(text) > 1 and pairs.get(text[0]) == text[-1] and text[0] != "《":
        return text[1:-1].strip()
    return text
