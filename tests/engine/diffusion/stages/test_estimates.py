"""What the model is on its way to, as it said at its last step, is found out of each scheduler."""

from collections.abc import Callable
from typing import Any

import pytest
import torch
from diffusers import (
    DDIMScheduler,
    DPMSolverMultistepScheduler,
    EulerAncestralDiscreteScheduler,
    EulerDiscreteScheduler,
    FlowMatchEulerDiscreteScheduler,
    MiniMaxH3Scheduler,
    UniPCMultistepScheduler,
)
from torch import Tensor

from engine.diffusion.stages.previews import clean

STEPS = 6
# What a denoiser says of latents at a level of noise from which it believes them to come.
Says = Callable[[Tensor, Tensor, float], Tensor]


def velocity(now: Tensor, end: Tensor, sigma: float) -> Tensor:
    return (now - end) / sigma


def velocity_to_data(now: Tensor, end: Tensor, sigma: float) -> Tensor:
    return (end - now) / sigma


def noise_of_variance(now: Tensor, end: Tensor, sigma: float) -> Tensor:
    """Latents of these solvers are scaled so that they keep their variance."""
    share = float(1 / (sigma**2 + 1) ** 0.5)
    return (now - share * end) / (sigma * share)


FLOWS = [
    (FlowMatchEulerDiscreteScheduler(shift=3.0), velocity),
    (EulerDiscreteScheduler(), velocity),
    (MiniMaxH3Scheduler(), velocity_to_data),
    (
        UniPCMultistepScheduler(
            prediction_type="flow_prediction", use_flow_sigmas=True, flow_shift=5.0
        ),
        velocity,
    ),
    (DPMSolverMultistepScheduler(), noise_of_variance),
]


@pytest.mark.parametrize(("scheduler", "says"), FLOWS, ids=lambda one: type(one).__name__)
def test_it_is_what_the_model_said(scheduler: Any, says: Says) -> None:
    """A model that changes its mind at every step."""
    torch.manual_seed(1)
    scheduler.set_timesteps(STEPS)
    now = torch.randn(1, 3, 1, 4, 4) * float(getattr(scheduler, "init_noise_sigma", 1))
    told = 0
    for n, timestep in enumerate(scheduler.timesteps):
        before, end = now.clone(), torch.randn(1, 3, 1, 4, 4)
        sigma = float(scheduler.sigmas[n])
        now = scheduler.step(says(now, end, sigma), timestep, now, return_dict=False)[0]
        found = clean(before, now, scheduler)
        assert torch.allclose(found, end, atol=1e-3)
        told += not torch.allclose(now, end, atol=0.1)
    assert told >= 4  # only at the last steps has it gone all the way


@pytest.mark.parametrize(
    "scheduler",
    [
        DDIMScheduler(),
        EulerAncestralDiscreteScheduler(),
        FlowMatchEulerDiscreteScheduler(stochastic_sampling=True),
        DPMSolverMultistepScheduler(algorithm_type="dpmsolver", final_sigmas_type="sigma_min"),
    ],
    ids=lambda one: type(one).__name__,
)
def test_where_it_cannot_be_told_latents_are_shown_as_they_are(scheduler: Any) -> None:
    scheduler.set_timesteps(STEPS)
    before = torch.randn(1, 3, 1, 4, 4)
    now = scheduler.step(
        torch.randn(1, 3, 1, 4, 4), scheduler.timesteps[0], before, return_dict=False
    )[0]
    assert torch.equal(clean(before, now, scheduler), now)


def test_a_run_that_starts_from_a_picture_counts_from_where_it_joins() -> None:
    scheduler = EulerDiscreteScheduler()
    scheduler.set_timesteps(STEPS)
    scheduler.set_begin_index(3)
    end, noise = torch.randn(1, 3, 4, 4), torch.randn(1, 3, 4, 4)
    before = end + float(scheduler.sigmas[3]) * noise
    now = scheduler.step(noise, scheduler.timesteps[3], before, return_dict=False)[0]
    assert torch.allclose(clean(before, now, scheduler), end, atol=1e-4)


def test_the_first_step_of_a_flow_shows_the_noise_it_is() -> None:
    scheduler = FlowMatchEulerDiscreteScheduler()
    scheduler.set_timesteps(STEPS)
    now = torch.randn(1, 3, 4, 4)
    assert torch.equal(clean(None, now, scheduler), now)
