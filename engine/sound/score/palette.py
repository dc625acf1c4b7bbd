"""Who plays: the same parts have other players by the kind of story."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Palette:
    """The players of a series, by part; `pentatonic` when its theme knows only five notes."""

    players: Mapping[str, str] = field(default_factory=dict)
    pentatonic: bool = False

    def player(self, part: str) -> str:
        return self.players.get(part) or _DRAMA.get(part, part)


# Parts that no player of the same name plays.
_DRAMA = {
    "pluck": "harp", "glass": "celesta", "reed": "clarinet", "drum": "taiko", "tick": "clock",
    "solo": "cello", "lead": "horn",
}  # fmt: skip
_PERIOD = {
    "felt": "guzheng", "pluck": "yangqin", "glass": "bells", "reed": "dizi", "cello": "erhu",
    "solo": "erhu", "lead": "dizi", "tick": "block",
}  # fmt: skip
_ROMANCE = {"pluck": "guitar", "solo": "violin", "lead": "flute", "cello": "violin"}
_DARK = {"glass": "vibraphone", "pluck": "vibraphone", "drum": "skin", "solo": "cello"}
_LIGHT = {"felt": "grand", "pluck": "pizzicato", "reed": "bassoon", "lead": "flute"}

DRAMA = Palette()
# Words of a genre, in any language of the product; the first that fits wins.
_GENRES: tuple[tuple[str, Palette], ...] = (
    (
        "histor palace period costume martial wuxia xianxia rebirth dynasty "
        "古 宫 武 仙 侠 历史 王妃 将军 重生 穿越 histór palacio época",
        Palette(_PERIOD, pentatonic=True),
    ),
    (
        "thriller crime horror mystery suspense revenge science "
        "惊悚 犯罪 恐怖 悬疑 复仇 科幻 suspenso crimen terror venganza misterio",
        Palette(_DARK),
    ),
    ("comedy youth comic 喜剧 青春 搞笑 comedia juvenil", Palette(_LIGHT)),
    ("roman love sweet 爱 恋 甜 amor", Palette(_ROMANCE)),
)


def palette(genre: str) -> Palette:
    """The players for a genre in the studio's own words; those of a drama for any other."""
    told = genre.casefold()
    for words, players in _GENRES:
        if any(word in told for word in words.split()):
            return players
    return DRAMA
