"""Clauses: each verb with its subject, object and prepositional phrases, found by walking over chunks.

A stand-in for a dependency parse: right where news is plain (subject, verb, object, phrases), and it says nothing where
it cannot tell. Rules are given with the sentence that they are for.
"""

from collections.abc import Sequence
from typing import NamedTuple

from dateline.language.candidates import SAYING
from dateline.language.chunks import Chunks, Item, NounPhrase, VerbGroup, chunk
from dateline.language.complements import STOP, SUBORDINATORS, complements
from dateline.language.tokens import Token


class Clause(NamedTuple):
    """A verb group and what goes with it. Numbers are indices into Parsed.phrases, in the order of the text.

    subject   coordinated phrases ("Seoul and Beijing"); of a passive, what the deed is done to
    object    direct object(s), of an active verb
    preps     (preposition, phrase) after the verb, up to the clause's end
    particle  lower-case adverbs and prepositions right after the verb ("off" of "called off", "back")
    governor  index of the clause whose complement or purpose this infinitive or gerund is, else -1
    noun      phrase whose complement this infinitive is ("a plan to withdraw"), else -1
    relative  its subject is the noun before "who", "which", "that"
    reported  stands inside the complement of a verb of saying (its governor)
    """

    verb: VerbGroup
    lemma: str
    subject: tuple[int, ...]
    object: tuple[int, ...]
    preps: tuple[tuple[str, int], ...]
    particle: tuple[str, ...]
    governor: int
    noun: int
    relative: bool
    end: int  # token at which the clause ends


class Parsed(NamedTuple):
    tokens: Sequence[Token]
    chunks: Chunks
    clauses: list[Clause]

    @property
    def phrases(self) -> list[NounPhrase]:
        return self.chunks.phrases

    def clause_of(self, token: int) -> int:
        """The clause that a token stands in: the last one begun before it; -1 where there is none."""
        return max((i for i, c in enumerate(self.clauses) if c.verb.start <= token), default=0 if self.clauses else -1)


# Verbs whose object is the one who is to act: "urged Seoul to withdraw".
_OBJECT_CONTROL = frozenset(
    "urge ask order tell call allow force press pressure persuade convince invite encourage request require want "
    "expect enable permit warn advise instruct command beg implore "
    "entreat exhort oblige compel help get authorise authorize direct lobby push appeal challenge dare forbid prompt "
    "lead appoint nominate demand".split()
)
_QUOTES = frozenset(('"', "“", "”", "``", "''", "‘", "'", "«", "»"))


def parse(tokens: Sequence[Token]) -> Parsed:
    """The clauses of one tagged sentence."""
    chunks = chunk(tokens)
    clauses: list[Clause] = []
    for k, item in enumerate(chunks.items):
        if item.kind == "VG":
            clauses.append(_clause(tokens, chunks, clauses, k, item))
    return Parsed(tokens, chunks, clauses)


def _clause(tokens: Sequence[Token], chunks: Chunks, done: list[Clause], k: int, item: Item) -> Clause:
    verb = chunks.verbs[item.phrase]
    subject, governor, noun, relative = _subject(tokens, chunks, done, k, verb)
    objects, preps, particle, end = complements(tokens, chunks, k)
    return Clause(verb, tokens[verb.main].lemma, subject, objects, preps, particle, governor, noun, relative, end)


