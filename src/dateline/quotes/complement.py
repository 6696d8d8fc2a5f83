"""What follows a cue: whom it was said to, where and when, and the content, in the shapes that the cue takes."""

from dateline.quotes.bounds import DAYS, SPELLS, clause_end, is_setting, object_end, trim
from dateline.quotes.clauses import FINITE, NOUN, STOP, SUBORDINATOR, Clauses, Range, phrase_end
from dateline.quotes.cues import Cue

_WH = frozenset("what why how who whom whose whether where which if".split())
_SETTING_PREPOSITIONS = frozenset("in at on to during through by of from with for after before".split())
_OF_CONTENT = frozenset("not no only even there here so n't".split())  # adverbs that open a clause rather than tell how it was said
_CLITICS = frozenset("'s 're 'm 'll 'd ’s ’re ’m ’ll ’d".split())
_CLAUSE_START = NOUN | frozenset("PRP DT PDT EX CD PRP$ JJ JJR JJS VBG IN RB WP POS CC FW $ PUNCT".split())
_PHRASE_START = NOUN | frozenset("DT PDT PRP PRP$ JJ JJR JJS CD EX VBG VBN".split())
_TO_REACH = 15  # tokens from "asked" to the "to" of what was asked


def addressee(c: Clauses, cue: Cue, limit: int) -> Range | None:
    """Who was told: "told Paris that", "warned reporters:"."""
    start = cue.last
    if "a" not in cue.entry.frames or start >= limit or c.mark[start] != c.mark[cue.verb] or c.tokens[start].lower == "that":
        return None
    if c.tokens[start].tag == "PRP":
        return (start, start + 1)
    end = phrase_end(c, start, min(limit, c.run_end(start)))
    # "promised the vote would come": a finite verb right behind is a clause's, but after "tell" somebody comes first
    if end <= start or (end < limit and c.tokens[end].tag in FINITE and cue.entry.lemma != "tell"):
        return None
    return (start, end)


def skip_setting(c: Clauses, i: int, limit: int) -> int:
    """Past what may stand between a cue and its clause: days, adverbs, "in an interview", "at a rally in Kent", "to reporters"."""
    tokens = c.tokens
    while i < limit:
        t = tokens[i]
        if t.lower in DAYS or (t.tag == "RB" and t.lower not in _OF_CONTENT):
            i += 1
        elif t.lower in ("this", "last", "next", "earlier") and i + 1 < limit and tokens[i + 1].lower in SPELLS | DAYS:
            i += 2
        elif t.tag in ("IN", "TO") and t.lower in _SETTING_PREPOSITIONS:
            end = phrase_end(c, i + 1, limit)
            if end == i + 1 or not (t.lower == "on" or is_setting(c, i + 1, limit) or _opens_content(c, end, limit)):
                return i
            i = end
        else:
            return i
    return i


def _opens_content(c: Clauses, i: int, limit: int) -> bool:
    """May a content, or one more phrase before it, begin at token i?"""
    if i >= limit:
        return False
    t = c.tokens[i]
    return t.lower == "that" or c.mark[i] >= 0 or t.text in (",", ":") or t.tag in ("IN", "TO", "PRP")


def complement(c: Clauses, cue: Cue, limit: int) -> Range | None:
    """The content that follows the cue, None where nothing that the cue takes stands there."""
    tokens = c.tokens
    told = addressee(c, cue, limit)
    start = told[1] if told else cue.last
    if start >= limit:
        return None
    if tokens[start].lower in cue.entry.prepositions and start + 1 < limit:
        return trim(c, start + 1, object_end(c, cue, start + 1, limit))
    behind = skip_setting(c, start, limit)
    if behind < limit and tokens[behind].lower == "that":
        start = behind
    told_when = tokens[start].lower in DAYS or tokens[start].lower in ("this", "last", "next")
    for at in dict.fromkeys((behind,) if told_when else (start, behind)):
        if at < limit:
            found = _clause(c, cue, at, limit)
            if found:
                return trim(c, *found)
    phrase = _phrase(c, cue, start, limit, told)
    return trim(c, *phrase) if phrase else None


