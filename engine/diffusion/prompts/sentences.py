"""Sentences that several families share; each family orders them and adds its own."""

from engine.contracts import Angle, EffectKind, Move, Shot, ShotSize
from engine.diffusion.prompts import fit, looks
from engine.diffusion.prompts.brief import Brief, Person
from engine.diffusion.prompts.fit import MUST, Sentence

# Of what is laid over takes in the rehearsal, that which really is in front of the camera.
IN_THE_PICTURE = {
    EffectKind.SPARKS: "Sparks fly through the air",
    EffectKind.EMBERS: "Glowing embers drift through the air",
    EffectKind.FIRE: "Flames burn in the picture",
    EffectKind.PETALS: "Petals drift through the air",
    EffectKind.LIGHTNING: "Lightning flashes once and lights everything for a moment",
}
ABYSS = "abyss"  # as engine.rehearsal.sets calls the view straight down
NO_LETTERS = "subtitles, captions, watermark, logo"
NEVER = "deformed hands, extra fingers, extra limbs, distorted face, blurry, low quality"
DRAWN = "drawing, cartoon, anime, illustration, 3d render"


def sentence(text: str) -> str:
    """With a capital at its head and a stop at its end."""
    text = text.strip().rstrip(",;")
    end = "。" if fit.is_chinese(text[-1:]) else "."
    end = "" if text.endswith((".", "!", "?", "。", "！", "？", '"')) else end
    return f"{text[:1].upper()}{text[1:]}{end}"


def framed(brief: Brief) -> Sentence:
    size = brief.framing.partition(",")[0]
    short = f"{size}, {brief.angle}, vertical 9:16"
    return Sentence(sentence(f"{brief.framing}, vertical 9:16 frame"), MUST, sentence(short))


def subjects(
    brief: Brief, *, full: bool, pictured: str = "is the {noun} of image {image}"
) -> list[Sentence]:
    """Who or what is in the shot; `full` looks where no first frame shows them. Who is in a
    picture is told by `pictured`."""
    if brief.thing:
        return [Sentence(sentence(brief.thing), MUST)]
    return [
        _shoulder(person) if person.shoulder else _introduction(person, brief, pictured, full=full)
        for person in brief.people
    ]


def _introduction(person: Person, brief: Brief, pictured: str, *, full: bool) -> Sentence:
    eyes_only = brief.shot.size is ShotSize.ECU
    dressed = "" if eyes_only else f", wearing {looks.listed([person.wears, person.item])}"
    if person.image:
        of = f"{person.name} {pictured.format(noun=person.noun, image=person.image)}"
        return Sentence(sentence(of + dressed), 8, sentence(f"{of}, {_bare(person.wears)}"))
    known = person.known_by if full else person.hair
    short = f"{person.name}: {person.noun}, {_bare(person.hair)}, {_bare(person.wears)}"
    return Sentence(sentence(f"{person.name} is {person.who} with {known}{dressed}"), 8,
                    sentence(short))  # fmt: skip


def _bare(phrase: str) -> str:
    """Without its article."""
    first, _, rest = phrase.partition(" ")
    return rest if first in {"a", "an"} else phrase


def _shoulder(person: Person) -> Sentence:
    side = person.where or "at the edge of the frame"
    of = f", the {person.noun} of image {person.image}" if person.image else ""
    seen = f"shoulder and back of the head of {person.name}{of}"
    return Sentence(
        sentence(f"In the foreground {side}, out of focus: {seen}, {person.hair}, {person.wears}"),
        7,
        sentence(f"Foreground {side}, blurred: {seen}"),
    )


def stances(brief: Brief) -> list[Sentence]:
    """Where they stand, where they look, with what face: as the shot begins."""
    return [_stance(person) for person in brief.people if not person.shoulder]


def _stance(person: Person) -> Sentence:
    """How the body is turned goes without saying where it is told whom it looks at."""
    face = f"with {person.face}" if person.face else ""
    turned = "" if person.gaze and "past" not in person.gaze else person.turned
    soft = "out of focus" if person.soft else ""
    body = (person.posture, person.where, turned, person.gaze, face, person.holds, soft)
    short = (person.posture, person.where, person.gaze or turned, face)
    full, brief = (", ".join(word for word in words if word) for words in (body, short))
    return Sentence(sentence(f"{person.name} is {full}"), 7, sentence(f"{person.name} is {brief}"))


def action(brief: Brief) -> list[Sentence]:
    return [Sentence(sentence(brief.action), MUST)] if brief.action else []


def camera(shot: Shot, words: dict[Move, str]) -> Sentence:
    """One move; slow where there is the time for it."""
    pace = "slowly " if shot.duration >= 2.5 else ""
    return Sentence(sentence(words[shot.move].format(pace=pace)), MUST)


def place(brief: Brief) -> list[Sentence]:
    seen = f", as in image {brief.place_image}" if brief.place_image else ""
    bare = brief.place.partition(",")[0]
    weather = brief.weather.partition(",")[0]
    short = sentence(", ".join(word for word in (f"{brief.hour}, {bare}{seen}", weather) if word))
    full = sentence(f"{brief.hour}, {brief.place}{seen}{brief.weather and ': '}{brief.weather}")
    # Nothing of what stands around a place is behind a thing, or behind whom one looks down on.
    near = brief.thing or brief.shot.angle is Angle.OVERHEAD or ABYSS in brief.shot.set.props
    told = [Sentence(short, 6) if near else Sentence(full, 6, short)]
    if brief.crowd and not brief.thing:
        told.append(Sentence(sentence(f"Behind them, out of focus: {brief.crowd}"), 5))
    if brief.things and not brief.thing and brief.shot.size is not ShotSize.ECU:
        told.append(Sentence(sentence(f"Also in the picture: {brief.things}"), 6))
    return told


def light(brief: Brief) -> Sentence:
    short = f"{brief.light.rpartition(', ')[2]}, {brief.mood.partition(',')[0]}"
    if brief.thing:
        return Sentence(sentence(short), 5)  # the rest is about faces
    return Sentence(sentence(f"Light: {brief.light}; {brief.mood}"), 5, sentence(short))


def style(brief: Brief) -> Sentence:
    short = brief.style.partition(",")[0]
    return Sentence(sentence(f"Style: {brief.style}"), 6, sentence(short))


def effects(brief: Brief) -> list[Sentence]:
    kinds = dict.fromkeys(one.kind for one in brief.shot.effects if one.kind in IN_THE_PICTURE)
    return [Sentence(sentence(IN_THE_PICTURE[kind]), 5) for kind in kinds]


def memory(brief: Brief) -> list[Sentence]:
    recalled = any(one.kind is EffectKind.FLASHBACK for one in brief.shot.effects)
    return [Sentence("This is a memory: soft light, faded colours.", 6)] if recalled else []


def clean(brief: Brief) -> list[str]:
    """Exclusions said positively, for models whose guidance uses no negative prompt."""
    words = [] if brief.lettered else ["free of captions and watermarks"]
    if brief.people and not brief.crowd:
        words.insert(0, counted(brief))
    return [sentence(", ".join(words))] if words else []


def counted(brief: Brief) -> str:
    """ "Exactly two people in the frame": models like to add some."""
    number = len(brief.people)
    word = {1: "one person", 2: "two people", 3: "three people"}.get(number, f"{number} people")
    return f"Exactly {word} in the frame"


def excluded(brief: Brief, *, drawn: bool) -> str:
    """A negative prompt."""
    words = [NEVER, *([] if brief.lettered else [NO_LETTERS]), *([] if drawn else [DRAWN])]
    return ", ".join([*words, "extra people"] if not brief.crowd else words)