def _subject(
    tokens: Sequence[Token], chunks: Chunks, done: list[Clause], k: int, verb: VerbGroup
) -> tuple[tuple[int, ...], int, int, bool]:
    """(subject, governor, governing noun, relative) of the verb group at item k."""
    items = chunks.items
    j = k - 1
    while j >= 0 and (items[j].kind == "RB" or tokens[items[j].start].lower in _QUOTES):
        j -= 1
    subjunctive = tokens[verb.start].tag == "VB" and j >= 0 and items[j].kind == "NP"  # "demanded that he resign"
    if verb.form == "infinitive" and not subjunctive:
        return _infinitive(tokens, chunks, done, j)
    if j < 0:
        # "Speaking in Seoul, Lee said": the main clause's subject, found after the comma.
        return (_after_comma(chunks, tokens, k) if verb.form != "finite" else ()), -1, -1, False
    kind, word = items[j].kind, tokens[items[j].start].lower
    if kind == "CC":
        return _coordinated(done, verb)
    if kind in ("WP", "WDT") or kind == "IN" and word == "that" and j > 0 and items[j - 1].kind == "NP":
        return _antecedent(chunks, j - 1), -1, -1, True
    if verb.form == "gerund":
        return _gerund(tokens, chunks, done, j, k)
    if verb.form == "participle":
        if kind == "NP" and not _temporal(chunks, items[j]):
            return (items[j].phrase,), -1, -1, True
        if kind == "PUNCT" and word == "," and done:
            found = _antecedent(chunks, j)
            return found, -1, -1, True
        return (_after_comma(chunks, tokens, k) if not done else ()), -1, -1, False
    if kind == "PUNCT" and word == ",":
        j = _before_parenthesis(tokens, chunks, j)
        if j < 0:
            return (), -1, -1, False
    if items[j].kind != "NP":
        return (), -1, -1, False
    return _climb(tokens, chunks, j), _reporting(tokens, chunks, done, j), -1, False


def _temporal(chunks: Chunks, item: Item) -> bool:
    return item.kind == "NP" and chunks.phrases[item.phrase].temporal


def _climb(tokens: Sequence[Token], chunks: Chunks, j: int) -> tuple[int, ...]:
    """From the noun phrase right before a verb to the subject's own: over "of the party in Berlin", "carrying guns", "who fled"."""
    items = chunks.items
    for _ in range(12):
        j = _opening(chunks, j)
        if _temporal(chunks, items[j]) and j > 0 and items[j - 1].kind == "NP":
            j -= 1  # "police Sunday arrested"
        before = items[j - 1] if j > 0 else None
        if before is None:
            break
        if before.kind in ("IN", "TO") and j > 1 and tokens[before.start].lower not in SUBORDINATORS:
            further = items[j - 2]
            if further.kind == "NP":
                j -= 2
                continue
            if further.kind == "VG":
                up = _over_verb(tokens, chunks, j - 2)
                if up >= 0:
                    j = up
                    continue
            comma = further.kind == "PUNCT" and tokens[further.start].lower == ","
            if (
                comma
                and j > 2
                and items[j - 3].kind == "NP"
                and not _temporal(chunks, items[j - 3])
                and tokens[before.start].lower in ("in", "on", "at", "of", "from")
            ):
                j -= 3  # "Lee, in a statement, condemned"
                continue
            break
        if before.kind == "VG":
            up = _over_verb(tokens, chunks, j - 1)
            if up >= 0:
                j = up
                continue
        if before.kind == "RB" and j > 1 and items[j - 2].kind == "NP" and _temporal(chunks, items[j]):
            j -= 2
            continue
        break
    last = _closing(chunks, j)
    if _temporal(chunks, items[last]):
        return ()
    found = [items[last].phrase]
    while j > 1:
        joint = tokens[items[j - 1].start].lower
        if items[j - 2].kind != "NP" or _temporal(chunks, items[j - 2]):
            break
        opening = _opening(chunks, j - 2)
        # "will free the soldiers and the army will hand over": the object before is not joined; "said Seoul and Beijing will" is
        owned = opening > 0 and items[opening - 1].kind == "VG" and not _reports(tokens, chunks, items[opening - 1])
        if owned and joint == "and":
            break
        listed = joint == "," and len(found) > 1 and not (opening > 0 and items[opening - 1].kind in ("VG", "IN", "TO"))
        if joint in ("and", "or", "&") or listed:
            found.append(items[j - 2].phrase)
            j = opening
        else:
            break
    return tuple(sorted(found))


