"""Deeds of one sentence: each clause and each nominal event against the lexicon, and what governs them applied to them."""

from dateline.events.control import noun_effect, predicate_effect, verb_effect
from dateline.events.drafts import ASKED, CANCELLED, STOPPED, Draft
from dateline.events.lexicon import Entry, holds
from dateline.events.matching import HUMAN, Match, after, has_object, match_clause, match_phrase
from dateline.events.ontology import MUTUAL
from dateline.events.parties import Parties
from dateline.events.status import GUESSES, OUGHT, asked_whether, is_condition, own_status
from dateline.language import Parsed
from dateline.language.clauses import Clause
from dateline.types import Deed, Status

_SAYING = frozenset(
    "say tell add announce state declare warn insist claim stress note report argue believe think demand urge suggest maintain reiterate confirm indicate signal pledge vow agree promise explain".split()
)
_HARM = frozenset(("kill", "injure", "wound", "hurt"))
_PROJECTILES = frozenset("missile rocket projectile icbm satellite".split())
_FORCES_OF_NATURE = frozenset(
    "flood storm earthquake quake typhoon hurricane cyclone tornado rain drought wildfire landslide avalanche tsunami weather heatwave snow wind lightning volcano virus disease "
    "share stock index price market currency dollar yen euro bond yield rate inflation economy team side striker winger coach batsman bowler goalkeeper midfielder defender".split()
)
_HELPING = frozenset("help assist aid support train protect monitor relieve rescue advise secure stabilise stabilize evacuate".split())
_TOWARDS = frozenset("in to for with against from on at into of towards between".split())
# Deeds that may be done to what somebody said or made: "rejected the offer".
_OF_THINGS = frozenset(("REJECT", "ACCUSE", "SUPPORT", "REQUEST", "PROTEST", "COERCE", "ASSAULT"))
_REFUSABLE = frozenset(("CONSULT", "AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"))
# Deeds of words: done to an offer, an attack, a remark as well as to who made it.
_OF_WORDS = frozenset(("REJECT", "ACCUSE", "SUPPORT", "REQUEST"))
_PAPERS = frozenset("report statement letter lawsuit suit resolution speech interview complaint petition message note article document declaration indictment ruling decision decree bill law order video tweet post".split())
_DEMANDING = frozenset("demand insist request ask urge propose recommend suggest order require".split())
_TROOPS = frozenset("troop soldier peacekeeper force contingent marine battalion warship paratrooper commando".split())
_ACTS_OF_OFFICE = ("SANCTION", "COERCE", "ACCUSE", "REJECT", "MOBILIZE", "REQUEST")


def drafts(parsed: Parsed, parties: Parties) -> list[Draft]:
    """Every deed that the sentence tells, in the order of the text."""
    found: list[Draft] = []
    used: set[int] = set()  # phrases whose noun is told by a verb already
    matches = [match_clause(parsed, c, lambda k: parties.human(parsed, k)) for c in parsed.clauses]
    for i, clause in enumerate(parsed.clauses):
        if is_condition(parsed, clause):
            continue
        match = matches[i]
        nominal = _object_event(parsed, clause, match)
        if nominal:
            used.add(nominal[0])
            draft = _nominal_under(parsed, parties, i, *nominal)
            if draft:
                found.append(draft)
                continue
        if match is None or match.entry.deed.root == "NONE":
            ought = _ought(parsed, parties, i) if match is None else None
            found += [ought] if ought else []
            continue
        used |= {k for k, p in enumerate(parsed.phrases) if match.first < p.head < match.last}
        used |= set(clause.object) if match.entry.object else set()
        draft = _clause_draft(parsed, parties, i, match)
        if draft:
            found.append(_as_help(parsed, parties, draft, i))
    found = [d for d in found if not _said_by_complement(parsed, d, found)]
    for k in range(len(parsed.phrases)):
        if k not in used:
            draft = _bare_nominal(parsed, parties, k)
            if draft and not any(d.at == draft.at and d.deed.root == draft.deed.root for d in found):
                found.append(draft)
    return _without_repeats(found)


