"""Where what is said ends: the bounds of reported clauses and noun phrases."""

from dateline.language import Token
from dateline.language.candidates import WEEKDAYS
from dateline.quotes import cues
from dateline.quotes.clauses import DASH, FINITE, NOUN, STOP, Clauses, Range, phrase_end
from dateline.quotes.cues import Cue

DAYS = WEEKDAYS | frozenset("today yesterday tomorrow earlier later recently again".split())
SPELLS = frozenset("week month year morning evening night weekend".split())
# A comma and one of these shut a clause that has its verb.
_CLAUSE_BREAKS = frozenset("which who as while although though whereas after before according since when because".split())
_OBJECT_BREAKS = frozenset("because when while after before since although though if until unless during despite".split())
_RELATIVES = frozenset("who which that what how whom whose where".split())
_SETTINGS = frozenset(
    "interview interviews statement statements speech tweet tweets letter letters memo report reports news briefing conference post email "
    "message emails remarks televised television court press".split()
)
_AHEAD = 12  # tokens: how far behind a comma the verb of a new statement is looked for
_SETTING_LENGTH = 7


def trim(c: Clauses, start: int, end: int) -> Range | None:
    """Without the commas, stops and dashes at both ends; None where nothing is left."""
    while start < end and (c.tokens[start].text in STOP or c.tokens[start].text == ","):
        start += 1
    while end > start and (c.tokens[end - 1].text in STOP or c.tokens[end - 1].text == ","):
        end -= 1
    return (start, end) if end > start else None


def clause_end(c: Clauses, cue: Cue, start: int, limit: int) -> int:
    """Where the reported clause that begins at token start ends, at most at limit."""
    tokens, mark = c.tokens, c.mark[start]
    whole = False  # has the clause its verb yet? A relative clause before it belongs to the subject
    for i in range(start + 1, limit):
        t = tokens[i]
        following = tokens[i + 1] if i + 1 < limit else None
        whole = whole or t.tag in FINITE or t.tag == "VB"
        if c.mark[i] >= 0 and mark < 0:
            continue
        if c.mark[i] != mark:
            mark = -1
        if t.text == ";" or (t.text in DASH and t.text != "-" and (whole or all(x.text != t.text for x in tokens[i + 1 : limit]))):
            return i
        if following is None:
            continue
        if t.text in (".", "!", "?") and following.text[:1].isupper() and i > start + 2 and tokens[i - 1].tag != "NNP":
            return i
        if t.text == ",":
            if (whole and following.lower in _CLAUSE_BREAKS) or _participle_cue(c, i + 1) or _bare_attribution(c, i + 1, limit):
                return i
            if following.tag == "CC" and _new_statement(c, i + 2, limit):
                return i
        elif (t.tag == "CC" and cue.finite and _shares_subject(c, cue, i + 1, limit)) or (t.lower, following.lower) == ("according", "to"):
            return i
    return limit


def object_end(c: Clauses, cue: Cue, start: int, limit: int) -> int:
    """Where the noun phrase (with what hangs on it) that begins at token start ends, at most at limit."""
    relative = False
    for i in range(start + 1, limit):
        if c.mark[i] >= 0 and c.mark[i] == c.mark[i - 1]:
            continue
        t, before = c.tokens[i], c.tokens[i - 1]
        if _ends_object(c, cue, start, i, limit):
            return i
        if t.tag in FINITE and not relative and i > start + 1 and before.tag not in ("PRP", "NNP", "NNS", "NN"):
            return i
        relative = relative or t.lower in _RELATIVES
    return limit


def _ends_object(c: Clauses, cue: Cue, start: int, i: int, limit: int) -> bool:
    """Does the object that began at token start end before token i?"""
    t = c.tokens[i]
    following = c.tokens[i + 1] if i + 1 < limit else None
    if t.text == ",":
        shuts_apposition = following is not None and following.lower in ("of", "for") and any(c.is_comma(k) for k in range(start, i))
        return not shuts_apposition and not _adds_noun(c, i, limit)
    if t.lower == "as":
        return clause_at(c, i + 1, limit)
    if t.lower in DAYS:
        return following is None or following.lower not in ("for", "over", "about")
    if t.lower in ("in", "at", "on", "to", "by", "with"):
        return is_setting(c, i + 1, limit)
    if t.tag == "CC":
        return following is not None and _another_verb(c, cue, following)
    return t.text in STOP or t.lower in _OBJECT_BREAKS


