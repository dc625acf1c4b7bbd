"""Reference pictures by a keyframe model, led by a drawing of it and a picked picture."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image

from engine.contracts import Context, Final, ReferencesRequest
from engine.diffusion.families import Conditions, Prompt
from engine.diffusion.pictures import covering, opened
from engine.diffusion.prompts import dialect_of, uses_negative
from engine.diffusion.prompts.dialects import Dialect
from engine.diffusion.prompts.sentences import DRAWN, NEVER, NO_LETTERS
from engine.diffusion.prompts.setting import is_drawn
from engine.diffusion.references import plan
from engine.diffusion.references.drawn import drawn
from engine.diffusion.registry import Bucket, Mode, ModelEntry, Role
from engine.diffusion.registry.folder import models_folder
from engine.diffusion.stages import choice
from engine.diffusion.stages.kept import Kept, folder
from engine.diffusion.stages.maker import Held, Maker
from engine.diffusion.stages.memory import Learned
from engine.diffusion.stages.outfit import outfit_of
from engine.diffusion.stages.pace import learn_from, progress_of
from engine.diffusion.stages.plan import pixels_of
from engine.diffusion.stages.progress import Stage, Unit, loads
from engine.diffusion.stages.residency import HOT


@dataclass(frozen=True, slots=True)
class Painted:
    view: str
    seed: int
    model: str
    prompt: str
    picture: Image.Image


@dataclass
class _Work:
    view: str
    seed: int
    prompt: Prompt
    led: Conditions
    told: Held = dict
    latents: Held = dict


def paint(request: ReferencesRequest, context: Context) -> tuple[Painted, ...]:
    """A picture for each view and seed. The same request gives the same pictures.

    Raises EngineError "unknown-model", "model-missing", "bad-reference"; CancelledError when the
    caller asks to stop.
    """
    entry = choice.model(Role.KEYFRAMES, request.model)
    width, height = entry.rules.size(request.width, request.height)
    bucket = Bucket(width=width, height=height, frames=1, fps=1)
    work = list(_work(request, entry, bucket))
    learned = Learned(models_folder())
    progress = progress_of(context, _units(entry, bucket, len(work)), learned)
    outfit = outfit_of(entry, Final())
    maker = Maker(entry, Kept(folder()), progress, learned, HOT, outfit=outfit, buckets=(bucket,))
    try:
        for one in work:
            one.told = maker.encode(one.prompt, one.led)
        for one in work:
            one.latents = maker.sample(one.told(), one.led, maker.run(bucket, one.seed, 0))
        painted = tuple(_painted(maker, one, bucket) for one in work)
        progress.end_all("")
    finally:
        learn_from(progress, learned)
    return painted


def _units(entry: ModelEntry, bucket: Bucket, pictures: int) -> Counter[Unit]:
    pixels = pixels_of(bucket)
    return loads(entry.name) + Counter(
        {
            Unit(entry.name, Stage.ENCODE, 0): pictures,
            Unit(entry.name, Stage.SAMPLE, pixels): pictures * entry.steps,
            Unit(entry.name, Stage.DECODE, pixels): pictures,
        }
    )


def _painted(maker: Maker, one: _Work, bucket: Bucket) -> Painted:
    picture = maker.picture(one.latents(), maker.run(bucket, one.seed, 0))
    return Painted(one.view, one.seed, maker.entry.name, one.prompt.text, picture)


def _work(request: ReferencesRequest, entry: ModelEntry, bucket: Bucket) -> Iterator[_Work]:
    dialect = dialect_of(entry)
    reads = Mode.REFERENCES in entry.modes and entry.references > 1
    identity = opened(request.identity.file) if request.identity and reads else None
    for view in plan.views(request):
        led = Conditions(
            first=covering(drawn(request, view), bucket),
            references=(identity,) if identity else (),
        )
        prompt = _prompt(request, view, entry, dialect, follows=identity is not None)
        for seed in request.seeds:
            yield _Work(view, seed, prompt, led)


def _prompt(
    request: ReferencesRequest, view: str, entry: ModelEntry, dialect: Dialect, *, follows: bool
) -> Prompt:
    never = ", ".join([NEVER, NO_LETTERS, *([] if is_drawn(request.style) else [DRAWN])])
    return Prompt(
        text=plan.words(request, view, dialect, follows=follows),
        negative=never if uses_negative(entry) else "",
    )
