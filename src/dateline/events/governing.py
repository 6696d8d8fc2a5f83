"""What governs a deed: "agreed to withdraw", "refused to meet", "said they must go". Effects are those of data/control.tsv."""

from dateline.events.control import noun_effect, predicate_effect, verb_effect
from dateline.events.drafts import ASKED, CANCELLED, STOPPED, Draft
from dateline.events.parties import Parties
from dateline.events.sides import standing_at
from dateline.events.status import GUESSES, OUGHT, own_status
from dateline.language import Parsed
from dateline.language.clauses import Clause
from dateline.types import Deed, Status

_SAYING = frozenset(
    "say tell add announce state declare warn insist claim stress note report argue believe think demand urge suggest "
    "maintain reiterate confirm indicate signal pledge vow agree promise explain".split()
)
_DEMANDING = frozenset("demand insist request ask urge propose recommend suggest order require".split())


def governed(parsed: Parsed, parties: Parties, draft: Draft, i: int) -> Draft | None:
    """Apply what governs clause i, from the nearest outwards; None where the deed is only alleged."""
    clause = parsed.clauses[i]
    if clause.verb.modal in OUGHT and draft.deed.root not in ("REQUEST", "ACCUSE", "REJECT"):
        return _told_to(parsed, draft, i)
    for _ in range(4):
        if clause.noun >= 0 and (effect := noun_effect(parsed.tokens[parsed.phrases[clause.noun].head].lemma)):
            changed = _under_noun(parsed, parties, draft, clause, effect)
        elif (
            clause.governor >= 0
            and clause.verb.form == "finite"
            and verb_effect(parsed, parsed.clauses[clause.governor], "vi")[0] == "deny"
        ):
            return draft._replace(status="denied")  # "denied that it had sold arms"
        elif clause.governor >= 0 and (clause.verb.form != "finite" or subjunctive(parsed, clause)):
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


def subjunctive(parsed: Parsed, clause: Clause) -> bool:
    """ "demanded that they resign": a base form after a verb of asking."""
    over = parsed.clauses[clause.governor]
    return parsed.tokens[clause.verb.main].tag in ("VB", "VBP") and clause.verb.end - clause.verb.start == 1 and over.lemma in _DEMANDING


def _told_to(parsed: Parsed, draft: Draft, i: int) -> Draft | None:
    """ "X said Y must withdraw": a request of X to Y."""
    clause = parsed.clauses[i]
    speaker = _speaker(parsed, i)
    asked = draft.actors if not clause.verb.passive else draft.actors or draft.recipients
    if not speaker or not asked or set(speaker) & set(asked):
        return None
    return draft._replace(
        deed=Deed("REQUEST", ASKED.get(draft.deed.root)), status="happened", actors=speaker, recipients=asked, mutual=False, confidence=0.5
    )


def ought(parsed: Parsed, parties: Parties, i: int) -> Draft | None:
    """ "The bishops said the government must ensure security": a request, whatever is to be done."""
    clause = parsed.clauses[i]
    if clause.verb.modal not in OUGHT or clause.verb.passive or clause.verb.negated:
        return None
    speaker = _speaker(parsed, i)
    if not speaker or set(speaker) & set(clause.subject) or not all(parties.acts(parsed, k) for k in clause.subject + speaker):
        return None
    return (
        Draft(Deed("REQUEST", "change"), "happened", speaker, clause.subject, False, clause.verb.start, clause.verb.end, i, 0.4)
        if clause.subject
        else None
    )


def _speaker(parsed: Parsed, i: int) -> tuple[int, ...]:
    """Subject of the verb of saying over clause i: before it, or at the sentence's end."""
    g = parsed.clauses[i].governor
    if g >= 0 and parsed.clauses[g].lemma in _SAYING:
        return parsed.clauses[g].subject
    last = parsed.clauses[-1]
    return last.subject if last.lemma in _SAYING and last is not parsed.clauses[i] else ()


def _under_noun(parsed: Parsed, parties: Parties, draft: Draft, clause: Clause, effect: str) -> Draft | None:
    """ "a plan to withdraw", "its refusal to sign"."""
    owner = parties.owner(parsed, clause.noun, [])
    actors = (owner,) if owner >= 0 else draft.actors
    if (
        clause.governor >= 0
        and parsed.clauses[clause.governor].lemma
        in ("criticise", "criticize", "condemn", "welcome", "praise", "denounce", "oppose", "reject", "deny")
        and owner < 0
    ):
        return None
    return applied(draft._replace(actors=actors), effect, actors, draft.recipients)


def _under_verb(parsed: Parsed, draft: Draft, clause: Clause) -> Draft | None:
    """ "agreed to withdraw", "urged Seoul to withdraw", "is ready to talk", "met to discuss"."""
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
    actors = (
        standing_at(("by",), list(over.preps)) if over.verb.passive and effect in ("request", "invite", "force", "blame") else over.subject
    )
    if (
        effect == "request"
        and not over.verb.passive
        and over.lemma in ("say", "want", "ask", "demand", "suggest", "propose", "advocate", "recommend")
        and not over.object
        and set(clause.subject) <= set(over.subject)
    ):
        effect = "attempt"
    if effect == "request":
        asked = clause.subject
        if set(asked) <= set(actors):
            asked = draft.recipients
        changed = applied(draft, effect, actors, asked) if actors else None
        return changed._replace(status=status_over(parsed, over)) if changed else None
    if not effect:
        # a purpose, or a verb that says nothing of the deed: as far as the verb over it got
        over_status = status_over(parsed, over)
        status = over_status if over_status in ("planned", "conditional", "denied") or draft.status == "planned" else draft.status
        return draft._replace(status=status, confidence=draft.confidence * 0.8)
    return applied(draft, effect, actors, draft.recipients, status_over(parsed, over))


def status_over(parsed: Parsed, over: Clause) -> Status:
    status, _ = own_status(parsed, over)
    if over.verb.form != "finite" and over.governor >= 0:
        return status_over(parsed, parsed.clauses[over.governor])
    return status


def applied(draft: Draft, effect: str, actors: tuple[int, ...], recipients: tuple[int, ...], over: Status = "happened") -> Draft | None:
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
        return draft._replace(
            status="ongoing" if status == "happened" and root in ("AGREE", "CONSULT", "COOPERATE", "SUPPORT") else status,
            confidence=sure * 0.85,
        )
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
