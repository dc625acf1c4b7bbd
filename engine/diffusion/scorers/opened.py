"""Which scorers a studio has put beside its models."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta

from engine.contracts import Problem
from engine.diffusion.cards import Card, Graph, graph, read_cards

CARD, FOLDER = "scorer.toml", "scorers"
Side = Annotated[int, Meta(ge=8, le=2048)]
Cosine = Annotated[float, Meta(ge=-1, le=1)]


class Does(StrEnum):
    DETECTOR = "detector"  # finds faces, as YuNet does
    FACE = "face"  # tells faces apart: 112×112, upright, as ArcFace has them
    PICTURE = "picture"  # tells clothes and places apart
    TEXT = "text"  # pictures and words in one space


class ScorerCard(Card, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How a graph is fed: pixels 0 … 1, less `mean`, by `std`, of shape (1, 3, height, width)."""

    does: Does
    size: tuple[Side, Side]  # width, height
    mean: tuple[float, float, float] = (0.0, 0.0, 0.0)
    std: tuple[float, float, float] = (1.0, 1.0, 1.0)
    channels: Literal["rgb", "bgr"] = "rgb"
    output: str = ""  # which one holds the embedding; "" = the first
    other: Cosine = 0.0  # cosine of what is nothing alike: score 0
    same: Cosine = 1.0  # cosine of the same thing in another picture: score 1
    least: Cosine = 0.3  # below it is found fault with; of a detector, how sure it has to be
    text_file: str = ""  # graph of the words
    tokenizer: str = ""  # file of the tokenizers library
    tokens: Annotated[int, Meta(ge=1, le=4096)] = 77
    pad: Annotated[int, Meta(ge=0, le=2**31 - 1)] = 0  # id of what fills up

    def __post_init__(self) -> None:
        if self.other >= self.same:
            raise ValueError("“other” has to be less than “same”")


@dataclass(frozen=True, slots=True)
class Scorer:
    card: ScorerCard
    folder: Path

    @property
    def graph(self) -> Graph:
        return graph(self.folder / self.card.file)

    @property
    def words(self) -> Graph:
        return graph(self.folder / self.card.text_file)


@dataclass(frozen=True, slots=True)
class Scorers:
    """The scorers of a folder; of several that do the same the first by name.

    `problems` says what is wrong with folders that were left out.
    """

    folder: Path
    found: dict[Does, Scorer]
    problems: tuple[Problem, ...] = ()

    def get(self, does: Does) -> Scorer | None:
        return self.found.get(does)


def scorers_in(models: Path) -> Scorers:
    """What lies in <models>/scorers; no graph is opened yet."""
    cards, problems = read_cards(models / FOLDER, CARD, ScorerCard)
    found: dict[Does, Scorer] = {}
    for folder, card in cards.items():
        found.setdefault(card.does, Scorer(card, folder))
    return Scorers(models / FOLDER, found, problems)


def bad_scorers(models: Path) -> tuple[Problem, ...]:
    """What is wrong with those that were left out."""
    return scorers_in(models).problems
