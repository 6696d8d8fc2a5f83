"""Clauses and noun phrases against the lexicon: which entry tells the deed, and what stands where."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from dateline.events.control import is_infinitive
from dateline.events.lexicon import NO_OBJECT, Entry, holds, lexicon
from dateline.language import Parsed, Token
from dateline.language.clauses import Clause

_GAP = 5  # tokens that may stand between two words of a trigger: articles, adjectives
_OBJECT_GAP = 9  # before a preposition or particle: a whole object may ("provided the Lebanese Armed Forces with aircraft")
# An object of this kind may as well be a name: "released the prisoners", "released Sanchez".
HUMAN = frozenset(
    (w,)
    for w in (
        "people person man civilian prisoner hostage leader minister official president government rebel militant soldier suspect "
        "activist protester regime"
    ).split()
)
_PREPOSITIONS = ("IN", "TO")


class Match(NamedTuple):
    """An entry that fits: tokens first..last (half open) show it; complement is the phrase after the trigger's last preposition, or -1."""

    entry: Entry
    first: int
    last: int
    complement: int
    score: float


def phrase_at(parsed: Parsed, token: int, within: int = 4) -> int:
    """The noun phrase that starts at a token or a little after it; -1 for none."""
    for i, p in enumerate(parsed.phrases):
        if p.start <= token < p.end or token <= p.start <= token + within:
            return i
    return -1


def after(parsed: Parsed, phrase: int) -> list[tuple[str, int]]:
    """(preposition, phrase) of the chain right after a noun phrase: "talks with Iran on sanctions"."""
    found: list[tuple[str, int]] = []
    items = parsed.chunks.items
    at = next((k for k, x in enumerate(items) if x.kind == "NP" and x.phrase == phrase), len(items))
    k, prep = at + 1, ""
    while k < len(items):
        item = items[k]
        word = parsed.tokens[item.start].lower
        if item.kind in _PREPOSITIONS:
            prep = word
        elif item.kind == "NP" and prep:
            if not parsed.phrases[item.phrase].temporal:
                found.append((prep, item.phrase))
            # "between A and B": both
            while k + 2 < len(items) and items[k + 2].kind == "NP" and parsed.tokens[items[k + 1].start].lower in ("and", "or", ","):
                if k + 3 < len(items) and items[k + 3].kind == "VG":
                    break
                k += 2
                found.append((prep, items[k].phrase))
            prep = ""
        elif item.kind == "NP" and found and parsed.phrases[item.phrase].owner == found[-1][1]:
            found[-1] = (found[-1][0], item.phrase)
        elif item.kind == "NP" and parsed.phrases[item.phrase].temporal:
            pass
        else:
            break
        k += 1
    return found


def has_object(parsed: Parsed, phrases: Iterable[int], wanted: frozenset[tuple[str, ...]]) -> bool:
    """Do the phrases, or an of-phrase after them ("a package of sanctions"), hold one of the wanted words, as lemmas or as they stand?"""
    tokens: list[Token] = []
    for i in phrases:
        p = parsed.phrases[i]
        tokens += parsed.tokens[p.start : p.end]
        follow = after(parsed, i)
        if follow and follow[0][0] in ("of", "in", "on"):
            q = parsed.phrases[follow[0][1]]
            tokens += parsed.tokens[q.start : q.end]
    return holds([t.lemma for t in tokens], wanted) or holds([t.lower for t in tokens], wanted)


def match_clause(parsed: Parsed, clause: Clause, human: Callable[[int], bool]) -> Match | None:
    """The entry of the lexicon that fits a clause best; None where none fits.

    human  does this phrase stand for a person, people or a name?
    """
    fitting = (_fits(parsed, clause, entry, head, human) for entry, head in _entries(parsed, clause))
    return max((found for found in fitting if found), key=lambda found: found.score, default=None)


