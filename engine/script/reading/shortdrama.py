"""The layout of Chinese short drama: 第1集, 1-1 夜 外 地点, 人物：, △, 名字（情绪）：台词."""

import re
from collections.abc import Sequence
from dataclasses import replace

from engine.contracts import Element, ElementKind, Setting
from engine.script.reading import directions
from engine.script.reading.cue import Cue, is_label, parse_cue, speech, split_speech
from engine.script.reading.emphasis import strip_emphasis
from engine.script.reading.episodes import episode_mark, han_number
from engine.script.reading.heading import head_of, is_heading, parse_heading
from engine.script.reading.parts import (
    Draft,
    FlashbackMark,
    Head,
    Line,
    Part,
    front_matter_as_notes,
)

MOST_PRESENT = 100
LONGEST_SPEECH = 2_000  # characters a broken-off speech may grow to, line by line

_NUMERAL = r"[\d０-９]{1,4}|[〇零一二两三四五六七八九十百]{1,5}"
_NUMBERED = re.compile(
    rf"(?:(?P<pair>[\d０-９]{{1,3}}\s*[-—–－_.．]\s*[\d０-９]{{1,3}})(?![\d０-９]*[年月号点])|"
    rf"第\s*(?P<nth>{_NUMERAL})\s*[场場幕]|(?:场次?|場次?|场景|場景)\s*(?P<scene>{_NUMERAL})(?=\W|$)|"
    r"(?:SCENE|SC|S)\.?\s*(?P<latin>\d{1,3})\b|(?P<bare>\d{1,3})\s*[、.．]\s*(?=\D))"
    r"\s*[、.．:：,，)）】\]]*\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?P<label>出场人物|登场人物|人物|角色|出场|时间|時間|日期|地点|地點|场景|場景|内外景?|內外景?|景别)\s*[:：]\s*(?P<said>.*)$"
)
_INNER_LABEL = re.compile(
    r"\s*(?=(?:出场人物|登场人物|人物|角色|出场|时间|時間|地点|地點)\s*[:：])"
)
_PEOPLE = {"出场人物", "登场人物", "人物", "角色", "出场"}
_PLACES = {"地点", "地點", "场景", "場景"}
_ACTION = re.compile(r"[△▲∆Δ▽▼※◇◆]\s*")
_BRACKET = re.compile(
    r"(?:【(?P<a>[^【】]*)】|\[(?P<b>[^\[\]]*)\]|［(?P<c>[^［］]*)］)\s*[:：]?\s*(?P<rest>.*)$"
)
_SAID = re.compile(r"(?P<cue>[^:：]{1,60}?)\s*[:：]\s*(?P<words>.*)$")
_TITLE = re.compile(
    r"(?P<key>剧本名称|剧本名|剧名|劇名|片名|标题|標題|书名|作者|编剧|編劇|类型|類型|题材|语言|語言|集数|简介|一句话简介|故事梗概|梗概)\s*[:：]\s*(?P<value>.*)$"
)
_BOOK = re.compile(r"《([^《》]{1,40})》(?:\s*(?:剧本|第[一二三]稿|完整版))?$")
_NARRATORS = {"旁白", "画外音", "畫外音", "解说", "内心", "心声", "OS", "VO"}
_STOPS = "。！？!?…”」—～~"
_SAYS = re.compile(r"(?<=..)(?:大声|小声|低声|轻声)?(?:说道|问道|喊道|答道|说|问|喊|道)$")
# What a screen or a letter shows has a colon too, and nobody speaks it.
_SHOWN = re.compile(
    r"显示|写着|写道|屏幕|短信|微信|消息|来电|信上|纸条|弹出|牌子|标题|封面"
    r"|鉴定书|报告书?$|协议书?$|合同|遗嘱|遗书|报纸|病历|日记|请柬|圣旨|通知书|判决书|邮件|海报|墓碑"
    r"|^(?:信|信件|书信|情书|新闻|手机|字条|便条|欠条)$"
)
_NEVER_NAMES = re.compile(r"[，,。！？!?；;…“”\"]|^(?:注|备注|说明|本集完|未完待续|完|剧终)$")


def read_shortdrama(lines: Sequence[Line]) -> Draft:
    """All that a script in this layout says, in order."""
    reader = _Reader()
    for line in lines:
        text = strip_emphasis(line.text.strip()).strip()
        if text:
            reader.take(text, line.number)
        else:
            reader.pause()
    return Draft(parts=tuple(front_matter_as_notes(reader.parts)), meta=reader.meta)


