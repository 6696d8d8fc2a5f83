"""Who stands where around a deed: actors and recipients of a clause, and of a deed's noun, as phrases of the sentence."""

from dateline.events.lexicon import Entry, holds
from dateline.events.matching import HUMAN, Match, after, has_object, match_phrase
from dateline.events.ontology import MUTUAL
from dateline.events.parties import Parties
from dateline.language import Parsed
from dateline.language.clauses import Clause

_TOWARDS = frozenset("in to for with against from on at into of towards between".split())
# Deeds that may be done to what somebody said or made: "rejected the offer".
_OF_THINGS = frozenset(("REJECT", "ACCUSE", "SUPPORT", "REQUEST", "PROTEST", "COERCE", "ASSAULT"))
# Deeds of words: done to an offer, an attack, a remark as well as to who made it.
_OF_WORDS = frozenset(("REJECT", "ACCUSE", "SUPPORT", "REQUEST"))
_PAPERS = frozenset(
    "report statement letter lawsuit suit resolution speech interview complaint petition message note article "
    "document declaration indictment ruling decision decree bill law order video tweet post".split()
)


def clause_parties(parsed: Parsed, parties: Parties, clause: Clause, match: Match) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """(actors, recipients) as phrases."""
    entry, verb = match.entry, clause.verb
    preps = list(clause.preps)
    for k in clause.object:
        preps += [x for x in after(parsed, k) if x not in preps]
    passive = verb.passive and entry.kind == "v"
    things = clause.subject if passive else clause.object
    if entry.actor:
        actors = _actors_at(parsed, parties, entry.actor, () if passive else clause.subject, things, preps)
    elif passive:
        actors = standing_at(("by",), preps)
    else:
        actors = clause.subject
    # "convicted the party of fraud": the object is whom it is done to; "fired at the crowd", "launched an attack on": the phrase
    # after the preposition is
    direct = tuple(k for k in things if passive or parsed.phrases[k].end <= match.last and not _is_trigger(parsed, k, entry))
    if match.complement >= 0 and (not direct or entry.deed.root == "MOBILIZE"):
        things = (match.complement,)
    recipients: tuple[int, ...] = ()
    for place in entry.recipient:
        if place == "none":
            return actors, ()
        if place == "subj":
            recipients = clause.subject
        elif place == "obj":
            recipients = tuple(k for k in things if not _is_trigger(parsed, k, entry) and (_may_be_done_to(parsed, parties, k, entry)))
        elif place == "poss":
            recipients = _owners(parsed, parties, things)
        else:
            recipients = standing_at((place,), preps)
        if recipients:
            break
    actors, recipients = _by_deed_noun(parsed, parties, actors, recipients)
    if not recipients and not (entry.mutual and len(actors) > 1):
        recipients = _otherwise(parsed, parties, clause, entry, things, preps)
    actors = _not_papers(parsed, parties, actors)
    meant = tuple(dict.fromkeys(parties.meant(parsed, k, after(parsed, k)) for k in recipients))
    return tuple(parties.meant(parsed, k, after(parsed, k)) for k in actors), tuple(k for k in meant if k not in actors)


def _is_trigger(parsed: Parsed, k: int, entry: Entry) -> bool:
    head = parsed.tokens[parsed.phrases[k].head]
    return any(head.lemma in w or head.lower in w for w in entry.words[1:])


def _otherwise(
    parsed: Parsed, parties: Parties, clause: Clause, entry: Entry, things: tuple[int, ...], preps: list[tuple[str, int]]
) -> tuple[int, ...]:
    """The recipient where none stands where the entry says: the thing's owner, the thing where it may be done to, else a later name."""
    owners = _owners(parsed, parties, things)
    if owners:
        return owners
    done_to = tuple(
        k
        for k in things
        if entry.deed.root in _OF_WORDS
        or match_phrase(parsed, k) is None
        and not _is_trigger(parsed, k, entry)
        and (entry.deed.root != "MOBILIZE" or _may_be_done_to(parsed, parties, k, entry))
    )
    if done_to and entry.recipient != ("subj",) and not entry.mutual and (not entry.object or entry.deed.root in _OF_THINGS):
        return done_to
    return _further(parsed, parties, clause, entry, preps) or (
        done_to if "obj" in entry.recipient or entry.deed.root in ("RETREAT", "CONCEDE") else ()
    )


