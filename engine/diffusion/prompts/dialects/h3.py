"""MiniMax-H3: labelled facts, one a line; guidance is distilled, so all is said positively."""

import re
from dataclasses import replace

from engine.contracts import Move
from engine.diffusion.prompts import sentences
from engine.diffusion.prompts.brief import Brief
from engine.diffusion.prompts.dialects import Dialect, ltx
from engine.diffusion.prompts.fit import Sentence

CAMERA = {
    Move.STATIC: "Camera: static shot",
    Move.PUSH_IN: "Camera: {pace}push in",
    Move.PULL_OUT: "Camera: {pace}pull out",
    Move.PAN_LEFT: "Camera: {pace}pan left",
    Move.PAN_RIGHT: "Camera: {pace}pan right",
    Move.TILT_UP: "Camera: {pace}tilt up",
    Move.TILT_DOWN: "Camera: {pace}tilt down",
    Move.TRACK: "Camera: tracking shot with the subject",
    Move.WHIP: "Camera: whip pan with the movement",
    Move.CRASH_ZOOM: "Camera: rapid zoom in",
    Move.HANDHELD: "Camera: handheld, slight shake",
    Move.ORBIT: "Camera: {pace}orbit around the subject",
    Move.RACK_FOCUS: "Camera: static shot, rack focus to the subject",
}


_NUMBERED = re.compile(r"\bimage (\d)")


def write(brief: Brief) -> list[Sentence]:
    """Its encoder labels the pictures that it is shown: "<Picture 1>: "."""
    return [
        replace(
            one,
            text=_NUMBERED.sub(r"<Picture \1>", one.text),
            short=_NUMBERED.sub(r"<Picture \1>", one.short),
        )
        for one in _sentences(brief)
    ]


def _sentences(brief: Brief) -> list[Sentence]:
    return [
        sentences.framed(brief),
        *sentences.subjects(brief, full=False),
        *sentences.stances(brief),
        *([] if brief.is_speech and brief.shot.lines else sentences.action(brief)),
        *ltx.spoken(brief),
        *sentences.effects(brief),
        sentences.camera(brief.shot, CAMERA),
        *sentences.place(brief),
        sentences.light(brief),
        *sentences.memory(brief),
        sentences.style(brief),
        *ltx.heard(brief),
    ]


DIALECT = Dialect(write=write, pictures=1)
