"""What a look at one quality gives: a score, and what was found wrong."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.contracts import Finding, Problem, Quality, Severity, Wording

Span = tuple[float, float]  # seconds


@dataclass(frozen=True, slots=True)
class Verdict:
    score: float  # 0 … 1
    findings: tuple[Finding, ...] = ()


def finding(
    quality: Quality,
    severity: Severity,
    code: str,
    said: tuple[Wording, Wording],
    span: Span = (0.0, 0.0),
) -> Finding:
    """`said` is what is wrong and what to do about it."""
    message, advice = said
    problem = Problem.of(severity=severity, code=code, message=message, advice=advice)
    return Finding(quality=quality, problem=problem, start=round(span[0], 3), end=round(span[1], 3))


def seconds(value: float) -> str:
    """A moment or a length as people read it."""
    return f"{value:.1f}"


def between(value: float, worst: float, best: float) -> float:
    """0 at `worst` and beyond, 1 at `best` and beyond, straight in between."""
    return float(np.clip((value - worst) / (best - worst), 0.0, 1.0))


def runs(marked: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """First and last (left out) of each row of True."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], marked, [False]])))
    return [(int(first), int(last)) for first, last in edges.reshape(-1, 2)]
