"""A voice for everyone the bible gives none: by sex and age, apart from the others."""

from collections.abc import Iterable

from engine.contracts import Look, VoiceSpec
from engine.script.digest import pick, spread

VARIANTS = {
    "woman": ("f1", "f2", "f3", "f4", "f5"),
    "man": ("m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8"),
    "androgynous": ("f5", "m3", "f2", "m8"),
}
TRIES = 64


def voice_by_rule(name: str, look: Look, language: str, taken: Iterable[VoiceSpec]) -> VoiceSpec:
    """The voice of `name`, as far from the `taken` ones as it goes."""
    others = tuple(taken)
    candidates = (_candidate(name, look, language, attempt) for attempt in range(TRIES))
    return min(candidates, key=lambda voice: sum(nearness(voice, other) for other in others))


def nearness(one: VoiceSpec, other: VoiceSpec) -> float:
    """0 for voices nobody mixes up."""
    if one.variant[0] != other.variant[0]:
        return 0.0
    pitch = max(0.0, 0.2 - abs(one.pitch - other.pitch)) * 5
    size = max(0.0, 0.12 - abs(one.formant - other.formant)) * 5
    return 2.0 * (one.variant == other.variant) + pitch + size


def _candidate(name: str, look: Look, language: str, attempt: int) -> VoiceSpec:
    child, old = look.age < 13, look.age >= 60
    sex = "woman" if child else look.presentation
    tone = 1.35 if child else 0.9 if old else 1.0
    bulk = -0.04 if look.build in ("broad", "heavy") else 0.0
    return VoiceSpec(
        language=language,
        variant=pick(VARIANTS[sex], name, "variant", attempt),
        pitch=round(spread(0.82, 1.18, name, "p", attempt) * tone + bulk, 2),
        rate=round(spread(0.96, 1.12, name, "rate", attempt) * (0.9 if old else 1.0), 2),
        formant=round((1.16 if child else spread(0.94, 1.06, name, "f", attempt)) + bulk, 2),
        roughness=round(spread(0.0, 0.2, name, "rough", attempt) + (0.3 if old else 0.0), 2),
    )
