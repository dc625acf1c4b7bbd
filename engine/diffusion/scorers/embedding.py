"""Pictures and words as directions; how alike two are is the cosine of their angle."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.contracts import EngineError, _
from engine.diffusion.scorers.opened import Scorer, ScorerCard
from engine.quality.footage import Picture

Vector = NDArray[np.float32]  # of length 1
_TALL = 1.3  # sides beyond which a picture is looked at in three squares instead of one


def fed(picture: Picture, card: ScorerCard) -> NDArray[np.float32]:
    """A picture as the card's graph takes it, (1, 3, height, width), stretched to its size."""
    if (picture.shape[1], picture.shape[0]) != card.size:
        image = Image.fromarray(picture).resize(card.size, Image.Resampling.BICUBIC)
        picture = np.asarray(image)
    pixels = picture / np.float32(255)
    pixels = (pixels - np.array(card.mean, np.float32)) / np.array(card.std, np.float32)
    planes = pixels.transpose(2, 0, 1)[None]
    return np.ascontiguousarray(planes[:, ::-1] if card.channels == "bgr" else planes, np.float32)


def embedded(picture: Picture, scorer: Scorer) -> Vector:
    """A picture as a direction; of a tall or wide one the mean of squares along it."""
    parts = [_vector(square, scorer) for square in squares(picture)]
    return unit(np.mean(parts, axis=0))


def embedded_whole(picture: Picture, scorer: Scorer) -> Vector:
    """A picture of the graph's own shape as a direction."""
    return _vector(picture, scorer)


def _vector(picture: Picture, scorer: Scorer) -> Vector:
    return unit(_chosen(scorer.graph.named(fed(picture, scorer.card)), scorer))


def _chosen(outputs: dict[str, NDArray[np.float32]], scorer: Scorer) -> NDArray[np.float32]:
    name = scorer.card.output
    if name and name not in outputs:
        raise EngineError(
            "bad-graph",
            _("The scorer “{title}” has no output “{name}”.", title=scorer.card.title, name=name),
            _("Name one of these in its card: {names}.", names=tuple(outputs)),
        )
    found = outputs[name] if name else next(iter(outputs.values()))
    # Of tokens the first one stands for the whole picture.
    return np.asarray(found[0, 0] if found.ndim == 3 else found.reshape(-1))


def squares(picture: Picture) -> list[Picture]:
    """Squares along the longer side, three of a tall or wide picture, one in the middle else."""
    height, width = picture.shape[:2]
    side, beyond = min(height, width), abs(height - width)
    shares = (0.0, 0.5, 1.0) if max(height, width) > _TALL * side else (0.5,)
    starts = [round(beyond * share) for share in shares]
    if height > width:
        return [picture[start : start + side] for start in starts]
    return [picture[:, start : start + side] for start in starts]


def unit(vector: NDArray[np.floating[Any]]) -> Vector:
    length = float(np.linalg.norm(vector))
    return np.asarray(vector / max(length, 1e-9), np.float32)


def cosine(a: Vector, b: Vector) -> float:
    return float(a @ b)


def words_embedded(text: str, scorer: Scorer) -> Vector:
    """A text as a direction in the space of the scorer's pictures."""
    tokenizer = _tokenizer(scorer.folder / scorer.card.tokenizer)
    tokenizer.enable_truncation(scorer.card.tokens)
    tokenizer.enable_padding(length=scorer.card.tokens, pad_id=scorer.card.pad)
    told = tokenizer.encode(text)
    graph = scorer.words
    arrays = [np.array([ids]) for ids in (told.ids, told.attention_mask)][: len(graph.inputs)]
    outputs = graph.named(*arrays)
    found = next((held for held in outputs.values() if held.ndim == 2), None)
    return unit((next(iter(outputs.values())) if found is None else found).reshape(-1))


@lru_cache(maxsize=4)
def _tokenizer(path: Path) -> Any:
    from tokenizers import Tokenizer  # noqa: PLC0415  # only a text scorer needs it

    try:
        return Tokenizer.from_file(str(path))
    except Exception as error:  # the library has no error of its own
        raise EngineError(
            "bad-tokenizer",
            _(
                "“{name}” of “{folder}” is no tokenizer: {error}.",
                name=path.name,
                folder=path.parent.name,
                error=str(error),
            ),
            _("Fetch tokenizer.json of the model again."),
        ) from error
