"""Builds the ONNX graph of all-MiniLM-L6-v2 from its weights, without torch: 6 layers, 12 heads, mean pooling."""

from typing import Any

import numpy as np
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper

LAYERS, HEADS, WIDTH = 6, 12, 384
EPSILON = 1e-12


class _Graph:
    """Collects nodes and weights; every method answers the name of its result."""

    def __init__(self, weights: dict[str, Any]) -> None:
        self._weights = weights
        self.nodes: list[NodeProto] = []
        self.constants: dict[str, Any] = {}

    def op(self, kind: str, *inputs: str, **attributes: Any) -> str:
        name = f"{kind.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [name], **attributes))
        return name

    def constant(self, name: str, value: Any) -> str:
        self.constants[name] = value
        return name

    def weight(self, name: str, *, transposed: bool = False) -> str:
        value = self._weights[name]
        return self.constant(name, np.ascontiguousarray(value.T) if transposed else value)

    def dense(self, name: str, value: str) -> str:
        product = self.op("MatMul", value, self.weight(f"{name}.weight", transposed=True))
        return self.op("Add", product, self.weight(f"{name}.bias"))

    def norm(self, name: str, value: str) -> str:
        scale, bias = self.weight(f"{name}.weight"), self.weight(f"{name}.bias")
        return self.op("LayerNormalization", value, scale, bias, axis=-1, epsilon=EPSILON)


def build(weights: dict[str, Any]) -> ModelProto:
    """Inputs ``input_ids`` and ``attention_mask`` (int64, batch × length); output unit vectors, batch × 384."""
    graph = _Graph(weights)
    hidden = _embeddings(graph)
    bias = _attention_bias(graph)
    for layer in range(LAYERS):
        hidden = _layer(graph, f"encoder.layer.{layer}", hidden, bias)
    pooled = _mean(graph, hidden)
    unit = graph.op("LpNormalization", pooled, axis=-1, p=2)
    graph.nodes.append(helper.make_node("Identity", [unit], ["embedding"]))
    shape = ["batch", "length"]
    made = helper.make_graph(
        graph.nodes,
        "minilm",
        [helper.make_tensor_value_info(name, TensorProto.INT64, shape) for name in ("input_ids", "attention_mask")],
        [helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["batch", WIDTH])],
        [numpy_helper.from_array(value, name) for name, value in graph.constants.items()],
    )
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)


def _embeddings(graph: _Graph) -> str:
    words = graph.op("Gather", graph.weight("embeddings.word_embeddings.weight"), "input_ids")
    shape = graph.op("Shape", "input_ids")
    length = graph.op("Gather", shape, graph.constant("one", np.array([1], dtype=np.int64)))
    start = graph.constant("zero", np.array([0], dtype=np.int64))
    places = graph.op("Slice", graph.weight("embeddings.position_embeddings.weight"), start, length, start)
    types = graph.constant("type_zero", graph._weights["embeddings.token_type_embeddings.weight"][0])
    summed = graph.op("Add", graph.op("Add", words, places), types)
    return graph.norm("embeddings.LayerNorm", summed)


def _attention_bias(graph: _Graph) -> str:
    """0 where there is a token, very negative where there is padding: batch × 1 × 1 × length."""
    mask = graph.op("Cast", "attention_mask", to=TensorProto.FLOAT)
    wide = graph.op("Unsqueeze", mask, graph.constant("axes", np.array([1, 2], dtype=np.int64)))
    absent = graph.op("Sub", graph.constant("one_float", np.array(1, dtype=np.float32)), wide)
    return graph.op("Mul", absent, graph.constant("far_below", np.array(-10000, dtype=np.float32)))


def _layer(graph: _Graph, name: str, hidden: str, bias: str) -> str:
    split = graph.constant("split_shape", np.array([0, 0, HEADS, WIDTH // HEADS], dtype=np.int64))

    def heads(part: str, order: list[int]) -> str:
        dense = graph.dense(f"{name}.attention.self.{part}", hidden)
        return graph.op("Transpose", graph.op("Reshape", dense, split), perm=order)

    query, key, value = heads("query", [0, 2, 1, 3]), heads("key", [0, 2, 3, 1]), heads("value", [0, 2, 1, 3])
    scale = graph.constant("head_scale", np.array((WIDTH / HEADS) ** -0.5, dtype=np.float32))
    scores = graph.op("Add", graph.op("Mul", graph.op("MatMul", query, key), scale), bias)
    mixed = graph.op("MatMul", graph.op("Softmax", scores, axis=-1), value)
    merged = graph.constant("merged_shape", np.array([0, 0, WIDTH], dtype=np.int64))
    together = graph.op("Reshape", graph.op("Transpose", mixed, perm=[0, 2, 1, 3]), merged)
    attended = graph.dense(f"{name}.attention.output.dense", together)
    hidden = graph.norm(f"{name}.attention.output.LayerNorm", graph.op("Add", attended, hidden))
    wide = _gelu(graph, graph.dense(f"{name}.intermediate.dense", hidden))
    return graph.norm(f"{name}.output.LayerNorm", graph.op("Add", graph.dense(f"{name}.output.dense", wide), hidden))


def _gelu(graph: _Graph, value: str) -> str:
    root = graph.constant("half_root", np.array(2**-0.5, dtype=np.float32))
    one = graph.constant("one_float", np.array(1, dtype=np.float32))
    half = graph.constant("half", np.array(0.5, dtype=np.float32))
    raised = graph.op("Add", graph.op("Erf", graph.op("Mul", value, root)), one)
    return graph.op("Mul", graph.op("Mul", value, raised), half)


def _mean(graph: _Graph, hidden: str) -> str:
    mask = graph.op("Cast", "attention_mask", to=TensorProto.FLOAT)
    wide = graph.op("Unsqueeze", mask, graph.constant("last_axis", np.array([2], dtype=np.int64)))
    one = graph.constant("one", np.array([1], dtype=np.int64))
    total = graph.op("ReduceSum", graph.op("Mul", hidden, wide), one, keepdims=0)
    return graph.op("Div", total, graph.op("ReduceSum", wide, one, keepdims=0))
