"""Making words fit: actions into seconds, sentences into what an encoder reads."""

import re
from dataclasses import dataclass, replace

from engine.contracts import Wording, _

SECONDS_A_DEED = 2.5  # the least that one thing somebody does needs to be seen
_SENTENCE = re.compile(r"(?<=[.!?。！？;；])\s*")
# Where a second deed begins: "…, then turns", "… and turns", "…, she turns".
_CLAUSE = re.compile(
    r",?\s+(?:and then|then)\s+|,\s+and\s+(?=\w)|\s+and\s+(?=[a-z]+s\b)|"
    r",\s+(?=(?:he|she|they|it)\b)|，|、然后|；|;\s*"
)
_AGE = re.compile(r"，\d+岁(?=，)|,\s*\d{1,2}s?,")
_WORN = re.compile(
    r"^[^，]{0,6}(大衣|西装|长裙|连衣裙|裙子|衬衫|外套|制服|礼服|婚纱|旗袍|长袍|夹克|毛衣)$"
)
_SLUG = re.compile(r"^\s*(INT|EXT|I/E|EST)\b|^\s*(内景|外景|内|外)[\s.·、]", re.IGNORECASE)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


@dataclass(frozen=True, slots=True)
class Cut:
    """What was left out, and why."""

    text: str
    why: Wording


@dataclass(frozen=True, slots=True)
class Sentence:
    """One line of a prompt. The lower `keep`, the sooner it goes where all is too long."""

    text: str
    keep: int
    short: str = ""  # the same in fewer words
    added: bool = False  # beside what was composed or written: exclusions, why takes were rejected


MUST = 9  # never left out


def is_chinese(words: str) -> bool:
    return bool(_CJK.search(words))


def count(text: str) -> int:
    """Words as an encoder's limit is given: Chinese signs count for half a word."""
    signs = len(_CJK.findall(text))
    return len(_CJK.sub(" ", text).split()) + (signs + 1) // 2


def deeds(action: str, seconds: float, names: frozenset[str]) -> tuple[str, list[Cut]]:
    """As much of an action as the seconds show, as one sentence without its end.

    Headings, lettered sounds ("BANG!") and quotations are no actions.
    """
    if _SLUG.match(action):
        return "", []
    sentences = [part.strip() for part in _SENTENCE.split(action) if _is_deed(part)]
    clauses = [clause for one in sentences for clause in _clauses(one, names)]
    room = max(1, int(seconds / SECONDS_A_DEED))
    kept, gone = clauses[:room], clauses[room:]
    why = _("One action needs {least} s; the shot has {seconds} s.", least=SECONDS_A_DEED,
            seconds=round(seconds, 1))  # fmt: skip
    joint = "，然后" if any(map(is_chinese, kept)) else ", then "
    return joint.join(kept), [Cut(clause, why) for clause in gone]


def _is_deed(part: str) -> bool:
    words = part.strip(" \"'“”.!?。！？")
    if is_chinese(words):
        return len(words) > 2  # 砰, 啪
    return bool(words) and not (words.isupper() and len(words.split()) <= 3)


def _clauses(sentence: str, names: frozenset[str]) -> list[str]:
    """Its deeds one by one, without how the screenplay introduces somebody: "Lena, 28, …"."""
    bare = _AGE.sub("", sentence.rstrip(" .!?。！？;；"))
    parts = [part.strip() for part in _CLAUSE.split(bare) if part and part.strip()]
    deeds = [part for part in parts if not _WORN.search(part)] or parts
    if len(deeds) > 1 and deeds[0] in names:  # "林娜，28岁，站在…" leaves the name alone
        deeds[:2] = [deeds[0] + deeds[1]]
    return deeds


def _shortened(sentences: list[Sentence], limit: int) -> tuple[list[Sentence], list[Cut]]:
    held = list(sentences)
    gone: list[Cut] = []
    why = _("Said in fewer words: the model reads about {limit}.", limit=limit)
    for at in sorted(range(len(held)), key=lambda n: (held[n].keep, -n)):
        if sum(count(one.text) for one in held) <= limit:
            break
        one = held[at]
        if one.short and count(one.short) < count(one.text):
            gone.append(Cut(one.text, why))
            held[at] = replace(one, text=one.short, short="")
    return held, gone


def within(sentences: list[Sentence], limit: int) -> tuple[list[Sentence], list[Cut]]:
    """The sentences that fit into `limit` words, in their order, and those that do not.

    All that can be said in fewer words is, before anything is left out.
    """
    held, gone = _shortened(sentences, limit)
    why = _("The model reads about {limit} words.", limit=limit)
    while sum(count(one.text) for one in held) > limit:
        least = min(held, key=lambda one: (one.keep, -held.index(one)))
        if least.keep >= MUST:
            break
        held.remove(least)
        gone.append(Cut(least.text, why))
    return held, gone
