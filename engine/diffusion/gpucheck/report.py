"""The table of a check, as Markdown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

HEAD = "| what | way | seconds | against eager | peak GiB | differs | note |\n"
RULE = "|---|---|---:|---:|---:|---:|---|\n"


NOISE = (1.05, 0.02)  # a later run may take so many times as long, or so many seconds more
NOISE_GIB = 0.05


def compared(before: float, after: float, gib_before: float, gib_after: float) -> str:
    """Whether a later run is slower, or takes more memory, than noise explains; seconds and GiB."""
    slower = after > before * NOISE[0] and after > before + NOISE[1]
    larger = gib_after > gib_before + NOISE_GIB
    said = [word for word, so in (("SLOWER", slower), ("LARGER", larger)) if so]
    return f"{' AND '.join(said)} than the run before" if said else "no slower, no more memory"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One measurement; `seconds` are of a step or a decode. With `why_not` it was not taken."""

    item: str
    way: str
    what: str = ""
    seconds: float = 0.0
    eager: float = 0.0  # seconds of the same in plain diffusers, in the same process
    peak_gib: float = 0.0
    differs: float = 0.0  # root mean square from eager, as a share of its own
    note: str = ""
    machine: str = ""
    why_not: str = ""


def table(rows: Sequence[Row], machine: str, *, tiny: bool) -> str:
    what = "tiny weights, to try the check itself" if tiny else "random weights at real sizes"
    head = f"{machine or 'machine unknown'}; {what}; eager is the plain diffusers pipeline.\n\n"
    return head + HEAD + RULE + "".join(_line(row) for row in rows) + "\n" + _left(rows)


def _line(row: Row) -> str:
    if row.why_not:
        return f"| {row.item} {row.what} | {row.way} | not taken | | | | {_cell(row.why_not)} |\n"
    ratio = f"{row.eager / row.seconds:.2f} ×" if row.eager and row.seconds else ""
    return (
        f"| {row.item} {row.what} | {row.way} | {row.seconds:.3f} | {ratio} | {row.peak_gib:.1f} "
        f"| {row.differs:.1e} | {_cell(row.note)} |\n"
    )


def _cell(text: str) -> str:
    return text.replace("|", "/").replace("\n", " ")


def _left(rows: Iterable[Row]) -> str:
    missing = sorted({row.item for row in rows if row.why_not})
    return f"Not taken, in part or whole: {', '.join(missing)}.\n" if missing else "All taken.\n"
