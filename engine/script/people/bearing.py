"""What is on someone's face where nothing says otherwise: what they are said to be."""

from engine.contracts import Character, Expression, Mood
from engine.script.lexicon.feelings import NATURE
from engine.script.plan import Bearing

# What a scene leaves on those of whom nothing is known: alert rather than grim.
UNDERTONE: dict[Mood, tuple[Expression, float]] = {
    Mood.CALM: (Expression.CALM, 0.4),
    Mood.TENDER: (Expression.TENDER, 0.35),
    Mood.SAD: (Expression.SAD, 0.3),
    Mood.TENSION: (Expression.RESOLVE, 0.25),
    Mood.MENACE: (Expression.RESOLVE, 0.3),
    Mood.MYSTERY: (Expression.CALM, 0.4),
    Mood.TRIUMPH: (Expression.RESOLVE, 0.3),
    Mood.COMIC: (Expression.CALM, 0.4),
    Mood.SHOCK: (Expression.RESOLVE, 0.25),
}
BORNE = 0.4  # how strongly a nature shows in a face at rest


def bearings(people: tuple[Character, ...], mood: Mood, language: str) -> Bearing:
    """Everyone's face at rest in a scene of this mood, by character id."""
    return {person.id: _bearing(person, mood, language) for person in people}


def _bearing(person: Character, mood: Mood, language: str) -> tuple[Expression, float]:
    nature = NATURE.first(person.persona, language)
    return (nature, BORNE) if nature else UNDERTONE[mood]
