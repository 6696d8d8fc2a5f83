"""Deeds of one sentence: each clause and each nominal event against the lexicon, and what governs them applied to them."""

from dateline.events.control import verb_effect
from dateline.events.drafts import ASKED, Draft, surest
from dateline.events.governing import applied, governed, ought, status_over, subjunctive
from dateline.events.matching import Match, after, match_clause, match_phrase
from dateline.events.parties import Parties
from dateline.events.sides import clause_parties, noun_parties, standing_at, together
from dateline.events.status import GUESSES, asked_whether, is_condition, own_status
from dateline.language import Parsed
from dateline.language.clauses import Clause
from dateline.types import Deed, Status

_HARM = frozenset(("kill", "injure", "wound", "hurt"))
_PROJECTILES = frozenset("missile rocket projectile icbm satellite".split())
_FORCES_OF_NATURE = frozenset(
    "flood storm earthquake quake typhoon hurricane cyclone tornado rain drought wildfire landslide avalanche tsunami "
    "weather heatwave snow wind lightning volcano virus disease "
    "share stock index price market currency dollar yen euro bond yield rate inflation economy team side striker "
    "winger coach batsman bowler goalkeeper midfielder defender".split()
)
_HELPING = frozenset("help assist aid support train protect monitor relieve rescue advise secure stabilise stabilize evacuate".split())
_REFUSABLE = frozenset(("CONSULT", "AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"))
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
            duty = ought(parsed, parties, i) if match is None else None
            found += [duty] if duty else []
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
    actors, recipients = clause_parties(parsed, parties, clause, match)
    mutual = False
    if entry.mutual:
        mutual, actors, recipients = together(entry, actors, recipients)
    if asked_whether(parsed, clause) or clause.lemma == "tell" and len(entry.words) == 1 or _names(parsed, clause):
        return None
    if (
        _never_acts(parsed, clause.subject)
        or clause.lemma == "strike"
        and entry.deed.root == "PROTEST"
        and not parties.works(parsed, clause.subject)
    ):
        return None
    if clause.lemma in _HARM and not clause.object and not clause.verb.passive:
        actors, recipients = (), clause.subject  # "three were killed and 41 people injured"
    status, sure = own_status(parsed, clause)
    draft = Draft(
        entry.deed, status, actors, recipients, mutual, clause.verb.start, max(match.last, clause.verb.end), i,
        0.5 * sure + 0.04 * min(match.score, 8), guessed=clause.verb.modal in GUESSES,
    )  # fmt: skip
    draft = _refused(clause, draft)
    return governed(parsed, parties, draft, i)


def _will_not(clause: Clause, draft: Draft) -> bool:
    """ "will not lift the ban", "would not meet": who could and says no refuses; a visit that will not be is only denied."""
    verb = clause.verb
    return (
        verb.negated
        and verb.modal in ("will", "wo", "would", "'ll")
        and not verb.passive
        and draft.deed.root in _REFUSABLE
        and draft.deed.mode != "visit"
        and bool(clause.subject)
    )


def _refused(clause: Clause, draft: Draft) -> Draft:
    """The refusal that a "will not" is; any other draft as it is."""
    if not _will_not(clause, draft):
        return draft
    others = tuple(x for x in dict.fromkeys(draft.recipients + draft.actors) if x not in clause.subject)
    deed = Deed("REJECT", ASKED.get(draft.deed.root))
    return draft._replace(deed=deed, status="happened", actors=clause.subject, mutual=False, recipients=others)


def _said_by_complement(parsed: Parsed, draft: Draft, found: list[Draft]) -> bool:
    """Is it a bare "agreed", "threatened" whose infinitive tells the deed itself? Then that is the event."""
    if draft.deed.root not in ("AGREE", "THREATEN", "REQUEST", "REJECT") or draft.last > parsed.clauses[draft.at].verb.end + 1:
        return False
    return any(
        d is not draft
        and d.at != draft.at
        and parsed.clauses[d.at].governor == draft.at
        and (parsed.clauses[d.at].verb.form != "finite" or subjunctive(parsed, parsed.clauses[d.at]))
        for d in found
        if d.at >= 0
    )


def _as_help(parsed: Parsed, parties: Parties, draft: Draft, i: int) -> Draft:
    """Troops sent to help or to keep the peace are AID, not MOBILIZE; troops that arrive pay no visit."""
    clause = parsed.clauses[i]
    moved = clause.object if clause.lemma in ("send", "deploy", "dispatch") else ()
    troops = any(parsed.tokens[parsed.phrases[k].head].lemma in _TROOPS for k in draft.actors + moved)
    if draft.deed.mode == "visit" and troops:
        draft = draft._replace(deed=Deed("MOBILIZE", "troops"))
    shot = any(
        parsed.tokens[parsed.phrases[k].head].lemma in _PROJECTILES for k in clause.object + (clause.subject if clause.verb.passive else ())
    )
    aimed = [k for k in draft.recipients if k not in clause.object and ("off", k) not in clause.preps]
    if draft.deed.root == "ASSAULT" and shot and not any(parties.acts(parsed, k) for k in aimed):
        return draft._replace(deed=Deed("MOBILIZE", "weapons"), recipients=())  # a launch over no one
    if draft.deed.root != "MOBILIZE" or not draft.recipients:
        return draft
    helps = any(c.governor == i and c.lemma in _HELPING for c in parsed.clauses)
    keeps = any(t.lower.startswith("peacekeep") for t in parsed.tokens)
    return draft._replace(deed=Deed("AID")) if helps or keeps else draft


