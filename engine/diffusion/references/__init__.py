"""Reference sheets: pictures by which people and places stay the same from shot to shot.

    plan.py     which pictures a sheet has, what leads each and what it is told
    drawn.py    the rehearsal's drawing of each: the composition, or the picture itself
    make.py     the verb `references`: candidates, by a keyframe model or drawn
    choose.py   which of the locked ones lead a shot

`choose` and `of_shot` are pure and need no torch.
"""

from engine.diffusion.references.choose import choose, of_shot, room

__all__ = ["choose", "of_shot", "room"]
