"""Whom a line is said to."""

from collections.abc import Iterator, Mapping

from engine.contracts import Gesture, LineKind
from engine.script.plan import Kind, Moment

MEMORY = 30  # moments before and after a line that tell whom it is said to


def addressees(moments: tuple[Moment, ...]) -> Mapping[int, str]:
    """The id of who hears each line, by its place among the moments; "" for nobody in the picture.

    That is who is called by name; else who did something last or was dealt with last, by a deed
    or a line; else who answers; else anyone who is there. Who is only spoken of comes last.
    """
    heard: dict[int, str] = {}
    for at, moment in enumerate(moments):
        if moment.kind is Kind.SPEECH:
            heard[at] = _addressee(moments, at, heard)
    return heard


def _addressee(moments: tuple[Moment, ...], at: int, heard: Mapping[int, str]) -> str:
    moment = moments[at]
    phones = any(deed.gesture is Gesture.PHONE for deed in moment.deeds)
    if moment.lens or moment.above or phones:
        return ""
    if moment.called:
        return moment.called[0]
    there = [one for one in moment.present if one != moment.who]
    candidates = [*_dealt_with(moments, at, heard), *_answering(moments, at), *there]
    candidates = [one for one in candidates if one in there]
    unnamed = [one for one in candidates if one not in moment.others]
    return next(iter((*unnamed, *candidates)), "")


def _dealt_with(moments: tuple[Moment, ...], at: int, heard: Mapping[int, str]) -> Iterator[str]:
    """Back from a line: who did something that shows, who spoke, whom the speaker turned to."""
    who = moments[at].who
    for place in range(at - 1, max(-1, at - 1 - MEMORY), -1):
        other = moments[place]
        if other.kind is Kind.SPEECH and other.spoken is not LineKind.VOICE_OVER:
            yield heard[place] if other.who == who else other.who
        elif other.kind is Kind.ACTION and other.who == who:
            yield from (deed.target for deed in reversed(other.deeds) if deed.target)
            yield from other.others
        elif other.kind in (Kind.ACTION, Kind.WRITING) and (other.deeds or other.feelings):
            yield other.who


def _answering(moments: tuple[Moment, ...], at: int) -> Iterator[str]:
    after = moments[at + 1 : at + 1 + MEMORY]
    return (other.who for other in after if other.kind is Kind.SPEECH)