def _clause(c: Clauses, cue: Cue, at: int, limit: int) -> Range | None:
    """Words between marks, a clause or an infinitive that begins at token at."""
    tokens, frames = c.tokens, cue.entry.frames
    t = tokens[at]
    following = tokens[at + 1] if at + 1 < limit else None
    if t.text == ":":
        return (at + 1, limit) if "c" in frames else None
    if t.text == "," and following and c.mark[at + 1] >= 0:
        return (at + 1, limit) if "c" in frames else None
    if c.mark[at] >= 0 and c.mark[cue.verb] < 0 and "q" in frames and _is_all_of_it(c, cue, at, limit):
        return (at, c.run_end(at))
    if t.lower == "that" and following and (following.text in STOP or following.tag in FINITE - {"MD"}):
        return None
    negated = any(x.tag == "RB" for x in tokens[cue.first : cue.verb])
    if (t.lower == "that" and "t" in frames and following) or ("w" in frames and (t.lower in _WH or (t.lower == "when" and negated))):
        return (at, clause_end(c, cue, at, limit))
    if "i" in frames and following:
        to = at + 1 if t.lower == "not" else at
        if tokens[to].lower == "to" and (to > at or following.tag[:2] in ("VB", "RB")):
            return (at, clause_end(c, cue, to, limit))
    if "c" in frames and t.tag in _CLAUSE_START and t.lower not in SUBORDINATOR and t.text != ",":
        end = clause_end(c, cue, at, limit)
        if _has_verb(c, at, end):
            return (at, end)
    return None


def _is_all_of_it(c: Clauses, cue: Cue, at: int, limit: int) -> bool:
    """Is a marked run the whole content ("no", she said), not the start of a clause (she said "the North" would ...)?"""
    run = c.run_end(at)
    if "c" not in cue.entry.frames or run >= limit or c.tokens[run].tag in ("PUNCT", "IN", "TO"):
        return True
    return c.tokens[run].tag == "CC" and not _has_verb(c, run, clause_end(c, cue, run, limit))


def _phrase(c: Clauses, cue: Cue, at: int, limit: int, told: Range | None) -> Range | None:
    """Somebody who is to do something, a gerund or a noun phrase that begins at token at."""
    tokens, frames = c.tokens, cue.entry.frames
    t = tokens[at]
    end = at + 1 if t.tag == "PRP" else phrase_end(c, at, limit)
    last = tokens[max(at, end - 1)].lower
    if last in DAYS or last in SPELLS:
        return None
    if "o" in frames:
        if told and t.lower in ("to", "not"):
            return (told[0], clause_end(c, cue, at, limit))
        to = _to(c, end, limit) if t.tag in NOUN | {"PRP", "DT", "PRP$", "JJ", "CD"} else None
        if to is not None:
            return (at, clause_end(c, cue, to, limit))
    if "p" in frames and _has_predicate(c, at, end, limit):
        return (at, object_end(c, cue, at, limit))
    if "s" in frames and "as" in (x.lower for x in tokens[at + 1 : object_end(c, cue, at, limit)]):
        return (at, object_end(c, cue, at, limit))
    if "g" in frames and t.tag == "VBG":
        return (at, object_end(c, cue, at, limit))
    marked = c.mark[at] >= 0 and c.mark[cue.verb] < 0
    if "n" in frames and (t.tag in _PHRASE_START or marked) and t.lower not in SUBORDINATOR:
        return (at, object_end(c, cue, at, limit))
    return None


def _has_predicate(c: Clauses, start: int, end: int, limit: int) -> bool:
    """Is the object start..end called something: "(called) the plan a farce", not "(called) the minister on Monday"?"""
    if end - start > 1 and (c.tokens[end - 1].tag in ("JJ", "JJS", "VBN") or c.mark[end - 1] != c.mark[start]):
        return True
    return end < limit and (c.mark[end] >= 0 or c.tokens[end].tag in ("DT", "JJ", "PRP$", "NN", "NNS", "NNP", "RB", "WP", "VBG", "VBN"))


def _to(c: Clauses, start: int, limit: int) -> int | None:
    """The "to" of what somebody is asked: "(urged) the two sides, once again, to talk"."""
    for k in range(start, min(limit - 1, start + _TO_REACH)):
        t = c.tokens[k]
        if t.lower == "to" and c.tokens[k + 1].tag in ("VB", "RB"):
            return k
        if t.tag in FINITE or t.text in STOP:
            return None
    return None


def _has_verb(c: Clauses, start: int, end: int) -> bool:
    """Is there a finite verb behind a subject: "(said) the army had left", not "(said) the same thing"?"""
    for i in range(start + 1, end):
        t = c.tokens[i]
        if t.text == "," and i + 1 < end and c.tokens[i + 1].tag == "PRP":
            return False
        if t.tag in FINITE or (t.lower in _CLITICS and c.tokens[i - 1].tag in ("PRP", "EX", "DT")):
            return True
        if i == start + 1 and t.lower in SUBORDINATOR and t.lower not in ("that", "who", "where", "when"):
            return False
    return False
