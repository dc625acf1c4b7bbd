"""Place, hour, weather, light and mood in words."""

import re

from engine.contracts import Mood, SetDressing, SetKind, TimeOfDay, Weather
from engine.diffusion.prompts.fit import is_chinese

PLACES = {
    SetKind.STREET: "on a city street",
    SetKind.ROOFTOP: "on the rooftop of a tall building, the skyline behind",
    SetKind.BOARDROOM: "in a boardroom with a long table and glass walls",
    SetKind.OFFICE: "in a modern office",
    SetKind.HOSPITAL: "in a hospital corridor",
    SetKind.PALACE: "in the throne hall of a Chinese palace",
    SetKind.COURTYARD: "in the courtyard of an old Chinese house",
    SetKind.BEDROOM: "in a bedroom",
    SetKind.LIVING_ROOM: "in a living room",
    SetKind.KITCHEN: "in a kitchen",
    SetKind.CAFE: "in a café",
    SetKind.CAR: "inside a car",
    SetKind.BALLROOM: "in a ballroom with chandeliers",
    SetKind.COURTROOM: "in a courtroom",
    SetKind.FOREST: "in a forest",
    SetKind.MOUNTAIN: "on a mountain",
    SetKind.ALLEY: "in a narrow alley",
    SetKind.HALL: "in a large hall",
    SetKind.MANSION: "in the entrance hall of a mansion with a staircase",
    SetKind.HOTEL_ROOM: "in a hotel room",
    SetKind.CORRIDOR: "in a corridor",
    SetKind.ELEVATOR: "inside an elevator",
    SetKind.POLICE: "in a police station",
    SetKind.PRISON: "in a prison cell",
    SetKind.CLASSROOM: "in a classroom",
    SetKind.WARD: "in a hospital room with a bed",
    SetKind.BAR: "in a bar",
    SetKind.RESTAURANT: "in a restaurant",
    SetKind.AIRPORT: "in an airport hall",
    SetKind.CHURCH: "in a church",
    SetKind.TEMPLE: "in a temple",
    SetKind.SHOP: "in a shop",
    SetKind.GYM: "in a gym",
    SetKind.GARAGE: "in an underground garage",
    SetKind.VILLAGE: "in a village",
    SetKind.BEACH: "on a beach",
    SetKind.BRIDGE: "on a bridge",
    SetKind.CEMETERY: "in a cemetery",
    SetKind.PLAIN: "",
}
TIMES = {
    TimeOfDay.DAWN: "dawn",
    TimeOfDay.DAY: "day",
    TimeOfDay.DUSK: "dusk",
    TimeOfDay.NIGHT: "night",
}
OUTSIDE = {
    Weather.CLEAR: "",
    Weather.RAIN: "steady rain, wet surfaces, wet hair and clothes",
    Weather.STORM: "driving rain and wind, wet surfaces, wet hair and clothes",
    Weather.SNOW: "falling snow",
    Weather.FOG: "dense fog",
    Weather.WIND: "strong wind in hair and clothes",
}
INSIDE = {
    Weather.RAIN: "rain on the windows",
    Weather.STORM: "a storm outside the windows",
    Weather.SNOW: "snow outside the windows",
    Weather.FOG: "fog outside the windows",
}
# Light by hour, inside and outside.
BY_HOUR = {
    (TimeOfDay.DAWN, True): "pale early light from the windows",
    (TimeOfDay.DAY, True): "soft daylight from the windows",
    (TimeOfDay.DUSK, True): "warm low sunlight from the windows",
    (TimeOfDay.NIGHT, True): "warm practical lamps, dark windows",
    (TimeOfDay.DAWN, False): "pale cool early light",
    (TimeOfDay.DAY, False): "natural daylight",
    (TimeOfDay.DUSK, False): "low golden light, long shadows",
    (TimeOfDay.NIGHT, False): "cool night light, faces clearly lit",
}
# Rooms that no window lights, at any hour.
BY_PLACE = {
    SetKind.CAR: "dim light of the dashboard",
    SetKind.ELEVATOR: "even light from the ceiling",
    SetKind.HOSPITAL: "cool even light from the ceiling",
    SetKind.CORRIDOR: "even light from the ceiling",
    SetKind.GARAGE: "sparse lamps, dark corners",
    SetKind.PRISON: "one bare lamp",
    SetKind.POLICE: "cool even light from the ceiling",
    SetKind.AIRPORT: "bright even light",
}
MOVING_LIGHT = {
    "neon": "coloured neon light",
    "passing_cars": "headlights of passing cars",
    "candle": "flickering candlelight",
    "lightning": "cold flashes of lightning",
    "blinds": "light in stripes through blinds",
    "phone": "the glow of a phone screen",
    "police": "red and blue police lights",
    "tv": "the flicker of a television",
    "fire": "flickering firelight",
    "tube": "a fluorescent tube",
    "leaves": "dappled light through leaves",
    "water": "light reflected from water",
    "fan": "the turning shadow of a ceiling fan",
}
MOODS = {
    Mood.CALM: "calm mood, natural colours",
    Mood.TENDER: "tender mood, warm soft colours",
    Mood.SAD: "melancholy mood, muted colours",
    Mood.TENSION: "tense mood, high contrast, cold shadows",
    Mood.MENACE: "menacing mood, hard light from below, deep shadows",
    Mood.MYSTERY: "mysterious mood, low key, deep blue shadows",
    Mood.TRIUMPH: "triumphant mood, golden light",
    Mood.COMIC: "light comic mood, bright colours",
    Mood.SHOCK: "shocked mood, stark contrast",
}
THINGS = {
    "coffin": "a coffin",
    "flowers": "white funeral flowers",
    "candles": "candles",
    "portrait": "a framed portrait",
    "table": "a table",
    "desk": "a desk",
    "bed": "a bed",
    "sofa": "a sofa",
    "piano": "a grand piano",
    "grave": "a gravestone",
    "pane": "seen through dark glass",
    "darkness": "half hidden in the dark",
    "abyss": "the street far below, walls falling away into the depth",
}
CROWDS = {
    "mourners": "mourners in black",
    "guests": "guests",
    "guards": "guards",
    "soldiers": "soldiers",
    "courtiers": "courtiers",
    "staff": "colleagues in business clothes",
    "patients": "patients and nurses",
    "students": "students",
    "passers": "passers-by",
}
DRAWN = re.compile(
    r"anime|manga|cartoon|comic|ink|watercolou?r|illustrat|3d|cgi|pixar|clay|动画|动漫|漫画|水墨|国漫",
    re.IGNORECASE,
)
# Words of a heading that say no place.
_BESIDES = re.compile(r"\b(int|ext|i/e)\b\.?|[-–—(,，、/].*$", re.IGNORECASE)


