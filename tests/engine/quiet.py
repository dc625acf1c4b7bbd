"""A caller for whom nobody waits."""


class Quiet:
    def step(self, done: int, total: int, note: str = "") -> None:
        pass
