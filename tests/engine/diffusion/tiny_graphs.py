"""Tiny ONNX graphs with random weights, written to folders as a studio would put real ones."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

FLOAT = TensorProto.FLOAT
Shape = Sequence[int | str]


def conv(
    name: str, given: str, made: str, weight: NDArray[np.float32], pad: int = 1, stride: int = 1
) -> tuple[list[onnx.NodeProto], list[onnx.TensorProto]]:
    node = helper.make_node(
        "Conv", [given, name], [made], pads=[pad] * 4, strides=[stride] * 2, name=name
    )
    return [node], [numpy_helper.from_array(weight.astype(np.float32), name)]


def save(
    path: Path,
    nodes: list[onnx.NodeProto],
    weights: list[onnx.TensorProto],
    inputs: dict[str, Shape],
    outputs: dict[str, Shape],
    types: dict[str, int] | None = None,
) -> None:
    kinds = types or {}
    made = helper.make_graph(
        nodes,
        "tiny",
        [helper.make_tensor_value_info(n, kinds.get(n, FLOAT), s) for n, s in inputs.items()],
        [helper.make_tensor_value_info(n, FLOAT, s) for n, s in outputs.items()],
        weights,
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.checker.check_model(model)
    path.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(model, str(path))


def card(folder: Path, name: str, text: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(f'title = "Tiny"\nlicence = "MIT"\n{text}', encoding="utf-8")


def upscaler(folder: Path, factor: int = 2, said: str = "") -> None:
    """Three random 3×3 convolutions, the last of which makes the pixels in between."""
    rng = np.random.default_rng(3)
    first = rng.normal(0, 0.4, (6, 3, 3, 3))
    second = rng.normal(0, 0.2, (6, 6, 3, 3))
    last = rng.normal(0, 0.2, (3 * factor**2, 6, 3, 3))
    nodes, weights = [], []
    for name, given, made, weight in (
        ("w1", "picture", "a", first),
        ("w2", "ra", "b", second),
        ("w3", "rb", "c", last),
    ):
        node, held = conv(name, given, made, weight.astype(np.float32))
        nodes += [*node, helper.make_node("Relu", [made], [f"r{made}"])] if made != "c" else node
        weights += held
    nodes.append(helper.make_node("DepthToSpace", ["c"], ["d"], blocksize=factor))
    nodes.append(helper.make_node("Sigmoid", ["d"], ["large"]))
    sides = ["h", "w"]
    save(
        folder / "model.onnx",
        nodes,
        weights,
        {"picture": [1, 3, *sides]},
        {"large": [1, 3, "H", "W"]},
    )
    card(folder, "upscaler.toml", said or f"factor = {factor}\ntile = 32\noverlap = 16\n")


def interpolator(folder: Path, moment: Shape = (1,)) -> None:
    """Goes from the first frame to the second, as t says, and is 32 px to each side by itself."""
    nodes = [
        helper.make_node("Sub", ["second", "first"], ["difference"]),
        helper.make_node("Mul", ["difference", "t"], ["part"]),
        helper.make_node("Add", ["first", "part"], ["between"]),
    ]
    pair: dict[str, Shape] = {"first": [1, 3, "h", "w"], "second": [1, 3, "h", "w"]}
    save(folder / "model.onnx", nodes, [], {**pair, "t": moment}, {"between": [1, 3, "h", "w"]})
    card(folder, "interpolator.toml", "multiple = 32\n")


def detector(folder: Path, side: int = 128) -> None:
    """Sees a face where 8 px are green, in the form that YuNet gives: three grids of four kinds.

    A cell is as sure as it is greener than red; its box is 48 px wide and begins at its corner.
    """
    green = np.array([[[[-0.5]], [[1.0]], [[-0.5]]]], np.float32) / np.float32(255)
    nodes, weights = conv("green", "input", "g", green, pad=0)
    outputs: dict[str, Shape] = {}
    for stride in (8, 16, 32):
        n = (side // stride) ** 2
        strength = 1.0 if stride == 8 else 0.0
        shape = numpy_helper.from_array(np.array([1, n, 1], np.int64), f"shape{stride}")
        scale = numpy_helper.from_array(np.array([strength * 1.2], np.float32), f"scale{stride}")
        box = np.tile([3.0, 3.0, np.log(48 / stride), np.log(48 / stride)], (1, n, 1))
        marks = np.tile([2.0, 2.5, 4.0, 2.5, 3.0, 3.2, 2.2, 4.2, 3.8, 4.2], (1, n, 1))
        weights += [shape, scale]
        weights.append(numpy_helper.from_array(box.astype(np.float32), f"box{stride}"))
        weights.append(numpy_helper.from_array(marks.astype(np.float32), f"marks{stride}"))
        nodes += [
            helper.make_node(
                "AveragePool",
                ["g"],
                [f"p{stride}"],
                kernel_shape=[stride] * 2,
                strides=[stride] * 2,
            ),
            helper.make_node("Mul", [f"p{stride}", f"scale{stride}"], [f"m{stride}"]),
            helper.make_node("Reshape", [f"m{stride}", f"shape{stride}"], [f"cls_{stride}"]),
            helper.make_node("Identity", [f"cls_{stride}"], [f"obj_{stride}"]),
            helper.make_node("Identity", [f"box{stride}"], [f"bbox_{stride}"]),
            helper.make_node("Identity", [f"marks{stride}"], [f"kps_{stride}"]),
        ]
        sizes = {"cls": 1, "obj": 1, "bbox": 4, "kps": 10}
        outputs |= {f"{kind}_{stride}": [1, n, last] for kind, last in sizes.items()}
    save(folder / "model.onnx", nodes, weights, {"input": [1, 3, side, side]}, outputs)
    card(
        folder,
        "scorer.toml",
        f'does = "detector"\nsize = [{side}, {side}]\nchannels = "bgr"\n'
        "std = [0.00392157, 0.00392157, 0.00392157]\nleast = 0.6\n",
    )


def projection(side: int, width: int = 32) -> NDArray[np.float32]:
    """Of all pixels of a square picture onto a few numbers, at random."""
    rng = np.random.default_rng(11)
    return rng.normal(0, 1, (3 * side * side, width)).astype(np.float32) / np.float32(side)


def embedder(folder: Path, does: str, side: int = 16, said: str = "") -> None:
    """Flattens a picture and projects it."""
    nodes = [
        helper.make_node("Flatten", ["picture"], ["flat"], axis=1),
        helper.make_node("MatMul", ["flat", "weight"], ["embedding"]),
    ]
    weight = numpy_helper.from_array(projection(side), "weight")
    shape: dict[str, Shape] = {"picture": [1, 3, side, side]}
    save(folder / "model.onnx", nodes, [weight], shape, {"embedding": [1, 32]})
    card(
        folder,
        "scorer.toml",
        f'does = "{does}"\nsize = [{side}, {side}]\nmean = [0.5, 0.5, 0.5]\nstd = [0.5, 0.5, 0.5]\n'
        + (said or "other = 0.2\nsame = 0.9\nleast = 0.6\n"),
    )


def words(folder: Path, colours: dict[str, tuple[int, int, int]], side: int = 16) -> None:
    """A text scorer for which a word is where a picture of its colour is."""
    from tokenizers import Tokenizer, models, pre_tokenizers  # noqa: PLC0415

    embedder(folder, "text", side, "other = 0.1\nsame = 0.8\nleast = 0.5\n")
    names = ["[pad]", "[unknown]", *colours]
    vocabulary = {name: number for number, name in enumerate(names)}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[unknown]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.save(str(folder / "tokenizer.json"))
    rows = np.zeros((len(names), 32), np.float32)
    for name, colour in colours.items():
        plane = (np.array(colour, np.float32) / 255 - 0.5) / 0.5
        rows[vocabulary[name]] = np.repeat(plane, side * side) @ projection(side)
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["tokens"]),
        helper.make_node("ReduceMean", ["tokens"], ["embedding"], axes=[1], keepdims=0),
    ]
    save(
        folder / "text.onnx",
        nodes,
        [numpy_helper.from_array(rows, "table")],
        {"input_ids": [1, "n"]},
        {"embedding": [1, 32]},
        {"input_ids": TensorProto.INT64},
    )
    with (folder / "scorer.toml").open("a", encoding="utf-8") as file:
        file.write('text_file = "text.onnx"\ntokenizer = "tokenizer.json"\ntokens = 8\n')


def vast(path: Path) -> None:
    """As many zeros as are asked for, which may be more than there is memory for."""
    node = helper.make_node("ConstantOfShape", ["shape"], ["made"])
    types: dict[str, int] = {"shape": TensorProto.INT64}
    save(path, [node], [], {"shape": [1]}, {"made": ["n"]}, types)


def picking(path: Path) -> None:
    """Numbers at places that are asked for, of which there may be fewer."""
    node = helper.make_node("Gather", ["numbers", "places"], ["made"])
    types: dict[str, int] = {"places": TensorProto.INT64}
    save(path, [node], [], {"numbers": ["n"], "places": ["k"]}, {"made": ["k"]}, types)
