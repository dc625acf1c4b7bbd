"""What diffusion models would be told of a shot, shown before anything is rendered."""

from engine.contracts.base import Value, Wording


class LeftOut(Value, frozen=True, kw_only=True):
    """Words that are not in a prompt, and why."""

    text: str
    why: Wording


class PromptView(Value, frozen=True, kw_only=True):
    """The prompt for one model, a sentence a line."""

    model: str  # name in the registry
    title: str = ""  # the model's, for people
    text: str  # as sent
    composed: str  # as the rules compose it, without what is added
    added: tuple[str, ...] = ()  # the last lines of `text`: exclusions, why takes were rejected
    negative: str = ""  # "" where the model's guidance uses none
    words: int
    limit: int  # words that the model's encoder reads, about; own words may be more
    left_out: tuple[LeftOut, ...] = ()


class PromptsView(Value, frozen=True, kw_only=True):
    keyframe: PromptView
    video: PromptView
