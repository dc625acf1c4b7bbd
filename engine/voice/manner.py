"""What a feeling does to a voice."""

from dataclasses import dataclass, fields, replace

from engine.contracts import Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """Ratios to the character's own voice, amounts 0 … 1, levels in dB."""

    pitch: float = 1.0
    range: float = 1.0  # how far the melody leaves its middle
    fall: float = 0.06  # by which the melody sinks from first to last word, as a logarithm
    rate: float = 1.0
    pause: float = 1.0  # how long a comma is
    linger: float = 0.1  # how much longer the last syllable is held
    gain_db: float = 0.0
    brightness_db: float = 0.0  # a pressed throat is bright, a slack one dull
    breath: float = 0.12
    tremor: float = 0.0
    sob: float = 0.0
    roughness: float = 0.0
    inhale: float = 0.0  # how much of a breath is heard before the line
    whisper: float = 0.0


NEUTRAL = Manner()

# At full intensity.
MANNERS = {
    Expression.CALM: NEUTRAL,
    Expression.JOY: Manner(
        pitch=1.18, range=1.5, fall=0.0, rate=1.08, gain_db=2.5, brightness_db=2.0, pause=0.9
    ),
    Expression.TENDER: Manner(
        pitch=0.97, range=0.8, fall=0.1, rate=0.9, pause=1.25, linger=0.3, gain_db=-3.5,
        brightness_db=-3.0, breath=0.5, inhale=0.3,
    ),
    Expression.SAD: Manner(
        pitch=0.9, range=0.55, fall=0.3, rate=0.8, pause=1.5, linger=0.35, gain_db=-4.0,
        brightness_db=-4.0, breath=0.4, tremor=0.15, inhale=0.5,
    ),
    Expression.CRY: Manner(
        pitch=1.14, range=1.1, fall=0.16, rate=0.82, pause=1.5, linger=0.3, gain_db=-2.0,
        brightness_db=-1.0, breath=0.6, tremor=0.7, sob=1.0, roughness=0.12, inhale=1.0,
    ),
    Expression.FEAR: Manner(
        pitch=1.28, range=1.1, fall=-0.06, rate=1.14, pause=0.8, gain_db=-1.5, breath=0.6,
        tremor=0.9, inhale=0.8,
    ),
    Expression.SHOCK: Manner(
        pitch=1.26, range=1.7, fall=-0.12, linger=0.25, gain_db=2.5, brightness_db=1.5,
        breath=0.35, tremor=0.2, inhale=1.0,
    ),
    Expression.ANGER: Manner(
        pitch=1.12, range=1.45, fall=0.1, rate=1.15, pause=0.7, linger=0.0, gain_db=4.0,
        brightness_db=4.0, breath=0.06, roughness=0.3, inhale=0.2,
    ),
    Expression.RAGE: Manner(
        pitch=1.34, range=1.6, fall=0.08, rate=1.2, pause=0.6, linger=0.1, gain_db=6.0,
        brightness_db=6.0, breath=0.06, tremor=0.1, roughness=0.55, inhale=0.4,
    ),
    Expression.CONTEMPT: Manner(
        pitch=0.92, range=0.75, fall=0.18, rate=0.86, pause=1.3, linger=0.35, gain_db=-1.0,
        brightness_db=-0.5, breath=0.2, roughness=0.08,
    ),
    Expression.GUILT: Manner(
        pitch=0.92, range=0.6, fall=0.2, rate=0.84, pause=1.5, linger=0.2, gain_db=-4.0,
        brightness_db=-4.0, breath=0.5, tremor=0.3, inhale=0.6,
    ),
    Expression.RESOLVE: Manner(
        pitch=0.95, range=0.9, fall=0.14, rate=0.94, pause=1.1, linger=0.05, gain_db=2.0,
        brightness_db=1.5, breath=0.05, roughness=0.05, inhale=0.2,
    ),
}  # fmt: skip


def manner(expression: Expression, intensity: float, *, hushed: bool = False) -> Manner:
    """The manner of `expression` at `intensity` 0 … 1, which is neutral at 0.

    What is `hushed` is whispered, whatever the feeling.
    """
    full, amount = MANNERS[expression], min(1.0, max(0.0, intensity))
    between = {
        each.name: getattr(NEUTRAL, each.name)
        + (getattr(full, each.name) - getattr(NEUTRAL, each.name)) * amount
        for each in fields(Manner)
    }
    acted = Manner(**between)
    if not hushed:
        return acted
    return replace(acted, whisper=1.0, gain_db=min(acted.gain_db, 0.0) - 5.0, roughness=0.0)
