"""How far an episode of finals is, counted in denoising steps and what stands beside them."""

from collections.abc import Iterable

from engine.contracts import Context, Wording
from engine.diffusion.stages.plan import ShotPlan

BESIDE = 4  # layout, two prompts, the take's files


class Progress:
    """Counts up to what the plans need; asks at each count whether to go on."""

    def __init__(self, context: Context, plans: Iterable[ShotPlan]) -> None:
        self._context = context
        self._total = sum(_steps(one) for one in plans)
        self._done = 0

    def advance(self, steps: int, note: str | Wording) -> None:
        """Raises CancelledError once the caller has asked to stop."""
        self._done += steps
        self._context.step(self._done, self._total, note)


def _steps(one: ShotPlan) -> int:
    of_video = (one.final.steps or one.video.steps) * len(one.segments)
    return BESIDE + one.keyframes.steps * len(one.moments) + of_video
