"""The demo episodes as shots."""

from functools import cache
from pathlib import Path

from engine.contracts import Breakdown, BreakdownRequest, ReadRequest
from engine.script.breakdown import breakdown
from tests.engine.quiet import Quiet

DEMO = Path(__file__).parents[3] / "deploy" / "demo"


@cache
def episode(name: str, number: int) -> Breakdown:
    """`name` is the file of the screenplay."""
    text = (DEMO / name).read_text(encoding="utf-8")
    bible = (DEMO / name).with_suffix(".toml").read_text(encoding="utf-8")
    source = ReadRequest(text=text, name=name)
    return breakdown(BreakdownRequest(source=source, episode=number, bible=bible), Quiet())
