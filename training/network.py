"""The network: an encoder, a head for what each word is, and a head for what goes with what.

A link is scored for every pair of words at once, by a biaffine product (T. Dozat and C. Manning, "Deep Biaffine Attention for
Neural Dependency Parsing", 2017): one pass reads any number of events in a sentence, and no list of candidate spans is needed.
Each head reads a weighted mean of the encoder's layers (M. Peters et al., "Deep Contextualized Word Representations", 2018).
"""

import torch
from torch import Tensor, nn

from dateline.language.model.layout import LINKS, Layout
from training.encoders import Encoder, bucket

_SIDE = 64  # width of each side of a link
_APART = 32  # steps of distance, near ones exact
_LAST = 2.0  # how much likelier the last layer is at the start: about e^2 times each other one


class Network(nn.Module):
    """Ids and mask [B, T] -> scores of the words [B, T, layout.width] and of the links, from trigger or cue to word [B, links, T, T]."""

    def __init__(self, encoder: Encoder, layout: Layout, dropout: float = 0.1, hidden: int = 256) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.shape.width
        self.dropout = nn.Dropout(dropout)
        # Encoders made for sentence vectors lose sight of the single word towards their end, so each head weighs all layers.
        self.mix = nn.Parameter(torch.zeros(2, len(encoder.layers)))
        nn.init.constant_(self.mix[:, -1], _LAST)
        self.words = nn.Sequential(nn.Linear(width, width), nn.GELU(), nn.Dropout(dropout), nn.Linear(width, layout.width))
        self.ends = nn.ModuleList(nn.Sequential(nn.Linear(width, hidden), nn.GELU(), nn.Dropout(dropout)) for _ in range(2))
        self.sides = nn.ModuleList(nn.Linear(hidden, len(LINKS) * _SIDE) for _ in range(2))
        for side in self.sides:
            nn.init.xavier_uniform_(side.weight)  # a product of two small things stays small: with the usual start, links learn too late
        # Of two deeds in a sentence, each has the party beside it: how far apart, and on which side, says much of who goes with what.
        self.apart = nn.Embedding(_APART, len(LINKS))
        nn.init.zeros_(self.apart.weight)
        self.alone = nn.Linear(hidden, len(LINKS))  # how likely a word is to be at the end of such a link at all
        nn.init.constant_(self.alone.bias, -3.0)  # most are not: what is rare need not be learnt first

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        for_words, for_links = self.states(ids, mask)
        return self.words(for_words), self.linked(for_links)

    def states(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """What the two heads read [B, T, width]: the layers, weighed for each."""
        layers = torch.stack(self.encoder(ids, mask))
        for_words, for_links = (self.dropout((layers * weights[:, None, None, None]).sum(0)) for weights in torch.softmax(self.mix, -1))
        return for_words, for_links

    def linked(self, states: Tensor) -> Tensor:
        """States [B, T, width] -> scores of links [B, links, T, T]."""
        from_, to = (end(states) for end in self.ends)
        left, right = (
            side(x).unflatten(-1, (len(LINKS), _SIDE)).transpose(1, 2) for side, x in zip(self.sides, (from_, to), strict=True)
        )
        places = torch.arange(states.shape[1], device=states.device)
        left, right = turned(left, places), turned(right, places)
        apart = self.apart(bucket(places[None, :] - places[:, None], _APART)).permute(2, 0, 1)[None]
        return left @ right.transpose(2, 3) + apart + self.alone(to).transpose(1, 2)[:, :, None, :]


def turned(x: Tensor, places: Tensor) -> Tensor:
    """Vectors [.., T, size], each turned by its place, so that a product of two depends on how far they are apart.

    J. Su et al., "RoFormer: Enhanced Transformer with Rotary Position Embedding" (2021), section 3.2.
    """
    half = x.shape[-1] // 2
    speeds = 10_000.0 ** (-torch.arange(half, device=x.device) / half)
    angles = places[:, None] * speeds
    a, b, cos, sin = x[..., :half], x[..., half:], torch.cos(angles), torch.sin(angles)
    return torch.cat((a * cos - b * sin, a * sin + b * cos), -1)


def freeze_words(network: Network) -> None:
    """Leave the encoder's tables of words and positions as they were: words that the corpus never uses stay beside those that it does."""
    for table in (network.encoder.words, network.encoder.positions):
        table.weight.requires_grad_(False)


def parameters(network: Network, rate: float, head_rate: float, decay: float = 0.01) -> list[dict[str, object]]:
    """Groups for the optimiser: the encoder at `rate`, the heads at `head_rate`; norms and biases do not decay."""
    groups: list[dict[str, object]] = []
    for own, speed in ((True, rate), (False, head_rate)):
        for plain in (True, False):
            held = [
                p for name, p in network.named_parameters()
                if p.requires_grad and name.startswith("encoder.") == own and (p.dim() == 1) == plain
            ]  # fmt: skip
            groups.append({"params": held, "lr": speed, "weight_decay": 0.0 if plain else decay})
    return groups
