"""Face, wardrobe, place and text: how alike a take is to what it is to show."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from engine.contracts import (
    EngineError,
    Finding,
    Problem,
    Quality,
    Reference,
    ReferenceKind,
    Severity,
    Shot,
    ShotSize,
    Wording,
    _,
)
from engine.diffusion.scorers.embedding import (
    Vector,
    cosine,
    embedded,
    embedded_whole,
    words_embedded,
)
from engine.diffusion.scorers.faces import clothes, faces, upright
from engine.diffusion.scorers.opened import Does, Scorer, ScorerCard, Scorers
from engine.quality.footage import Picture
from engine.quality.verdict import Verdict, between, finding

_CLOSE = {ShotSize.CU, ShotSize.ECU}  # in which little of the place is seen
_FAR = {ShotSize.EWS, ShotSize.WS}  # in which faces are too small
_AWAY = 100  # degrees of yaw from which the face is turned away


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Some frames of a take in full size, and what they are to be like."""

    frames: Sequence[Picture]
    shot: Shot
    references: Sequence[tuple[Reference, Picture]] = ()
    prompt: str = ""

    def pictures(self, kind: ReferenceKind) -> list[tuple[str, Picture]]:
        return [(one.subject, picture) for one, picture in self.references if one.kind is kind]


@dataclass(slots=True)
class _People:
    """Per character the directions of faces, and of clothes, in some pictures."""

    faces: dict[str, list[Vector]] = field(default_factory=dict)
    clothes: dict[str, list[Vector]] = field(default_factory=dict)


def scored(
    asked: Compared, scorers: Scorers
) -> tuple[dict[Quality, Verdict | None], tuple[Problem, ...]]:
    """Verdicts of what the scorers that are there can tell, and which are missing or broken.

    Raises ImportError without onnxruntime.
    """
    detector, face = scorers.get(Does.DETECTOR), scorers.get(Does.FACE)
    picture, text = scorers.get(Does.PICTURE), scorers.get(Does.TEXT)
    verdicts: dict[Quality, Verdict | None] = {}
    missing: list[Problem] = []

    def ask(look: Callable[[], dict[Quality, Verdict | None]]) -> None:
        nonlocal verdicts
        try:
            verdicts |= look()
        except EngineError as error:
            missing.append(error.problem(Severity.NOTE))

    if asked.pictures(ReferenceKind.CHARACTER):
        if detector and face:
            ask(lambda: _people(asked, detector, face, picture))
        else:
            missing.append(_missing_faces(scorers))
    if asked.pictures(ReferenceKind.PLACE) and asked.shot.insert is None:
        if picture:
            ask(lambda: {Quality.PLACE: _place(asked, picture)})
        else:
            missing.append(_missing_pictures(scorers))
    if asked.prompt:
        if text:
            ask(lambda: {Quality.TEXT: _text(asked, text)})
        else:
            missing.append(_missing_text(scorers))
    return verdicts, (*missing, *(scorers.problems if missing else ()))


def _people(
    asked: Compared, detector: Scorer, face: Scorer, picture: Scorer | None
) -> dict[Quality, Verdict | None]:
    """Face and wardrobe of those who are seen from the front and have references."""
    known = _known(asked, detector, face, picture)
    if not known.faces or asked.shot.size in _FAR:
        return {}
    worn: dict[str, list[float]] = {name: [] for name in known.clothes}
    alike: dict[str, list[float]] = {name: [] for name in known.faces}
    for frame in asked.frames:
        seen = [
            (one, embedded_whole(upright(frame, one, face.card.size), face))
            for one in faces(frame, detector)
        ]
        for name, references in known.faces.items():
            if not seen:
                continue
            nearest = max(seen, key=lambda one: _nearest(one[1], references))
            alike[name].append(_nearest(nearest[1], references))
            area = clothes(frame, nearest[0])
            if picture and area is not None and name in known.clothes:
                worn[name].append(_nearest(embedded(area, picture), known.clothes[name]))
    found: dict[Quality, Verdict | None] = {Quality.FACE: _faces(asked, alike, face.card)}
    if picture:
        found[Quality.WARDROBE] = _wardrobe(asked, worn, picture.card)
    return found


def _known(asked: Compared, detector: Scorer, face: Scorer, picture: Scorer | None) -> _People:
    """What the references show of those who are to be seen from the front."""
    known = _People()
    seen = {
        one.character for one in asked.shot.people if not one.over_shoulder and abs(one.yaw) < _AWAY
    }
    for name, reference in asked.pictures(ReferenceKind.CHARACTER):
        found = faces(reference, detector) if name in seen else []
        if not found:
            continue
        vector = embedded_whole(upright(reference, found[0], face.card.size), face)
        known.faces.setdefault(name, []).append(vector)
        area = clothes(reference, found[0])
        if picture and area is not None:
            known.clothes.setdefault(name, []).append(embedded(area, picture))
    return known


