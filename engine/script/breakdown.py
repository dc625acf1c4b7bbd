"""A screenplay broken down into shots by rules of film grammar."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import msgspec

from engine.contracts import (
    Bible,
    Breakdown,
    BreakdownRequest,
    Character,
    Context,
    EngineError,
    EpisodeScript,
    Line,
    LineKind,
    Problem,
    Scene,
    Screenplay,
    SetDressing,
    Severity,
    Shot,
    Slate,
    Weather,
    _,
)
from engine.script import grammar
from engine.script.notes.tongues import foreign
from engine.script.notes.undrawn import not_drawn
from engine.script.people.bearing import bearings
from engine.script.people.bible import check_bible, load_entries
from engine.script.people.casting import Cast, cast_screenplay
from engine.script.people.costumes import costumes
from engine.script.people.entry import Entry
from engine.script.plan import Draft, Kind, Moment, ScenePlan
from engine.script.reading.read import read
from engine.script.staging.blocking import people
from engine.script.staging.drafting import draft, lingering, tongue_of
from engine.script.staging.holding import in_hand
from engine.script.staging.manners import told_apart
from engine.script.staging.places import continued, dress
from engine.script.staging.presence import members
from engine.script.staging.scenery import crowd_feels, of_their_time, where_they_hide
from engine.script.staging.scenes import Before, moments
from engine.script.staging.signals import is_hushed

KICKERS = {"en": "Episode {number}", "zh": "第{number}集", "es": "Capítulo {number}"}
MORE = {"en": "TO BE CONTINUED", "zh": "未完待续", "es": "CONTINUARÁ"}
LONGEST = 300_000  # characters of an episode; a long feature film has 200,000


@dataclass
class Past:
    """What the scenes so far leave to the next: captions, sets as they stood, who hid where."""

    casts: list[tuple[str, ...]]  # who is in each scene of the episode
    sets: list[SetDressing]  # and where it plays
    captions: tuple[str, ...] = ()
    dressings: list[SetDressing] = field(default_factory=list)
    hiding: dict[str, Mapping[str, str]] = field(default_factory=dict)  # by place
    told: set[str] = field(default_factory=set)  # of what is not drawn

    def of(self, place: str) -> Before:
        return Before(self.captions, self.hiding.get(place, {}))

    def remember(self, plan: ScenePlan) -> None:
        self.captions = plan.captions_left
        self.dressings.append(plan.dressing)
        self.hiding[plan.dressing.place] = plan.unseen


def breakdown(request: BreakdownRequest, context: Context) -> Breakdown:
    """The shot list of one episode; the same script, bible and seed give the same bytes.

    Raises EngineError where there is nothing to shoot or the bible cannot be read.
    """
    (bible, entries), screenplay = load_entries(request.bible), read(request.source, context)
    episode = _bearable(_episode(screenplay, request.episode))
    number, seed = request.number or episode.number, request.seed or bible.seed
    cast = cast_screenplay(screenplay, entries, request.kept)
    title = _title(episode, number, bible, screenplay)
    continues = request.continues or episode.number < max(e.number for e in screenplay.episodes)
    serial = len(screenplay.episodes) > 1 or bool(episode.title)
    shots: list[Shot] = []
    problems = [*screenplay.problems, *check_bible(request.bible)]
    scenes = [scene for scene in episode.scenes if scene.elements or scene.heading]
    dressed = [_dressed(one, cast, bible, screenplay.language, seed) for one in scenes]
    past = Past([members(scene, cast) for scene in scenes], [one for one, _ in dressed])
    worn = costumes(scenes, cast, _given(entries), screenplay.language)
    for at, (scene, (dressing, note)) in enumerate(zip(scenes, dressed, strict=True)):
        context.step(at, len(scenes), scene.heading)
        plan = _plan(scene, cast, continued(dressing, past.dressings), screenplay.language, past)
        past.remember(plan)
        plan = replace(
            plan,
            worn=worn[at],
            opens=not shots,
            closes=at == len(scenes) - 1,
            continues=continues,
            serial=serial,
            title=title,
            kicker=_kicker(screenplay.language, number, title) if serial else "",
            to_be_continued=MORE.get(screenplay.language[:2], MORE["en"]),
        )
        shots.extend(made := _shots(grammar.apply(plan), number))
        problems += [note] if note else []
        problems += not_drawn(scene, made, cast, screenplay.language, past.told)
    if not shots:
        raise _nothing_to_shoot()
    problems += [*foreign(screenplay.language, shots), *_by_rule(cast, entries, shots)]
    return Breakdown(
        title=bible.title or screenplay.title,
        episode=number,
        episode_title=title,
        language=screenplay.language,
        cast=(seen := _seen(cast, shots)),
        by_rule=tuple(cast.by_rule[person.id] for person in seen),
        shots=told_apart(shots),
        problems=tuple(dict.fromkeys(problems)),
        line=episode.line,
    )


def _dressed(
    scene: Scene, cast: Cast, bible: Bible, language: str, seed: int
) -> tuple[SetDressing, Problem | None]:
    """The set of a scene with a crowd of the time that its people dress for, and a note."""
    dressing, note = dress(scene, bible, language, seed)
    kinds = [cast.get(who).look.wardrobe.kind for who in members(scene, cast)]
    return of_their_time(dressing, kinds), note


def _given(entries: tuple[Entry, ...]) -> set[str]:
    """Ids of those whose clothes the bible gives."""
    return {entry.person.id for entry in entries if "wardrobe" in entry.look}


def _nothing_to_shoot() -> EngineError:
    return EngineError(
        "nothing-to-shoot",
        _("There is nothing to shoot in this episode: no action and no line."),
        _("Write what happens below a scene heading, or a line below a name."),
    )


def _bearable(episode: EpisodeScript) -> EpisodeScript:
    """The episode, if it is not so long that breaking it down would seem never to end."""
    length = sum(len(element.text) for scene in episode.scenes for element in scene.elements)
    if length > LONGEST:
        raise EngineError(
            "episode-too-long",
            _(
                "Episode {number} has {length} characters; more than {most} cannot be broken down "
                "in one piece.",
                number=episode.number,
                length=length,
                most=LONGEST,
            ),
            _("Divide it into episodes, each with a heading of its own such as “# Episode 2”."),
        )
    return episode


def _episode(screenplay: Screenplay, number: int) -> EpisodeScript:
    if not screenplay.episodes:
        raise EngineError(
            "empty-script",
            _("The screenplay is empty."),
            _("Write a scene first."),
            screenplay.problems,
        )
    if not number:
        return screenplay.episodes[0]
    for episode in screenplay.episodes:
        if episode.number == number:
            return episode
    there = tuple(str(episode.number) for episode in screenplay.episodes)
    raise EngineError(
        "no-such-episode",
        _("The screenplay has no episode {number}; it has {there}.", number=number, there=there),
        _("Ask for one of those."),
    )


def _title(episode: EpisodeScript, number: int, bible: Bible, screenplay: Screenplay) -> str:
    planned = next((plan.title for plan in bible.episodes if plan.number == number), "")
    return episode.title or planned or bible.title or screenplay.title


def _kicker(language: str, number: int, title: str) -> str:
    """Which episode it is, where the title does not say so itself."""
    said = re.search(r"\d|第.+[集话]", title)
    return "" if said else KICKERS.get(language[:2], KICKERS["en"]).format(number=number)


def _elsewhere(past: Past, here: SetDressing) -> dict[str, SetDressing]:
    """Where else in the episode everyone is, by id: what is behind them on the telephone."""
    found: dict[str, SetDressing] = {}
    for there, dressing in zip(past.casts, past.sets, strict=True):
        for who in there:
            if dressing.place != here.place:
                found.setdefault(who, dressing)
    return found


def _names(cast: Cast) -> tuple[str, ...]:
    """What everyone is called."""
    return tuple(
        name for person in cast.characters for name in (person.name, *person.aliases) if name
    )


def _plan(
    scene: Scene,
    cast: Cast,
    dressing: SetDressing,
    language: str,
    past: Past,
) -> ScenePlan:
    voices = {person.id: person.voice for person in cast.characters}
    bearing = bearings(cast.characters, dressing.mood, language)
    happens, left, unseen = moments(
        scene, cast, language, dressing.weather, past.of(dressing.place)
    )
    return ScenePlan(
        number=scene.number,
        heading=scene.heading,
        dressing=dressing,
        language=language,
        axis=members(scene, cast),
        drafts=draft(lingering(happens), voices, bearing, language),
        bearing=bearing,
        captions_left=left,
        elsewhere=_elsewhere(past, dressing),
        names=_names(cast),
        unseen=unseen,
        flashback=scene.flashback,
    )


def _shots(plan: ScenePlan, episode: int) -> list[Shot]:
    return [_shot(plan, one, episode, at) for at, one in enumerate(plan.drafts, start=1)]


def _shot(plan: ScenePlan, one: Draft, episode: int, at: int) -> Shot:
    moment = one.moment
    return Shot(
        slate=Slate(
            id=f"e{episode:02d}-s{plan.number}-{at:03d}",
            episode=episode,
            scene=plan.number,
            number=at,
            lines=moment.source,
            rules=(*one.rules, "keep_the_line"),
        ),
        duration=one.length,
        set=_dressing(plan.dressing, moment, plan.language),
        size=one.size,
        angle=one.angle,
        move=one.move,
        people=people(plan, one),
        lines=_lines(one, plan.language),
        insert=in_hand(plan, at - 1),
        effects=one.effects,
        lettering=one.lettering,
        beyond=plan.elsewhere.get(one.partner) if one.split else None,
        sounds=one.sounds,
        action="" if moment.kind is Kind.SPEECH else moment.text,
        language=plan.language,
    )


def _dressing(dressing: SetDressing, moment: Moment, language: str) -> SetDressing:
    light = "lightning" if moment.weather is Weather.STORM else dressing.light
    props = dressing.props
    if moment.aloft:
        props = ("abyss",)
    elif moment.veil and moment.insert is None:
        dressing = where_they_hide(dressing, moment.veil)
        props = dressing.props
    elif moment.kind is Kind.PLACE:
        props = crowd_feels(props, moment.text, language)
    return msgspec.structs.replace(dressing, weather=moment.weather, light=light, props=props)


def _lines(one: Draft, language: str) -> tuple[Line, ...]:
    """The line of a draft, and the one that is spoken at the same time."""
    if one.spoken is None or one.feeling is None:
        return ()
    moment = one.moment
    aside = one.subject != moment.who and moment.spoken is LineKind.ON_SCREEN
    line = Line(
        character=moment.who,
        name=moment.name,
        text=moment.text,
        at=one.lead,
        duration=one.spoken.duration,
        language=tongue_of(moment.text, language),
        kind=LineKind.OFF_SCREEN if aside else moment.spoken,
        expression=one.feeling.expression,
        intensity=one.feeling.intensity,
        hushed=is_hushed(moment.manner),
    )
    twin = replace(one.twin, lead=one.lead) if one.twin else None
    return (line, *(_lines(twin, language) if twin else ()))


def _seen(cast: Cast, shots: list[Shot]) -> tuple[Character, ...]:
    """Those of the cast whom the episode shows or hears."""
    needed = frozenset[str]().union(*(shot.characters for shot in shots))
    return tuple(person for person in cast.characters if person.id in needed)


def _by_rule(cast: Cast, entries: tuple[Entry, ...], shots: list[Shot]) -> list[Problem]:
    described = {entry.person.id for entry in entries}
    names = [person.name for person in _seen(cast, shots) if person.id not in described]
    if not names:
        return []
    return [
        Problem.of(
            severity=Severity.NOTE,
            code="cast-by-rule",
            message=_("Look and voice were chosen by rule for {names}.", names=tuple(names)),
            advice=_("Describe them under [[characters]] in the series bible."),
        )
    ]