class _Reader:
    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.meta: dict[str, str] = {}
        self._head_at = -1  # where the open scene's head stands in `parts`
        self._can_continue = False  # whether the line before is a speech that broke off

    def pause(self) -> None:
        self._can_continue = False

    def take(self, text: str, line: int) -> None:
        was_open, self._can_continue = self._can_continue, False
        if self._structure(text, line):
            return
        action = _ACTION.match(text)
        if action is not None:
            for part in _ACTION.split(text):
                self._direction_or_action(part.strip(), line)
        elif not (self._bracket(text, line) or self._direction(text, line)):
            self._words(text, line, was_open=was_open)

    def _words(self, text: str, line: int, *, was_open: bool) -> None:
        if not self._speech(text, line) and not (was_open and self._continue(text)):
            self._direction_or_action(text, line)

    # Structure

    def _structure(self, text: str, line: int) -> bool:
        """Episodes, scene heads, the labels under them, and the title."""
        mark = episode_mark(text, line)
        found = None if mark else scene_head(text, line)
        if found is not None:
            head, labels = found
            self._open(head)
            for label in labels:
                self._label(label, line)
            return True
        if mark is not None:
            self._head_at = -1
            self.parts.append(mark)
            return True
        return self._label(text, line) or self._title(text)

    def _label(self, text: str, line: int) -> bool:
        """人物：, 时间：, 地点：, 场景： tell about the head right above, or open a scene."""
        found = _LABEL.match(text)
        if found is None:
            return False
        for rest in _INNER_LABEL.split(found["said"])[1:]:
            self._label(rest, line)
        said = _INNER_LABEL.split(found["said"])[0].strip()
        head = self.parts[-1] if self.parts and isinstance(self.parts[-1], Head) else None
        if found["label"] in _PEOPLE:
            self._people(said)
        elif head is not None and not (found["label"] in _PLACES and head.place):
            self.parts[-1] = _told(head, found["label"], said)
        elif found["label"] in _PLACES:
            self._open(head_of(said, "", line))
        else:
            self.parts.append(Element(kind=ElementKind.SUPER, text=said, line=line))
        return True

    def _open(self, head: Head) -> None:
        self._head_at = len(self.parts)
        self.parts.append(head)

    def _people(self, said: str) -> None:
        names = tuple(
            name
            for name in (parse_cue(part).name for part in re.split(r"[、,，;；/／\s]+", said))
            if name and len(name) <= 20
        )
        part = self.parts[self._head_at] if self._head_at >= 0 else None
        if isinstance(part, Head):
            everyone = tuple(dict.fromkeys((*part.present, *names)))[:MOST_PRESENT]
            self.parts[self._head_at] = replace(part, present=everyone)
        else:
            self.meta.setdefault("人物", "、".join(names))

    def _title(self, text: str) -> bool:
        if self.parts:
            return False
        found = _TITLE.match(text)
        book = _BOOK.match(text)
        if found is not None:
            self.meta[found["key"]] = found["value"].strip()
        elif book is not None:
            self.meta["剧名"] = book[1]
        return found is not None or book is not None

    # Directions

    def _bracket(self, text: str, line: int) -> bool:
        """【特写】…, 【字幕：…】, 【闪回】: what stands in brackets is never spoken."""
        found = _BRACKET.match(text)
        if found is None:
            return False
        inside = (found["a"] or found["b"] or found["c"] or "").strip()
        rest = found["rest"].strip()
        if directions.names_a_shot(inside) and not directions.direction(inside):
            self._add(ElementKind.CAMERA, "：".join(part for part in (inside, rest) if part), line)
            return True
        labelled = directions.direction(f"{inside}：{rest}") if rest else None
        if labelled is not None:
            self._add(labelled.kind, labelled.text, line)
            return True
        self._direction_or_action(inside, line)
        if rest:
            self.take(rest, line)
        return True

    def _direction(self, text: str, line: int) -> bool:
        bare = text[1:-1].strip() if text[0] in "(（" and text[-1] in ")）" else text
        flash, rest = _flashback(bare)
        if flash is not None:
            self.parts.append(FlashbackMark(begins=flash, line=line))
            if rest:
                self.take(rest, line)
            return True
        found = directions.direction(bare)
        if found is not None:
            self._add(found.kind, found.text, line)
        elif bare is not text:
            self._add(ElementKind.ACTION, bare, line)
        return found is not None or bare is not text

    def _direction_or_action(self, text: str, line: int) -> None:
        if text and not self._labelled_direction(text, line):
            self._add(ElementKind.ACTION, text, line)

    def _labelled_direction(self, text: str, line: int) -> bool:
        """A direction after the mark of action: "△字幕：三年前", "△特写：戒指"."""
        flash, rest = _flashback(text)
        if flash is not None and not rest:
            self.parts.append(FlashbackMark(begins=flash, line=line))
            return True
        found = directions.direction(text)
        if found is not None:
            self._add(found.kind, found.text, line)
        return found is not None

    def _add(self, kind: ElementKind, text: str, line: int) -> None:
        if text:
            self.parts.append(Element(kind=kind, text=text, line=line))

    # Speech

    def _speech(self, text: str, line: int) -> bool:
        found = _SAID.match(text)
        cue = _cue(found["cue"]) if found else None
        if found is None or cue is None:
            return False
        words = found["words"].strip()
        if len(words) > 1 and words[0] + words[-1] in ("“”", '""', "「」"):
            words = words[1:-1]
        names = re.split(r"\s*[、&＆]\s*", cue.name)
        for index, name in enumerate(names):
            one = cue._replace(name=name, dual=index > 0)
            runs = split_speech(words, cue.parenthetical) or [("", "")]
            self.parts += speech(one, line, runs, wordless=not words)
        self._can_continue = not words or words[-1] not in _STOPS
        return True

    def _continue(self, text: str) -> bool:
        """A speech that broke off in mid-sentence goes on in the next line."""
        last = self.parts[-1] if self.parts else None
        if not isinstance(last, Element) or last.kind is not ElementKind.DIALOGUE:
            return False
        if len(last.text) > LONGEST_SPEECH:
            return False
        self.parts[-1] = Element(
            kind=last.kind, text=last.text + text, line=last.line, character=last.character,
            extension=last.extension, parenthetical=last.parenthetical, dual=last.dual,
        )  # fmt: skip
        self._can_continue = text[-1] not in _STOPS
        return True


