"""One reporter's sentence -> the attributions in it: content, cue, source, addressee, as ranges of its tokens."""

from collections.abc import Iterator

from dateline.quotes import cues, indirect, phrasal, source
from dateline.quotes.clauses import FINITE, STOP, Attribution, Clauses, Range
from dateline.quotes.complement import addressee, complement
from dateline.quotes.cues import Cue

_ENDS_SPEECH = frozenset((",", ".", "!", "?", "…", "...", "—", "--", "-", "–", ";"))
_CLOSING_MARKS = frozenset(("'", "’", '"', "”", "''"))
_MAX_REACH = 30  # tokens between a speech and its cue
_WORDS_OF_SPEECH = 5  # fewer in marks may be a term or a nickname


def find(c: Clauses) -> list[Attribution]:
    """The attributions of a sentence, left to right by their cues."""
    found: list[Attribution] = []
    speeches = _speeches(c)
    starts = [0, *(end for _, end in speeches)]
    ends = [*(start for start, _ in speeches), len(c.tokens)]
    for start, end, left, right in zip(starts, ends, [None, *speeches], [*speeches, None], strict=True):
        found += _between(c, start, end, left, right)
    if c.tokens[-1].text == ":" and all(a.content for a in found):
        announced = _announced(c, starts[-1], len(c.tokens), ())
        found += [announced] if announced else []
    return _told_plainly(c, found)


def quotes_fragment(c: Clauses) -> bool:
    """Does a sentence without a cue hold somebody's words: a marked run of several words that is no title?"""
    for i in range(1, len(c.tokens)):
        if c.mark[i] >= 0 and c.mark[i - 1] != c.mark[i]:
            run = c.tokens[i : c.run_end(i)]
            small = sum(t.text[:1].islower() for t in run)
            if small >= _WORDS_OF_SPEECH and small * 2 > len(run):
                return True
    return False


def _speeches(c: Clauses) -> list[Range]:
    """Marked runs that stand by themselves ("...," she said), not as a fragment of the reporter's clause."""
    runs: list[Range] = []
    i = 0
    while i < len(c.tokens):
        if c.mark[i] < 0:
            i += 1
            continue
        end = c.run_end(i)
        goes_on = bool(runs) and runs[-1][1] == i
        opens = i == 0 or c.tokens[i - 1].text in (",", ":", *STOP) or _is_saying(c, i - 1)
        shuts = end == len(c.tokens) or _last_character(c, i, end) in _ENDS_SPEECH or c.tokens[end].text in (",", *STOP)
        if shuts and goes_on:
            runs[-1] = (runs[-1][0], end)
        elif shuts and opens:
            runs.append((i, end))
        i = end
    return runs


def _last_character(c: Clauses, start: int, end: int) -> str:
    """The last token of a marked run, looking past the closing marks of a quotation inside it; of a number its last sign."""
    while end - 1 > start and c.tokens[end - 1].text in _CLOSING_MARKS:
        end -= 1
    last = c.tokens[end - 1]
    return last.text[-1:] if last.tag == "CD" else last.text


def _is_saying(c: Clauses, i: int) -> bool:
    cue = cues.at(c, i)
    return cue is not None and cue.entry.frames >= {"q", "c"}


def _between(c: Clauses, start: int, end: int, left: Range | None, right: Range | None) -> Iterator[Attribution]:
    """The reporter's words start..end between two speeches, either of which may be missing."""
    groups = [cue for cue in (cues.at(c, i) for i in range(start, end) if c.mark[i] < 0) if cue]
    here = [cue for cue in groups if not cue.passive]
    taken = set()
    if left:
        attributed = phrasal.signed(c, start, end, left) or _of_left(c, here, start, end, left, right)
        if attributed:
            yield attributed
            taken.add(attributed.cue)
            right = None if right in attributed.content else right
    if right:
        attributed = _of_right(c, [cue for cue in here if (cue.first, cue.last) not in taken], start, end, right)
        if attributed:
            yield attributed
            taken.add(attributed.cue)
    earlier: Range | None = None
    reached = start
    for cue in here:
        nested = cue.first < reached
        attributed = indirect.read(c, cue, start, end, None if nested else earlier) if (cue.first, cue.last) not in taken else None
        if attributed:
            yield attributed
            reached = max([reached, *(stop for _, stop in attributed.content)])
            earlier = attributed.source if cue.finite and not nested else earlier
    yield from indirect.hearsay(c, [cue for cue in groups if cue.passive], start, end)
    yield from phrasal.according(c, start, end, left, right)
    yield from phrasal.nominal(c, start, end)


