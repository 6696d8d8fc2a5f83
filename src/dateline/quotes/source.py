"""Who says it: the subject of a cue, left of it, right of it ("said Smith"), or shared with an earlier verb."""

from dateline.quotes.bounds import clause_at
from dateline.quotes.clauses import CLOSING, DASH, FINITE, NOUN, STOP, SUBORDINATOR, Clauses, Range, phrase_end, phrase_start
from dateline.quotes.cues import Cue

_RELATIVE = frozenset(("WP", "WDT"))
_HEADS = NOUN | {"PRP", "DT", "CD", "WP", "EX", "JJ", "JJS"}
_OPENS_APPOSITION = NOUN | frozenset("DT JJ JJS PRP$ CD WP WDT WP$ VBG VBN IN RB POS".split())
_OPENS_SUBJECT = NOUN | frozenset("DT JJ JJS PRP PRP$ CD".split())
_AFTER_COMMA = frozenset("CC VBG IN RB PRP".split())  # behind "said Ann Roe," these begin something new
_LONGEST_APPOSITION = 45  # tokens
_MOST_COMMAS = 5


def before(c: Clauses, cue: Cue, floor: int = 0) -> Range | None:
    """The subject that stands left of the cue, not further left than token floor."""
    tokens = c.tokens
    i = cue.first
    if i - 3 >= floor and c.is_comma(i - 1) and tokens[i - 2].tag == "RB" and c.is_comma(i - 3):
        i -= 3  # "some, however, question"
    if i <= floor:
        return None
    left = tokens[i - 1]
    if left.tag in _RELATIVE or left.lower in ("who", "which") or (left.lower == "that" and i - 2 >= floor and tokens[i - 2].tag in NOUN):
        return (i - 1, i)
    if left.text == "," or left.text in DASH:
        return _before_apposition(c, i - 1, floor) if cue.finite else None
    start = phrase_start(c, i, floor)
    if start >= i:
        return None
    if start - 2 >= floor and tokens[start - 1].tag == "IN" and tokens[start - 2].tag in _RELATIVE:
        return (start - 2, start - 1)  # "who in March said"
    return (start, i)


def _before_apposition(c: Clauses, close: int, floor: int) -> Range | None:
    """ "Ann Roe, a farmer in Kent, said": the comma or dash at token close shuts an apposition or a relative clause.

    Of the commas before it the one is taken that leaves a name, or else any noun phrase, at the start of a clause.
    """
    tokens = c.tokens
    best = None
    commas = 0
    for opening in range(close - 1, max(floor, close - _LONGEST_APPOSITION), -1):
        t = tokens[opening]
        if t.text in STOP - DASH and tokens[opening + 1].text != ",":
            break
        if t.text != tokens[close].text:
            continue
        commas += 1
        if commas > _MOST_COMMAS:
            break
        start = phrase_start(c, opening, floor)
        if start == opening or not _is_apposed(c, start, opening, floor):
            continue
        named = any(x.tag == "NNP" for x in tokens[start:opening])
        if best is None or named:
            best = (start, close)
        if named and (start == floor or not c.is_comma(start - 1)):
            break
    return best


def _is_apposed(c: Clauses, start: int, opening: int, floor: int) -> bool:
    """Is start..opening a noun phrase that opens a clause, with something apposed behind the comma at token opening?"""
    last, first = c.tokens[opening - 1], c.tokens[opening + 1]
    if first.tag not in _OPENS_APPOSITION or first.lower in ("but", "and") or (last.tag not in _HEADS and last.text not in CLOSING):
        return False
    if start == floor:
        return True
    left = c.tokens[start - 1]
    return left.text == "," or left.text in STOP or left.lower in SUBORDINATOR or left.tag in ("CC", "IN", "RB")


def after(c: Clauses, cue: Cue, limit: int) -> Range | None:
    """The subject that follows the cue: "said Ann Roe, a farmer in Kent"."""
    tokens = c.tokens
    start = cue.last
    if start >= limit or tokens[start].tag not in _OPENS_SUBJECT:
        return None
    head = phrase_end(c, start, limit)
    if head == start:
        return None
    end = head
    while end < limit and not _ends_subject(c, end, limit):
        end += 1
    if end < limit and tokens[end].tag in FINITE:
        return (start, head) if head < end else None
    while tokens[end - 1].text == "," or tokens[end - 1].text in STOP:
        end -= 1
    return (start, end)


def _ends_subject(c: Clauses, i: int, limit: int) -> bool:
    t = c.tokens[i]
    if t.tag in FINITE:
        return c.tokens[i - 1].tag not in _RELATIVE
    if t.text == "," and i + 1 < limit:
        following = c.tokens[i + 1]
        return following.tag in _AFTER_COMMA or following.lower in SUBORDINATOR
    return t.text in STOP - DASH or t.tag == "PRP" or t.lower == "during" or t.lower in SUBORDINATOR - {"as"}


def shared(c: Clauses, cue: Cue, floor: int = 0) -> Range | None:
    """The subject of the nearest finite verb to the left, for "and urged ..." and ", adding that ..."."""
    i = cue.first - 1
    while i > floor:
        t = c.tokens[i]
        if t.text in STOP - DASH:
            return None
        if t.tag in FINITE and c.mark[i] == c.mark[cue.first]:
            verb = cue._replace(first=_group_start(c, i), last=i + 1, verb=i, finite=True)
            found = before(c, verb, floor)
            if found and c.tokens[found[0]].lower not in ("it", "there"):
                return found
            i = verb.first
        i -= 1
    return None


def _group_start(c: Clauses, i: int) -> int:
    """The first token of the verb group that ends at token i: its adverbs, modals and auxiliaries."""
    while i > 0:
        t = c.tokens[i - 1]
        if t.tag not in ("RB", "MD") and not (t.tag in FINITE and t.lemma in ("be", "have", "do")):
            return i
        i -= 1
    return i


def fronted(c: Clauses, cue: Cue, limit: int) -> Range | None:
    """The subject of the main clause behind a participle that opens the sentence: "Asked why, Ms. Roe said"."""
    for i in range(cue.last, limit - 1):
        if c.is_comma(i) and c.mark[i] < 0 and clause_at(c, i + 1, limit):
            return (i + 1, phrase_end(c, i + 1, limit))
    return None
