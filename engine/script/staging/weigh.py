"""How much hangs on a moment: what close-ups, holds and push-ins are spent on."""

from engine.contracts import Expression
from engine.script.lexicon.events import Turn
from engine.script.plan import Deed, Feeling

STRONG = 0.8  # a feeling nobody overlooks
TURNING = 0.7  # from this weight on a moment is a turn


def weigh_line(text: str, turns: frozenset[Turn], feelings: tuple[Feeling, ...]) -> float:
    """0 … 1 for a piece of a line."""
    stripped = text.rstrip("\"”’'」』 ")
    weight = 0.25
    weight += 0.45 if Turn.REVEAL in turns else 0.0
    weight += 0.35 if Turn.THREAT in turns else 0.0
    weight += 0.15 if stripped.endswith(("!", "！")) else 0.0
    weight += 0.1 if stripped.endswith(("?", "？", "—", "--", "…", "...")) else 0.0
    weight += 0.15 if any(one.intensity >= STRONG for one in feelings) else 0.0
    return round(min(1.0, weight), 2)


def weigh_action(
    turns: frozenset[Turn], feelings: tuple[Feeling, ...], deeds: tuple[Deed, ...]
) -> float:
    """0 … 1 for a sentence of action."""
    if Turn.BLOW in turns:
        return 1.0
    if Turn.REVEAL in turns:
        return 0.75
    strong = [one for one in feelings if one.expression is not Expression.CALM]
    if strong:
        return round(max(one.intensity for one in strong) * 0.75, 2)
    return 0.35 if deeds else 0.25