def _clause_draft(parsed: Parsed, parties: Parties, i: int, match: Match) -> Draft | None:
    clause, entry = parsed.clauses[i], match.entry
    actors, recipients = _clause_parties(parsed, parties, clause, match)
    mutual = False
    if entry.mutual:
        mutual, actors, recipients = _mutual(parsed, entry, actors, recipients)
    if asked_whether(parsed, clause) or clause.lemma == "tell" and len(entry.words) == 1 or _names(parsed, clause):
        return None
    if _never_acts(parsed, clause.subject) or clause.lemma == "strike" and entry.deed.root == "PROTEST" and not parties.works(parsed, clause.subject):
        return None
    if clause.lemma in _HARM and not clause.object and not clause.verb.passive:
        actors, recipients = (), clause.subject  # "three were killed and 41 people injured"
    status, sure = own_status(parsed, clause)
    draft = Draft(
        entry.deed, status, actors, recipients, mutual, clause.verb.start, max(match.last, clause.verb.end), i,
        0.5 * sure + 0.04 * min(match.score, 8), guessed=clause.verb.modal in GUESSES,
    )  # fmt: skip
    if _will_not(clause, draft):
        draft = draft._replace(deed=Deed("REJECT", ASKED.get(draft.deed.root)), status="happened", actors=clause.subject, mutual=False,
                               recipients=tuple(x for x in dict.fromkeys(recipients + actors) if x not in clause.subject))  # fmt: skip
    return _governed(parsed, parties, draft, i)


def _will_not(clause: Clause, draft: Draft) -> bool:
    """"will not lift the ban", "would not meet": who could and says no refuses; a visit that will not be is only denied."""
    verb = clause.verb
    return verb.negated and verb.modal in ("will", "wo", "would", "'ll") and not verb.passive and draft.deed.root in _REFUSABLE and draft.deed.mode != "visit" and bool(clause.subject)


def _said_by_complement(parsed: Parsed, draft: Draft, found: list[Draft]) -> bool:
    """Is it a bare "agreed", "threatened" whose infinitive tells the deed itself? Then that is the event."""
    if draft.deed.root not in ("AGREE", "THREATEN", "REQUEST", "REJECT") or draft.last > parsed.clauses[draft.at].verb.end + 1:
        return False
    return any(d is not draft and d.at != draft.at and parsed.clauses[d.at].governor == draft.at
        and (parsed.clauses[d.at].verb.form != "finite" or _subjunctive(parsed, parsed.clauses[d.at])) for d in found if d.at >= 0)


def _as_help(parsed: Parsed, parties: Parties, draft: Draft, i: int) -> Draft:
    """Troops sent to help or to keep the peace are AID, not MOBILIZE; troops that arrive pay no visit."""
    troops = any(parsed.tokens[parsed.phrases[k].head].lemma in _TROOPS for k in draft.actors)
    if draft.deed.mode == "visit" and troops:
        draft = draft._replace(deed=Deed("MOBILIZE", "troops"))
    clause = parsed.clauses[i]
    shot = any(parsed.tokens[parsed.phrases[k].head].lemma in _PROJECTILES for k in clause.object + (clause.subject if clause.verb.passive else ()))
    aimed = [k for k in draft.recipients if k not in clause.object and ("off", k) not in clause.preps]
    if draft.deed.root == "ASSAULT" and shot and not any(parties.acts(parsed, k) for k in aimed):
        return draft._replace(deed=Deed("MOBILIZE", "weapons"), recipients=())  # a launch over no one
    if draft.deed.root != "MOBILIZE" or not draft.recipients:
        return draft
    helps = any(c.governor == i and c.lemma in _HELPING for c in parsed.clauses)
    keeps = any(t.lower.startswith("peacekeep") for t in parsed.tokens)
    return draft._replace(deed=Deed("AID")) if helps or keeps else draft


