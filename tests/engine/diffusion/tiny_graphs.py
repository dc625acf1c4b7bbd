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
        node, held = conv(name, given, made, weight)
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
    pair = {"first": [1, 3, "h", "w"], "second": [1, 3, "h", "w"]}
    save(folder / "model.onnx", nodes, [], {**pair, "t": moment}, {"between": [1, 3, "h", "w"]})
    card(folder, "interpolator.toml", "multiple = 32\n")
