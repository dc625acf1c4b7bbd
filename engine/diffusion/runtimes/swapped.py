"""What stands in a pipeline where a component of torch stood, and runs a graph."""

import inspect
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import torch
from diffusers.models.autoencoders.vae import DecoderOutput, DiagonalGaussianDistribution
from diffusers.models.modeling_outputs import AutoencoderKLOutput
from torch import Tensor, nn

from engine.contracts import EngineError, _
from engine.diffusion.faults import NOT_BUILT
from engine.diffusion.runtimes.call import DECODE, bound
from engine.diffusion.runtimes.graphs import Graph
from engine.diffusion.runtimes.session import Session

STAND_IN = "_stand_in"


class Runner:
    """Graphs of one method, for one shape or several."""

    def __init__(self, graph: Graph, sessions: Sequence[Session]) -> None:
        self._graph, self._sessions = graph, tuple(sessions)
        self.shown = graph.shown

    def fits(self, arguments: dict[str, Any]) -> bool:
        inputs = self._graph.inputs(arguments)
        return any(session.sides(inputs) is not None for session in self._sessions)

    def __call__(self, arguments: dict[str, Any]) -> tuple[Any, ...]:
        """Raises EngineError "shape-not-built" where no graph was built for these shapes."""
        inputs = self._graph.inputs(arguments)
        for session in self._sessions:
            sides = session.sides(inputs)
            if sides is not None:
                return self._graph.given_back(session.run(inputs, sides))
        shapes = {name: tuple(held.shape) for name, held in inputs.items()}
        raise EngineError(
            NOT_BUILT,
            _("No graph was built for inputs of {shapes}.", shapes=str(shapes)),
            _("Run python -m engine tune for this size and length."),
        )


class OrtModule(nn.Module):
    """A denoiser as pipelines see it. What of the original holds no weights is kept: pipelines ask
    it for its config and its positions.
    """

    way = ""  # the runtime, and the folders of its graphs, for whom it stands in
    folders: frozenset[str] = frozenset()

    def __init__(self, original: nn.Module, runner: Runner) -> None:
        super().__init__()
        self.config = original.config
        self._runner = (runner,)
        self._takes = inspect.signature(original.forward)  # the method would keep the weights
        held = next(original.parameters())
        self.register_buffer("_place", torch.empty(0, dtype=held.dtype, device=held.device))
        for name, child in original.named_children():
            if next(child.parameters(), None) is None:
                self.add_module(name, child)
        # Not as children: they are of the original, and let their weights go with it.
        self.__dict__.update({name: getattr(original, name) for name in runner.shown})
        self.__dict__["forward"] = _signed(self.forward, self._takes)

    @property
    def dtype(self) -> torch.dtype:
        place: Tensor = self.get_buffer("_place")
        return place.dtype

    @property
    def device(self) -> torch.device:
        place: Tensor = self.get_buffer("_place")
        return place.device

    @contextmanager
    def cache_context(self, _name: str, **_step: int) -> Iterator[None]:
        """Pipelines tell their step caches so which run this is; a graph has none."""
        yield

    def __getattr__(self, name: str) -> Any:
        """Some of what the config says is asked of the module itself."""
        try:
            return super().__getattr__(name)
        except AttributeError:
            config = self.__dict__.get("config", {})
            if name not in config:
                raise
            return config[name]

    def forward(self, *given: Any, **named: Any) -> tuple[Any, ...]:
        (runner,) = self._runner
        return runner(bound(self._takes, given, named))


def _signed(call: Callable[..., Any], takes: inspect.Signature) -> Callable[..., Any]:
    """The same, with the arguments of the original to be read off it: some pipelines give only
    those that they find there.
    """

    def signed(*given: Any, **named: Any) -> Any:
        return call(*given, **named)

    signed.__dict__["__signature__"] = takes
    return signed


def stand_in(module: nn.Module) -> OrtModule | None:
    """What works for a denoiser that has let its weights go."""
    found: OrtModule | None = module.__dict__.get(STAND_IN)
    return found


def let_go(module: nn.Module, graph: OrtModule) -> None:
    """Frees the weights of a denoiser: the graph has its own. All else of it stays, so that it can
    take its place in a pipeline anew; to work again without the graph it has to be loaded anew.
    """
    for one in module.parameters():
        one.data = one.data.new_empty(0)
    module.__dict__[STAND_IN] = graph
    if torch.cuda.is_available():
        torch.cuda.empty_cache()  # graphs do not take what torch keeps for itself


def vae_method(vae: Any, method: str, runner: Runner) -> Any:
    """The VAE's `method`, run as a graph where one fits, by torch where none does: a VAE is small
    beside a denoiser and keeps its weights, so that tiles of any size can be decoded.
    """
    original = getattr(vae, method)
    takes = inspect.signature(original)

    def run(*given: Any, return_dict: bool = True, **named: Any) -> Any:
        arguments = bound(takes, given, named)
        if not runner.fits(arguments):
            return original(*given, return_dict=return_dict, **named)
        (made,) = runner(arguments)
        result = _decoded(made) if method == DECODE else _encoded(made)
        return result if return_dict else (result[0],)

    return run


def _decoded(picture: Tensor) -> Any:
    return DecoderOutput(sample=picture)


def _encoded(moments: Tensor) -> Any:

    return AutoencoderKLOutput(latent_dist=DiagonalGaussianDistribution(moments))
