"""What the models are told of a shot, and by which of its references they are led."""

from engine.contracts import Reference, Shot
from engine.diffusion.families import Prompt
from engine.diffusion.leading import choose
from engine.diffusion.prompts import compose
from engine.diffusion.prompts.moment import from_then_on
from engine.diffusion.registry import ModelEntry
from engine.diffusion.stages.plan import ShotPlan


def keyframe(plan: ShotPlan, at: float, *, continues: bool) -> Prompt:
    """Of the second `at`. `continues`: a keyframe of the shot that this one goes on from is shown
    as well."""
    return _told(plan, plan.keyframes, from_then_on(plan.request.shot, at), continues=continues)


def video(plan: ShotPlan) -> Prompt:
    return _told(plan, plan.video, plan.request.shot, continues=False)


def leading(plan: ShotPlan, entry: ModelEntry, *, continues: bool) -> tuple[Reference, ...]:
    """The pictures of people and places that the model is shown, in the order of its prompt."""
    return choose(plan.request.shot, plan.final.references, entry, continues=continues)


def _told(plan: ShotPlan, entry: ModelEntry, shot: Shot, *, continues: bool) -> Prompt:
    shown = leading(plan, entry, continues=continues)
    made = compose(shot, plan.request.cast, entry, plan.final, shown, continues=continues)
    return Prompt(text=made.text, negative=made.negative)
