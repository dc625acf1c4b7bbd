"""What a feeling does to a voice."""

from dataclasses import dataclass

from engine.contracts import Expression


@dataclass(frozen=True, slots=True)
class Manner:
    """Ratios to the character's own voice, a level in dB, amounts 0 … 1, a spectral tilt in dB."""

    pitch: float = 1.0
    range: float = 1.0
    rate: float = 1.0
    gain_db: float = 0.0
    breath: float = 0.12
    tremor: float = 0.0
    roughness: float = 0.0
    brightness_db: float = 0.0


NEUTRAL = Manner()

# At full intensity.
MANNERS = {
    Expression.CALM: NEUTRAL,
    Expression.JOY: Manner(1.14, 1.5, 1.07, 2.5, 0.12, 0.0, 0.0, 2.0),
    Expression.TENDER: Manner(0.96, 0.8, 0.9, -3.0, 0.5, 0.0, 0.0, -2.5),
    Expression.SAD: Manner(0.91, 0.6, 0.82, -3.5, 0.4, 0.2, 0.0, -3.5),
    Expression.CRY: Manner(1.12, 1.0, 0.8, -2.0, 0.65, 1.0, 0.15, -1.0),
    Expression.FEAR: Manner(1.25, 1.15, 1.14, -1.5, 0.6, 0.7, 0.0, 0.0),
    Expression.SHOCK: Manner(1.22, 1.6, 1.0, 2.5, 0.35, 0.25, 0.0, 1.5),
    Expression.ANGER: Manner(1.08, 1.4, 1.14, 3.5, 0.08, 0.0, 0.3, 3.5),
    Expression.RAGE: Manner(1.24, 1.7, 1.22, 5.0, 0.1, 0.12, 0.6, 5.0),
    Expression.CONTEMPT: Manner(0.93, 0.65, 0.87, -1.0, 0.25, 0.0, 0.08, -0.5),
    Expression.GUILT: Manner(0.92, 0.65, 0.84, -3.5, 0.5, 0.3, 0.0, -3.5),
    Expression.RESOLVE: Manner(0.95, 0.85, 0.93, 2.0, 0.06, 0.0, 0.06, 1.5),
}


def manner(expression: Expression, intensity: float) -> Manner:
    """The manner of `expression` at `intensity` 0 … 1, which is neutral at 0."""
    full, amount = MANNERS[expression], min(1.0, max(0.0, intensity))

    def between(neutral: float, value: float) -> float:
        return neutral + (value - neutral) * amount

    return Manner(
        between(NEUTRAL.pitch, full.pitch),
        between(NEUTRAL.range, full.range),
        between(NEUTRAL.rate, full.rate),
        between(NEUTRAL.gain_db, full.gain_db),
        between(NEUTRAL.breath, full.breath),
        between(NEUTRAL.tremor, full.tremor),
        between(NEUTRAL.roughness, full.roughness),
        between(NEUTRAL.brightness_db, full.brightness_db),
    )