def _names(parsed: Parsed, clause: Clause) -> bool:
    """"The exercise, called Steel Heron": a name is given, nobody is phoned."""
    return clause.lemma == "call" and (clause.verb.form == "participle" or parsed.tokens[clause.verb.start - 1].lower == ",")


def _never_acts(parsed: Parsed, subject: tuple[int, ...]) -> bool:
    """Is the subject weather, a market or the like: "floods cut the road", "shares retreated"?"""
    return bool(subject) and all(parsed.tokens[parsed.phrases[k].head].lemma in _FORCES_OF_NATURE for k in subject)


def _mutual(parsed: Parsed, entry: Entry, actors: tuple[int, ...], recipients: tuple[int, ...]) -> tuple[bool, tuple[int, ...], tuple[int, ...]]:
    """What is done by both: "A met B" has both as actors. A visitor and a host stay apart."""
    if entry.deed.mode == "visit" or entry.deed.root not in MUTUAL:
        return False, actors, recipients
    if not recipients:
        return len(actors) > 1, actors, ()
    if entry.deed.root in ("CONSULT", "COOPERATE", "AGREE"):
        return True, tuple(dict.fromkeys(actors + recipients)), ()
    return False, actors, recipients


def _clause_parties(parsed: Parsed, parties: Parties, clause: Clause, match: Match) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """(actors, recipients) as phrases."""
    entry, verb = match.entry, clause.verb
    preps = list(clause.preps)
    for k in clause.object:
        preps += [x for x in after(parsed, k) if x not in preps]
    passive = verb.passive and entry.kind == "v"
    things = clause.subject if passive else clause.object
    if entry.actor:
        actors = _actors_at(parsed, parties, entry.actor, clause.subject, things, preps)
    elif passive:
        actors = _at(("by",), preps)
    else:
        actors = clause.subject
    # "convicted the party of fraud": the object is whom it is done to; "fired at the crowd", "launched an attack on": the phrase after the preposition is
    direct = tuple(k for k in things if passive or parsed.phrases[k].end <= match.last and not _is_trigger(parsed, k, entry))
    if match.complement >= 0 and not direct:
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
            recipients = _at((place,), preps)
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
    """The recipient where none stands where the entry says: who owns the thing, the thing itself where that can be done to, else who is named further on."""
    owners = _owners(parsed, parties, things)
    if owners:
        return owners
    done_to = tuple(k for k in things if entry.deed.root in _OF_WORDS or match_phrase(parsed, k) is None and not _is_trigger(parsed, k, entry))
    if done_to and entry.recipient != ("subj",) and not entry.mutual and (not entry.object or entry.deed.root in _OF_THINGS):
        return done_to
    return _further(parsed, parties, clause, entry, preps) or (done_to if "obj" in entry.recipient or entry.deed.root in ("RETREAT", "CONCEDE") else ())


