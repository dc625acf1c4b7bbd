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
from engine.script.lexicon.events import LAMPS, MOODS, TIMES, WEATHERS
from engine.script.lexicon.match import tongue
from engine.script.lexicon.places import PLACES
from engine.script.scenery import SEEN, stands_in

GENERAL = (SetKind.LIVING_ROOM, SetKind.STREET, SetKind.OFFICE)  # "SMITH HOUSE, KITCHEN"
OUTDOORS = (
    SetKind.STREET,
    SetKind.ROOFTOP,
    SetKind.COURTYARD,
    SetKind.ALLEY,
    SetKind.FOREST,
    SetKind.MOUNTAIN,
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
}
OPENING = 3  # paragraphs of action that decide a scene's mood; the rest cannot change it


def dress(
    scene: Scene, bible: Bible, language: str, seed: int
) -> tuple[SetDressing, Problem | None]:
    """The set of a scene, and a note where its place is not known."""
    kind = _known_place(scene, bible) or _by_words(scene, language)
    kind = kind or (SetKind.PLAIN if scene.place else None)
    note = None
    if kind is None or kind is SetKind.PLAIN:
        note = _unknown(scene)
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


def _unknown(scene: Scene) -> Problem:
    named = _("“{place}”", place=scene.place) if scene.place else _("a scene without a place")
    return Problem.of(
        severity=Severity.NOTE,
        code="unknown-place",
        message=_("No set is known for {named}; a plain one is used.", named=named),
        advice=_("Name a set for it under [[places]] in the series bible."),
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
    kind = _word_of(scene.place or scene.heading, language) or _first_in(
        _opening(scene, 2), language
    )
    if kind and scene.setting is Setting.EXT:
        return OUTSIDE.get(kind, kind)
    return kind


def _first_in(text: str, language: str) -> SetKind | None:
    return PLACES.first(text, language)


def _word_of(place: str, language: str) -> SetKind | None:
    """English and Chinese name the place last, Spanish first: azotea del hospital."""
    kinds = [hit.key for hit in PLACES.hits(place, language)]
    if SetKind.HOSPITAL in kinds and set(kinds) <= {
        SetKind.HOSPITAL,
        SetKind.HALL,
        SetKind.BEDROOM,
        SetKind.OFFICE,
    }:
        return SetKind.HOSPITAL
    special = [kind for kind in kinds if kind not in GENERAL] or kinds
    if not special:
        return None
    return special[0] if tongue(place, language) == "es" else special[-1]


def _interior(scene: Scene, kind: SetKind) -> bool:
    if scene.setting is Setting.UNSAID:
        return kind not in OUTDOORS
    return scene.setting is Setting.INT


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
