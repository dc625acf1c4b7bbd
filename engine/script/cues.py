"""What a script itself says about a person: the name, the introduction, the pronouns near it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

from engine.contracts import ElementKind, Screenplay
from engine.script.lexicon import names, people
from engine.script.lexicon.match import CJK, plain
from engine.script.sentences import sentences

AGE = re.compile(
    r"^\W{0,3}(?:aged?\s+)?(\d{1,2})\b|(?:\baged?\s+|, )(\d{1,2})\b|(\d{1,2})\s*(?:岁|años)"
)
DECADE = re.compile(r"\b(?:early |mid |mid-|late )?([2-8])0'?s\b", re.IGNORECASE)
QUOTED = re.compile(r"[“\"「『][^“”\"「」『』]*[”\"」』]")
CLOTHES = 40  # characters after a word of wearing that name what is worn
ADDRESSES = ("总", "少爷", "医生", "警官", "老师", "律师", "小姐", "太太", "夫人", "先生")
FIRST = 24  # paragraphs that say who someone is; later ones tell what happens
INTRODUCTION = 160  # characters after the name that describe it


@dataclass(frozen=True, slots=True)
class Cues:
    """What is known of a person; empty means nothing was said."""

    presentation: str = ""
    age: int = 0
    build: str = ""
    skin: str = ""
    hair: str = ""
    hair_color: str = ""
    facial_hair: str = ""
    glasses: bool = False
    signature: str = ""
    wardrobe: str = ""
    color: str = ""  # of the clothes
    han: bool = False  # the name is Chinese


def described(text: str, language: str) -> Cues:
    """What a description says: "a GURU, 32, any gender", "林晚，25岁，长发"."""
    kinds = [hit.key for hit in people.KINDS.hits(text, language)]
    found = Cues(
        build=people.BUILDS.first(text, language) or "",
        skin=people.SKINS.first(text, language) or "",
        hair=people.HAIRS.first(text, language) or "",
        hair_color=people.HAIR_COLORS.first(text, language) or "",
        facial_hair=people.FACIAL_HAIRS.first(text, language) or "",
        glasses=bool(people.GLASSES.first(text, language)),
        signature=people.SIGNATURES.first(text, language) or "",
        wardrobe=people.WORN.first(text, language) or "",
        age=_age(text, language),
    )
    if people.ANDROGYNOUS.first(text, language):
        found = replace(found, presentation="androgynous")
    for kind in kinds:
        found = replace(
            found,
            presentation=found.presentation or kind.presentation,
            age=found.age or kind.age,
            build=found.build or kind.build,
            hair=found.hair or kind.hair,
            signature=found.signature or kind.signature,
            wardrobe=found.wardrobe or kind.wardrobe,
        )
    return found


def _age(text: str, language: str) -> int:
    if (found := AGE.search(text)) and (years := int(next(filter(None, found.groups())))):
        return years
    if decade := DECADE.search(plain(text)):
        return int(decade.group(1)) * 10 + 5
    return people.OLD.first(text, language) or 0


def known_given_name(name: str) -> str:
    """woman, man or "" by lists of names and of the characters of names."""
    if CJK.search(name):
        signs = list(reversed(name[-2:] if len(name) > 2 else name[-1:]))
        women, men = names.WOMEN_HAN, names.MEN_HAN
    else:
        signs = re.findall(r"[^\W\d_]+", name.casefold())
        women, men = names.WOMEN, names.MEN
    for sign in signs:
        if sign in women or sign in men:
            return "woman" if sign in women else "man"
    return ""


def by_given_name(name: str) -> str:
    """woman, man or "" by who usually bears the name, or one that sounds like it."""
    if (known := known_given_name(name)) or CJK.search(name):
        return known
    words = re.findall(r"[^\W\d_]+", name.casefold())
    first = words[0] if words else ""
    if len(first) > 2 and first.endswith(names.WOMEN_ENDINGS):
        return "woman"
    return "man" if len(first) > 3 and first.endswith(names.MEN_ENDINGS) else ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The texts of a screenplay that say something about people."""

    language: str
    action: tuple[str, ...]
    everything: str

    def about(self, name: str) -> list[str]:
        """The first paragraphs of action that name someone."""
        wanted = name.casefold()
        return list(islice((text for text in self.action if wanted in text.casefold()), FIRST))


