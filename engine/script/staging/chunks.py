"""A paragraph of action cut into what one shot each can show."""

import re

from engine.script.people.casting import Cast
from engine.script.sentences import clauses, estimate, join, sentences
from engine.script.staging import signals
from engine.script.staging.walk import QUOTED

SHOUT = re.compile(r"[A-Z]{3,}!+|[\u4e00-\u9fff—]{1,3}[！!]+")  # SLAP! 砰！
LONG_SENTENCE = 6.0  # seconds of reading aloud after which a sentence of action is two shots
SHORT_SENTENCE = 1.1  # … and under which it joins its neighbour
_LETTERED = ("\ue000", "\uf000")  # private letters stand for quotations while sentences are cut


def chunks(text: str, cast: Cast) -> tuple[str, ...]:
    """Sentences as shots take them: long ones cut, very short ones joined to their neighbour."""
    kept: list[str] = []
    held = QUOTED.sub(lambda found: _hold(kept, found.group()), text)
    out: list[str] = []
    for sentence in sentences(held):
        long = estimate(_release(kept, sentence)) > LONG_SENTENCE
        for part in _in_two(sentence) if long else (sentence,):
            if out and _belong(out[-1], part, cast):
                out[-1] = join(out[-1], part)
            else:
                out.append(part)
    return tuple(_release(kept, chunk) for chunk in out)


def _belong(one: str, other: str, cast: Cast) -> bool:
    """Two short bits about the same person are one shot; a quotation stands alone."""
    if SHOUT.fullmatch(other):
        return True
    if estimate(join(one, other)) > LONG_SENTENCE / 2:
        return False
    if min(estimate(one), estimate(other)) >= SHORT_SENTENCE:
        return False
    if any(_LETTERED[0] <= letter < _LETTERED[1] for letter in one + other):
        return False
    first, second = signals.named(one, cast), signals.named(other, cast)
    return not second or (bool(first) and first[0][1] == second[0][1])


def _hold(kept: list[str], quotation: str) -> str:
    kept.append(quotation)
    return chr(ord(_LETTERED[0]) + len(kept) - 1)


def _release(kept: list[str], chunk: str) -> str:
    return "".join(
        kept[ord(letter) - ord(_LETTERED[0])] if _LETTERED[0] <= letter < _LETTERED[1] else letter
        for letter in chunk
    )


def _in_two(sentence: str) -> tuple[str, ...]:
    """A long sentence in pieces of a few seconds, at its clauses."""
    parts: list[str] = []
    for clause in clauses(sentence):
        if parts and estimate(join(parts[-1], clause)) <= LONG_SENTENCE * 0.75:
            parts[-1] = join(parts[-1], clause)
        else:
            parts.append(clause)
    return tuple(parts)
