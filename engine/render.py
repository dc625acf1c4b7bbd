"""The verb `render`: one take of one shot, by whichever renderer the request names."""

from collections.abc import Callable
from importlib import import_module

from engine.contracts import Context, EngineError, RenderRequest, Take

RENDERERS = {"rehearsal": "engine.rehearsal.render:render"}


def render(request: RenderRequest, context: Context) -> Take:
    """Make the take that `request` asks for in its folder `out`.

    Raises EngineError for a renderer that is not there, and what that renderer raises.
    """
    if request.renderer not in RENDERERS:
        raise EngineError(
            "unknown-renderer",
            f"There is no renderer “{request.renderer}”.",
            f"What can render: {', '.join(RENDERERS)}.",
        )
    module, _, name = RENDERERS[request.renderer].partition(":")
    try:
        renderer: Callable[[RenderRequest, Context], Take] = getattr(import_module(module), name)
    except ImportError as error:
        raise EngineError(
            "missing-library",
            f"The renderer “{request.renderer}” needs something that is not installed: {error}.",
            "Install the project's packages and the system libraries its README names.",
        ) from error
    return renderer(request, context)
