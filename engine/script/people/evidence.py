"""What a script itself says about a person: the introduction, the clothes, the pronouns near."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from engine.contracts import ElementKind, Screenplay
from engine.script.lexicon import clothes as clothing
from engine.script.lexicon import people
from engine.script.lexicon.match import CJK, Hit
from engine.script.people.cues import Cues, by_given_name, described, known_given_name, of_a_name
from engine.script.sentences import sentences

QUOTED = re.compile(r"[“\"「『][^“”\"「」『』]*[”\"」』]")
CLOTHES = 40  # characters after a word of wearing that name what is worn
FIRST = 24  # paragraphs that say who someone is; later ones tell what happens
INTRODUCTION = 160  # characters after the name that describe it
UNIFORMED = frozenset(("scrubs", "police", "security", "soldier", "chef", "waiter", "maid"))
SURE = 4  # points of pronouns that beat what the name sounds like
# What stands before a name and says who that is: "A young courier, DEV", 一名快递员，小王.
_APPOSED = re.compile(
    r"(?:^|[.!?。！？]\s*)((?:an?|the|una?|el|la)\s[\w\s-]{3,40}|(?:一名|一位|一个)[^，。]{2,10})[,，]\s*$",
    re.IGNORECASE,
)
# "ETHAN COLE, 28": what stands in capitals behind the name is of the name; 六岁的小太子.
_SURNAME = re.compile(r"^(?:\s[A-ZÁÉÍÓÚÑ][A-ZÁÉÍÓÚÑ'’-]+){1,2}(?=\s*[,(（，])")
_AGED_BEFORE = re.compile(r"[\d一二三四五六七八九十]{1,3}岁的?[\u4e00-\u9fff]{0,3}$")
ADDRESSED_HAN = re.compile(
    r"([\u4e00-\u9fff])(?:总|少爷|医生|警官|老师|律师|小姐|太太|夫人|先生|公子|姑娘|大哥|大姐|叔|阿姨)"
)
ADDRESSED = re.compile(
    r"\b(Mrs?|Ms|Miss|Mister|Madam|Sir|Lady|Lord|Uncle|Aunt|Señor|Señora|Señorita|Don|Doña)\b\.?\s"
    r"([A-ZÁÉÍÓÚÑ][^\W\d_]+)"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The texts of a screenplay that say something about people."""

    language: str
    action: tuple[str, ...]
    folded: tuple[str, ...]
    speakers: frozenset[str]  # names as they stand above lines
    others: re.Pattern[str]  # any of the names of the script
    addressed: Mapping[str, tuple[str, ...]]  # by surname or name, lower case: 顾总, "Mrs. Hale"
    by_word: Mapping[str, tuple[int, ...]]  # where in `action` a word stands

    def about(self, name: str) -> list[str]:
        """The first paragraphs of action that name someone."""
        wanted = name.casefold()
        word = re.match(r"[^\W_]+", wanted)
        spelled = word is not None and not CJK.search(name)
        places = self.by_word.get(word.group(), ()) if word and spelled else range(len(self.action))
        found: list[str] = []
        for at in places:
            if wanted in self.folded[at]:
                found.append(self.action[at])
                if len(found) == FIRST:
                    break
        return found


def evidence(screenplay: Screenplay) -> Evidence:
    """What is read about people, quotations left out."""
    elements = [
        element
        for episode in screenplay.episodes
        for scene in episode.scenes
        for element in scene.elements
    ]
    told = (one.text for one in elements if one.kind is ElementKind.ACTION)
    action = tuple(QUOTED.sub(" ", text) for text in told)
    folded = tuple(text.casefold() for text in action)
    speakers = frozenset(one.character for one in elements if one.character)
    listed = {name for episode in screenplay.episodes for s in episode.scenes for name in s.present}
    return Evidence(
        language=screenplay.language,
        action=action,
        folded=folded,
        speakers=speakers,
        others=_any_of(speakers | listed),
        addressed=_addressed("\n".join(element.text for element in elements)),
        by_word=_index(folded),
    )


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    words = sorted({re.escape(name.title()) for name in names if len(name) > 1}, key=len)
    first = "".join(sorted({re.escape(word.lstrip("\\")[:1]) for word in words}))
    return re.compile(f"(?=[{first}])(?:{'|'.join(reversed(words))})" if words else "(?!)")


def _index(folded: tuple[str, ...]) -> dict[str, tuple[int, ...]]:
    places: dict[str, list[int]] = {}
    for at, text in enumerate(folded):
        for word in set(re.findall(r"[^\W_]+", text)):
            places.setdefault(word, []).append(at)
    return {word: tuple(found) for word, found in places.items()}


def _addressed(everything: str) -> dict[str, tuple[str, ...]]:
    """How people are spoken to, by the one character or the word that says who."""
    found: dict[str, list[str]] = {}
    for way in ADDRESSED_HAN.finditer(everything):
        found.setdefault(way.group(1), []).append(way.group())
    for way in ADDRESSED.finditer(everything):
        found.setdefault(way.group(2).casefold(), []).append(way.group(1))
    return {who: tuple(ways[:FIRST]) for who, ways in found.items()}


def nothing(language: str) -> Evidence:
    """What a script says that does not exist."""
    return Evidence(language, (), (), frozenset(), _any_of(()), {}, {})


