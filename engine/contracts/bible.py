"""The series bible: who they are, how they look and sound, where it plays."""

from typing import Annotated

from msgspec import Meta

from engine.contracts.base import Color, Language, Seed, Value
from engine.contracts.vocabulary import SetKind

Share = Annotated[float, Meta(ge=0, le=1)]
Ratio = Annotated[float, Meta(ge=0.1, le=10)]


class Wardrobe(Value, frozen=True, kw_only=True):
    """What someone wears; engine.rehearsal.figure lists the kinds, unknown ones are a shirt."""

    kind: str = "shirt"
    color: Color = "#3d5a80"
    second: Color = "#293241"
    accent: Color = "#ee6c4d"


class Look(Value, frozen=True, kw_only=True):
    """A person as data; the same look draws the same person in every shot, size and angle."""

    presentation: Annotated[str, Meta(pattern="^(woman|man|androgynous)$")] = (
        "woman"  # woman | man | androgynous
    )
    age: Annotated[int, Meta(ge=0, le=150)] = 28  # years
    build: str = "average"  # slim | average | broad | heavy
    height: Annotated[float, Meta(ge=0.3, le=2)] = 1.0  # of the average at that age
    skin: Color = "#f0c8a8"
    face: str = "oval"  # oval | round | square | heart | long
    jaw: Share = 0.5  # 0 soft … 1 strong
    eyes: str = "almond"  # almond | round | hooded | monolid | narrow
    eye_color: Color = "#3b2b20"
    brows: Share = 0.5  # 0 thin … 1 heavy
    nose: Share = 0.5  # 0 small … 1 strong
    lips: Share = 0.5  # 0 thin … 1 full
    nose_width: Share = 0.4  # of the wings: 0 narrow … 1 broad
    nose_bridge: Share = 0.5  # 0 low … 1 high
    cheekbones: Share = 0.4  # 0 flat … 1 high and wide
    eyebags: Share = 0.0  # shadows under the eyes: nights without sleep
    freckles: bool = False
    makeup: str = "light"  # none | light | bold | dark; on a woman's or androgynous face
    hair: str = "long"  # styles are listed in engine.rehearsal.figure
    hair_color: Color = "#1d1a20"
    facial_hair: str = "none"  # none | stubble | moustache | beard
    glasses: bool = False
    signature: str = "none"  # one item that names the person: earrings, scarf, scar, hairpin …
    wardrobe: Wardrobe = Wardrobe()


class VoiceSpec(Value, frozen=True, kw_only=True):
    """A voice as data. `backend` names an entry of engine.voice.BACKENDS."""

    backend: str = "espeak"
    language: Language = "en"
    variant: str = "f2"  # timbre of the synthesiser
    pitch: Ratio = 1.0  # ratio to the variant's own
    rate: Ratio = 1.0
    formant: Ratio = 1.0  # vocal tract: below 1 larger, above 1 smaller
    roughness: Share = 0.0  # 0 … 1


class Character(Value, frozen=True, kw_only=True):
    id: str  # slug, stable by name
    name: str
    aliases: tuple[str, ...] = ()
    look: Look = Look()
    voice: VoiceSpec = VoiceSpec()
    persona: str = ""


class Place(Value, frozen=True, kw_only=True):
    id: str
    name: str
    set: SetKind
    aliases: tuple[str, ...] = ()
    description: str = ""


class EpisodePlan(Value, frozen=True, kw_only=True):
    number: int
    title: str
    summary: str = ""


class Bible(Value, frozen=True, kw_only=True):
    """The series bible, as read from `series.toml`; all of it may be left out."""

    title: str = ""
    logline: str = ""
    language: Language = ""
    style: str = "drama"
    seed: Seed = 1
    characters: Annotated[tuple[Character, ...], Meta(max_length=300)] = ()
    places: tuple[Place, ...] = ()
    episodes: tuple[EpisodePlan, ...] = ()


class BibleRequest(Value, frozen=True, kw_only=True):
    """Read the text of a `series.toml`."""

    text: str


class CastRequest(Value, frozen=True, kw_only=True):
    """Make a person from words in English, Chinese or Spanish: "a tired night nurse, 30"."""

    description: str
    name: str = ""  # who it is; where there is one, the look is what a script would give them
    language: Language = ""  # "" = as the words are written
    seed: Seed = 0  # another number, another such person


class Understood(Value, frozen=True, kw_only=True):
    """Words of a description, and which keys of look or voice they set to what."""

    words: str
    sets: dict[str, str]


class Casting(Value, frozen=True, kw_only=True):
    character: Character
    understood: tuple[Understood, ...]
    unknown: tuple[str, ...]  # words that nothing was made of, as they stand


class SheetRequest(Value, frozen=True, kw_only=True):
    """Draw the reference sheet of a character to the PNG file `out`."""

    character: Character
    out: str


class Sheet(Value, frozen=True, kw_only=True):
    file: str  # path of the PNG
    width: int  # pixels
    height: int


class PortraitsRequest(Value, frozen=True, kw_only=True):
    """Draw a portrait of each of the cast into the folder `out`."""

    cast: tuple[Character, ...]
    out: str


class Portraits(Value, frozen=True, kw_only=True):
    files: dict[str, str]  # character id → path of a square JPEG
