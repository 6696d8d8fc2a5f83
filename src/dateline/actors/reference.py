"""Role phrases and pronouns: "the South Korean leader", "his office", "a spokesperson", "the two leaders", "he"."""

from dateline.actors import people
from dateline.actors.cast import CODES, described
from dateline.actors.memory import Individual, Memory
from dateline.actors.metonymy import acts
from dateline.actors.naming import FOREIGN
from dateline.actors.places import fold
from dateline.actors.scan import Scan
from dateline.actors.sketch import Nominal, Sketch
from dateline.actors.spotting import Spot
from dateline.actors.tables import Role, state, words
from dateline.actors.telling import POSSESSIVE, owner_of, sketched, speaks, whose_body
from dateline.types import MentionKind

# Nouns of people that, written as a name, are a body's.
_SEATS = words("reference", "seats")


def link_role(memory: Memory, scan: Scan, spot: Spot) -> str | None:
    """Link a role phrase: to somebody named before, to who holds the office, to a body, or to a group of its own."""
    assert spot.nominal is not None
    tokens, phrase = scan.tokens, spot.nominal
    role = phrase.role
    told = sketched(memory, scan, spot)
    opening = tokens[phrase.start].lower
    if role.words in ("country", "nation", "state power") or role.office == "country":
        return _country_word(memory, scan, spot, told, opening)
    if role.office == "pair" or (
        told.plural
        and opening in ("the", "both")
        and any(t.lower in ("two", "both") for t in tokens[phrase.start : phrase.at])
        and role.words in ("side", "sides", "leader", "president")
    ):
        return _pair(memory, scan, spot, role)
    special = _special(memory, scan, spot, told, opening)
    if special:
        memory.mention(scan, spot.start, spot.end, "role" if special in memory.by_actor else memory.cast.actors[special].kind, special)
        return special
    definite = (
        opening == "the"
        or spot.owner >= 0
        or opening in POSSESSIVE
        or (
            told.country is not None
            and phrase.at > phrase.start
            and opening not in ("a", "an", "another")
            and tokens[phrase.at].text[0].isupper()
        )
    )
    if definite and role.office and not told.plural and not told.former and role.kind == "role":
        who = _holder(memory, told, role)
        if who:
            memory.saw(who)
            memory.mention(scan, spot.start, spot.end, "role", who.actor)
            return who.actor
    return _group(memory, scan, spot, told, phrase)


def _special(memory: Memory, scan: Scan, spot: Spot, told: Sketch, opening: str) -> str | None:
    """Offices, spokesmen, predecessors, governments."""
    assert spot.nominal is not None
    role = spot.nominal.role
    base_id = owner_of(memory, scan, spot, opening)
    if role.words in ("predecessor", "successor") and base_id and (owner := memory.by_actor.get(base_id)) and owner.person:
        other = people.neighbour(owner.person, memory.on, -1 if role.words == "predecessor" else 1)
        return memory.remember_known(other, f"{role.words} of {owner.person.name}").actor if other else None
    if role.office == "office":
        base = memory.cast.actors.get(base_id or "")
        if base is None:
            return None
        title = base.role or base.name
        return _body_of(memory, f"Office of the {title}" if base.role else f"Office of {title}", base.country, base.sectors or ("GOV",))
    if role.office == "spokesperson":
        if told.body or (told.country and spot.nominal.at > spot.nominal.start + 1):
            return None
        base = memory.cast.actors.get(base_id or memory.speaker or (memory.bodies[-1] if memory.bodies else ""))
        if base is None or told.sectors:
            return None
        return memory.cast.add(
            described(f"spokesperson, {base.name}", "role", base.country, base.sectors, "speaks for who was named last", "spokesperson")
        )
    if (
        role.words in ("government", "administration", "regime", "national government", "federal government", "coalition government")
        and not told.former
    ):
        code = told.country or _of_leader(memory, scan, spot) or (memory.home if not told.body else None)
        if code and code not in CODES and state(code):
            return _body_again(memory, memory.cast.government(code, "the government by its name"))
    return None


def _body_again(memory: Memory, actor: str) -> str:
    memory.bodies.append(actor)
    return actor


def _of_leader(memory: Memory, scan: Scan, spot: Spot) -> str | None:
    """ "The Bush administration": the country of whose government it is."""
    assert spot.nominal is not None
    for t in scan.tokens[spot.nominal.start : spot.nominal.at]:
        if t.text[0].isupper() and t.tag in ("NNP", "NNPS"):
            word = fold(t.text)
            who = memory.recall([word], "", None)
            person = people.by_family(word, "leader", None, memory.likely, memory.on) if who is None else None
            if who or person:
                return who.country if who else person.offices[-1].country  # type: ignore[union-attr]
    return None


def _body_of(memory: Memory, name: str, country: str | None, sectors: tuple[str, ...]) -> str:
    actor = memory.cast.add(described(name, "body", country, sectors, "a body of somebody named before"))
    memory.bodies.append(actor)
    return actor


