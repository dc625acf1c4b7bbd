"""The verb `prompts`: what the models of a request would be told, without rendering anything."""

import msgspec

from engine.contracts import Context, Final, LeftOut, PromptsView, PromptView, RenderRequest
from engine.diffusion.leading import choose
from engine.diffusion.prompts import compose
from engine.diffusion.registry import ModelEntry, Role
from engine.diffusion.stages.choice import meant


def prompts(request: RenderRequest, context: Context) -> PromptsView:
    """Keyframe and video prompt of the shot; raises EngineError "unknown-model"."""
    final = request.final or Final()
    return PromptsView(
        keyframe=_view(request, final, meant(Role.KEYFRAMES, final.keyframes)),
        video=_view(request, final, meant(Role.VIDEO, final.video)),
    )


def _view(request: RenderRequest, final: Final, model: ModelEntry) -> PromptView:
    bare = msgspec.structs.replace(final, prompt="", keyframe_prompt="")
    shot, cast = request.shot, request.cast
    continues = bool(final.continues) and model.role is Role.KEYFRAMES
    references = choose(shot, final.references, model, continues=continues)
    composed = compose(shot, cast, model, bare, references, continues=continues)
    told = compose(shot, cast, model, final, references, continues=continues)
    return PromptView(
        model=model.name,
        title=model.title,
        text=told.text,
        composed="\n".join(composed.text.splitlines()[: -len(composed.added) or None]),
        added=told.added,
        negative=told.negative,
        words=told.words,
        limit=told.limit,
        left_out=tuple(LeftOut(text=cut.text, why=cut.why) for cut in told.cut),
    )
