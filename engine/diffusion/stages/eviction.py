"""What is let go of memory, and in which order: what something else needs the place of.

Pure: each gives the keys of what goes, of all that is held, the one used longest ago first.
"""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from engine.diffusion.stages.ladder import Rung
from engine.diffusion.stages.placement import Placement
from engine.diffusion.stages.residency import Key, Resident

Residents = Mapping[Key, Resident]


def in_another_outfit(
    held: Residents, folder: Path, denoisers: Sequence[str], outfit: str
) -> list[Key]:
    """What is fused stays fused: denoisers in another outfit, or not all there.

    With them goes the schedule of their steps, which an outfit may have changed.
    """
    there = [Key(folder, name) for name in denoisers if (folder, name) in held]
    if len(there) == len(denoisers) and all(held[key].outfit == outfit for key in there):
        return []
    return there + [key for key in [Key(folder, "scheduler")] if key in held]


def in_the_way(held: Residents, wanted: Collection[Key], rung: Rung) -> list[Key]:
    """What cannot stay on that rung, however much room there is."""
    others = [key for key in held if key not in wanted] if rung >= Rung.FREED else []
    if rung is Rung.GROUPS:
        return others
    # What comes and goes by blocks cannot be brought anywhere else: it is loaded anew.
    stuck = [key for key, one in held.items() if one.placement is Placement.BLOCKS]
    return [key for key in stuck if key in wanted] + others


def used_longest_ago(held: Residents, wanted: Collection[Key], folder: Path) -> list[Key]:
    """What goes next to make room for those that are wanted; nothing where nothing else is held.

    One component of the model in that folder. Of another model all that is here: alone, none of it
    is of use.
    """
    others = [key for key in held if key not in wanted]
    if not others or others[0].folder == folder:
        return others[:1]
    return [key for key in others if key.folder == others[0].folder]
