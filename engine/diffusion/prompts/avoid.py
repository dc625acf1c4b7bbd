"""Why earlier takes were rejected, turned into words that make the next one better.

A reason in English or Chinese that is known is said the other way round: models paint what is
named, so "too dark" becomes "brightly lit". What is not known is passed on as it stands, after
"avoid:". Where a model takes a negative prompt, the fault itself goes there.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remedy:
    instead: str  # a sentence without its end; {face}, {framing}, {line} are of the shot
    fault: str  # for a negative prompt


@dataclass(frozen=True, slots=True)
class Remedies:
    """What rejections come to: sentences, and words for a negative prompt."""

    sentences: tuple[str, ...]
    faults: tuple[str, ...]


# Any of the words in a reason, in lower letters; the first row that fits counts.
KNOWN: tuple[tuple[tuple[str, ...], Remedy], ...] = (
    (
        ("too dark", "underexposed", "太暗", "过暗", "太黑"),
        Remedy("The picture is brightly lit, every face clearly visible", "dark, underexposed"),
    ),
    (
        ("too bright", "overexposed", "blown out", "太亮", "过亮", "过曝"),
        Remedy("The exposure is moderate, with detail in the highlights", "overexposed, blown out"),
    ),
    (
        ("wrong expression", "expression", "表情"),
        Remedy("The expression is unmistakable: {face}", "neutral expression, wrong expression"),
    ),
    (
        (
            "wrong face",
            "face drift",
            "different person",
            "not her",
            "not him",
            "脸不对",
            "换脸",
            "不像",
            "认不出",
        ),
        Remedy("{likeness}", "different person, changed face"),
    ),
    (
        ("wrong framing", "framing", "composition", "构图", "取景", "景别"),
        Remedy("The framing is exactly this: {framing}", "different framing, cropped head"),
    ),
    (
        ("too slow", "no movement", "static", "frozen", "太慢", "不动", "静止"),
        Remedy("The movement is brisk and begins at once", "slow motion, static, frozen"),
    ),
    (
        ("too fast", "hectic", "太快", "过快"),
        Remedy("The movement is slow and even", "fast motion, hectic"),
    ),
    (
        ("sounds wrong", "sound", "voice", "声音", "音"),
        Remedy("The voice is clear, close and natural, free of noise", "noise, distorted voice"),
    ),
    (
        ("hand", "finger", "手指", "手"),
        Remedy("Every hand is natural, with five fingers", "deformed hands, extra fingers"),
    ),
    (
        ("clothes", "wardrobe", "costume", "衣服", "服装", "穿"),
        Remedy("The clothes are exactly these: {clothes}", "different clothes"),
    ),
    (
        ("blurry", "blurred", "out of focus", "soft", "模糊", "虚焦", "不清"),
        Remedy("The picture is in sharp focus", "blurry, out of focus"),
    ),
    (
        ("too many people", "extra person", "extra people", "多了人", "多一个人", "人太多"),
        Remedy("{count}", "extra people, crowd"),
    ),
    (
        ("subtitle", "caption", "text", "letters", "watermark", "字幕", "文字", "水印"),
        Remedy("The picture is clean, free of any lettering", "text, subtitles, watermark"),
    ),
    (
        ("flicker", "闪烁", "闪"),
        Remedy("The light stays even from frame to frame", "flicker, flashing"),
    ),
    (
        ("jump cut", "cuts inside", "cut inside", "跳切", "切镜"),
        Remedy("It is one continuous shot", "cut, scene change, montage"),
    ),
    (
        ("lip", "mouth", "口型", "嘴"),
        Remedy("The mouth moves only as the words are spoken", "wrong mouth movement"),
    ),
    (
        ("plastic", "waxy", "too smooth", "塑料", "磨皮", "ai感"),
        Remedy("Skin shows pores and fine texture", "plastic skin, waxy, airbrushed"),
    ),
    (
        ("looks at the camera", "looking at the camera", "into the lens", "看镜头"),
        Remedy("{gaze}", "looking at the camera"),
    ),
)


def remedies(reasons: tuple[str, ...], shot: dict[str, str]) -> Remedies:
    """Of reasons in their order, each once; `shot` fills in what is of the shot."""
    sentences: dict[str, None] = {}
    faults: dict[str, None] = {}
    for reason in reasons:
        words = reason.strip().rstrip(".。")
        if not words.strip("—"):
            continue  # rejected without a reason
        remedy = _known(words)
        said = remedy.instead.format(**shot) if remedy else ""
        sentences.setdefault(said or f"Avoid: {words}", None)
        faults.setdefault(remedy.fault if remedy else words, None)
    return Remedies(tuple(sentences), tuple(faults))


def _known(reason: str) -> Remedy | None:
    plain = reason.casefold()
    return next((remedy for words, remedy in KNOWN if any(one in plain for one in words)), None)
