"""The prompt panel of the take room: what the models are told, and a person's own words."""

from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from apps.core.wording import worded
from apps.jobs.services import run_now
from apps.studio import services
from apps.studio.difference import difference
from apps.studio.forms import PromptForm
from apps.studio.models import Production, Shot
from apps.studio.views.access import DirectorRequest, board_with, deed, directors_only, shot_of
from engine.contracts import EngineError, PromptsView, PromptView


@require_safe
@directors_only
def prompts(request: DirectorRequest, key: int) -> HttpResponse:
    """What would be sent, before anything is rendered: a part of the take room."""
    return panel(request, shot_of(request, key))


@deed(lambda request, key: board_with(request, shots__pk=key))
def write(request: DirectorRequest, key: int) -> HttpResponse:
    """Keep a person's own words; those that say what is composed anyway are none."""
    shot = shot_of(request, key)
    form = PromptForm(request.POST)
    if not form.is_valid():
        return panel(request, shot, status=400)
    try:
        composed = composed_of(shot)
    except EngineError as error:
        return panel(request, shot, refusal=error, status=400)
    given = form.cleaned_data
    services.write_prompts(
        shot=shot,
        prompt=own(given["prompt"], composed.video),
        keyframe_prompt=own(given["keyframe_prompt"], composed.keyframe),
    )
    return panel(request, shot)


def composed_of(shot: Shot) -> PromptsView:
    """Raises EngineError as the engine does."""
    production = Production.objects.select_related("episode").get(episode=shot.episode)
    result = run_now(verb="prompts", request=services.final_request(production, shot))
    return msgspec.convert(result, PromptsView)


def own(words: str, composed: PromptView) -> str:
    said = words.replace("\r\n", "\n").strip()
    return "" if said == composed.composed.strip() else said


def panel(
    request: HttpRequest, shot: Shot, *, refusal: EngineError | None = None, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {"shot": shot, "refusal": refusal}
    try:
        told = composed_of(shot)
        context["parts"] = [
            part("keyframe_prompt", told.keyframe, shot),
            part("prompt", told.video, shot),
        ]
    except EngineError as error:
        context["refusal"], status = refusal or error, 400
    return render(request, "studio/prompts.html", context, status=status)


def part(name: str, told: PromptView, shot: Shot) -> dict[str, Any]:
    words = shot.final_overrides.get(name, "")
    return {
        "name": name,
        "model": told.title,
        "text": words or told.composed,
        "composed": told.composed,
        "is_own": bool(words),
        "is_old": bool(words) and shot.final_overrides.get("inputs") != shot.inputs,
        "changes": difference(told.composed, words) if words else [],
        "added": told.added,
        "negative": told.negative,
        "words": told.words,
        "limit": told.limit,
        "left_out": [{"text": one.text, "why": worded(one.why)} for one in told.left_out],
    }
