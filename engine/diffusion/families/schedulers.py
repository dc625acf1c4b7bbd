"""Schedules of noise that models of few steps were taught and diffusers has no class for."""

from typing import Any

from diffusers import FlowMatchEulerDiscreteScheduler


class EvenFlowMatch(FlowMatchEulerDiscreteScheduler):  # type: ignore[misc]  # untyped
    """Levels 1, …, 2/n, 1/n before the shift.

    The class it is of goes down to a thousandth in its n steps, of which the last is then spent on
    next to nothing. Source: `EulerScheduler` of the publisher of Wan2.2-Lightning.
    """

    def set_timesteps(
        self,
        num_inference_steps: int | None = None,
        device: Any = None,
        sigmas: list[float] | None = None,
        **given: Any,
    ) -> None:
        if sigmas is None and num_inference_steps:
            sigmas = [n / num_inference_steps for n in range(num_inference_steps, 0, -1)]
        super().set_timesteps(num_inference_steps, device, sigmas, **given)
