"""What a pipeline calls its components with, caught in the act."""

import inspect
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import Any

from torch import Tensor, nn

# What is run of a component of each kind.
FORWARD, DECODE, ENCODE = "forward", "decode", "encode"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One method of one component, with arguments as a pipeline gives them.

    `folder` is where files of a runtime are kept between runs; they are kept by what they were
    built from, so that one folder serves all calls.
    """

    component: str  # "transformer"
    method: str  # FORWARD | DECODE | ENCODE
    module: nn.Module
    arguments: dict[str, Any]
    folder: Path

    @property
    def name(self) -> str:
        return f"{self.component}.{self.method}"


@dataclass(slots=True)
class Recording:
    """The arguments of the first call of each (component, method)."""

    arguments: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)


@contextmanager
def recorded(pipe: Any, methods: Sequence[tuple[str, str]]) -> Iterator[Recording]:
    """Notes what those methods of the pipe's components are first called with, and lets them run"""
    found = Recording()
    modules = [getattr(pipe, component) for component, _method in methods]
    for (component, method), module in zip(methods, modules, strict=True):
        setattr(module, method, _noting(module, method, found.arguments, (component, method)))
    try:
        yield found
    finally:
        for (_component, method), module in zip(methods, modules, strict=True):
            delattr(module, method)


def _noting(
    module: nn.Module, method: str, into: dict[tuple[str, str], dict[str, Any]], key: Any
) -> Callable[..., Any]:
    original = getattr(module, method)

    @wraps(original)
    def noted(*given: Any, **named: Any) -> Any:
        if key not in into:
            into[key] = bound(inspect.signature(original), given, named)
        return original(*given, **named)

    return noted


def bound(takes: inspect.Signature, given: Sequence[Any], named: dict[str, Any]) -> dict[str, Any]:
    """All arguments by name, `return_dict` left out: results are told apart by the caller."""
    arguments = dict(takes.bind(*given, **named).arguments)
    arguments.update(arguments.pop("kwargs", {}))
    arguments.pop("return_dict", None)
    return arguments


def tensors_of(arguments: dict[str, Any]) -> dict[str, Tensor]:
    """Tensors among arguments, those inside lists and dicts as name_0, name_key …"""
    found: dict[str, Tensor] = {}
    for name, value in arguments.items():
        if isinstance(value, Tensor):
            found[name] = value
        else:
            found |= tensors_of({f"{name}_{place}": one for place, one in _inside(value)})
    return found


def _inside(value: Any) -> list[tuple[Any, Any]]:
    if isinstance(value, dict):
        return list(value.items())
    return list(enumerate(value)) if isinstance(value, list | tuple) else []


def with_tensors(arguments: dict[str, Any], tensors: dict[str, Tensor]) -> dict[str, Any]:
    """The arguments, with tensors of `tensors_of` in their places."""
    return {name: _with(name, value, tensors) for name, value in arguments.items()}


def _with(name: str, value: Any, tensors: dict[str, Tensor]) -> Any:
    if isinstance(value, Tensor):
        return tensors[name]
    inside = {place: _with(f"{name}_{place}", one, tensors) for place, one in _inside(value)}
    if isinstance(value, dict):
        return inside
    return type(value)(inside.values()) if isinstance(value, list | tuple) else value


def results_of(returned: Any) -> tuple[Tensor, ...]:
    """The tensors that a component gave back, those of a list one by one, of an encoder those of
    its distribution.
    """
    if isinstance(returned, Tensor):
        return (returned,)
    if hasattr(returned, "latent_dist"):
        return (returned.latent_dist.parameters,)
    if hasattr(returned, "to_tuple"):
        returned = returned.to_tuple()
    each = [one if isinstance(one, list) else [one] for one in returned]
    flat = [one.parameters if hasattr(one, "parameters") else one for some in each for one in some]
    return tuple(one for one in flat if isinstance(one, Tensor))


def plain(module: nn.Module) -> None:
    """Takes back what a runtime put into a module of torch."""
    for method in (FORWARD, DECODE, ENCODE):
        module.__dict__.pop(method, None)
    for one in module.modules():
        one._compiled_call_impl = None
