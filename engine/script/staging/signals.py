"""What the words of one sentence or line say: who, what they do, feel and sound like."""

import re
from dataclasses import dataclass

from engine.contracts import EffectKind, Expression, Gesture, Posture, Sound
from engine.script.lexicon import bodies, events, feelings, people, things
from engine.script.lexicon.manner import MANNER
from engine.script.lexicon.match import CJK, Hit, Key, Lexicon, plain
from engine.script.lexicon.scenery import CROWDS
from engine.script.lexicon.undrawn import begins_with_a_thing
from engine.script.people.casting import Cast
from engine.script.plan import Deed, Feeling, fraction

_PICTURED = re.compile(
    r"(?:photo\w*|picture|portrait|message|text|letter|call|note|voice|foto|carta|mensaje)"
    r"\s+(?:of|from|to|de)\s+$|(?:来自|写给)$"
    r"|\b(?:reads|says|shows|dice|pone|muestra):\s*[\"“]?$|(?:写着|显示)[:：]?[“「]?$",
    re.IGNORECASE,
)


_CLAUSE_HEAD = re.compile(
    r"(?:^|[.!?;,…]|\b(?:and|while|as|but|then|y|pero|mientras))\s*(?:(?:an?|the|el|la|un|una|two)\s)?$"
    r"|[。！？，；、]$",
    re.IGNORECASE,
)


_MARKS = r",.;:!?…—–，。；：！？、"
_BEFORE_A_CALL = re.compile(
    rf"(?:^|[{_MARKS}\"“'‘-]|\b(?:oh|hey|dear|please|yes|no|and you|pero|oye))\s*$", re.IGNORECASE
)
_AFTER_A_CALL = re.compile(rf"\s*(?:$|[{_MARKS}\"”'’-])")
_POSSESSIVE = re.compile(r"'s(?:\s+\w+){1,3}|的\w{1,3}")
CALLED = re.compile(r"[A-ZÁÉÍÓÚÑ][\w'’-]*[!！]+|[\u4e00-\u9fff]{2,3}[!！]+")
QUIET = (Expression.TENDER, Expression.CALM)
# A whisper says how loud, the words say what.
HUSHED = re.compile(r"whisper|murmur|低声|轻声|susurr", re.IGNORECASE)


def is_hushed(manner: str) -> bool:
    """Whether a line that is marked so is whispered."""
    return bool(HUSHED.search(manner))


@dataclass(frozen=True)
class Memory:
    """Who the last sentences were about: what a pronoun means."""

    subject: str = ""
    man: str = ""
    woman: str = ""

    def about(self, ident: str, cast: Cast) -> "Memory":
        if not ident:
            return self
        presentation = cast.get(ident).look.presentation
        return Memory(
            subject=ident,
            man=self.man if presentation == "woman" else ident,
            woman=self.woman if presentation == "man" else ident,
        )


def named(text: str, cast: Cast) -> tuple[tuple[int, str], ...]:
    """Position and id of those who are bodily there; a photo of someone is not."""
    return tuple(
        (start, ident)
        for start, end, ident in cast.mentions(text)
        if not _PICTURED.search(plain(text[:start])) and not (start and _owns(text[end:]))
    )


def called(text: str, cast: Cast) -> tuple[str, ...]:
    """Ids of those whom a line calls by name: the name stands by itself between marks."""
    return tuple(
        ident
        for start, end, ident in cast.mentions(text)
        if _BEFORE_A_CALL.search(text[:start]) and _AFTER_A_CALL.match(text[end:])
    )


def _owns(after: str) -> bool:
    """ "Lena's wedding ring": the ring is there, Lena need not be."""
    owned = _POSSESSIVE.match(plain(after))
    language = "zh" if owned and "的" in owned.group() else "en"
    return bool(owned and things.PROPS.hits(owned.group(), language))


def who_acts(text: str, cast: Cast, memory: Memory, language: str) -> tuple[tuple[int, str], ...]:
    """Everyone a sentence is about, pronouns resolved, the subject first."""
    found = list(named(text, cast))
    for lexicon, ident in ((people.HE, memory.man), (people.SHE, memory.woman)):
        hits = lexicon.hits(text, language)
        if hits and ident and ident not in (other for _, other in found):
            at, end = hits[0].start, hits[0].end
            if not _own(text, at, end, found, cast, ident):
                found.append((at, ident))
    crowd = not found and CROWDS.asserted(text, language)
    if not found and not crowd and memory.subject and _needs_subject(text, language):
        found.append((0, memory.subject))
    found.sort(key=lambda pair: pair[0])
    seen: dict[str, int] = {}
    for at, ident in found:
        seen.setdefault(ident, at)
    return tuple((at, ident) for ident, at in seen.items())


