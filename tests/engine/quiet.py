"""A caller for whom nobody waits."""

from engine.contracts import Wording


class Quiet:
    def step(self, done: int, total: int, note: str | Wording = "") -> None:
        pass
