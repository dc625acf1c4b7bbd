"""The time a story plays in: among people in robes nobody wears a jacket by chance."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from engine.script.people.cues import Cues
from engine.script.people.looks import COURTLY
from engine.script.people.settle import Role

FEWEST = 2  # in robes: one is a guest at a ball


def of_old(roles: Sequence[Role]) -> bool:
    """Whether at least half of those whose clothes are known wear what was worn at court."""
    worn = [_clothes(role.cues) for role in roles if not role.is_extra and _clothes(role.cues)]
    robes = sum(kind in COURTLY for kind in worn)
    return robes >= FEWEST and 2 * robes >= len(worn)


def in_their_time(roles: Iterable[Role]) -> tuple[Role, ...]:
    """In a story of old, what a trade or nothing says of clothes gives way to robes."""
    return tuple(role._replace(cues=_robed(role.cues)) for role in roles)


def _robed(cues: Cues) -> Cues:
    said = cues.wardrobe or cues.usual_wardrobe in COURTLY
    return cues if said else replace(cues, usual_wardrobe="hanfu", usual_hair="")


def _clothes(cues: Cues) -> str:
    return cues.wardrobe or cues.usual_wardrobe
