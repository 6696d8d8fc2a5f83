"""A finished run -> the files that dateline reads with: model.onnx in int8, tokenizer.json, model.json."""

import hashlib
import tempfile
from pathlib import Path

import msgspec
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from onnxruntime.quantization.shape_inference import quant_pre_process
from tokenizers import Tokenizer

from dateline.language.model.layout import Layout
from dateline.language.model.session import load
from training.network import Network
from training.run import dev, loaded
from training.tune import tuned


def exported(run: Path, cache: Path, folder: Path, exact: bool = False, blocks: bool = False) -> Path:
    """Write a run's network into a folder, with the limits that read the dev split best.

    exact  in fp32, for comparison; blocks: int8 by blocks of weights
    """
    reader = loaded(run, cache)
    layout = reader.layout
    written(reader.network, layout, reader.tokenizer, folder, exact, blocks)
    # The limits are those of the network that ships, which rounding to int8 has moved a little.
    return _told(folder, msgspec.structs.replace(layout, limits=tuned(load(folder), dev())))


def written(network: Network, layout: Layout, tokenizer: Tokenizer, folder: Path, exact: bool = False, blocks: bool = False) -> Path:
    """Write the three files of a model. exact, blocks: as in `exported`."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        plain, ready = Path(work) / "plain.onnx", Path(work) / "ready.onnx"
        _traced(network, layout, plain)
        if exact:
            (folder / "model.onnx").write_bytes(plain.read_bytes())
        else:
            quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
            if blocks:
                _in_blocks(ready)
            quantize_dynamic(
                ready, folder / "model.onnx", op_types_to_quantize=["MatMul", "Gather"], per_channel=True, weight_type=QuantType.QInt8,
                extra_options={"MatMulConstBOnly": True},
            )  # fmt: skip
    _forget_paths(folder / "model.onnx")
    (folder / "tokenizer.json").write_text(tokenizer.to_str(), "utf-8")
    return _told(folder, layout)


def _in_blocks(path: Path) -> None:
    """Weights in int8 with a scale for each 128 of them, and what they are multiplied with likewise.

    One scale for all that a layer is given, as `quantize_dynamic` has it, costs the larger encoder four points: a few of its values
    are far larger than the others.
    """
    model = MatMulNBitsQuantizer(onnx.load(path), bits=8, block_size=128, is_symmetric=True, accuracy_level=4)
    model.process()
    onnx.save(model.model.model, path)


def _told(folder: Path, layout: Layout) -> Path:
    """Write model.json beside the two other files."""
    files = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in ("model.onnx", "tokenizer.json")}
    told = msgspec.json.encode(msgspec.structs.replace(layout, files=files))
    (folder / "model.json").write_bytes(msgspec.json.format(told, indent=1) + b"\n")
    return folder


def _traced(network: Network, layout: Layout, path: Path) -> None:
    ids = torch.full((2, 9), layout.pad + 5)
    torch.onnx.export(
        network.float().eval(), (ids, torch.ones((2, 9))), str(path), input_names=["ids", "mask"], output_names=["scores", "links"],
        dynamic_axes={
            "ids": {0: "texts", 1: "pieces"}, "mask": {0: "texts", 1: "pieces"},
            "scores": {0: "texts", 1: "pieces"}, "links": {0: "texts", 2: "pieces", 3: "pieces"},
        }, opset_version=17, dynamo=False,
    )  # fmt: skip


def _forget_paths(path: Path) -> None:
    """Leave out what the tracer notes of this machine, so that the same network gives the same bytes."""
    model = onnx.load(path)
    model.producer_name = model.producer_version = model.doc_string = ""
    for node in model.graph.node:
        node.doc_string = ""
    del model.metadata_props[:]
    path.write_bytes(model.SerializeToString(deterministic=True))
