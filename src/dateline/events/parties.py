"""Who is meant by a noun phrase of an event: its words, and the actor that they stand for."""

from collections.abc import Sequence

import msgspec

from dateline import actors
from dateline.actors.tables import slug
from dateline.events.matching import after, match_phrase
from dateline.language import Parsed
from dateline.language.morphology import singular
from dateline.types import Actor, Mention, Party, Quote, Story

_PRONOUNS = frozenset("he she it they him her them his its their who which that".split())
_NOBODY = frozenset("nobody anyone anybody someone somebody everyone everybody you there what nothing".split())
_FIRST_PERSON = frozenset("we i us me ourselves myself".split())
_LEADERS = frozenset("leader minister president premier chancellor king envoy negotiator general commander official man woman".split())
_GOES_WITH = frozenset(("of", "in", "on", "for", "into", "by", "at", "against"))
# Nouns that stand for the people of what follows: "leader of the party", "a group of rebels", "dozens of workers".
_TRANSPARENT = frozenset(
    "group number dozen score hundred thousand million member majority lot handful crowd part series string wave "
    "couple pair most some many all both one two three "
    "several each percent half rest team batch bunch band column convoy".split()
)
# Nouns of deeds and things: the party is the one whose they are ("condemned Iran's attack", "the decision of the court").
_POSSESSED = frozenset(
    "decision attack plan policy proposal offer request appeal demand call claim statement remark comment speech "
    "visit move effort attempt action deed stance position "
    "election vote ruling verdict law bill ban sanction programme program test launch use treatment handling role "
    "presence border territory land airspace water interest "
    "sovereignty independence integrity right economy people leadership invitation initiative intervention invasion "
    "occupation occupant resolution report refusal rejection "
    "violation aggression behaviour behavior conduct strike raid killing murder death crackdown failure involvement "
    "support cooperation bid candidacy candidature membership "
    "commitment promise threat pressure accusation allegation criticism investigation inquiry probe trial arrest "
    "detention release withdrawal pullout deployment exercise drill "
    "agreement deal accord pact treaty ceasefire truce tie relation relationship talk negotiation meeting summit "
    "trade import export product good oil gas beef asset account "
    "property home house office headquarters building town city village area district region province part facility "
    "base position target site nuclear missile weapon arm arsenal "
    "reform measure step case sentence conviction charge complaint lawsuit suit bailout loan debt aid assistance help".split()
)


