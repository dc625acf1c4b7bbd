"""Which pictures a reference sheet has, and what a keyframe model is told of each."""

from engine.contracts import EngineError, Expression, ReferenceKind, ReferencesRequest, _
from engine.diffusion.leading import VIEWS
from engine.diffusion.prompts import acting, looks, sentences, setting
from engine.diffusion.prompts.dialects import Dialect

HOURS = ("day", "night")
EXPRESSIONS = (
    Expression.CALM,
    Expression.JOY,
    Expression.SAD,
    Expression.ANGER,
    Expression.FEAR,
)
SHEET = (*VIEWS, *EXPRESSIONS)  # the front first: it leads the others once it is picked
STANDING = {
    "front": "facing the camera",
    "three_quarter": "turned three quarters to the right",
    "side": "in profile, facing right",
    "back": "seen from behind, the face hidden",
}
STUDIO = "Plain light grey background, soft even studio light, sharp focus, nothing else"


def kind(request: ReferencesRequest) -> ReferenceKind:
    """Raises EngineError "nothing-to-picture" unless the request is of exactly one subject."""
    if (request.character is None) == (request.place is None):
        raise EngineError(
            "nothing-to-picture",
            _("A reference sheet is of one character or of one place."),
        )
    return ReferenceKind.CHARACTER if request.character else ReferenceKind.PLACE


def views(request: ReferencesRequest) -> tuple[str, ...]:
    """Those asked for, or all. Raises EngineError "unknown-view"."""
    is_person = kind(request) is ReferenceKind.CHARACTER
    known = (*VIEWS, *(one.value for one in Expression)) if is_person else HOURS
    for view in request.views:
        if view not in known:
            raise EngineError(
                "unknown-view",
                _("No sheet has the view “{view}”.", view=view),
                _("Use {known}.", known=tuple(known)),
            )
    return request.views or (tuple(map(str, SHEET)) if is_person else HOURS)


def words(request: ReferencesRequest, view: str, dialect: Dialect, *, follows: bool) -> str:
    """What the model is told, a sentence a line. `follows`: image 2 shows the same person."""
    kept = "Keep the pose and framing of image 1; image 1 is a sketch"
    lines = [
        *([_as_filmed(kept, request.style)] if dialect.pictures else []),
        *(
            _of_a_place(request, view, follows)
            if request.place
            else _of_a_person(request, view, follows)
        ),
        f"Style: {setting.style(request.style)}",
    ]
    joint = ",\n" if dialect.tags else "\n"
    return joint.join(sentences.sentence(line) for line in lines)


def _as_filmed(kept: str, style: str) -> str:
    return kept if setting.is_drawn(style) else f"{kept}, make it a real photograph"


def _of_a_person(request: ReferencesRequest, view: str, follows: bool) -> list[str]:
    assert request.character is not None  # noqa: S101  `kind` said so
    character, look = request.character, request.character.look
    face_only = view not in STANDING
    wears = looks.clothes(request.wardrobe or look.wardrobe, close=face_only)
    item = looks.signature(character, close=face_only)
    who = looks.who(look, chinese=request.language.startswith("zh"))
    known = looks.listed(looks.features(look))
    same = f"The same {looks.noun(look)} as in image 2: the same face, hair and body"
    return [
        *([same] if follows else []),
        f"Character reference: {who} with {known}, wearing {looks.listed([wears, item])}",
        _face(view) if face_only else f"Full body, standing upright, arms down, {STANDING[view]}",
        *([] if face_only else ["A calm face"] if view != "back" else []),
        STUDIO,
    ]


def _face(view: str) -> str:
    return f"Head and shoulders, facing the camera, {acting.FACES[Expression(view)].look}"


def _of_a_place(request: ReferencesRequest, view: str, follows: bool) -> list[str]:
    dressing = request.place
    assert dressing is not None  # noqa: S101  `kind` said so
    things = setting.things(dressing)
    return [
        *(["The same place as in image 2, from the same point"] if follows else []),
        f"Location reference: {view}, {setting.place(dressing, request.described)}",
        *([f"In it: {things}"] if things else []),
        f"Light: {setting.light(dressing)}",
        "The place is empty, without any person",
    ]