def _reports(tokens: Sequence[Token], chunks: Chunks, item: Item) -> bool:
    """Is it a verb of saying, after which a clause may open at once?"""
    return tokens[chunks.verbs[item.phrase].main].lemma in SAYING


def _opening(chunks: Chunks, j: int) -> int:
    """The first item of the possessive chain that ends at item j: "Turkey" of "Turkey's foreign ministers"."""
    while j > 0 and chunks.phrases[chunks.items[j].phrase].owner >= 0 and chunks.items[j - 1].kind == "NP":
        j -= 1
    return j


def _closing(chunks: Chunks, j: int) -> int:
    """The last item of the possessive chain that opens at item j."""
    items = chunks.items
    while j + 1 < len(items) and items[j + 1].kind == "NP" and chunks.phrases[items[j + 1].phrase].owner == items[j].phrase:
        j += 1
    return j


def _over_verb(tokens: Sequence[Token], chunks: Chunks, v: int) -> int:
    """The item before a participle, infinitive or relative clause whose verb group is item v; -1 where the verb is the main one."""
    items = chunks.items
    verb = chunks.verbs[items[v].phrase]
    j = v - 1
    while j >= 0 and items[j].kind == "RB":
        j -= 1
    if j < 0:
        return -1
    if items[j].kind in ("WP", "WDT") and j > 0:
        j -= 1
        if tokens[items[j].start].lower == ",":
            j -= 1
        return j if j >= 0 and items[j].kind == "NP" else -1
    if verb.form in ("participle", "gerund") and items[j].kind == "NP":
        return j
    if verb.form == "infinitive" and items[j].kind == "NP" and j > 0:
        return j
    if verb.form == "infinitive" and items[j].kind == "VG":
        return _over_verb(tokens, chunks, j)
    if verb.form == "gerund" and items[j].kind == "IN" and j > 0:
        if items[j - 1].kind == "VG":
            return _over_verb(tokens, chunks, j - 1)
        return j - 1 if items[j - 1].kind == "NP" else -1
    return -1


def _before_parenthesis(tokens: Sequence[Token], chunks: Chunks, j: int) -> int:
    """The noun phrase that the parenthesis ending in the comma at item j belongs to: "Lee, the president of Korea, said"."""
    items = chunks.items
    for p in range(j - 1, max(-1, j - 30), -1):
        if items[p].kind == "PUNCT" and tokens[items[p].start].lower in (",", "(", "--", "—"):
            if p > 0 and items[p - 1].kind == "NP" and not _temporal(chunks, items[p - 1]):
                between = items[p + 1 : j]
                if (
                    any(x.kind == "VG" and chunks.verbs[x.phrase].form == "finite" for x in between)
                    and between
                    and between[0].kind not in ("WP", "WDT", "IN", "WRB", "NP")
                ):
                    return -1
                return p - 1
            return j - 1 if items[j - 1].kind == "NP" else -1
    return j - 1 if j > 0 and items[j - 1].kind == "NP" else -1


def _antecedent(chunks: Chunks, j: int) -> tuple[int, ...]:
    """The noun phrase that a relative clause is about: the nearest before it."""
    items = chunks.items
    for p in range(j, max(-1, j - 4), -1):
        if items[p].kind == "NP" and not _temporal(chunks, items[p]):
            # "leader of the party, who": people are spoken of with who
            return (items[p].phrase,)
        if items[p].kind == "VG":
            break
    return ()


def _coordinated(done: list[Clause], verb: VerbGroup) -> tuple[tuple[int, ...], int, int, bool]:
    """ "met Xi and signed a treaty": the subject of the verb that this one is joined to."""
    for c in range(len(done) - 1, -1, -1):
        other = done[c]
        same = other.verb.form == verb.form
        if same and (verb.form != "finite" or other.subject):
            return other.subject, other.governor, other.noun, other.relative
    return (done[-1].subject if done else ()), -1, -1, False


