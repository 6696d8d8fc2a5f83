"""Base noun phrases and verb groups of a tagged sentence (Abney 1991, "Parsing by chunks"), without a parser."""

from collections.abc import Sequence
from typing import NamedTuple

from dateline.language.candidates import WEEKDAYS
from dateline.language.tokens import Token


class NounPhrase(NamedTuple):
    """Tokens start..end (half open) of a base noun phrase.

    head      its last noun; owner: the noun phrase whose possessive it carries ("Lee" in "Lee's visit"), else -1
    temporal  a day, month, year or the like: never a party, subject or object
    """

    start: int
    end: int
    head: int
    owner: int
    temporal: bool


class VerbGroup(NamedTuple):
    """Tokens start..end (half open): auxiliaries, adverbs and the main verb.

    form  finite, infinitive (to march), gerund (marching), participle (arrested, with no auxiliary)
    """

    start: int
    end: int
    main: int
    form: str
    modal: str
    passive: bool
    perfect: bool
    progressive: bool
    negated: bool
    past: bool


class Item(NamedTuple):
    """One step of a sentence: kind is NP or VG (phrase: index into its list), else the token's tag; start is its first token."""

    kind: str
    phrase: int
    start: int
    end: int


class Chunks(NamedTuple):
    phrases: list[NounPhrase]
    verbs: list[VerbGroup]
    items: list[Item]


_NOUNS = frozenset("NN NNS NNP NNPS".split())
_INSIDE = frozenset("JJ CD NN NNS NNP NNPS".split())
_HEADS = _NOUNS | {"CD", "PRP"}
_TEMPORAL = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march "
    "april may june july august september october "
    "november december jan. feb. mar. apr. aug. sept. oct. nov. dec. today yesterday tomorrow tonight week month year "
    "day morning evening afternoon night weekend noon midnight hour minute "
    "decade century time moment spring summer autumn winter quarter period eve dawn dusk".split()
)
_HAVE = frozenset(("have",))
# What may stand before a number, inside its noun phrase: "at least 12 civilians".
_BEFORE_COUNT = tuple(
    tuple(words.split())
    for words in (
        "at least",
        "at most",
        "up to",
        "more than",
        "fewer than",
        "less than",
        "as many as",
        "no fewer than",
        "no less than",
        "about",
        "around",
        "some",
        "nearly",
        "almost",
        "over",
        "roughly",
        "approximately",
        "an estimated",
        "just over",
        "just under",
        "close to",
    )
)
_NAMES = frozenset("may april june august march summer dawn eve moment".split())
_OPENS_COUNT = frozenset(words[0] for words in _BEFORE_COUNT)
_NEGATIONS = frozenset(("not", "n't", "never", "no"))


def chunk(tokens: Sequence[Token]) -> Chunks:
    """The noun phrases, verb groups and what stands between, in order."""
    phrases: list[NounPhrase] = []
    verbs: list[VerbGroup] = []
    items: list[Item] = []
    i, n = 0, len(tokens)
    while i < n:
        if tokens[i].lower == "(" and (closed := _bracket(tokens, i)):
            i = closed  # "the United Nations (UN) said": what stands in brackets is no step of the clause
            continue
        end = _verb_end(tokens, i)
        if end and not _modifies(tokens, i):
            verbs.append(_verb(tokens, i, end))
            items.append(Item("VG", len(verbs) - 1, i, end))
            i = end
            continue
        end = _phrase_end(tokens, i)
        if end:
            owner = len(phrases) - 1 if tokens[i].tag == "POS" and items and items[-1].kind == "NP" else -1
            phrases.append(_phrase(tokens, i + (tokens[i].tag == "POS"), end, owner))
            items.append(Item("NP", len(phrases) - 1, i, end))
            i = end
            continue
        items.append(Item(tokens[i].tag, -1, i, i + 1))
        i += 1
    return Chunks(phrases, verbs, items)


def _bracket(tokens: Sequence[Token], i: int) -> int:
    """The token after the bracket that opens at i, if it closes soon; else 0."""
    return next((k + 1 for k in range(i + 1, min(i + 10, len(tokens))) if tokens[k].lower == ")"), 0)


