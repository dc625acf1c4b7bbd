"""Parts in order to episodes and scenes; what was assumed on the way is said."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from engine.contracts import (
    Element,
    ElementKind,
    EpisodeScript,
    Problem,
    Scene,
    Severity,
    TimeOfDay,
    Wording,
    _,
)
from engine.script.reading.parts import (
    EpisodeMark,
    FlashbackMark,
    Head,
    Part,
    as_note,
    front_matter_as_notes,
)

# What may stand before the first scene head without being a scene of its own.
_OUTSIDE = {
    ElementKind.SECTION, ElementKind.SYNOPSIS, ElementKind.NOTE, ElementKind.PAGE_BREAK,
    ElementKind.TRANSITION, ElementKind.CENTERED, ElementKind.SUPER, ElementKind.SOUND,
}  # fmt: skip


_PREFACE = re.compile(
    r"(?:CHARACTERS?|CAST(?: LIST)?|DRAMATIS PERSONAE|LOGLINE|SYNOPSIS|GENRE|FORMAT|NOTES?|TONE)"
    r"\s*[:\n]",
    re.IGNORECASE,
)


@dataclass
class _OpenScene:
    head: Head
    number: str
    time: TimeOfDay | None
    flashback: bool
    elements: list[Element] = field(default_factory=list)
    is_split: bool = False  # the rest of a scene that a flashback parted


@dataclass
class _OpenEpisode:
    number: int
    title: str
    scenes: list[_OpenScene] = field(default_factory=list)
    heads: int = 0


def assemble(parts: Sequence[Part]) -> tuple[tuple[EpisodeScript, ...], tuple[Problem, ...]]:
    """Episodes in the order of the file, and what the writer should know about them."""
    first = next((part for part in parts if isinstance(part, EpisodeMark | Head)), None)
    if isinstance(first, EpisodeMark) and first.number == 1:
        parts = front_matter_as_notes(parts)
    assembler = _Assembler(parts)
    for index, part in enumerate(parts):
        assembler.take(index, part)
    assembler.finish()
    return tuple(_close(episode) for episode in assembler.episodes), tuple(assembler.problems)


class _Assembler:
    def __init__(self, parts: Sequence[Part]) -> None:
        self.episodes: list[_OpenEpisode] = []
        self._by_number: dict[int, _OpenEpisode] = {}
        self._episode: _OpenEpisode | None = None
        self.problems: list[Problem] = []
        self._ends = _flashbacks_with_an_end(parts)
        self._waiting: list[Element] = []
        self._scene: _OpenScene | None = None
        self._splits = 0
        self._flashback = self._only_this_scene = False

    def take(self, index: int, part: Part) -> None:
        match part:
            case EpisodeMark():
                self._open_episode(part)
            case Head():
                self._open_scene(part)
            case FlashbackMark():
                self._turn(part, has_end=index in self._ends)
            case Element():
                self._add(part)

    def finish(self) -> None:
        if self._waiting:
            self._assume_scene(self._waiting[0].line)
        for episode in self._by_number.values():
            if not episode.scenes:
                self._say(
                    Severity.WARNING,
                    "episode-empty",
                    _("Episode {number} has no scene.", number=episode.number),
                    0,
                    _("Write its scenes or take its heading out."),
                )
        self.episodes = [episode for episode in self._by_number.values() if episode.scenes]

    def _open_episode(self, mark: EpisodeMark) -> None:
        if self._waiting and self._episode is not None:
            self._assume_scene(self._waiting[0].line)
        self._scene, self._flashback, self._only_this_scene = None, False, False
        again = self._by_number.get(mark.number)
        if again is not None:
            self._say(
                Severity.WARNING,
                "episode-twice",
                _("Episode {number} begins a second time.", number=mark.number),
                mark.line,
                _("Its scenes were added to the first; number it anew if it is another episode."),
            )
            self._episode = again
        else:
            self._add_episode(_OpenEpisode(mark.number, mark.title))

    def _add_episode(self, episode: _OpenEpisode) -> _OpenEpisode:
        self._by_number[episode.number] = self._episode = episode
        return episode

    def _open_scene(self, head: Head) -> None:
        episode = self._episode or self._add_episode(_OpenEpisode(1, ""))
        scenes = episode.scenes
        before = scenes[-1] if scenes else None
        if before is not None and head.same_time and not head.place:
            head = replace(head, place=before.head.place, setting=before.head.setting)
        if self._only_this_scene and self._scene is not None:
            self._flashback = self._only_this_scene = False
        self._splits = 0
        last = self._scene
        if last is not None and head.place and _is_only_a_number(last):
            scenes.remove(last)  # "SCENE 1" alone over "INT. HALL - NIGHT" is its number
            self._waiting = last.elements
            episode.heads -= 1
            head = replace(head, number=head.number or last.head.number)
        episode.heads += 1
        self._scene = _OpenScene(
            head,
            head.number or str(episode.heads),
            head.time or (before.time if before is not None and head.same_time else None),
            self._flashback or head.flashback,
            self._waiting,
        )
        self._waiting = []
        scenes.append(self._scene)

    def _turn(self, mark: FlashbackMark, *, has_end: bool) -> None:
        """Into or out of a flashback; in the middle of a scene this splits it: 4, 4A, 4B."""
        self._flashback = mark.begins
        self._only_this_scene = mark.begins and not has_end
        scene = self._scene
        if scene is None:
            return
        if mark.begins and not has_end and not scene.elements:
            scene.flashback = True
        elif scene.elements and scene.flashback != mark.begins:
            base = scene.number[:-1] if self._splits else scene.number
            self._splits += 1
            number = base + chr(ord("A") + (self._splits - 1) % 26)
            head = replace(scene.head, line=mark.line)
            self._scene = _OpenScene(head, number, scene.time, mark.begins, is_split=True)
            if self._episode is not None:
                self._episode.scenes.append(self._scene)
        elif not scene.elements:
            scene.flashback = mark.begins

    def _add(self, element: Element) -> None:
        if element.kind is ElementKind.DIALOGUE and not element.text:
            self._say(
                Severity.WARNING,
                "speech-empty",
                _("{name} has a line with no words.", name=element.character),
                element.line,
                _("Write what is said, or take the name out."),
            )
            text = element.parenthetical or element.character
            element = Element(
                kind=ElementKind.ACTION, text=text, line=element.line, character=element.character
            )
        if self._scene is not None:
            self._scene.elements.append(element)
            return
        if _PREFACE.match(element.text):
            element = as_note(element)
        self._waiting.append(element)
        if element.kind not in _OUTSIDE:
            self._assume_scene(element.line)

    def _assume_scene(self, line: int) -> None:
        self._say(
            Severity.NOTE,
            "no-scene-heading",
            _("A scene begins here without a heading; one was assumed."),
            line,
            _("Write where and when it plays, for example “INT. KITCHEN - NIGHT”."),
        )
        self._open_scene(Head(text="", line=line))

    def _say(
        self, severity: Severity, code: str, message: Wording, line: int, advice: Wording
    ) -> None:
        self.problems.append(
            Problem.of(severity=severity, code=code, message=message, advice=advice, line=line)
        )


def _is_only_a_number(scene: _OpenScene) -> bool:
    """Whether a scene has a heading that names no place, and nothing to film."""
    nothing = all(element.kind in _OUTSIDE for element in scene.elements)
    return bool(scene.head.text) and not scene.head.place and nothing


def _flashbacks_with_an_end(parts: Sequence[Part]) -> set[int]:
    """Indexes of flashback marks that another mark closes within the episode."""
    closed: set[int] = set()
    opened: int | None = None
    for index, part in enumerate(parts):
        if isinstance(part, EpisodeMark):
            opened = None
        elif isinstance(part, FlashbackMark):
            if not part.begins and opened is not None:
                closed.add(opened)
            opened = index if part.begins else None
    return closed


def _close(episode: _OpenEpisode) -> EpisodeScript:
    return EpisodeScript(
        number=episode.number,
        title=episode.title,
        scenes=tuple(
            Scene(
                number=scene.number,
                heading=scene.head.text,
                setting=scene.head.setting,
                place=scene.head.place,
                time=scene.time,
                line=scene.head.line,
                elements=tuple(scene.elements),
                present=scene.head.present,
                flashback=scene.flashback,
            )
            for scene in episode.scenes
            if scene.elements or not scene.is_split
        ),
    )
