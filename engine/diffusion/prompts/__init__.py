"""What a diffusion model is told of a shot: composed by rule, shown, and a person's to change.

`compose` is pure: the same shot, cast and wishes give the same words, a sentence a line, so that
two prompts can be compared line by line. Prompts are in English, which all models were trained on;
names stay as they are, and an action written in Chinese is passed on to models that read it: Wan,
Qwen-Image-Edit and Z-Image. The others are told the gestures instead.

A person's own words (`Final.prompt`, `Final.keyframe_prompt`) replace the composed ones; what is
excluded and why earlier takes were rejected is added to them still.
"""

from importlib import import_module

from engine.contracts import Character, EngineError, Final, Reference, Shot, _
from engine.diffusion.prompts import avoid, fit, looks, sentences, setting
from engine.diffusion.prompts.brief import Brief, brief, pictured
from engine.diffusion.prompts.composed import Composed
from engine.diffusion.prompts.dialects import DIALECTS, Dialect
from engine.diffusion.prompts.fit import MUST, Cut, Sentence
from engine.diffusion.registry import ModelEntry, Role

__all__ = ["Composed", "Cut", "compose", "dialect_of", "uses_negative"]


def dialect_of(entry: ModelEntry) -> Dialect:
    """How the model is told. Raises EngineError "no-dialect" for a family without one."""
    family = entry.family.partition(":")[0].rpartition(".")[2]
    if family not in DIALECTS:
        raise EngineError(
            "no-dialect",
            _("Nothing says how the model “{name}” wants to be told.", name=entry.title),
            _("Add its family to the dialects of engine.diffusion.prompts."),
        )
    dialect: Dialect = import_module(DIALECTS[family]).DIALECT
    return dialect


def uses_negative(entry: ModelEntry) -> bool:
    """Whether the model has guidance that a negative prompt can steer."""
    return entry.guidance > 1


def compose(
    shot: Shot,
    cast: tuple[Character, ...],
    entry: ModelEntry,
    final: Final,
    references: tuple[Reference, ...] = (),
    *,
    continues: bool = False,
) -> Composed:
    """The prompt of a shot for a model; `references` in the order in which the model gets them,
    after a frame of the shot that this one goes on from, where it `continues`."""
    dialect = dialect_of(entry)
    first = dialect.pictures + continues
    images = pictured(references, first) if dialect.pictures else {}
    people = {person.id: person for person in cast}
    told = brief(shot, people, final, images, reads_chinese=dialect.reads_chinese)
    own = (final.keyframe_prompt if entry.role is Role.KEYFRAMES else final.prompt).strip()
    composed = [] if own else [*dialect.write(told), *(_continued(dialect) if continues else [])]
    wrong = avoid.remedies(final.avoid, _of_the_shot(told))
    negative = ""
    if uses_negative(entry):
        drawn = setting.is_drawn(final.style)
        negative = ", ".join([sentences.excluded(told, drawn=drawn), *wrong.faults])
    elif not dialect.tags:
        keep = MUST if own else 5
        composed += [Sentence(one, keep, added=True) for one in sentences.clean(told)]
    composed += [Sentence(sentences.sentence(one), MUST, added=True) for one in wrong.sentences]
    return _fitted(own, composed, negative, told, entry, dialect)


def _fitted(
    own: str,
    composed: list[Sentence],
    negative: str,
    told: Brief,
    entry: ModelEntry,
    dialect: Dialect,
) -> Composed:
    """A person's own words are never cut: that they are too many shows in `words` and `limit`."""
    written = [Sentence(line, MUST) for line in own.splitlines() if line.strip()]
    kept, gone = fit.within([*written, *composed], entry.prompt_words)
    text = (",\n" if dialect.tags else "\n").join(one.text for one in kept)
    return Composed(
        text=text,
        added=tuple(one.text for one in kept if one.added),
        negative=negative,
        words=fit.count(text),
        limit=entry.prompt_words,
        cut=(*(() if own else told.cut), *gone),
    )


def _continued(dialect: Dialect) -> list[Sentence]:
    """A frame of the shot that this one goes on from comes before the references."""
    if not dialect.pictures:
        return []
    said = f"Image {dialect.pictures} is the moment before: keep its light, clothes and hair"
    return [Sentence(sentences.sentence(said), 8)]


def _of_the_shot(told: Brief) -> dict[str, str]:
    """What remedies may say of the shot."""
    shown = [person for person in told.people if not person.shoulder] or list(told.people)
    faces = [f"{person.name} with {person.face}" for person in shown if person.face]
    alike = [
        f"{person.name} has exactly the face of image {person.image}"
        if person.image
        else f"{person.name} is {person.who} with {person.known_by}"
        for person in shown
    ]
    return {
        "face": looks.listed(faces) or "as acted",
        "likeness": "; ".join(alike) or "Every face stays the same throughout",
        "framing": told.framing.lower(),
        "clothes": looks.listed([f"{one.name} in {one.wears}" for one in shown]) or "as before",
        "gaze": next((f"{one.name} is {one.gaze}" for one in shown if one.gaze), "Nobody looks "
                     "into the lens"),
        "count": sentences.counted(told),
    }  # fmt: skip