def _by_deed_noun(
    parsed: Parsed, parties: Parties, actors: tuple[int, ...], recipients: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """ "An Israeli air strike on Gaza killed two": who struck, and whom, are told by the noun that is the subject."""
    if len(actors) != 1 or not (noun := match_phrase(parsed, actors[0])) or noun.entry.deed.root != "ASSAULT":
        return actors, recipients
    by, on = noun_parties(parsed, parties, actors[0], noun.entry)
    return by, tuple(dict.fromkeys(recipients + on))


def _actors_at(
    parsed: Parsed,
    parties: Parties,
    places: tuple[str, ...],
    subject: tuple[int, ...],
    things: tuple[int, ...],
    preps: list[tuple[str, int]],
) -> tuple[int, ...]:
    """The actor of an entry that says where it stands: "received the envoy" (obj), "accepted his resignation" (poss)."""
    for place in places:
        found = {"subj": subject, "obj": things, "poss": _owners(parsed, parties, things)}.get(place) or standing_at((place,), preps)
        if found:
            return found
    return ()


def _may_be_done_to(parsed: Parsed, parties: Parties, k: int, entry: Entry) -> bool:
    """May the object be the recipient? Troops that are sent are not: they are what is done with."""
    if entry.deed.root == "MOBILIZE":
        return not (entry.object and has_object(parsed, [k], entry.object))
    return parties.acts(parsed, k) or not (entry.object and _is_object(parsed, k, entry))


def _is_object(parsed: Parsed, k: int, entry: Entry) -> bool:
    """Does the phrase's own head tell what is given or done ("gave aid"), so that it is nobody to whom it is done?"""
    p = parsed.phrases[k]
    words = [t.lemma for t in parsed.tokens[p.start : p.end]]
    if entry.deed.root in ("ASSAULT", "COERCE") and match_phrase(parsed, k) is None:
        return False
    money = words[-1] in ("million", "billion", "dollar", "euro", "percent") or words[-1][:1] in "$€£"
    return money or holds(words[-2:], entry.object) and (len(entry.recipient) > 1 or not entry.object & HUMAN)


def _further(parsed: Parsed, parties: Parties, clause: Clause, entry: Entry, preps: list[tuple[str, int]]) -> tuple[int, ...]:
    """A party that a phrase further on names: of this clause, else of the infinitive under it ("agreed to set up a base in Mali")."""
    at = parsed.clauses.index(clause)
    towards = _TOWARDS - {"in", "at", "on", "of", "into"} if entry.mutual else _TOWARDS
    under = [c for c in parsed.clauses if c.governor == at and c.verb.form == "infinitive"]
    for c, found in [(clause, preps), *((c, [("", k) for k in c.object] + list(c.preps)) for c in under[:1])]:
        for prep, k in found:
            if (
                (not prep or prep in towards)
                and k not in c.subject
                and parties.acts(parsed, k)
                and parsed.tokens[parsed.phrases[k].head].tag != "PRP"
                and not parsed.phrases[k].temporal
            ):
                return (k,)
    return ()


def _not_papers(parsed: Parsed, parties: Parties, actors: tuple[int, ...]) -> tuple[int, ...]:
    """ "released a report accusing": not the report accuses but who released it."""
    if (
        len(actors) != 1
        or parsed.tokens[parsed.phrases[actors[0]].head].lemma not in _PAPERS
        or parsed.tokens[parsed.phrases[actors[0]].head].tag == "NNP"
    ):
        return actors
    owner = parties.owner(parsed, actors[0], after(parsed, actors[0]))
    if owner >= 0:
        return (owner,)
    return next((c.subject for c in parsed.clauses if actors[0] in c.object and c.subject), actors)


def _owners(parsed: Parsed, parties: Parties, things: tuple[int, ...]) -> tuple[int, ...]:
    found = []
    for k in things:
        owner = parties.owner(parsed, k, after(parsed, k))
        if owner >= 0:
            found.append(owner)
        elif _named_inside(parsed, parties, k):
            found.append(k)
    return tuple(found)


def _named_inside(parsed: Parsed, parties: Parties, k: int) -> bool:
    """Does the phrase name somebody before its head: "the Iranian offer"?"""
    p = parsed.phrases[k]
    return any(m.actor or m.place for t in parsed.tokens[p.start : p.head] for m in parties.covering(t.start, t.end))


def noun_parties(parsed: Parsed, parties: Parties, k: int, entry: Entry) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """(actors, recipients) that the noun phrase of a deed tells by itself: "Israeli airstrikes on Gaza", "talks between A and B"."""
    follow = after(parsed, k)
    phrase = parsed.phrases[k]
    between = standing_at(("between", "among"), follow)
    if len(between) > 1:
        return between, ()
    if entry.actor:
        actors = standing_at(entry.actor, follow)
    elif phrase.owner >= 0:
        actors = (phrase.owner,)
    elif by := standing_at(("by", "from"), follow):
        actors = by
    elif _named_inside(parsed, parties, k):
        actors = (k,)
    else:
        actors = ()
    recipients: tuple[int, ...] = ()
    for place in entry.recipient:
        if place == "none":
            break
        if place in ("obj", "subj", "poss"):
            continue
        recipients = tuple(x for x in standing_at((place,), follow) if x not in actors)
        if recipients:
            break
    return actors, tuple(parties.meant(parsed, x, after(parsed, x)) for x in recipients)


def together(entry: Entry, actors: tuple[int, ...], recipients: tuple[int, ...]) -> tuple[bool, tuple[int, ...], tuple[int, ...]]:
    """What is done by both: "A met B" has both as actors. A visitor and a host stay apart."""
    if entry.deed.mode == "visit" or entry.deed.root not in MUTUAL:
        return False, actors, recipients
    if not recipients:
        return len(actors) > 1, actors, ()
    if entry.deed.root in ("CONSULT", "COOPERATE", "AGREE"):
        return True, tuple(dict.fromkeys(actors + recipients)), ()
    return False, actors, recipients


def standing_at(places: tuple[str, ...], preps: list[tuple[str, int]]) -> tuple[int, ...]:
    for place in places:
        found = tuple(k for prep, k in preps if prep == place)
        if found:
            return found
    return ()
