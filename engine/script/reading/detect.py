"""Which format a text is in, by its content; the file's name breaks ties only."""

import re
from collections.abc import Sequence
from enum import StrEnum

from engine.script.reading.cue import HAN
from engine.script.reading.heading import is_heading, split_number
from engine.script.reading.parts import Line
from engine.script.reading.plain import cue_of, is_title_entry


class Format(StrEnum):
    FOUNTAIN = "fountain"
    FDX = "fdx"
    PLAIN = "plain"
    SHORTDRAMA = "shortdrama"


_SHORTDRAMA = re.compile(
    r"\s*(?:[△▲∆Δ▽※]|【|\[|人物\s*[:：]|出场人物|字幕\s*[:：]|音效\s*[:：]|(?:场景|场次|地点|时间)\s*[一二三四五六七八九十\d]*\s*[:：]|"
    r"\d{1,3}\s*[-—–－]\s*\d{1,3}\b|第\s*[\d一二三四五六七八九十]+\s*[场幕]|[(（]?闪回)"
)
_GLUED_VOICE = re.compile(
    r"[\u3400-\u9fff]{1,8}\s*[(（]?(?:OS|VO|O\.S\.|V\.O\.|画外音|内心)[^:：]{0,12}[:：]"
)
_MARKED = re.compile(r"(?:@\S|\.(?![.\s])\S|>\s*\S|!\S|~\S|={3,}\s*$|\[\[|/\*)")


def is_fdx(text: str) -> bool:
    """Whether a text is XML, which only Final Draft writes."""
    start = text.lstrip()[:2000]
    return start.startswith("<?xml") or "<FinalDraft" in start


def detect_format(text: str, lines: Sequence[Line], name: str) -> Format:
    """The format of a text that is not XML."""
    cues = heads = spoken = marked = drama = 0
    before = ""
    titled = _title_page_end(lines)
    for index, line in enumerate(lines[titled:], start=titled):
        bare = line.text.strip()
        after = lines[index + 1].text.strip() if index + 1 < len(lines) else ""
        heads += is_heading(split_number(bare)[0])
        cues += not before and bool(after) and _is_capital_cue(bare)
        marked += bool(_MARKED.match(bare))
        spoken += bool(cue_of(bare))
        drama += bool(_SHORTDRAMA.match(bare) or _GLUED_VOICE.match(bare))
        before = bare
    if drama and _is_han(text) and drama + spoken > cues + heads + marked:
        return Format.SHORTDRAMA
    if spoken > cues + marked:
        return Format.PLAIN
    hinted = name.lower().endswith((".fountain", ".spmd"))
    return Format.FOUNTAIN if cues or heads or marked or hinted or titled else Format.PLAIN


def _title_page_end(lines: Sequence[Line]) -> int:
    """Index after a title page ("Title: …" and what follows up to an empty line), else 0."""
    start = next((index for index, line in enumerate(lines) if line.text.strip()), 0)
    if not is_title_entry(lines[start].text):
        return 0
    ends = (index for index in range(start, len(lines)) if not lines[index].text.strip())
    return next(ends, len(lines))


def _is_capital_cue(bare: str) -> bool:
    name = re.sub(r"[(（][^)）]*[)）]", "", bare).rstrip("^ ")
    return 0 < len(name) <= 40 and name == name.upper() != name.lower() and name[-1] not in ".!?:"


def _is_han(text: str) -> bool:
    sample = text[:20_000]
    return len(HAN.findall(sample)) * 4 > len(re.findall(r"\w", sample))
