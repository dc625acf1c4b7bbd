"""The verb `cast`: a person from words, by the rules that cast everyone else."""

import re
from collections.abc import Iterator
from dataclasses import fields, replace

from engine.contracts import (
    Casting,
    CastRequest,
    Character,
    Context,
    EngineError,
    Understood,
    _,
)
from engine.script.digest import fold, slug
from engine.script.lexicon import clothes, people
from engine.script.lexicon.feelings import NATURE
from engine.script.lexicon.match import CJK
from engine.script.people.cues import (
    LINKS,
    OPENERS,
    Cues,
    Reading,
    described,
    known_given_name,
    readings,
)
from engine.script.people.evidence import gather, nothing
from engine.script.people.looks import look_by_rule
from engine.script.people.voices import voice_by_rule
from engine.script.reading.language import detect_language

LONGEST = 2000  # characters; more is a screenplay, not a description
SAID_AS = {"usual": "presentation", "usual_hair": "hair", "color": "wardrobe.color"}
SAID_AS |= {"wardrobe": "wardrobe.kind", "usual_wardrobe": "wardrobe.kind"}
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+")
# Words that carry no look, besides those that join.
_FILLING_WORDS = """
    who wearing wears dressed is very quite rather really looks year years old her his their he
    she they it person someone somebody always often but or called que muy lleva viste es está
    años tiene vestida vestido e
"""
_FILLING = frozenset(_FILLING_WORDS.split())
_HAN_FILLING = re.compile(
    "[一位名个的了着和与很非常有身穿戴是他她人，、。；：！？（）岁留长着在件条副]+"
)


def cast(request: CastRequest, context: Context) -> Casting:
    """The person that a description means; what it leaves open follows from name and seed.

    Raises EngineError for a description that is empty or as long as a screenplay.
    """
    text = request.description.strip()
    if not text or len(text) > LONGEST:
        raise EngineError(
            "bad-description",
            _("A description has between 1 and {most} characters.", most=LONGEST),
            _("Say in a sentence who it is: “a tired night nurse, 30”."),
        )
    language = request.language or detect_language(text, {})
    cues = _cues(request.name, text, language)
    key = fold(request.name or text) + (f"\x1f{request.seed}" if request.seed else "")
    look = look_by_rule(key, cues, 0)
    name = request.name or _noun(text, language)
    person = Character(
        id=slug(name),
        name=name,
        look=look,
        voice=voice_by_rule(key, look, language, 0),
        persona=text,
    )
    read = [*readings(text, language), *_of_nature(text, language)]
    return Casting(
        character=person, understood=tuple(_understood(text, read)), unknown=_unknown(text, read)
    )


def _cues(name: str, text: str, language: str) -> Cues:
    """What the words say, over what the name says."""
    told = described(text, language)
    own = gather(name, nothing(language)) if name else Cues()
    said = {one.name: getattr(told, one.name) or getattr(own, one.name) for one in fields(Cues)}
    pronoun = "man" if people.HE.first(text, language) else ""
    pronoun = "woman" if people.SHE.first(text, language) else pronoun
    said["presentation"] = (
        told.presentation or pronoun or known_given_name(name) or told.usual or own.presentation
    )
    return replace(Cues(**said), han=bool(CJK.search(name or text)))


def _of_nature(text: str, language: str) -> list[Reading]:
    return [
        Reading(hit.start, hit.end, (("persona", hit.key.value),))
        for hit in NATURE.hits(text, language)
    ]


def _noun(text: str, language: str) -> str:
    """What to call someone without a name: the trade, else the first words."""
    hit = next(iter(people.KINDS.hits(text, language)), None)
    return (
        text[hit.start : hit.end].capitalize()
        if hit
        else text.split(",", maxsplit=1)[0][:40].capitalize()
    )


def _understood(text: str, read: list[Reading]) -> Iterator[Understood]:
    """In the order of the text; what an earlier reading has set is not said again."""
    taken: set[str] = set()
    told: list[tuple[int, Understood]] = []
    for reading in read:
        sets = {SAID_AS.get(key, key): str(value) for key, value in reading.says if value}
        new = {key: value for key, value in sets.items() if key not in taken}
        taken |= set(new)
        if new:
            words = text[reading.start : reading.end].strip(" ,，")
            told.append((reading.start, Understood(words=words, sets=new)))
    yield from (one for _start, one in sorted(told, key=lambda pair: pair[0]))


def _unknown(text: str, read: list[Reading]) -> tuple[str, ...]:
    """Words outside of every reading that are not mere grammar."""
    rest = list(text)
    spans = [(one.start, one.end) for one in read]
    spans += [(hit.start, hit.end) for hit in clothes.WEARS.hits(text, "en")]
    for start, end in spans:
        rest[start:end] = "," * (end - start)
    left = "".join(rest)
    if CJK.search(text):
        return tuple(part for part in re.split(r"[\W\d_]+", _HAN_FILLING.sub(" ", left)) if part)
    words = (found.group().strip("-") for found in _WORD.finditer(left))
    return tuple(
        word for word in words if word.casefold() not in LINKS | OPENERS | _FILLING and word
    )
