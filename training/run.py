"""A training run: seeded, logged, and resumable at its last checkpoint however it was stopped.

The order of the examples and every change to them follow from the seed and the epoch alone, so a run that goes on sees what it would
have seen. Scores are made on the dev split after each epoch.
"""

import json
import os
import random
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import torch
from corpus.files import documents
from corpus.ontology import KINDS, MODES, NEEDS_RECIPIENT, STATUSES
from msgspec import convert
from msgspec.structs import asdict
from tokenizers import Tokenizer
from torch import Tensor

from dateline.language.model.decode import decode
from dateline.language.model.layout import FORMAT, Layout
from dateline.language.model.marks import Marks
from dateline.language.model.words import words_of
from training import encoders
from training.augment import Chances, changed, names_in
from training.batches import Batch, Read, collated, grouped, padded
from training.distil import softened
from training.examples import Example, examples
from training.loss import losses
from training.network import Network, freeze_words, parameters
from training.pairs import PairHead, compared, pair_loss
from training.score import HEAD, scored
from training.settings import Settings

_EVERY = 150  # steps between checkpoints
_CLIP = 1.0


def layout_of(settings: Settings, shape: encoders.Shape) -> Layout:
    """The heads that the corpus's labels ask for."""
    modes = tuple(f"{root}/{mode}" for root in MODES for mode in ("", *MODES[root]))
    longest = shape.positions - (0 if shape.kind == "bert" else shape.pad + 1)
    return Layout(
        format=FORMAT, name=settings.name, encoder=Path(settings.encoder).name, kinds=KINDS, roots=tuple(MODES), modes=modes,
        statuses=STATUSES, files={}, needy=NEEDS_RECIPIENT, longest=min(512, longest), pad=shape.pad,
    )  # fmt: skip


def splits(settings: Settings) -> tuple[list[Example], list[Example]]:
    """Training and dev examples. A share takes whole documents, evenly over the corpus."""
    kept = [d for d in documents() if d.split == "train" and (settings.clauses or d.kind == "story")]
    every = [d for n, d in enumerate(kept) if int((n + 1) * settings.share) > int(n * settings.share)]
    return list(examples(every)), dev()


def dev() -> list[Example]:
    """The examples of the dev split."""
    return list(examples(d for d in documents() if d.split == "dev"))


class Run:
    """One run in its folder: checkpoint.pt and log.txt."""

    def __init__(self, settings: Settings, cache: Path, folder: Path) -> None:
        self.settings, self.folder = settings, folder
        folder.mkdir(parents=True, exist_ok=True)
        torch.manual_seed(settings.seed)
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        source = cache / settings.encoder
        encoder = encoders.thinned(encoders.load(source, settings.dropout), settings.layers)
        self.tokenizer = plain_tokenizer(source / "tokenizer.json")
        self.layout = layout_of(settings, encoder.shape)
        self.network = Network(encoder, self.layout, settings.dropout).to(self.device)
        if settings.frozen:
            freeze_words(self.network)
        self.pairs = PairHead(encoder.shape.width, len(MODES)).to(self.device) if settings.pairs else None
        self.teacher = loaded(folder.parent / settings.teacher, cache).network.to(self.device) if settings.teacher else None
        self.train, self.dev = splits(settings)
        self.step = self.epoch = self.batch = 0
        groups = parameters(self.network, settings.rate, settings.head_rate)
        if self.pairs:
            groups.append({"params": list(self.pairs.parameters()), "lr": settings.head_rate})
        self.optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
        self.highest = [g["lr"] for g in self.optimiser.param_groups]
        self.steps = len(self._epoch(0)) * settings.epochs

    def go(self, until: float = float("inf")) -> bool:
        """Train to the end, or to `until` (seconds since the epoch); True when done."""
        self._resume()
        spent: Counter[str] = Counter()
        began = time.time()
        while self.epoch < self.settings.epochs:
            for group in self._epoch(self.epoch)[self.batch :]:
                spent.update(self._learn(collated(group, self.layout)))
                self.batch += 1
                if self.step % _EVERY == 0 or time.time() > until:
                    self._save()
                    shown = " ".join(f"{h} {v / spent['steps']:.3f}" for h, v in sorted(spent.items()) if h != "steps")
                    self._log(f"epoch {self.epoch + 1} step {self.step}/{self.steps} {time.time() - began:.0f} s: {shown}")
                    spent.clear()
                    if time.time() > until:
                        return False
            self.epoch, self.batch = self.epoch + 1, 0
            tally = scored(self.dev, self.reader())
            if self.pairs:
                compared(self.pairs, self.network, self.tokenizer, self.layout, self.dev, tally)
            self._log("\n".join([f"dev split after epoch {self.epoch}", HEAD, *(tally.row(w) for w in tally.gold)]))
            self._save()
        return True

    def reader(self) -> "Reader":
        return Reader(self.network, self.tokenizer, self.layout)

    def _epoch(self, number: int) -> list[list[Read]]:
        draw = random.Random(f"{self.settings.seed}/{number}")
        seen = self.train
        if self.settings.augment:
            names = names_in(self.train)
            chances = Chances()
            seen = [changed(e, self.train, names, chances, draw) for e in self.train]
        return grouped(seen, self.tokenizer, self.layout, self.settings.pieces, draw)

    def _learn(self, batch: Batch) -> dict[str, float]:
        at = self.step / self.steps
        warm = self.settings.warm
        # Augmentation changes the lengths, so an epoch may have a batch more than the first one had.
        pace = max(0.0, min(at / warm if warm else 1.0, (1 - at) / (1 - warm)))
        for group, rate in zip(self.optimiser.param_groups, self.highest, strict=True):
            group["lr"] = rate * pace
        self.network.train()
        here = on(batch, self.device)
        with torch.autocast(self.device.type, dtype=torch.bfloat16):
            for_words, for_links = self.network.states(here.ids, here.mask)
            words, links = self.network.words(for_words), self.network.linked(for_links)
        costs = losses(words, links, here, self.layout)
        if self.pairs:
            costs["pairs"] = pair_loss(self.pairs, for_links.float(), here.read, self.layout)
        if self.teacher:
            costs["teacher"] = self.settings.weight * softened(self.teacher, words, links, here, self.layout)
        torch.stack(list(costs.values())).sum().backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), _CLIP)
        self.optimiser.step()
        self.optimiser.zero_grad(set_to_none=True)
        self.step += 1
        return {head: float(cost.detach()) for head, cost in costs.items()} | {"steps": 1}

    def _save(self) -> None:
        """Write beside, then rename: a stop in between leaves the last checkpoint whole."""
        beside = self.folder / "checkpoint.new"
        state = {
            "network": self.network.state_dict(), "pairs": self.pairs.state_dict() if self.pairs else {},
            "optimiser": self.optimiser.state_dict(), "random": torch.get_rng_state(),
            "device": [x.cpu() for x in torch.cuda.get_rng_state_all()] if self.device.type == "cuda" else [],
            "at": (self.epoch, self.batch, self.step), "settings": asdict(self.settings),
        }  # fmt: skip
        torch.save(state, beside)
        os.replace(beside, self.folder / "checkpoint.pt")

    def _resume(self) -> None:
        path = self.folder / "checkpoint.pt"
        if not path.exists():
            return
        state = torch.load(path, map_location=self.device, weights_only=True)
        if state["settings"] != asdict(self.settings):
            raise ValueError(f"{path} is of a run with other settings: give this one another folder")
        self.network.load_state_dict(state["network"])
        if self.pairs:
            self.pairs.load_state_dict(state["pairs"])
        self.optimiser.load_state_dict(state["optimiser"])
        torch.set_rng_state(state["random"].cpu())
        if state["device"] and self.device.type == "cuda":
            torch.cuda.set_rng_state_all([x.cpu() for x in state["device"]])
        self.epoch, self.batch, self.step = state["at"]
        self._log(f"goes on at epoch {self.epoch + 1}, step {self.step}")

    def _log(self, words: str) -> None:
        print(words, flush=True)
        with (self.folder / "log.txt").open("a", encoding="utf-8") as log:
            log.write(words + "\n")


