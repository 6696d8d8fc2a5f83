"""What in a sentence may be somebody: titled names, role phrases, names, pronouns. Nothing is linked here.

[Austrian President Arno Kellner]           a title and a name
[hundreds of striking miners]               a role phrase
[Arno Kellner], [a lawyer in Graz],         a name and its apposition
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.actors.names import Hit
from dateline.actors.scan import Scan
from dateline.actors.sketch import Nominal, is_quantity, nominal
from dateline.actors.tables import given_names, roles, words
from dateline.language import Token
from dateline.language.chunks import NounPhrase

What = Literal["person", "role", "name", "hit", "pronoun"]

PRONOUNS = frozenset(("he", "she", "him", "her", "they", "them", "it"))
_PARTICLES = words("spotting", "particles")
_NOT_A_NAME = words("spotting", "not_a_name")
# Prepositions that tie what follows to a role: "minister of", "professor at", "ambassador to", "people in".
_TIES = frozenset(("of", "for", "at", "in", "from", "with", "on"))


@dataclass
class Spot:
    """Something that may be somebody, in the sentence's token indexes and the story's characters.

    name    [from, to) tokens of a proper name in it
    beyond  token indexes of what hangs on it ("of the provincial parliament")
    owner   index of the token that ends its possessor ("Lee" in "Lee's office"), -1 for none
    apposed the index of the spot that it stands in apposition to, -1 for none
    """

    what: What
    first: int
    last: int
    start: int
    end: int
    nominal: Nominal | None = None
    hit: Hit | None = None
    name: tuple[int, int] = (0, 0)
    beyond: tuple[int, ...] = ()
    owner: int = -1
    subject: bool = False
    apposed: int = -1


def spots(scan: Scan) -> list[Spot]:
    """The spots of a sentence, left to right."""
    found: list[Spot] = []
    for phrase in _whole_titles(scan):
        found.extend(_of_phrase(scan, phrase))
    covered = {i for s in found for i in range(s.first, s.last) if s.hit is not None or s.what in ("person", "name")}
    for hit in dict.fromkeys(scan.at_token.values()):
        first, last = scan.token_range(hit.start, hit.end)
        if first not in covered:
            found.append(Spot("hit", first, last, hit.start, hit.end, hit=hit))
    extended = {i for s in found if s.what == "role" and s.last > s.nominal.end for i in range(s.nominal.end, s.last)}  # type: ignore[union-attr]
    found = [s for s in found if s.what != "name" or s.first not in extended]
    found.sort(key=lambda s: (s.start, -s.end))
    _mark_subjects(scan, found)
    _mark_appositions(scan, found)
    return found


def _whole_titles(scan: Scan) -> list[NounPhrase]:
    """The noun phrases, those put together that are one title with "of": "[Secretary of State Maud Ferrer]"."""
    out: list[NounPhrase] = []
    tokens, table = scan.tokens, roles()
    for phrase in scan.chunks.phrases:
        before = out[-1] if out else None
        if before is not None and before.end + 1 == phrase.start and tokens[before.end].lower == "of":
            head = tokens[before.end - 1].lower
            tail = [" ".join(t.lower for t in tokens[phrase.start : phrase.start + n]) for n in (1, 2, 3)]
            if any(f"{head} of {t}" in table for t in tail):
                out[-1] = before._replace(end=phrase.end, head=phrase.head)
                continue
        out.append(phrase)
    return out


def _of_phrase(scan: Scan, phrase: NounPhrase) -> list[Spot]:
    tokens, start, end = scan.tokens, phrase.start, phrase.end
    if end - start == 1 and tokens[start].tag == "PRP":
        t = tokens[start]
        return [Spot("pronoun", start, end, t.start, t.end)] if t.lower in PRONOUNS else []
    while start < end and tokens[start].tag == "POS":
        start += 1
    if end - 1 in scan.at_token:  # "Omar al-Bashir": a name may reach over the end of the phrase
        end = max(end, scan.token_range(scan.at_token[end - 1].start, scan.at_token[end - 1].end)[1])
    found = nominal(tokens, start, end, scan.at_token)
    owner = scan.chunks.phrases[phrase.owner].end - 1 if phrase.owner >= 0 else -1
    if found is None:
        return _names(scan, start, end)
    if found.named:
        return _titled(scan, found, owner)
    if found.role.office == "mr":
        return []
    out: list[Spot] = []
    if found.at > start:
        out.extend(
            s
            for s in _names(scan, start, found.at)
            if s.what == "name" and s.name[1] - s.name[0] > 1 and tokens[found.at].text[0].islower()
        )
    beyond = _beyond(scan, end, found)
    first, last = start, end
    if beyond and (
        (is_quantity(tokens[found.until - 1].lower) and tokens[end].lower == "of")
        or (tokens[end].lower == "of" and _joins(scan, found, beyond))
    ):
        last = beyond[-1] + 1
        quantity = is_quantity(tokens[found.until - 1].lower)
        if quantity and (inner := nominal(tokens, beyond[0], last)) and not inner.named:
            found = inner
    first = _with_quantity(scan, first)
    spot = _spot(scan, "role", first, last, nominal=found, beyond=beyond, owner=owner)
    return [*out, spot]


def _with_quantity(scan: Scan, first: int) -> int:
    """Where the mention opens whose noun phrase opens at a token: "[hundreds of striking] miners"."""
    tokens, of = scan.tokens, first - 1
    while of > first - 4 and of > 0 and tokens[of].tag in ("VBG", "VBN", "JJ"):
        of -= 1
    if of < 1 or tokens[of].lower != "of" or not is_quantity(tokens[of - 1].lower):
        return first
    return next((p.start for p in scan.chunks.phrases if p.end == of), first)


def _titled(scan: Scan, found: Nominal, owner: int) -> list[Spot]:
    """A role and a proper name after it: a person with a title, or a body and what it is called."""
    tokens = scan.tokens
    name = (found.until, found.end)
    hit = scan.at_token.get(found.until)
    whole = hit is not None and scan.token_range(hit.start, hit.end)[1] >= found.end
    if whole and hit is not None and hit.get("person") is None:
        # "rebel group Hamas", "neighbour Syria", "President Chad" is none: the name speaks for itself.
        role = _title(scan, found, owner)
        named = Spot("hit", *scan.token_range(hit.start, hit.end), hit.start, hit.end, hit=hit)
        titled = tokens[found.until - 1].text[0].isupper() and found.role.kind == "role" and found.role.office
        if titled and hit.get("region", "capital") and found.end - found.until == 1:
            return [_spot(scan, "person", found.start, found.end, nominal=found, name=name, owner=owner)]
        return [role, named]
    first = found.start
    while first < found.at and tokens[first].tag == "DT":
        first += 1
    spot = _spot(scan, "person", first, found.end, nominal=found, name=name, owner=owner)
    if tokens[found.start].tag == "PRP$" or owner >= 0 or found.role.office in ("", "counterpart"):
        return [spot, _title(scan, found, owner)]
    return [spot]


def _title(scan: Scan, found: Nominal, owner: int) -> Spot:
    """The title without the name after it."""
    return _spot(scan, "role", found.start, found.until, nominal=found._replace(end=found.until), owner=owner)


def _spot(
    scan: Scan,
    what: What,
    first: int,
    last: int,
    nominal: Nominal | None = None,
    name: tuple[int, int] = (0, 0),
    beyond: tuple[int, ...] = (),
    owner: int = -1,
) -> Spot:
    """The spot of the tokens first..last (half open)."""
    start, end = scan.tokens[first].start, scan.tokens[last - 1].end
    return Spot(what, first, last, start, end, nominal=nominal, name=name, beyond=beyond, owner=owner)


def _joins(scan: Scan, found: Nominal, beyond: Sequence[int]) -> bool:
    """Does "of ..." belong to the name or phrase: "Ministry of Mines", "president of Chile", "members of parliament"?"""
    tokens = scan.tokens
    return (
        any(i in scan.at_token for i in beyond)
        or (tokens[found.until - 1].text[0].isupper() and tokens[beyond[-1]].text[0].isupper())
        or nominal(tokens, beyond[0], beyond[-1] + 1) is not None
    )


def _beyond(scan: Scan, end: int, found: Nominal) -> tuple[int, ...]:
    """Tokens of the phrases that hang on a role: one after of, at, in, ..., and one more after that."""
    tokens = scan.tokens
    starts = {p.start: p for p in scan.chunks.phrases if not p.temporal}
    out: list[int] = []
    at = end
    for _ in range(2):
        if at >= len(tokens) or tokens[at].lower not in _TIES:
            break
        phrase = starts.get(at + 1)
        if phrase is None or (out and tokens[at].lower not in ("of", "in")):
            break
        if (out and not (set(out) & set(scan.at_token))) or not out:
            out.extend(range(phrase.start, phrase.end))
        at = phrase.end
        if (
            at < len(tokens)
            and tokens[at].lower in ("and", "&")
            and tokens[at - 1].text[0].isupper()
            and at + 1 in starts
            and tokens[at + 1].text[0].isupper()
            and tokens[end - 1].text[0].isupper()
        ):
            out.extend(range(at, starts[at + 1].end))
            at = starts[at + 1].end
    return tuple(out)


def _names(scan: Scan, start: int, end: int) -> list[Spot]:
    """The runs of capitalised words in a noun phrase that no role heads, as names and names of the tables."""
    tokens = scan.tokens
    out: list[Spot] = []
    i = start
    while i < end:
        if i in scan.at_token:
            hit = scan.at_token[i]
            last = max(i + 1, min(end, scan.token_range(hit.start, hit.end)[1]))
            follows = last < end and _is_capital(tokens[last]) and last not in scan.at_token
            if (
                follows
                and hit.get("person") is None
                and hit.get("adjective") is None
                and last - i == 1
                and tokens[i].lower in given_names()
            ):
                i = _add_name(scan, out, i, end)  # "Jordan Miller", "Georgia Brown"
                continue
            out.append(Spot("hit", i, last, hit.start, hit.end, hit=hit))
            i = last
        elif _is_capital(tokens[i]) and tokens[i].lower not in _NOT_A_NAME:
            i = _add_name(scan, out, i, end)
        else:
            i += 1
    return out


def _is_capital(token: Token) -> bool:
    return token.text[0].isupper() and token.tag in ("NNP", "NNPS")


def _add_name(scan: Scan, out: list[Spot], i: int, end: int) -> int:
    tokens = scan.tokens
    last = i + 1
    while last < end and (
        (
            _is_capital(tokens[last])
            and (last not in scan.at_token or scan.at_token[last].get("person") is not None or tokens[i].lower in given_names())
        )
        or (tokens[last].lower in _PARTICLES and last + 1 < end)
    ):
        last += 1
    while last > i + 1 and tokens[last - 1].lower in _PARTICLES:
        last -= 1
    out.append(_spot(scan, "name", i, last, name=(i, last)))
    return last


def _mark_subjects(scan: Scan, found: Sequence[Spot]) -> None:
    """A spot is a subject where a finite verb follows its noun phrase, past adverbs, appositions and what hangs on it."""
    tokens = scan.tokens
    finite = {v.start for v in scan.chunks.verbs if v.form == "finite"}
    for s in found:
        at = max(s.last, s.beyond[-1] + 1 if s.beyond else 0)
        if (
            s.first
            and tokens[s.first - 1].tag in ("IN", "TO")
            and tokens[s.first - 1].lower
            not in ("that", "as", "while", "after", "before", "because", "although", "whether", "if", "when", "since", "until")
        ):
            continue
        while at < len(tokens) and (tokens[at].tag == "RB" or tokens[at].lower in ("also", "himself", "herself")):
            at += 1
        if at < len(tokens) and tokens[at].lower == ",":
            close = next((k for k in range(at + 1, min(len(tokens), at + 22)) if tokens[k].lower == ","), None)
            at = close + 1 if close is not None and not any(k in finite for k in range(at, close)) else at
        s.subject = at in finite or (
            at < len(tokens) and tokens[at].tag in ("VBD", "VBZ", "MD") and s.what in ("pronoun", "person", "name", "hit")
        )


def _mark_appositions(scan: Scan, found: Sequence[Spot]) -> None:
    """ "NAME, a ROLE of X," and "the ROLE, NAME,": the two spots are one."""
    tokens = scan.tokens
    for k in range(len(found) - 1):
        a = found[k]
        b = next((found[n] for n in range(k + 1, min(k + 12, len(found))) if found[n].first >= a.last), None)
        if b is None or a.last >= len(tokens) or tokens[a.last].lower != ",":
            continue
        gap = tokens[a.last + 1 : b.first]
        if len(gap) > 3 or any(t.tag not in ("CD", "PUNCT", "DT", "RB", "JJ") for t in gap):
            continue
        follows = max(b.last, b.beyond[-1] + 1 if b.beyond else 0)
        after = tokens[follows : follows + 1]
        closed = (
            not after
            or after[0].tag == "PUNCT"
            or after[0].lower in ("who", "and", "of", "at", "in", "for", "with")
            or after[0].tag.startswith("VB")
        )
        if not closed or (after and after[0].lower == "and" and a.what == b.what):
            continue
        named = ("person", "name")
        is_person = a.what in named or (a.hit is not None and a.hit.get("person") is not None)
        if (
            is_person
            and b.what == "role"
            and b.nominal
            and b.nominal.role.kind in ("role", "people", "armed")
            and not tokens[b.last - 1].tag.endswith("S")
        ):
            b.apposed = k
        elif a.what == "role" and a.nominal and a.nominal.role.kind in ("role", "people", "armed") and b.what in named:
            a.apposed = next(n for n in range(k + 1, len(found)) if found[n] is b)
