"""Each sound is there, is itself, and harms neither ear nor mix."""

from itertools import combinations

import numpy as np
import pytest

from engine.contracts import SetDressing, SetKind, Sound, TimeOfDay, Weather
from engine.sound.ambience import ambience, ground, room
from engine.sound.blocks import SAMPLE_RATE, Audio, loudest
from engine.sound.effects import EFFECTS, STEPS, effect


def spectrum(sound: Audio) -> np.ndarray:
    """Share of the energy per third octave."""
    power = (np.abs(np.fft.rfft(sound.mean(axis=1))) ** 2)[1:]
    frequency = np.fft.rfftfreq(len(sound), 1 / SAMPLE_RATE)[1:]
    bins = np.clip((np.log2(frequency / 25) * 3).astype(int), 0, 29)
    shares: np.ndarray = np.bincount(bins, power, 30) / power.sum()
    return shares


def test_every_sound_of_the_vocabulary_can_be_made() -> None:
    assert set(EFFECTS) == set(Sound)


@pytest.mark.parametrize("sound", list(Sound))
def test_a_sound_is_loud_enough_and_clean(sound: Sound) -> None:
    made = effect(sound, 0.0, "a")
    assert made.shape == (round(EFFECTS[sound].seconds * SAMPLE_RATE), 2)
    assert made.dtype == np.float32
    assert np.isfinite(made).all()
    assert np.abs(made).max() < 1.6
    assert 20 * np.log10(loudest(made)) == pytest.approx(EFFECTS[sound].level_db, abs=2.5)
    assert np.abs(made[0]).max() < 0.02
    assert np.abs(made[-1]).max() < 0.02
    assert abs(float(made.mean())) < 0.01


def test_no_sound_is_a_test_tone() -> None:
    for sound in Sound:
        made = effect(sound, 0.0, "a")
        power = np.abs(np.fft.rfft(made.mean(axis=1) * np.hanning(len(made)))) ** 2
        tonal = (Sound.HEART_MONITOR, Sound.PHONE_RING, Sound.MESSAGE, Sound.BELL)
        assert power.max() / power.sum() < (0.5 if sound in tonal else 0.15), sound


def test_no_two_sounds_are_alike() -> None:
    colours = {sound: spectrum(effect(sound, 0.0, "a")) for sound in Sound}
    for a in Sound:
        for b in Sound:
            if a < b:
                apart = np.abs(colours[a] - colours[b]).sum()
                lengths = EFFECTS[a].seconds / EFFECTS[b].seconds
                assert apart > 0.12 or not 0.8 < lengths < 1.25, (a, b)


