"""Names of the tables as mentions: states, cities, regions, bodies; each as a place or as those who act for it."""

from collections.abc import Sequence

from dateline.actors.cast import CODES, described
from dateline.actors.memory import Memory
from dateline.actors.metonymy import acts
from dateline.actors.names import Hit, Known, hits
from dateline.actors.places import fold, look_up
from dateline.actors.scan import Scan
from dateline.actors.sketch import country_of, nominal, sketch
from dateline.actors.spotting import Spot
from dateline.actors.tables import Body, Person, Region, State, state
from dateline.types import Place


def link_hit(memory: Memory, scan: Scan, spot: Spot, hit: Hit) -> str | None:
    meaning = hit.meanings[0]
    if meaning.kind in ("adjective", "people", "state") and (shared := _shares_noun(memory, scan, spot)):
        return shared
    if isinstance(meaning.of, Person):
        who = memory.remember_known(meaning.of, "named in full")
        memory.mention(scan, spot.start, spot.end, "person", who.actor)
        return who.actor
    if isinstance(meaning.of, Body):
        return _body_name(memory, scan, spot, hit, meaning.of)
    first, last = scan.token_range(hit.start, hit.end)
    if meaning.kind == "people" or (meaning.kind == "adjective" and hit.get("people") and _stands_alone(scan, first, last)):
        meaning = hit.get("people") or meaning
        code = country_of(hit, memory.on)
        name = f"people of {meaning.of.name}"
        if first and scan.tokens[first - 1].lower == "ethnic":
            # "Ethnic Albanians" are told so where they are no Albanians by state.
            code, name = next(iter(sorted(memory.located - {code})), memory.home or code), f"ethnic {scan.text[hit.start : hit.end]}"
        actor = memory.cast.add(described(name, "people", code, ("CVL",), "people by their state's or region's name"))
        memory.mention(scan, hit.start, hit.end, "people", actor, point(meaning))
        memory.bodies.append(actor)
        return actor
    return _place_name(memory, scan, hit, meaning, first, last)


def _shares_noun(memory: Memory, scan: Scan, spot: Spot) -> str | None:
    """ "Danish" in "Danish and Polish officials": officials too."""
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
    told = sketch(tokens, found, scan.at_token, memory.on)
    code = country_of(spot.hit, memory.on)
    words = scan.text[tokens[found.at].start : tokens[found.until - 1].end]
    actor = memory.cast.add(
        described(
            f"{spot.hit.meanings[0].form if spot.hit else ''} {words}",
            found.role.kind,
            code,
            told.sectors,
            "shares its noun with the next word",
        )
    )
    place = point(spot.hit.meanings[0]) if spot.hit else None
    memory.mention(scan, spot.start, spot.end, found.role.kind, actor, place)
    return actor


def _place_name(memory: Memory, scan: Scan, hit: Hit, meaning: Known, first: int, last: int) -> str | None:
    place = point(meaning)
    code = country_of(hit, memory.on)
    if code and meaning.kind != "region":
        memory.states.append(code)
    if meaning.kind == "adjective":
        memory.mention(scan, hit.start, hit.end, "place", memory.cast.state(code) if code else None, place)
        return None
    if meaning.kind == "government" and code:
        actor = memory.cast.government(code, f"{hit.meanings[0].form} stands for its government")
        memory.mention(scan, hit.start, hit.end, "government", actor, place)
        memory.bodies.append(actor)
        return actor
    acting = acts(scan.tokens, first, last)
    if not acting:
        named = memory.cast.state(code) if code and meaning.kind == "state" else None
        memory.mention(scan, hit.start, hit.end, "place", named, place)
        return None
    if meaning.kind == "state" and code:
        actor = memory.cast.state(code)
        memory.mention(scan, hit.start, hit.end, "state", actor, place)
    elif meaning.kind == "capital" and code:
        actor = memory.cast.government(code, f"the capital {meaning.form} stands for its government")
        memory.mention(scan, hit.start, hit.end, "government", actor, place)
    elif isinstance(meaning.of, Region) and meaning.of.code:
        actor = memory.cast.region(meaning.of)
        memory.mention(scan, hit.start, hit.end, "government", actor, place)
    else:
        memory.mention(scan, hit.start, hit.end, "body", None, place)
        return None
    memory.bodies.append(actor)
    return actor


