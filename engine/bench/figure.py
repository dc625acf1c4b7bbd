"""One measured figure."""

from engine.contracts import Value


class Figure(Value, frozen=True, kw_only=True):
    value: float
    unit: str  # "×", "s", "MB" …
    beside: str  # what it was measured beside, with both absolute numbers
