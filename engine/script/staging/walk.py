"""The state of a scene while it is read from top to bottom."""

import re
from dataclasses import dataclass, field, replace

from engine.contracts import EffectKind, InsertKind, Posture, Weather
from engine.script.people.casting import Cast
from engine.script.plan import Moment
from engine.script.staging.signals import Memory

LASTING = (EffectKind.FIRE, EffectKind.EMBERS, EffectKind.PETALS)
QUOTED = re.compile(r"[“\"「『]([^“”\"「」『』]{1,400})[”\"」』]")


@dataclass
class Walk:
    """The state of the scene while it is read."""

    cast: Cast
    language: str
    present: list[str]
    weather: Weather
    memory: Memory = field(default_factory=Memory)
    postures: dict[str, Posture] = field(default_factory=dict)
    moments: list[Moment] = field(default_factory=list)
    before: str = ""  # the action just read
    actors: tuple[tuple[int, str], ...] = ()  # of the last sentence
    other: str = ""  # the last one a moment was of, before the present subject
    captions: list[str] = field(default_factory=list)
    # "It reads:" with the words still to come: what it is, and the words that announced it
    announced: tuple[InsertKind, str] | None = None
    lasting: list[EffectKind] = field(default_factory=list)  # a fire burns on
    shown: set[str] = field(default_factory=set)  # things that have had their insert
    unseen: dict[str, str] = field(default_factory=dict)  # who hides, and what is before them
    dark: bool = False  # the lights are out
    aloft: set[str] = field(default_factory=set)  # those who hang from an edge
    in_hand: dict[str, str] = field(default_factory=dict)  # the thing last held by each
    holding: set[str] = field(default_factory=set)  # those who hold someone who hangs

    def here(self, **rest: object) -> Moment:
        """A moment with the scene's present state in it.

        Who hides or hangs is alone in the picture, and the others are without them.
        """
        who, apart = rest.get("who"), self.unseen.keys() | self.aloft
        here = [who] if who in apart else [one for one in self.present if one not in apart]
        moment = Moment(
            present=tuple(one for one in here if isinstance(one, str)),
            aloft=who in self.aloft,
            above=who in self.holding,
            holding=tuple(sorted(self.holding)),
            veil=self.unseen.get(str(who), ""),
            postures=tuple(self.postures.items()),
            weather=self.weather,
            dark=0.0 if self.dark else None,
            captions=tuple(self.captions),
            **rest,  # type: ignore[arg-type]
        )
        self.captions.clear()
        there = {kind for _, kind in moment.effects}
        lasting = tuple((0.0, kind) for kind in self.lasting if kind not in there)
        self.lasting.extend(there.intersection(LASTING).difference(self.lasting))
        return replace(moment, effects=(*moment.effects, *lasting))


def turn_to(walk: Walk, who: str) -> None:
    """Keep who was dealt with before: the one a deed without an object is meant for."""
    if walk.memory.subject and walk.memory.subject != who:
        walk.other = walk.memory.subject
