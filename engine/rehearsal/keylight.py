"""Who lights people: the key, the ambient light and the rim by hour, weather, mood and lamp."""

from dataclasses import dataclass

from engine.contracts import Mood, SetDressing, SetKind, TimeOfDay
from engine.rehearsal.color import Color

# Where the key light stands, by hour: y is down, so a negative second number is a light from above.
KEYS = {
    TimeOfDay.DAWN: (-0.8, -0.6),
    TimeOfDay.DAY: (-0.45, -0.89),
    TimeOfDay.DUSK: (0.86, -0.51),
    TimeOfDay.NIGHT: (0.5, -0.87),
}
FROM_BELOW = (0.5, 0.87)
DEPTHS = {Mood.MENACE: 0.2, Mood.MYSTERY: 0.16, Mood.TENSION: 0.1, Mood.COMIC: -0.12}


@dataclass(frozen=True, slots=True)
class Lamps:
    """The light on people: what falls on them, what fills their shadows, what edges them."""

    key: Color
    ambient: Color
    rim: Color
    strength: float  # of the rim


WHITE = (255, 255, 255)
INDOORS = {
    TimeOfDay.DAWN: Lamps((255, 236, 220), (112, 92, 150), (255, 196, 150), 0.6),
    TimeOfDay.DAY: Lamps(WHITE, (98, 88, 148), (255, 250, 236), 0.45),
    TimeOfDay.DUSK: Lamps((255, 222, 190), (88, 58, 132), (255, 142, 84), 0.85),
    TimeOfDay.NIGHT: Lamps((255, 236, 214), (46, 52, 124), (112, 168, 255), 0.85),
}
OUTDOORS = {
    TimeOfDay.DAWN: Lamps((255, 230, 212), (104, 92, 158), (255, 186, 140), 0.7),
    TimeOfDay.DAY: Lamps((255, 252, 244), (76, 100, 168), (255, 248, 224), 0.5),
    TimeOfDay.DUSK: Lamps((255, 212, 176), (80, 56, 140), (255, 132, 74), 0.9),
    TimeOfDay.NIGHT: Lamps((242, 238, 248), (30, 48, 124), (255, 186, 104), 0.9),
}
# A lamp of the scene that outdoes the hour; what is moved by frame is in `effects.moving_light`.
PRACTICALS: dict[str, Lamps] = {
    "neon": Lamps((246, 234, 250), (64, 32, 126), (255, 62, 150), 0.95),
    "candle": Lamps((255, 220, 172), (86, 26, 58), (255, 160, 62), 0.9),
    "blinds": Lamps((255, 232, 194), (92, 66, 120), (255, 196, 110), 0.8),
    "passing_cars": Lamps((240, 236, 246), (30, 58, 112), (255, 222, 160), 0.9),
    "lightning": Lamps((240, 238, 248), (28, 50, 122), (255, 176, 92), 0.9),
    "phone": Lamps((228, 238, 255), (26, 40, 96), (96, 190, 255), 0.9),
    "police": Lamps((238, 236, 250), (38, 34, 118), (255, 60, 72), 0.95),
    "sunset": Lamps((255, 208, 166), (98, 48, 120), (255, 120, 56), 0.95),
}
COLD_ROOMS = {SetKind.HOSPITAL: Lamps((242, 250, 250), (52, 96, 120), (150, 236, 224), 0.7)}


def lamps_for(dressing: SetDressing) -> Lamps:
    """The lights that people stand in."""
    dark = dressing.time in (TimeOfDay.NIGHT, TimeOfDay.DUSK)
    storm = dressing.light == "lightning" and dressing.interior
    if dressing.light in PRACTICALS and (dark or dressing.light != "lightning") and not storm:
        return PRACTICALS[dressing.light]
    if dressing.time is TimeOfDay.NIGHT and dressing.set in COLD_ROOMS:
        return COLD_ROOMS[dressing.set]
    return (INDOORS if dressing.interior else OUTDOORS)[dressing.time]
