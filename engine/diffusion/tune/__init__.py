"""`python -m engine tune`: the fastest runtime of each method of each model, on this machine.

The models are loaded as for a final take and run once, so that what is measured is what they are
called with; then each method runs on each runtime, and the fastest that is right is kept.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from PIL import Image

from engine.contracts import Adapter, Final
from engine.diffusion.disk import folder_of
from engine.diffusion.families import Conditions, Family, Prompt, Run
from engine.diffusion.registry import Bucket, Mode, ModelEntry
from engine.diffusion.runtimes import tuning
from engine.diffusion.runtimes.cachekey import machine
from engine.diffusion.runtimes.call import DECODE, FORWARD, Call, recorded
from engine.diffusion.runtimes.equip import methods_of
from engine.diffusion.runtimes.measure import tune_call
from engine.diffusion.runtimes.tuning import GRAPHS, Tuned, Tuning, shape_of
from engine.diffusion.stages.choice import in_few_steps
from engine.diffusion.stages.on_card import explained
from engine.diffusion.stages.outfit import PLAIN, Outfit, outfit_of
from engine.diffusion.stages.pipelines import Wanted, pipeline
from engine.diffusion.stages.progress import Stage
from engine.diffusion.stages.residency import Residency
from engine.dotted import load

FEW = 4  # steps of the run that is recorded: enough for a second denoiser to have its turn
Say = Callable[[Tuned], None]
Arguments = dict[str, Any]


def tune(
    entry: ModelEntry, models: Path, bucket: Bucket, adapters: Sequence[Adapter], say: Say
) -> None:
    """Measures all methods of a model of the folder `models`, as shots with those LoRAs have it,
    and keeps it there; `say` is called after each. Raises EngineError where the model cannot be
    loaded or run, "unknown-lora".
    """
    entry = in_few_steps(entry)
    outfit = outfit_of(entry, Final(adapters=tuple(adapters)))
    found_calls = iter(calls(entry, models, bucket, outfit))
    while True:
        with explained(entry):
            call = next(found_calls, None)
        if call is None:
            return
        found = tuning.read(models)
        known = found if found.machine == machine() else Tuning(machine=machine())
        shape = shape_of(bucket)
        worn = outfit if call.method == FORWARD else PLAIN
        before = known.of(entry.name, call.name, shape, worn.name)
        begun = before or Tuned(
            model=entry.name, method=call.name, shape=shape, outfit=worn.name, wears=worn.title
        )

        def keep(one: Tuned, known: Tuning = known) -> None:
            tuning.write(models, known.with_tuned(one))

        say(tune_call(begun, call, keep))
        tuning.sweep(models, found)


def calls(entry: ModelEntry, models: Path, bucket: Bucket, outfit: Outfit) -> Iterator[Call]:
    """Each method of the model with the arguments it is called with for that bucket."""
    family: Family = load(entry.family)(entry)
    held, folder = Residency(), folder_of(entry)
    led = conditions(entry, bucket)
    run = Run(bucket=bucket, seed=0, steps=min(entry.steps, FEW), guidance=entry.guidance)
    words = Prompt(text="She turns to the window.", negative="blurred" * (entry.guidance > 1))
    told = family.encode(pipeline(held, Wanted(entry, folder, Stage.ENCODE)), words, led)
    pipe = pipeline(held, Wanted(entry, folder, Stage.SAMPLE, outfit=outfit))
    wanted = [each for each in methods_of(pipe, entry) if each[1] != DECODE]
    with recorded(pipe, wanted) as recording:
        latents = family.sample(pipe, told, led, run, lambda _step, _latents: None)
    for name, method in wanted:
        if (name, method) in recording.arguments:
            yield _call(pipe, name, method, recording.arguments[name, method], models)
    pipe = pipeline(held, Wanted(entry, folder, Stage.DECODE))
    with recorded(pipe, [("vae", DECODE)]) as recording:
        family.decode(pipe, latents, run)
    yield _call(pipe, "vae", DECODE, recording.arguments["vae", DECODE], models)


def _call(pipe: Any, name: str, method: str, arguments: Arguments, models: Path) -> Call:
    return Call(
        component=name,
        method=method,
        module=getattr(pipe, name),
        arguments=arguments,
        folder=models / GRAPHS,
    )


def conditions(entry: ModelEntry, bucket: Bucket) -> Conditions:
    """Pictures for all that the model can be led by: what they show does not matter here."""
    picture = Image.linear_gradient("L").resize((bucket.width, bucket.height)).convert("RGB")
    both = Mode.FIRST_LAST in entry.modes
    return Conditions(
        first=picture if both or Mode.FIRST in entry.modes else None,
        last=picture if both else None,
        references=(picture,) if Mode.REFERENCES in entry.modes else (),
    )


def bucket_of(entry: ModelEntry, width: int, height: int, seconds: float) -> Bucket:
    """The model's bucket for a shot of that size and length, as stages plan it."""
    across, down = entry.rules.size(width, height)
    frames = min(entry.rules.frames(seconds), entry.rules.max_frames)
    return Bucket(width=across, height=down, frames=frames, fps=entry.rules.fps)
