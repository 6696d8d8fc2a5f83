"""Encoders in plain torch: BERT, RoBERTa and MPNet weights out of a folder with config.json, model.safetensors and tokenizer.json.

BERT: J. Devlin et al. (2019). RoBERTa: Y. Liu et al. (2019). MPNet: K. Song et al., "MPNet: Masked and Permuted Pre-training for
Language Understanding" (2020); its relative positions are those of T5 (C. Raffel et al. 2020), one table for all layers.
"""

import json
import math
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn


class BadEncoder(ValueError):
    """The folder holds no encoder that can be read here."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What config.json tells. kind: bert, roberta or mpnet; buckets: of the relative positions, 0 for none."""

    kind: str
    width: int
    layers: int
    heads: int
    inner: int
    words: int
    positions: int
    pad: int
    epsilon: float
    buckets: int


# What one layer's weights are called by each kind of encoder: attention q, k, v, out and its norm.
_ATTENTION = {
    "bert": ("self.query", "self.key", "self.value", "output.dense", "output.LayerNorm"),
    "roberta": ("self.query", "self.key", "self.value", "output.dense", "output.LayerNorm"),
    "mpnet": ("attn.q", "attn.k", "attn.v", "attn.o", "LayerNorm"),
}


class Layer(nn.Module):
    """One layer of a post-norm transformer."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        self.heads = shape.heads
        self.query, self.key, self.value, self.out = (nn.Linear(shape.width, shape.width) for _ in range(4))
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.widen, self.narrow = nn.Linear(shape.width, shape.inner), nn.Linear(shape.inner, shape.width)
        self.last_norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """States [B, T, width] and what is added to the attention's scores [B or 1, heads or 1, T, T] -> states."""
        size = x.shape[-1] // self.heads
        query, key, value = (part(x).unflatten(-1, (self.heads, size)).transpose(1, 2) for part in (self.query, self.key, self.value))
        weights = torch.softmax(query @ key.transpose(2, 3) / math.sqrt(size) + bias, -1)
        mixed = (self.dropout(weights) @ value).transpose(1, 2).flatten(2)
        x = self.norm(x + self.dropout(self.out(mixed)))
        return self.last_norm(x + self.dropout(self.narrow(nn.functional.gelu(self.widen(x)))))


class Encoder(nn.Module):
    """Token ids [B, T] and mask [B, T] (1 for a token) -> the states [B, T, width] that each layer gives, the last one last."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.words, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        self.dropout = nn.Dropout(dropout)
        self.relative = nn.Embedding(shape.buckets, shape.heads) if shape.buckets else None
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))

    def forward(self, ids: Tensor, mask: Tensor) -> list[Tensor]:
        positions = torch.arange(ids.shape[1], device=ids.device)
        # RoBERTa and MPNet count from the padding's id on.
        x = self.words(ids) + self.positions(positions + (0 if self.shape.kind == "bert" else self.shape.pad + 1))
        x = self.dropout(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        if self.relative is not None:
            bias = bias + self.relative(bucket(positions[None, :] - positions[:, None], self.shape.buckets)).permute(2, 0, 1)[None]
        states = []
        for layer in self.layers:
            x = layer(x, bias)
            states.append(x)
        return states


def bucket(distance: Tensor, buckets: int, furthest: int = 128) -> Tensor:
    """Bucket of a relative position (Raffel et al. 2020, section 2.1): a half for each side, exact when near, logarithmic when far."""
    half = buckets // 2
    exact = half // 2
    far = distance.abs()
    scaled = exact + (torch.log(far.clamp(min=1).float() / exact) / math.log(furthest / exact) * (half - exact)).long()
    return torch.where(far < exact, far, scaled.clamp(max=half - 1)) + (distance > 0).long() * half


def shape(folder: Path) -> Shape:
    """What an encoder's config.json tells. Raises BadEncoder where it is missing or of a kind that is not read here."""
    try:
        told = json.loads((folder / "config.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BadEncoder(f"{folder}/config.json cannot be read: {error}") from error
    kind = told.get("model_type") if isinstance(told, dict) else None
    if kind not in _ATTENTION:
        raise BadEncoder(f"{folder} holds an encoder of kind {kind!r}; read here: {', '.join(_ATTENTION)}")
    if told.get("hidden_act", "gelu") != "gelu":
        raise BadEncoder(f"{folder} uses {told['hidden_act']!r}; only gelu is computed here")
    try:
        return Shape(
            kind, told["hidden_size"], told["num_hidden_layers"], told["num_attention_heads"], told["intermediate_size"],
            told["vocab_size"], told["max_position_embeddings"], told["pad_token_id"], told["layer_norm_eps"],
            told["relative_attention_num_buckets"] if kind == "mpnet" else 0,
        )  # fmt: skip
    except KeyError as error:
        raise BadEncoder(f"{folder}/config.json has no {error}") from error


def load(folder: Path, dropout: float = 0.1) -> Encoder:
    """The encoder of a folder with its weights. Raises BadEncoder where a file is missing or does not fit its config.json."""
    encoder = Encoder(shape(folder), dropout)
    try:
        weights = load_file(folder / "model.safetensors")
        encoder.load_state_dict(_renamed(weights, encoder.shape))
    except (OSError, KeyError, RuntimeError, ValueError, SafetensorError) as error:
        raise BadEncoder(f"{folder}/model.safetensors does not hold the encoder that config.json tells of: {error}") from error
    return encoder


def _renamed(weights: dict[str, Tensor], shape: Shape) -> dict[str, Tensor]:
    """The weights of a published encoder under this module's names."""
    prefix = next((p for p in ("", f"{shape.kind}.") if f"{p}embeddings.word_embeddings.weight" in weights), "")

    def of(name: str) -> Tensor:
        return weights[prefix + name]

    positions = of("embeddings.position_embeddings.weight")
    if f"{prefix}embeddings.token_type_embeddings.weight" in weights:
        positions = positions + of("embeddings.token_type_embeddings.weight")[0]  # one text is read at a time: always the first type
    named = {"words.weight": of("embeddings.word_embeddings.weight"), "positions.weight": positions}
    if shape.buckets:
        named["relative.weight"] = of("encoder.relative_attention_bias.weight")
    parts = ("query", "key", "value", "out", "norm", "widen", "narrow", "last_norm")
    theirs = (*(f"attention.{x}" for x in _ATTENTION[shape.kind]), "intermediate.dense", "output.dense", "output.LayerNorm")
    for what in ("weight", "bias"):
        named[f"norm.{what}"] = of(f"embeddings.LayerNorm.{what}")
        for n in range(shape.layers):
            named |= {f"layers.{n}.{ours}.{what}": of(f"encoder.layer.{n}.{x}.{what}") for ours, x in zip(parts, theirs, strict=True)}
    return named


def thinned(encoder: Encoder, layers: int) -> Encoder:
    """The encoder with so many of its layers, evenly taken, the last one among them; 0 keeps all (V. Sanh et al., "DistilBERT", 2019)."""
    full = len(encoder.layers)
    wanted = layers or full
    encoder.layers = nn.ModuleList(encoder.layers[round((n + 1) * full / wanted) - 1] for n in range(wanted))
    return encoder
