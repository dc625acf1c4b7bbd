"""MiniMax-H3 packs words, picture and sound into one row, whose length is the sum of theirs. A
graph takes the three beside each other, with the angles of each row, and packs them itself: words,
then picture, then sound. Attention looks at all of them, in whatever order they are.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import torch
from torch import Tensor, nn

from engine.diffusion.runtimes.graphs import Axes, Axis
from engine.diffusion.runtimes.graphs.plain import Plain

WORDS, PICTURE, SOUND = "words", "picture", "sound"
ROWS = {
    WORDS: ("encoder_hidden_states", "text_indices"),
    PICTURE: ("hidden_states", "video_indices"),
    SOUND: ("audio_hidden_states", "audio_indices"),
}
KINDS = 3  # words, picture and sound have tables of their own in each block
TIMES = 4  # levels of noise at once: of picture and sound, and of what leads each
MOST_WORDS = 16384  # pictures that the encoder has seen count as words
REFERENCES = 6  # what leads the picture, at a size of its own: so many times the picture at most


class MinimaxH3Graph(Plain):
    def __init__(self, module: nn.Module) -> None:
        self._angles: Any = module.rope  # holds a table, no weights

    def inputs(self, arguments: dict[str, Any]) -> dict[str, Tensor]:
        """Of each kind its rows, and of each row angles, kind and level of noise."""
        angles = torch.stack(self._angles(arguments["position_ids"]), -1)
        found = {"times": _filled(arguments["timestep"])}
        for kind, (rows, indices) in ROWS.items():
            places = arguments[indices]
            found |= {
                kind: arguments[rows],
                f"{kind}_angles": angles[places],
                f"{kind}_tags": arguments["token_tags"][places],
                f"{kind}_times": arguments["timestep_indices"][places],
            }
        return {name: held.contiguous() for name, held in found.items()}

    def axes(self, inputs: Mapping[str, Tensor]) -> Axes:
        """Sound is as long as the film; frames and references that lead it are rows of picture."""
        words, rows = inputs[WORDS].shape[1], inputs[PICTURE].shape[1]
        sides = {
            WORDS: Axis("words", 1, max(words, MOST_WORDS)),
            PICTURE: Axis("rows", max(rows // REFERENCES, 1), rows * REFERENCES),
        }
        return {
            name: {int(name in ROWS): side}
            for kind, side in sides.items()
            for name in (kind, f"{kind}_angles", f"{kind}_tags", f"{kind}_times")
        }

    @contextmanager
    def module(self, module: nn.Module, arguments: dict[str, Any]) -> Iterator[nn.Module]:
        yield Packed(module, tuple(self.inputs(arguments)))


def _filled(times: Tensor) -> Tensor:
    """Always as many, the last again and again: levels that meet in a step are told once."""
    return torch.cat([times, times[-1:].expand(TIMES - len(times))])


class Packed(nn.Module):
    """The denoiser's own layers, with words, picture and sound led through them."""

    def __init__(self, inner: nn.Module, names: tuple[str, ...]) -> None:
        super().__init__()
        self.inner = inner
        self._names = names

    def forward(self, *tensors: Tensor) -> tuple[Tensor, ...]:
        """Takes what `MinimaxH3Graph.inputs` gives, in its order."""
        given = dict(zip(self._names, tensors, strict=True))
        held: Any = self.inner
        words = held.token_refiner(held.context_embedder(given[WORDS]))
        picture = held.proj_in(given[PICTURE]).type_as(words)
        sound = held.audio_proj_in(given[SOUND]).type_as(words)
        row = torch.cat([words, picture, sound], 1)
        angles, tags, levels = (
            torch.cat([given[f"{kind}_{what}"] for kind in ROWS])
            for what in ("angles", "tags", "times")
        )
        when = held.time_embedder(held.time_proj(given["times"]))
        for block in held.transformer_blocks:
            row = block(row, when, levels * KINDS + tags, angles.unbind(-1))
        row = held.norm_out(row, when, levels).type_as(given[PICTURE])
        picture_ends = words.shape[1] + picture.shape[1]
        return (
            held.proj_out(row[:, words.shape[1] : picture_ends]),
            held.audio_proj_out(row[:, picture_ends:]),
        )
