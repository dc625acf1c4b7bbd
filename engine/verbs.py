"""The engine's verbs by name, imported on use; the command line and `serve` both call them here."""

from os import environ
from typing import Any, get_type_hints

import msgspec

from engine.contracts import Context, EngineError, Value, _
from engine.dotted import load

VERBS = {
    "decode": "engine.script.reading.read:decode",
    "read": "engine.script.inputs:read_with_inputs",
    "bible": "engine.script.people.bible:read_bible",
    "breakdown": "engine.script.breakdown:breakdown",
    "cast": "engine.script.people.cast:cast",
    "sheet": "engine.rehearsal.sheet:sheet",
    "portraits": "engine.rehearsal.portrait:portraits",
    "preflight": "engine.preflight:preflight",
    "render": "engine.render:render",
    "finals": "engine.diffusion.stages.episode:finals",
    "layout": "engine.rehearsal.layout:layout",
    "judge": "engine.judge:judge",
    "prompts": "engine.diffusion.stages.told:prompts",
    "references": "engine.diffusion.references.make:references",
    "compose": "engine.edit.compose:compose",
    "package": "engine.edit.package:package",
    "provenance": "engine.edit.provenance:provenance",
    "certify": "engine.edit.certificate:certify",
    "models": "engine.diffusion.disk.listing:models",
    "models_pull": "engine.diffusion.disk.pulling:pull",
    "models_licence": "engine.diffusion.disk.acceptances:licence",
    "models_accept": "engine.diffusion.disk.acceptances:accept",
    "models_verify": "engine.diffusion.disk.keeping:verify",
    "models_remove": "engine.diffusion.disk.keeping:remove",
    # Verbs from outside: "name=module:function", separated by commas.
    **dict(
        pair.strip().split("=", 1)
        for pair in environ.get("DRAMABOX_ENGINE_VERBS", "").split(",")
        if "=" in pair
    ),
}


def run(verb: str, payload: Any, context: Context) -> Value:
    """Decode `payload` (plain JSON types) into what the verb takes, and call it."""
    if verb not in VERBS:
        raise EngineError(
            "unknown-verb",
            _("The engine has no verb “{verb}”.", verb=verb),
            _("Use {verbs}.", verbs=tuple(VERBS)),
        )
    function = load(VERBS[verb])
    request_type = next(iter(get_type_hints(function).values()))
    try:
        request = msgspec.convert(payload, request_type)
    except msgspec.ValidationError as error:
        raise EngineError(
            "bad-request",
            _("The {verb} request cannot be read: {error}.", verb=verb, error=str(error)),
        ) from error
    result: Value = function(request, context)
    return result
