"""The people of the rehearsal renderer: built from a look, posed, lit and inked."""

from engine.rehearsal.figure.acting import Acting
from engine.rehearsal.figure.figure import Figure
from engine.rehearsal.figure.hair import HAIR_STYLES
from engine.rehearsal.figure.pose import FaceRig, Hand, Landmarks, Overlays, Pose
from engine.rehearsal.figure.wardrobe import WARDROBES

__all__ = [
    "HAIR_STYLES",
    "WARDROBES",
    "Acting",
    "FaceRig",
    "Figure",
    "Hand",
    "Landmarks",
    "Overlays",
    "Pose",
]
