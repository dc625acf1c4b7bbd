"""What a director is told about how an episode cuts, and what the rules promise of it."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from engine.contracts import (
    Blocking,
    Breakdown,
    BreakdownRequest,
    Expression,
    ExpressionCue,
    ReadRequest,
    SetDressing,
    SetKind,
    Shot,
    ShotSize,
    Slate,
)
from engine.script.breakdown import breakdown
from engine.script.notes.report import remarks, report, statistics
from tests.engine.quiet import Quiet

Shoot = Callable[..., Breakdown]
DEMO = Path(__file__).parents[4] / "deploy" / "demo"
EPISODES = (
    ("empty-coffin.fountain", "empty-coffin.toml", 1),
    ("empty-coffin.fountain", "empty-coffin.toml", 2),
    ("empty-coffin.fountain", "empty-coffin.toml", 3),
    ("kong-guan.txt", "kong-guan.toml", 1),
)
CALM = (ExpressionCue(at=0.0, expression=Expression.CALM),)
STARTLED = (*CALM, ExpressionCue(at=0.5, expression=Expression.SHOCK, intensity=0.9))


def produced(script: str, bible: str, episode: int) -> Breakdown:
    request = BreakdownRequest(
        source=ReadRequest(path=str(DEMO / script)),
        bible=(DEMO / bible).read_text(encoding="utf-8"),
        episode=episode,
    )
    return breakdown(request, Quiet())


def of(*people: str, **changes: object) -> Shot:
    """A shot of the first of `people`; the others are soft."""
    given: dict[str, object] = {
        "slate": Slate(id="t", scene="1"),
        "duration": 3.0,
        "set": SetDressing(set=SetKind.PLAIN, place=""),
        "size": ShotSize.MCU,
        "people": tuple(
            Blocking(character=name, focus=at == 0, expressions=CALM)
            for at, name in enumerate(people)
        ),
    }
    return Shot(**{**given, **changes})  # type: ignore[arg-type]


def cut(*shots: Shot) -> Breakdown:
    slated = tuple(
        msgspec.structs.replace(shot, slate=Slate(id=f"t{at}", scene="1"))
        for at, shot in enumerate(shots, start=1)
    )
    return Breakdown(title="", episode=1, episode_title="", language="en", cast=(), shots=slated)


def told(*shots: Shot) -> list[tuple[str, str]]:
    return [(remark.shot, remark.words) for remark in remarks(cut(*shots))]


@pytest.mark.parametrize(("script", "bible", "episode"), EPISODES)
def test_a_demo_episode_cuts_as_the_rules_promise(script: str, bible: str, episode: int) -> None:
    made = produced(script, bible, episode)
    figures = statistics(made)
    assert (figures.jump_cuts, figures.line_crossings) == (0, 0)
    assert figures.shortest >= 1.2
    assert figures.longest <= 6.0
    assert figures.turns >= 3
    assert figures.turns_close >= 0.6
    assert figures.close_for_a_turn >= 0.6
    assert figures.reactions >= 0.2
    assert figures.longest_face <= 9.0
    assert not [one for one in remarks(made) if "place is not seen" in one.words]
    assert not [one for one in remarks(made) if "end on a face" in one.words]


def test_who_is_seen_and_for_how_long_is_counted(shoot: Shoot) -> None:
    made = cut(of("mia"), of("leo", "mia"), of("mia", duration=1.5))
    assert statistics(made).on_screen == {"mia": 4.5, "leo": 3.0}


def test_a_face_is_held_until_somebody_else_is_seen_or_the_camera_steps_back() -> None:
    near = of("mia")
    assert statistics(cut(near, near, of("leo"), near)).longest_face == 6.0
    assert statistics(cut(near, of("mia", size=ShotSize.WS), near)).longest_face == 3.0
    assert statistics(cut(near, of("mia", "leo"), near)).longest_face == 3.0
    alone = [words for _shot, words in told(near, near, near)]
    assert "mia alone is looked at for 9.0 s." in alone


def test_a_close_up_without_a_turn_can_be_argued_with() -> None:
    close = of("mia", size=ShotSize.CU)
    assert ("t2", "A close-up that no turn asks for.") in told(of("leo"), close)
    struck = of("leo", people=(Blocking(character="leo", expressions=STARTLED),))
    assert told(struck, close) == []


def test_a_turn_that_is_only_seen_from_far_can_be_argued_with() -> None:
    struck = of("leo", people=(Blocking(character="leo", expressions=STARTLED),))
    far = [("t1", "A turn that nothing close shows.")]
    assert told(struck, of("mia")) == far
    assert told(struck, of("mia", size=ShotSize.ECU)) == []


def test_a_scene_whose_place_nobody_sees_can_be_argued_with() -> None:
    words = "The place is not seen in the first 2 shots of the scene."
    assert told(of("mia"), of("leo"), of("mia")) == [("t1", words)]
    assert told(of("mia"), of("leo", size=ShotSize.WS), of("mia")) == []


def test_an_episode_that_ends_on_a_thing_can_be_argued_with() -> None:
    assert told(of("mia"), of()) == [("t2", "The episode does not end on a face.")]


def test_the_report_names_every_shot_and_every_rule(shoot: Shoot) -> None:
    made = produced(*EPISODES[0])
    text = report(made)
    assert all(shot.slate.id in text for shot in made.shots)
    assert "keep the line" in text
    assert "to argue with" in text
    assert "Lena" in text


def test_the_face_a_blow_falls_on_is_seen_next(shoot: Shoot) -> None:
    made = shoot(
        "INT. HALL - DAY\n\nMIA\nYou.\n\nLEO\nMe?\n\n"
        "MIA slaps LEO.\n\nThe crowd gasps.\n\nMIA\nGo.\n\nLEO\nNo.\n"
    )
    pairs = [
        (one, other)
        for one, other in pairwise(made.shots)
        if any(cue.gesture == "slap" for person in one.people for cue in person.gestures)
    ]
    ((_blow, face),) = pairs
    (leo,) = [person for person in face.people if person.focus]
    assert (leo.character, face.size) == ("leo", ShotSize.CU)
    assert leo.expressions[-1].expression is Expression.SHOCK
    assert "see_the_blow_land" in face.slate.rules


def test_who_is_alone_for_long_is_seen_in_their_place_now_and_then(shoot: Shoot) -> None:
    steps = ("listens", "counts", "remembers", "hesitates", "shivers", "hopes", "waits")
    alone = "\n\n".join(f"Mia {step} in the dark." for step in steps)
    made = shoot(f"INT. CELL - NIGHT\n\nMIA, 30, sits.\n\n{alone}\n\nMIA\nNo.\n")
    assert any("step_back_from_one_face" in shot.slate.rules for shot in made.shots)
    assert statistics(made).longest_face <= 9.0


def test_a_trail_that_ends_over_a_cliff_hangs_nobody_from_it(shoot: Shoot) -> None:
    made = shoot(
        "EXT. MOUNTAIN - DAY\n\nMIA stops where the trail ends over the cliff.\n\nMIA\nWell.\n"
    )
    assert not [shot for shot in made.shots if "abyss" in shot.set.props]


def test_who_hung_and_walks_again_stands_on_the_ground(shoot: Shoot) -> None:
    made = shoot(
        "EXT. ROOFTOP - NIGHT\n\nMIA falls over the edge.\n\nMIA\nHelp!\n\n"
        "Mia walks to the door.\n\nMIA\nNever again.\n"
    )
    hangs = ["abyss" in shot.set.props for shot in made.shots]
    assert hangs[0]
    assert not hangs[-1]