def _holder(memory: Memory, told: Sketch, role: Role) -> Individual | None:
    """Who is meant by "the president", "the South Korean leader": one named before, else who holds the office."""
    office = role.office
    fitting = [
        p for p in dict.fromkeys(memory.recent)
        if (told.country is None or p.country == told.country) and any(people.same_office(office, o) for o in p.offices)
    ]  # fmt: skip
    if fitting:
        recent = (
            [p for p in fitting if p.country == memory.home]
            if told.country is None and len({p.actor for p in fitting}) > 1 and office != "leader"
            else []
        )
        return max(recent or fitting, key=lambda p: p.seen)
    if told.body and told.country not in (None, *CODES) and office in ("president", "leader"):
        return None
    country = told.country or memory.home
    person = people.holder(country, office, memory.on) if country else None
    return memory.remember_known(person, "holds the office on the story's date") if person else None


def _pair(memory: Memory, scan: Scan, spot: Spot, role: Role) -> str | None:
    """ "The two leaders", "both sides": one mention for each of the last two who fit."""
    last: list[str] = []
    if "leader" in role.words or "president" in role.words:
        seen = sorted((p for p in set(memory.recent) if p.offices & set(people.TOP)), key=lambda p: -p.seen)
        last = [p.actor for p in seen[:2]]
    else:
        sides = [memory.cast.actors[b] for b in reversed(memory.bodies[-30:])]
        if "side" in role.words:
            last = list(dict.fromkeys(a.id for a in sides if a.kind in ("state", "government", "armed")))
        else:
            acting = [a.country for a in sides if a.kind in ("state", "government") and a.country]
            last = [memory.cast.state(c) for c in list(dict.fromkeys([*acting, *reversed(memory.states[-30:])]))[:2]]
        last = last[:2]
    for actor in reversed(last):
        memory.mention(scan, spot.start, spot.end, "people", actor)
    return last[-1] if last else None


def _country_word(memory: Memory, scan: Scan, spot: Spot, told: Sketch, opening: str) -> str | None:
    """ "The country" is the home country, or the one named last."""
    if told.plural or opening not in ("the", "this", "his", "her", "their", "its"):
        return None
    code = told.country or (memory.states[-1] if memory.states else memory.home)
    if code is None:
        return None
    actor = memory.cast.state(code)
    acting = acts(scan.tokens, spot.first, spot.last)
    memory.mention(scan, spot.start, spot.end, "state" if acting else "place", actor)
    if acting:
        memory.bodies.append(actor)
    return actor if acting else None


def _group(memory: Memory, scan: Scan, spot: Spot, told: Sketch, phrase: Nominal) -> str | None:
    """People and bodies that no name singles out."""
    tokens, role = scan.tokens, phrase.role
    if (
        not role.sectors
        and not told.sectors
        and (role.kind != "role" or not any(i in scan.at_token for i in range(phrase.start, phrase.until)))
    ):
        return None
    country = told.country
    why = "the words around the noun give the country"
    if country is None and not set(role.words.split()) & FOREIGN and role.kind != "state":
        country, why = whose_body(memory, scan, spot)
    at = phrase.start
    while at < phrase.at and tokens[at].tag in ("DT", "PRP$", "CD", "POS"):
        at += 1
    named = tokens[phrase.until - 1].text[0].isupper() or (spot.last > phrase.end and tokens[phrase.end].lower == "of")
    end = max(spot.last if named else 0, phrase.end)
    name = scan.text[tokens[at].start : tokens[end - 1].end]
    kind: MentionKind = (
        "body" if role.kind in ("people", "role") and tokens[phrase.until - 1].text[0].isupper() and role.words in _SEATS else role.kind
    )
    actor = memory.cast.add(described(" ".join(name.split()), kind, country, told.sectors, why, role.words))
    memory.mention(scan, spot.start, spot.end, kind, actor)
    memory.bodies.append(actor)
    return actor


def link_pronoun(memory: Memory, scan: Scan, spot: Spot, subject: Individual | None) -> str | None:
    """Link "he" and "she" to the last person that fits, subjects first; "they" and a speaking "it" to the last body."""
    word = scan.tokens[spot.first].lower
    if word in ("he", "she", "him", "her"):
        female = True if word in ("she", "her") else None
        before = scan.tokens[spot.first - 1].lower if spot.first else ""
        if word in ("he", "she") and before in (",", '"', "”", "''", "’") and speaks(scan, spot) and memory.speaker in memory.by_actor:
            who: Individual | None = memory.by_actor[memory.speaker or ""]
            if female and who and who.female is False:
                who = memory.last_person(female)
        elif subject and word in ("he", "she") and (not female or subject.female is not False):
            who = subject
        else:
            who = memory.last_person(female, prefer=memory.subject)
        if who:
            memory.saw(who)
            memory.mention(scan, spot.start, spot.end, "person", who.actor)
            return who.actor
        return None
    if word in ("they", "them"):
        actor = next((b for b in reversed(memory.bodies)), None)
    else:
        if not spot.subject or not speaks(scan, spot):
            return None
        actor = next(
            (
                b
                for b in reversed(memory.bodies[-50:])
                if memory.cast.actors[b].kind in ("body", "government", "state", "company", "party", "armed", "media")
            ),
            None,
        )
    if actor:
        memory.mention(scan, spot.start, spot.end, memory.cast.actors[actor].kind, actor)
    return actor