def _entries(parsed: Parsed, clause: Clause) -> Iterator[tuple[Entry, int]]:
    """The entries that a clause's words open, and the token that opens each."""
    book, main = lexicon(), clause.verb.main
    for entry in book.verbs.get(clause.lemma, ()):
        yield entry, main
    if clause.lemma in ("be", "remain", "become", "get", "stay", "feel", "seem"):
        for k in range(clause.verb.end, min(clause.verb.end + 4, len(parsed.tokens))):
            for entry in book.predicates.get(parsed.tokens[k].lower, ()):
                yield entry, k
    elif clause.verb.passive:
        for entry in book.predicates.get(parsed.tokens[main].lower, ()):
            yield entry, main


def _fits(parsed: Parsed, clause: Clause, entry: Entry, head: int, human: Callable[[int], bool]) -> Match | None:
    tokens, at, limit = parsed.tokens, head, len(parsed.tokens)
    for word in entry.words[1:]:
        last_was = at
        at = -1
        for k in range(last_was + 1, min(last_was + 2 + _OBJECT_GAP, limit)):
            t = tokens[k]
            if k - last_was > _GAP and t.tag not in ("IN", "TO", "RB"):
                continue
            if (t.lower in word or t.lemma in word) and not is_infinitive(parsed, k) and not _before_time(parsed, k):
                at = k
                break
            if t.tag in ("VBD", "VBZ", "MD") or t.text in (",", ";", ":", ".", '"', "”"):
                break
        if at < 0:
            return None
    complement = -1
    if len(entry.words) > 1 and (tokens[at].tag in _PREPOSITIONS):
        complement = phrase_at(parsed, at + 1)
        looked_at = [complement] if complement >= 0 else []
        looked_at += [k for k in (clause.subject if clause.verb.passive else clause.object) if k != complement]
    elif entry.kind == "v" and clause.verb.passive:
        looked_at = list(clause.subject)
    else:
        looked_at = list(clause.object)
        if len(entry.words) > 1:
            inside = phrase_at(parsed, at, 0)
            if inside >= 0 and inside not in looked_at:
                looked_at.append(inside)
    score = 2.0 * len(entry.words)
    if entry.object == NO_OBJECT:
        if clause.object or clause.verb.passive:
            return None
    elif entry.object:
        if has_object(parsed, looked_at, entry.object):
            score += 3.0
        elif entry.object & HUMAN and any(human(i) for i in looked_at):
            score += 0.5  # somebody stands where the entry wants a person or people
        else:
            return None
        heads = [parsed.tokens[parsed.phrases[i].head].lemma for i in looked_at]
        score += 0.5 * any((h,) in entry.object for h in heads)
    return Match(entry, head, at + 1, complement, score)


def _before_time(parsed: Parsed, k: int) -> bool:
    """Is token k a preposition of a time ("agreed ... on Thursday")? It belongs to no trigger."""
    return parsed.tokens[k].tag in _PREPOSITIONS and any(p.temporal and p.start == k + 1 for p in parsed.phrases)


def match_phrase(parsed: Parsed, phrase: int) -> Match | None:
    """The nominal entry whose trigger ends at a noun phrase's head ("peace talks", "a drone strike"); the longest wins."""
    p = parsed.phrases[phrase]
    if parsed.tokens[p.head].tag not in ("NN", "NNS", "NNP", "NNPS"):
        return None
    head, best = parsed.tokens[p.head], None
    for entry in lexicon().nouns.get(head.lemma, ()) + (lexicon().nouns.get(head.lower, ()) if head.lower != head.lemma else ()):
        size = len(entry.words)
        first = p.head
        for w in reversed(entry.words[:-1]):  # inside the phrase words may stand between: "a joint patrol exercise"
            near = range(first - 1, min(first - 1, max(p.start, first - 4)) - 1, -1)
            first = next((k for k in near if k >= 0 and (parsed.tokens[k].lower in w or parsed.tokens[k].lemma in w)), -1)
            if first < 0:
                break
        if first < 0:
            continue
        score = 2.0 * size
        if entry.object:
            if not has_object(parsed, [phrase, *(x for _, x in after(parsed, phrase))], entry.object):
                continue
            score += 3.0
        if best is None or score > best.score:
            best = Match(entry, first, p.head + 1, -1, score)
    return best
