"""Lips follow what is said: shapes, silence, effort; a muted film is still speaking."""

from itertools import combinations

import numpy as np
import pytest

from engine.contracts import Blocking, Character, Expression, Line, LineKind, Look, VoiceSpec
from engine.rehearsal.figure import Acting, Figure, Pose
from engine.rehearsal.figure.acting.visemes import LIPS, Mouthing, speak
from engine.rehearsal.figure.mouth import mouth_shape
from engine.rehearsal.figure.pose import FaceRig
from engine.rehearsal.spoken import effort
from engine.voice import speak as say
from engine.voice.speech import SAMPLE_RATE, Speech, Viseme, VisemeSpan

PERSON = Figure(Character(id="p", name="P", look=Look()))
SAID = {
    "en": "Maybe you believe me, but I saw both of them on the boat.",
    "zh-Hans": "你不要再骗我了，妈妈，我什么都知道。",
    "es": "¿Por qué me mientes, mamá? Ya no puedo vivir así.",
}


def shape(pose: Pose) -> tuple[float, float]:
    """Width and opening of the drawn mouth, head units."""
    _, head = PERSON._views(pose)
    mouth = mouth_shape(head)
    return float(np.ptp(mouth.top[:, 0])), mouth.gap


def speech(*visemes: tuple[Viseme, float, float], effort: float = 0.0) -> Speech:
    end = visemes[-1][2]
    spans = tuple(VisemeSpan(*span) for span in visemes)
    return Speech(np.zeros(int(end * SAMPLE_RATE), np.float32), spans, (), effort)


def player(line: Speech) -> Acting:
    return Acting(Blocking(character="p"), speech=((0.0, line),), seed=4, look_yaw=0.0)


def test_there_are_at_least_twelve_mouths() -> None:
    vectors = [np.array(list(shape(Pose(rig=speak(FaceRig(), LIPS[v], 1, 0))))) for v in Viseme]
    insides = [(LIPS[v].teeth, LIPS[v].tongue) for v in Viseme]
    same = {
        (a, b)
        for a, b in combinations(range(len(vectors)), 2)
        if np.abs(vectors[a] - vectors[b]).max() < 0.012 and insides[a] == insides[b]
    }
    assert len(vectors) - len(same) >= 12


def test_rounded_shapes_are_narrow_and_spread_ones_wide() -> None:
    width = {v: shape(Pose(rig=speak(FaceRig(), LIPS[v], 1, 0)))[0] for v in Viseme}
    rest = width[Viseme.SIL]
    assert width[Viseme.OU] < width[Viseme.OH] < 0.8 * rest
    assert width[Viseme.IH] > width[Viseme.E] > rest


def test_lips_round_themselves_before_the_rounded_vowel() -> None:
    mouth = Mouthing(speech((Viseme.SS, 0.0, 0.3), (Viseme.OU, 0.3, 0.6)))
    early, late = mouth.lips(0.05)[0], mouth.lips(0.22)[0]
    assert early.round < 0.1
    assert late.round > 0.5


def test_the_mouth_is_shut_in_silence() -> None:
    line = speech((Viseme.AA, 0.0, 0.4), (Viseme.SIL, 0.4, 1.0), (Viseme.AA, 1.0, 1.4))
    assert shape(player(line).pose(0.7))[1] < 0.012
    assert shape(player(line).pose(0.2))[1] > 0.1


def test_a_shout_opens_wider_than_talk() -> None:
    talked, shouted = (
        shape(player(speech((Viseme.AA, 0.0, 1.0), effort=k)).pose(0.5))[1] for k in (0.0, 1.0)
    )
    assert shouted > 1.2 * talked


@pytest.mark.parametrize(
    ("changes", "more"),
    [
        ({"kind": LineKind.SUNG}, True),
        ({"expression": Expression.RAGE, "intensity": 1.0}, True),
        ({"text": "Get out!"}, True),
        ({"text": "滚出去！"}, True),
        ({"expression": Expression.TENDER}, False),
    ],
)
def test_singing_and_shouting_take_effort(changes: dict[str, object], more: bool) -> None:
    plain: dict[str, object] = {"character": "p", "name": "P", "text": "Get out."}
    line = Line(**{**plain, "at": 0.0, "duration": 1.0, **changes})  # type: ignore[arg-type]
    assert (effort(line) > 0.2) == more


@pytest.mark.parametrize("language", SAID)
def test_a_muted_line_is_still_seen_to_be_spoken(language: str) -> None:
    line = say(
        SAID[language], VoiceSpec(), language=language, expression=Expression.CALM, intensity=0.5
    )
    acting = player(line)
    times = np.arange(0, line.duration, 1 / 12)
    gaps = np.array([shape(acting.pose(t))[1] for t in times.tolist()])
    loud = np.array(
        [
            np.abs(line.samples[int(t * SAMPLE_RATE) : int((t + 0.08) * SAMPLE_RATE)]).mean()
            for t in times.tolist()
        ]
    )
    assert np.corrcoef(gaps, loud)[0, 1] > 0.25
    assert (gaps < 0.012).sum() >= 4
    assert gaps.max() > 0.11
    assert (np.diff(np.sign(np.diff(gaps))) != 0).mean() > 0.3


def test_each_bilabial_of_a_line_is_seen_at_twelve_drawings_a_second() -> None:
    line = say(SAID["en"], VoiceSpec(), language="en", expression=Expression.CALM, intensity=0.5)
    acting = player(line)
    closed = [s for s in line.visemes if s.viseme is Viseme.PP]
    assert closed
    for span in closed:
        steps = [k for k in range(int(span.start * 12) - 1, int(span.end * 12) + 2) if k >= 0]
        assert min(shape(acting.pose(k / 12))[1] for k in steps) < 0.012, span
