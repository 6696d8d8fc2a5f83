"""Counts that an event tells: the killed, injured, arrested, people, and money."""

import re
from collections.abc import Sequence

from dateline.language import Parsed
from dateline.types import Counted, Number

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
    ("injured", frozenset("injure wound hurt injury maim".split())),
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
        if value is None:
            continue
        head = tokens[p.head].lemma
        before = text[max(0, tokens[i].start - 20) : tokens[i].start]
        low = None if _AT_MOST.search(before) else value
        high = None if _AT_LEAST.search(before) else value
        unit = next(
            (code for sign, code in _CURRENCIES if sign in text[max(0, tokens[i].start - 1) : tokens[i].end]), None
        ) or _CURRENCY_WORDS.get(head)
        start, stop = tokens[i].start, tokens[end - 1].end
        what: Counted | None = "money" if unit else _kind(parsed, p.start, p.end)
        if what is None and head not in _PEOPLE or what in ("killed", "injured", "arrested") and not (head in _PEOPLE or p.head < end):
            continue
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
        elif word in _SCALES:
            total = (total or 1) * _SCALES[word]
        else:
            break
        k += 1
    return total, max(k, i + 1)


def _kind(parsed: Parsed, start: int, end: int) -> Counted | None:
    """Killed, injured or arrested, by the verb or noun nearest to the counted phrase within its clause."""
    best: tuple[int, Counted] | None = None
    for k in range(max(0, start - 8), min(len(parsed.tokens), end + 5)):
        for what, words in _KINDS:
            if parsed.tokens[k].lemma in words or parsed.tokens[k].lower in words:
                gap = start - k if k < start else k - end + 1
                if best is None or gap < best[0]:
                    best = (gap, what)
    return best[1] if best else None


def of_event(root: str, found: Sequence[Number]) -> tuple[Number, ...]:
    """The sentence's counts that go with an event of this root."""
    fits = {
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
    }.get(root, ())
    return tuple(n for n in found if n.what in fits)
