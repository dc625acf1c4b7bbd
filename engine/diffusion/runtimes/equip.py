"""A pipeline made as fast as was found out for this machine, and by ways that go together."""

from dataclasses import dataclass, replace
from typing import Any

from diffusers import FirstBlockCacheConfig, TaylorSeerCacheConfig
from torch import nn

from engine.contracts import Problem, Severity, _
from engine.diffusion.registry import ModelEntry
from engine.diffusion.runtimes.cachekey import fingerprint
from engine.diffusion.runtimes.call import DECODE, ENCODE, FORWARD, plain
from engine.diffusion.runtimes.chosen import Settings, card_of, known, measured, speed_for
from engine.diffusion.runtimes.lowered import lower, weights_of
from engine.diffusion.runtimes.measure import reason
from engine.diffusion.runtimes.runtime import runtime
from engine.diffusion.runtimes.stacking import SWAPPED, Speed, checked
from engine.diffusion.runtimes.swapped import OrtModule, let_go, stand_in
from engine.diffusion.runtimes.tuning import GRAPHS, Tuned, best, read

MARK = "_equipped"
NOT_TUNED = "not-tuned"
STEP_CACHES = {
    "first-block": lambda: FirstBlockCacheConfig(threshold=0.05),
    "taylorseer": lambda: TaylorSeerCacheConfig(cache_interval=4),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Equipped:
    """What was done to which method, and what could not be."""

    ways: dict[str, str]  # "transformer.forward" → "compile, _native_cudnn, fp8"
    notes: tuple[Problem, ...] = ()


def equip(pipe: Any, entry: ModelEntry, settings: Settings) -> Equipped:
    """Changes components of `pipe` in place, or puts others in their places; again with the same
    settings does nothing. A denoiser for which a graph stands in has no weights afterwards, see
    `is_fit`. Raises EngineError where `settings.speed` asks for what does not stack.
    """
    settings_before, equipped = pipe.__dict__.get(MARK, (None, None))
    if equipped is not None and settings_before == settings:
        done: Equipped = equipped
        return done
    tuning = known(settings.models)
    notes = [] if tuning.machine else [_untuned(settings)]
    ways: dict[str, str] = {}
    for component, method in methods_of(pipe, entry):
        found = measured(tuning, entry, component, method, settings)
        if method == FORWARD:
            way = _denoiser(pipe, component, found, settings, notes)
        else:
            plain_method(getattr(pipe, component), method)
            way = _swap(pipe, component, method, found, settings, notes)
        ways[f"{component}.{method}"] = way
    equipped = Equipped(ways=ways, notes=tuple(notes))
    pipe.__dict__[MARK] = settings, equipped
    return equipped


def bare(module: Any) -> None:
    """Takes back the runtime and the step cache that `equip` gave a component; for the rest see
    `is_fit`.
    """
    plain(module)
    if getattr(module, "is_cache_enabled", False):
        module.disable_cache()


def unequipped(pipe: Any, entry: ModelEntry) -> Equipped:
    """How the methods of a pipeline's components run where nothing was done to them."""
    methods = methods_of(pipe, entry)
    kinds = {component: weights_of(getattr(pipe, component)) for component, _method in methods}
    return Equipped(
        ways={
            f"{component}.{method}": ", ".join(filter(None, ("eager", kinds[component])))
            for component, method in methods
        }
    )


def methods_of(pipe: Any, entry: ModelEntry) -> list[tuple[str, str]]:
    """Those that runtimes are for, as (component, method), of what the pipeline has loaded."""
    found = [(name, FORWARD) for name in denoisers(pipe, entry)]
    if isinstance(getattr(pipe, "vae", None), nn.Module):
        found += [("vae", ENCODE), ("vae", DECODE)]
    return found


def denoisers(pipe: Any, entry: ModelEntry) -> list[str]:
    """Those that take nearly all of the time: connectors and the like have no repeated blocks."""
    held = {name: getattr(pipe, name, None) for name in entry.denoisers}
    return [
        name
        for name, module in held.items()
        if isinstance(module, OrtModule) or getattr(module, "_repeated_blocks", None)
    ]


def _untuned(settings: Settings) -> Problem:
    return Problem.of(
        severity=Severity.NOTE,
        code=NOT_TUNED,
        message=_("What was measured is of another card or other libraries and is not used.")
        if read(settings.models).tuned
        else _("Nothing was measured on this machine: models run in torch as they are."),
        advice=_("Run python -m engine tune once."),
    )


def _denoiser(
    pipe: Any,
    component: str,
    found: tuple[Tuned, ...],
    settings: Settings,
    notes: list[Problem],
) -> str:
    module: Any = getattr(pipe, component)
    graph = module if isinstance(module, OrtModule) else stand_in(module)
    if graph is not None:
        setattr(pipe, component, graph)
        return graph.way
    bare(module)
    speed = speed_for(module, found, settings)
    checked(speed, card_of(module))
    try:
        apply(module, speed)
    except (AttributeError, KeyError, ValueError) as error:  # blocks that the cache knows not
        if not speed.step_caches:
            raise
        notes.append(_without_cache(component, reason(error)))
        speed = replace(speed, step_caches=())
    if speed.runtime in SWAPPED and settings.speed is None:
        return _swap(pipe, component, FORWARD, found, settings, notes)
    runtime(speed.runtime, module).swapped(module, FORWARD, ())
    return ", ".join(
        filter(None, (speed.runtime, speed.attention, weights_of(module), *speed.step_caches))
    )


def apply(module: Any, speed: Speed) -> None:
    """All of `speed` but the runtime."""
    if speed.weights:
        lower(module, speed.weights)
    if speed.attention != "native":
        module.set_attention_backend(speed.attention)
    for name in speed.step_caches:
        module.enable_cache(STEP_CACHES[name]())


def _swap(
    pipe: Any,
    component: str,
    method: str,
    found: tuple[Tuned, ...],
    settings: Settings,
    notes: list[Problem],
) -> str:
    """The fastest runtime that was found right and can be had, else torch; which it is."""
    module: nn.Module = getattr(pipe, component)
    full_name = f"{component}.{method}"
    for name in best(found):
        try:
            if name in SWAPPED and method == FORWARD and _of_other_outfit(found, settings):
                notes.append(_other_outfit(full_name, name))
                continue
            if name in SWAPPED and any(one.weights != fingerprint(module) for one in found):
                raise ValueError("measured with other weights")
            folders = [settings.models / GRAPHS / one.tried[name].folder for one in found]
            made = runtime(name, module).swapped(module, method, folders)
        except Exception as error:  # noqa: BLE001  runtimes fail in ways of their own
            notes.append(_fell_back(full_name, name, reason(error)))
            continue
        if isinstance(made, OrtModule):
            made.way, made.folders = name, frozenset(folder.name for folder in folders)
            let_go(module, made)
        setattr(pipe, component, made)
        return name
    return "eager"


def _of_other_outfit(found: tuple[Tuned, ...], settings: Settings) -> bool:
    return any(one.outfit != settings.outfit for one in found)


def _fell_back(method: str, name: str, why: str) -> Problem:
    return Problem.of(
        severity=Severity.NOTE,
        code="runtime-fell-back",
        message=_("{part} does not run on {runtime}: {why}", part=method, runtime=name, why=why),
        advice=_("Run python -m engine tune again."),
    )


def _other_outfit(method: str, name: str) -> Problem:
    return Problem.of(
        severity=Severity.NOTE,
        code="outfit-not-tuned",
        message=_(
            "{part} was measured on {runtime} with other LoRAs than here: it runs in torch.",
            part=method,
            runtime=name,
        ),
        advice=_("Run python -m engine tune again, with --lora for each LoRA of the shot."),
    )


def _without_cache(component: str, why: str) -> Problem:
    return Problem.of(
        severity=Severity.NOTE,
        code="step-cache-unavailable",
        message=_("The step cache does not fit {part}: {why}", part=component, why=why),
    )


def plain_method(module: nn.Module, method: str) -> None:
    module.__dict__.pop(method, None)
