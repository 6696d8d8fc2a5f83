"""Attributions without a verb of saying: "ROE: ...", "according to Roe", "Roe's claim that ...", "..." — Ann Roe."""

from collections.abc import Iterator

from dateline.quotes import cues, source
from dateline.quotes.bounds import clause_before, clause_end, fronted_end, object_end, trim
from dateline.quotes.clauses import DASH, FINITE, STOP, Attribution, Clauses, Range, phrase_end, phrase_start
from dateline.quotes.cues import Cue

_LABEL_TAGS = frozenset("NNP NNPS NN NNS JJ DT POS".split())
_LABEL_LENGTH = 6
_NO_SPEAKERS = frozenset(
    "correction clarification update updated note editor photo photos video watch read related breaking live analysis opinion".split()
)


def label(c: Clauses) -> Attribution | None:
    """ "ROE: We go on." and a headline "Roe: tax must fall"."""
    if c.paragraph == 0:
        return None  # "NEW DELHI: The minister ..." is a dateline
    for i in range(1, min(_LABEL_LENGTH + 1, len(c.tokens) - 3)):
        if c.mark[i] != c.mark[0]:
            return None
        if c.tokens[i].text == ":":
            names = c.tokens[:i]
            shouted = all(t.text.isupper() for t in names if t.text.isalpha())
            headline = c.paragraph is None and all(t.tag in _LABEL_TAGS for t in names)
            if not names[0].text[:1].isupper() or not (shouted or headline) or names[0].lower in _NO_SPEAKERS:
                return None
            return Attribution(((i + 1, len(c.tokens)),), (i, i + 1), (0, i))
    return None


def signed(c: Clauses, start: int, end: int, speech: Range) -> Attribution | None:
    """ "We go on." — Ann Roe"""
    if start >= end or c.tokens[start].text not in DASH:
        return None
    name = phrase_end(c, start + 1, end)
    if name == start + 1 or any(t.tag != "PUNCT" for t in c.tokens[name:end]):
        return None
    return Attribution((speech,), (start, start + 1), (start + 1, name))


def according(c: Clauses, start: int, end: int, left: Range | None, right: Range | None) -> Iterator[Attribution]:
    """ "..., according to X" and "According to X, ..."; left, right: speeches that stand before start and behind end."""
    for i in range(start, end - 2):
        if c.tokens[i].lower != "according" or c.tokens[i + 1].lower != "to" or c.mark[i] >= 0:
            continue
        stop = i + 2
        while stop < end and c.tokens[stop].text not in (",", *STOP) and c.tokens[stop].tag not in FINITE:
            stop += 1
        said = clause_before(c, i, start) if i - start > 1 else left or trim(c, stop, end) or right
        if said and stop > i + 2:
            yield Attribution((said,), (i, i + 2), (i + 2, stop))


def nominal(c: Clauses, start: int, end: int) -> Iterator[Attribution]:
    """ "the minister's claim that ...", "their promise to ...", "her support for ..."."""
    for i in range(start, end - 2):
        entry = cues.nouns().get(c.tokens[i].lemma) if c.mark[i] < 0 and c.tokens[i].tag in ("NN", "NNS") else None
        if entry is None:
            continue
        following, behind = c.tokens[i + 1], c.tokens[i + 2]
        relative = behind.tag in FINITE and (i + 3 == end or c.tokens[i + 3].tag not in FINITE)  # "a claim that was wrong"
        that = following.lower == "that" and "t" in entry.frames and not relative
        to = following.lower == "to" and "i" in entry.frames and behind.tag == "VB"
        about = following.lower in entry.prepositions and not to
        first = i
        while first > start and c.tokens[first - 1].tag in ("JJ", "VBN", "NN", "JJR", "JJS"):
            first -= 1
        noun = Cue(first, i + 1, i, entry, False, False)
        who = _owner(c, first, start)
        if who is None and that and first > start and c.tokens[first - 1].tag[:2] == "VB":
            who = source.shared(c, noun, start)
        if not (that or ((to or about) and who)):
            continue
        last = fronted_end(c, noun, start, end)
        said = (i + 2, object_end(c, noun, i + 2, last)) if about else (i + 1, clause_end(c, noun, i + 1, last))
        part = trim(c, *said)
        if part:
            yield Attribution((part,), (first, i + 1), who)


def _owner(c: Clauses, i: int, floor: int) -> Range | None:
    """Whose noun begins at token i: "her (claim)", "the mayor's (claim)"."""
    if i <= floor:
        return None
    left = c.tokens[i - 1]
    if left.tag == "PRP$":
        return (i - 1, i)
    if left.tag == "POS":
        first = phrase_start(c, i - 1, floor)
        joint = next((k for k in range(i - 2, first, -1) if c.tokens[k].tag in ("IN", "TO", "VBD")), first - 1)
        return (joint + 1, i - 1) if joint + 1 < i - 1 else None
    return None