class Reader:
    """Texts -> marks, by a network in torch."""

    def __init__(self, network: Network, tokenizer: Tokenizer, layout: Layout) -> None:
        self.network, self.tokenizer, self.layout = network, tokenizer, layout

    @torch.no_grad()
    def __call__(self, texts: Sequence[str]) -> list[Marks]:
        self.network.eval()
        device = next(self.network.parameters()).device
        read = [words_of(t, self.tokenizer) for t in texts]
        found: dict[int, Marks] = {}
        order = sorted(range(len(texts)), key=lambda n: len(read[n].ids))
        for start in range(0, len(order), 32):
            held = order[start : start + 32]
            ids, mask = padded([read[n] for n in held], self.layout.pad)
            with torch.autocast(device.type, dtype=torch.bfloat16):
                words, links = self.network(ids.to(device), mask.to(device))
            for row, n in enumerate(held):
                found[n] = decode(words[row].float().cpu().numpy(), links[row].float().cpu().numpy(), read[n], self.layout)
        return [found[n] for n in range(len(texts))]


def on(batch: Batch, device: torch.device) -> Batch:
    """The batch on a device."""
    if device.type == "cpu":
        return batch
    moved = {f: x.to(device) for f, x in batch._asdict().items() if isinstance(x, Tensor)}
    return batch._replace(tags={h: t.to(device) for h, t in batch.tags.items()}, **moved)


def plain_tokenizer(path: Path) -> Tokenizer:
    """The encoder's tokenizer without the cutting and padding that its maker set."""
    return Tokenizer.from_str(json.dumps(json.loads(path.read_text("utf-8")) | {"truncation": None, "padding": None}))


def loaded(folder: Path, cache: Path) -> Reader:
    """A run's network as its last checkpoint holds it, ready to read."""
    state = torch.load(folder / "checkpoint.pt", map_location="cpu", mmap=True, weights_only=True)
    settings = convert(state["settings"], Settings)
    source = cache / settings.encoder
    encoder = encoders.thinned(encoders.Encoder(encoders.shape(source), 0.0), settings.layers)
    layout = layout_of(settings, encoder.shape)
    network = Network(encoder, layout, 0.0)
    network.load_state_dict(state["network"])
    return Reader(network.eval(), plain_tokenizer(source / "tokenizer.json"), layout)
