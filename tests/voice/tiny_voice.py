"""A voice of Piper's that is made in a moment: a hum for each phoneme, of a length of its own."""

import json
from pathlib import Path

import numpy as np
from onnx import TensorProto, helper, numpy_helper, save
from onnx.onnx_ml_pb2 import ModelProto
from piper.phoneme_ids import DEFAULT_PHONEME_ID_MAP

RATE, HOP = 16_000, 256


def frames_of(phoneme_id: int) -> int:
    """Return the frames of ``HOP`` samples for which the voice hums a phoneme."""
    return int(np.ceil(np.float32(phoneme_id) * np.float32(0.05) + np.float32(1.0)))


def write_voice(folder: Path, *, kind: str = "espeak", language: str = "en-us") -> Path:
    """Write ``tiny.onnx`` and its settings; return the model's path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "tiny.onnx"
    save(_model(), path)
    letters = {chr(code): [code] for code in range(32, 127) if chr(code) not in "_^$"}
    settings = {
        "num_symbols": 200,
        "num_speakers": 1,
        "audio": {"sample_rate": RATE},
        "espeak": {"voice": language},
        "phoneme_type": kind,
        "hop_length": HOP,
        "phoneme_id_map": (
            DEFAULT_PHONEME_ID_MAP
            if kind == "espeak"
            else {**letters, "_": [0], "^": [1], "$": [2]}
        ),
    }
    path.with_name("tiny.onnx.json").write_text(json.dumps(settings))
    return path


def _model() -> ModelProto:
    """Return the model: ids, their number and three scales in, samples of shape (1, 1, n) out."""
    constants = {
        "slope": np.float32(0.05),
        "one": np.float32(1.0),
        "hop": np.int64(HOP),
        "zero": np.int64(0),
        "step": np.int64(1),
        "pitch": np.float32(0.002),
        "loud": np.float32(0.3),
        "first": np.array([0], np.int64),
        "last": np.array([1], np.int64),
        "both": np.array([0, 1], np.int64),
    }
    steps = [
        ("Cast", ["input"], ["ids"], {"to": TensorProto.FLOAT}),
        ("Mul", ["ids", "slope"], ["longer"], {}),
        ("Add", ["longer", "one"], ["wanted"], {}),
        ("Ceil", ["wanted"], ["frames"], {}),
        ("CumSum", ["frames", "step"], ["ends"], {}),
        ("ReduceSum", ["frames"], ["sum"], {"keepdims": 0}),
        ("Cast", ["sum"], ["sum_whole"], {"to": TensorProto.INT64}),
        ("Mul", ["sum_whole", "hop"], ["total"], {}),
        ("Range", ["zero", "total", "step"], ["place"], {}),
        ("Div", ["place", "hop"], ["frame_whole"], {}),
        ("Cast", ["frame_whole"], ["frame"], {"to": TensorProto.FLOAT}),
        ("Unsqueeze", ["frame", "last"], ["frame_column"], {}),
        ("GreaterOrEqual", ["frame_column", "ends"], ["passed"], {}),
        ("Cast", ["passed"], ["passed_whole"], {"to": TensorProto.INT64}),
        ("ReduceSum", ["passed_whole", "last"], ["which"], {"keepdims": 0}),
        ("Squeeze", ["ids", "first"], ["row"], {}),
        ("Gather", ["row", "which"], ["hum"], {}),
        ("Cast", ["place"], ["time"], {"to": TensorProto.FLOAT}),
        ("Mul", ["hum", "time"], ["turns"], {}),
        ("Mul", ["turns", "pitch"], ["phase"], {}),
        ("Sin", ["phase"], ["wave"], {}),
        ("RandomNormalLike", ["wave"], ["noise"], {"scale": 0.05}),
        ("Add", ["wave", "noise"], ["rough"], {}),
        ("Mul", ["rough", "loud"], ["sound"], {}),
        ("Unsqueeze", ["sound", "both"], ["output"], {}),
    ]
    graph = helper.make_graph(
        [helper.make_node(name, gets, gives, **how) for name, gets, gives, how in steps],
        "tiny",
        [
            helper.make_tensor_value_info("input", TensorProto.INT64, [1, "n"]),
            helper.make_tensor_value_info("input_lengths", TensorProto.INT64, [1]),
            helper.make_tensor_value_info("scales", TensorProto.FLOAT, [3]),
        ],
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, 1, "samples"])],
        [numpy_helper.from_array(np.asarray(value), name) for name, value in constants.items()],
    )
    opset = helper.make_opsetid("", 17)
    model: ModelProto = helper.make_model(graph, opset_imports=[opset], ir_version=9)
    return model
