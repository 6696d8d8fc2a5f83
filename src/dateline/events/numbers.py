"""Counts that an event tells: the killed, injured, arrested, people, and money."""

import re
from collections.abc import Sequence

import msgspec

from dateline.language import Parsed, Token
from dateline.types import Counted, Event, Number

_WORDS = {
    w: i
    for i, w in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
            "eighteen nineteen twenty"
        ).split()
    )
} | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9, "m": 1e6}
_KINDS: tuple[tuple[Counted, frozenset[str]], ...] = (
    ("killed", frozenset("kill die dead massacre slay murder execute death behead assassinate".split())),
    ("injured", frozenset("injure wound wounded injured hurt injury maim".split())),
    ("arrested", frozenset("arrest detain jail imprison capture hold round seize".split())),
)
_CURRENCIES = (("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "JPY"))
_CURRENCY_WORDS = {
    "dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "rouble": "RUB",
    "ruble": "RUB",
    "rupee": "INR",
    "won": "KRW",
    "franc": "CHF",
}
_DIGITS = re.compile(r"(\d+(?:\.\d+)?)(bn|m|million|billion|thousand|)")
_AT_LEAST = re.compile(r"(?:at least|more than|over|no fewer than|no less than)\s*$", re.I)
_AT_MOST = re.compile(r"(?:at most|up to|as many as|fewer than|less than)\s*$", re.I)
_LARGEST = 1e13  # more than any sum of the news
_BETWEEN = frozenset("VBD VBN VBP VBZ RB MD VB".split())
_PEOPLE = frozenset(
    "people person man woman child boy girl civilian resident villager student worker miner farmer teacher doctor "
    "nurse journalist activist protester demonstrator "
    "marcher migrant refugee passenger tourist citizen family victim supporter follower member suspect militant rebel "
    "insurgent fighter gunman guerrilla soldier "
    "troop policeman officer guard marine commando peacekeeper observer prisoner hostage captive detainee inmate "
    "sailor fisherman diplomat official lawmaker "
    "minister employee striker settler pilgrim worshipper clerk trader smuggler manager player rescuer volunteer islander".split()
)


def numbers(parsed: Parsed, text: str) -> list[Number]:
    """The counts of one sentence, in its order."""
    found: list[Number] = []
    tokens = parsed.tokens
    for p in parsed.phrases:
        if p.temporal:
            continue
        i = next((k for k in range(p.start, p.end) if tokens[k].tag == "CD"), -1)
        if i < 0:
            continue
        value, end = _value(parsed, i)
        if value is None or value > _LARGEST:
            continue
        head = tokens[p.head].lemma
        before = text[tokens[p.start].start : tokens[i].start]
        if before.strip() == "over" and p.start and tokens[p.start - 1].tag.startswith("VB"):
            before = ""  # "hand over 52 rebels"
        low = None if _AT_MOST.search(before) else value
        high = None if _AT_LEAST.search(before) else value
        unit = next(
            (code for sign, code in _CURRENCIES if sign in text[max(0, tokens[i].start - 1) : tokens[i].end]), None
        ) or _CURRENCY_WORDS.get(head)
        bare = p.head < end or tokens[p.head].lower in ("wounded", "injured", "dead")  # "30 wounded"
        what: Counted | None = "money" if unit else _kind(parsed, p.start, p.end) if bare or head in _PEOPLE else None
        if what is None and (bare or head not in _PEOPLE):
            continue
        start, stop = tokens[i].start, tokens[end - 1].end
        found.append(Number(start, stop, text[start:stop], what=what or "people", low=low, high=high, unit=unit))
    return found


def _value(parsed: Parsed, i: int) -> tuple[float | None, int]:
    """(value, token after) of the number that opens at token i."""
    tokens, total, k = parsed.tokens, None, i
    while k < len(tokens) and (tokens[k].tag == "CD" or tokens[k].lower in _SCALES):
        word = tokens[k].lower.strip("$€£¥").replace(",", "")
        digits = _DIGITS.fullmatch(word)
        if digits:
            total = float(digits[1]) * _SCALES.get(digits[2], 1)
        elif word in _WORDS:
            total = float(_WORDS[word]) + (total or 0) * (total is not None and total >= 20)
        elif word in _SCALES and total is not None:
            total *= _SCALES[word]
        else:
            break
        k += 1
    return total, max(k, i + 1)


def _kind(parsed: Parsed, start: int, end: int) -> Counted | None:
    """Killed, injured or arrested: by the verb right after the counted phrase ("were killed"), else by the one before it."""
    tokens = parsed.tokens
    if what := _harm(tokens[end - 1]):
        return what
    for k in range(end, min(len(tokens), end + 5)):
        if what := _harm(tokens[k]):
            return what
        if tokens[k].tag not in _BETWEEN:
            break
    for k in range(start - 1, max(-1, start - 6), -1):
        if what := _harm(tokens[k]):
            return what
        if tokens[k].tag in ("CD", "CC", "PUNCT", "VBD", "VBZ"):
            break
    return None


def _harm(token: Token) -> Counted | None:
    return next((what for what, words in _KINDS if token.lemma in words or token.lower in words), None)


_FITS: dict[str, tuple[Counted, ...]] = {
    "ASSAULT": ("killed", "injured", "people"),
    "COERCE": ("arrested", "people", "money"),
    "PROTEST": ("people", "arrested", "injured", "killed"),
    "AID": ("money", "people"),
    "SANCTION": ("money", "people"),
    "MOBILIZE": ("people",),
    "COOPERATE": ("money",),
    "RETREAT": ("people",),
    "AGREE": ("money",),
    "SUPPORT": ("money",),
}


def shared_out(events: Sequence[Event], counted: Sequence[Number]) -> list[Event]:
    """The events of one sentence with its counts: each count to the one event of a fitting root whose words stand nearest."""
    own: dict[int, list[Number]] = {}
    for n in counted:
        fitting = [i for i, e in enumerate(events) if n.what in _FITS.get(e.deed.root, ())]
        if fitting:
            own.setdefault(min(fitting, key=lambda i: (_gap(events[i], n), i)), []).append(n)
    return [msgspec.structs.replace(e, numbers=tuple(own[i])) if i in own else e for i, e in enumerate(events)]


def _gap(event: Event, number: Number) -> int:
    spans = (*event.evidence, *event.actors, *event.recipients)
    return min(max(s.start - number.end, number.start - s.end, 0) for s in spans)
