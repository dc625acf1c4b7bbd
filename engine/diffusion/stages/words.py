"""What the models are told of a shot."""

from engine.diffusion.families import Prompt
from engine.diffusion.stages.plan import ShotPlan


def keyframe(plan: ShotPlan) -> Prompt:
    return Prompt(text=plan.final.keyframe_prompt or plan.request.shot.action or "A still.")


def video(plan: ShotPlan) -> Prompt:
    negative = "static" if plan.video.guidance > 1 else ""
    return Prompt(
        text=plan.final.prompt or plan.request.shot.action or "A shot.", negative=negative
    )
