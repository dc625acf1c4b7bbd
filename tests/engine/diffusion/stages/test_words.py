"""What the stages tell a model is what they show it."""

from msgspec.structs import replace

from engine.contracts import Final, Format, Reference, ReferenceKind, RenderRequest
from engine.diffusion.stages import words
from engine.diffusion.stages.plan import ShotPlan, plan
from tests.engine.diffusion.prompts.scenes import CAST, KEYFRAMES, VIDEO, person, shot

FRONT = Reference(kind=ReferenceKind.CHARACTER, subject="mia", file="front.png", view="front")
PLACE = Reference(kind=ReferenceKind.PLACE, subject="OFFICE", file="day.png", view="day")
TOM = Reference(kind=ReferenceKind.CHARACTER, subject="tom", file="tom.png", view="front")


def planned(**given: object) -> ShotPlan:
    final = replace(Final(references=(TOM, PLACE, FRONT)), **given)
    picture = Format(width=64, height=96, fps=8)
    request = RenderRequest(shot=shot(person()), cast=CAST, format=picture, final=final)
    return plan(request, KEYFRAMES, VIDEO)


def test_pictures_are_counted_as_they_are_shown() -> None:
    asked = planned()
    assert words.leading(asked, KEYFRAMES, continues=False) == (FRONT, PLACE)
    text = words.keyframe(asked, 0.0, continues=False).text
    assert "Mia is the young woman of image 2" in text
    assert "as in image 3" in text


def test_the_frame_before_is_counted_first() -> None:
    text = words.keyframe(planned(), 0.0, continues=True).text
    assert "Image 2 is the moment before" in text
    assert "Mia is the young woman of image 3" in text


def test_a_video_model_with_guidance_is_told_what_to_keep_away_from() -> None:
    prompt = words.video(planned(avoid=("too dark",)))
    assert "underexposed" in prompt.negative
    assert "image 2" not in prompt.text
