"""What is wrong with a take and how good it is, in figures that order the takes of a shot."""

from enum import StrEnum

from engine.contracts.base import Problem, Value
from engine.contracts.vocabulary import Severity


class Quality(StrEnum):
    """What a take is scored by. Every score is 0 … 1, and 1 is the best there is."""

    LENGTH = "length"  # 1 where frames, rate and size are as asked; less by what is missing
    EXPOSURE = "exposure"  # share of the frames that show something: neither black nor flat
    MOTION = "motion"  # how much moves, changes of light apart: a still is 0, a lively face 1
    STEADINESS = "steadiness"  # 1 where the light is even, 0 where the whole frame pulses
    WHOLENESS = "wholeness"  # 1 for one camera set-up, halved by every cut within the take
    SEAM = "seam"  # how alike the frames are on both sides of a cut that is to be unseen
    PALETTE = "palette"  # how near the colours are to those of the scene, and stay to the end
    SOUND = "sound"  # share of what should be heard and is; halved by clipping and by hum
    FACE = "face"  # how alike the faces are to those of the references; by an optional scorer
    WARDROBE = "wardrobe"  # the same of what they wear
    PLACE = "place"  # the same of where it plays
    TEXT = "text"  # how well the picture shows what the prompt says


class Finding(Value, frozen=True, kw_only=True):
    """Something that is wrong with a take, and when: seconds of the take."""

    quality: Quality
    problem: Problem
    start: float = 0.0
    end: float = 0.0


class Judgement(Value, frozen=True, kw_only=True):
    """What was found in a take. A quality that could not be measured has no score.

    `absent` says which scorers are not there and what to install for them.
    """

    findings: tuple[Finding, ...] = ()
    scores: dict[Quality, float] = {}
    absent: tuple[Problem, ...] = ()

    @property
    def is_faulty(self) -> bool:
        """Whether something was found that no viewer should see."""
        return any(one.problem.severity is Severity.ERROR for one in self.findings)
