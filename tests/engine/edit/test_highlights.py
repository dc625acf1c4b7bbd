"""Which moments stand for an episode: faces that feel, the hook, never the cliffhanger."""

import msgspec

from engine.contracts import (
    Blocking,
    Cut,
    Effect,
    EffectKind,
    Expression,
    ExpressionCue,
    Gesture,
    GestureCue,
    Lettering,
    LetteringKind,
    Line,
    Shot,
    ShotSize,
    leading_role,
)
from engine.edit.clip import read_clip
from engine.edit.compose import compose, spans_of
from engine.edit.highlights import best_frame, preview, ranked
from tests.engine.edit.takes import SMALL, Studio, Ticker, read_number


def _shown(
    studio: Studio, *shots: tuple[ShotSize, str, Expression], effects: tuple[Effect, ...] = ()
) -> Cut:
    entries = []
    for number, (size, character, expression) in enumerate(shots):
        entry = studio.entry(number, 48)
        cue = ExpressionCue(at=0, expression=expression, intensity=0.8)
        people = (Blocking(character=character, expressions=(cue,)),) if character else ()
        shot: Shot = msgspec.structs.replace(entry.shot, size=size, people=people, effects=effects)
        entries.append(msgspec.structs.replace(entry, shot=shot))
    return studio.cut(*entries)


def test_a_feeling_face_close_to_us_comes_first(studio: Studio) -> None:
    cut = _shown(
        studio,
        (ShotSize.WS, "mia", Expression.CALM),
        (ShotSize.CU, "mia", Expression.SHOCK),
        (ShotSize.CU, "mia", Expression.CALM),
        (ShotSize.CU, "", Expression.CALM),
    )
    assert ranked(cut, spans_of(cut))[0] == 1


def test_the_leading_role_stands_before_a_stronger_face(studio: Studio) -> None:
    cut = _shown(
        studio,
        (ShotSize.CU, "dan", Expression.SHOCK),
        (ShotSize.MCU, "mia", Expression.CONTEMPT),
        (ShotSize.WS, "mia", Expression.CALM),
        (ShotSize.WS, "", Expression.CALM),
    )
    spans = spans_of(cut)
    assert ranked(cut, spans)[0] == ranked(cut, spans, "dan")[0] == 0
    assert ranked(cut, spans, "mia")[0] == 1
    compose(cut, Ticker())
    master = read_clip(studio.folder / "master" / "master.mp4")
    taken = {who: read_number(best_frame(master, cut, spans, who))[0] for who in ("mia", "dan")}
    assert taken == {"mia": 1, "dan": 0}


def test_the_leading_role_is_who_says_most_and_can_be_seen(studio: Studio) -> None:
    def said(*lines: str) -> Shot:
        spoken = tuple(
            Line(character=who, name=who, text="No.", at=0, duration=1, language="en")
            for who in lines
        )
        return msgspec.structs.replace(studio.entry(0, 8).shot, lines=spoken)

    seen = (Blocking(character="mia"), Blocking(character="dan"))
    shots = [msgspec.structs.replace(said("dan", "mia"), people=seen), said("voice"), said("voice")]
    assert leading_role(shots) == "dan"
    assert leading_role([*shots, said("mia")]) == "mia"
    assert leading_role([]) == ""


def test_hands_before_a_face_hide_what_it_feels(studio: Studio) -> None:
    cut = _shown(
        studio, *[(ShotSize.CU, "mia", Expression.SAD), (ShotSize.MS, "dan", Expression.CALM)] * 2
    )
    weeping = msgspec.structs.replace(
        cut.entries[0].shot.people[0],
        gestures=(GestureCue(at=0, duration=1, gesture=Gesture.COVER_FACE),),
    )
    first = msgspec.structs.replace(
        cut.entries[0], shot=msgspec.structs.replace(cut.entries[0].shot, people=(weeping,))
    )
    hidden = msgspec.structs.replace(cut, entries=(first, *cut.entries[1:]))
    assert ranked(cut, spans_of(cut))[0] == 0
    assert ranked(hidden, spans_of(hidden))[-1] == 0


def test_the_cliffhanger_is_not_given_away(studio: Studio) -> None:
    cut = _shown(
        studio,
        (ShotSize.WS, "mia", Expression.CALM),
        (ShotSize.WS, "dan", Expression.CALM),
        (ShotSize.CU, "mia", Expression.SHOCK),
    )
    assert 2 not in ranked(cut, spans_of(cut))


def test_the_preview_shows_different_people(studio: Studio) -> None:
    faces = [(ShotSize.CU, "mia", Expression.RAGE)] * 3 + [(ShotSize.MS, "dan", Expression.SAD)]
    cut = _shown(studio, *faces, (ShotSize.WS, "mia", Expression.CALM))
    master = read_clip(studio.folder / "e01-s01-001" / "take.mp4")
    pieces = preview(master, cut, spans_of(cut), "AI", studio.folder / "cache")
    assert 3 * 48 in {piece.first for piece in pieces if not isinstance(piece, slice)}


def test_a_poster_is_made_even_where_all_is_black(studio: Studio) -> None:
    black = (Effect(kind=EffectKind.BLACK, at=0, duration=9),)
    cut = _shown(studio, (ShotSize.CU, "mia", Expression.RAGE), effects=black)
    compose(cut, Ticker())
    master = read_clip(studio.folder / "master" / "master.mp4")
    frame = best_frame(master, cut, spans_of(cut), "mia")
    assert (frame.width, frame.height) == (SMALL.width, SMALL.height)


def test_the_poster_is_not_taken_while_words_stand_in_the_picture(studio: Studio) -> None:
    cut = _shown(studio, (ShotSize.CU, "mia", Expression.RAGE))
    words = Lettering(kind=LetteringKind.NAME_CARD, text="Mia", at=0, duration=1.2)
    shot = msgspec.structs.replace(cut.entries[0].shot, lettering=(words,))
    cut = studio.cut(msgspec.structs.replace(cut.entries[0], shot=shot))
    compose(cut, Ticker())
    master = read_clip(studio.folder / "master" / "master.mp4")
    _, number = read_number(best_frame(master, cut, spans_of(cut), "mia"))
    assert number / SMALL.fps > 1.2
