"""A split screen shows two people in two places at once."""

import numpy as np

from engine.contracts import Effect, EffectKind, SetKind, Shot, ShotSize, TimeOfDay
from engine.rehearsal.split import LOWER, UPPER, halves
from tests.engine.rehearsal.conftest import Drawer
from tests.engine.rehearsal.shots import dressing, line, person, shot

HERE = dressing(SetKind.BEDROOM)
THERE = dressing(SetKind.STREET, time=TimeOfDay.NIGHT)
PEOPLE = (person(x=-0.4, yaw=30.0), person("ben", x=0.4, yaw=-30.0, focus=False))
ABOVE, BELOW = slice(0, int(UPPER * 320) - 4), slice(int(LOWER * 320) + 4, 320)


def split(**changes: object) -> Shot:
    panels = Effect(kind=EffectKind.SPLIT_SCREEN, at=0.3, duration=0.7)
    given = {"people": PEOPLE, "set": HERE, "beyond": THERE, "effects": (panels,), **changes}
    return shot(duration=1.0, size=ShotSize.MS, **given)


def test_each_panel_is_its_own_place(draw: Drawer) -> None:
    both, here = draw(split(), 20), draw(split(beyond=None), 20)
    assert (both[ABOVE] == here[ABOVE]).all()
    assert np.abs(both[BELOW].astype(int) - here[BELOW]).mean() > 5


def test_who_is_not_in_focus_is_the_one_elsewhere(draw: Drawer) -> None:
    turned = (person(x=-0.4, yaw=30.0, focus=False), person("ben", x=0.4, yaw=-30.0))
    both, here = draw(split(people=turned), 20), draw(split(people=turned, beyond=None), 20)
    assert (both[BELOW] == here[BELOW]).all()
    assert (both[ABOVE] != here[ABOVE]).any()


def test_who_speaks_moves_their_lips_on_their_own_panel(draw: Drawer) -> None:
    silent = split()
    spoken = split(lines=(line("Where are you now?", at=0.0, duration=0.9),))
    differ = [(draw(silent, n) != draw(spoken, n)).any(axis=2) for n in (10, 14, 18)]
    assert any(one[ABOVE].any() for one in differ)


def test_the_panels_come_in_from_both_sides(draw: Drawer) -> None:
    made = split()
    first, later = draw(made, 1), draw(made, 20)
    assert first[..., :3].mean() < 0.75 * later[..., :3].mean()
    steady = split(effects=(Effect(kind=EffectKind.SPLIT_SCREEN, at=0.0, duration=1.0),))
    assert np.abs(draw(steady, 1).astype(int) - draw(steady, 20)).mean() < 12


def test_one_person_alone_is_not_split(draw: Drawer) -> None:
    alone = split(people=(person(),))
    assert halves(alone) is None
    assert halves(split(people=(person(), person("ben", over_shoulder=True)))) is None
    assert draw(alone, 20)[..., :3].mean() > 20
