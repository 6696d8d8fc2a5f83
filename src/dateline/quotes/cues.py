"""The tables of cues, and the verb groups of a sentence that are cues."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from dateline.language import Token
from dateline.quotes.clauses import FINITE, Clauses

_AUXILIARY = frozenset("be have do will would can could may might shall should must get 's 're 've 'd 'll ’s ’re ’ve ’d ’ll".split())
_COPULAS = frozenset(("be", "feel", "remain", "become"))
_ADVERBIAL = frozenset(("RB", "RBR", "RBS", "MD"))
_ADVERBS = frozenset(("n't", "not", "further", "later"))
_NOMINAL = frozenset(("NN", "NNS", "JJ"))
# Words that are a cue whatever the tagger made of them.
_ALWAYS = {
    "say": "say", "said": "say", "says": "say", "saying": "say", "told": "tell", "tells": "tell", "telling": "tell",
    "wrote": "write", "tweeted": "tweet",
}


class Entry(NamedTuple):
    """A row of cues.tsv or nouns.tsv: a verb or noun, what it takes (a letter each), the prepositions of what is said."""

    lemma: str
    frames: frozenset[str]
    prepositions: frozenset[str]


class Cue(NamedTuple):
    """A verb group that may lay words to somebody: tokens first..last (half open), the verb itself at verb.

    passive  "was told": what follows is not what its subject said
    finite   it has, or could have, a subject of its own left of it; not so "to say" and ", saying"
    """

    first: int
    last: int
    verb: int
    entry: Entry
    passive: bool
    finite: bool


ANY_VERB = Entry("", frozenset("q"), frozenset())


@cache
def verbs() -> dict[str, tuple[Entry, ...]]:
    """cues.tsv by the first word of its verb, longer verbs first."""
    rows: dict[str, list[Entry]] = {}
    for entry in _rows("cues.tsv"):
        rows.setdefault(entry.lemma.split()[0], []).append(entry)
    return {word: tuple(sorted(entries, key=lambda e: -len(e.lemma))) for word, entries in rows.items()}


@cache
def nouns() -> dict[str, Entry]:
    """nouns.tsv by its noun."""
    return {entry.lemma: entry for entry in _rows("nouns.tsv")}


def _rows(name: str) -> Iterator[Entry]:
    for line in (files("dateline.quotes") / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith(("#", "lemma\t")):
            lemma, frames, prepositions = line.split("\t")
            yield Entry(lemma, frozenset(frames), frozenset(prepositions.split()))


@cache
def _regular_forms() -> dict[str, str]:
    """Regular forms of the table's verbs, for words that the tagger did not know as verbs."""
    forms: dict[str, str] = {}
    for lemma in verbs():
        stem = lemma.removesuffix("e")
        plural = lemma[:-1] + "ies" if lemma.endswith("y") else lemma + "es"
        forms.update(dict.fromkeys((lemma, lemma + "s", stem + "ed", stem + "ing", plural), lemma))
    return forms


def at(c: Clauses, i: int) -> Cue | None:
    """The cue whose verb is token i, or None."""
    tokens = c.tokens
    token = tokens[i]
    lemma = _ALWAYS.get(token.lower) or (token.lemma if token.tag[:2] == "VB" else _mistaken(c, i))
    if lemma is None or (i > 0 and _is_determiner(tokens[i - 1])):
        return None
    if lemma in _COPULAS and i + 1 < len(tokens) and tokens[i + 1].tag in ("JJ", "VBN", "RB", "VBD"):
        lemma = "be"
    found = _entry(c, lemma, i + 1)
    if found is None:
        return None
    entry, last = found
    first, be, to = _group(c, i)
    passive = be and (token.tag in ("VBN", "VBD") or token.lower.endswith("ed"))
    return Cue(first, last, i, entry, passive, not to and _is_finite(c, first, i))


def _is_determiner(t: Token) -> bool:
    """No verb stands right behind it: "the suspected cases", "its reported sale"."""
    return t.tag in ("PRP$", "POS") or t.lower in ("the", "a", "an")


def _entry(c: Clauses, lemma: str, after: int) -> tuple[Entry, int] | None:
    """The row of a verb whose particle (or, after "be", adjective) stands at token after, and where it ends."""
    entries = verbs().get(lemma, ())
    if lemma == "be" and entries:
        while after < len(c.tokens) and c.tokens[after].tag == "RB":
            after += 1
    for entry in entries:
        particle = entry.lemma.split()[1:]
        end = after + len(particle)
        if [t.lower for t in c.tokens[after:end]] == particle:
            return entry, end
    return None


def _group(c: Clauses, verb: int) -> tuple[int, bool, bool]:
    """The first token of a verb's group (auxiliaries, adverbs, "to"), and whether it holds "be" and "to"."""
    first, be, to = verb, False, False
    while first > 0:
        t = c.tokens[first - 1]
        if t.lower == "to" and first == verb:
            to = True
        elif t.lemma in _AUXILIARY and t.tag[:2] in ("VB", "MD"):
            be = be or t.lemma == "be"
        elif t.tag not in _ADVERBIAL and t.lower not in _ADVERBS:
            break
        first -= 1
    return first, be, to


def _is_finite(c: Clauses, first: int, verb: int) -> bool:
    token = c.tokens[verb]
    if first < verb or token.tag in FINITE or token.tag in _NOMINAL or token.lower in ("say", "said", "says", "told"):
        return True
    # The first verb that could be the sentence's own: "the minister, a farmer, shouted"
    return token.tag == "VBN" and not any(t.tag in FINITE and m < 0 for t, m in zip(c.tokens[:verb], c.mark, strict=False))


def _mistaken(c: Clauses, i: int) -> str | None:
    """The verb that a word tagged as a noun is, by what stands around it."""
    tokens = c.tokens
    lemma = _regular_forms().get(tokens[i].lower) if tokens[i].tag in _NOMINAL and c.mark[i] < 0 else None
    if lemma is None or i == 0 or i + 1 == len(tokens):
        return None
    if tokens[i].lower.endswith("ed"):
        return lemma
    before, after = tokens[i - 1], tokens[i + 1]
    # "ministers claim that", "has mused whether"
    if after.lower in ("that", "whether", "how", "what", "why") or after.tag in ("PRP", "EX"):
        subject = before.tag in ("NNS", "NNPS", "PRP", "NNP", "RB", "WP") or before.lower in ("have", "has", "had", ",")
        return lemma if subject else None
    if after.tag != "PUNCT":
        return None
    if i + 2 < len(tokens):
        return lemma if c.mark[i + 2] >= 0 else None  # , tweeting, "..."
    if c.mark[0] >= 0 or after.text == ":":  # "...", the letter reads.
        return lemma
    study = tokens[i].tag == "NNS" and before.tag in ("NN", "NNP") and any(t.text == "," for t in tokens[:i])
    return lemma if study else None  # ..., a study shows.
