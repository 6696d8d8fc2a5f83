"""PLOVER contexts of an event, told from the words of its sentence."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from dateline.language import Token


@cache
def _words() -> dict[tuple[str, ...], tuple[str, ...]]:
    """word tuple -> contexts"""
    found: dict[tuple[str, ...], list[str]] = {}
    for line in files("dateline.events").joinpath("data/contexts.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            context, cell = line.split("\t")
            for words in cell.split("|"):
                found.setdefault(tuple(words.split(" ")), []).append(context)
    return {k: tuple(v) for k, v in found.items()}


def contexts(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The contexts that the words of one sentence tell, the one with most words first, at most four."""
    table, counts = _words(), dict[str, int]()
    for i, t in enumerate(tokens):
        pairs = [(t.lemma,), (t.lower,)] + ([(t.lower, tokens[i + 1].lemma)] if i + 1 < len(tokens) else [])
        for context in {c for p in pairs for c in table.get(p, ())}:
            counts[context] = counts.get(context, 0) + 1
    return tuple(sorted(counts, key=lambda c: (-counts[c], c))[:4])
