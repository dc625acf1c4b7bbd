"""`python -m engine bench`: the engine's figures, each beside the plain way of doing the same.

Both ways run in one process on one machine, so ratios mean something and absolute times little.
To add a figure: write a function that measures it and name it in FIGURES.
"""

from pathlib import Path

import msgspec

from engine.bench.figure import Figure
from engine.contracts import to_json
from engine.verbs import load

# Figure name → the function that measures it: () -> Figure.
FIGURES = {
    "compose.vs_moviepy": "engine.bench.compose:versus_moviepy",
    "compose.vs_copy": "engine.bench.compose:versus_copy",
}
REPORT = Path("build/bench.json")


def main() -> None:
    """Measure all figures, print them as a table, and write them to build/bench.json."""
    figures: dict[str, Figure] = {}
    for name, path in FIGURES.items():
        figure: Figure = load(path)()
        figures[name] = figure
        print(f"{name:<22} {figure.value:>8.2f} {figure.unit:<3} {figure.beside}", flush=True)  # noqa: T201
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_bytes(msgspec.json.format(to_json(figures), indent=2) + b"\n")
