"""Does the coding stay where it must, and change where it must? (after M. T. Ribeiro et al., "Beyond Accuracy: Behavioral Testing", 2020)

Each row of behaviour.tsv (invented sentences of our own) is told plainly, then with one thing changed. What is read must stay when the
country, the persons, the date, the voice, the spelling or the surroundings change; the status must change under a negation, a "will",
an "if", and the parties must change places when they do. Only rows that are read rightly as they stand are put to the test.
"""

import csv
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from dateline.reading import readings
from dateline.types import Event, Page, Party

ROWS = Path(__file__).with_name("behaviour.tsv")
STAY, CHANGE = 0.95, 0.85  # the bars


class Told(NamedTuple):
    """A row of the table."""

    root: str
    mode: str
    actor: str
    past: str
    base: str
    participle: str
    recipient: str
    rest: str


class Case(NamedTuple):
    """A text and what its reading must hold: the deed's root and status, words of the actor and of the recipient."""

    text: str
    root: str
    status: str
    actor: str
    recipient: str


def rows() -> list[Told]:
    with ROWS.open(encoding="utf-8", newline="") as file:
        return [Told(**r) for r in csv.DictReader(file, delimiter="\t")]


def _up(words: str) -> str:
    return words[:1].upper() + words[1:]


def _low(words: str) -> str:
    first = words.split()[0]
    return words[:1].lower() + words[1:] if first in ("The", "A", "Two", "Masked", "Secret", "Riot", "Prison", "Customs", "Coast",
        "Prosecutors", "Shopkeepers", "Thousands", "Hackers") else words  # fmt: skip


def _were(words: str) -> str:
    last = words.split(" of ")[0].split()[-1]
    many = last.endswith("s") and not last.endswith("ss") and last not in ("Honduras", "Cyprus") or last in ("Timorese", "police", "people")
    return "were" if many else "was"


def _case(t: Told, text: str, status: str = "happened", swapped: bool = False) -> Case:
    a, r = (t.recipient, t.actor) if swapped else (t.actor, t.recipient)
    return Case(text, t.root, status, a, r)


def plain(t: Told) -> Case:
    return _case(t, f"{_up(t.actor)} {t.past} {t.recipient} {t.rest}.")


# What must stay.
BEFORE = (
    "As rain fell for a fourth day, ", "With the harvest in, ", "Shortly after nightfall, ", "According to two diplomats, ",
    "In a week of little other news, ",
)  # fmt: skip
BEHIND = (", a day after the fair closed", ", state radio said", ", witnesses told a local daily", ", while the markets stayed calm")
COUNTRIES = ("Norway", "Ghana", "Paraguay", "Laos", "Latvia", "Oman", "Fiji", "Chad", "Austria", "Nepal")
DATES = ("on Monday", "on 3 March", "last week", "in June", "on Friday evening", "two days ago", "on Tuesday")
SPELLINGS = (("criticise", "criticize"), ("recognise", "recognize"), ("labour", "labor"), ("harbour", "harbor"), ("Labour", "Labor"))
NAMES = ("Tomas Berglund", "Aminata Sow", "Kenji Okabe", "Luisa Ferreyra", "Pavel Dragan", "Mere Tuilagi")


def country(t: Told, draw: random.Random) -> Case:
    a, b = draw.sample(COUNTRIES, 2)
    return _case(t._replace(actor=a, recipient=b), f"{a} {t.past} {b} {t.rest}.")


def person(t: Told, draw: random.Random) -> Case:
    name = draw.choice(NAMES)
    return _case(t._replace(recipient=name), f"{_up(t.actor)} {t.past} {name} {t.rest}.")


def dated(t: Told, draw: random.Random) -> Case:
    return _case(t, f"{_up(t.actor)} {t.past} {t.recipient} {t.rest} {draw.choice(DATES)}.")


def passive(t: Told, draw: random.Random) -> Case:
    return _case(t, f"{_up(t.recipient)} {_were(t.recipient)} {t.participle} by {_low(t.actor)} {t.rest}.")


