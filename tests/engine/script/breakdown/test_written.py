"""What the writer put in letters: messages and sounds."""

from collections.abc import Callable

from engine.contracts import Breakdown, EffectKind

Shoot = Callable[..., Breakdown]


def test_a_text_message_says_whom_it_is_from(shoot: Shoot) -> None:
    script = (
        "INT. HALL - DAY\n\nTOM and MIA wait.\n\nTom's phone buzzes.\n\n"
        'INSERT - TEXT MESSAGE FROM MIA:\n\n"Run."\n\nTOM\nWhat?\n\nMIA\nNothing.\n'
    )
    inserts = [shot.insert for shot in shoot(script).shots if shot.insert]
    assert [(insert.text, insert.sender) for insert in inserts][-1] == ("Run.", "Mia")


def test_a_sound_the_writer_lettered_is_lettered_so(shoot: Shoot) -> None:
    script = "INT. CAR - NIGHT\n\nMIA drives.\n\nMIA\nNo!\n\nThe car hits a wall. CRASH!\n"
    effects = [effect for shot in shoot(script).shots for effect in shot.effects]
    letters = [effect.text for effect in effects if effect.kind is EffectKind.SOUND_LETTERING]
    assert letters == ["CRASH!"]
