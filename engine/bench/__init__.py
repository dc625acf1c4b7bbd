"""`python -m engine bench`: the engine's figures, each beside the plain way of doing the same.

Both ways run in one process on one machine, so ratios mean something and absolute times little.
To add a figure: write a function that measures it and name it in FIGURES.
"""

import sys
from pathlib import Path

import msgspec

from engine.bench.figure import Figure
from engine.contracts import EngineError, _, to_json
from engine.dotted import load

# Figure name → the function that measures it: () -> Figure.
FIGURES = {
    "rehearsal.realtime": "engine.bench.rehearsal:realtime",
    "rehearsal.vs_encode": "engine.bench.rehearsal:versus_encode",
    "rehearsal.effort_rank": "engine.bench.rehearsal:effort_rank",
    "rehearsal.realtime_1080": "engine.bench.rehearsal:realtime_1080",
    "rehearsal.peak_mb": "engine.bench.rehearsal:peak_mb",
    "compose.vs_moviepy": "engine.bench.compose:versus_moviepy",
    "compose.vs_copy": "engine.bench.compose:versus_copy",
}
REPORT = Path("build/bench.json")


def main() -> None:
    """Measure all figures, print them as a table, and write them to build/bench.json."""
    figures: dict[str, Figure] = {}
    for name, path in FIGURES.items():
        figure = _measured(path)
        figures[name] = figure
        sys.stdout.write(f"{name:<24} {figure.value:>8.2f} {figure.unit:<3} {figure.beside}\n")
        sys.stdout.flush()
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_bytes(msgspec.json.format(to_json(figures), indent=2) + b"\n")


def _measured(path: str) -> Figure:
    try:
        figure: Figure = load(path)()
    except ModuleNotFoundError as error:
        raise EngineError(
            "missing-library",
            _(
                "A figure is measured beside “{library}”, which is not installed.",
                library=error.name or "",
            ),
            _("Install the test extra: pip install 'dramabox[test]'."),
        ) from error
    return figure
