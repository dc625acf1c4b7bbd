"""Hair that falls: bob, long, wavy."""

from engine.contracts import Look
from engine.rehearsal.figure.hair.fringes import bangs, see_through, sides, swept
from engine.rehearsal.figure.hair.strands import Hair, fan, lock
from engine.rehearsal.figure.skull import Skull


def curtain(
    hair: Hair,
    length: float,
    *,
    wave: float = 0.0,
    start: float = 82,
    turn_in: float = 0.0,
    full: float = 0.0,
) -> None:
    """The mass behind: overlapping locks from ear to ear round the back."""
    for i, a in enumerate(fan(start, 360 - start, 19)):
        swing = 5 if i % 2 else -4
        end = length + (0.1, -0.04, 0.16, 0.02)[i % 4] * min(length / 1.6, 1)
        y1 = 0.4 + (end - 0.4) * 0.25
        y2 = 0.4 + (end - 0.4) * 0.65
        keys = [
            (a, -0.93, 0.04),
            (a, -0.5, 0.1),
            (a, 0.0, 0.12 + full * 0.4),
            (a + swing * 0.3, y1, 0.11 + full),
            (a + swing * 0.6, y2, 0.1 + full),
            (a + swing, end, 0.03 + full * 0.5 - turn_in),
        ]
        lock(hair, keys, 0.19, stiff=0.15 if length > 1.2 else 0.5, wave=(wave, i * 1.7))


def bob(look: Look, skull: Skull) -> Hair:
    hair = Hair(skull, cap=0.11, covers_ears=True)
    curtain(hair, 0.86, start=74, turn_in=0.12)
    for s in (1, -1):
        for k, a in enumerate((70, 80, 92)):
            keys = [
                (s * a * 0.8, -0.85, 0.05),
                (s * a, -0.3, 0.13),
                (s * a, 0.2, 0.15),
                (s * (a - 3), 0.55, 0.12),
                (s * (a - 14), 0.84 + 0.03 * k, 0.0),
            ]
            lock(hair, keys, 0.14, stiff=0.5)
    bangs(hair)
    return hair


def long(look: Look, skull: Skull) -> Hair:
    hair = Hair(skull, covers_ears=True)
    curtain(hair, 2.5)
    sides(hair, 1.9, wave=0.04)
    swept(hair, -20)
    see_through(hair)
    return hair


def wavy(look: Look, skull: Skull) -> Hair:
    hair = Hair(skull, cap=0.12, covers_ears=True)
    curtain(hair, 2.15, wave=0.2, full=0.1)
    sides(hair, 1.75, wave=0.17, full=1.3)
    swept(hair, 14)
    return hair
