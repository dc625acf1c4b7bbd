"""Which ways to be faster go together, and why the others do not. Pure; needs no torch."""

from collections.abc import Callable
from dataclasses import dataclass

from engine.contracts import EngineError, Problem, Severity, Wording, _

FEW_STEPS = 8  # with so few, each step is too unlike the one before to be taken from it
FP8_FROM, INT8_FROM = (8, 9), (8, 0)  # compute capability of cards with such matrix units
SWAPPED = ("ort-cpu", "ort-cuda", "ort-trt")
CUDNN = "_native_cudnn"
HUB = "_hub"  # ending of attention backends whose kernels diffusers downloads


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """How a model is run. The default is torch as it is."""

    steps: int
    guidance: float = 1.0
    distilled: bool = False
    runtime: str = "eager"  # of the denoiser, see RUNTIMES
    attention: str = "native"  # backend of diffusers
    weights: str = ""  # fp8 | int8: of the denoiser's linear layers; "" = as they are
    step_caches: tuple[str, ...] = ()  # first-block | taylorseer
    live_lora: bool = False  # applied at every step instead of fused
    exact: bool = False  # must be what torch makes, within 1e-4 in float32


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """`capability` is (0, 0) for a processor; `half` says whether models are in 16 bit."""

    capability: tuple[int, int] = (0, 0)
    half: bool = False
    cudnn: bool = False  # whether cuDNN's attention runs, asked of the card itself
    offline: bool = True


@dataclass(frozen=True, slots=True)
class Rule:
    code: str
    broken: Callable[[Speed, Card], bool]
    why: Wording


RULES = (
    Rule(
        "two-step-caches",
        lambda way, card: len(way.step_caches) > 1,
        _("Two step caches would each take from the other what it did not compute."),
    ),
    Rule(
        "step-cache-few-steps",
        lambda way, card: bool(way.step_caches) and way.steps <= FEW_STEPS,
        _("With eight steps or fewer there is nothing left for a step cache to leave out."),
    ),
    Rule(
        "step-cache-swapped",
        lambda way, card: bool(way.step_caches) and way.runtime in SWAPPED,
        _("A step cache works inside torch's blocks, and a graph has none."),
    ),
    Rule(
        "step-cache-exact",
        lambda way, card: bool(way.step_caches) and way.exact,
        _("A step cache leaves work out: what it makes is close, not the same."),
    ),
    Rule(
        "live-lora-few-steps",
        lambda way, card: way.live_lora and way.steps <= FEW_STEPS,
        _("A LoRA applied at every step undoes what few steps gain: fuse it."),
    ),
    Rule(
        "live-lora-fixed",
        lambda way, card: way.live_lora and (way.runtime in SWAPPED or bool(way.weights)),
        _("Weights that were written down or made smaller take no LoRA any more: fuse it before."),
    ),
    Rule(
        "sage-exact",
        lambda way, card: "sage" in way.attention and way.exact,
        _("Sage attention rounds to eight bits: what it makes is close, not the same."),
    ),
    Rule(
        "weights-exact",
        lambda way, card: bool(way.weights) and way.exact,
        _("Weights of eight bits make what is close, not the same."),
    ),
    Rule(
        "weights-swapped",
        lambda way, card: bool(way.weights) and way.runtime in SWAPPED,
        _("A graph has the precision that it was written with."),
    ),
    Rule(
        "weights-card",
        lambda way, card: (
            (way.weights == "fp8" and card.capability < FP8_FROM)
            or (way.weights == "int8" and card.capability < INT8_FROM)
        ),
        _("This card has no matrix units for weights of that kind."),
    ),
    Rule(
        "attention-swapped",
        lambda way, card: way.attention != "native" and way.runtime in SWAPPED,
        _("A graph brings its own attention."),
    ),
    Rule(
        "attention-cudnn",
        lambda way, card: way.attention == CUDNN and not (card.cudnn and card.half),
        _("cuDNN attention needs a card of 2020 or later and weights of 16 bits."),
    ),
    Rule(
        "attention-download",
        lambda way, card: way.attention.endswith(HUB) and card.offline,
        _("The kernels of this attention are downloaded when it is first used."),
    ),
    Rule(
        "guidance-distilled",
        lambda way, card: way.distilled and way.guidance > 1,
        _("A distilled model has its guidance in it: to guide it again costs twice the time."),
    ),
)


def refusals(way: Speed, card: Card) -> tuple[Problem, ...]:
    """Why these do not go together; empty where they do."""
    return tuple(
        Problem.of(severity=Severity.ERROR, code=rule.code, message=rule.why)
        for rule in RULES
        if rule.broken(way, card)
    )


def checked(way: Speed, card: Card) -> Speed:
    """The same, if it can be. Raises EngineError with the first reason if it cannot."""
    for rule in RULES:
        if rule.broken(way, card):
            raise EngineError(rule.code, rule.why)
    return way


def planned(steps: int, guidance: float, *, distilled: bool, runtime: str, card: Card) -> Speed:
    """As fast as that model goes on that card by ways that keep its picture.

    Weights of eight bits only where blocks are compiled: rounded one by one, activations cost more
    than the products gain.
    """
    in_torch = card.half and runtime not in SWAPPED
    return Speed(
        steps=steps,
        guidance=guidance,
        distilled=distilled,
        runtime=runtime,
        attention=CUDNN if in_torch and card.cudnn else "native",
        weights="fp8" if in_torch and runtime == "compile" and card.capability >= FP8_FROM else "",
        step_caches=("first-block",)
        if in_torch and card.capability >= INT8_FROM and steps > FEW_STEPS
        else (),
    )