def _by_deed_noun(
    parsed: Parsed, parties: Parties, actors: tuple[int, ...], recipients: tuple[int, ...]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """"An Israeli air strike on Gaza killed two": who struck, and whom, are told by the noun that is the subject."""
    if len(actors) != 1 or not (noun := match_phrase(parsed, actors[0])) or noun.entry.deed.root != "ASSAULT":
        return actors, recipients
    by, on = _noun_parties(parsed, parties, actors[0], noun.entry)
    return by, tuple(dict.fromkeys(recipients + on))


def _actors_at(
    parsed: Parsed, parties: Parties, places: tuple[str, ...], subject: tuple[int, ...], things: tuple[int, ...], preps: list[tuple[str, int]]
) -> tuple[int, ...]:
    """The actor of an entry that says where it stands: "received the envoy" (obj), "accepted his resignation" (poss), "got aid from" (from)."""
    for place in places:
        found = {"subj": subject, "obj": things, "poss": _owners(parsed, parties, things)}.get(place) or _at((place,), preps)
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
    """A party that only a phrase further on names: of this clause, else of the infinitive that it governs ("agreed to set up a base in Mali")."""
    at = parsed.clauses.index(clause)
    towards = _TOWARDS - {"in", "at", "on", "of", "into"} if entry.mutual else _TOWARDS
    under = [c for c in parsed.clauses if c.governor == at and c.verb.form == "infinitive"]
    for c, found in [(clause, preps), *((c, [("", k) for k in c.object] + list(c.preps)) for c in under[:1])]:
        for prep, k in found:
            if (not prep or prep in towards) and k not in c.subject and parties.acts(parsed, k) and parsed.tokens[parsed.phrases[k].head].tag != "PRP" and not parsed.phrases[k].temporal:
                return (k,)
    return ()


def _not_papers(parsed: Parsed, parties: Parties, actors: tuple[int, ...]) -> tuple[int, ...]:
    """"released a report accusing": not the report accuses but who released it."""
    if len(actors) != 1 or parsed.tokens[parsed.phrases[actors[0]].head].lemma not in _PAPERS or parsed.tokens[parsed.phrases[actors[0]].head].tag == "NNP":
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


def _at(places: tuple[str, ...], preps: list[tuple[str, int]]) -> tuple[int, ...]:
    for place in places:
        found = tuple(k for prep, k in preps if prep == place)
        if found:
            return found
    return ()


def _object_event(parsed: Parsed, clause: Clause, match: Match | None) -> tuple[int, Match, str, int] | None:
    """(phrase, its nominal match, effect, token after the verb's words) where a clause does something with a deed's noun: "called for talks"."""
    if match and match.entry.object:
        return None
    effect, at = verb_effect(parsed, clause, "vn")
    if not effect or match and len(match.entry.words) > 1 and effect not in ("request", "reject"):
        return None
    if effect == "blame" and match:
        return None
    candidates = clause.subject if clause.verb.passive else clause.object
    if at > clause.verb.main + 1:
        candidates = tuple(k for k, p in enumerate(parsed.phrases) if at <= p.start <= at + 1 or p.start <= at < p.end)[:1]
    for k in candidates:
        noun = match_phrase(parsed, k)
        if noun:
            return k, noun, effect, at
        follow = after(parsed, k)
        if follow and follow[0][0] == "of":
            noun = match_phrase(parsed, follow[0][1])
            if noun:
                return follow[0][1], noun, effect, at
    return None


def _noun_parties(parsed: Parsed, parties: Parties, k: int, entry: Entry) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """(actors, recipients) that the noun phrase of a deed tells by itself: "Israeli airstrikes on Gaza", "talks between A and B"."""
    follow = after(parsed, k)
    phrase = parsed.phrases[k]
    between = _at(("between", "among"), follow)
    if len(between) > 1:
        return between, ()
    if entry.actor:
        actors = _at(entry.actor, follow)
    elif phrase.owner >= 0:
        actors = (phrase.owner,)
    elif by := _at(("by", "from"), follow):
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
        recipients = tuple(x for x in _at((place,), follow) if x not in actors)
        if recipients:
            break
    return actors, tuple(parties.meant(parsed, x, after(parsed, x)) for x in recipients)


def _nominal_under(parsed: Parsed, parties: Parties, i: int, k: int, match: Match, effect: str, at: int) -> Draft | None:
    """A deed's noun under a verb: the verb says what became of it."""
    clause, entry = parsed.clauses[i], match.entry
    inner_actors, recipients = _noun_parties(parsed, parties, k, entry)
    subject = _at(("by",), list(clause.preps)) if clause.verb.passive else clause.subject
    if not recipients:
        places = tuple(p for p in entry.recipient if p not in ("obj", "subj", "poss", "none"))
        recipients = tuple(x for x in _at(places, list(clause.preps)) if x not in subject)
    status, sure = own_status(parsed, clause)
    first, last = min(clause.verb.start, match.first), max(clause.verb.end, match.last)
    draft = Draft(
        entry.deed, status, subject or inner_actors, recipients, False, first, last, i,
        0.45 * sure + 0.04 * min(match.score, 6) + 0.06, guessed=clause.verb.modal in GUESSES,
    )  # fmt: skip
    outside = tuple(x for x in inner_actors if x not in subject)
    if effect == "passive":
        draft = draft._replace(actors=inner_actors, recipients=subject)
    elif effect == "blame":
        return None
    elif effect == "light" or effect == "plan" and entry.deed.root in _ACTS_OF_OFFICE or effect in ("begin", "still"):
        if effect == "still" and status == "happened":
            draft = draft._replace(status="ongoing")
    else:
        asked = outside or tuple(x for x in _at(("of", "from", "to", "by"), after(parsed, k)) if parties.acts(parsed, x) and x not in subject)
        if effect == "request":
            draft = draft._replace(recipients=asked or recipients)
        elif effect in ("reject", "ease", "cancel", "stop", "deny") and not recipients:
            draft = draft._replace(recipients=asked or ((k,) if effect == "reject" else ()))
        changed = _apply(parsed, draft, effect, subject or inner_actors, draft.recipients)
        if changed is None:
            return None
        draft = changed
    if entry.mutual and draft.deed == entry.deed:
        mutual, a, r = _mutual(parsed, entry, draft.actors, draft.recipients)
        draft = draft._replace(mutual=mutual, actors=a, recipients=r)
    return _governed(parsed, parties, draft, i)


def _bare_nominal(parsed: Parsed, parties: Parties, k: int) -> Draft | None:
    """A deed's noun that no verb governs: "after Israeli airstrikes on Gaza". Kept only where it names a party on each side."""
    match = match_phrase(parsed, k)
    if match is None:
        return None
    actors, recipients = _noun_parties(parsed, parties, k, match.entry)
    if match.entry.deed.root in ("CONSULT", "SUPPORT", "AGREE", "COOPERATE") and match.entry.deed.mode != "visit":
        follow = after(parsed, k)
        recipients = tuple(x for x in recipients if ("in", x) not in follow and ("of", x) not in follow)
    mutual = False
    if match.entry.mutual:
        mutual, actors, recipients = _mutual(parsed, match.entry, actors, recipients)
    if not (actors and recipients) and not (mutual and len(actors) > 1):
        return None
    at = _clause_of(parsed, parsed.phrases[k].head)
    status: Status = "happened"
    if at >= 0 and ("for", k) in parsed.clauses[at].preps:  # "will fly to Tokyo for talks with"
        over = _status_over(parsed, parsed.clauses[at])
        status = over if over in ("planned", "conditional", "denied") else status
    return Draft(match.entry.deed, status, actors, recipients, mutual, match.first, match.last, at, 0.3 + 0.02 * min(match.score, 6))


def _clause_of(parsed: Parsed, token: int) -> int:
    """The clause that a token stands in: the last one begun before it."""
    return max((i for i, c in enumerate(parsed.clauses) if c.verb.start <= token), default=0 if parsed.clauses else -1)


def _governed(parsed: Parsed, parties: Parties, draft: Draft, i: int) -> Draft | None:
    """Apply what governs clause i, from the nearest outwards; None where the deed is only alleged."""
    clause = parsed.clauses[i]
    if clause.verb.modal in OUGHT and draft.deed.root not in ("REQUEST", "ACCUSE", "REJECT"):
        return _told_to(parsed, draft, i)
    for _ in range(4):
        if clause.noun >= 0 and (effect := noun_effect(parsed.tokens[parsed.phrases[clause.noun].head].lemma)):
            changed = _under_noun(parsed, parties, draft, clause, effect)
        elif clause.governor >= 0 and clause.verb.form == "finite" and verb_effect(parsed, parsed.clauses[clause.governor], "vi")[0] == "deny":
            return draft._replace(status="denied")  # "denied that it had sold arms"
        elif clause.governor >= 0 and (clause.verb.form != "finite" or _subjunctive(parsed, clause)):
            changed = _under_verb(parsed, draft, clause)
        else:
            break
        if changed is None:
            return None
        draft = changed
        if clause.governor < 0:
            break
        clause = parsed.clauses[clause.governor]
    return draft


def _subjunctive(parsed: Parsed, clause: Clause) -> bool:
    """"demanded that they resign": a base form after a verb of asking."""
    over = parsed.clauses[clause.governor]
    return parsed.tokens[clause.verb.main].tag in ("VB", "VBP") and clause.verb.end - clause.verb.start == 1 and over.lemma in _DEMANDING


def _told_to(parsed: Parsed, draft: Draft, i: int) -> Draft | None:
    """"X said Y must withdraw": a request of X to Y."""
    clause = parsed.clauses[i]
    speaker = _speaker(parsed, i)
    asked = draft.actors if not clause.verb.passive else draft.actors or draft.recipients
    if not speaker or not asked or set(speaker) & set(asked):
        return None
    return draft._replace(deed=Deed("REQUEST", ASKED.get(draft.deed.root)), status="happened", actors=speaker, recipients=asked, mutual=False, confidence=0.5)


def _ought(parsed: Parsed, parties: Parties, i: int) -> Draft | None:
    """"The bishops said the government must ensure security": a request, whatever is to be done."""
    clause = parsed.clauses[i]
    if clause.verb.modal not in OUGHT or clause.verb.passive or clause.verb.negated:
        return None
    speaker = _speaker(parsed, i)
    if not speaker or set(speaker) & set(clause.subject) or not all(parties.acts(parsed, k) for k in clause.subject + speaker):
        return None
    return Draft(Deed("REQUEST", "change"), "happened", speaker, clause.subject, False, clause.verb.start, clause.verb.end, i, 0.4) if clause.subject else None


def _speaker(parsed: Parsed, i: int) -> tuple[int, ...]:
    """Subject of the verb of saying over clause i: before it, or at the sentence's end."""
    g = parsed.clauses[i].governor
    if g >= 0 and parsed.clauses[g].lemma in _SAYING:
        return parsed.clauses[g].subject
    last = parsed.clauses[-1]
    return last.subject if last.lemma in _SAYING and last is not parsed.clauses[i] else ()


def _under_noun(parsed: Parsed, parties: Parties, draft: Draft, clause: Clause, effect: str) -> Draft | None:
    """"a plan to withdraw", "its refusal to sign"."""
    owner = parties.owner(parsed, clause.noun, [])
    actors = (owner,) if owner >= 0 else draft.actors
    if clause.governor >= 0 and parsed.clauses[clause.governor].lemma in ("criticise", "criticize", "condemn", "welcome", "praise", "denounce", "oppose", "reject", "deny") and owner < 0:
        return None
    return _apply(parsed, draft._replace(actors=actors), effect, actors, draft.recipients)


def _under_verb(parsed: Parsed, draft: Draft, clause: Clause) -> Draft | None:
    """"agreed to withdraw", "urged Seoul to withdraw", "is ready to talk", "met to discuss"."""
    over = parsed.clauses[clause.governor]
    effect, _ = verb_effect(parsed, over, "vi")
    if effect == "plan" and over.verb.past and not over.verb.passive:
        draft = draft._replace(agreed=True)
    if over.verb.modal in GUESSES:
        draft = draft._replace(guessed=True)
    if over.lemma in ("be", "remain", "get", "feel", "stand", "seem", "become"):
        effect = predicate_effect(parsed, over.verb.end, clause.verb.start) or effect
    elif over.verb.passive and not effect:
        effect = predicate_effect(parsed, over.verb.main, over.verb.end)
    if effect in ("plan", "request", "attempt") and over.verb.negated:
        return draft._replace(status="denied")
    actors = _at(("by",), list(over.preps)) if over.verb.passive and effect in ("request", "invite", "force", "blame") else over.subject
    if effect == "request" and not over.verb.passive and over.lemma in ("say", "want", "ask", "demand", "suggest", "propose", "advocate", "recommend") and not over.object and set(clause.subject) <= set(over.subject):
        effect = "attempt"
    if effect == "request":
        asked = clause.subject if not clause.verb.passive else clause.subject
        if set(asked) <= set(actors):
            asked = draft.recipients
        changed = _apply(parsed, draft, effect, actors, asked) if actors else None
        return changed._replace(status=_status_over(parsed, over)) if changed else None
    if not effect:
        # a purpose, or a verb that says nothing of the deed: as far as the verb over it got
        over_status = _status_over(parsed, over)
        status = over_status if over_status in ("planned", "conditional", "denied") or draft.status == "planned" else draft.status
        return draft._replace(status=status, confidence=draft.confidence * 0.8)
    return _apply(parsed, draft, effect, actors, draft.recipients, _status_over(parsed, over))


def _status_over(parsed: Parsed, over: Clause) -> Status:
    status, _ = own_status(parsed, over)
    if over.verb.form != "finite" and over.governor >= 0:
        return _status_over(parsed, parsed.clauses[over.governor])
    return status


def _apply(
    parsed: Parsed, draft: Draft, effect: str, actors: tuple[int, ...], recipients: tuple[int, ...], over: Status = "happened"
) -> Draft | None:
    """The deed under an effect of control.tsv."""
    root = draft.deed.root
    sure = draft.confidence
    if effect == "plan":
        return draft._replace(status="denied" if over == "denied" else "conditional" if draft.status == "conditional" else "planned")
    if effect == "maybe":
        return draft._replace(status="conditional", confidence=sure * 0.8)
    if effect == "defer":
        return draft._replace(status="planned", confidence=sure * 0.9)
    if effect == "attempt":
        status: Status = over if over != "happened" or draft.status == "planned" else draft.status
        return draft._replace(status="ongoing" if status == "happened" and root in ("AGREE", "CONSULT", "COOPERATE", "SUPPORT") else status, confidence=sure * 0.85)
    if effect in ("begin", "force"):
        return draft._replace(status=over, confidence=sure * (1.0 if effect == "begin" else 0.8))
    if effect == "still":
        return draft._replace(status="ongoing" if over == "happened" else over)
    if effect == "invite":
        return draft._replace(status="planned", actors=tuple(dict.fromkeys(actors + draft.actors)), mutual=True, recipients=())
    if effect in ("request", "reject"):
        if effect == "reject" or not recipients:
            recipients = tuple(dict.fromkeys(recipients + draft.actors + draft.recipients))
        mode = ASKED.get(root)
        kind = "REQUEST" if effect == "request" else "REJECT"
        return draft._replace(
            deed=Deed(kind, mode), status=over if over in ("planned", "conditional", "denied", "ongoing") else "happened",
            actors=actors, recipients=tuple(r for r in recipients if r not in actors), mutual=False,
        )  # fmt: skip
    if effect in ("deny", "fail"):
        return draft._replace(status="denied", confidence=sure * 0.8)
    if effect in ("stop", "ease", "cancel"):
        turned = (CANCELLED if effect == "cancel" else STOPPED).get(root)
        return draft._replace(deed=turned, status=over, mutual=False) if turned else None
    return None  # blame: what follows is only alleged


def _without_repeats(found: list[Draft]) -> list[Draft]:
    """One draft for each deed and set of parties: a verb and its purpose may tell the same."""
    kept: dict[tuple[object, ...], Draft] = {}
    for d in found:
        key = (d.deed.root, d.actors, d.recipients)
        if key not in kept or kept[key].confidence < d.confidence:
            kept[key] = d
    sure = {d.deed.root for d in kept.values() if d.actors and d.recipients}
    # "three were killed when police fired at strikers": the deaths are of the deed that has an actor
    told = [d for d in kept.values() if d.deed.root != "ASSAULT" or d.actors or "ASSAULT" not in sure]
    return sorted(told, key=lambda d: d.first)
