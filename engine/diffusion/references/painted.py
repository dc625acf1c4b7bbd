"""Reference pictures by a keyframe model, led by a drawing of it and a picked picture."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from PIL import Image

from engine.contracts import Context, ReferencesRequest
from engine.diffusion.families import Conditions, Prompt, Tensors
from engine.diffusion.prompts import dialect_of, uses_negative
from engine.diffusion.prompts.dialects import Dialect
from engine.diffusion.prompts.sentences import DRAWN, NEVER, NO_LETTERS
from engine.diffusion.prompts.setting import is_drawn
from engine.diffusion.references import plan
from engine.diffusion.references.drawn import drawn
from engine.diffusion.registry import Bucket, Mode, ModelEntry, Role
from engine.diffusion.stages import choice
from engine.diffusion.stages.kept import Kept, folder
from engine.diffusion.stages.maker import Maker
from engine.diffusion.stages.pictures import covering, opened
from engine.diffusion.stages.progress import Progress


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
    told: Tensors = field(default_factory=dict)
    latents: Tensors = field(default_factory=dict)


class _Counted(Progress):
    def __init__(self, context: Context, total: int) -> None:
        self._context, self._total, self._done = context, total, 0


def paint(request: ReferencesRequest, context: Context) -> tuple[Painted, ...]:
    """A picture for each view and seed. The same request gives the same pictures.

    Raises EngineError "unknown-model", "model-missing", "bad-reference"; CancelledError when the
    caller asks to stop.
    """
    entry = choice.model(Role.KEYFRAMES, request.model)
    width, height = entry.rules.size(request.width, request.height)
    bucket = Bucket(width=width, height=height, frames=1, fps=1)
    work = list(_work(request, entry, bucket))
    maker = Maker(entry, Kept(folder()), _Counted(context, len(work) * (entry.steps + 1)))
    for one in work:
        one.told = maker.encode(one.prompt, one.led)
    for one in work:
        one.latents = maker.sample(one.told, one.led, maker.run(bucket, one.seed, 0))
    return tuple(
        Painted(
            one.view,
            one.seed,
            entry.name,
            one.prompt.text,
            maker.picture(one.latents, maker.run(bucket, one.seed, 0)),
        )
        for one in work
    )


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
