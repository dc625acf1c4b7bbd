"""Where a line of lettering may end: by phrase, for scripts that have no spaces."""

import re
from functools import lru_cache

CLOSING = "，。、；：！？!?,.;:”’」』）》】…—"
OPENING = "“‘「『（《【¿¡"
SENTENCE, CLAUSE = "。！？!?…", "，、；：,;:—"
# Particles that end a phrase, and words that begin one.
ENDERS = "的了着过吗呢吧啊地得们后前里上下中"
PARTICLES = "的了着过吗呢吧啊们么"  # worst to begin a line with
STARTERS = "在和与是把被就也都不没从对向要会能想让给跟但却而又再才只这那我你他她它谁一两三"
ORPHAN = 2.4  # what a last line costs that is much shorter than the others
TORN = 6.0  # what it costs to break where no phrase ends
NEVER = 1e6


def is_wide(character: str) -> bool:
    """Whether it is set in a square, as Chinese is."""
    return (
        "\u2e80" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or "\uff00" <= character <= "\uff60"
    )


def columns(text: str) -> float:
    """Width in squares, near enough for choosing breaks."""
    return sum(1.0 if is_wide(c) else 0.52 for c in text)


def price(before: str, after: str) -> float:
    """How much it hurts to end a line between two characters."""
    wide = is_wide(before), is_wide(after)
    costs = (
        (after in CLOSING or before in OPENING, NEVER),
        (before in SENTENCE, 0.0),
        (before in CLAUSE, 0.4),
        (before == " ", 1.0),
        (not any(wide), NEVER),
        (after in OPENING or before in CLOSING, 0.8),
        (not all(wide), 2.0),
        (after in PARTICLES, 1.5 * TORN),
        (before in ENDERS and after not in ENDERS, 1.6),
        (after in STARTERS and before not in STARTERS, 2.4),
    )
    return next((cost for holds, cost in costs if holds), TORN)


@lru_cache(maxsize=128)
def phrased(text: str, most: float) -> str:
    """`text` with line ends where phrases end; no line is wider than `most` squares."""
    return "\n".join(_broken(line.strip(), most) for line in re.split(r"\n+", text))


def _broken(text: str, most: float) -> str:
    """As few lines as there can be, the most even of those, each ended at the best place."""
    if columns(text) <= most or not any(map(is_wide, text)):
        return text
    count = int(columns(text) / most + 0.999)
    ideal = columns(text) / count
    size = len(text)
    cost, back = [0.0] + [float("inf")] * size, [0] * (size + 1)
    for end in range(1, size + 1):
        hurt = price(text[end - 1], text[end]) if end < size else 0.0
        for start in range(end - 1, -1, -1):
            wide = columns(text[start:end].strip())
            if wide > most and end - start > 1:
                break
            uneven = ((wide - ideal) / ideal) ** 2 * 6
            orphan = ORPHAN if end == size and start and wide < 0.72 * ideal else 0.0
            total = cost[start] + uneven + hurt + orphan + 2.0
            if total < cost[end]:
                cost[end], back[end] = total, start
    lines, end = [], size
    while end:
        lines.append(text[back[end] : end].strip())
        end = back[end]
    return "\n".join(reversed(lines))