def _told_plainly(c: Clauses, found: list[Attribution]) -> list[Attribution]:
    """Without what stands inside the content of another, but for plain statements ("she said the army had said that ...")."""
    kept = []
    for a in found:
        nested = any(x <= a.cue[0] and a.cue[1] <= y for other in found if other is not a for x, y in other.content)
        if not nested or c.tokens[a.cue[1] - 1].lemma in ("say", "tell"):
            kept.append(a)
    return kept


def _of_left(c: Clauses, here: list[Cue], start: int, end: int, left: Range, right: Range | None) -> Attribution | None:
    """ "...," she said; and the speech on the right too, where it only goes on: "...," she said, "...". """
    floor = start + 1 if c.is_comma(start) else start
    for cue in here:
        if cue.first - start > _MAX_REACH:
            return None
        if not cue.entry.frames & {"q", "c"} or not (cue.finite or c.tokens[cue.verb].tag == "VBN"):
            continue
        inverted = cue.first <= floor
        who = source.after(c, cue, end) if inverted else source.before(c, cue, floor)
        if who is None and not inverted:
            return None
        rest = max(cue.last, who[1] if who else 0)
        goes_on = right and _leads_over(c, cue, here, rest, end, right)
        more = [right] if right and goes_on else indirect.resumed(c, rest, end)
        return Attribution((left, *more), (cue.first, cue.last), who, addressee(c, cue, end))
    return None


def _leads_over(c: Clauses, cue: Cue, here: list[Cue], rest: int, end: int, right: Range) -> bool:
    """Does the speech on the right go on with the one on the left, over the reporter's words rest..end behind "she said"?"""
    if end > rest and c.tokens[end - 1].text == "," and c.tokens[right[0]].text[:1].islower():
        return True
    others = any(other.first > cue.first for other in here) or any(t.tag in FINITE or t.text == ";" for t in c.tokens[rest:end])
    return not others and complement(c, cue, end) is None


def _of_right(c: Clauses, here: list[Cue], start: int, end: int, right: Range) -> Attribution | None:
    """ she said: "..."; with the reporter's clause before it where it leads up to the speech: she had one aim: "..."."""
    for cue in reversed(here):
        if end - cue.last > _MAX_REACH:
            break
        said = complement(c, cue, end)
        leads_up = bool(said) and cue.finite and "c" in cue.entry.frames and said is not None and said[0] < end - 1 <= said[1]
        clause_between = any(t.tag in FINITE or t.lower == "that" for t in c.tokens[cue.last : end])
        if cue.finite and cue.first == start:
            break  # "Said Roe: ..."
        if leads_up or ("q" in cue.entry.frames and not clause_between):
            part = (said[0], right[1]) if leads_up and said else right
            return Attribution((part,), (cue.first, cue.last), indirect.subject(c, cue, start, end), addressee(c, cue, end))
    return _announced(c, start, end, (right,)) if end > start and c.tokens[end - 1].text == ":" else None


def _announced(c: Clauses, start: int, end: int, said: tuple[Range, ...]) -> Attribution | None:
    """Any verb may lead up to a speech behind a colon: "Roe turned to the press: ...", "Said Roe: ..."."""
    for i in range(end - 1, start, -1):
        if c.tokens[i].tag in FINITE and c.mark[i] < 0:
            verb = Cue(i, i + 1, i, cues.ANY_VERB, False, True)
            who = source.before(c, verb, start) or source.shared(c, verb, start)
            if who:
                return Attribution(said, (i, i + 1), who)
    cue = cues.at(c, start)
    who = source.after(c, cue, end) if cue else None
    return Attribution(said, (start, start + 1), who) if who else None
