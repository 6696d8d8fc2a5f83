"""The lexicon of deeds: readable tables in lexicon/, one a root, and how a clause or noun phrase is matched with them.

A row: trigger, kind (v verb, n noun, a predicate after "be"), object, mode, actor, recipient; CONTRIBUTING.md tells how to add one.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from dateline.types import Deed


class Entry(NamedTuple):
    """One row of a table.

    words      the trigger, word by word, each a set of alternatives; words[0] is the head
    object     word tuples one of which must stand in the object; empty for none
    actor      prepositions to look for the actor at; empty for the default of the kind
    recipient  where the recipient stands, in order: obj, subj, poss, none, or a preposition
    """

    deed: Deed
    kind: str
    words: tuple[frozenset[str], ...]
    object: frozenset[tuple[str, ...]]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    mutual: bool


class Lexicon(NamedTuple):
    """verbs, predicates: by head lemma; nouns: by the trigger's last word, which is the head of its noun phrase."""

    verbs: dict[str, tuple[Entry, ...]]
    nouns: dict[str, tuple[Entry, ...]]
    predicates: dict[str, tuple[Entry, ...]]


# An object's phrases are looked at without the prepositions between them: "state of emergency" is "state emergency".
_LINKS = frozenset(("of", "in", "on"))
NO_OBJECT = frozenset((("-",),))  # the object cell "-": the verb has none ("the miners struck")
DEFAULT_RECIPIENT = {"v": ("obj",), "n": ("on", "against", "with", "to", "in", "of"), "a": ("to", "with", "of")}


@cache
def lexicon() -> Lexicon:
    """All tables, indexed. Read once a process."""
    tables = sorted((f for f in files("dateline.events").joinpath("lexicon").iterdir() if f.name.endswith(".tsv")), key=lambda f: f.name)
    lines = [(f.name[:-4].upper(), line) for f in tables for line in f.read_text("utf-8").splitlines()]
    sets = {name: words for _, line in lines if line.startswith("@") for name, words in [line.split("\t")[:2]] if name}
    found: dict[str, dict[str, list[Entry]]] = {"v": {}, "n": {}, "a": {}}
    for root, line in lines:
        if not line or line[0] in "#@" or line.startswith("trigger\t"):
            continue
        entry = _entry(root, line, sets)
        for head in entry.words[-1 if entry.kind == "n" else 0]:
            found[entry.kind].setdefault(head, []).append(entry)
    index = {kind: {head: tuple(entries) for head, entries in by_head.items()} for kind, by_head in found.items()}
    return Lexicon(index["v"], index["n"], index["a"])


def _entry(root: str, line: str, sets: dict[str, str]) -> Entry:
    trigger, kind, obj, mode, actor, recipient = (line.split("\t") + [""] * 6)[:6]
    mutual = recipient.startswith("mutual")
    places = recipient.removeprefix("mutual").strip()
    return Entry(
        Deed(root, mode or None),
        kind,
        tuple(frozenset(_alternatives(word, sets)) for word in trigger.split(" ")),
        frozenset(tuple(w for w in a.split(" ") if w not in _LINKS) for a in _alternatives(obj, sets)) if obj else frozenset(),
        tuple(a for a in actor.split(",") if a),
        tuple(p for p in places.split(",") if p) or DEFAULT_RECIPIENT[kind],
        mutual,
    )


def _alternatives(cell: str, sets: dict[str, str]) -> list[str]:
    """The words of a cell, its @sets (which may hold sets) opened."""
    out: list[str] = []
    for part in cell.split("|"):
        part = part.strip()
        if part.startswith("@"):
            out += _alternatives(sets[part], sets)
        elif part:
            out.append(part)
    return out


def holds(words: Sequence[str], wanted: frozenset[tuple[str, ...]]) -> bool:
    """Does one of the wanted word tuples stand in words, side by side?"""
    for i, word in enumerate(words):
        if (word,) in wanted:
            return True
        for size in (2, 3, 4):
            if i + size <= len(words) and tuple(words[i : i + size]) in wanted:
                return True
    return False
