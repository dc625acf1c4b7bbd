"""Which upscalers and interpolators lie beside the models, and why one of them cannot be used."""

from importlib.util import find_spec
from pathlib import Path

from engine.contracts import EngineError, PolisherState, Problem, Wording, _
from engine.contracts.base import NOTHING
from engine.diffusion.cards import Card, no_graph, read_card, read_cards
from engine.diffusion.onnx_files import is_graph
from engine.diffusion.polish import INTERPOLATORS, UPSCALERS, names
from engine.diffusion.polish.interpolation import CARD as INTERPOLATOR
from engine.diffusion.polish.interpolation import InterpolatorCard
from engine.diffusion.polish.upscaling import CARD as UPSCALER
from engine.diffusion.polish.upscaling import UpscalerCard

CARDS: dict[str, tuple[str, type[Card]]] = {
    UPSCALERS: (UPSCALER, UpscalerCard),
    INTERPOLATORS: (INTERPOLATOR, InterpolatorCard),
}


def polishers(models: Path, kind: str) -> tuple[PolisherState, ...]:
    """Those in <models>/<kind>, by name; of their graphs only the outline is read."""
    return tuple(_state(models / kind / name, kind) for name in names(models, kind))


def bad_upscalers(models: Path) -> tuple[Problem, ...]:
    """What is wrong with upscalers, for whoever looks after the machine."""
    return read_cards(models / UPSCALERS, UPSCALER, UpscalerCard)[1]


def bad_interpolators(models: Path) -> tuple[Problem, ...]:
    """The same of interpolators."""
    return read_cards(models / INTERPOLATORS, INTERPOLATOR, InterpolatorCard)[1]


def _state(folder: Path, kind: str) -> PolisherState:
    file, form = CARDS[kind]
    try:
        card = read_card(folder / file, form)
    except EngineError as error:
        return PolisherState(name=folder.name, title=folder.name, why=error.wording[0])
    return PolisherState(name=folder.name, title=card.title, why=_why_not(folder, card))


def _why_not(folder: Path, card: Card) -> Wording:
    if not (folder / card.file).is_file():
        return _("There is no “{name}” in “{folder}”.", name=card.file, folder=folder.name)
    if not is_graph(folder / card.file):
        return no_graph(folder / card.file).wording[0]
    if find_spec("onnxruntime") is None:
        return _("onnxruntime is not installed.")
    return NOTHING
