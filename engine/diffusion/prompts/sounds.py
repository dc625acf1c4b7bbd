"""What models with sound are told: who says what in which voice, and what is heard besides."""

from engine.contracts import Character, Line, LineKind, Shot, Sound
from engine.diffusion.prompts import acting, looks

LANGUAGES = {
    "en": "English",
    "zh": "Mandarin Chinese",
    "yue": "Cantonese",
    "es": "Spanish",
    "ja": "Japanese",
    "ko": "Korean",
    "fr": "French",
    "de": "German",
    "pt": "Portuguese",
    "it": "Italian",
    "ru": "Russian",
    "id": "Indonesian",
    "hi": "Hindi",
    "ar": "Arabic",
    "th": "Thai",
    "vi": "Vietnamese",
    "tr": "Turkish",
}
HEARD = {
    Sound.RAIN: "rain",
    Sound.THUNDER: "a roll of thunder",
    Sound.WIND: "wind",
    Sound.STREET: "distant traffic",
    Sound.FIRE: "crackling fire",
    Sound.FOOTSTEPS: "footsteps",
    Sound.DOOR: "a door",
    Sound.KNOCK: "a knock on a door",
    Sound.SLAP: "a slap",
    Sound.IMPACT: "a heavy impact",
    Sound.GLASS: "breaking glass",
    Sound.PHONE_BUZZ: "a phone buzzing",
    Sound.PHONE_RING: "a phone ringing",
    Sound.MESSAGE: "a message tone",
    Sound.HEART_MONITOR: "a heart monitor",
    Sound.CAR: "a car engine",
    Sound.BELL: "a bell",
    Sound.CROWD: "the murmur of a crowd",
    Sound.BIRDS: "birds",
    Sound.CRICKETS: "crickets",
    Sound.PAPER: "rustling paper",
    Sound.CLOTH: "rustling cloth",
    Sound.FALL: "a body falling",
    Sound.GASP: "a gasp",
    Sound.APPLAUSE: "slow applause",
    Sound.KEYS: "jingling keys",
    Sound.GUNSHOT: "a gunshot",
}
# Of the score, not of the place: these are mixed in afterwards.
SCORED = frozenset((Sound.WHOOSH, Sound.RISER, Sound.STING, Sound.HEARTBEAT))
MOST = 3  # sounds in one shot; of more, models make noise


def language(code: str) -> str:
    """ "English" of "en-GB"; codes nobody put in words stay codes."""
    plain = code.partition("-")[0].lower()
    return LANGUAGES.get(plain, plain)


def voice(character: Character) -> str:
    """ "a low, hoarse man's voice"; an ordinary voice has no adjective."""
    spec = character.voice
    words = [
        "low" if spec.pitch < 0.92 else "high" if spec.pitch > 1.12 else "",
        "slow" if spec.rate < 0.9 else "quick" if spec.rate > 1.1 else "",
        "hoarse" if spec.roughness > 0.35 else "",
    ]
    kind = ", ".join(word for word in words if word)
    owner = f"{looks.noun(character.look)}'s voice"
    return f"a {kind} {owner}" if kind else f"{'an' if owner[0] in 'aeio' else 'a'} {owner}"


def spoken(shot: Shot, cast: dict[str, Character]) -> list[str]:
    """A sentence a line: who says it in which language, voice and manner, and the words."""
    return [_spoken(line, cast.get(line.character)) for line in shot.lines]


def _spoken(line: Line, character: Character | None) -> str:
    how = "whispering" if line.hushed else acting.FACES[line.expression].tone
    told = f"in {language(line.language)}, {how}"
    sound = voice(character) if character else "a voice"
    if line.kind is LineKind.SUNG:
        return f'{line.name} sings {told}: "{line.text}"'
    if line.kind is LineKind.VOICE_OVER:
        return f'Voice-over, {sound}, {told}: "{line.text}"'
    if line.kind is LineKind.OFF_SCREEN:
        return f'From outside the frame, {sound} says {told}: "{line.text}"'
    return f'{line.name} says in {sound}, {told}: "{line.text}"'


def heard(shot: Shot) -> str:
    """What is heard besides, without the score: "rain and a roll of thunder"."""
    kinds = dict.fromkeys(cue.sound for cue in shot.sounds if cue.sound not in SCORED)
    return looks.listed([HEARD[kind] for kind in kinds][:MOST])