def _gerund(tokens: Sequence[Token], chunks: Chunks, done: list[Clause], j: int, k: int) -> tuple[tuple[int, ...], int, int, bool]:
    items = chunks.items
    kind = items[j].kind
    if kind == "NP" and not _temporal(chunks, items[j]):
        return (items[j].phrase,), -1, -1, True  # "a convoy carrying aid"
    if not done:
        return _after_comma(chunks, tokens, k), -1, -1, False
    governor = len(done) - 1
    if kind == "PUNCT":
        # ", restricting South Korean businesses": goes with the nearest finite clause's subject
        governor = next((c for c in range(len(done) - 1, -1, -1) if done[c].verb.form == "finite" and not done[c].relative), governor)
        subject = done[governor].subject
        return subject, -1, -1, False
    if kind == "IN":
        # "accused Iran of arming rebels", "by closing the border"
        word = tokens[items[j].start].lower
        owner = done[governor]
        if word in ("of", "from", "for", "into") and owner.object and owner.lemma in _BLAMING:
            return owner.object, governor, -1, False
        return owner.subject, governor, -1, False
    return done[governor].subject, governor, -1, False


_BLAMING = frozenset(
    "accuse suspect stop prevent bar ban prohibit block blame criticise criticize condemn denounce charge convict "
    "thank praise deter discourage acquit arrest detain jail punish fine pressure talk".split()
)


def _infinitive(tokens: Sequence[Token], chunks: Chunks, done: list[Clause], j: int) -> tuple[tuple[int, ...], int, int, bool]:
    """ "urged Seoul to withdraw": Seoul; "agreed to withdraw": who agreed; "a plan to withdraw": the noun's clause."""
    items = chunks.items
    if j >= 0 and items[j].kind == "CC":
        return _coordinated(done, chunks.verbs[items[j].phrase] if items[j].kind == "VG" else _LIKE_INFINITIVE)
    if not done:
        if j >= 0 and items[j].kind == "NP":  # a headline: "Lee to visit China"; "Cuba's refusal to talk shows"
            return _climb(tokens, chunks, j), -1, items[j].phrase, False
        return (), -1, -1, False
    governor = len(done) - 1
    # a relative or participle clause in between does not govern a purpose; the nearest one before still does as a rule
    owner = done[governor]
    noun = items[j].phrase if j >= 0 and items[j].kind == "NP" and not _temporal(chunks, items[j]) else -1
    if owner.lemma in _OBJECT_CONTROL and owner.verb.passive:
        return owner.subject, governor, -1, False
    if owner.lemma in _OBJECT_CONTROL:
        asked = owner.object or tuple(p for prep, p in owner.preps if prep in ("on", "to", "for", "upon"))
        if asked:
            return asked, governor, -1, False
    return owner.subject, governor, noun, False


_LIKE_INFINITIVE = VerbGroup(0, 0, 0, "infinitive", "", False, False, False, False, False)


def _reporting(tokens: Sequence[Token], chunks: Chunks, done: list[Clause], j: int) -> int:
    """The clause whose complement a finite clause with its subject at item j is: right after its verb, or after "that"."""
    if not done:
        return -1
    first = chunks.items[j].start
    last = done[-1]
    gap = tokens[last.verb.end : first]
    if any(t.lower in STOP for t in gap):
        return -1
    if any(t.lower == "that" for t in gap) or not any(t.tag == "PUNCT" for t in gap) and len(gap) <= 6:
        return len(done) - 1
    return -1


def _after_comma(chunks: Chunks, tokens: Sequence[Token], k: int) -> tuple[int, ...]:
    """ "Speaking in Seoul, Lee said": the first noun phrase after the comma that closes the opening clause."""
    items = chunks.items
    for p in range(k + 1, min(len(items), k + 25)):
        if tokens[items[p].start].lower == ",":
            if p + 1 < len(items) and items[p + 1].kind == "NP":
                return (items[p + 1].phrase,)
            return ()
    return ()
