"""A model: what its heads find on the corpus's test split, sentences a second on one core, load time, memory.

Nothing is tuned on the test split. The event lines ask more and more: the trigger, its root too, both parties too, the mode, the status.
"""

import os
import resource
import sys
import time
from collections.abc import Sequence

from corpus.files import documents as corpus_documents
from training.examples import Example, examples
from training.score import HEAD, scored

from dateline.language.model import Choice
from dateline.language.model.choose import chosen
from dateline.language.model.session import Model, load

LENGTHS = (10, 30, 60)  # word pieces
SECONDS = 3.0


def main(choice: Choice = None) -> int:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    folder = chosen(choice)
    if folder is None:
        print("no model is installed, and the dictionary has no heads to measure", file=sys.stderr)
        return 2
    documents = [d for d in corpus_documents() if d.split == "test"]
    before, began = _memory(), time.perf_counter()
    model = load(folder)
    took, grown = time.perf_counter() - began, _memory() - before
    print(f"{model.name}, from {model.layout.encoder}; loaded in {took:.2f} s, onnxruntime and tokenizers included")
    for kind in ("story", "clause"):
        held = list(examples(d for d in documents if d.kind == kind))
        tally = scored(held, lambda texts: model.read(texts, [0] * len(texts)))
        print(f"\n{'stories' if kind == 'story' else 'clauses'} of the test split, {len(held)} sentences")
        print("\n".join([HEAD, *(tally.row(what) for what in tally.gold)]))
    print(f"\n{'pieces a sentence':24}{'sentences/s, one core':>22}")
    for length in LENGTHS:
        print(f"{length:24}{_pace(model, _texts(list(examples(documents)), length)):22.0f}")
    print(f"memory: {grown:.0f} MB more once it is loaded, {_memory() - before:.0f} MB while it reads")
    return 0


def _texts(held: Sequence[Example], length: int) -> list[str]:
    """Texts of about so many pieces, out of the corpus's words."""
    words = " ".join(e.text for e in held).split()
    size = max(1, round((length - 2) / 1.25))  # a word is cut into about so many pieces, marks counted
    return [" ".join(words[n : n + size]) for n in range(0, 200 * size, size)]


def _pace(model: Model, texts: list[str]) -> float:
    done, began = 0, time.perf_counter()
    while time.perf_counter() - began < SECONDS:
        batch = [texts[(done + n) % len(texts)] for n in range(20)]
        model.read(batch, [0] * len(batch))
        done += len(batch)
    return done / (time.perf_counter() - began)


def _memory() -> float:
    """Highest memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
