"""The mixed sound of a cut as a file of AAC, made again only when something that sounds changes."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import msgspec

import engine.sound
import engine.voice
from engine.contracts import Cut, Slate, content_hash
from engine.edit.clip import open_input
from engine.edit.encode import AAC_OPTIONS, AUDIO_BIT_RATE, encode_sound
from engine.sound import mixdown, theme


@dataclass(frozen=True, slots=True)
class SoundFile:
    path: Path
    loudness_lufs: float
    true_peak_db: float


def sound_of(cut: Cut, frames: int, folder: Path) -> SoundFile:
    """The mix of the cut, `frames` frames long, in `folder`: found there or mixed."""
    path = folder / f"sound-{_what_sounds(cut)}.m4a"
    if not path.exists():
        own = theme(cut.seed, cut.series, cut.genre)
        mix = mixdown(cut.entries, fps=cut.format.fps, seed=cut.seed, theme=own)
        encode_sound(
            mix.samples,
            frames,
            cut.format.fps,
            path,
            loudness_lufs=f"{mix.loudness_lufs:.3f}",
            true_peak_db=f"{mix.true_peak_db:.3f}",
        )
    with open_input(path) as file:
        levels = file.metadata
    return SoundFile(path, float(levels["loudness_lufs"]), float(levels["true_peak_db"]))


def _what_sounds(cut: Cut) -> str:
    """Names the mix by all it is made from, the mixer's own code included.

    Of a take only its speech and its stem sound: another one with the same voice keeps the mix.
    """
    entries = [
        (
            msgspec.structs.replace(entry.shot, slate=Slate()),
            entry.take.sha256.get(entry.take.speech, ""),
            entry.take.sha256.get(entry.take.stem, ""),
            entry.take.timings,
            (entry.take.frames, entry.trim_in, entry.trim_out),
        )
        for entry in cut.entries
    ]
    settings = (cut.seed, cut.series, cut.genre, cut.format.fps, AUDIO_BIT_RATE, AAC_OPTIONS)
    return content_hash((entries, settings, _code()))


def _code() -> str:
    digest = hashlib.blake2b(digest_size=16)
    for package in (engine.sound, engine.voice):
        for module in sorted(Path(package.__path__[0]).rglob("*.py")):
            digest.update(module.read_bytes())
    return digest.hexdigest()
