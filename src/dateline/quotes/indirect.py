"""Attributions whose content is the reporter's own clause: "she said that ...", "..., she said", "the plan, she said, ..."."""

from collections.abc import Iterator, Sequence

from dateline.quotes import source
from dateline.quotes.bounds import clause_before, clause_end, fronted_end, trim
from dateline.quotes.clauses import DASH, FINITE, NOUN, SUBORDINATOR, Attribution, Clauses, Range
from dateline.quotes.complement import addressee, complement, skip_setting
from dateline.quotes.cues import Cue

_HEARSAY = frozenset("allege believe estimate expect know report rumor rumour say suspect think understand".split())
_JOINTS = frozenset((",", "and", "but", "or", "--", "–", "—"))
_GOES_ON = frozenset("that until since because if unless".split())
_CONDITIONS = frozenset("although though while when if as once after before because since until unless".split())
_SHORT_REST = 8  # tokens that may follow a cue whose content stands in another sentence


def read(c: Clauses, cue: Cue, start: int, end: int, earlier: Range | None) -> Attribution | None:
    """The attribution of one cue among the reporter's words start..end; earlier: the source of the cue before it, where it may share it."""
    inner = fronted_end(c, cue, start, end)
    own = source.before(c, cue, start)
    who = _who(c, cue, own, start, end, earlier)
    place, told = (cue.first, cue.last), addressee(c, cue, inner)
    if own is None and cue.finite:
        inverted = _inverted(c, cue, start, inner)
        if inverted:
            return inverted
    if who and _in_relative_clause(c, cue, who, start, inner):
        # "shells that he said were meant for others"
        rest = trim(c, cue.last, clause_end(c, cue, cue.last, inner))
        pronoun = who[0] - 1
        parts = [(pronoun, who[0])] if c.tokens[pronoun].lower in ("which", "that", "who", "what") else []
        return Attribution((*parts, rest), place, who, told) if rest else None
    said = complement(c, cue, inner)
    if said and (who or not cue.finite):
        by_preposition = said[0] == cue.last + 1 and c.tokens[cue.last].lower in cue.entry.prepositions  # "called for"
        return Attribution((said,), (cue.first, said[0]) if by_preposition else place, who, told)
    if said:
        return None
    if own is None or not cue.finite or not cue.entry.frames & {"c", "q"}:
        return None
    aside = _as_aside(c, own, place, start, end)
    if aside is None and own[0] <= start + 1 and _says_no_more(c, cue, inner):
        return Attribution((), place, own, told)
    return aside or _behind(c, cue, own, told, start, inner)


def hearsay(c: Clauses, passives: Sequence[Cue], start: int, end: int) -> Iterator[Attribution]:
    """ "Rain is expected to fall", "The envoy was said to be ill": somebody says so, nobody is named."""
    for cue in passives:
        who = source.before(c, cue, start)
        if cue.entry.lemma in _HEARSAY and who and cue.last + 1 < end and c.tokens[cue.last].lower == "to":
            said = trim(c, cue.last, clause_end(c, cue, cue.last, end))
            if said:
                yield Attribution((who, said), (cue.first, cue.last))


def subject(c: Clauses, cue: Cue, start: int, end: int) -> Range | None:
    """Who says it: the cue's own subject, one that it shares, or that of the main clause behind it."""
    own = source.before(c, cue, start)
    if cue.finite or (own and c.tokens[own[0]].tag in ("WP", "WDT")):
        return own or source.shared(c, cue, start)
    if fronted_end(c, cue, start, end) < end:
        return source.fronted(c, cue, end)
    if own and own[0] > start and c.tokens[own[0] - 1].tag == "IN" and c.tokens[cue.verb].tag == "VBG":
        return own  # "after protests calling for"
    # "issued a statement calling for", "met the envoy to discuss": it is the subject who says it, not the object
    return source.shared(c, cue, start) or own