@pytest.mark.parametrize("sound", [Sound.SLAP, Sound.IMPACT, Sound.GLASS, Sound.KNOCK, Sound.STING])
def test_a_hit_begins_at_once_and_dies_away(sound: Sound) -> None:
    made = np.abs(effect(sound, 0.0, "a")).max(axis=1)
    assert int(made.argmax()) < 0.6 * SAMPLE_RATE
    assert made[-SAMPLE_RATE // 10 :].max() < 0.1 * made.max()


def test_a_bed_can_be_any_length_and_moves() -> None:
    for seconds in (0.05, 3.0, 40.0):
        assert len(effect(Sound.WIND, seconds, "a")) == round(seconds * SAMPLE_RATE)
    wind = effect(Sound.WIND, 12.0, "a")
    levels = [loudest(wind[at : at + 24_000]) for at in range(24_000, len(wind) - 48_000, 24_000)]
    assert max(levels) > 1.5 * min(levels)


def test_the_same_cue_sounds_the_same_and_others_vary() -> None:
    assert np.array_equal(effect(Sound.KNOCK, 0, "a"), effect(Sound.KNOCK, 0, "a"))
    made = {effect(Sound.KNOCK, 0, key).tobytes() for key in "abcdefgh"}
    assert 1 < len(made) <= 3


@pytest.mark.parametrize("kind", list(SetKind))
def test_every_place_has_an_air_of_its_own(kind: SetKind) -> None:
    for interior in (True, False):
        bed = ambience(SetDressing(set=kind, place="x", interior=interior), 5 * SAMPLE_RATE)
        parts = [loudest(bed[at : at + 24_000]) for at in range(0, len(bed), 24_000)]
        assert min(parts) > 10 ** (-75 / 20)
        assert max(parts) < 10 ** (-30 / 20)
        assert max(parts) > 1.02 * min(parts)


def test_rain_is_heard_outside_and_muffled_inside() -> None:
    def brightness(interior: bool) -> float:
        place = SetDressing(set=SetKind.BEDROOM, place="x", interior=interior, weather=Weather.RAIN)
        return float(spectrum(ambience(place, 4 * SAMPLE_RATE))[20:].sum())

    assert brightness(False) > 5 * brightness(True)


def test_a_forest_sings_by_day_and_chirps_by_night() -> None:
    day, night = (
        ambience(SetDressing(set=SetKind.FOREST, place="x", interior=False, time=time), 96_000)
        for time in (TimeOfDay.DAY, TimeOfDay.NIGHT)
    )
    assert np.abs(spectrum(day) - spectrum(night)).sum() > 0.1


@pytest.mark.parametrize("sound", [Sound.PAPER, Sound.CLOTH, Sound.FOOTSTEPS, Sound.RAIN])
def test_a_soft_sound_does_not_startle(sound: Sound) -> None:
    for key in "abcdef":
        peak = 20 * np.log10(np.abs(effect(sound, 0.0, key)).max())
        assert peak < EFFECTS[sound].level_db + 14.5


@pytest.mark.parametrize(
    ("place", "other"),
    [("BEACH", "STREET"), ("海边", "街道"), ("SUBWAY TRAIN", "CAR"), ("SERVER ROOM", "OFFICE"),
     ("PRISON CELL", "BEDROOM"), ("RIVERBANK", "FOREST"), ("LIBRARY", "OFFICE")],
)  # fmt: skip
def test_a_place_is_heard_by_its_name(place: str, other: str) -> None:
    one, two = (
        ambience(SetDressing(set=SetKind.OFFICE, place=name, interior=False), 4 * SAMPLE_RATE)
        for name in (place, other)
    )
    assert np.abs(spectrum(one) - spectrum(two)).sum() > 0.3
    parts = [loudest(one[at : at + 24_000]) for at in range(0, len(one), 24_000)]
    assert 10 ** (-70 / 20) < min(parts) <= max(parts) < 10 ** (-28 / 20)


def test_a_barber_is_no_bar() -> None:
    barber, bar, none = (
        ambience(SetDressing(set=SetKind.OFFICE, place=name), SAMPLE_RATE).tobytes()
        for name in ("BARBERSHOP", "BAR", "BARBERSHOP")
    )
    assert barber == none != bar


def test_a_church_rings_longer_than_a_bedroom() -> None:
    church, bedroom = (
        room(SetDressing(set=kind, place=place))
        for kind, place in ((SetKind.PALACE, "CHURCH"), (SetKind.BEDROOM, "BEDROOM"))
    )
    assert church[0] > 4 * bedroom[0]


def test_steps_sound_of_what_they_tread_on() -> None:
    forest = SetDressing(set=SetKind.FOREST, place="x", interior=False)
    assert ground(forest) == "earth"
    assert ground(SetDressing(set=SetKind.BEDROOM, place="x")) == "wood"
    assert ground(SetDressing(set=SetKind.HOSPITAL, place="x")) == ""
    heard = [spectrum(effect(Sound.FOOTSTEPS, 0.0, "a", each)) for each in ("", *STEPS)]
    for one, other in combinations(heard, 2):
        assert np.abs(one - other).sum() > 0.3
