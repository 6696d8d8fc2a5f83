"""What the actors stage remembers while it reads one story: the cast, who was named, who spoke, what was meant last."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date as Day

from dateline.actors import people
from dateline.actors.cast import Cast
from dateline.actors.places import fold
from dateline.actors.scan import Scan
from dateline.actors.tables import Person, given_names
from dateline.types import Mention, MentionKind, Place

# Peoples whose members are called by any part of their name.
_ANY_NAME = frozenset(("IDN", "MNG", "VNM", "ETH", "MMR"))


_LOOK_BACK = 200  # namings, mentions: what lies further back is not meant by a pronoun


@dataclass(eq=False)
class Individual:
    """Somebody named in the story. words: folded words of the name; offices and country as told or known."""

    actor: str
    words: frozenset[str]
    family: str
    country: str | None
    offices: set[str] = field(default_factory=set)
    person: Person | None = None
    female: bool | None = None
    times: int = 0
    seen: int = 0


class Memory:
    """The state of one `find()`; lives no longer than it.

    home    the country in which the story is set; likely: the countries that it names, most often first
    """

    def __init__(self, on: Day | None, home: str | None, likely: Sequence[str]) -> None:
        self.on = on
        self.home = home
        self.likely = likely
        self.cast = Cast(on)
        self.mentions: list[Mention] = []
        self.by_word: dict[str, list[Individual]] = {}  # folded word of a name -> who bears it
        self.recent: deque[Individual] = deque(maxlen=_LOOK_BACK)  # who was named, oldest first
        self.by_actor: dict[str, Individual] = {}
        self.subject: Individual | None = None  # of the sentence before
        self.current: Individual | None = None  # subject of this sentence, so far
        self.speaker: str | None = None  # actor who spoke last
        self.bodies: list[str] = []  # actor ids of bodies and groups, oldest first
        self.states: list[str] = []  # codes of states that acted or were named
        self.located: set[str] = set()  # countries in which this sentence says that something is
        self.clock = 0
        self.bracketed: dict[str, str] = {}  # acronyms that the story introduced -> actor id

    def at(self, offset: int) -> Mention | None:
        """The last mention that covers a character, among the last ones."""
        return next((m for m in reversed(self.mentions[-_LOOK_BACK:]) if m.actor and m.start <= offset < m.end), None)

    def mention(self, scan: Scan, start: int, end: int, kind: MentionKind, actor: str | None, place: Place | None = None) -> None:
        self.mentions.append(Mention(start, end, scan.text[start:end], kind=kind, actor=actor, place=place))

    def remember(self, who: Individual) -> Individual:
        for word in who.words:
            self.by_word.setdefault(word, []).append(who)
        self.by_actor[who.actor] = who
        return self.saw(who)

    def saw(self, who: Individual) -> Individual:
        who.times += 1
        who.seen = self.clock
        self.recent.append(who)
        return who

    def remember_known(self, person: Person, why: str) -> Individual:
        actor = self.cast.person(person, why)
        if actor in self.by_actor:
            return self.saw(self.by_actor[actor])
        now = people.standing(person, self.on)
        words = frozenset(w for n in person.names for w in fold(n).split())
        who = Individual(
            actor,
            words,
            person.family,
            now.country,
            {now.period.office} if not now.former else set(),
            person,
            is_female(fold(person.name).split()),
        )
        return self.remember(who)

    def recall(self, words: Sequence[str], office: str, country: str | None) -> Individual | None:
        """Somebody named before whose name holds all these words; the office and country must not speak against it."""
        wanted = set(words)
        fitting = [p for p in self.by_word.get(words[0], ())[:_LOOK_BACK] if wanted <= p.words]
        if country:
            fitting = [p for p in fitting if p.country in (None, country)]
        if len(words) == 1:
            families = [p for p in fitting if p.family == words[0]]
            fitting = families or [
                p for p in fitting if p.family.split()[-1:] == [words[0]] or words[0] in given_names() or p.country in _ANY_NAME
            ]
        if office and len(fitting) > 1:
            fitting = [p for p in fitting if any(people.same_office(office, o) for o in p.offices)] or fitting
        if (
            office == "president"
            and fitting
            and not any(people.same_office(office, o) for p in fitting for o in p.offices)
            and all(p.offices for p in fitting)
        ):
            return None
        return max(fitting, key=lambda p: (p.times, p.seen), default=None)

    def last_person(self, female: bool | None, prefer: Individual | None = None) -> Individual | None:
        fitting = [p for p in self.recent if not (female and p.female is False) and not (female is None and p.female)]
        if prefer in fitting:
            return prefer
        return max(fitting, key=lambda p: p.seen, default=None)

    def possessor(self, pronoun: str) -> str | None:
        if pronoun in ("his", "her"):
            female = True if pronoun == "her" else None
            who = self.last_person(female, prefer=self.current or self.subject)
            return who.actor if who else None
        return self.bodies[-1] if self.bodies else None


def is_female(words: Sequence[str]) -> bool | None:
    sex = next((given_names()[w] for w in words if w in given_names()), None)
    return None if sex is None else sex == "f"