def gather(name: str, script: Evidence, persona: str = "") -> Cues:
    """All a screenplay says about `name`, then what a persona of the bible and the name say."""
    language = script.language
    texts = script.about(name)
    own = of_a_name(name, language)
    told = _introduced(name, texts, language)
    said = described(persona, language)
    worn = _worn(name, texts, language)
    called = described(", ".join(_forms_of(name, script)), language)
    pronoun, sure = _by_pronoun(name, texts, script)
    presentation = (
        told.presentation
        or said.presentation
        or own.presentation
        or called.presentation
        or (pronoun if sure else "")
        or known_given_name(name)
        or pronoun
        or told.usual
        or said.usual
        or own.usual
        or called.usual
        or by_given_name(name)
    )
    merged = {
        field: getattr(told, field) or getattr(worn, field) or getattr(own, field)
        for field in Cues.__dataclass_fields__
        if field not in ("presentation", "usual", "han", "wardrobe", "usual_wardrobe", "age")
    }
    dressed = (one for one in (told, worn, said, own, called) if one.wardrobe or one.usual_wardrobe)
    clothes = next(dressed, Cues())  # the nearest words say, be it outright or by a trade
    merged["wardrobe"], merged["usual_wardrobe"] = clothes.wardrobe, clothes.usual_wardrobe
    if merged["wardrobe"] == "uniform":  # a nurse's is a nurse's
        trades = (one.usual_wardrobe for one in (told, said, own, called))
        merged["wardrobe"] = next((one for one in trades if one in UNIFORMED), "uniform")
    merged["age"] = told.age or said.age or own.age
    return Cues(presentation=presentation, han=bool(CJK.search(name)), **merged)


def _named(name: str, text: str) -> re.Match[str] | None:
    edge = "" if CJK.search(name) else r"\b"
    return re.search(edge + re.escape(name) + edge, text, re.IGNORECASE)


def _after_name(name: str, text: str) -> str | None:
    found = _named(name, text)
    return text[found.end() : found.end() + INTRODUCTION] if found else None


def _introduced(name: str, texts: Iterable[str], language: str) -> Cues:
    """The description behind a name, to the full stop, and the noun it stands beside.

    A name in capitals introduces; where a recap comes before it, that says what was.
    """
    for text in sorted(texts, key=lambda text: name.upper() not in text):
        found = _named(name, text)
        if found is None:
            continue
        rest = _SURNAME.sub("", text[found.end() : found.end() + INTRODUCTION])
        if aged := _AGED_BEFORE.search(text[: found.start()]):
            return described(aged.group(), language)
        if rest.lstrip().startswith((",", "(", "（", "，")):
            before = _APPOSED.search(text[: found.start()])
            said = sentences(rest.lstrip()[1:])[:1]
            return described(", ".join([*(before.groups() if before else ()), *said]), language)
    return Cues()


def _worn(name: str, texts: Iterable[str], language: str) -> Cues:
    """Clothes that a sentence puts on someone: "in a red coat", 穿着红裙."""
    for text in texts:
        for sentence in sentences(text):
            rest = _after_name(name, sentence)
            wears = clothing.WEARS.hits(rest, language) if rest else ()
            for hit in wears:
                clothes = (rest or "")[hit.end : hit.end + CLOTHES]
                kind = clothing.WORN.first(clothes, language)
                if kind:
                    return Cues(wardrobe=kind, color=clothing.COLORS.first(clothes, language) or "")
    return Cues()


def clothes_in(name: str, texts: Sequence[str], language: str) -> Cues:
    """The clothes that `texts` put on someone, empty where they say nothing of them."""
    own = [text for text in texts if _named(name, text)]
    told = _introduced(name, own, language)
    return told if told.wardrobe else _worn(name, own, language)


def _forms_of(name: str, script: Evidence) -> tuple[str, ...]:
    """How a script addresses someone: 顾总 for 顾沉, "Mrs. Hale" for Hale."""
    if not CJK.search(name):  # of a longer name, "Mrs. Hale" may be the mother
        return script.addressed.get(name.casefold(), ())
    return script.addressed.get(name[0], ()) if len(name) in (2, 3) else ()


def _by_pronoun(name: str, texts: Iterable[str], script: Evidence) -> tuple[str, bool]:
    """man, woman or "", and whether that is sure.

    A sentence that begins with "She" after one that names nobody else is sure where someone
    first comes up, and so is "herself"; "his" in a sentence may well be somebody else's.
    """
    sure, likely = [0, 0], [0, 0]
    for at, text in enumerate(texts):
        alone, follows = False, 4 if at == 0 else 2
        for sentence in sentences(text):
            rest = _after_name(name, sentence)
            named = {found.casefold() for found in script.others.findall(sentence.title())}
            lone = not named - {name.casefold()}
            for sex, lexicon in enumerate((people.HE, people.SHE)):
                hits = lexicon.hits(sentence if rest is None else rest, script.language)
                if rest is None:
                    sure[sex] += follows * (alone and _opens(sentence, hits))
                else:
                    sure[sex] += 4 * any(_is_own(rest, hit) for hit in hits)
                    likely[sex] += len(hits)
            alone = lone and (rest is not None or alone)
    total = [4 * one + other for one, other in zip(sure, likely, strict=True)]
    if total[0] == total[1]:
        return "", False
    return ("man" if total[0] > total[1] else "woman"), abs(sure[0] - sure[1]) >= SURE


def _opens(sentence: str, hits: tuple[Hit[bool], ...]) -> bool:
    return any(not sentence[: hit.start].strip() for hit in hits)


def _is_own(rest: str, hit: Hit[bool]) -> bool:
    return rest[hit.start : hit.end].casefold() in ("himself", "herself")
