"""Close your eyes: who of a cast speaks?"""

from itertools import combinations
from pathlib import Path

import pytest

from engine.contracts import BreakdownRequest, Character, Look, ReadRequest
from engine.script.breakdown import breakdown
from engine.script.people.voices import voice_by_rule
from tests.engine.quiet import Quiet
from tests.engine.voice.ears import apart, pitch, say, timbre

ROOT = Path(__file__).parents[3]
SCRIPTS = {
    "empty-coffin": ("deploy/demo/empty-coffin.fountain", "deploy/demo/empty-coffin.toml"),
    "kong-guan": ("deploy/demo/kong-guan.txt", "deploy/demo/kong-guan.toml"),
    "guru peak": ("../shared/samples/ascent_to_guru_peak.fountain", ""),
}


def speaking(script: str, bible: str) -> list[Character]:
    path = ROOT / script
    if not path.exists():
        pytest.skip("the sample screenplays are not on this machine")
    broken = breakdown(
        BreakdownRequest(
            source=ReadRequest(path=str(path)),
            bible=(ROOT / bible).read_text(encoding="utf-8") if bible else "",
        ),
        Quiet(),
    )
    heard = {line.character for shot in broken.shots for line in shot.lines}
    return [person for person in broken.cast if person.id in heard]


@pytest.mark.parametrize("name", SCRIPTS)
def test_any_two_of_a_cast_are_told_apart(name: str) -> None:
    people = speaking(*SCRIPTS[name])
    assert len(people) > 1
    spoken = {person.name: say(person.voice) for person in people}
    for one, other in combinations(spoken, 2):
        assert apart(spoken[one], spoken[other]) > 0.9, (one, other)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("presentation", ["woman", "man"])
def test_age_is_heard(language: str, presentation: str) -> None:
    child, grown, old = (
        say(voice_by_rule("robin", Look(age=age, presentation=presentation), language, 0))
        for age in (8, 30, 76)
    )
    assert pitch(child.samples) > 1.25 * pitch(grown.samples)
    assert timbre(child.samples)[-4:].mean() > timbre(old.samples)[-4:].mean() - 3
    assert old.duration > grown.duration * 1.08
