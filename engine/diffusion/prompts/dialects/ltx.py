"""LTX-2.x: one flowing description in the present tense, in the order of time, with sound.

What is spoken stands in quotation marks with its language and voice, what is heard at the end.
"""

from engine.contracts import Move
from engine.diffusion.prompts import sentences, sounds
from engine.diffusion.prompts.brief import Brief
from engine.diffusion.prompts.dialects import Dialect
from engine.diffusion.prompts.fit import MUST, Sentence

CAMERA = {
    Move.STATIC: "The camera remains static throughout",
    Move.PUSH_IN: "The camera {pace}dollies in",
    Move.PULL_OUT: "The camera {pace}dollies out",
    Move.PAN_LEFT: "The camera {pace}pans to the left",
    Move.PAN_RIGHT: "The camera {pace}pans to the right",
    Move.TILT_UP: "The camera {pace}tilts upward",
    Move.TILT_DOWN: "The camera {pace}tilts downward",
    Move.TRACK: "The camera tracks alongside, keeping the same distance",
    Move.WHIP: "The camera makes a whip pan with the movement",
    Move.CRASH_ZOOM: "The camera zooms in abruptly",
    Move.HANDHELD: "The camera is handheld, with a natural slight sway",
    Move.ORBIT: "The camera {pace}circles around the subject",
    Move.RACK_FOCUS: "The camera remains static while the focus racks to the subject",
}


def write(brief: Brief) -> list[Sentence]:
    return [
        sentences.framed(brief),
        *sentences.place(brief),
        *sentences.subjects(brief, full=False),
        *sentences.stances(brief),
        *([] if brief.is_speech and brief.shot.lines else sentences.action(brief)),
        *spoken(brief),
        *sentences.effects(brief),
        sentences.camera(brief.shot, CAMERA),
        sentences.light(brief),
        *sentences.memory(brief),
        sentences.style(brief),
        *heard(brief),
    ]


def spoken(brief: Brief) -> list[Sentence]:
    lines = sounds.spoken(brief.shot, brief.cast)
    return [Sentence(sentences.sentence(line), MUST) for line in lines]


def heard(brief: Brief) -> list[Sentence]:
    """Without music: the score is mixed in afterwards."""
    sound = sounds.heard(brief.shot) or "quiet room tone"
    return [Sentence(sentences.sentence(f"Sound: only {sound}, without music"), 6)]


DIALECT = Dialect(write=write)
