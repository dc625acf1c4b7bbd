from pathlib import Path

import pytest

from engine.contracts import Breakdown, BreakdownRequest, ReadRequest
from engine.script.breakdown import breakdown
from tests.engine.quiet import Quiet

DEMO = Path(__file__).parents[4] / "deploy" / "demo" / "empty-coffin.fountain"


@pytest.fixture(scope="session")
def demo() -> Breakdown:
    """The demo's third episode."""
    bible = DEMO.with_suffix(".toml").read_text()
    source = ReadRequest(path=str(DEMO))
    request = BreakdownRequest(source=source, episode=3, bible=bible)
    return breakdown(request, Quiet())
