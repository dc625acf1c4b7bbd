"""What was done to a denoiser and cannot be taken back: a graph in its place, eight-bit weights.

Both are right for the settings that they were chosen for; for others it is loaded anew.
"""

from torch import nn

from engine.diffusion.registry import ModelEntry
from engine.diffusion.runtimes.call import FORWARD
from engine.diffusion.runtimes.chosen import Settings, known, measured, speed_for
from engine.diffusion.runtimes.lowered import weights_of
from engine.diffusion.runtimes.swapped import OrtModule, stand_in
from engine.diffusion.runtimes.tuning import Tuned, best


def is_fit(module: nn.Module, entry: ModelEntry, component: str, settings: Settings | None) -> bool:
    """Whether the denoiser does for these settings as it is; None are those of torch alone."""
    graph, kind = stand_in(module), weights_of(module)
    if graph is None and not kind:
        return True
    if settings is None:
        return False
    found = measured(known(settings.models), entry, component, FORWARD, settings)
    if graph is not None:
        return settings.speed is None and serves(graph, found)
    return speed_for(module, found, settings).weights == kind


def serves(graph: OrtModule, found: tuple[Tuned, ...]) -> bool:
    """Whether the graph that stands in for a denoiser is what would be chosen for that now."""
    if next(iter(best(found)), "") != graph.way:
        return False
    return {one.tried[graph.way].folder for one in found} <= graph.folders