def evidence(screenplay: Screenplay) -> Evidence:
    """What is read about people, quotations left out."""
    elements = [
        element
        for episode in screenplay.episodes
        for scene in episode.scenes
        for element in scene.elements
    ]
    action = (one.text for one in elements if one.kind is ElementKind.ACTION)
    return Evidence(
        screenplay.language,
        tuple(QUOTED.sub(" ", text) for text in action),
        "\n".join(element.text for element in elements),
    )


def gather(name: str, script: Evidence) -> Cues:
    """All a screenplay says about `name`; what the name itself says comes first."""
    language = script.language
    texts = script.about(name)
    own = described(name, language)
    told = _introduced(name, texts, language)
    worn = _worn(name, texts, language)
    called = described(" ".join(_forms_of(name, script)), language)
    presentation = (
        told.presentation
        or own.presentation
        or called.presentation
        or known_given_name(name)
        or _by_pronoun(name, texts, language)
        or by_given_name(name)
    )
    merged = {
        field: getattr(told, field) or getattr(worn, field) or getattr(own, field)
        for field in Cues.__dataclass_fields__
        if field not in ("presentation", "han", "wardrobe")
    }
    merged["wardrobe"] = told.wardrobe or worn.wardrobe or own.wardrobe or called.wardrobe
    return Cues(presentation=presentation, han=bool(CJK.search(name)), **merged)


def _after_name(name: str, text: str) -> str | None:
    edge = "" if CJK.search(name) else r"\b"
    found = re.search(edge + re.escape(name) + edge, text, re.IGNORECASE)
    return text[found.end() : found.end() + INTRODUCTION] if found else None


def _introduced(name: str, texts: Iterable[str], language: str) -> Cues:
    """The description behind a name: after a comma, a bracket or a colon, to the full stop."""
    for text in texts:
        rest = _after_name(name, text)
        if rest is None:
            continue
        head = rest.lstrip()[:1]
        if head and head in ",(（，":
            return described(sentences(rest.lstrip()[1:])[0] if rest.strip() else "", language)
    return Cues()


def _worn(name: str, texts: Iterable[str], language: str) -> Cues:
    """Clothes that a sentence puts on someone: "in a red coat", 穿着红裙."""
    for text in texts:
        for sentence in sentences(text):
            rest = _after_name(name, sentence)
            wears = people.WEARS.hits(rest, language) if rest else ()
            for hit in wears:
                clothes = (rest or "")[hit.end : hit.end + CLOTHES]
                kind = people.WORN.first(clothes, language)
                if kind:
                    return Cues(wardrobe=kind, color=people.COLORS.first(clothes, language) or "")
    return Cues()


def _forms_of(name: str, script: Evidence) -> tuple[str, ...]:
    """How a Chinese script addresses someone: 顾总 for 顾沉."""
    if not CJK.search(name) or len(name) not in (2, 3):
        return ()
    return tuple(re.findall(name[0] + f"(?:{'|'.join(ADDRESSES)})", script.everything))[:FIRST]


def _by_pronoun(name: str, texts: Iterable[str], language: str) -> str:
    """The sentence someone first comes up in is the surest: "a gun in his hand"."""
    he = she = 0
    for text in texts:
        rest = _after_name(name, text)
        if rest is not None:
            weight = 1 if he or she else 3
            he += weight * len(people.HE.hits(rest, language))
            she += weight * len(people.SHE.hits(rest, language))
    if he == she:
        return ""
    return "man" if he > she else "woman"
