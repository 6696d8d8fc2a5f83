"""Who each spot of a story is: one pass in reading order, with a memory of who was named before.

The rules are those of salience-based reference resolution (Lappin and Leass 1994; Baldwin 1997), cut down to what news needs:
the last fitting one, subjects before others, the name most often used where two fit.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date as Day

from dateline.actors import people
from dateline.actors.cast import CODES, Cast, described, slug
from dateline.actors.metonymy import acts
from dateline.actors.names import Hit, Known, hits, known
from dateline.actors.places import fold, look_up
from dateline.actors.scan import Scan
from dateline.actors.sketch import Nominal, Sketch, country_of, nominal, sketch
from dateline.actors.spotting import Spot, spots
from dateline.actors.tables import Body, Person, Region, Role, State, family_name, given_names, roles, state
from dateline.language import Token
from dateline.types import Mention, MentionKind, Place

_FEMALE_TITLES = frozenset("mrs ms mrs. ms. queen princess miss spokeswoman congresswoman chairwoman".split())
_SPEAK = frozenset("say tell add warn ask call announce note insist explain write declare argue claim stress urge speak reply state report respond suggest believe think".split())
# Bodies of nowhere in particular are the home country's: its police, courts, strikers.
_FOREIGN = frozenset("tourist foreigner refugee migrant observer envoy peacekeeper expatriate ally rival neighbor neighbour mercenary".split())
_GENERIC_PLACE_KINDS: tuple[MentionKind, ...] = ("government", "state")
_COMPANY = frozenset("inc corp corporation ltd plc co llc ag sa gmbh nv holdings group airlines airways motors bank".split())
# Nouns of people that, written as a name, are a body's.
_SEATS = frozenset("university school college institute academy hospital clinic church mosque union court faculty think tank tribunal seminary diocese".split())
_BEFORE_PLACES = frozenset("in at near outside around throughout across of".split())
_PLACE_NOUNS = frozenset(
    "county island islands lake mountain mountains river valley province district township village city bay airport street road avenue park hills hill coast peninsula beach creek falls forest desert "
    "parish canyon square bridge station port harbor harbour atoll archipelago sea ocean gulf strait pass plateau point castle stadium prison base field ridge glacier basin".split()
)
_POSSESSIVE = frozenset("his her their its".split())


@dataclass
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


class Linker:
    """Links the spots of one story. One lives for one `find()`."""

    def __init__(self, on: Day | None, home: str | None, likely: Sequence[str]) -> None:
        self.on = on
        self.home = home
        self.likely = likely
        self.cast = Cast(on)
        self.mentions: list[Mention] = []
        self.people: list[Individual] = []
        self.by_actor: dict[str, Individual] = {}
        self.subject: Individual | None = None  # of the sentence before
        self.current: Individual | None = None  # subject of this sentence, so far
        self.speaker: str | None = None  # actor who spoke last
        self.bodies: list[str] = []  # actor ids of bodies and groups, oldest first
        self.states: list[str] = []  # codes of states that acted or were named
        self.clock = 0
        self.bracketed: dict[str, str] = {}  # acronyms that the story introduced -> actor id

    # -- sentences -----------------------------------------------------------------------------------------------------

    def sentence(self, scan: Scan) -> None:
        """Link all spots of one sentence."""
        found = spots(scan)
        links: list[str | None] = [None] * len(found)
        subject: Individual | None = None
        order = sorted(range(len(found)), key=lambda k: (found[k].apposed >= 0, k))
        self.current = None
        descriptions = {s.apposed: s for s in found if s.apposed >= 0}
        for k in order:
            spot = found[k]
            self.clock += 1
            twin = spot.what == "role" and k > 0 and found[k - 1].what == "person" and found[k - 1].first == spot.first
            if twin:
                spot.apposed = k - 1
            if spot.apposed >= 0 and links[spot.apposed]:
                links[k] = links[spot.apposed]
                self._mention(scan, spot.start, spot.end, "role", links[k])
                continue
            links[k] = self._link(scan, spot, descriptions.get(k), subject)
            who = self.by_actor.get(links[k] or "")
            if who and spot.subject and subject is None:
                subject = self.current = who
            if spot.subject and links[k] and self._speaks(scan, spot):
                self.speaker = links[k]
        self._nested(scan, found)
        if subject is not None:
            self.subject = subject

    def _link(self, scan: Scan, spot: Spot, description: Spot | None, subject: Individual | None) -> str | None:
        if spot.what == "pronoun":
            return self._pronoun(scan, spot, subject)
        if spot.what == "hit" and spot.hit is not None:
            return self._hit(scan, spot, spot.hit, description)
        if spot.what in ("person", "name"):
            return self._named(scan, spot, description)
        return self._role(scan, spot, subject)

    def _mention(self, scan: Scan, start: int, end: int, kind: MentionKind, actor: str | None, place: Place | None = None) -> None:
        self.mentions.append(Mention(start, end, scan.text[start:end], kind=kind, actor=actor, place=place))

    def _speaks(self, scan: Scan, spot: Spot) -> bool:
        near = scan.tokens[spot.last : spot.last + 6]
        before = scan.tokens[max(0, spot.first - 2) : spot.first]
        return any(t.lemma in _SPEAK for t in (*near, *before))

    # -- names of the tables -------------------------------------------------------------------------------------------

    def _hit(self, scan: Scan, spot: Spot, hit: Hit, description: Spot | None) -> str | None:
        meaning = hit.meanings[0]
        if meaning.kind in ("adjective", "people", "state") and (shared := self._shares_noun(scan, spot)):
            return shared
        if isinstance(meaning.of, Person):
            who = self._remember_known(meaning.of, "named in full")
            self._mention(scan, spot.start, spot.end, "person", who.actor)
            return who.actor
        if isinstance(meaning.of, Body):
            return self._body(scan, spot, hit, meaning.of)
        first, last = scan.token_range(hit.start, hit.end)
        if meaning.kind == "people" or meaning.kind == "adjective" and (people_meaning := hit.get("people")) and _stands_alone(scan, first, last):
            meaning = hit.get("people") or meaning
            code = country_of(hit, self.on)
            actor = self.cast.add(described(f"people of {_name_of(meaning)}", "people", code, ("CVL",), "people by their state's or region's name"))
            self._mention(scan, hit.start, hit.end, "people", actor, _place(meaning))
            self.bodies.append(actor)
            return actor
        return self._place(scan, hit, meaning, first, last)

    def _shares_noun(self, scan: Scan, spot: Spot) -> str | None:
        """ "Hungarian" in "Hungarian and Romanian officials": officials too."""
        tokens, at = scan.tokens, spot.last
        if at + 2 >= len(tokens) or tokens[at].lower not in ("and", "or", ",", "&"):
            return None
        other = scan.at_token.get(at + 1)
        if other is None or other.get("adjective") is None:
            return None
        phrase = next((p for p in scan.chunks.phrases if p.start <= at + 1 < p.end), None)
        found = nominal(tokens, phrase.start, phrase.end, scan.at_token) if phrase else None
        if found is None or found.named or found.at <= at + 1:
            return None
        told = sketch(tokens, found, scan.at_token, self.on)
        code = country_of(spot.hit, self.on)
        words = scan.text[tokens[found.at].start : tokens[found.until - 1].end]
        actor = self.cast.add(described(f"{spot.hit.meanings[0].form if spot.hit else ''} {words}", found.role.kind, code, told.sectors, "shares its noun with the next word"))
        place = _place(spot.hit.meanings[0]) if spot.hit else None
        self._mention(scan, spot.start, spot.end, found.role.kind, actor, place)
        return actor

    def _place(self, scan: Scan, hit: Hit, meaning: Known, first: int, last: int) -> str | None:
        place = _place(meaning)
        code = country_of(hit, self.on)
        if code and meaning.kind != "region":
            self.states.append(code)
        if meaning.kind == "adjective":
            self._mention(scan, hit.start, hit.end, "place", self.cast.state(code) if code else None, place)
            return None
        if meaning.kind == "government" and code:
            actor = self.cast.government(code, f"{hit.meanings[0].form} stands for its government")
            self._mention(scan, hit.start, hit.end, "government", actor, place)
            self.bodies.append(actor)
            return actor
        acting = acts(scan.tokens, first, last)
        if not acting:
            actor = self.cast.state(code) if code and meaning.kind == "state" else None
            self._mention(scan, hit.start, hit.end, "place", actor, place)
            return None
        if meaning.kind == "state" and code:
            actor = self.cast.state(code)
            self._mention(scan, hit.start, hit.end, "state", actor, place)
        elif meaning.kind == "capital" and code:
            actor = self.cast.government(code, f"the capital {meaning.form} stands for its government")
            self._mention(scan, hit.start, hit.end, "government", actor, place)
        elif isinstance(meaning.of, Region) and meaning.of.code:
            actor = self.cast.region(meaning.of)
            self._mention(scan, hit.start, hit.end, "government", actor, place)
        else:
            self._mention(scan, hit.start, hit.end, "body", None, place)
            return None
        self.bodies.append(actor)
        return actor

    def _body(self, scan: Scan, spot: Spot, hit: Hit, body: Body) -> str:
        actor = self.cast.body(body, "named")
        self._mention(scan, hit.start, hit.end, body.kind, actor)
        self._place_in_name(scan, hit)
        self.bodies.append(actor)
        return actor

    def _place_in_name(self, scan: Scan, hit: Hit) -> None:
        """ "U.S. Army", "Canadian Press": the state in a body's name is a place too."""
        if hit.last - hit.first < 2:
            return
        for inner in hits(scan.text, scan.words[hit.first : hit.last - 1]):
            meaning = inner.meanings[0]
            if isinstance(meaning.of, State) and meaning.kind in ("state", "adjective"):
                self._mention(scan, inner.start, inner.end, "place", self.cast.state(meaning.of.code), meaning.of.place)
                return

    # -- people --------------------------------------------------------------------------------------------------------

    def _remember(self, who: Individual) -> Individual:
        self.people.append(who)
        self.by_actor[who.actor] = who
        return self._saw(who)

    def _saw(self, who: Individual) -> Individual:
        who.times += 1
        who.seen = self.clock
        return who

    def _remember_known(self, person: Person, why: str) -> Individual:
        actor = self.cast.person(person, why)
        if actor in self.by_actor:
            return self._saw(self.by_actor[actor])
        now = people.standing(person, self.on)
        words = frozenset(w for n in person.names for w in fold(n).split())
        who = Individual(actor, words, person.family, now.country, {now.period.office} if not now.former else set(), person, _is_female(fold(person.name).split()))
        return self._remember(who)

    def _named(self, scan: Scan, spot: Spot, description: Spot | None) -> str | None:
        """A proper name that the tables do not hold as it stands, with or without a title."""
        tokens = scan.tokens
        first, last = spot.name
        text = scan.text[tokens[first].start : tokens[last - 1].end]
        words = fold(text).split()
        told = self._told(scan, spot, description)
        office = told.role.office if told and told.role else ""
        if not words:
            return None
        entries = [m for m in known(text) if isinstance(m.of, Person)]
        person = entries[0].of if entries and isinstance(entries[0].of, Person) else None
        who = None
        if person is None:
            who = self._recall(words, office, told.country if told else None)
        if person is None and who is None:
            if spot.what == "name" and not told and (done := self._unknown_name(scan, spot, text, words)) is not False:
                return done if isinstance(done, str) else None
            country = told.country if told else None
            if len(words) <= 2:
                person = people.by_family(" ".join(words), office, country, self.likely, self.on)
        if person is not None and who is None:
            who = self._remember_known(person, "a known name" if entries else f"the family name and {office or 'the date'}")
        if who is None:
            who = self._introduce(text, words, told)
        else:
            self._saw(who)
            if office:
                who.offices.add(office)
        title = {t.lower for t in tokens[max(0, spot.first - 1) : first]}
        if title & _FEMALE_TITLES:
            who.female = True
        self._mention(scan, spot.start, spot.end, "person", who.actor)
        return who.actor

    def _told(self, scan: Scan, spot: Spot, description: Spot | None) -> Sketch | None:
        """What the title or the apposition says of a name."""
        for s in (spot, description):
            if s is not None and s.nominal is not None:
                found = self._sketch(scan, s)
                if found.role and found.role.office == "mr":
                    continue
                return found
        return None

    def _sketch(self, scan: Scan, spot: Spot) -> Sketch:
        assert spot.nominal is not None
        owner = scan.at_token.get(spot.owner) if spot.owner >= 0 else None
        found = sketch(scan.tokens, spot.nominal, scan.at_token, self.on, owner, spot.beyond)
        if found.country is None and spot.owner >= 0:
            mine = next((m for m in reversed(self.mentions) if m.start <= scan.tokens[spot.owner].start < m.end), None)
            if mine and mine.actor:
                found = found._replace(country=self.cast.actors[mine.actor].country)
        if found.country is None:
            first = scan.tokens[spot.nominal.start].lower
            if first in _POSSESSIVE:
                whose = self._possessor(first)
                found = found._replace(country=self.cast.actors[whose].country if whose else None)
        return found

    def _possessor(self, pronoun: str) -> str | None:
        if pronoun in ("his", "her"):
            female = True if pronoun == "her" else None
            who = self._last_person(female, prefer=self.current or self.subject)
            return who.actor if who else None
        return self.bodies[-1] if self.bodies else None

    def _recall(self, words: Sequence[str], office: str, country: str | None) -> Individual | None:
        """Somebody named before whose name holds all these words; the office and country must not speak against it."""
        wanted = set(words)
        fitting = [p for p in self.people if wanted <= p.words]
        if country:
            fitting = [p for p in fitting if p.country in (None, country)]
        if len(words) == 1:
            families = [p for p in fitting if p.family == words[0]]
            fitting = families or [p for p in fitting if p.family.split()[-1] == words[0] or words[0] in given_names() or p.country in ("IDN", "MNG", "VNM", "ETH", "MMR")]
        if office and len(fitting) > 1:
            fitting = [p for p in fitting if any(people.same_office(office, o) for o in p.offices)] or fitting
        if office == "president" and fitting and not any(people.same_office(office, o) for p in fitting for o in p.offices) and all(p.offices for p in fitting):
            return None
        return max(fitting, key=lambda p: (p.times, p.seen), default=None)

    def _introduce(self, text: str, words: Sequence[str], told: Sketch | None) -> Individual:
        country = told.country if told else None
        role = told.role if told else None
        if told and country is None and role and role.kind in ("role", "people", "armed") and not set(role.words.split()) & _FOREIGN:
            country = self.home
        sectors = told.sectors if told and told.sectors else (("CVL",) if told is None else ())
        label = role.words if role else None
        actor = self.cast.add(described(text, "person", country, sectors, "what the story tells of a name that no table holds", label))
        who = Individual(actor, frozenset(words), family_name(text, country), country, {role.office} if role and role.office else set(), None, _is_female(words))
        return self._remember(who)

    def _unknown_name(self, scan: Scan, spot: Spot, text: str, words: Sequence[str]) -> str | bool | None:
        """A name with nothing told of it. False: treat it as a person's; else its actor, or None."""
        tokens = scan.tokens
        if text in self.bracketed:
            self._mention(scan, spot.start, spot.end, "body", self.bracketed[text])
            return self.bracketed[text]
        if words in (["north"], ["south"]) and opened_by_the(tokens, spot.first) and {"KOR", "PRK"} & {self.home, *self.likely}:
            return self._half_of_korea(scan, spot, "KOR" if words == ["south"] else "PRK")
        if len(words) == 1 and (self._is_top_family(words[0])):
            return False
        if words[-1] in _COMPANY:
            actor = self.cast.add(described(text, "company", None, ("BUS",), "a company by the last word of its name"))
            self._mention(scan, spot.start, spot.end, "company", actor)
            return actor
        if len(words) >= 2 and (words[0] in given_names() or len(words) <= 4 and spot.subject and self._speaks(scan, spot)):
            return False
        opened = tokens[spot.first - 1].lower if spot.first else ""
        if len(words) == 1 and text.isupper() and opened == "(" and self.bodies:
            self.bracketed[text] = self.bodies[-1]
            self._mention(scan, spot.start, spot.end, "body", self.bodies[-1])
            return self.bodies[-1]
        if len(words) == 1 and spot.first == 0 and not text.isupper():
            return None
        if opened in _BEFORE_PLACES or words[-1] in _PLACE_NOUNS:
            self._mention(scan, spot.start, spot.end, "place", None, Place(name=text, country=None, lat=None, lon=None))
            return None
        actor = self.cast.add(described(text, "thing", None, (), "a name of which the story tells nothing"))
        self._mention(scan, spot.start, spot.end, "thing", actor)
        return actor

    def _half_of_korea(self, scan: Scan, spot: Spot, code: str) -> str:
        actor = self.cast.state(code)
        self.states.append(code)
        kind: MentionKind = "state" if acts(scan.tokens, spot.first, spot.last) else "place"
        found = state(code)
        self._mention(scan, scan.tokens[spot.first - 1].start, spot.end, kind, actor, found.place if found else None)
        return actor

    def _is_top_family(self, word: str) -> bool:
        return people.by_family(word, "", None, self.likely, self.on) is not None and not look_up(word)

    # -- roles ---------------------------------------------------------------------------------------------------------

    def _role(self, scan: Scan, spot: Spot, subject: Individual | None) -> str | None:
        assert spot.nominal is not None
        tokens, phrase = scan.tokens, spot.nominal
        role = phrase.role
        told = self._sketch(scan, spot)
        opening = tokens[phrase.start].lower
        if role.words in ("country", "nation", "state power") or role.office == "country":
            return self._country_word(scan, spot, told, opening)
        if role.office == "pair" or told.plural and opening in ("the", "both") and any(t.lower in ("two", "both") for t in tokens[phrase.start : phrase.at]) and role.words in ("side", "sides", "leader", "president"):
            return self._pair(scan, spot, role)
        special = self._special(scan, spot, told, opening)
        if special:
            self._mention(scan, spot.start, spot.end, "role" if special in self.by_actor else self.cast.actors[special].kind, special)
            return special
        definite = opening == "the" or spot.owner >= 0 or opening in _POSSESSIVE or (told.country is not None and phrase.at > phrase.start and opening not in ("a", "an", "another") and tokens[phrase.at].text[0].isupper())
        if definite and role.office and not told.plural and not told.former and role.kind == "role":
            who = self._holder(told, role)
            if who:
                self._saw(who)
                self._mention(scan, spot.start, spot.end, "role", who.actor)
                return who.actor
        return self._group(scan, spot, told, phrase)

    def _special(self, scan: Scan, spot: Spot, told: Sketch, opening: str) -> str | None:
        """Offices, spokesmen, predecessors, governments."""
        assert spot.nominal is not None
        role = spot.nominal.role
        whose = self._whose(scan, spot, opening)
        if role.words in ("predecessor", "successor") and whose and (owner := self.by_actor.get(whose)) and owner.person:
            other = people.neighbour(owner.person, self.on, -1 if role.words == "predecessor" else 1)
            return self._remember_known(other, f"{role.words} of {owner.person.name}").actor if other else None
        if role.office == "office":
            base = self.cast.actors.get(whose or "")
            if base is None:
                return None
            title = base.role or base.name
            return self._body_of(f"Office of the {title}" if base.role else f"Office of {title}", base.country, base.sectors or ("GOV",))
        if role.office == "spokesperson":
            if told.body or told.country and spot.nominal.at > spot.nominal.start + 1:
                return None
            base = self.cast.actors.get(whose or self.speaker or (self.bodies[-1] if self.bodies else ""))
            if base is None or told.sectors:
                return None
            return self.cast.add(described(f"spokesperson, {base.name}", "role", base.country, base.sectors, "speaks for who was named last", "spokesperson"))
        if role.words in ("government", "administration", "regime", "national government", "federal government", "coalition government") and not told.former:
            code = told.country or self._of_leader(scan, spot) or (self.home if not told.body else None)
            if code and code not in CODES and state(code):
                return self._body_again(self.cast.government(code, "the government by its name"))
        return None

    def _of_leader(self, scan: Scan, spot: Spot) -> str | None:
        """ "The Bush administration": the country of whose government it is."""
        assert spot.nominal is not None
        for t in scan.tokens[spot.nominal.start : spot.nominal.at]:
            if t.text[0].isupper() and t.tag in ("NNP", "NNPS"):
                word = fold(t.text)
                who = self._recall([word], "", None)
                person = people.by_family(word, "leader", None, self.likely, self.on) if who is None else None
                if who or person:
                    return who.country if who else person.offices[-1].country  # type: ignore[union-attr]
        return None

    def _body_again(self, actor: str) -> str:
        self.bodies.append(actor)
        return actor

    def _body_of(self, name: str, country: str | None, sectors: tuple[str, ...]) -> str:
        actor = self.cast.add(described(name, "body", country, sectors, "a body of somebody named before"))
        self.bodies.append(actor)
        return actor

    def _whose(self, scan: Scan, spot: Spot, opening: str) -> str | None:
        if spot.owner >= 0:
            at = scan.tokens[spot.owner].start
            return next((m.actor for m in reversed(self.mentions) if m.start <= at < m.end and m.actor), None)
        return self._possessor(opening) if opening in _POSSESSIVE else None

    def _holder(self, told: Sketch, role: Role) -> Individual | None:
        """Who is meant by "the president", "the South Korean leader": one named before, else who holds the office."""
        office = role.office
        fitting = [
            p for p in self.people
            if (told.country is None or p.country == told.country) and any(people.same_office(office, o) for o in p.offices)
        ]  # fmt: skip
        if fitting:
            recent = [p for p in fitting if p.country == self.home] if told.country is None and len({p.actor for p in fitting}) > 1 and office != "leader" else []
            return max(recent or fitting, key=lambda p: p.seen)
        if told.body and told.country not in (None, *CODES) and office in ("president", "leader"):
            return None
        country = told.country or self.home
        person = people.holder(country, office, self.on) if country else None
        return self._remember_known(person, "holds the office on the story's date") if person else None

    def _pair(self, scan: Scan, spot: Spot, role: Role) -> str | None:
        """ "The two leaders", "both sides": one mention for each of the last two who fit."""
        last: list[str] = []
        if "leader" in role.words or "president" in role.words:
            seen = sorted((p for p in self.people if p.offices & set(people.TOP)), key=lambda p: -p.seen)
            last = [p.actor for p in seen[:2]]
        else:
            for code in reversed(self.states):
                if code not in last:
                    last.append(code)
            last = [self.cast.state(c) for c in last[:2]]
        for actor in reversed(last):
            self._mention(scan, spot.start, spot.end, "people", actor)
        return last[-1] if last else None

    def _country_word(self, scan: Scan, spot: Spot, told: Sketch, opening: str) -> str | None:
        """ "The country" is the home country, or the one named last."""
        if told.plural or opening not in ("the", "this", "his", "her", "their", "its"):
            return None
        code = told.country or (self.states[-1] if self.states else self.home)
        if code is None:
            return None
        actor = self.cast.state(code)
        acting = acts(scan.tokens, spot.first, spot.last)
        self._mention(scan, spot.start, spot.end, "state" if acting else "place", actor)
        return actor if acting else None

    def _group(self, scan: Scan, spot: Spot, told: Sketch, phrase: Nominal) -> str | None:
        """People and bodies that no name singles out."""
        tokens, role = scan.tokens, phrase.role
        if not role.sectors and not told.sectors and (role.kind != "role" or not any(i in scan.at_token for i in range(phrase.start, phrase.until))):
            return None
        country = told.country
        why = "the words around the noun give the country"
        if country is None and not set(role.words.split()) & _FOREIGN and role.kind != "state":
            country, why = self.home, "no country is named: the story's own"
        at = phrase.start
        while at < phrase.at and tokens[at].tag in ("DT", "PRP$", "CD", "POS"):
            at += 1
        end = spot.last if tokens[phrase.until - 1].text[0].isupper() or spot.last > phrase.end and tokens[phrase.end].lower == "of" else phrase.end
        name = scan.text[tokens[at].start : tokens[max(end, phrase.end) - 1].end] if tokens[at].start < tokens[max(end, phrase.end) - 1].end else role.words
        kind: MentionKind = "body" if role.kind in ("people", "role") and tokens[phrase.until - 1].text[0].isupper() and role.words in _SEATS else role.kind
        same = next((b for b in reversed(self.bodies) if self.cast.actors[b].country == country and (b == "-".join((slug(name), (country or "").lower())))), None)
        actor = same or self.cast.add(described(" ".join(name.split()), kind, country, told.sectors, why, role.words))
        self._mention(scan, spot.start, spot.end, kind, actor)
        self.bodies.append(actor)
        return actor

    # -- pronouns ------------------------------------------------------------------------------------------------------

    def _pronoun(self, scan: Scan, spot: Spot, subject: Individual | None) -> str | None:
        word = scan.tokens[spot.first].lower
        if word in ("he", "she", "him", "her"):
            female = True if word in ("she", "her") else None
            before = scan.tokens[spot.first - 1].lower if spot.first else ""
            if word in ("he", "she") and before in (",", '"', "”", "''", "’") and self._speaks(scan, spot) and self.speaker in self.by_actor:
                who: Individual | None = self.by_actor[self.speaker or ""]
                if female and who and who.female is False:
                    who = self._last_person(female)
            elif subject and word in ("he", "she") and (not female or subject.female is not False):
                who = subject
            else:
                who = self._last_person(female, prefer=self.subject)
            if who:
                self._saw(who)
                self._mention(scan, spot.start, spot.end, "person", who.actor)
                return who.actor
            return None
        if word in ("they", "them"):
            actor = next((b for b in reversed(self.bodies)), None)
        else:
            if not spot.subject or not self._speaks(scan, spot):
                return None
            actor = next((b for b in reversed(self.bodies) if self.cast.actors[b].kind in ("body", "government", "state", "company", "party", "armed", "media")), None)
        if actor:
            self._mention(scan, spot.start, spot.end, self.cast.actors[actor].kind, actor)
        return actor

    def _last_person(self, female: bool | None, prefer: Individual | None = None) -> Individual | None:
        fitting = [p for p in self.people if not (female and p.female is False) and not (female is None and p.female)]
        if prefer in fitting:
            return prefer
        return max(fitting, key=lambda p: p.seen, default=None)

    # -- what lies inside other mentions -------------------------------------------------------------------------------

    def _nested(self, scan: Scan, found: Sequence[Spot]) -> None:
        """Names of the tables inside a longer mention: a place's keeps its point, a body's its actor."""
        done = {(m.start, m.end) for m in self.mentions[-60:]}
        for hit in dict.fromkeys(scan.at_token.values()):
            if (hit.start, hit.end) in done or any(s.hit is hit for s in found):
                continue
            meaning = hit.meanings[0]
            if isinstance(meaning.of, Body):
                self._mention(scan, hit.start, hit.end, meaning.of.kind, self.cast.body(meaning.of, "named"))
                self._place_in_name(scan, hit)
            elif isinstance(meaning.of, State | Region):
                code = country_of(hit, self.on)
                if code and isinstance(meaning.of, State):
                    self.states.append(code)
                if meaning.kind == "government" and code:
                    self._mention(scan, hit.start, hit.end, "government", self.cast.government(code, "its seat stands for the government"), _place(meaning))
                    continue
                self._mention(scan, hit.start, hit.end, "place", self.cast.state(code) if code and isinstance(meaning.of, State) else None, _place(meaning))


