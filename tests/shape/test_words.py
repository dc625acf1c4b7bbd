"""Every word on screen exists in every language of the product."""

import os
import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_python
from babel.messages.pofile import read_po

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dramabox.settings")

from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ["zh_Hans"]
# Said otherwise once, and what it is called: a take 镜次, the studio's draft 预演, 成片 the master.
OTHER_NAMES = {
    "zh_Hans": {
        r"[这那]一?条(?!件|款|线)": "镜次",
        r"[拍选]用?一条": "一个镜次",
        r"条次|条正式镜次": "镜次",
        r"插帧器|放大器|评分器": "插帧模型、放大模型、评分模型",
        r"彩排": "预演",
        r"成片剪辑|无法成片": "剪辑",
    }
}
# What a finding could once advise and nobody can do in the studio.
NOT_TO_BE_DONE = re.compile(
    r"\btrim|in and out points|\bVAE\b|\btiles\b|decode|[Cc]ut it|give .* a last frame"
)


def sources() -> list[Path]:
    code = [path for path in (ROOT / "apps").rglob("*.py") if "migrations" not in path.parts]
    code += (ROOT / "engine").rglob("*.py")
    return [
        *code,
        *(ROOT / "dramabox").glob("*.py"),
        *(ROOT / "templates").rglob("*.html"),
        *(ROOT / "templates").rglob("*.txt"),
    ]


def messages() -> set[str | tuple[str, ...]]:
    """What pages, models and engine say, in English: a string, or singular and plural."""
    return {words for path in sources() for words in said_in(path)}


def said_in(path: Path) -> set[str | tuple[str, ...]]:
    """What one file says."""
    keywords = DEFAULT_KEYWORDS | {"gettext_lazy": None, "ngettext_lazy": (1, 2)}
    found: set[str | tuple[str, ...]] = set()
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # Indented, what is left of a template would not be Python.
        text = "\n".join(line.strip() for line in templatize(text).splitlines())
    extracted = extract_python(BytesIO(text.encode()), keywords, [], {"encoding": "utf-8"})
    for _, function, words, _ in extracted:
        plural = str(function).startswith("n")
        if plural:
            found.add(tuple(words[:2]))
        elif first := words if isinstance(words, str) else (words or [""])[0]:
            found.add(first)
    return found


def catalog(language: str) -> Catalog:
    path = ROOT / "dramabox" / "locale" / language / "LC_MESSAGES" / "django.po"
    with path.open("rb") as file:
        return read_po(file, locale=language)


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"%\(\w+\)[sd]|%[sd]|{\w+}", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    known = catalog(language)
    said = messages()
    assert len(said) > 50, "the extraction no longer finds the texts"
    missing = set()
    for words in said:
        message = known.get(words if isinstance(words, str) else words[0])
        if message is None or not message.string or message.fuzzy:
            missing.add(words)
    assert not missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_placeholders(language: str) -> None:
    for message in catalog(language):
        if not message.id:
            continue
        original = message.id if isinstance(message.id, str) else message.id[-1]
        told = [message.string] if isinstance(message.string, str) else [*(message.string or ())]
        for text in told:
            assert placeholders(str(text)) == placeholders(str(original)), original


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_calls_a_thing_by_one_name(language: str) -> None:
    wrong = {}
    for message in catalog(language):
        told = [message.string] if isinstance(message.string, str) else [*(message.string or ())]
        for pattern, name in OTHER_NAMES[language].items():
            if message.id and any(re.search(pattern, str(text)) for text in told):
                wrong[str(message.string)] = name
    assert not wrong


def test_findings_advise_what_can_be_done_in_the_studio() -> None:
    """Another final, a reason, a reference, another model, more steps, a shorter shot."""
    advised = {
        words
        for folder in ("quality", "diffusion/scorers")
        for path in (ROOT / "engine" / folder).rglob("*.py")
        for words in said_in(path)
        if isinstance(words, str) and words.endswith(".")
    }
    assert "Make another final." in advised
    assert not {words for words in advised if NOT_TO_BE_DONE.search(words)}


def test_templates_say_nothing_untranslated() -> None:
    """Text between tags that is not in a translate tag, a variable or a name of our own."""
    own = {"Dramabox", "English", "中文", "CC", "C2PA", "SHA-256"}
    plain = {}
    for path in (ROOT / "templates").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"{% blocktranslate.*?{% endblocktranslate %}", "", text, flags=re.DOTALL)
        text = re.sub(r"<(style|script|kbd)\b.*?</\1>", "", text, flags=re.DOTALL)
        # Blocks that fill an attribute hold class names, not words.
        text = re.sub(r"{% block (body_class|room|theme) %}.*?{% endblock %}", "", text)
        # Tags of the template first: they may hold < and > themselves.
        text = re.sub(r"{[%#{].*?[%#}]}", "", text, flags=re.DOTALL)
        text = re.sub(r"<[^>]*>", "\n", text)
        words = {line.strip(" ·:/,") for line in text.splitlines()} - own
        if left := {word for word in words if re.search(r"[A-Za-z]{2,}|[一-鿿]", word)}:
            plain[path.relative_to(ROOT).as_posix()] = left
    assert not plain


def test_templates_join_sentences_as_the_language_does() -> None:
    """Chinese sets no space between them: `{% gap %}`, or `whole` of what is told."""
    end = r"(?:\.(?:[\"'] %}|{% endblocktranslate %})|{{ [\w.]*message }})"
    between = r"(?:{% (?:if|endif|else)[^%]*%})*"
    joined = re.compile(end + between + r" +" + between + r"(?:{% (?:block)?translate|{{|<span)")
    spaced = {
        path.name: found.group()
        for path in (ROOT / "templates").rglob("*.html")
        if (found := joined.search(path.read_text(encoding="utf-8")))
    }
    assert not spaced