def _phrase(tokens: Sequence[Token], start: int, end: int, owner: int) -> NounPhrase:
    head = end - 1
    numbered = tokens[head].tag == "CD" and head > start and _names_time(tokens[head - 1])
    # "Theresa May": a month after a name is part of it
    named = head > start and tokens[head - 1].tag == "NNP" and not _names_time(tokens[head - 1]) and tokens[head].lower in _NAMES
    temporal = _names_time(tokens[head]) and not named or _is_year(tokens[head].text) or numbered
    return NounPhrase(start, end, head, owner, temporal)


def _names_time(token: Token) -> bool:
    """Is it a day, month or unit of time? "march" and "may" are months only with a capital."""
    return (token.lower in _TEMPORAL or token.lower.rstrip("s") in _TEMPORAL) and (
        token.text[0].isupper() or token.lower.rstrip("s") not in ("march", "may", "second", "spring", "fall", "sun", "sat")
    )


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("17", "18", "19", "20")


def _phrase_end(tokens: Sequence[Token], i: int) -> int:
    """Where the noun phrase that opens at i ends; 0 where none does."""
    n, k = len(tokens), i
    if tokens[k].tag == "POS":
        k += 1
    if k < n and tokens[k].tag in ("PRP", "EX"):
        return k + 1
    k += _count_prefix(tokens, k)
    opened = k < n and tokens[k].tag in ("DT", "PRP$")
    while k < n and tokens[k].tag in ("DT", "PRP$"):
        k += 1
    last = 0
    while k < n:
        t = tokens[k]
        if last == k and k > i and _new_phrase(tokens, k):
            break
        if t.tag in _INSIDE:
            if t.tag in _NOUNS or t.tag == "CD":
                last = k + 1
        elif (
            t.tag in ("VBN", "VBG")
            and k + 1 < n
            and tokens[k + 1].tag in _INSIDE
            and (k == i or tokens[k - 1].tag not in _NOUNS)
            and (opened or _modifies(tokens, k))
        ) or (
            t.tag == "RB"
            and k + 1 < n
            and tokens[k + 1].tag in ("JJ", "CD", "VBN")
            and (k == i or tokens[k - 1].tag in ("DT", "JJ", "PRP$"))
        ):
            pass
        elif not last and (skipped := _count_prefix(tokens, k)):
            k += skipped - 1
        elif (
            t.lower == "$"
            and k + 1 < n
            and tokens[k + 1].tag == "CD"
            or t.tag == "DT"
            and last == 0
            and k > i
            or (
                t.text == ","
                and k > i
                and tokens[k - 1].tag == "JJ"
                and k + 2 < n
                and tokens[k + 1].tag == "JJ"
                and tokens[k + 2].tag in _INSIDE
                and last < k
            )
            or t.lower in ("&", "-", "/")
            and last == k
            and k + 1 < n
            and tokens[k + 1].tag in ("NNP", "NNPS")
        ):
            pass
        else:
            break
        k += 1
    if last:
        return last
    if opened:  # "those", "the poor", "this"
        return k if k > i else 0
    return 0


def _new_phrase(tokens: Sequence[Token], k: int) -> bool:
    """Does a new phrase open at k, right after a noun: "Denmark last week", "on 17 July 2017 Russia"?"""
    t, before = tokens[k], tokens[k - 1]
    if t.tag == "JJ":
        return (
            before.tag in ("NN", "NNS")
            and t.lower not in ("general", "elect")
            or before.tag in _NOUNS
            and t.lower in ("last", "next", "first", "late", "early", "much")
        )
    if t.lower in WEEKDAYS:
        return before.lower not in ("good", "bloody", "black", "easter", "palm", "super", "ash")
    dated = before.lower in _TEMPORAL or _is_year(before.text)
    return t.tag == "NNP" and dated and t.lower not in _TEMPORAL


def _count_prefix(tokens: Sequence[Token], k: int) -> int:
    """How many tokens at k only say how exact the number after them is; 0 where no number follows."""
    if k >= len(tokens) or tokens[k].lower not in _OPENS_COUNT:
        return 0
    for words in _BEFORE_COUNT:
        end = k + len(words)
        if end < len(tokens) and tokens[end].tag == "CD" and all(tokens[k + i].lower == w for i, w in enumerate(words)):
            return len(words)
    return 0


