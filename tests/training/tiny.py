"""A tiny encoder of random weights, in the files that a real one has."""

import json
from pathlib import Path

WIDTH, LAYERS, HEADS, INNER, POSITIONS = 16, 2, 2, 32, 512
WORDS = "the a of in to and on police government president army said was arrested visited condemned shelled . , ' \" - monday".split()


def tiny_encoder(folder: Path, kind: str = "bert") -> Path:
    """Write config.json, model.safetensors and tokenizer.json; needs torch."""
    import torch
    from safetensors.torch import save_file
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *WORDS, "##s", "##ed"]
    tokenizer = Tokenizer(models.WordPiece({w: n for n, w in enumerate(vocabulary)}, unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.TemplateProcessing(single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tokenizer.json").write_text(tokenizer.to_str(), "utf-8")
    config = {
        "model_type": kind, "hidden_size": WIDTH, "num_hidden_layers": LAYERS, "num_attention_heads": HEADS, "intermediate_size": INNER,
        "vocab_size": len(vocabulary), "max_position_embeddings": POSITIONS, "pad_token_id": 0, "layer_norm_eps": 1e-12,
        "relative_attention_num_buckets": 32,
    }  # fmt: skip
    (folder / "config.json").write_text(json.dumps(config), "utf-8")
    torch.manual_seed(0)
    attention = {
        "bert": ("self.query", "self.key", "self.value", "output.dense", "output.LayerNorm"),
        "mpnet": ("attn.q", "attn.k", "attn.v", "attn.o", "LayerNorm"),
    }[kind]
    weights = {
        "embeddings.word_embeddings.weight": torch.randn(len(vocabulary), WIDTH),
        "embeddings.position_embeddings.weight": torch.randn(POSITIONS, WIDTH),
        "embeddings.LayerNorm.weight": torch.ones(WIDTH), "embeddings.LayerNorm.bias": torch.zeros(WIDTH),
        "encoder.relative_attention_bias.weight": torch.randn(32, HEADS),
    }  # fmt: skip
    for n in range(LAYERS):
        names = (*(f"attention.{x}" for x in attention), "intermediate.dense", "output.dense", "output.LayerNorm")
        shapes = (*[(WIDTH, WIDTH)] * 4, (WIDTH,), (INNER, WIDTH), (WIDTH, INNER), (WIDTH,))
        for name, shape in zip(names, shapes, strict=True):
            weights[f"encoder.layer.{n}.{name}.weight"] = torch.randn(shape) * 0.3
            weights[f"encoder.layer.{n}.{name}.bias"] = torch.zeros(shape[0])
    save_file(weights, folder / "model.safetensors")
    return folder


def tiny_model(folder: Path, work: Path) -> Path:
    """Write the files of a model that was never trained: tests/language/tiny is made by this."""
    import torch
    from training.encoders import load
    from training.export import written
    from training.network import Network
    from training.run import layout_of, plain_tokenizer
    from training.settings import Settings

    encoder = load(tiny_encoder(work))
    torch.manual_seed(1)
    layout = layout_of(Settings("tiny", "random"), encoder.shape)
    return written(Network(encoder, layout, hidden=16), layout, plain_tokenizer(work / "tokenizer.json"), folder)
