"""Which language a screenplay is written in, by script and by its commonest words."""

import re
from collections import Counter
from collections.abc import Mapping

_SAID = {
    "en": "english inglés 英语 英文",
    "zh-Hans": "chinese mandarin simplified-chinese 中文 汉语 简体中文 简体 普通话 zh zh-cn",
    "zh-Hant": "traditional-chinese 繁体中文 繁體中文 繁體 zh-tw zh-hk",
    "es": "spanish español castellano 西班牙语",
    "de": "german deutsch 德语",
    "fr": "french français 法语",
    "ja": "japanese 日本語 日语",
    "ko": "korean 한국어 韩语",
    "pt": "portuguese português",
    "it": "italian italiano",
    "ru": "russian русский",
    "ar": "arabic العربية",
    "hi": "hindi",
    "tr": "turkish türkçe",
    "nl": "dutch nederlands",
}
UNDERSTOOD = ("en", "zh", "es")  # the languages of the lexicons
_NAMES = {name: language for language, names in _SAID.items() for name in names.split()}
_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$")
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("zh", re.compile("[\u3400-\u9fff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("el", re.compile("[\u0370-\u03ff]")),
)
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_TRADITIONAL = re.compile(
    "[們這個來說對為時會後過還沒開見東車長門問間馬師愛臉淚聽誰讓給錢買賣親醫電話關進麼樣點樓]"
)
_SIMPLIFIED = re.compile(
    "[们这个来说对为时会后过还没开见东车长门问间马师爱脸泪听谁让给钱买卖亲医电话关进么样点楼]"
)
_STOP_WORDS = {
    "en": "the and you is no of to that it what not with are this for have he she his her my your",
    "es": "el los las que y no es un una por con para su se lo está qué del pero cómo más yo eso",
    "fr": "le les des et est un une que qui pas pour dans ce il elle je vous nous avec c'est mais",
    "de": "der die das und ist nicht ich du er sie ein eine mit den dem zu auf wir für sich auch",
    "pt": "o os as que e não é um uma por com para do da em você eu ele ela isso mas muito está",
    "it": "il lo gli che e non è un una per con di del della sono io tu lui lei ma questo cosa",
}
_SAMPLE = 200_000  # characters are plenty to tell a language


def detect_language(text: str, meta: Mapping[str, str]) -> str:
    """BCP 47 tag: what the title page says, else what the text shows, else "en"."""
    for key in ("language", "语言", "語言", "lang"):
        said = next((value for name, value in meta.items() if name.casefold() == key), "").strip()
        name = said.casefold().replace(" ", "-")
        if name in _NAMES:
            return _NAMES[name]
        if _TAG.match(said):
            return said
    text = text[:_SAMPLE]
    counts = {language: len(pattern.findall(text)) for language, pattern in _SCRIPTS}
    counts["ja"] += counts["zh"] if counts["ja"] * 10 > counts["zh"] else 0
    # A Chinese character says as much as four or so Latin letters.
    best = max(counts, key=lambda language: counts[language])
    weight = 4 if best in ("zh", "ja", "ko") else 1
    if counts[best] * weight > len(_LATIN.findall(text)):
        return _chinese(text) if best == "zh" else best
    return _by_words(text)


def _chinese(text: str) -> str:
    traditional, simplified = len(_TRADITIONAL.findall(text)), len(_SIMPLIFIED.findall(text))
    return "zh-Hant" if traditional > simplified else "zh-Hans"


def _by_words(text: str) -> str:
    words = Counter(re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", text.lower().replace("’", "'")))
    scores = {
        language: sum(words[word] for word in stop.split())
        for language, stop in _STOP_WORDS.items()
    }
    return max(scores, key=lambda language: scores[language])  # ties go to the first: English


def name_of(language: str) -> str:
    """What the language calls itself or is called in English, its tag where that is unknown."""
    return _SAID.get(language, language).split()[0].capitalize()