def fronted_end(c: Clauses, cue: Cue, start: int, end: int) -> int:
    """Where a phrase or clause that opens the sentence and holds the cue gives way to the main clause; else end.

    "After she said no, [he left]", "Claiming that all was well, [the mayor went home]".
    """
    if start >= end or c.tokens[start].tag not in ("VBG", "IN", "WRB", "JJ") or any(c.is_comma(k) for k in range(start, cue.first)):
        return end
    return next((k for k in range(cue.last, end - 1) if c.is_comma(k) and c.mark[k] < 0 and clause_at(c, k + 1, end)), end)


def clause_before(c: Clauses, end: int, floor: int) -> Range | None:
    """The clause that ends before token end, for ", X said.": from the sentence's start or the last dash or semicolon."""
    start = end
    while start > floor:
        t = c.tokens[start - 1]
        if t.text in (";", "―") or (t.text in DASH and t.text != "-" and all(x.text not in DASH for x in c.tokens[floor : start - 1])):
            break
        start -= 1
    return trim(c, start, end)


def clause_at(c: Clauses, i: int, limit: int) -> bool:
    """Do a noun phrase and its finite verb stand at token i?"""
    end = phrase_end(c, i, limit)
    verb = end
    while verb < limit and c.tokens[verb].tag == "RB":
        verb += 1
    return i < end and verb < limit and c.tokens[verb].tag in FINITE


def is_setting(c: Clauses, i: int, limit: int) -> bool:
    """Is this the phrase behind a preposition that tells where or when it was said: "(in) an interview", "(on) Friday"?"""
    end = phrase_end(c, i, min(limit, i + _SETTING_LENGTH))
    return any(t.lower in DAYS or t.lower in _SETTINGS for t in c.tokens[i:end])


def _adds_noun(c: Clauses, comma: int, limit: int) -> bool:
    """Does a comma go on with a list or an apposition: nouns and no verb up to the next mark?"""
    tokens = c.tokens
    close = next((k for k in range(comma + 1, limit) if tokens[k].text == "," or tokens[k].text in STOP), limit)
    part = tokens[comma + 1 : close]
    noun = bool(part) and part[0].tag in NOUN | {"DT", "JJ", "CC", "CD", "PRP$"}
    return noun and all(x.tag[:2] not in ("VB", "MD", "PR", "RB") for x in part)


def _another_verb(c: Clauses, cue: Cue, t: Token) -> bool:
    """Is this a second verb of the cue's subject: "cited the report (and) called for ..."?"""
    return t.tag in FINITE or (t.tag in ("RB", "VBN", "VBG") and c.tokens[cue.verb].tag[:3] == t.tag[:3])


def _tense(c: Clauses, cue: Cue) -> str:
    """The tag of the finite verb of the cue's group: VBZ for "is telling"."""
    return next((t.tag for t in c.tokens[cue.first : cue.last] if t.tag in FINITE), c.tokens[cue.verb].tag)


def _shares_subject(c: Clauses, cue: Cue, i: int, limit: int) -> bool:
    """Does a cue of the same subject and tense start at token i: "said it would go (and) urged others to follow"?"""
    for k in range(i, min(i + 4, limit)):
        found = cues.at(c, k)
        if found and found.first <= i and found.finite:
            return (_tense(c, found) == "VBD") == (_tense(c, cue) == "VBD")
    return False


def _participle_cue(c: Clauses, i: int) -> bool:
    return c.tokens[i].tag == "VBG" and cues.at(c, i) is not None


def _new_statement(c: Clauses, i: int, limit: int) -> bool:
    """Does a clause with a cue of its own start at token i: "(and) the union said ..."?"""
    for k in range(i, min(limit, i + _AHEAD)):
        t = c.tokens[k]
        if t.text in STOP or t.text == ",":
            return False
        if t.tag in FINITE:
            found = cues.at(c, k) or (cues.at(c, k + 1) if k + 1 < limit else None)
            return found is not None and "c" in found.entry.frames
    return False


def _bare_attribution(c: Clauses, i: int, limit: int) -> bool:
    """Is what starts at token i an attribution without a content of its own: "(, )the union said." or "(, )said the union."?"""
    for k in range(i, min(limit, i + _AHEAD - 2)):
        found = cues.at(c, k)
        if found and found.finite and found.entry.frames & {"c", "q"}:
            return found.last >= limit or c.tokens[found.last].text in (",", *STOP)
        if c.tokens[k].text == "," or c.tokens[k].text in STOP:
            return False
    return False