def resumed(c: Clauses, i: int, end: int) -> list[Range]:
    """The fragment between marks that goes on behind an attribution: ..., she said, but "not today"."""
    if i + 1 >= end or c.tokens[i].text != "," or c.tokens[i + 1].tag != "CC" or not c.holds_marks(i, end):
        return []
    rest = trim(c, i, end)
    return [rest] if rest else []


def _who(c: Clauses, cue: Cue, own: Range | None, start: int, end: int, earlier: Range | None) -> Range | None:
    if cue.finite and own:
        return own
    if earlier and cue.first > start and c.tokens[cue.first - 1].text in _JOINTS:
        return earlier
    return subject(c, cue, start, end)


def _inverted(c: Clauses, cue: Cue, start: int, end: int) -> Attribution | None:
    """ "Rain would come, said Ann Roe." """
    if "c" not in cue.entry.frames or cue.first <= start + 2 or c.tokens[cue.first - 1].text != ",":
        return None
    who, said = source.after(c, cue, end), clause_before(c, cue.first - 1, start)
    if not who or not said or not _is_finite(c, said):
        return None
    return Attribution((said,), (cue.first, cue.last), who)


def _in_relative_clause(c: Clauses, cue: Cue, who: Range, start: int, end: int) -> bool:
    return "c" in cue.entry.frames and cue.finite and who[0] > start and cue.last < end and c.tokens[cue.last].tag in FINITE


def _is_finite(c: Clauses, part: Range) -> bool:
    return any(t.tag in FINITE for t in c.tokens[part[0] : part[1]])


def _says_no_more(c: Clauses, cue: Cue, end: int) -> bool:
    """Is the content elsewhere: "[...] she shouted to the crowd." or "The letter says:"?"""
    rest = c.tokens[cue.last : end]
    return len(rest) <= _SHORT_REST and not any(t.tag[:2] in ("VB", "MD") or t.lower in SUBORDINATOR or t.text == "," for t in rest)


def _as_aside(c: Clauses, who: Range, cue: Range, start: int, end: int) -> Attribution | None:
    """ "as the union said, ..." and "..., as the union said"."""
    if who[0] <= start or c.tokens[who[0] - 1].lower != "as":
        return None
    said = clause_before(c, who[0] - 1, start)
    comma = next((k for k in range(cue[1], end) if c.is_comma(k) and c.mark[k] < 0), end)
    rest = trim(c, comma, end)
    if rest and not (said and _is_finite(c, said)):
        return Attribution((said, rest) if said and c.tokens[said[1] - 1].tag in NOUN else (rest,), cue, who)
    return Attribution((said,), cue, who) if said else None


def _behind(c: Clauses, cue: Cue, who: Range, told: Range | None, start: int, end: int) -> Attribution | None:
    """ "Rain would come, Ann Roe said" and "Rain, Ann Roe said, would come"."""
    relative = c.tokens[who[0]].lower in ("which", "who", "that")
    if "c" not in cue.entry.frames or relative or who[0] <= start or c.tokens[who[0] - 1].text not in (",", *DASH, "?", "!"):
        return None
    said = clause_before(c, who[0] - 1, start)
    if said is None or _is_condition(c, said):
        return None
    follows = skip_setting(c, told[1] if told else cue.last, end)
    rest = None
    if follows + 1 < end and c.tokens[follows].text in (",", "--") and not _turns(c, follows + 1):
        rest = trim(c, follows, clause_end(c, cue, follows, end))
    more = [rest] if rest and rest[1] - rest[0] > 1 else resumed(c, follows, end)
    return Attribution((said, *more), (cue.first, cue.last), who, told)


def _is_condition(c: Clauses, part: Range) -> bool:
    """Is it a lone subordinate clause, which the attribution is the main clause of: "When it rained, (she said so)"?"""
    return c.tokens[part[0]].lower in _CONDITIONS and not any(c.is_comma(i) for i in range(*part))


def _turns(c: Clauses, i: int) -> bool:
    """Does a new thought of the reporter's start at token i, behind ", she said,"?"""
    t = c.tokens[i]
    return t.tag in ("VBG", "CC") or t.lower in SUBORDINATOR - _GOES_ON