def _own(
    text: str, at: int, end: int, found: list[tuple[int, str]], cast: Cast, ident: str
) -> bool:
    """ "Victor steps out, a gun in his hand": the pronoun is of someone the sentence names."""
    sex = cast.get(ident).look.presentation
    before = [one for start, one in found if start < at]
    same = any(cast.get(one).look.presentation in (sex, "androgynous") for one in before)
    is_object = re.fullmatch(r"him|her", text[at:end], re.IGNORECASE) and re.match(
        r"\s*(?:$|[.,;:!?—-]|\b(?:away|back|down|and|with|from|to|in|on|by)\b)", text[end:]
    )
    return same and not is_object


def _needs_subject(text: str, language: str) -> bool:
    """A sentence that says what a body does, without saying whose."""
    if CJK.search(text) or language.startswith("es"):
        if begins_with_a_thing(text, language):
            return False  # the lamp falls, and nobody with it
        return bool(bodies.GESTURES.hits(text, language) or feelings.SHOWN.hits(text, language))
    return bool(people.THEY.hits(text, language))


def owner(at: int, actors: tuple[tuple[int, str], ...]) -> str:
    """Whose verb stands at `at`: the nearest named before it, else the first."""
    before = [ident for start, ident in actors if start <= at]
    return before[-1] if before else (actors[0][1] if actors else "")


_CLAUSE = re.compile(r"[^,.;!?，。；！？]*")
_AT_THEM = re.compile(r"\s*(?:down\s+)?(?:at\s+)?(?:them|us|everyone|the camera)\b|.*镜头")
_AT_IT = re.compile(r"\s*(?:down\s+)?(?:at\s+)?it\b")
_GLANCED = "看了一眼"  # at what, was said before
_AT_HANDS = re.compile(r"\b(?:her|his|their) (?:\w+ )?(?:hands|palms)\b|双手|手心|手掌|las manos")
_IN_HAND = re.compile(
    r"\bphone (?:\w+ )?(?:buzzes|rings|vibrates|lights up|chimes)|手机\S{0,2}(?:震|响|亮)"
    r"|(?:teléfono|móvil|celular) (?:vibra|suena)",
    re.IGNORECASE,
)
# What is drawn instead of a deed that somebody does to nobody but themselves.
TO_ONESELF = {
    Gesture.POINT: Gesture.HAND_ON_HEART,
    Gesture.SLAP: Gesture.COVER_FACE,
    Gesture.EMBRACE: Gesture.FOLD_ARMS,
    Gesture.PUSH: Gesture.CLENCH,
    Gesture.GRAB: Gesture.CLENCH,
}
_ONESELF = re.compile(
    r"\s*(?:(?:at|to|in|by)\s)?(?:(?:her|him|my|your|it|one)self|themsel(?:f|ves))\b|"
    r"\s*(?:a\s)?(?:sí\smism[oa]s?)\b|[了着住向]*自己(?!的)",
    re.IGNORECASE,
)


def _is_to_oneself(text: str, start: int, end: int) -> bool:
    return bool(_ONESELF.match(text, end) or re.search("自己[一两几]?$", text[:start]))


HANDLED = (Gesture.HOLD, Gesture.OFFER, Gesture.PHONE, Gesture.POINT)
OF_PAPER = ("letter", "document", "photo", "photograph", "money")
TOO_LARGE = ("coffin", "mirror", "blood")


def deeds(text: str, actors: tuple[tuple[int, str], ...], language: str) -> tuple[Deed, ...]:
    """Gestures in their order; several of one person within a few letters are one."""
    done: list[Deed] = []
    for hit in bodies.GESTURES.asserted(text, language):
        if hit.key is Gesture.IDLE:
            continue
        who, gesture = _doer(text, hit.start, actors), _looks(text, hit, actors)
        if gesture in TO_ONESELF and _is_to_oneself(text, hit.start, hit.end):
            done.append(Deed(fraction(hit.start, text), who, TO_ONESELF[gesture], "", ""))
            continue
        last = (done[-1].who, done[-1].gesture) if done else ("", Gesture.IDLE)
        if last == (who, gesture) or (gesture, *last) == (Gesture.TURN_TO, who, Gesture.LOOK_UP):
            continue
        target = next((ident for at, ident in actors if at >= hit.end and ident != who), "")
        if not target:
            target = next((ident for _, ident in actors if ident != who), "")
        prop = ""
        if gesture in HANDLED:
            prop = things.PROPS.first(text[hit.start :], language) or ""
            prop = prop or things.PROPS.first(text, language) or ""
            prop = "" if prop in TOO_LARGE else prop
        if gesture is Gesture.CLENCH and things.PROPS.first(text, language) in OF_PAPER:
            prop = "crumpled"
        at = fraction(hit.start, text)
        if gesture is Gesture.LOOK_DOWN and _AT_HANDS.search(text[hit.end :]):
            done.append(Deed(at, who, Gesture.PLEAD, "", ""))  # palms up
        done.append(Deed(at, who, gesture, target, prop))
    rings = _IN_HAND.search(text)
    if rings and actors and not done:
        done.append(Deed(fraction(rings.start(), text), actors[0][1], Gesture.HOLD, "", "phone"))
    return tuple(done[:4])


