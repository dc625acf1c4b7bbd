"""Acting: cues, speech and time become poses."""

from engine.rehearsal.figure.acting.acting import Acting

__all__ = ["Acting"]