def _nearest(vector: Vector, others: Sequence[Vector]) -> float:
    return max(cosine(vector, other) for other in others)


def _faces(asked: Compared, alike: dict[str, list[float]], card: ScorerCard) -> Verdict:
    """The least alike of all decides; nobody is to be somebody else."""
    scores, found = [], []
    for name, cosines in sorted(alike.items()):
        if not cosines:
            said = (
                _("No face is seen that could be {name}'s.", name=_name(asked.shot, name)),
                _(
                    "Where the face is only turned away, keep the take; where it is deformed, "
                    "make another final."
                ),
            )
            found.append(finding(Quality.FACE, Severity.WARNING, "no-face", said))
            scores.append(0.0)
            continue
        scores.append(_score(cosines, card))
        if float(np.mean(cosines)) < card.least:
            said = (
                _("The face is not {name}'s.", name=_name(asked.shot, name)),
                _("Lock more references of the face, or name a LoRA; then make another final."),
            )
            found.append(finding(Quality.FACE, Severity.WARNING, "face-unlike", said))
    return Verdict(min(scores), tuple(found))


def _wardrobe(asked: Compared, worn: dict[str, list[float]], card: ScorerCard) -> Verdict | None:
    measured = {name: cosines for name, cosines in sorted(worn.items()) if cosines}
    if not measured:
        return None
    found = []
    for name, cosines in measured.items():
        if float(np.mean(cosines)) < card.least:
            said = (
                _("{name} wears something else.", name=_name(asked.shot, name)),
                _("Lock a reference in the clothes of the scene, and make another final."),
            )
            found.append(finding(Quality.WARDROBE, Severity.WARNING, "wardrobe-unlike", said))
    return Verdict(min(_score(cosines, card) for cosines in measured.values()), tuple(found))


def _place(asked: Compared, picture: Scorer) -> Verdict | None:
    """None in close-ups: there is too little of the place in them."""
    if asked.shot.size in _CLOSE:
        return None
    references = [embedded(one, picture) for _name_, one in asked.pictures(ReferenceKind.PLACE)]
    cosines = [_nearest(embedded(frame, picture), references) for frame in asked.frames]
    found: tuple[Finding, ...] = ()
    if float(np.mean(cosines)) < picture.card.least:
        said = (
            _("The place is another than in its reference."),
            _(
                "Lock another reference of the place, or choose another keyframe model; then "
                "make another final."
            ),
        )
        found = (finding(Quality.PLACE, Severity.WARNING, "place-unlike", said),)
    return Verdict(_score(cosines, picture.card), found)


def _text(asked: Compared, text: Scorer) -> Verdict:
    words = words_embedded(asked.prompt, text)
    cosines = [cosine(embedded(frame, text), words) for frame in asked.frames]
    found: tuple[Finding, ...] = ()
    if float(np.mean(cosines)) < text.card.least:
        said = (
            _("The picture does not show what the prompt says."),
            _("Make the prompt shorter and its subject plainer, and make another final."),
        )
        found = (finding(Quality.TEXT, Severity.WARNING, "prompt-not-shown", said),)
    return Verdict(_score(cosines, text.card), found)


def _score(cosines: Sequence[float], card: ScorerCard) -> float:
    return between(float(np.mean(cosines)), card.other, card.same)


def _name(shot: Shot, character: str) -> str:
    """What somebody is called in the captions; else the id."""
    return next((line.name for line in shot.lines if line.character == character), character)


def _missing_faces(scorers: Scorers) -> Problem:
    return _note(
        "no-face-scorer",
        _("Faces were not compared: there is no scorer for them."),
        _(
            "Put YuNet (MIT) and AuraFace (Apache-2.0) as ONNX into “{folder}”.",
            folder=str(scorers.folder),
        ),
    )


def _missing_pictures(scorers: Scorers) -> Problem:
    return _note(
        "no-picture-scorer",
        _("Clothes and places were not compared: there is no scorer for them."),
        _("Put DINOv2 (Apache-2.0) as ONNX into “{folder}”.", folder=str(scorers.folder)),
    )


def _missing_text(scorers: Scorers) -> Problem:
    return _note(
        "no-text-scorer",
        _("Prompt and picture were not compared: there is no scorer for them."),
        _("Put CLIP of OpenCLIP (MIT) as ONNX into “{folder}”.", folder=str(scorers.folder)),
    )


def _note(code: str, message: Wording, advice: Wording) -> Problem:
    return Problem.of(severity=Severity.NOTE, code=code, message=message, advice=advice)
