"""What a final take is made with besides the shot: models, pictures that lead it, words."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from engine.contracts.base import Value
from engine.contracts.bible import Wardrobe


class ReferenceKind(StrEnum):
    CHARACTER = "character"
    PLACE = "place"


class Reference(Value, frozen=True, kw_only=True):
    """A picture that says how someone or somewhere looks: drawn, photographed or generated."""

    kind: ReferenceKind
    subject: str  # character id, or the place as written
    file: str  # PNG, JPEG or WebP
    view: str = ""  # front | three_quarter | side | back, or an expression; day | night
    wardrobe: Wardrobe | None = None  # what a character wears in it; None: what their look says
    sha256: str = ""  # of the file, so that another picture under the same name is another take


class Adapter(Value, frozen=True, kw_only=True):
    """A LoRA fused into the model before the first step; `subject` is whose likeness it is."""

    name: str  # of a folder beside the models
    strength: Annotated[float, Meta(ge=-2, le=2)] = 1.0
    subject: str = ""


class Final(Value, frozen=True, kw_only=True):
    """How a shot is made by diffusion. Names are those of the model registry; "" is the default."""

    video: str = ""
    keyframes: str = ""
    prompt: str = ""  # a person's own words for the video model; "" = composed from the shot
    keyframe_prompt: str = ""
    style: str = ""  # of the whole series, as its bible says it: "thriller", "ink-wash animation"
    place: str = ""  # how the place of the shot looks, in the words of the bible
    avoid: tuple[str, ...] = ()  # reasons for which earlier takes were rejected
    references: tuple[Reference, ...] = ()
    adapters: tuple[Adapter, ...] = ()
    # What the shot goes on from, or returns to: a picture file, or "shot:" and the slate of a shot
    # in the same FinalsRequest, whose keyframe then leads this one.
    continues: str = ""
    continues_sha256: str = ""  # of the file
    steps: Annotated[int, Meta(ge=0, le=100)] = 0  # 0 = the model's own
    smaller: bool = False  # whether a card short of memory may make it in fewer pixels
    upscale: str = ""  # name of an upscaler; "" = none but plain scaling
    interpolate: str = ""  # name of an interpolator; "" = frames are held
