"""What a scene is played in: its set, hour, weather and mood, by words."""

import msgspec

from engine.contracts import (
    Bible,
    Mood,
    Problem,
    Scene,
    SetDressing,
    SetKind,
    Setting,
    Severity,
    TimeOfDay,
    Weather,
    _,
)
from engine.script.digest import fold, number
from engine.script.lexicon import built
from engine.script.lexicon.events import LAMPS, MOODS, TIMES, WEATHERS
from engine.script.lexicon.match import tongue
from engine.script.lexicon.places import PLACES
from engine.script.staging.scenery import SEEN, stands_in
from engine.script.staging.walk import QUOTED

# "SMITH HOUSE, KITCHEN" is the kitchen, "LOBBY OF THE HOTEL" the lobby.
GENERAL = (
    SetKind.LIVING_ROOM,
    SetKind.STREET,
    SetKind.OFFICE,
    SetKind.MANSION,
    SetKind.HOTEL_ROOM,
    SetKind.CLASSROOM,
    SetKind.VILLAGE,
)
OUTDOORS = (
    SetKind.STREET,
    SetKind.ROOFTOP,
    SetKind.COURTYARD,
    SetKind.ALLEY,
    SetKind.FOREST,
    SetKind.MOUNTAIN,
    SetKind.VILLAGE,
    SetKind.BEACH,
    SetKind.BRIDGE,
    SetKind.CEMETERY,
)
# What stands outside of a set that is a room.
OUTSIDE = {
    SetKind.LIVING_ROOM: SetKind.COURTYARD,
    SetKind.BEDROOM: SetKind.STREET,
    SetKind.PALACE: SetKind.COURTYARD,
    SetKind.HALL: SetKind.STREET,
    SetKind.HOSPITAL: SetKind.STREET,
    SetKind.CAFE: SetKind.STREET,
    SetKind.OFFICE: SetKind.STREET,
    SetKind.BOARDROOM: SetKind.STREET,
    SetKind.COURTROOM: SetKind.STREET,
    SetKind.BALLROOM: SetKind.STREET,
    SetKind.KITCHEN: SetKind.COURTYARD,
    SetKind.MANSION: SetKind.COURTYARD,
    SetKind.HOTEL_ROOM: SetKind.STREET,
    SetKind.CORRIDOR: SetKind.STREET,
    SetKind.ELEVATOR: SetKind.STREET,
    SetKind.POLICE: SetKind.STREET,
    SetKind.PRISON: SetKind.STREET,
    SetKind.CLASSROOM: SetKind.STREET,
    SetKind.WARD: SetKind.STREET,
    SetKind.BAR: SetKind.STREET,
    SetKind.RESTAURANT: SetKind.STREET,
    SetKind.AIRPORT: SetKind.STREET,
    SetKind.CHURCH: SetKind.COURTYARD,
    SetKind.SHOP: SetKind.STREET,
    SetKind.GYM: SetKind.STREET,
    SetKind.GARAGE: SetKind.STREET,
}
# "HOSPITAL CORRIDOR" is a hospital's corridor.
OF_A_HOSPITAL = {
    SetKind.HOSPITAL,
    SetKind.HALL,
    SetKind.CORRIDOR,
    SetKind.BEDROOM,
    SetKind.OFFICE,
    SetKind.PLAIN,
}
LIGHTS = {
    (SetKind.STREET, TimeOfDay.NIGHT): "neon",
    (SetKind.ALLEY, TimeOfDay.NIGHT): "neon",
    (SetKind.ROOFTOP, TimeOfDay.NIGHT): "neon",
    (SetKind.CAR, TimeOfDay.NIGHT): "passing_cars",
    (SetKind.BEDROOM, TimeOfDay.NIGHT): "passing_cars",
    (SetKind.PALACE, TimeOfDay.NIGHT): "candle",
    (SetKind.BALLROOM, TimeOfDay.NIGHT): "candle",
    (SetKind.OFFICE, TimeOfDay.DUSK): "blinds",
    (SetKind.OFFICE, TimeOfDay.DAY): "blinds",
    (SetKind.BOARDROOM, TimeOfDay.DAY): "blinds",
    (SetKind.BOARDROOM, TimeOfDay.DUSK): "blinds",
    (SetKind.BAR, TimeOfDay.NIGHT): "neon",
    (SetKind.BAR, TimeOfDay.DUSK): "neon",
    (SetKind.HOTEL_ROOM, TimeOfDay.NIGHT): "passing_cars",
    (SetKind.BRIDGE, TimeOfDay.NIGHT): "passing_cars",
    (SetKind.RESTAURANT, TimeOfDay.NIGHT): "candle",
    (SetKind.CHURCH, TimeOfDay.NIGHT): "candle",
    (SetKind.TEMPLE, TimeOfDay.NIGHT): "candle",
    (SetKind.POLICE, TimeOfDay.DAY): "blinds",
    (SetKind.CLASSROOM, TimeOfDay.DUSK): "leaves",
    (SetKind.WARD, TimeOfDay.DAY): "leaves",
    (SetKind.FOREST, TimeOfDay.DAY): "leaves",
    (SetKind.COURTYARD, TimeOfDay.DAY): "leaves",
    (SetKind.LIVING_ROOM, TimeOfDay.NIGHT): "tv",
    (SetKind.MANSION, TimeOfDay.NIGHT): "fire",
    (SetKind.BEACH, TimeOfDay.DAY): "water",
    (SetKind.BEACH, TimeOfDay.DUSK): "water",
    (SetKind.RESTAURANT, TimeOfDay.DAY): "fan",
    (SetKind.GARAGE, TimeOfDay.NIGHT): "tube",
    (SetKind.CORRIDOR, TimeOfDay.NIGHT): "tube",
    (SetKind.PRISON, TimeOfDay.NIGHT): "tube",
}
OPENING = 3  # paragraphs of action that decide a scene's mood; the rest cannot change it


