"""What a shot's composition is to a model that paints over it: pictures of its first and last
frame, and of where everything in them is."""

from engine.contracts.base import Value

Pixel = tuple[float, float]  # from the left and from the top of the frame


class PersonLayout(Value, frozen=True, kw_only=True):
    """One person in a frame; nobody of whom nothing is seen."""

    character: str  # id
    mask: str  # file: white where this person is what one sees
    box: tuple[int, int, int, int]  # left, top, right, bottom of the mask, px
    joints: dict[str, Pixel] = {}  # by the names of JOINTS; what is hidden is left out


class FrameLayout(Value, frozen=True, kw_only=True):
    """One frame without lettering, weather and flashes. Files are PNG, named inside the folder.

    `depth` is 16 bits of grey, white at `near` and black at `far`, even in 1 / distance; it is ""
    for an insert, whose thing stands nowhere. `lines` are white on black. `pose` is drawn as
    OpenPose draws its eighteen joints.
    """

    at: float  # seconds of the shot
    picture: str
    lines: str
    depth: str = ""
    near: float = 0.0  # cm from the lens
    far: float = 0.0
    pose: str = ""
    people: tuple[PersonLayout, ...] = ()  # in the order of shot.people


class Layout(Value, frozen=True, kw_only=True):
    """A shot laid out; `inputs` names what it was made from, as a take's does."""

    inputs: str
    first: FrameLayout
    last: FrameLayout
