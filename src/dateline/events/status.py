"""How far a deed got, told from its clause: modals, tense, negation and what governs it."""

from datetime import date

from dateline.language import Parsed
from dateline.language.clauses import Clause
from dateline.types import Status

_WILL = frozenset(("will", "shall", "'ll", "wo"))
GUESSES = frozenset(("may", "might", "could", "can"))
_SEEKING = frozenset("seek try strive work push pursue attempt struggle press lobby court".split())
OUGHT = frozenset(("should", "must", "ought"))
_CONDITIONS = frozenset(("if", "unless", "provided", "once"))
_LONG_AGO = 365  # days: what a story tells of more than a year before is background


def own_status(parsed: Parsed, clause: Clause) -> tuple[Status, float]:
    """(status, confidence) of a deed by its own clause alone."""
    verb = clause.verb
    if verb.modal in _WILL:
        if verb.negated:
            return "denied", 0.9
        return ("conditional", 0.8) if conditional(parsed, clause) else ("planned", 0.9)
    if verb.modal in ("would", "'d"):
        if verb.negated:
            return "denied", 0.7
        return ("conditional", 0.7) if conditional(parsed, clause) else ("planned", 0.7)
    if verb.modal in GUESSES:
        return ("denied", 0.6) if verb.negated else ("conditional", 0.4)
    if verb.modal in OUGHT:
        return "conditional", 0.3
    if verb.negated:
        return "denied", 0.8
    if verb.progressive and not verb.past:
        return "ongoing", 0.9
    if verb.perfect and not verb.past and clause.lemma in _SEEKING:
        return "ongoing", 0.9  # "has sought a reset": it goes on
    if verb.form == "infinitive":
        return ("conditional" if conditional(parsed, clause) else "planned"), 0.6
    return "happened", 1.0 if verb.form == "finite" else 0.85


def conditional(parsed: Parsed, clause: Clause) -> bool:
    """Is an "if" or "unless" hung on the clause: after it, or before its main clause ("If you shoot, we will")?"""
    end = len(parsed.tokens)
    behind = parsed.tokens[clause.verb.end : end]
    if any(t.lower in _CONDITIONS and not (t.lower == "if" and k and behind[k - 1].lower in ("as", "even")) for k, t in enumerate(behind)):
        return True
    return parsed.tokens[0].lower in ("if", "unless") or any(t.lower in ("if", "unless") for t in parsed.tokens[:3])


def is_condition(parsed: Parsed, clause: Clause) -> bool:
    """Is the clause itself what "if", "unless" opens? What it tells is no event."""
    first = parsed.tokens[clause.verb.start].start
    if clause.subject:
        first = min(first, parsed.tokens[parsed.phrases[clause.subject[0]].start].start)
    before = [t for t in parsed.tokens if t.end <= first][-2:]
    return any(t.lower in _CONDITIONS for t in before)


def asked_whether(parsed: Parsed, clause: Clause) -> bool:
    """ "Asked whether he would side with Japan": nobody says that it is so."""
    first = clause.verb.start
    if clause.subject:
        first = min(first, parsed.phrases[clause.subject[0]].start)
    return first > 0 and parsed.tokens[first - 1].lower == "whether"


def by_date(status: Status, first: date | None, told: date | None) -> Status:
    """What is told of long before the story is historical."""
    if status in ("happened", "ongoing") and first and told and (told - first).days > _LONG_AGO:
        return "historical"
    return status