def dress(
    scene: Scene, bible: Bible, language: str, seed: int
) -> tuple[SetDressing, Problem | None]:
    """The set of a scene, and a note where its place is not known or not all of it is drawn."""
    kind = _known_place(scene, bible) or _by_words(scene, language)
    note = None
    if kind is None or kind is SetKind.PLAIN:
        note = _built(scene)
    kind = kind or SetKind.PLAIN
    interior = _interior(scene, kind)
    time = scene.time or _time(scene, language)
    weather = weather_in(f"{scene.heading} {_opening(scene, 1)}", language) or Weather.CLEAR
    light = _light(scene, language, kind, time, weather)
    return SetDressing(
        set=kind,
        place=scene.place or scene.heading,
        time=time,
        weather=weather,
        interior=interior,
        mood=_mood(scene, language, weather, time),
        light=light,
        seed=number(seed, fold(scene.place)) % 2**31,
        props=stands_in(scene, bible, language),
    ), note


def _light(scene: Scene, language: str, kind: SetKind, time: TimeOfDay, weather: Weather) -> str:
    """What lights the scene besides the hour; by day only the sun through blinds is seen."""
    if weather is Weather.STORM:
        return "lightning"
    named = LAMPS.keys(f"{scene.heading} {_opening(scene, OPENING)}", language)
    seen = [lamp for lamp in named if time is not TimeOfDay.DAY or lamp == "blinds"]
    return seen[0] if seen else LIGHTS.get((kind, time), "")


def continued(dressing: SetDressing, before: list[SetDressing]) -> SetDressing:
    """What was seen in a place stays in it; so does the weather, where nothing else is said."""
    same = [one for one in before if (one.place, one.time) == (dressing.place, dressing.time)]
    if not same:
        return dressing
    weather = same[-1].weather if dressing.weather is Weather.CLEAR else dressing.weather
    props = tuple(dict.fromkeys([*same[-1].props, *dressing.props]))
    return msgspec.structs.replace(dressing, weather=weather, props=props)


def weather_in(text: str, language: str) -> Weather | None:
    found = WEATHERS.keys(text, language)
    return found[0] if found else None


