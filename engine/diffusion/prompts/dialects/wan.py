"""Wan 2.x: short plain sentences, who, what moves, then the camera; it reads Chinese as well.

The first frame shows looks and place already, so the words go to what moves.
"""

from engine.contracts import Move
from engine.diffusion.prompts import sentences
from engine.diffusion.prompts.brief import Brief
from engine.diffusion.prompts.dialects import Dialect
from engine.diffusion.prompts.fit import Sentence

CAMERA = {
    Move.STATIC: "Static camera, fixed on a tripod",
    Move.PUSH_IN: "The camera {pace}pushes in",
    Move.PULL_OUT: "The camera {pace}pulls back",
    Move.PAN_LEFT: "The camera {pace}pans left",
    Move.PAN_RIGHT: "The camera {pace}pans right",
    Move.TILT_UP: "The camera {pace}tilts up",
    Move.TILT_DOWN: "The camera {pace}tilts down",
    Move.TRACK: "Tracking shot, the camera moves along with the subject",
    Move.WHIP: "The camera whips round with the movement, motion blur",
    Move.CRASH_ZOOM: "Rapid crash zoom in",
    Move.HANDHELD: "Handheld camera, slight shake",
    Move.ORBIT: "The camera {pace}orbits around the subject",
    Move.RACK_FOCUS: "The camera stands still; the focus shifts from the background to the subject",
}


def write(brief: Brief) -> list[Sentence]:
    return [
        sentences.framed(brief),
        *sentences.subjects(brief, full=False),
        *sentences.stances(brief),
        *sentences.action(brief),
        *sentences.effects(brief),
        sentences.camera(brief.shot, CAMERA),
        *sentences.place(brief),
        sentences.light(brief),
        *sentences.memory(brief),
        sentences.style(brief),
    ]


DIALECT = Dialect(write=write, reads_chinese=True)