def opened_by_the(tokens: Sequence[Token], first: int) -> bool:
    return first > 0 and tokens[first - 1].lower == "the"


def _stands_alone(scan: Scan, first: int, last: int) -> bool:
    """Is a demonym a noun here: "Koreans", "the French said", no noun after it?"""
    follows = scan.tokens[last] if last < len(scan.tokens) else None
    return scan.tokens[last - 1].tag in ("NNS", "NNPS") or follows is None or follows.tag not in ("NN", "NNS", "NNP", "NNPS", "JJ", "CD", "VBG", "VBN")


def _is_female(words: Sequence[str]) -> bool | None:
    sex = next((given_names()[w] for w in words if w in given_names()), None)
    return None if sex is None else sex == "f"


def _name_of(meaning: Known) -> str:
    return meaning.of.name


def _place(meaning: Known) -> Place | None:
    if isinstance(meaning.of, State):
        if meaning.kind == "capital":
            seats = [c for c in look_up(fold(meaning.form.replace(",", ""))) if c.country == meaning.of.code]
            seat = next((c for c in seats if c.kind == "C"), seats[0] if seats else None)
            if seat:
                return Place(name=meaning.form, country=meaning.of.code, lat=seat.lat, lon=seat.lon)
        if meaning.kind == "government" and meaning.of.capitals:
            seat = next((c for c in look_up(fold(meaning.of.capitals[0])) if c.country == meaning.of.code and c.kind == "C"), None)
            return Place(name=meaning.form, country=meaning.of.code, lat=seat.lat, lon=seat.lon) if seat else None
        return meaning.of.place
    return meaning.of.place if isinstance(meaning.of, Region) else None


def likely_countries(counts: Counter[str]) -> list[str]:
    """Countries that a story names, most often first."""
    return [c for c, _ in counts.most_common(6)]


def role_names() -> frozenset[str]:
    """All nouns of the role table."""
    return frozenset(roles())
