"""What composing a prompt gives."""

from dataclasses import dataclass

from engine.diffusion.prompts.fit import Cut


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A prompt, a sentence a line. `negative` is "" where the model's guidance uses none."""

    text: str
    added: tuple[str, ...]  # its last lines, which stand below a person's own words as well
    negative: str
    words: int
    limit: int
    cut: tuple[Cut, ...] = ()