def place(dressing: SetDressing, described: str) -> str:
    """ "on the rooftop of a tall building, …"; `described` is what the bible says of it."""
    known = PLACES[dressing.set] or _as_written(dressing)
    return ", ".join(word for word in (known, described.strip().rstrip(".")) if word)


def _as_written(dressing: SetDressing) -> str:
    """The words of a place that no set is known for, where they are Latin letters."""
    words = _BESIDES.sub("", dressing.place).strip()
    if not words or is_chinese(words):
        return "indoors" if dressing.interior else "outdoors"
    return f"at this place: {words.lower()}"


def hour(dressing: SetDressing) -> str:
    return TIMES[dressing.time]


def weather(dressing: SetDressing) -> str:
    return (INSIDE if dressing.interior else OUTSIDE).get(dressing.weather, "")


def light(dressing: SetDressing) -> str:
    besides = MOVING_LIGHT.get(dressing.light, "")
    lit = BY_PLACE.get(dressing.set, "") if dressing.interior else ""
    if dressing.set is SetKind.CAR and dressing.time is not TimeOfDay.NIGHT:
        lit = ""
    plain = lit or BY_HOUR[dressing.time, dressing.interior]
    return f"{plain}, {besides}" if besides else plain


def things(dressing: SetDressing) -> str:
    """What stands there besides."""
    held = [THINGS[name] for name in dressing.props if name in THINGS]
    return ", ".join(held)


def crowd(dressing: SetDressing) -> str:
    """Who else is there, all out of focus."""
    names = [name.partition(":")[0] for name in dressing.props]
    return ", ".join(CROWDS[name] for name in names if name in CROWDS)


def is_drawn(style: str) -> bool:
    """Whether a series is to look drawn rather than filmed."""
    return bool(DRAWN.search(style))


def style(words: str) -> str:
    """The look of the whole series, the same in every shot."""
    if is_drawn(words):
        return f"{words.strip()}, consistent style"
    genre = f"{words.strip()} " if words.strip() not in {"", "drama"} else ""
    return f"live-action {genre}drama, cinematic, natural skin"
