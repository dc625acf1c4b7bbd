"""The verb `render`: one take of one shot, by whichever renderer the request names."""

from collections.abc import Callable
from importlib import import_module

from engine.contracts import DIFFUSION, Context, EngineError, RenderRequest, Take, _
from engine.diffusion.lacking import of_import

RENDERERS = {
    "rehearsal": "engine.rehearsal.render:render",
    DIFFUSION: "engine.diffusion.stages.episode:render",
}


def render(request: RenderRequest, context: Context) -> Take:
    """Make the take that `request` asks for in its folder `out`.

    Raises EngineError for a renderer that is not there, and what that renderer raises.
    """
    if request.renderer not in RENDERERS:
        raise EngineError(
            "unknown-renderer",
            _("There is no renderer “{renderer}”.", renderer=request.renderer),
            _("What can render: {renderers}.", renderers=tuple(RENDERERS)),
        )
    module, _colon, name = RENDERERS[request.renderer].partition(":")
    try:
        renderer: Callable[[RenderRequest, Context], Take] = getattr(import_module(module), name)
    except ImportError as error:
        if told := of_import(error):
            raise told from error
        raise EngineError(
            "missing-library",
            _(
                "The renderer “{renderer}” needs something that is not installed: {error}.",
                renderer=request.renderer,
                error=str(error),
            ),
            _("Install the project's packages and the system libraries its README names."),
        ) from error
    return renderer(request, context)