def _built(scene: Scene) -> Problem | None:
    """What a place without a set of its own is made of: which default, and what is left out."""
    advice = _("Name a set for it under [[places]] in the series bible.")
    read = built.read(scene.place)
    if not read.base:
        named = _("“{place}”", place=scene.place) if scene.place else _("a scene without a place")
        outdoors = scene.setting is Setting.EXT
        return Problem.of(
            severity=Severity.NOTE,
            code="unknown-place",
            message=_(
                "No set is known for {named}; {default} is used.",
                named=named,
                default=_("open country") if outdoors else _("a plain room"),
            ),
            advice=advice,
            line=scene.line,
        )
    if not read.unread:
        return None
    return Problem.of(
        severity=Severity.NOTE,
        code="place-in-part",
        message=_(
            "The set of “{place}” is built from its words; not drawn: {words}.",
            place=scene.place,
            words=read.unread,
        ),
        advice=advice,
        line=scene.line,
    )


def _known_place(scene: Scene, bible: Bible) -> SetKind | None:
    wanted = fold(scene.place)
    for place in bible.places:
        names = [fold(name) for name in (place.name, place.id, *place.aliases)]
        if wanted in names or any(name and name in wanted for name in names):
            return place.set
    return None


def _opening(scene: Scene, paragraphs: int) -> str:
    actions = [element.text for element in scene.elements if element.kind in SEEN]
    return " ".join(actions[:paragraphs])


def _by_words(scene: Scene, language: str) -> SetKind | None:
    told = QUOTED.sub(" ", _opening(scene, 2))  # news of a hospital makes none
    kind = _word_of(scene.place or scene.heading, language) or _first_in(told, language)
    if kind and scene.setting is Setting.EXT:
        return OUTSIDE.get(kind, kind)
    return kind


def _first_in(text: str, language: str) -> SetKind | None:
    return PLACES.first(text, language)


def _word_of(place: str, language: str) -> SetKind | None:
    """English and Chinese name the place last, Spanish first: azotea del hospital."""
    kinds = _kinds_in(place, language)
    if SetKind.HOSPITAL in kinds and set(kinds) <= OF_A_HOSPITAL:
        return SetKind.HOSPITAL
    special = [kind for kind in kinds if kind not in GENERAL] or kinds
    if not special:
        return None
    return special[0] if tongue(place, language) == "es" else special[-1]


def _kinds_in(place: str, language: str) -> list[SetKind]:
    """Sets in the order in which a name speaks of them; PLAIN is what is built from its words.

    Of two words at the same spot the longer one counts: a "spaceship bridge" spans no river.
    """
    own = [(hit.start, hit.end, hit.key) for hit in PLACES.hits(place, language)]
    plain = [
        (hit.start, hit.end, SetKind.PLAIN)
        for hit in built.hits_in(built.BASES, place)
        if hit.key != "room" or not own  # 总裁办公室 is no mere 室
    ]
    kept = [one for one in own if not any(_within(one, other) for other in plain)]
    kept += [
        one
        for one in plain
        if not any(_within(one, other) and one[:2] != other[:2] for other in own)
    ]
    return [kind for _start, _end, kind in sorted(kept)]


def _within(one: tuple[int, int, SetKind], other: tuple[int, int, SetKind]) -> bool:
    return other[0] <= one[0] and one[1] <= other[1]


def _interior(scene: Scene, kind: SetKind) -> bool:
    if scene.setting is not Setting.UNSAID:
        return scene.setting is Setting.INT
    if kind is SetKind.PLAIN:
        return built.read(scene.place).base not in built.OUTSIDE
    return kind not in OUTDOORS


def _time(scene: Scene, language: str) -> TimeOfDay:
    for text in (scene.heading, _opening(scene, 1)):
        if found := TIMES.first(text, language):
            return found
    return TimeOfDay.DAY


def _mood(scene: Scene, language: str, weather: Weather, time: TimeOfDay) -> Mood:
    text = f"{scene.heading} {_opening(scene, OPENING)}"
    found = [hit.key for hit in MOODS.asserted(text, language)]
    if found:
        return max(dict.fromkeys(found), key=lambda mood: (found.count(mood), -found.index(mood)))
    if weather in (Weather.STORM, Weather.RAIN):
        return Mood.SAD
    if time is TimeOfDay.NIGHT:
        return Mood.MYSTERY
    return Mood.CALM
