"""Moments become drafts of shots: who each is of, with whom, and how its line sounds."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import chain

from engine.contracts import Expression, LineKind, VoiceSpec
from engine.script.lexicon.match import CJK
from engine.script.plan import Bearing, Draft, Feeling, Kind, Moment
from engine.script.sentences import estimate, halves, speakable
from engine.script.staging.addressee import addressees
from engine.script.staging.measure import measure
from engine.script.staging.signals import HUSHED, is_hushed

WARM = (Expression.JOY, Expression.TENDER)  # a smile ends with the words it goes with
AT_ONCE = 2  # lines that are measured: the synthesiser itself takes one at a time
LINGERS = 3  # moments for which a strong feeling stays on a face
LONGEST = 4.6  # measured seconds of speech in one shot, where it can be cut at a breath
UTMOST = 5.4  # … and where it cannot
INNER = 3.5  # … and of an inner voice in one piece, whose speaker says nothing to look at


def draft(
    moments: tuple[Moment, ...], voices: dict[str, VoiceSpec], bearing: Bearing, language: str
) -> tuple[Draft, ...]:
    """One draft per moment; a line that sounds too long for one shot becomes several."""
    heard_by = addressees(moments)

    def of(at: int) -> list[Draft]:
        moment = moments[at]
        if moment.kind is not Kind.SPEECH:
            return [_silent(moment)]
        return list(_spoken(moment, heard_by[at], voices, bearing, language))

    # One line is said by the synthesiser while another gets its voice.
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return tuple(chain.from_iterable(pool.map(of, range(len(moments)))))


def lingering(moments: tuple[Moment, ...]) -> tuple[Moment, ...]:
    """Strong feelings that were seen stay on a face for the next few moments, and fade."""
    out: list[Moment] = []
    for at, moment in enumerate(moments):
        left: dict[str, tuple[str, Expression, float]] = {}
        for ago, before in enumerate(reversed(moments[max(0, at - LINGERS) : at])):
            aloud = before.kind is Kind.SPEECH and before.spoken is LineKind.ON_SCREEN
            if before.kind is not Kind.ACTION and not aloud:
                continue
            for one in before.feelings:
                if one.intensity >= 0.65 and not (aloud and one.expression in WARM):
                    who = one.who or before.who
                    faded = round(one.intensity * (0.85 - 0.15 * ago), 2)
                    left.setdefault(who, (who, one.expression, faded))
        out.append(replace(moment, moods=tuple(left.values())))
    return tuple(out)


def tongue_of(text: str, language: str) -> str:
    """The language a line is spoken in: its letters beat what the script is said to be in."""
    if CJK.search(text):
        return language if language.startswith(("zh", "ja", "yue")) else "zh-Hans"
    return "en" if language.startswith("zh") else language


def _silent(moment: Moment) -> Draft:
    if moment.kind in (Kind.WRITING, Kind.PLACE):
        return Draft(moment)
    there = [one for one in moment.others if one in moment.present]
    target = next((deed.target for deed in moment.deeds if deed.target in there), "")
    return Draft(moment, subject=moment.who, partner=target or next(iter(there), ""))


def _spoken(
    moment: Moment, partner: str, voices: dict[str, VoiceSpec], bearing: Bearing, language: str
) -> Iterator[Draft]:
    moment = _in_character(moment, bearing)
    feeling = max(moment.feelings, key=lambda one: one.intensity, default=None)
    feeling = feeling or Feeling(0.0, "", *bearing[moment.who])
    spoken = measure(
        moment.text,
        voices[moment.who],
        tongue_of(moment.text, language),
        feeling.expression,
        feeling.intensity,
        hushed=is_hushed(moment.manner),
    )
    inner = moment.spoken is LineKind.VOICE_OVER and moment.pieces == 1
    longest = INNER if inner else LONGEST
    pieces = halves(moment.text) if spoken.duration > longest else ()
    if len(pieces) < 2 and spoken.duration > UTMOST:
        pieces = speakable(moment.text, 0.0, estimate(moment.text) * 0.6)
    if len(pieces) > 1:
        for piece in _divided(moment, pieces):
            yield from _spoken(piece, partner, voices, bearing, language)
        return
    subject, other = _seen(moment, partner)
    twin = None
    if moment.twin:
        twin = next(_spoken(moment.twin, subject, voices, bearing, language))
        other = twin.subject
    yield Draft(moment, subject=subject, partner=other, feeling=feeling, spoken=spoken, twin=twin)


SOFT = (Expression.SAD, Expression.FEAR, Expression.CRY, Expression.GUILT, Expression.TENDER)


def _in_character(moment: Moment, bearing: Bearing) -> Moment:
    """A cold heart says "I know. Goodbye." coldly, unless the script marks it otherwise."""
    cold = bearing[moment.who][0] is Expression.CONTEMPT
    marked = moment.manner and not HUSHED.match(moment.manner)
    if not cold or marked or not moment.feelings:
        return moment
    return replace(
        moment,
        feelings=tuple(
            one._replace(expression=Expression.CONTEMPT) if one.expression in SOFT else one
            for one in moment.feelings
        ),
    )


def _divided(moment: Moment, texts: tuple[str, ...]) -> Iterator[Moment]:
    """A moment as several: what is laid over it comes first, what it ends with last."""
    start, whole = 0.0, sum(len(text) for text in texts)
    for at, text in enumerate(texts):
        share = len(text) / whole
        felt = [one for one in moment.feelings if start <= one.at < start + share or not one.at]
        yield replace(
            moment,
            text=text,
            piece=moment.piece + at,
            pieces=moment.pieces + len(texts) - 1,
            feelings=tuple(
                one._replace(at=round(max(0.0, one.at - start) / share, 3)) for one in felt
            ),
            captions=moment.captions if at == 0 else (),
            deeds=moment.deeds if at == 0 else (),
            effects=moment.effects if at == len(texts) - 1 else (),
            sounds=moment.sounds if at == len(texts) - 1 else (),
            twin=None,
        )
        start += share


def _seen(moment: Moment, partner: str) -> tuple[str, str]:
    """Who is on the screen while the line is heard."""
    if moment.spoken is LineKind.OFF_SCREEN:
        return partner, ""
    if moment.spoken is LineKind.VOICE_OVER and moment.who not in moment.present:
        return next(iter(moment.present), ""), ""
    return moment.who, partner
