"""SDXL: tags, the weightiest first; its encoder reads 75 tokens, so there is no room for more."""

from engine.diffusion.prompts import setting
from engine.diffusion.prompts.brief import Brief, Person
from engine.diffusion.prompts.dialects import Dialect
from engine.diffusion.prompts.fit import MUST, Sentence


def write(brief: Brief) -> list[Sentence]:
    said = [(brief.framing.replace(", the camera", ""), MUST)]
    if brief.thing:
        said.append((brief.thing, MUST))
    style = brief.style if setting.is_drawn(brief.style) else "cinematic photo"
    said += [
        (style, 7),
        (f"{brief.place.partition(',')[0]}, {brief.hour}", 6),
        (brief.weather.partition(",")[0], 5),
        (brief.light.rpartition(", ")[2], 4),
        (brief.mood, 3),
        (brief.crowd, 3),
        (brief.things, 2),
    ]
    people = [Sentence(_tags(person), 8, _few(person)) for person in brief.people]
    tags = [Sentence(words, keep) for words, keep in said if words]
    return [*tags[:1], *people, *tags[1:]]


def _few(person: Person) -> str:
    return f"{person.noun}, {person.hair}, {person.wears}"


def _tags(person: Person) -> str:
    if person.shoulder:
        return f"{person.hair} from behind in the blurred foreground"
    tags = (f"{person.who} with {person.hair}", person.wears, person.face, person.holds)
    return ", ".join(tag for tag in tags if tag)


DIALECT = Dialect(write=write, tags=True)
