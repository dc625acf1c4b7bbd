"""Shot size, angle and gaze as a camera crew says them."""

from engine.contracts import Angle, Blocking, Gesture, Shot, ShotSize

SIZES = {
    ShotSize.EWS: "Extreme wide shot, the people small in the place",
    ShotSize.WS: "Wide shot, full bodies",
    ShotSize.MLS: "Medium long shot, from the knees up",
    ShotSize.MS: "Medium shot, from the waist up",
    ShotSize.MCU: "Medium close-up, head and shoulders",
    ShotSize.CU: "Close-up of the face",
    ShotSize.ECU: "Extreme close-up of the eyes",
}
OF_A_THING = {ShotSize.ECU: "Extreme close-up", ShotSize.CU: "Close-up"}
ANGLES = {
    Angle.EYE: "eye level",
    Angle.LOW: "low angle, the camera looking up",
    Angle.HIGH: "high angle, the camera looking down",
    Angle.OVERHEAD: "overhead shot, straight down",
    Angle.DUTCH: "Dutch angle, tilted horizon",
    Angle.OVER_SHOULDER: "over-the-shoulder shot",
    Angle.POV: "point-of-view shot",
}
CLOSE = frozenset((ShotSize.CU, ShotSize.ECU, ShotSize.MCU))
FAR = frozenset((ShotSize.EWS,))
WIDE = frozenset((ShotSize.EWS, ShotSize.WS, ShotSize.MLS))


def size(shot: Shot) -> str:
    if shot.insert is not None:
        return OF_A_THING.get(shot.size, SIZES[shot.size].partition(",")[0])
    return SIZES[shot.size]


def shot_words(shot: Shot) -> str:
    """ "Close-up of the face, low angle, the camera looking up"."""
    return f"{size(shot)}, {ANGLES[shot.angle]}"


def turned(person: Blocking) -> str:
    """How the body stands to the camera; negative yaw looks to frame left."""
    side = "left" if person.yaw < 0 else "right"
    turn = abs(person.yaw)
    if turn < 12:
        return "facing the camera"
    if turn < 60:
        return f"in three-quarter view facing {side}"
    return f"in profile facing {side}" if turn < 120 else "seen from behind"


def gaze(shot: Shot, person: Blocking, names: dict[str, str]) -> str:
    """Whom or what they look at. Someone outside the frame is a direction, never a name: a named
    person would be painted."""
    closed = any(cue.gesture is Gesture.CLOSE_EYES for cue in person.gestures)
    if closed or abs(person.yaw) >= 120:
        return ""
    if person.look_at == "lens":
        aside = {Angle.HIGH: "up at", Angle.OVERHEAD: "up at", Angle.LOW: "down into"}
        return f"looking {aside.get(shot.angle, 'into')} the camera"
    if person.look_at in names:
        return f"looking at {names[person.look_at]}"
    if abs(person.yaw) < 12:
        return ""
    return f"looking past the camera to the {'left' if person.yaw < 0 else 'right'}"


def side(person: Blocking, among: int) -> str:
    """Where in the frame."""
    if among == 1:
        return "" if abs(person.x) < 0.4 else f"on the {_hand(person.x)} side of the frame"
    return "in the centre" if abs(person.x) < 0.25 else f"on the {_hand(person.x)}"


def _hand(x: float) -> str:
    return "left" if x < 0 else "right"