class Parties:
    """Parties of one story: looks up mentions, makes an actor for what is none. One lives for one `code()` call."""

    def __init__(self, story: Story, mentions: Sequence[Mention], cast: Sequence[Actor], quotes: Sequence[Quote]) -> None:
        self.story = story
        self.quotes = quotes
        self.mentions = list(mentions)
        self.home = actors.home(story, mentions)
        self._assumed: set[str] = {a.id for a in cast if a.country is None or "story's own" in (a.why or "")}
        self._groups: dict[str, str] = {}  # noun of a group whose country was told -> that country: "the workers" later are the same
        self._subject: str | None = None  # the last sentence's subject: an "it" that opens the next one means it
        self.cast = {a.id: self._placed(a) for a in cast}
        self._pair: tuple[str, ...] = ()  # whom "the two leaders" last stood for: a "they" after it means both
        self._starts: dict[int, list[Mention]] = {}
        for m in mentions:
            for at in range(m.start, m.end):
                self._starts.setdefault(at, []).append(m)

    def _placed(self, actor: Actor) -> Actor:
        """The actor, with the story's own country where nothing tells another (PLOVER: domestic bodies need no mention of their state)."""
        if actor.country:
            return actor
        self._assumed.add(actor.id)
        if not self.home:
            return actor
        return msgspec.structs.replace(
            actor, country=self.home, why=f"{actor.why or 'named'}; no country told: the one in which the story is set"
        )

    def human(self, parsed: Parsed, phrase: int) -> bool:
        """Does the phrase stand for a person, people or a name: what an entry that wants people may have as its object?"""
        found = self.mention(parsed, phrase)
        return (
            parsed.tokens[parsed.phrases[phrase].head].tag in ("NNP", "NNPS", "PRP")
            or found is not None
            and found.kind in ("person", "role", "people", "armed")
        )

    def works(self, parsed: Parsed, phrases: Sequence[int]) -> bool:
        """Do the phrases stand for people who may lay down their work?"""
        found = [self.mention(parsed, k) for k in phrases]
        return any(m and set(self.cast[str(m.actor)].sectors) & {"LAB", "CVL", "AGR", "MED", "EDU", "SOC", "JRN"} for m in found)

    def speaker(self, at: int) -> str | None:
        """Who says what stands at a character: the speaker of the quotation around it."""
        return next((q.speaker for q in self.quotes if q.speaker and any(c.start <= at < c.end for c in q.content)), None)

    def covering(self, start: int, end: int) -> list[Mention]:
        """Mentions that hold the characters start..end, the longest first."""
        found = [m for m in self._starts.get(start, ()) if m.end >= end]
        return sorted(found, key=lambda m: m.start - m.end)

    def mention(self, parsed: Parsed, phrase: int) -> Mention | None:
        """The mention that a noun phrase's head belongs to, as somebody who can act."""
        p = parsed.phrases[phrase]
        head = parsed.tokens[p.head]
        first = parsed.tokens[0].start
        covering = [m for m in self.covering(head.start, head.end) if m.actor and m.start >= first]
        return covering[0] if covering else None

    def acts(self, parsed: Parsed, phrase: int) -> bool:
        """Can the phrase be a party at all: a name, a mention, a pronoun?"""
        head = parsed.tokens[parsed.phrases[phrase].head]
        return head.tag in ("NNP", "NNPS", "PRP") or self.mention(parsed, phrase) is not None

    def named(self, parsed: Parsed, phrase: int, linked: dict[int, int]) -> tuple[Party, ...]:
        """The parties that a noun phrase names: one as a rule, two for "the two leaders", none for a pronoun that stands for nobody known.

        linked  pronoun phrase -> the phrase in the same sentence that it stands for
        """
        phrase = linked.get(phrase, phrase)
        p = parsed.phrases[phrase]
        head = parsed.tokens[p.head]
        start, end = self._start(parsed, phrase), head.end
        found = self.mention(parsed, phrase)
        if head.tag == "PRP" and head.lower in _FIRST_PERSON:
            speaker = self.speaker(head.start)
            return (self._made(start, end, speaker),) if speaker else ()
        words = [t.lower for t in parsed.tokens[p.start : p.head]]
        pair = head.lower in ("they", "both") or words in (["the", "two"], ["both"]) and head.lemma in _LEADERS
        if pair and self._pair:
            return tuple(self._made(start, end, actor) for actor in self._pair)
        if head.lower == "it" and not found and self._subject:
            return (self._made(start, end, self._subject),)
        if head.lower in _PRONOUNS:
            return self._pronoun(parsed, found) if found else ()
        if head.lower in _NOBODY:
            return ()
        if found and found.actor:
            start, end = min(start, found.start), max(end, found.end)
            follow = after(parsed, phrase)
            owned = self.mention(parsed, follow[0][1]) if follow and follow[0][0] == "of" else None
            sides = (
                {str(m.actor) for m in self.covering(owned.start, owned.end) if (m.start, m.end) == (owned.start, owned.end)}
                if owned
                else set()
            )
            if len(sides) == 2:  # "border guards of the two countries"
                return tuple(self._made(start, end, actor) for actor in sorted(sides))
            both = tuple(
                dict.fromkeys(
                    str(m.actor) for m in self.covering(found.start, found.end) if (m.start, m.end) == (found.start, found.end) and m.actor
                )
            )
            if len(both) > 1:
                self._pair = both
            return tuple(self._made(start, end, actor) for actor in both)
        if match_phrase(parsed, phrase):
            inside = [m for t in parsed.tokens[p.start : p.head] for m in self.covering(t.start, t.end) if m.actor and m.start >= start]
            if inside:  # "a Taliban attack": the party is the one whose deed it is
                return (self._made(inside[0].start, inside[0].end, str(inside[0].actor)),)
        else:
            end = self._extended(parsed, phrase)
        actor = self._placed(self._described(parsed, phrase, start, end))
        self.cast.setdefault(actor.id, actor)
        self._note(start, end, actor)
        return (self._made(start, end, actor.id),)

    def remember(self, parsed: Parsed, joint: Sequence[Party]) -> None:
        """Take note of a sentence's subject, and of parties that do something together, for the pronouns of the next one."""
        main = next((c for c in parsed.clauses if c.verb.form == "finite" and c.subject), None)
        found = self.mention(parsed, main.subject[0]) if main and len(main.subject) == 1 else None
        if found and found.kind in ("state", "government", "body", "company", "party", "armed", "media"):
            self._subject = found.actor
        elif found is None or found.text.lower() not in _PRONOUNS:
            self._subject = None
        both = tuple(dict.fromkeys(p.actor for p in joint))
        if len(both) == 2:
            self._pair = both

    def near(self, party: Party, country: str | None) -> Party:
        """The party, in this country where only the story's own was assumed for it: "Belarus released 52 prisoners".

        A group of the same noun that was told of before with its country goes first: "the workers" after "Indian workers".
        """
        actor = self.cast[party.actor]
        noun = singular(party.text.split()[-1].lower())
        if actor.id not in self._assumed:
            if actor.kind in ("people", "armed", "party") and actor.country:
                self._groups[noun] = actor.country
            return party
        country = self._groups.get(noun, country)
        if not country or actor.country == country:
            return party
        moved = msgspec.structs.replace(
            actor, id=f"{actor.id}-{country.lower()}", country=country, why="no country told: that of the actor"
        )
        self.cast.setdefault(moved.id, moved)
        if actor.kind in ("armed", "body", "party"):
            self._groups[noun] = country  # "Angola's government and the rebel front": the front is Angolan from here on
        self._assumed.add(moved.id)
        return msgspec.structs.replace(party, actor=moved.id)

    def told_country(self, party: Party) -> str | None:
        """The country that the text tells for a party; None where it is only assumed."""
        return None if party.actor in self._assumed else self.cast[party.actor].country

    def _described(self, parsed: Parsed, phrase: int, start: int, end: int) -> Actor:
        """An actor for a phrase that is no mention yet; a city as a party is one of its country."""
        city = next((m for m in self.covering(start, end) if m.place and m.actor is None and (m.start, m.end) == (start, end)), None)
        if city and city.place:
            name, country = city.place.name, city.place.country
            return Actor(
                id="-".join(x for x in (slug(name), (country or "").lower()) if x), name=name, kind="place", country=country, why="a place"
            )
        p = parsed.phrases[phrase]
        words = parsed.tokens[p.start : p.end]
        return actors.describe(start, end, self.story.text, words, self.mentions, list(self.cast.values()), self.home, self.story.day)

    def _note(self, start: int, end: int, actor: Actor) -> None:
        """Add the party's mention, once; a place that acts gets its actor on the mention that it has."""
        for i, m in enumerate(self.mentions):
            if (m.start, m.end) == (start, end) and m.actor in (None, actor.id):
                self.mentions[i] = msgspec.structs.replace(m, actor=actor.id)
                return
        self.mentions.append(Mention(start, end, self.story.text[start:end], kind=actor.kind, actor=actor.id))

    def _pronoun(self, parsed: Parsed, found: Mention) -> tuple[Party, ...]:
        """A pronoun's party, by its name where the same sentence names it before."""
        earlier = [
            m
            for m in self.mentions
            if m.actor == found.actor and parsed.tokens[0].start <= m.start < found.start and m.text.lower() not in _PRONOUNS
        ]
        words = earlier[-1] if earlier else found
        return (Party(words.start, words.end, words.text, actor=str(found.actor)),)

    def _start(self, parsed: Parsed, phrase: int) -> int:
        """Where the phrase opens, its possessor included."""
        p = parsed.phrases[phrase]
        return self._start(parsed, p.owner) if p.owner >= 0 else parsed.tokens[p.start].start

    def _extended(self, parsed: Parsed, phrase: int) -> int:
        """Where the words of a thing or crowd end, its next phrases included: "the death of a man in Aleppo", "people hit by floods"."""
        last, passed = phrase, False
        if parsed.tokens[parsed.phrases[phrase].head].tag in ("NNP", "NNPS"):
            return parsed.tokens[parsed.phrases[phrase].head].end
        for _ in range(3):
            follow = after(parsed, last)
            if follow and follow[0][0] in _GOES_WITH:
                if any(q.temporal and parsed.phrases[last].end <= q.start < parsed.phrases[follow[0][1]].start for q in parsed.phrases):
                    break  # "a crackdown on Sunday in Calais": what comes after the day is the deed's
                last = follow[0][1]
                continue
            items = parsed.chunks.items
            at = next(k for k, x in enumerate(items) if x.kind == "NP" and x.phrase == last)
            rest = items[at + 1 : at + 4]
            if (
                passed
                or len(rest) < 3
                or [x.kind for x in rest] not in (["VG", "IN", "NP"], ["VG", "TO", "NP"])
                or parsed.chunks.verbs[rest[0].phrase].form == "finite"
            ):
                break
            last, passed = rest[2].phrase, True
        return parsed.tokens[parsed.phrases[last].head].end

    def _made(self, start: int, end: int, actor: str) -> Party:
        return Party(start, end, self.story.text[start:end], actor=actor)

    def owner(self, parsed: Parsed, phrase: int, follow: list[tuple[str, int]]) -> int:
        """The phrase that a deed's or thing's noun belongs to: its possessor, else its of-phrase; -1 for none."""
        p = parsed.phrases[phrase]
        if p.owner >= 0 and not parsed.phrases[p.owner].temporal:
            return p.owner
        bounds = parsed.tokens[p.head].lemma in ("border", "frontier", "tie", "relation")  # "the border with Peru"
        for prep, other in follow[:2]:
            if (prep in ("of", "by", "from") or bounds and prep == "with") and self.acts(parsed, other):
                return other
        return -1

    def meant(self, parsed: Parsed, phrase: int, follow: list[tuple[str, int]]) -> int:
        """From the phrase that stands in a party's place to the one that is the party."""
        head = parsed.tokens[parsed.phrases[phrase].head]
        if (
            (head.lemma in _TRANSPARENT or head.tag == "CD")
            and follow
            and follow[0][0] == "of"
            and parsed.tokens[parsed.phrases[follow[0][1]].head].tag != "PRP"
        ):
            return follow[0][1]
        if head.lemma in _POSSESSED and head.tag not in ("NNP", "NNPS") and self.mention(parsed, phrase) is None:
            owner = self.owner(parsed, phrase, follow)
            return owner if owner >= 0 else phrase
        return phrase