def scene_head(text: str, line: int) -> tuple[Head, list[str]] | None:
    """A scene head, its words in any order, and the labels that stand in the same line."""
    if len(text) > 120:
        return None
    bare = text.strip("【】[]# ")
    numbered = _NUMBERED.match(bare)
    rest, *labels = _INNER_LABEL.split(numbered["rest"] if numbered else bare)
    rest = re.sub(r"^(?:场景|場景|地点|地點)\s*[:：]\s*", "", rest.strip())
    if numbered is not None and numbered["bare"] and not _says_where(rest):
        return None
    if numbered is None and not (is_heading(bare) or _says_where(bare)):
        return None
    if re.search(r"[。！？!?…“”]", rest) or _LABEL.match(rest):
        return None
    head = head_of(rest, _number(numbered), line)
    return replace(head, text=_INNER_LABEL.split(bare)[0].strip()), [
        label for label in labels if label
    ]


def _number(found: re.Match[str] | None) -> str:
    if found is None:
        return ""
    written = found["pair"] or found["nth"] or found["scene"] or found["latin"] or found["bare"]
    parts = re.split(r"\s*[-—–－_.．]\s*", written.strip())
    return "-".join(str(han_number(part)) for part in parts)


def _says_where(text: str) -> bool:
    """Whether a line without a number is a head: a place, in or out, a time, and no more."""
    if len(text) > 40 or re.search(r"[：:△“”。！？]", text):
        return False
    where = parse_heading(text)
    is_set = where.setting is not Setting.UNSAID
    return is_set and bool(where.time or where.same_time) and 0 < len(where.place) <= 24


def _told(head: Head, label: str, said: str) -> Head:
    """A head with what a label under it says."""
    where = parse_heading(said)
    place = (where.place or said) if label in _PLACES else head.place
    return replace(
        head,
        place=place,
        setting=where.setting if where.setting is not Setting.UNSAID else head.setting,
        time=where.time or head.time,
        same_time=where.same_time or head.same_time,
    )


def _flashback(text: str) -> tuple[bool | None, str]:
    """Whether a line turns into or out of a flashback, and what it says after the colon."""
    mark, _, rest = text.replace("：", ":").partition(":")
    return directions.flashback(mark.strip()), rest.strip()


def _cue(text: str) -> Cue | None:
    """Who speaks, if what stands before a colon is a name."""
    cue = parse_cue(text)
    cue = cue._replace(name=_SAYS.sub("", cue.name))
    if not cue.name or len(cue.name) > 24 or _NEVER_NAMES.search(cue.name):
        return None
    if _SHOWN.search(cue.name) or is_label(cue.name):
        return None
    if cue.name in _NARRATORS and not cue.extension:
        return cue._replace(extension="画外音")
    return cue