def _looks(text: str, hit: Hit[Gesture], actors: tuple[tuple[int, str], ...]) -> Gesture:
    """A look goes to people, unless it is a thing, in the hand or on the table, that it is for."""
    if hit.key not in (Gesture.TURN_TO, Gesture.LOOK_DOWN):
        return hit.key
    found = _CLAUSE.match(text[hit.end :])
    clause = found.group() if found else ""
    if any(hit.end <= at <= hit.end + len(clause) for at, _ in actors) or _AT_THEM.match(clause):
        return Gesture.TURN_TO
    language = "zh" if CJK.search(clause) else "en"
    thing = things.PROPS.hits(clause, language) or _AT_HANDS.search(clause)
    glanced = text[hit.start : hit.end] == _GLANCED
    return Gesture.LOOK_DOWN if thing or glanced or _AT_IT.match(clause) else hit.key


def _doer(text: str, at: int, actors: tuple[tuple[int, str], ...]) -> str:
    """Whose verb it is: the last one before it who begins a clause, else the subject."""
    heads = tuple(one for one in actors if _CLAUSE_HEAD.search(plain(text[: one[0]])))
    return owner(at, heads or actors[:1])


def shown_feelings(
    text: str, actors: tuple[tuple[int, str], ...], language: str
) -> tuple[Feeling, ...]:
    return tuple(
        Feeling(fraction(hit.start, text), owner(hit.start, actors), *hit.key)
        for hit in feelings.SHOWN.asserted(text, language)
    )[:4]


def spoken_feelings(text: str, manner: str, before: str, language: str) -> tuple[Feeling, ...]:
    """What a line is spoken with: how it is marked, then what it says, then what was just seen."""
    heard = feelings.SHOWN.hits(manner, language) or MANNER.hits(manner, language)
    marked = [hit.key for hit in heard if not HUSHED.match(manner[hit.start :])]
    marked.sort(key=lambda key: key[0] in QUIET)
    said = [
        Feeling(fraction(hit.start, text), "", *hit.key)
        for hit in feelings.SPOKEN.hits(text, language)
    ]
    if marked and not (marked[0][0] is Expression.TENDER and said):
        also = [Feeling(0.55, "", *marked[1])] if len(marked) > 1 and not said else []
        return (Feeling(0.0, "", *marked[0]), *(one for one in said if one.at > 0.25), *also)
    seen = [hit.key for hit in feelings.SHOWN.asserted(before, language)]
    opening = said[:1] if said and said[0].at <= 0.25 else []
    start = [Feeling(0.0, "", *seen[-1])] if seen and not opening else opening
    loud = _by_punctuation(text)
    if not start and loud:
        start = [loud]
    if not start and said and _loudness(text) > 0:
        start = [Feeling(0.0, "", said[0].expression, 0.5)]
    return (*start, *(one for one in said if one not in start))[:3]


def _loudness(text: str) -> int:
    return text.count("!") + text.count("！")


def _by_punctuation(text: str) -> Feeling | None:
    asks = any(mark in text for mark in things.QUESTION_MARKS)
    if _loudness(text) and asks:
        return Feeling(0.0, "", Expression.SHOCK, 0.8)
    shouted = len(text) > 8 and text.isupper() and not CJK.search(text)
    if shouted or _loudness(text) > 1:
        return Feeling(0.0, "", Expression.RAGE, 0.7)
    if _loudness(text) and CALLED.fullmatch(text.strip()):
        return Feeling(0.0, "", Expression.SHOCK, 0.85)  # a name that is cried out
    if _loudness(text):
        return Feeling(0.0, "", Expression.RESOLVE, 0.6)
    if text.rstrip().endswith(("...", "…", "……")):
        return Feeling(0.0, "", Expression.SAD, 0.45)
    return None


def sounds(text: str, language: str) -> tuple[tuple[float, Sound], ...]:
    return _placed(events.SOUNDS, text, language)


def effects(text: str, language: str) -> tuple[tuple[float, EffectKind], ...]:
    return _placed(events.EFFECTS, text, language)


def _placed(lexicon: Lexicon[Key], text: str, language: str) -> tuple[tuple[float, Key], ...]:
    """Each meaning once, with where in the text it stands first."""
    first: dict[Key, float] = {}
    for hit in lexicon.asserted(text, language):
        first.setdefault(hit.key, fraction(hit.start, text))
    return tuple((at, key) for key, at in first.items())


def posture(text: str, language: str) -> Posture | None:
    found = bodies.POSTURES.asserted(text, language)
    return found[-1].key if found else None