def before(t: Told, draw: random.Random) -> Case:
    return _case(t, f"{draw.choice(BEFORE)}{_low(t.actor)} {t.past} {t.recipient} {t.rest}.")


def behind(t: Told, draw: random.Random) -> Case:
    return _case(t, f"{_up(t.actor)} {t.past} {t.recipient} {t.rest}{draw.choice(BEHIND)}.")


def american(t: Told, draw: random.Random) -> Case:
    case = plain(t)
    text = case.text
    for british, other in SPELLINGS:
        text = text.replace(british, other)
    return case._replace(text=text)


# What must change.
def denied(t: Told, draw: random.Random) -> Case:
    return _case(t, f"{_up(t.actor)} did not {t.base} {t.recipient} {t.rest}.", "denied")


def planned(t: Told, draw: random.Random) -> Case:
    return _case(t, f"{_up(t.actor)} will {t.base} {t.recipient} {t.rest}.", "planned")


def conditional(t: Told, draw: random.Random) -> Case:
    return _case(t, f"If the deadline passes, {_low(t.actor)} will {t.base} {t.recipient} {t.rest}.", "conditional")


def exchanged(t: Told, draw: random.Random) -> Case:
    return _case(t, f"{_up(t.recipient)} {t.past} {_low(t.actor)} {t.rest}.", swapped=True)


KEEPING: dict[str, Callable[[Told, random.Random], Case]] = {
    "country swapped": country, "person swapped": person, "date added": dated, "voice turned": passive, "clause before": before,
    "clause behind": behind, "American spelling": american,
}  # fmt: skip
CHANGING: dict[str, Callable[[Told, random.Random], Case]] = {
    "negated": denied, "will": planned, "if": conditional, "parties exchanged": exchanged,
}  # fmt: skip


def right(case: Case, model: str | None) -> bool:
    """Has the text an event of the case's root, and have all of that root its status and parties?"""
    [reading] = readings(Page(id="case", content=case.text, media="body"), model)
    alike = [e for e in reading.events if e.deed.root == case.root]
    return bool(alike) and all(_fits(e, case) for e in alike)


def _fits(event: Event, case: Case) -> bool:
    return event.status == case.status and _named(event.actors, case.actor) and _named(event.recipients, case.recipient)


def _named(parties: tuple[Party, ...], words: str) -> bool:
    wanted = _content(words)
    return len(parties) > 0 and all(wanted & _content(p.text) for p in parties)


def _content(words: str) -> set[str]:
    return {w.lower().removesuffix("'s").removesuffix("'") for w in words.split()} - {"the", "a", "of", "in", "to"}


def shares(model: str | None = None) -> Iterator[tuple[str, str, int, int]]:
    """(what must happen, the change, how many rows were put to the test, how many passed)."""
    held = [t for t in rows() if right(plain(t), model)]
    yield "as it stands", "", len(rows()), len(held)
    for must, changes in (("stay", KEEPING), ("change", CHANGING)):
        for name, change in changes.items():
            draw = random.Random(name)
            cases = [(t, change(t, draw)) for t in held]
            cases = [(t, c) for t, c in cases if c.text != plain(t).text]  # a spelling that is the same on both sides tests nothing
            yield must, name, len(cases), sum(right(c, model) for _, c in cases)


def main(model: str | None = None) -> int:
    print(f"{'':14}{'':20}{'rows':>6}{'right':>7}{'share':>8}")
    sums = {"stay": [0, 0], "change": [0, 0]}
    for must, name, of, good in shares(model):
        print(f"{must:14}{name:20}{of:6}{good:7}{good / max(of, 1):8.3f}")
        if must in sums:
            sums[must][0] += of
            sums[must][1] += good
    for must, bar in (("stay", STAY), ("change", CHANGE)):
        of, good = sums[must]
        print(f"{must:14}{'all':20}{of:6}{good:7}{good / max(of, 1):8.3f}  bar {bar}")
    return 0