def _modifies(tokens: Sequence[Token], i: int) -> bool:
    """Is the participle at i part of a noun phrase: "armed men attacked", "the visiting premier"?"""
    t = tokens[i]
    if t.tag not in ("VBN", "VBG") or i + 1 >= len(tokens) or tokens[i + 1].tag not in _INSIDE:
        return False
    b = i - 1
    while b > 0 and tokens[b].tag == "RB" and tokens[b].lower.endswith("ly"):
        b -= 1  # "carried out apparently coordinated attacks"
    before = tokens[b] if b >= 0 else None
    if t.tag == "VBN":
        return (
            before is None
            or before.tag in ("DT", "JJ", "PRP$", "POS", "IN", "CD", "CC", "PUNCT", "TO")
            or before.tag.startswith("VB")
            and before.lemma not in ("be", "have", "get")
        )
    if before is not None and before.tag in ("DT", "JJ", "PRP$", "POS", "CD"):
        return True
    if before is None or before.tag == "PUNCT":
        # "Striking miners clashed": a noun and its verb follow at once.
        k = i + 1
        while k < len(tokens) and tokens[k].tag in _INSIDE:
            k += 1
        return k < len(tokens) and tokens[k].tag in ("VBD", "VBZ", "VBP", "MD") and tokens[k - 1].tag in ("NNS", "NN")
    return False


def _verb_end(tokens: Sequence[Token], i: int) -> int:
    """Where the verb group that opens at i ends; 0 where none does."""
    n, k = len(tokens), i
    if tokens[k].tag == "TO":
        k += 1
        while k < n and tokens[k].tag == "RB":
            k += 1
        if k >= n or tokens[k].tag != "VB":
            return 0
    elif tokens[k].tag == "RB" or not (tokens[k].tag.startswith("VB") or tokens[k].tag == "MD"):
        return 0
    end = k + 1
    while end < n:
        k = end
        while k < n and (
            tokens[k].tag == "RB"
            and tokens[k].lower not in ("back", "out", "up", "down", "home", "away", "ahead", "off")
            or tokens[k].lower == "n't"
        ):
            k += 1
        if k < n and _follows(tokens, end - 1, k):
            end = k + 1
        else:
            break
    return end


def _follows(tokens: Sequence[Token], last: int, k: int) -> bool:
    """May the verb at k go on the group whose last verb is at `last`?"""
    a, b = tokens[last], tokens[k]
    if a.tag == "MD":
        return b.tag == "VB"
    if a.lemma == "be" or a.lemma == "get" and b.tag == "VBN":
        return b.tag in ("VBN", "VBG")
    if a.lemma in _HAVE:
        return b.tag == "VBN"
    if a.lemma == "do":
        return b.tag == "VB"
    return False


def _verb(tokens: Sequence[Token], start: int, end: int) -> VerbGroup:
    words = tokens[start:end]
    main = max(k for k in range(start, end) if tokens[k].tag.startswith("VB") or tokens[k].tag == "MD")
    first = next((t for t in words if t.tag.startswith("VB") or t.tag == "MD"), words[0])
    helpers = [t for t in tokens[start:main] if t.tag.startswith("VB") or t.tag == "MD"]
    passive = tokens[main].tag == "VBN" and (not helpers or helpers[-1].lemma in ("be", "get"))
    if words[0].tag == "TO":
        form = "infinitive"
    elif first.tag == "VBG":
        form = "gerund"
    elif first.tag == "VBN":
        form = "participle"
    elif first.tag == "VB" and not helpers:
        form = "infinitive"
    else:
        form = "finite"
    return VerbGroup(
        start,
        end,
        main,
        form,
        modal=next((t.lower for t in helpers if t.tag == "MD"), ""),
        passive=passive,
        perfect=any(t.lemma == "have" for t in helpers),
        progressive=tokens[main].tag == "VBG" and any(t.lemma == "be" for t in helpers),
        negated=any(t.lower in _NEGATIONS for t in tokens[max(0, start - 1) : end]),
        past=first.tag == "VBD",
    )