def _body_name(memory: Memory, scan: Scan, spot: Spot, hit: Hit, body: Body) -> str:
    code = _other_state(memory, scan, spot, body)
    if code:
        name = scan.text[hit.start : hit.end]
        actor = memory.cast.add(
            described(
                name, body.kind, code, body.at(memory.on).sectors, "a name that several states' bodies bear, with the state beside it"
            )
        )
    else:
        actor = memory.cast.body(body, "named")
    memory.mention(scan, hit.start, hit.end, body.kind, actor)
    _place_in_name(memory, scan, hit)
    memory.bodies.append(actor)
    return actor


def _other_state(memory: Memory, scan: Scan, spot: Spot, body: Body) -> str | None:
    """ "Chile's Defense Department", "the Italian Senate": the state right before the name, where it is not the body's own."""
    at = spot.first - 1
    if at > 0 and scan.tokens[at].tag == "POS":
        at -= 1
    beside = scan.at_token.get(at)
    code = country_of(beside, memory.on) if beside and beside.get("state", "adjective", "capital") else None
    mine = body.at(memory.on).country
    return code if code and mine and mine not in CODES and code != mine and state(mine) and body.kind in ("body", "armed") else None


def _place_in_name(memory: Memory, scan: Scan, hit: Hit) -> None:
    """ "U.S. Army", "Canadian Press": the state in a body's name is a place too."""
    if hit.last - hit.first < 2:
        return
    for inner in hits(scan.text, scan.words[hit.first : hit.last - 1]):
        meaning = inner.meanings[0]
        if isinstance(meaning.of, State) and meaning.kind in ("state", "adjective"):
            memory.mention(scan, inner.start, inner.end, "place", memory.cast.state(meaning.of.code), meaning.of.place)
            return


def link_nested(memory: Memory, scan: Scan, found: Sequence[Spot]) -> None:
    """Names of the tables inside a longer mention: a place's keeps its point, a body's its actor."""
    own = {id(s.hit) for s in found}
    done = {(m.start, m.end) for m in memory.mentions[-60:]}
    for hit in dict.fromkeys(scan.at_token.values()):
        if (hit.start, hit.end) in done or id(hit) in own:
            continue
        meaning = hit.meanings[0]
        if isinstance(meaning.of, Body):
            memory.mention(scan, hit.start, hit.end, meaning.of.kind, memory.cast.body(meaning.of, "named"))
            _place_in_name(memory, scan, hit)
        elif isinstance(meaning.of, State | Region):
            code = country_of(hit, memory.on)
            if code and isinstance(meaning.of, State):
                memory.states.append(code)
            if meaning.kind == "government" and code:
                actor = memory.cast.government(code, "its seat stands for the government")
                memory.mention(scan, hit.start, hit.end, "government", actor, point(meaning))
            else:
                named = memory.cast.state(code) if code and isinstance(meaning.of, State) else None
                memory.mention(scan, hit.start, hit.end, "place", named, point(meaning))


def _stands_alone(scan: Scan, first: int, last: int) -> bool:
    """Is a demonym a noun here: "Koreans", "the French said", no noun after it?"""
    follows = scan.tokens[last] if last < len(scan.tokens) else None
    return (
        scan.tokens[last - 1].tag in ("NNS", "NNPS")
        or follows is None
        or follows.tag not in ("NN", "NNS", "NNP", "NNPS", "JJ", "CD", "VBG", "VBN")
    )


def point(meaning: Known) -> Place | None:
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
