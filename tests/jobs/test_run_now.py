"""The engine called at once from the web process."""

import pytest

from apps.jobs.services import run_now
from engine.contracts import EngineError
from tests.jobs.verbs import Ask

pytestmark = pytest.mark.processes


def test_a_verb_answers_at_once() -> None:
    assert run_now(verb="sleep", request=Ask(note="台本"))["note"] == "台本"


@pytest.mark.parametrize(
    ("verb", "code"),
    [
        ("refuse", "no-dialogue"),
        ("bug", "engine-bug"),
        ("disk_full", "disk-full"),
        ("crash", "engine-died"),
        ("nonsense", "unknown-verb"),
    ],
)
def test_what_goes_wrong_is_said_in_words(verb: str, code: str) -> None:
    with pytest.raises(EngineError) as caught:
        run_now(verb=verb, request=Ask())
    assert caught.value.code == code
    assert "Traceback" not in caught.value.message


def test_a_verb_that_takes_too_long_is_ended() -> None:
    with pytest.raises(EngineError) as caught:
        run_now(verb="deaf", request=Ask(seconds=600), timeout=0.5)
    assert caught.value.code == "timed-out"