def _names(parsed: Parsed, clause: Clause) -> bool:
    """ "The exercise, called Steel Heron": a name is given, nobody is phoned."""
    return clause.lemma == "call" and (clause.verb.form == "participle" or parsed.tokens[clause.verb.start - 1].lower == ",")


def _never_acts(parsed: Parsed, subject: tuple[int, ...]) -> bool:
    """Is the subject weather, a market or the like: "floods cut the road", "shares retreated"?"""
    return bool(subject) and all(parsed.tokens[parsed.phrases[k].head].lemma in _FORCES_OF_NATURE for k in subject)


def _object_event(parsed: Parsed, clause: Clause, match: Match | None) -> tuple[int, Match, str] | None:
    """Where a clause does something with a deed's noun ("called for talks").

    Gives the phrase, its nominal match and the effect.
    """
    if match and match.entry.object:
        return None
    effect, at = verb_effect(parsed, clause, "vn")
    bare = match is not None and match.entry.deed.root == "AGREE"  # "agreed to" says nothing of the deed
    if not effect or match and len(match.entry.words) > 1 and not bare and effect not in ("request", "reject"):
        return None
    if effect == "blame" and match:
        return None
    candidates = clause.subject if clause.verb.passive else clause.object
    if at > clause.verb.main + 1:
        candidates = tuple(k for k, p in enumerate(parsed.phrases) if at <= p.start <= at + 1 or p.start <= at < p.end)[:1]
    for k in candidates:
        noun = match_phrase(parsed, k)
        if noun:
            return k, noun, effect
        follow = after(parsed, k)
        if follow and follow[0][0] == "of":
            noun = match_phrase(parsed, follow[0][1])
            if noun:
                return follow[0][1], noun, effect
    return None


def _nominal_under(parsed: Parsed, parties: Parties, i: int, k: int, match: Match, effect: str) -> Draft | None:
    """A deed's noun under a verb: the verb says what became of it."""
    clause, entry = parsed.clauses[i], match.entry
    inner_actors, recipients = noun_parties(parsed, parties, k, entry)
    subject = standing_at(("by",), list(clause.preps)) if clause.verb.passive else clause.subject
    if not recipients:
        places = tuple(p for p in entry.recipient if p not in ("obj", "subj", "poss", "none"))
        recipients = tuple(x for x in standing_at(places, list(clause.preps)) if x not in subject)
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
        asked = outside or tuple(
            x for x in standing_at(("of", "from", "to", "by"), after(parsed, k)) if parties.acts(parsed, x) and x not in subject
        )
        if effect == "request":
            draft = draft._replace(recipients=asked or recipients)
        elif effect in ("reject", "ease", "cancel", "stop", "deny") and not recipients:
            draft = draft._replace(recipients=asked or ((k,) if effect == "reject" else ()))
        changed = applied(draft, effect, subject or inner_actors, draft.recipients)
        if changed is None:
            return None
        draft = changed
    if draft.deed == entry.deed and _will_not(clause, draft):
        return governed(parsed, parties, _refused(clause, draft), i)
    if entry.mutual and draft.deed == entry.deed:
        mutual, a, r = together(entry, draft.actors, draft.recipients)
        draft = draft._replace(mutual=mutual, actors=a, recipients=r)
    return governed(parsed, parties, draft, i)


def _bare_nominal(parsed: Parsed, parties: Parties, k: int) -> Draft | None:
    """A deed's noun that no verb governs: "after Israeli airstrikes on Gaza". Kept only where it names a party on each side."""
    match = match_phrase(parsed, k)
    if match is None:
        return None
    actors, recipients = noun_parties(parsed, parties, k, match.entry)
    if match.entry.deed.root in ("CONSULT", "SUPPORT", "AGREE", "COOPERATE") and match.entry.deed.mode != "visit":
        follow = after(parsed, k)
        recipients = tuple(x for x in recipients if ("in", x) not in follow and ("of", x) not in follow)
    mutual = False
    if match.entry.mutual:
        mutual, actors, recipients = together(match.entry, actors, recipients)
    if not (actors and recipients) and not (mutual and len(actors) > 1):
        return None
    at = parsed.clause_of(parsed.phrases[k].head)
    status: Status = "happened"
    if at >= 0 and ("for", k) in parsed.clauses[at].preps:  # "will fly to Tokyo for talks with"
        over = status_over(parsed, parsed.clauses[at])
        status = over if over in ("planned", "conditional", "denied") else status
    return Draft(match.entry.deed, status, actors, recipients, mutual, match.first, match.last, at, 0.3 + 0.02 * min(match.score, 6))


def _without_repeats(found: list[Draft]) -> list[Draft]:
    """One draft for each deed and set of parties: a verb and its purpose may tell the same."""
    kept = surest(found, lambda d: (d.deed.root, d.actors, d.recipients))
    sure = {d.deed.root for d in kept if d.actors and d.recipients}
    # "three were killed when police fired at strikers": the deaths are of the deed that has an actor
    told = [d for d in kept if d.deed.root != "ASSAULT" or d.actors or "ASSAULT" not in sure]
    return sorted(told, key=lambda d: d.first)
